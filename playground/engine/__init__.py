"""The engine: a multi-layer perceptron in numpy, with its tables of choices, usable without a screen."""

from playground.engine.activations import ACTIVATIONS, Activation
from playground.engine.costs import COSTS, Cost, allowed_costs
from playground.engine.gradient_check import RELATIVE_TOLERANCE, GradientCheck, ParameterCheck, check_gradients
from playground.engine.initializers import INITIALIZERS, Initializer
from playground.engine.mistakes import MISTAKES, Mistake
from playground.engine.network import DTYPES, Gradients, Network
from playground.engine.networks import Networks
from playground.engine.optimizers import OPTIMIZERS, Optimizer
from playground.engine.parts import Part, outgoing
from playground.engine.rate_schedules import SCHEDULES, RateSchedule
from playground.engine.trainer import Trainer, TrainerState
from playground.engine.trainers import Trainers
from playground.engine.update_rule import UpdateRule

__all__ = [
    "ACTIVATIONS",
    "COSTS",
    "DTYPES",
    "INITIALIZERS",
    "MISTAKES",
    "OPTIMIZERS",
    "RELATIVE_TOLERANCE",
    "SCHEDULES",
    "Activation",
    "Cost",
    "GradientCheck",
    "Gradients",
    "Initializer",
    "Mistake",
    "Network",
    "Networks",
    "Optimizer",
    "ParameterCheck",
    "Part",
    "RateSchedule",
    "Trainer",
    "TrainerState",
    "Trainers",
    "UpdateRule",
    "allowed_costs",
    "check_gradients",
    "outgoing",
]

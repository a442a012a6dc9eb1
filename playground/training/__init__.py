"""The training session: a network, its data, its hyperparameters and its history; no thread and no Qt."""

from playground.training.errors import TrainingError
from playground.training.results import Curves, Divergence, Maps, ProblemInfo
from playground.training.session import TrainingSession
from playground.training.snapshot import Snapshot
from playground.training.training_loop import SPEED_LIMITS, SpeedLimit

__all__ = [
    "SPEED_LIMITS",
    "Curves",
    "Divergence",
    "Maps",
    "ProblemInfo",
    "Snapshot",
    "SpeedLimit",
    "TrainingError",
    "TrainingSession",
]

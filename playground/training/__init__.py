"""The training session: a network, its data, its hyperparameters and its history; no thread and no Qt."""

from playground.training.errors import TrainingError
from playground.training.pace import PACES, Pace
from playground.training.results import Curves, Divergence, Maps, ProblemInfo
from playground.training.session import TrainingSession
from playground.training.snapshot import Snapshot

__all__ = [
    "PACES",
    "Curves",
    "Divergence",
    "Maps",
    "Pace",
    "ProblemInfo",
    "Snapshot",
    "TrainingError",
    "TrainingSession",
]

"""The only thread in the program: commands go in through a queue, snapshots come out of a one-slot mailbox."""

from playground.bridge.worker import TrainingWorker

__all__ = ["TrainingWorker"]

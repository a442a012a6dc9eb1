"""What a command is: something to do to a session, applied between two updates."""

from typing import Protocol

from playground.training.session import TrainingSession


class Command(Protocol):
    """Something to do to a session."""

    def apply(self, session: TrainingSession) -> None:
        """Do it; a refusal raises a `ValueError` with one line for the person, and changes nothing."""
        ...

"""Keeping runs to compare others with."""

from dataclasses import dataclass

from playground.training.session import TrainingSession


@dataclass(frozen=True)
class PinRun:
    """Keep the run as it is; without a name it is called after its experiment and what is special about it."""

    name: str = ""

    def apply(self, session: TrainingSession) -> None:
        """Pin."""
        session.pins.pin(self.name)


@dataclass(frozen=True)
class RenamePin:
    """Call a pinned run otherwise."""

    number: int
    name: str

    def apply(self, session: TrainingSession) -> None:
        """Rename."""
        session.pins.rename(self.number, self.name)


@dataclass(frozen=True)
class RemovePin:
    """Let a pinned run go."""

    number: int

    def apply(self, session: TrainingSession) -> None:
        """Remove."""
        session.pins.remove(self.number)


@dataclass(frozen=True)
class LoadPin:
    """Bring a pinned run back, in place of the present one."""

    number: int

    def apply(self, session: TrainingSession) -> None:
        """Load."""
        session.load_pin(self.number)

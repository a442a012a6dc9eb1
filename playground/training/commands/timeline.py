"""Going back and forth in time."""

from dataclasses import dataclass

from playground.training.session import TrainingSession


@dataclass(frozen=True)
class Scrub:
    """Go to the recorded moment nearest to an epoch."""

    epoch: int

    def apply(self, session: TrainingSession) -> None:
        """Go."""
        session.scrub(self.epoch)


@dataclass(frozen=True)
class StepBack:
    """Take exactly one update back."""

    def apply(self, session: TrainingSession) -> None:
        """Step."""
        session.step_back()


@dataclass(frozen=True)
class SetTimelineBudget:
    """Choose the most memory for recorded moments, in bytes."""

    n_bytes: int

    def apply(self, session: TrainingSession) -> None:
        """Choose."""
        session.set_timeline_budget(self.n_bytes)

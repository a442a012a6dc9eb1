"""Running, stepping, and beginning again."""

from dataclasses import dataclass

from playground.training.edits import edited
from playground.training.session import TrainingSession

AT_ONCE_SECONDS = 0.1
"""What takes no longer is done before the next command is looked at."""


@dataclass(frozen=True)
class Run:
    """Train until told otherwise."""

    def apply(self, session: TrainingSession) -> None:
        """Start."""
        session.start()


@dataclass(frozen=True)
class Pause:
    """Stop training after the update under way."""

    def apply(self, session: TrainingSession) -> None:
        """Pause."""
        session.pause()


@dataclass(frozen=True)
class StepBatch:
    """Make one update."""

    def apply(self, session: TrainingSession) -> None:
        """Step."""
        session.step_batch()


@dataclass(frozen=True)
class StepEpoch:
    """Train to the end of the epoch: most at once, a long one in slices, so that a pause is heard on the way."""

    def apply(self, session: TrainingSession) -> None:
        """Step."""
        session.start_epoch()
        session.advance(AT_ONCE_SECONDS)


@dataclass(frozen=True)
class Reset:
    """Go back to the same initial weights."""

    def apply(self, session: TrainingSession) -> None:
        """Reset."""
        session.reset()


@dataclass(frozen=True)
class NewWeights:
    """Begin again with other initial weights."""

    def apply(self, session: TrainingSession) -> None:
        """Draw."""
        seed = _next_seed(session.experiment.network.seed)
        session.change(edited(session.experiment, "network.seed", seed), "New weights")


@dataclass(frozen=True)
class NewSample:
    """Draw other examples of the same kind."""

    def apply(self, session: TrainingSession) -> None:
        """Draw."""
        seed = _next_seed(session.experiment.data.seed)
        session.change(edited(session.experiment, "data.seed", seed), "New sample")


@dataclass(frozen=True)
class SetPace:
    """Choose how fast training goes, by the name of a pace."""

    pace: str

    def apply(self, session: TrainingSession) -> None:
        """Choose."""
        session.set_pace(self.pace)


def _next_seed(seed: int) -> int:
    return (seed + 1) % 2**32

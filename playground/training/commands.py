"""What a person can ask of a session: one frozen dataclass each, applied between two updates."""

from dataclasses import dataclass
from typing import Any, Protocol

import msgspec

from playground.files import Experiment, Model
from playground.training.session import TrainingSession


class Command(Protocol):
    """Something to do to a session."""

    def apply(self, session: TrainingSession) -> None:
        """Do it; a refusal raises a `ValueError` with one line for the person, and changes nothing."""
        ...


@dataclass(frozen=True)
class Run:
    """Train until told otherwise."""

    def apply(self, session: TrainingSession) -> None:
        """Start."""
        session.run()


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
    """Train to the end of the epoch."""

    def apply(self, session: TrainingSession) -> None:
        """Step."""
        session.step_epoch()


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
        network = session.experiment.network
        session.change(_with(session.experiment, "network", seed=_next_seed(network.seed)), "New weights")


@dataclass(frozen=True)
class NewSample:
    """Draw other examples of the same kind."""

    def apply(self, session: TrainingSession) -> None:
        """Draw."""
        data = session.experiment.data
        session.change(_with(session.experiment, "data", seed=_next_seed(data.seed)), "New sample")


@dataclass(frozen=True)
class ChangeExperiment:
    """Change settings: the whole experiment as it shall be, made by the window from fields of the form."""

    experiment: Experiment
    label: str

    def apply(self, session: TrainingSession) -> None:
        """Change."""
        session.change(self.experiment, self.label)


@dataclass(frozen=True, eq=False)
class Load:
    """Begin another experiment, perhaps with trained weights."""

    experiment: Experiment
    model: Model | None = None

    def apply(self, session: TrainingSession) -> None:
        """Load."""
        session.load(self.experiment, self.model)


@dataclass(frozen=True)
class SetParameter:
    """Set one weight, or a bias: `column` is then the number of weights of the row. `layer` counts from 1."""

    layer: int
    row: int
    column: int
    value: float

    def apply(self, session: TrainingSession) -> None:
        """Set."""
        session.set_parameter(self.layer, self.row, self.column, self.value)


@dataclass(frozen=True)
class SetPace:
    """Choose how fast training goes, by the name of a pace."""

    pace: str

    def apply(self, session: TrainingSession) -> None:
        """Choose."""
        session.set_pace(self.pace)


@dataclass(frozen=True)
class Undo:
    """Take the last change back."""

    def apply(self, session: TrainingSession) -> None:
        """Undo."""
        session.undo()


@dataclass(frozen=True)
class Redo:
    """Repeat what was taken back."""

    def apply(self, session: TrainingSession) -> None:
        """Redo."""
        session.redo()


def _with(experiment: Experiment, section: str, **values: Any) -> Experiment:
    return msgspec.structs.replace(
        experiment, **{section: msgspec.structs.replace(getattr(experiment, section), **values)}
    )


def _next_seed(seed: int) -> int:
    return (seed + 1) % 2**32

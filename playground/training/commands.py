"""What a person can ask of a session: one frozen dataclass each, applied between two updates."""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from playground.engine import COSTS
from playground.files import FIELDS, Experiment, Model, check_data, open_target
from playground.training.edits import edited
from playground.training.session import TrainingSession
from playground.training.snapshot import Array

AT_ONCE_SECONDS = 0.1
"""What takes no longer is done before the next command is looked at."""


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
    """Train to the end of the epoch: most at once, a long one in slices, so that a pause is heard on the way."""

    def apply(self, session: TrainingSession) -> None:
        """Step."""
        session.run_epoch()
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


@dataclass(frozen=True, eq=False)
class ChangeField:
    """Change one field of the experiment, and what must follow."""

    path: str
    value: Any

    def apply(self, session: TrainingSession) -> None:
        """Change."""
        field = FIELDS.get(self.path)
        before = session.experiment.training.cost
        session.change(edited(session.experiment, self.path, self.value), field.label if field else "Data")
        cost = session.experiment.training.cost
        if cost != before and self.path != "training.cost":
            session.message = f"The cost is now {COSTS[cost].label}, which suits the output."


@dataclass(frozen=True, eq=False)
class Load:
    """Begin another experiment, perhaps with trained weights."""

    experiment: Experiment
    model: Model | None = None

    def apply(self, session: TrainingSession) -> None:
        """Load."""
        session.load(self.experiment, self.model)


@dataclass(frozen=True)
class OpenTarget:
    """Open a preset, an experiment file, weights or a table of data; read where it is applied, not in the window."""

    target: str

    def apply(self, session: TrainingSession) -> None:
        """Open."""
        found = open_target(self.target)
        check_data(found)
        session.load(found.experiment, found.model)


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


@dataclass(frozen=True)
class StartWalkthrough:
    """Walk through one update from the inside, on a copy: of the next mini-batch, or of one training example."""

    example: int | None = None

    def apply(self, session: TrainingSession) -> None:
        """Make it."""
        session.start_walkthrough(self.example)


@dataclass(frozen=True)
class ApplyWalkthrough:
    """Make the update that the walkthrough shows."""

    def apply(self, session: TrainingSession) -> None:
        """Update."""
        session.apply_walkthrough()


@dataclass(frozen=True)
class StartCheck:
    """Check the gradient against central differences, perhaps with one of `MISTAKES` switched on."""

    epsilon: float = 1e-5
    mistake: str | None = None

    def apply(self, session: TrainingSession) -> None:
        """Begin."""
        session.start_check(self.epsilon, self.mistake)


@dataclass(frozen=True)
class CancelJob:
    """Give up long work: ``"check"``, ``"slice"`` or ``"surface"``; what it brought so far stays."""

    kind: str

    def apply(self, session: TrainingSession) -> None:
        """Cancel."""
        session.cancel_job(self.kind)


@dataclass(frozen=True)
class StartSlice:
    """Compute the cost against one weight, or a bias: `column` is then the number of weights of the row."""

    layer: int
    row: int
    column: int

    def apply(self, session: TrainingSession) -> None:
        """Begin."""
        from playground.training.landscape import start_slice  # a start of the program needs none of it

        start_slice(session, self.layer, self.row, self.column)


@dataclass(frozen=True)
class StartSurface:
    """Compute the cost over a plane: of two ``"weights"`` (layer, row, column), ``"random"``, ``"trajectory"``.

    `seed` chooses the random directions.
    """

    kind: str
    first: tuple[int, int, int] | None = None
    second: tuple[int, int, int] | None = None
    seed: int = 0

    def apply(self, session: TrainingSession) -> None:
        """Begin."""
        from playground.training.landscape import start_surface

        start_surface(session, self.kind, self.first, self.second, self.seed)


@dataclass(frozen=True, eq=False)
class MoveTo:
    """Set all weights and biases at once, `(P,)`, layer by layer `[W | b]` row by row."""

    parameters: Array
    label: str = "Move weights"

    def apply(self, session: TrainingSession) -> None:
        """Move."""
        session.set_parameters(np.asarray(self.parameters), self.label)


def _next_seed(seed: int) -> int:
    return (seed + 1) % 2**32

"""Changing the experiment and its weights, and taking a change back."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from playground.engine import COSTS
from playground.files import Experiment, Model, check_data, open_target
from playground.messages import Message, Term
from playground.training.diagnostics import Finding
from playground.training.edits import edited
from playground.training.entries import field_entry
from playground.training.examples import same_data
from playground.training.parameters import Edit
from playground.training.results import Array
from playground.training.session import TrainingSession


@dataclass(frozen=True, eq=False)
class ChangeField:
    """Change one field of the experiment, and what must follow."""

    path: str
    value: Any

    def apply(self, session: TrainingSession) -> None:
        """Change."""
        before = session.experiment.training.cost
        session.change(edited(session.experiment, self.path, self.value), field_entry(self.path, self.value))
        cost = session.experiment.training.cost
        if cost != before and self.path != "training.cost":
            session.message = Message("The cost is now {cost}, which suits the output.", cost=Term(COSTS[cost].label))


@dataclass(frozen=True, eq=False)
class CarryOut:
    """Carry out the remedy of a finding: begin again with its settings, and run."""

    finding: Finding

    def apply(self, session: TrainingSession) -> None:
        """Begin again."""
        before, experiment = session.experiment, self.finding.remedied(session.experiment)
        dataset = session.current.examples.dataset if same_data(experiment.data, before.data) else None
        session.load(
            experiment, dataset=dataset, label=Message("Remedy: {finding}", finding=Term(self.finding.kind.label))
        )
        session.run()


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
class EditParameters:
    """Set some weights and biases at once: one change, taken back at once."""

    edits: tuple[Edit, ...]

    def apply(self, session: TrainingSession) -> None:
        """Set."""
        session.edit_parameters(self.edits)


@dataclass(frozen=True, eq=False)
class MoveTo:
    """Set all weights and biases at once, `(P,)`, layer by layer `[W | b]` row by row."""

    parameters: Array
    label: str = "Move weights"

    def apply(self, session: TrainingSession) -> None:
        """Move."""
        session.set_parameters(np.asarray(self.parameters), self.label)


@dataclass(frozen=True)
class GoToMoment:
    """Take back or repeat changes until `index` of them are in force, of all that were ever made in the session."""

    index: int

    def apply(self, session: TrainingSession) -> None:
        """Go."""
        session.go_to_moment(self.index)


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

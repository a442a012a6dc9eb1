"""Drawing: points of classes added, erased, moved and shaken while training goes on, every weight kept.

Each command turns the classes of two inputs that are on screen, generated or read, into drawn points, and changes
those. A stroke is a row of commands: only the first of them begins an entry that Undo takes back.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from playground.engine import ACTIVATIONS, COSTS
from playground.messages import Message, Term
from playground.training.drawing import (
    MOST_POINTS,
    ROWS,
    SHEET_DOMAIN,
    Domain,
    Place,
    added,
    clamped,
    erased,
    jittered,
    moved,
    new_points,
    redrawn,
    sheet,
    table_of,
)
from playground.training.results import FloatArray
from playground.training.session import TrainingSession

DRAW = "Draw points"
NEW = "New drawing"

DrawnPoint = tuple[float, float, int]
"""x1, x2 and the number of the class."""


@dataclass(frozen=True)
class AddPoints:
    """Add points; beyond the axes they come to lie on their edge.

    Attributes
    ----------
    points
        What the brush left since the last command.
    first
        Whether a stroke begins.
    label
        What the stroke is called: its first command may have been a new drawing.
    """

    points: tuple[DrawnPoint, ...]
    first: bool = True
    label: str = DRAW

    def apply(self, session: TrainingSession) -> None:
        """Add."""
        new = new_points(self.points)
        table = _redraw(
            session, self.label, lambda table, domain: added(table, clamped(new, domain)), joins=not self.first
        )
        if table.shape[1] == MOST_POINTS:
            session.message = Message("The drawing is full: it holds at most {most:,} points.", most=MOST_POINTS)


@dataclass(frozen=True)
class ErasePoints:
    """Erase what lies under a round eraser; the last point stays, because training needs one.

    Attributes
    ----------
    x, y
        Where the eraser is now.
    radius
        Half its width, in the unit of x1; along x2 the same share of the axis.
    first
        Whether a stroke begins.
    way
        The places it passed since the last command, oldest first.
    """

    x: float
    y: float
    radius: float
    first: bool = True
    way: tuple[Place, ...] = ()

    def apply(self, session: TrainingSession) -> None:
        """Erase."""
        way = (*self.way, (self.x, self.y))
        table = _redraw(
            session,
            "Erase points",
            lambda table, domain: erased(table, way, self.radius, domain),
            joins=not self.first,
        )
        if table.shape[1] == 1:
            session.message = Message(
                "The last point stays: training needs one. A new drawing begins with an empty sheet."
            )


@dataclass(frozen=True)
class MovePoint:
    """Move the point at one place to another; of several there, the one drawn last.

    Attributes
    ----------
    x, y
        Where the point is.
    to_x, to_y
        Where it goes.
    first
        Whether a drag begins.
    """

    x: float
    y: float
    to_x: float
    to_y: float
    first: bool = True

    def apply(self, session: TrainingSession) -> None:
        """Move."""
        _redraw(
            session,
            "Move point",
            lambda table, domain: moved(table, (self.x, self.y), (self.to_x, self.to_y), domain),
            joins=not self.first,
        )


@dataclass(frozen=True)
class JitterPoints:
    """Move every point a little at random; repeated, all is taken back together.

    Attributes
    ----------
    strength
        The typical distance along each axis, as a share of it.
    seed
        Of the random numbers.
    """

    strength: float
    seed: int

    def apply(self, session: TrainingSession) -> None:
        """Shake."""
        rng = np.random.default_rng(self.seed)
        _redraw(
            session,
            "Jitter points",
            lambda table, domain: jittered(table, self.strength, domain, rng),
            joins=True,
        )


@dataclass(frozen=True)
class NewDrawing:
    """Begin a drawing on an empty sheet, with its first points in place of whatever the data were.

    Attributes
    ----------
    points
        At least one.
    """

    points: tuple[DrawnPoint, ...]

    def apply(self, session: TrainingSession) -> None:
        """Begin."""
        experiment, empty = sheet(session.experiment)
        table = added(np.empty((ROWS, 0)), clamped(new_points(self.points), SHEET_DOMAIN))
        changed, dataset = redrawn(experiment, empty, table, SHEET_DOMAIN)
        session.change(changed, NEW, dataset=dataset)
        _tell_output(session, experiment.network.output_activation)


def _redraw(
    session: TrainingSession, label: str, change: Callable[[FloatArray, Domain], FloatArray], *, joins: bool
) -> FloatArray:
    """Change the points on screen; return those there are now."""
    examples, before = session.current.examples, session.experiment
    table = table_of(examples)
    after = change(table, examples.domain)
    if not np.array_equal(after, table):
        changed, dataset = redrawn(before, examples.dataset, after, examples.domain)
        session.change(changed, label, joins=joins, dataset=dataset)
        _tell_output(session, before.network.output_activation)
    return after


def _tell_output(session: TrainingSession, before: str) -> None:
    """Say so where the number of classes has changed the output."""
    network, training = session.experiment.network, session.experiment.training
    if network.output_activation != before:
        session.message = Message(
            "The output is now {activation}, the cost {cost}: they suit {count} classes.",
            activation=Term(ACTIVATIONS[network.output_activation].label),
            cost=Term(COSTS[training.cost].label),
            count=len(session.current.examples.dataset.classes),
        )

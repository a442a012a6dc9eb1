"""Drawing: points of classes added, erased, moved and shaken while training goes on, every weight kept.

Each of them turns the classes of two inputs that are on screen, generated or read, into drawn points, and changes
those. A stroke is a row of commands: only the first of them begins an entry that Undo takes back.
"""

from collections.abc import Callable

import numpy as np

from playground.engine import ACTIVATIONS, COSTS
from playground.messages import Message, Term
from playground.training.commands.command import Kind
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


def _add_points(
    session: TrainingSession, points: tuple[DrawnPoint, ...], first: bool = True, label: str = DRAW
) -> None:
    """Add points; beyond the axes they come to lie on their edge.

    Parameters
    ----------
    points
        What the brush left since the last command.
    label
        What the stroke is called: its first command may have been a new drawing.
    """
    new = new_points(points)
    table = _redraw(session, label, lambda table, domain: added(table, clamped(new, domain)), joins=not first)
    if table.shape[1] == MOST_POINTS:
        session.loop.message = Message("The drawing is full: it holds at most {most:,} points.", most=MOST_POINTS)


def _erase_points(
    session: TrainingSession, x: float, y: float, radius: float, first: bool = True, way: tuple[Place, ...] = ()
) -> None:
    """Erase what lies under a round eraser; the last point stays, because training needs one.

    Parameters
    ----------
    radius
        Half its width, in the unit of x1; along x2 the same share of the axis.
    way
        The places it passed since the last command, oldest first.
    """
    passed = (*way, (x, y))
    table = _redraw(
        session, "Erase points", lambda table, domain: erased(table, passed, radius, domain), joins=not first
    )
    if table.shape[1] == 1:
        session.loop.message = Message(
            "The last point stays: training needs one. A new drawing begins with an empty sheet."
        )


def _move_point(session: TrainingSession, x: float, y: float, to_x: float, to_y: float, first: bool = True) -> None:
    """Move the point at one place to another; of several there, the one drawn last. `first`: a drag begins."""
    _redraw(session, "Move point", lambda table, domain: moved(table, (x, y), (to_x, to_y), domain), joins=not first)


def _jitter_points(session: TrainingSession, strength: float, seed: int) -> None:
    """Move every point a little at random; repeated, all is taken back together."""
    rng = np.random.default_rng(seed)
    _redraw(session, "Jitter points", lambda table, domain: jittered(table, strength, domain, rng), joins=True)


def _new_drawing(session: TrainingSession, points: tuple[DrawnPoint, ...]) -> None:
    """Begin a drawing on an empty sheet, with its first points, at least one, in place of whatever the data were."""
    experiment, empty = sheet(session.experiment)
    table = added(np.empty((ROWS, 0)), clamped(new_points(points), SHEET_DOMAIN))
    changed, dataset = redrawn(experiment, empty, table, SHEET_DOMAIN)
    session.change(changed, NEW, dataset=dataset)
    _tell_output(session, experiment.network.output_activation)


def _redraw(
    session: TrainingSession, label: str, change: Callable[[FloatArray, Domain], FloatArray], *, joins: bool
) -> FloatArray:
    """Change the points on screen; return those there are now."""
    examples, before = session.run.examples, session.experiment
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
        session.loop.message = Message(
            "The output is now {activation}, the cost {cost}: they suit {count} classes.",
            activation=Term(ACTIVATIONS[network.output_activation].label),
            cost=Term(COSTS[training.cost].label),
            count=len(session.run.examples.dataset.classes),
        )


AddPoints = Kind(_add_points)
ErasePoints = Kind(_erase_points)
MovePoint = Kind(_move_point)
JitterPoints = Kind(_jitter_points)
NewDrawing = Kind(_new_drawing)

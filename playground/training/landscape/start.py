"""Asking a session for a slice or a surface."""

from typing import TYPE_CHECKING

from playground.training.landscape.results import Place
from playground.training.landscape.slice_job import SliceJob
from playground.training.landscape.surface_job import SIDE, SurfaceJob

if TYPE_CHECKING:
    from playground.training.session import TrainingSession

SIDE_WHILE_RUNNING = 51
"""Rows of a surface while training goes on: it is soon to be drawn anew."""


def start_slice(session: "TrainingSession", layer: int, row: int, column: int) -> None:
    """Compute the cost against one weight.

    Raises
    ------
    TrainingError
        If there is no such weight.
    """
    session.jobs.start("slice", SliceJob(session.run, layer, row, column))


def start_surface(
    session: "TrainingSession", kind: str, first: Place | None = None, second: Place | None = None, seed: int = 0
) -> None:
    """Compute the cost over a plane, coarsely only while training goes on.

    Raises
    ------
    TrainingError
        If there is no such kind or no such weight, or both are the same.
    """
    side = SIDE_WHILE_RUNNING if session.loop.running else SIDE
    session.jobs.start("surface", SurfaceJob(session.run, kind, first, second, seed=seed, side=side))

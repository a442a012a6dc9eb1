"""What the mouse does between press and release, as commands: made of places, without a widget.

Places are (x1, x2). Sizes are shares of the axes, so that a brush is round on a square plot whatever the units.
"""

import math
from typing import Protocol

import numpy as np

from playground.training.commands import Command
from playground.training.commands.drawing import DRAW, NEW, AddPoints, DrawnPoint, ErasePoints, MovePoint, NewDrawing
from playground.training.drawing import Place
from playground.views.output.paper import Paper

SPACING = 0.02
"""The way between two sprayed points, as a share of the axes."""


class Stroke(Protocol):
    """One press of a mouse button, until it is let go."""

    def go(self, place: Place) -> None:
        """Follow the mouse."""
        ...

    def take(self) -> Command | None:
        """Return what has come together since the last time, None if that is nothing."""
        ...


class BrushStroke:
    """Leaves a point where it begins, and from there sprays points of one class within its radius.

    Parameters
    ----------
    paper
        What is drawn on.
    start
        Where the mouse was pressed.
    label
        The class.
    radius
        As a share of the axes.
    rng
        Where exactly the points fall.
    """

    def __init__(self, paper: Paper, start: Place, label: int, radius: float, rng: np.random.Generator) -> None:
        self._paper, self._label, self._radius, self._rng = paper, label, radius, rng
        self._room = paper.room
        self._place = start
        self._since = 0.0  # the way since the last point, as a share of the axes
        self._begun = False
        self._points: list[DrawnPoint] = []
        self._drop(start)

    def go(self, place: Place) -> None:
        """Spray along the straight way to a place."""
        wide, high = self._paper.spans
        start = self._place
        along = place[0] - start[0], place[1] - start[1]
        length = math.hypot(along[0] / wide, along[1] / high)
        due = SPACING - self._since
        while due <= length:
            share = due / length
            distance = self._radius * math.sqrt(self._rng.random())
            angle = 2 * math.pi * self._rng.random()
            self._drop(
                (
                    start[0] + share * along[0] + distance * math.cos(angle) * wide,
                    start[1] + share * along[1] + distance * math.sin(angle) * high,
                )
            )
            due += SPACING
        self._since = length - (due - SPACING)
        self._place = place

    def take(self) -> Command | None:
        """Return the command that adds the new points."""
        if not self._points:
            return None
        points, self._points = tuple(self._points), []
        first, self._begun = not self._begun, True
        if self._paper.empty:
            return NewDrawing(points) if first else AddPoints(points, first=False, label=NEW)
        return AddPoints(points, first=first, label=DRAW)

    def _drop(self, place: Place) -> None:
        if self._room > 0 and self._paper.holds(place):
            self._room -= 1
            self._points.append((*place, self._label))


class EraserStroke:
    """Erases whatever it passes.

    Parameters
    ----------
    paper
        What is drawn on.
    start
        Where the mouse was pressed.
    radius
        As a share of the axes.
    """

    def __init__(self, paper: Paper, start: Place, radius: float) -> None:
        self._radius = radius * paper.spans[0]
        self._way = [start]
        self._begun = False

    def go(self, place: Place) -> None:
        """Erase along the straight way to a place."""
        if place != self._way[-1]:
            self._way.append(place)

    def take(self) -> Command | None:
        """Return the command that erases what was passed."""
        if self._begun and len(self._way) == 1:
            return None
        *way, place = self._way
        self._way = [place]
        first, self._begun = not self._begun, True
        return ErasePoints(*place, self._radius, first, tuple(way))


class MoveStroke:
    """Carries one point.

    Parameters
    ----------
    paper
        What is drawn on; the point stays within its axes.
    point
        Where the point is.
    grip
        Where the mouse took hold of it.
    """

    def __init__(self, paper: Paper, point: Place, grip: Place) -> None:
        self._paper = paper
        self._point = self._target = point
        self._offset = point[0] - grip[0], point[1] - grip[1]
        self._begun = False

    @property
    def target(self) -> Place:
        """Where the point is to be."""
        return self._target

    def go(self, place: Place) -> None:
        """Carry the point along."""
        self._target = self._paper.within((place[0] + self._offset[0], place[1] + self._offset[1]))

    def take(self) -> Command | None:
        """Return the command that moves the point to where it was carried."""
        if self._target == self._point:
            return None
        start, self._point = self._point, self._target
        first, self._begun = not self._begun, True
        return MovePoint(*start, *self._target, first)

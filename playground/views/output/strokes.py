"""What the mouse does between press and release, as commands; and the paper it does it on. No widget.

Places are (x1, x2). Sizes are shares of the axes, so that a brush is round on a square plot whatever the units.
"""

import math
from typing import Protocol

import numpy as np
from msgspec import Struct, field
from PySide6.QtCore import QCoreApplication

from playground.data.points import CLASSES_MAXIMUM
from playground.training.commands import Command
from playground.training.commands.drawing import DRAW, NEW, AddPoints, DrawnPoint, ErasePoints, MovePoint, NewDrawing
from playground.training.drawing import MOST_POINTS, SHEET_DOMAIN, Domain, Place
from playground.training.results import FloatArray, Maps, ProblemInfo


class Paper(Struct, frozen=True, eq=False):
    """Two axes and the points on them.

    Attributes
    ----------
    domain
        Low and high end of x1 and x2.
    room
        How many points may still be added.
    empty
        Whether it is an empty sheet, whose first points replace the data.
    turned
        Whether x2 runs to the right and x1 upwards.
    points
        `(2, m)`: x1 and x2 of the points that are seen, those on top last.
    """

    domain: Domain
    room: int
    empty: bool = False
    turned: bool = False
    points: FloatArray = field(default_factory=lambda: np.empty((2, 0)))

    @property
    def spans(self) -> Place:
        """How long both axes are."""
        (left, right), (low, high) = self.domain
        return right - left, high - low

    @property
    def plotted_spans(self) -> Place:
        """How long the horizontal and the vertical axis are."""
        return self.turn(self.spans)

    def holds(self, place: Place) -> bool:
        """Whether a place lies within the axes."""
        return all(low <= value <= high for value, (low, high) in zip(place, self.domain, strict=True))

    def within(self, place: Place) -> Place:
        x, y = (min(max(value, low), high) for value, (low, high) in zip(place, self.domain, strict=True))
        return x, y

    def turn(self, place: Place) -> Place:
        """Return (x1, x2) for a place in the plot, and the other way round."""
        return (place[1], place[0]) if self.turned else place

    def nearest(self, place: Place, reach: Place) -> Place | None:
        """Return the point nearest to a place, the upper one of two; None if none lies within the ellipse."""
        if not self.points.shape[1]:
            return None
        distance = np.hypot(*((self.points - np.array(place)[:, None]) / np.array(reach)[:, None]))
        index = len(distance) - 1 - int(distance[::-1].argmin())
        if not distance[index] <= 1:
            return None
        return float(self.points[0, index]), float(self.points[1, index])


def empty_sheet() -> Paper:
    """Return a sheet without points."""
    return Paper(SHEET_DOMAIN, MOST_POINTS, empty=True)


def paper_of(problem_info: ProblemInfo, maps: Maps, *, test: bool) -> Paper:
    """Return the plane of a frame to draw on; `test` says whether test examples are seen."""
    parts = [problem_info.test_X, problem_info.train_X] if test else [problem_info.train_X]
    count = problem_info.train_X.shape[1] + problem_info.test_X.shape[1]
    points = np.concatenate(parts, axis=1).astype(np.float64, copy=False)
    return Paper(problem_info.domain, MOST_POINTS - count, turned=maps.input_slice.axes == (1, 0), points=points)


def why_not(problem_info: ProblemInfo) -> str:
    """Return why the data of a frame cannot be drawn on, as a sentence; nothing if they can."""
    inputs, count = len(problem_info.input_names), problem_info.train_X.shape[1] + problem_info.test_X.shape[1]
    translate = QCoreApplication.translate
    if problem_info.problem != "classification":
        return translate("OutputView", "Only classes can be drawn, not numbers to predict.")
    if inputs == 1:
        return translate("OutputView", "A drawing has two inputs, these data only one.")
    if inputs > 2:
        return translate("OutputView", "A drawing has two inputs, these data have {:,}.").format(inputs)
    if count > MOST_POINTS:
        return translate("OutputView", "A drawing holds {:,} points, these data have {:,}.").format(MOST_POINTS, count)
    if len(problem_info.classes) > CLASSES_MAXIMUM:
        template = translate("OutputView", "A drawing has up to {} classes, these data have {}.")
        return template.format(CLASSES_MAXIMUM, len(problem_info.classes))
    return ""


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
    """Leaves a point where it begins, and from there sprays points of a class within a radius, a share of the axes."""

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
    """Erases whatever it passes within its radius, a share of the axes."""

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
    """Carries one point, taken hold of at the grip, within the axes."""

    def __init__(self, paper: Paper, point: Place, grip: Place) -> None:
        self._paper = paper
        self._point = self._target = point
        self._offset = point[0] - grip[0], point[1] - grip[1]
        self._begun = False

    @property
    def target(self) -> Place:
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

"""What is drawn on: the plane in the output view, or an empty sheet; and why some data cannot be drawn on."""

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QCoreApplication

from playground.data.points import CLASSES_MAXIMUM
from playground.training.drawing import MOST_POINTS, SHEET_DOMAIN, Domain, Place
from playground.training.results import FloatArray, Maps, ProblemInfo


@dataclass(frozen=True, eq=False)
class Paper:
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
        """Return the nearest place within the axes."""
        x, y = (min(max(value, low), high) for value, (low, high) in zip(place, self.domain, strict=True))
        return x, y

    def turn(self, place: Place) -> Place:
        """Return (x1, x2) for a place in the plot, and the other way round."""
        return (place[1], place[0]) if self.turned else place

    def nearest(self, place: Place, reach: Place) -> Place | None:
        """Return the point nearest to a place, the upper one of two; None if none lies within an ellipse around it.

        Parameters
        ----------
        place
            (x1, x2).
        reach
            The ellipse's radii along x1 and x2.
        """
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

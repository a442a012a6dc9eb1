"""What there is to draw of one layer: a cloud whose examples have markers, perhaps a grid, perhaps a straight cut."""

import math
from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from playground.engine import ACTIVATIONS
from playground.training.queries.every_layer import Drawn, LayerProjection, Projections
from playground.training.queries.hidden_space import HiddenSpaces
from playground.training.results import ProblemInfo
from playground.views.color_maps import number_colors
from playground.views.kit.scatter import Scatter, class_colors, shade_colors
from playground.views.output.subject import shades, value_scale
from playground.views.plots.canvas import Home
from playground.views.plots.ticks import round_up
from playground.views.theme import Theme

MARGIN = 0.06
"""Room around a range that ends where an activation does."""
SHRINK = 0.4
"""An axis gets shorter only when less than this share of it is used."""
SMALLEST = 1e-300
"""Of what is no larger, a hundredth part may be no number any more: it is nothing beside the usual range."""
translate = QCoreApplication.translate
GOLDEN = 0.6180339887498949
SPREAD = 0.7
"""Of the height of a strip."""

Range = tuple[float, float]
FLAT: Range = (-1.0, 1.0)


class Looks(Struct, frozen=True, eq=False):
    """The examples of a picture in the order of drawing: test examples first, so that training examples lie on top.

    Attributes
    ----------
    order
        `(k,)`: which column of an answer's coordinates each is; training examples come first there.
    scatter
        Their markers: the colour is a class or, for numbers to predict, one of the shades.
    """

    order: NDArray[np.intp]
    scatter: Scatter


def looks(problem_info: ProblemInfo, drawn: Drawn, *, test: bool) -> Looks:
    train_count = len(drawn.train)
    parts = [(np.arange(train_count), problem_info.train_labels, problem_info.train_Y, drawn.train, False)]
    if test:
        columns = train_count + np.arange(len(drawn.test))
        parts.insert(0, (columns, problem_info.test_labels, problem_info.test_Y, drawn.test, True))
    low, high, signed = value_scale(problem_info.train_Y[0], problem_info.test_Y[0])
    rows = []
    for columns, labels, Y, chosen, hollow in parts:
        color = labels[chosen] if labels is not None else shades(Y[0][chosen], low, high)
        shape = color if labels is not None else np.zeros_like(color)
        rows.append(np.stack([columns, color, shape, np.full_like(color, hollow)]))
    order, color, shape, hollow = np.concatenate(rows, axis=1).astype(np.intp)
    colors = class_colors if problem_info.train_labels is not None else partial(_shades, signed)
    edged = problem_info.train_labels is None
    return Looks(order, Scatter.of(color, shape, hollow, colors, edged=edged))


def _shades(signed: bool, theme: Theme) -> Sequence[QColor]:
    return shade_colors(number_colors(theme, signed=signed), theme)


class LayerPicture(Struct, frozen=True, eq=False):
    """One layer, ready to be drawn.

    Attributes
    ----------
    points
        `(2, m)`; the second coordinate of a strip only keeps the markers apart.
    lines
        `(families, lines, 2, steps)`, or None.
    cut
        `(s, 2, 2)`: straight lines between the classes, from point to point; or None.
    names
        What the two axes measure; the second is empty in a strip.
    centred
        Whether zero is the middle of both axes, which have the same scale.
    ranges
        Of both axes, where they are known beforehand.
    problem
        Why there is nothing to draw, else empty.
    on_the_way
        Whether it lies between two layers: its axes measure nothing.
    """

    points: NDArray[Any]
    lines: NDArray[Any] | None = None
    cut: NDArray[Any] | None = None
    names: tuple[str, str] = ("", "")
    centred: bool = False
    ranges: tuple[Range | None, Range | None] = (None, None)
    problem: str = ""
    on_the_way: bool = False

    @property
    def is_strip(self) -> bool:
        """Whether there is only one direction."""
        return not self.names[1]


class QuietRange:
    """The range of an axis: it grows at once when something leaves it, and shrinks late."""

    def __init__(self) -> None:
        self._range: Range | None = None

    def forget(self) -> None:
        self._range = None

    def around(self, values: NDArray[Any]) -> Range:
        """Return a range that holds the finite ones of these values."""
        finite = values[np.isfinite(values)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (-1.0, 1.0)
        known = self._range
        if known is None or low < known[0] or high > known[1] or high - low < SHRINK * (known[1] - known[0]):
            self._range = known = _quiet(low, high)
        return known

    def symmetric(self, values: NDArray[Any]) -> Range:
        """Return a range with zero in its middle."""
        largest = float(np.abs(values).max(initial=0.0))
        largest = largest if math.isfinite(largest) and largest > SMALLEST else 1.0
        known = self._range
        if known is None or largest > known[1] or largest < SHRINK * known[1]:
            end = round_up(1.03 * largest)
            self._range = known = (-end, end)
        return known


def _quiet(low: float, high: float) -> Range:
    """Return the range between round numbers around these values, with room for markers."""
    span = high - low
    size = max(abs(low), abs(high))
    if not (math.isfinite(span) and size > SMALLEST):
        return -1.0, 1.0
    if span <= 1e-6 * size:
        return low - 0.5 * size, high + 0.5 * size
    step = round_up(span) / 10
    return (math.floor(low / step - 0.3)) * step, (math.ceil(high / step + 0.3)) * step


def layer_name(problem_info: ProblemInfo, layer: int) -> str:
    if layer == 0:
        return translate("SpacesView", "Input")
    if layer == len(problem_info.sizes) - 1:
        return translate("SpacesView", "Output")
    return translate("SpacesView", "Layer {}").format(layer)


def neuron_name(problem_info: ProblemInfo, layer: int, index: int) -> str:
    """Return what a neuron is called: features and outputs by their names."""
    if layer == 0:
        return problem_info.feature_names[index]
    if layer == len(problem_info.sizes) - 1 and index < len(problem_info.output_names):
        return problem_info.output_names[index]
    return translate("SpacesView", "Neuron {}").format(index + 1)


def neuron_range(problem_info: ProblemInfo, layer: int) -> Range | None:
    """Return the range of an axis that shows a neuron of a layer, None where it follows the values."""
    if layer == 0:
        return None
    low, high = ACTIVATIONS[problem_info.activations[layer - 1]].range
    if not (np.isfinite(low) and np.isfinite(high)):
        return None
    room = MARGIN * (high - low)
    return low - room, high + room


def projected(answer: Projections, layer: int) -> LayerPicture:
    """Return a layer on the plane of its first two principal components."""
    picture: LayerProjection = answer.layers[layer]
    if picture.state == "constant":
        text = translate(
            "SpacesView", "This layer gives the same for every example: there is no direction to look along."
        )
        return LayerPicture(np.empty((2, 0)), problem=text)
    if picture.state == "not finite":
        text = translate("SpacesView", "Some activations of this layer are too large to be drawn.")
        return LayerPicture(np.empty((2, 0)), problem=text)
    component = translate("SpacesView", "Component {}")
    names = [component.format(index + 1) for index in range(2)]
    if len(picture.coordinates) == 1:
        strip = _strip(picture.coordinates[0])
        return LayerPicture(strip, cut=picture.cut, names=(names[0], ""), ranges=(None, FLAT), centred=True)
    return LayerPicture(picture.coordinates, cut=picture.cut, names=(names[0], names[1]), centred=True)


def warped(problem_info: ProblemInfo, answer: HiddenSpaces, layer: int, *, grid: bool) -> LayerPicture:
    """Return a layer on the plane of two of its neurons."""
    picture = answer.layers[layer]
    if not np.isfinite(picture.points).all():
        text = translate("SpacesView", "Some activations of this layer are too large to be drawn.")
        return LayerPicture(np.empty((2, 0)), problem=text)
    span = neuron_range(problem_info, layer)
    first, second = (neuron_name(problem_info, layer, neuron) for neuron in picture.neurons)
    if picture.neurons[0] == picture.neurons[1]:
        return LayerPicture(_strip(picture.points[0]), names=(first, ""), ranges=(span, FLAT))
    lines = picture.lines if grid else None
    return LayerPicture(picture.points, lines, picture.decision, (first, second), ranges=(span, span))


def between(here: LayerPicture, there: LayerPicture, share: float, home: Home, home_there: Home) -> LayerPicture:
    """Return a picture on the way from one layer to another: every place moves along a straight line.

    Parameters
    ----------
    share
        Of the way, 0 … 1.
    home, home_there
        The ranges of both: places are those within the frame, whatever the axes measure.
    """
    ends = [np.array(each).reshape(2, 2) for each in (home, home_there)]
    low, span = ([end[:, 0] for end in ends], [end[:, 1] - end[:, 0] for end in ends])
    scale = span[0] / span[1]

    def moved(a: NDArray[Any], b: NDArray[Any], axis: int) -> NDArray[Any]:
        shape = tuple(2 if place == axis else 1 for place in range(a.ndim))
        with np.errstate(all="ignore"):
            target = low[0].reshape(shape) + (b - low[1].reshape(shape)) * scale.reshape(shape)
            places: NDArray[Any] = (1 - share) * a + share * target
        return places

    lines = None
    if here.lines is not None and there.lines is not None:
        lines = moved(here.lines, there.lines, 2)
    return LayerPicture(moved(here.points, there.points, 0), lines, ranges=(home[:2], home[2:]), on_the_way=True)


def _strip(values: NDArray[Any]) -> NDArray[Any]:
    """Return places along a line, spread across it so that markers are seen apart: the golden ratio's multiples."""
    across = SPREAD * (2 * ((np.arange(len(values)) * GOLDEN) % 1.0) - 1)
    return np.stack([values, across])

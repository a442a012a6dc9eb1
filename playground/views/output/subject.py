"""What the output view shows: which units and which examples, drawn how, on which scale of values."""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.engine import ACTIVATIONS
from playground.training.results import Maps, ProblemInfo
from playground.views.kit.scatter import SHADES
from playground.views.plots.ticks import round_up

Kind = Literal["field", "classes", "curves", "path"]
Unit = tuple[int, int]
MapKind = Literal["plane", "line"]

STEPS = 8
"""Bands that a discretized regression is drawn in; classes are two."""


class Subject(Struct, frozen=True):
    """One way to draw some units of one layer.

    Attributes
    ----------
    kind
        ``"field"``: one number at every point of the plane; ``"classes"``: the most likely class there;
        ``"curves"``: values over one input; ``"path"``: one output against another.
    layer
        0 … L.
    rows
        The units, in the order of their colours.
    automatic
        Whether the ends follow the largest value.
    threshold
        The value at which the decision changes, None if nothing is decided.
    steps
        How many steps "discretize" leaves; 0 where it has no meaning.
    signed
        Whether the scale's middle is neutral; else its low end is.
    is_output
        Whether it is what the network answers (else a unit looked at more closely).
    """

    kind: Kind
    layer: int
    rows: tuple[int, ...]
    low: float
    high: float
    automatic: bool = False
    threshold: float | None = None
    steps: int = 0
    signed: bool = True
    is_output: bool = True

    def values(self, maps: Maps) -> NDArray[Any]:
        """Return what is drawn: `(rows, …)`, or for a field `(len(y), len(x))`.

        Two outputs for two classes become one number, `middle + (a₁ − a₀) / 2`; for a softmax that is `a₁`.
        """
        layer = maps.units[self.layer]
        if self.kind != "field":
            return layer[list(self.rows)]
        if len(self.rows) == 1:
            field: NDArray[Any] = layer[self.rows[0]]
            return field
        first, second = self.rows
        difference: NDArray[Any] = (self.low + self.high) / 2 + (layer[second] - layer[first]) / 2
        return difference

    def ends(self, values: NDArray[Any]) -> tuple[float, float]:
        if not self.automatic:
            return self.low, self.high
        largest = max(abs(float(values.max())), abs(float(values.min()))) if values.size else 1.0
        end = round_up(largest)
        return -end, end


def output_subject(problem_info: ProblemInfo, maps: MapKind, output: int = 0) -> Subject:
    """Return how the network's output is drawn; `output` chooses one of several numbers over a plane."""
    last = len(problem_info.sizes) - 1
    outputs = problem_info.sizes[-1]
    every = tuple(range(outputs))
    if problem_info.problem == "classification":
        low, high = problem_info.targets
        middle = (low + high) / 2
        if maps == "line":
            return Subject("curves", last, every, low, high, threshold=middle, steps=2)
        if outputs <= 2:
            return Subject("field", last, every, low, high, threshold=middle, steps=2)
        return Subject("classes", last, every, low, high, steps=2)
    if maps == "line":
        low, high = limits(problem_info.train_Y, problem_info.test_Y)
        return Subject("path" if outputs == 2 else "curves", last, every, low, high)
    row = min(output, outputs - 1)
    low, high, signed = value_scale(problem_info.train_Y[row], problem_info.test_Y[row])
    return Subject("field", last, (row,), low, high, steps=STEPS, signed=signed)


def unit_subject(problem_info: ProblemInfo, maps: MapKind, unit: Unit) -> Subject:
    """Return how one unit is drawn, on its activation's range where that is finite."""
    layer, row = unit
    low, high = ACTIVATIONS[problem_info.activations[layer - 1]].range if layer > 0 else (-math.inf, math.inf)
    automatic = not (math.isfinite(low) and math.isfinite(high))
    if layer == len(problem_info.sizes) - 1 and not automatic:  # the answers are in the unit of the data
        mean, scale = float(problem_info.output_mean[row, 0]), float(problem_info.output_scale[row, 0])
        low, high = low * scale + mean, high * scale + mean
    if automatic:
        low, high = -1.0, 1.0
    kind: Kind = "field" if maps == "plane" else "curves"
    steps = 2 if maps == "plane" else 0
    return Subject(kind, layer, (row,), low, high, automatic, threshold=(low + high) / 2, steps=steps, is_output=False)


def has_unit(problem_info: ProblemInfo, maps: Maps, unit: Unit | None) -> bool:
    if unit is None:
        return False
    layer, row = unit
    return 0 <= layer < min(len(problem_info.sizes), len(maps.units)) and 0 <= row < problem_info.sizes[layer]


def limits(*targets: NDArray[Any]) -> tuple[float, float]:
    """Return the smallest and the largest target; 0 and 1 if there is none."""
    values = np.concatenate([part.ravel() for part in targets])
    values = values[np.isfinite(values)]
    if not values.size:
        return 0.0, 1.0
    return float(values.min()), float(values.max())


def value_scale(*targets: NDArray[Any]) -> tuple[float, float, bool]:
    """Return low end, high end and whether zero is the middle.

    Zero is neutral, so the scale is symmetric; only targets so far from zero that they would all look alike get a
    scale from their smallest to their largest.
    """
    low, high = limits(*targets)
    largest = max(abs(low), abs(high))
    if low * high > 0 and high - low < largest / 4:
        span = (high - low) or abs(high) or 1.0
        return low - span / 20, high + span / 20, False
    end = round_up(largest)
    return -end, end, True


LIMIT = 2000
Floats = NDArray[np.floating[Any]]
Integers = NDArray[np.intp]


class Points(Struct, frozen=True, eq=False):
    """Markers to draw, in the order of drawing.

    Attributes
    ----------
    x, y
        `(k,)` coordinates.
    color
        `(k,)` index of a class, or of one of `SHADES` colours for a numeric target, or −1 for plain ink.
    shape
        `(k,)` index of a marker's shape.
    hollow
        `(k,)`: test examples are hollow, training examples filled.
    by_class
        Whether `color` is an index of a class (or of a curve).
    examples, available
        How many examples are drawn, and how many there are.
    """

    x: Floats
    y: Floats
    color: Integers
    shape: Integers
    hollow: NDArray[np.bool_]
    by_class: bool
    examples: int
    available: int


def points(
    problem_info: ProblemInfo, subject: Subject, *, test: bool, limit: int = LIMIT, axes: tuple[int, int] = (0, 1)
) -> Points:
    """Return the examples that belong to a subject: test examples first, so that training examples lie on top.

    `axes` are the numbers of the inputs that a plane shows.
    """
    parts = [(problem_info.train_X, problem_info.train_Y, problem_info.train_labels, False)]
    if test:
        parts.insert(0, (problem_info.test_X, problem_info.test_Y, problem_info.test_labels, True))
    available = sum(X.shape[1] for X, *_ in parts)
    share = min(1.0, limit / max(available, 1))
    shown = np.array(axes if subject.kind in ("field", "classes") else (0,))
    place = _PLACES[subject.kind] if subject.is_output or subject.kind == "field" else _nowhere
    # Over a unit's map the examples keep the colours that they have over the output's.
    owner = subject if subject.is_output else output_subject(problem_info, "plane")
    examples = 0
    columns: list[tuple[Floats, Floats, Integers, Integers, NDArray[np.bool_]]] = []
    for X, Y, labels, hollow in parts:
        chosen = evenly(X.shape[1], int(X.shape[1] * share))
        examples += len(chosen)
        plotted = X[np.ix_(shown, chosen)]
        x, y, color, shape = place(owner, plotted, Y[:, chosen], None if labels is None else labels[chosen])
        columns.append((x, y, color, shape, np.full(x.shape, hollow)))
    x, y, color, shape, is_hollow = (np.concatenate(column) for column in zip(*columns, strict=True))
    by_class = problem_info.problem == "classification" or subject.kind == "curves"
    return Points(x, y, color, shape, is_hollow, by_class, examples, available)


def evenly(m: int, k: int) -> Integers:
    """Return `k` of `m` indices, evenly spread."""
    return np.arange(m) if k >= m else (np.arange(k) * (m / max(k, 1))).astype(np.intp)


def shades(values: NDArray[Any], low: float, high: float) -> Integers:
    """Return which of `SHADES` colours stands for each value."""
    span = (high - low) or 1.0
    return np.clip(np.rint((values - low) / span * (SHADES - 1)), 0, SHADES - 1).astype(np.intp)


_Placed = tuple[Floats, Floats, Integers, Integers]
_Labels = Integers | None


def _on_plane(subject: Subject, X: Floats, Y: Floats, labels: _Labels) -> _Placed:
    if labels is not None:
        return X[0], X[1], labels, labels
    target = Y[subject.rows[0]]
    return X[0], X[1], shades(target, subject.low, subject.high), np.zeros(X.shape[1], np.intp)


def _on_curves(subject: Subject, X: Floats, Y: Floats, labels: _Labels) -> _Placed:
    if labels is not None:
        target = Y[0] if len(Y) == 1 else np.full(X.shape[1], subject.high)
        return X[0], target, labels, labels
    k, m = Y.shape
    color = np.full(m, -1) if k == 1 else np.repeat(np.arange(k), m)
    return np.tile(X[0], k), Y.ravel(), color, np.maximum(color, 0)


def _on_path(_subject: Subject, X: Floats, Y: Floats, _labels: _Labels) -> _Placed:
    m = X.shape[1]
    return Y[0], Y[1], np.full(m, -1), np.zeros(m, np.intp)


def _nowhere(_subject: Subject, _X: Floats, _Y: Floats, _labels: _Labels) -> _Placed:
    return np.empty(0), np.empty(0), np.empty(0, np.intp), np.empty(0, np.intp)


_PLACES: Mapping[Kind, Callable[[Subject, Floats, Floats, _Labels], _Placed]] = MappingProxyType(
    {"field": _on_plane, "classes": _on_plane, "curves": _on_curves, "path": _on_path}
)

"""What the output view shows: which units, drawn how, on which scale of values."""

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from playground.engine import ACTIVATIONS
from playground.training.results import Maps, Scene
from playground.views.plots.ticks import round_up

Kind = Literal["field", "classes", "curves", "path"]
Unit = tuple[int, int]
MapKind = Literal["plane", "line"]

STEPS = 8
"""Bands that a discretized regression is drawn in; classes are two."""


@dataclass(frozen=True)
class Subject:
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
    low, high
        The ends of the scale.
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
        """Return the ends of the scale for these values."""
        if not self.automatic:
            return self.low, self.high
        largest = max(abs(float(values.max())), abs(float(values.min()))) if values.size else 1.0
        end = round_up(largest)
        return -end, end


def output_subject(scene: Scene, maps: MapKind, output: int = 0) -> Subject:
    """Return how the network's output is drawn; `output` chooses one of several numbers over a plane."""
    last = len(scene.sizes) - 1
    outputs = scene.sizes[-1]
    every = tuple(range(outputs))
    if scene.problem == "classification":
        low, high = scene.targets
        middle = (low + high) / 2
        if maps == "line":
            return Subject("curves", last, every, low, high, threshold=middle, steps=2)
        if outputs <= 2:
            return Subject("field", last, every, low, high, threshold=middle, steps=2)
        return Subject("classes", last, every, low, high, steps=2)
    if maps == "line":
        low, high = limits(scene.train_Y, scene.test_Y)
        return Subject("path" if outputs == 2 else "curves", last, every, low, high)
    row = min(output, outputs - 1)
    low, high, signed = value_scale(scene.train_Y[row], scene.test_Y[row])
    return Subject("field", last, (row,), low, high, steps=STEPS, signed=signed)


def unit_subject(scene: Scene, maps: MapKind, unit: Unit) -> Subject:
    """Return how one unit is drawn, on its activation's range where that is finite."""
    layer, row = unit
    low, high = ACTIVATIONS[scene.activations[layer - 1]].range if layer > 0 else (-math.inf, math.inf)
    automatic = not (math.isfinite(low) and math.isfinite(high))
    if layer == len(scene.sizes) - 1 and not automatic:  # the answers are in the unit of the data
        mean, scale = float(scene.output_mean[row, 0]), float(scene.output_scale[row, 0])
        low, high = low * scale + mean, high * scale + mean
    if automatic:
        low, high = -1.0, 1.0
    kind: Kind = "field" if maps == "plane" else "curves"
    steps = 2 if maps == "plane" else 0
    return Subject(kind, layer, (row,), low, high, automatic, threshold=(low + high) / 2, steps=steps, is_output=False)


def has_unit(scene: Scene, maps: Maps, unit: Unit | None) -> bool:
    """Whether there is such a unit, in the scene and in the maps."""
    if unit is None:
        return False
    layer, row = unit
    return 0 <= layer < min(len(scene.sizes), len(maps.units)) and 0 <= row < scene.sizes[layer]


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

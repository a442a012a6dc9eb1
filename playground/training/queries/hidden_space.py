"""The hidden space: the plane of two neurons of each layer, with the data and the input's grid bent into it."""

from collections.abc import Callable
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.engine import Network
from playground.training.errors import TrainingError
from playground.training.examples import Examples
from playground.training.input_slice import FIRST_TWO, InputSlice
from playground.training.linear_readout import borders
from playground.training.queries.every_layer import Drawn, EveryLayer, choose, features
from playground.training.sampler import inputs_on
from playground.training.training_run import TrainingRun

LINES = 15
"""Of the grid in each direction."""
STEPS = 72
"""Points of a line."""
LARGEST_GRID = 40_000_000
"""Points × parameters; a larger network has fewer points on a line."""
FEWEST_STEPS = 16

Pair = tuple[int, int]
Floats32 = NDArray[np.float32]

_MIDDLES: dict[str, Callable[[float], float]] = {
    "linear": lambda middle: middle,
    "sigmoid": lambda _middle: 0.0,
    "tanh": lambda _middle: 0.0,
}
"""The weighted sum at which an output crosses the middle of its targets, for activations that do so at one place."""


class NeuronPlane(Struct, frozen=True, eq=False):
    """One layer's picture.

    Attributes
    ----------
    neurons
        The two neurons, from 0: the first runs to the right. The same one twice in a layer that has no other.
    points
        `(2, m)` float32: their activations for the examples, training examples first, then test examples.
    lines
        `(families, lines, 2, steps)` float32: where the lines of the input's grid lie. The first family runs along the
        second of the two inputs shown, the second along the first; data with one input have one line.
    decision
        `(s, 2, 2)`: where the output's decision changes, as segments from point to point, x and y; None for a layer
        that is not the last hidden one, and where nothing is decided.
    exact
        Whether that is the whole decision: the layer has these two neurons and no others. Else the others rest at their
        mean over the training examples.
    """

    neurons: Pair
    points: Floats32
    lines: Floats32
    decision: NDArray[np.float64] | None
    exact: bool


class HiddenSpaces(Struct, frozen=True, eq=False):
    """All layers' pictures, 0 … L; which examples are in them, and the grid in the input.

    `across` and `up`: `(lines,)`: the values of the two inputs that have a line; `up` is empty for data with one input.
    """

    drawn: Drawn
    across: NDArray[np.float64]
    up: NDArray[np.float64]
    layers: tuple[NeuronPlane, ...]


class HiddenSpace(Struct, frozen=True):
    """Show two neurons of every layer.

    Attributes
    ----------
    pairs
        For every layer, 0 … L, two neurons from 0.
    input_slice
        The inputs that the grid lies over, and where the others rest.
    """

    pairs: tuple[Pair, ...]
    input_slice: InputSlice = FIRST_TWO

    def prepare(self, run: TrainingRun) -> Callable[[], HiddenSpaces]:
        """Return what computes the pictures, frame by frame.

        Raises `TrainingError` if there is no such layer, neuron, input or example.
        """
        sizes = run.network.sizes
        if len(self.pairs) != len(sizes):
            raise TrainingError(
                "neurons of {count} layers, the network has {count2}", count=len(self.pairs), count2=len(sizes)
            )
        for layer, (pair, size) in enumerate(zip(self.pairs, sizes, strict=True)):
            if not all(0 <= neuron < size for neuron in pair):
                raise TrainingError(
                    "layer {layer}: neurons {pair} and {pair2}, it has {size}",
                    layer=layer,
                    pair=pair[0] + 1,
                    pair2=pair[1] + 1,
                    size=size,
                )
        self.input_slice.check(run.examples.dataset.n_inputs, run.examples.train.m)
        return _Warp(run, self.pairs, self.input_slice).compute


class _Warp:
    """Computes where data and grid lie."""

    def __init__(self, run: TrainingRun, pairs: tuple[Pair, ...], input_slice: InputSlice) -> None:
        examples, network = run.examples, run.network
        self._network, self._pairs, self._targets = network, pairs, examples.targets
        self._decides = examples.dataset.problem == "classification"
        self._drawn = choose(examples, network.parameters.size)
        self._train = len(self._drawn.train)
        self._data = EveryLayer(network, features(examples, self._drawn), examples.output)
        self._across, self._up, X, self._shape = _grid(examples, input_slice, network.parameters.size)
        self._grid = EveryLayer(network, examples.normalised(X), examples.output)

    def compute(self) -> HiddenSpaces:
        """Return the pictures for the parameters as they are."""
        layers = zip(self._pairs, self._data.compute(), self._grid.compute(), strict=True)
        return HiddenSpaces(
            self._drawn,
            self._across,
            self._up,
            tuple(self._layer(layer, *each) for layer, each in enumerate(layers)),
        )

    def _layer(self, layer: int, pair: Pair, data: NDArray[Any], grid: NDArray[Any]) -> NeuronPlane:
        neurons = list(pair)
        points, lines = _copied(data[neurons]), _copied(grid[neurons])
        # (2, families, lines, steps) → (families, lines, 2, steps)
        lines = np.moveaxis(lines.reshape(2, *self._shape), 0, 2)
        decision = None
        is_last = layer == len(self._pairs) - 2
        if is_last and layer > 0 and self._decides and pair[0] != pair[1]:
            decision = self._decision(pair, data[:, : self._train], points, lines)
        return NeuronPlane(pair, points, lines, decision, len(data) == 2)

    def _decision(
        self, pair: Pair, train: NDArray[Any], points: Floats32, lines: Floats32
    ) -> NDArray[np.float64] | None:
        scores = class_scores(self._network, self._targets)
        if scores is None:
            return None
        W, b = scores
        rest = train.mean(axis=1, dtype=np.float64)
        rest[list(pair)] = 0.0
        both = np.concatenate([points, lines.transpose(2, 0, 1, 3).reshape(2, -1)], axis=1).astype(np.float64)
        if not np.isfinite(both).all():
            return None
        low, high = both.min(axis=1), both.max(axis=1)
        room = np.maximum(high - low, 1e-6)
        segments = borders(W[:, list(pair)], b + W @ rest, low - room, high + room)
        segments.flags.writeable = False
        return segments


def _grid(
    examples: Examples, input_slice: InputSlice, parameters: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], tuple[int, int, int]]:
    """Return the values that have a line, the raw inputs of all lines, and (families, lines, steps)."""
    domain, (across, up) = examples.domain, input_slice.axes
    if examples.dataset.n_inputs == 1:
        steps = LINES * STEPS // 2
        line = np.linspace(*domain[0], steps)
        return np.linspace(*domain[0], LINES), np.empty(0), line[None, :], (1, 1, steps)
    steps = min(STEPS, max(FEWEST_STEPS, LARGEST_GRID // (2 * LINES * max(parameters, 1))))
    x, y = np.linspace(*domain[across], LINES), np.linspace(*domain[up], LINES)
    along_x, along_y = np.linspace(*domain[across], steps), np.linspace(*domain[up], steps)
    xs = np.concatenate([np.repeat(x, steps), np.tile(along_x, LINES)])
    ys = np.concatenate([np.tile(along_y, LINES), np.repeat(y, steps)])
    for values in (x, y):
        values.flags.writeable = False
    return x, y, inputs_on(examples, input_slice, xs, ys), (2, LINES, steps)


def class_scores(
    network: Network, targets: tuple[float, float]
) -> tuple[NDArray[np.float64], NDArray[np.float64]] | None:
    """Return `W` `(k, n)` and `b` `(k,)`: the class with the largest `W a + b` wins, for activations `a` before.

    One output is two classes, the first with a score of zero. None where the output's activation is not monotonous, so
    that no straight line decides.
    """
    W, b = network.W[-1].astype(np.float64), network.b[-1][:, 0].astype(np.float64)
    output = network.activations[-1]
    if len(W) > 1:
        return (W, b) if output in _MIDDLES or output == "softmax" else None
    if output not in _MIDDLES:
        return None
    middle = _MIDDLES[output](sum(targets) / 2)
    return np.concatenate([np.zeros_like(W), W]), np.array([0.0, b[0] - middle])


def _copied(values: NDArray[Any]) -> Floats32:
    with np.errstate(all="ignore"):
        copy = values.astype(np.float32)
    copy.flags.writeable = False
    return copy

"""What every unit computes over the input space: the maps that the network draws of itself."""

from collections.abc import Sequence
from typing import Literal

import numpy as np

from playground.engine import Network
from playground.engine.network import with_ones
from playground.engine.operations import run
from playground.engine.propagation import Buffers, Propagation
from playground.training.examples import Examples
from playground.training.input_slice import InputSlice
from playground.training.results import Array, FloatArray, Maps

SIDES = (64, 48, 32, 24)
UNIT_PIXELS = 250_000
"""The grid is the finest whose units × points stay below this, so that a frame costs a millisecond or two."""
LINE_POINTS = 256


class MapSampler:
    """Evaluates all units of a network on a grid over two inputs, the others resting where they are told to.

    Raises `TrainingError` if there is no such input or example.

    Parameters
    ----------
    network
        Read live at every `sample`.
    examples
        Gives the axes, the features and their normalisation.
    input_slice
        The two inputs, and where the others rest.
    side
        Points along each side of the grid; None for as many as a frame has time for; of a line always the same.
    """

    def __init__(self, network: Network, examples: Examples, input_slice: InputSlice, side: int | None = None) -> None:
        n_inputs = examples.dataset.n_inputs
        self._kind: Literal["plane", "line"] = "line" if n_inputs == 1 else "plane"
        self._input_slice = input_slice if self._kind == "plane" else InputSlice((0, 0), input_slice.example)
        input_slice.check(n_inputs, examples.train.m)
        across, up = self._input_slice.axes
        side = LINE_POINTS if self._kind == "line" else side or side_for(sum(network.sizes))
        self._x = np.linspace(*examples.domain[across], side)
        self._y = np.linspace(*examples.domain[up], side) if self._kind == "plane" else np.empty(0)
        self._shape = (side, side) if self._kind == "plane" else (side,)
        inputs = examples.normalised(self._inputs(examples))
        with np.errstate(all="ignore"):
            inputs = inputs.astype(network.dtype)
        self._x.flags.writeable = self._y.flags.writeable = False
        buffers = Buffers(network.structure, inputs.shape[1], network.dtype, keep=False)
        Z_out = np.empty((network.sizes[-1], inputs.shape[1]), network.dtype)
        self._operations = Propagation(network.structure, network.matrices, buffers).forward(with_ones(inputs), Z_out)
        self._layers = [A[:-1] for A in buffers.A[1:]]
        self._features = self._frozen(inputs)
        self._output = examples.output

    def sample(self) -> Maps:
        """Return the maps of all units with the parameters as they are."""
        run(self._operations)
        *hidden, outputs = self._layers
        layers = (*(self._frozen(A) for A in hidden), self._frozen(self._output.undone(outputs)))
        return Maps(self._kind, self._x, self._y, (self._features, *layers), self._input_slice)

    def _inputs(self, examples: Examples) -> FloatArray:
        if self._kind == "line":
            return self._x[None, :]
        return inputs_on(examples, self._input_slice, np.tile(self._x, self._y.size), np.repeat(self._y, self._x.size))

    def _frozen(self, values: Array) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        with np.errstate(all="ignore"):
            copy = values.astype(np.float32).reshape(-1, *self._shape)
        copy.flags.writeable = False
        return copy


def side_for(units: int, sides: Sequence[int] = SIDES) -> int:
    """Return how many points a side of the grid has, so that maps of so many units are made within a frame."""
    return next((side for side in sides if units * side * side <= UNIT_PIXELS), sides[-1])


def resting(examples: Examples, input_slice: InputSlice) -> FloatArray:
    """Return where the inputs that do not vary rest, `(n_inputs, 1)`."""
    X = examples.train.X
    return np.asarray(
        X.mean(axis=1, keepdims=True, dtype=np.float64) if input_slice.example is None else X[:, [input_slice.example]],
        np.float64,
    )


def inputs_on(examples: Examples, input_slice: InputSlice, x: FloatArray, y: FloatArray) -> FloatArray:
    """Return raw inputs `(n_inputs, m)` at the places `x`, `y` `(m,)` of a plane, the others where they rest."""
    X: FloatArray = np.repeat(resting(examples, input_slice), x.size, axis=1)
    X[input_slice.axes[0]], X[input_slice.axes[1]] = x, y
    return X

"""What the network says of every example, and how wrong it is: asked by the views of results."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.engine import ACTIVATIONS
from playground.engine.network import cost_per_example
from playground.training.examples import Part
from playground.training.queries import Asked
from playground.training.scoring import predicted_classes
from playground.training.training_run import TrainingRun

Array = NDArray[np.floating[Any]]
Indices = NDArray[np.intp]

FRAME_EXAMPLES = 4000
"""As many examples are looked at in a frame while training runs, at most."""
FRAME_PRODUCTS = 12_000_000
"""As many products of a weight and a number a frame may take: about two milliseconds."""
FEWEST_EXAMPLES = 200
"""However large the network, so many are looked at."""
CHUNK = 4000
"""Examples that go through the network together where there are many: bounds the memory."""


class PredictedPart(Struct, frozen=True, eq=False):
    """Predictions for training or test examples; all arrays are read-only.

    Attributes
    ----------
    index
        `(k,)`: which examples of the part these are, ascending.
    available
        How many examples the part has.
    outputs
        `(n_L, k)`, in the unit of the data.
    error
        `(k,)`: the cost of each example, without penalties.
    predicted
        `(k,)` class numbers; None for regression.
    correct
        `(k,)`; None for regression.
    confidence
        `(k,)`: how far the output of the predicted class is on the way from "no" to "yes", 0 … 1; None for regression.
    """

    index: Indices
    available: int
    outputs: Array
    error: Array
    predicted: Indices | None
    correct: NDArray[np.bool_] | None
    confidence: NDArray[np.float64] | None


class Predicted(Struct, frozen=True, eq=False):
    """Predictions for both parts of the data."""

    train: PredictedPart
    test: PredictedPart

    @property
    def complete(self) -> bool:
        """Whether every example is among them."""
        return all(part.index.size == part.available for part in (self.train, self.test))


class Predictions(Struct, frozen=True):
    """Asks for `Predicted`.

    `limit`: look at no more than so many examples, evenly spread over both parts, and at fewer where the network is so
    large that a frame would have to wait; None for every example, however long it takes.
    """

    limit: int | None = FRAME_EXAMPLES

    def prepare(self, run: TrainingRun) -> Asked:
        examples = run.examples
        available = examples.train.m + examples.test.m
        most = available if self.limit is None else _most(self.limit, run.network.parameters.size)
        parts = [_Sample(part, _evenly(part.m, most, available), run) for part in (examples.train, examples.test)]
        return lambda: Predicted(*(part.predict() for part in parts))


class _Sample:
    """Examples of one part, ready for the network."""

    def __init__(self, part: Part, index: Indices, run: TrainingRun) -> None:
        # The run lives as long as what is asked of it; its network is read live.
        self._network, self._targets, self._output = run.network, run.examples.targets, run.examples.output
        self._index, self._available = _frozen(index), part.m
        dtype, everything = self._network.dtype, index.size == part.m
        # Cast once and not for every frame; a large part is cast chunk by chunk rather than kept twice.
        self._F = part.F if everything and index.size > CHUNK else part.F[:, index].astype(dtype)
        self._Y = part.Y if everything and index.size > CHUNK else part.Y[:, index].astype(dtype)
        self._labels = None if part.labels is None else part.labels[index]

    @np.errstate(all="ignore")
    def predict(self) -> PredictedPart:
        """Run the network as it is now."""
        network, size = self._network, self._index.size
        outputs = np.empty((network.sizes[-1], size), network.dtype)
        error = np.empty(size, network.dtype)
        activation = ACTIVATIONS[network.activations[-1]]
        for chunk in _chunks(size):
            Z = network.output_z(self._F[:, chunk])
            outputs[:, chunk] = activation(Z)
            error[chunk] = cost_per_example(network.structure, Z, self._Y[:, chunk].astype(Z.dtype, copy=False))
        return self._part(_frozen(self._output.undone(outputs)), _frozen(error))

    def _part(self, outputs: Array, error: Array) -> PredictedPart:
        if self._labels is None:
            return PredictedPart(self._index, self._available, outputs, error, None, None, None)
        predicted = predicted_classes(outputs, self._targets)
        return PredictedPart(
            self._index,
            self._available,
            outputs,
            error,
            _frozen(predicted),
            _frozen(predicted == self._labels),
            _frozen(confidence(outputs, predicted, self._targets)),
        )


def confidence(outputs: Array, predicted: Indices, targets: tuple[float, float]) -> NDArray[np.float64]:
    """Return how far the outputs `(n_L, m)` are on the way from "no" to "yes" for the predicted classes, `(m,)`.

    With a sigmoid or softmax output that is the probability that the network gives its answer. One output stands for
    class 1, and its distance from "yes" for class 0.
    """
    low, high = targets
    if len(outputs) == 1:
        yes = (outputs[0].astype(np.float64) - low) / (high - low)
        share = np.where(predicted == 1, yes, 1 - yes)
    else:
        share = (outputs[predicted, np.arange(predicted.size)].astype(np.float64) - low) / (high - low)
    return np.asarray(np.clip(share, 0.0, 1.0))


def _most(limit: int, n_parameters: int) -> int:
    return min(limit, max(FEWEST_EXAMPLES, FRAME_PRODUCTS // n_parameters))


def _evenly(m: int, most: int, available: int) -> Indices:
    """Return which of `m` examples are looked at where `most` of all `available` ones are: evenly spread."""
    if available <= most:
        return np.arange(m)
    k = min(m, max(1, round(m * most / available)))
    return (np.arange(k) * m // max(k, 1)).astype(np.intp)


def _chunks(size: int) -> Iterator[slice]:
    return (slice(start, min(start + CHUNK, size)) for start in range(0, size, CHUNK))


def _frozen(values: NDArray[Any]) -> NDArray[Any]:
    values.flags.writeable = False
    return values

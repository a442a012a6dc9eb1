"""Examples as every layer sees them: one forward pass, compiled once for a run."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.data import Scaling
from playground.engine import Network
from playground.engine.network import with_ones
from playground.engine.operations import Array, run
from playground.engine.propagation import Buffers, Propagation
from playground.training.examples import Examples
from playground.training.pca import evenly

MOST = 2000
"""Examples, training and test together."""
FEWEST = 300
WORK = 20_000_000
"""Examples × parameters: what a forward pass for a picture may cost, a few milliseconds."""


class Drawn(Struct, frozen=True, eq=False):
    """Which examples a picture shows: all, or as many as time allows, evenly spread.

    Attributes
    ----------
    train, test
        Numbers of training and of test examples, ascending.
    available
        How many there are of both.
    """

    train: NDArray[np.intp]
    test: NDArray[np.intp]
    available: int

    @property
    def count(self) -> int:
        return len(self.train) + len(self.test)


def choose(examples: Examples, parameters: int) -> Drawn:
    """Return the examples that a picture of a network with so many parameters shows."""
    train, test = examples.train.m, examples.test.m
    most = min(MOST, max(FEWEST, WORK // max(parameters, 1)))
    share = min(1.0, most / max(train + test, 1))
    chosen = Drawn(evenly(train, round(train * share)), evenly(test, round(test * share)), train + test)
    for indices in (chosen.train, chosen.test):
        indices.flags.writeable = False
    return chosen


def features(examples: Examples, drawn: Drawn) -> Array:
    """Return the network's input `(n_0, k)` for the examples drawn, training examples first."""
    return np.concatenate([examples.train.F[:, drawn.train], examples.test.F[:, drawn.test]], axis=1)


class EveryLayer:
    """A forward pass that keeps all activations.

    Parameters
    ----------
    network
        Read live at every `compute`.
    inputs
        `(n_0, m)`.
    output
        Brings the last layer into the unit of the data; None to leave it as the network learns it.
    """

    def __init__(self, network: Network, inputs: NDArray[Any], output: Scaling | None = None) -> None:
        self._output = output
        with np.errstate(all="ignore"):
            A0 = with_ones(inputs.astype(network.dtype))
        buffers = Buffers(network.structure, inputs.shape[1], network.dtype, keep=False)
        Z_out = np.empty((network.sizes[-1], inputs.shape[1]), network.dtype)
        self._operations = Propagation(network.structure, network.matrices, buffers).forward(A0, Z_out)
        self._layers = [A0[:-1], *(A[:-1] for A in buffers.A[1:])]

    def compute(self) -> Sequence[Array]:
        """Return the activations `(n_l, m)` of layers 0 … L: the pass's own buffers, overwritten by the next."""
        with np.errstate(all="ignore"):
            run(self._operations)
        if self._output is None:
            return self._layers
        return [*self._layers[:-1], self._output.undone(self._layers[-1])]

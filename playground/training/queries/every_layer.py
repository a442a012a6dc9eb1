"""Examples as every layer sees them, and on the plane of its first two principal components."""

from collections.abc import Callable, Sequence
from typing import Any, Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.data import Scaling
from playground.engine import Network
from playground.engine.network import with_ones
from playground.engine.operations import Array, run
from playground.engine.propagation import Buffers, Propagation
from playground.training.examples import Examples
from playground.training.linear_readout import StraightCuts, borders, straight_cuts, straight_fit
from playground.training.pca import WIDEST, FollowedPlane, evenly, is_constant, principal_axes
from playground.training.training_run import TrainingRun

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


RATIOS = 10
WIDEST_INPUT = 512
"""The input layer does not change while a network learns: its decomposition is computed once, and may be larger."""

AROUND = 5.0
"""The cuts go on so far beyond the points: a person may zoom out."""

State = Literal["fine", "constant", "not finite"]


class LayerProjection(Struct, frozen=True, eq=False):
    """One layer's picture.

    Attributes
    ----------
    state
        ``"constant"``: the layer gives the same for all training examples, so that there is no direction to look along;
        ``"not finite"``: some activations are too large for a picture. The arrays are empty then, k is 0.
    coordinates
        `(k, m)` float32, training examples first, then test examples: k is 2, or 1 for a layer of one neuron.
    components
        `(n_l, k)` orthonormal: the directions of the plane.
    mean
        `(n_l, 1)` of the training examples: the origin of the coordinates.
    ratios
        The share of the variance along each principal component, the first ten of them.
    kept
        The share of the variance that is left in this picture.
    readout
        How far straight cuts get on all the layer's neurons: the share of training examples of the right class, or R²
        for numbers to predict. Cuts of the picture are such cuts too: it is never less than they get. None where it was
        not computed (more than 128 neurons) or has no meaning.
    cut
        `(s, 2, 2)`: the straight cuts of this picture, as segments from point to point, x and y; a strip is cut
        upright. They know no more than its coordinates: where the layer has other dimensions, `readout` has other cuts.
    cut_share
        How many training examples these cuts put right; None where there are no classes to tell apart.
    fitted
        How many training examples the components come from.
    """

    state: State
    coordinates: NDArray[np.float32]
    components: NDArray[np.float64]
    mean: NDArray[np.float64]
    ratios: tuple[float, ...]
    kept: float
    readout: float | None
    cut: NDArray[np.float64]
    cut_share: float | None
    fitted: int


class Projections(Struct, frozen=True, eq=False):
    """All layers' pictures, 0 … L, and which examples are in them."""

    drawn: Drawn
    layers: tuple[LayerProjection, ...]


class Projection(Struct, frozen=True):
    """Project the data as every layer sees them; components and cuts come from the training examples."""

    def prepare(self, run: TrainingRun) -> Callable[[], Projections]:
        return _Projector(run).project


class _Projector:
    """Projects all layers, each on a plane that follows the one of the frame before."""

    def __init__(self, run: TrainingRun) -> None:
        examples, network = run.examples, run.network
        self._drawn = choose(examples, network.parameters.size)
        self._train = len(self._drawn.train)
        self._labels = None if examples.train.labels is None else examples.train.labels[self._drawn.train]
        self._classes = len(examples.dataset.classes)
        self._Y = examples.train.Y[:, self._drawn.train]
        self._pass = EveryLayer(network, features(examples, self._drawn))
        self._planes = [FollowedPlane() for _ in network.sizes]
        self._input: LayerProjection | None = None

    def project(self) -> Projections:
        """Return the pictures for the parameters as they are."""
        first, *others = self._pass.compute()
        if self._input is None:
            self._input = self._layer(first, self._planes[0], WIDEST_INPUT)
        rest = (self._layer(A, plane, WIDEST) for A, plane in zip(others, self._planes[1:], strict=True))
        return Projections(self._drawn, (self._input, *rest))

    def _layer(self, A: NDArray[Any], plane: FollowedPlane, widest: int) -> LayerProjection:
        train = A[:, : self._train]
        axes = principal_axes(train, widest)
        if axes is None or not np.isfinite(A[:, self._train :]).all():
            return _nothing("not finite")
        if is_constant(axes, train):
            return _nothing("constant")
        basis = plane.follow(axes, train)
        coordinates = basis.T @ (A - axes.mean)
        shown = coordinates[:, : self._train]
        with np.errstate(all="ignore"):
            drawn = _frozen(coordinates.astype(np.float32))
        if not np.isfinite(drawn).all():
            return _nothing("not finite")
        cuts = self._cuts(shown)
        return LayerProjection(
            "fine",
            drawn,
            _frozen(basis.copy()),
            _frozen(axes.mean),
            tuple((axes.variances[:RATIOS] / axes.total).tolist()),
            min(1.0, float(shown.var(axis=1).sum()) / _total(axes.total, train, axes.mean, axes.fitted)),
            self._readout(train, cuts),
            _frozen(_segments(cuts, shown)),
            None if cuts is None else cuts.share,
            axes.fitted,
        )

    def _cuts(self, points: NDArray[Any]) -> StraightCuts | None:
        return None if self._labels is None else straight_cuts(points, self._labels, self._classes)

    def _readout(self, train: NDArray[Any], of_picture: StraightCuts | None) -> float | None:
        if len(train) > WIDEST:
            return None
        if self._labels is None:
            return straight_fit(train, self._Y)
        return max((cuts.share for cuts in (self._cuts(train), of_picture) if cuts is not None), default=None)


def _total(total: float, X: NDArray[Any], mean: NDArray[np.float64], fitted: int) -> float:
    """Return the variance of all points where the components come from a part of them."""
    return total if fitted == X.shape[1] else float(((X - mean) ** 2).sum()) / X.shape[1]


def _segments(cuts: StraightCuts | None, points: NDArray[Any]) -> NDArray[np.float64]:
    """Return where cuts go through a picture, `AROUND` times as wide as its points in every direction."""
    if cuts is None:
        return np.empty((0, 2, 2))
    # Upright cuts through a strip are those of a plane whose second coordinate says nothing.
    W = cuts.W if len(points) == 2 else np.concatenate([cuts.W, np.zeros_like(cuts.W)], axis=1)
    end = np.full(2, AROUND * max(float(np.abs(points).max()), 1.0))
    return borders(W, cuts.b, -end, end)


def _nothing(state: State) -> LayerProjection:
    empty = _frozen(np.empty((0, 0)))
    return LayerProjection(state, _frozen(np.empty((0, 0), np.float32)), empty, empty, (), 0.0, None, empty, None, 0)


def _frozen(values: NDArray[Any]) -> NDArray[Any]:
    values.flags.writeable = False
    return values

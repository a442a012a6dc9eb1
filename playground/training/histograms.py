"""How weights, activations and gradients of every layer are spread, over the recorded epochs.

Nothing of it is stored: it is counted again from the recorded moments, a few milliseconds at a time.
"""

import time
from collections.abc import Generator, Iterable, Mapping
from types import MappingProxyType
from weakref import ReferenceType, ref

import numpy as np
from msgspec import Struct, field

from playground.training.jobs import Job
from playground.training.landscape.field import copy_of
from playground.training.moments import Record
from playground.training.pca import evenly
from playground.training.queries.every_layer import EveryLayer
from playground.training.results import Array, FloatArray
from playground.training.training_run import TrainingRun

WEIGHTS, ACTIVATIONS, GRADIENTS = QUANTITIES = ("weights", "activations", "gradients")
"""Of each layer: its weights without biases, what its neurons give for the training examples, and the gradient of its
weights in the update that led to the epoch."""
Cells = list[float | int | str | None]
COLUMNS = ("quantity", "layer", "low", "high", "epoch", "share")
"""Of the histograms as a table."""
MOST_EPOCHS, BINS = 96, 32
EXAMPLES, WORK = 400, 400_000
"""So many training examples are looked at, or fewer where the network is large: examples × parameters."""
PUBLISH_SECONDS = 0.1
STEPS = (1.0, 2.0, 5.0, 10.0)
DECADES = 9.0
"""So far below the largest gradient of all layers nothing is told apart."""


class Histogram(Struct, frozen=True, eq=False):
    """The numbers of one layer over the epochs.

    Attributes
    ----------
    edges
        `(n + 1,)`, ascending: where the bins begin and end; of gradients the exponent of ten of their size.
    shares
        `(n, k)`: which share of the numbers lies in a bin at an epoch; NaN where it is not counted yet.
    zeros
        `(k,)`: of gradients, which share is exactly 0 and has no exponent; None for what has its place in a bin.
    count
        How many numbers there are at each epoch.
    """

    edges: FloatArray
    shares: FloatArray
    zeros: FloatArray | None
    count: int


class Histograms(Struct, frozen=True, eq=False):
    """The histograms of every layer at recorded epochs.

    Attributes
    ----------
    epochs
        `(k,)`, ascending.
    layers
        By the names of `QUANTITIES`, one for each layer 1 … L.
    examples
        How many training examples the activations are of.
    progress
        How much of it is counted, 0 … 1.
    """

    epochs: FloatArray
    layers: Mapping[str, tuple[Histogram, ...]]
    examples: int
    progress: float


class Counted(Struct):
    """What is known of one recorded moment.

    Attributes
    ----------
    parameters
        By which it is known again.
    ends
        `(3, L, 2)`: the lowest and the highest number; NaN where there is none.
    ranges, counts
        `(3, L, 2)` and `(3, L, BINS + 1)`: how many lie in each bin of these ranges, and how many are exactly 0.
    """

    parameters: ReferenceType[Array]
    ends: FloatArray
    ranges: FloatArray | None = None
    counts: FloatArray = field(default_factory=lambda: np.empty(0))


class HistogramJob(Job[Histograms | None]):
    """A `Job` that counts.

    Parameters
    ----------
    run
        The run as it is: moments of another network are left out.
    known
        What is known already, by update; the job goes on with it and leaves there what it finds.
    """

    def __init__(self, records: Iterable[Record], run: TrainingRun, known: dict[int, Counted]) -> None:
        self._moments = _chosen(records, run)
        self._known = known
        structure = run.network.structure
        self._network = copy_of(structure, run.network.parameters)
        self._sizes = [rows * (columns - 1) for rows, columns in structure.shapes]
        most = max(1, min(EXAMPLES, WORK // structure.n_parameters))
        train = run.examples.train
        self._examples = evenly(train.m, min(train.m, most))
        self._layers = EveryLayer(self._network, train.F[:, self._examples])
        super().__init__(self._work(), None)

    def _work(self) -> Generator[Histograms | None, None, Histograms | None]:
        for update in self._known.keys() - {moment.update for moment in self._moments}:
            del self._known[update]
        for moment in self._moments:
            known = self._known.get(moment.update)
            if known is None or known.parameters() is not moment.state.parameters:
                ends = [[_ends(values) for values in layers] for layers in self._numbers(moment)]
                self._known[moment.update] = Counted(ref(moment.state.parameters), np.array(ends))
                yield None
        ranges = _ranges(np.stack([self._known[moment.update].ends for moment in self._moments]))
        published = time.perf_counter()
        for moment in self._moments:
            counted = self._known[moment.update]
            if counted.ranges is None or not np.array_equal(counted.ranges, ranges):
                counted.counts = self._count(moment, ranges)
                counted.ranges = ranges
                late = time.perf_counter() - published > PUBLISH_SECONDS
                yield self._found(ranges) if late else None
                if late:
                    published = time.perf_counter()
        return self._found(ranges)

    def _numbers(self, moment: Record) -> list[list[Array]]:
        """Return the numbers `(n,)` of each quantity and layer; no gradient is no number."""
        state, structure = moment.state, self._network.structure
        self._network.parameters[...] = state.parameters
        gradient = state.gradient if state.cost_gradient is None else state.cost_gradient
        weights = [matrix[:, :-1].ravel() for matrix in structure.matrices(state.parameters)]
        activations = [A.ravel() for A in self._layers.compute()[1:]]
        if gradient is None:
            return [weights, activations, [np.empty(0)] * len(weights)]
        with np.errstate(all="ignore"):
            exponents = [np.log10(np.abs(matrix[:, :-1])).ravel() for matrix in structure.matrices(gradient)]
        return [weights, activations, exponents]

    def _count(self, moment: Record, ranges: FloatArray) -> FloatArray:
        counts = np.zeros((*ranges.shape[:2], BINS + 1))
        for quantity, layers in enumerate(self._numbers(moment)):
            for layer, values in enumerate(layers):
                low, high = ranges[quantity, layer]
                there = values[np.isfinite(values)]
                places = np.clip((there - low) * (BINS / (high - low)), 0, BINS - 1).astype(np.intp)
                counts[quantity, layer, :BINS] = np.bincount(places, minlength=BINS)
                counts[quantity, layer, BINS] = np.count_nonzero(np.isneginf(values))
        return counts

    def _found(self, ranges: FloatArray) -> Histograms:
        missing = np.full((*ranges.shape[:2], BINS + 1), np.nan)
        known = [self._known[moment.update] for moment in self._moments]
        done = [each.ranges is not None and np.array_equal(each.ranges, ranges) for each in known]
        counts = np.stack([each.counts if there else missing for each, there in zip(known, done, strict=True)], axis=-1)
        epochs = np.array([moment.epoch for moment in self._moments], float)
        n_examples = len(self._examples)
        numbers = {
            WEIGHTS: self._sizes,
            ACTIVATIONS: [units * n_examples for units in self._network.sizes[1:]],
            GRADIENTS: self._sizes,
        }
        layers = {
            name: tuple(
                _histogram(counts[quantity, layer], ranges[quantity, layer], count, exponents=name == GRADIENTS)
                for layer, count in enumerate(numbers[name])
            )
            for quantity, name in enumerate(QUANTITIES)
        }
        return Histograms(_frozen(epochs), MappingProxyType(layers), n_examples, sum(done) / len(done))


def _chosen(records: Iterable[Record], run: TrainingRun) -> list[Record]:
    """Return moments of the same network, one an epoch, evenly spread; the first and the last are among them."""
    network, inputs = run.experiment.network, run.examples.train.F.shape[0]
    of_epoch = {
        record.epoch: record
        for record in records
        if record.experiment.network == network and record.examples.train.F.shape[0] == inputs
    }
    moments = list(of_epoch.values())
    return [moments[place] for place in evenly(len(moments), min(len(moments), MOST_EPOCHS)).tolist()]


def _ends(values: Array) -> tuple[float, float]:
    there = values[np.isfinite(values)]
    return (float(there.min()), float(there.max())) if there.size else (np.nan, np.nan)


def _ranges(ends: FloatArray) -> FloatArray:
    """Return the range `(3, L, 2)` of each quantity and layer, at round numbers; gradients of all layers have one."""
    low, high = np.fmin.reduce(ends[..., 0], axis=0), np.fmax.reduce(ends[..., 1], axis=0)
    gradients = QUANTITIES.index(GRADIENTS)
    highest = np.ceil(np.fmax.reduce(high[gradients]))
    high[gradients] = highest
    low[gradients] = min(max(np.floor(np.fmin.reduce(low[gradients])), highest - DECADES), highest - 1)
    ranges = np.stack([low, high], axis=-1)
    for quantity in range(gradients):
        for layer, (first, last) in enumerate(ranges[quantity].tolist()):
            ranges[quantity, layer] = _rounded(first, last)
    ranges[np.isnan(ranges).any(axis=-1)] = 0.0, 1.0
    return ranges


def _rounded(low: float, high: float) -> tuple[float, float]:
    """Return round numbers around two, which rarely become others while training goes on."""
    if not np.isfinite(high - low):
        return low, high
    span = (high - low) or abs(high) or 1.0
    power = 10.0 ** np.floor(np.log10(span / 4))
    step = next(each * power for each in STEPS if each * power >= span / 8)
    low, high = step * np.floor(low / step), step * np.ceil(high / step)
    return (low, high) if low < high else (low - step, high + step)


def _histogram(counts: FloatArray, ends: FloatArray, count: int, *, exponents: bool) -> Histogram:
    shares = counts / count
    if exponents:  # at the beginning there is none
        shares[:, shares.sum(axis=0) == 0] = np.nan
    zeros = _frozen(shares[BINS].copy()) if exponents else None
    return Histogram(_frozen(np.linspace(ends[0], ends[1], BINS + 1)), _frozen(shares[:BINS].copy()), zeros, count)


def _frozen(array: FloatArray) -> FloatArray:
    array.flags.writeable = False
    return array


def histogram_table(report: Histograms) -> Mapping[str, Cells]:
    """Return a row for each quantity, layer, bin and epoch; the bins of gradients are of their size."""
    found: dict[str, Cells] = {name: [] for name in COLUMNS}
    epochs = report.epochs.astype(int).tolist()
    for quantity, layers in report.layers.items():
        for layer, histogram in enumerate(layers, start=1):
            for low, high, shares in _bins(histogram, is_exponent=quantity == GRADIENTS):
                for epoch, share in zip(epochs, shares, strict=True):
                    row = quantity, layer, low, high, epoch, None if share != share else share
                    for name, value in zip(COLUMNS, row, strict=True):
                        found[name].append(value)
    return found


def _bins(histogram: Histogram, *, is_exponent: bool) -> Iterable[tuple[float, float, list[float]]]:
    """Yield the ends of each bin, and its shares over the epochs; what is exactly 0 comes first."""
    if histogram.zeros is not None:
        yield 0.0, 0.0, histogram.zeros.tolist()
    edges = (10.0**histogram.edges if is_exponent else histogram.edges).tolist()
    yield from zip(edges[:-1], edges[1:], histogram.shares.tolist(), strict=True)

"""Computing the cost against one weight: gradient, range, curve from coarse to fine, minima."""

from collections.abc import Generator, Iterator

import numpy as np

from playground.training.edits import check_place
from playground.training.jobs import Job
from playground.training.landscape.field import CostField, copy_of, full_gradient
from playground.training.landscape.geometry import (
    VISIBLE,
    axes,
    height,
    index_of,
    local_minima,
    scan_points,
    sensible_range,
    vertex,
)
from playground.training.landscape.results import CostSlice, Numbers
from playground.training.training_run import TrainingRun

SCAN = 129
POINTS = 257
SPACINGS = (16, 8, 4, 2, 1)
MOST_MINIMA = 24
REFINED = 17


class SliceJob(Job[CostSlice | None]):
    """A `Job` that computes a `CostSlice` of a run as it stands; the run may go on meanwhile.

    Raises `TrainingError` if there is no such weight.
    """

    def __init__(self, run: TrainingRun, layer: int, row: int, column: int) -> None:
        check_place(run.network, layer, row, column)
        self._place = (layer, row, column)
        self._structure, self._train = run.network.structure, run.examples.train
        self._parameters = run.network.parameters.copy()
        self._parameters.flags.writeable = False
        self._experiment, self._update = run.experiment, run.trainer.update
        self._penalty_at, self._rate = run.trainer.penalty(), run.trainer.rate
        super().__init__(self._work(), None)

    def _work(self) -> Generator[CostSlice | None, None, CostSlice]:
        index = index_of(self._place, self._structure)
        at = float(self._parameters[index])
        network = copy_of(self._structure, self._parameters)
        slope = 0.0
        for gradient in full_gradient(network, self._train.F, self._train.Y):
            slope = float(gradient[index])
            yield None
        curve = _Curve(self._field(index))
        yield from curve.compute(np.array([at]))
        yield from curve.compute(scan_points(at, SCAN))
        low, high = sensible_range(at, curve.values, curve.costs)
        used = self._used(at, slope)
        step = self._step(at, slope if used is None else used)
        if step is not None:
            yield from curve.compute(np.array([step]))
        cost_at_step = None if step is None else curve.at(step)

        def result(progress: float, minima: tuple[float, ...] = ()) -> CostSlice:
            values, costs = curve.between(low, high)
            return CostSlice(
                *self._place,
                values=values,
                costs=costs,
                penalties=self._penalties(values, at),
                at=at,
                cost_at=curve.at(at),
                penalty_at=self._penalty_at,
                gradient=slope,
                used=used,
                step=step,
                cost_at_step=cost_at_step,
                learning_rate=self._rate,
                minima=minima,
                parameters=self._parameters,
                experiment=self._experiment,
                update=self._update,
                progress=progress,
            )

        yield result(0.3)
        points = np.linspace(low, high, POINTS)
        for level, spacing in enumerate(SPACINGS, start=1):
            yield from curve.compute(points[::spacing])
            yield result(0.3 + 0.6 * level / len(SPACINGS))
        values, costs = curve.between(low, high)
        minima = []
        dips = local_minima(costs, VISIBLE / 2 * height(costs))
        nearest = sorted(dips, key=lambda dip: abs(values[dip] - at))[:MOST_MINIMA]
        for dip in sorted(nearest):
            fine = np.linspace(values[dip - 1], values[dip + 1], REFINED)
            yield from curve.compute(fine)
            lowest = vertex(fine, np.array([curve.at(value) for value in fine.tolist()]))
            yield from curve.compute(np.array([lowest]))
            minima.append(lowest)
        return result(1.0, tuple(minima))

    def _field(self, index: int) -> CostField:
        origin, directions = axes([index], self._parameters)
        return CostField(self._structure, self._train.F, self._train.Y, origin, directions)

    def _used(self, at: float, slope: float) -> float | None:
        """Return the slope of cost and penalty together; None where there is no penalty."""
        training = self._experiment.training
        if self._is_bias or not (training.l1 or training.l2):
            return None
        return slope + (training.l2 * at + training.l1 * float(np.sign(at)))

    def _step(self, at: float, slope: float) -> float | None:
        """Return where a step of gradient descent leads."""
        step = at - self._rate * slope
        return step if np.isfinite(self._parameters.dtype.type(step)) else None

    def _penalties(self, values: Numbers, at: float) -> Numbers:
        """Return the whole network's penalty where this weight has other values: it never touches biases."""
        training = self._experiment.training
        if self._is_bias:
            return np.full_like(values, self._penalty_at)
        with np.errstate(all="ignore"):
            change = training.l1 * (np.abs(values) - abs(at)) + 0.5 * training.l2 * (values**2 - np.float64(at) ** 2)
            total: Numbers = self._penalty_at + change
        return total

    @property
    def _is_bias(self) -> bool:
        layer, _row, column = self._place
        return column == self._structure.sizes[layer - 1]


class _Curve:
    """Points of a curve, computed in any order, each once."""

    def __init__(self, field: CostField) -> None:
        self._field = field
        self._known: dict[float, float] = {}

    def compute(self, values: Numbers) -> Iterator[None]:
        """Compute the costs at some values, a chunk at a step."""
        wanted = np.array([value for value in values.tolist() if value not in self._known])
        for start in range(0, len(wanted), self._field.chunk):
            part = wanted[start : start + self._field.chunk]
            self._known.update(zip(part.tolist(), self._field.costs(part[None]).tolist(), strict=True))
            yield None

    def at(self, value: float) -> float:
        """Return the cost at a value that was computed."""
        return self._known[value]

    @property
    def values(self) -> Numbers:
        return np.array(sorted(self._known))

    @property
    def costs(self) -> Numbers:
        return np.array([self._known[value] for value in self.values.tolist()])

    def between(self, low: float, high: float) -> tuple[Numbers, Numbers]:
        """Return values and costs from `low` to `high`, frozen."""
        values, costs = self.values, self.costs
        inside = (values >= low) & (values <= high)
        values, costs = values[inside], costs[inside]
        values.flags.writeable = costs.flags.writeable = False
        return values, costs

"""Computing the cost over a plane: a coarse grid first, then the points between, until every point is computed."""

import time
from collections.abc import Callable, Generator, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from playground.training.edits import check_place
from playground.training.errors import TrainingError
from playground.training.jobs import Job
from playground.training.landscape.field import CostField
from playground.training.landscape.geometry import (
    axes,
    filter_normalised,
    index_of,
    principal,
    scan_points,
    sensible_range,
)
from playground.training.landscape.next_step import Contenders, placed, spanned
from playground.training.landscape.results import (
    COUNTS,
    CostSurface,
    Numbers,
    OptimizerStep,
    Place,
    SurfaceKind,
    coordinates,
    symbol,
)
from playground.training.moments import Trajectory
from playground.training.training_run import TrainingRun

SIDE = 101
SPACINGS = (8, 4, 2, 1)
"""13, 26, 51 and 101 rows: every grid holds the points of the one before."""
SCAN = 65
PUBLISH_SECONDS = 0.1
FATES = 0.3
"""The costs after the optimizers' steps are about this share of the work."""
MARGIN = 0.35
"""Room around a path, as a share of its extent."""
NARROWEST = 0.3
"""The shorter side of a path's plane is at least this share of the longer one."""


class Plane(Struct, frozen=True, eq=False):
    """Where a surface lies, and how far it reaches: fields as in `CostSurface`."""

    origin: NDArray[Any]
    directions: Numbers
    x: tuple[float, float]
    y: tuple[float, float]
    axis_labels: tuple[str, str]
    shares: tuple[float, float] | None = None
    cost: float | None = None
    steps: tuple[OptimizerStep, ...] = ()


class SurfaceJob(Job[CostSurface | None]):
    """A `Job` that computes a `CostSurface` of a run as it stands; the run may go on meanwhile.

    Raises `TrainingError` if there is no such kind or no such weight, or both are the same.

    Parameters
    ----------
    kind
        A name of `PLANES`.
    first, second
        The two weights, for ``"weights"``.
    one_rate
        For ``"steps"``: see `CostSurface`.
    side
        The finest grid wanted: at most 101 rows.
    """

    def __init__(
        self,
        run: TrainingRun,
        kind: str,
        first: Place | None = None,
        second: Place | None = None,
        *,
        seed: int = 0,
        one_rate: bool = False,
        side: int = SIDE,
    ) -> None:
        if kind not in PLANES:
            raise TrainingError(
                "unknown kind of surface {kind!r}, expected one of {planes}", kind=kind, planes=", ".join(PLANES)
            )
        self.places: tuple[Place, Place] | None = None
        if kind == "weights":
            if first is None or second is None or first == second:
                raise TrainingError("a surface over two weights, expected two different ones")
            check_place(run.network, *first)
            check_place(run.network, *second)
            self.places = (first, second)
        self.kind, self.seed = PLANES[kind].kind, seed
        self.structure, self.train = run.network.structure, run.examples.train
        self.parameters = run.network.parameters.copy()
        self.parameters.flags.writeable = False
        path = run.trajectory.path() if kind != "steps" else np.empty(0)  # what is shown there is what comes
        self.path = _with_end(path, self.parameters)
        self.keeps_path = Trajectory.capacity(self.parameters) > 0
        self.one_rate = one_rate
        self.contenders = Contenders(run, one_rate=one_rate) if kind == "steps" else None
        self._experiment, self._update = run.experiment, run.trainer.update
        self._spacings = [spacing for spacing in SPACINGS if (SIDE - 1) // spacing < side] or [SPACINGS[0]]
        super().__init__(self._work(), None)

    def field(self, origin: NDArray[Any], directions: Numbers) -> CostField:
        """Return the cost of all training examples on a line or a plane."""
        return CostField(self.structure, self.train.F, self.train.Y, origin, directions)

    def _work(self) -> Generator[CostSurface | None, None, CostSurface]:
        plane: Plane | str | None = None
        for found in PLANES[self.kind].make(self):
            plane = found
            yield None
        if not isinstance(plane, Plane):
            return self._refused(plane or "")
        with np.errstate(over="ignore", invalid="ignore"):
            drawable = np.isfinite(plane.directions @ plane.directions.T).all()
        if not drawable:
            return self._refused("huge")
        surface = self._empty(plane)
        yield surface
        before = 0.0
        for steps in () if self.contenders is None else _fates(self.contenders, plane.steps):
            if steps is not None:
                before = FATES * sum(len(step.costs) for step in steps) / (len(COUNTS) * len(steps))
                surface = replace(surface, steps=steps, progress=before)
            yield None if steps is None else surface
        field = self.field(plane.origin, plane.directions)
        yield None
        costs = surface.costs.copy()
        total = ((SIDE - 1) // self._spacings[-1] + 1) ** 2
        complete, published = 0, time.perf_counter()

        def result() -> CostSurface:
            done = int(np.count_nonzero(~np.isnan(costs)))
            progress = before + (1 - before) * done / total
            return replace(surface, costs=_frozen(costs.copy()), spacing=complete, progress=progress)

        for spacing in self._spacings:
            rows, columns = (each.ravel() for each in np.mgrid[0:SIDE:spacing, 0:SIDE:spacing])
            missing = np.isnan(costs[rows, columns])
            rows, columns = rows[missing], columns[missing]
            for start in range(0, rows.size, field.chunk):
                part = slice(start, start + field.chunk)
                places = rows[part], columns[part]
                costs[places] = field.costs(np.stack([surface.x[places[1]], surface.y[places[0]]]))
                late = time.perf_counter() - published > PUBLISH_SECONDS
                yield result() if late else None
                if late:
                    published = time.perf_counter()
            complete, published = spacing, time.perf_counter()
            if spacing != self._spacings[-1]:
                yield result()
        return result()

    def _empty(self, plane: Plane) -> CostSurface:
        offsets = self.path.T - plane.origin[:, None]
        here = coordinates(plane.directions, (self.parameters - plane.origin)[:, None])[:, 0].tolist()
        return CostSurface(
            kind=self.kind,
            places=self.places,
            seed=self.seed,
            x=_frozen(np.linspace(*plane.x, SIDE)),
            y=_frozen(np.linspace(*plane.y, SIDE)),
            costs=_frozen(np.full((SIDE, SIDE), np.nan)),
            spacing=0,
            origin=_frozen(plane.origin),
            directions=_frozen(plane.directions),
            axis_labels=plane.axis_labels,
            shares=plane.shares,
            here=(here[0], here[1]),
            path=_frozen(coordinates(plane.directions, offsets)),
            refusal="",
            experiment=self._experiment,
            update=self._update,
            progress=0.0,
            cost=plane.cost,
            one_rate=self.one_rate,
            steps=plane.steps,
        )

    def _refused(self, reason: str) -> CostSurface:
        nowhere = Plane(self.parameters, np.zeros((2, self.parameters.size)), (-1, 1), (-1, 1), ("", ""))
        return replace(self._empty(nowhere), refusal=reason, progress=1.0)


def _weights_plane(job: SurfaceJob) -> Iterator[Plane | None]:
    assert job.places is not None
    ranges = []
    for place in job.places:
        index = index_of(place, job.structure)
        at = float(job.parameters[index])
        field = job.field(*axes([index], job.parameters))
        values = scan_points(at, SCAN)
        costs = []
        for start in range(0, SCAN, field.chunk):
            costs.append(field.costs(values[None, start : start + field.chunk]))
            yield None
        ranges.append(sensible_range(at, values, np.concatenate(costs)))
    origin, directions = axes([index_of(place, job.structure) for place in job.places], job.parameters)
    first, second = (symbol(place, job.structure.sizes) for place in job.places)
    yield Plane(origin, directions, ranges[0], ranges[1], (first, second))


def _random_plane(job: SurfaceJob) -> Iterator[Plane]:
    directions = filter_normalised(job.structure, job.parameters, np.random.default_rng(job.seed))
    yield Plane(job.parameters, directions, (-1.0, 1.0), (-1.0, 1.0), ("d₁", "d₂"))


def _trajectory_plane(job: SurfaceJob) -> Iterator[Plane | str]:
    if not job.keeps_path:
        yield "large"
        return
    found = principal(job.path)
    if found is None:
        yield "short"
        return
    directions, shares = found
    with np.errstate(over="ignore", invalid="ignore"):
        ranges = _around(directions @ (job.path.T - job.parameters[:, None]))
    yield "huge" if ranges is None else Plane(job.parameters, directions, *ranges, ("p₁", "p₂"), shares)


def _steps_plane(job: SurfaceJob) -> Iterator[Plane | str | None]:
    assert job.contenders is not None
    contenders, cost = [], job.contenders.cost()
    yield None
    for contender in job.contenders.first_steps():
        contenders.append(contender)
        yield None
    found = spanned([step for _, step in contenders])
    if found is None:
        yield "flat"
        return
    directions, shares = found
    steps = tuple(placed(told, step, directions) for told, step in contenders)
    ranges = _around(np.array([(0.0, 0.0), *(step.tip for step in steps if step.tip is not None)]).T)
    yield "huge" if ranges is None else Plane(job.parameters, directions, *ranges, ("s₁", "s₂"), shares, cost, steps)


def _fates(contenders: Contenders, steps: tuple[OptimizerStep, ...]) -> Iterator[tuple[OptimizerStep, ...] | None]:
    """Yield the steps with what became of the cost after each, where more is known of it, else None."""
    for index, step in enumerate(steps):
        for found in contenders.costs(step.name):
            if found is not None:
                costs, diverged = found
                steps = (*steps[:index], replace(step, costs=costs, diverged=diverged), *steps[index + 1 :])
            yield None if found is None else steps


def _around(points: Numbers) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Return the ranges of x and y that show points `(2, t)` with room around them; None where they are too far."""
    with np.errstate(over="ignore", invalid="ignore"):
        halves = (0.5 + MARGIN) * np.ptp(points, axis=1)
        halves = np.maximum(halves, NARROWEST * halves.max())
        middles = (points.max(axis=1) + points.min(axis=1)) / 2
    if not np.isfinite(halves).all():
        return None
    x, y = zip((middles - halves).tolist(), (middles + halves).tolist(), strict=True)
    return x, y


class PlaneKind(Struct, frozen=True):
    """One way to choose a plane: `make` works in steps, and yields the plane, or why there is none, last."""

    kind: SurfaceKind
    make: Callable[[SurfaceJob], Iterator[Plane | str | None]]


PLANES: Mapping[str, PlaneKind] = MappingProxyType(
    {
        "weights": PlaneKind("weights", _weights_plane),
        "random": PlaneKind("random", _random_plane),
        "trajectory": PlaneKind("trajectory", _trajectory_plane),
        "steps": PlaneKind("steps", _steps_plane),
    }
)
"""Every kind of surface by name."""


def _with_end(path: Numbers, parameters: NDArray[Any]) -> Numbers:
    """Return a path `(t, P)` that ends in the present parameters; an empty one stays empty."""
    if not len(path) or np.array_equal(path[-1], parameters):
        return path.reshape(len(path), parameters.size)
    return np.concatenate([path, parameters[None].astype(np.float64)])


def _frozen(values: NDArray[Any]) -> NDArray[Any]:
    values.flags.writeable = False
    return values

"""Training the pixels of an atlas beside the session."""

from collections.abc import Callable, Generator

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from playground.data import Dataset
from playground.files import Experiment, override
from playground.messages import Message
from playground.training.errors import TrainingError
from playground.training.jobs import Job
from playground.training.many.atlas import MEASURES, MOST_VIEWS, SOLVED_AT, AtlasGrid, AtlasPart, AtlasPlan
from playground.training.many.atlas_report import AtlasReport, AtlasState
from playground.training.many.many_networks import STOP_RULES, ManyNetworks
from playground.training.many.stack import Beginnings
from playground.training.many.summary import SCORES
from playground.training.results import FloatArray
from playground.training.session import TrainingSession
from playground.training.training_run import TrainingRun

Current = Callable[[], Experiment]
"""Returns the session's experiment as it is now."""


class AtlasJob(Job[AtlasReport]):
    """A `Job` that trains the pixels of a plan, a coarse grid of them first; then it rests and can be asked.

    Raises `DataError`, `FileError` or `TrainingError` if they cannot be trained.

    Parameters
    ----------
    dataset
        The plan's data.
    before
        The views that it can be zoomed out to, the last one last.
    chosen
        The name of the measure that its pixels are coloured by; empty for the usual one.
    current
        Tells where the data become others: then it stops.
    """

    def __init__(
        self,
        plan: AtlasPlan,
        dataset: Dataset,
        grid: AtlasGrid | None = None,
        before: tuple[AtlasPart, ...] = (),
        current: Current | None = None,
        chosen: str = "",
    ) -> None:
        self.plan, self.dataset, self._before, self._current = plan, dataset, before[-MOST_VIEWS:], current
        self._chosen = chosen
        self._grid = AtlasGrid.empty(plan.shape) if grid is None else grid.copy(frozen=False)
        self._parts = list(plan.parts())
        first = self._many(*self._parts[0])  # what cannot be trained is refused at once
        self._score, self._goal = SCORES[first.frame(outputs=False).score_name], first.goal
        self._seconds, self._updates = 0.0, 0
        self._seen: Experiment | None = None
        self._state: AtlasState = "done" if self._grid.known.all() else "running"
        self.rests = self._state == "done"
        super().__init__(self._work(), self._report())

    # What a person asks of it

    def stop(self) -> None:
        """Stand still; what there is stays to be seen and taken."""
        if self._state == "running":
            self._end("stopped")

    def go_on(self, current: Current) -> None:
        """Train on where it was stopped."""
        if self._state == "stopped":
            self._current, self._state, self.rests = current, "running", False
            self._take(self._report())

    def color(self, measure: str) -> None:
        """Color the pixels by a measure, on screen and on paper.

        Raises `TrainingError` if there is no such measure.
        """
        if measure not in MEASURES:
            raise TrainingError(
                "there is no measure {name!r}; one of {names} was expected", name=measure, names=", ".join(MEASURES)
            )
        self._chosen = measure
        self._take(replace(self.result, chosen=measure))

    def zoomed(self, left: float, right: float, bottom: float, top: float, current: Current) -> "AtlasJob":
        """Return the job of what lies between some columns and rows; raises as a new one does."""
        plan, here = self.plan.zoomed(left, right, bottom, top), AtlasPart(self.plan, self.result.grid)
        return AtlasJob(plan, self.dataset, before=(*self._before, here), current=current, chosen=self._chosen)

    def zoomed_out(self, current: Current) -> "AtlasJob | None":
        """Return the job of the view before, which knows what it knew; None where there is none."""
        if not self._before:
            return None
        before = self._before[-1]
        return AtlasJob(before.plan, self.dataset, before.grid, self._before[:-1], current, self._chosen)

    def taking(self, row: int, column: int) -> tuple[Generator[float, None, TrainingRun], Message]:
        """Return how a pixel is trained alone, to where it came or to its last finite state, and what it is called.

        Raises `TrainingError` if there is no such pixel.
        """
        experiment = self.plan.experiment_at(row, column)
        plan = self.plan.some(range(row, row + 1), range(column, column + 1))
        alone = Beginnings(plan, self.dataset, None).alone(experiment, self.plan.epochs, STOP_RULES)
        name = Message("Row {row}, column {column} of the atlas", row=row + 1, column=column + 1)
        return _run_of(alone), name

    def kept(self) -> "KeptAtlas":
        """Return what a file keeps of it."""
        return KeptAtlas(self.plan, self.dataset, self.result.grid, self._before, self._chosen)

    # Inside

    def _many(self, rows: range, columns: range) -> ManyNetworks:
        return ManyNetworks(self.plan.some(rows, columns), epochs=self.plan.epochs, dataset=self.dataset)

    def _work(self) -> Generator[AtlasReport | None, None, AtlasReport | None]:
        for rows, columns in self._parts:
            part = np.ix_(rows, columns)
            if self._grid.known[part].all():
                continue
            many = self._many(rows, columns)
            for _ in many.train(again=False):
                if self._is_other():
                    self._end("changed")
                    yield None
                yield self._report(many)
            self._take_in(many, rows, columns)
            yield self._report()
        self._end("done")
        while True:
            yield None

    def _take_in(self, many: ManyNetworks, rows: range, columns: range) -> None:
        part, shape = np.ix_(rows, columns), (len(rows), len(columns))
        frame = many.frame(outputs=False)
        reached = self._score.reaches(frame.curves.named[self._score.name], self._goal)
        first = frame.curves.epochs[reached.argmax(axis=1)]
        found: dict[str, FloatArray] = {str(name): values for name, values in frame.named.items()}
        found[SOLVED_AT] = np.where(reached.any(axis=1), first, np.nan)
        for number, name in enumerate(MEASURES):
            self._grid.values[number][part] = found[name].reshape(shape)
        self._grid.diverged[part] = frame.diverged.reshape(shape)
        self._grid.known[part] = True
        self._seconds += many.seconds
        self._updates += many.updates

    def _is_other(self) -> bool:
        """Whether the session's data are others now, but for what the axes vary."""
        if self._current is None:
            return False
        experiment = self._current()
        if experiment is self._seen:
            return False
        self._seen = experiment
        return self._data(experiment) != self._data(self.plan.experiment)

    def _data(self, experiment: Experiment) -> object:
        axes = ((self.plan.across.key, self.plan.columns[0]), (self.plan.up.key, self.plan.rows[0]))
        return override(experiment, [f"{key}={value}" for key, value in axes if key.startswith("data.")]).data

    def _end(self, state: AtlasState) -> None:
        self._state, self.rests = state, True
        self._take(self._report())

    def _report(self, many: ManyNetworks | None = None) -> AtlasReport:
        done = float(self._grid.known.mean())
        if many is not None:  # the same grid, a little further
            done += len(many.members) / self._grid.known.size * min(many.epoch / self.plan.epochs, 1.0)
            return replace(self.result, share=done)
        goal = Message("{score} {goal}", score=self._score.label, goal=self._score.text(self._goal))
        return AtlasReport(
            self.plan,
            self._state,
            self._grid.copy(),
            done,
            goal,
            len(self._before),
            self._seconds,
            self._updates,
            self._chosen,
        )


def _run_of(alone: Generator[float, None, TrainingSession]) -> Generator[float, None, TrainingRun]:
    session = yield from alone
    return session.run


class KeptAtlas(Struct, frozen=True, eq=False):
    """An atlas as a file keeps it."""

    plan: AtlasPlan
    dataset: Dataset
    grid: AtlasGrid
    before: tuple[AtlasPart, ...] = ()
    chosen: str = ""

    def job(self) -> AtlasJob:
        """Return the job that stands where it was kept.

        Raises `DataError`, `FileError` or `TrainingError` if its parts do not belong together.
        """
        for part in (*self.before, AtlasPart(self.plan, self.grid)):
            part.grid.check(part.plan.shape)
        job = AtlasJob(self.plan, self.dataset, self.grid, self.before)
        if self.chosen:
            job.color(self.chosen)
        job.stop()  # it goes on when a person wants it
        return job

"""What an export waits for: moments of a training, a wall or histograms looked at again, on copies."""

from collections.abc import Callable, Generator, Iterable, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
from msgspec.structs import asdict, replace

from playground.training.animation import FRAMES, MOST_BYTES, AnimationFrames, Moment, spread
from playground.training.errors import TrainingError
from playground.training.histograms import HistogramJob
from playground.training.input_slice import InputSlice
from playground.training.jobs import Job
from playground.training.many.many_networks import ManyNetworks
from playground.training.many.report import KIND, ManyReport
from playground.training.moments import Record
from playground.training.queries import Query
from playground.training.snapshot import Snapshot
from playground.training.training_run import TrainingRun


class AnimationJob(Job[AnimationFrames]):
    """A `Job` that looks at moments one by one; it has their parameters, and touches no run that trains.

    Parameters
    ----------
    base
        The present frame: what no moment knows, such as the curves, is taken from it.
    queries
        What to answer with every frame; what has no answer is left out.
    """

    def __init__(self, number: int, moments: Sequence[Moment], base: Snapshot, queries: Iterable[Query] = ()) -> None:
        self._number, self._moments, self._queries = number, tuple(moments), tuple(queries)
        input_slice = base.maps.input_slice if base.maps is not None else None
        self._base = replace(
            base,
            running=False,
            dW=None,
            db=None,
            update_W=None,
            update_b=None,
            divergence=None,
            walkthrough=None,
            gradient_check=None,
            cost_slice=None,
            surface=None,
            health=None,
        )
        super().__init__(self._work(input_slice), AnimationFrames(number, (), len(self._moments)))

    def refused(self, problem: str) -> AnimationFrames:
        """Return the animation that tells a problem."""
        return AnimationFrames(self._number, (), len(self._moments), problem)

    def _work(self, input_slice: InputSlice | None) -> Generator[AnimationFrames, None, AnimationFrames]:
        frames: list[Snapshot] = []
        camera: _Camera | None = None
        for moment in self._moments:
            if camera is None or not camera.fits(moment):
                camera = _Camera(moment, input_slice, self._queries)
            if frames:
                yield AnimationFrames(self._number, tuple(frames), len(self._moments))
            frames.append(camera.frame(moment, self._base))
        return AnimationFrames(self._number, tuple(frames), len(self._moments))


class _Camera:
    """A run of its own that is set to one moment after another, as long as network and data are the same."""

    @np.errstate(all="ignore")
    def __init__(self, moment: Moment, input_slice: InputSlice | None, queries: Iterable[Query]) -> None:
        self._run = TrainingRun(moment.experiment, moment.examples, moment.parameters)
        self._like = _structure(moment)
        if input_slice is not None:
            self._look_along(input_slice)
        self._asked: dict[Query, Callable[[], Any]] = {}
        for query in queries:
            try:
                self._asked[query] = query.prepare(self._run)
            except TrainingError:  # this run has no such answer
                continue

    def fits(self, moment: Moment) -> bool:
        """Whether a moment has the same network and data."""
        return moment.examples is self._run.examples and _structure(moment) == self._like

    @np.errstate(all="ignore")
    def frame(self, moment: Moment, base: Snapshot) -> Snapshot:
        run = self._run
        parameters = np.array(moment.parameters)
        run.network.parameters[...] = parameters
        parameters.flags.writeable = False
        matrices = run.network.structure.matrices(parameters)
        scores = run.scores(fits=True)
        return replace(
            base,
            problem_info=run.problem_info,
            experiment=moment.experiment,
            epoch=moment.epoch,
            update=moment.update,
            W=tuple(matrix[:, :-1] for matrix in matrices),
            b=tuple(matrix[:, -1:] for matrix in matrices),
            maps=run.sampler.sample(),
            **asdict(scores),
            answers={query: answer() for query, answer in self._asked.items()},
        )

    def _look_along(self, input_slice: InputSlice) -> None:
        try:
            self._run.show_slice(input_slice)
        except TrainingError:  # the data of this moment have no such inputs
            return


def _structure(moment: Moment) -> tuple[object, ...]:
    experiment = moment.experiment
    return experiment.network, experiment.training.cost, experiment.data.features


class WallAnimationJob(Job[AnimationFrames]):
    """A `Job` that trains the networks of a wall again from their first weights, and looks at them now and then.

    They come to the very numbers that they had before, so that nothing of the way has to be kept; it takes as long as
    it took then.

    Parameters
    ----------
    many
        The networks of the wall at their beginning.
    report
        How the wall stands: the last frame.
    base
        The present frame of the session, which every frame is but for the wall.
    """

    def __init__(self, number: int, many: ManyNetworks, report: ManyReport, base: Snapshot) -> None:
        self._number, self._many, self._last, self._base = number, many, report, base
        frame = report.frame
        one = sum(part.nbytes for part in (*(frame.outputs or ()), *frame.curves.named.values()))
        count = max(2, min(FRAMES, MOST_BYTES // max(one, 1)))
        self._epochs = spread(frame.epoch, count)[:-1]
        super().__init__(self._work(), self._frames([]))

    def refused(self, problem: str) -> AnimationFrames:
        """Return the animation that tells a problem."""
        return AnimationFrames(self._number, (), len(self._epochs) + 1, problem)

    def _work(self) -> Generator[AnimationFrames | None, None, AnimationFrames]:
        frames: list[Snapshot] = []
        for epoch in self._epochs:
            for _ in self._many.train(epoch, again=False):
                yield None
            frames.append(self._showing(self._report()))
            yield self._frames(frames)
        return self._frames([*frames, self._showing(self._last)])

    @np.errstate(all="ignore")  # what explodes has no mean and no deviation
    def _report(self) -> ManyReport:
        return replace(self._last, frame=self._many.frame(), bands={})  # the curves are not in the picture

    def _showing(self, report: ManyReport) -> Snapshot:
        return replace(self._base, work=MappingProxyType({KIND: report}))

    def _frames(self, frames: list[Snapshot]) -> AnimationFrames:
        return AnimationFrames(self._number, tuple(frames), len(self._epochs) + 1)


class HistogramPortrait(Job[AnimationFrames]):
    """A `Job` that comes to a single frame: the present one, with the histograms of all recorded epochs."""

    def __init__(self, number: int, records: Iterable[Record], run: TrainingRun, base: Snapshot) -> None:
        self._number, self._base = number, base
        super().__init__(self._work(HistogramJob(records, run, {})), AnimationFrames(number, (), 1))

    def refused(self, problem: str) -> AnimationFrames:
        """Return the frame that tells a problem."""
        return AnimationFrames(self._number, (), 1, problem)

    def _work(self, counting: HistogramJob) -> Generator[None, None, AnimationFrames]:
        while not counting.advance(0.0):
            yield None
        return AnimationFrames(self._number, (replace(self._base, histograms=counting.result),), 1)

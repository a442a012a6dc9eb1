"""The networks on the wall seen again while they train: what an animation of them is drawn from."""

from collections.abc import Generator
from types import MappingProxyType

import numpy as np
from msgspec.structs import replace

from playground.training.animation import FRAMES, MOST_BYTES, AnimationFrames, spread
from playground.training.jobs import Job
from playground.training.many.many_networks import ManyNetworks
from playground.training.many.report import KIND, ManyReport
from playground.training.snapshot import Snapshot


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

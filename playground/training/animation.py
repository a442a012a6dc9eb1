"""A training seen again, frame by frame: what an export waits for, and which moments are chosen for it."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from playground.files import Experiment
from playground.training.examples import Examples
from playground.training.results import Array
from playground.training.snapshot import Snapshot

KIND = "animation"
"""The kind of the job, and its key in `Snapshot.work`."""
FRAMES = 40
MOST_BYTES = 128_000_000
"""Of all frames together: beyond it there are fewer of them."""


class Moment(Struct, frozen=True, eq=False):
    """What has to be known of a moment to look at it again; `parameters` are `(P,)`."""

    experiment: Experiment
    examples: Examples
    parameters: Array
    epoch: int
    update: int


class AnimationFrames(Struct, frozen=True, eq=False):
    """Frames in the order of time, perhaps not all yet.

    Attributes
    ----------
    frames
        Snapshots with problem, experiment, parameters, maps, scores and answers of their moments; without gradients.
    problem
        Why there are no more, one line; empty if there are, as far as is known.
    """

    number: int
    frames: tuple[Snapshot, ...]
    wanted: int
    problem: str = ""

    @property
    def progress(self) -> float:
        return len(self.frames) / max(self.wanted, 1)

    @property
    def complete(self) -> bool:
        """Whether every frame is there."""
        return len(self.frames) >= self.wanted


def spread(last: int, count: int) -> list[int]:
    """Return at most `count` epochs from 0 to `last`, closer together at the beginning, where most is learned."""
    if count < 2:
        return [last]
    return sorted({min(last, max(i, round(last * (i / (count - 1)) ** 3))) for i in range(count)})


def chosen(epochs: Sequence[int], count: int) -> list[int]:
    """Return at most `count` of the recorded moments, by their indices: those nearest to `spread`, and the last."""
    at = np.asarray(epochs, float)
    wanted = at[0] + np.array(spread(int(at[-1] - at[0]), count), float)
    indices = {int(np.abs(at - epoch).argmin()) for epoch in wanted} | {len(at) - 1}
    return sorted(indices)[-count:]


def frames_for(base: Snapshot, count: int = FRAMES) -> int:
    """Return how many frames there may be: fewer where one takes much memory."""
    one = sum(part.nbytes for part in (*base.W, *base.b)) + sum(
        unit.nbytes for unit in (base.maps.units if base.maps is not None else ())
    )
    return max(2, min(count, MOST_BYTES // max(one, 1)))

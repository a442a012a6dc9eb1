"""Training two branches in step, beside the session."""

from collections.abc import Callable, Generator
from time import sleep
from typing import cast

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from playground.messages import Message
from playground.training.branches.report import PARTED, CompareReport, Difference, Fork, Parting, State
from playground.training.errors import TrainingError
from playground.training.jobs import Job
from playground.training.pairs import PairSide
from playground.training.pins import Portrait
from playground.training.sampler import SIDES, MapSampler, side_for
from playground.training.session import TrainingSession
from playground.training.session_memory import SessionMemory
from playground.training.timeline.records import RunMemory

SLICE_SECONDS = 0.004
WAITING_SECONDS = 0.002
"""So long nothing is done where a slow pace leaves nothing to do."""
FINEST = 128
"""Points along each side of the maps, where the networks are small: edges of their difference are to be smooth."""
FARTHEST = 1_000_000
"""Epochs from where the branches begin."""


def branch_at(memory: RunMemory, epoch: int) -> TrainingSession:
    """Return a session that stands at the recorded moment nearest to an epoch, as the run was there."""
    session = TrainingSession.from_memory(SessionMemory(memory, (), 1, "full", memory.state.examples.usual_slice))
    session.scrub(epoch)
    session.timeline.leave()
    return session


def check_goal(fork: Fork) -> None:
    """Check that there is a way to train.

    Raises `TrainingError` if there is none, or it is too long.
    """
    low, high = fork.epoch + 1, fork.epoch + FARTHEST
    if not low <= fork.goal <= high:
        raise TrainingError(
            "both begin at epoch {epoch:,}, and train to epoch {goal:,}; {low:,} to {high:,} was expected",
            epoch=fork.epoch,
            goal=fork.goal,
            low=low,
            high=high,
        )


class CompareJob(Job[CompareReport]):
    """A `Job` that trains two branches epoch by epoch in turns; then it rests, can go on and be asked for each.

    Parameters
    ----------
    fork
        What was asked for.
    branches
        Both, where they begin or were kept.
    speed
        Returns how fast they train: the name of one of `SPEED_LIMITS`.
    parting
        Where they have parted already.
    state
        Whether they train at once.
    """

    def __init__(
        self,
        fork: Fork,
        branches: tuple[TrainingSession, TrainingSession],
        speed: Callable[[], str],
        parting: Parting | None = None,
        state: State = "running",
    ) -> None:
        self.fork, self.branches, self.speed, self._parting = fork, branches, speed, parting
        runs = [branch.run for branch in branches]
        side = min(side_for(sum(run.network.sizes), (FINEST, *SIDES)) for run in runs)
        self._samplers = [
            None
            if run.examples.dataset.image_shape is not None
            else MapSampler(run.network, run.examples, run.input_slice, side)
            for run in runs
        ]
        self._stop, self._pausing = fork.goal, False
        self._turn: int | None = None  # the epoch that both are being brought to
        self._state, self.rests, self._is_stale = state, state != "running", False
        self._note_parting()
        super().__init__(self._work(), self._report())

    @classmethod
    def forked(
        cls, fork: Fork, memories: tuple[RunMemory, RunMemory], speed: Callable[[], str] = lambda: "full"
    ) -> "CompareJob":
        """Begin two branches at an epoch of the runs in memory; the one that went farther waits for the other.

        Raises `TrainingError` if the change cannot be made there, or there is no way to train.
        """
        one, other = (branch_at(memory, fork.epoch) for memory in memories)
        fork.change.make(other)
        fork = replace(fork, epoch=max(one.epoch, other.epoch))
        check_goal(fork)
        return cls(fork, (one, other), speed)

    # What a person asks of it

    def pause(self) -> None:
        """Stand still until `go_on`, as soon as both have come to the end of the epoch under way."""
        self._pausing = True
        if self._turn is None:
            self._rest("paused")
        else:
            self._stop = self._turn

    def go_on(self, epochs: int | None = None) -> None:
        """Train on: so many epochs and pause, or to the goal, and from there as far again."""
        if self._state == "done":
            self.fork = replace(self.fork, goal=min(2 * self.fork.goal - self.fork.epoch, self.fork.epoch + FARTHEST))
        self._stop = self.fork.goal if epochs is None else min(self._epoch + epochs, self.fork.goal)
        self._state, self.rests, self._pausing = "running", False, False
        self._take(self._report())

    def memory_of(self, number: int) -> tuple[RunMemory, Message]:
        """Return one of the branches as it is at this moment, and what it is called.

        Raises `TrainingError` if there is none of that number.
        """
        if number not in (0, 1):
            raise TrainingError("there is no branch {number}; 1 or 2 was expected", number=number + 1)
        label = Message("Branch {letter}: {name}", letter="AB"[number], name=self.fork.labels[number])
        return self.branches[number].timeline.memory(), label

    def kept(self) -> "KeptCompare":
        """Return what a file keeps of them."""
        memories = tuple(branch.timeline.memory() for branch in self.branches)
        return KeptCompare(self.fork, cast(tuple[RunMemory, RunMemory], memories), self._parting)

    def look(self) -> CompareReport:
        """Return how they stand at this moment."""
        if self._is_stale:
            self._is_stale = False
            self._take(self._report())
        return self.result

    # Inside

    @property
    def _epoch(self) -> int:
        """The last epoch that both have completed, but for one that diverged."""
        alive = [branch.epoch for branch in self.branches if branch.loop.divergence is None]
        return min(alive or [branch.epoch for branch in self.branches])

    @property
    def _is_over(self) -> bool:
        return all(branch.loop.divergence is not None for branch in self.branches)

    def _work(self) -> Generator[CompareReport | None, None, CompareReport | None]:
        while True:
            while self._epoch < self._stop and not self._is_over:
                self._turn = self._epoch + 1
                yield from self._train_to(self._turn)
                self._turn = None
                self._note_parting()
            self._rest("paused" if self._epoch < self.fork.goal and not self._is_over else "done")
            yield None

    def _train_to(self, epoch: int) -> Generator[CompareReport, None, None]:
        """Bring both to an epoch, in slices, in turns: at a slow pace update by update."""
        while short := [branch for branch in self.branches if branch.loop.divergence is None and branch.epoch < epoch]:
            made = 0
            for branch in short:
                self._keep_pace(branch)
                made += branch.advance(SLICE_SECONDS, until_epoch=epoch)
                self._is_stale = True
                yield replace(self.result)  # so that somebody looks
            if not made:
                sleep(WAITING_SECONDS)

    def _keep_pace(self, branch: TrainingSession) -> None:
        pace = "full" if self._pausing else self.speed()
        if branch.loop.speed_limit != pace:
            branch.loop.speed_limit = pace

    def _note_parting(self) -> None:
        """Look at the costs where both have recorded the same epoch, or where one has diverged."""
        if self._parting is not None:
            return
        (epoch, cost), (its_epoch, its_cost) = (branch.run.history.last_point[:2].tolist() for branch in self.branches)
        fails, its_fails = (branch.loop.divergence is not None for branch in self.branches)
        apart = epoch == its_epoch and abs(cost - its_cost) > PARTED * max(abs(cost), abs(its_cost))
        if apart or fails != its_fails:
            self._parting = Parting(int(max(epoch, its_epoch)), (cost, its_cost))

    def _rest(self, state: State) -> None:
        if self._state == "running":
            self._state, self.rests, self._is_stale = state, True, False
            self._take(self._report())

    @np.errstate(all="ignore")
    def _report(self) -> CompareReport:
        sides = [
            PairSide.of(branch.run, None if sampler is None else Portrait(branch.run.problem_info, sampler.sample()))
            for branch, sampler in zip(self.branches, self._samplers, strict=True)
        ]
        one, other = (side.portrait for side in sides)
        return CompareReport(
            fork=self.fork,
            state=self._state,
            sides=cast(tuple[PairSide, PairSide], tuple(sides)),
            diverged=cast(tuple[bool, bool], tuple(branch.loop.divergence is not None for branch in self.branches)),
            parting=self._parting,
            difference=None if one is None or other is None else Difference.between(one, other),
            data=(self.branches[0].experiment.data, self.branches[1].experiment.data),
        )


class KeptCompare(Struct, frozen=True, eq=False):
    """Two branches as a file keeps them."""

    fork: Fork
    memories: tuple[RunMemory, RunMemory]
    parting: Parting | None

    def check(self) -> None:
        """Check that its parts belong together.

        Raises `TrainingError` if they do not.
        """
        self.fork.change.check()
        check_goal(self.fork)

    def job(self) -> CompareJob:
        """Return the job whose branches stand where they were kept."""
        one, other = (
            TrainingSession.from_memory(SessionMemory(memory, (), 1, "full", memory.state.examples.usual_slice))
            for memory in self.memories
        )
        state: State = "paused" if min(one.epoch, other.epoch) < self.fork.goal else "done"
        return CompareJob(self.fork, (one, other), lambda: "full", self.parting, state)

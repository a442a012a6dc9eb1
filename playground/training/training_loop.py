"""The training loop: updates in chunks, at a speed limit, with a look at the numbers at every epoch that is due."""

import time
from collections.abc import Collection, Mapping
from math import isfinite
from types import MappingProxyType
from typing import Literal

import numpy as np
from msgspec import Struct

from playground.engine import TrainerState
from playground.training.errors import TrainingError
from playground.training.results import Divergence
from playground.training.scoring import Scores
from playground.training.stop_rules import STOP_RULES, StopWatch, find_divergence, is_finite
from playground.training.timeline.timeline import Timeline


class SpeedLimit(Struct, frozen=True):
    """One speed.

    `per_second`: updates or epochs a second; None for no limit.
    """

    name: str
    label: str
    per_second: float | None
    unit: Literal["update", "epoch"] = "update"


_RECORDS = (
    SpeedLimit("full", "As fast as possible", None),
    SpeedLimit("epochs_30", "30 epochs / s", 30, "epoch"),
    SpeedLimit("epochs_5", "5 epochs / s", 5, "epoch"),
    SpeedLimit("epoch", "1 epoch / s", 1, "epoch"),
    SpeedLimit("updates_10", "10 updates / s", 10),
    SpeedLimit("updates_2", "2 updates / s", 2),
)

SPEED_LIMITS: Mapping[str, SpeedLimit] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every speed by name."""


class Allowance:
    """How many updates a speed limit allows by now: grows with time, holds at most a quarter of a second or one unit.

    `updates_per_epoch`: may change at any time; the units saved up stay.
    """

    def __init__(self, speed_limit: SpeedLimit, updates_per_epoch: int) -> None:
        self._speed_limit = speed_limit
        self._units = 1.0
        self._since: float | None = None
        self.updates_per_epoch = updates_per_epoch

    def updates(self, now: float) -> int | None:
        """Return how many updates may be made at time `now` (seconds, any origin), None for any number."""
        if self._speed_limit.per_second is None:
            return None
        if self._since is not None:
            most = max(1.0, self._speed_limit.per_second / 4)
            self._units = min(self._units + (now - self._since) * self._speed_limit.per_second, most)
        self._since = now
        return int(self._units) * self._updates_per_unit

    def spend(self, updates: int) -> None:
        """Take updates made off the allowance."""
        self._units -= updates / self._updates_per_unit

    @property
    def _updates_per_unit(self) -> int:
        return self.updates_per_epoch if self._speed_limit.unit == "epoch" else 1


CHUNK_SECONDS = 0.004
"""Updates are made in chunks of about this long; between them the clock and the numbers are looked at."""
NOTE_SECONDS = 0.025
"""So often a moment is noted, so that a step back has at most so much to repeat."""


class TrainingLoop:
    """Moves a timeline forward.

    Attributes
    ----------
    divergence
        Where numbers stopped being finite, until something is changed.
    message
        The last thing worth telling, one line.
    scores
        The last ones computed, those of the last record or later ones.
    chunks
        Counts up with everything that was trained.
    """

    def __init__(self, timeline: Timeline, speed_limit: str = "full") -> None:
        self._timeline = timeline
        self.running = False
        self.divergence: Divergence | None = None
        self.message = ""
        self.scores: Scores = timeline.run.scores()
        self.chunks = 0
        self._checkpoint: TrainerState = timeline.run.trainer.state()
        self._updates_in_chunk = 1
        self._last_epoch: int | None = None
        self._noted = 0.0
        self._watch: StopWatch | None = None
        self.speed_limit = speed_limit

    @property
    def speed_limit(self) -> str:
        """How fast it goes: the name of one of `SPEED_LIMITS`."""
        return self._speed_limit.name

    @speed_limit.setter
    def speed_limit(self, name: str) -> None:
        if name not in SPEED_LIMITS:
            raise TrainingError(
                "unknown speed {name!r}, expected one of {paces}", name=name, paces=", ".join(SPEED_LIMITS)
            )
        self._speed_limit = SPEED_LIMITS[name]
        self._allowance = Allowance(self._speed_limit, self._timeline.run.trainer.batches_per_epoch)

    @property
    def is_limited(self) -> bool:
        """Whether there may be nothing to do for a while."""
        return self._speed_limit.per_second is not None

    @property
    def makes_one_epoch(self) -> bool:
        """Whether it runs to the end of an epoch that was asked for."""
        return self._last_epoch is not None

    def start(self, rules: Collection[str] = STOP_RULES) -> None:
        """Let `advance` train until a stop rule of these says that it is enough."""
        self._timeline.leave()
        self._clear()
        self.running, self._last_epoch = True, None
        self._watch = StopWatch(rules)
        self._watch_anew()

    def start_epoch(self) -> None:
        """Let `advance` train to the end of the epoch, or of one more."""
        self._timeline.leave()
        self._clear()
        self.running, self._watch = True, None
        self._last_epoch = (self._epoch if self._last_epoch is None else self._last_epoch) + 1

    def pause(self) -> None:
        self.running = False
        self._last_epoch = self._watch = None

    def settle(self, *, watch_anew: bool = True) -> None:
        """Take in that the run has been changed by something else."""
        trainer = self._timeline.run.trainer
        self._clear()
        self._checkpoint = trainer.state()
        self._updates_in_chunk = 1
        if self._last_epoch is not None:
            self._last_epoch = trainer.epoch + 1
        self._allowance.updates_per_epoch = trainer.batches_per_epoch
        if watch_anew:
            self._watch_anew()

    def advance(self, seconds: float, until_epoch: int | None) -> int:
        """Train for about so many seconds of the clock, to an epoch at most; return the updates made."""
        first, now = self._timeline.run.trainer.update, time.perf_counter()
        deadline, enough = now + seconds, False
        while self.divergence is None and not enough:
            last = self._last(until_epoch)
            # One epoch that was asked for is made at once, whatever the speed limit.
            allowed = self._allowance.updates(now) if self._last_epoch is None else None
            if now >= deadline or allowed == 0 or (last is not None and self._epoch >= last):
                break
            wanted = min(self._updates_in_chunk, allowed or self._updates_in_chunk)
            updates, enough = self._train(wanted, last)
            if self._last_epoch is None:
                self._allowance.spend(updates)
            begin, now = now, time.perf_counter()
            self._timeline.run.seconds += now - begin
            self._adapt_chunk(updates, now - begin)
            if now - self._noted > NOTE_SECONDS and self.divergence is None:
                self._timeline.note()
                self._noted = now
        if self._last_epoch is not None and self._epoch >= self._last_epoch:
            self.pause()
        return max(0, self._timeline.run.trainer.update - first)

    def step(self, updates: int) -> None:
        """Make so many updates at once."""
        self.pause()
        self._timeline.leave()
        self.divergence = None
        begin = time.perf_counter()
        while updates > 0 and self.divergence is None:
            updates -= self._train(updates, None)[0]
        self._timeline.run.seconds += time.perf_counter() - begin
        if not isfinite(self._timeline.run.train_cost()):
            self._diverge()

    @property
    def _epoch(self) -> int:
        return self._timeline.run.trainer.epoch

    def _last(self, until_epoch: int | None) -> int | None:
        """Return the epoch to stop at, if any."""
        goal = None if self._watch is None else self._watch.goal(self._timeline.run.experiment.training)
        wanted = [epoch for epoch in (until_epoch, self._last_epoch, goal) if epoch is not None]
        return min(wanted) if wanted else None

    @np.errstate(all="ignore")  # numbers that are not finite are looked for, and told of
    def _train(self, updates: int, until_epoch: int | None) -> tuple[int, bool]:
        """Make up to so many updates, not past the next epoch that wants a point in the history.

        Returns how many, and whether a stop rule says that it is enough.
        """
        run = self._timeline.run
        trainer = run.trainer
        due = run.history.next_due(trainer.epoch)
        stop = due if until_epoch is None else min(due, until_epoch)
        to_stop = (stop - trainer.epoch) * trainer.batches_per_epoch - trainer.batch_of_epoch
        updates = min(updates, to_stop)
        trainer.run_updates(updates)
        self.chunks += 1
        enough = False
        if not is_finite(run.network):
            self._diverge()
        elif trainer.epoch == stop:
            scores = run.scores()
            if isfinite(scores.train_cost):
                self._checkpoint, self.scores = self._timeline.record(scores).state, scores
                enough = self._is_enough(scores)
            else:
                self._diverge()
        return updates, enough

    def _is_enough(self, scores: Scores) -> bool:
        """Whether a stop rule says so; then it pauses and says why."""
        if self._watch is None or not self.running:
            return False
        reason = self._watch.look(self._timeline.run.experiment.training, self._epoch, scores)
        if reason:
            self.pause()
            self.message = reason
        return bool(reason)

    def _watch_anew(self) -> None:
        if self._watch is not None:
            run = self._timeline.run
            self._watch.begin(self._epoch)
            self._watch.look(run.experiment.training, self._epoch, run.scores())

    def _diverge(self) -> None:
        """Stop, and go back to the last finite state."""
        run = self._timeline.run
        self.divergence = find_divergence(run.trainer, self._checkpoint, run.train_cost)
        self._timeline.forget_after(run.trainer.update)
        self.pause()

    def _clear(self) -> None:
        self.divergence, self.message = None, ""

    def _adapt_chunk(self, updates: int, elapsed: float) -> None:
        if updates == self._updates_in_chunk and elapsed < CHUNK_SECONDS / 2:
            self._updates_in_chunk *= 2
        elif elapsed > CHUNK_SECONDS * 2:
            self._updates_in_chunk = max(1, self._updates_in_chunk // 2)

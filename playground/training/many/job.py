"""Training many networks beside the session: the wall's job."""

import math
from collections.abc import Callable, Generator
from time import monotonic, sleep

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from playground.data import Dataset
from playground.files import Experiment
from playground.messages import Message
from playground.training.errors import TrainingError
from playground.training.jobs import Job
from playground.training.many.frame import ManyCurves, ScoreName
from playground.training.many.many_networks import ManyNetworks
from playground.training.many.record import Kept
from playground.training.many.report import FEWEST, GOING, MOST, Band, ManyReport, State, bands_of
from playground.training.many.variations import Plan
from playground.training.results import ProblemInfo
from playground.training.scoring import costs_of_mean
from playground.training.training_loop import SPEED_LIMITS
from playground.training.training_run import TrainingRun

WAITING_SECONDS = 0.002
"""Between two looks at the clock, where the pace leaves nothing to do."""


class ManyJob(Job[ManyReport]):
    """A `Job` that trains the networks of a plan until all have come to their end; then it rests and can be asked.

    Raises `DataError`, `FileError` or `TrainingError` if they cannot be trained, are too few or too many.

    Parameters
    ----------
    dataset
        The plan's data.
    kept
        How they stood when they were kept: to go on, they are trained again up to there first.
    speed
        Returns how fast they train: the name of one of `SPEED_LIMITS`.
    """

    def __init__(
        self,
        plan: Plan,
        epochs: int,
        dataset: Dataset,
        kept: Kept | None = None,
        speed: Callable[[], str] = lambda: "full",
    ) -> None:
        if plan.count < FEWEST:
            raise TrainingError(
                "{n} {n:network|networks}; at least {fewest} were expected: take more values or more seeds",
                n=plan.count,
                fewest=FEWEST,
            )
        self._many = ManyNetworks(plan, epochs=epochs, dataset=dataset, most=MOST)
        self._state: State = "running"
        self._curves: ManyCurves | None = None
        self._bands: dict[ScoreName, tuple[Band, ...]] = {}
        self._problems, self._mean_costs = _problems(self._many), _mean_costs(self._many)
        self._experiments = self._many.experiments
        self._epochs, self._dataset, self._speed, self._due = epochs, dataset, speed, 0.0
        training = plan.experiment.training
        self._batches = math.ceil(self._many.run_of(0).examples.train.m / training.batch_size)
        self._kept = kept
        if kept is not None:
            self._many.restore(kept)
            self._state, self.rests = "done" if kept.done else "paused", True
        self._is_stale = False
        first = self._report()
        super().__init__(self._work(), first)

    # What a person asks of it

    def pause(self) -> None:
        """Stand still until `go_on`."""
        self._rest("paused")

    def go_on(self, speed: Callable[[], str]) -> None:
        """Train on, as fast as `speed` tells."""
        if self._state == "paused":
            self._speed, self.rests = speed, False
            self._state = "running" if self._kept is None else "returning"
            self._take(self._report())

    def stop(self) -> None:
        """Stand still for good: what there is stays to be seen and taken."""
        self._rest("stopped")

    def taking(self, number: int) -> tuple[Generator[float, None, TrainingRun], Message]:
        """Return how one of the networks is taken as it is at this moment, and what it is called.

        Raises `TrainingError` if there is none of that number.
        """
        if not 0 <= number < len(self._many.members):
            raise TrainingError(
                "there is no network {number}; one of {n} was expected", number=number + 1, n=len(self._many.members)
            )
        return self._many.taking(number), Message("Network {number} of the wall", number=number + 1)

    def again(self) -> ManyNetworks:
        """Return the same networks at their beginning: trained, they come to the very same numbers."""
        return ManyNetworks(self._many.plan, epochs=self._epochs, dataset=self._dataset, most=MOST)

    def kept(self) -> "KeptWall":
        """Return what a file keeps of them."""
        return KeptWall(Kept.of(self._many.plan, self._epochs, self._dataset, self.look().frame))

    def look(self) -> ManyReport:
        if self._is_stale:
            self._is_stale = False
            self._take(self._report())
        return self.result

    # Inside

    def _work(self) -> Generator[ManyReport | None, None, ManyReport | None]:
        if self._kept is not None:
            yield from self._return_to(int(self._kept.epochs.max()))
        while not self._many.done:
            seconds = self._seconds_per_epoch()
            yield from self._wait(seconds)
            for _ in self._many.train(self._many.epoch + 1 if seconds else None):
                self._is_stale = True
                yield replace(self.result)  # so that somebody looks
                if not seconds and self._seconds_per_epoch() and not self._many.done:
                    break
        self._rest("done")
        while True:
            yield None

    def _return_to(self, epoch: int) -> Generator[ManyReport, None, None]:
        """Train those that were kept again to where they stood: a file has no weights of them."""
        many = self.again()
        for _ in many.train(epoch, again=False):
            yield replace(self.result, share=many.epoch / max(epoch, 1))
        self._many, self._kept, self._state = many, None, "running"
        yield self._report()

    def _seconds_per_epoch(self) -> float:
        """Return the pace that a person has chosen; 0 for as fast as possible."""
        limit = SPEED_LIMITS[self._speed()]
        if limit.per_second is None:
            return 0.0
        return (1 if limit.unit == "epoch" else self._batches) / limit.per_second

    def _wait(self, seconds: float) -> Generator[None, None, None]:
        """Wait until the next epoch is due; whoever chooses another pace need not wait for the old one."""
        now = monotonic()
        self._due = min(max(self._due + seconds, now - seconds), now + seconds)
        while monotonic() < self._due and self._seconds_per_epoch() == seconds:
            sleep(WAITING_SECONDS)
            yield

    def _rest(self, state: State) -> None:
        if self._state in GOING:
            self._state, self.rests, self._is_stale = state, True, False
            self._take(self._report())

    @np.errstate(all="ignore")  # what explodes has no mean and no deviation
    def _report(self) -> ManyReport:
        frame = self._many.frame()
        if frame.curves is not self._curves:
            self._curves = frame.curves
            self._bands = bands_of(frame.curves, frame.groups, frame.score_name)
        return ManyReport(
            self._many.plan,
            self._epochs,
            self._state,
            frame,
            self._bands,
            self._problems,
            self._mean_costs,
            self._experiments,
            self._many.goal,
        )


class KeptWall(Struct, frozen=True, eq=False):
    """The wall as a file keeps it."""

    networks: Kept

    def job(self) -> ManyJob:
        """Return the job whose networks stand where they were kept.

        Raises `DataError`, `FileError` or `TrainingError` if they do not belong together.
        """
        self.networks.check()
        return ManyJob(self.networks.plan, self.networks.goal, self.networks.dataset, self.networks)


def _problems(many: ManyNetworks) -> tuple[ProblemInfo, ...]:
    """Return what each group's answers are drawn by; all with the same output share one."""
    known: dict[tuple[str, float], ProblemInfo] = {}
    found: list[ProblemInfo] = []
    for number, experiment in _firsts(many):
        key = experiment.network.output_activation, experiment.data.noise
        if key not in known:
            known[key] = many.run_of(number).problem_info
        found.append(known[key])
    return tuple(found)


def _mean_costs(many: ManyNetworks) -> tuple[tuple[float, float], ...]:
    """Return what always answering the mean costs in each group, by the group's own examples."""
    examples = many.examples
    return tuple(costs_of_mean(examples[number], experiment.training.cost) for number, experiment in _firsts(many))


def _firsts(many: ManyNetworks) -> list[tuple[int, Experiment]]:
    """Return the first network of each group."""
    return [*enumerate(many.experiments)][:: many.plan.seeds]

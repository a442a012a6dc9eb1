"""Many networks trained at once, in slices: an experiment over settings, while it runs and when it is done."""

import math
import time
from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from playground.data import Dataset
from playground.files import Experiment
from playground.training.examples import Examples
from playground.training.history import CAPACITY, History
from playground.training.many.frame import QUANTITIES, ManyFrame, Member
from playground.training.many.record import Kept, Record
from playground.training.many.stack import SLICE_SECONDS, Beginnings, Stack, Start, can_be_drawn, grid_domain, stacks
from playground.training.many.summary import SCORES, marked, score_name, sentences, summaries
from playground.training.many.variations import MOST_NETWORKS, Plan, check_count, check_memory
from playground.training.results import Array
from playground.training.scoring import Scores, baseline
from playground.training.session import TrainingSession
from playground.training.stop_rules import StopWatch
from playground.training.training_run import TrainingRun

LOOK_SECONDS = 0.2
"""Scores that somebody sees are not much older."""
STOP_RULES = ("target_cost", "patience")
"""The stop rules that hold for each network; the last epoch is each experiment's own."""


class ManyNetworks:
    """The networks of a plan, each what its experiment makes of it alone.

    ``for _ in many.train(): …`` trains, some milliseconds at a time; between two of them `frame` shows how it stands,
    and `run_of` takes one of the networks out as it is.

    Raises `DataError`, `FileError` or `TrainingError` if a setting does not exist, a combination cannot be trained, or
    they are too many.

    Parameters
    ----------
    epochs
        How many epochs to train, instead of each experiment's own number.
    dataset
        The plan's data, where they are read already.
    start
        How a session of an experiment begins, where it does so with more than the experiment, such as trained weights.
    watched
        Whether somebody looks at the curves meanwhile: then they have a point for every epoch at first, and else only
        where they end.

    Attributes
    ----------
    epoch
        The epoch that those are in which go on.
    frozen, diverged
        `(K,)`: which do not go on, and which of them because their numbers stopped being finite.
    seconds, updates
        The time of the clock spent training, and the updates of all networks together.
    """

    def __init__(
        self,
        plan: Plan,
        *,
        epochs: int | None = None,
        dataset: Dataset | None = None,
        start: Start | None = None,
        watched: bool = True,
        most: int = MOST_NETWORKS,
    ) -> None:
        check_count(plan, epochs, most)
        self.plan, self._source = plan, Beginnings(plan, dataset, start)
        made = list(plan.members())
        check_memory([experiment for _, experiment in made])
        self.members: tuple[Member, ...] = tuple(member for member, _ in made)
        self._beginnings = [self._source.begin(number, experiment) for number, (_, experiment) in enumerate(made)]
        self._stacks = stacks(self._beginnings)
        K, settings = len(made), [experiment.training for _, experiment in made]
        self._goals = np.array([each.epochs if epochs is None else epochs for each in settings])
        self._watches = {
            number: StopWatch(STOP_RULES)
            for number, each in enumerate(settings)
            if each.target_cost > 0 or each.patience > 0
        }
        if self._watches:  # a stop rule looks at the epochs that the history of a run has
            self._record = Record(K, 1, CAPACITY)
        else:
            self._record = Record(K, 1 if watched else max(1, int(self._goals.max())))
        self.frozen: NDArray[np.bool_] = np.zeros(K, bool)
        self.diverged: NDArray[np.bool_] = np.zeros(K, bool)
        self._epochs: NDArray[np.intp] = np.zeros(K, np.intp)
        self._alone: dict[int, TrainingSession] = {}
        self._kept: Kept | None = None
        self.epoch, self.seconds, self.updates = 0, 0.0, 0
        self._watched, self._looked = watched and not self._watches, 0.0
        first = self._beginnings[0]
        base = baseline(first.examples, first.experiment.training.cost)
        with_test, with_classes = first.examples.test.m > 0, base.accuracy is not None
        self._score = SCORES[score_name(with_test=with_test, with_classes=with_classes)]
        self._goal = self._score.solved_at(base.figure)

    @property
    def done(self) -> bool:
        return bool(self.frozen.all())

    def train(self, until_epoch: int | None = None, *, again: bool = True) -> Generator[None, None, None]:
        """Train until every network has come to its end, or all to an epoch; yields every few milliseconds.

        Left in the middle of an epoch, it goes on there; ``train(many.epoch + 1)`` then ends the epoch.

        Networks that diverged are trained `again` at the very end, each alone: what stands then is the last finite
        state of each, to the last bit.
        """
        work = self._training(until_epoch, again=again)
        while True:
            begin = time.perf_counter()
            with np.errstate(all="ignore"):
                is_over = next(work, self) is self
            self.seconds += time.perf_counter() - begin
            if is_over:
                return
            yield

    @property
    def experiments(self) -> tuple[Experiment, ...]:
        """What each network makes of its settings."""
        return tuple(each.experiment for each in self._beginnings)

    @property
    def examples(self) -> tuple[Examples, ...]:
        """What each network learns from."""
        return tuple(each.examples for each in self._beginnings)

    @property
    def goal(self) -> float:
        """The score from which on the problem is solved."""
        return self._goal

    def frame(self, *, outputs: bool = True) -> ManyFrame:
        """Return how it stands, in frozen copies; `outputs` also what each network answers on a small grid."""
        first = self._beginnings[0].examples
        last = self._record.last.copy()
        last.flags.writeable = False
        values = last[QUANTITIES.index(self._score.name)]
        groups = summaries(self.members, self._score, values, self.diverged, self._goal)
        best, typical, worst = marked(self._score, values, self.diverged)
        drawn = outputs and can_be_drawn(first)
        epochs = np.where(self.frozen, self._epochs, self.epoch)
        diverged, frozen = self.diverged.copy(), self.frozen.copy()
        for array in (epochs, diverged, frozen):
            array.flags.writeable = False
        return ManyFrame(
            keys=self.plan.keys,
            labels=self.plan.labels,
            members=self.members,
            groups=groups,
            epoch=self.epoch,
            done=self.done,
            epochs=epochs,
            diverged=diverged,
            frozen=frozen,
            score_name=self._score.name,
            score=values,
            **dict(zip(QUANTITIES, last, strict=True)),
            curves=self._record.curves(),
            outputs=self._outputs() if drawn else None,
            domain=grid_domain(first) if drawn else (),
            best=best,
            typical=typical,
            worst=worst,
            sentences=sentences(self.plan.labels, groups, self._score, self._goal),
            seconds=self.seconds,
            updates=self.updates,
        )

    def run_of(self, number: int) -> TrainingRun:
        """Return one of the networks as it is at this moment, as a run that goes on alone: `taking` to its end."""
        work = self.taking(number)
        while True:
            try:
                next(work)
            except StopIteration as end:
                run: TrainingRun = end.value
                return run

    def taking(self, number: int) -> Generator[float, None, TrainingRun]:
        """Return one of the networks as it is at this moment, as a run that goes on alone.

        One that diverged is trained alone up to its last finite state first, and one that was kept to where it stood;
        yields how much of that is done, from 0 to 1.
        """
        if self._kept is not None:
            return (yield from self._trained_again(number))
        if self.diverged[number]:
            yield from self._train_alone(number)
        if number in self._alone:
            return self._alone[number].run
        beginning = self._beginnings[number]
        run = TrainingRun(beginning.experiment, beginning.examples, beginning.network.parameters)
        self._write_history(number, run.history)
        stack, place = self._place(number)
        run.trainer.restore(stack.trainers.state(place))
        run.record(run.scores())
        return run

    def restore(self, kept: Kept) -> None:
        """Stand where another one stood, for good: one of the networks is trained again when it is wanted."""
        self._kept = kept
        self._record.restore(kept.curves, kept.last)
        self.diverged[:], self._epochs[:], self.frozen[:] = kept.diverged, kept.epochs, True
        self.epoch, self.seconds, self.updates = int(kept.epochs.max()), kept.seconds, kept.updates

    # Training

    def _training(self, until_epoch: int | None, *, again: bool) -> Generator[float | None, None, None]:
        if not len(self._record):
            yield from self._look()
        while not self.done and (until_epoch is None or self.epoch < until_epoch):
            due = min(self._record.next_due(self.epoch), int(self._goals[~self.frozen].min()))
            yield from self._train_to(self.epoch + 1)
            stale = self._watched and time.perf_counter() - self._looked > LOOK_SECONDS
            if self.epoch in (due, until_epoch) or stale:
                yield from self._look()
        if self.done and again:
            for number in np.flatnonzero(self.diverged).tolist():
                yield from self._train_alone(number)

    def _train_to(self, epoch: int) -> Generator[None, None, None]:
        for stack in self._stacks:
            going_on = int((~stack.trainers.frozen).sum())
            for updates in stack.train_to(epoch, SLICE_SECONDS) if going_on else ():
                self.updates += updates * going_on
                yield
        lost = np.zeros(self.frozen.shape, bool)
        for stack in self._stacks:
            lost[stack.numbers] = ~np.isfinite(stack.trainers.costs[:, self.epoch - epoch :]).all(axis=1)
        self.epoch = epoch
        self._diverge(lost)

    def _look(self) -> Generator[None, None, None]:
        """Score all, and freeze those that have come to their end."""
        self._looked = time.perf_counter()
        values = np.full(self._record.last.shape, np.nan)
        for stack in self._stacks:
            for part, rows in _ROWS.items():
                for numbers, costs, accuracies in stack.score(part):
                    values[rows[0], numbers], values[rows[1], numbers] = costs, accuracies
                    yield
        going_on = ~self.frozen
        self._diverge(going_on & ~np.isfinite(values[0]))
        self._record.add(self.epoch, values, going_on & ~self.frozen)
        enough = self._goals <= self.epoch
        for number, watch in self._watches.items():
            if not self.frozen[number]:
                train_cost, test_cost = values[:2, number].tolist()
                scores = Scores(train_cost, None if math.isnan(test_cost) else test_cost, None, None, 0.0)
                training = self._beginnings[number].experiment.training
                enough[number] |= bool(watch.look(training, self.epoch, scores)) and self.epoch > 0
        for stack in self._stacks:
            stack.trainers.freeze(enough[stack.numbers])
        self._freeze(enough)

    def _diverge(self, members: NDArray[np.bool_]) -> None:
        for stack in self._stacks:
            stack.trainers.freeze(members[stack.numbers], diverged=True)
            self.diverged[stack.numbers] = stack.trainers.diverged
        self._freeze(self.diverged)

    def _freeze(self, members: NDArray[np.bool_]) -> None:
        self._epochs[members & ~self.frozen] = self.epoch
        self.frozen |= members

    def _train_alone(self, number: int) -> Generator[float, None, None]:
        """Train one that diverged as it would have been alone."""
        if number in self._alone:
            return
        experiment = self._beginnings[number].experiment
        session = yield from self._source.alone(experiment, int(self._goals[number]), STOP_RULES)
        self._alone[number] = session
        self.diverged[number] = session.loop.divergence is not None
        self._epochs[number] = session.epoch
        scores = session.run.scores()
        values = scores.train_cost, scores.test_cost, scores.train_accuracy, scores.test_accuracy
        self._record.last[:, number] = [math.nan if value is None else value for value in values]

    # What is seen of them

    def _write_history(self, number: int, history: History) -> None:
        curves = self._record.curves()
        for epoch, train_cost, test_cost, train_accuracy, test_accuracy in zip(
            curves.epochs.astype(int).tolist(),
            *(values[number].tolist() for values in curves.named.values()),
            strict=True,
        ):
            if math.isfinite(train_cost):
                history.record(
                    epoch,
                    train_cost=train_cost,
                    test_cost=test_cost,
                    penalty=math.nan,
                    train_accuracy=train_accuracy,
                    test_accuracy=test_accuracy,
                    gradient_norms=None,
                )

    def _place(self, number: int) -> tuple[Stack, int]:
        return next((stack, int(place)) for stack in self._stacks for place in np.flatnonzero(stack.numbers == number))

    def _trained_again(self, number: int) -> Generator[float, None, TrainingRun]:
        """Train one of those that were kept, as far as it had come."""
        session = yield from self._source.alone(self._beginnings[number].experiment, int(self._epochs[number]))
        return session.run

    def _outputs(self) -> tuple[Array, ...]:
        if self._kept is not None and self._kept.outputs is not None:
            return self._kept.outputs
        answers = {
            int(number): outputs
            for stack in self._stacks
            for number, outputs in zip(stack.numbers, stack.outputs(), strict=True)
        }
        return tuple(answers[number] for number in range(len(self.members)))


_ROWS = {"train": (0, 2), "test": (1, 3)}
"""The rows of `QUANTITIES` that cost and accuracy of a part of the examples have."""

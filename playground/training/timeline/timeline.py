"""A run and its way through time: forward by training, back to recorded moments, and on from there another way."""

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import attrgetter

import numpy as np
from msgspec.structs import replace

from playground.engine.update_rule import UpdateRule
from playground.files import Experiment
from playground.training.comparison import is_one_curve
from playground.training.errors import TrainingError
from playground.training.history import History
from playground.training.moments import Record, RunState, Trajectory
from playground.training.results import Array, Curves, Recorded
from playground.training.scoring import Scores
from playground.training.starting import update_settings
from playground.training.stop_rules import with_stop_rules
from playground.training.timeline.records import BUDGET, Records, RunMemory
from playground.training.timeline.replay import Recent, Replay
from playground.training.training_run import TrainingRun

MOST_BRANCHES = 8


class Timeline:
    """The run as it is, the moments it can go back to, and the ways it has left.

    Going back leaves everything beyond to be seen and to be gone forward to. Whatever then moves the run on begins a
    new branch: what lay beyond is forgotten but for its curve.

    Attributes
    ----------
    branches
        The curves of ways that were left, oldest first.
    tip
        The growing end, while the run is at an earlier moment; else None.
    """

    run: TrainingRun
    tip: RunState | None
    branches: tuple[Curves, ...]

    def __init__(self, run: TrainingRun, budget: int = BUDGET) -> None:
        self.records = Records(budget)
        self._recent = Recent()
        self.begin(run)

    @classmethod
    def recalled(cls, memory: RunMemory) -> "Timeline":
        timeline = cls(TrainingRun.recall(memory.state), memory.records.budget)
        timeline.recall(memory)
        return timeline

    def begin(self, run: TrainingRun) -> None:
        """Begin with another run; nothing stays of the one before."""
        self.run, self.tip, self.branches = run, None, ()
        self.records = Records(self.records.budget)
        self._recent.clear()
        self.records.add(self._record(begins=True))

    @np.errstate(all="ignore")
    def memory(self) -> RunMemory:
        """Return what `recall` needs to come back to this moment."""
        return RunMemory(self.run.state(), self.tip, self.records.copy(), self.branches)

    def recall(self, memory: RunMemory) -> None:
        """Come back to a moment, of this run or another; the budget stays as it is."""
        budget = self.records.budget
        self.run, self.tip = self.run.returned(memory.state), memory.tip
        self.records, self.branches = memory.records.copy(), memory.branches
        if self.records.budget != budget:
            self.records.budget = budget
        self._recent.clear()

    # Forward

    def record(self, scores: Scores) -> Record:
        """Record the present moment, at an epoch that is due or the last before a pause."""
        self.run.record(scores)
        record = self._record()
        self.records.add(record)
        return record

    def note(self) -> None:
        """Keep the present moment for a short while, so that a step back from the next ones is quick."""
        self._recent.note(self._record())

    def configure(self, experiment: Experiment) -> bool:
        """Take over settings that change neither data nor network nor cost; return whether training goes on otherwise.

        Those that only say when to stop change nothing of the way.
        """
        if experiment == with_stop_rules(self.run.experiment, experiment):
            self.run.configure(experiment)
            return False
        self.leave()
        moved = experiment.training.off != self.run.experiment.training.off
        self.run.configure(experiment)
        self.records.add(self._record(begins=True, moved=moved))
        return True

    def turn_to(self, run: TrainingRun) -> None:
        """Go on with the run of a changed experiment, or begin with it if its weights are new."""
        if not run.keeps_weights_of(self.run.experiment):
            self.begin(run)
            return
        self.leave()
        old, self.run = self.run, run
        run.seconds = old.seconds
        same_curve = is_one_curve(old.experiment, run.experiment)
        before = None if same_curve and old.history.n_layers == run.history.n_layers else old.history.copy()
        if not same_curve:
            self.branches = ()
        self.records.add(self._record(begins=True, moved=True, before=before))

    def move(self, change: Callable[[TrainingRun], None]) -> None:
        """Let the weights be changed by something else than an update."""
        self.leave()
        change(self.run)
        self.records.add(self._record(begins=True, moved=True))

    def reset(self) -> None:
        """Go back to the same initial weights, and to an empty way."""
        self.run.reset()
        self.begin(self.run)

    def forget_after(self, update: int) -> None:
        """Forget moments after an update that turned out not to be worth keeping."""
        self._recent.cut(update)

    def leave(self) -> None:
        """Leave what lies beyond an earlier moment: its curve becomes a branch."""
        if self.tip is None:
            return
        epoch, left = self.run.trainer.epoch, self.curves()
        if left.epochs[-1] > epoch:
            self._keep_branch(left.since(epoch))
        self.records.cut(self.run.trainer.update)
        self._recent.cut(self.run.trainer.update)
        self.tip = None

    # Back

    @property
    def position(self) -> int | None:
        """Which record the run is at, or was at last; None at the growing end."""
        return None if self.tip is None else self.records.index_at(self.run.trainer.update)

    def recorded(self) -> Recorded:
        return self.records.recorded(self.position)

    def curves(self) -> Curves:
        """Return the whole curve that the present moment is a point of."""
        if self.tip is None:
            return self.run.history.curves()
        for record in self.records.after(self.run.trainer.update):
            if record.before is not None and not is_one_curve(self.run.experiment, record.experiment):
                return record.before.curves()
        return self.tip.history.curves()

    def rates(self, epochs: Array) -> Array:
        """Return which learning rate held in these epochs, `(2, k)`, see `epoch_rates`."""
        return epoch_rates(self.records, epochs)

    def is_nearest_to(self, epoch: int) -> bool:
        """Whether no recorded moment is nearer to an epoch than the present one."""
        here, nearest = self.run.trainer, self.records[self.records.nearest(epoch)]
        at_end = self.tip is None and abs(here.epoch - epoch) <= abs(nearest.epoch - epoch)
        return at_end or here.update == nearest.update

    def scrub(self, epoch: int) -> None:
        """Go to the recorded moment nearest to an epoch."""
        self._look_back()
        self._stand_at(self.records[self.records.nearest(epoch)])

    def step_back(self, arrived: Callable[[], None]) -> Replay:
        """Return a replay that goes back by one update.

        Raises `TrainingError` if there is no update to take back, or what led to it is forgotten.
        """
        update = self.run.trainer.update - 1
        if update < 0:
            raise TrainingError("this is the beginning: there is no update to take back")
        base = self._base(update)

        def arrive(record: Record, way: Sequence[Record]) -> None:
            self._look_back()
            self._recent.cut(record.update)
            self._recent.keep(way)
            self._stand_at(record)
            arrived()

        return Replay(base, update, arrive)

    def _base(self, update: int) -> Record:
        """Return the last moment known before or at an update."""
        index = self.records.index_at(update)
        base, recent = self.records[index], self._recent.last_at(update)
        gap = any(record.gap for record in self.records.after(update)[:1])
        # One in the timeline knows of a change at the same update.
        if recent is not None and recent.update > base.update and (not gap or recent.update == update):
            return recent
        if gap and base.update < update:
            raise TrainingError("the moments before this change are forgotten; expected a larger timeline for that")
        return base

    def _look_back(self) -> None:
        """Mark the growing end, to come back to."""
        if self.tip is None:
            if self.run.trainer.update > self.records[-1].update:
                self.records.add(self._record(passing=True))
            self.tip = self.run.state()

    def _stand_at(self, record: Record) -> None:
        assert self.tip is not None
        if record.update == self.tip.trainer.update:
            state, self.tip = self.tip, None
        else:
            state = self._state_at(record)
        experiment = with_stop_rules(state.experiment, self.run.experiment)
        self.run = self.run.returned(replace(state, experiment=experiment))

    def _state_at(self, record: Record) -> RunState:
        """Return the run at a recorded moment, or at one after it that no change lies before."""
        assert self.tip is not None
        index = self.records.index_at(record.update)
        base, following = self.records[index], self.records.after(record.update)
        whole = next((each.before for each in following if each.before is not None), self.tip.history)
        last_epoch = record.epoch
        if following and following[0].begins and following[0].epoch == last_epoch:
            last_epoch -= 1  # the change has put its own point in place of that epoch's
        trajectory = Trajectory()
        first = next((number for number in range(index, 0, -1) if self.records[number].moved), 0)
        for number in range(first, index + 1):
            trajectory.record(self.records[number].epoch, self.records[number].state.parameters)
        return RunState(
            record.experiment,
            record.examples,
            record.initial,
            record.state,
            whole.rewound(base.point, last_epoch),
            trajectory,
            record.seconds,
        )

    def _record(
        self, *, begins: bool = False, moved: bool = False, passing: bool = False, before: History | None = None
    ) -> Record:
        run = self.run
        return Record(
            state=run.trainer.state(),
            experiment=run.experiment,
            examples=run.examples,
            initial=run.initial,
            point=run.history.last_point,
            seconds=run.seconds,
            begins=begins,
            moved=moved,
            passing=passing,
            before=before,
        )

    def _keep_branch(self, curves: Curves) -> None:
        if not any(curves.same_costs(branch) for branch in self.branches):
            self.branches = (*self.branches, curves)[-MOST_BRANCHES:]


def epoch_rates(records: Records, epochs: Array) -> Array:
    """Return `(2, k)`: the learning rate that was set in the last update of each epoch, and what a schedule made of it.

    NaN where no update led to an epoch, or the change that led to it is forgotten.
    """
    return np.array([_rates(records, float(epoch)) for epoch in epochs], float).reshape(-1, 2).T


def _rates(records: Records, epoch: float) -> tuple[float, float]:
    """A change stands at the epoch after which it counts."""
    index = bisect_left(records, epoch, key=attrgetter("epoch")) - 1
    if index < 0 or (index + 1 < len(records) and records[index + 1].gap):
        return np.nan, np.nan
    record = records[index]
    training = record.experiment.training
    settings = update_settings(training)
    per_epoch = math.ceil(record.examples.train.m / settings.pop("batch_size"))
    share = UpdateRule(**settings).rate_factors([epoch * per_epoch - 1], per_epoch)[0]
    return training.learning_rate, training.learning_rate * float(share)

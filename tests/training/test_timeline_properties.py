"""Whatever a person does, in whatever order: every moment that comes back is the one that was, to the last bit."""

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from playground.files import LayerSettings, override, read_preset
from playground.training import TrainingError, TrainingSession
from playground.training.commands import ChangeField, NewSample, NewWeights
from playground.training.pins import MOST_PINS
from playground.training.timeline import records as module
from playground.training.timeline.timeline import MOST_BRANCHES
from playground.training.training_run import TrainingRun

pytestmark = pytest.mark.slow

SMALL = ["network.hidden=[3]", "data.samples=24", "training.batch_size=5", "training.optimizer=adam"]
CHANGES = [
    ("training.learning_rate", 0.1),
    ("training.learning_rate", 0.01),
    ("training.batch_size", 3),
    ("training.batch_size", 100),
    ("training.optimizer", "sgd"),
    ("training.optimizer", "momentum"),
    ("training.l2", 0.01),
    ("training.cost", "huber"),
    ("training.cost", "half_squared_error"),
    ("network.hidden", ()),
    ("network.hidden", (LayerSettings(2, "relu"), LayerSettings(3, "tanh"))),
    ("network.hidden", (LayerSettings(4, "tanh"),)),
    ("data.noise", 0.2),
    ("data.features", ("x1", "x2", "x1*x2")),
    ("training.patience", 7),
    ("network.seed", 3),
]


def bits(run: TrainingRun) -> tuple[object, ...]:
    """Everything that decides how training goes on, and what is trained, comparable bit for bit."""
    state = run.trainer.state()
    gradient = None if state.gradient is None else state.gradient.tobytes()
    experiment = run.experiment
    settled = experiment.training.batch_size, experiment.training.optimizer, experiment.training.learning_rate
    return (
        *(array.tobytes() for array in (state.parameters, state.moments, state.step, run.initial)),
        gradient,
        state.rng,
        state.count,
        (run.trainer.batch_of_epoch, state.update, state.epoch, state.carried_cost),
        (experiment.data, experiment.network, experiment.training.cost, *settled),
    )


def whole(session: TrainingSession) -> tuple[object, ...]:
    """Everything that undo brings back."""
    snapshot = session.snapshot()
    curves = [snapshot.curves, session.run.history.curves(), *snapshot.branches]
    return (
        bits(session.run),
        session.experiment,
        [array.tobytes() for each in curves for array in (each.epochs, each.train_cost, each.gradient_norms)],
        snapshot.timeline.updates.tolist(),
        [id(record.state.parameters) for record in session.timeline.records],
        snapshot.timeline.position,
        [(pin.number, pin.name) for pin in snapshot.pins],
        session.run.seconds,
        session.run.trajectory.epochs,
    )


class Travels(RuleBasedStateMachine):
    """A session, beside it what every update along its present way led to, and every moment of its undo list."""

    @initialize(capacity=st.sampled_from([5, 12, 1000]))
    def begin(self, capacity):
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(module, "CAPACITY", capacity)
        self.session = TrainingSession(override(read_preset("circles"), SMALL))
        self.way = {0: bits(self.session.run)}
        self.moments = {0: (whole(self.session), dict(self.way))}

    def teardown(self):
        if hasattr(self, "patch"):
            self.patch.undo()

    def position(self):
        snapshot = self.session.snapshot()
        return snapshot.undo_first + snapshot.undo_position

    def keep(self):
        """Note the present moment as the one after the last entry."""
        position = self.position()
        self.moments = {number: moment for number, moment in self.moments.items() if number < position}
        self.moments[position] = whole(self.session), dict(self.way)

    def forward(self, move):
        """Let the session train, and a copy of it update by update."""
        session = self.session
        self.way = {update: seen for update, seen in self.way.items() if update <= session.update}
        copy = TrainingRun.recall(session.run.state())
        move()
        while copy.trainer.update < session.update:
            copy.trainer.run_updates(1)
            self.way[copy.trainer.update] = bits(copy)
        assert self.way[session.update] == bits(session.run)
        self.keep()

    def jumped(self):
        """Note that something but an update led here: another way begins."""
        update = self.session.update
        self.way = {seen: each for seen, each in self.way.items() if seen < update}
        self.way[update] = bits(self.session.run)
        self.keep()

    @rule(epochs=st.integers(1, 9))
    def run(self, epochs):
        def move():
            self.session.start()
            self.session.advance(float("inf"), until_epoch=self.session.epoch + epochs)
            self.session.pause()

        self.forward(move)

    @rule()
    def step(self):
        self.forward(self.session.step_batch)

    @rule()
    def step_epoch(self):
        self.forward(self.session.step_epoch)

    @rule(change=st.sampled_from(CHANGES))
    def change(self, change):
        before, was = self.session.experiment, self.session.update
        position = self.position()
        ChangeField(*change).apply(self.session)
        if self.session.experiment == before:
            assert self.position() == position
        elif change[0] == "training.patience":
            self.keep()  # which changes nothing of the way, and nothing is left behind
        else:
            assert self.session.update in (was, 0)
            self.jumped()

    @rule(command=st.sampled_from([NewSample(), NewWeights()]))
    def draw(self, command):
        command.apply(self.session)
        self.jumped()

    @rule(value=st.floats(-3, 3))
    def set_weight(self, value):
        self.session.set_parameter(1, 0, 1, value)
        self.jumped()

    @rule(example=st.integers(0, 5))
    def apply_one_example(self, example):
        self.session.inspection.walk_through(self.session.run, example)
        self.session.apply_walkthrough()
        self.jumped()

    @rule()
    def reset(self):
        self.session.reset()
        self.way = {}
        self.jumped()

    @rule(epoch=st.integers(0, 60))
    def scrub(self, epoch):
        epochs = {record.epoch for record in self.session.timeline.records}
        if self.session.snapshot().timeline.position is None:
            epochs.add(self.session.epoch)  # the growing end is recorded before it is left
        nearest = min(abs(each - epoch) for each in epochs)
        was = self.session.update
        self.session.scrub(epoch)
        assert abs(self.session.epoch - epoch) == nearest
        assert bits(self.session.run) == self.way[self.session.update]
        if self.session.update != was:  # else nothing is to be taken back, and what was taken back can be repeated
            self.keep()

    @rule()
    def step_back(self):
        update = self.session.update
        refusal = ""
        try:
            self.session.step_back()
        except TrainingError as error:
            refusal = str(error)
        if refusal:
            assert update == 0 or ("are forgotten" in refusal and module.CAPACITY < 1000)
            assert self.session.update == update
            return
        while self.session.jobs.busy:
            self.session.jobs.advance(1.0)
        assert self.session.update == update - 1
        assert bits(self.session.run) == self.way[update - 1]
        self.keep()

    @rule()
    def pin(self):
        if len(self.session.pins.kept) < MOST_PINS:
            self.session.pins.pin()
            self.keep()

    @precondition(lambda self: self.session.pins.kept)
    @rule(data=st.data())
    def load_pin(self, data):
        pin = data.draw(st.sampled_from(self.session.pins.kept))
        self.session.load_pin(pin.number)
        snapshot = self.session.snapshot()
        assert (snapshot.epoch, snapshot.update, snapshot.experiment) == (pin.epoch, pin.update, pin.experiment)
        assert (snapshot.train_cost, self.session.run.seconds) == (pin.train_cost, pin.seconds)
        # Its own way: what came before is known where it was recorded.
        self.way = {}
        for record in self.session.timeline.records:
            copy = TrainingRun.beginning_at(record)
            self.way[record.update] = bits(copy)
            following = [each.update for each in self.session.timeline.records if each.update > record.update]
            gap = any(each.gap for each in self.session.timeline.records if each.update > record.update)
            for _ in range(record.update, 0 if gap else min(following, default=self.session.update + 1) - 1):
                copy.trainer.run_updates(1)
                self.way[copy.trainer.update] = bits(copy)
        assert self.way[self.session.update] == bits(self.session.run)
        self.keep()

    @precondition(lambda self: self.session.pins.kept)
    @rule(data=st.data())
    def remove_or_rename_pin(self, data):
        pin = data.draw(st.sampled_from(self.session.pins.kept))
        if data.draw(st.booleans()):
            self.session.pins.remove(pin.number)
        else:
            self.session.pins.rename(pin.number, pin.name + "!")
        self.keep()

    @rule(data=st.data())
    def travel(self, data):
        snapshot = self.session.snapshot()
        first, last = snapshot.undo_first, snapshot.undo_first + len(snapshot.undo_labels)
        number = data.draw(st.integers(first, last))
        self.session.go_to_moment(number)
        state, self.way = self.moments[number][0], dict(self.moments[number][1])
        assert whole(self.session) == state

    @rule()
    def undo_and_redo(self):
        before = whole(self.session)
        if self.session.snapshot().undo_label:
            self.session.undo()
            self.session.redo()
            assert whole(self.session) == before

    @rule()
    def go_on_from_memory(self):
        """As if the session had been saved and opened: nothing is lost but the undo list."""
        before = whole(self.session)
        self.session = TrainingSession.from_memory(self.session.memory())
        assert whole(self.session) == before
        self.moments = {0: (before, dict(self.way))}

    @invariant()
    def the_timeline_is_in_order_and_within_its_bounds(self):
        if not hasattr(self, "session"):
            return
        snapshot = self.session.snapshot()
        recorded = snapshot.timeline
        assert (np.diff(recorded.updates) > 0).all()
        assert (np.diff(recorded.epochs) >= 0).all()
        assert len(recorded.epochs) <= max(module.CAPACITY, module.FEWEST)
        assert 0 < recorded.n_bytes <= recorded.budget
        if recorded.position is None:
            assert recorded.updates[-1] <= snapshot.update
        else:
            assert recorded.updates[recorded.position] <= snapshot.update
        assert len(snapshot.branches) <= MOST_BRANCHES
        assert (np.diff(snapshot.curves.epochs) > 0).all()
        assert snapshot.undo_position <= len(snapshot.undo_labels)

    @invariant()
    def every_record_is_what_was_there(self):
        if hasattr(self, "session"):
            for record in self.session.timeline.records[-3:]:
                state = record.state
                assert self.way[record.update][0] == state.parameters.tobytes()
                assert not state.parameters.flags.writeable


Travels.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
test_travels = Travels.TestCase

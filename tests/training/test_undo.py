"""Every change can be taken back: afterwards everything goes on as if it had never been made."""

import numpy as np
import pytest

from playground.data import DataError
from playground.engine import OPTIMIZERS
from playground.files import LayerSettings, override, read_preset
from playground.training import TrainingError, TrainingSession
from playground.training import undo as module
from playground.training.commands import (
    ApplyWalkthrough,
    ChangeField,
    GoToMoment,
    Load,
    LoadPin,
    MoveTo,
    NewSample,
    NewWeights,
    OpenTarget,
    Pause,
    PinRun,
    Redo,
    Reset,
    Run,
    Scrub,
    SetParameter,
    SetSpeedLimit,
    StartWalkthrough,
    StepBack,
    StepBatch,
    StepEpoch,
    Undo,
)
from playground.training.shared_bytes import SharedBytes
from playground.training.undo import UndoHistory


class Training:
    """Pressing Run, and Pause some epochs later."""

    def apply(self, session: TrainingSession) -> None:
        Run().apply(session)
        session.advance(float("inf"), until_epoch=session.epoch + 3)
        Pause().apply(session)


class Applying:
    """A walkthrough of one example, applied."""

    def apply(self, session: TrainingSession) -> None:
        StartWalkthrough(3).apply(session)
        ApplyWalkthrough().apply(session)


COMMANDS = {
    "run": (Training(), "Run"),
    "step": (StepBatch(), "Step"),
    "epoch": (StepEpoch(), "Epoch"),
    "scrub": (Scrub(2), "Go to epoch"),
    "step back": (StepBack(), "Step back"),
    "reset": (Reset(), "Reset"),
    "new weights": (NewWeights(), "New weights"),
    "new sample": (NewSample(), "New sample"),
    "open": (Load(read_preset("sine")), "Open"),
    "open a target": (OpenTarget("spirals"), "Open"),
    "edit weight": (SetParameter(1, 2, 0, -7.5), "W[1][3,1] = -7.5"),
    "edit bias": (SetParameter(2, 0, 6, 0.25), "b[2][1] = 0.25"),
    "add a layer": (
        ChangeField("network.hidden", (LayerSettings(6, "tanh"), LayerSettings(3, "relu"))),
        "Hidden layers: 6 tanh, 3 relu",
    ),
    "no layer": (ChangeField("network.hidden", ()), "Hidden layers: none"),
    "fewer units": (ChangeField("network.hidden", (LayerSettings(2, "tanh"),)), "Hidden layers: 2 tanh"),
    "output": (ChangeField("network.output_activation", "tanh"), "Output activation: Tanh"),
    "initializer": (ChangeField("network.initializer", "he"), "Initial weights: He (normal)"),
    "seed": (ChangeField("network.seed", 77), "Seed: 77"),
    "precision": (ChangeField("network.dtype", "float32"), "Precision: Single precision"),
    "features": (ChangeField("data.features", ("x2", "x1*x2")), "Features: x2, x1*x2"),
    "source": (ChangeField("data.source", "three_spirals"), "Data: Three spirals"),
    "samples": (ChangeField("data.samples", 60), "Samples: 60"),
    "noise": (ChangeField("data.noise", 0.3), "Noise: 0.3"),
    "share": (ChangeField("data.train_fraction", 0.25), "Training share: 0.25"),
    "cost": (ChangeField("training.cost", "huber"), "Cost: Huber"),
    "optimizer": (ChangeField("training.optimizer", "momentum"), "Optimizer: Momentum"),
    "learning rate": (ChangeField("training.learning_rate", 0.2), "Learning rate: 0.2"),
    "batch size": (ChangeField("training.batch_size", 33), "Batch size: 33"),
    "edit all weights": (MoveTo(np.linspace(-1, 1, 25), "Go to minimum"), "Go to minimum"),
    "apply an update": (Applying(), "Apply update"),
    "load a pin": (LoadPin(1), "Load pinned run"),
    "l1": (ChangeField("training.l1", 0.1), "L1 penalty: 0.1"),
    "l2": (ChangeField("training.l2", 0.1), "L2 penalty: 0.1"),
    "schedule": (ChangeField("training.schedule", "cosine"), "Rate schedule: Cosine"),
    "clipping": (ChangeField("training.clip_norm", 0.01), "Gradient clipping: 0.01"),
    "dropout": (ChangeField("training.dropout", 0.25), "Dropout: 0.25"),
}


def trained(optimizer: str = "adam") -> TrainingSession:
    """A session in the middle of an epoch, with a pinned run of another kind."""
    session = TrainingSession(override(read_preset("moons"), ["network.hidden=[3]", "training.cost=huber"]))
    session.advance(float("inf"), until_epoch=2)
    PinRun("small").apply(session)
    session.load(override(read_preset("moons"), [f"training.optimizer={optimizer}"]))
    session.advance(float("inf"), until_epoch=4)
    for _ in range(7):
        session.step_batch()
    return session


@pytest.mark.parametrize(("command", "label"), COMMANDS.values(), ids=COMMANDS)
def test_after_undo_everything_is_and_goes_on_as_before(command, label, state_of):
    session, untouched = trained(), trained()
    command.apply(session)
    assert state_of(session) != state_of(untouched)
    assert session.snapshot().undo_label == label
    Undo().apply(session)
    assert state_of(session) == state_of(untouched)
    assert session.snapshot().redo_label == label
    assert not session.loop.running
    for each in (session, untouched):
        each.advance(float("inf"), until_epoch=9)
    assert state_of(session) == state_of(untouched)


@pytest.mark.parametrize(("command", "label"), COMMANDS.values(), ids=COMMANDS)
def test_redo_brings_all_of_it_back(command, label, state_of):
    session, changed = trained(), trained()
    command.apply(session)
    command.apply(changed)
    Undo().apply(session)
    Redo().apply(session)
    assert state_of(session) == state_of(changed)
    assert session.snapshot().undo_label == label
    assert session.snapshot().redo_label == ""
    for each in (session, changed):
        each.advance(float("inf"), until_epoch=each.epoch + 3)
    assert state_of(session) == state_of(changed)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_memory_of_every_optimizer_comes_back(optimizer, state_of):
    session, untouched = trained(optimizer), trained(optimizer)
    Training().apply(session)
    Undo().apply(session)
    for each in (session, untouched):
        each.advance(float("inf"), until_epoch=9)
    assert state_of(session) == state_of(untouched)


def test_a_long_way_back_and_forth(state_of):
    session, states = trained(), []
    commands = [command for name, (command, _) in COMMANDS.items() if not name.startswith("edit")]
    for command in commands:
        states.append(state_of(session))
        command.apply(session)
    states.append(state_of(session))
    for state in reversed(states[:-1]):
        session.undo()
        assert state_of(session) == state
    for state in states[1:]:
        session.redo()
        assert state_of(session) == state


def test_what_is_dragged_is_taken_back_at_once(state_of):
    session = trained()
    before = state_of(session)
    for step in range(1, 200):
        ChangeField("training.learning_rate", step / 1000).apply(session)
    ChangeField("training.l2", 0.1).apply(session)
    session.undo()
    assert session.experiment.training.learning_rate == 0.199
    session.undo()
    assert state_of(session) == before


def test_a_change_ends_what_could_be_repeated():
    session = trained()
    session.step_batch()
    session.undo()
    assert session.snapshot().redo_label == "Step"
    ChangeField("training.l2", 0.1).apply(session)
    assert session.snapshot().redo_label == ""
    before = session.update
    session.redo()
    assert session.update == before


def test_with_nothing_to_take_back_nothing_happens(make_session, state_of):
    session = make_session()
    before = state_of(session)
    session.undo()
    session.redo()
    assert state_of(session) == before
    assert session.snapshot().undo_label == session.snapshot().redo_label == ""


def test_undo_while_running_goes_back_to_the_start_of_the_run(make_session, state_of):
    session = make_session()
    before = state_of(session)
    session.start()
    session.advance(float("inf"), until_epoch=2)
    session.undo()
    assert not session.loop.running
    assert state_of(session) == before


def test_a_refused_change_is_not_remembered():
    session = trained()
    label = session.snapshot().undo_label
    for command in (ChangeField("data.features", ("log(x1)",)), SetParameter(9, 0, 0, 1.0), SetSpeedLimit("?")):
        with pytest.raises((DataError, TrainingError)):
            command.apply(session)
    assert session.snapshot().undo_label == label


def test_running_twice_is_one_run(make_session):
    session = make_session()
    session.start()
    session.start()
    session.undo()
    assert session.snapshot().undo_label == ""


def test_only_so_many_moments_are_kept(make_session):
    session = make_session()
    for _ in range(80):
        session.step_batch()
    for _ in range(80):
        session.undo()
    assert session.update == 80 - module.MOST_MOMENTS


def bytes_of(things) -> int:
    counted = SharedBytes()
    counted.add(things)
    return counted.total


def test_large_moments_are_fewer(monkeypatch):
    session = TrainingSession(override(read_preset("spirals"), ["network.hidden=[100,100]"]))
    session.step_batch()
    size = session.run.trainer.state().n_bytes
    monkeypatch.setattr(module, "MOST_BYTES", 4 * size + size // 2)
    for _ in range(20):
        session.step_batch()
    assert len(session.snapshot().undo_labels) == 5  # the last one's own memory does not count
    assert session.snapshot().undo_first == 16
    for _ in range(20):
        session.undo()
    assert session.update == 21 - 5
    monkeypatch.setattr(module, "MOST_BYTES", 0)
    for _ in range(20):
        session.step_batch()
    session.undo()
    session.undo()
    assert session.update == 16 + 19  # the last moment is always kept


def test_what_moments_share_counts_once(make_session):
    session = make_session()
    for _ in range(30):
        session.step_batch()
    history, state = session._undo, session.run.trainer.state()
    examples = session.run.examples.n_bytes
    assert history._bytes.total < examples + 30 * (2 * state.n_bytes + 10_000)
    for _ in range(30):
        session.undo()
    for _ in range(10):
        session.redo()
    held = [thing for moment in history._moments for thing in moment.things]
    assert history._bytes.total == bytes_of(held)


def test_labels_of_an_empty_history():
    history = UndoHistory({})
    assert history.undo_label == history.redo_label == ""
    assert history.labels == ()
    assert history.travel(0) == {}


def test_a_moment_is_not_changed_by_what_follows(make_session):
    session = make_session()
    state = session.run.state()
    parameters = state.trainer.parameters.copy()
    session.advance(float("inf"), until_epoch=3)
    np.testing.assert_array_equal(state.trainer.parameters, parameters)
    assert len(state.history) == 1


def test_the_list_shows_everything_that_can_be_taken_back_and_repeated():
    session = trained()
    before = session.snapshot().undo_labels
    ChangeField("training.l2", 0.1).apply(session)
    session.reset()
    labels = (*before, "L2 penalty: 0.1", "Reset")
    for position in range(len(labels), -1, -1):
        snapshot = session.snapshot()
        assert snapshot.undo_labels == labels
        assert snapshot.undo_position == position
        assert snapshot.undo_label == (labels[position - 1] if position else "")
        assert snapshot.redo_label == (labels[position] if position < len(labels) else "")
        session.undo()
    assert snapshot.undo_first == 0


@pytest.mark.parametrize("seed", range(3))
def test_any_moment_is_one_step_away(state_of, seed):
    session, states = trained(), []
    first = session.snapshot().undo_position
    for name, (command, _) in COMMANDS.items():
        if not name.startswith("edit"):
            states.append(state_of(session))
            command.apply(session)
    states.append(state_of(session))
    rng = np.random.default_rng(seed)
    for number in [0, *rng.integers(len(states), size=25).tolist(), len(states) - 1]:
        GoToMoment(first + number).apply(session)
        assert session.snapshot().undo_position == first + number
        assert state_of(session) == states[number]


def test_a_moment_is_counted_from_the_very_first(make_session):
    session = make_session()
    for _ in range(80):
        session.step_batch()
    assert session.snapshot().undo_first == 80 - module.MOST_MOMENTS
    GoToMoment(40).apply(session)
    assert session.update == 40
    for index in (29, 81, -1):
        with pytest.raises(TrainingError, match=f"^there is no moment {index} to go to, expected 30 to 80$"):
            GoToMoment(index).apply(session)
    assert session.update == 40

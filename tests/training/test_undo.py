"""Every change can be taken back: afterwards everything goes on as if it had never been made."""

import numpy as np
import pytest

from playground.data import DataError
from playground.files import LayerSettings, override, read_preset
from playground.training import TrainingError, TrainingSession
from playground.training import undo as module
from playground.training.commands import (
    ChangeField,
    Load,
    NewSample,
    NewWeights,
    OpenTarget,
    Pause,
    Redo,
    Reset,
    Run,
    SetPace,
    SetParameter,
    StepBatch,
    StepEpoch,
    Undo,
)
from playground.training.undo import UndoHistory


class Training:
    """Pressing Run, and Pause some epochs later."""

    def apply(self, session: TrainingSession) -> None:
        Run().apply(session)
        session.advance(float("inf"), until_epoch=session.epoch + 3)
        Pause().apply(session)


COMMANDS = {
    "run": (Training(), "Run"),
    "step": (StepBatch(), "Step"),
    "epoch": (StepEpoch(), "Epoch"),
    "reset": (Reset(), "Reset"),
    "new weights": (NewWeights(), "New weights"),
    "new sample": (NewSample(), "New sample"),
    "open": (Load(read_preset("sine")), "Open"),
    "open a target": (OpenTarget("spirals"), "Open"),
    "edit weight": (SetParameter(1, 2, 0, -7.5), "Edit weight"),
    "edit bias": (SetParameter(2, 0, 6, 0.25), "Edit weight"),
    "add a layer": (
        ChangeField("network.hidden", (LayerSettings(6, "tanh"), LayerSettings(3, "relu"))),
        "Hidden layers",
    ),
    "no layer": (ChangeField("network.hidden", ()), "Hidden layers"),
    "fewer units": (ChangeField("network.hidden", (LayerSettings(2, "tanh"),)), "Hidden layers"),
    "output": (ChangeField("network.output_activation", "tanh"), "Output activation"),
    "initializer": (ChangeField("network.initializer", "he"), "Initial weights"),
    "seed": (ChangeField("network.seed", 77), "Seed"),
    "precision": (ChangeField("network.dtype", "float32"), "Precision"),
    "features": (ChangeField("data.features", ("x2", "x1*x2")), "Features"),
    "source": (ChangeField("data.source", "three_spirals"), "Data"),
    "samples": (ChangeField("data.samples", 60), "Samples"),
    "noise": (ChangeField("data.noise", 0.3), "Noise"),
    "share": (ChangeField("data.train_fraction", 0.25), "Training share"),
    "cost": (ChangeField("training.cost", "huber"), "Cost"),
    "optimizer": (ChangeField("training.optimizer", "momentum"), "Optimizer"),
    "learning rate": (ChangeField("training.learning_rate", 0.2), "Learning rate"),
    "batch size": (ChangeField("training.batch_size", 33), "Batch size"),
    "l1": (ChangeField("training.l1", 0.1), "L1 penalty"),
    "l2": (ChangeField("training.l2", 0.1), "L2 penalty"),
}
OPTIMIZERS = ("sgd", "momentum", "nesterov", "rmsprop", "adam")


def trained(optimizer: str = "adam") -> TrainingSession:
    """A session in the middle of an epoch."""
    session = TrainingSession(override(read_preset("moons"), [f"training.optimizer={optimizer}"]))
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
    assert not session.running
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
    session.run()
    session.advance(float("inf"), until_epoch=2)
    session.undo()
    assert not session.running
    assert state_of(session) == before


def test_a_refused_change_is_not_remembered():
    session = trained()
    label = session.snapshot().undo_label
    for command in (ChangeField("data.features", ("log(x1)",)), SetParameter(9, 0, 0, 1.0), SetPace("?")):
        with pytest.raises((DataError, TrainingError)):
            command.apply(session)
    assert session.snapshot().undo_label == label


def test_running_twice_is_one_run(make_session):
    session = make_session()
    session.run()
    session.run()
    session.undo()
    assert session.snapshot().undo_label == ""


def test_only_so_many_moments_are_kept(make_session):
    session = make_session()
    for _ in range(80):
        session.step_batch()
    for _ in range(80):
        session.undo()
    assert session.update == 80 - module.MOST_MOMENTS


def test_large_moments_are_fewer(make_session, monkeypatch):
    session = make_session()
    session.step_batch()
    size = session.current.memory().n_bytes + session.current.examples.n_bytes
    monkeypatch.setattr(module, "MOST_BYTES", size + 4 * session.current.memory().n_bytes)
    for _ in range(20):
        session.step_batch()
    for _ in range(20):
        session.undo()
    assert session.update == 21 - 5
    monkeypatch.setattr(module, "MOST_BYTES", 0)
    for _ in range(20):
        session.step_batch()
    session.undo()
    session.undo()
    assert session.update == 16 + 19  # the last moment is always kept


def test_the_bytes_of_a_moment_are_those_of_its_arrays():
    memory = trained().current.memory()
    state = memory.trainer
    assert memory.n_bytes >= 5 * state.parameters.nbytes
    examples = memory.examples
    assert examples.n_bytes >= 2 * examples.dataset.X.nbytes


def test_labels_of_an_empty_history():
    history = UndoHistory()
    assert history.undo_label == history.redo_label == ""
    assert history.back(trained().current.memory()) is None
    assert history.redo_label == ""


def test_a_moment_is_not_changed_by_what_follows(make_session):
    session = make_session()
    memory = session.current.memory()
    parameters = memory.trainer.parameters.copy()
    session.advance(float("inf"), until_epoch=3)
    np.testing.assert_array_equal(memory.trainer.parameters, parameters)
    assert len(memory.history) == 1

"""What can change while training goes on leaves the weights alone, bit for bit."""

import numpy as np
import pytest

from playground.engine import OPTIMIZERS
from playground.files import override

CHANGES = [
    "training.learning_rate=0.5",
    "training.learning_rate=0",
    "training.l1=0.1",
    "training.l2=0.1",
    "training.batch_size=1",
    "training.batch_size=7",
    "training.batch_size=100000",
    "training.epochs=5",
    *(f"training.optimizer={name}" for name in OPTIMIZERS),
]


@pytest.mark.parametrize("updates", [0, 13, 40])
@pytest.mark.parametrize("change", CHANGES)
def test_the_weights_stay_and_so_do_network_and_scene(make_session, change, updates):
    session = make_session("moons")
    for _ in range(updates):
        session.step_batch()
    network, problem_info = session.run.network, session.snapshot().problem_info
    before = network.parameters.tobytes()
    changed = override(session.experiment, [change])
    session.change(changed)
    assert session.run.network is network
    assert network.parameters.tobytes() == before
    assert session.snapshot().problem_info is problem_info
    assert (session.update, session.epoch) == (updates, updates // 20)
    assert session.experiment == changed
    session.advance(float("inf"), until_epoch=session.epoch + 1)
    assert session.loop.divergence is None


@pytest.mark.parametrize("change", CHANGES)
def test_training_goes_on_as_a_trainer_so_changed_does(make_session, change):
    session, other = make_session("moons"), make_session("moons").run.trainer
    session.advance(float("inf"), until_epoch=3)
    other.run_epochs(3)
    session.change(override(session.experiment, [change]))
    settings = session.experiment.training
    other.learning_rate = settings.learning_rate
    other.configure(optimizer=settings.optimizer, batch_size=settings.batch_size, l1=settings.l1, l2=settings.l2)
    session.advance(float("inf"), until_epoch=6)
    other.run_epochs(3)
    assert session.run.network.parameters.tobytes() == other.network.parameters.tobytes()


def test_a_changed_learning_rate_is_the_next_step(make_session):
    session = make_session("plane", **{"training.optimizer": "sgd", "training.learning_rate": 0.01})
    session.step_batch()
    session.change(override(session.experiment, ["training.learning_rate=0"]))
    before = session.run.network.parameters.copy()
    session.step_batch()
    np.testing.assert_array_equal(session.run.network.parameters, before)


def test_the_same_experiment_again_is_no_change(make_session):
    session = make_session()
    session.step_batch()
    label = session.snapshot().undo_label
    session.change(override(session.experiment, []))
    assert session.snapshot().undo_label == label


def test_a_running_session_runs_on(make_session):
    session = make_session()
    session.start()
    for change in CHANGES:
        session.change(override(session.experiment, [change]))
        assert session.loop.running

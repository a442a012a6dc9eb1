"""Freezing and switching off, live: through the experiment, back by undo, and what a neuron is worth."""

import json

import numpy as np
import pytest

from playground.engine import OPTIMIZERS
from playground.files import FileError, decode_experiment, encode_experiment, override, read_preset
from playground.training import TrainingSession
from playground.training.ablation_job import Ablation
from playground.training.commands import ApplyWalkthrough, Ask, ChangeField, StartWalkthrough, Undo
from playground.training.walkthrough.explain import explain

HIDDEN = 'network.hidden=[{"units": 4, "activation": "tanh"}, {"units": 3, "activation": "relu"}]'


@pytest.fixture
def session():
    session = TrainingSession(override(read_preset("moons"), [HIDDEN]))
    session.step_epoch()
    return session


def test_a_frozen_layer_stays_while_the_others_learn(session):
    before = session.run.network.W[0].copy(), session.run.network.W[1].copy()
    ChangeField("training.frozen", ("1",)).apply(session)
    assert session.snapshot().undo_label == "Frozen: 1"
    session.step_epoch()
    np.testing.assert_array_equal(session.run.network.W[0], before[0])
    assert (session.run.network.W[1] != before[1]).any()
    Undo().apply(session)
    Undo().apply(session)
    session.step_epoch()
    assert (session.run.network.W[0] != before[0]).all()


def test_switched_on_again_a_neuron_has_the_weights_that_it_had(session):
    network, before = session.run.network, session.run.network.parameters.copy()
    cost = session.snapshot().train_cost
    Ask(frozenset({Ablation(1, 2)})).apply(session)
    worth = session.snapshot().answers[Ablation(1, 2)]
    assert worth.cost == pytest.approx(cost, rel=1e-12)
    ChangeField("training.off", ("1.3",)).apply(session)
    assert not network.W[1][:, 2].any()
    assert session.snapshot().train_cost == pytest.approx(worth.without, rel=1e-12)
    assert session.snapshot().curves.train_cost[-1] == pytest.approx(worth.without, rel=1e-12)
    ChangeField("training.off", ()).apply(session)
    np.testing.assert_array_equal(network.parameters, before)


def test_off_it_stays_through_training_reset_and_typed_weights(session):
    ChangeField("training.off", ("1.3", "2.1")).apply(session)
    session.step_epoch()
    assert not session.run.network.W[1][:, 2].any()
    assert not session.run.network.W[2][:, 0].any()
    session.set_parameters(np.ones_like(session.run.network.parameters), "Move")
    assert not session.run.network.W[1][:, 2].any()
    session.reset()
    assert not session.run.network.W[1][:, 2].any()
    ChangeField("training.off", ()).apply(session)
    session.reset()
    assert session.run.network.W[1][:, 2].all()


def test_time_goes_back_through_it(session):
    epoch, before = session.epoch, session.run.network.parameters.copy()
    ChangeField("training.off", ("1.1",)).apply(session)
    session.step_epoch()
    session.step_epoch()
    after = session.run.network.parameters.copy()
    for _ in range(2 * session.run.trainer.batches_per_epoch):
        session.step_back()
        session.jobs.advance(1e3)
    assert session.epoch == epoch
    assert not session.run.network.W[1][:, 0].any()
    np.testing.assert_array_equal(session.run.network.W[0], before[: 4 * 3].reshape(4, 3)[:, :-1])
    session.step_epoch()
    session.step_epoch()
    np.testing.assert_array_equal(session.run.network.parameters, after)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("clip_norm", [0.0, 0.01])
def test_a_walk_tells_what_is_frozen(session, optimizer, clip_norm):
    for path, value in (
        ("optimizer", optimizer),
        ("clip_norm", clip_norm),
        ("l2", 0.01),
        ("frozen", ("1.2",)),
        ("off", ("1.3",)),
    ):
        ChangeField(f"training.{path}", value).apply(session)
    session.step_batch()
    StartWalkthrough().apply(session)
    walk = session.snapshot().walkthrough
    for name in ("W_new", "b_new", "dW_c", "db_c"):
        for layer in (1, 2):
            rows, columns = walk.arrays[name, layer].shape
            for row in range(rows):
                for column in range(columns):
                    explanation = explain(walk, (name, layer), row, column)
                    total = sum(term.value for term in explanation.terms)
                    assert total == pytest.approx(walk.arrays[name, layer][row, column], rel=1e-9, abs=1e-12)
    assert "Frozen, or switched off" in explain(walk, ("W_new", 1), 1, 0).note
    assert not walk.arrays["dW_c", 1][1].any()
    ApplyWalkthrough().apply(session)
    np.testing.assert_array_equal(session.run.network.W[0], walk.arrays["W_new", 1])


def test_what_is_gone_with_a_smaller_network_is_frozen_no_more(session):
    ChangeField("training.frozen", ("1.2", "1.4", "2", "3")).apply(session)
    ChangeField("training.off", ("1.4", "2.1")).apply(session)
    smaller = override(
        session.experiment, ["training.frozen=[]", "training.off=[]", "network.hidden=[2]"]
    ).network.hidden
    ChangeField("network.hidden", smaller).apply(session)
    assert session.experiment.training.frozen == ("1.2", "2")
    assert session.experiment.training.off == ()
    session.step_epoch()


def test_files_hold_it_and_refuse_what_is_not_there():
    experiment = override(read_preset("moons"), [HIDDEN, 'training.frozen=["3", "2.3"]', 'training.off=["2"]'])
    text = encode_experiment(experiment)
    assert json.loads(text)["schema_version"] == 4
    assert decode_experiment(text, "a.json") == experiment
    for setting, path in (
        ('training.frozen=["4"]', r"training\.frozen\[0\]: '4': there is no such layer or neuron"),
        ('training.off=["2.1", "3"]', r"training\.off\[1\]: '3': there is no such hidden layer or neuron"),
        ('training.frozen=["1.9"]', r"training\.frozen\[0\]: '1.9'"),
        ('training.off=["x"]', r"training\.off\[0\]: 'x'"),
    ):
        with pytest.raises(FileError, match=path):
            override(experiment, [setting])


@pytest.mark.parametrize("place", [(0, 0), (3, 0), (1, 4), (2, -1)])
def test_only_hidden_neurons_can_be_taken_away(session, place):
    Ask(frozenset({Ablation(*place)})).apply(session)
    assert Ablation(*place) not in session.snapshot().answers

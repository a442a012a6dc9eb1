"""Layers and neurons by name: frozen they stay, switched off the network does without them."""

import numpy as np
import pytest

from playground.engine import OPTIMIZERS, Network, Part, Trainer, Trainers
from playground.engine.networks import Networks
from playground.engine.parts import incoming, outgoing


@pytest.mark.parametrize(("name", "part"), [("1", (1, None)), ("2.3", (2, 2)), ("12.100", (12, 99))])
def test_a_name_says_which_part_it_is(name, part):
    assert Part.named(name) == part
    assert Part(*part).name == name


@pytest.mark.parametrize("name", ["", "0", "1.0", "-1", "1.", ".2", "1.2.3", "one", " 1", "1.01 "])
def test_other_texts_name_no_part(name):
    assert Part.named(name) is None


def test_where_the_numbers_of_a_part_lie(network):
    net = network()  # 2-4-3-2
    marks = net.structure.matrices(incoming(net.structure, ["1.2", "3"]).astype(int))
    np.testing.assert_array_equal(marks[0], np.outer([0, 1, 0, 0], [1, 1, 1]))
    assert not marks[1].any()
    assert marks[2].all()
    marks = net.structure.matrices(outgoing(net.structure, ["1.2", "3", "9", "2.77"]).astype(int))
    assert not marks[0].any()
    np.testing.assert_array_equal(marks[1], np.outer([1, 1, 1], [0, 1, 0, 0, 0]))
    assert not marks[2].any()


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("settings", [{}, {"l2": 0.1, "l1": 0.01}, {"clip_norm": 0.05}, {"dropout": 0.3}], ids=str)
def test_what_is_frozen_stays_and_all_else_moves(trainer, optimizer, settings):
    ours = trainer(optimizer=optimizer, **settings)
    ours.run_updates(7)  # the optimizer remembers something
    before = ours.network.parameters.copy()
    ours.configure(frozen=("1.2", "3"))
    ours.run_updates(9)
    fixed = incoming(ours.network.structure, ["1.2", "3"])
    np.testing.assert_array_equal(ours.network.parameters[fixed], before[fixed])
    assert (ours.network.parameters[~fixed] != before[~fixed]).mean() > 0.9
    assert not ours.used_gradient[fixed].any()
    assert ours.gradient[fixed].any()
    ours.configure(frozen=())
    ours.run_updates(5)
    assert (ours.network.parameters[fixed] != before[fixed]).all()


def test_clipping_looks_at_what_may_change_only(trainer):
    ours = trainer(clip_norm=1e-3, frozen=("1",))
    ours.run_updates(1)
    assert np.linalg.norm(ours.used_gradient) == pytest.approx(1e-3, rel=0.01)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_what_is_off_is_as_if_its_activation_were_0(trainer, examples, optimizer):
    X, _ = examples
    ours = trainer(optimizer=optimizer)
    ours.run_updates(7)
    ours.configure(off=("1.2",))
    ours.run_updates(20)
    net = ours.network
    A = np.tanh(net.W[0] @ X + net.b[0])
    A[1] = 0
    by_hand = net.W[2] @ np.tanh(net.W[1] @ A + net.b[1]) + net.b[2]
    np.testing.assert_allclose(net.predict(X), by_hand, rtol=1e-12)
    assert not net.W[1][:, 1].any()


def test_going_back_in_time_repeats_it(trainer, layout):
    ours = trainer(**layout, optimizer="adam", frozen=("2",), off=("1.1",))
    ours.run_updates(5)
    state = ours.state()
    ours.run_updates(9)
    there = ours.network.parameters.copy()
    ours.restore(state)
    ours.run_updates(9)
    np.testing.assert_array_equal(ours.network.parameters, there)


def test_a_stack_freezes_the_same_of_every_network(examples):
    X, Y = examples
    settings = {"optimizer": "adamw", "frozen": ("1.2",), "off": ("2.1",), "clip_norm": 0.1}
    many = Trainers(
        Networks([2, 4, 3, 2], ["tanh"] * 3, "half_squared_error", seeds=[1, 2]), X, Y, seeds=[1, 2], **settings
    )
    many.run_updates(30)
    for k in range(2):
        net = Network([2, 4, 3, 2], ["tanh"] * 3, "half_squared_error", seed=k + 1)
        alone = Trainer(net, X, Y, seed=k + 1, **settings)
        alone.run_updates(30)
        np.testing.assert_allclose(many.networks.parameters[k], net.parameters, rtol=1e-9, atol=1e-12)

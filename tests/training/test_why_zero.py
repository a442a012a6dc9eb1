"""Each cause of a zero is found from the numbers, and told apart from the others."""

import numpy as np
import pytest

from playground.training import TrainingSession
from playground.training.walkthrough.why_zero import CAUSES, can_ask, why_zero

DW, DA, DZ = (("dW", 1), 0, 0), (("dA", 1), 0, 0), (("dZ", 1), 0, 0)


@pytest.fixture
def make_walk(make_experiment):
    """A 2-2-1 network, linear at its output, of chosen weights, walked through for one or two examples."""

    def make(hidden="relu", x=((1.0,), (2.0,)), y=(3.0,), W1=((0.5, 0.5), (0.5, -0.25)), W2=((1.0, -2.0),), **changes):
        settings = {
            "network.hidden": f'[{{"units": 2, "activation": "{hidden}"}}]',
            "network.output_activation": "linear",
            "training.cost": "half_squared_error",
            "training.batch_size": len(y),
            "data.noise": 0,
            **changes,
        }
        session = TrainingSession(make_experiment("plane", **settings))
        network, trainer = session.run.network, session.run.trainer
        for layer, W, b in ((0, W1, 0.0), (1, W2, 0.0)):
            network.W[layer][...] = W
            network.b[layer][...] = b
        batch = (np.array(x, network.dtype), np.array([y], network.dtype))
        trainer.next_batch = lambda: batch
        session.inspection.walk_through(session.run, None)
        return session.snapshot().walkthrough

    return make


def names(walk, cell):
    return {cause.name for cause in why_zero(walk, cell)}


def test_a_number_that_is_not_zero_is_not_asked_about(make_walk):
    walk = make_walk()
    assert not can_ask(walk, DW)
    assert why_zero(walk, DW) == ()
    assert not can_ask(walk, (("X", 0), 0, 0))


def test_dead(make_walk):
    walk = make_walk(W1=((-0.5, -0.5), (0.5, 0.25)))
    (cause,) = why_zero(walk, DW)
    assert cause.name == "dead"
    assert "neuron 1 of layer 1 has z = −1.5" in cause.sentence
    assert cause.cells == ((("D", 1), 0, 0), (("dZ", 1), 0, 0))


def test_dropped(make_walk):
    x, y = ((1.0, 2.0, 1.0, 3.0), (2.0, 1.0, 1.0, 0.5)), (3.0, 1.0, 2.0, 0.0)
    walk = make_walk("tanh", x, y, **{"training.dropout": 0.5})
    masks = walk.arrays["M", 1]
    assert 0 < (masks == 0).sum() < masks.size
    for row, column in np.argwhere(masks == 0):
        for name in ("A", "D"):
            assert names(walk, ((name, 1), row, column)) == {"dropped"}
        assert "dropped" in names(walk, (("dZ", 1), row, column))


def test_flat(make_walk):
    walk = make_walk("step")
    assert not walk.arrays["dW", 1].any()
    (cause,) = why_zero(walk, DW)
    assert cause.name == "flat"
    assert "Unit step, the activation of layer 1, has the slope 0 wherever z is" in cause.sentence


def test_saturated(make_walk):
    walk = make_walk("tanh", W1=((6.0, 6.0), (0.5, 0.25)))
    assert walk.arrays["dW", 1][0, 0] != 0  # lost, though it has not rounded to 0
    (cause,) = why_zero(walk, DW)
    assert cause.name == "saturated"
    assert "z = 18, a = 1" in cause.sentence
    assert cause.cells[0] == (("D", 1), 0, 0)


def test_input_zero(make_walk):
    walk = make_walk(x=((0.0,), (2.0,)), W1=((0.5, 0.5), (0.5, 0.25)))
    (cause,) = why_zero(walk, DW)
    assert (cause.name, cause.cells) == ("input", ((("A", 0), 0, 0),))


def test_weight_zero(make_walk):
    walk = make_walk(W1=((0.5, 0.0), (0.5, 0.25)), x=((0.0,), (2.0,)))
    assert {"weight", "input"} == names(walk, (("Z", 1), 0, 0))  # 0.5 · 0 and 0 · 2: another factor each


def test_not_connected(make_walk):
    walk = make_walk(W2=((0.0, -2.0),), W1=((0.5, 0.5), (0.5, 0.25)))
    for cell in (DA, DZ, DW):
        assert names(walk, cell) == {"not_connected"}
    below = make_walk(W1=((0.0, 0.0), (0.5, 0.25)))
    assert names(below, (("Z", 1), 0, 0)) == {"nothing_below"}


def test_no_error(make_walk):
    walk = make_walk(W1=((0.5, 0.5), (0.5, 0.25)), y=(-0.5,))
    assert walk.arrays["A", 2][0, 0] == -0.5
    for cell in (DA, DZ, DW, (("db", 2), 0, 0)):
        (cause,) = why_zero(walk, cell)
        assert cause.name == "no_error"
        assert "a = −0.5 = y" in cause.sentence


def test_silent_neuron_below(make_walk):
    walk = make_walk(W1=((-0.5, -0.5), (0.5, 0.25)))
    (cause,) = why_zero(walk, (("dW", 2), 0, 0))
    assert cause.name == "silent"
    assert "a = g(−1.5) = 0" in cause.sentence


def test_cancelled_terms(make_walk):
    walk = make_walk(W1=((1.0, -0.5), (0.5, 0.25)))
    assert walk.arrays["Z", 1][0, 0] == 0
    assert names(walk, (("Z", 1), 0, 0)) == {"cancel"}


def test_two_at_once_are_both_named(make_walk):
    walk = make_walk(x=((0.0,), (2.0,)), W1=((0.5, -0.5), (0.5, 0.25)))
    assert names(walk, DW) == {"dead", "input"}
    walk = make_walk(W1=((-0.5, -0.5), (0.5, 0.25)), W2=((0.0, -2.0),))
    assert names(walk, DW) == {"dead", "not_connected"}


def test_examples_of_a_batch_are_counted_and_may_differ(make_walk):
    walk = make_walk(x=((0.0, 1.0), (2.0, 1.0)), y=(3.0, 3.0), W1=((1.0, -1.5), (0.5, 0.25)))
    assert names(walk, DW) == {"input", "dead"}
    dead = next(cause for cause in why_zero(walk, DW) if cause.name == "dead")
    assert "(2 of 2 examples)" in dead.sentence


def test_others_of_the_layer_are_counted(make_walk):
    walk = make_walk(W1=((0.5, 0.5), (0.5, 0.5)), W2=((0.0, 0.0),))
    (cause,) = why_zero(walk, (("Z", 2), 0, 0))
    assert cause.name == "nothing_below"
    walk = make_walk(W1=((-0.5, -0.5), (-0.5, -0.25)))
    (cause,) = why_zero(walk, (("Z", 2), 0, 0))
    assert cause.name == "silent"
    assert cause.sentence.endswith("And 1 more like it.")


def test_a_target_of_zero_is_no_missing_error(make_session):
    session = make_session("three_spirals")
    session.inspection.walk_through(session.run, 0)
    walk = session.snapshot().walkthrough
    wrong = int(np.flatnonzero(walk.arrays["Y", len(walk.sizes) - 1][:, 0] == 0)[0])
    assert names(walk, (("dA", len(walk.sizes) - 1), wrong, 0)) == {"target"}


def test_nothing_is_told_while_something_is_to_be_found(make_walk):
    from msgspec.structs import replace

    walk = replace(make_walk(W1=((-0.5, -0.5), (0.5, 0.25))), hidden=frozenset({("dW", 2)}))
    assert not can_ask(walk, DW)


def test_every_cause_is_in_the_table():
    assert len(CAUSES) == 13


@pytest.mark.parametrize("preset", ["dead_relu", "digits", "saturated", "xor_points", "zero_init"])
def test_every_zero_of_a_preset_has_a_cause(make_session, preset):
    session = make_session(preset)
    session.inspection.walk_through(session.run, 0)
    walk = session.snapshot().walkthrough
    asked = 0
    for quantity, values in walk.arrays.items():
        places = np.argwhere(values == 0)
        for row, column in places[:: max(1, len(places) // 5)]:
            cell = (quantity, int(row), int(column))
            if can_ask(walk, cell):
                asked += 1
                assert why_zero(walk, cell), cell
    assert asked

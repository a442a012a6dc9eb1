"""The line of numpy under a number computes it: it is run on the walkthrough's own arrays."""

import numpy as np
import pytest
from msgspec.structs import replace

from playground.engine import ACTIVATIONS, allowed_costs
from playground.training.walkthrough.numpy_line import LINES, numpy_line


def assert_lines_hold(walk):
    names = {"np": np, "m": walk.m, "Y": walk.arrays["Y", len(walk.sizes) - 1]}
    names |= {f"{name}{layer}": values for (name, layer), values in walk.arrays.items() if name.isidentifier()}
    told = 0
    for quantity, values in walk.arrays.items():
        if line := numpy_line(walk, quantity):
            left, right = line.split(" = ", 1)
            assert left == "{}{}".format(*quantity)
            assert eval(right, dict(names)) == pytest.approx(values, rel=1e-4, abs=1e-5), line
            told += 1
    return told


@pytest.mark.parametrize("activation", [name for name, each in ACTIVATIONS.items() if not each.output_only])
@pytest.mark.parametrize("example", [None, 0])
def test_hidden_layers(make_session, activation, example):
    session = make_session("circles", **{"network.hidden": f'[{{"units": 4, "activation": "{activation}"}}]'})
    session.advance(float("inf"), until_epoch=1)
    session.inspection.walk_through(session.run, example)
    assert assert_lines_hold(session.snapshot().walkthrough) >= 10


def test_with_dropout_the_mask_is_a_factor(make_session):
    session = make_session("moons", **{"training.dropout": 0.4})
    session.inspection.walk_through(session.run, None)
    walk = session.snapshot().walkthrough
    assert numpy_line(walk, ("A", 1)) == "A1 = M1 * (np.tanh(Z1))"
    assert numpy_line(walk, ("D", 1)) == numpy_line(walk, ("dZ", 1)) == ""
    assert assert_lines_hold(walk) >= 8


@pytest.mark.parametrize("output", ACTIVATIONS)
def test_outputs_with_every_cost(make_session, output):
    for cost in allowed_costs(output):
        session = make_session("blobs", **{"network.output_activation": output, "training.cost": cost})
        session.inspection.walk_through(session.run, None)
        assert assert_lines_hold(session.snapshot().walkthrough) >= 10


def test_the_gradient_of_the_weights_reads_as_in_the_books(make_session):
    session = make_session("circles")
    session.inspection.walk_through(session.run, None)
    walk = session.snapshot().walkthrough
    assert numpy_line(walk, ("dW", 1)) == "dW1 = dZ1 @ A0.T / m"
    assert numpy_line(walk, ("W_new", 1)) == numpy_line(walk, ("A", 0)) == ""
    assert set(LINES) == {"Z", "A", "D", "dA", "dZ", "dW", "db"}
    hidden = replace(walk, hidden=frozenset({("dW", 1)}))
    assert (numpy_line(hidden, ("dW", 1)), numpy_line(hidden, ("Z", 1))) == ("", "Z1 = W1 @ A0 + b1")

"""The network: shapes, live views, plain prediction, and messages for what does not fit."""

import pickle
import re
from copy import copy, deepcopy
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.engine import ACTIVATIONS, COSTS, DTYPES, Network, Trainer, allowed_costs, check_gradients

HIDDEN = [name for name, record in ACTIVATIONS.items() if not record.output_only]


def network(**changes):
    settings = {"sizes": [2, 4, 3], "activations": ["tanh", "softmax"], "cost": "cross_entropy"} | changes
    return Network(**settings)


def plain_predict(W, b, activations, X):
    A = X
    for w, v, name in zip(W, b, activations, strict=True):
        A = ACTIVATIONS[name](w @ A + v)
    return A


@given(st.lists(st.integers(1, 6), min_size=2, max_size=6), st.integers(1, 5), st.sampled_from(DTYPES))
@settings(max_examples=40, deadline=None)
def test_every_array_has_the_shape_of_the_literature(sizes, m, dtype):
    net = Network(sizes, ["relu"] * (len(sizes) - 1), "huber", dtype=dtype)
    assert [W.shape for W in net.W] == [(n, previous) for previous, n in pairwise(sizes)]
    assert [b.shape for b in net.b] == [(n, 1) for n in sizes[1:]]
    assert net.parameters.size == sum(array.size for array in (*net.W, *net.b))
    X, Y = np.ones((sizes[0], m)), np.ones((sizes[-1], m))
    assert net.predict(X).shape == (sizes[-1], m)
    gradients = net.backpropagate(X, Y)
    assert [g.shape for g in gradients.W] == [W.shape for W in net.W]
    assert [g.shape for g in gradients.b] == [b.shape for b in net.b]
    for per_layer in (gradients.A, gradients.dA):
        assert [array.shape for array in per_layer] == [(n, m) for n in sizes]
    for per_layer in (gradients.Z, gradients.dZ):
        assert per_layer[0] is None
        assert [array.shape for array in per_layer[1:]] == [(n, m) for n in sizes[1:]]
    arrays = (net.parameters, net.predict(X), *gradients.W, *gradients.b, *gradients.A, *gradients.dA)
    assert {array.dtype for array in arrays} == {np.dtype(dtype)}


def test_weights_and_biases_are_views_of_the_parameters_row_by_row():
    net = network()
    net.W[0][...] = np.arange(8).reshape(4, 2)
    net.b[0][...] = [[10], [11], [12], [13]]
    np.testing.assert_array_equal(net.parameters[:12], [0, 1, 10, 2, 3, 11, 4, 5, 12, 6, 7, 13])
    net.parameters[...] = 7
    assert all((array == 7).all() for array in (*net.W, *net.b))


def test_values_assigned_to_a_layer_go_into_the_live_parameters():
    net, twin = network(initializer="normal"), network(initializer="normal")
    X = np.ones((2, 1))
    net.W[0] = 2 * net.W[0]
    net.b[-1] = [[1], [2], [3]]
    net.W[1] += 1
    net.W[0] = net.W[0][::-1]
    twin.W[0][...], twin.b[-1][...], twin.W[1][...] = 2 * twin.W[0][::-1], [[1], [2], [3]], twin.W[1] + 1
    np.testing.assert_array_equal(net.parameters, twin.parameters)
    np.testing.assert_array_equal(net.predict(X), twin.predict(X))
    net.W[:] = [np.zeros((4, 2)), np.ones((3, 4))]
    assert [W.sum() for W in net.W] == [0, 12]
    assert isinstance(net.W, list)


def test_layers_are_neither_replaced_nor_added_nor_taken_out():
    net = network(initializer="normal")
    before = net.parameters.copy()
    for name in ("W", "b", "parameters"):
        with pytest.raises(AttributeError, match=name):
            setattr(net, name, None)
    with pytest.raises(ValueError, match=r"^W\[0\]: an array of the shape \(2, 4\), expected \(4, 2\)$"):
        net.W[0] = np.zeros((2, 4))
    with pytest.raises(ValueError, match=r"^b\[1\]: an array of the shape \(\), expected \(3, 1\)$"):
        net.b[1] = 0
    with pytest.raises(ValueError, match=r"^W: 1 arrays for 2 layers$"):
        net.W[:] = [np.zeros((4, 2))]
    with pytest.raises(ValueError, match=r"^W\[1\]: an array of the shape \(1,\)"):
        net.W[:] = [np.zeros((4, 2)), np.zeros(1)]
    with pytest.raises(ValueError, match=r"^W\[0\] holds complex128 values, expected real numbers$"):
        net.W[0] = 1j * np.ones((4, 2))
    with pytest.raises(IndexError):
        net.W[2] = np.zeros((4, 2))
    for change in (lambda: net.W.append(before), net.W.pop, net.b.clear, net.W.reverse, lambda: net.W.remove(before)):
        with pytest.raises(ValueError, match="has an array for each of 2 layers; assign to them"):
            change()
    with pytest.raises(ValueError, match="assign to them"):
        del net.W[0]
    np.testing.assert_array_equal(net.parameters, before)
    assert len(net.W) == len(net.b) == 2


@pytest.mark.parametrize("copied", [copy, deepcopy, lambda net: pickle.loads(pickle.dumps(net))])
def test_a_copy_is_a_network_of_its_own(copied):
    net = network(initializer="normal")
    other = copied(net)
    np.testing.assert_array_equal(other.predict(np.ones((2, 3))), net.predict(np.ones((2, 3))))
    other.W[0][...] = 0
    assert (other.parameters == 0).any()
    assert not (net.parameters == 0).any()


@pytest.mark.parametrize("dtype", [np.float32, np.dtype("float32"), np.float64, float, "float32"])
def test_the_number_format_may_be_numpys_own_type(dtype):
    assert network(dtype=dtype).parameters.dtype == np.dtype(dtype)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("output", ACTIVATIONS)
def test_predict_is_plain_numpy_to_the_last_bit(hidden, output, dtype):
    net = Network([3, 17, 5, 2], [hidden, hidden, output], allowed_costs(output)[0], initializer="normal", dtype=dtype)
    W, b = [W.copy() for W in net.W], [b.copy() for b in net.b]  # as a reader of exported weights has them
    for m in (1, 2, 33):
        X = np.random.default_rng(m).standard_normal((3, m)).astype(dtype)
        np.testing.assert_array_equal(net.predict(X), plain_predict(W, b, net.activations, X))


@pytest.mark.parametrize("m", [1, 2, 100])
def test_predict_takes_any_layout_and_does_not_change_its_input(m):
    net = network()
    X = np.random.default_rng(0).standard_normal((2, m))
    expected = net.predict(X.copy())
    np.testing.assert_allclose(net.predict(np.asfortranarray(X)), expected, rtol=1e-14)
    np.testing.assert_allclose(net.predict(X.tolist()), expected, rtol=1e-14)
    frozen = X.copy()
    frozen.setflags(write=False)
    np.testing.assert_array_equal(net.predict(frozen), expected)


def test_the_forward_pass_of_backpropagate_is_predict():
    net = network(initializer="normal")
    X, Y = np.random.default_rng(0).standard_normal((2, 9)), np.eye(3)[[0, 1, 2] * 3].T
    np.testing.assert_allclose(net.backpropagate(X, Y).A[-1], net.predict(X), rtol=1e-13)


def test_cost_is_the_mean_over_examples():
    net = Network([1, 2], ["linear"], "squared_error", initializer="zeros")
    assert net.cost([[1, 2]], [[3, 0], [4, 0]]) == (9 + 16 + 0 + 0) / 2


def test_what_backpropagate_returns_is_not_overwritten_by_the_next_call():
    net, X, Y = network(), np.ones((2, 2)), np.eye(3)[:, :2]
    first = net.backpropagate(X, Y)
    kept = [array.copy() for array in (*first.W, *first.A, *first.dA, *first.dZ[1:])]
    net.backpropagate(5 * X, Y)
    for array, before in zip((*first.W, *first.A, *first.dA, *first.dZ[1:]), kept, strict=True):
        np.testing.assert_array_equal(array, before)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"activations": ["tang", "softmax"]}, "unknown activation 'tang', expected one of linear, sigmoid"),
        ({"cost": "mse"}, "unknown cost 'mse', expected one of squared_error"),
        ({"initializer": "glorot"}, "unknown initializer 'glorot', expected one of xavier, he"),
        ({"dtype": "float16"}, "unknown dtype 'float16', expected one of float64, float32"),
        ({"sizes": [2, 3]}, "2 sizes and 2 activations; expected one activation for each layer after the input"),
        ({"sizes": [2], "activations": []}, "1 sizes and 0 activations"),
        ({"sizes": [2, 0, 3]}, "layer sizes [2, 0, 3]; expected whole numbers, at least one unit in every layer"),
        ({"sizes": [2, 2.5, 3]}, "layer sizes [2, 2.5, 3]; expected whole numbers"),
        ({"sizes": [2, "3", 3]}, "layer sizes [2, '3', 3]; expected whole numbers"),
        ({"sizes": [2, np.nan, 3]}, "layer sizes [2, nan, 3]; expected whole numbers"),
        ({"activations": "tanh"}, "activations is the text 'tanh', expected a list with one name for each layer"),
        ({"dtype": None}, "unknown dtype 'None', expected one of float64, float32"),
        ({"dtype": np.int64}, "unknown dtype 'int64', expected one of float64, float32"),
        (
            {"sizes": [2, 4, 1], "activations": ["tanh", "sigmoid"]},
            "cross_entropy needs one output per class (softmax); with one output use binary_cross_entropy",
        ),
        ({"sizes": [2, 4, 1]}, "cross_entropy needs one output per class"),
        ({"activations": ["softmax", "softmax"]}, "softmax belongs on the output layer"),
        (
            {"activations": ["tanh", "tanh"]},
            "the cost cross_entropy cannot take the output of tanh; expected",
        ),
    ],
)
def test_a_network_that_cannot_be_says_why(changes, message):
    with pytest.raises(ValueError, match=re.escape(message)) as error:
        network(**changes)
    assert "\n" not in str(error.value)


def test_a_shape_that_does_not_fit_is_named_beside_the_one_expected():
    net = network()
    with pytest.raises(ValueError, match=r"X has the shape \(3, 5\), expected \(2, m\)"):
        net.predict(np.zeros((3, 5)))
    with pytest.raises(ValueError, match=r"X has the shape \(2,\), expected \(2, m\)"):
        net.predict(np.zeros(2))
    with pytest.raises(ValueError, match=r"Y has the shape \(3, 4\), expected \(3, 5\)"):
        net.cost(np.zeros((2, 5)), np.zeros((3, 4)))
    with pytest.raises(ValueError, match=r"Y has the shape \(1, 5\), expected \(3, 5\)"):
        net.backpropagate(np.zeros((2, 5)), np.zeros((1, 5)))


def test_no_example_has_no_cost():
    with pytest.raises(ValueError, match="there is no example to take the cost of"):
        network().cost(np.zeros((2, 0)), np.zeros((3, 0)))
    with pytest.raises(ValueError, match="there is no example to backpropagate"):
        network().backpropagate(np.zeros((2, 0)), np.zeros((3, 0)))
    assert network().predict(np.zeros((2, 0))).shape == (3, 0)


@pytest.mark.parametrize(
    ("X", "message"),
    [
        ([[1, 2], [3, np.nan]], "X[1, 1] is nan, expected finite numbers that float32 can hold"),
        ([[1, 2], [-np.inf, 4]], "X[1, 0] is -inf, expected finite numbers"),
        ([[1e300, 2], [3, 4]], "X[0, 0] is inf, expected finite numbers that float32 can hold"),
        ([[1, None], [3, 4]], "X[0, 1] is nan"),
        ([[1j, 2], [3, 4]], "X holds complex128 values, expected real numbers"),
        ([["1", "2"], ["3", "4"]], "X holds <U1 values, expected real numbers"),
        ([[1, 2], [3]], "X is no array of numbers"),
        ([[{}, 2], [3, 4]], "X is no array of numbers"),
    ],
)
def test_inputs_that_are_no_finite_real_numbers_are_refused(X, message):
    net, Y = network(dtype="float32"), np.eye(3)[:, :2]
    for use in (net.predict, lambda X: net.cost(X, Y), lambda X: net.backpropagate(X, Y)):
        with pytest.raises(ValueError, match=f"^{re.escape(message)}") as error:
            use(X)
        assert "\n" not in str(error.value)


@pytest.mark.parametrize("cost", [name for name, record in COSTS.items() if record.classification])
@pytest.mark.parametrize("value", [-1.0, 1.5])
def test_targets_are_what_the_cost_can_take(cost, value):
    net, X, Y = network(cost=cost), np.ones((2, 3)), np.eye(3)
    Y[1, 2] = value
    message = f"Y goes from {Y.min():g} to {Y.max():g}, {cost} needs targets from 0 to 1"
    for use in (net.cost, net.backpropagate, lambda X, Y: check_gradients(net, X, Y), lambda X, Y: Trainer(net, X, Y)):
        with pytest.raises(ValueError, match=f"^{message}$"):
            use(X, Y)
    squares = network(cost="squared_error")
    assert np.isfinite(squares.cost(X, Y))
    with pytest.raises(ValueError, match=r"^Y\[0, 0\] is nan"):
        squares.cost(X, Y * np.nan)


def test_an_unknown_initializer_leaves_the_weights_alone():
    net = network()
    before = net.parameters.copy()
    with pytest.raises(ValueError, match="unknown initializer"):
        net.initialize("glorot", 0)
    np.testing.assert_array_equal(net.parameters, before)


def test_weights_that_blew_up_predict_without_a_warning():
    net = network()
    net.parameters[...] = 1e308
    assert not np.isfinite(net.predict(np.ones((2, 1)))).all()
    assert not np.isfinite(net.cost(np.ones((2, 1)), np.eye(3)[:, :1]))

"""Every activation against its closed form, its derivative against differences, and its behaviour at the far ends."""

import math

import numpy as np
import pytest

from playground.engine import ACTIVATIONS
from playground.engine.operations import run


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


CLOSED_FORMS = {
    "linear": lambda z: z,
    "sigmoid": sigmoid,
    "tanh": lambda z: (math.exp(z) - math.exp(-z)) / (math.exp(z) + math.exp(-z)),
    "relu": lambda z: max(0.0, z),
    "leaky_relu": lambda z: z if z > 0 else 0.01 * z,
    "elu": lambda z: z if z > 0 else math.exp(z) - 1,
    "softplus": lambda z: math.log(1 + math.exp(z)),
    "gelu": lambda z: 0.5 * z * (1 + math.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3))),
    "swish": lambda z: z * sigmoid(z),
    "sin": math.sin,
    "step": lambda z: 1.0 if z > 0 else 0.0,
}
ELEMENTWISE = sorted(CLOSED_FORMS)
POINTS = np.array([[-6.0, -2.5, -1.0, -0.31], [0.17, 0.9, 2.2, 5.0]])

FAR = 1000.0
LIMITS = {  # (g(−1000), g(1000), g'(−1000), g'(1000))
    "linear": (-FAR, FAR, 1, 1),
    "sigmoid": (0, 1, 0, 0),
    "tanh": (-1, 1, 0, 0),
    "relu": (0, FAR, 0, 1),
    "leaky_relu": (-10, FAR, 0.01, 1),
    "elu": (-1, FAR, 0, 1),
    "softplus": (0, FAR, 0, 1),
    "gelu": (0, FAR, 0, 1),
    "swish": (0, FAR, 0, 1),
    "sin": (-math.sin(FAR), math.sin(FAR), math.cos(FAR), math.cos(FAR)),
    "step": (0, 1, 0, 0),
}


def derivative(name, z):
    """Return `g'(z)` as training computes it: from `z` where the record says so, else from `a` alone."""
    activation = ACTIVATIONS[name]
    a, d = activation(z), np.full_like(z, np.nan)
    run(activation.derivative(z if activation.uses_z else np.full_like(z, np.nan), a, d))
    return d


def test_the_table_holds_what_the_interface_names():
    expected = "linear sigmoid tanh relu leaky_relu elu softplus gelu swish sin step softmax"
    assert list(ACTIVATIONS) == expected.split()
    assert all(record.name == name for name, record in ACTIVATIONS.items())
    assert {*CLOSED_FORMS, "softmax"} == set(ACTIVATIONS) == {*LIMITS, "softmax"}


@pytest.mark.parametrize("record", ACTIVATIONS.values(), ids=ACTIVATIONS)
def test_every_record_can_be_shown(record):
    for text in (record.label, record.formula, record.derivative_formula, record.description, record.source):
        assert text.strip()
    assert record.description.endswith(".")
    assert record.formula.count("{") == record.formula.count("}")
    assert record.derivative_formula.count("{") == record.derivative_formula.count("}")


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_value_is_the_closed_form(name):
    expected = [[CLOSED_FORMS[name](z) for z in row] for row in POINTS.tolist()]
    np.testing.assert_allclose(ACTIVATIONS[name](POINTS), expected, rtol=1e-14, atol=1e-15)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_derivative_is_the_slope_of_the_closed_form(name):
    h = 1e-6
    slope = [[(CLOSED_FORMS[name](z + h) - CLOSED_FORMS[name](z - h)) / (2 * h) for z in row] for row in POINTS]
    np.testing.assert_allclose(derivative(name, POINTS), slope, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_value_may_overwrite_z_and_an_outside_array_is_left_alone(name):
    z = POINTS.copy()
    expected = ACTIVATIONS[name](z)
    np.testing.assert_array_equal(z, POINTS)
    run(ACTIVATIONS[name].forward(z, z))
    np.testing.assert_array_equal(z, expected)


@pytest.mark.parametrize("name", ELEMENTWISE)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_far_from_zero_value_and_derivative_are_their_limits(name, dtype):
    z = np.array([[-FAR, FAR]], dtype)
    low, high, slope_low, slope_high = LIMITS[name]
    value, slope = ACTIVATIONS[name](z), derivative(name, z)
    assert value.dtype == slope.dtype == np.dtype(dtype)
    tolerance = 1e-15 if dtype == "float64" else 1e-6
    np.testing.assert_allclose(value, [[low, high]], rtol=tolerance, atol=tolerance)
    np.testing.assert_allclose(slope, [[slope_low, slope_high]], rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_range_holds_every_value_and_is_no_wider_than_it_must_be(name):
    values = ACTIVATIONS[name](np.linspace(-40, 40, 80_001)[None])
    low, high = ACTIVATIONS[name].range
    assert values.min() >= low
    assert values.max() <= high
    if math.isfinite(low):
        assert values.min() == pytest.approx(low, abs=1e-6)
    else:
        assert values.min() <= -0.4
    if math.isfinite(high):
        assert values.max() == pytest.approx(high, abs=1e-6)
    else:
        assert values.max() == pytest.approx(40)


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_kinks_are_where_the_derivative_jumps(name):
    jumps = [
        z for z in (-1.0, 0.0, 1.0) if abs(np.diff(derivative(name, np.array([[z - 1e-9, z + 1e-9]]))).item()) > 1e-6
    ]
    assert tuple(jumps) == ACTIVATIONS[name].kinks


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_it_jumps_only_where_it_says_and_is_flat_between(name):
    record = ACTIVATIONS[name]
    leaps = [z for z in (-1.0, 0.0, 1.0) if abs(np.diff(record(np.array([[z - 1e-9, z + 1e-9]]))).item()) > 1e-6]
    assert tuple(leaps) == record.jumps
    assert bool(record.jumps) == (not derivative(name, POINTS).any())


@pytest.mark.parametrize("name", ELEMENTWISE)
def test_nan_stays_visible(name):
    with np.errstate(all="ignore"):
        assert np.isnan(ACTIVATIONS[name](np.array([[math.nan]]))).all()


def test_targets_stand_for_no_and_yes_within_the_range():
    assert ACTIVATIONS["tanh"].targets == (-1, 1)
    for record in ACTIVATIONS.values():
        no, yes = record.targets
        assert record.range[0] <= no < yes <= record.range[1]


def test_softmax_is_the_closed_form_and_every_column_sums_to_one():
    z = np.array([[1.0, -2.0, 0.0], [3.0, 0.5, 0.0], [-1.0, 4.0, 0.0]])
    expected = np.array([[math.exp(v) / sum(math.exp(u) for u in column) for v in column] for column in z.T]).T
    a = ACTIVATIONS["softmax"](z)
    np.testing.assert_allclose(a, expected, rtol=1e-14)
    np.testing.assert_allclose(a.sum(axis=0), 1, rtol=1e-14)
    assert ACTIVATIONS["softmax"].output_only


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_softmax_far_from_zero(dtype):
    z = np.array([[1000.0, -1000.0, 999.0], [0.0, -1000.0, 1000.0], [-1000.0, -1000.0, 0.0]], dtype)
    e = 1 / (1 + math.e)
    a = ACTIVATIONS["softmax"](z)
    assert a.dtype == np.dtype(dtype)
    np.testing.assert_allclose(a, [[1, 1 / 3, e], [0, 1 / 3, 1 - e], [0, 1 / 3, 0]], rtol=1e-6)


@pytest.mark.parametrize("in_place", [False, True])
def test_softmax_backward_is_the_transposed_jacobian_times_dA(in_place):
    rng = np.random.default_rng(0)
    z, dA = rng.standard_normal((4, 3)), rng.standard_normal((4, 3))
    softmax = ACTIVATIONS["softmax"]
    a = softmax(z)
    dZ, given = (dA.copy(),) * 2 if in_place else (np.empty_like(z), dA)
    run(softmax.backward(a, given, dZ))
    h = 1e-6
    for column in range(3):
        jacobian = np.empty((4, 4))  # [i, j] = ∂a_i/∂z_j
        for j in range(4):
            step = np.zeros((4, 1))
            step[j] = h
            point = z[:, [column]]
            jacobian[:, j] = ((softmax(point + step) - softmax(point - step)) / (2 * h))[:, 0]
        np.testing.assert_allclose(dZ[:, column], jacobian.T @ dA[:, column], rtol=1e-7, atol=1e-9)


def test_the_table_cannot_be_changed():
    with pytest.raises(TypeError):
        ACTIVATIONS["new"] = ACTIVATIONS["linear"]

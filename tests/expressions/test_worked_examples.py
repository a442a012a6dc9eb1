"""The worked examples of the seed documents that are expressions, with their numbers."""

import json
import math

import numpy as np
import pytest

from playground.expressions import (
    OPERATIONS,
    evaluate,
    fold,
    jacobian,
    parse,
    to_json_object,
    total_derivative,
    total_jacobian,
    unfold,
)

SIGMOID_LINES = "p = w0*x0; q = w1*x1; r = p + q; s = r + w2; t = -s; u = exp(t); v = 1 + u; L = 1/v"
SIGMOID_POINT = {"w0": 2, "x0": -1, "w1": -3, "x1": -2, "w2": -3}


@pytest.mark.parametrize("t", [0.5, 1.0, 2.3])
def test_example_1_total_derivative_along_a_curve(t):
    lines = "x = t - 1; y = t**2; z = 1/t; f = sin(x)*exp(y*z**2)"
    evaluation = evaluate(parse(lines), {"t": t})
    assert evaluation["t"].gradient == pytest.approx(math.e * math.cos(t - 1), rel=1e-13)
    total = total_derivative(evaluation, "t")
    assert [term.nodes for term in total.terms] == [("f", "x", "t"), ("f", "y", "t"), ("f", "z", "t")]
    assert total.value == pytest.approx(math.e * math.cos(t - 1), rel=1e-13)


@pytest.mark.parametrize("t", [-1.5, 0.0, 0.3, 4.0])
def test_example_2_three_functions_in_a_row(t):
    evaluation = evaluate(parse("u = t**2\nx = 1 - u\nf = 5*x"), {"t": t})
    assert evaluation["t"].gradient == pytest.approx(-10 * t)
    assert (evaluation["f"].local[1], evaluation["x"].local[1]) == (5, -1)


def test_example_3_a_product_of_jacobians():
    lines = "u = [t**2, sin(t)]; x = [[1, 2], [3, 4]] @ u; f = dot(x, x)"
    evaluation = evaluate(parse(lines), {"t": 0.7})
    f_x = jacobian(evaluation, "f", "x")
    x_u = jacobian(evaluation, "x", "u")
    u_t = total_jacobian(evaluation, "u", "t")
    assert (f_x.shape, x_u.shape, u_t.shape) == ((1, 2), (2, 2), (2, 1))
    assert f_x.matrix @ x_u.matrix @ u_t.matrix == pytest.approx(np.array([[evaluation["t"].gradient]]))
    u = np.array([0.49, math.sin(0.7)])
    W = np.array([[1, 2], [3, 4]])
    assert evaluation["t"].gradient == pytest.approx(2 * (W @ u) @ W @ np.array([1.4, math.cos(0.7)]))


def test_example_6_the_first_two_gates():
    evaluation = evaluate(parse("q = x + y; f = q * z"), {"x": -2, "y": 5, "z": -4})
    assert evaluation["f"].value == -12
    assert {name: evaluation[name].gradient for name in "qzxy"} == {"q": -4, "z": 3, "x": -4, "y": -4}
    assert json.loads(json.dumps(to_json_object(evaluation))) == {
        "output": "f",
        "nodes": [
            {"name": "x", "operation": "input", "inputs": [], "value": -2, "gradient": -4, "local": {}},
            {"name": "y", "operation": "input", "inputs": [], "value": 5, "gradient": -4, "local": {}},
            {
                "name": "q",
                "operation": "add",
                "inputs": ["x", "y"],
                "value": 3,
                "gradient": -4,
                "local": {"x": 1, "y": 1},
            },
            {"name": "z", "operation": "input", "inputs": [], "value": -4, "gradient": 3, "local": {}},
            {
                "name": "f",
                "operation": "multiply",
                "inputs": ["q", "z"],
                "value": -12,
                "gradient": 1,
                "local": {"q": -4, "z": 3},
            },
        ],
    }


def test_example_7_the_sigmoid_gate_by_gate():
    evaluation = evaluate(parse(SIGMOID_LINES), SIGMOID_POINT)
    values = {"p": -2, "q": 6, "r": 4, "s": 1, "t": -1, "u": 0.36787944117144233, "v": 1.3678794411714423}
    values["L"] = 0.7310585786300049
    gradients = {
        "v": -0.534446645388523,
        "u": -0.534446645388523,
        "t": -0.19661193324148188,
        **dict.fromkeys(["s", "r", "p", "q", "w2"], 0.19661193324148188),
        "w0": -0.19661193324148188,
        "x0": 0.39322386648296376,
        "w1": -0.39322386648296376,
        "x1": -0.5898357997244457,
    }
    for name, value in values.items():
        assert evaluation[name].value == pytest.approx(value, rel=1e-15, abs=0), name
    for name, gradient in gradients.items():
        assert evaluation[name].gradient == pytest.approx(gradient, rel=1e-15, abs=0), name


def test_example_7_in_one_line():
    evaluation = evaluate(parse("1/(1+exp(-(w0*x0 + w1*x1 + w2)))"), SIGMOID_POINT)
    assert evaluation.output.value == 0.7310585786300049
    assert evaluation["x1"].gradient == pytest.approx(-0.5898357997244457, rel=1e-15)


def test_example_8_four_gates_grouped_into_one_and_back():
    graph = parse(SIGMOID_LINES)
    grouped = fold(graph)
    assert [node.name for node in grouped.nodes] == ["w0", "x0", "p", "w1", "x1", "q", "r", "w2", "s", "L"]
    assert grouped["L"].operation == "sigmoid"
    apart, together = evaluate(graph, SIGMOID_POINT), evaluate(grouped, SIGMOID_POINT)
    assert apart["L"].value == together["L"].value
    assert abs(apart["s"].gradient - together["s"].gradient) <= 3e-17
    again = unfold(grouped, "L")
    assert [(n.name, n.operation, n.inputs) for n in again.nodes] == [
        (n.name, n.operation, n.inputs) for n in graph.nodes
    ]


def test_example_9_gate_patterns():
    assert OPERATIONS["add"].pattern.startswith("add distributes")
    assert OPERATIONS["multiply"].pattern.startswith("multiply switches")
    assert OPERATIONS["max"].pattern.startswith("max routes")
    evaluation = evaluate(parse("f = (a + b) + c*d + max(x, y)"), {"a": 7, "b": 8, "c": 3, "d": -5, "x": 2, "y": 9})
    gradients = {name: float(evaluation[name].gradient) for name in evaluation.graph.inputs}
    assert gradients == {"a": 1, "b": 1, "c": -5, "d": 3, "x": 0, "y": 1}


def test_example_11_a_large_diagonal_jacobian_is_described_and_not_built():
    x = np.linspace(-1, 1, 4096)
    evaluation = evaluate(parse("y = max(0, x)"), {"x": x})
    found = jacobian(evaluation, "y", "x")
    assert found.shape == (4096, 4096)
    assert found.matrix is None
    assert found.description == "∂y/∂x is 4096 × 4096, diagonal; not built"
    np.testing.assert_array_equal(found.diagonal, (x > 0).astype(float))


@pytest.mark.parametrize(("s", "t"), [(0.5, 1.2), (-1.0, 0.0), (1.5, -2.0)])
def test_example_18_two_inputs_two_paths(s, t):
    evaluation = evaluate(parse("x = s - sin(t)\ny = exp(s) + cos(t)\nz = x**2 - y**2"), {"s": s, "t": t})
    x, y = s - math.sin(t), math.exp(s) + math.cos(t)
    assert evaluation["s"].gradient == pytest.approx(2 * x - 2 * y * math.exp(s), rel=1e-12)
    assert evaluation["t"].gradient == pytest.approx(-2 * x * math.cos(t) + 2 * y * math.sin(t), rel=1e-12, abs=1e-12)
    total = total_derivative(evaluation, "s")
    assert [term.nodes for term in total.terms] == [("z", "x", "s"), ("z", "y", "s")]
    assert [term.factors for term in total.terms] == [
        pytest.approx((2 * x, 1)),
        pytest.approx((-2 * y, math.exp(s))),
    ]
    assert total.latex == (
        r"\frac{\partial z}{\partial s} = "
        r"\frac{\partial z}{\partial x} \cdot \frac{\partial x}{\partial s} + "
        r"\frac{\partial z}{\partial y} \cdot \frac{\partial y}{\partial s}"
    )


@pytest.mark.parametrize(("mean", "n"), [("mean([x, y])", 6), ("mean(x + y)", 3)])
def test_example_19_vectors(mean, n):
    s, t = np.array([1.0, 2.0, 3.0]), np.array([4.0, -5.0, 6.0])
    evaluation = evaluate(parse(f"x = s*t; y = s - t; z = {mean}"), {"s": s, "t": t})
    assert evaluation["z"].value == pytest.approx((s * t + s - t).sum() / n)
    np.testing.assert_allclose(evaluation["s"].gradient, (t + 1) / n)
    np.testing.assert_allclose(evaluation["t"].gradient, (s - 1) / n, atol=1e-15)
    assert total_jacobian(evaluation, "z", "s").shape == (1, 3)
    assert jacobian(evaluation, "x", "s").structure == "diagonal"


def test_example_20_shapes_multiply():
    lines = (
        "h = [[1, 2], [3, 4], [5, 6], [7, 8]] @ i; g = tanh([[1, 0, 1, 0], [0, 1, 0, 1], [1, 1, 0, 0]] @ h); f = C @ g"
    )
    C = np.arange(15.0).reshape(5, 3)
    evaluation = evaluate(parse(lines), {"C": C, "i": [0.01, -0.02]})
    f_g, g_h, h_i = (total_jacobian(evaluation, *pair) for pair in [("f", "g"), ("g", "h"), ("h", "i")])
    assert (f_g.shape, g_h.shape, h_i.shape) == ((5, 3), (3, 4), (4, 2))
    f_i = total_jacobian(evaluation, "f", "i")
    assert f_i.shape == (5, 2)
    np.testing.assert_allclose(f_g.matrix @ g_h.matrix @ h_i.matrix, f_i.matrix, rtol=1e-12)

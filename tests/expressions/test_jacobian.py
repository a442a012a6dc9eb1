"""Jacobians are described, and built when small."""

import time

import numpy as np
import pytest

from playground.expressions import evaluate, jacobian, local_derivative_latex, parse, total_jacobian


@pytest.mark.parametrize(
    ("text", "values", "input", "shape", "structure"),
    [
        ("y = x*2", {"x": 3}, "x", (1, 1), "a number"),
        ("y = tanh(x)", {"x": [1, 2, 3]}, "x", (3, 3), "diagonal"),
        ("y = x + [1, 2, 3]", {"x": 1}, "x", (3, 1), "one column: the input is repeated"),
        (
            "y = x + [[1, 2, 3], [4, 5, 6]]",
            {"x": [1, 2, 3]},
            "x",
            (6, 3),
            "one entry in each row: the input is repeated",
        ),
        ("y = sum(x)", {"x": [[1, 2], [3, 4]]}, "x", (1, 4), "one row of ones"),
        ("y = A @ x", {"A": [[1, 2], [3, 4], [5, 6]], "x": [1, 2]}, "x", (3, 2), "the other factor"),
        ("y = x @ A", {"A": [[1, 2, 3], [4, 5, 6]], "x": [1, 2]}, "x", (3, 2), "the other factor, transposed"),
        ("y = x @ A", {"x": [[1, 2], [3, 4]], "A": [[1, 2], [4, 5]]}, "x", (4, 4), "blocks"),
        ("y = A @ x", {"x": [[1, 2], [3, 4]], "A": [[1, 2], [4, 5]]}, "x", (4, 4), "blocks"),
        ("y = x @ [1, 2]", {"x": [3, 4]}, "x", (1, 2), "one row: the other vector"),
        ("y = [x, x*2, x]", {"x": 1}, "x", (3, 1), "a sum of 2 parts: the input is read 2 times"),
        ("y = [2*x, x]", {"x": [1, 2]}, "x", (4, 2), "an identity in the rows of this element, 0 elsewhere"),
        ("y = [2*x, x]", {"x": 1}, "x", (2, 1), "one column: 1 in the row of this element, 0 elsewhere"),
        ("y = x[2]", {"x": [[1, 2], [3, 4]]}, "x", (2, 4), "the rows of an identity that belong to"),
        ("y = softmax(x)", {"x": [1, 2]}, "x", (2, 2), "diag(value) minus the value times its transpose"),
    ],
)
def test_structure(text, values, input, shape, structure):
    found = jacobian(evaluate(parse(text), values), "y", input)
    assert found.shape == shape
    assert found.matrix.shape == shape
    assert found.structure.startswith(structure)
    assert found.is_defined
    assert found.description.startswith(f"∂y/∂{input} is {shape[0]} × {shape[1]}, {structure}")


def test_matrices_in_numbers():
    evaluation = evaluate(parse("y = A @ x"), {"A": [[1, 2], [3, 4]], "x": [5, 6]})
    assert jacobian(evaluation, "y", "x").matrix.tolist() == [[1, 2], [3, 4]]
    assert jacobian(evaluation, "y", "A").matrix.tolist() == [[5, 6, 0, 0], [0, 0, 5, 6]]


def test_an_input_that_is_read_twice_counts_twice():
    evaluation = evaluate(parse("y = x*x; z = dot(y, y)"), {"x": [1, 2]})
    assert jacobian(evaluation, "y", "x").matrix.tolist() == [[2, 0], [0, 4]]
    assert jacobian(evaluation, "z", "y").matrix.tolist() == [[2, 8]]


def test_too_large_is_described():
    evaluation = evaluate(parse("y = A @ x"), {"A": np.ones((80, 60)), "x": np.ones(60)})
    found = jacobian(evaluation, "y", "x")
    assert found.matrix is None
    assert found.is_defined
    assert found.description.endswith("; not built")
    assert jacobian(evaluation, "y", "x", largest=5000).matrix.shape == (80, 60)
    assert total_jacobian(evaluation, "y", "A").shape == (80, 4800)
    assert total_jacobian(evaluation, "y", "A").matrix is None


@pytest.mark.parametrize("text", ["y = log(x)", "y = sqrt(x)", "y = x/x"])
def test_undefined(text):
    evaluation = evaluate(parse(text), {"x": [1, 0]})
    for found in (jacobian(evaluation, "y", "x"), total_jacobian(evaluation, "y", "x")):
        assert not found.is_defined
        assert found.matrix is None
        assert found.diagonal is None
        assert found.description.endswith("; undefined here")


def test_total_jacobian_adds_paths_and_is_zero_without_one():
    evaluation = evaluate(parse("y = x*x; u = [1, 2]*y + x; w = 3*t"), {"x": [1, 2], "t": 1})
    assert total_jacobian(evaluation, "u", "x").matrix.tolist() == [[3, 0], [0, 9]]
    assert total_jacobian(evaluation, "u", "t").matrix.tolist() == [[0], [0]]
    assert total_jacobian(evaluation, "u", "u").matrix.tolist() == [[1, 0], [0, 1]]


def test_a_node_that_is_not_read():
    evaluation = evaluate(parse("y = x*2; z = y + 1"), {"x": 1})
    with pytest.raises(KeyError, match="z does not read x"):
        jacobian(evaluation, "z", "x")


A, n, u, W = (
    np.array([[1.0, 2], [3, 4], [5, 6]]),
    np.array([0.5, -1]),
    np.array([2.0, 3]),
    np.array([[1.0, 2, 3], [4, 5, 6]]),
)
FORMULAS = {
    # The derivative itself: rows are the elements of the value, columns those of the input, row by row.
    "x = A @ u; u": ("A", lambda: A),
    "x = A @ u; A": (r"I \otimes \left(u\left[1\right], u\left[2\right]\right)", lambda: np.kron(np.eye(3), u)),
    "d = n @ W; W": (r"n \otimes I", lambda: np.kron(n, np.eye(3))),
    "d = n @ W; n": ("{W}^{T}", lambda: W.T),
    "C = W @ A; W": (r"I \otimes {A}^{T}", lambda: np.kron(np.eye(2), A.T)),
    "C = W @ A; A": (r"W \otimes I", lambda: np.kron(W, np.eye(2))),
    "f = n @ u; n": (r"\left(u\left[1\right], u\left[2\right]\right)", lambda: u[None]),
    "f = dot(n, u); u": (r"\left(n\left[1\right], n\left[2\right]\right)", lambda: n[None]),
    "f = dot(u, u); u": (
        r"\left(u\left[1\right], u\left[2\right]\right) + \left(u\left[1\right], u\left[2\right]\right)",
        lambda: 2 * u[None],
    ),
    "f = sum(A); A": (r"\left(1, \ldots, 1\right)", lambda: np.ones((1, 6))),
    "f = mean(A); A": (r"\frac{1}{6} \left(1, \ldots, 1\right)", lambda: np.ones((1, 6)) / 6),
    "f = norm(A); A": (
        r"\frac{1}{f} \left(A\left[1, 1\right], \ldots, A\left[3, 2\right]\right)",
        lambda: A.reshape(1, -1) / np.linalg.norm(A),
    ),
    "y = [k*n, u]; u": (r"e_{2} \otimes I", lambda: np.kron([[0], [1]], np.eye(2))),
    "y = [3, u[1], 5]; v1": ("e_{2}", lambda: np.array([[0], [1], [0]])),
    "f = u[2]; u": (r"\left(0, 1\right)", lambda: np.array([[0, 1]])),
    "f = A[2, 1]; A": (r"\left(0, 0, 1, \ldots, 0\right)", lambda: np.eye(6)[2:3]),
    "y = A[2]; A": (r"\left(0, 1, 0\right) \otimes I", lambda: np.kron([0, 1, 0], np.eye(2))),
    "y = n*u; n": (r"\mathrm{diag}\left(u\right)", lambda: np.diag(u)),
    "y = n + u; n": ("I", lambda: np.eye(2)),
    "y = n - u; u": ("-I", lambda: -np.eye(2)),
    "y = k*u; u": (r"k \, I", lambda: 3 * np.eye(2)),
    "y = k*u; k": (r"\mathrm{vec}\left(u\right)", lambda: u[:, None]),
    "y = u + k; k": (r"\begin{bmatrix} 1 \\ \vdots \\ 1 \end{bmatrix}", lambda: np.ones((2, 1))),
    "y = u**2; u": (r"\mathrm{diag}\left(2 \cdot u\right)", lambda: np.diag(2 * u)),
    "y = exp(u); u": (r"\mathrm{diag}\left(y\right)", lambda: np.diag(np.exp(u))),
    "y = max(0, n); n": (r"\mathrm{diag}\left([n > 0]\right)", lambda: np.diag([1.0, 0])),
    "y = min(n, 0); n": (r"\mathrm{diag}\left([n < 0]\right)", lambda: np.diag([0, 1.0])),
    "y = W + [1, 2, 3]; W": ("I", lambda: np.eye(6)),
    "f = k*k; k": ("k + k", lambda: np.array([[6.0]])),
}


@pytest.mark.parametrize("case", FORMULAS)
def test_the_formula_is_the_matrix_and_the_matrix_is_the_derivative(case):
    text, _, source = case.rpartition("; ")
    graph, values = parse(text), {"A": A, "n": n, "u": u, "W": W, "k": 3.0}
    values = {name: values[name] for name in graph.inputs}
    evaluation = evaluate(graph, values)
    latex, matrix = FORMULAS[case]
    node = graph.output
    assert local_derivative_latex(evaluation, node, source) == latex
    np.testing.assert_allclose(jacobian(evaluation, node, source).matrix, matrix(), rtol=1e-14)
    if source in graph.inputs:
        np.testing.assert_allclose(_differences(graph, values, source), matrix(), atol=1e-8)


def _differences(graph, values, source, epsilon=1e-5):
    x = np.array(values[source], float)
    columns = []
    for place in np.ndindex(x.shape):
        moved = []
        for sign in (1, -1):
            x[place] += sign * epsilon
            moved.append(evaluate(graph, {**values, source: x}).output.value.reshape(-1))
            x[place] -= sign * epsilon
        columns.append((moved[0] - moved[1]) / (2 * epsilon))
    return np.stack(columns, axis=1)


def test_a_list_of_thousands_of_elements_takes_no_time():
    """Built by whole blocks: a pullback for each row deals out to each of thousands of inputs, millions of pieces."""
    evaluation = evaluate(parse(f"y = [{', '.join(['x'] * 2000)}]"), {"x": 3.0})
    begin = time.process_time()
    found = jacobian(evaluation, "y", "x")
    assert time.process_time() - begin < 1
    np.testing.assert_array_equal(found.matrix, np.ones((2000, 1)))
    assert local_derivative_latex(evaluation, "y", "x") == ""

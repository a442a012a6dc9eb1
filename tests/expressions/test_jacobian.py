"""Jacobians are described, and built when small."""

import numpy as np
import pytest

from playground.expressions import evaluate, jacobian, parse, total_jacobian


@pytest.mark.parametrize(
    ("text", "values", "input", "shape", "structure"),
    [
        ("y = x*2", {"x": 3}, "x", (1, 1), "a number"),
        ("y = tanh(x)", {"x": [1, 2, 3]}, "x", (3, 3), "diagonal"),
        ("y = x + [1, 2, 3]", {"x": 1}, "x", (3, 1), "one column: the input is repeated"),
        ("y = x + [[1, 2, 3], [4, 5, 6]]", {"x": [1, 2, 3]}, "x", (6, 3), "a diagonal, repeated like the input"),
        ("y = sum(x)", {"x": [[1, 2], [3, 4]]}, "x", (1, 4), "one row of ones"),
        ("y = A @ x", {"A": [[1, 2], [3, 4], [5, 6]], "x": [1, 2]}, "x", (3, 2), "blocks"),
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

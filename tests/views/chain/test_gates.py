"""What is written in a gate."""

import numpy as np
import pytest

from playground.expressions import OPERATIONS, evaluate, fold, parse
from playground.views.chain.gates import brief, gates_of, operation_symbol, plain, short


def gates(text, **values):
    graph = parse(text)
    evaluation = evaluate(graph, {name: values.get(name, 2.0) for name in graph.inputs})
    return {gate.name: gate for gate in gates_of(evaluation)}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_operation_has_a_symbol(operation):
    assert operation_symbol(operation)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("f = x + y", "+"),
        ("f = x - y", "−"),
        ("f = x*y", "×"),
        ("f = x/y", "÷"),
        ("f = -x", "−x"),
        ("f = exp(x)", "exp"),
        ("f = sigmoid(x)", "σ"),
        ("f = 1 + x", "1+x"),
        ("f = x - 1", "x−1"),
        ("f = 1 - x", "1−x"),
        ("f = 2*x", "2·x"),
        ("f = 1/x", "1/x"),
        ("f = x**2", "x²"),
        ("f = x**-1", "x⁻¹"),
        ("f = x**0.5", "x^0.5"),
        ("f = 2**x", "2ˣ"),
        ("f = x**y", "xʸ"),
        ("f = max(0, x)", "max(0, x)"),
        ("f = max(x, y)", "max"),
        ("f = -2*x", "−2·x"),
        ("f = 0.123456789*x", "0.1235·x"),
        ("f = pi*x", "pi·x"),
        ("f = [[1, 2], [3, 4]] @ [x, y]", "[2×2]@x"),
        ("f = [x, 1]", "[x, 1]"),
        ("f = 1/2", "1/2"),
        ("f = sin(0)", "sin(0)"),
    ],
)
def test_symbols(text, symbol):
    assert gates(text)["f"].symbol == symbol


def test_nameless_constants_have_no_gate_of_their_own_but_named_ones_do():
    found = gates("k = 3\nf = 2*x + k")
    assert list(found) == ["k", "x", "v1", "f"]
    assert found["k"].is_source
    assert found["v1"].inputs == (("x", 1),)
    assert gates("3")["3"].is_output


def test_captions_tell_names_and_shapes():
    found = gates("y = W @ x\nf = sum(y)", W=np.ones((2, 3)), x=np.ones(3))
    assert [gate.caption for gate in found.values()] == ["2×3", "3", "y 2", "f"]
    assert found["f"].is_output
    assert found["y"].is_named


def test_an_input_that_is_read_twice_arrives_twice():
    assert gates("f = x*x")["f"].inputs == (("x", 0), ("x", 1))


def test_what_can_be_folded_and_taken_apart():
    found = gates("f = 1/(1 + exp(-x))")
    assert [gate.folding for gate in found.values()] == ["", "", "", "", "fold"]
    folded = gates_of(evaluate(fold(parse("f = 1/(1 + exp(-x))")), {"x": 1}))
    assert [gate.folding for gate in folded] == ["", "unfold"]
    assert gates("f = sigmoid(x)")["f"].folding == "unfold"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (-12.0, "−12"),
        (0.5, "0.5000"),
        (-0.534446645388523, "−0.5344"),
        (0.0001966, "1.966e-4"),
        (123456.0, "1.235e5"),
        (1234.5678, "1235"),
        (12345.67, "12346"),
        (float("inf"), "∞"),
        (float("nan"), "?"),
        (None, "–"),
    ],
)
def test_numbers(number, text):
    assert plain(number) == text


@pytest.mark.parametrize("exponent", range(-320, 309, 7))
@pytest.mark.parametrize("mantissa", [1.0, -9.99996, 5.5555])
def test_every_number_is_short(exponent, mantissa):
    number = float(f"{mantissa}e{exponent}")
    assert len(plain(number)) <= 9
    assert len(brief(number)) <= 9


@pytest.mark.parametrize(
    ("array", "text"),
    [
        ([1, -2, 3], "[1, −2, 3]"),
        ([0.123456, 2], "[0.123, 2]"),
        ([0.123456, -0.98765, 3], "[0.123, …]"),
        ([[1, 2], [3, 4]], "[1, 2, 3, 4]"),
        (list(range(100)), "[0, 1, 2, …]"),
        ([float("nan"), 1], "[?, 1]"),
        ([-1.234e-100, 1], "[−1.23e-100, …]"),
        ([7], "[7]"),
    ],
)
def test_arrays(array, text):
    assert short(np.array(array, np.float64)) == text

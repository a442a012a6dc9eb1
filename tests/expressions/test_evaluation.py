"""Forward and backward pass: problems, kinks, shapes, stepping."""

import json
import math

import numpy as np
import pytest

from playground.expressions import ExpressionError, evaluate, parse, read_value, to_json_object


@pytest.mark.parametrize(
    ("text", "values", "node", "problem"),
    [
        ("y = 1/x", {"x": 0}, "y", "division by zero"),
        ("y = x/x", {"x": 0}, "y", "division by zero"),
        ("y = x**-2", {"x": 0}, "y", "division by zero: 0 to a negative power"),
        ("y = x**0.5", {"x": -2}, "y", "a negative number to a fractional power is no real number"),
        ("y = log(x)", {"x": 0}, "y", "logarithm of zero"),
        ("y = log(x)", {"x": -1}, "y", "logarithm of a negative number"),
        ("y = sqrt(x)", {"x": -1}, "y", "square root of a negative number"),
        ("y = exp(x)", {"x": 1000}, "y", "overflow: the result is too large for a number"),
        ("y = x**x", {"x": 1e5}, "y", "overflow: the result is too large for a number"),
        ("y = x*x", {"x": 1e200}, "y", "overflow: the result is too large for a number"),
        ("y = norm(x)", {"x": [1e200, 1]}, "y", "overflow: the result is too large for a number"),
        ("y = log(x)", {"x": [1, -1, 2]}, "y", "logarithm of a negative number at [2]"),
        ("y = 1/x", {"x": [[1, 2], [3, 0]]}, "y", "division by zero at [2, 2]"),
        ("y = [1, 2]/x", {"x": 0}, "y", "division by zero at [1]"),
        ("y = sqrt(x)", {"x": 0}, "y", "sqrt has no finite derivative with respect to x here"),
        ("y = sqrt(x)", {"x": [1, 0]}, "y", "sqrt has no finite derivative with respect to x here"),
        ("y = x**a", {"x": -2, "a": 2}, "y", "** has no finite derivative with respect to a here"),
    ],
)
def test_a_problem_is_told_at_its_node_and_makes_gradients_undefined(text, values, node, problem):
    evaluation = evaluate(parse(f"{text}; z = 3*y + w"), {**values, "w": 1})
    assert [record.name for record in evaluation.problems] == [node]
    assert evaluation[node].problem == problem
    blamed = "a" if "to a here" in problem else "x"
    assert evaluation[blamed].gradient is None
    json.loads(json.dumps(to_json_object(evaluation), allow_nan=False))


def test_values_are_shown_as_they_are():
    evaluation = evaluate(parse("a = 1/x; b = log(y); c = -a"), {"x": 0, "y": -1})
    assert evaluation["a"].value == math.inf
    assert math.isnan(evaluation["b"].value)
    assert evaluation["c"].value == -math.inf
    assert not evaluation["c"].problem


def test_what_does_not_depend_on_the_problem_keeps_its_gradient():
    evaluation = evaluate(parse("f = a*b + sqrt(x)"), {"a": 2, "b": 3, "x": 0})
    assert (evaluation["a"].gradient, evaluation["b"].gradient) == (3, 2)
    assert evaluation["x"].gradient is None


def test_an_undefined_contribution_makes_the_whole_sum_undefined():
    evaluation = evaluate(parse("f = 3*x + sqrt(x)"), {"x": 0})
    assert evaluation["x"].gradient is None


def test_overflow_on_the_way_to_a_finite_output():
    evaluation = evaluate(parse("1/(1 + exp(-x))"), {"x": -1000})
    assert evaluation.output.value == 0
    assert evaluation["x"].gradient is None
    assert [record.operation for record in evaluation.problems] == ["exp"]


def test_squares_of_negative_numbers_are_no_problem():
    evaluation = evaluate(parse("x**2 + x**3 + x**0"), {"x": -3})
    assert evaluation["x"].gradient == -6 + 27
    assert not evaluation.problems
    assert evaluation["2"].gradient is None


@pytest.mark.parametrize(("exponent", "slope"), [(0, 0), (1, 1), (2, 0)])
def test_powers_at_zero(exponent, slope):
    evaluation = evaluate(parse("x**n"), {"x": 0, "n": exponent})
    assert evaluation["x"].gradient == slope


@pytest.mark.parametrize(
    ("text", "values", "gradients"),
    [
        ("y = relu(x)", {"x": 0}, {"x": 0}),
        ("y = abs(x)", {"x": 0}, {"x": 0}),
        ("y = max(a, b)", {"a": 2, "b": 2}, {"a": 0.5, "b": 0.5}),
        ("y = min(a, b, 2)", {"a": 2, "b": 3}, {"a": 0, "b": 0}),
        ("y = max(x)", {"x": [1, 3, 3]}, {"x": [0, 0.5, 0.5]}),
        ("y = norm(x)", {"x": [0, 0]}, {"x": [0, 0]}),
    ],
)
def test_kinks_are_noted_and_get_a_subgradient(text, values, gradients):
    evaluation = evaluate(parse(text), values)
    assert evaluation["y"].note.startswith("kink")
    for name, gradient in gradients.items():
        np.testing.assert_array_equal(evaluation[name].gradient, gradient)


def test_away_from_kinks_there_is_no_note():
    evaluation = evaluate(parse("relu(x) + abs(x) + max(x, 2) + max(v) + norm(v)"), {"x": 1, "v": [1, 2]})
    assert not any(record.note for record in evaluation.records.values())


@pytest.mark.parametrize(
    ("text", "values", "shapes"),
    [
        ("q = a + b", {"a": [1, 2, 3], "b": [1, 2]}, ["a vector of 3", "a vector of 2"]),
        ("q = a @ b", {"a": [[1, 2]], "b": [[1, 2]]}, ["a 1×2 matrix", "a 1×2 matrix"]),
        ("q = a @ b", {"a": 2, "b": [1, 2]}, ["a number", "a vector of 2"]),
        ("q = dot(a, b)", {"a": [1, 2, 3], "b": [1, 2]}, ["a vector of 3", "a vector of 2"]),
        ("q = [a, b]", {"a": [1, 2, 3], "b": 1}, ["a vector of 3", "a number"]),
        ("q = max(a, b)", {"a": [1, 2, 3], "b": [[1, 2]]}, ["a vector of 3", "a 1×2 matrix"]),
    ],
)
def test_shapes_that_do_not_go_together_are_both_named(text, values, shapes):
    graph = parse("p = 1\n" + text)
    with pytest.raises(ExpressionError) as caught:
        evaluate(graph, values)
    assert caught.value.line == 2
    assert caught.value.message.startswith("line 2, column 5: q: ")
    for name, shape in zip("ab", shapes, strict=True):
        assert f"{name} is {shape}" in caught.value.message


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("text", "needs a number"),
        (None, "needs a number"),
        (1j, "needs a number"),
        ([[1, 2], [3]], "equal length"),
        ([], "elements"),
        ([[[1]]], "elements"),
        (np.zeros(100_001), "elements"),
        (math.nan, "finite"),
        ([1, math.inf], "finite"),
        (10**400, "needs a number"),
    ],
)
def test_improper_input_values(value, words):
    with pytest.raises(ExpressionError, match=words) as caught:
        evaluate(parse("y = 2*x"), {"x": value})
    assert (caught.value.line, caught.value.column) == (1, 7)


def test_missing_and_unknown_inputs():
    graph = parse("f = x*y")
    with pytest.raises(ExpressionError, match="y has no value"):
        evaluate(graph, {"x": 1})
    with pytest.raises(ExpressionError, match="z is no input of this formula; the inputs are x, y"):
        evaluate(graph, {"x": 1, "y": 2, "z": 3})
    with pytest.raises(ExpressionError, match="f is no input"):
        evaluate(graph, {"x": 1, "y": 2, "f": 3})


def test_large_results_are_refused_before_they_are_computed():
    column, row = np.ones((50_000, 1)), np.ones((1, 50_000))
    for text in ("a + b", "a @ b"):
        with pytest.raises(ExpressionError, match=r"would have shape \(50000, 50000\)"):
            evaluate(parse(text), {"a": column, "b": row})
    with pytest.raises(ExpressionError, match="elements together"):
        evaluate(parse(" + ".join(["a"] * 60)), {"a": column})


def test_nodes_beside_the_way_have_gradient_zero():
    evaluation = evaluate(parse("a = log(x); b = 2*y"), {"x": -1, "y": 1})
    assert evaluation["x"].gradient == 0
    assert evaluation["a"].gradient == 0
    assert evaluation["a"].contributions == ()
    assert evaluation.backward == ("b",)


def test_vector_output_is_summed():
    evaluation = evaluate(parse("y = x**2"), {"x": [1, 2, 3]})
    np.testing.assert_array_equal(evaluation["y"].gradient, [1, 1, 1])
    np.testing.assert_array_equal(evaluation["x"].gradient, [2, 4, 6])


def test_stepping_the_backward_pass():
    evaluation = evaluate(parse("q = x + y; p = q*x; f = p*q"), {"x": 2, "y": 3})
    assert evaluation.backward == ("f", "p", "q")
    assert evaluation.gradients_after(0) == {"f": 1}
    assert evaluation.gradients_after(1) == {"f": 1, "p": 5, "q": 10}
    assert evaluation.gradients_after(2) == {"f": 1, "p": 5, "q": 20, "x": 25}
    done = evaluation.gradients_after(3)
    assert done == {name: record.gradient for name, record in evaluation.records.items()}
    assert evaluation["p"].contributions == (10, 25)
    assert evaluation["p"].local == (2, 5)


def test_inputs_are_copied_and_results_are_read_only():
    x = np.array([1.0, 2.0])
    evaluation = evaluate(parse("y = x*2"), {"x": x})
    x[0] = 9
    np.testing.assert_array_equal(evaluation["x"].value, [1, 2])
    with pytest.raises(ValueError, match="read-only"):
        evaluation["y"].value[0] = 3


def test_repeated_input_in_json_adds_up():
    nodes = to_json_object(evaluate(parse("y = x*x"), {"x": 3}))["nodes"]
    assert nodes[1]["inputs"] == ["x", "x"]
    assert nodes[1]["local"] == {"x": 6}


def test_json_holds_arrays_as_lists_and_nothing_that_json_lacks():
    answer = to_json_object(evaluate(parse("y = log(x)"), {"x": [1, 0]}))
    assert answer == {
        "output": "y",
        "nodes": [
            {"name": "x", "operation": "input", "inputs": [], "value": [1, 0], "gradient": None, "local": {}},
            {
                "name": "y",
                "operation": "log",
                "inputs": ["x"],
                "value": [0, None],
                "gradient": None,
                "local": {"x": None},
                "problem": "logarithm of zero at [2]",
            },
        ],
    }


@pytest.mark.parametrize(("text", "value"), [("-2", -2), ("pi/2", math.pi / 2), ("[1, -2]", [1, -2]), ("sqrt(0)", 0)])
def test_typed_values(text, value):
    np.testing.assert_array_equal(read_value(text), value)


@pytest.mark.parametrize(("text", "words"), [("x", "not the name x"), ("1/0", "division by zero"), ("", "nothing")])
def test_improper_typed_values(text, words):
    with pytest.raises(ExpressionError, match=words):
        read_value(text)

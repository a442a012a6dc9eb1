"""Folding and unfolding never changes what is computed."""

import pytest

from playground.expressions import OPERATIONS, evaluate, fold, foldable, parse, unfold
from playground.expressions.grouping import PATTERNS


def shape_of(graph):
    return [(node.name, node.operation, node.inputs) for node in graph.nodes]


@pytest.mark.parametrize(("operation", "formula"), [(o, f) for o, formulas in PATTERNS.items() for f in formulas])
def test_every_pattern_folds_and_unfolds(operation, formula):
    graph = parse(f"u = a*b; y = {formula}; f = 3*y + 1")
    assert dict(foldable(graph)) == {"y": operation}
    folded = fold(graph)
    assert folded["y"].operation == operation
    assert folded["y"].inputs == ("u",)
    assert len(folded.nodes) < len(graph.nodes) + 1
    values = {"a": 0.7, "b": 1.3}
    before, after = evaluate(graph, values), evaluate(folded, values)
    assert after.output.value == pytest.approx(before.output.value, rel=1e-14)
    assert after["a"].gradient == pytest.approx(before["a"].gradient, rel=1e-14)
    assert sorted(shape_of(unfold(folded, "y"))) == sorted(shape_of(graph))


@pytest.mark.parametrize("operation", list(PATTERNS))
def test_a_typed_gate_unfolds(operation):
    graph = parse(f"v7 = {operation}(x)*v1 + 1; {operation}(v7)")
    apart = unfold(unfold(graph, "v2"), graph.output)
    assert operation not in {node.operation for node in apart.nodes}
    values = {"x": 0.4, "v1": 2.0}
    assert evaluate(apart, values).output.value == pytest.approx(evaluate(graph, values).output.value, rel=1e-14)
    assert evaluate(apart, values)["x"].gradient == pytest.approx(evaluate(graph, values)["x"].gradient, rel=1e-14)


def test_nested_sigmoids_fold_one_by_one():
    graph = parse("h = 1/(1 + exp(-x)); y = 1/(1 + exp(-(w*h)))")
    one = fold(graph, ["y"])
    assert [one["h"].operation, one["y"].operation] == ["divide", "sigmoid"]
    both = fold(graph)
    assert [node.name for node in both.nodes] == ["x", "h", "w", one["y"].inputs[0], "y"]
    for order in (["h", "y"], ["y", "h"]):
        again = both
        for name in order:
            again = unfold(again, name)
        assert sorted(shape_of(again)) == sorted(shape_of(graph))


@pytest.mark.parametrize(
    "text",
    [
        "q = 1 + exp(-x); y = 1/q + q",
        "t = exp(-x); y = 1/(1 + t); z = y*t",
        "y = 2/(1 + exp(-x))",
        "y = 1/(1 + exp(x))",
        "y = 1/(1 - exp(-x))",
        "y = [1, 1]/(1 + exp(-x))",
    ],
)
def test_what_is_read_elsewhere_or_differs_stays(text):
    graph = parse(text)
    assert not foldable(graph)
    assert shape_of(fold(graph)) == shape_of(graph)


def test_names_of_hidden_nodes_are_not_given_again():
    graph = fold(parse("a = 1/(1 + exp(-x)); b = sigmoid(a)"))
    apart = unfold(unfold(graph, "b"), "a")
    assert evaluate(apart, {"x": 0.3}).output.value == pytest.approx(evaluate(graph, {"x": 0.3}).output.value)


def test_unfolding_what_has_no_formula():
    with pytest.raises(KeyError):
        unfold(parse("y = tan(x)"), "y")


def test_patterns_name_operations():
    assert set(PATTERNS) <= set(OPERATIONS)

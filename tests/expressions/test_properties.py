"""Whatever is typed: a graph or an ExpressionError; and gradients that agree with differences."""

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.expressions import ExpressionError, elementwise, evaluate, fold, parse, to_json_object, total_derivative

NAMES = ["a", "b", "c"]
# Smooth and of moderate size everywhere, so that central differences can be trusted.
UNARY = ["sin({})", "cos({})", "tanh({})", "sigmoid({})", "softplus({})", "(-{})", "exp(tanh({}))", "log(2 + {}**2)"]
BINARY = ["({} + {})", "({} - {})", "({}*{})", "({}/(1.5 + sin({})))", "sigmoid({})**{}", "dot([{0}, 1], [{1}, {0}])"]
BINARY += ["sum([{}, {}])", "mean([[1, {}], [{}, 2]])", "norm([1, {}, {}])", "sum([[1, {0}], [{1}, 2]] @ [{0}, 1])"]

leaves = st.sampled_from([*NAMES, "1", "0.5", "-2", "pi"])
expressions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(lambda form, x: form.format(x), st.sampled_from(UNARY), inner),
        st.builds(lambda form, x, y: form.format(x, y), st.sampled_from(BINARY), inner, inner),
    ),
    max_leaves=8,
)
points = st.tuples(*(st.floats(-1.5, 1.5) for _ in NAMES))


def _slope(graph, values, name):
    """Richardson's extrapolation of two central differences."""

    def difference(step):
        outputs = [
            float(evaluate(graph, {**values, name: values[name] + sign * step}).output.value) for sign in (1, -1)
        ]
        return (outputs[0] - outputs[1]) / (2 * step)

    return (4 * difference(5e-4) - difference(1e-3)) / 3


@settings(max_examples=150, deadline=None, derandomize=True)
@given(expressions, points)
def test_gradients_of_random_formulas_agree_with_differences(text, point):
    graph = parse(text)
    values = {name: value for name, value in zip(NAMES, point, strict=True) if name in graph.inputs}
    evaluation = evaluate(graph, values)
    value = float(evaluation.output.value)
    if not math.isfinite(value) or abs(value) > 1e3 or evaluation.problems:
        return
    for name in graph.inputs:
        gradient = float(evaluation[name].gradient)
        if abs(gradient) > 1e3:
            continue
        assert abs(gradient - _slope(graph, values, name)) <= 1e-4 * max(1.0, abs(gradient)), name


@settings(max_examples=80, deadline=None, derandomize=True)
@given(expressions, points)
def test_sums_over_paths_and_folding_give_the_same_gradient(text, point):
    graph = parse(f"q = {text}; f = q*q + 1/(1 + exp(-q))")
    values = {name: value for name, value in zip(NAMES, point, strict=True) if name in graph.inputs}
    evaluation = evaluate(graph, values)
    folded = evaluate(fold(graph), values)
    for name in graph.inputs:
        gradient = evaluation[name].gradient
        if gradient is None or folded[name].gradient is None:
            continue
        np.testing.assert_allclose(folded[name].gradient, gradient, rtol=1e-8, atol=1e-10)
        total = total_derivative(evaluation, name, named_only=False).value
        if total is not None:
            np.testing.assert_allclose(total, gradient, rtol=1e-8, atol=1e-10)


PIECES = [
    *"abcxyz0123456789 ._,;=+-*/@()[]#\n\t",
    "**",
    "exp(",
    "max(",
    "sum(",
    "log(",
    "1e5",
    "if ",
    "lambda ",
    "==",
    "θ",
]
PIECES += [
    "'",
    '"',
    "\\",
    "{",
    "}",
    "<",
    "\0",
    "\r",
    "한",
    "²",
    "import ",
    "True",
    "for ",
    " in ",
    "pi",
    ":=",
    "**-",
    "1e400",
]
scribbles = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.builds(lambda text, at, piece: text[: at % (len(text) + 1)] + piece + text[at % (len(text) + 1) :],
              expressions, st.integers(0, 200), st.sampled_from(PIECES)),
)  # fmt: skip


def _outcome(text, value):
    """The graph, if there is one, and what evaluating it gives: an evaluation or the error."""
    graph = None
    try:
        graph = parse(text)
        return graph, evaluate(graph, dict.fromkeys(graph.inputs, value))
    except ExpressionError as error:
        return graph, error


@settings(max_examples=600, deadline=None, derandomize=True)
@given(scribbles, st.sampled_from([0.0, -1.0, 1e200, [1.0, -2.0], [[1.0, 0.0], [0.0, 3.0]]]))
def test_any_text_gives_a_graph_or_an_expression_error(text, value):
    graph, outcome = _outcome(text, value)
    if isinstance(outcome, ExpressionError):
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert "\n" not in outcome.message
        assert 1 <= outcome.line <= len(lines)
        assert 1 <= outcome.column <= len(lines[outcome.line - 1]) + 1
        return
    evaluation = outcome
    assert list(evaluation.records) == [node.name for node in graph.nodes]
    assert to_json_object(evaluation)["output"] == graph.output
    for record in evaluation.records.values():
        assert record.gradient is None or np.isfinite(record.gradient).all()


@settings(max_examples=200, deadline=None, derandomize=True)
@given(scribbles)
def test_any_text_as_a_feature(text):
    X = np.array([[0.5, -1.0], [2.0, 0.0], [0.0, 1e200]])
    try:
        compute = elementwise(text, NAMES)
    except ExpressionError:
        return
    assert compute(X).shape == (2,)

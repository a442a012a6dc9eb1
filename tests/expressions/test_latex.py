"""Formulas in LaTeX."""

import numpy as np
import pytest

from playground.expressions import (
    computation_latex,
    evaluate,
    expression_latex,
    local_derivative_latex,
    parse,
    total_derivative,
)
from playground.expressions.latex import symbol
from playground.expressions.paths import MOST_PATHS

ROW = r"\begin{bmatrix} 1 & 2 \end{bmatrix}"


@pytest.mark.parametrize(
    ("name", "latex"),
    [
        ("x", "x"),
        ("w0", "w_{0}"),
        ("w_12", "w_{12}"),
        ("theta", r"\theta"),
        ("theta1", r"\theta_{1}"),
        ("cost", r"\mathrm{cost}"),
        ("σ", "σ"),
        ("a_b", r"\mathrm{a\_b}"),
        ("pi", r"\pi"),
    ],
)
def test_symbols(name, latex):
    assert symbol(name) == latex


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("y = x + 1", "x + 1"),
        ("y = a - (b - c)", r"a - \left(b - c\right)"),
        ("y = a - b - c", "a - b - c"),
        ("y = (a + b)*c", r"\left(a + b\right) \cdot c"),
        ("y = a*b + c", r"a \cdot b + c"),
        ("y = a/(b + c)", r"\frac{a}{b + c}"),
        ("y = (a/b)**2", r"{\left(\frac{a}{b}\right)}^{2}"),
        ("y = (-x)**2", r"{\left(-x\right)}^{2}"),
        ("y = -x**2", "-{x}^{2}"),
        ("y = a + -2", r"a + \left(-2\right)"),
        ("y = 1e-7*x", r"1 \cdot 10^{-7} \cdot x"),
        ("y = max(a, b, 0)", r"\max\left(a, b, 0\right)"),
        ("y = [1, 2]*x", r"\begin{bmatrix} 1 & 2 \end{bmatrix} \cdot x"),
        ("y = [[1, 2], [3, 4]] @ x", r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \, x"),
        ("q = a + b; y = q*q", r"q \cdot q"),
        ("c = 3; y = c*x", r"c \cdot x"),
        ("y = 2.5", "2.5"),
        ("y = 2*pi", r"2 \cdot \pi"),
        ("y = sigmoid(w0*x)", r"\sigma\left(w_{0} \cdot x\right)"),
    ],
)
def test_expressions(text, latex):
    assert expression_latex(parse(text), "y") == latex


@pytest.mark.parametrize(
    ("text", "index", "latex"),
    [
        ("y = a*b", 0, "b"),
        ("y = a*b", 1, "a"),
        ("y = exp(x)", 0, "y"),
        ("y = x**2", 0, r"2 \cdot x"),
        ("y = max(a, b, c)", 2, "[c = y]"),
        ("y = a/b", 1, r"-\frac{a}{{b}^{2}}"),
    ],
)
def test_local_derivatives(text, index, latex):
    evaluation = evaluate(parse(text), dict.fromkeys(parse(text).inputs, 2.0))
    assert local_derivative_latex(evaluation, "y", evaluation["y"].inputs[index]) == latex


def test_paths_through_every_node_or_named_ones_only():
    evaluation = evaluate(parse("q = x*x + sin(x); f = q*x"), {"x": 2.0})
    named = total_derivative(evaluation, "x")
    assert [term.nodes for term in named.terms] == [("f", "x"), ("f", "q", "x")]
    every = total_derivative(evaluation, "x", named_only=False)
    assert {term.nodes for term in every.terms} == {("f", "x"), ("f", "q", "v1", "x"), ("f", "q", "v2", "x")}
    assert named.value == pytest.approx(evaluation["x"].gradient)
    assert every.value == pytest.approx(evaluation["x"].gradient)


def test_the_output_itself_and_what_is_beside_the_way():
    evaluation = evaluate(parse("a = 2*x; b = 3*y"), {"x": 1, "y": 1})
    itself = total_derivative(evaluation, "b")
    assert (itself.count, itself.value, itself.latex) == (1, 1, r"\frac{\partial b}{\partial b} = 1")
    beside = total_derivative(evaluation, "x")
    assert (beside.count, beside.value, beside.latex) == (0, 0, r"\frac{\partial b}{\partial x} = 0")


def test_many_paths_are_counted_and_not_written_out():
    lines = [f"a{i + 1} = sin(a{i}) + cos(a{i})" for i in range(40)]
    evaluation = evaluate(parse("\n".join(lines)), {"a0": 0.1})
    total = total_derivative(evaluation, "a0", named_only=False)
    assert total.count == 2**40
    assert len(total.terms) == MOST_PATHS
    assert total.value is None
    assert total.latex.endswith(r"\cdots")
    assert total_derivative(evaluation, "a0").value == pytest.approx(evaluation["a0"].gradient)


def test_undefined_and_vector_factors_are_none():
    evaluation = evaluate(parse("y = sqrt(x); f = 2*y"), {"x": 0})
    assert total_derivative(evaluation, "x").terms[0].factors == (2, None)
    assert total_derivative(evaluation, "x").value is None
    evaluation = evaluate(parse("y = x*2; f = sum(y)"), {"x": [1, 2]})
    assert total_derivative(evaluation, "x").value is None


@pytest.mark.parametrize(
    ("name", "latex"),
    [("w1_2_3", "w_{1,2,3}"), ("a0_1", "a_{0,1}"), ("x_1", "x_{1}"), ("theta2_1", r"\theta_{2,1}")],
)
def test_several_indices(name, latex):
    assert expression_latex(parse(name), name) == latex


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("f = x**2", r"2 \cdot x"),
        ("f = x**3", r"3 \cdot {x}^{2}"),
        ("f = x**-1", r"-1 \cdot {x}^{-2}"),
        ("f = x**1", "1"),
        ("f = x**0.5", r"0.5 \cdot {x}^{-0.5}"),
        ("f = x**y", r"y \cdot {x}^{y - 1}"),
    ],
)
def test_the_derivative_of_a_power_is_worked_out(text, latex):
    evaluation = evaluate(parse(text), dict.fromkeys(parse(text).inputs, 2.0))
    assert local_derivative_latex(evaluation, "f", "x") == latex


def test_a_symbol_alone_wears_no_brackets():
    evaluation = evaluate(parse("f = a/b"), {"a": 1, "b": 2})
    assert local_derivative_latex(evaluation, "f", "b") == r"-\frac{a}{{b}^{2}}"


@pytest.mark.parametrize(
    ("text", "values", "name", "latex"),
    [
        ("q = x + y", {"x": -2, "y": 5}, "q", "-2 + 5"),
        ("f = q*z", {"q": 3, "z": -4}, "f", r"3 \cdot \left(-4\right)"),
        ("f = 1/x", {"x": 2 / 3}, "f", r"\frac{1}{0.6667}"),
        ("f = W @ x", {"W": [[1, 2]], "x": [1, -1]}, "f", f"{ROW} \\, {ROW.replace('2', '-1')}"),
        ("f = sum(x)", {"x": np.ones(17)}, "f", r"\mathrm{sum}\left(x\right)"),
    ],
)
def test_a_computation_is_the_formula_with_numbers(text, values, name, latex):
    assert computation_latex(evaluate(parse(text), values), name) == latex

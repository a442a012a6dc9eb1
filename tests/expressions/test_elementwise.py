"""Typed features: formulas of whole rows."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from playground.expressions import ExpressionError, compared, elementwise

X = np.array([[1.0, -2.0, 0.5, 3.0], [0.0, 4.0, -1.0, 2.0]])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x1", X[0]),
        ("x2", X[1]),
        ("x1**2", X[0] ** 2),
        ("x1*x2", X[0] * X[1]),
        ("sin(x1)", np.sin(X[0])),
        ("-x1 + 2*x2 - 1", -X[0] + 2 * X[1] - 1),
        ("max(x1, x2, 0)", np.maximum(np.maximum(X[0], X[1]), 0)),
        ("sqrt(x1**2 + x2**2)", np.hypot(*X)),
        ("pi", np.full(4, np.pi)),
        ("r = x1 - x2; r*r", (X[0] - X[1]) ** 2),
    ],
)
def test_rows_at_once(text, expected):
    result = elementwise(text, ["x1", "x2"])(X)
    assert result.dtype == np.float64
    assert result.shape == (4,)
    np.testing.assert_allclose(result, expected, rtol=1e-15)


def test_each_example_by_itself_gives_the_same_bits():
    compute = elementwise("exp(x1)*tanh(x2) + x1**3", ["x1", "x2"])
    together = compute(X)
    assert [compute(X[:, [i]])[0] for i in range(4)] == together.tolist()


def test_the_result_is_a_copy_and_the_data_is_not_touched():
    data = X.astype(np.float32)
    result = elementwise("x1", ["x1", "x2"])(data)
    result[0] = 99
    np.testing.assert_array_equal(data, X)
    assert result.dtype == np.float64


def test_undefined_results_are_nan_without_a_warning():
    result = elementwise("log(x1) + 1/x2", ["x1", "x2"])(X)
    assert not np.isfinite(result[:2]).any()


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("x3", 1, "x3 is not known here; the inputs are x1, x2"),
        ("x1 + sum(x2)", 6, "sum mixes examples"),
        ("x1 @ x2", 1, "@ mixes examples"),
        ("max(x1)", 1, "max mixes examples"),
        ("x1*[1, 2]", 4, "an array cannot be used"),
        ("[x1, x2]", 1, "mixes examples"),
        ("x1^2", 3, "powers"),
    ],
)
def test_refused(text, column, words):
    with pytest.raises(ExpressionError, match=r".") as caught:
        elementwise(text, ["x1", "x2"])
    assert words in caught.value.message
    assert (caught.value.line, caught.value.column) == (1, column)


def test_wrong_number_of_rows():
    with pytest.raises(ValueError, match="expected 2 rows"):
        elementwise("x1", ["x1", "x2"])(np.zeros((3, 4)))


TEXTS = st.text(alphabet="x12 .+-*/()<>=≤≥;\n#sin,y", max_size=30)


@pytest.mark.parametrize(
    ("text", "sides", "signs"),
    [
        ("x1", ("x1",), ()),
        ("x1 > x2", ("x1 ", "     x2"), (">",)),
        ("0<x1 ≤ 2", ("0", "  x1 ", "       2"), ("<", "≤")),
        ("x1 >= 1 # near", ("x1 ", "      1       "), (">=",)),
        ("a = x1*2; a > 1;", ("a = x1*2; a ", "a = x1*2;     1;"), (">",)),
        ("a = x1\na < 1", ("a = x1\na ", "a = x1\n    1"), ("<",)),
    ],
)
def test_a_formula_is_taken_apart_at_its_comparisons_each_side_at_its_place(text, sides, signs):
    comparison = compared(text)
    assert [side.rstrip() for side in comparison.sides] == [side.rstrip() for side in sides]
    assert comparison.signs == signs


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("(x1 > 0)", 1, 5, "outside all brackets"),
        ("max(x1 > 0, 1)", 1, 8, "outside all brackets"),
        ("x1 >", 1, 5, "beside >"),
        ("< x1", 1, 1, "beside <"),
        ("x1 <> x2", 1, 5, "beside >"),
        ("a = x1\nx2 ≥ ", 2, 6, "beside ≥"),
    ],
)
def test_what_cannot_be_compared_is_refused_at_its_place(text, line, column, words):
    with pytest.raises(ExpressionError) as raised:
        compared(text)
    assert (raised.value.line, raised.value.column) == (line, column)
    assert words in raised.value.reason


def test_a_chain_holds_where_all_its_comparisons_do():
    comparison = compared("0 <= x1 < x2")
    X = np.array([[-1.0, 0.0, 1.0, 2.0, np.nan], [3.0, 3.0, 1.0, 3.0, 3.0]])
    values = np.stack([elementwise(side, ("x1", "x2"))(X) for side in comparison.sides])
    assert comparison.holds(values).tolist() == [False, True, False, True, False]


@settings(derandomize=True, deadline=None, max_examples=300)
@given(TEXTS)
@example("x1 > x2 > ")
@example(";;>")
def test_any_text_is_taken_apart_or_refused_and_nothing_gets_lost(text):
    try:
        comparison = compared(text)
    except ExpressionError:
        return
    assert len(comparison.sides) == len(comparison.signs) + 1
    assert all(len(side) <= len(text) for side in comparison.sides)
    if not comparison.signs and "#" not in text:
        assert comparison.sides == (text,)

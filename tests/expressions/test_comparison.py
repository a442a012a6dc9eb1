import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from playground.expressions import ExpressionError, compared, elementwise

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

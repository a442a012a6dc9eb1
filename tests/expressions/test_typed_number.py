import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.expressions import ExpressionError, typed_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1/2", 0.5),
        ("-sqrt(2)", -math.sqrt(2)),
        ("0,5", 0.5),
        ("-0,125", -0.125),
        (",5", 0.5),
        ("1,5*2", 3.0),
        ("max(1,2)", 2.0),
        ("max(0.5, 0,25) * 2,5", 62.5),
        ("−1.5E2", -150.0),
        ("pi", math.pi),
        (" 3. ", 3.0),
    ],
)
def test_a_number_is_read_as_people_type_it(text, value):
    assert typed_number(text) == value


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("", 1, "type one number"),
        ("two", 1, "type one number"),
        ("2*x", 3, "type one number"),
        ("[1, 2]", 1, "type one number"),
        ("1,000", 1, "1000 or 1.000"),
        ("2 + 12,345", 5, "12345 or 12.345"),
        ("1,2,3", 1, "square brackets"),
        ("1/0", 1, "division by zero"),
        ("10**400", 1, "overflow"),
        ("sqrt(0,5)", 1, "1 input"),
    ],
)
def test_anything_else_is_refused_at_its_place(text, column, words):
    with pytest.raises(ExpressionError) as raised:
        typed_number(text)
    assert raised.value.column == column
    assert words in raised.value.reason


@settings(derandomize=True, deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_float_is_read_back_with_a_point_or_a_comma(number):
    text = repr(number)
    assert typed_number(text) == number
    comma = text.replace(".", ",")
    _, _, digits = text.lstrip("-0").partition(".")
    if "." in text and len(digits.partition("e")[0]) != 3:
        assert typed_number(comma) == number

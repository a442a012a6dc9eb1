import math

import pytest

from playground.messages.numbers import not_finite, significant


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0.25, 6, "0.25"),
        (-0.1234567, 4, "−0.1235"),
        (0.0, 3, "0"),
        (1e-5, 6, "1e−05"),
        (math.nan, 6, "?"),
        (math.inf, 6, "∞"),
        (-math.inf, 6, "−∞"),
        (None, 6, "–"),
    ],
)
def test_a_number_with_so_many_digits_at_most(value, digits, text):
    assert significant(value, digits) == text


def test_of_a_number_there_is_no_other_word():
    assert [not_finite(value) for value in (0.0, -1.5, 1e308)] == ["", "", ""]

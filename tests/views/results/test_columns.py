import math

import pytest

from playground.views.results.columns import number
from playground.views.results.matrix_painter import _percent


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (357412.3, "357412"),
        (-150000.0, "−150000"),
        (2.5e9, "2.50e9"),
        (0.19174, "0.1917"),
        (math.nan, "?"),
        (math.inf, "∞"),
    ],
)
def test_large_numbers_are_written_out_as_long_as_they_fit(value, text):
    assert number(value) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0.985, "98.5%"), (0.015, "1.5%"), (0.005, "0.5%"), (0.5, "50%"), (1.0, "100%"), (0.0, "0%")]
)
def test_shares_near_the_ends_have_a_decimal_as_in_the_table_of_classes(share, text):
    assert _percent(share) == text

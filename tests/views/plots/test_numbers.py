import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.views.plots.numbers import column, decades, round_up, tick

POSITIVE = st.floats(1e-300, 1e300)


@given(POSITIVE)
def test_rounding_up_is_close_and_never_below(value):
    quiet = round_up(value)
    assert value * (1 - 1e-8) <= quiet <= value * 1.51
    assert round_up(quiet) == pytest.approx(quiet)


@pytest.mark.parametrize("value", [0.0, -1.0, math.nan, math.inf])
def test_a_range_can_always_be_drawn(value):
    assert round_up(value) == 1.0


@given(POSITIVE, POSITIVE)
def test_decades_hold_both_ends_and_one_decade(a, b):
    low, high = decades(min(a, b), max(a, b))
    assert low <= math.log10(min(a, b)) + 1e-6
    assert high >= math.log10(max(a, b)) - 1e-6
    assert high - low >= 1


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_columns_have_one_width(value):
    assert len(column(value)) == 8


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [
        (-0.25, 0.25, "−0.25"),
        (0.75, 0.25, "0.75"),
        (0.0, 0.25, "0"),
        (-0.0, 0.25, "0"),
        (1.0, 0.5, "1"),
        (1002.5, 2.5, "1002.5"),
        (1000.0, 2.5, "1000"),
        (-3.0, 3.0, "−3"),
        (2e6, 1e6, "2e+06"),
        (-1e-5, 1e-5, "−1e-05"),
    ],
)
def test_labels_are_short(value, step, text):
    assert tick(value, step) == text

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.views.plots.ticks import decades, next_step, round_up

POSITIVE = st.floats(1e-300, 1e300)


@pytest.mark.parametrize(("step", "round_step"), [(1, 1), (1.01, 2), (2, 2), (3, 5), (6, 10), (0.03, 0.05), (400, 500)])
def test_steps_are_round(step, round_step):
    assert next_step(step) == pytest.approx(round_step)


@given(st.floats(1e-200, 1e200))
def test_the_next_step_is_no_smaller_and_less_than_three_times_as_large(step):
    found = next_step(step)
    assert step * (1 - 1e-6) <= found <= step * 2.5 * (1 + 1e-6)
    mantissa = found / 10.0 ** math.floor(math.log10(found) + 1e-6)
    assert mantissa == pytest.approx(min((1, 2, 5), key=lambda number: abs(number - mantissa)))


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

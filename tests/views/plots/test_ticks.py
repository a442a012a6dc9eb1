import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.views.plots.ticks import next_step


@pytest.mark.parametrize(("step", "round_step"), [(1, 1), (1.01, 2), (2, 2), (3, 5), (6, 10), (0.03, 0.05), (400, 500)])
def test_steps_are_round(step, round_step):
    assert next_step(step) == pytest.approx(round_step)


@given(st.floats(1e-200, 1e200))
def test_the_next_step_is_no_smaller_and_less_than_three_times_as_large(step):
    found = next_step(step)
    assert step * (1 - 1e-6) <= found <= step * 2.5 * (1 + 1e-6)
    mantissa = found / 10.0 ** math.floor(math.log10(found) + 1e-6)
    assert mantissa == pytest.approx(min((1, 2, 5), key=lambda number: abs(number - mantissa)))

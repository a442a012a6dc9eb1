import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from playground.files import FIELDS
from playground.views.controls.scale import LinearScale, LogScale, scale_of

NUMBERS = [path for path, field in FIELDS.items() if field.kind in ("integer", "number")]
SLIDERS = [path for path in NUMBERS if FIELDS[path].slider or FIELDS[path].maximum <= 1000]


@pytest.mark.parametrize("path", SLIDERS)
def test_stops_ascend_from_one_end_of_the_slider_to_the_other(path):
    field = FIELDS[path]
    scale = scale_of(field)
    stops = scale.stops
    low, high = field.slider or (field.minimum, field.maximum)
    assert stops[0] == low
    assert stops[-1] == high
    assert list(stops) == sorted(set(stops))
    assert 10 <= len(stops) <= 1001
    assert all(type(stop) is int for stop in stops) == (field.kind == "integer")


@pytest.mark.parametrize("path", SLIDERS)
def test_every_stop_is_nearest_to_itself(path):
    scale = scale_of(FIELDS[path])
    assert [scale.nearest(stop) for stop in scale.stops] == list(range(len(scale.stops)))


@pytest.mark.parametrize("path", NUMBERS)
def test_steps_stay_within_what_is_allowed(path):
    field = FIELDS[path]
    scale = scale_of(field)
    assert scale.step(field.maximum, 1) == field.maximum
    assert scale.step(field.minimum, -1) == field.minimum


@given(st.floats(1e-5, 700.0))
def test_a_step_on_the_logarithmic_scale_is_a_nearly_equal_ratio_and_goes_back(value):
    scale = scale_of(FIELDS["training.learning_rate"])
    up = scale.step(value, 1)
    assert value < up <= value * 1.34
    assert scale.step(up, -1) <= value * (1 + 1e-9)
    assert scale.step(scale.step(up, 1), -1) == up


@given(st.integers(-40, 25))
def test_ten_steps_are_a_decade(places):
    scale = LogScale(0.0, 1e6, 1e-5, 10.0, False)
    start = scale.step(1.0, places)
    assert scale.step(start, 10) == pytest.approx(10 * start, rel=1e-12)


@pytest.mark.parametrize(
    ("value", "count", "expected"),
    [
        (0.03, 1, 0.04),
        (0.03, -1, 0.025),
        (0.031, 1, 0.04),
        (0.031, -1, 0.03),
        (0.09, 1, 0.1),
        (0.0, 1, 1e-5),
        (0, -1, 0),
    ],
)
def test_learning_rate_steps(value, count, expected):
    assert scale_of(FIELDS["training.learning_rate"]).step(value, count) == expected


def test_the_default_learning_rate_is_a_stop():
    field = FIELDS["training.learning_rate"]
    assert field.default in scale_of(field).stops


@given(st.floats(0.0, 0.5))
def test_a_step_on_the_linear_scale_reaches_the_next_multiple(value):
    field = replace(FIELDS["data.noise"], maximum=0.5, slider=(0.0, 0.5))
    scale = scale_of(field)
    assert isinstance(scale, LinearScale)
    assert scale.distance == pytest.approx(0.01)
    up = scale.step(value, 1)
    assert up == 0.5 or value < up <= value + 0.0101
    assert round(up, 2) == up


def test_whole_numbers_step_by_one_on_any_scale():
    scale = scale_of(FIELDS["training.batch_size"])
    assert scale.step(10, 1) == 11
    assert scale.step(10, -9) == 1
    assert scale.step(10, -10) == 1


def test_infinite_bounds_have_no_stops_but_steps():
    scale = LogScale(0.0, math.inf, 0.1, 10.0, False)
    assert scale.step(8000.0, 1) == 10000.0

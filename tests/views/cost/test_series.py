import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from playground.views.cost.series import QUANTITIES, exponents, nearest, value_range
from playground.views.theme import LIGHT


@pytest.mark.parametrize("quantity", QUANTITIES.values(), ids=QUANTITIES)
def test_every_line_has_two_cues_of_its_own(make_snapshot, quantity):
    curves = make_snapshot("circles", epochs=3, **{"training.l2": 0.01}).curves
    series = quantity.series(curves, LIGHT)
    assert len(series) >= 2
    assert len({line.color for line in series}) == len(series)
    assert len({line.dash for line in series}) == min(len(series), 4)
    assert all(line.values.shape == curves.epochs.shape for line in series)


@pytest.mark.parametrize("quantity", QUANTITIES.values(), ids=QUANTITIES)
@pytest.mark.parametrize("logarithmic", [False, True])
@pytest.mark.parametrize("values", [[], [np.nan], [0.0], [-1.0], [np.inf, 3.0], [1e-9, 1e9]])
def test_there_is_always_a_range(make_snapshot, quantity, logarithmic, values):
    line = replace(quantity.series(make_snapshot("circles").curves, LIGHT)[0], values=np.array(values))
    low, high = value_range(quantity, (line,), logarithmic=logarithmic)
    assert np.isfinite([low, high]).all()
    assert low < high


def test_the_penalty_has_a_line_only_if_there_is_one(make_snapshot):
    labels = [line.label for line in QUANTITIES["cost"].series(make_snapshot("circles", epochs=2).curves, LIGHT)]
    assert labels == ["train", "test"]
    penalized = make_snapshot("circles", epochs=2, **{"training.l2": 0.01}).curves
    assert [line.label for line in QUANTITIES["cost"].series(penalized, LIGHT)] == ["train", "test", "penalty"]


def test_there_is_a_gradient_norm_for_every_layer(make_snapshot):
    snapshot = make_snapshot("circles", epochs=2)
    series = QUANTITIES["gradient"].series(snapshot.curves, LIGHT)
    assert [line.label for line in series] == [str(layer) for layer in range(1, len(snapshot.problem_info.sizes))]


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=20, unique=True), st.floats(-1e6, 2e6))
def test_the_nearest_point_is_found(epochs, epoch):
    places = np.sort(epochs)
    assert abs(places[nearest(places, epoch)] - epoch) == np.abs(places - epoch).min()


def test_what_has_no_logarithm_is_left_out():
    found = exponents(np.array([100.0, 0.0, -1.0, np.nan, np.inf]))
    np.testing.assert_array_equal(found, [2, np.nan, np.nan, np.nan, np.inf])

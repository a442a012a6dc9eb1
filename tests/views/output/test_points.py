import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from playground.views.output.subject import SHADES, evenly, output_subject, points, shades, unit_subject


def drawn(snapshot, *, test=True, limit=2000):
    return points(
        snapshot.problem_info, output_subject(snapshot.problem_info, snapshot.maps.kind), test=test, limit=limit
    )


@pytest.mark.parametrize("preset", ["circles", "three_spirals", "bumps", "sine", "heart"])
def test_all_examples_are_drawn_and_test_examples_are_hollow(make_snapshot, preset):
    snapshot = make_snapshot(preset)
    train, test = snapshot.problem_info.train_X.shape[1], snapshot.problem_info.test_X.shape[1]
    both = drawn(snapshot)
    assert both.examples == both.available == train + test
    assert both.hollow.sum() == test
    assert not both.hollow[-train:].any()
    assert drawn(snapshot, test=False).examples == train


def test_classes_have_their_color_and_their_shape(make_snapshot):
    snapshot = make_snapshot("three_spirals")
    both = drawn(snapshot, test=False)
    np.testing.assert_array_equal(both.color, snapshot.problem_info.train_labels)
    np.testing.assert_array_equal(both.shape, both.color)
    np.testing.assert_array_equal(np.stack([both.x, both.y]), snapshot.problem_info.train_X)


def test_curves_have_their_points_at_the_targets(make_snapshot):
    snapshot = make_snapshot("sine")
    both = drawn(snapshot, test=False)
    np.testing.assert_array_equal(
        np.stack([both.x, both.y]), [snapshot.problem_info.train_X[0], snapshot.problem_info.train_Y[0]]
    )


def test_a_drawn_curve_has_its_points_at_both_targets(make_snapshot):
    snapshot = make_snapshot("heart")
    both = drawn(snapshot, test=False)
    np.testing.assert_array_equal(np.stack([both.x, both.y]), snapshot.problem_info.train_Y)


def test_one_dimensional_classes_stand_at_their_targets(make_snapshot):
    problem_info = replace(make_snapshot("three_spirals").problem_info)
    found = points(problem_info, output_subject(problem_info, "line"), test=False)
    assert (found.y == 1).all()
    two = make_snapshot("circles").problem_info
    found = points(two, output_subject(two, "line"), test=False)
    np.testing.assert_array_equal(found.y, two.train_Y[0])


def test_a_units_map_keeps_the_examples_and_its_curve_does_not(make_snapshot):
    for preset in ("circles", "bumps"):
        problem_info = make_snapshot(preset).problem_info
        over_output = points(problem_info, output_subject(problem_info, "plane"), test=True)
        over_unit = points(problem_info, unit_subject(problem_info, "plane", (1, 0)), test=True)
        np.testing.assert_array_equal(over_unit.color, over_output.color)
    sine = make_snapshot("sine").problem_info
    assert points(sine, unit_subject(sine, "line", (1, 0)), test=True).x.size == 0


@pytest.mark.parametrize("limit", [0, 1, 10, 57])
def test_too_many_examples_are_sampled_from_both_parts(make_snapshot, limit):
    both = drawn(make_snapshot("circles"), limit=limit)
    assert both.examples <= limit < both.available
    assert both.examples >= limit - 2
    if limit >= 10:
        assert 0 < both.hollow.sum() < both.examples


@given(st.integers(0, 500), st.integers(0, 500))
def test_samples_are_spread_evenly(m, k):
    chosen = evenly(m, k)
    assert len(chosen) == min(m, k)
    assert len(set(chosen.tolist())) == len(chosen)
    assert not chosen.size or chosen.max() < m


def test_shades_of_values():
    assert shades(np.array([-9.0, -1.0, 1.0, 9.0]), -1, 1).tolist() == [0, 0, SHADES - 1, SHADES - 1]
    assert shades(np.array([1.0]), 1, 1).tolist() == [0]

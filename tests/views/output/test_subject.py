import numpy as np
import pytest
from msgspec.structs import replace

from playground.engine import ACTIVATIONS
from playground.training.results import Maps
from playground.views.output.subject import has_unit, limits, output_subject, unit_subject, value_scale


@pytest.mark.parametrize(
    ("preset", "kind"),
    [
        ("circles", "field"),
        ("three_spirals", "classes"),
        ("bumps", "field"),
        ("sine", "curves"),
        ("heart", "path"),
    ],
)
def test_each_kind_of_problem_has_its_drawing(make_snapshot, preset, kind):
    snapshot = make_snapshot(preset)
    subject = output_subject(snapshot.problem_info, snapshot.maps.kind)
    assert subject.kind == kind
    assert subject.is_output
    assert subject.layer == len(snapshot.problem_info.sizes) - 1


def test_one_dimensional_classification_is_drawn_as_curves_with_a_threshold(make_snapshot):
    subject = output_subject(make_snapshot("circles").problem_info, "line")
    assert (subject.kind, subject.threshold, subject.steps) == ("curves", 0.5, 2)


@pytest.mark.parametrize(("name", "activation"), ACTIVATIONS.items())
def test_units_are_drawn_on_their_activations_range(make_snapshot, name, activation):
    problem_info = make_snapshot("circles").problem_info
    problem_info = replace(problem_info, activations=(name, *problem_info.activations[1:]))
    subject = unit_subject(problem_info, "plane", (1, 0))
    if np.isfinite(activation.range).all():
        assert (subject.low, subject.high, subject.automatic) == (*activation.range, False)
    else:
        assert subject.automatic
        low, high = subject.ends(np.array([-0.3, 7.3]))
        assert low == -high
        assert high >= 7.3


def test_features_have_no_activation_and_follow_their_values(make_snapshot):
    subject = unit_subject(make_snapshot("circles").problem_info, "plane", (0, 1))
    assert subject.automatic
    assert not subject.is_output


def test_two_outputs_for_two_classes_become_one_number(make_snapshot):
    problem_info = replace(make_snapshot("circles").problem_info, sizes=(2, 4, 2), targets=(0.0, 1.0))
    subject = output_subject(problem_info, "plane")
    first = np.random.default_rng(0).random((5, 5)).astype(np.float32)
    maps = Maps("plane", np.arange(5.0), np.arange(5.0), (np.empty(0), np.empty(0), np.stack([1 - first, first])))
    np.testing.assert_allclose(subject.values(maps), first, atol=1e-6)


def test_several_numbers_over_a_plane_are_drawn_one_at_a_time(make_snapshot):
    problem_info = make_snapshot("bumps").problem_info
    both = np.concatenate([problem_info.train_Y, problem_info.train_Y * 100])
    problem_info = replace(problem_info, sizes=(*problem_info.sizes[:-1], 2), train_Y=both, test_Y=np.empty((2, 0)))
    assert output_subject(problem_info, "plane", 1).rows == (1,)
    assert output_subject(problem_info, "plane", 1).high > 50 * output_subject(problem_info, "plane", 0).high
    assert output_subject(problem_info, "plane", 9).rows == (1,)


@pytest.mark.parametrize("unit", [(9, 0), (1, 99), (-1, 0), (1, -1), None])
def test_a_unit_that_is_gone_is_noticed(make_snapshot, unit):
    snapshot = make_snapshot("circles")
    assert not has_unit(snapshot.problem_info, snapshot.maps, unit)
    assert has_unit(snapshot.problem_info, snapshot.maps, (1, 0))


@pytest.mark.parametrize(
    ("targets", "signed"),
    [([-3.0, 1.0], True), ([0.0, 0.9], True), ([0.0], True), ([1000.0, 1010.0], False), ([-7.0, -6.9], False)],
)
def test_zero_is_neutral_unless_the_targets_are_far_away(targets, signed):
    low, high, is_signed = value_scale(np.array(targets))
    assert is_signed is signed
    assert low <= min(targets)
    assert high >= max(targets)
    assert not signed or low == -high


def test_limits_of_nothing_are_usable():
    assert limits(np.empty((1, 0)), np.array([np.nan])) == (0.0, 1.0)

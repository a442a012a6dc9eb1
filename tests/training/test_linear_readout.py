import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.training.linear_readout import straight_cuts, straight_fit


def share_cut(X, labels, classes):
    return straight_cuts(X, labels, classes).share


def test_two_clouds_apart_are_cut_without_a_mistake():
    rng = np.random.default_rng(0)
    labels = np.repeat([0, 1], 50)
    X = 0.3 * rng.normal(size=(2, 100)) + np.array([[0.0], [4.0]]) * labels
    assert share_cut(X, labels, 2) == 1.0


def test_a_ring_around_a_cloud_cannot_be_cut():
    angle = np.linspace(0, 2 * np.pi, 200, endpoint=False)
    radius = np.where(np.arange(200) % 2, 1.0, 3.0)
    X = np.stack([radius * np.cos(angle), radius * np.sin(angle)])
    labels = np.arange(200) % 2
    assert share_cut(X, labels, 2) < 0.7
    # One more neuron that knows the distance, and it can.
    assert share_cut(np.concatenate([X, radius[None]]), labels, 2) == 1.0


def test_three_classes_in_a_row_are_told_apart():
    rng = np.random.default_rng(1)
    labels = np.repeat([0, 1, 2], 40)
    assert share_cut(labels + 0.1 * rng.normal(size=(1, 120)), labels, 3) == 1.0


def test_by_hand_two_points_a_class():
    X = np.array([[0.0, 1.0, 2.0, 3.0]])
    assert share_cut(X, np.array([0, 0, 1, 1]), 2) == 1.0
    assert share_cut(X, np.array([0, 1, 1, 0]), 2) == 0.5


@pytest.mark.parametrize("labels", [[0, 0, 0], [1, 1, 1]])
def test_one_class_has_nothing_to_be_cut(labels):
    assert straight_cuts(np.array([[1.0, 2.0, 3.0]]), np.array(labels), 2) is None


def test_a_class_without_points_is_left_out():
    assert share_cut(np.array([[0.0, 0.1, 2.0, 2.1]]), np.array([0, 0, 2, 2]), 3) == 1.0


def test_constant_points_have_no_cut():
    assert straight_cuts(np.ones((2, 4)), np.array([0, 1, 0, 1]), 2) is None


@given(st.integers(0, 2**16))
@settings(max_examples=30, deadline=None)
def test_cuts_do_not_care_how_the_space_is_turned_and_stretched(seed):
    rng = np.random.default_rng(seed)
    X, labels = rng.normal(size=(3, 60)), rng.integers(0, 3, 60)
    M = rng.normal(size=(3, 3)) + 3 * np.eye(3)
    assert share_cut(M @ X + 1.0, labels, 3) == pytest.approx(share_cut(X, labels, 3), abs=1.5 / 60)


@given(st.integers(0, 2**16), st.integers(1, 5), st.integers(1, 3))
@settings(max_examples=30, deadline=None)
def test_the_fit_is_that_of_least_squares(seed, n, k):
    rng = np.random.default_rng(seed)
    X, Y = rng.normal(size=(n, 40)), rng.normal(size=(k, 40))
    design = np.concatenate([X, np.ones((1, 40))]).T
    rest = Y.T - design @ np.linalg.lstsq(design, Y.T, rcond=None)[0]
    expected = 1 - (rest**2).sum() / ((Y - Y.mean(axis=1, keepdims=True)) ** 2).sum()
    assert straight_fit(X, Y) == pytest.approx(expected, abs=1e-4)


def test_a_linear_target_is_explained_and_a_constant_one_has_no_fit():
    X = np.random.default_rng(2).normal(size=(3, 30))
    assert straight_fit(X, np.array([[1.0, -2.0, 0.5]]) @ X + 4) == pytest.approx(1.0, abs=1e-5)
    assert straight_fit(X, np.full((1, 30), 2.0)) is None


@pytest.mark.parametrize("scale", [1.0, 1e-3, 1e-6])
def test_the_fit_is_that_of_least_squares_however_small_a_direction_is(scale):
    # What decides lies in the direction with hardly any variance: a ridge would leave it out.
    rng = np.random.default_rng(3)
    X = np.concatenate([rng.normal(size=(1, 200)), scale * rng.normal(size=(1, 200))])
    Y = X[1:] / scale + 0.3 * rng.normal(size=(1, 200))
    design = np.vstack([X / [[1], [scale]], np.ones(200)]).T
    rest = Y.T - design @ np.linalg.lstsq(design, Y.T)[0]
    expected = 1 - (rest**2).sum() / ((Y - Y.mean()) ** 2).sum()
    assert straight_fit(X, Y) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("scale", [1.0, 1e-6])
def test_cuts_do_not_depend_on_the_scale_of_a_direction(scale):
    rng = np.random.default_rng(4)
    labels = np.repeat([0, 1], 100)
    X = np.stack([rng.normal(size=200), scale * (4 * labels + rng.normal(size=200))])
    assert share_cut(X, labels, 2) == share_cut(X / [[1], [scale]], labels, 2) > 0.95


@pytest.mark.parametrize("classes", [2, 3, 10])
def test_the_cuts_are_where_their_scores_say(classes):
    rng = np.random.default_rng(5)
    labels = np.arange(200) % classes
    X = rng.normal(size=(4, classes))[:, labels] + 0.4 * rng.normal(size=(4, 200))
    X[2] *= 1e3
    cuts = straight_cuts(X, labels, classes)
    assert ((cuts.W @ X + cuts.b[:, None]).argmax(axis=0) == labels).mean() == cuts.share

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.training.pca import (
    APART,
    LOSS,
    PACE,
    WIDEST,
    FollowedPlane,
    evenly,
    is_constant,
    principal_axes,
)


def cloud(seed, n, m, scale=1.0):
    rng = np.random.default_rng(seed)
    return scale * (rng.normal(size=(n, n)) @ rng.normal(size=(n, m)) + rng.normal(size=(n, 1)))


def with_variances(variances, m=4000, seed=0):
    """Points whose covariance is exactly diagonal."""
    rng = np.random.default_rng(seed)
    D = rng.normal(size=(len(variances), m))
    D -= D.mean(axis=1, keepdims=True)
    white = np.linalg.solve(np.linalg.cholesky(D @ D.T / m), D)
    return np.sqrt(np.array(variances))[:, None] * white


def kept(basis, X):
    return float((basis.T @ (X - X.mean(axis=1, keepdims=True))).var(axis=1).sum())


clouds = st.tuples(st.integers(0, 2**16), st.integers(1, 12), st.integers(2, 40), st.sampled_from([1e-6, 1.0, 1e6]))


@given(clouds)
@settings(max_examples=60, deadline=None)
def test_the_axes_are_those_of_the_singular_value_decomposition(made):
    seed, n, m, scale = made
    X = cloud(seed, n, m, scale)
    axes = principal_axes(X)
    D = X - X.mean(axis=1, keepdims=True)
    singular = np.linalg.svd(D, compute_uv=False)
    expected = np.zeros(n)
    expected[: len(singular)] = singular**2 / m
    assert axes.variances == pytest.approx(expected, abs=1e-9 * axes.total)
    assert axes.components.T @ axes.components == pytest.approx(np.eye(n), abs=1e-9)
    # Along each component the data have its variance, and between two of them no covariance.
    scores = axes.components.T @ D
    assert scores @ scores.T / m == pytest.approx(np.diag(axes.variances), abs=1e-8 * axes.total)
    assert axes.total == pytest.approx(D.var(axis=1).sum())
    assert axes.total == pytest.approx(axes.variances.sum())
    assert axes.is_complete
    assert axes.fitted == m


@given(clouds)
@settings(max_examples=30, deadline=None)
def test_moving_and_turning_the_cloud_moves_and_turns_the_axes(made):
    seed, n, m, _scale = made
    X = cloud(seed, n, m)
    Q = np.linalg.qr(np.random.default_rng(seed + 1).normal(size=(n, n)))[0]
    axes, turned = principal_axes(X), principal_axes(Q @ X + 3.0)
    assert turned.variances == pytest.approx(axes.variances, abs=1e-8 * axes.total)
    assert turned.mean == pytest.approx(Q @ axes.mean + 3.0)


def test_more_dimensions_than_points_are_decomposed_through_the_gram_matrix():
    X = cloud(3, 200, 60)
    axes = principal_axes(X)
    D = X - X.mean(axis=1, keepdims=True)
    U, singular, _ = np.linalg.svd(D, full_matrices=False)
    assert axes.fitted == 60
    assert not axes.is_complete
    assert axes.variances == pytest.approx(singular**2 / 60, abs=1e-9 * axes.total)
    assert axes.components.T @ axes.components == pytest.approx(np.eye(60), abs=1e-9)
    assert np.abs((U[:, :10] * axes.components[:, :10]).sum(axis=0)) == pytest.approx(np.ones(10))


def test_many_wide_points_are_thinned():
    X = cloud(4, WIDEST + 1, 1000)
    axes = principal_axes(X)
    assert axes.fitted == WIDEST
    assert axes.mean == pytest.approx(X.mean(axis=1, keepdims=True))
    assert principal_axes(X, widest=WIDEST + 1).fitted == 1000


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e200])
def test_what_is_not_finite_has_no_axes(value):
    X = cloud(0, 3, 10)
    X[1, 4] = value
    assert principal_axes(X) is None


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_constant_is_told_from_nearly_constant(dtype):
    X = np.full((4, 30), 0.7, dtype)
    assert is_constant(principal_axes(X), X)
    assert is_constant(principal_axes(0 * X), 0 * X)
    X[0, 0] += np.finfo(dtype).eps * 1000
    assert not is_constant(principal_axes(X), X)


def test_a_single_point_is_constant():
    X = np.array([[1.0], [2.0]])
    assert is_constant(principal_axes(X), X)


@given(st.integers(0, 50), st.integers(0, 50))
def test_evenly_spread_indices_are_distinct_and_as_many_as_asked(m, k):
    chosen = evenly(m, k)
    assert len(chosen) == min(m, k)
    assert (np.diff(chosen) > 0).all()
    assert not len(chosen) or (chosen[0] == 0 and chosen[-1] < m)


# The plane that follows.


def follow(plane, X):
    return plane.follow(principal_axes(X), X)


@given(st.integers(0, 2**16), st.integers(1, 8))
@settings(max_examples=40, deadline=None)
def test_the_first_frame_is_the_plane_of_the_first_two_components(seed, n):
    X = cloud(seed, n, 50)
    assert (follow(FollowedPlane(), X) == principal_axes(X).components[:, :2]).all()


@given(st.integers(0, 2**16), st.integers(2, 8))
@settings(max_examples=60, deadline=None)
def test_a_small_change_never_turns_the_picture_far(seed, n):
    rng = np.random.default_rng(seed)
    X, plane = cloud(seed, n, 60), FollowedPlane()
    last = follow(plane, X)
    for _ in range(20):
        X = X + 1e-4 * np.abs(X).max() * rng.normal(size=X.shape)
        basis = follow(plane, X)
        assert basis.T @ basis == pytest.approx(np.eye(2), abs=1e-9)
        # A direction that is not its own goes PACE of a right angle at most; one that is cannot be moved far.
        assert np.linalg.norm(basis - last, axis=0).max() < 2 * np.sin(PACE * np.pi / 4) + 0.12
        last = basis


@pytest.mark.parametrize("flip", [(-1, 1), (1, -1), (-1, -1)])
def test_signs_stay_whatever_the_decomposition_says(flip):
    X, plane = with_variances([4.0, 2.0, 1.0]), FollowedPlane()
    plane.follow(principal_axes(X), X)
    plane._basis = plane._basis * np.array(flip)
    assert follow(plane, X) == pytest.approx(principal_axes(X).components[:, :2] * np.array(flip), abs=1e-9)


def test_where_variances_are_apart_it_is_exact_at_once():
    rng = np.random.default_rng(5)
    plane = FollowedPlane()
    follow(plane, with_variances([9.0, 4.0, 1.0, 0.5]))
    Q = np.linalg.qr(rng.normal(size=(4, 4)))[0]
    X = Q @ with_variances([9.0, 4.0, 1.0, 0.5])
    basis = follow(plane, X)
    exact = principal_axes(X).components[:, :2]
    assert np.abs((basis * exact).sum(axis=0)) == pytest.approx(np.ones(2))


def test_when_the_first_two_change_places_the_picture_turns_by_degrees():
    plane, turns = FollowedPlane(), []
    X = with_variances([2.0, 1.0, 0.1])
    last = follow(plane, X)
    for share in np.linspace(0, 1, 60):
        X = with_variances([2.0 - share, 1.0 + share, 0.1])
        basis = follow(plane, X)
        turns.append(np.degrees(np.arccos(np.clip((basis * last).sum(axis=0).min(), -1, 1))))
        last = basis
    for _ in range(40):
        last = follow(plane, X)
    assert max(turns) < 30
    assert np.abs(last[:, 0]) == pytest.approx([0, 1, 0], abs=1e-3)


def test_when_the_second_and_the_third_change_places_the_plane_glides_and_keeps_nearly_all_it_could():
    plane, turns = FollowedPlane(), []
    X = with_variances([5.0, 2.0, 1.0])
    last = follow(plane, X)
    for share in np.linspace(0, 1, 80):
        X = with_variances([5.0, 2.0 - share, 1.0 + share])
        axes = principal_axes(X)
        basis = plane.follow(axes, X)
        best = float(axes.variances[:2].sum())
        assert kept(basis, X) >= (1 - LOSS) * best - 1e-9
        if 1 - axes.variances[2] / axes.variances[1] >= APART:
            assert kept(basis, X) == pytest.approx(best)
        turns.append(np.degrees(np.arccos(np.clip((basis * last).sum(axis=0).min(), -1, 1))))
        last = basis
    assert max(turns) < 35
    assert np.abs(last[:, 1]) == pytest.approx([0, 0, 1], abs=1e-3)


def test_one_dimension_keeps_its_sign():
    X, plane = with_variances([1.0]), FollowedPlane()
    assert follow(plane, X).shape == (1, 1)
    plane._basis = -plane._basis
    assert follow(plane, X)[0, 0] == -1

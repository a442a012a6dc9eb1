import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.data import DataError, Scaling, split, split_points

fractions = st.floats(0, 1, exclude_min=True)
seeds = st.integers(0, 2**32 - 1)


@given(m=st.integers(1, 300), fraction=fractions, seed=seeds)
@settings(deadline=None)
def test_every_example_is_on_one_side(m, fraction, seed):
    train, test = split(m, fraction, np.random.default_rng(seed))
    assert sorted([*train, *test]) == list(range(m))
    assert len(train) >= 1
    assert (len(test) == 0) == (fraction == 1 or m == 1)
    assert abs(len(train) - m * fraction) <= 1


@given(m=st.integers(2, 300), small=fractions, large=fractions, seed=seeds)
@settings(deadline=None)
def test_a_larger_fraction_only_adds(m, small, large, seed):
    small, large = sorted((small, large))
    fewer, _ = split(m, small, np.random.default_rng(seed))
    more, _ = split(m, large, np.random.default_rng(seed))
    assert set(fewer) <= set(more)


def test_it_is_seeded_and_random():
    first, again, other = (split(100, 0.5, np.random.default_rng(seed))[0].tolist() for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert first != list(range(50))


@pytest.mark.parametrize("fraction", [0.0, -0.5, 1.5, float("nan")])
def test_a_fraction_out_of_bounds_is_refused(fraction):
    with pytest.raises(DataError, match=r"data\.train_fraction"):
        split(10, fraction, np.random.default_rng(0))


def test_nothing_cannot_be_split():
    with pytest.raises(DataError, match="0 examples"):
        split(0, 0.5, np.random.default_rng(0))


places = st.lists(
    st.tuples(st.floats(-9, 9), st.floats(-9, 9)).map(lambda point: (point[0] + 0.0, point[1] + 0.0)),
    min_size=1,
    max_size=60,
    unique=True,
)


def sides(points, fraction, seed):
    """The training points and the test points, as places."""
    train, test = split_points(np.array(points).T, fraction, seed)
    assert sorted([*train, *test]) == list(range(len(points)))
    assert list(train) == sorted(train)
    return {points[i] for i in train}, {points[i] for i in test}


@given(points=places, fraction=fractions, seed=seeds)
@settings(deadline=None)
def test_every_point_is_on_one_side(points, fraction, seed):
    train, test = sides(points, fraction, seed)
    assert train
    assert bool(test) == (fraction < 1 and len(points) > 1)


@given(points=places, more=places, fraction=fractions, seed=seeds)
@settings(deadline=None)
def test_a_point_that_comes_or_goes_moves_no_other(points, more, fraction, seed):
    added = list(dict.fromkeys(points + more))
    train, test = sides(points, fraction, seed)
    more_train, more_test = sides(added, fraction, seed)
    # Only the one point that keeps a side from being empty may go over when another can take its place.
    moved = (train & more_test) | (test & more_train)
    assert len(moved) <= (len(train) == 1) + (len(test) == 1)


@given(points=places, small=fractions, large=fractions, seed=seeds)
@settings(deadline=None)
def test_a_larger_fraction_only_adds_points(points, small, large, seed):
    small, large = sorted((small, large))
    assert sides(points, small, seed)[0] <= sides(points, large, seed)[0]


def test_points_are_divided_as_asked_for_and_by_seed():
    points = [tuple(point) for point in np.random.default_rng(0).uniform(-6, 6, (4000, 2)).round(2).tolist()]
    points = list(dict.fromkeys(points))
    one, other = (sides(points, 0.7, seed)[0] for seed in (0, 1))
    assert len(one) == pytest.approx(0.7 * len(points), rel=0.03)
    assert len(one & other) == pytest.approx(0.49 * len(points), rel=0.05)
    assert sides(points, 0.7, 0)[0] == one


def test_the_same_place_is_on_the_same_side():
    train, _ = split_points(np.array([[0.0, -0.0, 1.0, 2.0, 3.0], [5.0, 5.0, 1.0, 2.0, 3.0]]), 0.5, 3)
    assert (0 in train) == (1 in train)
    with pytest.raises(DataError, match="0 examples"):
        split_points(np.empty((2, 0)), 0.5, 0)
    with pytest.raises(DataError, match="train_fraction"):
        split_points(np.zeros((2, 3)), 0.0, 0)


@pytest.mark.parametrize("unit", [1, 1e-200, 1e200, 1e307])
@pytest.mark.parametrize("offset", [0, 5, -300])
def test_mean_0_and_spread_1_and_back(unit, offset):
    V = (np.random.default_rng(0).normal(size=(3, 50)) / 100 + offset / 100) * unit
    scaling = Scaling.of(V)
    scaled = scaling.applied(V)
    assert np.allclose(scaled.mean(axis=1), 0, atol=1e-9)
    assert np.allclose(scaled.std(axis=1), 1)
    assert np.allclose(scaling.undone(scaled), V, rtol=1e-12)


@pytest.mark.parametrize("value", [0.0, 7.1, -1e308, 1e-320])
def test_a_row_that_is_always_the_same_becomes_zero(value):
    V = np.full((1, 9), value)
    scaling = Scaling.of(V)
    assert not scaling.applied(V).any()
    assert (scaling.undone(np.zeros((1, 9))) == value).all()


def test_one_that_changes_nothing_returns_the_same_array():
    V = np.ones((2, 3))
    unused = Scaling.unused(2)
    assert not unused.is_used
    assert unused.applied(V) is V
    assert unused.undone(V) is V
    assert (Scaling.unused(2, 10.0).applied(V) == 0.1).all()

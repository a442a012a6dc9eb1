import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.data import DataError, split

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

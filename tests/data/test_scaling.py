import numpy as np
import pytest

from playground.data import Scaling


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

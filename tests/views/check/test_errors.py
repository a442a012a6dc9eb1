import numpy as np
import pytest

from playground.engine import ParameterCheck, check_gradients
from playground.engine.network import Network
from playground.views.check.difference_map import LOWEST, exponents


@pytest.mark.parametrize("mistake", [None, "wrong_sign", "missing_activation_derivative"])
def test_entry_by_entry_as_the_engine_judges(mistake):
    rng = np.random.default_rng(0)
    network = Network((3, 4, 2), ("relu", "softmax"), "cross_entropy", seed=1)
    X, Y = rng.standard_normal((3, 5)), np.eye(2)[:, rng.integers(0, 2, 5)]
    check = check_gradients(network, X, Y, 1e-5, mistake=mistake)
    for array in check.parameters:
        off = ~array.at_kink
        assert array.difference.mean() == pytest.approx(array.mean_absolute_difference)
        assert array.relative_error[off].max() == pytest.approx(array.max_relative_error)
        assert array.differs.any() != array.passed


def test_kinks_never_differ_and_what_is_not_finite_does():
    analytic = np.array([[1.0, np.nan, 2.0]])
    check = ParameterCheck(
        "W1", analytic, np.zeros((1, 3)), np.array([[True, False, False]]), np.zeros((1, 3), bool), 1.0, 1.0, False
    )
    assert check.differs.tolist() == [[False, True, True]]


def test_exponents():
    assert exponents(np.array([0.0, 1e-30, 1e-5, 1.0])).tolist() == [LOWEST, LOWEST, -5.0, 0.0]

import numpy as np

from playground.views.check.curve import DEEPEST, exponent_range

EPSILONS = 10.0 ** -(np.arange(2, 25) / 2)
CURVES = [[(e, floor + 1e-2 * e * e + 1e-17 / e) for e in EPSILONS] for floor in (0.0, 0.1)]


def test_the_range_keeps_what_a_right_gradient_reaches_in_sight():
    for curve in (*CURVES, [(e, 1e-17 / e) for e in EPSILONS], ()):
        low, high = exponent_range(curve)
        assert low < DEEPEST
        assert all(low < np.log10(error) < high for _, error in curve)
    assert exponent_range([(0.1, float("nan"))])[0] < DEEPEST

import numpy as np
import pytest

from playground.training.error_curve import guides, read_curve

EPSILONS = 10.0 ** -(np.arange(2, 25) / 2)
V = tuple((e, 1e-2 * e * e + 1e-17 / e) for e in EPSILONS)
PLATEAU = tuple((e, 0.1 + 1e-2 * e * e + 1e-17 / e) for e in EPSILONS)
QUADRATIC = tuple((e, 1e-17 / e) for e in EPSILONS)


@pytest.mark.parametrize(
    ("epsilon", "reading"),
    [(1e-1, "truncation"), (1e-3, "truncation"), (1e-5, "bottom"), (1e-7, "rounding"), (1e-12, "rounding")],
)
def test_branches_of_a_v(epsilon, reading):
    assert read_curve(V, epsilon) == reading


def test_a_wrong_derivative_is_a_plateau():
    assert {read_curve(PLATEAU, epsilon) for epsilon in EPSILONS} == {"plateau"}


def test_a_quadratic_cost_has_no_truncation():
    assert read_curve(QUADRATIC, 1e-1) == "bottom"
    assert read_curve(QUADRATIC, 1e-6) == "rounding"
    truncation, rounding = guides(QUADRATIC)
    assert truncation is None
    assert rounding is not None


def test_a_curve_that_has_just_begun_says_nothing():
    assert read_curve(V[:3], 1e-1) is None
    assert guides(V[:3]) == (None, None)


def test_errors_of_zero_and_infinity_are_no_plateau():
    assert read_curve([(e, 0.0) for e in EPSILONS], 1e-5) != "plateau"
    assert read_curve([(e, float("inf") if e > 1e-3 else 1e-17 / e) for e in EPSILONS], 1e-9) == "rounding"


@pytest.mark.parametrize(("index", "slope", "constant"), [(0, 2, 1e-2), (1, -1, 1e-17)])
def test_guides_have_the_slopes_of_theory(index, slope, constant):
    x, y = guides(V)[index]
    assert (y[1] - y[0]) / (x[1] - x[0]) == pytest.approx(slope)
    assert y[0] - slope * x[0] == pytest.approx(np.log10(constant), abs=0.05)

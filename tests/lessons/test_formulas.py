import numpy as np
import pytest

from playground.lessons.errors import LessonError
from playground.lessons.names import formula_names, names_of
from playground.training.formula import Formula


@pytest.fixture
def names(session):
    return names_of(session, 0)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def test_the_names_are_the_numbers_of_a_pass_by_hand(names):
    W1, b1 = np.array([[0.6, -0.3], [0.2, 0.4]]), np.array([0.0, -0.1])
    a1 = sigmoid(W1 @ [1, 2] + b1)
    a2 = sigmoid(np.array([0.6, -0.5]) @ a1 + 0.2)
    delta = (a2 - 1) * a2 * (1 - a2)
    dW = delta * 0.6 * a1[0] * (1 - a1[0]) * 1
    assert names.value("A[1][1]") == pytest.approx(a1[0], abs=1e-15)
    assert names.value("A[2]") == pytest.approx(a2, abs=1e-15)
    assert names.value("cost") == pytest.approx((a2 - 1) ** 2 / 2, abs=1e-15)
    assert names.value("dZ[2]") == pytest.approx(delta, abs=1e-15)
    assert names.value("dW[1][1,1]") == pytest.approx(dW, abs=1e-15)
    assert names.value("A[0][1] * W[2][1,1] * dZ[2] * A[1][1]*(1 - A[1][1])") == pytest.approx(dW, abs=1e-15)
    assert names.value("W_new[1][1,1]") == pytest.approx(0.6 - 0.5 * dW, abs=1e-15)
    assert [names.value(f"n[{layer}]") for layer in (0, 1, 2)] == [2, 2, 1]
    assert names.value("when_dZ[2] - when_C[2]") > 0
    assert [names.value(name) for name in ("m", "eta", "L", "neurons", "parameters")] == [1, 0.5, 2, 2, 9]


def test_the_chain_rule_has_values_and_gradients():
    names = formula_names(Formula("q = x + y; f = q*z", (("x", "-2"), ("y", "5"), ("z", "-4"))))
    assert [names.value(name) for name in ("f", "q", "dq", "dz", "dx", "dy")] == [-12, 3, -4, 3, -4, -4]


def test_a_component_of_a_vector_of_the_chain_rule():
    names = formula_names(Formula("f = sum(u*u)", (("u", "[1, 2, 3]"),)))
    assert names.value("du[3]") == 6


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("W[3][1,1]", r"there is no W\[3\]; expected a layer from 1 to 2"),
        ("W[1][3,1]", r"W\[1\] has 2 rows and 2 columns, and no place \[3,1\]"),
        ("W[1][1]", r"no place \[1\]; write \[row,column\]"),
        ("W[1]", "it gives 4 numbers"),
        ("Q[1][1,1]", r"there is no Q\[1\] here; did you mean "),
        ("etta", r"there is no etta here; did you mean .eta.\? Known: "),
        ("1/0", "no finite number"),
        ("log(0 - 1)", "no finite number"),
        ("__import__", "there is no __import__"),
        ("open(1)", "not a known function"),
        ("", "nothing is typed"),
        ("(" * 60 + "1" + ")" * 60, "brackets"),
    ],
)
def test_a_formula_that_cannot_be_computed_says_why(names, formula, told):
    with pytest.raises(LessonError, match=told):
        names.value(formula)


@pytest.mark.parametrize(
    ("condition", "holds"), [(">= 1", True), ("> 1", False), ("<= 1", True), ("< 1", False), ("== 1", True)]
)
def test_a_condition(names, condition, holds):
    assert names.holds("m", condition) is holds


def test_a_condition_that_is_none(names):
    with pytest.raises(LessonError, match="a condition was expected"):
        names.holds("m", "about 1")

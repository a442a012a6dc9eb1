import numpy as np
import pytest
from msgspec.structs import replace

from playground.data import FEATURES
from playground.views.network.names import (
    feature_label,
    input_column,
    input_number,
    is_standardized,
    standardization,
)


@pytest.mark.parametrize(("name", "number"), [("x1", 1), ("x784", 784), ("x0", 0), ("x1**2", 0), ("y", 0), ("x01", 0)])
def test_plain_inputs_have_a_number(name, number):
    assert input_number(name) == number


def test_an_input_is_called_after_its_column():
    names = ("height", "x2")
    assert input_column("x1", names) == "height"
    assert input_column("x2", names) == ""
    assert input_column("x3", names) == ""
    assert feature_label("x1", names) == "height"
    assert feature_label("x2", names) == "x₂"
    assert feature_label("x13") == "x₁₃"
    assert feature_label("exp(x1)") == "exp(x1)"


@pytest.mark.parametrize("name", FEATURES)
def test_the_table_says_how_its_features_are_read(name):
    assert feature_label(name) == FEATURES[name].label


def test_what_is_not_standardized_says_nothing(make_snapshot):
    problem_info = make_snapshot("spirals").problem_info
    assert not is_standardized(problem_info)
    assert standardization(problem_info, 0) == ""


@pytest.mark.parametrize(
    ("mean", "scale", "text"),
    [
        (0.3096, 1.2351, "(x₁ − 0.31) / 1.24"),
        (-2.0, 1.0, "(x₁ + 2)"),
        (0.0, 4.0, "x₁ / 4"),
        (0.0, 1.0, ""),
    ],
)
def test_the_standardization_of_a_feature_is_a_formula(make_snapshot, mean, scale, text):
    problem_info = make_snapshot("circles").problem_info
    shifted = replace(problem_info, input_mean=np.array([[mean], [1.0]]), input_scale=np.array([[scale], [1.0]]))
    assert is_standardized(shifted)
    assert standardization(shifted, 0) == text

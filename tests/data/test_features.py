import numpy as np
import pytest

from playground.data import FEATURES, DataError, FeatureMap

X = np.array([[-2.0, 0.5, 3.0], [1.0, -4.0, 0.25]])

EXPECTED = {
    "x1": X[0],
    "x2": X[1],
    "x1**2": X[0] ** 2,
    "x2**2": X[1] ** 2,
    "x1*x2": X[0] * X[1],
    "sin(x1)": np.sin(X[0]),
    "sin(x2)": np.sin(X[1]),
    "cos(x1)": np.cos(X[0]),
    "cos(x2)": np.cos(X[1]),
    "sqrt(x1**2 + x2**2)": np.sqrt(X[0] ** 2 + X[1] ** 2),
}


def test_the_suggestions_are_those_of_the_experiment_format():
    assert tuple(FEATURES) == tuple(EXPECTED)


@pytest.mark.parametrize("name", tuple(FEATURES))
def test_a_suggestion_computes_what_its_name_says(name):
    feature = FEATURES[name]
    assert feature.name == name
    assert feature.label
    assert feature.formula
    assert feature.description.endswith(".")
    np.testing.assert_array_equal(FeatureMap([name], 2).transform(X)[0], EXPECTED[name])
    if feature.inputs == 2:
        with pytest.raises(DataError, match="x2"):
            FeatureMap([name], 1)
    else:
        FeatureMap([name], 1)


def test_features_are_rows_in_the_order_given():
    features = FeatureMap(["sin(x1)", "x2", "-x1/2 + 1"], 2)
    F = features.transform(X)
    assert features.formulas == ("sin(x1)", "x2", "-x1/2 + 1")
    assert features.n_features == 3
    assert features.n_inputs == 2
    assert F.shape == (3, 3)
    assert F.dtype == np.float64
    np.testing.assert_allclose(F, [np.sin(X[0]), X[1], -X[0] / 2 + 1])


def test_a_constant_is_a_feature_too():
    assert FeatureMap(["2"], 2).transform(X).tolist() == [[2, 2, 2]]


def test_transform_leaves_the_inputs_alone():
    before = X.copy()
    FeatureMap(["x1", "x1**2"], 2).transform(X)[:] = 0
    assert np.array_equal(X, before)


def test_values_where_there_are_none_are_refused_for_examples_and_given_for_maps():
    features = FeatureMap(["x1", "log(x1)"], 2)
    with pytest.raises(
        DataError, match=r"features\[1\] 'log\(x1\)': no finite value for example 1 \(x1 = -2, x2 = 1\)"
    ):
        features.transform(X)
    values = features.values(X)
    assert not np.isfinite(values[1, 0])
    assert np.isfinite(values[1, 1:]).all()
    assert np.isposinf(FeatureMap(["1/x1**2"], 1).values(np.zeros((1, 1)))).all()


@pytest.mark.parametrize("formula", ["x3", "x0", "y", "x1 +", "", "x1 @ x2", "sum(x1)", "__import__('os')", "x1; x2"])
def test_a_formula_that_is_no_feature_is_named(formula):
    with pytest.raises(DataError) as caught:
        FeatureMap(["x1", "x2", formula], 2)
    message = str(caught.value)
    assert message.startswith(f"features[2] {formula!r}, column ")
    assert "\n" not in message


def test_an_unknown_variable_is_named():
    with pytest.raises(DataError, match="x3"):
        FeatureMap(["x3"], 2)


@pytest.mark.parametrize(
    ("formulas", "message"),
    [
        ([], "0 formulas"),
        (["x1"] * 2, r"features\[1\] 'x1': appears twice"),
        ([f"x1+{i}" for i in range(4097)], "4097 formulas, expected 1 to 4096"),
    ],
)
def test_too_few_too_many_and_repeated_formulas_are_refused(formulas, message):
    with pytest.raises(DataError, match=message):
        FeatureMap(formulas, 2)


@pytest.mark.parametrize("wrong", [np.zeros((3, 5)), np.zeros(2)])
def test_inputs_of_another_shape_are_refused(wrong):
    with pytest.raises(DataError, match=r"expected \(2, m\)"):
        FeatureMap(["x1"], 2).transform(wrong)

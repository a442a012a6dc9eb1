"""Measures of predictions: closed forms, examples worked by hand, and what must hold for any data."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from playground.training.metrics import (
    accuracy,
    confusion_matrix,
    mean_absolute_error,
    most_frequent_mistake,
    precision,
    r_squared,
    recall,
    root_mean_squared_error,
    row_shares,
)

TRUE = np.array([0, 0, 0, 1, 1, 2, 2, 2, 2])
PREDICTED = np.array([0, 1, 0, 1, 1, 0, 0, 2, 1])
BY_HAND = np.array([[2, 1, 0], [0, 2, 0], [2, 1, 1]])

values = arrays.arrays(
    np.float64, st.integers(2, 40), elements=st.integers(-(10**9), 10**9).map(lambda thousandths: thousandths / 1000)
)


@st.composite
def labelled(draw):
    n_classes = draw(st.integers(2, 20))
    m = draw(st.integers(0, 60))
    labels = arrays.arrays(np.intp, m, elements=st.integers(0, n_classes - 1))
    return draw(labels), draw(labels), n_classes


def test_a_matrix_counted_by_hand():
    np.testing.assert_array_equal(confusion_matrix(TRUE, PREDICTED, 3), BY_HAND)


def test_its_measures_by_hand():
    np.testing.assert_allclose(recall(BY_HAND), [2 / 3, 1, 1 / 4])
    np.testing.assert_allclose(precision(BY_HAND), [1 / 2, 1 / 2, 1])
    assert accuracy(BY_HAND) == pytest.approx(5 / 9)
    assert most_frequent_mistake(BY_HAND) == (2, 0, 2)
    np.testing.assert_allclose(row_shares(BY_HAND)[2], [1 / 2, 1 / 4, 1 / 4])


def test_a_class_without_examples_has_no_recall_and_one_never_predicted_no_precision():
    confusion = np.array([[3, 0], [0, 0]])
    np.testing.assert_array_equal(recall(confusion), [1, np.nan])
    np.testing.assert_array_equal(precision(confusion), [1, np.nan])
    np.testing.assert_array_equal(row_shares(confusion), [[1, 0], [0, 0]])


def test_nothing_at_all():
    confusion = confusion_matrix(TRUE[:0], PREDICTED[:0], 4)
    assert confusion.shape == (4, 4)
    assert accuracy(confusion) is None
    assert most_frequent_mistake(confusion) is None
    assert most_frequent_mistake(confusion[:0, :0]) is None
    assert np.isnan(mean_absolute_error(np.empty(0)))
    assert np.isnan(root_mean_squared_error(np.empty(0)))
    assert r_squared(np.empty(0), np.empty(0)) is None


def test_of_equal_mistakes_the_first_is_named():
    assert most_frequent_mistake(np.array([[5, 1, 2], [2, 5, 0], [0, 0, 5]])) == (0, 2, 2)
    assert most_frequent_mistake(np.diag([3, 4])) is None


@given(labelled())
def test_every_example_is_counted_once(drawn):
    true, predicted, n_classes = drawn
    confusion = confusion_matrix(true, predicted, n_classes)
    np.testing.assert_array_equal(confusion.sum(axis=1), np.bincount(true, minlength=n_classes))
    np.testing.assert_array_equal(confusion.sum(axis=0), np.bincount(predicted, minlength=n_classes))
    assert confusion.trace() == (true == predicted).sum()
    if true.size:
        assert accuracy(confusion) * true.size == pytest.approx(confusion.trace())


@given(labelled())
def test_accuracy_is_the_mean_of_recall_weighted_by_examples(drawn):
    confusion = confusion_matrix(*drawn)
    support = confusion.sum(axis=1)
    if support.sum():
        assert np.nansum(recall(confusion) * support) / support.sum() == pytest.approx(accuracy(confusion))


@given(labelled())
def test_the_shares_of_a_class_add_up_to_one(drawn):
    confusion = confusion_matrix(*drawn)
    np.testing.assert_allclose(row_shares(confusion).sum(axis=1), confusion.sum(axis=1) > 0)


def test_r_squared_by_hand():
    # residuals 1, 0, −1 against deviations −1, 0, 1: 1 − 2/2
    assert r_squared(np.array([1.0, 2, 3]), np.array([0.0, 2, 4])) == pytest.approx(0)
    assert r_squared(np.array([0.0, 2, 4]), np.array([1.0, 2, 3])) == pytest.approx(1 - 2 / 8)
    assert r_squared(np.array([0.0, 1]), np.array([3.0, 3])) == pytest.approx(1 - (9 + 4) / 0.5)


@given(values)
def test_r_squared_is_one_for_perfect_predictions_and_zero_for_the_mean(true):
    if true.min() == true.max():
        assert r_squared(true, true) is None
    elif np.ptp(true) > 1e-3:
        assert r_squared(true, true.copy()) == 1
        assert r_squared(true, np.full_like(true, true.mean())) == pytest.approx(0, abs=1e-6)


def test_r_squared_of_a_constant_is_not_defined():
    assert r_squared(np.full(5, 3.0), np.arange(5.0)) is None
    assert r_squared(np.full(5, 0.1), np.full(5, 0.1)) is None


def test_errors_by_hand():
    residuals = np.array([3.0, -4, 0, 0])
    assert mean_absolute_error(residuals) == 7 / 4
    assert root_mean_squared_error(residuals) == 5 / 2


@given(values)
def test_no_mean_error_exceeds_the_root_of_the_mean_square(residuals):
    assert mean_absolute_error(residuals) <= root_mean_squared_error(residuals) * (1 + 1e-9)
    assert root_mean_squared_error(residuals) <= np.abs(residuals).max() * (1 + 1e-9)

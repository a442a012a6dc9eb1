"""Which examples are listed, and in what order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from playground.files import read_preset
from playground.training import TrainingSession
from playground.training.queries.results import AskResults, Filter, Rows, arranged

CLASSES = ("0", "1", "2", "3")


def rows_of(preset: str) -> Rows:
    session = TrainingSession(read_preset(preset))
    session.observer.queries.ask({AskResults()})
    return session.snapshot().answers[AskResults()].rows


@pytest.fixture(scope="module")
def rows() -> Rows:
    return rows_of("blobs")


def test_filters(rows):
    assert Filter().mask(rows, CLASSES).all()
    np.testing.assert_array_equal(Filter(part="test").mask(rows, CLASSES), rows.is_test)
    np.testing.assert_array_equal(Filter(part="train").mask(rows, CLASSES), ~rows.is_test)
    np.testing.assert_array_equal(Filter(wrong=True).mask(rows, CLASSES), ~rows.correct)
    cell = Filter(cell=(1, 2)).mask(rows, CLASSES)
    np.testing.assert_array_equal(cell, (rows.true == 1) & (rows.predicted == 2))
    both = Filter(part="test", wrong=True).mask(rows, CLASSES)
    np.testing.assert_array_equal(both, rows.is_test & ~rows.correct)


def test_the_search_finds_true_and_predicted_names(rows):
    np.testing.assert_array_equal(Filter(text=" 2 ").mask(rows, CLASSES), (rows.true == 2) | (rows.predicted == 2))
    assert not Filter(text="nothing").mask(rows, CLASSES).any()


def test_regression_has_nothing_to_be_wrong_about():
    rows = rows_of("sine")
    assert Filter(wrong=True, text="a", cell=(0, 1)).mask(rows, ()).all()


@given(
    arrays.arrays(np.float64, st.integers(0, 30), elements=st.floats(-3, 3) | st.just(np.nan)),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_arranged_rows_are_those_that_pass_in_order(values, descending, random):
    mask = np.array([random.random() < 0.7 for _ in values], bool)
    order = arranged(mask, values, descending=descending)
    assert sorted(order) == list(np.flatnonzero(mask))
    there = values[order][~np.isnan(values[order])]
    assert (np.diff(-there if descending else there) >= 0).all()
    assert not np.isnan(values[order][: there.size]).any()

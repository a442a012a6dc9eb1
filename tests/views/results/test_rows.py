"""Which examples are listed, and in what order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from playground.training.questions.predictions import Predictions
from playground.views.results.columns import columns_of
from playground.views.results.rows import Filter, arranged, rows_of


@pytest.fixture
def rows(make_answer):
    snapshot = make_answer("blobs", epochs=0)
    return rows_of(snapshot.scene, snapshot.answers[Predictions()])


def test_training_examples_come_first(rows):
    assert not rows.is_test[:200].any()
    assert rows.is_test[200:].all()
    assert rows.key(0) == (False, 0)
    assert rows.key(200) == (True, 0)
    assert all(rows.find(rows.key(row)) == row for row in (0, 7, 199, 200, 399))
    assert rows.find((True, 1000)) is None


def test_a_row_has_its_inputs_and_its_class(rows):
    scene = rows.scene
    assert rows.input_at(3, 1) == scene.train_X[1, 3]
    assert rows.input_at(205, 0) == scene.test_X[0, 5]
    np.testing.assert_array_equal(rows.inputs(0), np.concatenate([scene.train_X[0], scene.test_X[0]]))
    np.testing.assert_array_equal(rows.true, np.concatenate([scene.train_labels, scene.test_labels]))
    np.testing.assert_array_equal(rows.correct, rows.true == rows.predicted)


def test_residuals_are_true_minus_predicted(make_answer):
    snapshot = make_answer("sine", epochs=2)
    answer = snapshot.answers[Predictions()]
    rows = rows_of(snapshot.scene, answer)
    np.testing.assert_array_equal(rows.certainty[:5], snapshot.scene.train_Y[0, :5] - answer.train.outputs[0, :5])
    assert not rows.classes


def test_one_of_several_outputs_is_chosen(two_values):
    snapshot = two_values().snapshot()
    rows = rows_of(snapshot.scene, snapshot.answers[Predictions()], output=1)
    np.testing.assert_array_equal(rows.true[: snapshot.scene.train_Y.shape[1]], snapshot.scene.train_Y[1])


def test_filters(rows):
    assert Filter().mask(rows).all()
    np.testing.assert_array_equal(Filter(part="test").mask(rows), rows.is_test)
    np.testing.assert_array_equal(Filter(part="train").mask(rows), ~rows.is_test)
    np.testing.assert_array_equal(Filter(wrong=True).mask(rows), ~rows.correct)
    cell = Filter(cell=(1, 2)).mask(rows)
    np.testing.assert_array_equal(cell, (rows.true == 1) & (rows.predicted == 2))
    both = Filter(part="test", wrong=True).mask(rows)
    np.testing.assert_array_equal(both, rows.is_test & ~rows.correct)


def test_the_search_finds_true_and_predicted_names(rows):
    np.testing.assert_array_equal(Filter(text=" 2 ").mask(rows), (rows.true == 2) | (rows.predicted == 2))
    assert not Filter(text="nothing").mask(rows).any()


def test_regression_has_nothing_to_be_wrong_about(make_answer):
    snapshot = make_answer("sine", epochs=0)
    rows = rows_of(snapshot.scene, snapshot.answers[Predictions()])
    assert Filter(wrong=True, text="a", cell=(0, 1)).mask(rows).all()


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


@pytest.mark.parametrize("preset", ["blobs", "circles", "sine", "plane"])
def test_every_column_says_something_and_can_be_sorted(make_answer, preset):
    snapshot = make_answer(preset, epochs=1)
    rows = rows_of(snapshot.scene, snapshot.answers[Predictions()])
    for column in columns_of(snapshot.scene):
        assert column.text(rows, 0)
        assert column.label
        assert column.tooltip
        assert column.values(rows).shape == rows.number.shape

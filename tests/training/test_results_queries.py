"""What predictions come to: rows, scores of each part and the worst cases, against numbers worked by hand."""

import numpy as np
import pytest

from playground.training.queries.predictions import Predictions
from playground.training.queries.results import (
    BINS,
    WORST,
    AskResults,
    Rows,
    class_results,
    value_results,
)

AVAILABLE = {"all": 9, "train": 5, "test": 4}
IS_TEST = np.arange(9) >= 5
NUMBER = np.array([0, 1, 2, 3, 4, 0, 1, 2, 3])
TRUE = np.array([0, 0, 0, 1, 1, 2, 2, 2, 2])
PREDICTED = np.array([0, 1, 0, 1, 1, 0, 0, 2, 1])
ERROR = np.array([0.1, 1.0, 0.3, 0.2, 0.05, 3.0, 2.0, 0.9, np.nan])


def class_rows() -> Rows:
    return Rows(IS_TEST, NUMBER, TRUE, PREDICTED, np.full(9, 0.5), ERROR, TRUE == PREDICTED)


def value_rows(true, predicted) -> Rows:
    true, predicted = np.array(true, float), np.array(predicted, float)
    return Rows(IS_TEST, NUMBER, true, predicted, true - predicted, (true - predicted) ** 2, None)


def asked(session, query):
    session.observer.queries.ask({query, Predictions()})
    answers = session.snapshot().answers
    return answers[query], answers[Predictions()]


def test_classes_by_hand():
    results = class_results(class_rows(), AVAILABLE, 3)
    everything = results.scores["all"]
    np.testing.assert_array_equal(everything.confusion, [[2, 1, 0], [0, 2, 0], [2, 1, 1]])
    np.testing.assert_allclose(everything.recall, [2 / 3, 1, 1 / 4])
    np.testing.assert_allclose(everything.precision, [2 / 4, 2 / 4, 1])
    np.testing.assert_allclose(everything.shares[2], [1 / 2, 1 / 4, 1 / 4])
    assert (everything.total, everything.wrong) == (9, 4)
    assert everything.accuracy == pytest.approx(5 / 9)
    assert everything.mistake == (2, 0, 2)
    assert (results.scores["train"].wrong, results.scores["test"].wrong) == (1, 3)
    np.testing.assert_array_equal(results.scores["test"].confusion, [[0, 0, 0], [0, 0, 0], [2, 1, 1]])
    np.testing.assert_array_equal(np.isnan(results.scores["test"].recall), [True, True, False])
    assert results.complete


def test_wrong_ones_come_first_by_their_cost_and_what_is_no_number_before_all():
    results = class_results(class_rows(), AVAILABLE, 3)
    assert results.worst["all"].tolist() == [8, 5, 6, 1, 7, 2, 3, 0, 4]
    assert results.worst["train"].tolist() == [1, 2, 3, 0, 4]
    assert results.worst["test"].tolist() == [8, 5, 6, 7]


def test_values_by_hand():
    results = value_results(value_rows([1, 2, 3, 4, 5, 0, 2, 4, 6], [1, 2, 3, 4, 7, 1, 2, 4, 3]), AVAILABLE)
    train, test = results.scores["train"], results.scores["test"]
    # Residuals 0 0 0 0 −2 of values that vary by 10; −1 0 0 3 of values that vary by 20.
    assert train.r2 == pytest.approx(1 - 4 / 10)
    assert test.r2 == pytest.approx(1 - 10 / 20)
    assert train.rmse == pytest.approx(np.sqrt(4 / 5))
    assert test.rmse == pytest.approx(np.sqrt(10 / 4))
    assert (train.mae, test.mae) == (pytest.approx(2 / 5), pytest.approx(1))
    assert (train.total, test.total) == (5, 4)
    assert results.reach == 3
    assert results.worst["all"].tolist()[:3] == [8, 4, 5]
    assert train.histogram[BINS // 2] == pytest.approx(4 / 5)
    assert test.histogram.sum() == pytest.approx(1)
    assert test.histogram[-1] == pytest.approx(1 / 4)


def test_a_constant_has_no_r_squared_and_a_cost_of_shares_none_either():
    rows = value_rows([2, 2, 2, 2, 2, 1, 2, 3, 4], [2, 2, 2, 2, 3, 1, 2, 3, 4])
    results = value_results(rows, AVAILABLE)
    assert results.scores["train"].r2 is None
    assert results.scores["test"].r2 == 1
    assert all(scores.r2 is None for scores in value_results(rows, AVAILABLE, measured=False).scores.values())


def test_predictions_that_are_no_numbers_are_the_worst():
    results = value_results(value_rows(range(9), [0, np.nan, 2, np.inf, 4, 5, 6, 9, 8]), AVAILABLE)
    assert results.worst["all"].tolist()[:3] == [1, 3, 7]
    assert np.isfinite(results.reach)
    assert np.isfinite(results.scores["all"].histogram).all()


@pytest.mark.parametrize("preset", ["blobs", "circles"])
def test_rows_are_what_the_network_says(make_session, preset):
    session = make_session(preset)
    session.advance(float("inf"), until_epoch=2)
    results, predicted = asked(session, AskResults())
    rows, examples = results.rows, session.run.examples
    assert not rows.is_test[: examples.train.m].any()
    assert rows.is_test[examples.train.m :].all()
    np.testing.assert_array_equal(rows.true, np.concatenate([examples.train.labels, examples.test.labels]))
    np.testing.assert_array_equal(rows.predicted, np.concatenate([predicted.train.predicted, predicted.test.predicted]))
    np.testing.assert_array_equal(rows.error, np.concatenate([predicted.train.error, predicted.test.error]))
    np.testing.assert_array_equal(rows.correct, rows.true == rows.predicted)
    assert all(rows.find(rows.key(row)) == row for row in (0, 7, 199, 200, 399))
    assert rows.find((True, 1000)) is None
    snapshot = session.snapshot()
    assert results.scores["train"].accuracy == snapshot.train_accuracy
    assert results.scores["test"].accuracy == snapshot.test_accuracy
    assert results.worst["all"].size == WORST
    for array in (rows.is_test, rows.number, rows.true, rows.predicted, rows.certainty, rows.error, rows.correct):
        assert not array.flags.writeable


def test_residuals_are_true_minus_predicted_in_the_unit_of_the_data(make_session):
    session = make_session("sine", **{"data.standardize_targets": True})
    session.advance(float("inf"), until_epoch=3)
    results, predicted = asked(session, AskResults())
    true = session.snapshot().problem_info.train_Y[0]
    np.testing.assert_array_equal(results.rows.certainty[: true.size], true - predicted.train.outputs[0])
    assert results.rows.correct is None
    fit = session.run.scores(fits=True).train_fit
    assert results.scores["train"].r2 == pytest.approx(fit.r2[0])
    assert results.scores["train"].rmse == pytest.approx(fit.rmse[0])


def test_of_large_data_some_are_looked_at_and_all_are_counted(make_session):
    session = make_session("circles", **{"data.samples": 2000, "data.train_fraction": 0.75})
    results, _ = asked(session, AskResults(limit=400))
    assert results.rows.number.size == 400
    assert results.available == {"all": 2000, "train": 1500, "test": 500}
    assert not results.complete
    assert results.scores["test"].total == 100


def test_without_test_examples_their_part_is_empty(make_session):
    results, _ = asked(make_session("sine", **{"data.train_fraction": 1.0}), AskResults())
    assert results.scores["test"].r2 is None
    assert np.isnan(results.scores["test"].rmse)
    assert results.worst["test"].size == 0
    assert results.complete

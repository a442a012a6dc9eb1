"""What the results come to, in sentences."""

import numpy as np
import pytest

from playground.training.queries.results import BINS, ClassScores, ValueScores
from playground.views.results.summary import classified, estimated, untrained

DIGITS = tuple("0123456789")


def scores(right: int, *mistakes: tuple[int, int, int]) -> ClassScores:
    confusion = np.diag(np.full(10, right))
    for true, predicted, count in mistakes:
        confusion[true, predicted] += count
        confusion[true, true] -= count
    pairs = np.repeat(np.argwhere(confusion >= 0), confusion.ravel(), axis=0)
    return ClassScores.of(pairs[:, 0], pairs[:, 1], 10)


def fit(mae: float, r2: float | None) -> ValueScores:
    return ValueScores(r2, mae, mae, 10, np.zeros(BINS))


@pytest.mark.parametrize(
    ("part", "counted", "sentence"),
    [
        ("test", scores(36), "All 360 test examples are right."),
        ("all", scores(120), "All 1,200 examples are right."),
        ("test", scores(36, (8, 1, 1)), "One of 360 test examples is wrong: 8 is taken for 1."),
        (
            "test",
            scores(36, (8, 1, 4), (3, 5, 2)),
            "6 of 360 test examples are wrong; most often 8 is taken for 1 (4 times).",
        ),
        ("train", scores(36, (8, 1, 4)), "4 of 360 training examples are wrong: 8 is taken for 1."),
        ("all", scores(36, (8, 1, 1), (3, 5, 1)), "2 of 360 examples are wrong, no two of them in the same way."),
    ],
)
def test_a_classification(part, counted, sentence):
    assert classified(part, counted, DIGITS) == sentence


@pytest.mark.parametrize(
    ("part", "error", "r2", "sentence"),
    [
        (
            "test",
            0.1234,
            0.971,
            "Predictions for test examples are off by 0.123 on average; they explain 97.1% of the variation.",
        ),
        ("all", 2.5, -0.3, "Predictions are off by 2.50 on average: no better than always saying the mean."),
        (
            "train",
            0.5,
            None,
            "Predictions for training examples are off by 0.500 on average. "
            "R² is not defined: the true values are all the same, with nothing to explain.",
        ),
        ("all", float("inf"), 0.0, "Predictions are too large to be told as numbers."),
    ],
)
def test_a_regression(part, error, r2, sentence):
    assert estimated(part, fit(error, r2)) == sentence


def test_before_training():
    assert untrained("All is well.") == "Not trained yet: All is well."


def test_a_cost_of_shares_has_no_r_squared():
    assert estimated("all", fit(0.25, None), measured=False) == "Predictions are off by 0.250 on average."

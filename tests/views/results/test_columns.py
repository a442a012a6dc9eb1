import math

import numpy as np
import pytest

from playground.training.queries.results import AskResults
from playground.views.results.columns import columns_of, number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (357412.3, "357412"),
        (-150000.0, "−150000"),
        (2.5e9, "2500000000"),
        (10097123.0, "10097123"),
        (-0.00432, "−0.004320"),
        (2.5e15, "2.500e15"),
        (0.19174, "0.1917"),
        (math.nan, "?"),
        (math.inf, "∞"),
    ],
)
def test_large_numbers_are_written_out_as_long_as_they_fit(value, text):
    assert number(value) == text


@pytest.mark.parametrize("preset", ["blobs", "circles", "sine", "plane"])
def test_every_column_says_something_and_can_be_sorted(make_answer, preset):
    snapshot = make_answer(preset, epochs=1)
    rows = snapshot.answers[AskResults()].rows
    for column in columns_of(snapshot.problem_info):
        assert column.text(rows, 0)
        assert column.label
        assert column.tooltip
        assert column.values(rows).shape == rows.number.shape


def test_a_row_has_its_inputs(make_answer):
    snapshot = make_answer("blobs", epochs=0)
    rows, problem_info = snapshot.answers[AskResults()].rows, snapshot.problem_info
    x1, x2 = columns_of(problem_info)[-2:]
    np.testing.assert_array_equal(x1.values(rows), np.concatenate([problem_info.train_X[0], problem_info.test_X[0]]))
    assert x2.text(rows, 3) == number(problem_info.train_X[1, 3])
    assert x1.text(rows, 205) == number(problem_info.test_X[0, 5])

"""The line that says which runs to list."""

import pytest
from msgspec.structs import replace

from playground.files import override, read_preset
from playground.training import TrainingSession
from playground.training.errors import TrainingError
from playground.training.run_table import Condition, condition_of, run_rows


@pytest.fixture(scope="module")
def rows():
    """Four runs, by rate: 0.01, 0.1, 1 and 3, that score 0.25, 0.5, 0.75 and nothing: the last one diverged."""
    session = TrainingSession(read_preset("circles"))
    (row,) = run_rows(session.snapshot())
    settings = [
        ("0.01", "adam", "[4,4]", 0.25),
        ("0.1", "adam", "[8]", 0.5),
        ("1", "sgd", "[]", 0.75),
        ("3", "sgd", "[2]", None),
    ]
    return [
        replace(
            row,
            key=("wall", number),
            name=f"run {number}",
            test_score=score,
            train_score=score,
            diverged=score is None,
            experiment=override(
                row.experiment,
                [
                    f"training.learning_rate={rate}",
                    f"training.optimizer={optimizer}",
                    f"network.hidden={hidden}",
                    f"network.seed={number}",
                ],
            ),
        )
        for number, (rate, optimizer, hidden, score) in enumerate(settings)
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", [0, 1, 2, 3]),
        (" , ", [0, 1, 2, 3]),
        ("learning_rate > 0.1", [2, 3]),
        ("rate ≥ 0.1", [1, 2, 3]),
        ("0.01 < rate <= 1", [1, 2]),
        ("score >= 50%", [1, 2]),
        ("score > 0.1 and seed < 2", [0, 1]),
        ("max(score, 0.6) > 0.7", [2]),
        ("rate = 0.1", [1]),
        ("rate ≥ 0,1, seed < 3", [1, 2]),
        ("min(1,2) < rate", [3]),
        ("rate != 1/10", [0, 2, 3]),
        ("optimizer = SGD", [2, 3]),
        ("optimizer ≠ sgd, layers > 1", [0]),
        ("neurons = 8", [0, 1]),
        ("activation = tanh", [0, 1, 3]),
        ("diverged = 1", [3]),
        ("score < 2", [0, 1, 2]),  # what has no score fulfils nothing about it
        ("RUN 2", [2]),
        ("run, seed > 1", [2, 3]),
        ("nobody's name", []),
    ],
)
def test_conditions_and_words(rows, text, kept):
    found = Condition.read(text).of(rows, lambda row: row.name)
    assert [row.key[1] for row in found] == kept


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("speed > 1", "speed > 1: speed is not known; there are score, cost, train_score"),
        ("rate >", "rate >: a value is missing beside >; conditions such as score > 0.9"),
        ("= 3", "= 3: a value is missing beside ="),
        ("score > 0.1, rate ( > 2", "rate ( > 2: a comparison stands outside all brackets"),
        ("optimizer > 3", "optimizer > 3: optimizer is no number: only = and != can stand beside it"),
        ("rate > [1, 2]", "rate > [1: this [ is never closed"),
        ("schedule > 1", "schedule is no number"),
        ("__import__('os') > 1", "cannot be used here"),
        ("x" * 300, "the filter has 300 characters; at most 200 were expected"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_write(text, told):
    with pytest.raises(TrainingError) as refused:
        Condition.read(text)
    assert told in refused.value.message


@pytest.mark.parametrize(
    ("paths", "text"),
    [
        (["training.learning_rate"], "learning_rate = 0.1"),
        (["training.optimizer", "network.seed"], "optimizer = adam, seed = 1"),
        (["network.hidden"], "hidden = 8 tanh"),
        (["data.standardize"], "standardize = 0"),
        (["training.learning_rate", "data.features"], "learning_rate = 0.1, features = x1|x2"),
    ],
)
def test_what_runs_have_in_common_as_a_condition(rows, paths, text):
    assert condition_of(rows[1].experiment, paths) == text
    assert rows[1] in Condition.read(text).of(rows, lambda row: row.name)


@pytest.mark.parametrize("number", range(4))
def test_hidden_layers_as_a_condition(rows, number):
    found = Condition.read(condition_of(rows[number].experiment, ["network.hidden"])).of(rows, lambda row: row.name)
    assert found == [rows[number]]


def test_of_nothing_there_is_nothing_to_keep():
    assert Condition.read("score > 0.5, word, rate = 1").of([], lambda row: row.name) == []

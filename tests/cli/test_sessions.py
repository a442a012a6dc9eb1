"""A session file as the TARGET of every command: its experiment, its weights, and its data even without their file."""

import pytest

from playground.files import open_target
from playground.training import TrainingSession
from playground.training.commands.files import SaveSession


@pytest.fixture
def saved(here):
    """A session trained on a table that is not there any more."""
    table = here / "flowers.csv"
    rows = [f"{i % 5},{i * i % 7},{'red' if i % 5 > 2 else 'blue'}" for i in range(60)]
    table.write_text("a,b,kind\n" + "\n".join(rows))
    found = open_target(str(table))
    session = TrainingSession(found.experiment, dataset=found.dataset)
    session.advance(float("inf"), until_epoch=30)
    SaveSession(here / "mine.playground").apply(session)
    while session.jobs.advance(1.0):
        pass
    table.rename(here / "inputs.csv")
    return session


def test_train_goes_on_from_the_weights(run, saved):
    told = run("train", "mine.playground", "--epochs", "3", "--json").json
    assert told["name"] == "flowers"
    assert told["train_accuracy"] >= 0.9
    # Other settings find the data as well.
    changed = run("train", "mine.playground", "--epochs", "1", "--set", "training.learning_rate=0.5", "--json")
    assert changed.json["epochs"] == 1


def test_predict(run, saved):
    told = run("predict", "mine.playground", "inputs.csv", "--json").json
    assert set(told["classes"]) == {"red", "blue"}
    assert told["accuracy"] >= 0.9


def test_check(run, saved):
    assert run("check", "mine.playground", "--json").json["passed"]


@pytest.mark.parametrize("name", ["a.npz", "a.py", "a.csv"])
def test_export(run, saved, here, name):
    assert run("export", "mine.playground", name).code == 0
    assert (here / name).stat().st_size > 100


def test_screenshot(run, saved, here, qapp):
    result = run("screenshot", "mine.playground", "a.png", "--size", "960x640")
    assert result.code == 0, result.err
    assert (here / "a.png").stat().st_size > 10_000


def test_a_damaged_session_is_one_line(run, here):
    (here / "bad.playground").write_bytes(b"PK\x03\x04")
    result = run("check", "bad.playground")
    assert result.code == 2
    assert result.error.count("\n") == 1
    assert "bad.playground" in result.error

"""What `train` says of the health of a network, on tables as people have them."""

from pathlib import Path

import numpy as np
import pytest

KEYS = ["name", "layer", "sentence", "remedy"]


def table(name, header, rows):
    Path(name).write_text("\n".join([",".join(header), *(",".join(map(str, row)) for row in rows)]) + "\n")


def marks(m=100):
    """Marks from 0 to 50 by four habits."""
    rng = np.random.default_rng(0)
    hours = rng.uniform(0, 10, (m, 4)).round(1)
    points = (hours @ [0.8, 3, -1, 0.1] + 10 + rng.normal(0, 1, m)).clip(0, 50).round(1)
    table("marks.csv", ["slept", "studied", "screen", "played", "marks"], np.column_stack([hours, points]))


def names(result):
    return [finding["name"] for finding in result.json["health"]]


def test_the_output_range_is_told_in_the_unit_of_the_table(run):
    marks()
    result = run("train", "marks.csv", "--set", "network.output_activation=sigmoid", "--json")
    first = result.json["health"][0]
    assert list(first) == KEYS
    assert first["name"] == "output_range"
    assert first["layer"] == 2
    values = np.loadtxt("marks.csv", delimiter=",", skiprows=1)[:, -1]
    words = first["sentence"].split()
    low, high = (float(words[words.index(word) + 1].rstrip(";")) for word in ("from", "to"))
    # Standardized, 0 is the mean of the marks and 1 a standard deviation more.
    assert low == pytest.approx(values.mean(), abs=2)
    assert high == pytest.approx(values.mean() + values.std(), abs=3)
    assert "; marks goes from " in first["sentence"]
    assert names(run("train", "marks.csv", "--json")) == ["healthy"]


def test_rows_that_contradict_each_other_are_named(run):
    table("rows.csv", ["a", "b", "y"], [[1, 2, "pq"[row % 2]] for row in range(100)])
    result = run("train", "rows.csv", "--label", "y", "--json")
    assert names(result) == ["contradicting_labels", "no_better_than_constant"]
    assert "Look at rows 1, 2, 3, 4, 5:" in result.json["health"][0]["remedy"]
    assert result.json["baseline"] == result.json["test_accuracy"]


def test_many_columns_and_few_rows_overfit_and_the_remedy_helps(run):
    rng = np.random.default_rng(1)
    X = rng.normal(0, 1, (150, 150)).round(3)
    labels = np.where(X[:, :3].sum(axis=1) > 0, "yes", "no")
    table("wide.csv", [*(f"g{column}" for column in range(150)), "class"], np.column_stack([X, labels]))
    before = run("train", "wide.csv", "--json")
    assert before.json["train_accuracy"] == 1
    assert names(before)[0] == "overfitting"
    after = run("train", "wide.csv", "--set", "training.l1=0.01", "--json")
    assert "L1 = 0.01" in before.json["health"][0]["remedy"]
    assert after.json["test_accuracy"] > before.json["test_accuracy"] + 0.05


def test_the_baseline_is_that_of_the_test_part_with_the_constant_of_the_training_part(run):
    assert run("train", "circles", "--epochs", 1, "--json").json["baseline"] == pytest.approx(0.48)
    assert run("train", "xor_points", "--epochs", 1, "--json").json["baseline"] == 0.5
    result = run("train", "plane", "--epochs", 1, "--json").json
    assert result["baseline"] == pytest.approx(0.1697, abs=1e-4)


def test_a_person_reads_the_finding_its_remedy_and_how_to_set_it(run):
    out = run("train", "too_few_units").out
    assert "health    Too few neurons: Layer 1 has only 1 neuron" in out
    assert "Give it 16 neurons." in out
    assert '--set \'network.hidden=[{"units":16,"activation":"tanh"}]\'' in out
    assert "health    Too early to tell: 9 more epochs at least." in run("train", "xor", "--epochs", 1).out


def test_korean(run):
    out = run("--language", "ko", "train", "too_few_units").out
    assert "진단      모자란 뉴런: 1층에 뉴런이 1개뿐입니다." in out
    assert run("--language", "ko", "train", "too_few_units", "--json").json["health"][0]["remedy"].endswith("십시오.")

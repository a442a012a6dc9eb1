"""``playground sweep``: every network is what ``train`` makes of the same settings and seed."""

import contextlib
import csv
import json
import shlex

import pytest

from playground.cli import sweep

VARY = ("--vary", "training.learning_rate=0.003,0.03,0.3", "--vary", "network.hidden=[2],[8]")
SCORES = ("train_cost", "test_cost", "train_accuracy", "test_accuracy")
RELU = (
    *("--set", "training.optimizer=sgd"),
    *("--set", 'network.hidden=[{"units":4,"activation":"relu"}]'),
    *("--set", "network.output_activation=linear"),
    *("--set", "training.cost=squared_error"),
)


def settings(made):
    """Return the words that replay a run."""
    words = ["--seed", made["seed"]]
    for key, value in made["settings"].items():
        words += ["--set", f"{key}={value if isinstance(value, str) else json.dumps(value)}"]
    return words


def test_forty_eight_networks_are_those_of_forty_eight_single_runs(run):
    result = run("sweep", "moons", *VARY, "--seeds", 8, "--epochs", 5, "--json")
    assert (result.code, result.err) == (0, "")
    found = result.json
    assert list(found) == ["score", "runs", "groups", "shows", "seconds", "network_updates_per_second"]
    assert len(found["runs"]) == 48
    for made in found["runs"]:
        assert list(made) == ["settings", "seed", *SCORES, "diverged"]
        alone = run("train", "moons", *settings(made), "--epochs", 5, "--json").json
        assert {name: made[name] for name in SCORES} == pytest.approx({name: alone[name] for name in SCORES}, rel=1e-9)
        assert made["diverged"] == alone["diverged"]
    first = found["groups"][0]
    assert list(first) == ["settings", "mean", "std", "best", "worst", "diverged", "solved"]
    accuracies = [made["test_accuracy"] for made in found["runs"][:8]]
    assert first["settings"] == found["runs"][7]["settings"]
    assert first["mean"] == pytest.approx(sum(accuracies) / 8)
    assert (first["best"], first["worst"]) == (max(accuracies), min(accuracies))
    assert found["score"] == "test_accuracy"


def test_the_weights_of_a_diverged_one_are_those_before_it_diverged(run):
    varied = ("--vary", "training.learning_rate=0.001,100")
    result = run("sweep", "circles", *RELU, *varied, "--seeds", 2, "--epochs", 20, "--json")
    assert result.code == 0
    assert [made["diverged"] for made in result.json["runs"]] == [False, False, True, True]
    for made in result.json["runs"]:
        alone = run("train", "circles", *RELU, *settings(made), "--epochs", 20, "--json")
        assert alone.code == int(made["diverged"])
        assert made["train_cost"] == pytest.approx(json.loads(alone.out)["train_cost"], rel=1e-9)
    assert [group["diverged"] for group in result.json["groups"]] == [0, 2]
    assert result.json["groups"][1]["mean"] is None


def test_where_all_diverge_the_run_failed(run):
    result = run("sweep", "circles", *RELU, "--vary", "training.learning_rate=100", "--epochs", 20, "--json")
    assert result.code == 1
    assert result.json["runs"][0]["diverged"]
    assert "all 1 network diverged; try smaller learning rates" in result.err


def test_trained_weights_are_where_each_begins(run, here):
    assert run("train", "xor", "--epochs", 3, "--export", "begun.npz").code == 0
    found = run("sweep", "begun.npz", "--vary", "training.learning_rate=0.01,0.1", "--epochs", 4, "--json").json
    for made in found["runs"]:
        alone = run("train", "begun.npz", *settings(made), "--epochs", 4, "--json").json
        assert made["train_cost"] == pytest.approx(alone["train_cost"], rel=1e-9)


def test_a_table_is_swept_with_its_options_and_the_best_is_trained_again(run, here):
    rows = "".join(f"{x / 10},{(x * 7) % 10},{'yes' if x > 20 else 'no'}\n" for x in range(40))
    (here / "own data.csv").write_text("a,b,late\n" + rows)
    table = ("--label", "late", "--ignore", "b")
    result = run("sweep", "own data.csv", *table, "--vary", "training.l2=0,0.1", "--seeds", 2, "--epochs", 3)
    assert (result.code, result.err) == (0, "")
    command = result.out.split("the best again: playground ")[1].splitlines()[0]
    assert run(*shlex.split(command)).code == 0
    assert "--label late --ignore b" in command
    assert "training.l2" in result.out.splitlines()[1]
    assert "solved" in result.out.splitlines()[1]


def test_every_network_is_a_row_of_the_table_that_is_exported(run, here):
    varied = ("--vary", "network.hidden=[2],[3,3]", "--vary", "network.hidden[0].activation=relu")
    assert run("sweep", "xor", *varied, "--seeds", 3, "--epochs", 2, "--export", "runs").code == 0
    rows = list(csv.DictReader((here / "runs.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row["seed"] for row in rows] == ["0", "1", "2"] * 2
    assert [row["network.hidden"] for row in rows] == ["[2]"] * 3 + ["[3,3]"] * 3
    assert {row["epochs"] for row in rows} == {"2"}
    assert {row["diverged"] for row in rows} == {"0"}
    alone = run(
        "train",
        "xor",
        "--set",
        "network.hidden=[3,3]",
        "--set",
        "network.hidden[0].activation=relu",
        "--seed",
        2,
        "--epochs",
        2,
        "--json",
    ).json
    assert float(rows[5]["test_cost"]) == pytest.approx(alone["test_cost"], rel=1e-9)


def test_numbers_are_compared_by_their_cost(run):
    found = run("sweep", "sine", "--seeds", 3, "--epochs", 2, "--json").json
    assert found["score"] == "test_cost"
    assert [made["settings"] for made in found["runs"]] == [{}] * 3
    assert found["groups"][0]["best"] == min(made["test_cost"] for made in found["runs"])
    assert found["runs"][0]["test_accuracy"] is None


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--vary", "training.speed=1,2"], "--vary 'training.speed': no such value in an experiment"),
        (["--vary", "training.learning_rate=0.1,-1"], "--vary: training.learning_rate: -1"),
        (["--vary", "training.learning_rate"], "KEY=VALUE,VALUE was expected"),
        (["--vary", "training.l1=0,0"], "training.l1: 0 stands there twice"),
        (["--vary", "network.seed=1,2", "--seeds", "2"], "network.seed varies already"),
        (
            ["--vary", "training.learning_rate=0.001:1:1000", "--seeds", "1000"],
            "1,000,000 networks, which would take about 2 hours; at most 10,000 train at once",
        ),
        (["--seeds", "0"], "argument --seeds: '0' is not allowed"),
        (["--export", "nowhere/x.csv"], "there is no folder nowhere"),
        (["--vary", "network.hidden=[2],[0]"], "network.hidden[0].units: 0 is out of range"),
        (["--vary", "data.source=moons,sine"], "--vary: data.features[1]: 'x2'"),
    ],
)
def test_what_cannot_be_swept_is_one_line(run, words, message):
    result = run("sweep", "moons", *words)
    assert result.code == 2
    assert message in result.error


def test_it_speaks_korean(run):
    out = run("sweep", "moons", *VARY, "--seeds", 2, "--epochs", 1, "--language", "ko").out
    assert "신경망" in out
    assert "발산" in out


def test_interrupted_it_tells_how_far_it_came(run, monkeypatch):
    class Wish:
        requested = True

    monkeypatch.setattr(sweep, "interruption", lambda: contextlib.nullcontext(Wish))
    result = run("sweep", "moons", "--seeds", 2, "--epochs", 50, "--json")
    assert result.code == 1
    assert "stopped at epoch 1 of 50" in result.err
    alone = run("train", "moons", "--epochs", 1, "--json").json
    assert result.json["runs"][0]["test_cost"] == pytest.approx(alone["test_cost"], rel=1e-9)

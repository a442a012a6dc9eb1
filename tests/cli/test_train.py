import csv
import gzip
import signal
import struct
from pathlib import Path

import numpy as np
import pytest

from playground.files import presets, read_preset, read_weights
from playground.files.weights import SCALINGS
from playground.training import TrainingSession

KEYS = [
    "name",
    "epochs",
    "updates",
    "seconds",
    "updates_per_second",
    "train_cost",
    "test_cost",
    "train_accuracy",
    "test_accuracy",
    "train_r2",
    "test_r2",
    "test_rmse",
    "seed",
    "diverged",
    "export",
    "baseline",
    "health",
]
DIVERGING = [
    *("--set", "training.learning_rate=100"),
    *("--set", "training.optimizer=sgd"),
    *("--set", 'network.hidden=[{"units":4,"activation":"relu"}]'),
    *("--set", "network.output_activation=linear"),
    *("--set", "training.cost=squared_error"),
]


def session_after(experiment, epochs):
    session = TrainingSession(experiment)
    while session.epoch < epochs:
        session.advance(1.0, until_epoch=epochs)
    return session


def test_json_has_exactly_the_documented_keys(run):
    result = run("train", "xor", "--epochs", 20, "--json")
    assert result.code == 0
    assert result.err == ""
    assert list(result.json) == KEYS


def test_result_is_that_of_a_session(run):
    result = run("train", "xor", "--epochs", 20, "--json").json
    session = session_after(read_preset("xor"), 20)
    snapshot = session.snapshot()
    assert result["name"] == "XOR"
    assert (result["epochs"], result["updates"]) == (20, session.update)
    assert result["updates_per_second"] == pytest.approx(result["updates"] / result["seconds"])
    assert result["train_cost"] == snapshot.train_cost
    assert result["test_cost"] == snapshot.test_cost
    assert result["train_accuracy"] == snapshot.train_accuracy
    assert result["test_accuracy"] == snapshot.test_accuracy
    assert result["seed"] == 0
    assert result["diverged"] is False
    assert result["export"] is None


@pytest.mark.parametrize("preset", [preset.id for preset in presets()])
def test_every_preset_trains(run, preset):
    result = run("train", preset, "--epochs", 2, "--json")
    assert result.code == 0
    assert result.json["epochs"] == 2
    regression = not TrainingSession(read_preset(preset)).run.examples.dataset.classes
    assert (result.json["train_accuracy"] is None) == regression
    assert (result.json["train_r2"] is None) == (not regression)


HOURS = "hours,score\n" + "".join(f"{i % 9 + i / 50:.2f},{40 + 6 * (i % 9) + i % 4}\n" for i in range(40))


def test_numbers_are_scored_in_the_unit_of_the_table(run):
    Path("t.csv").write_text(HOURS)
    result = run("train", "t.csv", "--epochs", 400, "--export", "w", "--json").json
    assert result["train_cost"] < 0.1
    assert 0.9 < result["test_r2"] <= 1
    assert 0.5 < result["test_rmse"] < 6
    lines = run("train", "t.csv", "--epochs", 400).out.splitlines()
    assert f"R²        train {result['train_r2']:>10.4g}   test {result['test_r2']:>10.4g}" in lines[2]
    assert f"{result['test_rmse']:>10.4g}" in lines[3]


def _hours_and_scores(count):
    rng = np.random.default_rng(1)
    hours = rng.uniform(0, 10, count)
    score = 20 + 7.5 * hours + rng.normal(0, 4, count)
    return "hours,score\n" + "".join(f"{x},{y}\n" for x, y in zip(hours.tolist(), score.tolist(), strict=True))


def _wave_far_from_zero():
    x = np.random.default_rng(2).uniform(0, 10, 300)
    return "x,y\n" + "".join(f"{each},{500 + 300 * np.sin(1.6 * each)}\n" for each in x.tolist())


@pytest.mark.parametrize(
    ("table", "options", "r2"),
    [
        (_hours_and_scores(80), (), 0.96646),
        (_wave_far_from_zero(), (), 0.93107),
        (_wave_far_from_zero(), ("--epochs", 1000), 0.99884),
    ],
)
def test_what_the_usual_settings_come_to_on_the_tables_of_a_lesson(run, table, options, r2):
    Path("t.csv").write_text(table)
    result = run("train", "t.csv", *options, "--json").json
    # The same steps round differently on another machine, and a thousand epochs make the most of it.
    assert result["test_r2"] == pytest.approx(r2, abs=2e-3)


def test_several_numbers_have_a_list(run):
    Path("t.csv").write_text("a,b,c\n" + "".join(f"{i % 7},{i % 5 + i / 9},{i % 7 + i % 5 / 3}\n" for i in range(40)))
    result = run("train", "t.csv", "--epochs", 2, "--label", "b", "--label", "c", "--json").json
    assert [len(result[key]) for key in ("train_r2", "test_r2", "test_rmse")] == [2, 2, 2]
    result = run("train", "t.csv", "--label", "b", "--set", "data.train_fraction=1", "--epochs", 2, "--json").json
    assert result["train_r2"] is not None
    assert (result["test_r2"], result["test_rmse"]) == (None, None)


def test_without_json_a_few_readable_lines(run):
    result = run("train", "xor", "--epochs", 3, "--export", "w", "--history", "h.csv")
    assert result.code == 0
    assert result.err == ""
    lines = result.out.splitlines()
    assert lines[0].startswith("XOR: 3 epochs, 60 updates")
    assert len(lines) == 7
    assert "Too early to tell: 7 more epochs at least." in result.out
    assert "baseline  test       48.0%" in result.out
    assert "w.npz" in result.out
    assert "h.csv" in result.out


def test_no_test_data_is_null(run):
    assert run("train", "xor_points", "--epochs", 1, "--json").json["test_cost"] is None
    assert "test          -" in run("train", "xor_points", "--epochs", 1).out


def test_no_epoch_at_all(run):
    result = run("train", "xor", "--epochs", 0, "--export", "initial", "--json")
    assert (result.json["updates"], result.json["updates_per_second"]) == (0, 0)
    model = read_weights("initial.npz")
    assert np.array_equal(model.W[0], TrainingSession(read_preset("xor")).run.network.W[0])


def test_epochs_of_the_experiment_by_default(run):
    assert run("train", "gaussians", "--set", "training.epochs=7", "--json").json["epochs"] == 7


def test_seed(run):
    one, two, again = (run("train", "xor", "--epochs", 5, "--seed", seed, "--json").json for seed in (1, 2, 1))
    assert one["seed"] == 1
    assert one["train_cost"] == again["train_cost"] != two["train_cost"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--seed", "-1"], "network.seed"),
        (["--seed", str(2**32)], "network.seed"),
        (["--seed", "one"], "--seed"),
        (["--epochs", "-1"], "--epochs"),
        (["--epochs", "1_0"], "--epochs"),
        (["--epochs", "9" * 5000], "--epochs"),
        (["--set", "training.learning_rate=1e9"], "training.learning_rate"),
        (["--set", "training.learning_rate=NaN"], "training.learning_rate"),
        (["--set", "network.hidden=[0]"], "network.hidden[0].units"),
        (["--set", "network.hidden=[1000000]"], "network.hidden[0].units"),
        (["--set", "network.output_activation=tanh"], "training.cost"),
        (["--set", "nonsense=1"], "nonsense"),
        (["--set", "nonsense"], "KEY=VALUE"),
        (["--set", "data.source=missing"], "data.source"),
        (["--set", 'data.source={"csv": "missing.csv"}'], "missing.csv"),
        (["--label", "y"], "--label is for a table only"),
    ],
)
def test_bad_options(run, here, options, words):
    result = run("train", "xor", "--export", "out", "--history", "out.csv", *options)
    assert result.code == 2
    assert words in result.error
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("option", ["--export", "--history"])
@pytest.mark.parametrize("path", ["missing/out.npz", "folder.npz", "", "folder.npz/", "n\0l.npz", "x" * 300 + ".npz"])
def test_unwritable_files_are_found_before_training(run, here, monkeypatch, option, path):
    (here / "folder.npz").mkdir()
    monkeypatch.setattr(TrainingSession, "advance", lambda *_, **__: pytest.fail("trained in vain"))
    result = run("train", "xor", option, path)
    assert result.code == 2
    assert result.error
    assert [entry.name for entry in here.iterdir()] == ["folder.npz"]


@pytest.mark.parametrize("name", ["x.onnx", "x.py", "x.SVG", "folder/x.csv"])
def test_weights_under_the_name_of_something_else(run, here, name):
    (here / "folder").mkdir()
    result = run("train", "xor", "--epochs", 1, "--export", name)
    assert result.code == 2
    assert result.error.endswith(f"playground export TARGET {name}\n")
    assert [entry.name for entry in here.iterdir()] == ["folder"]


@pytest.mark.parametrize("name", ["folder", "folder/", "."])
def test_weights_are_not_written_beside_a_folder_of_that_name(run, here, name):
    (here / "folder").mkdir()
    result = run("train", "xor", "--epochs", 1, "--export", name)
    assert result.code == 2
    assert "it is a folder" in result.error
    assert [entry.name for entry in here.iterdir()] == ["folder"]


def test_what_it_learns_from_is_not_written_over(run):
    Path("t.csv").write_text("a,b,kind\n" + "".join(f"{i},{i % 3},{'yn'[i % 2]}\n" for i in range(20)))
    assert run("train", "t.csv", "--epochs", 1, "--export", "w").code == 0
    before = {name: Path(name).read_bytes() for name in ("t.csv", "w.npz")}
    for target, history, words in [
        ("t.csv", "./t.csv", "TARGET"),
        ("w.npz", "w.npz", "TARGET"),
        ("w.npz", "t.csv", "the data"),
    ]:
        result = run("train", target, "--epochs", 1, "--history", history)
        assert result.code == 2
        assert f"the same file as {words}" in result.error
    result = run("export", "w.npz", "t.csv")
    assert (result.code, "the same file as the data" in result.error) == (2, True)
    assert before == {name: Path(name).read_bytes() for name in before}


def test_one_of_each(run):
    result = run("train", "xor_points", "--epochs", 1)
    assert ": 1 epoch, 1 update in " in result.out


def test_a_cost_for_several_classes(run, here):
    result = run("train", "xor", "--set", "training.cost=cross_entropy")
    assert result.code == 2
    assert result.error == (
        "playground: error: --set: training.cost: cross_entropy needs one output per class (softmax); "
        "with one output use binary_cross_entropy\n"
    )


def test_a_table_whose_name_has_a_line_end(run):
    name = "one\ntwo\x1b[31m"
    Path(f"{name}.csv").write_text("a,b,kind\n" + "".join(f"{i},{i % 3},{'yn'[i % 2]}\n" for i in range(20)))
    result = run("train", f"{name}.csv", "--epochs", 1, "--export", name)
    assert result.code == 0
    assert len(result.out.splitlines()) == 7
    assert "  note: column a counts up row by row and is an input all the same" in result.out
    assert result.out.startswith("one two [31m: 1 epoch")
    assert "  one\\ntwo\\x1b[31m.npz\n" in result.out


def test_one_file_for_both(run, here):
    result = run("train", "xor", "--export", "out.npz", "--history", "./out.npz")
    assert result.code == 2
    assert "--history" in result.error
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("name", ["w", "w.npz"])
def test_export_is_read_by_plain_numpy(run, here, name):
    result = run("train", "xor", "--epochs", 5, "--export", name, "--json")
    assert result.json["export"] == "w.npz"
    assert [path.name for path in here.iterdir()] == ["w.npz"]
    with np.load("w.npz") as arrays:
        assert set(arrays) == {"W1", "b1", "W2", "b2", "W3", "b3", *SCALINGS, "experiment"}


def test_exported_weights_go_on_from_there(run):
    first = run("train", "xor", "--epochs", 20, "--export", "w", "--json").json
    nothing = run("train", "w.npz", "--epochs", 0, "--json").json
    assert nothing["train_cost"] == first["train_cost"]
    assert run("train", "w.npz", "--epochs", 20, "--json").json["train_cost"] < first["train_cost"]


def test_weights_with_another_seed_and_rate_keep_their_numbers(run):
    first = run("train", "xor", "--epochs", 20, "--export", "w", "--json").json
    options = ["--seed", 9, "--set", "training.learning_rate=0.5"]
    assert run("train", "w.npz", "--epochs", 0, *options, "--json").json["train_cost"] == first["train_cost"]


def test_weights_with_another_layer_keep_what_has_a_place(run):
    run("train", "xor", "--epochs", 20, "--export", "w")
    assert run("train", "w.npz", "--epochs", 0, "--set", "network.hidden=[4,2,3]", "--export", "more").code == 0
    old, new = read_weights("w.npz"), read_weights("more.npz")
    assert len(new.W) == 4
    assert np.array_equal(old.W[0], new.W[0])


def test_history(run):
    run("train", "xor", "--epochs", 12, "--history", "h.csv")
    with Path("h.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["epoch", "train_cost", "test_cost", "penalty", "train_accuracy", "test_accuracy"]
    assert [row["epoch"] for row in rows] == [str(epoch) for epoch in range(13)]
    curves = session_after(read_preset("xor"), 12).snapshot().curves
    assert [float(row["train_cost"]) for row in rows] == curves.train_cost.tolist()
    assert [float(row["test_accuracy"]) for row in rows] == curves.test_accuracy.tolist()


def test_history_has_empty_cells_for_what_does_not_exist(run):
    run("train", "plane", "--epochs", 2, "--set", "data.train_fraction=1", "--history", "h.csv")
    with Path("h.csv").open(newline="") as file:
        assert {(row["test_cost"], row["train_accuracy"]) for row in csv.DictReader(file)} == {("", "")}


def test_divergence_keeps_the_last_finite_state(run):
    result = run("train", "xor", *DIVERGING, "--export", "d", "--history", "h.csv", "--json")
    assert result.code == 1
    assert result.json["diverged"] is True
    assert result.json["export"] == "d.npz"
    assert result.err.count("\n") == 1
    for words in (
        "epoch",
        "update",
        "layer",
        "try --set training.learning_rate=0.05",
        "last finite weights are in d.npz",
    ):
        assert words in result.err
    assert all(np.isfinite(array).all() for array in read_weights("d.npz").arrays.values())
    assert Path("h.csv").exists()


def test_divergence_counts_the_updates_that_stand(run):
    result = run("train", "xor", *DIVERGING, "--json")
    assert f"update {result.json['updates'] + 1}:" in result.err
    assert "weights are in" not in result.err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_training_exports_what_it_has(run, monkeypatch, number):
    advance = TrainingSession.advance

    def interrupted(self, seconds, *, until_epoch=None):
        made = advance(self, 0.0001, until_epoch=until_epoch)
        signal.raise_signal(number)
        return made

    monkeypatch.setattr(TrainingSession, "advance", interrupted)
    before = signal.getsignal(number)
    result = run("train", "xor", "--epochs", 1000, "--export", "w", "--json")
    assert signal.getsignal(number) == before
    assert result.code == 1
    assert result.err.startswith("playground: stopped at epoch ")
    assert result.err.endswith("the last finite weights are in w.npz\n")
    assert result.json["diverged"] is False
    assert result.json["export"] == "w.npz"
    assert read_weights("w.npz")


def test_a_second_interrupt_does_not_wait(run, here, monkeypatch):
    def interrupted(self, seconds, *, until_epoch=None):
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(TrainingSession, "advance", interrupted)
    result = run("train", "xor", "--export", "w")
    assert (result.code, result.err) == (1, "playground: interrupted\n")
    assert list(here.iterdir()) == []


def test_failure_to_write_leaves_the_old_file_and_spares_the_other(run, monkeypatch):
    Path("w.npz").write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        result = run("train", "xor", "--epochs", 1, "--export", "w", "--json")
    assert result.code == 1
    assert result.json["export"] is None
    assert result.err == "playground: w.npz: could not be written: the disk is full\n"
    assert Path("w.npz").read_bytes() == b"old"


def test_labels_of_a_table(run):
    Path("t.csv").write_text("a,b,kind,size\n" + "".join(f"{i},{i % 3},{'yn'[i % 2]},{i / 7}\n" for i in range(40)))
    by_name = run("train", "t.csv", "--epochs", 1, "--json").json
    assert 0 <= by_name["train_accuracy"] <= 1  # one called kind, not the last
    assert run("train", "t.csv", "--label", "size", "--epochs", 1, "--json").json["train_accuracy"] is None
    classified = run("train", "t.csv", "--label", "kind", "--epochs", 1, "--json").json
    assert classified["name"] == "t"
    assert 0 <= classified["train_accuracy"] <= 1
    assert run("train", "t.csv", "--label", "kind", "--label", "size").code == 2
    assert run("train", "t.csv", "--label", "missing").code == 2


def test_iris_is_learned(run):
    """A file like the famous one: three species by four measures, one apart from two that overlap a little."""
    rng = np.random.default_rng(0)
    means = {"setosa": (5.0, 3.4, 1.5, 0.2), "versicolor": (5.9, 2.8, 4.3, 1.3), "virginica": (6.6, 3.0, 5.6, 2.0)}
    with Path("iris.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["species", "sepal_length", "sepal_width", "petal_length", "petal_width"])
        for species, mean in means.items():
            writer.writerows(
                [species, *row] for row in rng.normal(mean, (0.4, 0.3, 0.3, 0.15), (50, 4)).round(1).tolist()
            )
    result = run("train", "iris.csv", "--label", "species", "--json").json
    assert result["name"] == "iris"
    assert result["train_accuracy"] >= 0.95
    assert result["test_accuracy"] >= 0.9


def test_inputs_and_missing_values_of_a_table(run):
    rows = "".join(f"anna,{i},{'' if i % 10 == 3 else i % 3},{'yn'[i % 2]}\n" for i in range(40))
    Path("t.csv").write_text("name,a,b,kind\n" + rows)
    refused = run("train", "t.csv", "--label", "kind", "--input", "a", "--input", "b", "--epochs", 1)
    assert "t.csv, line 5, column b: the cell is empty; values are missing in 4 of 40 rows" in refused.error
    refused = run("train", "t.csv", "--label", "kind", "--input", "kind", "--epochs", 1)
    assert "column 'kind' is to predict and an input" in refused.error
    options = ["--label", "kind", "--input", "b", "--input", "a", "--missing", "drop"]
    assert run("train", "t.csv", *options, "--epochs", 1, "--export", "w").code == 0
    model = read_weights("w.npz")
    assert model.experiment.columns == ("b", "a")
    assert len(model.input_mean) == 2
    assert run("train", "t.csv", *options[:-1], "fill").code == 2
    assert run("train", "xor", "--missing", "drop").code == 2
    # The weights find the table again, and go on with what is left of it.
    assert run("train", "w.npz", "--epochs", 1, "--json").json["epochs"] == 1


def test_images(run):
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 3, 200, np.uint8)
    pixels = rng.integers(0, 60, (200, 5, 5), np.uint8)
    for row in range(3):
        pixels[labels == row, row] += 150
    Path("train-images-idx3-ubyte.gz").write_bytes(
        gzip.compress(struct.pack(">4I", 0x803, *pixels.shape) + pixels.tobytes())
    )
    Path("train-labels-idx1-ubyte.gz").write_bytes(gzip.compress(struct.pack(">2I", 0x801, 200) + labels.tobytes()))
    result = run("train", "train-images-idx3-ubyte.gz", "--epochs", 5, "--export", "w", "--json").json
    assert (result["name"], result["test_accuracy"]) == ("train-images", 1.0)
    assert read_weights("w.npz").experiment.classes == ("0", "1", "2")
    refused = run("train", "train-images-idx3-ubyte.gz", "--history", "train-labels-idx1-ubyte.gz")
    assert "the same file as the data" in refused.error


def test_digits_are_learned(run):
    assert run("train", "digits", "--json").json["test_accuracy"] >= 0.95

import csv
from pathlib import Path

import numpy as np
import onnx
import pytest
from PIL import Image

from playground.cli.export_formats import FORMATS, stops
from playground.files import presets, read_weights
from playground.files.frameworks import FRAMEWORKS
from playground.training import TrainingSession

SHORT = """{
  "schema_version": 1,
  "name": "Short",
  "data": {"source": "xor", "samples": 40},
  "network": {"hidden": [{"units": 3, "activation": "tanh"}], "output_activation": "sigmoid"},
  "training": {"cost": "binary_cross_entropy", "epochs": 5}
}"""


@pytest.fixture
def short(here):
    Path("short.json").write_text(SHORT)
    return "short.json"


@pytest.fixture
def weights(run, short):
    run("train", short, "--export", "w")
    return "w.npz"


def svg_is_whole(data):
    return data.startswith(b"<?xml") and data.rstrip().endswith(b"</svg>")


WHOLE = {
    ".npz": lambda data: data.startswith(b"PK"),
    ".onnx": lambda data: onnx.load_from_string(data) is not None,
    ".py": lambda data: compile(data, "out.py", "exec") is not None,
    ".svg": svg_is_whole,
    ".png": lambda data: data.startswith(b"\x89PNG"),
    ".csv": lambda data: len(data.splitlines()) == 41,
    ".gif": lambda data: data.startswith(b"GIF89a"),
}


def test_formats_are_those_of_the_interface():
    assert list(FORMATS) == [".npz", ".onnx", ".py", ".svg", ".png", ".csv", ".gif"]


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_from_an_experiment(qapp, run, short, ending):
    result = run("export", short, f"out{ending}")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"out{ending}: {FORMATS[ending].description}")
    assert WHOLE[ending](Path(f"out{ending}").read_bytes())


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_from_weights(qapp, run, weights, ending):
    result = run("export", weights, f"out{ending}")
    assert (result.code, result.err) == (0, "")
    assert WHOLE[ending](Path(f"out{ending}").read_bytes())
    assert ("trained anew from initial weights" in result.out) == (ending == ".gif")


def test_an_experiment_is_trained_and_weights_are_not(run, short, weights):
    run("export", short, "trained.npz")
    run("export", weights, "copy.npz")
    for exported in ("trained.npz", "copy.npz"):
        for name, array in read_weights(weights).arrays.items():
            assert np.array_equal(array, read_weights(exported).arrays[name])


@pytest.mark.parametrize("ending", [ending for ending, record in FORMATS.items() if not record.needs_examples])
def test_models_need_no_data(run, ending):
    Path("t.csv").write_text("a,b,y\n" + "".join(f"{i},{i % 5},{i % 2}\n" for i in range(20)))
    run("train", "t.csv", "--epochs", 1, "--export", "w")
    Path("t.csv").unlink()
    assert run("export", "w.npz", f"out{ending}").code == 0


@pytest.mark.parametrize("ending", [ending for ending, record in FORMATS.items() if record.needs_examples])
def test_the_others_say_which_data_are_missing(run, ending):
    Path("t.csv").write_text("a,b,y\n" + "".join(f"{i},{i % 5},{i % 2}\n" for i in range(20)))
    run("train", "t.csv", "--epochs", 1, "--export", "w")
    Path("t.csv").unlink()
    result = run("export", "w.npz", f"out{ending}")
    assert result.code == 2
    assert result.error == (
        f"playground: error: w.npz: its data, {Path('t.csv').absolute()}, cannot be read: no such file; "
        "predict and export to .onnx or .py work without them\n"
    )
    assert not Path(f"out{ending}").exists()


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_scripts(run, weights, framework):
    assert run("export", weights, "out.py", "--format", framework).code == 0
    text = Path("out.py").read_text()
    assert ("import torch" in text) == (framework == "pytorch")


def test_table(run, weights):
    run("export", weights, "all.csv")
    with Path("all.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["x1", "x2", "target", "split", "output", "predicted"]
    model = read_weights(weights)
    session = TrainingSession(model.experiment, model)
    examples = session.current.examples
    assert [row["split"] for row in rows] == ["train"] * examples.train.m + ["test"] * examples.test.m
    assert [float(row["x1"]) for row in rows[: examples.train.m]] == examples.train.X[0].tolist()
    right = [row["target"] == row["predicted"] for row in rows[: examples.train.m]]
    assert np.mean(right) == session.snapshot().train_accuracy


@pytest.mark.parametrize("preset", [preset.id for preset in presets()])
def test_table_of_every_preset(run, monkeypatch, preset):
    monkeypatch.setattr("playground.cli.export.train", lambda session, epochs: None)
    assert run("export", preset, "all.csv").code == 0
    with Path("all.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    current = TrainingSession(next(p.experiment for p in presets() if p.id == preset)).current
    assert len(rows) == current.examples.dataset.m
    assert ("predicted" in rows[0]) == bool(current.examples.dataset.classes)
    assert sum(name.startswith("output") for name in rows[0]) == current.network.sizes[-1]


def test_animation(qapp, run, short):
    assert run("export", short, "out.gif").code == 0
    with Image.open("out.gif") as picture:
        assert picture.n_frames == 6  # five epochs, and the initial weights
        assert picture.info["loop"] == 0


@pytest.mark.parametrize("epochs", [1, 5, 39, 40, 300, 100_000])
def test_stops(epochs):
    found = stops(epochs, 40)
    assert found[0] == 0
    assert found[-1] == epochs
    assert len(found) == min(epochs + 1, 40)
    assert found == sorted(set(found))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["xor", "out"], ".npz, .onnx"),
        (["xor", "out.jpeg"], ".npz, .onnx"),
        (["xor", "missing/out.npz"], "no folder"),
        (["xor", "folder.npz"], "folder"),
        (["xor", "out.npz", "--format", "numpy"], "--format"),
        (["xor", "out.py", "--format", "fortran"], "--format"),
        (["nonsense", "out.npz"], "not a preset"),
    ],
)
def test_bad_usage(run, here, arguments, words):
    (here / "folder.npz").mkdir()
    result = run("export", *arguments)
    assert result.code == 2
    assert words in result.error
    assert [path.name for path in here.iterdir()] == ["folder.npz"]


def test_divergence_is_told_and_the_last_finite_state_written(run, here):
    Path("d.json").write_text(
        SHORT.replace('"sigmoid"', '"linear"')
        .replace('"tanh"', '"relu"')
        .replace('"binary_cross_entropy"', '"squared_error", "optimizer": "sgd", "learning_rate": 100')
        .replace('"epochs": 5', '"epochs": 500')
    )
    result = run("export", "d.json", "out.npz")
    assert result.code == 1
    assert result.out == ""
    assert "training diverged at epoch" in result.err
    assert result.err.endswith("out.npz shows the last finite state\n")
    assert read_weights("out.npz")


def test_failure_to_write(run, weights, monkeypatch):
    Path("out.py").write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        result = run("export", weights, "out.py")
    assert (result.code, result.out) == (1, "")
    assert "No space left on device" in result.err
    assert Path("out.py").read_bytes() == b"old"

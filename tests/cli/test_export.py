import csv
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import pytest
from PIL import Image

from playground.cli.export import FORMATS, usual
from playground.files import presets, read_preset, read_weights
from playground.files.frameworks import FRAMEWORKS
from playground.lessons.commands import AnswerStep, BeginLesson
from playground.lessons.decode import encode_lesson
from playground.lessons.masking import REFUSED
from playground.main_window.exports import Source
from playground.training import TrainingSession
from playground.training.branches.changes import Change
from playground.training.commands.many import StartAtlas, StartCompare, StartMany
from playground.training.many.choices import Axis
from tests.lessons.conftest import lesson_of, saved

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


HISTOGRAM_ROWS = 1 + (2 * 32 + 2 * 32 + 2 * 33) * 6
"""A heading; two layers' weights, activations and gradients, which may be exactly 0, in 32 bins each at six epochs."""
WHOLE = {
    ".npz": lambda data: data.startswith(b"PK"),
    ".onnx": lambda data: onnx.load_from_string(data) is not None,
    ".py": lambda data: compile(data, "out.py", "exec") is not None,
    ".ipynb": lambda data: json.loads(data)["nbformat"] == 4,
    ".svg": svg_is_whole,
    ".png": lambda data: data.startswith(b"\x89PNG"),
    ".csv": lambda data: len(data.splitlines()) in (7, 41, HISTOGRAM_ROWS),  # the epochs from 0 to 5, or 40 examples
    ".gif": lambda data: data.startswith(b"GIF89a"),
    ".apng": lambda data: data.startswith(b"\x89PNG") and b"acTL" in data,
}
TRAINED = [ending for ending in FORMATS if usual(ending).source is not Source.LESSON]
"""What is written of any experiment; the others are of a session's lesson."""
EVERY = [
    (ending, content)
    for ending in TRAINED
    for content, row in FORMATS[ending].items()
    if row.source not in (Source.WALL, Source.WALL_ANIMATION, Source.ATLAS, Source.COMPARE, Source.RUNS)
]


def choice(ending, content):
    """The arguments that ask for a content."""
    if len(FORMATS[ending]) == 1:
        return []
    return ["--format" if ending == ".py" else "--content", content]


def test_formats_are_those_of_the_interface():
    assert list(FORMATS) == [".npz", ".onnx", ".py", ".ipynb", ".svg", ".png", ".csv", ".gif", ".apng", ".html", ".pdf"]
    first = {ending: usual(ending).content for ending, contents in FORMATS.items() if len(contents) > 1}
    assert first == {
        ".py": "numpy",
        ".svg": "network",
        ".png": "output",
        ".csv": "history",
        ".gif": "output",
        ".apng": "output",
    }


def test_scripts_are_those_that_can_be_written():
    assert list(FORMATS[".py"]) == [*FRAMEWORKS, "pytorch-training"]


@pytest.mark.parametrize(("ending", "content"), EVERY)
def test_every_format_from_an_experiment(qapp, run, short, ending, content):
    result = run("export", short, f"out{ending}", *choice(ending, content))
    assert (result.code, result.err) == (0, "")
    assert result.out == f"out{ending}: {FORMATS[ending][content].description}\n"
    assert WHOLE[ending](Path(f"out{ending}").read_bytes())


@pytest.mark.parametrize("ending", TRAINED)
def test_the_usual_content(qapp, run, short, ending):
    result = run("export", short, f"out{ending}")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"out{ending}: {usual(ending).description}")


@pytest.mark.parametrize(("ending", "content"), EVERY)
def test_every_format_from_weights(qapp, run, weights, ending, content):
    result = run("export", weights, f"out{ending}", *choice(ending, content))
    assert (result.code, result.err) == (0, "")
    assert WHOLE[ending](Path(f"out{ending}").read_bytes())
    anew = ending in (".gif", ".apng") or content in ("history", "curves", "histograms")
    assert ("trained anew from initial weights" in result.out) == anew


@pytest.mark.parametrize("ending", [".png", ".svg", ".gif", ".apng"])
def test_size_and_theme(qapp, run, weights, ending):
    for theme in ("light", "dark"):
        assert run("export", weights, f"{theme}{ending}", "--size", "640x360", "--theme", theme).code == 0
    if ending == ".svg":
        assert b'width="' in Path("light.svg").read_bytes()
        assert Path("light.svg").read_bytes() != Path("dark.svg").read_bytes()
        return
    with Image.open(f"light{ending}") as light, Image.open(f"dark{ending}") as dark:
        assert light.size == dark.size == (640, 360)
        assert sum(light.convert("RGB").getpixel((2, 2))) > 600 > 200 > sum(dark.convert("RGB").getpixel((2, 2)))


def test_history_is_what_train_writes(run, short, weights):
    run("train", short, "--history", "train.csv")
    run("export", short, "exported.csv")
    run("export", weights, "again.csv")
    text = Path("train.csv").read_text()
    assert text.startswith("epoch,train_cost,test_cost,penalty,train_accuracy,test_accuracy\n0,")
    assert Path("exported.csv").read_text() == Path("again.csv").read_text() == text


@pytest.mark.parametrize("name", ["numpy.py", "torch.py"])
def test_a_script_that_would_import_itself(run, weights, name):
    result = run("export", weights, name)
    assert result.code == 2
    assert "a script of that name would import itself" in result.error
    assert not Path(name).exists()


def test_without_onnx(run, here, monkeypatch):
    """Told before the training that would be in vain; nothing else needs it."""
    monkeypatch.setitem(sys.modules, "onnx", None)
    monkeypatch.setattr("playground.cli.export.train", None)
    result = run("export", "xor", "out.onnx")
    assert result.code == 2
    assert result.error == (
        "playground: error: an .onnx file needs the package onnx: pip install 'backpropagation-playground[onnx]'\n"
    )
    assert list(here.iterdir()) == []


def test_numbers_to_predict_have_no_confusion_matrix(qapp, run, here, monkeypatch):
    monkeypatch.setattr("playground.cli.export.train", None)
    for ending in (".png", ".gif"):
        result = run("export", "sine", f"out{ending}", "--content", "confusion")
        assert result.code == 2
        assert "--content confusion: A confusion matrix needs classes" in result.error
    assert list(here.iterdir()) == []


def test_an_experiment_is_trained_and_weights_are_not(run, short, weights):
    run("export", short, "trained.npz")
    run("export", weights, "copy.npz")
    for exported in ("trained.npz", "copy.npz"):
        for name, array in read_weights(weights).arrays.items():
            assert np.array_equal(array, read_weights(exported).arrays[name])


@pytest.mark.parametrize("ending", [ending for ending in TRAINED if not usual(ending).needs_examples])
def test_models_need_no_data(run, ending):
    Path("t.csv").write_text("a,b,y\n" + "".join(f"{i},{i % 5},{i % 2}\n" for i in range(20)))
    run("train", "t.csv", "--epochs", 1, "--export", "w")
    Path("t.csv").unlink()
    assert run("export", "w.npz", f"out{ending}").code == 0


@pytest.mark.parametrize(("ending", "content"), [each for each in EVERY if usual(each[0]).needs_examples])
def test_the_others_say_which_data_are_missing(run, ending, content):
    Path("t.csv").write_text("a,b,y\n" + "".join(f"{i},{i % 5},{i % 2}\n" for i in range(20)))
    run("train", "t.csv", "--epochs", 1, "--export", "w")
    Path("t.csv").unlink()
    result = run("export", "w.npz", f"out{ending}", *choice(ending, content))
    assert result.code == 2
    assert result.error == (
        f"playground: error: w.npz: its data, {Path('t.csv').absolute()}, cannot be read: no such file or folder; "
        "predict and export to .onnx or .py work without them\n"
    )
    assert not Path(f"out{ending}").exists()


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_scripts(run, weights, framework):
    assert run("export", weights, "out.py", "--format", framework).code == 0
    text = Path("out.py").read_text()
    assert ("import torch" in text) == (framework == "pytorch")


def test_table(run, weights):
    run("export", weights, "all.csv", "--content", "examples")
    with Path("all.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == [
        "x1",
        "x2",
        "target",
        "split",
        f"output_{read_weights(weights).experiment.classes[1]}",
        "predicted",
    ]
    model = read_weights(weights)
    session = TrainingSession(model.experiment, model)
    examples = session.run.examples
    assert [row["split"] for row in rows] == ["train"] * examples.train.m + ["test"] * examples.test.m
    assert [float(row["x1"]) for row in rows[: examples.train.m]] == examples.train.X[0].tolist()
    right = [row["target"] == row["predicted"] for row in rows[: examples.train.m]]
    assert np.mean(right) == session.snapshot().train_accuracy


@pytest.mark.parametrize("preset", [preset.id for preset in presets()])
def test_table_of_every_preset(run, monkeypatch, preset):
    monkeypatch.setattr("playground.cli.export.train", lambda session, epochs: None)
    assert run("export", preset, "all.csv", "--content", "examples").code == 0
    with Path("all.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    current = TrainingSession(next(p.experiment for p in presets() if p.id == preset)).run
    assert len(rows) == current.examples.dataset.m
    assert ("predicted" in rows[0]) == bool(current.examples.dataset.classes)
    assert sum(name.startswith("output") for name in rows[0]) == current.network.sizes[-1]


def test_animation(qapp, run, short):
    assert run("export", short, "out.gif").code == 0
    with Image.open("out.gif") as picture:
        assert picture.n_frames == 6  # five epochs, and the initial weights
        assert picture.info["loop"] == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["xor", "out"], ".npz, .onnx"),
        (["xor", "out.jpeg"], ".npz, .onnx"),
        (["xor", "missing/out.npz"], "no folder"),
        (["xor", "folder.npz"], "folder"),
        (["xor", "out.npz", "--format", "numpy"], "--format"),
        (["xor", "out.py", "--format", "fortran"], "--format"),
        (
            ["xor", "out.csv", "--content", "network"],
            "one of history, histograms, data, runs, many, atlas, compare, examples was expected",
        ),
        (["xor", "out.svg", "--content", "history"], "one of network, histograms, many, atlas, compare, output"),
        (["xor", "out.gif", "--content", "curves"], "one of output, network"),
        (["xor", "out.npz", "--content", "history"], "a .npz file takes no --content; leave it out"),
        (["xor", "out.png", "--content", "nonsense"], "--content"),
        (["xor", "out.csv", "--size", "640x480"], "--size is for a picture only"),
        (["xor", "out.py", "--dtype", "float64"], "--dtype is for an .onnx file only"),
        (["xor", "out.py", "--theme", "dark"], "--theme is for a picture only"),
        (["xor", "out.png", "--size", "10x10"], "WIDTHxHEIGHT"),
        (["xor", "out.gif", "--size", "3000x2000"], "at most 2,000,000 pixels a frame"),
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


@pytest.mark.parametrize("ending", TRAINED)
def test_failure_to_write(qapp, run, weights, monkeypatch, ending):
    """A full disk: one line, the old file untouched, no half of a new one."""
    Path(f"out{ending}").write_bytes(b"old")
    before = {path.name for path in Path().iterdir()}

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        result = run("export", weights, f"out{ending}")
    assert (result.code, result.out, result.err.count("\n")) == (1, "", 1)
    assert "the disk is full" in result.err
    assert Path(f"out{ending}").read_bytes() == b"old"
    assert {path.name for path in Path().iterdir()} == before


@pytest.mark.parametrize(("options", "element"), [([], 1), (["--dtype", "float32"], 1), (["--dtype", "float64"], 11)])
def test_the_numbers_of_a_graph(run, options, element):
    assert run("export", "xor", "out.onnx", *options).code == 0
    graph = onnx.load("out.onnx").graph
    assert [value.type.tensor_type.elem_type for value in (*graph.input, *graph.output)] == [element, element]


@pytest.mark.parametrize("named", [False, True])
def test_the_output_has_the_name_of_its_column_whoever_found_it(run, named):
    rows = "".join(f"{i % 9 + i / 50:.2f},{40 + 6 * (i % 9)}\n" for i in range(40))
    Path("t.csv").write_text(f"width,height\n{rows}")
    source = {"csv": "t.csv"} | ({"label": ["height"]} if named else {})
    network = {"hidden": [], "output_activation": "linear"}
    data = {"source": source, "features": ["x1"]}
    experiment = {"schema_version": 3, "data": data, "network": network, "training": {"cost": "squared_error"}}
    Path("e.json").write_text(json.dumps(experiment))
    assert run("train", "e.json", "--epochs", 2, "--export", "w.npz").code == 0
    for options in (("out.py",), ("height.py", "--format", "pytorch")):
        assert run("export", "w.npz", *options).code == 0
        assert "outputs = ['height']" in Path(options[0]).read_text()
    assert run("export", "w.npz", "m.onnx").code == 0
    metadata = {entry.key: entry.value for entry in onnx.load("m.onnx").metadata_props}
    assert json.loads(metadata["outputs"]) == ["height"]


@pytest.fixture
def handed_in(here):
    """A session saved in a lesson, with one right answer."""
    session = TrainingSession(read_preset("xor"))
    lesson = lesson_of({"ask": {"kind": "sign", "answer": "cost", "text": {"en": "Which sign?", "ko": "부호는?"}}})
    BeginLesson(encode_lesson(lesson).decode()).apply(session)
    AnswerStep("+").apply(session)
    saved(session, here / "ann.playground")
    return "ann.playground"


def test_a_lesson_is_handed_in(run, handed_in, here, qapp):
    assert run("export", handed_in, "ann.html").code == 0
    page = (here / "ann.html").read_text("utf-8")
    assert "Which sign?" in page
    assert "1 of 1 questions answered rightly" in page
    assert run("export", handed_in, "ann-ko.html", "--language", "ko").code == 0
    assert "부호는?" in (here / "ann-ko.html").read_text("utf-8")
    assert run("export", handed_in, "ann.pdf").code == 0
    assert (here / "ann.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("xor", "a.html"),
            "xor: only a session (.playground) has what was asked",
        ),
        (
            ("none.playground", "a.pdf"),
            "none.playground: this session has none: what was asked",
        ),
        (("gone.playground", "a.html"), "gone.playground"),
        (("ann.playground", "a.html", "--label", "y"), "--label is for a table only"),
        (("ann.playground", "a.html", "--size", "400x300"), "--size is for a picture only"),
    ],
)
def test_what_is_no_lesson_is_not_handed_in(run, handed_in, here, arguments, told):
    saved(TrainingSession(read_preset("xor")), here / "none.playground")
    result = run("export", *arguments)
    assert result.code == 2
    assert told in result.error
    assert not (here / arguments[1]).exists()


@pytest.fixture
def amid_question(here):
    """Save a session amid a question that hides something."""

    def save(*hide):
        session = TrainingSession(read_preset("by_hand"))
        ask = {"kind": "sign", "answer": "cost", "hide": hide}
        BeginLesson(encode_lesson(lesson_of({"ask": ask})).decode()).apply(session)
        saved(session, here / "amid.playground")
        return session

    return save


@pytest.mark.parametrize(
    ("hidden", "arguments"),
    [
        ("W[1][1,1]", ("export", "amid.playground", "a.npz")),
        ("W[1][1,1]", ("export", "amid.playground", "a.ipynb")),
        ("W[1][1,1]", ("train", "amid.playground", "--epochs", "1", "--export", "a.npz")),
        ("dW[1]", ("export", "amid.playground", "a.png")),
        ("train_cost", ("export", "amid.playground", "a.csv", "--content", "history")),
        ("train_cost", ("train", "amid.playground", "--epochs", "1", "--history", "a.csv")),
        ("train_cost", ("sweep", "amid.playground", "--vary", "training.learning_rate=0.1,1", "--export", "a.csv")),
        ("A[2]", ("export", "amid.playground", "a.csv", "--content", "examples")),
        ("A[2]", ("predict", "amid.playground", "x.csv", "--output", "a.csv")),
    ],
)
def test_what_a_question_hides_is_not_told(run, here, amid_question, hidden, arguments):
    amid_question(hidden)
    (here / "x.csv").write_text("x1,x2\n1,0\n")
    told = run(*arguments)
    assert told.code == 2
    assert told.error == f"playground: error: amid.playground: {REFUSED}\n"
    assert sorted(path.name for path in here.iterdir()) == ["amid.playground", "x.csv"]


def test_what_tells_nothing_hidden_is_written_amid_a_question(run, here, amid_question, qapp):
    session = amid_question("W[1][1,1]")
    assert run("export", "amid.playground", "data.csv", "--content", "data").code == 0
    assert run("export", "amid.playground", "sheet.html").code == 0
    session.keep_lesson("")
    saved(session, here / "amid.playground")
    assert run("export", "amid.playground", "a.npz").code == 0


def test_the_wall_of_a_session(run, here):
    session = TrainingSession(read_preset("circles"))
    StartMany(("training.learning_rate=0.01,0.1",), 2, 3).apply(session)
    while session.jobs.busy:
        session.jobs.advance(0.1)
    saved(session, here / "wall.playground")
    assert run("export", "wall.playground", "wall.csv", "--content", "many").code == 0
    rows = (here / "wall.csv").read_text("utf-8-sig").splitlines()
    assert rows[0].split(",") == [
        *("training.learning_rate", "seed", "epochs", "train_cost", "test_cost", "train_accuracy", "test_accuracy"),
        "diverged",
    ]
    first = session.experiment.network.seed
    expected = [[rate, str(seed), "3"] for rate in ("0.01", "0.1") for seed in (first, first + 1)]
    assert [row.split(",")[:3] for row in rows[1:]] == expected
    assert run("export", "wall.playground", "runs.csv", "--content", "runs").code == 0
    runs = (here / "runs.csv").read_text("utf-8-sig").splitlines()
    assert runs[0].startswith("kind,name,network.seed,training.learning_rate,epochs,train_score")
    assert [row.split(",")[0] for row in runs[1:]] == ["now", *["wall"] * 4]
    for name in ("wall.png", "wall.svg", "wall.gif"):
        assert run("export", "wall.playground", name, "--content", "many", "--size", "500x400").code == 0
        assert (here / name).stat().st_size > 1000
    refused = run("export", "circles", "none.csv", "--content", "many")
    assert refused.code == 2
    assert "only a session (.playground) has the networks on the wall" in refused.error


def test_the_branches_of_a_session(run, here):
    session = TrainingSession(read_preset("circles"))
    StartCompare(0, 3, Change("rate", (0.5,))).apply(session)
    while session.jobs.busy:
        session.jobs.advance(0.01)
    saved(session, here / "fork.playground")
    assert run("export", "fork.playground", "fork.csv", "--content", "compare").code == 0
    rows = (here / "fork.csv").read_text("utf-8-sig").splitlines()
    assert rows[0].split(",")[:3] == ["epoch", "train_cost_A", "test_cost_A"]
    assert [row.split(",")[0] for row in rows[1:]] == ["0", "1", "2", "3"]
    assert rows[1].split(",")[1] == rows[1].split(",")[5]
    assert rows[2].split(",")[1] != rows[2].split(",")[5]
    for name in ("fork.png", "fork.svg"):
        assert run("export", "fork.playground", name, "--content", "compare", "--size", "900x400").code == 0
        assert (here / name).stat().st_size > 1000
    assert "has two branches of a run" in run("export", "circles", "none.csv", "--content", "compare").error


def test_the_atlas_of_a_session(run, here):
    session = TrainingSession(read_preset("circles"))
    StartAtlas(Axis("training.learning_rate", 0.01, 0.1), Axis("network.seed", 0, 1), 8, 1).apply(session)
    while session.jobs.busy:
        session.jobs.advance(0.1)
    saved(session, here / "atlas.playground")
    assert run("export", "atlas.playground", "atlas.csv", "--content", "atlas").code == 0
    rows = (here / "atlas.csv").read_text("utf-8-sig").splitlines()
    assert rows[0].startswith("training.learning_rate,network.seed,train_cost,")
    assert len(rows) == 1 + 8 * 2
    assert run("export", "atlas.playground", "atlas.png", "--content", "atlas", "--size", "500x400").code == 0
    arguments = ("--content", "atlas", "--measure", "train_cost")
    assert run("export", "atlas.playground", "atlas.svg", *arguments).code == 0
    assert "Training cost after 1 epoch" in (here / "atlas.svg").read_text()
    refused = run("export", "atlas.playground", "a.csv", *arguments)
    assert "--measure is for a picture of the atlas only" in refused.error
    assert "has the pixels of the atlas" in run("export", "circles", "none.csv", "--content", "atlas").error

"""Exports from the menu, against a session that applies commands as the worker does."""

import ast
import csv
import io
import json
import sys

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from playground.bridge import TrainingWorker
from playground.files import Experiment, override, read_preset, read_weights
from playground.files.overrides import TITLE, experiment_from_text
from playground.lessons.commands import BeginLesson
from playground.lessons.course import course_lesson
from playground.lessons.decode import encode_lesson
from playground.main_window.documents import Documents
from playground.main_window.exporting import Exporter
from playground.main_window.exports import EXPORTS, Source
from playground.training import TrainingSession
from playground.training.animation import KIND
from playground.training.branches.changes import Change
from playground.training.commands import ChangeField, Load, Run
from playground.training.commands.files import ForgetAnimation
from playground.training.commands.many import ColorAtlas, StartAtlas, StartCompare, StartMany
from playground.training.many.choices import Axis
from playground.training.many.job import ManyJob
from playground.views.compare.paper import GAP, HEAD, SIDE
from playground.views.figures.figure import FIGURES, figure_for
from playground.views.pictures import ANIMATIONS, PNG_DOTS
from playground.views.runs.thumbnail import EDGE


class Desk:
    """A window with an exporter, and the session behind it: `turn` does what worker and window do between them."""

    def __init__(self, qtbot, folder, preset="circles", epochs=3, **overrides):
        changes = [f"{path}={value}" for path, value in overrides.items()]
        self.session = TrainingSession(override(read_preset(preset), changes))
        self.session.advance(10, until_epoch=epochs)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.commands, self.told, self.failed = [], [], []
        self.exporter = Exporter(self.window, self.commands.append, self.settings)
        self.documents = Documents(self.window, self.commands.append, self.settings)
        for teller in (self.exporter, self.documents):
            teller.told.connect(self.told.append)
            teller.failed.connect(self.failed.append)
        self.exporter.show_snapshot(self.session.snapshot())
        self.applied, self.seen = 0, ()

    @property
    def animation(self):
        return self.session.snapshot().work.get(KIND)

    def turn(self):
        for command in self.commands[self.applied :]:
            self.applied += 1
            command.apply(self.session)
        self.session.jobs.advance(1e-4)
        self.seen = getattr(self.animation, "frames", ()) or self.seen
        self.exporter.show_snapshot(self.session.snapshot())

    def finish(self, qtbot):
        def over():
            self.turn()
            assert self.told or self.failed

        qtbot.waitUntil(over, timeout=10_000)


@pytest.fixture
def desk(qtbot, tmp_path):
    return lambda *preset, **settings: Desk(qtbot, tmp_path, *preset, **settings)


def whole(path):
    data = path.read_bytes()
    kinds = {
        ".npz": lambda: read_weights(path),
        ".onnx": lambda: __import__("onnx").load_from_string(data),
        ".py": lambda: ast.parse(data),
        ".ipynb": lambda: json.loads(data)["nbformat"] == 4,
        ".svg": lambda: data.startswith(b"<?xml") and data.rstrip().endswith(b"</svg>"),
        ".png": lambda: Image.open(io.BytesIO(data)).size,
        ".csv": lambda: len(list(csv.reader(data.decode("utf-8-sig").splitlines()))) > 3,
        ".gif": lambda: Image.open(io.BytesIO(data)).n_frames > 1,
        ".apng": lambda: Image.open(io.BytesIO(data)).n_frames > 1,
    }
    return bool(kinds[path.suffix]())


BY_HAND = (Source.LESSON, Source.WALL, Source.WALL_ANIMATION, Source.ATLAS, Source.COMPARE, Source.RUNS)
ALWAYS = [name for name, record in EXPORTS.items() if record.source not in BY_HAND]
CASES = [(name, suffix) for name in ALWAYS for suffix in EXPORTS[name].endings]


@pytest.mark.parametrize(("name", "suffix"), CASES)
def test_every_export(qtbot, tmp_path, desk, name, suffix):
    made = desk()
    path = tmp_path / f"out{suffix}"
    made.exporter.export(name, path)
    if EXPORTS[name].source is Source.SESSION:
        made.turn()
        assert made.session.loop.message == f"Exported to {path}"
    else:
        made.finish(qtbot)
        assert made.failed == []
        assert made.told == [f"Exported to {path}"]
    assert whole(path)
    assert made.settings.value("folder") == str(tmp_path)


def test_a_lesson_is_handed_in(tmp_path, desk):
    made = desk()
    path = tmp_path / "mine.html"
    made.exporter.export("hand_in", path)
    assert made.failed == ["there is no lesson in this session; begin one in the course first"]
    assert not path.exists()
    lesson = course_lesson("one_weight")
    BeginLesson(encode_lesson(lesson).decode()).apply(made.session)
    made.turn()
    made.exporter.export("hand_in", path)
    assert made.told == [f"Exported to {path}"]
    assert lesson.title["en"] in path.read_text()


def test_histograms_as_a_table_have_the_shares_of_the_recorded_epochs(qtbot, tmp_path, desk):
    made = desk(epochs=4)
    made.exporter.export("histograms", tmp_path / "h.csv")
    made.finish(qtbot)
    with (tmp_path / "h.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["epoch"] for row in rows} == {"0", "1", "2", "3", "4"}
    weights = made.session.run.network.W[0]
    last = [row for row in rows if (row["quantity"], row["layer"], row["epoch"]) == ("weights", "1", "4")]
    for row in last:
        inside = (weights >= float(row["low"])) & (weights < float(row["high"]))
        assert float(row["share"]) == pytest.approx(inside.mean(), abs=1e-12)
    for quantity in ("activations", "gradients"):
        shares = [
            float(row["share"]) for row in rows if (row["quantity"], row["layer"], row["epoch"]) == (quantity, "2", "4")
        ]
        assert sum(shares) == pytest.approx(1.0)


@pytest.mark.parametrize("suffix", EXPORTS["many"].endings)
def test_networks_on_the_wall(tmp_path, desk, suffix):
    made = desk()
    path = tmp_path / f"wall{suffix}"
    made.exporter.export("many", path)
    assert "no networks on the wall" in made.failed[0]
    assert not path.exists()
    StartMany(("training.learning_rate=0.01,0.1",), 2, 3).apply(made.session)
    while made.session.jobs.busy:
        made.session.jobs.advance(0.1)
    made.turn()
    made.exporter.export("many", path)
    assert made.told == [f"Exported to {path}"]
    assert whole(path)


def test_runs_to_compare(tmp_path, desk):
    made = desk()
    path = tmp_path / "runs.csv"
    made.exporter.export("runs", path)
    assert "no runs to compare; pin one" in made.failed[0]
    assert not path.exists()
    made.session.pins.pin("=mine, the first")
    made.turn()
    made.exporter.export("runs", path)
    assert made.told == [f"Exported to {path}"]
    assert len(path.read_text("utf-8-sig").splitlines()) == 3


@pytest.mark.parametrize("suffix", EXPORTS["many_animation"].endings)
def test_the_wall_while_it_trains(qtbot, tmp_path, desk, suffix):
    """Every epoch once, and the last frame is the picture of the wall as it stands."""
    made = desk()
    path = tmp_path / f"wall{suffix}"
    made.exporter.export("many_animation", path)
    assert "no networks on the wall" in made.failed[0]
    made.failed.clear()
    StartMany(("training.learning_rate=0.01,1000",), 2, 3).apply(made.session)
    while made.session.jobs.busy:
        made.session.jobs.advance(0.1)
    made.turn()
    made.exporter.export("many_animation", path)
    made.finish(qtbot)
    reports = [frame.work["many"] for frame in made.seen]
    assert [report.frame.epoch for report in reports] == [0, 1, 2, 3]
    assert reports[-1] is made.session.jobs.under_way("many", ManyJob).look()
    assert np.array_equal(reports[1].frame.train_cost, reports[-1].frame.curves.train_cost[:, 1], equal_nan=True)
    made.exporter.export("many", tmp_path / "last.png")
    with Image.open(path) as moving, Image.open(tmp_path / "last.png") as still:
        assert moving.n_frames == 4
        moving.seek(3)
        last = np.asarray(moving.convert("RGB"), int)
        assert np.abs(last - np.asarray(still.convert("RGB").resize(moving.size), int)).mean() < 6


@pytest.mark.parametrize("suffix", EXPORTS["atlas"].endings)
def test_the_pixels_of_the_atlas(tmp_path, desk, suffix):
    made = desk()
    path = tmp_path / f"atlas{suffix}"
    made.exporter.export("atlas", path)
    assert "there is no atlas" in made.failed[0]
    across = Axis("training.learning_rate", 0.01, 0.1, logarithmic=True)
    StartAtlas(across, Axis("network.seed", 0, 7), 8, 1).apply(made.session)
    while made.session.jobs.busy:
        made.session.jobs.advance(0.1)
    made.turn()
    ColorAtlas("train_cost").apply(made.session)
    made.turn()
    made.exporter.export("atlas", path)
    assert made.told == [f"Exported to {path}"]
    assert whole(path)
    assert suffix != ".svg" or "Training cost after 1 epoch" in path.read_text()
    ColorAtlas("solved_at").apply(made.session)
    made.turn()
    made.exporter.export("atlas", path)
    assert suffix != ".svg" or "after how many of 1 epoch it is solved; grey is not" in path.read_text()


@pytest.mark.parametrize("suffix", EXPORTS["compare"].endings)
def test_two_branches(tmp_path, desk, suffix):
    made = desk()
    path = tmp_path / f"fork{suffix}"
    made.exporter.export("compare", path)
    assert "there are no branches" in made.failed[0]
    StartCompare(0, made.session.epoch + 5, Change("rate", (0.5,))).apply(made.session)
    while made.session.jobs.busy:
        made.session.jobs.advance(0.01)
    made.turn()
    made.exporter.export("compare", path)
    assert made.told == [f"Exported to {path}"]
    assert whole(path)
    if suffix == ".png":  # nothing stands at the left of a map: its curves' colour means nothing where they are not
        with Image.open(path) as picture:
            place = round((GAP + EDGE / 2) * PNG_DOTS), round((HEAD + GAP + SIDE / 2) * PNG_DOTS)
            assert picture.getpixel(place) == picture.getpixel((0, 0))


def test_the_menu_names_every_export_once(qtbot, desk):
    menu = desk().exporter.menu
    menu.aboutToShow.emit()
    menu.aboutToShow.emit()  # a second time changes nothing
    actions = menu.actions() + [action for sub in menu.findChildren(QMenu) for action in sub.actions()]
    names = [action.objectName().removeprefix("export_") for action in actions if action.objectName()]
    assert sorted(names) == sorted(EXPORTS)
    assert all(action.statusTip() for action in actions if action.objectName())
    for sub in (menu, *menu.findChildren(QMenu)):
        keys = [text[text.index("&") + 1].lower() for text in (a.text() for a in sub.actions()) if "&" in text]
        assert len(keys) == len(set(keys)), keys


def test_the_table_has_every_figure_and_every_animation():
    assert [name.removeprefix("figure_") for name in EXPORTS if name.startswith("figure_")] == list(FIGURES)
    moving = [name for name, figure in FIGURES.items() if figure.moves]
    assert [name.removeprefix("animation_") for name in EXPORTS if name.startswith("animation_")] == moving
    assert {
        suffix for name, record in EXPORTS.items() if name.startswith("animation_") for suffix in record.endings
    } == {*ANIMATIONS}


def test_an_animation_is_painted_a_frame_at_a_time_with_progress(qtbot, tmp_path, desk):
    made = desk(epochs=6)
    made.exporter.export("animation_output", tmp_path / "a.gif")
    progress = made.exporter._animation.progress
    values = []
    while not made.told:
        made.turn()
        qtbot.wait(1)
        if made.exporter._animation is not None:
            values.append((progress.value(), progress.maximum()))
    assert values == sorted(values)
    assert {high for _, high in values} <= {0, 7}
    with Image.open(tmp_path / "a.gif") as picture:
        assert picture.n_frames == 7
    made.turn()  # the frames' memory is given back
    assert made.animation.frames == ()


def test_giving_up_leaves_nothing(qtbot, tmp_path, desk):
    made = desk(epochs=6)
    made.exporter.export("animation_output", tmp_path / "a.gif")
    for _ in range(3):
        made.turn()
        qtbot.wait(1)
    made.exporter._animation.progress.canceled.emit()
    for _ in range(10):
        made.turn()
        qtbot.wait(1)
    assert not (tmp_path / "a.gif").exists()
    assert made.commands[-1].kind is ForgetAnimation
    assert not made.session.jobs.busy
    assert (made.told, made.failed, made.animation.frames) == ([], [], ())


def test_another_network_on_the_way_changes_nothing(qtbot, tmp_path, desk):
    """The frames are of the moments when the export was asked for, whatever a person does meanwhile."""
    made, undisturbed = desk(epochs=6), desk(epochs=6)
    for each, name in ((made, "a.gif"), (undisturbed, "b.gif")):
        each.exporter.export("animation_output", tmp_path / name)
        each.turn()
    made.session.change(override(made.session.experiment, ["network.hidden=[2]"]))
    made.finish(qtbot)
    undisturbed.finish(qtbot)
    assert made.failed == []
    assert (tmp_path / "a.gif").read_bytes() == (tmp_path / "b.gif").read_bytes()


ANIMATED = [name for name in EXPORTS if name.startswith("animation_")]


@pytest.mark.parametrize("name", ANIMATED)
@pytest.mark.parametrize("presets", [("digits", "circles"), ("circles", "digits"), ("sine", "circles", "spirals")])
def test_an_animation_across_changed_data_has_the_frames_that_can_be_drawn(qtbot, tmp_path, desk, presets, name):
    made = desk(presets[0], epochs=1)
    for preset in presets[1:]:
        source = read_preset(preset).data.source
        ChangeField("data.source", source).apply(made.session)
        made.session.step_epoch()
    made.turn()
    made.exporter.export(name, tmp_path / "a.gif")
    made.finish(qtbot)
    assert made.failed == []
    with Image.open(tmp_path / "a.gif") as picture:
        drawn = picture.n_frames
    problem_infos = [frame.problem_info for frame in made.seen]
    assert len({problem_info.train_X.tobytes() for problem_info in problem_infos}) == len(presets)
    figure = name.removeprefix("animation_")
    assert drawn == sum(not figure_for(figure, problem_info).lacks(problem_info) for problem_info in problem_infos) > 1


def test_an_unexpected_error_in_a_frame_ends_the_export(qtbot, tmp_path, desk, monkeypatch):
    made = desk(epochs=3)
    monkeypatch.setattr("playground.views.pictures.draw", lambda *_: 1 / 0)
    made.exporter.export("animation_output", tmp_path / "a.gif")
    with qtbot.captureExceptions() as errors:
        qtbot.waitUntil(lambda: made.turn() or made.exporter._animation is None)
    assert [error[0] for error in errors] == [ZeroDivisionError]
    assert not (tmp_path / "a.gif").exists()


def test_frames_that_never_come_are_told(qtbot, tmp_path, desk):
    made = desk(epochs=6)
    made.exporter.export("animation_output", tmp_path / "a.gif")
    made.turn()
    ForgetAnimation().apply(made.session)
    made.finish(qtbot)
    assert made.failed == ["The frames were lost on the way; nothing was written."]
    assert not (tmp_path / "a.gif").exists()


def test_a_second_export_takes_the_place_of_the_first(qtbot, tmp_path, desk):
    made = desk(epochs=6)
    made.exporter.export("animation_output", tmp_path / "a.gif")
    made.turn()
    made.exporter.export("figure_confusion", tmp_path / "b.png")
    made.finish(qtbot)
    qtbot.wait(20)
    assert made.told == [f"Exported to {tmp_path / 'b.png'}"]
    assert not (tmp_path / "a.gif").exists()


def test_numbers_have_no_confusion_matrix(tmp_path, desk):
    made = desk("sine")
    for name in ("figure_confusion", "animation_confusion"):
        made.exporter.export(name, tmp_path / "a.png")
    assert len(made.failed) == 2
    assert "needs classes" in made.failed[0]
    assert made.commands == []


def test_data_that_change_while_a_figure_waits_for_its_answers_are_told(qtbot, tmp_path, desk):
    made = desk()
    made.exporter.export("figure_confusion", tmp_path / "a.png")
    made.session.load(read_preset("sine"))
    made.finish(qtbot)
    assert "needs classes" in made.failed[0]
    assert made.told == []
    assert not list(tmp_path.glob("*.png"))


@pytest.mark.parametrize("name", [name for name in ALWAYS if EXPORTS[name].source is not Source.SESSION])
def test_a_full_disk_is_told_in_one_line(qtbot, tmp_path, desk, name, monkeypatch):
    made = desk()
    path = tmp_path / f"out{EXPORTS[name].endings[0]}"
    path.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        made.exporter.export(name, path)
        made.finish(qtbot)
    assert made.told == []
    assert "the disk is full" in made.failed[0]
    assert path.read_bytes() == b"old"
    assert not list(tmp_path.glob(".playground-*"))


def test_without_onnx(tmp_path, desk, monkeypatch):
    made = desk()
    monkeypatch.setitem(sys.modules, "onnx", None)
    made.exporter.export("onnx", tmp_path / "a.onnx")
    assert made.failed == ["an .onnx file needs the package onnx: pip install 'backpropagation-playground[onnx]'"]


def test_settings_through_the_clipboard(desk):
    made = desk("spirals", **{"training.learning_rate": 0.017})
    made.exporter.copy_settings()
    text = QGuiApplication.clipboard().text()
    assert text.startswith(TITLE)
    assert experiment_from_text(text) == made.session.experiment
    other = desk("xor")
    other.documents.paste_settings()
    (command,) = other.commands
    assert command.kind is Load
    assert isinstance(command["experiment"], Experiment)
    command.apply(other.session)
    assert other.session.experiment == made.session.experiment
    assert "Spirals" in other.told[0]


@pytest.mark.parametrize("text", ["", "hello", '{"schema_version": 99}'])
def test_a_clipboard_without_settings(desk, text):
    made = desk()
    QGuiApplication.clipboard().setText(text)
    made.documents.paste_settings()
    assert made.commands == []
    assert made.failed[0].startswith("clipboard: ")


def test_what_is_asked_before(qtbot, tmp_path, desk, monkeypatch):
    made = desk()
    asked = []

    def answer(window, title, suggestion, filters):
        asked.append((title, suggestion.name, filters))
        return tmp_path / "w.npz" if len(asked) == 1 else None

    monkeypatch.setattr("playground.main_window.exporting.ask_save_name", answer)
    made.exporter.ask("weights")
    made.exporter.ask("figure_output")
    assert asked == [
        ("Weights", "circles.npz", ["Weights (*.npz)"]),
        ("Output", "circles.png", ["Pictures (*.png)", "Drawings (*.svg)"]),
    ]
    model = read_weights(tmp_path / "w.npz")
    assert np.array_equal(model.W[0], made.session.run.network.W[0])
    assert made.told == [f"Exported to {tmp_path / 'w.npz'}"]


def test_before_the_first_frame_there_is_nothing(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    exporter = Exporter(window, lambda _command: None, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    for record in EXPORTS.values():
        exporter.ask(record.name)
        exporter.export(record.name, tmp_path / f"a{record.endings[0]}")
    exporter.copy_settings()
    assert [path.name for path in tmp_path.iterdir()] in ([], ["s.ini"])


def test_beside_a_training_that_goes_on(qtbot, tmp_path):
    """The real worker: frames come while it trains, and training is not stopped by it."""
    session = TrainingSession(read_preset("circles"))
    window = QWidget()
    qtbot.addWidget(window)
    worker = TrainingWorker(session)
    exporter = Exporter(window, worker.post, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    seen, told, failed = [], [], []
    exporter.told.connect(told.append)
    exporter.failed.connect(failed.append)
    worker.failed.connect(failed.append)

    class Frames(QObject):
        def take(self):
            snapshot = worker.take()
            if snapshot is not None:
                seen.append(snapshot.update)
                exporter.show_snapshot(snapshot)

    frames = Frames()
    worker.snapshot_ready.connect(frames.take)
    worker.start()
    try:
        worker.post(Run())
        qtbot.waitUntil(lambda: len(seen) > 10, timeout=10_000)
        exporter.export("animation_output", tmp_path / "a.gif")
        qtbot.waitUntil(lambda: bool(told or failed), timeout=20_000)
        after = len(seen)
        qtbot.waitUntil(lambda: len(seen) > after + 3, timeout=10_000)
    finally:
        worker.stop()
    assert failed == []
    assert seen == sorted(seen)
    assert seen[-1] > seen[after - 1]
    with Image.open(tmp_path / "a.gif") as picture:
        assert 2 <= picture.n_frames <= 40

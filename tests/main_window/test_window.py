"""The real window, driven as a person would."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from playground.files import read_weights
from playground.main_window import dialogs, documents, exporting
from playground.main_window.actions import ACTIONS, EDIT, MENUS, TRAIN
from playground.main_window.exports import EXPORTS
from playground.main_window.window import MainWindow
from playground.training.commands import OpenTarget, Pause, Run, SetParameter
from playground.training.commands.command import Kind
from playground.views.controls.exact import ExactBox
from playground.views.heatmaps.canvas import HeatmapCanvas
from playground.views.network.canvas import NetworkCanvas
from playground.views.network.controls import ActivationBox, LayerControls
from playground.views.timeline import TimelineStrip


def named(window: MainWindow, kind: type, name: str):
    (widget,) = [w for w in window.findChildren(kind) if w.accessibleName() == name and w.isVisible()]
    return widget


def settle(qtbot: QtBot, window: MainWindow, condition) -> None:
    qtbot.waitUntil(lambda: condition(window.snapshot), timeout=5000)


def export(window: MainWindow, name: str, path: Path) -> None:
    window._exporter.export(name, path)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    window.activateWindow()
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def choose(qtbot: QtBot, box: QComboBox, data: str) -> None:
    index = box.findData(data)
    assert index >= 0
    box.setCurrentIndex(index)
    box.activated.emit(index)


def plain_numpy(path: Path, F: np.ndarray) -> np.ndarray:
    npz = np.load(path)
    A = (F - npz["input_mean"]) / npz["input_scale"]
    layers = json.loads(str(npz["experiment"]))["network"]["hidden"]
    functions = {"tanh": np.tanh, "relu": lambda Z: np.maximum(Z, 0), "sigmoid": lambda Z: 1 / (1 + np.exp(-Z))}
    names = [layer["activation"] for layer in layers] + ["sigmoid"]
    for number, name in enumerate(names, start=1):
        A = functions[name](npz[f"W{number}"] @ A + npz[f"b{number}"])
    return A


@pytest.mark.fast
def test_a_person_edits_trains_steps_exports_and_reopens(qtbot, make_window, monkeypatch, tmp_path):
    window = make_window("circles")
    # Load XOR from the list of presets.
    choose(qtbot, named(window, QComboBox, "Preset"), "xor")
    settle(qtbot, window, lambda s: s.experiment.data.source == "xor")
    first = window.snapshot
    # Add a layer, change an activation.
    qtbot.mouseClick(named(window, QToolButton, "Add layer 2"), Qt.MouseButton.LeftButton)
    settle(qtbot, window, lambda s: len(s.experiment.network.hidden) == len(first.experiment.network.hidden) + 1)
    assert np.array_equal(window.snapshot.W[0], first.W[0])
    choose(qtbot, named(window, ActivationBox, "Activation of layer 1"), "relu")
    settle(qtbot, window, lambda s: s.problem_info.activations[0] == "relu")
    assert np.array_equal(window.snapshot.W[0], first.W[0])
    # Run, and change the learning rate live: the weights go on from where they are.
    press(qtbot, window, Qt.Key.Key_Space)
    settle(qtbot, window, lambda s: s.running and s.update > 100)
    rate = named(window, ExactBox, "Learning rate")
    rate.setFocus()
    rate.selectAll()
    qtbot.keyClicks(rate, "0.004")
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    settle(qtbot, window, lambda s: s.experiment.training.learning_rate == 0.004)
    assert window.snapshot.running
    assert window.snapshot.update > 100
    # Pause, step.
    window.centralWidget().setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    settle(qtbot, window, lambda s: not s.running)
    paused = window.snapshot.update
    press(qtbot, window, Qt.Key.Key_Right)
    settle(qtbot, window, lambda s: s.update == paused + 1)
    epoch = window.snapshot.epoch
    press(qtbot, window, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, window, lambda s: s.epoch == epoch + 1)
    # Export, reopen, go on.
    path = tmp_path / "mine.npz"
    monkeypatch.setattr(exporting, "ask_save_name", lambda *_: path)
    press(qtbot, window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(path.is_file)
    exported = window.snapshot
    press(qtbot, window, Qt.Key.Key_R)
    settle(qtbot, window, lambda s: s.epoch == 0)
    assert not np.array_equal(window.snapshot.W[0], exported.W[0])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    press(qtbot, window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window, lambda s: np.array_equal(s.W[0], exported.W[0]))
    assert window.snapshot.train_cost == exported.train_cost
    X = window.snapshot.problem_info.train_X
    predicted = plain_numpy(path, X)
    accuracy = ((predicted[0] > 0.5) == window.snapshot.problem_info.train_labels).mean()
    assert accuracy == pytest.approx(window.snapshot.train_accuracy)
    press(qtbot, window, Qt.Key.Key_Right)
    settle(qtbot, window, lambda s: s.update == 1)


def test_hovering_a_neuron_shows_its_map_large(qtbot, window):
    canvas = window.findChild(NetworkCanvas)
    shown = []
    network = canvas.window()._panels.network
    network.unit_hovered.connect(shown.append)
    width, height = canvas.width(), canvas.height()
    for x in range(0, width, 12):
        for y in range(0, height, 24):
            qtbot.mouseMove(canvas, QPoint(x, y))
    units = {unit for unit in shown if unit is not None}
    sizes = window.snapshot.problem_info.sizes
    assert units == {(layer, unit) for layer, size in enumerate(sizes) for unit in range(size)}
    qtbot.mouseMove(canvas, QPoint(1, height - 1))


def test_the_unit_buttons_add_and_remove_neurons(qtbot, window):
    controls = window.findChild(LayerControls)
    before = window.snapshot
    qtbot.mouseClick(controls.more, Qt.MouseButton.LeftButton)
    settle(qtbot, window, lambda s: s.problem_info.sizes[1] == before.problem_info.sizes[1] + 1)
    assert np.array_equal(window.snapshot.W[0][:-1], before.W[0])
    qtbot.mouseClick(controls.fewer, Qt.MouseButton.LeftButton)
    settle(qtbot, window, lambda s: s.problem_info.sizes == before.problem_info.sizes)
    assert np.array_equal(window.snapshot.W[0], before.W[0])
    assert np.array_equal(window.snapshot.W[1], before.W[1])


def test_an_edited_weight_can_be_taken_back(qtbot, window):
    before = window.snapshot
    window.post(SetParameter(1, 0, 0, 7.5))
    settle(qtbot, window, lambda s: s.W[0][0, 0] == 7.5)
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window, lambda s: s.W[0][0, 0] == before.W[0][0, 0])
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, window, lambda s: s.W[0][0, 0] == 7.5)


@pytest.mark.fast
def test_a_whole_run_can_be_taken_back(qtbot, window):
    before = window.snapshot
    press(qtbot, window, Qt.Key.Key_Space)
    settle(qtbot, window, lambda s: s.epoch > 3)
    press(qtbot, window, Qt.Key.Key_Space)
    settle(qtbot, window, lambda s: not s.running)
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window, lambda s: s.epoch == 0)
    assert np.array_equal(window.snapshot.W[0], before.W[0])


@pytest.mark.fast
def test_a_step_back_is_exactly_one_update(qtbot, window):
    press(qtbot, window, Qt.Key.Key_Right)
    settle(qtbot, window, lambda s: s.update == 1)
    first = window.snapshot
    press(qtbot, window, Qt.Key.Key_Right)
    settle(qtbot, window, lambda s: s.update == 2)
    press(qtbot, window, Qt.Key.Key_Left)
    settle(qtbot, window, lambda s: s.update == 1)
    assert all(np.array_equal(now, then) for now, then in zip(window.snapshot.W, first.W, strict=True))
    assert np.array_equal(window.snapshot.dW[0], first.dW[0])


def test_the_timeline_takes_the_whole_window_back(qtbot, window):
    window.post(Run())
    settle(qtbot, window, lambda s: s.epoch > 40)
    window.post(Pause())
    settle(qtbot, window, lambda s: not s.running)
    strip = window.findChild(TimelineStrip)
    strip.track.setFocus()
    qtbot.keyClick(strip.track, Qt.Key.Key_Home)
    settle(qtbot, window, lambda s: s.epoch == 0)
    assert window.snapshot.timeline.position == 0
    assert window.snapshot.curves.epochs[-1] > 40


def test_the_list_of_changes_is_gone_along_by_a_click(qtbot, window):
    before = window.snapshot
    window.post(SetParameter(1, 0, 0, 7.5))
    window.post(SetParameter(1, 0, 1, 2.5))
    settle(qtbot, window, lambda s: len(s.undo_labels) == 2)
    history = window._area.lower_right.open("history")
    history.setCurrentIndex(history.model().index(0, 0))
    settle(qtbot, window, lambda s: s.undo_position == 0)
    assert np.array_equal(window.snapshot.W[0], before.W[0])
    history.setCurrentIndex(history.model().index(2, 0))
    settle(qtbot, window, lambda s: s.W[0][0, 1] == 2.5)


def test_a_row_of_the_results_is_walked_through(qtbot, window):
    results = window._area.workspaces.open("results")
    qtbot.waitUntil(lambda: results.rows.table.model().rowCount() > 0)
    results.example_chosen.emit(3)
    settle(qtbot, window, lambda s: s.walkthrough is not None and s.walkthrough.example == 3)


def test_only_what_is_seen_is_asked_for(qtbot, window):
    assert window.snapshot.answers == {}
    window.show_workspace("spaces")
    settle(qtbot, window, lambda s: bool(s.answers))
    window.show_workspace("train")
    settle(qtbot, window, lambda s: not s.answers)


@pytest.mark.fast
def test_divergence_is_told_with_the_way_out(qtbot, make_window):
    window = make_window("sine")
    rate = named(window, ExactBox, "Learning rate")
    rate.setFocus()
    rate.selectAll()
    qtbot.keyClicks(rate, "1000")
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    choose(qtbot, named(window, QComboBox, "Optimizer"), "sgd")
    settle(qtbot, window, lambda s: s.experiment.training.optimizer == "sgd")
    window.post(SetParameter(1, 0, 0, 1e200))
    window.post(SetParameter(len(window.snapshot.W), 0, 0, 1e200))
    window.centralWidget().setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    settle(qtbot, window, lambda s: s.divergence is not None)
    banner = window._panels.banner
    assert banner.isVisible()
    assert "smaller weights" in banner.text  # weights of 1e200 were typed: that is the cause
    assert all(np.isfinite(W).all() for W in window.snapshot.W)


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"{", "JSON"), (b'{"schema_version": 99}', "version"), (b"", "empty"), (b"[1, 2]", "object")],
)
def test_a_bad_file_is_told_and_changes_nothing(qtbot, window, tmp_path, content, word):
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    before = window.snapshot
    window.open(path)
    banner = window._panels.banner
    qtbot.waitUntil(banner.isVisible)
    assert "bad.json" in banner.text
    assert "Traceback" not in banner.text
    assert "\n" not in banner.text
    press(qtbot, window, Qt.Key.Key_Right)
    settle(qtbot, window, lambda s: s.update == before.update + 1)
    assert window.snapshot.experiment == before.experiment


def test_nonsense_typed_as_learning_rate_is_refused_in_place(qtbot, window):
    rate = named(window, ExactBox, "Learning rate")
    before = window.snapshot.experiment.training.learning_rate
    for text in ("1e9", "-1", "banana", "nan"):
        rate.setFocus()
        rate.selectAll()
        qtbot.keyClicks(rate, text)
        qtbot.keyClick(rate, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_Escape)
    window.centralWidget().setFocus()
    press(qtbot, window, Qt.Key.Key_Right)
    settle(qtbot, window, lambda s: s.update == 1)
    assert window.snapshot.experiment.training.learning_rate == before


def test_an_unusable_export_keeps_the_old_file(qtbot, window, tmp_path):
    folder = tmp_path / "folder.npz"
    folder.mkdir()
    export(window, "weights", folder)
    assert window._panels.banner.isVisible()
    assert folder.is_dir()
    path = tmp_path / "good.npz"
    export(window, "weights", path)
    assert np.array_equal(read_weights(path).W[0], window.snapshot.W[0])


def test_save_asks_once(qtbot, window, monkeypatch, tmp_path):
    path, asked = tmp_path / "mine.playground", []
    monkeypatch.setattr(documents, "ask_save_name", lambda *_: asked.append(1) or path)
    for _ in range(2):
        press(qtbot, window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(path.is_file)
    assert len(asked) == 1


def test_the_suffix_is_added_before_the_dialog_asks_to_replace(qtbot, window, monkeypatch, tmp_path):
    shown = []

    def accept(dialog):
        shown.append((dialog.defaultSuffix(), dialog.selectedFiles(), dialog.nameFilters()))
        return QFileDialog.DialogCode.Accepted

    monkeypatch.setattr(QFileDialog, "exec", accept)
    path = dialogs.ask_save_name(window, "Export", tmp_path / "mine.npz", ["Weights (*.npz)", "ONNX (*.onnx)"])
    assert path == tmp_path / "mine.npz"
    assert shown == [("npz", [str(path)], ["Weights (*.npz)", "ONNX (*.onnx)"])]


@pytest.mark.parametrize("name", ["weights", "onnx", "pytorch", "numpy"])
def test_every_kind_of_network_file_is_written(window, tmp_path, name):
    path = tmp_path / f"mine{EXPORTS[name].endings[0]}"
    export(window, name, path)
    assert path.stat().st_size > 300
    assert not window._panels.banner.isVisible()


def test_a_problem_told_is_over_with_the_next_success(qtbot, window, tmp_path):
    (tmp_path / "folder.npz").mkdir()
    export(window, "weights", tmp_path / "folder.npz")
    assert window._panels.banner.isVisible()
    export(window, "weights", tmp_path / "good.npz")
    assert not window._panels.banner.isVisible()


def test_a_space_in_a_field_runs(qtbot, window):
    rate = named(window, ExactBox, "Learning rate")
    rate.setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    settle(qtbot, window, lambda s: s.running)
    assert " " not in rate.text()
    press(qtbot, window, Qt.Key.Key_Space)
    settle(qtbot, window, lambda s: not s.running)


def test_a_file_can_be_dropped(qtbot, window, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("a,b,kind\n" + "".join(f"{i},{i % 7},{'yes' if i % 2 else 'no'}\n" for i in range(40)))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)
    settle(qtbot, window, lambda s: s.problem_info.input_names == ("a", "b"))
    assert window.snapshot.problem_info.classes == ("no", "yes")
    press(qtbot, window, Qt.Key.Key_Right)
    settle(qtbot, window, lambda s: s.update == 1)


def test_two_hundred_starts_and_stops(qtbot, window):
    for _ in range(200):
        window.post(Run())
        window.post(Pause())
    press(qtbot, window, Qt.Key.Key_Right)
    settle(qtbot, window, lambda s: not s.running and s.update >= 1)


@pytest.mark.parametrize("name", [row.name for menu in (TRAIN, EDIT) for row in MENUS[menu]])
def test_every_command_action_keeps_the_window_alive(qtbot, window, name):
    window._actions[name].trigger()
    window._actions["step_batch"].trigger()
    settle(qtbot, window, lambda s: s.update >= 1)


def test_settings_and_data_fit_the_left_column_of_the_smallest_window(make_window):
    window = make_window("circles", (1024, 700))
    for panel in (window._panels.data, window._panels.settings):
        assert panel.minimumSizeHint().width() <= panel.width()


def test_every_shortcut_is_used_once():
    keys = [key for record in ACTIONS.values() for key in record.shortcuts]
    assert len(keys) == len(set(keys))


def test_themes_change_live(qtbot, window):
    window._actions["dark"].trigger()
    assert QApplication.palette().window().color().lightness() < 80
    window._actions["dark"].trigger()
    assert QApplication.palette().window().color().lightness() > 180


def test_geometry_and_theme_are_remembered(qtbot, make_window, tmp_path):
    settings = QSettings(str(tmp_path / "own.ini"), QSettings.Format.IniFormat)
    first = make_window(settings=settings)
    first.resize(1111, 777)
    first._actions["dark"].trigger()
    first.close()
    second = make_window(size=(1111, 777), settings=settings)
    assert second._actions["dark"].isChecked()
    assert second.size().width() == 1111
    second._actions["dark"].trigger()


def test_the_last_session_can_be_restored(qtbot, make_window):
    first = make_window("xor")
    first.post(SetParameter(1, 0, 0, 7.5))
    settle(qtbot, first, lambda s: s.W[0][0, 0] == 7.5)
    first.close()
    second = make_window("circles")
    second._actions["restore"].trigger()
    settle(qtbot, second, lambda s: s.experiment.data.source == "xor" and s.W[0][0, 0] == 7.5)


def test_an_unexpected_error_is_shown_and_work_goes_on(qtbot, window):
    def broken(session):
        raise RuntimeError("broken on purpose")

    window.post(Kind(broken)())
    banner = window._panels.banner
    qtbot.waitUntil(banner.isVisible)
    assert "broken on purpose" in banner.text
    window.post(OpenTarget("xor"))
    settle(qtbot, window, lambda s: s.experiment.data.source == "xor")


def test_the_heatmaps_say_the_exact_cell(qtbot, window):
    window._actions["step_batch"].trigger()
    settle(qtbot, window, lambda s: s.update == 1)
    canvas = window.findChild(HeatmapCanvas)
    heatmaps = window._panels.heatmaps
    cells = []
    heatmaps.cell_hovered.connect(cells.append)
    for x in range(0, canvas.width(), 10):
        for y in range(0, canvas.height(), 10):
            qtbot.mouseMove(canvas, QPoint(x, y))
    sizes = window.snapshot.problem_info.sizes
    wanted = {
        (layer, row, column)
        for layer in range(1, len(sizes))
        for row in range(sizes[layer])
        for column in range(sizes[layer - 1] + 1)
    }
    assert {tuple(cell) for cell in cells if cell is not None} == wanted


CLOSING = """
import sys
from PySide6.QtCore import QSettings, QTimer
from playground.app import application
from playground.files import read_preset
from playground.main_window import documents, exporting
from playground.main_window.window import MainWindow
from playground.training import TrainingSession
from playground.training.commands import Run
app = application()
window = MainWindow(TrainingSession(read_preset("spirals")), QSettings(sys.argv[1], QSettings.Format.IniFormat))
window.show()
window.post(Run())
QTimer.singleShot(700, window.close)
code = app.exec()
assert window.snapshot.update > 0
window.shut_down()
window.deleteLater()
app.processEvents()
sys.exit(code)
"""


def test_closing_mid_run_ends_the_process_well(tmp_path):
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", CLOSING, str(tmp_path / "w.ini")],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr.replace("This plugin does not support propagateSizeHints()", "").strip()) == (
        0,
        "",
    )


def test_something_unexpected_is_told_until_the_person_goes_on(qtbot, window):
    window.report("Traceback\nZeroDivisionError: division by zero")
    banner = window._panels.banner
    assert banner.isVisible()
    assert "ZeroDivisionError" in banner.text
    window.post(SetParameter(1, 0, 0, 0.5))
    qtbot.waitUntil(banner.isHidden)

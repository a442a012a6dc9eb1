"""The first minute: a pace that can be watched, a run that rests, and a line that goes for good."""

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from playground.files import read_preset
from playground.lessons.course import COURSE, course_lesson
from playground.lessons.record import decode_record
from playground.main_window.first_minute import FIRST_SPEED, TARGET_COST, chosen_speed, is_first, resting
from playground.main_window.selection import steepest_weight
from playground.training import SPEED_LIMITS, TrainingSession
from playground.training.commands import StepBatch
from playground.views.heatmaps.frame import Frame


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "first.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def first(make_window, settings):
    assert is_first(settings)
    session = TrainingSession(resting(read_preset("circles")))
    session.set_speed_limit(chosen_speed(settings))
    window = make_window(settings=settings, session=session)
    window.first_minute.show()
    return window


def press(qtbot, line, text):
    button = next(button for button in line.findChildren(QPushButton) if button.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_first_run_takes_about_eight_seconds_and_rests_when_the_problem_is_solved():
    session = TrainingSession(resting(read_preset("circles")))
    session.start()
    while session.loop.running:
        session.advance(1.0)
    limit = SPEED_LIMITS[FIRST_SPEED]
    assert limit.unit == "epoch"
    assert 7 <= session.epoch / limit.per_second <= 9.5
    scores = session.observer.scores()
    assert scores.train_cost <= TARGET_COST
    assert scores.test_accuracy >= 0.99
    assert "the target was" in session.loop.message


def test_only_where_nothing_was_ever_chosen(settings):
    settings.setValue("geometry", b"")
    assert not is_first(settings)
    assert chosen_speed(settings) == "full"


@pytest.mark.parametrize(
    ("target", "chosen", "speed", "stands"),
    [
        (None, {}, FIRST_SPEED, True),
        (None, {"speed": "updates_10", "welcome": True}, "updates_10", True),
        (None, {"speed": "full", "welcome": False}, "full", False),
        (None, {"geometry": ""}, "full", False),
        ("xor", {}, "full", False),
    ],
    ids=("first", "chosen", "later", "an earlier version's", "a target"),
)
def test_the_program_begins_with_it_only_on_a_first_start(tmp_path, target, chosen, speed, stands):
    script = """
import json, sys
from PySide6.QtCore import QTimer
from playground import app
target, chosen = json.loads(sys.argv[1])
for key, value in chosen.items():
    app.settings().setValue(key, value)
def look():
    window = program.window
    print(json.dumps([
        window._toolbar._speed_limit.currentData(),
        window.first_minute.line.isVisible(),
        window.snapshot.experiment.training.target_cost,
    ]))
    window.end()
class Program(app.Program):
    def __init__(self, *args):
        global program
        super().__init__(*args)
        program = self
        QTimer.singleShot(200, look)
app.Program = Program
sys.exit(app.run_window(target, language="en"))
"""
    places = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    command = [sys.executable, "-c", script, json.dumps([target, chosen])]
    done = subprocess.run(command, env=os.environ | places, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [speed, stands, TARGET_COST if stands else 0.0]


def test_the_window_shows_the_speed_and_remembers_another(first, settings):
    speed = first._toolbar._speed_limit
    assert speed.currentData() == FIRST_SPEED
    speed.activated.emit(speed.findData("full"))
    assert chosen_speed(settings) == "full"
    assert is_first(settings)  # the line was neither closed nor used


def test_closed_it_never_comes_back(qtbot, first, settings):
    line = first.first_minute.line
    assert line.isVisible()
    qtbot.mouseClick(line.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert line.isHidden()
    assert not is_first(settings)


def test_a_window_has_none_by_itself(window):
    assert window.first_minute.line.isHidden()
    assert window._toolbar._speed_limit.currentData() == "full"


def test_run(qtbot, first, settings):
    press(qtbot, first.first_minute.line, "Run")
    qtbot.waitUntil(lambda: first.snapshot.running and first.snapshot.epoch > 0)
    assert not is_first(settings)
    assert first.first_minute.line.isHidden()


def test_follow_one_weight_opens_its_paths_and_the_step_that_computes_its_gradient(qtbot, first):
    first.post(StepBatch())
    qtbot.waitUntil(lambda: first.snapshot.dW is not None)
    layer, row, column = steepest_weight(first.snapshot)
    press(qtbot, first.first_minute.line, "Follow one weight")
    assert first._area.workspaces.name == "backprop"
    view = first._area.workspaces.current
    qtbot.waitUntil(lambda: view.follow.followed is not None)
    assert view.follow.followed.weight == (layer, row, column)
    qtbot.mouseClick(view.follow.to_walk, Qt.MouseButton.LeftButton)
    walk = view.walk
    qtbot.waitUntil(lambda: walk.position is not None)
    assert (walk.position.phase.name, walk.position.phase.layer) == ("dW", layer)
    assert walk.card.explanation.left == f"dW[{layer}][{row + 1},{column + 1}]"


def test_start_the_course_opens_its_first_lesson(qtbot, first):
    press(qtbot, first.first_minute.line, "Start the course")
    qtbot.waitUntil(lambda: bool(first.snapshot.lesson), timeout=10_000)
    lesson = course_lesson(COURSE[0])
    assert f'"{lesson.id}"' in decode_record(first.snapshot.lesson, "lesson").lesson
    qtbot.waitUntil(lambda: first.lessons.view.is_playing)


def test_it_goes_along_to_a_window_in_another_language(first, make_window):
    other = make_window()
    other.take_over(first)
    assert other.first_minute.line.isVisible()


def test_empty_heatmaps_say_what_fills_them(qtbot, window, monkeypatch):
    said = []
    monkeypatch.setattr(Frame, "paint_notice", lambda _frame, _painter, text: said.append(text))
    window._panels.heatmaps.canvas.grab()
    assert set(said) == {"press → for the first gradient"}
    window._actions["step_batch"].trigger()
    qtbot.waitUntil(lambda: window.snapshot.dW is not None)
    said.clear()
    window._panels.heatmaps.canvas.grab()
    assert not said


def test_after_a_way_was_begun_with_the_keyboard_the_keys_are_for_the_window(first, qtbot):
    run = next(button for button in first.first_minute.line.findChildren(QPushButton) if button.text() == "Run")
    run.setFocus()
    qtbot.keyClick(run, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: first.snapshot.running)
    assert first.focusWidget() is first._area
    qtbot.keyClick(first.focusWidget(), Qt.Key.Key_Space)  # and the same key pauses
    qtbot.waitUntil(lambda: not first.snapshot.running)

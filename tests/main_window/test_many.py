"""The wall in the real window: choose what varies, watch, point, take one, and come back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from playground.files import read_preset
from playground.lessons.commands import BeginLesson, EnterStep
from playground.lessons.course import course_lesson
from playground.lessons.decode import encode_lesson
from playground.training import TrainingSession
from playground.training.commands.many import StartMany
from playground.views.kit.accessible import speak_to_readers
from playground.views.kit.appearance import theme


@pytest.fixture
def view(window, qtbot):
    view = window._area.workspaces.open("many")
    qtbot.waitUntil(lambda: view.form.rows[0][0].count() > 1)
    return view


def choose(view, row, key, values):
    box, edit = view.form.rows[row]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    while box.currentData() != key:
        QTest.keyClick(box, Qt.Key.Key_Down)
    edit.selectAll()
    QTest.keyClicks(edit, values)


def run(view, qtbot, *, seeds=2, epochs=8, until="done"):
    view.form.seeds.setValue(seeds)
    view.form.epochs.setValue(epochs)
    assert view.run.isEnabled()
    qtbot.mouseClick(view.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.wall.report is not None and view.wall.report.state == until, timeout=30_000)


def center(view, number):
    item = view.wall.item_of(number)
    return view.wall.to_widget(item.box).center()


def test_it_begins_with_something_to_run(view):
    assert view.run.isEnabled()
    assert not view.pause.isEnabled()
    assert view.form.count.text() == "32 networks train at once."
    assert view.wall.items() == ()


def test_a_click_takes_one_and_undo_brings_the_old_one_back(window, view, qtbot):
    choose(view, 0, "training.learning_rate", "0.01,0.1")
    choose(view, 1, "network.hidden[0].units", "2,4")
    run(view, qtbot)
    items = view.wall.items()
    assert len(items) == 8
    assert items[7].name == "Network 8: learning rate 0.1, neurons 4, seed 1"
    assert "test accuracy" in items[7].value
    qtbot.mouseClick(view.wall, Qt.MouseButton.LeftButton, pos=center(view, 7))
    qtbot.waitUntil(lambda: window.snapshot.epoch == 8)
    assert window.snapshot.experiment.training.learning_rate == 0.1
    assert window.snapshot.experiment.network.seed == 1
    assert window.snapshot.undo_label == "Network 8 of the wall"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.snapshot.epoch == 0)
    assert len(view.wall.items()) == 8


def test_keys_go_from_one_to_the_next(window, view, qtbot, qapp):
    speak_to_readers(qapp)
    run(view, qtbot)
    view.wall.setFocus()
    QTest.keyClick(view.wall, Qt.Key.Key_Right)
    first, second = (item.key for item in view.wall.items()[:2])
    assert view.wall.selected == first
    QTest.keyClick(view.wall, Qt.Key.Key_Right)
    assert view.wall.selected == second
    assert view.curves.readout.as_text() == view.wall.name_of(second)
    QTest.keyClick(view.wall, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.snapshot.epoch == 8)
    QTest.keyClick(view.wall, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].split("\t") == ["Learning rate", "seed", "test accuracy", "epochs"]
    assert len(copied) == 1 + 8 + 2
    interface = QAccessible.queryAccessibleInterface(view.wall)
    assert interface.childCount() == 8
    assert interface.child(1).text(QAccessible.Text.Name).startswith(f"Network {second + 1}: learning rate")


def test_pause_go_on_and_stop(view, qtbot):
    run(view, qtbot, epochs=50_000, until="running")
    qtbot.waitUntil(lambda: view.wall.report.frame.epoch > 2)
    qtbot.mouseClick(view.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.wall.report.state == "paused")
    held = view.wall.report.frame.epoch
    assert view.pause.text() == "Go on"
    assert not view.form.isEnabled()
    qtbot.mouseClick(view.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.wall.report.frame.epoch > held)
    qtbot.mouseClick(view.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.wall.report.state == "stopped")
    assert view.form.isEnabled()
    assert view.run.isEnabled()
    assert not view.stop.isEnabled()


def test_sorted_by_score(view, qtbot):
    run(view, qtbot)
    view.order.choose("sorted")
    order = [item.key for item in view.wall.items()]
    scores = [view.wall.report.frame.score[number] for number in order]
    assert scores == sorted(scores, reverse=True)
    assert order[0] == view.wall.report.frame.best
    assert view.wall.items()[0].value.endswith(", best")


def test_the_mouse_over_the_curves_names_the_run(view, qtbot):
    run(view, qtbot)
    curves = view.wall.report.frame.curves
    view.curves.logarithmic.setChecked(False)
    view.curves.plot.hovered.emit(8.0, float(curves.test_cost[5, -1]))
    assert view.wall.hovered == 5
    assert view.curves.readout.as_text() == view.wall.name_of(5)
    view.curves.plot.unhovered.emit()
    assert view.wall.hovered is None
    view.curves.quantity.choose("score")
    assert view.curves.plot.as_text().count("\t") > 8


def test_curves_keep_the_colours_of_their_key_in_another_theme(window, view, qtbot):
    choose(view, 0, "training.learning_rate", "0.01,0.03,0.1")
    choose(view, 1, "network.hidden[0].units", "4")
    run(view, qtbot)
    for look in ("dark", "light"):
        window._appearance.choose(look)
        drawn = [line.pen.color().name() for line in view.curves._lines if line.isVisible()]
        assert drawn == list(theme().classes[:3])


@pytest.mark.parametrize(
    ("values", "seeds", "told"),
    [
        ("0.1", 2, "2 networks; at least 4"),
        ("0:1:100", 9, "900 networks, which"),
        ("", 4, "learning_rate: no value; type some with commas between them"),
        ("0.1,abc", 4, "What varies: training.learning_rate: text is not allowed; a number from 0 to 1000 was"),
        ("-1,0.1", 4, "What varies: training.learning_rate: -1.0 is out of range; a number from 0 to 1000 was"),
        ("0.1,,0.3", 4, "text is not allowed"),
        ("0.01:9000:48", 4, "is out of range"),
        ("1:2:0", 4, "What varies training.learning_rate=1:2:0: two numbers and how many values between them"),
        ("0.1,0.1", 4, "twice"),
    ],
)
def test_what_cannot_be_is_told_before(view, values, seeds, told):
    view.form.rows[0][1].setText(values)
    view.form.seeds.setValue(seeds)
    assert told in view.form.count.text()
    assert not view.run.isEnabled()


def test_values_that_do_not_go_together_are_refused(window, view, qtbot):
    choose(view, 0, "network.hidden", "[],[4]")
    choose(view, 1, "network.hidden[0].units", "2,4")
    qtbot.mouseClick(view.run, Qt.MouseButton.LeftButton)
    told = "What varies network.hidden[0].units: there is no element 0"
    qtbot.waitUntil(lambda: told in window._messages._banner.text)
    assert view.wall.report is None
    assert view.run.isEnabled()


@pytest.mark.parametrize("preset", ["digits", "sine", "three_spirals"])
def test_whatever_the_data_are(make_window, qtbot, preset):
    window = make_window(session=TrainingSession(read_preset(preset)))
    view = window._area.workspaces.open("many")
    qtbot.waitUntil(lambda: view.form.rows[0][0].count() > 1)
    run(view, qtbot, seeds=1, epochs=3)
    assert len(view.wall.items()) == 4
    assert not view.grab().isNull()


def test_closing_meanwhile(window, view, qtbot):
    run(view, qtbot, epochs=50_000, until="running")
    window.close()
    assert not window._worker.isRunning()


def test_a_wall_of_an_opened_session_goes_on(make_window, qtbot):
    session = TrainingSession(read_preset("circles"))
    StartMany(("training.learning_rate=0.01,0.1",), 2, 40).apply(session)
    while session.jobs.advance(0.01) and session.snapshot().work["many"].frame.epoch < 5:
        pass
    window = make_window(session=TrainingSession.from_memory(session.memory()))
    view = window._area.workspaces.open("many")
    qtbot.waitUntil(lambda: view.wall.report is not None)
    assert (view.form.variations, view.form.seeds.value()) == (("training.learning_rate=0.01,0.1",), 2)
    assert view.pause.text() == "Go on"
    qtbot.mouseClick(view.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.wall.report.state == "done", timeout=20_000)
    assert view.wall.report.frame.epochs.tolist() == [40] * 4


def test_lesson_15_opens_it(window, qtbot):
    lesson = course_lesson("what_goes_wrong")
    window.post(BeginLesson(encode_lesson(lesson).decode()))
    window.post(EnterStep([step.id for step in lesson.steps].index("many")))
    qtbot.waitUntil(lambda: window._area.workspaces.name == "many", timeout=20_000)


def test_what_diverges_is_crossed_out_and_does_not_press_the_other_curves(make_window, qtbot):
    window = make_window("diverging")
    view = window._area.workspaces.open("many")
    qtbot.waitUntil(lambda: view.form.rows[0][0].count() > 1)
    choose(view, 0, "training.learning_rate", "0.1,900")
    run(view, qtbot, seeds=2, epochs=60)
    assert [item.value for item in view.wall.items() if item.key >= 2] == ["diverged", "diverged"]
    assert [line.split("\t")[2] for line in view.wall.as_text().splitlines()[3:5]] == ["diverged", "diverged"]
    assert view.curves.plot.view.viewRange()[1][1] < 3

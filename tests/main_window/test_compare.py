"""Branches in the real window: fork at an epoch, choose what differs, let them train, take one, undo."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from playground.files import read_preset
from playground.lessons.commands import BeginLesson, EnterStep
from playground.lessons.decode import encode_lesson
from playground.training import TrainingSession
from playground.training.branches.changes import CHANGES
from playground.training.commands import ChangeField, PinRun, Scrub
from tests.lessons.conftest import lesson_of


@pytest.fixture
def opened(make_window):
    """A window whose run was trained for 30 epochs."""
    session = TrainingSession(read_preset("circles"))
    session.start(rules=())
    session.advance(60, until_epoch=30)
    session.pause()
    return make_window(session=session)


def choose(box, data):
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    while box.currentData() != data:
        QTest.keyClick(box, Qt.Key.Key_Down)


def fork(view, qtbot, change):
    choose(view.form.change, change)
    before = view._report
    qtbot.mouseClick(view.fork, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view._report is not before and view._report.state == "done", timeout=20_000)


def test_fork_at_the_epoch_shown_take_a_branch_and_undo(opened, qtbot):
    opened.post(Scrub(12))
    qtbot.waitUntil(lambda: opened.snapshot.epoch == 12)
    strip = opened._area._panels.timeline
    qtbot.mouseClick(strip.fork, Qt.MouseButton.LeftButton)
    view = opened._area.workspaces.page("compare")
    assert view.isVisible()
    assert (view.form.epoch.value(), view.form.goal.value()) == (12, 62)
    fork(view, qtbot, "rate")
    parted = view._report.parting.epoch
    assert view.verdict.text() == f"They part at epoch {parted}."
    assert "more than 1% apart: A 0." in view.details.text()
    assert view.curves.plot.as_text().startswith("epoch\ttrain cost A")
    assert "of the map" in view.difference.as_text()
    qtbot.mouseClick(view.takes[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.snapshot.epoch == 62)
    assert opened.snapshot.experiment.training.learning_rate == pytest.approx(0.3)
    opened._actions["undo"].trigger()
    qtbot.waitUntil(lambda: opened.snapshot.epoch == 12)
    assert opened.snapshot.timeline.epochs[-1] == 30


def test_every_change_is_offered_and_nothing_changes_nothing(opened, qtbot):
    view = opened._area.workspaces.open("compare")
    assert view.form.epoch.value() == 30
    assert [field.label for field in CHANGES["point"].fields] == ["Point", "to x₁", "to x₂"]
    for name, kind in CHANGES.items():
        choose(view.form.change, name)
        assert sum(box.isVisible() for _, box in view.form.numbers) == len(kind.fields)
    choose(view.form.change, "point")
    view.form.numbers[0][1].stepBy(4)
    places = opened.snapshot.problem_info.train_X[:, 4].tolist()
    assert [box.value for _, box in view.form.numbers[1:]] == places
    fork(view, qtbot, "nothing")
    assert view.verdict.text() == "So far they are the same."
    assert "0.0% of the map" in view.difference.as_text()


def test_a_point_is_dragged_and_b_begins_again_with_it_there(opened, qtbot):
    view = opened._area.workspaces.open("compare")
    view.form.begin_at(12)
    fork(view, qtbot, "nothing")
    picture, before = view.answers[0], view._report
    place = picture.places()[6].toPoint()
    to = QPoint(place.x() + 40, place.y() - 30)
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(picture, to)
    qtbot.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=to)
    qtbot.waitUntil(lambda: view._report is not before and view._report.state == "done", timeout=20_000)
    kind, (number, *there) = view._report.fork.change.kind, view._report.fork.change.numbers
    assert (kind, view._report.fork.epoch) == ("point", 12)
    side = view._report.sides[1]
    assert side.X[:, int(number) - 1].tolist() == pytest.approx(there)
    assert picture.inputs_at(QPointF(to)) == pytest.approx(there, rel=1e-3)


def test_what_does_not_exist_is_told_while_it_is_typed(opened, qtbot):
    view = opened._area.workspaces.open("compare")
    qtbot.waitUntil(view.fork.isEnabled)
    most = opened.snapshot.problem_info.train_X.shape[1]
    for change, number, told in (("point", 4000, f"1 to {most} was expected"), ("neuron", 5, "in hidden layer 5")):
        choose(view.form.change, change)
        box = view.form.numbers[0][1]
        assert view.fork.isEnabled()
        box.lineEdit().setText(str(number))
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert told in view.form.problem.text()
        assert view.form.problem.property("role") == "mistake"
        assert not view.fork.isEnabled()


def test_a_neuron_that_an_earlier_moment_has_not_is_refused_and_the_page_stays(opened, qtbot):
    view = opened._area.workspaces.open("compare")
    choose(view.form.change, "neuron")
    view.form.begin_at(12)
    view.form.numbers[1][1].stepBy(90)
    qtbot.mouseClick(view.fork, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "there is no neuron 91" in opened._area._panels.banner.text)
    assert view._report is None


def test_on_a_secret_step_all_three_pictures_say_that_they_are_hidden(opened, qtbot):
    view = opened._area.workspaces.open("compare")
    fork(view, qtbot, "rate")
    assert "Hidden" not in view.answers[0].as_text()
    lesson = lesson_of({}, {"ask": {"kind": "number", "answer": "train_cost", "hide": ["train_cost"]}})
    opened.post(BeginLesson(encode_lesson(lesson).decode()))
    opened.post(EnterStep(1))
    hidden = "Hidden until the question is answered."
    qtbot.waitUntil(lambda: [answer.as_text() for answer in view.answers] == [hidden, hidden])
    assert view.verdict.text() == hidden


def test_pause_one_epoch_other_data_and_a_pinned_run(opened, qtbot):
    view = opened._area.workspaces.open("compare")
    opened.post(PinRun("first"))
    qtbot.waitUntil(lambda: view.form.other.count() == 2)
    choose(view.form.other, 1)
    view.form.epoch.setValue(0)
    view.form.epoch.setValue(9)
    view.form.goal.setValue(9)
    assert "after 9" in view.form.problem.text()
    assert not view.fork.isEnabled()
    view.form.epoch.setValue(0)
    view.form.goal.setValue(500)
    choose(view.form.change, "seed")
    qtbot.mouseClick(view.fork, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view._report is not None)
    qtbot.mouseClick(view.play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view._report.state == "paused")
    epoch = view._report.epoch
    qtbot.mouseClick(view.step, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view._report.epoch == epoch + 1 and view._report.state == "paused")
    opened.post(ChangeField("data.source", "moons"))
    qtbot.waitUntil(lambda: "those of the window are others now" in view.details.text())
    qtbot.mouseClick(view.play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view._report.epoch > epoch + 5)
    opened.close()  # with both under way

"""The course in the real window: lesson 8 by mouse and keyboard, and nothing hidden to be found anywhere."""

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from playground.lessons.commands import AnswerStep, BeginLesson, EndLesson, EnterStep
from playground.lessons.course import COURSE, course_lesson
from playground.lessons.decode import encode_lesson
from playground.lessons.names import names_of
from playground.lessons.questions import QUESTIONS, SAYINGS, wrong_answers
from playground.lessons.record import decode_record, encode_record
from playground.training import TrainingSession
from playground.training.commands import ChangeField, Undo
from playground.training.commands.command import Kind
from tests.lessons.conftest import lesson_of

LESSON = course_lesson("one_weight")


class Student:
    """Somebody in front of a window in which a lesson is played."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot

    def begin(self, lesson):
        self.window.post(BeginLesson(encode_lesson(lesson).decode()))
        self.wait(lambda: self.window.snapshot.lesson and self.player.title.text())

    def wait(self, until):
        self.qtbot.waitUntil(lambda: bool(until()), timeout=20_000)

    @property
    def record(self):
        return decode_record(self.window.snapshot.lesson, "lesson")

    @property
    def player(self):
        return self.window.lessons.view.player

    def click(self, button):
        self.wait(button.isEnabled)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, button):
        self.wait(button.isEnabled)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, button.height() // 2))
        assert button.isChecked()

    def type(self, text):
        tries = len(self.record.at(self.step.id).tries)
        line = self.player.field.line
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClicks(line, text)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)
        self.wait(lambda: len(self.record.at(self.step.id).tries) == tries + 1)
        self.wait(lambda: bool(self.player.verdict.text()))

    @property
    def step(self):
        return LESSON.steps[self.record.step]

    def next(self):
        index = self.record.step
        self.click(self.player.next)
        self.wait(lambda: self.record.step == index + 1)
        self.wait(lambda: self.player.where.text().startswith(f"Step {index + 2} "))

    @property
    def names(self):
        """The names as the session's own copy has them: nothing on screen is asked."""
        session = TrainingSession(self.window.snapshot.experiment)
        flat = np.concatenate(
            [np.hstack([W, b]).ravel() for W, b in zip(self.window.snapshot.W, self.window.snapshot.b, strict=True)]
        )
        session.set_parameters(flat, "test")
        return names_of(session, 0)


@pytest.fixture
def student(window, qtbot):
    window._actions["lessons"].trigger()
    return Student(window, qtbot)


def test_lesson_8_by_mouse_and_keyboard_with_every_usual_wrong_answer(student):
    student.begin(LESSON)
    for index, step in enumerate(LESSON.steps):
        if index:
            student.next()
        if step.ask is None:
            continue
        names = student.names
        answer = QUESTIONS[step.ask.kind].answer(step.ask, names)
        if step.ask.kind == "number":
            for value, _ in wrong_answers(step.ask, names):
                student.type(f"{value:.9g}")
                assert not student.record.at(step.id).right
                said = student.player.verdict.text()
                assert said
                assert said not in (SAYINGS["other"], SAYINGS["too_large"], SAYINGS["too_small"])
            student.type(f"{answer:.4g}")
        elif step.ask.kind == "sign":
            for button in student.player.field.buttons:
                if not button.text().startswith({"-": "−"}.get(answer, answer)):
                    student.choose(button)
                    student.click(student.player.field.button)
                    student.wait(lambda step=step: bool(student.record.at(step.id).tries))
                    assert student.player.verdict.text()
            right = next(b for b in student.player.field.buttons if b.text()[0] == {"-": "−"}.get(answer, answer))
            student.choose(right)
            student.click(student.player.field.button)
        else:
            field = student.player.field
            student.click(field.button)  # the order as it comes is wrong
            student.wait(lambda step=step: bool(student.record.at(step.id).tries))
            for place, number in enumerate(answer):
                field.rows.setCurrentRow(field.order.index(number))
                while field.order.index(number) > place:
                    student.click(field.up)
            student.click(field.button)
        student.wait(lambda step=step: student.record.at(step.id).right)
        student.wait(lambda: student.player.verdict.text() in ("Right.", "Now it is right."))
    assert not student.player.next.isEnabled()
    assert student.player.end.isHidden()
    student.window._actions["run"].trigger()
    student.wait(lambda: student.record.has_reached("again"))
    student.wait(lambda: student.player.verdict.text() == "Reached.")
    assert student.player.end.text() == "This lesson is done. The next one: All weights at once"
    student.click(student.player.next)
    student.wait(lambda: student.player.title.text() == "All weights at once")
    assert student.player.end.isHidden()
    assert student.player.next.text() == "Next"
    student.click(student.player.lessons)
    assert student.window.lessons.view.list.currentRow() == COURSE.index("all_weights")


def test_hints_the_answer_shown_and_the_way_back(student):
    student.begin(LESSON)
    player = student.player
    player.field.rows.setFocus()
    student.click(player.hint)
    student.wait(lambda: "weighted sum" in player.hints.text())
    student.click(player.field.button)
    student.wait(player.reveal.isVisible)
    student.click(player.reveal)
    student.wait(lambda: "of neuron 1 → its activation A[1] → " in player.verdict.text())
    student.next()
    student.click(player.back)
    student.wait(lambda: student.record.step == 0)


def test_a_step_shows_its_place_in_what_it_has_just_made(student):
    first = {"show": {"workspace": "backprop", "page": "walk", "phase": "dW 1"}}
    second = {"do": {"preset": "xor_points"}, "show": {"workspace": "backprop", "page": "walk", "phase": "dZ 2"}}
    student.begin(lesson_of(first, {"show": {"workspace": "backprop", "page": "walk"}}, second))
    walk = student.window._area.workspaces.current.walk
    student.wait(lambda: (walk.position.phase.name, walk.position.phase.layer) == ("dW", 1))
    student.window.post(EnterStep(2))
    student.wait(lambda: student.record.step == 2)
    assert walk.position.walkthrough.m == 4
    assert (walk.position.phase.name, walk.position.phase.layer) == ("dZ", 2)
    student.window.post(EnterStep(1))  # who comes back stands where the step before it left off
    student.wait(lambda: student.record.step == 1)
    assert (walk.position.phase.name, walk.position.phase.layer) == ("dW", 1)


def test_exploring_freely_and_back(student):
    student.begin(LESSON)
    before = [array.copy() for array in student.window.snapshot.W]
    student.click(student.player.explore)
    student.wait(lambda: student.record.away is not None)
    line = student.window.lessons.line
    student.wait(line.isVisible)
    assert "One weight by hand" in line.text
    student.window._area.workspaces.open("train")
    student.window._actions["step_batch"].trigger()
    student.wait(lambda: not np.array_equal(student.window.snapshot.W[0], before[0]))
    student.click(student.player.explore)
    student.wait(lambda: student.record.away is None)
    student.wait(lambda: np.array_equal(student.window.snapshot.W[0], before[0]))
    student.wait(lambda: student.window._area.workspaces.name == "backprop")
    assert line.isHidden()


def test_begun_again_the_rows_stand_as_at_first(student):
    student.begin(LESSON)
    rows = student.player.field.order
    right = [2, 3, 4, 1]
    assert rows != right
    student.window.post(AnswerStep(right))
    student.wait(lambda: student.record.at(LESSON.steps[0].id).right)
    student.player.field.show_given(right)
    student.window.post(BeginLesson(encode_lesson(LESSON).decode()))
    student.wait(lambda: not student.record.at(LESSON.steps[0].id).tries)
    student.wait(lambda: student.player.field.order == rows)


def test_exploring_uncovers_nothing_and_fits_any_network(student):
    student.begin(LESSON)
    asking = next(index for index, step in enumerate(LESSON.steps) if step.ask and step.ask.hide)
    student.window.post(EnterStep(asking))
    student.wait(lambda: student.window.snapshot.hidden)
    hidden = student.window.snapshot.hidden
    student.click(student.player.explore)
    line = student.window.lessons.line
    student.wait(line.isVisible)
    assert "stays hidden" in line.text
    student.window._area.workspaces.open("train")
    student.window.post(ChangeField("network.hidden", ()))
    student.wait(lambda: len(student.window.snapshot.W) == 1)
    assert hidden <= student.window.snapshot.hidden
    show = next(button for button in line.findChildren(QPushButton) if "show the answer" in button.text())
    student.click(show)
    student.wait(lambda: student.record.at(LESSON.steps[asking].id).revealed)
    assert student.record.away is None
    student.wait(lambda: not student.window.snapshot.hidden)
    assert len(student.window.snapshot.W) == 2


def test_a_lesson_that_was_left_waits_in_a_session_opened_again(student, make_window, qtbot):
    student.begin(LESSON)
    student.click(student.player.explore)
    student.wait(lambda: student.record.away is not None)
    session = TrainingSession(student.window.snapshot.experiment)
    session.keep_lesson(student.window.snapshot.lesson)
    later = Student(make_window(session=session), qtbot)
    assert later.window.lessons.view is None
    later.window._actions["lessons"].trigger()
    assert later.player.title.text() == "One weight by hand"
    assert later.player.explore.text() == "Back to the lesson"
    later.click(later.player.lessons)
    assert later.window.lessons.view.list.item(0).text().startswith("1  A network learns")


def test_what_is_no_answer_is_told_where_it_was_typed(student):
    student.begin(course_lesson("a_network_learns"))
    field = student.player.field
    student.qtbot.keyClicks(field.line, "12")
    student.qtbot.keyClick(field.line, Qt.Key.Key_Return)
    student.wait(lambda: student.player.verdict.text().startswith("These are the weights"))
    assert field.line.selectedText() == "12"
    student.qtbot.keyClicks(field.line, "many")
    assert student.player.verdict.isHidden()
    assert student.player.mark.isHidden()
    student.click(field.button)
    assert student.player.verdict.text() == "many: a number was expected, as in -0.25 or 1/4"
    assert student.player.verdict.isVisible()
    assert field.line.selectedText() == "many"
    assert len(student.record.at("numbers").tries) == 1
    assert not student.window._panels.banner.isVisible()


def test_after_the_last_hint_the_keys_are_for_the_answer(student):
    student.begin(course_lesson("a_network_learns"))
    student.player.hint.setFocus()
    while student.player.hint.isEnabled():
        taken = student.record.at("numbers").hints
        student.qtbot.keyClick(student.player.hint, Qt.Key.Key_Space)
        student.wait(lambda taken=taken: student.record.at("numbers").hints > taken)
    assert student.player.field.line.hasFocus()


def test_what_a_step_speaks_of_is_in_sight_in_a_small_window(make_window, qtbot):
    window = make_window(size=(1024, 700))
    window._actions["lessons"].trigger()
    student = Student(window, qtbot)
    student.begin(course_lesson("a_network_learns"))
    assert window._area._left.is_folded
    assert window._area._right.is_folded
    window.post(EnterStep(1))
    student.wait(lambda: not window._area._left.is_folded)
    assert window.width() == 1024
    assert student.player.field.line.hasFocus()
    window.post(EnterStep(2))
    student.wait(lambda: not window._area._right.is_folded)
    assert window._area._left.is_folded
    assert window.width() == 1024
    window.post(EnterStep(3))
    student.wait(lambda: window._area._right.is_folded)


def test_the_list_offers_the_course_and_begins_a_lesson(student):
    view = student.window.lessons.view
    assert view.list.count() == len(COURSE)
    view.list.setCurrentRow(COURSE.index("gates"))
    student.click(view.begin)
    student.wait(lambda: view.is_playing and student.player.title.text() == "Gates pass gradients")
    assert student.window._area.workspaces.name == "chain"
    student.click(student.player.lessons)
    assert not view.is_playing
    student.click(view.resume)
    assert view.is_playing


def test_undo_brings_back_what_was_there(student):
    student.begin(LESSON)
    assert student.window.snapshot.experiment.title == "By hand"
    student.window.post(Undo())
    student.wait(lambda: student.window.snapshot.experiment.title == "Circles")


@pytest.mark.parametrize("damage", ["text", "step", "lesson"])
def test_a_damaged_lesson_in_a_session_is_told_and_harms_nothing(student, damage):
    student.begin(LESSON)
    record = student.record
    texts_ = {
        "text": "nonsense",
        "step": encode_record(msgspec.structs.replace(record, step=99)),
        "lesson": encode_record(msgspec.structs.replace(record, lesson="{}")),
    }
    student.window.post(Kind(lambda session: session.keep_lesson(texts_[damage]))())
    student.wait(student.window._panels.banner.isVisible)
    assert student.window.snapshot.experiment.title == "By hand"
    student.window.post(EndLesson())
    student.wait(lambda: student.window.snapshot.lesson == "")

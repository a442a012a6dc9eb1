"""A lesson made in the real window: filled in, recorded, cells hidden by clicking, checked, tried, saved, undone."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from playground.lessons.course import COURSE, lesson_folder
from playground.lessons.decode import encode_lesson, read_lesson
from playground.lessons.draft import added, read_draft
from playground.lessons.lesson import Ask, Show
from playground.main_window import lesson_desk
from playground.main_window.autosave import left_work
from playground.main_window.dialogs import Answer
from playground.main_window.draft_guard import FOLDER
from playground.training.commands import ChangeField
from playground.views.chain.items import GateItem, WireItem
from playground.views.heatmaps.layout import Cell
from tests.lessons.conftest import lesson_of


class Teacher:
    """Somebody who makes a lesson in front of a window."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot, self.desk = window, qtbot, window.desk

    @property
    def view(self):
        return self.desk.view

    @property
    def lesson(self):
        return self.view.lesson

    @property
    def chosen(self):
        return self.lesson.steps[self.view.step]

    def wait(self, until):
        self.qtbot.waitUntil(lambda: bool(until()), timeout=20_000)

    def click(self, button):
        self.wait(lambda: button.isEnabled() and button.isVisible())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def field(self, name, kind=QWidget):
        found = [field for field in self.view.form.findChildren(kind) if field.accessibleName() == name]
        assert found, name
        return found[0]

    @property
    def names(self):
        return {field.accessibleName() for field in self.view.form.findChildren(QWidget) if field.isVisible()}

    def type(self, name, text, kind=QPlainTextEdit):
        field = self.field(name, kind)
        field.setFocus()
        field.selectAll()
        self.qtbot.keyClicks(field, text)

    def begin(self, *steps):
        lesson = lesson_of(*steps)
        self.desk._begin(lesson, None, lesson)

    def choose(self, row):
        self.view.list.setCurrentRow(row)

    def checked(self):
        self.wait(lambda: self.view.state.text() == "Every step can be played")


@pytest.fixture
def teacher(window, qtbot):
    window._actions["new_lesson"].trigger()
    teacher = Teacher(window, qtbot)
    yield teacher
    window.desk.ask = lambda *_: Answer.DISCARD


def test_a_lesson_is_made_from_nothing_saved_and_played(teacher, tmp_path, monkeypatch):
    window, view = teacher.window, teacher.view
    teacher.wait(lambda: view.problem.text() or "cannot" in view.state.text())  # it has no text yet
    teacher.choose(0)
    teacher.type("Title, English", "My own")
    teacher.type("Title, 한국어", "My own ko")
    assert teacher.desk.is_modified
    teacher.choose(1)
    teacher.type("Text, English", "Look at the gradient.")
    teacher.click(teacher.field("Question", QAbstractButton))
    assert teacher.chosen.ask.kind == "number"
    teacher.type("Right answer", "dW[1][1,1]", QLineEdit)
    teacher.type("Tolerance", "1 %", QLineEdit)
    teacher.click(teacher.field("Add: Wrong answers", QAbstractButton))
    teacher.type("Value", "-dW[1][1,1]", QLineEdit)
    teacher.type("Say, English", "The sign is lost.")
    teacher.click(teacher.field("Add: Hints", QAbstractButton))
    teacher.type("Hints, English", "Multiply the factors.")
    teacher.click(view.add)
    assert view.step == 1
    teacher.type("Text, English", "Now train.")
    teacher.type("Goals", "train_cost < 0.1")
    teacher.type("Locks", "network.hidden; new_weights", QLineEdit)
    teacher.checked()
    teacher.choose(1)
    assert view.answer.text().startswith("The right answer here: ")
    path = tmp_path / "own.json"
    monkeypatch.setattr(lesson_desk, "ask_save_name", lambda *_: path)
    teacher.click(view.save)
    lesson = read_lesson(path)
    assert lesson == teacher.lesson
    assert lesson.title == {"en": "My own", "ko": "My own ko"}
    ask = lesson.steps[0].ask
    assert (ask.answer, ask.tolerance, ask.wrong[0].value) == ("dW[1][1,1]", "1 %", "-dW[1][1,1]")
    assert (ask.wrong[0].say, ask.hints) == ({"en": "The sign is lost."}, ({"en": "Multiply the factors."},))
    assert lesson.steps[1].until == {"train_cost": "< 0.1"}
    assert lesson.steps[1].lock == ("network.hidden", "new_weights")
    assert not teacher.desk.is_modified
    assert path in window._documents.recent.paths
    teacher.click(view.try_it)
    teacher.wait(lambda: window.lessons.view is not None and window.lessons.view.is_playing)
    assert window.lessons.view.player.title.text() == "My own"
    assert window.lessons.view.player.text.text() == "Look at the gradient."


def test_a_step_is_recorded_from_what_is_shown_and_cells_are_hidden_by_clicking(teacher, qtbot):
    window, view = teacher.window, teacher.view
    teacher.begin({}, {})
    teacher.choose(0)
    window._documents.open_preset("by_hand")
    teacher.wait(lambda: window.snapshot.experiment.title == "By hand")
    window.post(ChangeField("training.learning_rate", 0.25))
    teacher.wait(lambda: window.snapshot.experiment.training.learning_rate == 0.25)
    teacher.click(view.record)
    assert teacher.lesson.start.preset == "by_hand"
    assert teacher.lesson.start.set == {"training.learning_rate": 0.25}
    teacher.choose(1)
    window.show_workspace("results")
    teacher.click(view.hide_cells)
    assert window._area.workspaces.name == "backprop"
    walk = window._area.workspaces.current.walk
    teacher.wait(lambda: walk.position is not None)
    phases = [f"{phase.name} {phase.layer}" for phase in walk.position.walkthrough.phases]
    walk.go_to(phases.index("dW 1"))
    teacher.click(view.record)
    assert teacher.chosen.show == Show("backprop", "walk", "dW 1", ("dW[1][1,1]",))
    walk.equations.cell_clicked.emit((("dW", 1), 0, 0))
    assert teacher.chosen.ask.hide == ("dW[1][1,1]",)
    assert teacher.chosen.ask.answer == "dW[1][1,1]"
    assert np.isnan(window.snapshot.walkthrough.arrays["dW", 1][0, 0])
    teacher.checked()
    walk.equations.cell_clicked.emit((("dW", 1), 0, 0))
    assert teacher.chosen.ask.hide == ()
    walk.equations.cell_clicked.emit((("dW", 1), 0, 1))
    teacher.click(view.hide_cells)
    assert not np.isnan(window.snapshot.walkthrough.arrays["dW", 1]).any()
    walk.equations.cell_clicked.emit((("dW", 1), 1, 1))
    assert teacher.chosen.ask.hide == ("dW[1][1,2]",)


def test_cells_are_hidden_wherever_numbers_stand(teacher, qtbot):
    window, view = teacher.window, teacher.view
    teacher.begin({}, {})
    window._documents.open_preset("by_hand")
    teacher.wait(lambda: window.snapshot.experiment.title == "By hand")
    teacher.choose(1)
    window.show_workspace("train")
    teacher.click(view.hide_cells)
    assert window._area.workspaces.name == "train"  # where it is done
    heatmaps = window._panels.heatmaps
    for quantity, cell in (("gradient", (1, 0, 1)), ("parameter", (1, 1, 2))):
        heatmaps.set_quantity(quantity)
        heatmaps.canvas.chosen.emit(Cell(*cell))
    assert teacher.chosen.ask.hide == ("dW[1][1,2]", "b[1][2]")
    assert np.isnan(window.snapshot.b[0][1, 0])
    page = window._area.workspaces.open("backprop")
    page.tabs.setCurrentIndex(2)
    teacher.wait(lambda: page.gradient_forms.ways is not None)
    page.gradient_forms.cards["kronecker"].weight_clicked.emit(1, 1)
    assert teacher.chosen.ask.hide[-1] == "dW[1][2,2]"
    assert np.isnan(page.gradient_forms.ways.by_paths[1, 1])
    teacher.choose(2)
    graph = window._area.workspaces.open("chain").graph
    teacher.wait(lambda: graph.graph.gates)
    items = [item for item in graph.graph.items() if isinstance(item, WireItem | GateItem)]
    middles = {item: item.path().pointAtPercent(0.5) for item in items if isinstance(item, WireItem)}
    middles |= {item: item.boundingRect().center() for item in items if isinstance(item, GateItem)}
    places = {item: graph.mapFromScene(item.mapToScene(middle)) for item, middle in middles.items()}
    in_sight = [item for item, place in places.items() if graph.itemAt(place) is item]
    wire = next(item for item in in_sight if isinstance(item, WireItem))
    gate = next(item for item in in_sight if isinstance(item, GateItem))
    for item in (wire, gate):
        qtbot.mouseClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=places[item])
    assert teacher.chosen.ask.hide == (f"d{wire.wire.edge.source}", gate.gate.name)
    assert window.snapshot.hidden == set(teacher.chosen.ask.hide)
    before = teacher.chosen.ask.hide
    graph.setFocus()
    qtbot.keyClick(graph, Qt.Key.Key_Down)  # the same by keys alone: another gate, its value and its gradient
    teacher.wait(lambda: graph.selected in graph.graph.gates and graph.selected != gate.gate.name)
    name = graph.selected
    qtbot.keyClick(graph, Qt.Key.Key_H)
    qtbot.keyClick(graph, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert {*teacher.chosen.ask.hide} ^ {*before} == {name, f"d{name}"}


def test_what_cannot_be_played_stands_at_its_step(teacher):
    teacher.begin({}, {"ask": {"kind": "number", "answer": "cost"}}, {})
    teacher.checked()
    teacher.choose(2)
    teacher.type("Right answer", "dW[7][1,1]", QLineEdit)
    teacher.wait(lambda: "there is no dW[7]" in teacher.view.problem.text())
    teacher.choose(1)
    assert not teacher.view.problem.isVisible()
    assert teacher.view.state.text() == "Step 2 cannot be played yet"
    teacher.choose(2)
    teacher.type("Right answer", "cost", QLineEdit)
    teacher.checked()


def test_what_a_step_does_is_chosen_from_the_tables_and_typing_goes_on(teacher, qtbot):
    teacher.begin({"ask": {"kind": "number", "answer": "cost"}})
    teacher.choose(1)
    field = teacher.view.form.fields["do"]
    menu = field.menu
    menu.aboutToShow.emit()
    for name in ("Change a setting", "Training", "Learning rate"):
        action = next(action for action in menu.actions() if action.text() == name)
        menu = action.menu()
    action.trigger()
    assert teacher.chosen.do == {"set": {"training.learning_rate": 0.03}}
    assert "a number from" in field.expected.text()
    qtbot.keyClicks(field.lines, "1e9")
    teacher.wait(lambda: "a number from" in teacher.view.problem.text())
    field.lines.selectAll()
    qtbot.keyClicks(field.lines, "epochs = 2")
    assert teacher.chosen.do == {"epochs": 2}
    teacher.checked()


def test_steps_are_copied_moved_removed_and_all_of_it_undone(teacher):
    view = teacher.view
    teacher.begin({"text": {"en": "A."}}, {"text": {"en": "B."}})
    teacher.choose(1)
    teacher.click(view.copy)
    assert [step.text["en"] for step in teacher.lesson.steps] == ["A.", "A.", "B."]
    teacher.click(view.down)
    assert [step.text["en"] for step in teacher.lesson.steps] == ["A.", "B.", "A."]
    assert view.list.currentRow() == 3
    teacher.choose(1)
    teacher.click(view.remove)
    assert [step.text["en"] for step in teacher.lesson.steps] == ["B.", "A."]
    teacher.type("Text, English", "C.")
    teacher.click(view.undo)
    assert [step.text["en"] for step in teacher.lesson.steps] == ["B.", "A."]
    for _ in range(3):
        teacher.click(view.undo)
    assert [step.text["en"] for step in teacher.lesson.steps] == ["A.", "B."]
    assert not view.undo.isEnabled()
    assert not teacher.desk.is_modified
    for _ in range(4):
        teacher.click(view.redo)
    assert [step.text["en"] for step in teacher.lesson.steps] == ["C.", "A."]


def test_the_kind_of_a_question_decides_what_is_filled_in(teacher):
    slip = {"value": "2", "say": {"en": "No."}}
    teacher.begin({"ask": {"kind": "number", "answer": "cost", "tolerance": "1 %", "wrong": [slip]}})
    teacher.choose(1)
    for kind, has in (("choice", {"Add: Choices"}), ("cell", {"Cells of"}), ("shape", set())):
        box = teacher.field("Kind")
        box.setCurrentIndex(box.findData(kind))
        assert (box.currentText(), teacher.chosen.ask.kind) == (kind.capitalize(), kind)
        teacher.wait(lambda has=has: has <= teacher.names)
        assert ("Tolerance" in teacher.names) == (kind == "choice")
        # What another kind does not use is not left in the file, where no field shows it.
        assert teacher.chosen.ask == Ask(kind, "cost", tolerance="1 %" if kind == "choice" else "")


def test_every_lesson_of_the_course_stands_in_the_form_as_it_is(teacher, monkeypatch):
    monkeypatch.setattr(teacher.desk, "_post_quietly", lambda _: None)  # the course is checked elsewhere
    for name in COURSE:
        teacher.desk.open(lesson_folder() / f"{name}.json")
        for row in range(teacher.view.list.count()):
            teacher.choose(row)
            shown = [line.toPlainText() for line in teacher.view.form.findChildren(QPlainTextEdit)]
            step = teacher.lesson.steps[max(0, row - 1)]
            assert (teacher.lesson.title if row == 0 else step.text)["ko"] in shown
            for line in teacher.view.form.findChildren(QPlainTextEdit):
                line.setPlainText(line.toPlainText() + " ")
                line.setPlainText(line.toPlainText()[:-1])
        assert teacher.lesson == read_lesson(lesson_folder() / f"{name}.json")
        assert not teacher.desk.is_modified


@pytest.mark.parametrize(("answer", "closed"), [(Answer.CANCEL, False), (Answer.DISCARD, True), (Answer.SAVE, True)])
def test_what_no_file_has_is_asked_about(teacher, tmp_path, monkeypatch, answer, closed):
    asked = []
    teacher.desk.ask = lambda _, name: asked.append(name) or answer
    monkeypatch.setattr(lesson_desk, "ask_save_name", lambda *_: tmp_path / "own.json")
    teacher.choose(0)
    teacher.type("Title, English", "Kept?")
    assert teacher.desk._dock.windowTitle() == "Lesson: Kept?*"
    assert teacher.desk._dock.close() is closed
    assert asked == ["Kept?"]
    assert (tmp_path / "own.json").exists() == (answer is Answer.SAVE)
    assert teacher.window.close() is closed


def test_a_file_that_is_no_lesson_is_told_and_the_one_being_made_stays(teacher, tmp_path, monkeypatch):
    (tmp_path / "bad.json").write_text('{"steps": 3}', "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "bad.json"), ""))
    before = teacher.lesson
    teacher.window._actions["edit_lesson"].trigger()
    assert "bad.json" in teacher.window._panels.banner.text
    assert teacher.lesson is before


def test_an_unplayable_lesson_is_refused_when_it_is_tried(teacher):
    teacher.click(teacher.view.try_it)
    teacher.wait(teacher.window._panels.banner.isVisible)
    assert "a text was expected" in teacher.window._panels.banner.text
    assert teacher.window.snapshot.lesson == ""


def test_the_panel_shares_its_side_with_the_course(teacher, tmp_path):
    (tmp_path / "own.json").write_bytes(encode_lesson(lesson_of({})))
    teacher.desk.open(tmp_path / "own.json")
    teacher.click(teacher.view.try_it)
    teacher.wait(lambda: teacher.window.lessons.view is not None and teacher.window.lessons.view.is_playing)
    assert teacher.desk._dock in teacher.window.tabifiedDockWidgets(teacher.window.lessons._dock)


def test_what_is_hidden_follows_the_chosen_step(teacher):
    hiding = {"ask": {"kind": "number", "answer": "dW[1][1,1]", "hide": ["dW[1]"]}}
    teacher.begin(hiding, {})
    teacher.choose(1)
    teacher.click(teacher.view.hide_cells)
    assert teacher.window.snapshot.hidden == {"dW[1]"}
    teacher.click(teacher.view.add)
    assert teacher.window.snapshot.hidden == frozenset()
    teacher.choose(1)
    assert teacher.window.snapshot.hidden == {"dW[1]"}
    teacher.choose(0)
    assert teacher.window.snapshot.hidden == frozenset()


def test_a_window_in_another_language_goes_on_with_the_lesson(teacher, make_window):
    teacher.choose(0)
    teacher.type("Title, English", "Kept")
    other = make_window(session=teacher.window.hand_over())
    other.take_over(teacher.window)
    assert other.desk.view.lesson == teacher.lesson
    assert other.desk.is_modified
    other.desk.ask = lambda *_: Answer.DISCARD


def test_a_draft_is_offered_again_after_any_end(teacher, make_window, tmp_path):
    folder = tmp_path / "autosave"
    teacher.window.protect(folder)
    teacher.choose(0)
    teacher.type("Title, English", "Kept")
    teacher.window.commit()  # the computer is about to end
    (kept,) = (folder / FOLDER).glob("*.json")
    assert read_draft(kept).title == {"en": "Kept"}
    assert teacher.window.close()
    other = make_window()
    other.desk.ask = lambda *_: Answer.DISCARD
    other.protect(folder)
    banner = other._panels.banner
    assert "the lesson as it was at" in banner.text
    banner.action_triggered.emit("restore_lesson")
    assert other.desk.view.lesson == teacher.lesson
    assert other.desk.is_modified
    assert other.desk.path is None
    other.desk.view.change(added(teacher.lesson, 1))
    assert other.close()  # and the person discards it: it is offered once more, as a session is
    (left,) = left_work(folder / FOLDER, ".json")
    assert len(read_draft(left.path.with_suffix(".json")).steps) == 2
    left.release()


def test_a_draft_that_a_file_has_is_not_kept_beside_it(teacher, tmp_path):
    teacher.window.protect(tmp_path / "autosave")
    teacher.choose(0)
    teacher.type("Title, English", "Kept")
    teacher.desk.drafts.keep()
    assert list((tmp_path / "autosave" / FOLDER).glob("*.json"))
    teacher.desk.path = tmp_path / "own.json"
    assert teacher.desk.save()
    assert not list((tmp_path / "autosave" / FOLDER).glob("*.json"))


@pytest.mark.parametrize(
    ("size", "zoom", "scrolls"), [((1024, 700), 175, True), ((1600, 1000), 175, True), ((1024, 700), 100, False)]
)
def test_nothing_of_the_panel_is_cut_and_the_form_is_reached(teacher, size, zoom, scrolls):
    window, view = teacher.window, teacher.view
    place, page = view._place, view._place.widget()
    window._appearance.show_at(zoom)
    window.resize(*size)
    slip = {"value": "2", "say": {"en": "The sign is lost."}}
    teacher.begin({"ask": {"kind": "number", "answer": "cost", "tolerance": "1 %", "wrong": [slip]}})
    for row in (0, 1):
        teacher.choose(row)
        teacher.wait(lambda: view.form.isVisible() and page.width() == place.viewport().width())
        for button in view.findChildren(QAbstractButton):
            assert not button.isVisible() or button.width() >= button.sizeHint().width(), button.accessibleName()
        # What stands above the form stays in sight only where it leaves the form its room.
        assert page.isAncestorOf(view.list) == scrolls
        last = teacher.field("Settings" if row == 0 else "Solution")
        place.ensureWidgetVisible(last)
        teacher.wait(lambda last=last: not last.visibleRegion().isEmpty())

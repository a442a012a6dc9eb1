"""What a lesson hides is searched for in everything that the window shows, says, copies and writes, on every page."""

import re

import numpy as np
import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from playground.expressions import read_value
from playground.lessons.commands import BeginLesson, EnterStep, RevealAnswer, play_of
from playground.lessons.course import course_lesson
from playground.lessons.decode import encode_lesson
from playground.lessons.masking import REFUSED
from playground.lessons.record import decode_record
from playground.main_window.workspaces import LOWER_RIGHT, WORKSPACES
from playground.training.branches.changes import Change
from playground.training.commands import PinRun
from playground.training.commands.command import Kind
from playground.training.commands.many import StartAtlas, StartCompare, StartMany
from playground.training.many.choices import usual_axis
from playground.views.kit.canvas import Canvas
from playground.views.kit.empty import SECRET
from playground.views.lessons.player import LessonPlayer
from tests.lessons.conftest import lesson_of

NUMBER = re.compile(r"(?<![\d.])(\d*\.?\d+)(?:e([-+]?\d+))?")
LEAST_DIGITS = 3
"""A number of fewer is not told by a text in which it happens to stand."""
MOST_ROWS = 30

HIDDEN = {
    "W": ("W[1]", "W[2]"),
    "b": ("b[1]", "b[2]"),
    "Z": ("Z[1]", "Z[2]"),
    "A": ("A[1]", "A[2]"),
    "dZ": ("dZ[1]", "dZ[2]"),
    "dW": ("dW[1]", "dW[2]"),
    "db": ("db[1]", "db[2]", "dZ[1]", "dZ[2]"),  # of one example they are the same
    "cost": ("cost",),
    "train_cost": ("train_cost",),
    "test_cost": ("test_cost",),
    "output": ("A[2]",),
}
START = {
    "preset": "xor",
    "set": {
        "network.hidden": [2],
        "network.initializer": "normal",
        "network.seed": 5,
        "training.optimizer": "sgd",
    },
    "example": 1,
}


def step_hiding(names):
    question = "cost" if names == ("cost",) else names[0] if "_" in names[0] else f"{names[0]}[1,1]"
    return {"ask": {"kind": "number", "answer": question, "hide": list(names)}}


def texts(window, *, seen=False):
    """Everything that a window says, and what its views copy; `seen` leaves out what is not in sight."""
    for widget in window.findChildren(QWidget):
        if seen and not widget.isVisible():
            continue
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip())
        if any(isinstance(parent, LessonPlayer) for parent in parents(widget)):
            continue
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        if isinstance(widget, QTextEdit | QPlainTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(index) for index in range(widget.count()))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from cells_of(widget.model())
        if isinstance(widget, Canvas):
            yield widget.as_text()
            yield from (item.text for item in widget.items())
            yield from (item.tip for item in widget.items())


def parents(widget):
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def cells_of(model):
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()  # which is private there
    for row, column in np.ndindex(min(model.rowCount(), MOST_ROWS), columns):
        yield from (str(model.data(model.index(row, column), role) or "") for role in roles)


def lines_telling(text, values):
    return [line for line in text.splitlines() if told(line, values)]


def told(text, values):
    """The values that stand in a text, with as many digits as they are written with there."""
    found = set()
    for match in NUMBER.finditer(text.replace("\N{MINUS SIGN}", "-")):
        digits = match[1].replace(".", "").lstrip("0")
        if len(digits) < LEAST_DIGITS:
            continue
        shown = float(match[0])
        for value in values:
            if float(f"{abs(value):.{len(digits)}g}") == shown and shown != round(shown):
                found.add(value)
    return found


class Looker:
    """Somebody who looks at every page of a window."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot

    def wait(self, until):
        self.qtbot.waitUntil(lambda: bool(until()), timeout=30_000)

    def post(self, command):
        number = self.window.snapshot.number
        self.window._worker.post(command)
        self.wait(lambda: self.window.snapshot.number > number)

    def everything(self):
        """Everything that can be read in the window, page by page."""
        window = self.window
        for name in WORKSPACES:
            page = window._area.workspaces.open(name)
            self.wait(lambda: window.is_answered)
            yield name, "\n".join(texts(window, seen=True))
            for tabs in page.findChildren(QTabWidget):
                for index in range(tabs.count()):
                    tabs.setCurrentIndex(index)
                    self.wait(lambda: window.is_answered)
                    yield f"{name} {tabs.tabText(index)}", "\n".join(texts(window, seen=True))
            if name == "backprop":
                page.tabs.setCurrentIndex(0)
                for index in range(len(page.walk.position.walkthrough.phases)):
                    page.walk.go_to(index)
                    yield f"walk {index}", "\n".join(texts(window, seen=True))
        window._area.workspaces.open("train")
        for name in LOWER_RIGHT:
            window._area.lower_right.open(name)
            self.wait(lambda: window.is_answered)
            yield name, "\n".join(texts(window, seen=True))


def prepare(session):
    """Train a little, so that there is a last gradient and a curve, and come back to the example."""
    from playground.lessons.deeds import DEEDS

    DEEDS["epochs"].do(session, 3)
    PinRun("kept").apply(session)
    DEEDS["example"].do(session, 1)


Prepare = Kind(prepare)


@pytest.fixture
def looker(make_window, qtbot):
    window = make_window()
    looker = Looker(window, qtbot)
    lesson = lesson_of({}, *(step_hiding(names) for names in HIDDEN.values()), start=START)
    looker.post(BeginLesson(encode_lesson(lesson).decode()))
    looker.wait(lambda: window.snapshot.lesson)
    looker.post(Prepare())
    looker.wait(lambda: window.snapshot.epoch == 3 and window.snapshot.pins)
    return looker


def hidden_values(session, names):
    """The hidden numbers, from the session itself: nothing on screen is asked."""
    known = play_of(session).names()
    return {float(value) for name in names for value in known.array(name).ravel()}


@pytest.mark.parametrize("kind", HIDDEN)
def test_what_is_hidden_is_told_nowhere(looker, kind):
    window, names, index = looker.window, HIDDEN[kind], list(HIDDEN).index(kind) + 1
    found = []
    looker.post(Kind(lambda session: found.append(hidden_values(session, names)))())
    values = found[0]
    seen = [place for place, text in looker.everything() if told(text, values)]
    assert seen, "the search finds nothing at all"
    looker.post(EnterStep(index))
    looker.wait(lambda: decode_record(window.snapshot.lesson, "lesson").step == index and window.snapshot.hidden)
    for place, text in looker.everything():
        assert not lines_telling(text, values), place


def test_a_run_that_was_trained_again_beside_tells_nothing_meanwhile(looker, tmp_path):
    window, kind = looker.window, "train_cost"
    index, pages, values = list(HIDDEN).index(kind) + 1, ("many", "atlas", "compare"), set()
    looker.post(Kind(lambda session: values.update(hidden_values(session, HIDDEN[kind])))())
    looker.post(StartMany(("training.batch_size=1,10",), 2, 3))
    looker.post(StartCompare(0, 3, Change()))
    axes = [usual_axis(window.snapshot.experiment, key) for key in ("training.learning_rate", "network.seed")]
    looker.post(StartAtlas(*axes, 8, 3))
    looker.wait(
        lambda: [window.snapshot.work[name].state for name in pages if name in window.snapshot.work] == ["done"] * 3
    )
    page = window._area.workspaces.open("compare")
    looker.wait(lambda: told("\n".join(texts(page, seen=True)), values))
    looker.post(EnterStep(index))
    looker.wait(lambda: decode_record(window.snapshot.lesson, "lesson").step == index and window.snapshot.hidden)
    for name in pages:
        page = window._area.workspaces.open(name)
        said = "\n".join(texts(page, seen=True))
        assert str(SECRET) in said
        assert not lines_telling(said, values), name
    window._area.workspaces.open("train")
    window._area.lower_right.open("runs")
    assert not lines_telling("\n".join(texts(window._area.lower_right, seen=True)), values)
    for name in pages:
        window._exporter.export(name, tmp_path / f"{name}.csv")
        looker.wait(window._panels.banner.isVisible)
        assert str(REFUSED) in "\n".join(texts(window._panels.banner))
        window._messages.forget()
    assert not list(tmp_path.glob("*.csv"))
    looker.post(RevealAnswer())
    looker.wait(lambda: not window.snapshot.hidden)
    page = window._area.workspaces.open("compare")
    looker.wait(lambda: told("\n".join(texts(page, seen=True)), values))


@pytest.mark.parametrize("name", ["again_and_smaller", "cost", "one_neuron"])
def test_what_is_hidden_of_a_formula_is_told_nowhere(make_window, qtbot, name):
    window, lesson, found = make_window(), course_lesson(name), []
    looker = Looker(window, qtbot)
    looker.post(BeginLesson(encode_lesson(lesson).decode()))
    index = next(index for index, step in enumerate(lesson.steps) if step.ask and step.ask.hide)
    looker.post(EnterStep(index))
    looker.wait(lambda: window.snapshot.hidden)
    looker.post(Kind(lambda session: found.append(hidden_values(session, lesson.steps[index].ask.hide)))())
    values = found[0] - shown_values(window.snapshot.formula)
    assert values
    page = window._area.workspaces.open("chain")  # elsewhere other numbers stand, of a network
    looker.wait(lambda: window.is_answered)
    assert not told("\n".join(texts(page, seen=True)), values)
    looker.post(RevealAnswer())
    looker.wait(lambda: not window.snapshot.hidden)
    assert told("\n".join(texts(page, seen=True)), values)


def test_a_graph_of_the_network_opened_before_is_put_away_meanwhile(looker):
    window, index = looker.window, list(HIDDEN).index("W") + 1
    window._actions["graph"].trigger()
    looker.wait(lambda: window.snapshot.formula.title)
    graph = window.snapshot.formula
    page = window._area.workspaces.open("chain")
    values = set()
    looker.post(Kind(lambda session: values.update(hidden_values(session, HIDDEN["W"])))())
    looker.wait(lambda: told("\n".join(texts(page, seen=True)), values))
    looker.post(EnterStep(index))
    looker.wait(lambda: decode_record(window.snapshot.lesson, "lesson").step == index and window.snapshot.hidden)
    assert not lines_telling("\n".join(texts(page)), values)
    looker.post(RevealAnswer())
    looker.wait(lambda: not window.snapshot.hidden)
    assert window.snapshot.formula == graph
    looker.wait(lambda: told("\n".join(texts(page, seen=True)), values))


def shown_values(formula):
    return {float(value) for _, text in formula.values for value in np.ravel(read_value(text))}


TELLING_EXPORTS = {
    "W": {"weights", "numpy", "pytorch", "pytorch_training", "figure_network", "figure_output", "animation_heatmaps"},
    "dW": {"figure_heatmaps", "animation_heatmaps"},
    "train_cost": {"history", "figure_curves"},
    "output": {"figure_output", "figure_confusion", "animation_output"},
}


@pytest.mark.parametrize("kind", TELLING_EXPORTS)
def test_exports_that_would_tell_it_are_refused(looker, kind, tmp_path):
    window, index = looker.window, list(HIDDEN).index(kind) + 1
    looker.post(EnterStep(index))
    looker.wait(lambda: decode_record(window.snapshot.lesson, "lesson").step == index and window.snapshot.hidden)
    for name in TELLING_EXPORTS[kind]:
        window._exporter.export(name, tmp_path / name)
        looker.wait(window._panels.banner.isVisible)
        assert str(REFUSED) in "\n".join(texts(window._panels.banner))
        window._messages.forget()
    assert list(tmp_path.glob("*_*")) + list(tmp_path.glob("weights")) == []
    window._exporter.export("data", tmp_path / "data.csv")
    looker.wait((tmp_path / "data.csv").exists)
    looker.post(RevealAnswer())
    looker.wait(lambda: not window.snapshot.hidden)
    window._exporter.export("history", tmp_path / "history.csv")
    assert (tmp_path / "history.csv").exists()

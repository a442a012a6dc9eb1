"""A teacher's own lesson in the real window: opened like any file, saved in a session, graded."""

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from playground.lessons.decode import encode_lesson
from playground.lessons.grading import grade_file
from playground.lessons.opening import lesson_session
from playground.lessons.record import decode_record
from playground.main_window import documents
from tests.lessons.conftest import lesson_of

OWN = lesson_of(
    {"text": {"en": "First of my own."}, "show": {"workspace": "backprop", "page": "walk"}},
    {"text": {"en": "How large?"}, "ask": {"kind": "number", "answer": "dW[1][1,1]"}},
    title={"en": "My own lesson"},
)


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.json"
    path.write_bytes(encode_lesson(OWN))
    return path


def playing(window):
    view = window.lessons.view
    return view is not None and view.is_playing and view.player.title.text()


def test_file_open_plays_it_and_it_becomes_a_recent_file(qtbot, window, own, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(own), ""))
    window._actions["open"].trigger()
    qtbot.waitUntil(lambda: playing(window) == "My own lesson")
    assert window.lessons.view.player.text.text() == "First of my own."
    assert window._area.workspaces.name == "backprop"
    assert window._documents.recent.paths == [own]
    assert window._documents.path is None
    assert not window._panels.banner.isVisible()


def test_a_lesson_dropped_on_another_takes_its_place(qtbot, window, own, tmp_path):
    window.open(own)
    qtbot.waitUntil(lambda: playing(window) == "My own lesson")
    window.lessons.view.show_list()
    changed = lesson_of({"text": {"en": "Changed."}}, title={"en": "My own lesson"})
    (tmp_path / "again.json").write_bytes(encode_lesson(changed))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "again.json"))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
    qtbot.waitUntil(lambda: playing(window) and window.lessons.view.player.text.text() == "Changed.")


def test_a_bad_lesson_is_one_line_and_what_is_there_stays(qtbot, window, own):
    own.write_text(own.read_text("utf-8").replace('"number"', '"guess"'), "utf-8")
    window.open(own)
    qtbot.waitUntil(window._panels.banner.isVisible)
    assert "own.json: steps[1].ask.kind: guess is not known" in window._panels.banner.text
    assert window.snapshot.experiment.title == "Circles"
    assert window._documents.recent.paths == []


def test_its_session_is_saved_opened_again_and_graded(qtbot, make_window, own, tmp_path, monkeypatch):
    path = tmp_path / "student.playground"
    monkeypatch.setattr(documents, "ask_save_name", lambda *_: path)
    window = make_window(session=lesson_session(str(own)))
    qtbot.waitUntil(lambda: playing(window) == "My own lesson")
    player = window.lessons.view.player
    qtbot.mouseClick(player.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: player.field is not None)
    answer = float(np.asarray(window.snapshot.walkthrough.arrays["dW", 1])[0, 0])
    qtbot.keyClicks(player.field.line, f"{answer:.6g}")
    qtbot.keyClick(player.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: decode_record(window.snapshot.lesson, "x").at("s1").right)
    window._actions["save"].trigger()
    qtbot.waitUntil(lambda: not window._documents.is_saving)
    grade = grade_file(path, OWN)
    assert (grade.right, grade.asked, grade.tampered) == (1, 1, False)
    other = make_window()
    other.open(path)
    qtbot.waitUntil(lambda: playing(other) == "My own lesson")
    assert other.lessons.view.player.where.text() == "Step 2 of 2"
    assert decode_record(other.snapshot.lesson, "x").at("s1").right

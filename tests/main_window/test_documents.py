"""The File menu: sessions saved, opened and restored, through the real window."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from playground.files import read_experiment, write_weights
from playground.main_window import documents
from playground.main_window.dialogs import Answer
from playground.main_window.documents import last_session_path
from playground.training.commands import OpenTarget, Pause, PinRun, Run, Scrub, SetParameter, StepBatch, StepEpoch


def settle(qtbot, window, condition):
    qtbot.waitUntil(lambda: condition(window.snapshot), timeout=5000)


def do(qtbot, window, *commands):
    for command in commands:
        window.post(command)
    before = window.snapshot.number
    qtbot.waitUntil(lambda: window.snapshot.number > before)


@pytest.fixture
def name(monkeypatch, tmp_path):
    """What file dialogs answer."""
    answer = [tmp_path / "mine.playground"]
    monkeypatch.setattr(documents, "ask_save_name", lambda *_: answer[0])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(answer[0]), ""))
    return answer


def save(qtbot, window):
    window._actions["save"].trigger()
    qtbot.waitUntil(lambda: not window._documents.is_saving)


def weights(window) -> bytes:
    return b"".join(W.tobytes() for W in window.snapshot.W)


def test_everything_comes_back(qtbot, make_window, name):
    first = make_window("spirals")
    do(qtbot, first, StepEpoch(), PinRun("kept"), StepEpoch(), StepEpoch(), Scrub(1), SetParameter(1, 0, 0, 0.5))
    settle(qtbot, first, lambda s: s.W[0][0, 0] == 0.5)
    save(qtbot, first)
    second = make_window("xor")
    second._actions["open"].trigger()
    settle(qtbot, second, lambda s: s.experiment.data.source == "spirals")
    one, other = first.snapshot, second.snapshot
    assert weights(first) == weights(second)
    assert one.curves.same_costs(other.curves)
    assert [pin.name for pin in other.pins] == ["kept"]
    assert np.array_equal(one.timeline.epochs, other.timeline.epochs)
    for window in (first, second):
        do(qtbot, window, StepBatch())
    settle(qtbot, first, lambda s: s.update == one.update + 1)
    settle(qtbot, second, lambda s: s.update == one.update + 1)
    assert weights(first) == weights(second)


def test_the_title_tells_name_and_changes(qtbot, window, name):
    assert window.windowTitle() == "Circles[*] – Backpropagation Playground"
    assert not window.isWindowModified()
    do(qtbot, window, StepBatch())
    settle(qtbot, window, lambda s: s.update == 1)
    assert window.isWindowModified()
    save(qtbot, window)
    assert window.windowTitle() == "mine[*] – Backpropagation Playground"
    assert not window.isWindowModified()
    do(qtbot, window, StepBatch())
    settle(qtbot, window, lambda s: s.update == 2)
    assert window.isWindowModified()
    window._documents.open_preset("xor")
    settle(qtbot, window, lambda s: s.experiment.data.source == "xor")
    assert window.windowTitle() == "XOR[*] – Backpropagation Playground"
    assert not window.isWindowModified()


def test_saving_while_it_trains(qtbot, window, name):
    window.post(Run())
    settle(qtbot, window, lambda s: s.update > 100)
    save(qtbot, window)
    assert window.snapshot.running
    window.post(Pause())
    assert name[0].stat().st_size > 10_000


def test_settings_alone_are_a_copy(qtbot, window, name, tmp_path):
    name[0] = tmp_path / "settings.json"
    do(qtbot, window, StepBatch())
    save(qtbot, window)
    assert read_experiment(name[0]).data.source == "circles"
    assert window.isWindowModified()
    assert window._documents.path is None


def test_a_name_that_the_person_thought_better_of(qtbot, window, name):
    name[0] = None
    assert not window._documents.save()
    assert not window._documents.is_saving


def test_what_cannot_be_saved_is_told_and_stays_unsaved(qtbot, window, name, tmp_path):
    name[0] = tmp_path / "nowhere" / "a.playground"
    do(qtbot, window, SetParameter(1, 0, 0, 0.5))
    settle(qtbot, window, lambda s: s.W[0][0, 0] == 0.5)
    save(qtbot, window)
    banner = window._panels.banner
    assert banner.isVisible()
    assert "could not be written" in banner.text
    assert window.isWindowModified()
    assert window._documents.would_lose


def test_an_edit_after_saving_was_asked_for_is_unsaved(qtbot, window, name):
    window._actions["save"].trigger()
    window.post(SetParameter(1, 0, 0, 0.5))
    qtbot.waitUntil(lambda: not window._documents.is_saving)
    settle(qtbot, window, lambda s: s.W[0][0, 0] == 0.5)
    assert window.isWindowModified()
    assert window._documents.would_lose


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"nonsense"])
def test_a_damaged_session_is_told_and_changes_nothing(qtbot, window, tmp_path, content):
    path = tmp_path / "bad.playground"
    path.write_bytes(content)
    do(qtbot, window, StepBatch())
    settle(qtbot, window, lambda s: s.update == 1)
    before = weights(window)
    window.open(path)
    banner = window._panels.banner
    qtbot.waitUntil(banner.isVisible)
    assert "bad.playground" in banner.text
    assert weights(window) == before
    assert window._documents.recent.paths == []


def drop(window, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )


def test_a_session_can_be_dropped(qtbot, make_window, name):
    first = make_window("xor")
    save(qtbot, first)
    second = make_window("circles")
    drop(second, name[0])
    settle(qtbot, second, lambda s: s.experiment.data.source == "xor")
    assert second._documents.path == name[0]


def test_images_can_be_dropped(qtbot, window, tmp_path):
    images = np.random.default_rng(0).integers(0, 256, (30, 3, 3), np.uint8)
    head = bytes([0, 0, 8, 3]) + b"".join(number.to_bytes(4, "big") for number in images.shape)
    (tmp_path / "t-images-idx3-ubyte").write_bytes(head + images.tobytes())
    labels = bytes([0, 0, 8, 1, 0, 0, 0, 30]) + bytes(number % 3 for number in range(30))
    (tmp_path / "t-labels-idx1-ubyte").write_bytes(labels)
    drop(window, tmp_path / "t-images-idx3-ubyte")
    settle(qtbot, window, lambda s: s.problem_info.image_shape == (3, 3))


def test_recent_files_are_those_opened_and_saved(qtbot, window, name, tmp_path):
    save(qtbot, window)
    path = write_weights(tmp_path / "a.npz", window.snapshot.model())
    window.open(path)
    qtbot.waitUntil(lambda: window._documents.recent.paths == [path, name[0]])
    window.open(tmp_path / "gone.json")
    qtbot.waitUntil(window._panels.banner.isVisible)
    assert window._documents.recent.paths == [path, name[0]]


def test_the_last_session_comes_back_whole(qtbot, make_window):
    first = make_window("spirals")
    do(qtbot, first, StepEpoch(), PinRun("kept"), StepEpoch())
    settle(qtbot, first, lambda s: s.epoch == 2)
    before = weights(first)
    first.close()
    assert last_session_path().is_file()
    second = make_window("circles")
    second._actions["restore"].trigger()
    settle(qtbot, second, lambda s: s.epoch == 2)
    assert weights(second) == before
    assert len(second.snapshot.pins) == 1
    assert second._documents.path is None


def test_without_an_earlier_session(qtbot, window):
    window._actions["restore"].trigger()
    assert "no earlier session" in window._panels.banner.text


def test_closing_while_it_trains_keeps_the_last_moment(qtbot, make_window):
    first = make_window("circles")
    first.post(Run())
    settle(qtbot, first, lambda s: s.update > 500)
    seen = first.snapshot.update
    first.close()
    second = make_window("xor")
    second._actions["restore"].trigger()
    settle(qtbot, second, lambda s: s.experiment.data.source == "circles")
    assert second.snapshot.update >= seen
    assert not second.snapshot.running


@pytest.mark.parametrize("answer", [Answer.SAVE, Answer.DISCARD, Answer.CANCEL])
def test_closing_asks_where_something_would_be_lost(qtbot, make_window, name, answer):
    window, asked = make_window("circles"), []
    window._guard.closing.ask = lambda _, session: asked.append(session) or answer
    do(qtbot, window, SetParameter(1, 0, 0, 0.5))
    settle(qtbot, window, lambda s: s.W[0][0, 0] == 0.5)
    assert window.close() is (answer is not Answer.CANCEL)
    assert asked == ["Circles"]
    assert name[0].is_file() is (answer is Answer.SAVE)
    window._guard.closing.ask = None


@pytest.mark.parametrize("how", ["discard", "end", "commit"])
def test_what_was_saved_nowhere_is_offered_at_the_next_start_under_its_name(qtbot, make_window, name, tmp_path, how):
    first = make_window("circles")
    first.protect(tmp_path / "autosave")
    save(qtbot, first)
    do(qtbot, first, SetParameter(1, 0, 0, 0.5))
    settle(qtbot, first, lambda s: s.W[0][0, 0] == 0.5)
    if how == "discard":
        first._guard.closing.ask = lambda *_: Answer.DISCARD
    elif how == "commit":
        first.commit()
        assert last_session_path().is_file()
    else:
        first._guard.closing.ask = None
    assert first.close()
    second = make_window("xor")
    second.protect(tmp_path / "autosave")
    banner = second._panels.banner
    assert banner.isVisible()
    assert "Unsaved work" in banner.text
    banner.action_triggered.emit("restore_session")
    settle(qtbot, second, lambda s: s.W[0][0, 0] == 0.5)
    qtbot.waitUntil(lambda: second._documents.path == name[0])
    assert second.isWindowModified()
    save(qtbot, second)
    assert second.close()
    third = make_window("xor")
    third.protect(tmp_path / "autosave")
    assert third._panels.banner.isHidden()


def test_a_full_disk_at_closing_does_not_cost_the_autosave(qtbot, make_window, tmp_path, monkeypatch):
    window = make_window("circles")
    window.protect(tmp_path / "autosave")
    do(qtbot, window, SetParameter(1, 0, 0, 0.5))
    settle(qtbot, window, lambda s: s.W[0][0, 0] == 0.5)
    autosave = window._guard._autosave
    autosave.save()
    qtbot.waitUntil(lambda: not autosave.is_writing)
    kept = autosave.path.read_bytes()

    def no_space(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("playground.files.disk.os.fsync", no_space)
    window._guard.closing.ask = lambda *_: Answer.DISCARD
    assert window.close()
    assert not last_session_path().exists()
    assert [path.read_bytes() for path in (tmp_path / "autosave").glob("*.playground")] == [kept]


@pytest.mark.parametrize("choice", [Answer.REPLACE, Answer.ELSEWHERE, Answer.CANCEL])
def test_a_file_that_another_window_has_saved_is_not_overwritten_in_silence(
    qtbot, make_window, name, tmp_path, monkeypatch, choice
):
    first, second = make_window("circles"), make_window("circles")
    save(qtbot, first)
    second.open(name[0])
    qtbot.waitUntil(lambda: second._documents.path == name[0])
    save(qtbot, first)  # its own file asks nothing
    do(qtbot, first, SetParameter(1, 0, 0, 0.5))
    save(qtbot, first)
    theirs, own = name[0].read_bytes(), name[0]
    asked = []
    second._documents.ask_overwriting = lambda _, path: asked.append(path) or choice
    name[0] = tmp_path / "elsewhere.playground"
    save(qtbot, second)
    assert asked == [own]
    assert (own.read_bytes() == theirs) is (choice is not Answer.REPLACE)
    assert name[0].is_file() is (choice is Answer.ELSEWHERE)
    asked.clear()
    if choice is not Answer.CANCEL:
        save(qtbot, second)
        assert asked == []


def test_closing_an_untouched_window_asks_nothing(qtbot, make_window):
    window = make_window("circles")
    window._guard.closing.ask = lambda *_: pytest.fail("asked")
    do(qtbot, window, StepBatch())
    assert window.close()


def test_closing_waits_for_a_save_under_way(qtbot, window, name):
    do(qtbot, window, SetParameter(1, 0, 0, 0.5))
    window._actions["save"].trigger()
    assert window.close()
    assert name[0].is_file()
    assert [path.name for path in name[0].parent.glob("*.tmp")] == []


def test_the_command_for_targets_still_works(qtbot, window):
    window.post(OpenTarget("xor"))
    settle(qtbot, window, lambda s: s.experiment.data.source == "xor")

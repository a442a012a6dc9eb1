"""When closing asks, and that it waits."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QPushButton, QWidget

from playground.files import PointsSource, read_preset
from playground.main_window.closing import UNMADE, Baseline, Closing
from playground.main_window.dialogs import Answer, ask_saving
from playground.training import TrainingSession
from playground.training.commands import (
    ChangeField,
    Load,
    NewWeights,
    PinRun,
    Reset,
    Run,
    Scrub,
    SetParameter,
    StepBack,
    StepBatch,
    StepEpoch,
)


@pytest.fixture
def session():
    return TrainingSession(read_preset("circles"))


POINTS = PointsSource(points=((1.0, 1.0, 0), (2.0, 2.0, 1)))


@pytest.mark.parametrize(
    ("commands", "asks"),
    [
        ([], False),
        ([StepBatch(), StepEpoch(), StepBack(), Scrub(0), Run(), Reset()], False),
        ([SetParameter(1, 0, 0, 0.5)], True),
        ([ChangeField("training.learning_rate", 0.5)], True),
        ([ChangeField("data.source", POINTS)], True),
        ([PinRun("a")], True),
        ([NewWeights()], True),
        ([Load(read_preset("xor"))], True),
    ],
)
def test_it_asks_where_something_would_be_lost(session, commands, asks):
    baseline = Baseline.of(session.snapshot())
    for command in commands:
        command.apply(session)
    assert baseline.would_lose(session.snapshot()) is asks
    assert not Baseline.of(session.snapshot()).would_lose(session.snapshot())
    assert replace(Baseline.of(session.snapshot()), is_kept=False).would_lose(session.snapshot())


def test_it_asks_for_longer_training(session):
    baseline = Baseline.of(session.snapshot())
    StepBatch().apply(session)
    snapshot = session.snapshot()
    assert not baseline.would_lose(replace(snapshot, seconds=4.0))
    assert baseline.would_lose(replace(snapshot, seconds=6.0))
    later = replace(baseline, seconds=100.0)
    assert not later.would_lose(replace(snapshot, seconds=104.0))
    assert later.would_lose(replace(snapshot, seconds=106.0))
    assert later.would_lose(replace(snapshot, seconds=6.0))  # a new run, with its own clock


def test_what_is_no_edit_is_really_called_so(session):
    for command in (StepBatch(), StepEpoch(), Run(), StepBack(), Scrub(0), Reset(), Load(read_preset("xor"))):
        command.apply(session)
        session.pause()
    assert set(session.snapshot().undo_labels) == UNMADE


class Written:
    """What is being written takes a while."""

    def __init__(self, milliseconds=0):
        self.waits, self.loses, self.calls, self._milliseconds = False, True, [], milliseconds
        self.works = True

    def save(self):
        self.calls.append("save")
        self.waits = True
        QTimer.singleShot(self._milliseconds, self.end)
        return True

    def end(self):
        self.waits, self.loses = False, not self.works


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def closing_of(window, written, answer):
    closing = Closing(
        window,
        loses=lambda: written.loses,
        save=written.save,
        waits=lambda: written.waits,
        name=lambda: "mine",
    )
    closing.ask = answer and (lambda *_: answer)
    return closing


@pytest.mark.parametrize(
    ("answer", "closes", "calls"),
    [
        (Answer.SAVE, True, ["save"]),
        (Answer.DISCARD, True, []),
        (Answer.CANCEL, False, []),
        (None, True, []),
    ],
)
def test_answers(window, answer, closes, calls):
    written = Written(30)
    assert closing_of(window, written, answer).may_close() is closes
    assert written.calls == calls
    assert not written.waits


def test_what_could_not_be_saved_keeps_the_window_open(window):
    written = Written(5)
    written.works = False
    assert not closing_of(window, written, Answer.SAVE).may_close()


def test_thinking_better_of_a_name_keeps_the_window_open(window):
    written = Written()
    written.save = lambda: False
    assert not closing_of(window, written, Answer.SAVE).may_close()


def test_nothing_is_asked_where_nothing_would_be_lost(window):
    written = Written()
    written.loses = False
    closing = closing_of(window, written, None)
    closing.ask = lambda *_: pytest.fail("asked")
    assert closing.may_close()


def test_a_second_close_during_the_question_does_nothing(window):
    written, inner = Written(), []
    closing = closing_of(window, written, None)

    def ask(*_):
        inner.append(closing.may_close())
        return Answer.DISCARD

    closing.ask = ask
    assert closing.may_close()
    assert inner == [False]


def test_a_long_wait_is_shown_and_can_be_given_up(window):
    written, shown = Written(60_000), []

    def cancel():
        (dialog,) = window.findChildren(QProgressDialog)
        shown.append(dialog.isVisible())
        dialog.findChild(QPushButton).click()

    QTimer.singleShot(700, cancel)
    assert not closing_of(window, written, Answer.SAVE).may_close()
    assert shown == [True]
    written.waits = False


@pytest.mark.parametrize(
    ("button", "answer"),
    [
        (QMessageBox.StandardButton.Save, Answer.SAVE),
        (QMessageBox.StandardButton.Discard, Answer.DISCARD),
        (QMessageBox.StandardButton.Cancel, Answer.CANCEL),
    ],
)
def test_the_question(window, monkeypatch, button, answer):
    shown = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append((box.text(), box.informativeText())) or button)
    assert ask_saving(window, "mine") is answer
    ((text, more),) = shown
    assert "“mine”" in text
    assert "offered at the next start" in more

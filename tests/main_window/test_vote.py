"""A vote of a class in the real window: hands typed, the answer revealed, bars; also while it is presented."""

import pytest
from PySide6.QtCore import Qt

from playground.lessons.commands import BeginLesson
from playground.lessons.decode import encode_lesson
from playground.lessons.record import decode_record, decode_votes
from playground.views.lessons.hand_in import hand_in_html
from tests.lessons.conftest import lesson_of

CHOICES = [{"text": {"en": name}, "value": value} for name, value in (("less", "0"), ("it", "n[1]"), ("more", "9"))]
ASK = {"kind": "choice", "answer": "n[1]", "choices": CHOICES, "hide": ["A[1]"]}


@pytest.fixture
def player(window, qtbot):
    window.post(BeginLesson(encode_lesson(lesson_of({"ask": ASK}, {})).decode()))
    qtbot.waitUntil(lambda: window.lessons.view is not None and window.lessons.view.player.field is not None)
    return window.lessons.view.player


def vote_of(window):
    return decode_record(window.snapshot.lesson, "lesson").at("s0").vote


def click(qtbot, button):
    qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("presented", [False, True])
def test_hands_are_typed_and_the_bars_tell_who_had_it(window, qtbot, player, presented):
    if presented:
        window._actions["present"].trigger()
    click(qtbot, player.vote)
    qtbot.waitUntil(lambda: player.tally is not None and len(player.tally.boxes) == 3)
    assert player.field.isHidden()
    assert not player.reveal.isVisible()
    for box, hands in zip(player.tally.boxes, ("4", "12", "3"), strict=True):
        box.setFocus()
        box.selectAll()
        qtbot.keyClicks(box, hands)
    qtbot.waitUntil(lambda: vote_of(window).counts == (4, 12, 3))
    assert player.tally.total.text() == "Hands: 19"
    assert window.snapshot.hidden == {"A[1]"}
    click(qtbot, player.tally.reveal)
    qtbot.waitUntil(lambda: len(player.tally.bars) == 3)
    assert [bar.value() for bar in player.tally.bars] == [4, 12, 3]
    assert [bar.property("role") for bar in player.tally.bars] == ["tally", "right", "tally"]
    assert player.tally.bars[1].text() == "12 of 19 · 63%"
    assert player.tally.total.text() == "12 of 19 had it right"
    assert window.snapshot.hidden == frozenset()
    assert "Vote: 19 hands" in hand_in_html(window.snapshot, str).decode()
    click(qtbot, player.next)
    qtbot.waitUntil(lambda: player.tally is None)
    click(qtbot, player.back)
    qtbot.waitUntil(lambda: player.tally is not None and len(player.tally.bars) == 3)


def kept_votes(window):
    return [(each.vote.counts, each.vote.right) for each in decode_votes(window.snapshot.votes)]


def test_a_vote_that_nobody_wants_gives_the_question_back(window, qtbot, player):
    click(qtbot, player.vote)
    qtbot.waitUntil(lambda: player.tally is not None)
    click(qtbot, player.tally.stop)
    qtbot.waitUntil(lambda: player.tally is None and player.field.isVisible())
    assert player.vote.isVisible()


def test_a_vote_by_keyboard_alone(window, qtbot, player):
    player.vote.setFocus()
    qtbot.keyClick(player.vote, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: player.tally is not None and player.tally.boxes[0].hasFocus())
    for hands in ("1", "2", "3"):
        qtbot.keyClicks(window.focusWidget(), hands)
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: vote_of(window).counts == (1, 2, 3))
    player.tally.reveal.setFocus()
    qtbot.keyClick(player.tally.reveal, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(player.tally.bars))


def test_a_class_votes_on_what_is_to_be_predicted(qtbot, window):
    window._documents.open_preset("by_hand")
    qtbot.waitUntil(lambda: window.snapshot.experiment.title == "By hand")
    walk = window._area.workspaces.open("backprop").walk
    qtbot.waitUntil(lambda: walk.position is not None)
    click(qtbot, walk.predict.switch)
    qtbot.keyClick(walk, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: walk.predict.is_asking)
    click(qtbot, walk.predict.vote)
    qtbot.waitUntil(lambda: walk.predict.tally is not None)
    assert walk.predict.field.isHidden()
    hidden = window.snapshot.hidden
    assert hidden
    for box, hands in zip(walk.predict.tally.boxes, ("5", "6", "7", "8"), strict=False):
        box.selectAll()
        qtbot.keyClicks(box, hands)
    assert sum(walk.predict.prediction.vote.counts) >= 11
    qtbot.waitUntil(lambda: kept_votes(window) == [(walk.predict.prediction.vote.counts, ())])
    click(qtbot, walk.predict.tally.stop)  # what was counted is forgotten
    qtbot.waitUntil(lambda: kept_votes(window) == [])
    click(qtbot, walk.predict.vote)
    qtbot.waitUntil(lambda: walk.predict.tally is not None)
    for box, hands in zip(walk.predict.tally.boxes, (3, 8), strict=False):
        box.setValue(hands)
    click(qtbot, walk.predict.tally.reveal)
    qtbot.waitUntil(lambda: bool(walk.predict.tally.bars))
    assert [bar.property("role") for bar in walk.predict.tally.bars].count("right") == 1
    assert not walk.predict.is_asking
    qtbot.waitUntil(lambda: [bool(right) for _, right in kept_votes(window)] == [True])
    (kept,) = decode_votes(window.snapshot.votes)
    assert (kept.question, kept.vote.hands) == ("A[1][1,1]", sum(kept.vote.counts))
    assert len(kept.vote.right) == 1
    assert window._documents.would_lose
    assert f"Vote: {kept.vote.hands} hands" in hand_in_html(window.snapshot, str).decode()
    qtbot.keyClick(walk, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: walk.predict.is_asking and walk.predict.tally is None)
    assert walk.predict.field.isVisible()

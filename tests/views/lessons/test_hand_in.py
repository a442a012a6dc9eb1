import re
from html import unescape

import pytest

from playground.app import application
from playground.files import FileError, read_preset
from playground.lessons.commands import (
    AnswerStep,
    BeginLesson,
    EnterStep,
    KeepVote,
    LookAtGoal,
    RevealAnswer,
    TakeHint,
)
from playground.lessons.course import course_lesson
from playground.lessons.decode import encode_lesson
from playground.lessons.record import Vote
from playground.training import TrainingSession
from playground.training.commands import KeepFormula, StepBatch
from playground.training.formula import Formula
from playground.training.saved.jobs import read_memory
from playground.views.forms.text import translated
from playground.views.lessons.hand_in import hand_in_html
from tests.lessons.conftest import lesson_of, saved


def begun(lesson):
    session = TrainingSession(read_preset("xor"))
    BeginLesson(encode_lesson(lesson).decode()).apply(session)
    return session


def words(session):
    """The text of the page, each piece on a line."""
    html = hand_in_html(session.snapshot(), str).decode()
    return re.sub(r"\n+", "\n", re.sub(r"<[^>]*>", "\n", html.partition("<body>")[2]))


def test_every_try_hint_and_answer_shown_is_on_it(qapp):
    hints = [{"en": "One."}, {"en": "Two."}]
    session = begun(
        lesson_of(
            {"ask": {"kind": "number", "answer": "dZ[2][1,1]", "text": {"en": "How much?"}}},
            {"ask": {"kind": "number", "answer": "n[0] + 0.5", "hints": hints}},
            {"ask": {"kind": "sign", "answer": "cost"}},
            {"until": {"update": ">= 2"}},
        )
    )
    AnswerStep("0.115").apply(session)
    AnswerStep("-0.1151").apply(session)
    EnterStep(1).apply(session)
    TakeHint().apply(session)
    RevealAnswer().apply(session)
    text = words(session)
    assert "1 of 3 questions answered rightly" in text
    assert "How much?\n" in text
    assert "0.115\nwrong\n" in text
    assert "−0.1151\nright\n" in text
    assert "1 hint taken" in text
    assert "the answer was shown: 2.5" in text
    assert text.count("not answered") == 2
    assert "not reached" in text


def test_a_goal_that_is_reached(qapp):
    session = begun(lesson_of({"until": {"update": ">= 2", "train_cost": "< 9"}}))
    StepBatch().apply(session)
    StepBatch().apply(session)
    LookAtGoal().apply(session)
    text = unescape(words(session)).replace("\N{NO-BREAK SPACE}", " ")
    assert "updates ≥ 2: \nreached" in text
    assert "training cost < 9: \nreached" in text


def test_a_goal_is_said_in_korean(qapp):
    session = begun(lesson_of({"until": {"train_cost": "< 0.02", "train_accuracy": ">= 0.9"}}))
    application(language="ko")
    page = hand_in_html(session.snapshot(), translated).decode().replace("\N{NO-BREAK SPACE}", " ")
    application(language="en")
    assert "훈련 비용 &lt; 0.02: " in page
    assert "훈련 정확도 ≥ 90%: " in page


def test_what_a_lesson_says_is_text_and_nothing_else(qapp):
    session = begun(lesson_of({"text": {"en": "<script>x</script>"}, "ask": {"kind": "sign", "answer": "cost"}}))
    assert b"<script>" not in hand_in_html(session.snapshot(), str)


def test_the_page_needs_no_other_file(qapp):
    html = hand_in_html(begun(course_lesson("gates")).snapshot(), str).decode()
    assert all(source.startswith("data:image/png;base64,") for source in re.findall(r'src="([^"]*)"', html))
    assert "href" not in html


def test_votes_on_predictions_come_back_from_the_file_and_stand_on_a_page_without_a_lesson(qapp, tmp_path):
    session = TrainingSession(read_preset("by_hand"))
    KeepVote("dW[1][1,1]", Vote((-0.43, 0.43), (3, 9), (1,)), False).apply(session)
    KeepFormula(Formula("(x*y + z)^2")).apply(session)
    KeepVote("d/dx", Vote(("+", "-", "0"), (1, 1, 2), (0,)), True).apply(session)
    saved(session, tmp_path / "class.playground")
    text = words(TrainingSession.from_memory(read_memory(str(tmp_path / "class.playground"))))
    assert "dW[1][1,1] = ? (epoch 0)\nVote: 12 hands\nA\n−0.43\n3\nB\n0.43\n9\nright" in text
    assert "d/dx = ? ((x*y + z)^2)\nVote: 4 hands" in text
    session.keep_votes("[{}]")
    with pytest.raises(FileError, match="the votes of the session cannot be read"):
        hand_in_html(session.snapshot(), str)


def test_without_a_lesson_it_is_refused(qapp):
    with pytest.raises(FileError, match="there is no lesson in this session"):
        hand_in_html(TrainingSession(read_preset("xor")).snapshot(), str)

"""A vote in class: what can be voted for, the hands counted, who had it right."""

import pytest

from playground.lessons.commands import AnswerStep, BeginLesson, BeginVote, CountHands, EndVote, RevealAnswer
from playground.lessons.decode import encode_lesson
from playground.lessons.errors import LessonError
from playground.lessons.grading import grade_file
from playground.lessons.names import names_of
from playground.lessons.questions import judge
from playground.lessons.record import decode_record
from tests.lessons.conftest import lesson_of, saved

CHOICES = [{"text": {"en": name}, "value": value} for name, value in (("less", "0"), ("it", "n[1]"), ("more", "9"))]
ASKED = {
    "choice": {"kind": "choice", "answer": "n[1]", "choices": CHOICES},
    "sign": {"kind": "sign", "answer": "dW[1][1,1]"},
    "number": {"kind": "number", "answer": "dW[1][1,1]"},
    "shape": {"kind": "shape", "answer": "W[2]"},
    "cell": {"kind": "cell", "of": "W[1]", "answer": "W[1]"},
    "order": {"kind": "order", "choices": [{**choice, "value": str(n)} for n, choice in enumerate(CHOICES)]},
}


def begun(session, ask):
    lesson = lesson_of({"ask": ask})
    BeginLesson(encode_lesson(lesson).decode()).apply(session)
    BeginVote().apply(session)
    return lesson


def answered(session):
    return decode_record(session.lesson, "lesson").at("s0")


@pytest.mark.parametrize("kind", ASKED)
def test_every_kind_of_question_can_be_voted_on(session, kind):
    lesson = begun(session, ASKED[kind])
    vote = answered(session).vote
    assert 2 <= len(vote.options) <= 4
    assert vote.counts == (0,) * len(vote.options)
    assert len(set(map(str, vote.options))) == len(vote.options)
    counts = tuple(range(1, len(vote.options) + 1))
    CountHands(counts).apply(session)
    assert answered(session).vote.counts == counts
    RevealAnswer().apply(session)
    after = answered(session)
    assert after.revealed
    names = names_of(session, 0)
    right = [judge(lesson.steps[0].ask, names, option).right for option in vote.options]
    assert [index in after.vote.right for index in range(len(right))] == right
    assert any(right)


def test_before_it_is_revealed_nothing_says_which_is_right(session):
    begun(session, ASKED["number"])
    vote = answered(session).vote
    assert vote.right == ()
    assert list(vote.options) == sorted(vote.options)
    assert not answered(session).revealed


def test_a_vote_can_be_left_for_an_answer(session):
    begun(session, ASKED["sign"])
    CountHands((1, 2, 3)).apply(session)
    EndVote().apply(session)
    assert answered(session).vote is None
    AnswerStep("+").apply(session)
    assert len(answered(session).tries) == 1


@pytest.mark.parametrize("counts", [(1, 2), (1, 2, -3), (1, 2, 1000), (1, 2, 0.5), (1, 2, True)])
def test_counts_that_are_none_are_refused(session, counts):
    begun(session, ASKED["sign"])
    with pytest.raises(LessonError, match="hands from 0 to 999"):
        CountHands(counts).apply(session)
    assert answered(session).vote.counts == (0, 0, 0)


def test_without_a_vote_no_hands_are_counted(session):
    begun(session, ASKED["sign"])
    EndVote().apply(session)
    with pytest.raises(LessonError, match="no vote"):
        CountHands((1, 2, 3)).apply(session)


def test_the_tally_is_kept_in_the_session_and_is_no_answer(session, tmp_path):
    lesson = begun(session, ASKED["sign"])
    CountHands((5, 2, 1)).apply(session)
    RevealAnswer().apply(session)
    saved(session, tmp_path / "class.playground")
    grade = grade_file(tmp_path / "class.playground", lesson)
    assert (grade.right, grade.tampered) == (0, False)

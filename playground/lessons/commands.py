"""What a person does in a lesson, as commands that a session carries out between two updates."""

from typing import Any

from playground.lessons.errors import LessonError
from playground.lessons.play import Play
from playground.lessons.record import PredictedVote, Vote, decode_record, with_vote
from playground.training.commands.command import Kind
from playground.training.session import TrainingSession


def play_of(session: TrainingSession) -> Play:
    """Return the lesson under way in a session.

    Raises
    ------
    LessonError
        If there is none.
    FileError
        If what is kept of it cannot be read.
    """
    if not session.lesson:
        raise LessonError("no lesson is under way; choose one in the course")
    return Play(session, decode_record(session.lesson, "lesson"))


def _begin(session: TrainingSession, text: str, place: str = "") -> None:
    """Begin a lesson at its first step."""
    Play.begin(session, text, place).keep()


def _enter(session: TrainingSession, index: int) -> None:
    play = play_of(session)
    play.enter(index)
    play.keep()


def _answer(session: TrainingSession, value: Any) -> None:
    play = play_of(session)
    play.answer(value)
    play.keep()


def _take_hint(session: TrainingSession) -> None:
    play = play_of(session)
    play.hint()
    play.keep()


def _reveal(session: TrainingSession) -> None:
    play = play_of(session)
    play.reveal()
    play.keep()


def _begin_vote(session: TrainingSession) -> None:
    """Let a class vote on the question of the step."""
    play = play_of(session)
    play.begin_vote()
    play.keep()


def _count_hands(session: TrainingSession, counts: tuple[int, ...]) -> None:
    """Take down how many hands each answer got."""
    play = play_of(session)
    play.count_hands(counts)
    play.keep()


def _end_vote(session: TrainingSession) -> None:
    """Forget the vote on the question of the step."""
    play = play_of(session)
    play.end_vote()
    play.keep()


def _keep_vote(session: TrainingSession, question: str, vote: Vote, is_of_formula: bool) -> None:
    """Keep a vote on a prediction, while hands are counted and after its answer was revealed."""
    of: dict[str, Any] = {"formula": session.formula.text} if is_of_formula else {"epoch": session.epoch}
    session.keep_votes(with_vote(session.votes, PredictedVote(question, vote, **of)))


def _look_at_goal(session: TrainingSession) -> None:
    """Look whether the goal of the step is reached."""
    play = play_of(session)
    before = play.record
    play.look_at_goal()
    if play.record is not before:
        play.keep()


def _explore(session: TrainingSession) -> None:
    """Explore freely; the step's state is remembered."""
    play = play_of(session)
    play.leave()
    play.keep()


def _come_back(session: TrainingSession) -> None:
    """Go back to what the step stood at."""
    play = play_of(session)
    play.come_back()
    play.keep()


def _end(session: TrainingSession) -> None:
    """Leave the lesson; what was answered in it is forgotten."""
    session.forget_run()
    session.keep_lesson("")


BeginLesson = Kind(_begin)
EnterStep = Kind(_enter)
AnswerStep = Kind(_answer)
TakeHint = Kind(_take_hint)
RevealAnswer = Kind(_reveal)
BeginVote = Kind(_begin_vote)
CountHands = Kind(_count_hands)
EndVote = Kind(_end_vote)
KeepVote = Kind(_keep_vote)
LookAtGoal = Kind(_look_at_goal)
Explore = Kind(_explore)
ComeBack = Kind(_come_back)
EndLesson = Kind(_end)

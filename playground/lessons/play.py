"""A lesson played in a session: its steps are entered, its questions answered, its goals looked at; no Qt."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from playground.lessons.decode import decode_lesson
from playground.lessons.deeds import DEEDS
from playground.lessons.errors import LessonError, at, in_step
from playground.lessons.formulas import Names
from playground.lessons.lesson import CHAIN, Ask, Lesson, Step
from playground.lessons.names import formula_names, names_of
from playground.lessons.questions import QUESTIONS, Verdict, judge
from playground.lessons.record import MAX_TRIES, Answered, Reached, Record, State, Try, encode_record
from playground.lessons.states import open_start, restore
from playground.lessons.voting import begun_vote, counted, right_options
from playground.training.session import TrainingSession


@lru_cache(maxsize=4)
def _decoded(text: str, where: str) -> Lesson:
    """Decode a lesson once, however often something is done in it."""
    return decode_lesson(text.encode(), where)


class Play(Struct, dict=True):
    """A lesson under way in a session.

    `record`: what was done; `keep` writes it into the session.
    """

    session: TrainingSession
    record: Record

    @classmethod
    def begin(cls, session: TrainingSession, text: str, place: str = "") -> "Play":
        """Begin a lesson at its first step. Parameters and errors as of `opened`."""
        play = cls.opened(session, text, place)
        with in_step(play.lesson.steps[0].id):
            play.enter(0)
        return play

    @classmethod
    def opened(cls, session: TrainingSession, text: str, place: str = "") -> "Play":
        """Open what a lesson begins with, before its first step; what is there can be brought back by `undo`.

        Raises `FileError`, `DataError`, `TrainingError` or `LessonError` if it is no lesson, or its start cannot be
        opened; the session then stays as it is.

        Parameters
        ----------
        text
            Of the lesson's file.
        place
            The file's name; empty for one of the course.
        """
        lesson = decode_lesson(text.encode(), place or "lesson")
        open_start(session, lesson.start, Path(place).parent)
        session.forget_run()
        play = cls(session, Record(lesson=text, place=place))
        state = play.state()
        play.record = replace(play.record, begun=state, entered=state)
        return play

    @cached_property
    def lesson(self) -> Lesson:
        return _decoded(self.record.lesson, self.record.place or "lesson")

    @property
    def step(self) -> Step:
        return self.lesson.steps[self.record.step]

    @property
    def ask(self) -> Ask:
        """The question of the step.

        Raises `LessonError` if it asks nothing.
        """
        if self.step.ask is None:
            raise LessonError("this step asks nothing")
        return self.step.ask

    @property
    def answered(self) -> Answered:
        return self.record.at(self.step.id)

    @property
    def is_done(self) -> bool:
        """Whether the step has what it waits for: an answer, a goal, or nothing."""
        step, answered = self.step, self.answered
        asked = step.ask is None or answered.right or answered.revealed
        return asked and (not step.until or self.record.has_reached(step.id))

    def names(self) -> Names:
        """Return what the formulas of the step speak of.

        Raises `LessonError` if there is nothing to speak of, or somebody explores: the numbers are another network's.
        """
        if self.record.away is not None:
            raise LessonError("the lesson was left to explore freely; go back to it first")
        return names_at(self.session, self.lesson, self.step)

    def enter(self, index: int) -> None:
        """Go to a step, and do what it does when it begins; a step that was entered before begins no second time.

        Raises `LessonError` if there is no such step.
        """
        if not 0 <= index < len(self.lesson.steps):
            raise no_step(index, self.lesson)
        self.come_back()  # a lesson never goes on with a network that was only explored
        self.session.pause()
        self.session.forget_run()
        step = self.lesson.steps[index]
        for name, value in step.do.items():
            with at(f"do.{name}"):
                DEEDS[name].do(self.session, value)
        self.record = replace(self.record, step=index, entered=self.state(), away=None, number=self.record.number + 1)

    def answer(self, value: Any) -> Verdict:
        """Answer the question of the step.

        Raises `LessonError` if the answer cannot be read; it is then no try.
        """
        ask = self.ask
        verdict = judge(ask, self.names(), value)
        given = QUESTIONS[ask.kind].read(ask, value)
        tries = (*self.answered.tries[1 - MAX_TRIES :], Try(given, verdict.right, verdict.slip))
        self._answered(tries=tries, state=self.state())
        return verdict

    def hint(self) -> None:
        self._answered(hints=min(self.answered.hints + 1, len(self.ask.hints)))

    def reveal(self) -> None:
        """Show the answer, and who of a class had it."""
        names = self.names()
        answer = QUESTIONS[self.ask.kind].answer(self.ask, names)
        vote = self.answered.vote
        if vote is not None:
            vote = replace(vote, right=right_options(self.ask, names, vote))
        self._answered(revealed=True, answer=answer, state=self.state(), vote=vote)

    def begin_vote(self) -> None:
        """Let a class vote on the question of the step.

        Raises `LessonError` if it has no right answer here.
        """
        self._answered(vote=begun_vote(self.ask, self.names()))

    def count_hands(self, counts: Sequence[int]) -> None:
        """Take down how many hands each answer got.

        Raises `LessonError` if there is no vote, or these are no such counts.
        """
        self._answered(vote=counted(self.answered.vote, counts))

    def end_vote(self) -> None:
        self._answered(vote=None)

    def look_at_goal(self) -> bool:
        """Return whether the goal of the step is reached, and keep it where it is for the first time."""
        step = self.step
        if self.record.has_reached(step.id):
            return True
        names = names_at(self.session, self.lesson, step, lazily=True)
        if not step.until or not all(names.holds(formula, wish) for formula, wish in step.until.items()):
            return False
        reached = (*self.record.reached, Reached(step.id, self.state()))
        self.record = replace(self.record, reached=reached, number=self.record.number + 1)
        return True

    def leave(self) -> None:
        """Explore freely: what the step stands at is remembered."""
        if self.record.away is None:
            self.session.leave_run()
            self.record = replace(self.record, away=self.state(), number=self.record.number + 1)

    def come_back(self) -> None:
        """Bring back what the step stood at when it was left.

        Raises `FileError`, `DataError` or `TrainingError` if that cannot be had any more.
        """
        if self.record.away is not None:
            restore(self.session, self.record.away, self.lesson, Path(self.record.place).parent, kept=True)
            self.record = replace(self.record, away=None, number=self.record.number + 1)

    def state(self) -> State:
        """Take down what questions are judged from."""
        session, walk = self.session, self.session.inspection.walkthrough
        example = self.lesson.start.example
        shown = walk.example if walk is not None else example - 1 if example else None
        return State.of(session.experiment, session.run.trainer.state(), shown, session.formula)

    def keep(self) -> None:
        """Write the record into the session."""
        self.session.keep_lesson(encode_record(self.record))

    def _answered(self, **changes: Any) -> None:
        self.record = self.record.with_answered(replace(self.answered, **changes))


def no_step(index: int, lesson: Lesson) -> LessonError:
    """Return the refusal of a step that a lesson has not, counted from 0."""
    return LessonError("there is no step {number}; expected 1 to {count}", number=index + 1, count=len(lesson.steps))


def names_at(session: TrainingSession, lesson: Lesson, step: Step, *, lazily: bool = False) -> Names:
    """Return what the formulas of a step speak of: the formula of the chain rule, or the network; as `names_of`.

    Raises `ExpressionError` or `TrainingError` if there is nothing to speak of.
    """
    if step.show.workspace == CHAIN or (lesson.start.chain and not step.show.workspace):
        return formula_names(session.formula)
    walk, example = session.inspection.walkthrough, lesson.start.example
    return names_of(session, walk.example if walk is not None else example - 1 if example else None, lazily=lazily)

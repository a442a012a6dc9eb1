"""What a student did in a lesson: kept in the session, as text, with the state that each answer was given at."""

from typing import Any, TypeVar

import msgspec
import numpy as np

from playground.engine import TrainerState
from playground.engine.batch_schedule import GeneratorState
from playground.files import Experiment
from playground.files.decoding import plain
from playground.files.errors import FileError
from playground.lessons.errors import LessonError
from playground.messages import Message
from playground.training.formula import Formula

MAX_CHARACTERS = 20_000_000
MAX_TRIES = 200
MOST_VOTES = 200
"""On predictions: so many are kept."""
Kept = TypeVar("Kept")
MOST_COUNTED = 2**53
"""Updates, epochs and examples."""


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What questions are judged from, whenever that is.

    Attributes
    ----------
    experiment
        As in its file.
    parameters, moments
        float64, as bytes; what the trainer's own are made of, in any precision.
    rng
        Where the generator stood that shuffles, as hexadecimal texts and two numbers.
    example
        What the walk looks at, from 0; None for the next mini-batch.
    formula
        What stands in the chain rule: its text, its values, its preset's id.
    """

    experiment: dict[str, Any]
    parameters: bytes
    moments: bytes
    count: float
    rng: tuple[str, str, int, int]
    first_batch: int
    position: int
    update: int
    epoch: int
    example: int | None = None
    formula: tuple[str, tuple[tuple[str, str], ...], str] = ("", (), "")

    @classmethod
    def of(cls, experiment: Experiment, trainer: TrainerState, example: int | None, formula: Formula) -> "State":
        rng = trainer.rng
        return cls(
            experiment=plain(experiment),
            parameters=trainer.parameters.astype(np.float64).tobytes(),
            moments=trainer.moments.astype(np.float64).tobytes(),
            count=float(trainer.count),
            rng=(f"{rng.state:x}", f"{rng.inc:x}", int(rng.has_uint32), int(rng.uinteger)),
            first_batch=trainer.first_batch,
            position=trainer.position,
            update=trainer.update,
            epoch=trainer.epoch,
            example=example,
            formula=(formula.text, formula.values, formula.preset),
        )

    def trainer_state(self, like: TrainerState) -> TrainerState:
        """Return the state for a trainer of the same network.

        Raises `LessonError` if it does not fit, or is none.
        """
        try:
            parameters, moments = np.frombuffer(self.parameters), np.frombuffer(self.moments)
            state, inc = int(self.rng[0], 16), int(self.rng[1], 16)
        except ValueError as error:
            raise LessonError("the stored state cannot be read: {problem}", problem=str(error)) from error
        if parameters.size != like.parameters.size or moments.size != like.moments.size:
            raise LessonError("the stored weights do not fit the stored network")
        _, _, has_uint32, uinteger = self.rng
        counts = (self.first_batch, self.position, self.update, self.epoch)
        generator = 0 <= min(state, inc) <= max(state, inc) < 2**128 and min(has_uint32, uinteger) >= 0
        if not generator or max(has_uint32, uinteger) >= 2**32 or min(counts) < 0 or max(counts) > MOST_COUNTED:
            raise LessonError("the stored state holds a number that none can have")
        return TrainerState(
            parameters=parameters.astype(like.parameters.dtype),
            moments=moments.astype(like.moments.dtype).reshape(like.moments.shape),
            count=self.count,
            step=np.zeros_like(like.step),
            gradient=None,
            cost_gradient=None,
            rng=GeneratorState(state, inc, has_uint32, uinteger),
            first_batch=self.first_batch,
            position=self.position,
            update=self.update,
            epoch=self.epoch,
            carried_cost=0.0,
        )


class Try(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One answer, and what was thought of it; `slip` is the id of the usual slip that it is."""

    value: Any
    right: bool
    slip: str = ""


class Vote(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A vote of a class on a question.

    Attributes
    ----------
    options, counts
        What could be voted for, and how many hands each got.
    right
        The places of the right ones, from 0, once the answer was revealed.
    """

    options: tuple[Any, ...]
    counts: tuple[int, ...]
    right: tuple[int, ...] = ()

    @property
    def hands(self) -> int:
        return sum(self.counts)


class Answered(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was answered at a step.

    Attributes
    ----------
    revealed
        Whether the answer was shown before it was found.
    vote
        Of a class; None where there was none.
    """

    step: str
    tries: tuple[Try, ...] = ()
    hints: int = 0
    revealed: bool = False
    answer: Any = None
    state: State | None = None
    vote: Vote | None = None

    @property
    def right(self) -> bool:
        return bool(self.tries) and self.tries[-1].right


class Reached(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A goal that was reached, and the state in which it was."""

    step: str
    state: State


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A lesson under way.

    Attributes
    ----------
    place
        The name of its file; empty for one of the course.
    step
        The number of the step, from 0.
    begun
        The state at the lesson's start.
    entered
        The state in which the present step began.
    away
        What was left for free exploring; None while the lesson is followed.
    number
        Counts up with every change.
    """

    lesson: str
    place: str = ""
    step: int = 0
    begun: State | None = None
    entered: State | None = None
    away: State | None = None
    answered: tuple[Answered, ...] = ()
    reached: tuple[Reached, ...] = ()
    number: int = 0

    def at(self, step_id: str) -> Answered:
        """Return what was answered at a step, empty where nothing was."""
        return next((answered for answered in self.answered if answered.step == step_id), Answered(step_id))

    @property
    def states(self) -> tuple[tuple[str, State], ...]:
        """Every state that an answer was given or a goal reached at, with its step."""
        answered = ((each.step, each.state) for each in self.answered if each.state is not None)
        return (*answered, *((each.step, each.state) for each in self.reached))

    def with_answered(self, changed: Answered) -> "Record":
        others = tuple(answered for answered in self.answered if answered.step != changed.step)
        return msgspec.structs.replace(self, answered=(*others, changed), number=self.number + 1)

    def has_reached(self, step_id: str) -> bool:
        return any(reached.step == step_id for reached in self.reached)


class PredictedVote(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A vote of a class on a prediction; nothing is right of it until its answer is revealed.

    Attributes
    ----------
    question
        The name of what was asked for.
    epoch
        Of the network that it was asked of.
    formula
        In the chain rule, the formula that it was asked of.
    """

    question: str
    vote: Vote
    epoch: int = 0
    formula: str = ""

    @property
    def is_open(self) -> bool:
        return not self.vote.right

    def is_of(self, other: "PredictedVote") -> bool:
        """Whether both are of the same question, with the same to choose from."""
        return (self.question, self.formula, self.vote.options) == (other.question, other.formula, other.vote.options)


def encode_record(record: Record) -> str:
    """Return the text that a session keeps."""
    return msgspec.json.encode(record).decode()


def decode_record(text: str, where: str) -> Record:
    """Read what a session keeps of a lesson.

    Raises `FileError` if it is none.
    """
    return _decoded(text, Record, Message("{where}: the lesson in it cannot be read", where=where))


def with_vote(votes: str, predicted: PredictedVote) -> str:
    """Return the text that a session keeps with one vote more; of very many only the last. Raises as `decode_votes`.

    It takes the place of the last one if that is the same, whose answer was not revealed yet. Without a hand before
    that it is none.
    """
    kept, vote = decode_votes(votes), predicted.vote
    if kept and kept[-1].is_open and kept[-1].is_of(predicted):
        kept = kept[:-1]
    if vote.hands or vote.right:
        kept = (*kept, predicted)
    return msgspec.json.encode(kept[-MOST_VOTES:]).decode() if kept else ""


def decode_votes(text: str) -> tuple[PredictedVote, ...]:
    """Read what a session keeps of votes on predictions.

    Raises `FileError` if it is none.
    """
    return _decoded(text, tuple[PredictedVote, ...], Message("the votes of the session cannot be read")) if text else ()


def _decoded(text: str, kind: type[Kept], what: Message) -> Kept:
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise FileError("{what}: {problem}", what=what, problem=Message("{e}", e=str(error))) from error

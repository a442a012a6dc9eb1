"""What is to be found, step after step: common to a walk and to the chain rule."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar

import msgspec

from playground.lessons.formulas import Names
from playground.lessons.lesson import Ask
from playground.lessons.questions import judge, read_number
from playground.lessons.record import Vote
from playground.lessons.voting import begun_vote, counted, right_options
from playground.messages import Message
from playground.messages.numbers import number

DEGREES: Mapping[str, str] = MappingProxyType({"sign": "sign", "cell": "number", "step": "number"})
"""From the least to the most that is to be found, and the kind of question of each: the sign of a cell, the number
of a cell, every number of a step."""


class Prediction(ABC):
    """What is to be found, step after step; whatever steps after `index` compute is hidden.

    `degree`: a key of `DEGREES`.

    Attributes
    ----------
    index
        The last step that has been reached, from 0.
    targets
        What is still to be found there; the first is asked for.
    hints
        How many of `hint_texts` have been asked for.
    say, is_wrong
        What is thought of the last answer.
    vote
        Of a class, on what is asked for; None where there is none.
    voted
        The last question of which the answer was revealed after a vote, and the vote; until the next one is reached.
    """

    IS_OF_FORMULA: ClassVar[bool] = False
    """Whether it is about the formula of the chain rule, and not about the network."""

    def __init__(self, degree: str, index: int) -> None:
        self.degree, self.index = degree, index
        self.targets: tuple[Any, ...] = ()
        self.hints = 0
        self.say: Message | str = ""
        self.is_wrong = False
        self.vote: Vote | None = None
        self.voted: tuple[Ask, Vote] | None = None
        self._place = (0, 0)

    @property
    @abstractmethod
    def question(self) -> str:
        """The name of what is asked for."""

    @property
    @abstractmethod
    def ask(self) -> Ask | None:
        """The question; None where all is found as far as one has come."""

    @property
    @abstractmethod
    def hidden(self) -> frozenset[str]:
        """What nothing on screen may tell."""

    @property
    @abstractmethod
    def hint_texts(self) -> tuple[str, ...]:
        """What the number comes from: first the operands by their names, then with their numbers."""

    @property
    @abstractmethod
    def _names(self) -> Names:
        """What the question speaks of."""

    @abstractmethod
    def _found_at(self, index: int) -> Iterable[Any]:
        """Return what is to be found at a step."""

    def _slip(self, _given: float, _true: float) -> Message | str:
        """Return what is said of a wrong number, where more is known than `judge` knows."""
        return ""

    def _slack(self) -> float:
        """Return by how much the numbers as they are shown may be off."""
        return 0.0

    def begin(self, index: int) -> None:
        """Ask from the step after one on; up to it all is shown."""
        self.index, self.targets, self.vote, self.voted = index, (), None, None
        self._tell()

    def enter(self, index: int, place: tuple[int, int] = (0, 0)) -> None:
        """Ask for what a step computes; a single cell at a place, the nearest there is."""
        self.index, self._place, self.vote, self.voted = index, place, None, None
        self.targets = tuple(self._found_at(index))
        self._tell()

    def ask_for(self, degree: str) -> None:
        """Ask for more or less from now on, also of a step of which something is still to be found."""
        self.degree = degree
        if self.targets:
            self.enter(self.index, self._place)

    def answer(self, value: object) -> bool:
        """Judge an answer, and go on to the next number where it is right.

        Raises `LessonError` if the answer cannot be read.
        """
        ask = self.ask
        assert ask is not None, "nothing is asked"
        true = self._names.value(ask.answer)
        say: Message | str = ""
        if ask.kind == "number":
            given = read_number(value)
            if given * true >= 0 and abs(given - true) <= self._slack():
                value = true
            else:
                say = self._slip(given, true)
        verdict = judge(ask, self._names, value)
        if verdict.right:
            self._go_on(Message("Right: {cell} = {value}.", cell=self.question, value=number(true)))
        else:
            self._tell(say or verdict.say, is_wrong=True, hints=self.hints)
        return verdict.right

    def reveal(self) -> None:
        """Show the number that is asked for, and go on to the next."""
        ask, vote = self.ask, self.vote
        assert ask is not None, "nothing is asked"
        if vote is not None:
            self.voted = ask, msgspec.structs.replace(vote, right=right_options(ask, self._names, vote))
        self._go_on(Message("It is {cell} = {value}.", cell=self.question, value=number(self._names.value(ask.answer))))

    def begin_vote(self) -> None:
        """Let a class vote on what is asked for.

        Raises `LessonError` if it comes to no number here.
        """
        ask = self.ask
        assert ask is not None, "nothing is asked"
        self.vote, self.voted = begun_vote(ask, self._names), None

    def count_hands(self, counts: Sequence[int]) -> None:
        """Take down how many hands each answer got. Raises as `counted`."""
        self.vote = counted(self.vote, counts)

    def end_vote(self) -> None:
        self.vote = None

    def take_hint(self) -> None:
        self.hints = min(self.hints + 1, len(self.hint_texts))

    def _go_on(self, say: Message) -> None:
        self.targets, self.vote = self.targets[1:], None
        self._tell(say)

    def _tell(self, say: Message | str = "", *, is_wrong: bool = False, hints: int = 0) -> None:
        self.say, self.is_wrong, self.hints = say, is_wrong, hints


def summed(terms: tuple[str, ...]) -> str:
    """Return terms with their signs between them."""
    return " + ".join(terms).replace("+ −", "− ")

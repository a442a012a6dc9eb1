"""What a kind of question is."""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from playground.lessons.formulas import Names
from playground.lessons.lesson import Ask
from playground.messages import Message

OTHER = "other"
"""A wrong answer of which nothing is known."""


class QuestionKind(Struct, frozen=True):
    """One kind of question.

    Attributes
    ----------
    name
        What a lesson's file calls it.
    label
        What the editor calls it.
    expects
        What is typed or clicked, to be said before and after.
    needs
        Fields of `Ask` without which it cannot be asked.
    answer
        The right answer as plain JSON.
    read
        An answer as typed or from a file, as plain JSON.
    is_right
        Whether an answer that was read is right.
    wrong
        The usual wrong answers and which slip each is, those that happen to be right among them.
    otherwise
        Which slip a wrong answer is that is none of these.
    takes
        Further fields of `Ask` that it makes use of; of its choices, as ``choices.say``. What every question can have
        is not among them.
    """

    name: str
    label: Message
    expects: Message
    needs: tuple[str, ...]
    answer: Callable[[Ask, Names], Any]
    read: Callable[[Ask, Any], Any]
    is_right: Callable[[Ask, Names, Any], bool]
    wrong: Callable[[Ask, Names], Iterator[tuple[Any, str]]]
    otherwise: Callable[[Ask, Names, Any], str] = lambda *_: OTHER
    takes: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The fields that it makes use of, beside those that every question can have."""
        return self.needs + self.takes

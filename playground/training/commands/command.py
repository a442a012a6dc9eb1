"""What a command is: a row of a table that says what it does to a session, and the arguments of one call."""

from collections.abc import Callable
from functools import cached_property
from inspect import Signature, signature
from typing import Any, Concatenate, Generic, ParamSpec

from msgspec import Struct

from playground.training.session import TrainingSession

Arguments = ParamSpec("Arguments")


class Kind(Generic[Arguments]):
    """One row: called like a function, it gives the command that a session is to carry out.

    `do`: does it to a session. A refusal raises a `ValueError` with one line for the person, and changes nothing.
    """

    def __init__(self, do: Callable[Concatenate[TrainingSession, Arguments], None]) -> None:
        self.do: Callable[..., None] = do

    @cached_property
    def signature(self) -> Signature:
        """Read when the first of them is given: most are not, and a start has no time for it."""
        return signature(self.do)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.signature.parameters)[1:]

    def __call__(self, *args: Arguments.args, **kwargs: Arguments.kwargs) -> "Command":
        bound = self.signature.bind(None, *args, **kwargs)
        bound.apply_defaults()
        return Command(self, bound.args[1:])

    def __repr__(self) -> str:
        return self.do.__name__.removeprefix("_")


class Command(Struct, frozen=True):
    """Something to do to a session, between two updates; equal to another that does the same."""

    kind: Kind[...]
    arguments: tuple[Any, ...]

    def apply(self, session: TrainingSession) -> None:
        """Do it; a refusal raises a `ValueError` with one line for the person, and changes nothing."""
        self.kind.do(session, *self.arguments)

    def __getitem__(self, name: str) -> Any:
        return self.arguments[self.kind.names.index(name)]

    def __repr__(self) -> str:
        return f"{self.kind!r}({', '.join(map(repr, self.arguments))})"

"""Messages in the text of a session file: templates with arguments, said in any language."""

import numbers
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from playground.messages import Message, restored

MOST_NOTES = 1000
LONGEST = 4000
"""Characters of a template, of an argument, and of the sentence that they make."""
DEEPEST = 5
"""Messages within messages."""
WHOLE = 2**53

Text = Annotated[str, Meta(max_length=LONGEST)]
Number = Annotated[int, Meta(ge=-WHOLE, le=WHOLE)]


class NoteEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A message."""

    template: Text
    arguments: "dict[str, NoteEntry | Text | Number | float | bool | None]" = {}


Notes = Annotated[tuple[NoteEntry, ...], Meta(max_length=MOST_NOTES)]


EARLIER: Mapping[str, str] = MappingProxyType(
    {
        "{count} of {rows} rows lack a value and are left out": (
            "{count} of {rows} {rows:row|rows} {count:lacks|lack} a value and {count:is|are} left out"
        )
    }
)
"""Templates of earlier versions, each with that of now, which can be said in every language."""


def note_entries(notes: tuple[Message, ...]) -> tuple[NoteEntry, ...]:
    """Return notes as the text of a session holds them, as many as it may."""
    return tuple(map(_entry, notes[:MOST_NOTES]))


def notes_of(entries: tuple[NoteEntry, ...]) -> tuple[Message, ...]:
    """Return the notes that entries from anybody's file stand for.

    Raises `ValueError` if one is no message, or out of bounds.
    """
    return tuple(_message(entry, DEEPEST) for entry in entries)


def _entry(message: Message) -> NoteEntry:
    return NoteEntry(message.template, {name: _argument(value) for name, value in message.arguments.items()})


def _argument(value: Any) -> Any:
    if isinstance(value, Message):
        return _entry(value)
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, numbers.Integral) and abs(int(value)) <= WHOLE:
        return int(value)
    if isinstance(value, numbers.Real) and abs(float(value)) <= WHOLE:  # JSON knows neither infinite numbers nor none
        return float(value)
    return str(value)[:LONGEST].encode(errors="replace").decode()


def _message(entry: NoteEntry, deepest: int) -> Message:
    if not deepest:
        raise ValueError("too deep")
    arguments = {
        name: _message(value, deepest - 1) if isinstance(value, NoteEntry) else value
        for name, value in entry.arguments.items()
    }
    return restored(EARLIER.get(entry.template, entry.template), arguments, LONGEST)

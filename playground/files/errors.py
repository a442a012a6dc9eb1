"""The one error of this room, and the phrases its messages are made of."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from playground.messages import Message, RefusalError

CONTROL_CHARACTER = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What is no part of a name but an order to whoever shows it: line ends, escapes, changes of direction."""
QUOTE_LENGTH = 60
LISTED_NAMES = 48


class FileError(RefusalError):
    """A file, or a value on its way into one, that cannot be used."""


class UndecidedTableError(FileError):
    """A table that is read once a person has decided something: which mark is the decimal one, what to predict."""


def damaged(where: str, what: Message) -> FileError:
    """Return the refusal of a file that says what no program has written."""
    return FileError("{where}: damaged: {what}; open another copy of the file", where=where, what=what)


def not_allowed(place: str, value: object, expected: str) -> FileError:
    """Return the refusal of a value of a wrong type or form."""
    return FileError(
        "{place}: {value} is not allowed; {expected} was expected", place=place, value=quoted(value), expected=expected
    )


def not_known(place: str, name: object, known: Iterable[str]) -> FileError:
    """Return the refusal of a name that is none of those there are."""
    return FileError(
        "{place}: {value} is not known; {known}",
        place=place,
        value=quoted(name),
        known=allowed_names(str(name), known),
    )


def too_large(where: str, limit: int) -> FileError:
    """Return the refusal of an experiment whose text has more bytes than one may have."""
    return FileError(
        "{where}: larger than {max_bytes} MB, the most an experiment file may have",
        where=where,
        max_bytes=limit // 1_000_000,
    )


def quoted(value: object) -> str:
    """Show a value from a file in a message: as Python would write it, cut to a readable length."""
    text = repr(value[: QUOTE_LENGTH * 2] if isinstance(value, str | bytes | list | tuple) else value)
    return text if len(text) <= QUOTE_LENGTH else text[: QUOTE_LENGTH - 1] + "…"


def allowed_names(name: str, known: Iterable[str]) -> Message:
    """Say which names are known, the nearest one first: `did you mean 'relu'? Known: linear, relu`."""
    names = list(known)
    near = get_close_matches(name[:QUOTE_LENGTH], names, n=1, cutoff=0.6)
    listed = ", ".join(names[:LISTED_NAMES]) + (", …" if len(names) > LISTED_NAMES else "")
    if near:
        return Message("did you mean {name!r}? Known: {names}", name=near[0], names=listed)
    return Message("known: {names}", names=listed)

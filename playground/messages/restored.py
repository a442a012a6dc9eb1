"""Messages from a file that anybody may have written."""

import re
import string
from collections.abc import Iterator, Mapping
from typing import Any

from playground.messages.message import Message

NAME = re.compile(r"[a-z_][a-z0-9_]{0,30}", re.IGNORECASE)
FORMAT = re.compile(r"|,|,?(\.\d)?[efgd%]|[^{}|]{0,60}\|[^{}|]{0,60}")
"""How an argument may be written: a number with some digits, or a word for one and one for many. Never a width."""
CONVERSIONS = (None, "r", "s")


def restored(template: str, arguments: Mapping[str, Any], longest: int) -> Message:
    """Return the message that a file holds.

    Raises
    ------
    ValueError
        If the program makes no such: an argument is missing, looked into or written very wide, or it is too long.
    """
    if not all(map(NAME.fullmatch, arguments)) or not arguments.keys() >= set(placeholders(template)):
        raise ValueError("other arguments than placeholders")
    try:
        message = Message(template, **arguments)
    except TypeError as error:  # no format of this kind of argument
        raise ValueError(str(error)) from error
    if len(message) > longest:
        raise ValueError("too long")
    return message


def placeholders(template: str) -> Iterator[str]:
    """Return the names of what a template has places for, one after another.

    Raises
    ------
    ValueError
        At one that is no plain name, or is written in a way that the program does not use.
    """
    for _, name, form, conversion in string.Formatter().parse(template):
        if name is not None:
            if not NAME.fullmatch(name) or not FORMAT.fullmatch(form or "") or conversion not in CONVERSIONS:
                raise ValueError(f"no placeholder: {name!r}")
            yield name

"""The language of the command line: ``--language``, else the system's; its translations are read without Qt."""

import locale
import os
from collections.abc import Sequence
from contextvars import ContextVar

from playground.cli.command import UsageError
from playground.files import folder
from playground.messages import ENGLISH, LANGUAGES, Language, read_catalog

OPTION = "--language"
REQUESTED: ContextVar[str | None] = ContextVar("REQUESTED", default=None)
"""The code of the language that this run of a command was asked for; None for the system's."""


def take_language(arguments: Sequence[str]) -> tuple[list[str], str | None]:
    """Return the arguments without ``--language``, which may stand anywhere before a ``--``, and what it asks for.

    Raises
    ------
    UsageError
        If it names no language that there is.
    """
    rest: list[str] = []
    wish: str | None = None
    waiting = list(arguments)
    while waiting and waiting[0] != "--":
        word = waiting.pop(0)
        name, equals, value = word.partition("=")
        if name != OPTION:
            rest.append(word)
            continue
        wish = value if equals else waiting.pop(0) if waiting else ""
        if wish not in LANGUAGES:
            raise UsageError(
                "{option} {language!r}: expected one of {languages}",
                option=OPTION,
                language=wish,
                languages=", ".join(LANGUAGES),
            )
    return rest + waiting, wish


def system_language() -> str:
    """Return the language that the system's settings ask for, as gettext reads them; English where it is not there."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            break
    else:
        value = locale.getlocale()[0] or ""
    return "ko" if value.lower().startswith(("ko", "korean")) else ENGLISH.code


def language(code: str) -> Language:
    """Return what the texts of the program are put into."""
    if code == ENGLISH.code:
        return ENGLISH
    catalog = read_catalog(folder("resources") / "translations" / f"playground_{code}.ts")
    return Language(code, lambda template: catalog.get(template, template))

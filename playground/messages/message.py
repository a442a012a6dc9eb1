"""A sentence that knows what it is made of, the error that carries one, and the languages it is said in."""

import re
import string
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, Self

from playground.messages.particles import with_particles

LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "English", "ko": "한국어"})
"""Every language that the program speaks, with its own name for itself."""
SOURCE_LANGUAGE = "en"
"""The language that templates are written in."""
CONTEXTS = ("messages", "tables")
"""The parts of a ``.ts`` file that hold texts of the rooms without Qt: messages, and what stands in their tables."""


def read_catalog(ts: Path) -> Mapping[str, str]:
    """Return the translations in a ``.ts`` file of the program's, by their English templates."""
    found: dict[str, str] = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):
        if context.findtext("name") in CONTEXTS:
            for element in context.iter("message"):
                if translation := element.findtext("translation"):
                    found[element.findtext("source", "")] = translation
    return MappingProxyType(found)


ARGUMENT_LENGTH = 1000
"""A name or a quoted value in a sentence is cut to so many characters: it may come from anybody's file."""


class Language(NamedTuple):
    """What texts are put into: a code such as ``ko``, and what finds the translation of a template, or returns it."""

    code: str
    look_up: Callable[[str], str]


ENGLISH = Language(SOURCE_LANGUAGE, str)
"""The language that templates are written in."""


class Message(str):
    """A sentence for a person. As a ``str`` it is English; `in_language` puts it into another language.

    Parameters
    ----------
    template : str
        The English sentence with placeholders as of `str.format`; a translation is looked up by it, so it is always
        written out where the message is made. ``{n:row|rows}`` is the first word where n is 1, else the second.
    arguments
        What the placeholders stand for. A `Message`, `Term` or `LocalText` among them is put into the same language; a
        plain ``str`` (a file's name, a column's) stays as it is, but for its length and its line breaks.
    """

    template: str
    arguments: dict[str, Any]

    def __new__(cls, template: str, /, **arguments: Any) -> Self:
        arguments = {name: _bounded(value) for name, value in arguments.items()}
        sentence = super().__new__(cls, _FORMATTER.vformat(template, (), arguments))
        sentence.template, sentence.arguments = template, arguments
        return sentence

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        return (self.template,), self.arguments


class RefusalError(ValueError):
    """Something that cannot be done, told to a person in one line: what, where, what was expected, what to do.

    Parameters
    ----------
    message : Message or str
        The line: a message; or a template, with what its placeholders stand for; or, without arguments, any text.
    arguments
        As of `Message`.
    """

    def __init__(self, message: str, /, **arguments: Any) -> None:
        if isinstance(message, Message):
            self.message = message
        elif arguments:
            self.message = Message(message, **arguments)
        else:
            self.message = Message(" ".join(message.splitlines()).replace("{", "{{").replace("}", "}}"))
        super().__init__(self.message)


class Term(str):
    """A word or a sentence of a table that knows no language, as an argument of a message: it is looked up, too."""

    source: str

    def __new__(cls, text: str, source: str | None = None) -> Self:
        term = super().__new__(cls, text)
        term.source = text if source is None else source
        return term

    @property
    def inside(self) -> "Term":
        """The same within a sentence: without its capital, unless it is an abbreviation's (``L2 penalty``)."""
        small = self[:1].lower() + self[1:] if self[1:2].islower() else self
        return Term(small, self.source)


class LocalText(str):
    """A text that brings its translations along, as presets do. As a ``str`` it is English, or else the first.

    `texts`: the text by language; not empty.
    """

    texts: Mapping[str, str]

    def __new__(cls, texts: Mapping[str, str]) -> Self:
        text = super().__new__(cls, texts.get(ENGLISH.code, next(iter(texts.values()))))
        text.texts = texts
        return text

    def __getnewargs__(self) -> tuple[Mapping[str, str]]:  # type: ignore[override]
        return (dict(self.texts),)


def in_language(text: str, language: Language) -> str:
    """Return a text in another language: a message with all its parts; a plain text as it is looked up."""
    if isinstance(text, LocalText):
        return text.texts.get(language.code, str(text))
    if isinstance(text, Term):
        found = language.look_up(text.source)
        return str(text) if found == text.source else found
    if not isinstance(text, Message):
        return language.look_up(text)
    inner = {
        name: in_language(value, language) if isinstance(value, Translatable) else value
        for name, value in text.arguments.items()
    }
    return with_particles(_FORMATTER.vformat(language.look_up(text.template), (), inner))


def _bounded(value: Any) -> Any:
    if not isinstance(value, str) or isinstance(value, Translatable):
        return value
    value = " ".join(value.splitlines())
    return value if len(value) <= ARGUMENT_LENGTH else value[: ARGUMENT_LENGTH - 1] + "…"


def joined(parts: Iterable[str], separator: str = ", ") -> Message:
    """Return several texts as one message, each still to be put into another language."""
    arguments = {f"part{index}": part for index, part in enumerate(parts)}
    return Message(separator.join(f"{{{name}}}" for name in arguments), **arguments)


class _Formatter(string.Formatter):
    """`str.format`, with ``{n:row|rows}`` for one and many."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            one, many = format_spec.split("|")
            return one if value == 1 else many
        return str(format(value, format_spec))


_FORMATTER = _Formatter()
Translatable = (Message, Term, LocalText)
"""The texts that know how to be put into a language; any other may be somebody's name."""


# Messages from a file that anybody may have written.

NAME = re.compile(r"[a-z_][a-z0-9_]{0,30}", re.IGNORECASE)
FORMAT = re.compile(r"|,|,?(\.\d)?[efgd%]|[^{}|]{0,60}\|[^{}|]{0,60}")
"""How an argument may be written: a number with some digits, or a word for one and one for many. Never a width."""
CONVERSIONS = (None, "r", "s")


def restored(template: str, arguments: Mapping[str, Any], longest: int) -> Message:
    """Return the message that a file holds.

    Raises `ValueError` if the program makes no such: an argument is missing, looked into or written very wide, or it is
    too long.
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

    Raises `ValueError` at one that is no plain name, or is written in a way that the program does not use.
    """
    for _, name, form, conversion in string.Formatter().parse(template):
        if name is not None:
            if not NAME.fullmatch(name) or not FORMAT.fullmatch(form or "") or conversion not in CONVERSIONS:
                raise ValueError(f"no placeholder: {name!r}")
            yield name

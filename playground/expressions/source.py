"""The typed text, made safe to hand to Python's own parser, its places, its limits, and the error that tells a place.

Only the characters that formulas need get through, so neither strings nor comparisons nor blocks ever reach
``ast.parse``. Comments and indentation are taken off; every place that is reported is a place in the text as typed.
"""

import ast
import re

from msgspec import Struct

from playground.messages import Message, RefusalError

MAX_CHARACTERS = 10_000
"""Length of the text."""

MAX_NESTING = 50
"""Brackets inside brackets."""

MAX_NODES = 1_000
"""Nodes of one graph: inputs, constants and operations."""

MAX_ELEMENTS = 100_000
"""Numbers in one value: a 316 × 316 matrix."""

MAX_LINSPACE = 10_000
"""Numbers that one ``linspace`` may make: a few characters each time."""

MAX_TOTAL_ELEMENTS = 2_000_000
"""Numbers in all values of one graph together: 16 MB."""


class ExpressionError(RefusalError):
    """What is wrong with a typed expression, or with the values given to it.

    `message`: one line: the place, then the reason.

    Parameters
    ----------
    reason : Message or str
        One sentence without the place.
    line, column : int
        Place in the typed text, counted from 1.
    """

    def __init__(self, reason: str, line: int = 1, column: int = 1) -> None:
        self.reason = reason
        self.line = line
        self.column = column
        place = Message("line {line}, column {column}: {reason}", line=line, column=column, reason=reason)
        super().__init__(place)


# Signs that people copy from documents; each is one character, so that columns stay where they are.
_SIGNS = str.maketrans({"−": "-", "×": "*", "·": "*", "⋅": "*", "÷": "/", "\u00a0": " "})
_ALLOWED = frozenset(" \t+-*/@()[],.=;_")
_COMPARED = Message("comparisons have no derivative; max(a, b) and min(a, b) choose")
_GROUPED = Message("group with ( )")
_HINTS = {
    "^": Message("powers are written **"),
    "<": _COMPARED,
    ">": _COMPARED,
    "{": _GROUPED,
    "}": _GROUPED,
    "²": Message("a square is written **2"),
    "³": Message("a cube is written **3"),
    ":": Message("components are picked one at a time: u[1]"),
}
_UNDERSTOOD = Message("only numbers, names, + - * / ** @ ( ) [ ] , = are understood")
# A number with a letter right behind it: 2x, but also 0x1F, 1_000 and 3j, which are no numbers here.
_NUMBER_THEN_LETTER = re.compile(r"(?<![\w.])((?>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?))(?=[^\W0-9])")
# Python refuses to convert thousands of digits, in words of its own.
_TOO_MANY_DIGITS = re.compile(r"[0-9]{400}")
_OPENING = {"(": ")", "[": "]"}


class Source(Struct, frozen=True):
    """A text whose characters and brackets have been checked.

    Attributes
    ----------
    lines : tuple of str
        What Python's parser gets: no comment, no indentation.
    indents : tuple of int
        Characters taken off on the left of each line.
    """

    lines: tuple[str, ...]
    indents: tuple[int, ...]

    def place(self, line: int, byte: int) -> tuple[int, int]:
        """Line and column as typed, both from 1, for a line from 1 and an offset in UTF-8 bytes, as ``ast`` counts."""
        text = self.lines[line - 1].encode()[:byte].decode(errors="ignore")
        return line, self.indents[line - 1] + len(text) + 1

    def error(self, node: ast.expr | ast.stmt, reason: str) -> ExpressionError:
        """An error that points at a node of the syntax tree."""
        return ExpressionError(reason, *self.place(node.lineno, node.col_offset))

    def syntax_tree(self) -> ast.Module:
        """Parse; nothing is compiled or run.

        Raises `ExpressionError` where the text is no list of statements.
        """
        try:
            return ast.parse("\n".join(self.lines))
        except SyntaxError as error:
            line = min(max(error.lineno or 1, 1), len(self.lines))
            column = min(max(error.offset or 1, 1), len(self.lines[line - 1]) + 1)
            if "assign" in error.msg:
                reason = Message("only one name can stand on the left of =: q = x + y")
            else:
                reason = Message("this cannot be read as a formula: something is missing here, or one sign is too many")
            raise ExpressionError(reason, line, self.indents[line - 1] + column) from None
        except (RecursionError, MemoryError):
            reason = Message("the formula is too long, or nested too deeply: split it into several lines")
            raise ExpressionError(reason) from None


def read_source(text: str) -> Source:
    """Check length, characters, numbers and brackets of a typed text.

    Raises `ExpressionError` at the first character that cannot stand in a formula.
    """
    if len(text) > MAX_CHARACTERS:
        count = {"count": len(text), "most": MAX_CHARACTERS}
        raise ExpressionError(Message("the text has {count} characters; at most {most} are allowed", **count))
    lines: list[str] = []
    indents: list[int] = []
    for typed in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        code = typed.partition("#")[0].translate(_SIGNS).rstrip(" \t")
        stripped = code.lstrip(" \t")
        lines.append(stripped)
        indents.append(len(code) - len(stripped))
    source = Source(tuple(lines), tuple(indents))
    if not any(lines):
        raise ExpressionError(Message("nothing is typed; expected a formula such as q = x + y"))
    _check_characters(source)
    return source


def _check_characters(source: Source) -> None:
    open_brackets: list[tuple[str, int, int]] = []
    for number, (line, indent) in enumerate(zip(source.lines, source.indents, strict=True), start=1):
        for column, character in enumerate(line, start=indent + 1):
            if character not in _ALLOWED and not ("a" + character).isidentifier():
                hint = _HINTS.get(character, _UNDERSTOOD)
                reason = Message("{character} cannot be used here: {hint}", character=_shown(character), hint=hint)
                raise ExpressionError(reason, number, column)
            if character in _OPENING:
                open_brackets.append((character, number, column))
                if len(open_brackets) > MAX_NESTING:
                    reason = Message("more than {most} brackets inside each other: split the formula", most=MAX_NESTING)
                    raise ExpressionError(reason, number, column)
            elif character in ")]" and (not open_brackets or _OPENING[open_brackets.pop()[0]] != character):
                reason = Message(
                    "this {bracket} closes no bracket: take it away, or open one before", bracket=character
                )
                raise ExpressionError(reason, number, column)
        match = _TOO_MANY_DIGITS.search(line)
        if match is not None:
            reason = Message("this number has too many digits; at most 1.8e308 can be computed with")
            raise ExpressionError(reason, number, indent + match.start() + 1)
        match = _NUMBER_THEN_LETTER.search(line)
        if match is not None:
            reason = Message("a sign is missing after {number}: a product is written {number}*x", number=match[1])
            raise ExpressionError(reason, number, indent + match.end() + 1)
    if open_brackets:
        bracket, line_number, column = open_brackets[-1]
        reason = Message("this {bracket} is never closed: close it, or take it away", bracket=bracket)
        raise ExpressionError(reason, line_number, column)


def _shown(character: str) -> str:
    """A character in quotes; its code where it cannot be seen."""
    return f"'{character}'" if character.isprintable() else f"U+{ord(character):04X}"

"""The format of a lesson's file as a table: every key with its label, how it is filled in, and what may stand there.

The editor's form is built from it; a new key of the format is one row.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, replace

from playground.files.chain_presets import chain_preset_paths
from playground.files.presets import preset_paths
from playground.lessons.course import COURSE
from playground.lessons.deeds import DEEDS
from playground.lessons.lesson import PAGES, WORKSPACES, Ask, Choice, Lesson, Show, Start, Step, Texts, Wrong
from playground.lessons.locks import LOCKABLE
from playground.lessons.questions import OF_SOME, QUESTIONS
from playground.messages import Message

TEXTS, LINE, NUMBER, NAME = "texts", "line", "number", "name"
NAMES, CELLS, TABLE, DEED_LINES, CONDITIONS = "names", "cells", "table", "deeds", "conditions"
GROUP, OPTIONAL, ROWS = "group", "optional", "rows"
"""How a value is filled in: a text by language, a line, a whole number, one name of several, several names, cells of
the window, settings with values, what a step does, formulas with conditions; the fields of a part, of one that may be
missing, of many."""


class Part(Struct, frozen=True):
    """One key of the format.

    Attributes
    ----------
    way
        How it is filled in: a key of the editor's fields.
    allowed
        The names that may stand there, where they are known.
    labels
        What names are called that are not shown as they are written.
    of
        What a group or its rows are made of; for a text by language `Texts`.
    without
        Keys that its rows have not here.
    """

    key: str
    label: Message
    way: str
    tip: Message
    allowed: Callable[[], Sequence[str]] = tuple
    labels: Mapping[str, Message] = MappingProxyType({})
    of: Any = None
    without: tuple[str, ...] = ()


def _cells(key: str, label: Message, tip: Message) -> Part:
    return Part(key, label, CELLS, tip)


_KINDS = MappingProxyType({name: kind.label for name, kind in QUESTIONS.items()})
_VALUE = Message("A formula in the names that the screen uses, as in A[0][1] * dZ[1][1]")
_DEEDS = Message(
    "What happens when the step begins, a line each, as in epochs = 5 or set.training.learning_rate = 0.5: {names}",
    names=", ".join(DEEDS),
)
_PAPER = Message("On worksheets, in place of the text that speaks of the window")
PARTED = frozenset(deed.name for deed in DEEDS.values() if deed.part)
"""What a step does with several things: each stands in a line of its own, behind a point."""

FORMAT: Mapping[type[msgspec.Struct], tuple[Part, ...]] = MappingProxyType(
    {
        Lesson: (
            Part("title", Message("Title"), TEXTS, Message("What the lesson is called"), of=Texts),
            Part("id", Message("Id"), LINE, Message("Small letters, digits and _, as in one_weight")),
            Part("minutes", Message("Minutes"), NUMBER, Message("How long it takes")),
            Part("after", Message("After"), NAMES, Message("The lessons it builds on"), lambda: COURSE),
            Part("start", Message("Start"), GROUP, Message("What the lesson begins with: one of three"), of=Start),
        ),
        Start: (
            Part(
                "preset",
                Message("Preset"),
                NAME,
                Message("An experiment of the program"),
                lambda: tuple(preset_paths()),
            ),
            Part(
                "chain",
                Message("Worked example"),
                NAME,
                Message("A formula of the chain rule"),
                lambda: tuple(chain_preset_paths()),
            ),
            Part("experiment", Message("File"), LINE, Message("An experiment or weights beside the lesson's file")),
            Part(
                "example",
                Message("Example"),
                NUMBER,
                Message("The training example that Backprop looks at; 0 for the next mini-batch"),
            ),
            Part(
                "set",
                Message("Settings"),
                TABLE,
                Message("A line each, as in training.learning_rate = 0.5"),
            ),
        ),
        Step: (
            Part("text", Message("Text"), TEXTS, Message("What the step says: one idea, at most 60 words"), of=Texts),
            Part("ask", Message("Question"), OPTIONAL, Message("What the step asks"), of=Ask),
            Part("show", Message("Show"), GROUP, Message("What is in sight, and the cells that are lit"), of=Show),
            Part(
                "until",
                Message("Goals"),
                CONDITIONS,
                Message("What must be reached before it goes on, a line each, as in test_accuracy >= 0.95"),
            ),
            Part(
                "lock",
                Message("Locks"),
                NAMES,
                Message("Settings and actions that are grey in this step"),
                lambda: LOCKABLE,
            ),
            Part("do", Message("Do first"), DEED_LINES, _DEEDS),
            Part("paper", Message("On paper"), TEXTS, _PAPER, of=Texts),
            Part(
                "solve",
                Message("Solution"),
                DEED_LINES,
                Message("What reaches the goals where training alone does not, for the check: lines as in “Do first”"),
            ),
            Part("id", Message("Id"), LINE, Message("Small letters, digits and _; answers are kept under it")),
        ),
        Show: (
            Part(
                "workspace",
                Message("Workspace"),
                NAME,
                Message("What the middle of the window shows"),
                lambda: WORKSPACES,
            ),
            Part("page", Message("Page"), NAME, Message("A tab of it, or what stands beside it"), lambda: PAGES),
            Part("phase", Message("Step of the walk"), LINE, Message("As in dW 1")),
            _cells("light", Message("Lit cells"), Message("As in dW[1][2,1]; several with ; between them")),
        ),
        Ask: (
            Part("kind", Message("Kind"), NAME, Message("How it is answered"), lambda: tuple(QUESTIONS), _KINDS),
            Part("text", Message("Question"), TEXTS, Message("Where the step's text is not the question"), of=Texts),
            Part("answer", Message("Right answer"), LINE, _VALUE),
            Part("of", Message("Cells of"), LINE, Message("The quantity whose cells can be clicked, as in dW[1]")),
            Part("tolerance", Message("Tolerance"), LINE, Message("As in 0.5 %, or digits for those that are shown")),
            _cells(
                "hide",
                Message("Hidden"),
                Message("Cells and quantities that nothing tells until it is answered, as in dW[1]"),
            ),
            Part("choices", Message("Choices"), ROWS, Message("What can be chosen, or is to be ordered"), of=Choice),
            Part("wrong", Message("Wrong answers"), ROWS, Message("Usual slips, and what is said of each"), of=Wrong),
            Part("paper", Message("On paper"), TEXTS, _PAPER, of=Texts),
            Part("hints", Message("Hints"), ROWS, Message("Shown one after the other"), of=Texts),
        ),
        Wrong: (
            Part("value", Message("Value"), LINE, _VALUE),
            Part("say", Message("Say"), TEXTS, Message("Why it is wrong"), of=Texts),
        ),
        Choice: (
            Part("text", Message("Text"), TEXTS, Message("What can be chosen"), of=Texts),
            Part("value", Message("Value"), LINE, _VALUE),
            Part("say", Message("Say"), TEXTS, Message("What is said where it is wrong"), of=Texts),
        ),
    }
)
"""Every key of a lesson's file, in the order in which a person fills them in."""


def parts_of(value: msgspec.Struct, without: Collection[str] = ()) -> tuple[Part, ...]:
    """Return the keys that a part of a lesson has; of a question those that its kind makes use of."""
    parts = tuple(part for part in FORMAT[type(value)] if part.key not in without)
    if not isinstance(value, Ask) or value.kind not in QUESTIONS:
        return parts
    unused = OF_SOME - {*QUESTIONS[value.kind].keys}
    inside = tuple(key.removeprefix("choices.") for key in unused)
    return tuple(
        replace(part, without=inside) if part.key == "choices" else part for part in parts if part.key not in unused
    )


def with_value(struct: msgspec.Struct, key: str, value: Any) -> msgspec.Struct:
    """Return a part of a lesson with another value at a key; a question keeps what its kind makes use of."""
    struct = replace(struct, **{key: value})
    if not isinstance(struct, Ask) or key != "kind" or struct.kind not in QUESTIONS:
        return struct
    unused = OF_SOME - {*QUESTIONS[struct.kind].keys}
    if "choices.say" in unused:
        struct = replace(struct, choices=tuple(Choice(choice.text, choice.value) for choice in struct.choices))
    empty = asdict(Ask(struct.kind))
    return replace(struct, **{key: empty[key] for key in unused if "." not in key})


# Values as lines of text, and back


_COMPARISON = re.compile(r"(>=|<=|==|>|<)")


def names_text(names: Sequence[str]) -> str:
    """Return names as one line."""
    return "; ".join(names)


def read_names(text: str) -> tuple[str, ...]:
    """Read names with ``;`` between them."""
    return tuple(name for part in text.split(";") if (name := part.strip()))


def table_text(table: Mapping[str, Any], parted: Collection[str] = ()) -> str:
    """Return keys and values as lines, ``key = value``, the values as JSON or the text that they are.

    `parted`: keys with values by further keys, which get a line each: ``set.training.learning_rate = 0.5``.
    """
    lines: list[str] = []
    for key, value in table.items():
        inside = value if key in parted and isinstance(value, dict) and value else None
        lines += [line_text(key, value)] if inside is None else [line_text(f"{key}.{at}", inside[at]) for at in inside]
    return "\n".join(lines)


def line_text(key: str, value: Any) -> str:
    """Return a line ``key = value``, or the value alone."""
    return f"{key} = {_written(value)}" if key else _written(value)


def read_table(text: str, parted: Collection[str] = ()) -> dict[str, Any]:
    """Read lines ``key = value``, parted as `table_text` writes them."""
    table: dict[str, Any] = {}
    for line in text.splitlines():
        key, _, value = (part.strip() for part in line.partition("="))
        name, point, part = key.partition(".")
        if point and name in parted and isinstance(table.setdefault(name, {}), dict):
            table[name][part] = _read(value)
        elif key:
            table[key] = _read(value)
    return table


def conditions_text(conditions: Mapping[str, str]) -> str:
    """Return formulas and what they must be, as lines."""
    return "\n".join(f"{formula} {condition}" for formula, condition in conditions.items())


def read_conditions(text: str) -> dict[str, str]:
    """Read lines such as ``test_accuracy >= 0.95``; a line without a comparison has no condition yet."""
    conditions: dict[str, str] = {}
    for line in text.splitlines():
        formula, *condition = _COMPARISON.split(line, maxsplit=1)
        if formula.strip():
            conditions[formula.strip()] = " ".join(part.strip() for part in condition)
    return conditions


def _written(value: Any) -> str:
    written = msgspec.json.encode(value).decode()
    return value if isinstance(value, str) and _read(value) == value else written


def _read(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except (msgspec.MsgspecError, RecursionError):
        return text

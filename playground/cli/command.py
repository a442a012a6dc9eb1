"""What a command is: a record with its name, its arguments and its function; and how its arguments are parsed."""

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from pkgutil import resolve_name
from types import MappingProxyType
from typing import Any, NoReturn, get_args

from msgspec import Struct, field

from playground.cli.terminal import display_width, say, translated
from playground.data.csv_options import (
    DECIMALS,
    DELIMITER_NAMES,
    ENCODINGS,
    SKIP_MAXIMUM,
    Missing,
    TargetAs,
    codec,
    is_delimiter,
)
from playground.files.targets import OPTIONS
from playground.messages import Message, RefusalError

TARGET_HELP = Message(
    "a preset's name, a session (.playground), an experiment (.json), a network (.npz, .onnx, .safetensors, .pt), data "
    "(.csv, .idx) or a formula that draws data ('sin(x1) > x2')"
)
WINDOW_TARGET_HELP = Message(
    "{target}, a lesson (.json), or a formula: a preset of the chain rule (two_gates), its file (.json) or its lines "
    "(.txt)",
    target=TARGET_HELP,
)
MAX_EPOCHS = 1_000_000


class UsageError(RefusalError):
    """Bad usage or bad input: one line for a person, exit code 2."""


class FailedRunError(RefusalError):
    """The command ran and failed: one line for a person, exit code 1."""


class Command(Struct, frozen=True):
    """One command: its one line for `--help`, what adds its arguments, and what does it and returns the exit code."""

    name: str
    summary: Message
    arguments: Callable[["Parser"], None]
    run: Callable[[argparse.Namespace], int]


def deferred(module: str, name: str) -> Callable[[Any], Any]:
    """Return a function of one argument whose module is imported when it is called: most starts need none of it."""
    return lambda argument: resolve_name(f"{module}:{name}")(argument)


class _HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """The help in the language of this run, in lines as wide as a terminal shows them."""

    def start_section(self, heading: str | None) -> None:
        super().start_section(heading and translated(heading))

    def add_text(self, text: str | None) -> None:
        super().add_text(text and translated(text))

    def _format_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None) -> str:
        prefix = f"{translated(Message('usage'))}: " if prefix is None else prefix
        beyond = display_width(prefix) - len(prefix)
        self._width -= beyond
        text = super()._format_usage(usage, actions, groups, prefix)
        self._width += beyond
        return text

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return action.help and translated(action.help).replace("%", "%%")  # argparse fills in what follows a %

    def _split_lines(self, text: str, width: int) -> list[str]:
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".lstrip()
            if lines[-1] and display_width(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line, raised as a `UsageError`."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, add_help=False, formatter_class=_HelpFormatter, **settings)
        self._positionals.title, self._optionals.title = Message("positional arguments"), Message("options")
        self.add_argument("-h", "--help", action="help", help=Message("show this help message and exit"))

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments.

        Raises
        ------
        UsageError
            Always.
        """
        raised = sys.exception()
        problem = _in_own_words(message)
        if isinstance(raised, argparse.ArgumentError) and raised.argument_name is not None:
            cause = raised.__context__
            own = cause.args[0] if isinstance(cause, argparse.ArgumentTypeError) else _in_own_words(raised.message)
            problem = Message("argument {name}: {problem}", name=raised.argument_name, problem=own)
        raise UsageError("{problem}; see {prog} --help", problem=problem, prog=self.prog)

    def print_help(self, file: Any = None) -> None:  # noqa: ARG002 - argparse's own signature
        say(self.format_help().rstrip("\n"))


COMPLAINTS: Mapping[str, Callable[[re.Match[str]], Message]] = MappingProxyType(
    {
        r"the following arguments are required: (.*)": lambda found: Message(
            "the following arguments are required: {names}", names=found[1]
        ),
        r"unrecognized arguments: (.*)": lambda found: Message("unrecognized arguments: {names}", names=found[1]),
        r"expected one argument": lambda _: Message("expected one argument"),
        r"invalid choice: (.*) \(choose from (.*)\)": lambda found: Message(
            "invalid choice: {value} (choose from {names})", value=found[1], names=found[2]
        ),
        r"invalid (\w+) value: (.*)": lambda found: Message(
            "invalid {kind} value: {value}", kind=found[1], value=found[2]
        ),
    }
)
"""What argparse complains of, by its pattern: as messages of ours, which can be put into another language."""


def _in_own_words(complaint: str) -> Message:
    for pattern, message in COMPLAINTS.items():
        if found := re.fullmatch(pattern, complaint, re.DOTALL):
            return message(found)
    return Message("{problem}", problem=complaint)


def add_target(parser: Parser) -> None:
    parser.add_argument("target", metavar="TARGET", help=TARGET_HELP)


def add_json(parser: Parser) -> None:
    parser.add_argument(
        "--json", action="store_true", help=Message("print one JSON object on standard output, nothing else")
    )


def add_epochs(parser: Parser) -> None:
    parser.add_argument(
        "--epochs",
        metavar="N",
        type=whole_number(0, MAX_EPOCHS),
        help=Message("epochs to train, instead of the experiment's"),
    )


def add_settings(parser: Parser) -> None:
    parser.add_argument("--seed", metavar="N", type=int, help=Message("network.seed: initial weights and shuffling"))
    parser.add_argument(
        "--set",
        metavar="KEY=VALUE",
        action="append",
        default=[],
        help=Message(
            "change a value of the experiment: training.learning_rate=0.1, 'network.hidden=[8,8]' (repeatable)"
        ),
    )


def whole_number(minimum: int, maximum: int) -> Callable[[str], int]:

    def convert(text: str) -> int:
        # int() alone would also take 1_000 and digits of other scripts.
        if re.fullmatch(r"[+-]?[0-9]{1,18}", text) and minimum <= int(text) <= maximum:
            return int(text)
        expected = Message("a whole number from {low:.12g} to {high:.12g}", low=minimum, high=maximum)
        raise argparse.ArgumentTypeError(
            Message("{value!r} is not allowed; {expected} was expected", value=text[:40], expected=expected)
        )

    return convert


# How a table is read: the same options wherever there is a table.


def _delimiter(text: str) -> str:
    named = {name: character for character, name in DELIMITER_NAMES.items()} | {"\\t": "\t", "blank": " "}
    named |= {"comma": ",", "semicolon": ";", "pipe": "|"}
    character = named.get(text.lower(), text)
    if not is_delimiter(character):
        raise argparse.ArgumentTypeError(
            Message(
                "{given} is not allowed; one character, tab or space was expected",
                given=repr(text[:40]),
            )
        )
    return character


def _encoding(text: str) -> str:
    name = text.lower()
    name = {"utf8": "utf-8", "utf16": "utf-16", "euc-kr": "cp949", "euc_kr": "cp949", "ks_c_5601-1987": "cp949"}.get(
        name, name
    )
    if codec(name) is None:
        raise argparse.ArgumentTypeError(
            Message(
                "{given} is not known; one of {known} was expected", given=repr(text[:40]), known=", ".join(ENCODINGS)
            )
        )
    return name


class TableOption(Struct, frozen=True):
    """One option: the field of `CsvSource` that it sets, from the words there are or from any text."""

    key: str
    help: Message
    metavar: str | None = None
    parse: Callable[[str], Any] = str
    choices: tuple[str, ...] = ()
    repeats: bool = False
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def flag(self) -> str:
        return OPTIONS[self.key]


TABLE_OPTIONS = (
    TableOption("label", Message("column of a table to predict (repeatable)"), "COLUMN", repeats=True),
    TableOption("inputs", Message("column of a table to predict from (repeatable)"), "COLUMN", repeats=True),
    TableOption("ignore", Message("column of a table that is left out (repeatable)"), "COLUMN", repeats=True),
    TableOption("target_as", Message("what the column to predict holds"), choices=get_args(TargetAs)),
    TableOption("delimiter", Message("what divides the cells: a character, tab or space"), "C", _delimiter),
    TableOption("decimal", Message("the mark in front of decimals"), choices=DECIMALS),
    TableOption(
        "encoding",
        Message("how bytes stand for letters: {encodings} …", encodings=", ".join(ENCODINGS)),
        "NAME",
        _encoding,
    ),
    TableOption(
        "header",
        Message("whether the first row names the columns"),
        choices=("yes", "no"),
        values={"yes": True, "no": False},
    ),
    TableOption("skip", Message("lines above the table that are none of it"), "N", whole_number(0, SKIP_MAXIMUM)),
    TableOption("missing", Message("what becomes of rows without a value"), choices=get_args(Missing)),
)
"""Every option, in the order of the help."""


def add_table_options(parser: Parser) -> None:
    group = parser.add_argument_group(Message("how a table is read; what is left out is found out"))
    for option in TABLE_OPTIONS:
        settings: dict[str, Any] = {"help": option.help, "dest": f"table_{option.key}"}
        if option.metavar:
            settings["metavar"] = option.metavar
        if option.choices:
            settings["choices"] = option.choices
        else:
            settings["type"] = option.parse
        if option.repeats:
            settings |= {"action": "append", "default": []}
        group.add_argument(option.flag, **settings)


def table_changes(options: argparse.Namespace) -> dict[str, Any]:
    """Return what was said about the table, by the fields of `CsvSource`."""
    said: dict[str, Any] = {}
    for option in TABLE_OPTIONS:
        given = vars(options)[f"table_{option.key}"]
        if given is None or given == []:
            continue
        value = tuple(given) if option.repeats else option.values.get(given, given) if option.values else given
        said[option.key] = value
    return said

"""How a table is read, as it is said on the command line: the same options wherever there is a table."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from playground.cli.command import Parser, whole_number
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
from playground.messages import Message


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


@dataclass(frozen=True)
class TableOption:
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
        """What is typed."""
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
    """Add how a table is read."""
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

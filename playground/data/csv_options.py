"""How a table is to be read."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from msgspec import Struct

from playground.data.dataset import DataError
from playground.messages import Message

Missing = Literal["refuse", "drop"]
TargetAs = Literal["numbers", "classes"]

DELIMITERS = (",", ";", "\t", "|", " ")
"""What is tried when nobody says what divides the cells of a row; a blank stands for any number of them."""
DELIMITER_NAMES: Mapping[str, str] = MappingProxyType({"\t": "tab", " ": "space"})
"""What a delimiter is called that cannot be seen."""
DECIMALS = (".", ",")
ENCODINGS: Mapping[str, str] = MappingProxyType(
    {
        "utf-8": "utf-8-sig",
        "utf-16": "utf-16",
        "cp949": "cp949",
        "cp1252": "cp1252",
        "cp1251": "cp1251",
        "cp1250": "cp1250",
        "shift_jis": "cp932",
        "euc_jp": "euc_jp",
        "gbk": "gb18030",
        "big5": "cp950",
        "utf-16-le": "utf-16-le",
        "utf-16-be": "utf-16-be",
    }
)
"""How bytes may stand for text, by the name that is saved: Python's codec. cp949 is what Korean Excel writes, cp1252
what Western European Excel does; any other text codec of Python can be named as well."""
CELL_MAXIMUM = csv.field_size_limit()
SKIP_MAXIMUM = 100_000


class CsvOptions(Struct, frozen=True):
    """What a person says about a table; whatever they leave out is found out.

    Raises `DataError` if a choice is none of those there are, or a column has two roles.

    Parameters
    ----------
    labels : tuple of str
        Columns to predict; empty to find out.
    inputs : tuple of str
        Columns to predict from, in this order; empty for all that can be.
    target_as : {"numbers", "classes"} or None
        What the column to predict holds; None to find out.
    decimal : {".", ","} or None
        The mark in front of decimals; the other one then stands between thousands.
    encoding : str or None
        A key of `ENCODINGS`, or the name of any other text codec.
    skip : int
        Lines at the beginning that are no part of the table.
    missing : {"refuse", "drop"}
        Whether a row that lacks a value in a column that is used is an error, or left out.
    text : str or None
        The table itself, where it was pasted: then no file is opened.
    """

    labels: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    target_as: TargetAs | None = None
    delimiter: str | None = None
    decimal: str | None = None
    encoding: str | None = None
    header: bool | None = None
    skip: int = 0
    missing: Missing = "refuse"
    text: str | None = None

    def __post_init__(self) -> None:
        if self.delimiter is not None and not is_delimiter(self.delimiter):
            raise DataError(
                "table: delimiter {given}, expected one character that is no letter, digit or quote",
                given=repr(self.delimiter),
            )
        if self.encoding is not None and codec(self.encoding) is None:
            raise DataError(
                "table: encoding {given} is not known, expected one of {known}",
                given=repr(self.encoding),
                known=", ".join(ENCODINGS),
            )
        for what, value, known in (
            (Message("decimal mark"), self.decimal, (None, *DECIMALS)),
            (Message("missing values"), self.missing, get_args(Missing)),
            (Message("values to predict as"), self.target_as, (None, *get_args(TargetAs))),
        ):
            if value not in known:
                expected = ", ".join(choice for choice in known if choice is not None)
                raise DataError(
                    "table: {what}: {given}, expected one of {known}", what=what, given=repr(value), known=expected
                )
        if not 0 <= self.skip <= SKIP_MAXIMUM:
            raise DataError(
                "table: {given} lines to skip, expected from 0 to {most}", given=self.skip, most=SKIP_MAXIMUM
            )
        self._check_roles()

    def _check_roles(self) -> None:
        roles: dict[str, str] = {}
        for names, role in (
            (self.labels, Message("to predict")),
            (self.inputs, Message("an input")),
            (self.ignored, Message("to be ignored")),
        ):
            for name in names:
                if roles.get(name, role) != role:
                    raise DataError(
                        "table: column {name} is {one} and {other}, expected one of them",
                        name=repr(name),
                        one=roles[name],
                        other=role,
                    )
                roles[name] = role


FIND_OUT = CsvOptions()
"""Nothing is said."""


def is_delimiter(text: str) -> bool:
    """Tell whether a text can divide the cells of a row."""
    return len(text) == 1 and not text.isalnum() and text not in "\r\n\0\"'._+-"


def codec(encoding: str) -> str | None:
    """Return Python's codec for an encoding's name, None if there is none that makes text of bytes."""
    if encoding in ENCODINGS:
        return ENCODINGS[encoding]
    try:
        found = codecs.lookup(encoding)
    except (LookupError, ValueError):
        return None
    name = found.name
    for known, ours in ENCODINGS.items():
        if name in (known, codecs.lookup(known).name):
            return ours
    return name if found._is_text_encoding and name not in _NOT_FOR_FILES else None


_NOT_FOR_FILES = frozenset({"idna", "punycode", "undefined", "raw-unicode-escape", "unicode-escape", "utf-7"})
"""Text codecs of Python that are not what a table is written in, or that cannot be read piece by piece."""


def delimiter_name(delimiter: str) -> str:
    """Return a delimiter as it can be written down: the character, ``tab`` or ``space``."""
    return DELIMITER_NAMES.get(delimiter, delimiter)

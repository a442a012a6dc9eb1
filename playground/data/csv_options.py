"""How a table is to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from playground.data.dataset import DataError

Missing = Literal["refuse", "drop"]

DELIMITERS = (",", ";", "\t")
"""What may divide the cells of a row."""
ENCODINGS: Mapping[str, str] = MappingProxyType({"utf-8": "utf-8-sig", "utf-16": "utf-16", "cp949": "cp949"})
"""How bytes may stand for text, by the name that is saved: Python's codec. cp949 is what Korean Excel writes."""


@dataclass(frozen=True)
class CsvOptions:
    """What a person says about a table; whatever they leave out is found out.

    Parameters
    ----------
    labels : tuple of str
        Columns to predict; empty for the last one that is no input.
    inputs : tuple of str
        Columns to predict from, in this order; empty for all that are not predicted.
    delimiter : str or None
        One of `DELIMITERS`.
    encoding : str or None
        A key of `ENCODINGS`.
    header : bool or None
        Whether the first row names the columns.
    missing : {"refuse", "drop"}
        Whether a row that lacks a value in a column that is used is an error, or left out.
    text : str or None
        The table itself, where it was pasted: then no file is opened.

    Raises
    ------
    DataError
        If a delimiter, an encoding or `missing` is none of those there are, or a column is to predict and an
        input.
    """

    labels: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    delimiter: str | None = None
    encoding: str | None = None
    header: bool | None = None
    missing: Missing = "refuse"
    text: str | None = None

    def __post_init__(self) -> None:
        if self.delimiter is not None and self.delimiter not in DELIMITERS:
            raise DataError(f"table: delimiter {self.delimiter!r}, expected one of {', '.join(map(repr, DELIMITERS))}")
        if self.encoding is not None and self.encoding not in ENCODINGS:
            raise DataError(f"table: encoding {self.encoding!r}, expected one of {', '.join(ENCODINGS)}")
        if self.missing not in get_args(Missing):
            raise DataError(f"table: missing values {self.missing!r}, expected one of {', '.join(get_args(Missing))}")
        both = [name for name in self.inputs if name in self.labels]
        if both:
            raise DataError(f"table: column {both[0]!r} is to predict and an input, expected one of them")


FIND_OUT = CsvOptions()
"""Nothing is said."""

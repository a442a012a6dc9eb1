"""Whether the source of an experiment's data is allowed: the name of a generator, a table, images or points."""

import math
from typing import get_args

from playground.data import (
    DECIMALS,
    DELIMITERS,
    ENCODINGS,
    GENERATORS,
    DataError,
    points_frame,
)
from playground.data.csv_options import Missing, TargetAs, codec, is_delimiter
from playground.data.features import FEATURES_MAXIMUM
from playground.data.idx import WHITES
from playground.files.errors import FileError, allowed_names, quoted
from playground.files.experiment import CsvSource, Experiment, IdxSource, PointsSource
from playground.messages import Message

MAX_TEXT = 10_000
MAX_NAMES = FEATURES_MAXIMUM
MAX_PASTED = 2_000_000
"""Bytes of a table that was pasted: an experiment file holds it, and has its own limit."""


def check_source(experiment: Experiment, where: str) -> None:
    source, place = experiment.data.source, f"{where}: data.source"
    if isinstance(source, str):
        if source not in GENERATORS:
            raise FileError(
                "{place}: {value} is not known; {known}",
                place=place,
                value=quoted(source),
                known=allowed_names(source, GENERATORS),
            )
    elif isinstance(source, CsvSource):
        _check_table(source, place)
    elif isinstance(source, IdxSource):
        _check_file_name(f"{place}.idx", source.idx)
        if source.labels:
            _check_file_name(f"{place}.labels", source.labels)
        if source.white not in (None, *WHITES):
            known = ", ".join(map(str, WHITES))
            raise FileError(
                "{place}.white: {value} is not allowed; one of {known} was expected",
                place=place,
                value=quoted(source.white),
                known=known,
            )
    elif isinstance(source, PointsSource):
        try:
            points_frame(source.dataset(), source.axes)
        except DataError as error:  # its message begins with the path
            raise FileError("{where}: {problem}", where=where, problem=error.message) from error
    else:
        raise FileError(
            "{place}: {value} is not allowed; {expected} was expected",
            place=place,
            value=quoted(source),
            expected=SOURCE_EXPECTED,
        )


SOURCE_EXPECTED = Message(
    'a name, {{"csv": file, "label": [column, …]}}, {{"idx": file of images}} or {{"points": [[x1, x2, class], …]}}'
)


def _check_table(source: CsvSource, place: str) -> None:
    _check_file_name(f"{place}.csv", source.csv)
    for key, names in (("label", source.label), ("inputs", source.inputs), ("ignore", source.ignore)):
        if len(names) > MAX_NAMES:
            raise FileError(
                "{place}.{key}: {count} columns; at most {max_names} are read",
                place=place,
                key=key,
                count=len(names),
                max_names=MAX_NAMES,
            )
        if len(set(names)) < len(names):
            raise FileError("{place}.{key}: a column is named twice", place=place, key=key)
    both = set(source.label).intersection(source.inputs)
    if both:
        raise FileError(
            "{place}.inputs: {both} is also to be predicted; one of the two was expected",
            place=place,
            both=quoted(min(both)),
        )
    for key, value, choices in (
        ("delimiter", source.delimiter, DELIMITERS),
        ("encoding", source.encoding, tuple(ENCODINGS)),
        ("decimal", source.decimal, DECIMALS),
        ("as", source.target_as, get_args(TargetAs)),
        ("missing", source.missing, get_args(Missing)),
    ):
        known_otherwise = value is None if key != "missing" else False
        if key == "delimiter" and isinstance(value, str):
            known_otherwise = is_delimiter(value)
        elif key == "encoding" and isinstance(value, str):
            known_otherwise = codec(value) is not None
        if value not in choices and not known_otherwise:
            known = ", ".join(map(repr, choices))
            raise FileError(
                "{place}.{key}: {value} is not known; known: {known}",
                place=place,
                key=key,
                value=quoted(value),
                known=known,
            )
    if isinstance(source.unit, bool) or not isinstance(source.unit, int | float):
        raise FileError(
            "{place}.unit: {unit} is not allowed; a number above 0 was expected", place=place, unit=quoted(source.unit)
        )
    if not (math.isfinite(source.unit) and source.unit > 0):
        raise FileError(
            "{place}.unit: {unit} is out of range; a finite number above 0 was expected", place=place, unit=source.unit
        )
    if source.text is not None and len(source.text.encode(errors="surrogatepass")) > MAX_PASTED:
        raise FileError(
            "{place}.text: larger than {max_pasted} MB; save such a table as a file",
            place=place,
            max_pasted=MAX_PASTED // 1000000,
        )


def _check_file_name(place: str, name: str) -> None:
    if not name or "\0" in name or len(name) > MAX_TEXT:
        raise FileError(
            "{place}: {name} is not allowed; the name of a file was expected", place=place, name=quoted(name)
        )

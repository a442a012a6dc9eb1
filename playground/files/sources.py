"""A person's own data: the files that an experiment names, how they are read, and tables written for other programs."""

import math
import os
import re
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import get_args

import msgspec

from playground.data import (
    DECIMALS,
    DELIMITERS,
    ENCODINGS,
    GENERATORS,
    IMAGES,
    CsvOptions,
    DataError,
    Dataset,
    IdxReading,
    Reading,
    beside,
    points_frame,
)
from playground.data.csv_options import Missing, TargetAs, codec, is_delimiter
from playground.data.features import FEATURES_MAXIMUM
from playground.data.idx import WHITES
from playground.files.disk import write_atomically
from playground.files.errors import CONTROL_CHARACTER, FileError, not_allowed, not_known, quoted
from playground.files.experiment import CsvSource, Experiment, FormulaSource, IdxSource, PointsSource, Source
from playground.files.problem_shape import generator
from playground.messages import Message

MAX_TEXT = 10_000
MAX_NAMES = FEATURES_MAXIMUM
MAX_PASTED = 2_000_000
"""Bytes of a table that was pasted: an experiment file holds it, and has its own limit."""


def history_csv(path: str | os.PathLike[str], columns: Mapping[str, Sequence[float | int | str | None]]) -> None:
    """Write columns of equal length to a CSV file with a header row, in UTF-8.

    Raises `FileError` if the columns differ in length or the file cannot be written.
    """
    lengths = {name: len(values) for name, values in columns.items()}
    if len(set(lengths.values())) > 1:
        raise FileError("{fspath}: the columns differ in length: {lengths}", fspath=os.fspath(path), lengths=lengths)
    from playground.data import csv_bytes, table_csv  # few starts read or write a table

    write_atomically(path, csv_bytes(table_csv(list(columns), columns.values())))


def write_dataset(path: str | os.PathLike[str], dataset: Dataset) -> None:
    """Write a dataset to a CSV file: a header, then a row per example, inputs first.

    Raises `FileError` if the file cannot be written; the old file is then untouched.
    """
    from playground.data import dataset_csv

    write_atomically(path, dataset_csv(dataset))


PRESETS = "presets:"
"""How the name of a file begins that comes with the program, wherever that is installed."""
ANOTHER_COMPUTER = re.compile(r"[\\/]{2}")
"""How the name of a file begins that is on another computer."""
ESCAPED = "percent:"
"""How a name begins that no text can hold, for its bytes are no UTF-8: they follow as in an address."""


def csv_options(source: CsvSource) -> CsvOptions:
    """Return what is known about a table, in the words of its reader.

    Raises `DataError` if it cannot be; the message names the table.
    """
    try:
        told = msgspec.structs.asdict(source)
        del told["csv"], told["unit"]
        return CsvOptions(labels=told.pop("label"), ignored=told.pop("ignore"), **told)
    except DataError as error:
        raise DataError("{file}: {problem}", file=Path(source.csv).name, problem=error.message) from error


def reading(source: CsvSource | IdxSource) -> Reading:
    """Begin to read a person's own file; nothing is opened yet."""
    if isinstance(source, IdxSource):
        return IdxReading(source.idx, source.labels, source.white)
    from playground.data import CsvReading  # few starts read a table

    return CsvReading(source.csv, csv_options(source))


def source_name(source: CsvSource | IdxSource) -> str:
    """Return what a file of data is called, without its folders and endings, in characters that a text can hold."""
    if isinstance(source, CsvSource):
        name = source.csv if source.text is not None else Path(source.csv.removesuffix(".gz")).stem
    else:
        name = Path(source.idx).name.removesuffix(".gz").removesuffix(".idx").removesuffix("-idx3-ubyte")
    return CONTROL_CHARACTER.sub(" ", os.fsencode(name).decode(errors="replace"))


def file_names(source: Source) -> tuple[str, ...]:
    """Return what a source calls the files that it names; none for what is drawn, generated or pasted."""
    if isinstance(source, CsvSource):
        return (source.csv,) if source.text is None else ()
    return tuple(filter(None, (source.idx, source.labels))) if isinstance(source, IdxSource) else ()


def source_files(source: Source) -> tuple[Path, ...]:
    """Return the files that data are read from, from the root; none for what is drawn, generated or pasted."""
    if isinstance(source, CsvSource) and source.text is None:
        return (absolute(Path(source.csv)),)
    if isinstance(source, IdxSource):
        images = absolute(Path(source.idx))
        try:
            return images, absolute(Path(source.labels)) if source.labels else beside(images, IMAGES)
        except DataError:
            return (images,)
    return ()


def with_absolute_paths(experiment: Experiment, folder: Path) -> Experiment:
    """Return the experiment with the files of its data, if it has any, taken from `folder`."""

    def from_root(name: str) -> str:
        if name.startswith(ESCAPED):
            from urllib.parse import unquote_to_bytes  # few need it, and it loads much

            name = os.fsdecode(unquote_to_bytes(name.removeprefix(ESCAPED)))
        if ANOTHER_COMPUTER.match(name):
            return name
        if name.startswith(PRESETS):
            return str(absolute(_presets() / name.removeprefix(PRESETS)))
        return str(absolute(folder / name))

    return _with_paths(experiment, from_root)


def with_relative_paths(experiment: Experiment, folder: Path) -> Experiment:
    """Return the experiment with the files of its data as they are named in a file in `folder`.

    A file in the folder or below is named relative to it, so that both can move; a file that comes with the program is
    named by its place there.
    """
    base, own = absolute(folder), absolute(_presets())

    def from_folder(name: str) -> str:
        path = Path(name)
        if path.is_relative_to(base):
            return _as_text(path.relative_to(base).as_posix())
        return PRESETS + path.relative_to(own).as_posix() if path.is_relative_to(own) else _as_text(name)

    return _with_paths(experiment, from_folder)


def _as_text(name: str) -> str:
    """Return the name of a file as a text can hold it."""
    if name == os.fsencode(name).decode(errors="replace") and not name.startswith((ESCAPED, PRESETS)):
        return name
    from urllib.parse import quote_from_bytes

    return ESCAPED + quote_from_bytes(os.fsencode(name))


def absolute(path: Path) -> Path:
    """Return a path from the root, without following links, so that a person still recognises it."""
    return Path(os.path.normpath(path.absolute()))


def _with_paths(experiment: Experiment, change: Callable[[str], str]) -> Experiment:
    """Return the experiment with the names of its files changed."""
    source = experiment.data.source
    if isinstance(source, CsvSource) and source.text is None:
        changed: Source = msgspec.structs.replace(source, csv=change(source.csv))
    elif isinstance(source, IdxSource):
        labels = change(source.labels) if source.labels else ""
        changed = msgspec.structs.replace(source, idx=change(source.idx), labels=labels)
    else:
        return experiment
    return msgspec.structs.replace(experiment, data=msgspec.structs.replace(experiment.data, source=changed))


def folder(name: str) -> Path:
    """Return the folder `presets` or `resources`, wherever the program was installed.

    A wheel carries it inside the package; in a checkout, an unpacked source distribution or an editable install it
    stands beside the package.

    Raises `FileError` if neither place has it.
    """
    package = Path(str(files("playground")))
    for place in (package / name, package.parent / name):
        if place.is_dir():
            return place
    raise FileError(
        "{package}: the program's own folder {name!r} is missing; install the program again",
        package=package / name,
        name=name,
    )


def _presets() -> Path:
    return folder("presets")


def check_source(source: Source, where: str) -> None:
    """Check what an experiment says of its data; `where` is what the message begins with."""
    place = f"{where}: data.source"
    if isinstance(source, str):
        if source not in GENERATORS:
            raise not_known(place, source, GENERATORS)
    elif isinstance(source, CsvSource):
        _check_table(source, place)
    elif isinstance(source, IdxSource):
        _check_file_name(f"{place}.idx", source.idx)
        if source.labels:
            _check_file_name(f"{place}.labels", source.labels)
        if source.white not in (None, *WHITES):
            known = Message("one of {known}", known=", ".join(map(str, WHITES)))
            raise not_allowed(f"{place}.white", source.white, known)
    elif isinstance(source, PointsSource):
        try:
            points_frame(source.dataset(), source.axes)
        except DataError as error:  # its message begins with the path
            raise FileError("{where}: {problem}", where=where, problem=error.message) from error
    elif isinstance(source, FormulaSource):
        try:
            generator(source)
        except DataError as error:
            raise FileError("{where}: {problem}", where=place, problem=error.message) from error
    else:
        raise not_allowed(place, source, SOURCE_EXPECTED)


SOURCE_EXPECTED = Message(
    'a name, {{"csv": file, "label": [column, …]}}, {{"idx": file of images}}, {{"points": [[x1, x2, class], …]}} or '
    '{{"formula": "sin(x1) > x2"}}'
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
    for key, value, choices, is_known in (
        ("delimiter", source.delimiter, (None, *DELIMITERS), is_delimiter),
        ("encoding", source.encoding, (None, *ENCODINGS), lambda name: codec(name) is not None),
        ("decimal", source.decimal, (None, *DECIMALS), None),
        ("as", source.target_as, (None, *get_args(TargetAs)), None),
        ("missing", source.missing, get_args(Missing), None),
    ):
        if value not in choices and not (is_known is not None and isinstance(value, str) and is_known(value)):
            known = Message("known: {names}", names=", ".join(repr(choice) for choice in choices if choice is not None))
            raise FileError(
                "{place}: {value} is not known; {known}", place=f"{place}.{key}", value=quoted(value), known=known
            )
    if isinstance(source.unit, bool) or not isinstance(source.unit, int | float):
        raise not_allowed(f"{place}.unit", source.unit, Message("a number above 0"))
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
        raise not_allowed(place, name, Message("the name of a file"))

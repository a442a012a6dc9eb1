"""The experiment file: JSON text to a validated `Experiment` and back."""

import os
import re
from collections.abc import Mapping
from functools import reduce
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, get_args

import msgspec

from playground.files.disk import read_bounded, write_atomically
from playground.files.errors import QUOTE_LENGTH, FileError, allowed_names, quoted, too_large
from playground.files.experiment import (
    WITHOUT_OPTIONAL,
    CsvSource,
    Experiment,
    FormulaSource,
    IdxSource,
    PointsSource,
)
from playground.files.fields import FIELDS
from playground.files.migrations import migrate
from playground.files.sources import SOURCE_EXPECTED, with_absolute_paths, with_relative_paths
from playground.files.validation import validate
from playground.messages import Message

MAX_BYTES = 5_000_000
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

Structure = TypeVar("Structure", bound=msgspec.Struct)


def decode_experiment(text: bytes, where: str) -> Experiment:
    """Decode and validate the text of an experiment file, UTF-8 with or without a byte order mark.

    Raises `FileError` if it is too large, no JSON, nested too deeply, from a newer version, has unknown keys or lacks
    one, or holds a value of a wrong type or out of range. The message says where.
    """
    if len(text) > MAX_BYTES:
        raise too_large(where, MAX_BYTES)
    return experiment_from(parse_json(text.removeprefix(BYTE_ORDER_MARK), where), where)


def experiment_from(raw: Any, where: str) -> Experiment:
    """Build and validate an experiment from plain JSON values; `raw` itself is not changed.

    Raises as `decode_experiment`.
    """
    experiment = _experiment(raw, where)
    validate(experiment, where)
    return experiment


def _experiment(raw: Any, where: str) -> Experiment:
    if not isinstance(raw, dict):
        raise FileError(
            "{where}: {value} at the top; an experiment is an object in braces", where=where, value=_kind(raw)
        )
    raw = migrate(raw, where)
    data = raw.get("data")
    if isinstance(data, dict) and isinstance(data.get("source"), dict):
        raw = {**raw, "data": {**data, "source": _source(data["source"], where)}}
    return convert(raw, Experiment, where)


def encode_experiment(experiment: Experiment) -> bytes:
    """Return the text of an experiment file, indented for people, UTF-8.

    Raises `FileError` if the experiment is not valid: nothing that could not be read back is written.
    """
    validate(experiment)
    try:
        text = msgspec.json.format(msgspec.json.encode(plain(experiment)), indent=2) + b"\n"
    except UnicodeEncodeError as error:
        raise FileError("experiment: a text holds characters that no file can (half of a surrogate pair)") from error
    if len(text) > MAX_BYTES:
        raise too_large("experiment", MAX_BYTES)
    return text


def plain(experiment: Experiment) -> dict[str, Any]:
    """Return an experiment as plain JSON values, in the order of the file, without what it does not have."""
    raw: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(experiment))
    raw["data"]["source"] = _present(raw["data"]["source"])
    if isinstance(experiment.data.source, CsvSource):  # what is as usual is left out of the file
        source = raw["data"]["source"]
        for key, usual in (("unit", 1), ("skip", 0), ("ignore", [])):
            if source[key] == usual:
                del source[key]
    raw["data"], raw["network"] = _present(raw["data"]), _present(raw["network"])
    raw = _present(raw)
    if not _name_optional_fields(raw) and not isinstance(experiment.data.source, FormulaSource):
        raw["schema_version"] = WITHOUT_OPTIONAL
    first = ("schema_version", "name", "description")
    return {key: raw[key] for key in (*first, *(key for key in raw if key not in first))}


def _name_optional_fields(raw: dict[str, Any]) -> bool:
    """Take out of a file what is as usual of the fields that came later; return whether any of them stays."""
    named = False
    for field in FIELDS.values():
        if field.is_optional:
            section, name = field.path.split(".")
            if raw[section][name] in (field.default, [*field.default] if field.kind == "parts" else field.default):
                del raw[section][name]
            else:
                named = True
    return named


def _present(value: Any) -> Any:
    """Return an object without the keys that are null."""
    return {key: inner for key, inner in value.items() if inner is not None} if isinstance(value, dict) else value


def read_experiment(path: str | os.PathLike[str]) -> Experiment:
    """Read an experiment file; a relative name of a file of data in it is taken from the file's folder.

    Raises `FileError` if it cannot be read or is not a valid experiment file.
    """
    name = os.fspath(path)
    return with_absolute_paths(decode_experiment(read_bounded(name, MAX_BYTES), name), Path(name).parent)


def read_own_experiment(path: Path) -> Experiment:
    """Read an experiment that comes with the program, and is known to be valid.

    Raises `FileError` if it cannot be read.
    """
    experiment = _experiment(parse_json(read_bounded(str(path), MAX_BYTES), path.name), path.name)
    return with_absolute_paths(experiment, path.parent)


def write_experiment(path: str | os.PathLike[str], experiment: Experiment) -> None:
    """Write an experiment file; data in or below its folder are named relative to it, so that both can move.

    Raises `FileError` if the experiment is not valid or the file cannot be written; the old file is then untouched.
    """
    write_atomically(path, encode_experiment(with_relative_paths(experiment, Path(os.fspath(path)).parent)))


def parse_json(text: bytes, where: str) -> Any:
    """Read JSON text.

    Raises `FileError` if it is none; one line says where.
    """
    if text[:4] == b"PK\x03\x04":
        raise FileError(
            "{where}: a zip archive (perhaps weights: .npz); the JSON text of an experiment was expected", where=where
        )
    try:
        text.decode()
        return msgspec.json.decode(text)
    except UnicodeDecodeError as error:
        raise FileError("{where}: byte {start} is not UTF-8 text", where=where, start=error.start + 1) from error
    except RecursionError as error:
        raise FileError("{where}: nested too deeply", where=where) from error
    except msgspec.MsgspecError as error:
        raise FileError("{where}: {problem}", where=where, problem=_place_in(text, str(error))) from error


def _place_in(text: bytes, message: str) -> Message:
    """Turn msgspec's byte offset into a line and a column."""
    match = re.search(r"\(byte ([0-9]+)\)", message)
    if match is None:
        return (
            Message("not JSON: it ends too early")
            if "truncated" in message
            else Message("not JSON: {reason}", reason=message)
        )
    before = text[: int(match[1])]
    line, column = before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
    found = message.removeprefix("JSON is malformed: ").partition(" (byte")[0]
    reason = _MALFORMED.get(found, found)
    return Message("not JSON: line {line}, column {column}: {reason}", line=line, column=column, reason=reason)


_MALFORMED: Mapping[str, Message] = MappingProxyType(
    {
        "invalid character": Message("this character cannot stand here"),
        "invalid number": Message("a number is not written like this"),
        "invalid escaped character": Message("no such character may follow a backslash"),
        "object keys must be strings": Message("a key in double quotes was expected"),
        "expected ',' or ']'": Message("a comma or ] was expected"),
        "expected ',' or '}'": Message("a comma or }} was expected"),
        "expected ':'": Message("a colon was expected"),
        "trailing comma in array": Message("a comma stands before ]"),
        "trailing comma in object": Message("a comma stands before }}"),
        "trailing characters": Message("the end of the text was expected"),
    }
)
"""What msgspec says of a text that is no JSON."""


SOURCES: Mapping[str, type[CsvSource | IdxSource | PointsSource | FormulaSource]] = {
    "csv": CsvSource,
    "idx": IdxSource,
    "points": PointsSource,
    "formula": FormulaSource,
}
"""The structure of a data source, by the key that tells it."""


def _source(raw: dict[str, Any], where: str) -> CsvSource | IdxSource | PointsSource | FormulaSource:
    for key, structure in SOURCES.items():
        if key in raw:
            return convert(raw, structure, where, at="data.source")
    raise FileError("{where}: data.source: {expected} was expected", where=where, expected=SOURCE_EXPECTED)


def convert(raw: Any, structure: type[Structure], where: str, at: str = "") -> Structure:
    """Make a structure of plain JSON values.

    Raises `FileError` if keys are unknown or missing, or a type is wrong; one line says where.

    `at`: the path of the values in the file.
    """
    try:
        return msgspec.convert(raw, structure)
    except msgspec.ValidationError as error:
        reason, _, path = str(error).partition(" - at `$")
        place = (at + path.removesuffix("`")).removeprefix(".")
        raise FileError("{where}: {problem}", where=where, problem=_complaint(reason, place, structure)) from error
    except RecursionError as error:
        raise FileError("{where}: nested too deeply", where=where) from error


def _complaint(reason: str, place: str, structure: Any) -> Message:
    """Say in plain words, and in our own notation of paths, what msgspec found."""
    inside = f"{place}." if place else ""
    if match := re.fullmatch(r"Object contains unknown field `(.*)`", reason, re.DOTALL):
        known = _keys_at(structure, place)
        key = inside + match[1][:QUOTE_LENGTH]
        return Message("{key}: unknown key; {known}", key=key, known=allowed_names(match[1], known))
    if match := re.fullmatch(r"Invalid enum value '(.*)'", reason, re.DOTALL):
        types = {field.encode_name: field.type for field in msgspec.structs.fields(structure)}
        choices = get_args(types[place.rpartition(".")[2]])
        return Message(
            "{place}: {value} is not known; {known}",
            place=place,
            value=quoted(match[1]),
            known=allowed_names(match[1], choices),
        )
    if match := re.fullmatch(r"Object missing required field `(.*)`", reason):
        return Message("{key}: missing; add it", key=inside + match[1])
    if match := re.fullmatch(r"Expected `(.*)`, got `(.*)`", reason):
        field = FIELDS.get(re.sub(r"\[[0-9]+\]", "[]", place))
        expected = _types(match[1]) if field is None else field.expected
        if not place:
            return Message("{value} is not allowed; {expected} was expected", value=_types(match[2]), expected=expected)
        return Message(
            "{place}: {value} is not allowed; {expected} was expected",
            place=place,
            value=_types(match[2]),
            expected=expected,
        )
    return Message("{place}: {reason}", place=place, reason=reason[:1].lower() + reason[1:])


def _keys_at(structure: Any, place: str) -> list[str]:
    """Return the keys of the structure that stands at a path."""
    for key in re.findall(r"[a-z_]+", place.removeprefix("data.source")):
        hint: Any = {field.encode_name: field.type for field in msgspec.structs.fields(structure)}[key]
        while inner := get_args(hint):  # of `tuple[Layer, ...] | None` the layer
            hint = inner[0]
        structure = hint
    return [field.encode_name for field in msgspec.structs.fields(structure)]


TYPES: Mapping[str, Message] = {
    "int": Message("a whole number"),
    "float": Message("a number"),
    "str": Message("text"),
    "bool": Message("true or false"),
    "null": Message("null"),
    "array": Message("a list"),
    "object": Message("an object in braces"),
}


def _types(names: str) -> Message:
    kinds = [TYPES[name] for name in names.split(" | ")]
    return reduce(lambda one, other: Message("{one} or {other}", one=one, other=other), kinds)


def _kind(value: Any) -> Message:
    kinds = {bool: "bool", int: "int", float: "float", str: "str", list: "array", type(None): "null"}
    return TYPES[kinds[type(value)]]

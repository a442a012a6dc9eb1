"""Formulas of the chain rule: the presets, with values, as JSON files that come with the program, and files of text."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from playground.expressions import ExpressionError, evaluate, fold, foldable, parse, read_value
from playground.expressions.graph import Array
from playground.files.decoding import BYTE_ORDER_MARK
from playground.files.disk import read_bounded
from playground.files.errors import FileError, quoted
from playground.files.recognition import FORMULA, json_kind
from playground.files.sources import folder
from playground.messages import Message

MAX_BYTES = 1_000_000
SCHEMA_VERSION = 1
MAX_NAME = 200

_ASSIGNMENT = re.compile(r"(?:\s*(?:#[^\n]*)?\n)*\s*[^\W\d]\w*\s*=(?!=)")
"""How a file of text begins that is a formula, and no table: comments, then a name and what it is."""


class _File(msgspec.Struct, frozen=True, eq=False, kw_only=True, forbid_unknown_fields=True):
    """What stands in the file.

    Attributes
    ----------
    name, description : dict of str to str
        By language, ``"en"`` at least.
    text : str
        What is typed: lines ``name = expression``.
    values : dict of str to number, nested list or str
        One for each input; a text as it is typed, such as ``linspace(-1, 1, 5)``.
    examples : tuple of int
        Which worked examples of the seed documents it shows.
    folded : tuple of str
        Nodes that are shown as one gate at first.
    """

    schema_version: int
    name: dict[str, str]
    description: dict[str, str]
    text: str
    values: dict[str, Any] = {}
    examples: tuple[int, ...] = ()
    folded: tuple[str, ...] = ()


class ChainPreset(_File, frozen=True, eq=False, kw_only=True):
    """A formula to differentiate, and what its file is called."""

    id: str

    @property
    def typed(self) -> dict[str, str]:
        """The values as a person would type them."""
        return {name: str(value) for name, value in self.values.items()}

    @property
    def arrays(self) -> dict[str, Array]:
        return {name: np.array(value, np.float64)[()] for name, value in _read(self.values).items()}

    def named(self, language: str) -> str:
        """Return the name in a language, else in English."""
        return self.name.get(language, self.name["en"])

    def described(self, language: str) -> str:
        """Return the description in a language, else in English."""
        return self.description.get(language, self.description["en"])


def chain_preset_paths() -> dict[str, Path]:
    """Return the file of every preset by id, sorted."""
    return {path.stem: path for path in sorted((folder("presets") / "chain").glob("*.json"))}


def chain_presets() -> tuple[ChainPreset, ...]:
    """Read every preset, in the order of the worked examples; their formulas are known to be valid.

    Raises `FileError` if one of the program's own files is damaged.
    """
    found = [_decoded(read_bounded(path, MAX_BYTES), str(path)) for path in chain_preset_paths().values()]
    return tuple(sorted(found, key=lambda preset: (preset.examples or (1_000,), preset.id)))


def find_formula(target: str) -> ChainPreset | None:
    """Return the formula that a person means by TARGET; None if it is something else.

    Raises `FileError` if it is a formula, and cannot be read.

    `target`: the id of a preset, the file of one (`.json`), or a file of text (`.txt`) that begins with ``name =``.
    """
    path = chain_preset_paths().get(target)
    if path is not None:
        return read_chain_preset_file(path)
    ending = Path(target).suffix.lower()
    if ending not in (".json", ".txt") or not is_file(target):
        return None
    if ending == ".txt":
        content = read_bounded(target, MAX_BYTES).removeprefix(BYTE_ORDER_MARK)
        is_formula = _ASSIGNMENT.match(content.decode(errors="replace")) is not None
    else:
        is_formula = json_kind(target) == FORMULA
    return read_formula_file(target) if is_formula else None


def is_file(name: str) -> bool:
    """Return whether a text that a person typed is the name of a file."""
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # too long for a name, or with characters that no name has
        return False


def read_formula_file(path: str | os.PathLike[str]) -> ChainPreset:
    """Read a preset's file, or one that holds the lines of a formula and nothing else.

    Raises `FileError` if it cannot be read or is no such file.
    """
    where = os.fspath(path)
    if where.lower().endswith(".json"):
        return read_chain_preset_file(path)
    content = read_bounded(where, MAX_BYTES).removeprefix(BYTE_ORDER_MARK)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise FileError(
            "{where}: byte {start} is not UTF-8 text; a formula was expected", where=where, start=error.start + 1
        ) from error
    name = {"en": Path(where).name}
    return ChainPreset(id="", schema_version=SCHEMA_VERSION, name=name, description={"en": ""}, text=text)


def read_chain_preset_file(path: str | os.PathLike[str]) -> ChainPreset:
    """Read a preset's file.

    Raises `FileError` if it cannot be read or is no such file.
    """
    where = os.fspath(path)
    return decode_chain_preset(read_bounded(where, MAX_BYTES), where)


def decode_chain_preset(content: bytes, where: str) -> ChainPreset:
    """Decode and validate a preset: its formula must be readable and its values must fit.

    Raises
    ------
    FileError
        Says where in the file, and what was expected.
    """
    preset = _decoded(content, where)
    _check_formula(preset, where)
    return preset


def _decoded(content: bytes, where: str) -> ChainPreset:
    try:
        raw = msgspec.json.decode(content.removeprefix(BYTE_ORDER_MARK))
        file = msgspec.convert(raw, _File)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise FileError(
            "{where}: no preset of the chain rule: {problem}", where=where, problem=_reason(error)
        ) from error
    if file.schema_version != SCHEMA_VERSION:
        raise FileError(
            "{where}: schema_version: {version} is not known, expected {expected}",
            where=where,
            version=file.schema_version,
            expected=SCHEMA_VERSION,
        )
    for key, texts in (("name", file.name), ("description", file.description)):
        if not texts.get("en") or max(map(len, texts.values())) > (MAX_NAME if key == "name" else MAX_NAME * 10):
            raise FileError("{where}: {key}.en: a text of moderate length was expected", where=where, key=key)
    return ChainPreset(id=Path(where).stem, **msgspec.structs.asdict(file))


def _read(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values for a formula, those that are texts read as typed."""
    return {name: read_value(value) if isinstance(value, str) else value for name, value in values.items()}


def _check_formula(preset: ChainPreset, where: str) -> None:
    try:
        graph = parse(preset.text)
    except ExpressionError as error:
        raise FileError("{where}: text: {problem}", where=where, problem=error.message) from error
    try:
        evaluate(graph, _read(preset.values))
    except ExpressionError as error:
        raise FileError("{where}: values: {problem}", where=where, problem=error.reason) from error
    for name in preset.folded:
        if name not in foldable(graph):
            raise FileError(
                "{where}: folded: {name} is no part of the formula that can become one gate",
                where=where,
                name=quoted(name),
            )
        graph = fold(graph, [name])


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return Message("nested too deeply")
    if isinstance(error, UnicodeDecodeError):
        return Message("byte {start} is not UTF-8 text", start=error.start + 1)
    return str(error).replace("`", "'").replace(" - at '$.", " at '")

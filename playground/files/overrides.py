"""An experiment as text: `--set KEY=VALUE` by the paths of its own file, and lines to be copied and pasted."""

import math
import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec

from playground.files.decoding import MAX_BYTES, decode_experiment, encode_experiment, experiment_from, plain
from playground.files.errors import QUOTE_LENGTH, FileError, quoted
from playground.files.experiment import Experiment
from playground.files.fields import FIELDS, Field
from playground.files.sources import file_names, with_absolute_paths
from playground.messages import Message

STEP = re.compile(r"\.?([A-Za-z_][A-Za-z0-9_]*)|\[([0-9]{1,9})\]")
PATH = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*|\[[0-9]{1,9}\])*")
NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
WHERE = "--set"
LISTS = frozenset(("formulas", "layers", "parts"))
OPEN = (["description"], ["data", "source"])
"""Objects that may get a key they did not have; whether they know it is validated with everything else."""


def override(experiment: Experiment, settings: Sequence[str], where: str = WHERE) -> Experiment:
    """Return the experiment with some of its values replaced.

    Raises `FileError` if a setting is not of this form, its path does not exist, or the changed experiment is not
    valid.

    Parameters
    ----------
    experiment : Experiment
        The experiment to start from; it stays as it is.
    settings : sequence of str
        Each `KEY=VALUE`: a path of the experiment file, as in `training.learning_rate=0.1`, `network.hidden=[8,8]` or
        `network.hidden[0].units=3`. The value is JSON, or else taken as the text it is. A number where a layer belongs
        stands for a layer of so many neurons with the experiment's first hidden activation (tanh if it has none).
        They apply in order, and are validated together at the end.
    """
    raw = plain(experiment)
    for setting in settings:
        path, equals, text = setting.partition("=")
        if not equals:
            raise FileError(
                "{where} {setting}: KEY=VALUE was expected, such as training.learning_rate=0.1",
                where=where,
                setting=setting,
            )
        _assign(raw, path.strip(), typed_value(text), where)
    changed = experiment_from(raw, where)
    # A path typed on the command line starts where the command was given.
    return with_absolute_paths(changed, Path.cwd())


def typed_value(text: str) -> Any:
    """Return what a text says as JSON, else the text itself."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return text


def _assign(raw: dict[str, Any], path: str, value: Any, where: str) -> None:
    steps = _steps(path, where)
    place: Any = raw
    if steps == ["data", "source", "formula"] and "formula" not in raw["data"]["source"]:
        steps, path, value = steps[:2], "data.source", {"formula": value}  # instead of data of another kind
    for i, step in enumerate(steps[:-1]):
        place = _inside(place, step, path, steps[: i + 1], where)
    _inside(place, steps[-1], path, steps, where)
    field = FIELDS.get(re.sub(r"\[[0-9]+\]", "[]", path))
    if field is not None and isinstance(value, str):
        value = _as_typed(field, path, value.strip(), where)
    if steps[:2] == ["network", "hidden"]:
        value = _as_layers(value, len(steps), _first_activation(raw))
    if steps[0] == "network" or path in ("data.source", "data.features"):
        raw["network"].pop("initial", None)  # weights that are written out belong to the network as it was
    if steps == ["data", "source"]:
        # Names of classes and columns belong to the data they came with.
        raw.pop("classes", None)
        raw.pop("columns", None)
        raw.pop("inputs", None)
    place[steps[-1]] = value


def _as_typed(field: Field, path: str, text: str, where: str) -> Any:
    """Return what a person means who does not write JSON: `.9`, `5.`, `+1`, `True`; any other text as it is.

    Raises `FileError` if it is what Python calls a number although it is none, or a list that is none.
    """
    if field.kind == "flag":
        return {"true": True, "false": False}.get(text.lower(), text)
    if field.kind in LISTS and text.startswith("["):
        raise FileError(
            "{where}: {path}: {text} is no list as JSON has it; text inside stands in double quotes, as in "
            '["x1", "sin(x1)"]',
            where=where,
            path=path,
            text=quoted(text),
        )
    if field.kind not in {"integer", "number"}:
        return text
    if NUMBER.fullmatch(text):
        number = float(text)
        if math.isfinite(number):
            return int(number) if field.kind == "integer" and number.is_integer() else number
    elif text.lstrip("+-").lower() not in {"nan", "inf", "infinity"}:
        return text
    raise FileError(
        "{where}: {path}: {value} is not a finite number; {expected} was expected",
        where=where,
        path=path,
        value=quoted(text),
        expected=field.expected,
    )


def _steps(path: str, where: str) -> list[str | int]:
    if not PATH.fullmatch(path):
        raise _unknown(path, where)
    return [name or int(index) for name, index in STEP.findall(path)]


def _inside(place: Any, step: str | int, path: str, steps: list[str | int], where: str) -> Any:
    """Return what stands at one step of a path, which must exist."""
    if isinstance(step, str) and isinstance(place, dict):
        # What is left out of a file because it is as usual has a field all the same.
        if step in place or steps[:-1] in OPEN or ".".join(map(str, steps)) in FIELDS:
            return place.get(step)
    elif isinstance(step, int) and isinstance(place, list):
        if step < len(place):
            return place[step]
        raise FileError(
            "{where} {path}: there is no element {step}; the list has {count}, counted from 0",
            where=where,
            path=path,
            step=step,
            count=len(place),
        )
    raise _unknown(path, where)


def _unknown(path: str, where: str) -> FileError:
    known = [*FIELDS, "data.source", "name"]
    pattern = re.sub(r"\[[0-9]+\]", "[]", path[:QUOTE_LENGTH])
    # A person may well remember the last word of a path only.
    near = [key for key in known if key.rpartition(".")[2] == pattern.rpartition(".")[2]]
    near = near or get_close_matches(pattern, known, n=3, cutoff=0.5)
    hint = (
        Message("did you mean {names}?", names=" / ".join(near))
        if near
        else Message("known: {names}", names=", ".join(known))
    )
    return FileError(
        "{where} {path}: no such value in an experiment; {hint}", where=where, path=quoted(path), hint=hint
    )


def _first_activation(raw: dict[str, Any]) -> Any:
    hidden = raw["network"]["hidden"]
    default = FIELDS["network.hidden[].activation"].default
    if isinstance(hidden, list) and hidden and isinstance(hidden[0], dict):
        return hidden[0].get("activation", default)
    return default


def _as_layers(value: Any, depth: int, activation: str) -> Any:
    """Write out the layers that a bare number stands for, in the list (depth 2) or as one element of it (depth 3)."""
    if depth == 2 and isinstance(value, list):
        return [_as_layers(element, 3, activation) for element in value]
    if depth == 3 and isinstance(value, int | float) and not isinstance(value, bool):
        return {"units": value, "activation": activation}
    return value


TITLE = "# Backpropagation Playground settings"
EXPECTED = Message("what 'Copy settings as text' makes, or the JSON text of an experiment, was expected")

_QUOTE_MARKS = re.compile(r"^\s*(?:>\s?)+")
"""What mail and chat programs put in front of every quoted line; no line of ours begins so."""
_FENCE = re.compile(r"^\s*(?:```|~~~)\s*\w*\s*$")
_CURLY = str.maketrans("“”„‟«»", '""""""')
_ESCAPED = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}
"""Characters that JSON takes as they are, and many a program as the end of a line."""
_EDGES = " \t\r\v\f\u00a0\ufeff\u200b\u200c\u200d\u2060"
"""What may stand around a line without being seen; within a line it may be part of a name."""


def settings_text(experiment: Experiment) -> str:
    """Return all settings of an experiment as text, without the weights: a title, then a line for each part.

    Raises `FileError` if the experiment is not valid: nothing that could not be pasted is copied.
    """
    encode_experiment(experiment)
    parts = plain(experiment)
    lines = (f" {_line(key)}: {_line(value)}" for key, value in parts.items() if value != {})
    return f"{TITLE}\n{{\n" + ",\n".join(lines) + "\n}\n"


def looks_like_settings(text: str) -> bool:
    """Tell settings from anything else that may be pasted, such as a table: they have a title, or a version."""
    return TITLE in text or "schema_version" in text


def experiment_from_text(text: str, where: str = "clipboard") -> Experiment:
    """Return the experiment that a text holds, made by `settings_text` or plain JSON, however it was quoted and fenced.

    Raises `FileError` if there is no experiment in it, or it is too large or not valid.
    """
    if len(text) > MAX_BYTES:
        raise FileError(
            "{where}: larger than {max_bytes} MB, the most that settings may have",
            where=where,
            max_bytes=MAX_BYTES // 1000000,
        )
    body = _body(text)
    if not body:
        found = text.strip()
        raise FileError(
            "{where}: {problem}; {expected}",
            where=where,
            problem=Message("{text}: no settings", text=quoted(found)) if found else Message("no text"),
            expected=EXPECTED,
        )
    try:
        return decode_experiment(body.encode(), where)
    except UnicodeEncodeError as error:
        raise FileError(
            "{where}: a text holds characters that no file can (half of a surrogate pair)", where=where
        ) from error


def _body(text: str) -> str:
    """Return what lies between the outermost braces, without what was added on the way; empty if there are none."""
    lines = (_QUOTE_MARKS.sub("", line.strip(_EDGES)).strip(_EDGES) for line in text.split("\n"))
    kept = "\n".join(line for line in lines if not _FENCE.match(line) and not line.startswith("#"))
    begin, end = kept.find("{"), kept.rfind("}")
    body = kept[begin : end + 1] if 0 <= begin < end else ""
    # A word processor has turned all the straight marks, or none.
    return body if '"' in body else body.translate(_CURLY)


def check_files(experiment: Experiment, where: str) -> None:
    """Check that the files with the data are here: settings name them, and do not hold them.

    Raises `FileError` if one is not.
    """
    for name in file_names(experiment.data.source):
        if not _is_here(name):
            raise FileError(
                "{where}: the data of these settings, {file}, are not on this computer; settings name a file "
                "of data without holding it: bring it to the same place, or open it here and choose them again",
                where=where,
                file=name,
            )


def _is_here(name: str) -> bool:
    try:
        # A relative name would mean another file in every folder that the program is started from.
        return Path(name).is_absolute() and Path(name).is_file()
    except (OSError, ValueError):  # not a name that this system knows
        return False


def _line(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=0).decode().translate(_ESCAPED)

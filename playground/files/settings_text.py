"""An experiment as a few lines of text: copied in one program, pasted in another, sent by mail or chat between."""

import re
from pathlib import Path

import msgspec

from playground.files.decoding import MAX_BYTES, decode_experiment, encode_experiment, plain
from playground.files.errors import FileError, quoted
from playground.files.experiment import Experiment
from playground.files.sources import file_names
from playground.messages import Message

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

    Raises
    ------
    FileError
        If the experiment is not valid: nothing that could not be pasted is copied.
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

    Raises
    ------
    FileError
        If there is no experiment in it, or it is too large or not valid.
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

    Raises
    ------
    FileError
        If one is not.
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

"""Whether a file can be written, asked before the work whose result it shall hold."""

import os
from pathlib import Path

from playground.cli.command import UsageError


def writable(text: str) -> Path:
    """Return the path of a file to write later.

    Raises `UsageError` if it is a folder, a protected or no ordinary file, its folder does not exist or cannot be
    written to.
    """
    path = Path(text)
    if not text or "\0" in text:
        raise UsageError("{text!r}: the name of a file was expected", text=text)
    try:
        # Behind a link it is the file itself that is written.
        real = path.resolve()
        if path.is_dir() or text.endswith(("/", os.sep)):
            raise UsageError("{text}: it is a folder; the name of a file was expected", text=text)
        if not real.parent.is_dir():
            raise UsageError(
                "{text}: there is no folder {parent}; make it first, or choose another", text=text, parent=path.parent
            )
        if real.exists() and not real.is_file():
            raise UsageError("{text}: it is not an ordinary file; choose another name", text=text)
        if real.exists() and not os.access(real, os.W_OK):
            raise UsageError("{text}: it is read-only; choose another name", text=text)
        if not os.access(real.parent, os.W_OK | os.X_OK):
            raise UsageError(
                "{text}: the folder {parent} cannot be written to; choose another", text=text, parent=path.parent
            )
        real.lstat()
    except FileNotFoundError:  # a new file, of a name that the system takes
        return path
    except (OSError, RuntimeError) as error:
        raise UsageError("{file}: no file can have this name; choose another", file=text) from error
    return path


def with_ending(text: str, ending: str) -> str:
    """Return a file's name with an ending, added where it is missing; a folder's name, to be refused, stays."""
    missing = not text.lower().endswith(ending) and Path(text).name and not text.endswith(os.sep)
    return text + ending if missing and not _is_folder(text) else text


def distinct(paths: dict[str, Path | None]) -> None:
    """Check that the files to write, by their options, are different ones, and none that is read.

    Raises `UsageError` if two options name the same file.
    """
    seen: dict[str, Path] = {}
    for option, path in paths.items():
        if path is None:
            continue
        for other, its_path in seen.items():
            if _is_same(path, its_path):
                raise UsageError(
                    "{option} {path}: the same file as {other}; different ones were expected",
                    option=option,
                    path=path,
                    other=other,
                )
        seen[option] = path


def _is_folder(text: str) -> bool:
    try:
        return Path(text).is_dir()
    except (OSError, ValueError):  # not the name of anything
        return False


def _is_same(one: Path, other: Path) -> bool:
    try:
        # Capitals make another name of the same file on some systems; a file that is not there yet has but its name.
        return one.resolve() == other.resolve() or one.samefile(other)
    except (OSError, RuntimeError, ValueError):
        return False

"""How far the names of files in an experiment may reach: anybody can have written it, and it can name any path."""

import os
from collections.abc import Collection
from pathlib import Path

from playground.files.errors import FileError
from playground.files.experiment import Experiment, Source
from playground.files.sources import ANOTHER_COMPUTER, absolute, file_names, source_files
from playground.files.sources import folder as own_folder
from playground.messages import Message, joined

NO_FILES = tuple(map(Path, ("/net", "/dev", "/proc", "/sys")))
"""Where paths lead to other computers, to devices, and to what the system tells of itself."""
MOST_LINKS = 40
LONG_NAME = "\\\\?\\"
"""How Windows begins a name that is as it stands."""


class FarFilesError(FileError):
    """Data that are neither beside the experiment nor in the home folder: a person has to be asked about `files`."""

    def __init__(self, where: str, files: tuple[Path, ...]) -> None:
        self.files = files
        super().__init__(
            Message(
                "{where}: its data, {files}, are neither beside it nor in the home folder, and are not read unasked; "
                "open it in the window, or copy them beside it",
                where=where,
                files=joined(str(path) for path in files),
            )
        )


def check_reach(experiment: Experiment, folder: Path | None, where: str, known: Collection[Path]) -> None:
    """Check that an experiment names no file that a person would not expect to be read, without looking for it.

    Links are followed one by one, and only where they lie in folders that are expected.

    Parameters
    ----------
    folder
        That of the experiment's file; None if it is in none.
    known
        Files that a person has opened.

    Raises
    ------
    FarFilesError
        If a person has to be asked.
    FileError
        If a name leads to another computer or to a device.
    """
    roots = _roots(folder)
    files = [path for path in _files(experiment.data.source, where, roots) if path not in known]
    inside = [root for pair in roots for root in pair]
    far = []
    for path in files:
        real = _followed(path, where, inside, near=True)
        if real is None or not any(real.is_relative_to(root) for _, root in roots):
            far.append(path)
    if far:
        raise FarFilesError(where, tuple(far))


def check_local(source: Source, where: str) -> None:
    """Refuse data on another computer or a device: merely looking for them would tell that one who asks.

    Raises `FileError` if a name leads there, perhaps through links.
    """
    roots = _roots(None)
    for path in _files(source, where, roots):
        _followed(path, where, [root for pair in roots for root in pair], near=False)


def _roots(folder: Path | None) -> tuple[tuple[Path, Path], ...]:
    """Return the folders whose files are expected to be read: as they are called, and where they are."""
    folders = [Path.home(), own_folder("presets"), *([] if folder is None else [folder])]
    return tuple((absolute(path), Path(os.path.realpath(path))) for path in folders)


def _files(source: Source, where: str, roots: tuple[tuple[Path, Path], ...]) -> tuple[Path, ...]:
    """Return the files of data; nothing is looked for."""
    for name in file_names(source):
        if ANOTHER_COMPUTER.match(name) and not any(Path(name).is_relative_to(root) for root, _ in roots):
            raise _elsewhere(where, name)
    return source_files(source)


def _followed(path: Path, where: str, roots: list[Path], *, near: bool) -> Path | None:
    """Return where a path leads to.

    `near`: whether nothing is to be looked at but these folders, and the way to them; None where the path leaves that.
    """
    refused = [place for place in NO_FILES if not any(root.is_relative_to(place) for root in roots)]
    at, rest, links = Path(path.anchor), list(reversed(path.parts[1:])), 0
    while rest:
        part = rest.pop()
        if part == "..":
            at = at.parent
            continue
        here = at / part
        if any(here.is_relative_to(place) for place in refused):
            raise _elsewhere(where, str(path))
        if near and not any(here.is_relative_to(root) or root.is_relative_to(here) for root in roots):
            return None
        try:
            link = str(here.readlink()).removeprefix(LONG_NAME)
        except (OSError, ValueError):  # no link, or nothing at all, as its reader will say
            at = here
            continue
        links += 1
        if links > MOST_LINKS or ANOTHER_COMPUTER.match(link):
            raise _elsewhere(where, str(path))
        target = Path(link)
        at = Path(target.anchor) if target.anchor else at
        rest += reversed(target.parts[1:] if target.anchor else target.parts)
    return at


def _elsewhere(where: str, name: str) -> FileError:
    if ANOTHER_COMPUTER.match(name):
        return FileError(
            "{where}: the data, {file}, are on another computer; copy them to this one and open them here",
            where=where,
            file=name,
        )
    return FileError(
        "{where}: the data, {file}, lead to a device or to another computer; copy them into a folder of this one and "
        "open them here",
        where=where,
        file=name,
    )

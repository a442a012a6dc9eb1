"""A person's own data: what is dropped on the window, and tables that are looked at in a window of their own."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from playground.data.bounded import shown_name
from playground.data.reasons import system_reason
from playground.files import CsvSource, FileError, IdxSource, own_source, source_files
from playground.files.recognition import EXPERIMENTS, images_with_labels
from playground.messages import Message, joined
from playground.training.import_job import IMPORT, ImportProgress
from playground.training.snapshot import Snapshot
from playground.views.kit.appearance import scaled
from playground.views.kit.building import in_column, scrolling

if TYPE_CHECKING:
    from playground.views.importing.panel import ImportPanel

WIDTH, HEIGHT = 1000, 600
EDGE = 40
"""Pixels of the screen that stay free around it."""
MOST_FILES = 1000
"""Of a folder, so many files are looked at."""
NAMED = 5


class Dropped(Struct, frozen=True):
    """What becomes of them.

    `said`: what a person has to know: what was left, or why nothing is opened.
    """

    path: Path | None
    source: CsvSource | IdxSource | None = None
    said: Message | None = None


def are_files(dropped: QMimeData) -> bool:
    """Tell whether something is dropped that has a place: a file, a folder, an address."""
    return dropped.hasUrls()


def choose(dropped: QMimeData) -> Dropped:
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.toLocalFile()]
    if not paths:
        address = dropped.urls()[0].toString() if dropped.urls() else ""
        said = Message("{address}: not a file on this computer; save it first, and drop the file", address=address)
        return Dropped(None, said=said)
    if len(paths) == 1 and paths[0].is_dir():
        return _of_folder(paths[0])
    return _one_of(paths)


def _of_folder(folder: Path) -> Dropped:
    """Return the only thing in a folder that can be opened, or what to choose from."""
    name = shown_name(folder)
    try:
        files = sorted(path for path in list(folder.iterdir())[:MOST_FILES] if path.is_file() and path.name[0] != ".")
    except OSError as error:
        problem = system_reason(error)
        return Dropped(None, said=Message("{file}: cannot be read: {problem}", file=name, problem=problem))
    found = _openable(files)
    if len(found) == 1:
        return found[0]
    if not found:
        said = Message(
            "{folder}: a folder without a file that can be opened; drop a table, images or a session", folder=name
        )
    else:
        said = Message(
            "{folder}: a folder with {count} things that can be opened ({files}); drop one of them",
            folder=name,
            count=len(found),
            files=_listed([one.path for one in found if one.path is not None]),
        )
    return Dropped(None, said=said)


def _one_of(paths: Sequence[Path]) -> Dropped:
    """Return the first that can be opened, and say which were left."""
    pair = images_with_labels(paths)
    found = [Dropped(Path(pair.idx), pair)] if pair is not None else _openable(paths)
    if not found:
        return _nothing(paths)
    first = found[0]
    belonging = {first.path, *(source_files(first.source) if first.source is not None else ())}
    left = [path for path in paths if path not in belonging]
    if not left:
        return first
    assert first.path is not None
    said = Message(
        "{file} is opened; one is at a time, so these are not: {left}; drop what you want instead by itself",
        file=shown_name(first.path),
        left=_listed(left),
    )
    return Dropped(first.path, first.source, said)


def _openable(paths: Sequence[Path]) -> list[Dropped]:
    """Return all that can be opened, a file of images and its labels once."""
    found: list[Dropped] = []
    for path in paths:
        try:
            source = own_source(str(path))
        except FileError:
            continue
        if source is not None and any(source == other.source for other in found):
            continue
        if source is not None or path.suffix.lower() in EXPERIMENTS:
            found.append(Dropped(Path(source.idx) if isinstance(source, IdxSource) else path, source))
    return found


def _nothing(paths: Sequence[Path]) -> Dropped:
    """Say why the first cannot be opened."""
    try:
        own_source(str(paths[0]))
        reason = Message(
            "{file}: neither a table nor images nor a file of this program; expected a file ending in {endings} or the "
            "like",
            file=shown_name(paths[0]),
            endings=", ".join((".csv", ".txt", ".idx", *EXPERIMENTS)),
        )
    except FileError as error:
        reason = error.message
    if len(paths) == 1:
        return Dropped(None, said=reason)
    said = Message("none of the {count} files dropped can be opened: {reason}", count=len(paths), reason=reason)
    return Dropped(None, said=said)


def _listed(paths: Sequence[Path]) -> Message:
    names = [shown_name(path) for path in paths[:NAMED]]
    return joined([*names, Message("and {count} more", count=len(paths) - NAMED)] if len(paths) > NAMED else names)


class Importing(QObject):
    """Opens tables in the import panel, made when it is first needed."""

    told = Signal(object)
    failed = Signal(object)

    def __init__(self, window: QWidget, adopt: "Callable[[ImportPanel], None]") -> None:
        super().__init__(window)
        self._window, self._adopt = window, adopt
        self._panel: ImportPanel | None = None
        self._dialog: QDialog | None = None
        self._pasted = 0
        self._progress: ImportProgress | None = None
        self._source: CsvSource | None = None

    @property
    def panel(self) -> "ImportPanel | None":
        return self._panel

    def open(self, path: Path) -> None:
        self._show().open_table(str(path.absolute()))

    def look_again(self) -> None:
        """Look at the table in use, as it was read, so that it can be read in another way."""
        if self._source is not None:
            self._show().reopen(self._source)

    def paste(self) -> None:
        """Look at the table on the clipboard: cells copied from a spreadsheet, or the text of a CSV file."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._pasted += 1
            self._show().open_table(self.tr("Pasted table {number}").format(number=self._pasted), text)
        else:
            self.failed.emit(self.tr("There is no text on the clipboard; copy some cells of a table first."))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Tell how the reading goes; a panel that is there has not seen this frame yet."""
        source = snapshot.experiment.data.source
        self._source = source if isinstance(source, CsvSource) else None
        self._follow(snapshot.work.get(IMPORT))

    def _follow(self, progress: object) -> None:
        """Tell how far the reading is that no panel shows: of images, and of data that are chosen again."""
        if not isinstance(progress, ImportProgress) or progress is self._progress:
            return
        self._progress = progress
        if self._panel is not None and self._panel.is_importing:
            return
        if progress.problem:
            self.failed.emit(progress.problem)
        elif progress.done:
            self.told.emit(self.tr("Training on {name}").format(name=progress.name))
        else:
            reading = self.tr("Reading {name}: {percent}%")
            self.told.emit(reading.format(name=progress.name, percent=round(100 * progress.fraction)))

    def _show(self) -> "ImportPanel":
        if self._panel is None or self._dialog is None:
            self._dialog = QDialog(self._window)
            self._dialog.setWindowTitle(self.tr("Table"))
            scaled(self._dialog, _fit_screen, WIDTH, HEIGHT)
            # A table that is in order asks for nothing: the keys stay with the window.
            self._dialog.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            from playground.views.importing.panel import ImportPanel  # few starts need it

            self._panel = ImportPanel()
            self._dialog.setLayout(in_column(scrolling(self._panel, sideways=True)))
            self._panel.finished.connect(self._dialog.hide)
            self._panel.imported.connect(self._tell)
            self._adopt(self._panel)
        self._dialog.show()
        self._dialog.raise_()
        return self._panel

    def _tell(self, name: str) -> None:
        if self._dialog is not None:
            self._dialog.hide()
        self._window.activateWindow()
        self.told.emit(self.tr("Training on {name}").format(name=name))


def _fit_screen(dialog: QWidget, width: int, height: int) -> None:
    """Give a window its size, as far as the screen goes."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(width, room.width() - EDGE), min(height, room.height() - EDGE))

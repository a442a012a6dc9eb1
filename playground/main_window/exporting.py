"""Exports from the window: files of every kind, and settings through the clipboard."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from playground.files import FileError, Model, history_csv, write_atomically
from playground.main_window.file_dialogs import LastFolder, ask_save_name, file_name
from playground.main_window.filming import FilmExport
from playground.training.commands import Command
from playground.training.commands.exporting import StartFilm, StartPortrait, WriteExamples
from playground.training.film import KIND, Film
from playground.training.history_table import history_table
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated as in_language

CONTEXT = "exports"


@dataclass(frozen=True)
class ExportRecord:
    """One entry of the menu.

    Attributes
    ----------
    name
        Its id.
    menu
        The submenu it stands in; empty for the menu itself.
    text, tooltip
        English source texts.
    filters
        The kinds of files, as a file dialog has them; a name's ending chooses among them.
    start
        ``start(exporter, path)`` writes the file, or begins to.
    starts_group
        Whether a line stands above it.
    """

    name: str
    menu: str
    text: str
    tooltip: str
    filters: tuple[str, ...]
    start: Callable[["Exporter", Path], None]
    starts_group: bool = False

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of its files, the usual one first."""
        return tuple(kind[kind.rindex("*") + 1 :].rstrip(")") for kind in self.filters)


class Exporter(QObject):
    """Writes what the last frame shows to files, in the window's own thread only where that takes no time.

    Parameters
    ----------
    window
        Dialogs appear over it.
    post
        Hands a command to the worker.
    settings
        Where the folder is remembered.

    Signals
    -------
    told(text)
        Something was done, one line for the status bar.
    failed(text)
        Something could not be done, one line for the banner.
    """

    told = Signal(object)
    failed = Signal(object)

    def __init__(self, window: QWidget, post: Callable[[Command], None], settings: QSettings) -> None:
        super().__init__(window)
        self._window, self._post, self._folder = window, post, LastFolder(settings)
        self._snapshot: Snapshot | None = None
        self._film: FilmExport | None = None
        self._numbers = 0

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take the newest frame, which is what is exported, and what the worker has drawn up so far of a film."""
        self._snapshot = snapshot
        film = snapshot.work.get(KIND)
        if self._film is not None:
            self._film.show_film(film if isinstance(film, Film) else None)

    def ask(self, record: ExportRecord) -> None:
        """Ask for a file's name and write it."""
        if self._snapshot is None:
            return
        name = file_name(in_language(self._snapshot.experiment.title))
        suggestion = self._folder.path / f"{name}{record.suffixes[0]}"
        filters = [translated(kind) for kind in record.filters]
        path = ask_save_name(self._window, translated(record.text).replace("&", "").rstrip("…"), suggestion, filters)
        if path is not None:
            self.export(record, path)

    def export(self, record: ExportRecord, path: Path) -> None:
        """Write a file, or begin to."""
        if self._snapshot is None:
            return
        try:
            record.start(self, path)
        except FileError as error:
            self.failed.emit(error.message)

    def copy_settings(self) -> None:
        """Put all settings on the clipboard as text."""
        from playground.files.settings_text import settings_text

        if self._snapshot is None:
            return
        try:
            QGuiApplication.clipboard().setText(settings_text(self._snapshot.experiment))
        except FileError as error:
            self.failed.emit(error.message)
            return
        self.told.emit(
            self.tr("Settings copied as text; paste them in another copy of the program, a letter or a chat")
        )

    # How the kinds of exports are done.

    def write_model(self, path: Path, *, write: Callable[[Path, Model], object]) -> None:
        """Write the network."""
        write(path, self._now.model())
        self._tell_written(path)

    def write_history(self, path: Path) -> None:
        """Write the history."""
        history_csv(path, history_table(self._now.curves))
        self._tell_written(path)

    def write_examples(self, path: Path) -> None:
        """Let the worker write the data, which may be many; it tells itself when that is done."""
        self._folder.remember(path)
        self._post(WriteExamples(path))

    def write_figure(self, path: Path, *, name: str) -> None:
        """Write a figure; what it needs to ask is asked first."""
        from playground.views.figures.figure import figure_for
        from playground.views.pictures import figure_png, figure_svg

        figure = figure_for(name, self._now.scene)
        figure.require(self._now.scene)
        draw = figure_svg if path.suffix.lower() == ".svg" else figure_png
        if not figure.questions:
            write_atomically(path, draw(name, self._now))
            self._tell_written(path)
            return
        shown, number = [self._now], self._next_number()
        film = FilmExport(self._window, self._post, number, path, shown.append, lambda: draw(name, shown[-1]))
        self._begin(film, StartPortrait(number, figure.questions))

    def write_animation(self, path: Path, *, name: str) -> None:
        """Write an animation of the training as the timeline recorded it."""
        from playground.views.figures.figure import figure_for, questions_for
        from playground.views.pictures import ANIMATIONS, Animation

        figure_for(name, self._now.scene).require(self._now.scene)
        ending = path.suffix.lower() if path.suffix.lower() in ANIMATIONS else next(iter(ANIMATIONS))
        animation, number = Animation(name), self._next_number()
        film = FilmExport(self._window, self._post, number, path, animation.add, lambda: animation.encoded(ending))
        self._begin(film, StartFilm(number, questions=questions_for(name)))

    # Inside

    @property
    def _now(self) -> Snapshot:
        assert self._snapshot is not None, "nothing is exported before the first frame"
        return self._snapshot

    def _next_number(self) -> int:
        self._numbers += 1
        return self._numbers

    def _begin(self, film: FilmExport, command: Command) -> None:
        """Let an export wait for its frames, in place of one that still does."""
        if self._film is not None:
            self._film.cancel()
        self._film = film
        film.done.connect(self._tell_written)
        film.failed.connect(self.failed)
        film.ended.connect(self._forget_film)
        self._post(command)

    def _forget_film(self) -> None:
        self._film = None

    def _tell_written(self, path: Path) -> None:
        self._folder.remember(path)
        self.told.emit(self.tr("Exported to {path}").format(path=path))


def translated(text: str) -> str:
    """Return a text of the table in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text) if text else ""

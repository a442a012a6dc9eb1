"""Exports from the window: files of every kind, and settings through the clipboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from playground.files import FileError, write_atomically
from playground.lessons.masking import REFUSED
from playground.main_window.animation_export import AnimationExport
from playground.main_window.dialogs import ask_save_name, file_name
from playground.main_window.export_writers import NO_WALL, Material
from playground.main_window.exports import EXPORTS, FILE_KINDS, Export, Source
from playground.main_window.recent_files import LastFolder
from playground.main_window.telling import tells
from playground.training.animation import KIND, AnimationFrames
from playground.training.commands import Command
from playground.training.commands.files import (
    StartAnimation,
    StartHistogramPortrait,
    StartPortrait,
    StartWallAnimation,
    WriteOut,
)
from playground.training.many.report import KIND as WALL
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated, without_key


class Exporter(QObject):
    """Writes what the last frame shows to files, in the window's own thread only where that takes no time.

    `menu`: of all exports; filled when it is first opened.
    """

    told = Signal(object)
    failed = Signal(object)

    def __init__(self, window: QWidget, post: Callable[[Command], None], settings: QSettings) -> None:
        super().__init__(window)
        self._window, self._post, self._folder = window, post, LastFolder(settings)
        self._snapshot: Snapshot | None = None
        self._animation: AnimationExport | None = None
        self._numbers = 0
        self._routes: dict[Source, Callable[[Export, Path], None]] = {
            Source.SESSION: self._let_worker_write,
            Source.FIGURE: self._write_figure,
            Source.HISTOGRAMS: self._write_histograms,
            Source.ANIMATION: self._write_animation,
            Source.WALL_ANIMATION: self._write_wall_animation,
        }
        self.menu = QMenu(self.tr("Expor&t"), window)
        self.menu.aboutToShow.connect(self._fill)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take the newest frame, which is what is exported, and what the worker has drawn up so far of an animation."""
        self._snapshot = snapshot
        animation = snapshot.work.get(KIND)
        if self._animation is not None:
            self._animation.show_animation(animation if isinstance(animation, AnimationFrames) else None)

    def ask(self, name: str) -> None:
        row = EXPORTS[name]
        if self._snapshot is None or self._is_telling(row):
            return
        suggestion = self._folder.path / f"{file_name(translated(self._snapshot.experiment.title))}{row.endings[0]}"
        kinds = [translated(FILE_KINDS[ending]) for ending in row.endings]
        title = without_key(translated(row.text))
        path = ask_save_name(self._window, title, suggestion, kinds)
        if path is not None:
            self.export(name, path)

    def export(self, name: str, path: Path) -> None:
        if self._snapshot is None:
            return
        row = EXPORTS[name]
        if self._is_telling(row):
            return
        try:
            self._routes.get(row.source, self._write)(row, path)
        except FileError as error:
            self.failed.emit(error.message)

    def _is_telling(self, row: Export) -> bool:
        """Refuse an export that would tell what is hidden; return whether it would."""
        told = tells(row, self._now.hidden)
        if told:
            self.failed.emit(REFUSED)
        return told

    def copy_settings(self) -> None:
        from playground.files.overrides import settings_text

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

    def _write(self, row: Export, path: Path) -> None:
        row.write(path, Material(model=self._now.model(), snapshot=self._now))
        self._tell_written(path)

    def _let_worker_write(self, row: Export, path: Path) -> None:
        """Let the worker write what takes the session itself; it tells when that is done."""
        self._folder.remember(path)
        self._post(WriteOut(path, lambda path, session: row.write(path, Material(session=session))))

    def _write_figure(self, row: Export, path: Path) -> None:
        """Write a figure; what it needs to ask is asked first."""
        from playground.views.figures.figure import figure_for

        figure = figure_for(row.content, self._now.problem_info)
        figure.require(self._now.problem_info)
        if not figure.queries:
            self._write(row, path)
            return
        number = self._next_number()
        self._write_portrait(row, path, number, StartPortrait(number, figure.queries))

    def _write_histograms(self, row: Export, path: Path) -> None:
        """Write what is counted for it, whatever Health has counted."""
        number = self._next_number()
        self._write_portrait(row, path, number, StartHistogramPortrait(number))

    def _write_portrait(self, row: Export, path: Path, number: int, command: Command) -> None:
        """Write the single frame that a command brings."""
        shown: list[Snapshot] = []
        animation = AnimationExport(
            self._window,
            self._post,
            number,
            path,
            shown.append,
            lambda: row.write(path, Material(snapshot=shown[-1])),
        )
        self._begin(animation, command)

    def _write_animation(self, row: Export, path: Path) -> None:
        """Write an animation of the training as the timeline recorded it."""
        from playground.views.figures.figure import figure_for, queries_for

        figure_for(row.content, self._now.problem_info).require(self._now.problem_info)
        number = self._next_number()
        self._animate(row, path, number, StartAnimation(number, queries=queries_for(row.content)))

    def _write_wall_animation(self, row: Export, path: Path) -> None:
        """Write how the networks on the wall learned; they are trained again for it."""
        if WALL not in self._now.work:
            raise FileError(NO_WALL)
        number = self._next_number()
        self._animate(row, path, number, StartWallAnimation(number))

    def _animate(self, row: Export, path: Path, number: int, command: Command) -> None:
        """Paint the frames that a command brings, one by one as they come."""
        from playground.views.pictures import ANIMATIONS

        assert row.animation is not None
        ending = path.suffix.lower() if path.suffix.lower() in ANIMATIONS else next(iter(ANIMATIONS))
        animation = row.animation(Material())
        export = AnimationExport(
            self._window,
            self._post,
            number,
            path,
            animation.add,
            lambda: write_atomically(path, animation.encoded(ending)),
        )
        self._begin(export, command)

    # Inside

    @property
    def _now(self) -> Snapshot:
        assert self._snapshot is not None, "nothing is exported before the first frame"
        return self._snapshot

    def _next_number(self) -> int:
        self._numbers += 1
        return self._numbers

    def _begin(self, animation: AnimationExport, command: Command) -> None:
        """Let an export wait for its frames, in place of one that still does."""
        if self._animation is not None:
            self._animation.cancel()
        self._animation = animation
        animation.done.connect(self._tell_written)
        animation.failed.connect(self.failed)
        animation.ended.connect(self._forget_animation)
        self._post(command)

    def _forget_animation(self) -> None:
        self._animation = None

    def _tell_written(self, path: Path) -> None:
        self._folder.remember(path)
        self.told.emit(self.tr("Exported to {path}").format(path=path))

    @Slot()
    def _fill(self) -> None:
        if not self.menu.isEmpty():
            return
        menus = {"": self.menu}
        for row in EXPORTS.values():
            if row.starts_group:
                self.menu.addSeparator()
            if row.menu not in menus:
                menus[row.menu] = self.menu.addMenu(translated(row.menu))
            action = QAction(translated(row.text), self.menu)
            action.setObjectName(f"export_{row.name}")
            action.setStatusTip(translated(row.tooltip))
            action.setToolTip(translated(row.tooltip))
            action.triggered.connect(lambda _checked=False, name=row.name: self.ask(name))
            menus[row.menu].addAction(action)

"""Files of the window: asking for names, opening, saving and exporting, remembering where."""

import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, QSettings, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from playground.files import CsvSource, FileError, IdxSource, own_source, source_files, write_experiment
from playground.files.reach import FarFilesError, check_reach
from playground.files.recognition import EXPERIMENTS, SUFFIX, TABLES, is_session
from playground.files.targets import is_lesson
from playground.lessons.opening import OpenLesson
from playground.main_window.closing import Baseline
from playground.main_window.dialogs import Answer, ask_overwriting, ask_save_name, file_name
from playground.main_window.recent_files import FarFiles, LastFolder, RecentFiles
from playground.training.commands import Command, Load
from playground.training.commands.files import OpenSession, SaveSession, StartImport
from playground.training.import_job import IMPORT, ImportProgress
from playground.training.saved import OPEN, SAVE, FileProgress
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated

PATTERNS = tuple(f"*{ending}" for ending in (*EXPERIMENTS, *TABLES, ".idx", "-ubyte", ".gz"))
"""Of the names of all files that can be opened."""
LAST_SESSION = f"last-session{SUFFIX}"
Stamp = tuple[int, int, int]
"""By which the contents of a file are known again: number, size and time of writing."""


def stamp_of(path: Path | None) -> Stamp | None:
    """Return the stamp of a file as it is on the disk, None if it is not there."""
    try:
        status = None if path is None else path.stat()
    except OSError:
        return None
    return None if status is None else (status.st_ino, status.st_size, status.st_mtime_ns)


def last_session_path() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / LAST_SESSION


class Awaited(Struct, frozen=True, eq=False):
    """Something asked of the worker, whose end is waited for.

    Attributes
    ----------
    recent, document
        What becomes a recent file, and the session's own file, when it worked.
    baseline, stamp
        The session, and the stamp of its own file, when it was asked for.
    silent
        Whether nobody is to hear of it.
    """

    number: int
    recent: Path | None
    document: Path | None
    baseline: Baseline | None = None
    then: Callable[[bool], None] | None = None
    silent: bool = False
    stamp: Stamp | None = None

    def is_ended_by(self, progress: FileProgress) -> bool:
        return progress.done and progress.number == self.number


class Documents(QObject):
    """What the File menu does with sessions and other files.

    Attributes
    ----------
    has_kept_last
        Whether `keep_last` has come to a good end.
    far_files
        What is read unasked though it is far from the experiment that names it.
    ask_overwriting
        Asks what becomes of a file that somebody else has written since.

    Signals
    -------
    table_chosen(path)
        A table of data is to be looked at before it is opened.
    changed()
        The session has another name now, or there are changes that no file has, or not any more.
    saved(changes)
        A file of the person's own holds everything up to so many changes.
    """

    told = Signal(object)
    failed = Signal(object)
    table_chosen = Signal(Path)
    changed = Signal()
    saved = Signal(object)

    def __init__(self, window: QWidget, post: Callable[[Command], None], settings: QSettings) -> None:
        super().__init__(window)
        self._window, self._post, self.folder = window, post, LastFolder(settings)
        self.recent = RecentFiles(settings)
        self.far_files = FarFiles(window, lambda: self.recent.names)
        self._snapshot: Snapshot | None = None
        self._baseline: Baseline | None = None
        self._path: Path | None = None
        self._shown: tuple[str, bool] | None = None
        self._number = 0
        self._opening: Awaited | None = None
        self._saving: Awaited | None = None
        self._stamp: Stamp | None = None
        self.has_kept_last = False
        self.ask_overwriting = ask_overwriting
        self._imported: ImportProgress | None = None

    # What the session is called, and whether a file has it all.

    @property
    def snapshot(self) -> Snapshot | None:
        return self._snapshot

    @property
    def path(self) -> Path | None:
        return self._path

    @property
    def name(self) -> str:
        if self._path is not None:
            return self._path.stem
        return "" if self._snapshot is None else translated(self._snapshot.experiment.title)

    @property
    def is_modified(self) -> bool:
        """Whether anything has changed since the session was opened or saved, training included."""
        return self._snapshot is not None and self._baseline is not None and self._baseline.is_behind(self._snapshot)

    @property
    def would_lose(self) -> bool:
        """Whether closing would lose what a person made."""
        return self._snapshot is not None and self._baseline is not None and self._baseline.would_lose(self._snapshot)

    @property
    def is_saving(self) -> bool:
        return self._saving is not None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take in how the session is, and how far opening and saving are."""
        self._snapshot = snapshot
        if self._baseline is None:
            self._baseline = Baseline.of(snapshot)
            self.far_files.add(source_files(snapshot.experiment.data.source))
        opened, written = snapshot.work.get(OPEN), snapshot.work.get(SAVE)
        self._settle_import(snapshot)
        if self._opening is not None and isinstance(opened, FileProgress) and self._opening.is_ended_by(opened):
            self._settle_opening(opened, snapshot)
        if self._saving is not None and isinstance(written, FileProgress) and self._saving.is_ended_by(written):
            self._settle_saving(written)
        shown = self.name, self.is_modified
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def came_from(self, path: Path) -> None:
        self._path, self._stamp = path.absolute(), stamp_of(path)
        self.folder.remember(path)
        self.recent.add(path)

    def take_over(self, before: "Documents") -> None:
        """Take in that the session is that of another window, which has stopped: its file, and what is unsaved."""
        self._path, self._baseline, self._number = before._path, before._baseline, before._number
        self._opening, self._saving, self._stamp = before._opening, before._saving, before._stamp
        self.far_files.add(before.far_files.known)

    # Opening

    def ask_open(self) -> None:
        kinds = [
            self.tr("All that can be opened ({patterns})").format(patterns=" ".join(PATTERNS)),
            self.tr("Sessions (*.playground)"),
            self.tr("Experiments and lessons (*.json)"),
            self.tr("Networks (*.npz *.onnx *.safetensors *.pt *.pth)"),
            self.tr("Tables (*.csv *.tsv *.tab *.txt *.data *.dat *.gz)"),
            self.tr("Images (*.idx *-ubyte *.gz)"),
            self.tr("All files (*)"),
        ]
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open"), str(self.folder.path), ";;".join(kinds))
        if name:
            self.open(Path(name))

    def open(self, path: Path, source: CsvSource | IdxSource | None = None) -> None:
        """Open a session, an experiment, a lesson, weights or own data; `source` where it is known what they are."""
        self.folder.remember(path)
        try:
            source = source or own_source(str(path))
        except FileError as error:
            self.failed.emit(error.message)
            return
        if source is not None:
            self.far_files.add(source_files(source))
        if isinstance(source, IdxSource):
            self._post(StartImport(source))
        elif isinstance(source, CsvSource):
            self.table_chosen.emit(path)
        else:
            self._open(str(path), path, path if is_session(path) else None, asks=True)

    def open_preset(self, preset: str) -> None:
        self._open(preset, None, None)

    def restore(self) -> None:
        path = last_session_path()
        if path.is_file():
            self._open(str(path), None, None)
        else:
            self.failed.emit(self.tr("There is no earlier session to restore."))

    def open_left(self, path: Path, document: Path | None, then: Callable[[bool], None]) -> None:
        """Open a session that has changes which its own file, if there is one, has not; say whether that worked."""
        self._open(str(path), None, document, then)

    def paste_settings(self) -> None:
        """Begin the experiment whose settings are on the clipboard."""
        from playground.files.overrides import check_files, experiment_from_text  # few starts need it

        where = self.tr("clipboard")
        try:
            experiment = experiment_from_text(QGuiApplication.clipboard().text(), where)
            try:
                check_reach(experiment, None, where, self.far_files.known)
            except FarFilesError as error:
                if not self.far_files.may_read(where, error.files):
                    return
            check_files(experiment, where)
        except FileError as error:
            self.failed.emit(error.message)
            return
        source = experiment.data.source
        own = source if isinstance(source, CsvSource | IdxSource) else None
        self._post(Load(experiment) if own is None else StartImport(own, experiment))
        self.told.emit(self.tr("Settings pasted: {name}").format(name=translated(experiment.title)))

    def _open(
        self,
        target: str,
        recent: Path | None,
        document: Path | None,
        then: Callable[[bool], None] | None = None,
        *,
        asks: bool = False,
    ) -> None:
        self._number += 1
        self._opening = Awaited(self._number, recent, document, then=then, stamp=stamp_of(document))
        opening = OpenLesson if is_lesson(target) else OpenSession
        self._post(opening(target, self._number, self.far_files.known if asks else None))

    def _ask_reading(self, wish: Awaited, progress: FileProgress) -> None:
        if self.far_files.may_read(progress.path, progress.far):
            self._open(progress.path, wish.recent, wish.document, asks=True)

    def _settle_opening(self, progress: FileProgress, snapshot: Snapshot) -> None:
        wish, self._opening = self._opening, None
        assert wish is not None
        if progress.far:  # asked once the frame is shown
            QTimer.singleShot(0, self, partial(self._ask_reading, wish, progress))
        elif progress.problem:
            self.failed.emit(progress.problem)
        else:
            self._path, self._stamp = wish.document, wish.stamp
            # What no file of the person's own has is no less unsaved for being opened again.
            self._baseline = replace(Baseline.of(snapshot), changes=progress.changes, is_kept=wish.then is None)
            if wish.recent is not None:
                self.recent.add(wish.recent)
        if wish.then is not None:
            wish.then(not progress.problem)

    def _settle_import(self, snapshot: Snapshot) -> None:
        """Begin a session that has no file yet, once a person's own data are read; as long as they are not, none."""
        imported = snapshot.work.get(IMPORT)
        if isinstance(imported, ImportProgress) and imported is not self._imported:
            self._imported = imported
            if imported.done and imported.begins and not imported.problem:
                self._path = None
                for path in source_files(imported.source)[:1]:
                    self.recent.add(path)

    # Saving

    def save(self) -> bool:
        """Save the session where it came from; ask if it came from nowhere. Return whether it is being saved."""
        path = self._path if self._saving is None else self._saving.document or self._path
        if path is None:
            return self.ask_save()
        if self._saving is None and stamp_of(path) not in (None, self._stamp):
            choice = self.ask_overwriting(self._window, path)
            if choice is not Answer.REPLACE:
                return choice is Answer.ELSEWHERE and self.ask_save()
        return self._save(path)

    def ask_save(self) -> bool:
        """Ask for a name and save the session, or only its experiment; return whether it is being saved."""
        if self._snapshot is None:
            return False
        folder = self.folder.path if self._path is None else self._path.parent
        filters = [self.tr("Sessions (*.playground)"), self.tr("Experiments, settings only (*.json)")]
        suggestion = folder / f"{file_name(self.name)}{SUFFIX}"
        path = ask_save_name(self._window, self.tr("Save session"), suggestion, filters)
        if path is None:
            return False
        if path.suffix.lower() == ".json":
            self._write_experiment(path, self._snapshot)
            return False
        return self._save(path if is_session(path) else path.with_name(f"{path.name}{SUFFIX}"))

    def keep_last(self) -> None:
        """Begin to keep the session for `restore`, without a word: closing the window must neither ask nor fail."""
        path = last_session_path()
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
        self._number += 1
        self._saving = Awaited(self._number, None, None, silent=True)
        self._post(SaveSession(path, SAVE, self._number))

    def _save(self, path: Path) -> bool:
        self.folder.remember(path)
        self._number += 1
        # As it is now: an edit that comes in between is unsaved.
        baseline = None if self._snapshot is None else Baseline.of(self._snapshot)
        self._saving = Awaited(self._number, path, path, baseline=baseline)
        self._post(SaveSession(path, SAVE, self._number))
        return True

    def _settle_saving(self, progress: FileProgress) -> None:
        wish, self._saving = self._saving, None
        assert wish is not None
        if wish.silent:
            self.has_kept_last = not progress.problem
            return
        if progress.problem:
            self.failed.emit(progress.problem)
            return
        self._path, self._stamp = wish.document, stamp_of(wish.document)
        if wish.baseline is not None:
            self._baseline = replace(wish.baseline, changes=progress.changes)
        if wish.recent is not None:
            self.recent.add(wish.recent)
        self.saved.emit(progress.changes)
        self.told.emit(self.tr("Session saved to {path}").format(path=progress.path))

    def _write_experiment(self, path: Path, snapshot: Snapshot) -> None:
        try:
            write_experiment(path, snapshot.model().experiment)
        except FileError as error:
            self.failed.emit(error.message)
            return
        self.folder.remember(path)
        self.recent.add(path)
        told = self.tr("Experiment saved to {path}: its settings, without weights and timeline")
        self.told.emit(told.format(path=path))

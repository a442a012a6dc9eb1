"""Starting the application: fonts, languages, themes, the window, and an orderly end."""

import builtins
import gc
import logging
import os
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QBuffer,
    QEventLoop,
    QIODevice,
    QLibraryInfo,
    QLocale,
    QSettings,
    QStandardPaths,
    Qt,
    QThread,
    QTimer,
    QTranslator,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

# From its import on, PySide reads the source of every module imported after it, to see whether that module wants other
# names of Qt's methods: a fifth of the start. Here none does; what follows is imported as Python does it.
builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)

from playground.files import folder, open_target, write_atomically
from playground.files.chain_presets import find_formula
from playground.files.recognition import is_session
from playground.files.targets import is_lesson
from playground.main_window.appearance import chosen_language
from playground.main_window.autosave import autosave_folder
from playground.main_window.first_minute import chosen_speed, is_first, resting
from playground.main_window.window import MainWindow
from playground.main_window.workspaces import read_ahead
from playground.training import TrainingSession
from playground.training.formula import formula_of
from playground.views.formulas.label import Typesetter
from playground.views.kit.accessible import speak_to_readers

NAME = "backpropagation-playground"
FIRST_TARGET = "circles"
"""What a first start shows."""
LOG_BYTES = 1_000_000
SETTLING_ROUNDS, SETTLING_MS = 12, 20
"""Event rounds after the first frame: what a workspace asks the worker for comes back, and layouts follow from it."""
MOST_ROUNDS = 250
"""So many where the worker takes longer to answer."""
READING_AHEAD_MS = 500
"""When the window stands, what the other workspaces need is imported, before one is opened."""
logger = logging.getLogger("playground")


def application(*, language: str = "en", offscreen: bool = False) -> QApplication:
    """Return the Qt application, made on first call.

    Parameters
    ----------
    language
        ``"en"`` or ``"ko"``.
    offscreen
        Draw without a display.
    """
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else _new_application()
    _speak(app, language)
    return app


def run_window(
    target: str | None, *, asked: Path | None = None, language: str | None = None, theme: str | None = None
) -> int:
    """Open the window on a target and return the exit code of the program.

    Parameters
    ----------
    target
        None for what a first start shows.
    asked
        A file about which there is a question, as soon as the window shows the target.
    language
        ``"en"``, ``"ko"``, or None for the one that was chosen.
    theme
        A key of `THEMES`, or ``"system"``; it is remembered. None for the one that was chosen.

    Raises
    ------
    DataError, FileError, TrainingError
        If the target cannot be opened.
    """
    first = target is None and asked is None and is_first(settings())
    session = _session(target or FIRST_TARGET, first=first)
    if target is None or not is_session(target):  # which goes on at its own speed
        session.set_speed_limit(chosen_speed(settings()))
    app = application(language=language or chosen_language(settings()))
    if theme is not None:
        settings().setValue("theme", theme)
    _log_to_file()
    program = Program(app, session)
    if target is not None and is_session(target):
        program.window.came_from(Path(target))
    if target is not None and find_formula(target) is not None:
        program.window.show_workspace("chain")
    program.window.protect(autosave_folder())
    if first:
        program.window.first_minute.show()
    program.window.frame_shown.connect(_keep_from_collecting, Qt.ConnectionType.SingleShotConnection)
    QTimer.singleShot(READING_AHEAD_MS, read_ahead)
    if asked is not None:
        program.window.frame_shown.connect(
            lambda _begin, window=program.window: window.open(asked), Qt.ConnectionType.SingleShotConnection
        )
    sys.excepthook = program.report
    program.window.show()
    code = app.exec()
    # In order: the thread, the window, then the application. Falling off the end of main with them alive can crash.
    program.window.shut_down()
    sys.excepthook = sys.__excepthook__
    program.window.deleteLater()
    app.processEvents()
    del program
    return code


def screenshot(
    target: str,
    out: Path,
    *,
    epochs: int | None = None,
    workspace: str | None = "train",
    size: tuple[int, int] = (1280, 820),
    theme: str = "light",
    zoom: int = 100,
    language: str = "en",
) -> None:
    """Train, then draw the real window into a PNG file, without a display.

    Parameters
    ----------
    epochs
        How long to train; None for the experiment's own epochs.
    workspace
        A key of `WORKSPACES`: what the middle of the window shows; None for what a lesson shows.
    size
        Width and height of the window in pixels.
    theme
        A key of `THEMES`, or ``"system"``.

    Raises
    ------
    DataError, FileError, TrainingError
        If the target cannot be opened or the file cannot be written.
    """
    import tempfile

    session = _session(target)
    until = session.experiment.training.epochs if epochs is None else epochs
    while session.epoch < until and session.loop.divergence is None:
        session.advance(1.0, until_epoch=until)
    app = application(language=language, offscreen=True)
    with tempfile.TemporaryDirectory() as scratch:
        preferences = QSettings(str(Path(scratch) / "window.ini"), QSettings.Format.IniFormat)
        preferences.setValue("theme", theme)
        preferences.setValue("zoom", zoom)
        window = MainWindow(session, preferences)
        if workspace is not None:
            window.show_workspace(workspace)
        window.resize(*size)
        window.show()
        while window.snapshot is None:
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        for settled in range(MOST_ROUNDS):
            if settled >= SETTLING_ROUNDS and window.is_answered:
                break
            QThread.msleep(SETTLING_MS)  # for the worker, which answers in its own time
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, SETTLING_MS)
            if workspace is not None:
                window.show_at_work()
            Typesetter.of_application().finish()
        picture = window.grab().toImage()
        window.shut_down()
        window.deleteLater()
        app.processEvents()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    write_atomically(out, bytes(buffer.data().data()))


def settings() -> QSettings:
    """Return where geometry, theme and folders are remembered."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, NAME, "window")


def end() -> None:
    """Close every window in good order, and the program with them, without a question."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.end()


def log_path() -> Path:
    """Return the file that unexpected errors are logged in."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "playground.log"


class Program:
    """The window of the program: another language builds it anew around the same session."""

    def __init__(self, app: QApplication, session: TrainingSession) -> None:
        self._app = app
        self.window = self._new_window(session)
        # Directly: the computer waits no longer than until it returns.
        app.commitDataRequest.connect(self.commit, Qt.ConnectionType.DirectConnection)

    def speak(self, language: str) -> None:
        """Put another window in the place of this one, in another language; everything else stays."""
        before = self.window
        session = before.hand_over()
        _speak(self._app, language)
        self.window = self._new_window(session)
        self.window.take_over(before)
        self.window.show()
        before.hide()
        before.deleteLater()

    def commit(self, _manager: object = None) -> None:
        """Keep the session: the computer is about to end, or the person to log out."""
        self.window.commit()

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Show and log an unexpected error in a slot, and carry on."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self.window.report("".join(traceback.format_exception(kind, error, trace)))

    def _new_window(self, session: TrainingSession) -> MainWindow:
        window = MainWindow(session, settings())
        # Queued: the menu in which it was chosen is part of the window that goes.
        window.language_chosen.connect(self.speak, Qt.ConnectionType.QueuedConnection)
        return window


def _session(target: str, *, first: bool = False) -> TrainingSession:
    """Return a session for a target: what a session's file holds goes on as if it had never stopped."""
    if is_session(target):
        from playground.training.saved.jobs import read_memory  # few start-ups need it

        return TrainingSession.from_memory(read_memory(target))
    if is_lesson(target):
        from playground.lessons.opening import lesson_session

        return lesson_session(target)
    preset = find_formula(target)
    found = open_target(FIRST_TARGET if preset is not None else target)
    experiment = resting(found.experiment) if first else found.experiment
    session = TrainingSession(experiment, found.model, found.dataset)
    if preset is not None:
        session.formula = formula_of(preset)
    return session


def _new_application() -> QApplication:
    app = QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("Backpropagation Playground")
    app.setDesktopFileName(NAME)
    app.setWindowIcon(QIcon(str(folder("resources") / "desktop" / f"{NAME}.png")))
    app.setStyle("Fusion")
    speak_to_readers(app)
    return app


def _speak(app: QApplication, language: str) -> None:
    """Load the translations of a language: Qt's own and ours."""
    QLocale.setDefault(QLocale(language))
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    for name, place in (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"playground_{language}", str(folder("resources") / "translations")),
    ):
        translator = QTranslator(app)
        if translator.load(name, place):
            app.installTranslator(translator)


def _keep_from_collecting() -> None:
    """At the first frame: what the start-up made stays to the end and need not be looked at each time."""
    gc.freeze()


def _log_to_file() -> None:
    """Keep unexpected errors in a file that never grows beyond bounds."""
    from logging.handlers import RotatingFileHandler

    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)

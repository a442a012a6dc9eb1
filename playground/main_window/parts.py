"""What the actions of a window act on, and what they do there that takes more than one call."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from playground.main_window.appearance import Appearance, LanguageMenu
from playground.main_window.documents import Documents
from playground.main_window.exporting import Exporter
from playground.main_window.importing import Importing
from playground.main_window.layout import CentralArea
from playground.main_window.lesson_desk import LessonDesk
from playground.main_window.lesson_guide import LessonGuide
from playground.main_window.panels import Panels
from playground.main_window.presentation import Presentation
from playground.main_window.recent_files import RecentMenu
from playground.main_window.selection import Selection
from playground.training.commands import Command, Pause, Run


class Parts(Struct, frozen=True, eq=False):
    """The parts of one window that an action can need; `post` hands a command to the worker."""

    window: QMainWindow
    post: Callable[[Command], None]
    panels: Panels
    area: CentralArea
    documents: Documents
    importing: Importing
    exporter: Exporter
    selection: Selection
    recent: RecentMenu
    appearance: Appearance
    presentation: Presentation
    languages: LanguageMenu
    lessons: LessonGuide
    desk: LessonDesk


def posting(command: Callable[[], Command]) -> Callable[[Parts], None]:
    return lambda parts: parts.post(command())


def run_or_pause(parts: Parts) -> None:
    snapshot = parts.documents.snapshot
    parts.post(Pause() if snapshot is not None and snapshot.running else Run())


def opening(workspace: str) -> Callable[[Parts], object]:
    return lambda parts: parts.area.workspaces.open(workspace)


def draw(parts: Parts) -> None:
    """Begin to draw points, wherever the window stands."""
    parts.area.show_right()
    parts.panels.output.draw()


def toggle_drawing(parts: Parts) -> None:
    if parts.panels.output.isVisible():
        parts.panels.output.toggle_drawing()
    else:
        draw(parts)


def paste(parts: Parts) -> None:
    """Take settings or a table from the clipboard, whichever it holds."""
    from playground.files.overrides import looks_like_settings

    if looks_like_settings(QGuiApplication.clipboard().text()):
        parts.documents.paste_settings()
    else:
        parts.importing.paste()


def copy_view(_parts: Parts) -> None:
    """Put what has the focus, or what the mouse is over, on the clipboard as text."""
    from playground.views.kit.copying import copy_shown

    copy_shown()


def show_keys(parts: Parts) -> None:
    from playground.main_window.dialogs import keys_dialog

    keys_dialog(parts.window).open()


def show_glossary(parts: Parts, name: str = "") -> None:
    from playground.main_window.dialogs import open_glossary

    open_glossary(parts.window, name)


def show_about(parts: Parts) -> None:
    from playground.main_window.dialogs import about_box

    about_box(parts.window).open()

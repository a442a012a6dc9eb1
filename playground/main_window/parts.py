"""What the actions of a window act on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow

from playground.main_window.appearance import Appearance
from playground.main_window.documents import Documents
from playground.main_window.exporting import Exporter
from playground.main_window.importing import Importing
from playground.main_window.language import LanguageMenu
from playground.main_window.layout import CentralArea
from playground.main_window.panels import Panels
from playground.main_window.presentation import Presentation
from playground.main_window.recent_files import RecentMenu
from playground.main_window.selection import Selection
from playground.training.commands import Command


@dataclass(frozen=True, eq=False)
class Parts:
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

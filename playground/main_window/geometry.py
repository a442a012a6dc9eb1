"""How the window is divided, remembered from one start to the next."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter, QStyle, QWidget

from playground.views.panels.group import GroupedPanel

DEFAULT_SIZE = QSize(1280, 820)


def available_size(window: QWidget) -> QSize:
    """Return how large a window can be: what its screen leaves free, but for the title bar."""
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    return window.screen().availableGeometry().size() - QSize(0, title)


def remembered_names(settings: QSettings, key: str) -> list[str]:
    """Return a list of names; one with a single name comes back from some settings files as that name."""
    kept = settings.value(key, [])
    return [kept] if isinstance(kept, str) else [str(name) for name in kept] if isinstance(kept, list) else []


class Geometry:
    """Size and place of a window, its splitters, and which groups of its panels are folded."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def restore_size(self, window: QMainWindow) -> None:
        """Give a window the size it had, or the usual one; never more than the screen has."""
        geometry = self._settings.value("geometry")
        if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
            window.resize(DEFAULT_SIZE.boundedTo(available_size(window)))

    def restore_parts(self, splitters: Iterable[QSplitter], panels: Iterable[GroupedPanel]) -> None:
        """Divide and fold a window's parts as they were."""
        names = remembered_names(self._settings, "folds")
        for panel in panels:
            panel.folded_groups = names
        for splitter in splitters:
            state = self._settings.value(f"splitter/{splitter.objectName()}")
            if isinstance(state, QByteArray):
                splitter.restoreState(state)

    @property
    def division(self) -> QByteArray | None:
        """How somebody has divided the columns; None as long as nobody has."""
        state = self._settings.value("columns")
        return state if isinstance(state, QByteArray) else None

    @division.setter
    def division(self, state: QByteArray | None) -> None:
        if state is not None:
            self._settings.setValue("columns", state)

    @property
    def sides_away(self) -> bool:
        return str(self._settings.value("sides_away", "false")).lower() == "true"

    @sides_away.setter
    def sides_away(self, away: bool) -> None:
        self._settings.setValue("sides_away", away)

    def remember(self, window: QMainWindow, splitters: Iterable[QSplitter], panels: Iterable[GroupedPanel]) -> None:
        self._settings.setValue("geometry", window.saveGeometry())
        self._settings.setValue("folds", [name for panel in panels for name in panel.folded_groups])
        for splitter in splitters:
            self._settings.setValue(f"splitter/{splitter.objectName()}", splitter.saveState())

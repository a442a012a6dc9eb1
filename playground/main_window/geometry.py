"""How the window is divided, remembered from one start to the next."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter

DEFAULT_SIZE = QSize(1280, 820)


class Foldable(Protocol):
    """A panel whose groups can be folded away."""

    @property
    def folded_groups(self) -> tuple[str, ...]:
        """The names of those that are."""
        ...

    @folded_groups.setter
    def folded_groups(self, names: Iterable[str]) -> None: ...


class Geometry:
    """Size and place of a window, its splitters, and which groups of its panels are folded.

    Parameters
    ----------
    settings
        Where they are remembered.
    """

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def restore_size(self, window: QMainWindow) -> None:
        """Give a window the size it had, or the usual one."""
        geometry = self._settings.value("geometry")
        if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
            window.resize(DEFAULT_SIZE)

    def restore_parts(self, splitters: Iterable[QSplitter], panels: Iterable[Foldable]) -> None:
        """Divide a window as it was."""
        folds = self._settings.value("folds", [])
        # A list with one name comes back from some settings files as that name.
        names = (folds,) if isinstance(folds, str) else tuple(folds) if isinstance(folds, list) else ()
        for panel in panels:
            panel.folded_groups = names
        for splitter in splitters:
            state = self._settings.value(f"splitter/{splitter.objectName()}")
            if isinstance(state, QByteArray):
                splitter.restoreState(state)

    def remember(self, window: QMainWindow, splitters: Iterable[QSplitter], panels: Iterable[Foldable]) -> None:
        """Keep everything for the next start."""
        self._settings.setValue("geometry", window.saveGeometry())
        self._settings.setValue("folds", [name for panel in panels for name in panel.folded_groups])
        for splitter in splitters:
            self._settings.setValue(f"splitter/{splitter.objectName()}", splitter.saveState())

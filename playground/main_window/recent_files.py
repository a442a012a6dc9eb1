"""The files that a person has opened or saved: the last ones as a menu, their folder, and what may be read unasked."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from playground.main_window.dialogs import ask_reading
from playground.main_window.geometry import remembered_names

MOST = 10
KEY = "recent_files"


class RecentFiles:
    """Their names, the last one first, remembered from start to start."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def paths(self) -> list[Path]:
        """Those that are still there; the others are forgotten."""
        names = self._names()
        there = [name for name in names if _is_file(name)]
        if there != names:
            self._settings.setValue(KEY, there)
        return [Path(name) for name in there]

    @property
    def names(self) -> list[Path]:
        """All of them, whether they are still there or not: nothing is looked for."""
        return [Path(name) for name in self._names()]

    def add(self, path: Path) -> None:
        name = str(path.absolute())
        self._settings.setValue(KEY, [name, *(other for other in self._names() if other != name)][:MOST])

    def clear(self) -> None:
        self._settings.setValue(KEY, [])

    def _names(self) -> list[str]:
        return [name for name in remembered_names(self._settings, KEY) if name][:MOST]


class RecentMenu(QMenu):
    """The files as a menu, looked up anew whenever it is opened."""

    chosen = Signal(Path)

    def __init__(self, files: RecentFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self.setTitle(self.tr("Open &recent"))
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.refresh)
        self.triggered.connect(self._choose)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        self.clear()
        paths = self._files.paths
        for number, path in enumerate(paths, start=1):
            # An ampersand of a name is none of a menu's.
            name = path.name.replace("&", "&&")
            action = self.addAction(f"&{number % 10}  {name}")
            action.setData(str(path))
            action.setToolTip(str(path))
            action.setStatusTip(str(path))
        if not paths:
            self.addAction(self.tr("No files yet")).setEnabled(False)
            return
        self.addSeparator()
        self.addAction(self.tr("&Clear this list")).setData("")

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        name = action.data()
        if name:
            self.chosen.emit(Path(name))
        elif name is not None:
            self._files.clear()


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # not the name of anything
        return False


class LastFolder:
    """The folder that a person used last; their documents at first."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def path(self) -> Path:
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        last = Path(str(self._settings.value("folder", home)))
        return next((folder for folder in (last, *last.parents) if folder.is_dir()), Path.home())

    def remember(self, file: Path) -> None:
        """Begin in a file's folder next time."""
        self._settings.setValue("folder", str(file.absolute().parent))


class FarFiles:
    """The files of data that are read unasked, however far from an experiment they are.

    `ask`: asks whether files may be read that an experiment names.
    """

    def __init__(self, window: QWidget, recent: Callable[[], Iterable[Path]]) -> None:
        self._window, self._recent = window, recent
        self._opened: set[Path] = set()
        self.ask: Callable[[QWidget, str, Sequence[Path]], bool] = ask_reading

    @property
    def known(self) -> frozenset[Path]:
        """Those that the person has opened."""
        return frozenset(self._opened).union(self._recent())

    def add(self, files: Iterable[Path]) -> None:
        self._opened.update(files)

    def may_read(self, name: str, files: Sequence[Path]) -> bool:
        may = self.ask(self._window, name, files)
        if may:
            self.add(files)
        return may

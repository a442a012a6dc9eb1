"""Tables of a person's own data: opened, dropped or pasted, and looked at in a window of their own."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from playground.files import CsvSource
from playground.main_window.layout import scrolling
from playground.training.import_job import IMPORT, ImportProgress
from playground.training.snapshot import Snapshot
from playground.views.kit.appearance import scaled

if TYPE_CHECKING:
    from playground.views.importing.panel import ImportPanel

WIDTH, HEIGHT = 1000, 600
EDGE = 40
"""Pixels of the screen that stay free around it."""


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
            layout = QVBoxLayout(self._dialog)
            layout.setContentsMargins(0, 0, 0, 0)
            from playground.views.importing.panel import ImportPanel  # few starts need it

            self._panel = ImportPanel()
            area = scrolling()
            area.setWidget(self._panel)
            layout.addWidget(area)
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

"""The Export menu, and what stands behind it once it is needed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from playground.training import Snapshot
from playground.training.commands import Command

if TYPE_CHECKING:
    from playground.main_window.exporting import Exporter


class ExportMenu(QObject):
    """The menu of everything that can be exported, filled when it is first opened: few starts need it.

    Parameters
    ----------
    post
        Hands a command to the worker.

    Attributes
    ----------
    menu
        To be placed in another menu.

    Signals
    -------
    told(text), failed(text)
        One line for the person.
    """

    told = Signal(object)
    failed = Signal(object)

    def __init__(self, window: QWidget, post: Callable[[Command], None], settings: QSettings) -> None:
        super().__init__(window)
        self._window, self._post, self._settings = window, post, settings
        self._exporter: Exporter | None = None
        self._snapshot: Snapshot | None = None
        self.menu = QMenu(self.tr("Expor&t"), window)
        self.menu.aboutToShow.connect(self._fill)

    @property
    def exporter(self) -> "Exporter":
        """What writes the files."""
        if self._exporter is None:
            from playground.main_window.exporting import Exporter

            self._exporter = Exporter(self._window, self._post, self._settings)
            self._exporter.told.connect(self.told)
            self._exporter.failed.connect(self.failed)
            if self._snapshot is not None:
                self._exporter.show_snapshot(self._snapshot)
        return self._exporter

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Export this frame from now on."""
        self._snapshot = snapshot
        if self._exporter is not None:
            self._exporter.show_snapshot(snapshot)

    @Slot()
    def ask_weights(self) -> None:
        """Ask for a name and write the weights."""
        self._ask("weights")

    @Slot()
    def ask_data(self) -> None:
        """Ask for a name and write the data as a table."""
        self._ask("examples")

    def copy_settings(self) -> None:
        """Put the settings on the clipboard as text."""
        self.exporter.copy_settings()

    def _ask(self, name: str) -> None:
        from playground.main_window.export_table import EXPORTS

        self.exporter.ask(EXPORTS[name])

    @Slot()
    def _fill(self) -> None:
        from playground.main_window.export_table import fill_menu

        if self.menu.isEmpty():
            fill_menu(self.menu, self.exporter)

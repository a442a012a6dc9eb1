"""Showing a workspace to a room: nothing but it on the whole screen, as large as the last row can read."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QMainWindow, QToolBar, QWidget

from playground.main_window.appearance import Appearance
from playground.main_window.layout import CentralArea
from playground.main_window.side_dock import SideDock
from playground.views.kit.appearance import appearance, resized

CAPITALS = 24 / 1080
"""Of the screen's height: 16 minutes of arc at 8 m from a picture 3 m wide."""


class Presentation(QObject):
    """Puts everything away but what is being shown; the keys still step, and Esc or F11 brings all of it back."""

    def __init__(self, window: QMainWindow, area: CentralArea, look: Appearance) -> None:
        super().__init__(window)
        self._window, self._area, self._look = window, area, look
        self._away: list[QWidget] = []
        self._state = Qt.WindowState.WindowNoState
        self.is_on = False

    def toggle(self, on: bool) -> None:
        if on != self.is_on:
            self.is_on = on
            (self._begin if on else self._end)()

    def _begin(self) -> None:
        window = self._window
        self._state = window.windowState()
        around = (window.menuBar(), *window.findChildren(QToolBar), window.statusBar(), *self._area.around)
        self._away = [widget for widget in around if not widget.isHidden()]
        for widget in self._away:
            widget.hide()
        self._area.present(True)
        self._present_docks(True)
        self._look.show_at(zoom_to_read(window))
        window.showFullScreen()

    def _end(self) -> None:
        for widget in self._away:
            widget.show()
        self._area.present(False)
        self._look.show_at(None)
        self._present_docks(False)
        self._window.setWindowState(self._state)

    def _present_docks(self, on: bool) -> None:
        for dock in self._window.findChildren(SideDock):
            dock.present(on)


def zoom_to_read(window: QWidget) -> int:
    """Return the zoom in percent at which the last row of a room reads the program's capitals."""
    font, wanted = appearance().font, CAPITALS * window.screen().geometry().height()
    zoom = max(100, round(90 * wanted / QFontMetricsF(font).capHeight()))
    while QFontMetricsF(resized(font, zoom / 100)).capHeight() < wanted:  # a font's own sizes come in steps
        zoom += 1
    return zoom

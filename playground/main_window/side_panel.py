"""A panel beside all else: left, right or as a window of its own; its place is remembered, and it is never too wide."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from playground.views.kit.appearance import scaled

SHARE = 3
"""However large texts are, a panel needs no more than one part in so many of the window."""


class SidePanel(QDockWidget):
    """Holds a view.

    Parameters
    ----------
    name
        Under which its place is remembered.
    width
        What it needs, in pixels at 100 %.
    may_close
        Asked before a person closes it.
    """

    def __init__(
        self,
        window: QMainWindow,
        settings: QSettings,
        name: str,
        view: QWidget,
        width: int,
        may_close: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window, self._settings, self._may_close = window, settings, may_close
        self.setObjectName(name)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self.setWidget(view)
        self._needed = self._width_before = 0
        scaled(view, self._need, width)
        window.installEventFilter(self)
        self._restore()

    def remember(self) -> None:
        """Remember on which side it stands and how wide, or where as a window of its own."""
        name = f"dock/{self.objectName()}"
        left = self._window.dockWidgetArea(self) == Qt.DockWidgetArea.LeftDockWidgetArea
        self._settings.setValue(f"{name}/left", left)
        self._settings.setValue(f"{name}/floating", self.isFloating())
        self._settings.setValue(f"{name}/place", self.geometry())

    def present(self, on: bool) -> None:
        """Show nothing but the view, or its title again and the width that it had."""
        if on:
            self._width_before = self.width()
            self.setTitleBarWidget(QWidget())
        else:
            self.setTitleBarWidget(None)  # type: ignore[arg-type]
            self._resize(self._width_before)

    def _resize(self, width: int) -> None:
        self._window.resizeDocks([self], [width], Qt.Orientation.Horizontal)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the window's width."""
        if event.type() == QEvent.Type.Resize:
            self._make_room()
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def _need(self, _view: QWidget, width: int) -> None:
        self._needed = width
        self._make_room()

    def _make_room(self) -> None:
        view = self.widget()
        if view is not None:
            view.setMinimumWidth(min(self._needed, self._window.width() // SHARE))

    def _restore(self) -> None:
        """Go where it was, or to the right; behind another that stands there, as a tab."""
        name, areas, window = f"dock/{self.objectName()}", Qt.DockWidgetArea, self._window
        left, floating = (
            str(self._settings.value(f"{name}/{key}", "false")).lower() == "true" for key in ("left", "floating")
        )
        side = areas.LeftDockWidgetArea if left else areas.RightDockWidgetArea
        others = [other for other in window.findChildren(SidePanel) if other is not self and not other.isFloating()]
        window.addDockWidget(side, self)
        for other in others:
            if window.dockWidgetArea(other) == side:
                window.tabifyDockWidget(other, self)
        place = self._settings.value(f"{name}/place")
        if not isinstance(place, QRect):
            return
        self.setFloating(floating)
        if not floating:
            self._resize(place.width())
        elif any(screen.availableGeometry().intersects(place) for screen in QGuiApplication.screens()):
            self.setGeometry(place)

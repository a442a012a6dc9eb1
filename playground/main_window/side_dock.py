"""A panel that stands at a side of the window, or apart from it as a window of its own; where, is remembered."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QSizePolicy, QWidget

from playground.views.kit.appearance import scaled
from playground.views.kit.building import icon_button, in_row

SHARE = 3
"""However large texts are, a panel needs no more than one part in so many of the window."""


class SideDock(QDockWidget):
    """Holds a panel.

    Its title bar is our own: Qt's keeps the size of the texts that the application began with, and tiny buttons.

    Parameters
    ----------
    name
        Under which its place is remembered.
    width
        What the panel needs, in pixels at 100 %.
    may_close
        Asked when a person closes it.
    """

    def __init__(
        self,
        name: str,
        panel: QWidget,
        width: int,
        window: QMainWindow,
        settings: QSettings,
        may_close: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._panel, self._window, self._settings, self._may_close = panel, window, settings, may_close
        self._needed = self._width_before = 0
        self._is_placed = False
        self.setObjectName(name)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self.setWidget(panel)
        scaled(panel, self._need, width)
        window.installEventFilter(self)
        title = QLabel()
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.windowTitleChanged.connect(title.setText)
        apart = icon_button(self.tr("Apart"), self.tr("A window of its own, or back at the side"), "apart")
        apart.clicked.connect(lambda: self.setFloating(not self.isFloating()))
        close = icon_button(self.tr("Close"), self.tr("Put this panel away"), "close")
        close.clicked.connect(self.close)
        self._bar = QWidget()
        self._bar.setLayout(in_row((title, 1), apart, close, gap=2, edges=(12, 2, 4, 2)))
        self.setTitleBarWidget(self._bar)
        self._restore()

    def present(self, on: bool) -> None:
        """Show nothing but the panel; or its title again, and the width that it had."""
        if on:
            self._width_before = self.width()
            self.setTitleBarWidget(QWidget())
        else:
            self.setTitleBarWidget(self._bar)
            self._bar.show()
            self._resize(self._width_before)

    def remember(self) -> None:
        """Remember on which side it stands and how wide, or where as a window of its own."""
        left = self._window.dockWidgetArea(self) == Qt.DockWidgetArea.LeftDockWidgetArea
        for key, value in (("left", left), ("floating", self.isFloating()), ("place", self.geometry())):
            self._settings.setValue(self._key(key), value)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the window's width."""
        if event.type() == QEvent.Type.Resize:
            self._make_room()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Take no more than the panel needs when it is first shown, unless a person has given it another width."""
        super().showEvent(event)
        if not self._is_placed:
            self._is_placed = True
            self._resize(self._panel.minimumWidth())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def _key(self, name: str) -> str:
        return f"dock/{self.objectName()}/{name}"

    def _need(self, _panel: QWidget, width: int) -> None:
        self._needed = width
        self._make_room()

    def _make_room(self) -> None:
        self._panel.setMinimumWidth(min(self._needed, self._window.width() // SHARE))

    def _resize(self, width: int) -> None:
        self._window.resizeDocks([self], [width], Qt.Orientation.Horizontal)

    def _restore(self) -> None:
        """Go where it was, or to the right; behind another that stands there, as a tab."""
        window, areas = self._window, Qt.DockWidgetArea
        left, floating = (
            str(self._settings.value(self._key(key), "false")).lower() == "true" for key in ("left", "floating")
        )
        side = areas.LeftDockWidgetArea if left else areas.RightDockWidgetArea
        others = [other for other in window.findChildren(SideDock) if other is not self and not other.isFloating()]
        window.addDockWidget(side, self)
        for other in others:
            if window.dockWidgetArea(other) == side:
                window.tabifyDockWidget(other, self)
        place = self._settings.value(self._key("place"))
        if not isinstance(place, QRect):
            return
        self._is_placed = True
        self.setFloating(floating)
        if not floating:
            self._resize(place.width())
        elif any(screen.availableGeometry().intersects(place) for screen in QGuiApplication.screens()):
            self.setGeometry(place)

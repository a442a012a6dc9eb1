"""What stands at a side of the window: a column that folds to a rail, and panels that may stand apart from it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QSizePolicy, QToolButton, QWidget

from playground.views.kit.appearance import pixels, scaled
from playground.views.kit.building import icon_button, in_row

SHARE = 3
"""However large texts are, a panel needs no more than one part in so many of the window."""
RAIL_WIDTH = 24


class Side(QWidget):
    """A column with a rail at its outer edge; the rail is there where the window is too narrow, or the column folded.

    Parameters
    ----------
    edge
        ``Qt.ArrowType.LeftArrow`` at the left of the window, ``RightArrow`` at its right.
    width
        What the content is given when it is unfolded, in pixels at 100 %.

    Signals
    -------
    fold_changed()
        It takes another width now.
    """

    fold_changed = Signal()

    def __init__(self, content: QWidget, edge: Qt.ArrowType, name: str, width: int) -> None:
        super().__init__()
        self._content, self._edge, self._name, self._width = content, edge, name, width
        self._narrow = self._put_away = False
        self._rail = QToolButton()
        self._rail.setFixedWidth(RAIL_WIDTH)
        self._rail.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._rail.setAutoRaise(True)
        self._rail.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rail.hide()
        self._rail.clicked.connect(self._toggle)
        at_left = edge is Qt.ArrowType.LeftArrow
        self.setLayout(in_row(*((self._rail, content) if at_left else (content, self._rail)), gap=0))
        self._show_state()

    @property
    def is_folded(self) -> bool:
        return self._content.isHidden()

    @property
    def wanted_width(self) -> int:
        return self._rail_width + (0 if self.is_folded else pixels(self._width))

    @property
    def is_put_away(self) -> bool:
        """Whether a person folded it in a window that has room for it."""
        return self._put_away

    def make_room(self, narrow: bool) -> None:
        """Fold where the window has become too narrow, unfold where it is wide enough; in between a person decides."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._fold(narrow or self._put_away)

    def put_away(self, away: bool) -> None:
        """Fold it until it is wished for, or unfold it."""
        self._put_away = away
        self._fold(away)

    def unfold(self) -> None:
        if self.is_folded:
            self.put_away(False)

    def fold_again(self) -> None:
        """Fold as the width of the window and the person had it."""
        self._fold(self._narrow or self._put_away)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the rail's arrow in the colours of the theme, and the width at the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._rail.update()
        elif event.type() == QEvent.Type.FontChange:
            self._show_state()

    @Slot()
    def _toggle(self) -> None:
        folded = not self.is_folded
        self._put_away = folded and not self._narrow
        self._fold(folded)

    @property
    def _rail_width(self) -> int:
        return RAIL_WIDTH if self._narrow or self.is_folded else 0

    def _fold(self, folded: bool) -> None:
        before = self.wanted_width
        self._content.setHidden(folded)
        self._rail.setVisible(self._narrow or folded)
        self._show_state()
        if self.wanted_width != before:
            self.fold_changed.emit()

    def _show_state(self) -> None:
        outwards, inwards = self._edge, _OPPOSITE[self._edge]
        self._rail.setArrowType(inwards if self.is_folded else outwards)
        text = self.tr("Show {name}") if self.is_folded else self.tr("Fold {name} away")
        self._rail.setToolTip(text.format(name=self._name))
        self._rail.setAccessibleName(self._rail.toolTip())
        self.setMinimumWidth(self.wanted_width)
        most = RAIL_WIDTH if self.is_folded else self._rail_width + self._content.maximumWidth()
        self.setMaximumWidth(min(most, (1 << 24) - 1))


_OPPOSITE = {Qt.ArrowType.LeftArrow: Qt.ArrowType.RightArrow, Qt.ArrowType.RightArrow: Qt.ArrowType.LeftArrow}


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
        before, needed = self._panel.minimumWidth(), min(self._needed, self._window.width() // SHARE)
        self._panel.setMinimumWidth(needed)
        if needed < before == self._panel.width():  # nobody has drawn it wider: it gives back what it took
            self._resize(needed)

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

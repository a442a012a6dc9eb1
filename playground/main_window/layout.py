"""Where the panels stand: settings left, the network and its numbers in the middle, what comes out right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from playground.main_window.pages import Page, Pages
from playground.main_window.panels import Panels
from playground.main_window.workspaces import lower_right, splitter, workspaces

LEFT_WIDTH = 252
RIGHT_SHARE = 0.36
"""Of what the left column leaves."""


class CentralArea(QWidget):
    """All panels but the status bar, divided by splitters.

    Parameters
    ----------
    stack
        The list of what can be taken back.
    """

    def __init__(self, panels: Panels, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspaces = Pages(workspaces(panels))
        self.lower_right = Pages(lower_right(panels, stack))
        self._right = splitter(
            Qt.Orientation.Vertical, "right", (_column(panels.axes, panels.output), 3), (self.lower_right, 2)
        )
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setObjectName("columns")
        self._columns.setChildrenCollapsible(False)
        for widget in (_scrolled(panels.data, panels.settings), self.workspaces, self._right):
            self._columns.addWidget(widget)
        self._columns.setStretchFactor(0, 0)
        self._columns.setStretchFactor(1, 3)
        self._columns.setStretchFactor(2, 2)
        # The focus begins here, where no key means anything but the window's own shortcuts.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(panels.banner)
        layout.addWidget(self._columns, 1)
        layout.addWidget(panels.timeline)
        self.splitters = tuple(self.findChildren(QSplitter))
        self.workspaces.opened.connect(self._give_room)

    def _give_room(self, page: Page) -> None:
        """Let a wide workspace have the right column too."""
        self._right.setVisible(not page.wide)

    def set_initial_sizes(self, width: int) -> None:
        """Divide a window of a given width as it is on first start."""
        rest = max(width - LEFT_WIDTH, 1)
        right = int(rest * RIGHT_SHARE)
        self._columns.setSizes([LEFT_WIDTH, rest - right, right])


def _column(*widgets: QWidget) -> QWidget:
    """Return widgets one above the other, the last one with the room that is left."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.setStretchFactor(widgets[-1], 1)
    return column


def _scrolled(*panels: QWidget) -> QScrollArea:
    column = QWidget()
    column.setObjectName("left_column")
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for panel in panels:
        layout.addWidget(panel)
    layout.addStretch(1)
    area = QScrollArea()
    area.setWidget(column)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumWidth(LEFT_WIDTH)
    area.setMaximumWidth(380)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area

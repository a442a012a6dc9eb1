"""Where the panels stand: settings left, the network and its numbers in the middle, what comes out right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from playground.main_window.pages import Pages
from playground.main_window.panels import Panels, splitter
from playground.main_window.sides import RAIL_WIDTH, Side
from playground.main_window.workspaces import LOWER_RIGHT, WORKSPACES, Page
from playground.views.images.output import OutputColumn

LEFT_WIDTH = 252
MIDDLE_WIDTH = 450
RIGHT_WIDTH = 305
"""What the columns need to show what they have; in a narrower window the sides fold, the left one first."""
RIGHT_SHARE = 0.36
"""Of what the left column leaves."""


class CentralArea(QWidget):
    """All panels but the status bar, divided by splitters."""

    def __init__(self, panels: Panels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._divided = False
        self.workspaces = Pages(WORKSPACES, panels)
        self.lower_right = Pages(LOWER_RIGHT, panels)
        self._output = OutputColumn(panels.images, panels.axes, panels.output)
        right = splitter(Qt.Orientation.Vertical, "right", (self._output, 3), (self.lower_right, 2))
        left = _scrolled(panels.data, panels.settings)
        arrows = Qt.ArrowType
        self._left = Side(left, arrows.LeftArrow, self.tr("data and settings"), LEFT_WIDTH)
        self._right = Side(right, arrows.RightArrow, self.tr("output and curves"), RIGHT_WIDTH)
        for side in (self._left, self._right):
            side.fold_changed.connect(self._share_width)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setObjectName("columns")
        self._columns.setChildrenCollapsible(False)
        for widget in (self._left, self.workspaces, self._right):
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
        self._columns.splitterMoved.connect(self.keep_division)
        self.splitters = tuple(self.findChildren(QSplitter))
        self.workspaces.opened.connect(self._give_room)

    @property
    def pages_in_front(self) -> tuple[str, str]:
        """The names of the workspace in front and of what is at the lower right."""
        return self.workspaces.name, self.lower_right.name

    def show_pages(self, names: tuple[str, str]) -> None:
        """Bring a workspace to the front, and something to the lower right."""
        for pages, name in zip((self.workspaces, self.lower_right), names, strict=True):
            pages.open(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the sides where there is no room for them: in every workspace alike, so that none of them jumps."""
        super().resizeEvent(event)
        self._left.make_room(self.width() < LEFT_WIDTH + MIDDLE_WIDTH + RIGHT_WIDTH)
        self._right.make_room(self.width() < RAIL_WIDTH + MIDDLE_WIDTH + RIGHT_WIDTH)
        if not self._divided:
            self._share_width()

    def keep_division(self) -> None:
        """Leave the columns as they are: somebody has divided them."""
        self._divided = True

    def _share_width(self) -> None:
        """Divide the width as it is on first start, or when a side was folded or unfolded."""
        left, right = self._left.wanted_width, self._right.wanted_width
        rest = self.width() - left
        if not self._right.is_folded:
            right = max(min(round(rest * RIGHT_SHARE), rest - MIDDLE_WIDTH), right)
        self._columns.setSizes([left, max(rest - right, 1), right])

    def show_right(self) -> None:
        """Bring the map of the output into sight: in a workspace that leaves room for it, and unfolded."""
        if not self._right.isVisible():
            self.workspaces.open(next(iter(self.workspaces.names)))
        self._right.unfold()
        self._output.show_map()

    def _give_room(self, page: Page) -> None:
        """Let a wide workspace have the right column too."""
        self._right.setVisible(not page.wide)


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

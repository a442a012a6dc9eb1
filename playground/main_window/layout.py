"""Where the panels stand: settings left, the network and its numbers in the middle, what comes out right."""

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from playground.main_window.pages import Pages, under_tabs
from playground.main_window.panels import Panels, splitter
from playground.main_window.side_dock import RAIL_WIDTH, Side
from playground.main_window.workspaces import LOWER_RIGHT, WORKSPACES, Page
from playground.views.images.output import OutputColumn
from playground.views.kit.appearance import pixels, scaled, zoom
from playground.views.kit.building import in_column, scrolling
from playground.views.kit.fitting import USUAL_HANDLE, divided

BANNER_MARGIN = 8
LEFT_WIDTH = 252
MIDDLE_WIDTH = 450
RIGHT_WIDTH, LEAST_RIGHT = 305, 240
"""What the columns need, in pixels at 100 %; in a narrower window the sides fold, the left one first."""
OUTPUT_HEIGHT, LOWER_HEIGHT = 240, 143
"""At 1600×1000 and 175 % both are in sight."""
RIGHT_SHARE = 0.36
"""Of what the left column leaves."""


class CentralArea(QWidget):
    """All panels but the status bar, divided by splitters."""

    def __init__(self, panels: Panels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Workspace"))  # it has the focus while the keys are for the window
        self.setAccessibleDescription(self.tr("Space runs and pauses, the right arrow makes one update."))
        self._divided, self._zoom = False, zoom()
        self._right_width = 0
        self._before: tuple[int, tuple[bool, bool]] | None = None
        self.workspaces = Pages(WORKSPACES, panels)
        self.lower_right = Pages(LOWER_RIGHT, panels)
        self._output = OutputColumn(panels.images, panels.axes, panels.output)
        scaled(self._output, QWidget.setMinimumHeight, OUTPUT_HEIGHT)  # however much it would like
        below = under_tabs(self.lower_right)
        scaled(below, QWidget.setMinimumHeight, LOWER_HEIGHT)
        right = splitter(Qt.Orientation.Vertical, "right", (self._output, 3), (below, 2))
        self._scrolled = _scrolled(panels.description, panels.data, panels.settings)
        arrows = Qt.ArrowType
        self._left = Side(self._scrolled, arrows.LeftArrow, self.tr("data and settings"), LEFT_WIDTH)
        self._outputs = scrolling(right)  # in a low window at a large zoom both do not fit
        scaled(self._outputs, QWidget.setMinimumWidth, LEAST_RIGHT)
        self._right = Side(self._outputs, arrows.RightArrow, self.tr("output and curves"), RIGHT_WIDTH)
        for side in (self._left, self._right):
            side.fold_changed.connect(self._share_width)
        columns = (self._left, 0), (self.workspaces, 3), (self._right, 2)
        self._columns = divided(Qt.Orientation.Horizontal, *columns, name="columns", handle=USUAL_HANDLE)
        # The focus begins here, where no key means anything but the window's own shortcuts.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        # The tabs stand over all columns: in the middle one they would not find room.
        self.setLayout(in_column(self.workspaces.tabs, (self._columns, 1), panels.timeline, gap=0))
        self._columns.splitterMoved.connect(self.keep_division)
        self.around: tuple[QWidget, ...] = (panels.timeline, self.workspaces.tabs)
        self.splitters = tuple(each for each in self.findChildren(QSplitter) if each is not self._columns)
        self._panels, self._presenting = panels, False
        self._lent = False
        panels.banner.setParent(self)
        panels.banner.installEventFilter(self)
        panels.cost.installEventFilter(self)
        self.workspaces.opened.connect(self._give_room)

    def lead_with(self, line: QWidget) -> None:
        """Let a line stand over everything, as long as it is shown; a presentation shows none."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self.workspaces.tabs), line)
        self.around = (*self.around, line)

    @property
    def pages_in_front(self) -> tuple[str, str]:
        return self.workspaces.name, self.lower_right.name

    def show_pages(self, names: tuple[str, str]) -> None:
        for pages, name in zip((self.workspaces, self.lower_right), names, strict=True):
            pages.open(name)

    @property
    def division(self) -> QByteArray | None:
        """How somebody has divided the columns; None as long as nobody has, and they share the width."""
        return self._columns.saveState() if self._divided else None

    @division.setter
    def division(self, state: QByteArray | None) -> None:
        if state is not None and self._columns.restoreState(state):
            self.keep_division()

    @property
    def sides_away(self) -> bool:
        return self._left.is_put_away or self._right.is_put_away

    @sides_away.setter
    def sides_away(self, away: bool) -> None:
        for side in (self._left, self._right):
            side.put_away(away)

    @property
    def _folds(self) -> tuple[bool, bool]:
        return self._left.is_folded, self._right.is_folded

    def toggle_sides(self) -> None:
        if self._presenting:
            self._present(not self._left.isHidden())
        else:
            sides = [side for side in (self._left, self._right) if side.isVisible()]
            self.sides_away = any(not side.is_folded for side in sides)

    def present(self, on: bool) -> None:
        """Show a workspace without its sides, rails included; or with them again."""
        self._presenting = on
        self._present(on)
        self._panels.timeline.setVisible(not on and not self.workspaces.page_in_front.alone)

    def _present(self, alone: bool) -> None:
        self._left.setVisible(not alone)
        self._right.setVisible(not alone and not self.workspaces.page_in_front.wide)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the banner in its place, and numbers that the curves show out of the status bar."""
        if watched is self._panels.banner and event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._place_banner()
        elif watched is self._panels.cost and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._panels.state.leave_scores_out(event.type() == QEvent.Type.Show)
        return False

    def _place_banner(self) -> None:
        """Lay the banner over the foot of the columns: nothing moves when it comes or goes."""
        banner, columns = self._panels.banner, self._columns.geometry()
        width = columns.width() - 2 * BANNER_MARGIN
        height = banner.heightForWidth(width)
        banner.setGeometry(columns.left() + BANNER_MARGIN, columns.bottom() + 1 - BANNER_MARGIN - height, width, height)
        banner.raise_()

    def changeEvent(self, event: QEvent) -> None:
        """Divide the width anew where texts are of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and not self._columns.isHidden():
            if self._divided and not self._presenting:
                factor, self._zoom = zoom() / self._zoom, zoom()
                left, _, right = self._columns.sizes()
                wanted, folds = (round(left * factor), round(right * factor)), self._folds
                # When what is in them may be narrower.
                QTimer.singleShot(0, self, lambda: self._resize_sides(*wanted, folds))
            self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the sides where there is no room for them: in every workspace alike, so that none of them jumps."""
        super().resizeEvent(event)
        self._make_room()
        self._place_banner()

    def _resize_sides(self, left: int, right: int, folds: tuple[bool, bool]) -> None:
        """Keep the sides as wide, in letters, as somebody has made them, unless they have been folded since."""
        if folds == self._folds == (False, False):
            self._columns.setSizes([left, max(sum(self._columns.sizes()) - left - right, 1), right])

    def _make_room(self) -> None:
        middle, right = pixels(MIDDLE_WIDTH), pixels(RIGHT_WIDTH)
        narrow = self.width() < pixels(LEFT_WIDTH) + middle + right
        self._left.make_room(narrow or self.workspaces.page_in_front.alone)
        self._right.make_room(self.width() < RAIL_WIDTH + middle + right)
        if not self._divided:
            self._share_width()

    def keep_division(self) -> None:
        """Leave the columns as they are: somebody has divided them."""
        self._divided, self._zoom = True, zoom()

    def _share_width(self) -> None:
        """Divide the width as it is on first start, or when a side was folded or unfolded."""
        left, right = self._left.wanted_width, self._right.wanted_width
        rest = self.width() - left
        if not self._right.is_folded:
            right = max(min(round(rest * RIGHT_SHARE), rest - pixels(MIDDLE_WIDTH)), right)
        self._columns.setSizes([left, max(rest - right, 1), right])

    def show_field(self, path: str) -> None:
        """Put the focus on the control of a field, wherever it stands."""
        for panel in self._panels.forms:
            if path in panel.paths:
                self._left.show()
                self._left.unfold()
                control = panel.focus_field(path)
                self._scrolled.ensureWidgetVisible(control)
                return
        self.workspaces.open("train")
        self._panels.network.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def lend_field(self, path: str) -> None:
        """Show the control of a field until `fold_again`."""
        self._lent = self._lent or self._left.is_folded
        self.show_field(path)

    def lend_right(self) -> None:
        """Show the map of the output until `fold_again`."""
        self._lent = self._lent or self._right.is_folded
        self.show_right()

    def fold_again(self) -> None:
        """Fold what was lent where there is no room for it."""
        if self._lent:
            self._lent = False
            for side in (self._left, self._right):
                side.fold_again()

    def show_lower_right(self, name: str) -> None:
        self.show_right()
        self.lower_right.open(name)
        QTimer.singleShot(0, self, lambda: self._outputs.ensureWidgetVisible(self.lower_right))  # when it has its place

    def show_right(self) -> None:
        """Bring the map of the output into sight: in a workspace that leaves room for it, and unfolded."""
        self._left.show()  # a presentation has hidden it
        if self.workspaces.page_in_front.wide:
            self.workspaces.open(next(iter(self.workspaces.names)))
        self._right.show()
        self._right.unfold()
        self._outputs.verticalScrollBar().setValue(0)
        self._output.show_map()

    def _give_room(self, page: Page) -> None:
        """Let a wide workspace have the right column too; fold the left one where it says nothing about a workspace."""
        if self._right.isVisible():
            self._right_width = self._right.width()
        before = self._before
        if page.alone and before is None:
            self._before = self._left.width(), self._folds
        elif not page.alone:
            self._before = None
        self._right.setVisible(not page.wide and not self._left.isHidden())
        if page.alone != (before is not None):
            self._make_room()
        if not page.alone and before is not None and before[1] != self._folds:
            self._share_width()
        elif not page.alone:
            self._keep_widths(self._left.width() if before is None else before[0])
        self._panels.timeline.setVisible(not page.alone and not self._presenting)

    def _keep_widths(self, left: int) -> None:
        """Give both sides the widths that they had, whatever the workspace before made of them."""
        shown = not self._right.isHidden()
        if self._right_width and not self._left.isHidden():
            right = self._right_width * shown
            rest = self._columns.width() - left - right - self._columns.handleWidth() * (1 + shown)
            self._columns.setSizes([left, max(rest, 1), right])


def _scrolled(*panels: QWidget) -> QScrollArea:
    column = QWidget()
    column.setObjectName("left_column")
    column.setLayout(in_column(*panels, None, gap=0))
    area = scrolling(column)
    scaled(area, QWidget.setMinimumWidth, LEFT_WIDTH)
    scaled(area, QWidget.setMaximumWidth, 380)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    return area

"""The table of examples: sorted by any column, walked by keys, each training example a way into Backprop."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from playground.views.kit.canvas import painting
from playground.views.results.cells import CellPainter
from playground.views.results.model import ExampleModel
from playground.views.results.rows import Filter, Key, Rows
from playground.views.theme import LIGHT, Theme

NARROWEST, WIDEST, WIDEST_SHARE = 100, 150, 0.29
"""Pixels of a column of names at first, and its share of the table; a person can make it wider."""
_SHEET = """
QTableView {{ background: {surface}; border: 1px solid {border}; border-radius: 4px; outline: 0;
    selection-background-color: transparent; }}
QTableView:focus {{ border: 1px solid {accent}; }}
QHeaderView {{ background: {raised}; border: 0; }}
QHeaderView::section {{ background: {raised}; color: {muted}; border: 0; border-bottom: 1px solid {border};
    padding: 3px 8px; }}
QTableView::corner {{ background: transparent; border: 0; }}
QHeaderView::section:hover {{ color: {text}; }}
"""


class ExampleTable(QTableView):
    """Shows an `ExampleModel`.

    Signals
    -------
    example_opened(index)
        A person wants to walk through a training example.
    test_opened
        A person wanted to walk through a test example.
    """

    example_opened = Signal(int)
    test_opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.examples = ExampleModel(self)
        self._cells = CellPainter(self.examples, self.font())
        self._theme = LIGHT
        self._pressed: Key | None = None
        self.setModel(self.examples)
        self._nothing = self.tr("No example passes the filters above.")
        self.setAccessibleName(self.tr("Examples"))
        self.setAccessibleDescription(
            self.tr("One row for each example: Enter walks through a training example in Backprop.")
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(36)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.examples.modelReset.connect(self._fit_columns)
        self.examples.layoutChanged.connect(self._tell_cells)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.set_theme(LIGHT)

    # What is shown.

    @property
    def chosen(self) -> Key | None:
        """The example chosen, if one is."""
        index = self.currentIndex()
        return self.examples.key(index.row()) if index.isValid() else None

    def set_rows(self, rows: Rows) -> None:
        """Show other numbers; what is chosen stays chosen, what is looked at stays in sight."""
        before, chosen = self.examples.rows, self.chosen
        place = self.verticalScrollBar().value()
        self.examples.set_rows(rows)
        if before is not None and not rows.same_examples(before) and before.same_data(rows):
            self._hold(chosen, None)
            self.verticalScrollBar().setValue(place)

    def arrange(self) -> None:
        """Sort and filter by the numbers as they are now, and keep the example chosen where it is on the screen."""
        chosen, top = self.chosen, self._top_of_current()
        if self.examples.arrange():
            self._hold(chosen, top)

    def set_filter(self, chosen: Filter) -> None:
        """List other examples."""
        example, top = self.chosen, self._top_of_current()
        self.examples.set_filter(chosen)
        self._hold(example, top)

    def choose(self, key: Key | None) -> None:
        """Choose an example and bring it into sight; none, if it is not in the table."""
        row = self.examples.row_of(key)
        index = QModelIndex() if row is None else self.examples.index(row, 0)
        self.setCurrentIndex(index)
        if row is None:
            self.clearSelection()
        else:
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self._cells.set_look(theme, self.font())
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(self.font()).height() + 8)
        self.setStyleSheet(
            _SHEET.format(
                surface=theme.surface,
                border=theme.border,
                accent=theme.accent,
                raised=theme.raised,
                muted=theme.muted,
                text=theme.text,
            )
        )
        self.viewport().update()

    # What a person does.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen example with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.chosen)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what is under the mouse: rows may move before it is let go."""
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self._key_at(event.position().toPoint()) if left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the example that was clicked."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._key_at(event.position().toPoint()):
            self._open(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what can be opened."""
        super().mouseMoveEvent(event)
        key = self._key_at(event.position().toPoint())
        self._hover(self.indexAt(event.position().toPoint()).row())
        opens = key is not None and not key[0]
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none."""
        super().leaveEvent(event)
        self._hover(-1)

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        _roles: Sequence[int] = (),
    ) -> None:
        """Draw the columns that changed again, and nothing else."""
        left = self.columnViewportPosition(first.column())
        right = self.columnViewportPosition(last.column()) + self.columnWidth(last.column())
        self.viewport().update(left, 0, right - left, self.viewport().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight, or a sentence where there is none."""
        with painting(self.viewport()) as painter:
            area, header, height = event.rect(), self.horizontalHeader(), self.verticalHeader().defaultSectionSize()
            count, width = self.examples.rowCount(), min(header.length() - header.offset(), self.viewport().width())
            above = self.verticalOffset()
            first = (area.top() + above) // height
            last = min((area.bottom() + above) // height, count - 1)
            top = first * height - above
            if first <= last:
                self._cells.paint_rows(painter, first, last, top, height, width)
                start, stop = header.visualIndexAt(area.left()), header.visualIndexAt(area.right())
                for column in range(max(start, 0), (stop if stop >= 0 else header.count() - 1) + 1):
                    left, across = header.sectionViewportPosition(column), header.sectionSize(column)
                    painter.setClipRect(left, 0, across, self.viewport().height())
                    self._cells.paint_column(painter, column, first, last, QRect(left, top, across, height))
            elif self.examples.rows is not None and not count:
                painter.setPen(QColor(self._theme.muted))
                flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
                painter.drawText(self.viewport().rect().adjusted(16, 16, -16, -16), flags, self._nothing)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tint the row that is chosen now."""
        super().currentChanged(current, previous)
        self._tell_cells()

    # Inside.

    def _open(self, key: Key | None) -> None:
        if key is None:
            return
        if key[0]:
            self.test_opened.emit()
        else:
            self.example_opened.emit(key[1])

    def _hover(self, row: int) -> None:
        """Tint the row under the mouse."""
        before, self._cells.hovered = self._cells.hovered, row
        for each in {before, row} - {-1} if before != row else ():
            top = self.rowViewportPosition(each)
            self.viewport().update(0, top, self.viewport().width(), self.rowHeight(each))

    def _key_at(self, place: QPoint) -> Key | None:
        index = self.indexAt(place)
        return self.examples.key(index.row()) if index.isValid() else None

    def _top_of_current(self) -> int | None:
        """Return where the chosen row is on the screen, None if it is out of sight."""
        index = self.currentIndex()
        top = self.rowViewportPosition(index.row()) if index.isValid() else -1
        return top if 0 <= top < self.viewport().height() else None

    def _hold(self, chosen: Key | None, top: int | None) -> None:
        """Choose an example again without scrolling, or scroll so that it is where it was."""
        row = self.examples.row_of(chosen)
        scrolls = self.hasAutoScroll()
        self.setAutoScroll(False)
        if self.chosen != chosen or row is None:
            self.setCurrentIndex(QModelIndex() if row is None else self.examples.index(row, 0))
            if row is None:
                self.clearSelection()
        self.setAutoScroll(scrolls)
        if row is not None and top is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(row) - top)
        self._tell_cells()

    def _tell_cells(self) -> None:
        chosen = self.currentIndex().row()
        if chosen != self._cells.chosen:
            self._cells.chosen = chosen
            self.viewport().update()

    def _fit_columns(self) -> None:
        """Give every column a width by what it can say; later widths are a person's."""
        columns, header = self.examples.columns, self.horizontalHeader()
        names = QFontMetrics(header.font())
        arrow = 22
        widest = min(max(round(WIDEST_SHARE * self.viewport().width()), NARROWEST), WIDEST)
        header.setDefaultSectionSize(self._cells.width_for(columns[-1]))
        for index, column in enumerate(columns):
            label = names.horizontalAdvance(column.label) + arrow
            width = min(max(self._cells.width_for(column), label), widest)
            if header.sectionSize(index) != width:
                header.resizeSection(index, width)
        with QSignalBlocker(header):
            header.setSortIndicator(*self.examples.sorting)
        self._tell_cells()

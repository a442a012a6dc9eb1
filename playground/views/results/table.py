"""The table of examples: sorted by any column, walked by keys, copied, each training example a way into Backprop."""

from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from playground.messages import numbers
from playground.training.queries.results import Filter, Key, Rows
from playground.training.results import ProblemInfo
from playground.views.kit.appearance import pixels, restyled
from playground.views.kit.building import of_whole_rows
from playground.views.kit.copying import put_picture, put_text
from playground.views.kit.painting import painting
from playground.views.results.columns import Column
from playground.views.results.delegate import GAP, SWATCH, THUMBNAIL, WRONG, ExampleDelegate
from playground.views.results.model import ExampleModel

WIDEST = 220
"""Pixels of a column at first; a person can make it wider."""
LOOKED_AT = 30
"""Rows whose texts tell how wide a column must be, beside those of its smallest and its largest value."""
LISTED = 24
"""So many inputs can be chosen one by one; more of them all together."""


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
        self._delegate = ExampleDelegate(self.examples, self)
        self._problem_info: ProblemInfo | None = None
        self._pressed: Key | None = None
        self._widened = False
        self.setModel(self.examples)
        self.setItemDelegate(self._delegate)
        self._nothing = self.tr("No example passes the filters above.")
        self.setAccessibleName(self.tr("Examples"))
        self.setAccessibleDescription(
            self.tr("One row for each example: Enter walks through a training example in Backprop.")
        )
        of_whole_rows(self).setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(36)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._header_menu)
        header.sectionHandleDoubleClicked.connect(self.resizeColumnToContents)
        self.examples.modelReset.connect(self._fit_columns)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._restyle()

    # What is shown.

    @property
    def chosen(self) -> Key | None:
        index = self.currentIndex()
        return self.examples.key(index.row()) if index.isValid() else None

    def set_rows(self, problem_info: ProblemInfo, rows: Rows) -> None:
        """Show other numbers; what is chosen stays chosen, what is looked at stays in sight."""
        before, chosen, self._problem_info = self._problem_info, self.chosen, problem_info
        place = self.verticalScrollBar().value()
        if problem_info is not before:
            self._delegate.show_problem_info(problem_info)
        self.examples.set_rows(problem_info, rows)
        if before is not None and chosen != self.chosen and before.has_same_examples(problem_info):
            self._hold(chosen, None)
            self.verticalScrollBar().setValue(place)

    def arrange(self) -> None:
        """Sort and filter by the numbers as they are now, and keep the example chosen where it is on the screen."""
        chosen, top = self.chosen, self._top_of_current()
        if self.examples.arrange():
            self._hold(chosen, top)

    def set_filter(self, chosen: Filter) -> None:
        example, top = self.chosen, self._top_of_current()
        self.examples.set_filter(chosen)
        self._hold(example, top)

    def choose(self, key: Key | None) -> None:
        """Choose an example and bring it into sight; none, if it is not in the table."""
        row = self.examples.row_of(key)
        self.setCurrentIndex(QModelIndex() if row is None else self.examples.index(row, 0))
        if row is None:
            self.clearSelection()
        else:
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._restyle()

    def offer_columns(self, menu: QMenu) -> None:
        """Fill a menu with the columns, each shown or not; very many inputs are one entry."""
        menu.clear()
        columns = self.examples.columns
        inputs = [index for index, column in enumerate(columns) if column.is_input]
        singly = [index for index in range(len(columns)) if len(inputs) <= LISTED or index not in inputs]
        entries = [(self._heading(index), [index]) for index in singly]
        if len(inputs) > LISTED:
            entries.append((self.tr("All {count} inputs").format(count=len(inputs)), inputs))
        for label, indices in entries:
            action = menu.addAction(label.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(indices[0]))
            action.toggled.connect(partial(self._show_columns, indices))

    # Copying.

    def selected_text(self) -> str:
        """Return the rows that are selected, under the headings, with tabs between the columns that are shown."""
        columns = [index for index in range(len(self.examples.columns)) if not self.isColumnHidden(index)]
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [[self._heading(column) for column in columns]]
        lines += [[self.examples.text(row, column) for column in columns] for row in rows]
        return "\n".join("\t".join(_plain(text) for text in line) for line in lines) + "\n"

    def as_text(self) -> str:
        """Return what `Ctrl+C` copies: the rows that are selected, for a spreadsheet."""
        return self.selected_text() if self.selectionModel().hasSelection() else ""

    def copy(self) -> None:
        if text := self.as_text():
            put_text(text)

    # What a person does.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen example with Enter, copy the selected ones."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.chosen)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.chosen
        if chosen is not None and not chosen[0]:
            menu.addAction(self.tr("Walk through it in Backprop"), lambda: self._open(chosen))
        copy = menu.addAction(self.tr("Copy rows"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy)
        copy.setEnabled(self.selectionModel().hasSelection())
        menu.addAction(QCoreApplication.translate("Canvas", "Copy as picture"), lambda: put_picture(self))
        menu.addAction(self.tr("Select all"), QKeySequence(QKeySequence.StandardKey.SelectAll), self.selectAll)
        self.offer_columns(menu.addMenu(self.tr("Columns")))
        menu.popup(event.globalPos())

    def _header_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.offer_columns(menu)
        menu.popup(self.horizontalHeader().viewport().mapToGlobal(place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what is under the mouse: rows may move before it is let go."""
        super().mousePressEvent(event)
        # Together with a key of the keyboard, rows are selected to be copied.
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = self._key_at(event.position().toPoint()) if plain else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._key_at(event.position().toPoint()):
            self._open(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        key = self._key_at(event.position().toPoint())
        opens = key is not None and not key[0]
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_widths()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight, or a sentence where there is none."""
        super().paintEvent(event)
        if self.examples.rows is not None and not self.examples.rowCount():
            with painting(self.viewport()) as painter:
                painter.setPen(self.palette().placeholderText().color())
                flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
                painter.drawText(self.viewport().rect().adjusted(16, 16, -16, -16), flags, self._nothing)

    # Inside.

    def _restyle(self) -> None:
        self._delegate.restyle()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + pixels(8))
        self._fit_widths()
        self.viewport().update()

    def _heading(self, column: int) -> str:
        return str(self.examples.headerData(column, Qt.Orientation.Horizontal))

    def _open(self, key: Key | None) -> None:
        if key is None:
            return
        if key[0]:
            self.test_opened.emit()
        else:
            self.example_opened.emit(key[1])

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

    def _show_columns(self, indices: list[int], shown: bool) -> None:
        for index in indices:
            self.setColumnHidden(index, not shown)
        self._fit_widths()

    def _fit_columns(self) -> None:
        """Show the columns of other data: pixels are seen as images."""
        images = self._problem_info is not None and self._problem_info.image_shape is not None
        for index, column in enumerate(self.examples.columns):
            self.setColumnHidden(index, images and column.is_input)
        self._widened = False
        self._fit_widths()
        with QSignalBlocker(self.horizontalHeader()):
            self.horizontalHeader().setSortIndicator(*self.examples.sorting)

    def _fit_widths(self) -> None:
        """Give every column a width by what it can say, and its share of the room that is left."""
        columns = self.examples.columns
        shown = [index for index in range(len(columns)) if not self.isColumnHidden(index)]
        if self._widened or not shown or self.examples.rows is None or not self.examples.rows.number.size:
            return
        widths = [self._width_for(index, columns[index]) for index in shown]
        stretch = max(self.viewport().width() / sum(widths), 1.0)
        for index, width in zip(shown, widths, strict=True):
            self.setColumnWidth(index, int(width * stretch))

    def _width_for(self, index: int, column: Column) -> int:
        metrics, rows = self.fontMetrics(), self.examples.rows
        assert rows is not None
        values = column.values(rows)
        looked_at = {
            int(values.argmin()),
            int(values.argmax()),
            *np.linspace(0, values.size - 1, LOOKED_AT).astype(int),
        }
        texts = [column.text(rows, row) for row in looked_at]
        extra = 2 * SWATCH if column.kind in ("class", "verdict") else 0
        if column.kind == "verdict":
            texts = [WRONG + text for text in texts]
        if index == 0 and self._delegate.has_images:
            extra += THUMBNAIL + GAP
        widest = max(map(metrics.horizontalAdvance, texts)) + pixels(extra + 18)
        heading = self.horizontalHeader().fontMetrics().horizontalAdvance(self._heading(index)) + 28
        return min(max(widest, heading), pixels(WIDEST))


def _plain(text: str) -> str:
    """Return a text that stays in its cell."""
    return text.replace("\t", " ").replace("\n", " ").replace(numbers.MINUS, "-")

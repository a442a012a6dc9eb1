"""The inputs of data that have many: a list to tick, that can be searched; usable with several hundred columns."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from playground.views.controls.check_box import draw_box
from playground.views.kit.appearance import pixels, scaled
from playground.views.kit.building import in_column, in_row, named, search_field

SEARCHED_FROM = 13
"""So many inputs have a line to search them by name."""
_ROWS_SEEN = 7
_ROW_HEIGHT = 24

Index = QModelIndex | QPersistentModelIndex


class InputList(QWidget):
    """A list of all inputs, ticked where the network has them; `chosen` has their numbers from 1, ascending."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.title = QLabel()
        self.all, self.none = QPushButton(self.tr("All")), QPushButton(self.tr("None"))
        self.all.setToolTip(self.tr("Let the network see all inputs that are listed."))
        self.none.setToolTip(self.tr("Take away all inputs that are listed; the network keeps one feature at least."))
        self.search = search_field(self.tr("Search inputs"))
        self._model = QStandardItemModel(self)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self._model)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = named(QListView(), self.tr("Inputs"))
        self.list.setModel(self._found)
        self.list.setItemDelegate(_TickDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(in_column(in_row((self.title, 1), self.all, self.none), self.search, self.list))
        self.search.textChanged.connect(self._found.setFilterFixedString)
        self.all.clicked.connect(lambda: self._tick_found(Qt.CheckState.Checked))
        self.none.clicked.connect(lambda: self._tick_found(Qt.CheckState.Unchecked))

    @property
    def ticked(self) -> tuple[int, ...]:
        """The inputs ticked, counted from 1, ascending."""
        rows = range(self._model.rowCount())
        return tuple(row + 1 for row in rows if self._model.item(row).checkState() == Qt.CheckState.Checked)

    @property
    def shown(self) -> int:
        """How many inputs the search leaves."""
        return self._found.rowCount()

    def set_inputs(self, names: Sequence[str], ticked: Collection[int]) -> None:
        """Show these inputs, without a signal."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            self._rebuild()
        self._model.blockSignals(True)
        for row in range(self._model.rowCount()):
            state = Qt.CheckState.Checked if row + 1 in ticked else Qt.CheckState.Unchecked
            if self._model.item(row).checkState() != state:
                self._model.item(row).setCheckState(state)
        self._model.blockSignals(False)
        self._count(len(ticked))
        self.list.viewport().update()

    def _rebuild(self) -> None:
        self.search.clear()
        before, self._model = self._model, QStandardItemModel(self)
        for number, name in enumerate(self._names, start=1):
            plain = f"x{number}"
            item = QStandardItem(plain if name == plain else f"{name}  ({plain})")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setToolTip(self.tr("The input {name}, named {column}.").format(name=plain, column=name))
            self._model.appendRow(item)
        self._found.setSourceModel(self._model)
        self._model.itemChanged.connect(self._report)
        before.deleteLater()
        self.search.setVisible(len(self._names) >= SEARCHED_FROM)
        scaled(self.list, QWidget.setFixedHeight, min(len(self._names), _ROWS_SEEN) * _ROW_HEIGHT + 2)

    def _count(self, ticked: int) -> None:
        text = self.tr("{ticked} of {count} inputs")
        self.title.setText(text.format(ticked=ticked, count=self._model.rowCount()))

    def _tick_found(self, state: Qt.CheckState) -> None:
        self._model.blockSignals(True)
        for row in range(self._found.rowCount()):
            self._model.itemFromIndex(self._found.mapToSource(self._found.index(row, 0))).setCheckState(state)
        self._model.blockSignals(False)
        self.list.viewport().update()
        self._report()

    def _report(self) -> None:
        ticked = self.ticked
        self._count(len(ticked))
        self.chosen.emit(ticked)


class _TickDelegate(QStyledItemDelegate):
    """Draws the boxes as the program's own check boxes, seen in every theme."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        hint.setHeight(pixels(_ROW_HEIGHT))
        return hint

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        complete = QStyleOptionViewItem(option)
        self.initStyleOption(complete, index)
        style = complete.widget.style()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, complete, complete.widget)
        checked = complete.checkState == Qt.CheckState.Checked
        draw_box(painter, place, complete.palette, checked=checked)

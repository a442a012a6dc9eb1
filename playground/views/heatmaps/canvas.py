"""The painted part of the heatmaps: the cells, the one under the mouse, the one the keys move."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from playground.training.snapshot import Snapshot
from playground.views import numbers
from playground.views.heatmaps.choices import QUANTITIES, RANGES, Quantity, Range
from playground.views.heatmaps.frame import Frame
from playground.views.heatmaps.layout import Arrangement, Cell, arrange
from playground.views.heatmaps.mosaic import Mosaic, norms
from playground.views.heatmaps.painting import CellPainter
from playground.views.kit.canvas import painting
from playground.views.theme import LIGHT, Theme

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CONFIRM = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HeatmapCanvas(QWidget):
    """Every layer's ``[W | b]`` side by side, painted at once.

    Signals carry a layer from 1 to L and a row and column from 0, as they index the arrays; column `n_{l-1}` is the
    bias. The readout counts all three from 1, as the formulas do.
    """

    cell_clicked = Signal(int, int, int)
    cell_hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._theme = LIGHT
        self._quantity: Quantity = next(iter(QUANTITIES.values()))
        self._range: Range = next(iter(RANGES.values()))
        self._bound = 1.0
        self._hovered: Cell | None = None
        self._selected: Cell | None = None
        self._arrangement: Arrangement | None = None
        self._stale = True
        self._computed = False
        self._norms: list[float] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrow keys to the window
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(220, 110)
        self.setAccessibleName(self.tr("Heatmaps of every layer"))
        self._describe()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(520, 176)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another frame; colours are computed only when painted."""
        previous, self._snapshot = self._snapshot, snapshot
        self._stale = True
        if previous is None or previous.scene is not snapshot.scene:
            self._rearrange()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self._rearrange()

    def set_quantity(self, quantity: Quantity) -> None:
        """Show another quantity."""
        self._quantity = quantity
        self._refresh()

    def set_range(self, choice: Range, bound: float) -> None:
        """Reach the strongest colour elsewhere; `bound` is for the fixed range."""
        self._range, self._bound = choice, bound
        self._refresh()

    def select(self, cell: Cell | None) -> None:
        """Mark a cell for the readout, as the arrow keys do; one that the network does not have counts as none."""
        arrangement = self.arrangement
        self._selected = cell if cell is None or arrangement is None or arrangement.holds(cell) else None
        self._refresh()

    @property
    def arrangement(self) -> Arrangement | None:
        """Where the cells lie; None before the first snapshot."""
        if self._arrangement is None and self._snapshot is not None:
            self._prepare(self._snapshot)
        return self._arrangement

    @property
    def readout(self) -> str:
        """The line that names the cell under the mouse, else the selected one, and its exact value."""
        if self._snapshot is None or self.arrangement is None or self._current is None:
            return ""
        cell = self._current
        columns = self._snapshot.W[cell.layer - 1].shape[1] + 1
        name = self._quantity.subscript(cell.layer, cell.row, cell.column, columns, self._snapshot.experiment.training)
        arrays = self._quantity.of(self._snapshot)
        if arrays is None:
            return self.tr("{name}: not computed yet").format(name=name)
        weights, biases = arrays[0][cell.layer - 1], arrays[1][cell.layer - 1]
        value = biases[cell.row, 0] if cell.column == columns - 1 else weights[cell.row, cell.column]
        return f"{name} = {numbers.scientific(float(value))}"

    def event(self, event: QEvent) -> bool:
        """Take arrow keys before the window's shortcuts do, and explain the norms."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and event.key() in _ARROWS:
                event.accept()
                return True
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._explain(event)
            return True
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._rearrange()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the selected cell, confirm it like a click, or let go of it."""
        key = Qt.Key(event.key())
        if self.arrangement is None:
            super().keyPressEvent(event)
        elif key in _ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._hovered = None
            start = self._selected
            self.select(Cell(1, 0, 0) if start is None else self.arrangement.neighbour(start, *_ARROWS[key]))
            self._describe()
        elif key in _CONFIRM and self._selected is not None:
            self.cell_clicked.emit(*self._selected)
        elif key == Qt.Key.Key_Escape and self._selected is not None:
            self.select(None)
            self._describe()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        self._hover(self._cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the mouse."""
        self._hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the cell and tell of it."""
        cell = self._cell_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or cell is None:
            super().mousePressEvent(event)
            return
        self.select(cell)
        self._describe()
        self.cell_clicked.emit(*cell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._rearrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw one frame."""
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        if self._snapshot is None:
            painter.fillRect(self.rect(), QColor(self._theme.surface))
            return
        if self._arrangement is None or self._frame.still.devicePixelRatio() != self.devicePixelRatioF():
            self._prepare(self._snapshot)
        self._compute(self._snapshot)
        painter.drawPixmap(0, 0, self._frame.still)
        if self._computed:
            self._cells.paint(painter, self._mosaic)
        else:
            self._cells.paint_hatch(painter)
            self._frame.paint_notice(painter, self.tr("not computed yet"))
        self._frame.paint_norms(painter, self._norms)
        current = self._current
        self._frame.paint_ends(painter, self._end(current))
        if current is not None:
            self._frame.paint_readout(painter, current, self.readout)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 1))
            painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1))

    def _end(self, current: Cell | None) -> float | None:
        """Return the strongest colour's value: the current layer's where each has its own."""
        if not self._computed or (current is None and not self._range.shared):
            return None
        return float(self._mosaic.ends[0 if current is None else current.layer - 1])

    @property
    def _current(self) -> Cell | None:
        return self._hovered or self._selected

    def _cell_at(self, position: QPointF) -> Cell | None:
        return None if self.arrangement is None else self.arrangement.cell_at(position.x(), position.y())

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.update()
            self.cell_hovered.emit(None if cell is None else tuple(cell))

    def _refresh(self) -> None:
        self._stale = True
        self.update()

    def _rearrange(self) -> None:
        self._arrangement = None
        self._refresh()

    def _prepare(self, snapshot: Snapshot) -> None:
        """Build everything that stays until size, structure, font or theme change."""
        line = self.fontMetrics().height()
        self._arrangement = arrange(snapshot.scene.sizes, self.width(), self.height(), line)
        self._selected, self._hovered = (
            cell if cell is not None and self._arrangement.holds(cell) else None
            for cell in (self._selected, self._hovered)
        )
        self._mosaic = Mosaic(self._arrangement.panes, self._theme)
        self._cells = CellPainter(self._arrangement.panes, self._mosaic.starts, self._theme, self.font())
        self._frame = Frame(
            self._arrangement,
            snapshot.scene,
            self._theme,
            self.font(),
            QSizeF(self.size()),
            self.devicePixelRatioF(),
        )
        self._stale = True

    def _compute(self, snapshot: Snapshot) -> None:
        if not self._stale:
            return
        arrays = self._quantity.of(snapshot)
        self._computed = arrays is not None
        if arrays is not None:
            self._mosaic.fill(*arrays, self._range, self._bound)
        gradients = None if snapshot.dW is None or snapshot.db is None else (snapshot.dW, snapshot.db)
        self._norms = None if gradients is None else norms(*gradients).tolist()
        self._stale = False

    def _explain(self, event: QHelpEvent) -> None:
        """Explain captions and bars; over the cells a tooltip would hide what it explains."""
        arrangement, y = self._arrangement, event.pos().y()
        if arrangement is None or arrangement.maps_top <= y < arrangement.norm_top:
            QToolTip.hideText()
        elif y < arrangement.maps_top:
            QToolTip.showText(event.globalPos(), self._frame.explanation(event.pos().x()), self)
        elif y < arrangement.readout_top:
            text = self.tr("The norm of each layer's gradient dW and db; its bar is logarithmic, from 1e-8 to 100.")
            QToolTip.showText(event.globalPos(), text, self)
        else:
            text = self.tr("The value of the cell under the mouse, and the ends of the colours.")
            QToolTip.showText(event.globalPos(), text, self)

    def _describe(self) -> None:
        """Tell a screen reader the readout, or how to get one."""
        hint = self.tr("Arrow keys choose a weight or bias, Enter opens it, Escape lets go.")
        self.setAccessibleDescription(self.readout or hint)

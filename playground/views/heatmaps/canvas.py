"""The painted part of the heatmaps: the cells, the one under the mouse, the one the keys move."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from playground.messages import numbers
from playground.training.snapshot import Snapshot
from playground.views.heatmaps.choices import QUANTITIES, RANGES, Quantity, Range
from playground.views.heatmaps.frame import Frame
from playground.views.heatmaps.layout import Arrangement, Cell, arrange
from playground.views.heatmaps.mosaic import Mosaic, norms
from playground.views.kit.canvas import Canvas, Item, Items
from playground.views.kit.cells import CellColors, CellMarks, paint_hatch

NUMBER_FROM = 40
"""Width of a cell from which its number is drawn in it: they change with every frame."""


class HeatmapCanvas(Canvas):
    """Every layer's ``[W | b]`` side by side, painted at once.

    Its items are `Cell`: a layer from 1 to L and a row and column from 0, as they index the arrays; column `n_{l-1}` is
    the bias. The readout counts all three from 1, as the formulas do.

    Signals
    -------
    followed(cell)
        A weight is to be followed to the cost.
    """

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._quantity: Quantity = next(iter(QUANTITIES.values()))
        self._range: Range = next(iter(RANGES.values()))
        self._bound = 1.0
        self._arrangement: Arrangement | None = None
        self._stale = True
        self._computed = False
        self._norms: list[float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrow keys to the window
        self.setAccessibleName(self.tr("Heatmaps of every layer"))
        self.selected_changed.connect(self._describe)
        self._describe()

    def preferred_size(self) -> QSizeF:
        return QSizeF(520, 176)

    def least_size(self) -> QSizeF:
        return QSizeF(220, 110)

    def ground(self) -> str:
        """Cover the whole area."""
        return self.theme.surface

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another frame; colours are computed only when painted."""
        previous, self._snapshot = self._snapshot, snapshot
        self._stale = True
        if previous is None or previous.problem_info is not snapshot.problem_info:
            self.forget()
            self.renew()
        self.update()

    def set_quantity(self, quantity: Quantity) -> None:
        self._quantity = quantity
        self._refresh()

    def set_range(self, choice: Range, bound: float) -> None:
        """Reach the strongest colour elsewhere; `bound` is for the fixed range."""
        self._range, self._bound = choice, bound
        self._refresh()

    def select(self, key: Hashable | None) -> None:
        """Mark a cell for the readout; one that the network does not have counts as none."""
        known = isinstance(key, Cell) and self.arrangement is not None and self.arrangement.holds(key)
        super().select(key if known else None)

    @property
    def arrangement(self) -> Arrangement | None:
        """Where the cells lie; None before the first snapshot."""
        if self._arrangement is None and self._snapshot is not None:
            self._prepare(self._snapshot)
        return self._arrangement

    @property
    def readout(self) -> str:
        """The line that names the cell under the mouse, else the selected one, and its exact value."""
        item = self.item_of(self.current)
        if item is None:
            return ""
        if item.value == numbers.MISSING:
            return self.tr("{name}: not computed yet").format(name=item.name)
        return item.text

    def items(self) -> Items:
        """Return every parameter, layer by layer and row by row."""
        arrangement = self.arrangement
        if arrangement is None:
            return Items(0, lambda index: self._item(Cell(1, 0, index)))
        return Items(arrangement.count, lambda index: self._item(arrangement.cell(index)))

    def item_at(self, place: QPointF) -> Item | None:
        cell = None if self.arrangement is None else self.arrangement.cell_at(place.x(), place.y())
        return None if cell is None else self._item(cell)

    def item_of(self, key: Hashable | None) -> Item | None:
        known = isinstance(key, Cell) and self.arrangement is not None and self.arrangement.holds(key)
        return self._item(key) if known and isinstance(key, Cell) else None

    def neighbour(self, item: Item | None, right: int, down: int) -> Item | None:
        """Return the next cell that way, from a layer's last column into the next layer."""
        arrangement = self.arrangement
        if arrangement is None:
            return None
        start = item and item.key
        return self._item(arrangement.neighbour(start, right, down) if isinstance(start, Cell) else Cell(1, 0, 0))

    def plain_name(self, cell: Cell) -> str:
        """Return the name that lessons know a cell by."""
        assert self._snapshot is not None, "without a network there is no cell"
        return self._quantity.plain_name(*cell, self._snapshot.W[cell.layer - 1].shape[1] + 1)

    def tip_at(self, place: QPointF) -> str:
        """Explain captions and bars; over the cells a tooltip would hide what it explains."""
        arrangement, y = self._arrangement, place.y()
        if arrangement is None or arrangement.maps_top <= y < arrangement.norm_top:
            return ""
        if y < arrangement.maps_top:
            return self._frame.explanation(place.x())
        if y < arrangement.readout_top:
            return self.tr("The norm of each layer's gradient dW and db; its bar is logarithmic, from 1e-8 to 100.")
        return self.tr("The value of the cell under the mouse, and the ends of the colours.")

    def offers_at(self, place: QPointF | None, /) -> Sequence[tuple[str, Callable[[], object]]]:
        """Offer to follow the weight there; a bias has no edge."""
        item = self.item_of(self.selected) if place is None else self.item_at(place)
        return () if item is None or self._is_bias(item.key) else [self._offer(item.key)]

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Follow the weight under the mouse."""
        item = self.item_at(self.to_canvas(event.position()))
        if item is not None and not self._is_bias(item.key):
            self.followed.emit(item.key)

    def _offer(self, cell: Hashable) -> tuple[str, Callable[[], object]]:
        return self.tr("Follow this weight"), lambda: self.followed.emit(cell)

    def _is_bias(self, cell: Hashable) -> bool:
        assert self._snapshot is not None, "without a network there is no cell"
        return isinstance(cell, Cell) and cell.column == self._snapshot.W[cell.layer - 1].shape[1]

    def forget(self) -> None:
        """Arrange anew before the next frame."""
        self._arrangement = None
        self._stale = True

    def paint_still(self, painter: QPainter, _size: QSizeF, /) -> None:
        """Draw what stands around the cells."""
        if self.arrangement is not None:
            self._frame.paint_still(painter)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        """Draw the cells, norms and readout."""
        if self._snapshot is None or self.arrangement is None:
            return
        self._compute(self._snapshot)
        if self._computed:
            for grid in self._grids:
                painter.drawImage(grid.box, self._mosaic.image, grid.source)
            self._marks.paint(painter, self._mosaic.values, self._mosaic.levels)
        else:
            for grid in self._grids:
                paint_hatch(painter, grid.box, self.theme)
            self._frame.paint_notice(painter, self.tr("press → for the first gradient"))
        self._frame.paint_norms(painter, self._norms)
        current = self.current
        cell = current if isinstance(current, Cell) else None
        self._frame.paint_ends(painter, self._end(cell))
        if cell is not None:
            self._frame.paint_readout(painter, cell, self.readout)

    def _item(self, cell: Cell) -> Item:
        """Return one parameter with its value of now."""
        snapshot, arrangement = self._snapshot, self.arrangement
        assert snapshot is not None
        assert arrangement is not None
        columns = snapshot.W[cell.layer - 1].shape[1] + 1
        name = self._quantity.subscript(cell.layer, cell.row, cell.column, columns, snapshot.experiment.training)
        arrays, value = self._quantity.of(snapshot), None
        if arrays is not None:
            weights, biases = arrays[0][cell.layer - 1], arrays[1][cell.layer - 1]
            value = float(biases[cell.row, 0] if cell.column == columns - 1 else weights[cell.row, cell.column])
        box = arrangement.panes[cell.layer - 1].cell_box(cell.row, cell.column).rectangle
        return Item(cell, box, name, numbers.number(value))

    def _end(self, current: Cell | None) -> float | None:
        """Return the strongest colour's value: the current layer's where each has its own."""
        if not self._computed or (current is None and not self._range.shared):
            return None
        return float(self._mosaic.ends[0 if current is None else current.layer - 1])

    def _refresh(self) -> None:
        self._stale = True
        self.update()

    def _prepare(self, snapshot: Snapshot) -> None:
        """Build everything that stays until size, structure, font or theme change."""
        font, theme, area = self.base_font, self.theme, self.area
        line = round(QFontMetricsF(font).height())
        self._arrangement = arrange(snapshot.problem_info.sizes, int(area.width()), int(area.height()), line)
        self.select(self.selected)
        if self.item_of(self.hovered) is None:
            self.point(None)
        colors = CellColors(theme)
        self._mosaic = Mosaic(self._arrangement.panes, colors)
        starts = self._mosaic.starts.tolist()
        panes = zip(self._arrangement.panes, starts, strict=True)
        self._grids = [grid for pane, start in panes for grid in pane.grids(start)]
        self._marks = CellMarks(self._grids, colors, theme, font, narrowest=NUMBER_FROM)
        self._frame = Frame(self._arrangement, snapshot.problem_info, theme, font, area.width())
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

    def _describe(self) -> None:
        """Tell a screen reader the readout, or how to get one."""
        hint = self.tr("Arrow keys choose a weight or bias, Enter opens it, Escape lets go.")
        self.setAccessibleDescription(self.readout or hint)

"""The matrices of a phase side by side, as they stand in its equation."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from playground.training.cells import Cell, cell_name
from playground.views.backprop.layout import Arrangement, Block
from playground.views.backprop.position import Position
from playground.views.backprop.scenery import Scenery
from playground.views.backprop.symbols import exact
from playground.views.kit.canvas import painting
from playground.views.theme import LIGHT, Theme


class EquationCanvas(QWidget):
    """Draws the equations of one phase; a click on a number asks how it came about.

    Signals
    -------
    cell_clicked(cell)
        A `Cell`.
    """

    cell_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._position: Position | None = None
        self._scenery: Scenery | None = None
        self._picture: QPixmap | None = None
        self._hovered: Cell | None = None
        self._selected: Cell | None = None
        self._sources: tuple[Cell, ...] = ()
        self._strong: tuple[Cell, ...] = ()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(300, 120)
        self.setAccessibleName(self.tr("The matrices of this step"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(760, 200)

    def show_position(self, position: Position | None) -> None:
        """Show another phase."""
        self._position = position
        self._hovered = self._selected = None
        self._sources = self._strong = ()
        self._rebuild()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._theme = theme
        self._rebuild()

    def select(self, cell: Cell | None, sources: Sequence[Cell] = ()) -> None:
        """Outline the number that is explained, and more lightly those that it was computed from."""
        self._selected, self._sources, self._strong = cell, tuple(sources), ()
        self.setAccessibleDescription(self.readout)
        self.update()

    def highlight(self, sources: Sequence[Cell]) -> None:
        """Outline the numbers of one term strongly."""
        self._strong = tuple(sources)
        self.update()

    @property
    def selected(self) -> Cell | None:
        """The number that is explained."""
        return self._selected

    @property
    def highlighted(self) -> tuple[Cell, ...]:
        """The numbers outlined strongly."""
        return self._strong

    @property
    def arrangement(self) -> Arrangement | None:
        """Where everything lies; None before there is anything."""
        return None if self.scenery is None else self.scenery.arrangement

    @property
    def scenery(self) -> Scenery | None:
        """What is drawn; built when first needed."""
        if self._scenery is None and self._position is not None:
            self._scenery = Scenery(self._position, self._theme, self.font(), QRectF(self.rect()))
        return self._scenery

    @property
    def readout(self) -> str:
        """The number under the mouse, else the explained one, exactly."""
        return self._text_of(self._hovered or self._selected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the explained number: up and down, and with Ctrl to the sides."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        moves = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        if control:
            moves = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}
        move = moves.get(Qt.Key(event.key()))
        if move is None or self._selected is None or not self._move(*move):
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out the number under the mouse."""
        self._hover(self._cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the mouse."""
        self._hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for an explanation."""
        cell = self._cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.cell_clicked.emit(cell)
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self._rebuild()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        if event.type() == QEvent.Type.FontChange:
            self._rebuild()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the still picture, then the outlines and the readout."""
        with painting(self) as painter:
            scenery = self.scenery
            if scenery is None:
                painter.fillRect(self.rect(), self._theme.surface)
            else:
                painter.drawPixmap(0, 0, self._still(scenery))
                scenery.paint_outlines(painter, self._sources, self._strong, self._selected, self._hovered)
                scenery.paint_readout(painter, self.readout, self._hint())
            if self.hasFocus():
                painter.setPen(self._theme.accent)
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _hint(self) -> str:
        if self._hovered is None or self._hovered == self._selected:
            return ""
        return self.tr("Click: how it came about")

    def _still(self, scenery: Scenery) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(self._theme.surface)
            with painting(self._picture) as painter:
                scenery.paint(painter)
        return self._picture

    def _rebuild(self) -> None:
        self._scenery = self._picture = None
        self.update()

    def _cell_at(self, place: QPointF) -> Cell | None:
        return None if self.arrangement is None else self.arrangement.at(place.x(), place.y())

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.update()

    def _text_of(self, cell: Cell | None) -> str:
        if cell is None or self._position is None:
            return ""
        quantity, row, column = cell
        name, values = cell_name(cell), self._position.array(quantity)
        if values is None:
            return self.tr("{name}: not computed yet").format(name=name)
        return f"{name} = {exact(float(values[row, column]))}"

    def _move(self, down: int, right: int) -> bool:
        """Move the explained number within its matrix, as drawn; return whether there is one."""
        assert self._selected is not None
        quantity, row, column = self._selected
        block: Block | None = None if self.arrangement is None else self.arrangement.block_of(quantity)
        if block is None:
            return False
        if block.operand.transposed:
            down, right = right, down
        rows, columns = (block.columns, block.rows) if block.operand.transposed else (block.rows, block.columns)
        row, column = min(max(row + down, 0), rows - 1), min(max(column + right, 0), columns - 1)
        self.cell_clicked.emit((quantity, row, column))
        return True

"""All layers side by side, as large as there is room for: the data go through them from left to right."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QStackedWidget, QWidget

from playground.views.kit.appearance import theme, zoom
from playground.views.kit.building import in_column, named
from playground.views.kit.empty import EmptyPlot
from playground.views.kit.painting import painting
from playground.views.spaces.layer_plot import LayerPlot
from playground.views.spaces.pictures import LayerPicture, Looks

GAP = 8
"""Between two layers."""
SMALLEST = QSize(96, 112)
"""Of a layer: with less room the workspace scrolls."""
AROUND = QSize(48, 70)
"""What title and axes take of a layer's room, about."""
TALLEST = 1.5
"""Of a layer's height to its width in a single row: higher, its picture is a strip."""
ONE_ROW = 0.85
"""A single row is easier to follow from left to right: pictures may be so much smaller in it."""


class LayerTitle(QAbstractButton):
    """The layer's name and a number that says something about it; pressed, the layer is the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = self._brief = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_texts(self, title: str, number: str, tip: str, brief: str = "") -> None:
        """Name the layer, with a number beside; where there is no room for all of that, `brief`."""
        if (title, number, tip) != (self.text(), self._number, self.toolTip()):
            self._number, self._brief = number, brief
            self.setText(title)
            named(self, f"{title} {number}".strip(), tip)
            self.update()

    def number_in(self, room: int) -> str:
        """Return what of the number is shown in so many pixels."""
        metrics = QFontMetrics(self.font())
        fits = not self._brief or metrics.horizontalAdvance(self._number) <= room
        return metrics.elidedText(self._number if fits else self._brief, Qt.TextElideMode.ElideRight, room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys but the space bar to the grid."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(SMALLEST.width(), QFontMetrics(self.font()).height() + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors, focused = theme(), self.hasFocus()
        with painting(self, smooth=True) as painter:
            if self.isChecked() or focused or self.underMouse():
                rim = QColor(colors.accent if self.isChecked() or focused else colors.border)
                fill = QColor(colors.accent)
                fill.setAlphaF(0.14 if self.isChecked() else 0.0)
                painter.setPen(QPen(rim, 2 if focused else 1))
                painter.setBrush(fill)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
            metrics, room = painter.fontMetrics(), self.rect().adjusted(8, 0, -8, 0)
            painter.setPen(QColor(colors.text))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
            room.setLeft(room.left() + metrics.horizontalAdvance(self.text()) + 10)
            painter.setPen(QColor(colors.muted))
            aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(room, aligned, self.number_in(room.width()))


class LayerPanel(QWidget):
    """One layer: its title, and below its picture or why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.plot, self.empty = LayerTitle(), LayerPlot(), EmptyPlot("")
        self.stack = QStackedWidget()
        for page in (self.plot, self.empty):
            self.stack.addWidget(page)
        self.setLayout(in_column(self.title, (self.stack, 1), gap=4))
        self.plot.pressed.connect(self.title.click)
        keys = self.tr("Wheel or drag to zoom and move, double click to show everything again.")
        self.plot.canvas.setAccessibleName(self.tr("The layer's picture"))
        self.plot.canvas.setAccessibleDescription(keys)

    def show_picture(self, picture: LayerPicture, shown: Looks, *, anew: bool) -> None:
        """Draw the layer, or say why it cannot be drawn."""
        if picture.problem:
            self.empty.set_sentence(picture.problem)
            self.stack.setCurrentWidget(self.empty)
        else:
            anew = anew or self.stack.currentWidget() is self.empty
            self.stack.setCurrentWidget(self.plot)
            self.plot.show_picture(picture, shown, anew=anew)


def arrangement(count: int, room: QSize) -> tuple[int, float]:
    """Return in how many columns so many layers stand, in one row or two, and about how large their pictures are."""
    around = AROUND * zoom()
    sides = {
        columns: min(
            room.width() / columns - around.width() - GAP,
            room.height() / -(-count // columns) - around.height() - GAP,
        )
        for columns in {count, -(-count // 2)}
    }
    columns = max(sides, key=lambda columns: sides[columns] / (ONE_ROW if columns == count else 1.0))
    return columns, sides[columns]


class LayerGrid(QWidget):
    """The panels of all layers, or the chosen one alone.

    Arrow keys go from layer to layer and from example to example, Enter enlarges a layer.

    Signals
    -------
    chosen(layer)
        One was clicked, 0 … L.
    enlarged(large)
        One fills all of the room now, or they share it again.
    pointed(layer, index)
        The example under the mouse by its place in the order of drawing, or None.
    zoomed(far)
        Somebody has zoomed or moved one; False: all of them follow their range.
    stepped(step)
        The next example, 1, or the one before, −1, is to be marked.
    """

    chosen = Signal(int)
    enlarged = Signal(bool)
    pointed = Signal(int, object)
    zoomed = Signal(bool)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panels: list[LayerPanel] = []
        self._large = False
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._click)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Layers"))

    @property
    def is_large(self) -> bool:
        return self._large

    def set_count(self, count: int) -> None:
        while len(self.panels) > count:
            panel = self.panels.pop()
            self._group.removeButton(panel.title)
            panel.hide()
            panel.deleteLater()
        while len(self.panels) < count:
            panel = LayerPanel(self)
            self._group.addButton(panel.title, len(self.panels))
            panel.plot.pointed.connect(partial(self.pointed.emit, len(self.panels)))
            panel.plot.canvas.following_changed.connect(self._tell_zoomed)
            self.panels.append(panel)
        self._arrange()

    def choose(self, layer: int) -> None:
        self.panels[layer].title.setChecked(True)
        self._arrange()

    def enlarge(self, large: bool) -> None:
        """Show the chosen layer alone, or all of them."""
        if large != self._large:
            self._large = large
            self._arrange()
            self.enlarged.emit(large)

    def reset_views(self) -> None:
        for panel in self.panels:
            panel.plot.canvas.reset_view()

    def minimumSizeHint(self) -> QSize:
        columns = -(-len(self.panels) // 2)
        return QSize(max(columns, 2) * (SMALLEST.width() + GAP) - GAP, 2 * SMALLEST.height() + GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour, to another example, enlarge, or let go."""
        key, layer = Qt.Key(event.key()), self._group.checkedId()
        if key in _ACROSS:
            if 0 <= layer + _ACROSS[key] < len(self.panels):
                title = self.panels[layer + _ACROSS[key]].title
                title.click()
                title.setFocus(Qt.FocusReason.TabFocusReason)
        elif key in _ALONG:
            self.stepped.emit(_ALONG[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enlarge(not self._large)
        elif key == Qt.Key.Key_Escape and self._large:
            self.enlarge(False)
        else:
            super().keyPressEvent(event)

    def _tell_zoomed(self, _following: bool) -> None:
        self.zoomed.emit(not all(panel.plot.canvas.following for panel in self.panels))

    def _click(self, layer: int) -> None:
        self._arrange()
        self.chosen.emit(layer)

    def _arrange(self) -> None:
        """Give every panel its place; alone, the chosen one has it all."""
        count, chosen = len(self.panels), self._group.checkedId()
        if self._large and 0 <= chosen < count:
            self.panels[chosen].setGeometry(self.rect())
        else:
            columns, _side = arrangement(max(count, 1), self.size())
            rows = -(-count // columns)
            width, height = (self.width() + GAP) // columns - GAP, (self.height() + GAP) // max(rows, 1) - GAP
            size = QSize(width, min(height, round(width * TALLEST)) if rows == 1 else height)
            for index, panel in enumerate(self.panels):
                row, column = divmod(index, columns)
                panel.setGeometry(QRect(QPoint(column * (size.width() + GAP), row * (size.height() + GAP)), size))
        for index, panel in enumerate(self.panels):
            panel.setVisible(not self._large or index == chosen)


_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ALONG = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

"""The pad: a sheet of the images' shape to draw on with mouse or keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.views.images.drawing import Drawing, Stroke, line_between
from playground.views.kit.canvas import ARROWS, CONFIRM, Canvas

GRID_FROM = 8
"""Pixels of an image's pixel from which the grid is drawn."""


class Pad(Canvas):
    """Draws strokes: left button draws, right button erases.

    With keys, arrows move a cursor, with Shift they draw, with Control they erase; Enter makes a dot, Backspace takes
    the last stroke back, Delete clears.

    Signals
    -------
    changed
        Something was drawn or erased.
    """

    shows_focus = False

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = (8, 8)
        self._width = 1.0
        self._prompt = ""
        self._under: Stroke | None = None
        self._cursor: tuple[float, float] | None = None
        self.drawing = Drawing()
        self.erases = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Pad for drawing"))
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys move, with Shift they draw, with Control they erase. Enter makes a dot, Backspace takes "
                "the last stroke back, Delete clears."
            )
        )
        self.setToolTip(
            self.tr("Draw with the left button, erase with the right one. Backspace undoes a stroke, Delete clears.")
        )

    def set_paper(self, shape: tuple[int, int], width: float, prompt: str) -> None:
        """Take an empty sheet of a shape in pixels of the image, a brush so many of them wide, and a prompt."""
        self._prompt = prompt
        self._shape, self._width = shape, width
        self._cursor = None
        self.updateGeometry()
        self.clear()

    def clear(self) -> None:
        self._under = None
        if not self.drawing.is_empty:
            self.drawing = Drawing()
            self.changed.emit()
        self.update()

    def take_back(self) -> None:
        if self.drawing.strokes:
            self.drawing.strokes.pop()
            self._under = None
            self.update()
            self.changed.emit()

    @property
    def sheet(self) -> QRectF:
        """Where one can draw: as large as fits, in the images' proportions."""
        rows, columns = self._shape
        area = self.area
        scale = max(min((area.width() - 2) / columns, (area.height() - 2) / rows), 0.1)
        width, height = scale * columns, scale * rows
        return QRectF(int((area.width() - width) / 2), 0, width, height)

    def preferred_size(self) -> QSizeF:
        return QSizeF(240, 240)

    def least_size(self) -> QSizeF:
        return QSizeF(120, 120)

    # Mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        right = event.button() == Qt.MouseButton.RightButton
        if event.button() != Qt.MouseButton.LeftButton and not right:
            return
        self._cursor = None
        self._begin(self._place(event.position()), erases=right or self.erases)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._under is not None:
            self._extend([self._place(event.position())])

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._under = None

    # Keys.

    def event(self, event: QEvent) -> bool:
        """Take the keys that draw before the window's shortcuts do."""
        mine = (*ARROWS, *CONFIRM, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in mine:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in ARROWS:
            self._step(*ARROWS[key], event.modifiers())
        elif key in CONFIRM:
            self._begin(self._here, erases=self.erases)
            self._under = None
        elif key == Qt.Key.Key_Backspace:
            self.take_back()
        elif key == Qt.Key.Key_Delete:
            self.clear()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Lift the brush with Shift or Control."""
        if event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_Control):
            self._under = None
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._under = None

    @property
    def _here(self) -> tuple[float, float]:
        rows, columns = self._shape
        return self._cursor or (columns / 2, rows / 2)

    def _step(self, right: int, down: int, modifiers: Qt.KeyboardModifier) -> None:
        erases = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        draws = erases or bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        rows, columns = self._shape
        before, length = self._here, max(min(rows, columns) / 16, 0.5)
        x, y = before[0] + right * length, before[1] + down * length
        self._cursor = (min(max(x, 0.0), float(columns)), min(max(y, 0.0), float(rows)))
        if draws:
            if self._under is None or self._under.erases != erases:
                self._begin(before, erases=erases)
            self._extend(line_between(before, self._cursor))
        else:
            self._under = None
        self.update()

    # Drawing.

    def _place(self, position: QPointF) -> tuple[float, float]:
        sheet = self.sheet
        place = (self.to_canvas(position) - sheet.topLeft()) / (sheet.width() / self._shape[1])
        return place.x(), place.y()

    def _begin(self, place: tuple[float, float], *, erases: bool) -> None:
        self._under = Stroke([place], erases)
        self.drawing.strokes.append(self._under)
        self.update()
        self.changed.emit()

    def _extend(self, places: Sequence[tuple[float, float]]) -> None:
        if self._under is not None:
            self._under.extend(places)
            self.update()
            self.changed.emit()

    def paint(self, painter: QPainter, _size: QSizeF) -> None:
        theme, sheet = self.theme, self.sheet
        paper = QColor(theme.neutral)
        painter.fillRect(sheet, paper)
        scale = sheet.width() / self._shape[1]
        painter.save()
        painter.setClipRect(sheet)
        painter.translate(sheet.topLeft())
        painter.scale(scale, scale)
        self.drawing.paint(painter, self._width, QColor(theme.text), paper)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if scale >= GRID_FROM:
            self._paint_grid(painter, sheet, scale)
        if self.drawing.is_empty:
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(sheet.adjusted(8, 8, -8, -8), flags, self._prompt)
        self._paint_focus(painter, sheet, scale)

    def _paint_grid(self, painter: QPainter, sheet: QRectF, scale: float) -> None:
        line = QColor(self.theme.muted)
        line.setAlpha(45)
        painter.setPen(QPen(line, 1))
        for column in range(1, self._shape[1]):
            x = round(sheet.left() + column * scale)
            painter.drawLine(x, round(sheet.top()), x, round(sheet.bottom()))
        for row in range(1, self._shape[0]):
            y = round(sheet.top() + row * scale)
            painter.drawLine(round(sheet.left()), y, round(sheet.right()), y)

    def _paint_focus(self, painter: QPainter, sheet: QRectF, scale: float) -> None:
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(self.theme.accent if focused else self.theme.border), 2 if focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))
        if focused:
            x, y = self._here
            center = sheet.topLeft() + QPointF(x * scale, y * scale)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawEllipse(center, self._width * scale / 2, self._width * scale / 2)

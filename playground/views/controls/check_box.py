"""A check box whose frame is seen in every theme, and the control of a flag, which it is.

Fusion derives the frame from the window's colour, darker: on a dark window that is next to nothing. A style sheet could
draw another one, but takes the tick from a picture file only.
"""

from PySide6.QtCore import QMarginsF, QObject, QPointF, QRect, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from playground.files import Field
from playground.views.controls.base import Control
from playground.views.forms.text import field_label
from playground.views.kit.appearance import pixels
from playground.views.kit.painting import painting

LEAST_HEIGHT = 24
_TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.30))
"""Corners, as shares of the box's side."""


class CheckBox(QCheckBox):
    """A check box in the palette's colours: a clear frame, filled with the accent where it is checked."""

    def sizeHint(self) -> QSize:
        """Leave room for a hand that is not steady."""
        return super().sizeHint().expandedTo(QSize(0, pixels(LEAST_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, pixels(LEAST_HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw text and icon as the style does, and the box over its own."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        with painting(self) as painter:
            painter.fillRect(place, self.palette().color(QPalette.ColorRole.Window))
            draw_box(
                painter,
                place,
                self.palette(),
                checked=self.isChecked(),
                enabled=self.isEnabled(),
                focused=self.hasFocus(),
            )


def draw_box(
    painter: QPainter, place: QRect, palette: QPalette, *, checked: bool, enabled: bool = True, focused: bool = False
) -> None:
    """Draw the box alone: a clear frame, and where it is checked, a tick on the accent.

    `place`: the square that the style has for it.
    """
    group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
    accent = palette.color(QPalette.ColorRole.Highlight if enabled else QPalette.ColorRole.Mid)
    frame = palette.color(QPalette.ColorRole.Dark if enabled else QPalette.ColorRole.Mid)
    box = QRectF(place).marginsRemoved(QMarginsF(0.5, 0.5, 0.5, 0.5))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(accent if checked else frame, 1))
    painter.setBrush(accent if checked else palette.color(group, QPalette.ColorRole.Base))
    painter.drawRoundedRect(box, 3, 3)
    if focused:
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Text) if checked else accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.marginsRemoved(QMarginsF(0.5, 0.5, 0.5, 0.5)), 3, 3)
    if checked:
        pen = QPen(palette.color(QPalette.ColorRole.HighlightedText), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        corners = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in _TICK]
        painter.drawPolyline(corners)
    painter.restore()


class FlagBox(CheckBox):
    """A check box that may be narrower than its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 4 * hint.height()), hint.height())


class FlagControl(Control):
    """Edits what is either true or false."""

    names_itself = True

    def __init__(self, field: Field, parent: QObject | None = None) -> None:
        super().__init__(field, parent)
        self.box = FlagBox()
        self.body = self.box
        self.set_field(field)
        self.set_value(bool(field.default))
        self.box.toggled.connect(self._choose)

    @property
    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:
        with QSignalBlocker(self.box):
            self.box.setChecked(value)

    def set_field(self, field: Field) -> None:
        super().set_field(field)
        self.box.setText(field_label(field).replace("&", "&&"))

    def is_editing(self) -> bool:
        return self.box.isDown()

    def mark_problem(self, marked: bool) -> None:
        """Leave the reason to the note below: the box has no outline of its own to turn red."""

    def _choose(self, checked: bool) -> None:
        self.changed.emit(checked)

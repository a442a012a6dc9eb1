"""A radio button whose circle and focus are seen in every theme, as those of `check_box.CheckBox` are."""

from PySide6.QtCore import QMarginsF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QRadioButton, QStyle, QStyleOptionButton

from playground.views.kit.painting import painting

_DOT = 0.46
"""Of the circle's width, where it is chosen."""


class RadioButton(QRadioButton):
    """A radio button in the palette's colours: a clear circle, filled with the accent where it is chosen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text as the style does, and the circle over its own."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, self)
        with painting(self) as painter:
            painter.fillRect(place, self.palette().color(QPalette.ColorRole.Window))
            _draw_circle(painter, place, self)


def _draw_circle(painter: QPainter, place: QRect, button: QRadioButton) -> None:
    palette, checked, enabled = button.palette(), button.isChecked(), button.isEnabled()
    group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
    accent = palette.color(QPalette.ColorRole.Highlight if enabled else QPalette.ColorRole.Mid)
    frame = palette.color(QPalette.ColorRole.Dark if enabled else QPalette.ColorRole.Mid)
    side = min(place.width(), place.height()) - 1
    circle = QRectF(0, 0, side, side)
    circle.moveCenter(QRectF(place).center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(accent if checked else frame, 1))
    painter.setBrush(accent if checked else palette.color(group, QPalette.ColorRole.Base))
    painter.drawEllipse(circle)
    if button.hasFocus():
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Text) if checked else accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.marginsRemoved(QMarginsF(0.5, 0.5, 0.5, 0.5)))
    if checked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.HighlightedText))
        painter.drawEllipse(circle.center(), side * _DOT / 2, side * _DOT / 2)

"""A radio button whose frame is seen in every theme, for the reason of `playground.views.controls.check_box`."""

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QRadioButton, QStyle, QStyleOptionButton

from playground.views.kit.painting import painting

DOT = 0.22
"""The radius of the dot of a chosen one, as a share of the side."""


class RadioButton(QRadioButton):
    """A radio button in the palette's colours: a clear ring, filled with the accent where it is chosen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw text and icon as the style does, and the ring over its own."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        place = self.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, self)
        enabled, chosen = self.isEnabled(), self.isChecked()
        palette, role = self.palette(), QPalette.ColorRole
        accent = palette.color(role.Highlight if enabled else role.Mid)
        edge = accent if chosen else palette.color(role.Dark if enabled else role.Mid)
        with painting(self) as painter:
            painter.fillRect(place.adjusted(-1, -1, 1, 1), palette.color(role.Window))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = QRectF(place).marginsRemoved(QMarginsF(1, 1, 1, 1))
            painter.setPen(QPen(edge, 1.5))
            painter.setBrush(accent if chosen else palette.color(role.Base))
            painter.drawEllipse(ring)
            if self.hasFocus():
                painter.setPen(QPen(palette.color(role.Text) if chosen else accent, 2))
                painter.drawEllipse(ring)
            if chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(palette.color(role.HighlightedText))
                painter.drawEllipse(ring.center(), DOT * ring.width(), DOT * ring.height())

"""How plots look: pens, fonts and axes in the colours of a theme, and the colour of each pinned run."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPen

from playground.views.kit.appearance import resized
from playground.views.theme import Theme

SMALL = 0.85
"""Size of the axes' text, as a fraction of the application's font."""

DASHES: tuple[Qt.PenStyle, ...] = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)
"""The second cue of a line's identity, beside its colour."""
OWN = 2
"""The first two class colours are those of the present run's own curves."""


def pin_color(number: int, theme: Theme) -> str:
    """Return the colour of the pin of a number, counted from 1."""
    colors = theme.classes[OWN:]
    return colors[(number - 1) % len(colors)]


def small_font(font: QFont) -> QFont:
    """Return the axes' font for the application's font."""
    return resized(font, SMALL)


def number_font(font: QFont) -> QFont:
    """Return the fixed-width font for moving numbers, as large as the axes' text."""
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    small = small_font(font)
    if small.pointSizeF() > 0:
        fixed.setPointSizeF(small.pointSizeF())
    else:
        fixed.setPixelSize(small.pixelSize())
    return fixed


def line_pen(color: str, dash: Qt.PenStyle = Qt.PenStyle.SolidLine, width: float = 1) -> QPen:
    """Return a pen whose width is in pixels at any zoom; width 1 is an order of magnitude cheaper than 2."""
    pen = QPen(QColor(color), width, dash)
    pen.setCosmetic(True)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if width > 1 and dash == Qt.PenStyle.SolidLine else Qt.PenCapStyle.FlatCap)
    return pen


def style_axis(axis: Any, theme: Theme, font: QFont) -> None:
    """Dress a pyqtgraph AxisItem: quiet lines, muted text, no automatic SI prefix, a steady size."""
    small = small_font(font)
    # Without ranges to apply it to, no scale is ever computed; disabling alone would keep the one computed last.
    axis.setSIPrefixEnableRanges(())
    axis.enableAutoSIPrefix(False)
    axis.setTickFont(small)
    axis.label.setFont(small)
    axis.setPen(QPen(QColor(theme.border)))
    axis.setTickPen(QPen(QColor(theme.border)))
    axis.setTextPen(QPen(QColor(theme.muted)))

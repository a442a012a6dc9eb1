"""The paper that a figure is drawn on: a painter with the figure's colours and typefaces, for pixels and for SVG."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter, QPainterPath, QPen

from playground.views.kit.appearance import tabular
from playground.views.kit.key import Entry, arrange, paint_key, width_of
from playground.views.theme import Theme

MARGIN = 16.0
TITLE_PIXELS, TEXT_PIXELS, SMALL_PIXELS = 15, 12, 11
GAP = 4.0

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


def _font(pixels: int, *, bold: bool = False) -> QFont:
    # In pixels, that a figure is the same whatever the screen; digits of one width: in an animation they stand still.
    font = tabular(QGuiApplication.font())
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


class Sheet(Struct, frozen=True, eq=False):
    """A painter and how things look on it.

    Attributes
    ----------
    painter
        In units of length that are pixels at the figure's usual size.
    dots
        Dots in a unit of length, for pictures within the figure.
    title_font, font, small_font
        Of the heading, of names, and of numbers on axes.
    """

    painter: QPainter
    theme: Theme
    dots: float
    title_font: QFont
    font: QFont
    small_font: QFont

    @classmethod
    def on(cls, painter: QPainter, theme: Theme, dots: float) -> "Sheet":
        """Return a sheet for a painter, with the application's typeface."""
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        return cls(painter, theme, dots, _font(TITLE_PIXELS, bold=True), _font(TEXT_PIXELS), _font(SMALL_PIXELS))

    def width(self, text: str, font: QFont | None = None) -> float:
        return QFontMetricsF(font or self.font).horizontalAdvance(text)

    def line(self, font: QFont | None = None) -> float:
        return QFontMetricsF(font or self.font).height()

    def widest(self, texts: Sequence[str], font: QFont | None = None) -> float:
        return max((self.width(text, font) for text in texts), default=0.0)

    def text(
        self, rect: QRectF, text: str, alignment: Qt.AlignmentFlag = LEFT, color: str = "", font: QFont | None = None
    ) -> None:
        """Write one line, shortened where it does not fit."""
        font = font or self.font
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
        self.painter.setFont(font)
        self.painter.setPen(QColor(color or self.theme.text))
        self.painter.drawText(rect, alignment | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip, shown)

    def stroke(self, path: QPainterPath, pen: QPen) -> None:
        """Draw a line, as wide as the pen in the figure's units: a larger picture has wider lines."""
        pen = QPen(pen)
        pen.setCosmetic(False)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(pen)
        self.painter.drawPath(path)

    def key_width(self, entries: Sequence[Entry]) -> float:
        """Return the room that signs with their names need in one line."""
        return width_of(entries, QFontMetricsF(self.font))

    def key(self, rect: QRectF, entries: Sequence[Entry]) -> None:
        """Draw signs with their names in one line."""
        self.painter.setFont(self.font)
        lines = arrange(entries, rect.width() + 0.5, QFontMetricsF(self.font), rows=1)
        paint_key(self.painter, rect, entries, lines, self.theme)

    def rule(self, x0: float, y0: float, x1: float, y1: float, color: str) -> None:
        self.painter.setPen(QPen(QColor(color), 1))
        self.painter.drawLine(QPointF(x0, y0), QPointF(x1, y1))

    def outline(self, rect: QRectF, color: str = "") -> None:
        """Draw a thin frame."""
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(QColor(color or self.theme.border), 1))
        self.painter.drawRect(rect)

    def picture(self, rect: QRectF, image: QImage, *, smooth: bool = True) -> None:
        """Draw an image; not smooth, it is enlarged before, pixel by pixel: viewers of SVG would blur it."""
        if not smooth:
            width, height = (round(side * self.dots) for side in (rect.width(), rect.height()))
            if image.width() < width or image.height() < height:
                image = image.scaled(
                    max(width, image.width()),
                    max(height, image.height()),
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.FastTransformation,
                )
        self.painter.drawImage(rect, image)

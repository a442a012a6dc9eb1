"""The wall on paper: as a picture or a drawing, with what it shows in words."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from playground.training.many.report import ManyReport
from playground.views.forms.text import translated
from playground.views.kit.painting import painting
from playground.views.many.wall import MARGIN, Wall
from playground.views.pictures import PNG_DOTS, png_file, svg_file
from playground.views.theme import Theme

WIDTH, HEIGHT, WORDS = 1000.0, 700.0, 64.0
"""Of the wall, and of the sentences below it; units that are pixels on a screen."""
Pixels = tuple[int, int] | None


class _Paper(Wall):
    """A wall of another size and in other colours than the window's."""

    def __init__(self, look: Theme) -> None:
        self._look = look
        super().__init__()

    @property
    def theme(self) -> Theme:
        return self._look

    @property
    def area(self) -> QRectF:
        return QRectF(0, 0, WIDTH, HEIGHT)


def wall_png(report: ManyReport, look: Theme, size: Pixels = None) -> bytes:
    """Return the wall as a PNG file, in so many pixels."""
    width, height = size or (round(WIDTH * PNG_DOTS), round((HEIGHT + WORDS) * PNG_DOTS))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(look.surface))
    with painting(image) as painter:
        painter.scale(width / WIDTH, height / (HEIGHT + WORDS))
        _paint(painter, report, look)
    return png_file(image)


def wall_svg(report: ManyReport, look: Theme, size: Pixels = None) -> bytes:
    """Return the wall as an SVG file."""
    shown = "\n".join(map(translated, report.frame.sentences))
    paper = WIDTH, HEIGHT + WORDS
    return svg_file(paper, lambda painter: _paint(painter, report, look), _name(report), shown, size)


def _paint(painter: QPainter, report: ManyReport, look: Theme) -> None:
    wall = _Paper(look)
    wall.show_report(report)
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT + WORDS), QColor(look.surface))
    painter.setFont(wall.base_font)
    wall.paint_still(painter, QSizeF(WIDTH, HEIGHT))
    wall.paint(painter, QSizeF(WIDTH, HEIGHT))
    painter.setPen(QColor(look.text))
    below = QRectF(MARGIN, HEIGHT, WIDTH - 2 * MARGIN, WORDS - MARGIN)
    text = "\n".join(map(translated, report.frame.sentences))
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, text)


def _name(report: ManyReport) -> str:
    return translated(report.plan.experiment.title)

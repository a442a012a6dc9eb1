"""The wall on paper: as a picture or a drawing, with what it shows in words."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from playground.training.many.report import ManyReport
from playground.views.forms.text import translated
from playground.views.kit.paper import OnPaper
from playground.views.many.wall import MARGIN, Wall
from playground.views.pictures import drawn_png, svg_file
from playground.views.theme import Theme

WIDTH, HEIGHT, WORDS = 1000.0, 700.0, 64.0
"""Of the wall, and of the sentences below it; units that are pixels on a screen."""
Pixels = tuple[int, int] | None


class _Paper(OnPaper, Wall):
    """A wall of another size and in other colours than the window's."""


def wall_png(report: ManyReport, look: Theme, size: Pixels = None) -> bytes:
    return drawn_png((WIDTH, HEIGHT + WORDS), lambda painter: _paint(painter, report, look), look.surface, size)


def wall_svg(report: ManyReport, look: Theme, size: Pixels = None) -> bytes:
    shown = "\n".join(map(translated, report.frame.sentences))
    paper = WIDTH, HEIGHT + WORDS
    return svg_file(paper, lambda painter: _paint(painter, report, look), _name(report), shown, size)


def _paint(painter: QPainter, report: ManyReport, look: Theme) -> None:
    wall = _Paper(look, WIDTH, HEIGHT)
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

"""The wall on paper: as a picture or a drawing, with what it shows in words."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from playground.messages import Message
from playground.training.many.report import KIND, ManyReport
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.many.wall import MARGIN, Wall
from playground.views.pictures import Animation, OnPaper, Paper, Pixels
from playground.views.theme import Theme

WIDTH, HEIGHT, WORDS = 1000.0, 700.0, 64.0
"""Of the wall, and of the sentences below it; units that are pixels on a screen."""
PAPER = WIDTH, HEIGHT + WORDS


class _Paper(OnPaper, Wall):
    """A wall of another size and in other colours than the window's."""


def wall_paper(report: ManyReport, look: Theme) -> Paper:
    title = translated(report.plan.experiment.title)
    return Paper(PAPER, lambda painter: _paint(painter, report, look), look.surface, title, _words(report))


def wall_animation(look: Theme, size: Pixels = None) -> Animation:
    """Begin an animation of the wall, in which each frame tells its epoch."""

    def paint(snapshot: Snapshot, size: Pixels) -> QImage | None:
        report = snapshot.work.get(KIND)
        if not isinstance(report, ManyReport):
            return None
        return wall_paper(report, look).image(size, 1.0)

    return Animation(paint, size)


def _paint(painter: QPainter, report: ManyReport, look: Theme) -> None:
    wall = _Paper(look, WIDTH, HEIGHT)
    wall.show_report(report)
    painter.fillRect(QRectF(0, 0, *PAPER), QColor(look.surface))
    painter.setFont(wall.base_font)
    wall.paint_still(painter, QSizeF(WIDTH, HEIGHT))
    wall.paint(painter, QSizeF(WIDTH, HEIGHT))
    painter.setPen(QColor(look.text))
    below = QRectF(MARGIN, HEIGHT, WIDTH - 2 * MARGIN, WORDS - MARGIN)
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, _words(report))


def _words(report: ManyReport) -> str:
    frame = report.frame
    epoch = Message("Epoch {epoch:,} of {epochs:,}", epoch=frame.epoch, epochs=report.epochs)
    return "\n".join(map(translated, (epoch, *frame.sentences)))

"""Two branches on paper: both networks, where they differ, and what came of it in words."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from playground.training.branches.report import CompareReport
from playground.views.compare.difference import DifferencePicture, difference_lines, difference_title
from playground.views.forms.text import translated
from playground.views.kit.canvas import Canvas
from playground.views.pairs.side import LETTERS, PairPicture, numbers_text
from playground.views.pictures import OnPaper, Paper
from playground.views.runs.thumbnail import EDGE
from playground.views.theme import Theme

SIDE, GAP, HEAD, WORDS = 320.0, 24.0, 64.0, 56.0
"""Of a picture, between them, of the lines above each, and of the sentences below; pixels on a screen."""
WIDTH, HEIGHT = 3 * SIDE + 4 * GAP, HEAD + SIDE + WORDS + 2 * GAP


class _Answer(OnPaper, PairPicture):
    """What one of them answers, in other colours than the window's."""

    def __init__(self, look: Theme, index: int) -> None:
        self._look, self._area = look, QRectF(0, 0, SIDE, SIDE)
        PairPicture.__init__(self, index)


class _Difference(OnPaper, DifferencePicture):
    """Where they differ, in other colours than the window's."""


def compare_paper(report: CompareReport, look: Theme) -> Paper:
    title = translated(report.verdict)
    return Paper((WIDTH, HEIGHT), lambda painter: _paint(painter, report, look), look.surface, title, _words(report))


def _words(report: CompareReport) -> str:
    return " ".join(map(translated, (report.verdict, *report.details)))


def _paint(painter: QPainter, report: CompareReport, look: Theme) -> None:
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QColor(look.surface))
    pictures: list[tuple[str, str, Canvas]] = []
    for index, (label, side) in enumerate(zip(report.fork.labels, report.sides, strict=True)):
        answer = _Answer(look, index)
        answer.show_side(side)
        pictures.append((f"{LETTERS[index]}: {translated(label)}", numbers_text(side), answer))
    shown = _Difference(look, SIDE, SIDE)
    shown.show_difference(report.difference, translated(report.why_no_difference))
    lines = "" if report.difference is None else "\n".join(difference_lines(report.difference))
    pictures.append((difference_title(), lines, shown))
    painter.setFont(shown.base_font)
    for number, (title, numbers, picture) in enumerate(pictures):
        painter.save()
        painter.translate(GAP + number * (SIDE + GAP), GAP)
        painter.setPen(QColor(look.text))
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(QRectF(0, 0, SIDE, HEAD), centred, f"{title}\n{numbers}")
        painter.translate(0, HEAD)
        painter.setClipRect(QRectF(EDGE, 0, SIDE, SIDE))  # without the bar in the colour of curves, which are not here
        picture.paint_still(painter, QSizeF(SIDE, SIDE))
        picture.paint(painter, QSizeF(SIDE, SIDE))
        painter.restore()
    painter.setPen(QColor(look.text))
    below = QRectF(GAP, HEIGHT - GAP - WORDS + 12, WIDTH - 2 * GAP, WORDS - 12)
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, _words(report))

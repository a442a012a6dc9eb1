"""The atlas on paper: as a picture or a drawing."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from playground.messages import Message
from playground.training.many.atlas import MEASURES, SOLVED_AT
from playground.training.many.atlas_report import AtlasReport
from playground.views.atlas.map import AtlasMap
from playground.views.forms.text import translated
from playground.views.pictures import OnPaper, Paper
from playground.views.theme import Theme

WIDTH, HEIGHT, WORDS = 900.0, 760.0, 34.0
"""Of the map, and of the line above it; units that are pixels on a screen."""


class _Paper(OnPaper, AtlasMap):
    """A map of another size and in other colours than the window's."""


def atlas_paper(report: AtlasReport, look: Theme) -> Paper:
    title = translated(report.plan.experiment.title)
    return Paper(
        (WIDTH, HEIGHT + WORDS), lambda painter: _paint(painter, report, look), look.surface, title, _words(report)
    )


def _words(report: AtlasReport) -> str:
    measure = MEASURES[report.measure]
    if measure.name == SOLVED_AT:
        told = Message(
            "{experiment}: after how many of {epochs:,} {epochs:epoch|epochs} it is solved; grey is not, crosses "
            "diverged",
            experiment=report.plan.experiment.title,
            epochs=report.plan.epochs,
        )
        return translated(told)
    told = Message(
        "{experiment}: {measure} after {epochs:,} {epochs:epoch|epochs}; crosses diverged",
        experiment=report.plan.experiment.title,
        measure=measure.label,
        epochs=report.plan.epochs,
    )
    return translated(told)


def _paint(painter: QPainter, report: AtlasReport, look: Theme) -> None:
    shown = _Paper(look, WIDTH, HEIGHT)
    shown.show_report(report, report.measure)
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT + WORDS), QColor(look.surface))
    painter.setFont(shown.base_font)
    painter.setPen(QColor(look.text))
    painter.drawText(QRectF(0, 8, WIDTH, WORDS - 8), Qt.AlignmentFlag.AlignCenter, _words(report))
    painter.translate(0, WORDS)
    shown.paint_still(painter, QSizeF(WIDTH, HEIGHT))

"""Histograms over the epochs on paper: as a picture or a drawing, all quantities of all layers."""

from collections.abc import Callable, Mapping
from math import sqrt
from types import MappingProxyType

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from playground.messages import Message
from playground.messages.numbers import percent
from playground.training.histograms import ACTIVATIONS, GRADIENTS, QUANTITIES, WEIGHTS, Histograms
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.health.histogram_canvas import TICKS, HistogramCanvas, share_colors
from playground.views.kit.color_bar import ColorBar
from playground.views.pictures import OnPaper, Paper
from playground.views.theme import Theme

WIDTH, HEIGHT, MARGIN, LINE, BAR = 900.0, 210.0, 12.0, 24.0, 30.0
"""Of the paper and of the pictures of one quantity, at least; of a line of text, and of what the colours mean."""
HEADINGS: Mapping[str, Callable[[Histograms], Message]] = MappingProxyType(
    {
        WEIGHTS: lambda _: Message("Weights W"),
        ACTIVATIONS: lambda report: Message("Activations A of {n:,} training examples", n=report.examples),
        GRADIENTS: lambda _: Message("Gradients dW, by their size"),
    }
)


class _Paper(OnPaper, HistogramCanvas):
    """Histograms of another size and in other colours than the window's."""


class _Bar(OnPaper, ColorBar):
    """What their colours mean."""


def histograms_paper(snapshot: Snapshot, report: Histograms, look: Theme) -> Paper:
    parts, title = _parts(snapshot, report, look), translated(snapshot.experiment.title)
    return Paper(
        _paper(parts),
        lambda painter: _paint(painter, parts, snapshot, report),
        look.surface,
        title,
        _title(snapshot, report),
    )


def _parts(snapshot: Snapshot, report: Histograms, look: Theme) -> list[_Paper]:
    """Return a canvas for each quantity, as high as its layers need."""
    parts = []
    for quantity in QUANTITIES:
        room = _Paper(look, WIDTH - 2 * MARGIN, HEIGHT)
        room.show_report(report, quantity, snapshot.epoch)
        part = _Paper(look, WIDTH - 2 * MARGIN, max(HEIGHT, room.least_size().height()))
        part.show_report(report, quantity, snapshot.epoch)
        parts.append(part)
    return parts


def _paper(parts: list[_Paper]) -> tuple[float, float]:
    return WIDTH, LINE + BAR + 2 * MARGIN + sum(LINE + part.area.height() + MARGIN for part in parts)


def _title(snapshot: Snapshot, report: Histograms) -> str:
    told = Message(
        "{experiment}: how its numbers are spread, epochs {first:,} to {last:,}",
        experiment=snapshot.experiment.title,
        first=int(report.epochs[0]),
        last=int(report.epochs[-1]),
    )
    return translated(told)


def _paint(painter: QPainter, parts: list[_Paper], snapshot: Snapshot, report: Histograms) -> None:
    look, width = parts[0].theme, WIDTH - 2 * MARGIN
    painter.fillRect(QRectF(0, 0, *_paper(parts)), QColor(look.surface))
    painter.translate(MARGIN, MARGIN)

    def write(text: str) -> None:
        painter.setFont(parts[0].base_font)
        painter.setPen(QColor(look.text))
        painter.drawText(QRectF(0, 0, width, LINE), Qt.AlignmentFlag.AlignVCenter, text)
        painter.translate(0, LINE)

    write(_title(snapshot, report))
    for quantity, part in zip(QUANTITIES, parts, strict=True):
        write(translated(HEADINGS[quantity](report)))
        size = QSizeF(width, part.area.height())
        part.paint_still(painter, size)
        painter.translate(0, size.height() + MARGIN)
    bar = _Bar(look, width, BAR)
    bar.lay(lying=True)
    ticks = [(sqrt(share), percent(share).replace(".0", "")) for share in TICKS]
    bar.set_scale(share_colors, 0.0, 1.0, ticks=(ticks,))
    painter.setFont(bar.base_font)
    bar.paint(painter, QSizeF(width, BAR))

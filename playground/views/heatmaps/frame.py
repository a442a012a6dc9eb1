"""What stands around the heatmaps: captions, norms with their bars, the colour legend."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from playground.engine import ACTIVATIONS
from playground.messages import numbers
from playground.training.results import ProblemInfo
from playground.views.color_maps import diverging
from playground.views.forms.text import translated
from playground.views.heatmaps.layout import BAR_HEIGHT, CAPTION_TOP, Arrangement, Cell, Pane
from playground.views.kit.appearance import tabular
from playground.views.kit.color_bar import paint_bar, paint_ends
from playground.views.theme import Theme

NORM = "‖dW, db‖"
LOWEST_DECADE, HIGHEST_DECADE = -8, 2
"""The ends of the norms' bars, as powers of ten: always the same, so that a bar can be compared over time."""
_BAR_WIDTH = 84
_SMALL_SCALE = 0.88
_SMALLEST_OUTLINE = 5


class Frame:
    """What stands still around the cells, and the few numbers that move.

    `problem_info`, `theme`, `font`: what the captions say, and how.
    """

    def __init__(
        self, arrangement: Arrangement, problem_info: ProblemInfo, theme: Theme, font: QFont, width: float
    ) -> None:
        self._arrangement = arrangement
        self._problem_info = problem_info
        self._theme = theme
        self._font = tabular(font)
        self._small_font = tabular(font, _SMALL_SCALE)
        self._metrics = QFontMetrics(self._font)
        self._small_metrics = QFontMetrics(self._small_font)
        self._width = width
        self._number_span = self._small_metrics.horizontalAdvance("−0.0e-000")

    def paint_still(self, painter: QPainter) -> None:
        """Draw captions, tracks and the scale of colours."""
        for pane in self._arrangement.panes:
            self._paint_captions(painter, pane)
            self._paint_track(painter, pane)
        paint_bar(painter, self._color_bar, diverging(self._theme), self._theme)

    def paint_norms(self, painter: QPainter, norms: Sequence[float] | None) -> None:
        """Draw each layer's gradient norm as a number and a bar; a dash before the first update."""
        painter.setFont(self._small_font)
        painter.setPen(QColor(self._theme.text))
        metrics = self._small_metrics
        baseline = self._arrangement.norm_top + self._metrics.ascent()
        bars = []
        for position, pane in enumerate(self._arrangement.panes):
            norm = None if norms is None else norms[position]
            text = numbers.fitted(norm, int(pane.slot_width // metrics.horizontalAdvance("0")))
            if pane.slot_width >= metrics.horizontalAdvance(f"{NORM} −0.0e-000"):
                text = f"{NORM} {text}"
            painter.drawText(QPointF(pane.left, baseline), text)
            if norm is not None:
                bars.append(QRectF(pane.left, self._arrangement.bar_top, pane.slot_width * _fraction(norm), BAR_HEIGHT))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.muted))
        if bars:
            painter.drawRects(bars)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def paint_ends(self, painter: QPainter, end: float | None) -> None:
        """Write the ends of the colour scale beside it; None where every layer has its own."""
        painter.setFont(self._small_font)
        ends = ("−max", "+max") if end is None else (numbers.number(-end), numbers.signed(end))
        paint_ends(painter, self._color_bar, ends, self._theme)

    def paint_readout(self, painter: QPainter, cell: Cell, text: str) -> None:
        """Outline a cell, light within dark so that it shows on every colour, and write what it is."""
        box = self._arrangement.panes[cell.layer - 1].cell_box(cell.row, cell.column).rectangle
        # A cell that shares its place with others is too small to be outlined: mark where it is.
        x, y = (max(_SMALLEST_OUTLINE - side, 0) / 2 for side in (box.width(), box.height()))
        box.adjust(-x, -y, x, y)
        for margin, color in ((1.5, self._theme.surface), (0.5, self._theme.text)):
            painter.setPen(QPen(QColor(color), 1))
            painter.drawRect(box.adjusted(-margin, -margin, margin - 1, margin - 1))
        painter.setFont(self._font)
        width = self._color_bar.left() - self._number_span - 12
        place = QRectF(self._arrangement.panes[0].left, self._arrangement.readout_top, width, self._arrangement.line)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)

    def paint_notice(self, painter: QPainter, text: str) -> None:
        """Write something across the maps."""
        box = QRectF(0, 0, self._metrics.horizontalAdvance(text) + 20, self._metrics.height() + 8)
        middle = self._arrangement.maps_top + self._arrangement.maps_height / 2
        box.moveCenter(QPointF(self._width / 2, middle))
        painter.setFont(self._font)
        painter.setPen(QPen(QColor(self._theme.border), 1))
        painter.setBrush(QColor(self._theme.raised))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    @property
    def _color_bar(self) -> QRectF:
        left = self._width - 12 - self._number_span - _BAR_WIDTH
        return QRectF(left, self._arrangement.readout_top + 3.5, _BAR_WIDTH, self._arrangement.line - 7)

    def explanation(self, x: float) -> str:
        """Return the sentence behind the caption at `x`."""
        pane = next((pane for pane in self._arrangement.panes if x < pane.left + pane.slot_width), None)
        if pane is None:
            return ""
        one = QCoreApplication.translate("HeatmapView", "{layer}, {activation}: {shape} weights, then one bias.")
        several = QCoreApplication.translate(
            "HeatmapView", "{layer}, {activation}: {shape} weights, then a column of {rows} biases."
        )
        sentence = one if pane.rows == 1 else several
        title, activation = self._title(pane), self._activation(pane)
        text = sentence.format(layer=title, activation=activation, shape=_shape(pane), rows=pane.rows)
        if pane.pooled:
            note = QCoreApplication.translate("HeatmapView", "Each drawn cell shows the strongest of {block} weights.")
            text += " " + note.format(block=_block(pane))
        return text

    def _title(self, pane: Pane) -> str:
        """Return what the layer is called in the diagram above."""
        if pane.layer == len(self._arrangement.panes):
            return QCoreApplication.translate("HeatmapView", "Output")
        return QCoreApplication.translate("HeatmapView", "Layer {layer}").format(layer=pane.layer)

    def _activation(self, pane: Pane) -> str:
        return translated(ACTIVATIONS[self._problem_info.activations[pane.layer - 1]].label)

    def _paint_captions(self, painter: QPainter, pane: Pane) -> None:
        title = self._title(pane)
        captions = (f"{title}  {_shape(pane)}", title, str(pane.layer))
        activation = self._activation(pane)
        notes: tuple[str, ...] = (activation,)
        if pane.pooled:
            strongest = QCoreApplication.translate("HeatmapView", "strongest of {block}").format(block=_block(pane))
            notes = (f"{activation} · {strongest}", strongest, f"max {_block(pane)}", activation)
        left, ascent = pane.left, self._metrics.ascent()
        painter.setPen(QColor(self._theme.text))
        painter.setFont(self._font)
        painter.drawText(left, CAPTION_TOP + ascent, _longest(captions, self._metrics, pane.slot_width))
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(self._small_font)
        note = _longest(notes, self._small_metrics, pane.slot_width)
        painter.drawText(left, self._arrangement.note_top + ascent, note)

    def _paint_track(self, painter: QPainter, pane: Pane) -> None:
        top = self._arrangement.bar_top
        painter.fillRect(QRectF(pane.left, top, pane.slot_width, BAR_HEIGHT), QColor(self._theme.neutral))
        painter.setPen(QPen(QColor(self._theme.border), 1))
        decades = HIGHEST_DECADE - LOWEST_DECADE
        ticks = [pane.left + round(pane.slot_width * step / decades) for step in range(2, decades, 2)]
        painter.drawLines([QLineF(x, top, x, top + BAR_HEIGHT - 1) for x in ticks])


def _shape(pane: Pane) -> str:
    return f"{pane.rows}×{pane.columns - 1}"


def _block(pane: Pane) -> str:
    return f"{pane.row_step}×{pane.column_step}"


def _longest(forms: Sequence[str], metrics: QFontMetrics, width: int) -> str:
    """Return the longest of the forms that fits, else what there is room for of the last."""
    fitting = (form for form in forms if metrics.horizontalAdvance(form) <= width)
    return next(fitting, metrics.elidedText(forms[-1], Qt.TextElideMode.ElideRight, width))


def _fraction(norm: float) -> float:
    """Return how much of its track a norm's bar fills, on the logarithmic scale."""
    if math.isnan(norm) or norm <= 0:
        return 0.0
    if math.isinf(norm):
        return 1.0
    decades = (math.log10(norm) - LOWEST_DECADE) / (HIGHEST_DECADE - LOWEST_DECADE)
    return min(max(decades, 0.0), 1.0)

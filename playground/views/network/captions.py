"""The diagram's texts that stay: names of features and outputs, how many neurons have no room, the legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from playground.training.results import ProblemInfo
from playground.views.network.edges import THINNEST, Edges
from playground.views.network.layout import Box, Column, Layout
from playground.views.network.names import draw_script, elided, feature_label, script_width
from playground.views.theme import Theme

translate = QCoreApplication.translate
_PADDING = 6.0
_SAMPLE = 22.0
_SQUARE = 7.0


@dataclass(frozen=True)
class Captions:
    """The texts of one problem in one font; names longer than `room` are shortened."""

    features: tuple[str, ...]
    outputs: tuple[str, ...]
    font: QFont
    room: float

    @classmethod
    def of(cls, problem_info: ProblemInfo, font: QFont, room: float) -> "Captions":
        features = tuple(feature_label(name, problem_info.input_names) for name in problem_info.feature_names)
        return cls(features, problem_info.output_names, font, room)

    def width(self, names: Sequence[str]) -> float:
        """Return the room that names need beside their tiles, padding included."""
        longest = max((script_width(name, self.font) for name in names), default=0.0)
        return min(longest, self.room) + _PADDING

    def paint(self, painter: QPainter, layout: Layout, theme: Theme, edges: Edges) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        painter.setPen(QColor(theme.text))
        self._paint_names(painter, layout.columns[0], self.features, before=True)
        self._paint_names(painter, layout.columns[-1], self.outputs, before=False)
        for column in layout.columns:
            if column.more is not None:
                self._paint_more(painter, column, column.more, theme)
        self._paint_legend(painter, layout, theme, edges)

    def _paint_names(self, painter: QPainter, column: Column, names: Sequence[str], before: bool) -> None:
        width = self.width(names)
        side = Qt.AlignmentFlag.AlignRight if before else Qt.AlignmentFlag.AlignLeft
        for unit in column.units:
            box = column.box(unit)
            left = box.left - width if before else box.left + box.width + _PADDING
            text = elided(names[unit], self.font, width - _PADDING + 0.5)
            rect = QRectF(left, box.top, width - _PADDING, box.height)
            draw_script(painter, rect, side, text, self.font)

    def _paint_more(self, painter: QPainter, column: Column, box: Box, theme: Theme) -> None:
        rect = QRectF(box.left, box.top, box.width, box.height)
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(QColor(theme.text))
        text = translate("NetworkView", "+{count} more").format(count=column.hidden)
        if QFontMetricsF(self.font).horizontalAdvance(text) > box.width - 4:
            text = f"+{column.hidden}"
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_legend(self, painter: QPainter, layout: Layout, theme: Theme, edges: Edges) -> None:
        """Say what lines and squares mean, as far as there is room; and which weights are not drawn."""
        metrics, notes = QFontMetricsF(self.font), _notes(edges)
        note_width = min((metrics.horizontalAdvance(note) for note in notes), default=0.0)
        place = QRectF(10, layout.height - metrics.height() - 5, layout.width - 20, metrics.height())
        of_image = translate("NetworkView", "{count} weights each").format(count=layout.columns[0].size)
        weights = (
            (translate("NetworkView", "positive weight"), _SAMPLE, partial(_line, theme.positive, False)),
            (translate("NetworkView", "negative"), _SAMPLE, partial(_line, theme.negative, True)),
        )
        bundle = ((of_image, _SAMPLE, partial(_line, theme.muted, False)),) if layout.columns[0].image else ()
        biases = (
            (translate("NetworkView", "bias ≥ 0"), _SQUARE, partial(_bias, theme, True)),
            (translate("NetworkView", "bias < 0"), _SQUARE, partial(_bias, theme, False)),
        )
        for entries, kept in ((weights, -layout.width), (bundle, 0.0), (biases, note_width)):
            if sum(metrics.horizontalAdvance(text) + wide + 21 for text, wide, _draw in entries) > place.width() - kept:
                continue
            for text, wide, draw in entries:
                draw(painter, QRectF(place.left(), place.top(), wide, place.height()))
                painter.setPen(QColor(theme.muted))
                place.setLeft(place.left() + wide + 5)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
                place.setLeft(place.left() + metrics.horizontalAdvance(text) + 16)
        note = next((note for note in notes if metrics.horizontalAdvance(note) <= place.width()), "")
        painter.setPen(QColor(theme.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)


def paint_bias(painter: QPainter, square: QRectF, positive: bool, theme: Theme) -> None:
    """Draw a bias's sign: a filled blue square where it is not negative, a hollow orange one where it is."""
    if positive:
        painter.fillRect(square, QColor(theme.positive))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.negative), 1.5))
        painter.drawRect(square.adjusted(0.75, 0.75, -0.75, -0.75))


def _line(color: str, dashed: bool, painter: QPainter, place: QRectF) -> None:
    pen = QPen(QColor(color), 2 + THINNEST)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([1.8, 1.2])
    painter.setPen(pen)
    painter.drawLine(QLineF(place.left(), place.center().y(), place.right(), place.center().y()))


def _bias(theme: Theme, positive: bool, painter: QPainter, place: QRectF) -> None:
    top = round(place.top() + (place.height() - _SQUARE) / 2)
    paint_bias(painter, QRectF(place.left(), top, _SQUARE, _SQUARE), positive, theme)


def _notes(edges: Edges) -> list[str]:
    """Return what to say about weights that are not drawn, the longest first."""
    if edges.drawn >= edges.total:
        return []
    texts = (
        translate("NetworkView", "the {drawn:,} strongest of {total:,} weights are drawn")
        if edges.straight
        else translate("NetworkView", "{drawn:,} of {total:,} weights are drawn"),
        translate("NetworkView", "{drawn:,} of {total:,} weights"),
    )
    return [text.format(drawn=edges.drawn, total=edges.total) for text in texts]

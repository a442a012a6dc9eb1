"""The diagram's texts that stay: names of features and outputs, how many neurons have no room, the legend."""

from collections.abc import Sequence
from dataclasses import dataclass

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
        metrics = QFontMetricsF(self.font)
        top = layout.height - metrics.height() - 5
        middle = top + metrics.height() / 2
        left = 10.0
        for text, color, style in (
            (translate("NetworkView", "positive weight"), theme.positive, Qt.PenStyle.SolidLine),
            (translate("NetworkView", "negative"), theme.negative, Qt.PenStyle.CustomDashLine),
        ):
            pen = QPen(QColor(color), 2 + THINNEST, style)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if style is Qt.PenStyle.CustomDashLine:
                pen.setDashPattern([1.8, 1.2])
            painter.setPen(pen)
            painter.drawLine(QLineF(left, middle, left + _SAMPLE, middle))
            left += _SAMPLE + 5
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(left, top, 400, metrics.height()), Qt.AlignmentFlag.AlignVCenter, text)
            left += metrics.horizontalAdvance(text) + 16
        left = self._paint_bundle_legend(painter, QRectF(left, top, layout.width - 10 - left, 0), layout, theme)
        notes = _notes(edges)
        note_width = min((metrics.horizontalAdvance(note) for note in notes), default=0.0)
        left = self._paint_bias_legend(painter, QRectF(left, top, layout.width - 10 - note_width - left, 0), theme)
        room = layout.width - left - 10
        note = next((note for note in notes if metrics.horizontalAdvance(note) <= room), "")
        rect = QRectF(left, top, room, metrics.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)

    def _paint_bundle_legend(self, painter: QPainter, room: QRectF, layout: Layout, theme: Theme) -> float:
        """Say what a line from an image stands for, if there is one and room; return where to go on."""
        text = translate("NetworkView", "{count} weights each").format(count=layout.columns[0].size)
        metrics = QFontMetricsF(self.font)
        end = room.left() + _SAMPLE + 5 + metrics.horizontalAdvance(text) + 16
        if layout.columns[0].image is None or end > room.right():
            return room.left()
        middle = room.top() + metrics.height() / 2
        painter.setPen(QPen(QColor(theme.muted), 2 + THINNEST))
        painter.drawLine(QLineF(room.left(), middle, room.left() + _SAMPLE, middle))
        words = QRectF(room.left() + _SAMPLE + 5, room.top(), 400, metrics.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        return end

    def _paint_bias_legend(self, painter: QPainter, room: QRectF, theme: Theme) -> float:
        """Say what the squares on the neurons are, if there is room; return where the next text may begin."""
        metrics = QFontMetricsF(self.font)
        texts = (translate("NetworkView", "bias ≥ 0"), translate("NetworkView", "bias < 0"))
        ends = sum(metrics.horizontalAdvance(text) + _SQUARE + 5 + 16 for text in texts)
        if ends > room.width():
            return room.left()
        left, top, height = room.left(), room.top(), metrics.height()
        for text, positive in zip(texts, (True, False), strict=True):
            square = QRectF(left, round(top + (height - _SQUARE) / 2), _SQUARE, _SQUARE)
            paint_bias(painter, square, positive, theme)
            left += _SQUARE + 5
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(left, top, 400, height), Qt.AlignmentFlag.AlignVCenter, text)
            left += metrics.horizontalAdvance(text) + 16
        return left


def paint_bias(painter: QPainter, square: QRectF, positive: bool, theme: Theme) -> None:
    """Draw a bias's sign: a filled blue square where it is not negative, a hollow orange one where it is."""
    if positive:
        painter.fillRect(square, QColor(theme.positive))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.negative), 1.5))
        painter.drawRect(square.adjusted(0.75, 0.75, -0.75, -0.75))


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

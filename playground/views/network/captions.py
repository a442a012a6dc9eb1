"""The diagram's texts that stay: names of features and outputs, how many neurons have no room, the legend."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from playground.training.results import ProblemInfo
from playground.views.kit.grid import Box
from playground.views.kit.key import GAPS, Entry, arrange, paint_key, width_of
from playground.views.network.edges import THINNEST, Edges
from playground.views.network.layout import Column, Layout
from playground.views.network.names import draw_script, elided, feature_label, script_width
from playground.views.theme import Theme

translate = QCoreApplication.translate
_PADDING = 6.0
_SAMPLE = 22.0
_SQUARE = 7.0


class Captions(Struct, frozen=True):
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
        weights = [
            Entry(translate("NetworkView", "positive weight"), _SAMPLE, partial(_line, False)),
            Entry(translate("NetworkView", "negative"), _SAMPLE, partial(_line, True)),
        ]
        bundle = [Entry(of_image, _SAMPLE, partial(_line, None))] if layout.columns[0].image else []
        biases = [
            Entry(translate("NetworkView", "bias ≥ 0"), _SQUARE, partial(_bias, True)),
            Entry(translate("NetworkView", "bias < 0"), _SQUARE, partial(_bias, False)),
        ]
        shown = weights
        for entries, kept in ((bundle, 0.0), (biases, note_width)):
            if width_of([*shown, *entries], metrics) + GAPS[0] <= place.width() - kept:
                shown = [*shown, *entries]
        paint_key(painter, place, shown, arrange(shown, place.width(), metrics, rows=1), theme, theme.muted)
        place.setLeft(place.left() + width_of(shown, metrics) + GAPS[0])
        note = next((note for note in notes if metrics.horizontalAdvance(note) <= place.width()), "")
        painter.setPen(QColor(theme.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)


def mark_bias(painter: QPainter, box: Box, positive: bool, theme: Theme) -> None:
    """Draw the bias's sign in a tile's corner."""
    side = 7.0 if box.width >= 26 else 5.0
    square = QRectF(box.left + 1.5, box.top + box.height - side - 1.5, side, side)
    painter.fillRect(square.adjusted(-1, -1, 1, 1), QColor(theme.surface))
    paint_bias(painter, square, positive, theme)


def paint_bias(painter: QPainter, square: QRectF, positive: bool, theme: Theme) -> None:
    """Draw a bias's sign: a filled blue square where it is not negative, a hollow orange one where it is."""
    if positive:
        painter.fillRect(square, QColor(theme.positive))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.negative), 1.5))
        painter.drawRect(square.adjusted(0.75, 0.75, -0.75, -0.75))


def _line(negative: bool | None, painter: QPainter, place: QPointF, theme: Theme) -> None:
    color = theme.muted if negative is None else theme.negative if negative else theme.positive
    pen = QPen(QColor(color), 2 + THINNEST)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if negative:
        pen.setDashPattern([1.8, 1.2])
    painter.setPen(pen)
    painter.drawLine(place, place + QPointF(_SAMPLE, 0))


def _bias(positive: bool, painter: QPainter, place: QPointF, theme: Theme) -> None:
    paint_bias(painter, QRectF(place.x(), round(place.y() - _SQUARE / 2), _SQUARE, _SQUARE), positive, theme)


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

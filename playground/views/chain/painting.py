"""Draws a graph: first what stays while numbers change, then the numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from playground.expressions import Evaluation
from playground.expressions.graph import Array
from playground.views.chain.drawing import NUMBER_GAP, Drawing, Fonts, Wire
from playground.views.chain.gates import Gate
from playground.views.chain.numbers import short
from playground.views.theme import Theme

ROUND = 9.0
SOURCE_ROUND = 15.0
READABLE = 0.3
"""At a smaller zoom nothing is written beside the plates."""
_STACK = 4.5
_ARROW = 5.5
_HATCHED = (34.0, 7.0)
_CENTER = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


@dataclass(frozen=True, eq=False)
class Words:
    """The few words that a drawing can contain, in the language of the window."""

    undefined: str


@dataclass(frozen=True, eq=False)
class Marks:
    """What is set off from the rest.

    Attributes
    ----------
    selected
        The node whose card is shown; empty for none.
    wire
        The edge whose Jacobian is shown.
    active
        The node that the backward pass has just visited; empty for none.
    hovered
        The node under the mouse.
    """

    selected: str = ""
    wire: Wire | None = None
    active: str = ""
    hovered: str = ""


def paint_structure(painter: QPainter, drawing: Drawing, theme: Theme, fonts: Fonts, problems: Iterable[str]) -> None:
    """Draw edges and plates."""
    line = QColor(theme.muted)
    line.setAlphaF(0.75)
    painter.setPen(QPen(line, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(drawing.all_wires)
    arrows = QPainterPath()
    for wire in drawing.wires:
        arrows.addPolygon(_arrow(wire.last.currentPosition(), 1.0))
    painter.fillPath(arrows, QColor(theme.muted))
    wrong = frozenset(problems)
    for name, gate in drawing.gates.items():
        _plate(painter, gate, drawing.plates[name], theme, fonts, wrong=name in wrong)


def paint_marks(painter: QPainter, drawing: Drawing, theme: Theme, marks: Marks) -> None:
    """Draw what is selected, and the flow of the backward pass out of the gate it has just visited."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if marks.wire is not None and marks.wire in drawing.wires:
        painter.setPen(QPen(QColor(theme.accent), 2.6))
        painter.drawPath(drawing.path_of(marks.wire))
    if marks.active in drawing.plates:
        color = QColor(theme.backward)
        for wire in drawing.wires:
            if wire.edge.target == marks.active:
                painter.setPen(QPen(color, 2.2))
                painter.drawPath(drawing.path_of(wire))
                source = drawing.plates[wire.edge.source]
                painter.fillPath(_arrow_path(QPointF(source.right() + 1, source.center().y()), -1.4), color)
        painter.setPen(QPen(color, 2.4))
        _outline(painter, drawing, marks.active, 1.5)
    if marks.hovered in drawing.plates and marks.hovered != marks.selected:
        painter.setPen(QPen(QColor(theme.accent), 1))
        _outline(painter, drawing, marks.hovered, 1.5)
    if marks.selected in drawing.plates and marks.selected != marks.active:
        painter.setPen(QPen(QColor(theme.accent), 2))
        _outline(painter, drawing, marks.selected, 2)


def paint_numbers(
    painter: QPainter,
    drawing: Drawing,
    evaluation: Evaluation,
    gradients: Mapping[str, Array | None],
    visited: frozenset[str],
    theme: Theme,
    fonts: Fonts,
    words: Words,
) -> None:
    """Write values above and gradients below every plate, and the parts of a gradient on edges that share a source."""
    forward, backward = QColor(theme.forward), QColor(theme.backward)
    undefined = QColor(theme.error)
    hatch = QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern)
    hatched: list[QRectF] = []
    painter.setFont(fonts.number)
    gradient_texts: list[tuple[QRectF, str, bool]] = []
    painter.setPen(forward)
    for name, plate in drawing.plates.items():
        record = evaluation[name]
        above = QRectF(plate.center().x() - 80, plate.top() - drawing.line - NUMBER_GAP, 160, drawing.line - 1)
        below = QRectF(plate.center().x() - 80, plate.bottom() + NUMBER_GAP, 160, drawing.line - 1)
        if record.is_defined:
            painter.drawText(above, _CENTER, short(record.value))
        else:
            gradient_texts.append((above, words.undefined, True))
        if name not in gradients:
            width, height = _HATCHED
            hatched.append(QRectF(plate.center().x() - width / 2, plate.bottom() + NUMBER_GAP + 4, width, height))
            continue
        gradient = gradients[name]
        text = words.undefined if gradient is None else short(gradient)
        gradient_texts.append((below, text, gradient is None))
    painter.setPen(backward)
    for place, text, is_undefined in gradient_texts:
        if not is_undefined:
            painter.drawText(place, _CENTER, text)
    painter.setPen(undefined)
    for place, text, is_undefined in gradient_texts:
        if is_undefined:
            painter.drawText(place, _CENTER, text)
    if hatched:
        painter.setPen(QPen(QColor(theme.hatch), 0.6))
        painter.setBrush(hatch)
        painter.drawRects(hatched)
    _edge_labels(painter, drawing, evaluation, visited, theme, fonts, words)


def _edge_labels(
    painter: QPainter,
    drawing: Drawing,
    evaluation: Evaluation,
    visited: frozenset[str],
    theme: Theme,
    fonts: Fonts,
    words: Words,
) -> None:
    painter.setFont(fonts.label)
    metrics = QFontMetricsF(fonts.label)
    height = metrics.height()
    ground = QColor(theme.surface)
    ground.setAlphaF(0.88)
    muted, backward, undefined = QColor(theme.muted), QColor(theme.backward), QColor(theme.error)
    for wire in drawing.wires:
        texts: list[tuple[str, QColor]] = []
        if wire.shape:
            texts.append((wire.shape, muted))
        if wire.shared and wire.edge.target in visited:
            part = evaluation[wire.edge.target].contributions[wire.position]
            if part is None:
                texts.append((words.undefined, undefined))
            elif part.ndim == 0:
                texts.append((short(part), backward))
        top = wire.label.y() - height * len(texts) / 2
        for text, color in texts:
            width = metrics.horizontalAdvance(text) + 6
            place = QRectF(wire.label.x() - width / 2, top, width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(place, 3, 3)
            painter.setPen(color)
            painter.drawText(place, _CENTER, text)
            top += height


def _plate(painter: QPainter, gate: Gate, plate: QRectF, theme: Theme, fonts: Fonts, *, wrong: bool) -> None:
    border = QColor(theme.error if wrong else theme.accent if gate.is_output else theme.muted)
    if not (wrong or gate.is_output):
        border.setAlphaF(0.8)
    radius = SOURCE_ROUND if gate.is_source else ROUND
    painter.setPen(QPen(border, 2.0 if wrong or gate.is_output else 1.1))
    fill = QColor(theme.neutral if gate.is_source else theme.raised)
    painter.setBrush(fill)
    if gate.folding == "unfold":  # a stack: there is more inside
        painter.drawRoundedRect(plate.adjusted(_STACK, _STACK, _STACK, -_STACK), radius, radius)
    painter.drawRoundedRect(plate, radius, radius)
    painter.setPen(QColor(theme.text))
    painter.setFont(fonts.symbol)
    if not gate.caption:
        painter.drawText(plate, _CENTER, gate.symbol)
    else:
        line = QFontMetricsF(fonts.caption).height()
        painter.drawText(plate.adjusted(0, 1, 0, -line), _CENTER, gate.symbol)
        painter.setPen(QColor(theme.accent if gate.is_named else theme.muted))
        painter.setFont(fonts.caption)
        painter.drawText(plate.adjusted(0, plate.height() - line - 3, 0, -2), _CENTER, gate.caption)
    if wrong:
        _warning(painter, plate.topRight(), theme, fonts)


def _warning(painter: QPainter, corner: QPointF, theme: Theme, fonts: Fonts) -> None:
    badge = QRectF(corner.x() - 8, corner.y() - 3, 15, 15)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.error))
    painter.drawEllipse(badge)
    painter.setPen(QColor(theme.surface))
    painter.setFont(fonts.caption)
    painter.drawText(badge, _CENTER, "!")


def _outline(painter: QPainter, drawing: Drawing, name: str, distance: float) -> None:
    plate = drawing.plates[name]
    radius = SOURCE_ROUND if drawing.gates[name].is_source else ROUND
    grown = plate.adjusted(-distance, -distance, distance, distance)
    painter.drawRoundedRect(grown, radius + distance, radius + distance)


def _arrow(tip: QPointF, direction: float) -> QPolygonF:
    back = tip.x() - _ARROW * direction
    half = _ARROW * 0.55 * abs(direction)
    return QPolygonF([tip, QPointF(back, tip.y() - half), QPointF(back, tip.y() + half)])


def _arrow_path(tip: QPointF, direction: float) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(_arrow(tip, direction))
    return path

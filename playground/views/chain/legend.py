"""What green and red mean, and what went wrong, along the lower edge of the graph."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from playground.expressions import Evaluation
from playground.views.chain.drawing import Fonts
from playground.views.chain.gates import shown_name
from playground.views.forms.text import translated
from playground.views.theme import Theme

translate = QCoreApplication.translate

MARGIN = 10.0
MOST_PROBLEMS = 3
_SWATCH = 14.0


def paint_legend(painter: QPainter, area: QRectF, evaluation: Evaluation, theme: Theme, fonts: Fonts) -> None:
    """Draw one line, and above it a line for each problem."""
    painter.setFont(fonts.caption)
    metrics = QFontMetricsF(fonts.caption)
    line = metrics.height() + 2
    top = area.bottom() - MARGIN + 2 - line
    output = shown_name(evaluation.graph.output)
    shown = f"sum({output})" if evaluation.output.value.ndim else output
    entries = (
        (theme.forward, translate("ChainView", "value, above"), False),
        (theme.backward, translate("ChainView", "gradient ∂{output}/∂…, below").format(output=shown), False),
        (theme.hatch, translate("ChainView", "not computed yet"), True),
    )
    x = area.left() + MARGIN
    for color, text, hatched in entries:
        swatch = QRectF(x, top + line / 2 - 3, _SWATCH, 7)
        if hatched:
            painter.setPen(QPen(QColor(color), 0.6))
            painter.setBrush(QBrush(QColor(color), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(swatch)
        else:
            painter.fillRect(swatch.adjusted(0, 2, 0, -2), QColor(color))
        painter.setPen(QColor(theme.muted))
        width = metrics.horizontalAdvance(text)
        place = QRectF(x + _SWATCH + 5, top, width, line)
        if place.right() > area.right():
            break
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
        x = place.right() + 16
    problems = evaluation.problems
    texts = [
        translate("ChainView", "{name}, line {line}: {problem}").format(
            name=shown_name(record.name), line=record.node.line, problem=translated(record.problem)
        )
        for record in problems[:MOST_PROBLEMS]
    ]
    if len(problems) > MOST_PROBLEMS:
        texts[-1] += f"  (+{len(problems) - MOST_PROBLEMS})"
    for text in reversed(texts):
        top -= line + 4
        shortened = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() - 2 * MARGIN - 16)
        place = QRectF(area.left() + MARGIN, top, metrics.horizontalAdvance(shortened) + 16, line + 2)
        ground = QColor(theme.error)
        ground.setAlphaF(0.12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(place, 4, 4)
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(QColor(theme.error))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shortened)

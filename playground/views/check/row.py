"""One line of the table: the errors of one parameter array, its words, and the mark of its verdict."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from playground.engine import ParameterCheck
from playground.messages import numbers
from playground.views.theme import Theme

Verdict = Literal["agrees", "differs", "unknown"]


def verdict_color(verdict: Verdict, theme: Theme) -> str:
    return {"agrees": theme.positive, "differs": theme.error, "unknown": theme.muted}[verdict]


def _tick(painter: QPainter, stroke: QPen, _theme: Theme) -> None:
    painter.drawEllipse(QPointF(0, 0), 7, 7)
    painter.setPen(stroke)
    painter.drawPolyline(QPolygonF([QPointF(-3.2, 0.2), QPointF(-0.9, 2.6), QPointF(3.2, -2.4)]))


def _cross(painter: QPainter, stroke: QPen, _theme: Theme) -> None:
    painter.drawPolygon(QPolygonF([QPointF(0, -8), QPointF(8, 0), QPointF(0, 8), QPointF(-8, 0)]))
    painter.setPen(stroke)
    painter.drawLine(QPointF(-2.3, -2.3), QPointF(2.3, 2.3))
    painter.drawLine(QPointF(-2.3, 2.3), QPointF(2.3, -2.3))


def _hatch(painter: QPainter, _stroke: QPen, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.hatch), 1.2))
    painter.setBrush(QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern))
    painter.drawEllipse(QPointF(0, 0), 6, 6)


SHAPES: Mapping[Verdict, Callable[[QPainter, QPen, Theme], None]] = MappingProxyType(
    {"agrees": _tick, "differs": _cross, "unknown": _hatch}
)
"""What each verdict looks like."""


def paint_mark(painter: QPainter, area: QRectF, verdict: Verdict, theme: Theme) -> None:
    """Draw a mark into a square; its shape says as much as its colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = QColor(verdict_color(verdict, theme))
    painter.translate(area.center())
    painter.scale(area.width() / 16, area.height() / 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    stroke = QPen(QColor(theme.surface), 1.8)
    stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroke.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    SHAPES[verdict](painter, stroke, theme)
    painter.restore()


class Row(Struct, frozen=True):
    """One parameter array; numbers are None before the check is complete."""

    name: str
    shape: tuple[int, int]
    mean_difference: float | None = None
    relative_error: float | None = None
    verdict: Verdict = "unknown"
    kinks: int = 0
    rounding: int = 0

    @property
    def unjudged(self) -> int:
        """How many entries neither pass nor fail."""
        return self.kinks + self.rounding

    @property
    def word(self) -> str:
        if self.mean_difference is not None and self.verdict == "unknown":
            return QCoreApplication.translate("CheckTable", "not judged")
        return verdict_text(self.verdict)

    @classmethod
    def of(cls, check: ParameterCheck) -> "Row":
        rows, columns = check.analytic.shape
        judged = bool((~check.at_kink & ~check.in_rounding).any())
        return cls(
            check.name,
            (rows, columns),
            check.mean_absolute_difference,
            check.max_relative_error,
            ("agrees" if check.passed else "differs") if judged else "unknown",
            int(check.at_kink.sum()),
            int(check.in_rounding.sum()),
        )


def verdict_text(verdict: Verdict) -> str:
    return {
        "agrees": QCoreApplication.translate("CheckTable", "agrees"),
        "differs": QCoreApplication.translate("CheckTable", "differs"),
        "unknown": QCoreApplication.translate("CheckTable", "not yet"),
    }[verdict]


def error_text(error: float | None) -> str:
    """Return an error with two digits: ``2.0e-11``, and ``1.0`` rather than ``1.0e0``."""
    return numbers.scientific(error, 2).removesuffix("e0")


def cell_text(row: Row, column: int) -> str:
    """Return what a cell says: the array, its mean difference, its largest relative error, the verdict."""
    if column == 0:
        return f"{row.name}  {row.shape[0]}×{row.shape[1]}"
    if column == 1:
        return error_text(row.mean_difference)
    if column == 2:
        return error_text(row.relative_error)
    parts = [row.word]
    if row.kinks:
        parts.append(QCoreApplication.translate("CheckTable", "{count} at kinks").format(count=row.kinks))
    if row.rounding:
        parts.append(QCoreApplication.translate("CheckTable", "{count} in rounding").format(count=row.rounding))
    return ", ".join(parts)

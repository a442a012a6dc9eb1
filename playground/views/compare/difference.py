"""Where two networks answer differently, as a picture."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from playground.messages.numbers import percent, significant
from playground.training.branches.report import Difference
from playground.views.color_maps import bgra, diverging, towards
from playground.views.kit.canvas import Canvas
from playground.views.kit.empty import paint_invitation
from playground.views.output.field import field_image
from playground.views.pairs.side import PICTURE, square_in
from playground.views.runs.thumbnail import EDGE
from playground.views.theme import Theme

USUAL = 260


class DifferencePicture(Canvas):
    """The map: classes that are not the same in one colour, numbers that are larger or smaller in two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._difference: Difference | None = None
        self._why_none = ""
        self.setAccessibleName(self.tr("Where the two answer differently"))

    def show_difference(self, difference: Difference | None, why_none: str) -> None:
        """Show another moment; `why_none` says why there is no map."""
        if (difference, why_none) != (self._difference, self._why_none):
            self._difference, self._why_none = difference, why_none
            self.renew()

    def as_text(self) -> str:
        return self._why_none if self._difference is None else "\n".join(difference_lines(self._difference))

    def preferred_size(self) -> QSizeF:
        return QSizeF(USUAL, USUAL)

    def least_size(self) -> QSizeF:
        return QSizeF(PICTURE, PICTURE)

    def paint_still(self, painter: QPainter, _size: QSizeF, /) -> None:
        area = square_in(self.area).adjusted(EDGE, 0, 0, 0)
        painter.fillRect(area, QColor(self.theme.neutral))
        if self._difference is None:
            paint_invitation(painter, area, self._why_none, self.theme)
        elif self._difference.values.ndim == 1:
            _paint_line(painter, area, self._difference, self.theme)
        else:
            painter.drawImage(area, difference_image(self._difference, self.theme))


def difference_title() -> str:
    return QCoreApplication.translate("DifferencePanel", "Difference of the two")


def difference_lines(difference: Difference) -> tuple[str, str]:
    """Return how much differs, and what the colours mean."""
    if difference.share is not None:
        told = QCoreApplication.translate("DifferencePanel", "{share} of the map")
        colors = QCoreApplication.translate("DifferencePanel", "coloured: B says another class")
        return told.format(share=percent(difference.share)), colors
    told = QCoreApplication.translate("DifferencePanel", "typically {value} apart")
    colors = QCoreApplication.translate("DifferencePanel", "blue: B is higher; orange: lower")
    if difference.values.ndim == 1:
        colors = QCoreApplication.translate("DifferencePanel", "above the line: B is higher")
    return told.format(value=significant(difference.typical, 3)), colors


def difference_image(difference: Difference, look: Theme) -> QImage:
    """Return the map of a difference over a plane, upright."""
    if difference.share is not None:
        pixels = field_image(difference.values, 0.0, 1.0, bgra(towards(look, look.accent)), 2)
    else:
        end = float(np.abs(difference.values).max()) or 1.0
        pixels = field_image(difference.values, -end, end, bgra(diverging(look)))
    upright = np.ascontiguousarray(pixels[::-1])
    height, width = upright.shape
    return QImage(upright.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def _paint_line(painter: QPainter, area: QRectF, difference: Difference, look: Theme) -> None:
    """Draw a difference over one input, its zero in the middle."""
    values = difference.values
    end = float(np.abs(values).max()) or 1.0
    middle = area.center().y()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.outline), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
    across = np.linspace(area.left(), area.right(), len(values)).tolist()
    down = (middle - values / end * (area.height() / 2 - 4)).tolist()
    painter.setPen(QPen(QColor(look.accent), 1.5))
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(across, down, strict=True)]))

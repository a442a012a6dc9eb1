"""How often residuals of each size occur: bars of the training examples, an outline for the test examples."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QVBoxLayout, QWidget

from playground.training.metrics import Fractions
from playground.training.questions.results import BINS
from playground.views.color_maps import towards
from playground.views.kit.appearance import theme
from playground.views.landscape.overlay import Overlay
from playground.views.plots.canvas import PlotCanvas
from playground.views.plots.ticks import round_up

PALE = 150
"""Of the 256 shades from neutral to the colour of the training examples."""
LOOSEST = 2.5
"""The axis is fitted anew where the highest bar leaves more than this much room."""


class ResidualHistogram(QWidget):
    """Two distributions of residuals over one another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reach = self._top = 1.0
        self._train: Fractions | None = None
        self._test: Fractions | None = None
        self.canvas = PlotCanvas(widest="100")
        self.canvas.setAccessibleName(self.tr("Histogram of the residuals"))
        self.canvas.set_scale(100.0)
        self._bars = Overlay(self.canvas, self._paint, depth=10)
        self.canvas.moved.connect(self._bars.place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)

    @property
    def bars(self) -> tuple[Fractions | None, Fractions | None]:
        """The shares of training and test examples in each bin."""
        return self._train, self._test

    def show_shares(self, train: Fractions | None, test: Fractions | None, reach: float) -> None:
        """Show which shares of either part, or of both, are in the bins from −`reach` to `reach`."""
        self._reach, self._train, self._test = reach, train, test
        highest = max((float(part.max()) for part in (self._train, self._test) if part is not None), default=0.0)
        if not self._top / LOOSEST <= highest <= self._top:
            self._top = min(round_up(highest * 1.02), 1.05) if highest else 1.0
        self.canvas.set_home((-reach, reach), (0.0, self._top))
        self._bars.place()

    def _paint(self, painter: QPainter, to_pixels: QTransform, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._train is not None:
            # Between the surface and the curve's colour, opaque: pale bars under the outline of the test examples.
            fill = QColor(*towards(theme(), theme().train)[PALE, :3].tolist())
            floor = to_pixels.map(QPointF(0.0, 0.0)).y()
            edges = [round(to_pixels.map(QPointF(self._corner(index), 0.0)).x()) for index in range(BINS + 1)]
            for index in np.flatnonzero(self._train).tolist():
                top = to_pixels.map(QPointF(0.0, float(self._train[index]))).y()
                left, right = edges[index], edges[index + 1]
                painter.fillRect(QRectF(left, top, max(right - left - 1, 1), floor - top), fill)
        if self._test is not None:
            painter.setPen(QPen(QColor(theme().test), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(to_pixels.map(self._outline(self._test)))
        painter.setPen(QPen(QColor(theme().muted), 1, Qt.PenStyle.DashLine))
        zero = to_pixels.map(QPointF(0.0, 0.0)).x()
        painter.drawLine(QPointF(zero, area.top()), QPointF(zero, area.bottom()))

    def _outline(self, part: Fractions) -> QPolygonF:
        points = [QPointF(self._corner(0), 0.0)]
        for index, height in enumerate(part.tolist()):
            points += [QPointF(self._corner(index), height), QPointF(self._corner(index + 1), height)]
        return QPolygonF([*points, QPointF(self._corner(BINS), 0.0)])

    def _corner(self, index: int) -> float:
        return self._reach * (2 * index / BINS - 1)

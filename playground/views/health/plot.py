"""The health view's plot: one quantity of every layer over the epochs, with the number under the mouse below it."""

import numpy as np
from PySide6.QtCore import QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QStackedWidget, QWidget

from playground.training.health import HealthReport
from playground.views.cost.series import exponents, nearest
from playground.views.forms.text import translated
from playground.views.health.quantities import QUANTITIES, Quantity, Values, line_of
from playground.views.kit.appearance import theme
from playground.views.kit.building import in_column
from playground.views.kit.canvas import Canvas
from playground.views.kit.empty import EmptyPlot
from playground.views.plots.canvas import PlotCanvas
from playground.views.plots.lines import CurvesItem, LineItem
from playground.views.plots.style import line_pen, small_font
from playground.views.plots.ticks import decades, round_up

SAMPLE, WIDEST_STEP = 16, 44
DOT = 5
"""Width in pixels of a line that is a single point yet."""


class LayerStrip(Canvas):
    """One line below the plot: which line is which layer, or the number under the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers = 0
        self._text = ""
        self.setAccessibleName(self.tr("Lines of the layers"))

    @property
    def text(self) -> str:
        """What it says instead of the layers' lines."""
        return self._text

    def set_layers(self, count: int) -> None:
        if count != self._layers:
            self._layers = count
            self.update()

    def set_text(self, text: str) -> None:
        """Say something instead; nothing shows the layers again."""
        if text != self._text:
            self._text = text
            self.update()

    def as_text(self) -> str:
        return self._text

    def preferred_size(self) -> QSizeF:
        return QSizeF(200, QFontMetrics(small_font(self.base_font)).height() + 2)

    least_size = preferred_size

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        painter.setFont(small_font(self.base_font))
        middle, height = Qt.AlignmentFlag.AlignVCenter, size.height()
        if self._text:
            painter.setPen(QColor(self.theme.accent))
            painter.drawText(QRectF(0, 0, size.width(), height), middle, self._text)
            return
        step = min(WIDEST_STEP, size.width() / max(1, self._layers))
        for layer in range(self._layers):
            color, dash = line_of(layer, self.theme)
            painter.setPen(line_pen(color, dash, 2))
            painter.drawLine(QLineF(layer * step, height / 2, layer * step + SAMPLE, height / 2))
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(QRectF(layer * step + SAMPLE + 3, 0, step, height), middle, str(layer + 1))


class LayerPlot(QWidget):
    """A line for each layer, or a sentence where no layer has the quantity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: HealthReport | None = None
        self._quantity = next(iter(QUANTITIES.values()))
        self._range = (0.0, 1.0)
        self.canvas = PlotCanvas(widest="0.0001")
        self.canvas.setAccessibleName(self.tr("A quantity of each layer over the epochs"))
        self.canvas.setAccessibleDescription(
            self.tr("Wheel or drag to zoom and move, double click to follow the training again.")
        )
        self.canvas.hovered.connect(self._hovered)
        self.canvas.unhovered.connect(self._unhovered)
        self.lines = CurvesItem(self.canvas.view)
        self._cursor = LineItem()
        self._cursor.hide()
        self.canvas.view.addItem(self._cursor, ignoreBounds=True)
        self.missing = {name: EmptyPlot(translated(quantity.missing)) for name, quantity in QUANTITIES.items()}
        self.strip = LayerStrip()
        self.stack = QStackedWidget()
        for widget in (self.canvas, *self.missing.values()):
            self.stack.addWidget(widget)
        self.setLayout(in_column((self.stack, 1), self.strip, gap=2))

    def show_report(self, report: HealthReport, quantity: Quantity, *, running: bool) -> None:
        if quantity is not self._quantity:
            self.canvas.reset_view()
            self._unhovered()
        self._report, self._quantity = report, quantity
        self._cursor.set_pen(line_pen(theme().accent), smooth=False)
        drawn = _drawn(quantity, quantity.values(report))
        there = drawn[np.isfinite(drawn)]
        if not there.size:
            self.stack.setCurrentWidget(self.missing[quantity.name])
            return
        self.stack.setCurrentWidget(self.canvas)
        epochs = report.epochs
        self.canvas.set_names(self.tr("epoch"), translated(quantity.title))
        self.canvas.set_scale(1.0 if quantity.logarithmic else 100.0, logarithmic=quantity.logarithmic)
        alone = bool(np.isfinite(drawn).sum(axis=1).max() == 1)
        pens = []
        for layer in range(len(drawn)):
            color, dash = line_of(layer, theme())
            pens.append(line_pen(color, width=DOT) if alone else line_pen(color, dash, 1 if running else 1.5))
        # Smooth lines cost several times as much: only while nothing trains.
        self.lines.show_lines([(epochs, line) for line in drawn], pens, smooth=alone or not running)
        end = round_up(float(epochs[-1])) if epochs[-1] > 0 else 1.0
        self._range = decades(10.0 ** there.min(), 10.0 ** there.max()) if quantity.logarithmic else (0.0, 1.02)
        self.canvas.set_home((0.0, end), self._range)

    def _hovered(self, epoch: float, value: float) -> None:
        """Tell the number of the line nearest to the mouse."""
        report, quantity = self._report, self._quantity
        if report is None:
            return
        index = nearest(report.epochs, epoch)
        column = quantity.values(report)[:, index]
        distance = np.abs(_drawn(quantity, column) - value)
        if not np.isfinite(distance).any():
            self._unhovered()
            return
        layer = int(np.argmin(np.where(np.isfinite(distance), distance, np.inf)))
        at, (low, high) = float(report.epochs[index]), self._range
        self.strip.set_text(
            self.tr("epoch {epoch:,}, layer {layer}: {value}").format(
                epoch=int(at), layer=layer + 1, value=quantity.text(float(column[layer]))
            )
        )
        path = QPainterPath()
        path.moveTo(at, low - 2 * (high - low))
        path.lineTo(at, high + 2 * (high - low))
        self._cursor.set_path(path)
        self._cursor.show()

    def _unhovered(self) -> None:
        self._cursor.hide()
        self.strip.set_text("")


def _drawn(quantity: Quantity, values: Values) -> Values:
    """Return the heights of numbers in the plot: NaN for what is not drawn."""
    return exponents(values) if quantity.logarithmic else values

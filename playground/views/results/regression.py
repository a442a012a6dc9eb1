"""The picture of a regression: predictions against true values, and what is left over."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QWidget

from playground.training.queries.results import (
    BINS,
    ClassScores,
    Floats,
    Indices,
    Key,
    PartName,
    Results,
    ValueScores,
)
from playground.training.results import FloatArray
from playground.views.color_maps import towards
from playground.views.kit.appearance import scaled, theme
from playground.views.kit.building import in_column
from playground.views.kit.fitting import divided
from playground.views.landscape.overlay import Overlay
from playground.views.plots.canvas import PlotCanvas
from playground.views.plots.ticks import round_up
from playground.views.results.columns import number
from playground.views.results.scatter import Cloud, Range, ScatterPlot

HANDLE = 3
PARTS: tuple[tuple[PartName, bool], ...] = (("train", False), ("test", True))
"""With whether their examples are for testing."""
AIR = 0.06
"""Room beside the outermost points, as a share of the range."""
STEPS = 4
"""The range of predictions grows in this share of the true values' range: it must not breathe with every frame."""
LOOSEST = 2.0
"""A range this many times as large as it must be is fitted anew."""
HIGHEST_ROOM = 2.5
"""The histogram's axis is fitted anew where the highest bar leaves more than this much room."""
PALE = 150
"""Of the 256 shades from neutral to the colour of the training examples."""
FARTHEST = 3.0
"""Predictions so many ranges away from the true values are off the plot."""


class RegressionPlots(QWidget):
    """Three plots of the same examples.

    Signals
    -------
    told(sentence)
        What is under the mouse, or what can be done.
    """

    example_pointed = Signal(object)
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results: Results | None = None
        self._part: PartName = "all"
        self._places: tuple[Indices, ...] = ()
        self._chosen: Key | None = None
        self._true_range = self._predicted_range = (0.0, 0.0)
        self.fit, self.residuals = ScatterPlot(), ScatterPlot()
        self.histogram = ResidualHistogram()
        self.fit.canvas.set_names(self.tr("true value"), self.tr("predicted"))
        self.residuals.canvas.set_names(self.tr("predicted"), self.tr("residual: true − predicted"))
        self.histogram.canvas.set_names(self.tr("residual"), self.tr("% of examples"))
        self.fit.canvas.setAccessibleName(self.tr("Predicted against true values"))
        self.residuals.canvas.setAccessibleName(self.tr("Residuals against predictions"))
        self._usual = self.tr("Dashed: exact. Click a point to find its row.")
        for plot in (self.fit, self.residuals):
            plot.setMinimumSize(110, 90)
            plot.pointed.connect(self._tell)
            plot.clicked.connect(self._click)
        self.histogram.setMinimumSize(100, 90)
        residuals = divided(
            Qt.Orientation.Vertical, (self.residuals, 0), (self.histogram, 0), name="results_residuals", handle=HANDLE
        )
        scaled(residuals, QWidget.setContentsMargins, 6, 0, 0, 0)  # their names begin beside the line, not at it
        self.splitter = divided(
            Qt.Orientation.Horizontal, (self.fit, 0), (residuals, 0), name="results_plots", handle=HANDLE
        )
        self.splitter.setSizes([400, 360])
        self.setLayout(in_column(self.splitter))

    def show_results(self, results: Results, part: PartName) -> None:
        if self._results is None:
            self._tell(None)
        self._results, self._part = results, part
        self._draw(results)

    def choose(self, key: Key | None) -> None:
        self._chosen = key
        place = self._place_of(key)
        self.fit.mark(place)
        self.residuals.mark(place)

    def _draw(self, results: Results) -> None:
        rows, scores, reach = results.rows, results.scores, results.reach
        wanted = {"all": (False, True), "train": (False,), "test": (True,)}[self._part]
        shown = [test for test in wanted if not test or bool(rows.is_test.any())]
        self._places = tuple(np.flatnonzero(rows.is_test == test) for test in shown)
        predicted, residuals = rows.predicted, rows.certainty
        true_range = padded(rows.true)
        if true_range != self._true_range:
            self._true_range = self._predicted_range = true_range
        self._predicted_range = predicted_range = steady(self._predicted_range, quiet(predicted, true_range))
        low, high = min(true_range[0], predicted_range[0]), max(true_range[1], predicted_range[1])

        def clouds(x: Floats, y: Floats) -> tuple[Cloud, ...]:
            return tuple(
                Cloud(x[places], y[places], theme().test if test else theme().train, hollow=test)
                for places, test in zip(self._places, shown, strict=True)
            )

        across = ((low, high), (low, high)), ((low, high), (0.0, 0.0))
        self.fit.show_clouds(clouds(rows.true, predicted), true_range, predicted_range, guide=across[0])
        self.residuals.show_clouds(clouds(predicted, residuals), predicted_range, (-reach, reach), guide=across[1])
        train, test = (_histogram(scores[part]) if of in shown else None for part, of in PARTS)
        self.histogram.show_shares(train, test, reach)
        self.choose(self._chosen)

    def _place_of(self, key: Key | None) -> tuple[int, int] | None:
        row = None if key is None or self._results is None else self._results.rows.find(key)
        for cloud, places in enumerate(self._places):
            found = np.flatnonzero(places == row) if row is not None else places[:0]
            if found.size:
                return cloud, int(found[0])
        return None

    def _row_at(self, place: tuple[int, int]) -> int:
        return int(self._places[place[0]][place[1]])

    def _tell(self, place: tuple[int, int] | None) -> None:
        if place is None or self._results is None:
            self.told.emit(self._usual)
            return
        rows = self._results.rows
        row = self._row_at(place)
        test, index = rows.key(row)
        template = (
            self.tr("test example {number}: true {true}, predicted {predicted}, residual {residual}")
            if test
            else self.tr("training example {number}: true {true}, predicted {predicted}, residual {residual}")
        )
        values = (rows.true[row], rows.predicted[row], rows.certainty[row])
        true, predicted, residual = (number(float(value)) for value in values)
        self.told.emit(template.format(number=index + 1, true=true, predicted=predicted, residual=residual))

    def _click(self, place: tuple[int, int]) -> None:
        if self._results is not None:
            self.example_pointed.emit(self._results.rows.key(self._row_at(place)))


class ResidualHistogram(QWidget):
    """Two distributions of residuals over one another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reach = self._top = 1.0
        self._train: FloatArray | None = None
        self._test: FloatArray | None = None
        self.canvas = PlotCanvas(widest="100")
        self.canvas.setAccessibleName(self.tr("Histogram of the residuals"))
        self.canvas.set_scale(100.0)
        self._bars = Overlay(self.canvas, self._paint, depth=10)
        self.canvas.moved.connect(self._bars.place)
        self.setLayout(in_column(self.canvas))

    @property
    def bars(self) -> tuple[FloatArray | None, FloatArray | None]:
        return self._train, self._test

    def show_shares(self, train: FloatArray | None, test: FloatArray | None, reach: float) -> None:
        """Show which shares of either part, or of both, are in the bins from −`reach` to `reach`."""
        self._reach, self._train, self._test = reach, train, test
        highest = max((float(part.max()) for part in (self._train, self._test) if part is not None), default=0.0)
        if not self._top / HIGHEST_ROOM <= highest <= self._top:
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

    def _outline(self, part: FloatArray) -> QPolygonF:
        points = [QPointF(self._corner(0), 0.0)]
        for index, height in enumerate(part.tolist()):
            points += [QPointF(self._corner(index), height), QPointF(self._corner(index + 1), height)]
        return QPolygonF([*points, QPointF(self._corner(BINS), 0.0)])

    def _corner(self, index: int) -> float:
        return self._reach * (2 * index / BINS - 1)


def _histogram(scores: ClassScores | ValueScores) -> FloatArray:
    assert isinstance(scores, ValueScores)
    return scores.histogram


def padded(values: Floats) -> Range:
    """Return the range of values with a little air; around a single value, as much as it is large."""
    low, high = float(values.min()), float(values.max())
    air = AIR * (high - low) if high > low else max(abs(low), 1.0) / 2
    return low - air, high + air


def quiet(values: Floats, around: Range) -> Range:
    """Return a range that holds `around` and the values, in few steps; what lies far away is left out."""
    finite = values[np.isfinite(values)]
    span = around[1] - around[0]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else around
    below = int(min(np.ceil(max(around[0] - low, 0.0) / span * STEPS), FARTHEST * STEPS))  # of huge values infinite
    above = int(min(np.ceil(max(high - around[1], 0.0) / span * STEPS), FARTHEST * STEPS))
    return around[0] - below * span / STEPS, around[1] + above * span / STEPS


def steady(before: Range, wanted: Range) -> Range:
    """Return the range there was, as long as it holds the one wanted and is not much larger."""
    holds = before[0] <= wanted[0] and wanted[1] <= before[1]
    return before if holds and before[1] - before[0] <= LOOSEST * (wanted[1] - wanted[0]) else wanted

"""The side of a regression: measures, predictions against true values, and what is left over."""

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from playground.views.plots.numbers import round_up
from playground.views.plots.style import small_font
from playground.views.plots.text import TextLine
from playground.views.results.cloud import Cloud
from playground.views.results.columns import number
from playground.views.results.figures import Figures, FiguresTable
from playground.views.results.histogram import ResidualHistogram
from playground.views.results.rows import Floats, Indices, Key, PartName, Rows
from playground.views.results.scatter import Range, ScatterPlot
from playground.views.theme import LIGHT, Theme

HANDLE = 3
AIR = 0.06
"""Room beside the outermost points, as a share of the range."""
STEPS = 4
"""The range of predictions grows in this share of the true values' range: it must not breathe with every frame."""
LOOSEST = 2.0
"""A range this many times as large as it must be is fitted anew."""
FARTHEST = 3.0
"""Predictions so many ranges away from the true values are off the plot."""


class RegressionPanel(QWidget):
    """Three plots of the same examples.

    Signals
    -------
    example_pointed(key)
        An example was clicked in a plot.
    """

    example_pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._rows: Rows | None = None
        self._part: PartName = "all"
        self._places: tuple[Indices, ...] = ()
        self._chosen: Key | None = None
        self._ranges: tuple[Range, Range, Range] = ((0.0, 0.0), (0.0, 0.0), (0.0, 0.0))
        self.figures = FiguresTable()
        self.fit, self.residuals = ScatterPlot(), ScatterPlot()
        self.histogram = ResidualHistogram()
        self.fit.canvas.set_names(self.tr("true value"), self.tr("predicted"))
        self.residuals.canvas.set_names(self.tr("predicted"), self.tr("residual: true − predicted"))
        self.histogram.canvas.set_names(self.tr("residual"), self.tr("% of examples"))
        self.fit.canvas.setAccessibleName(self.tr("Predicted against true values"))
        self.residuals.canvas.setAccessibleName(self.tr("Residuals against predictions"))
        self.readout = TextLine()
        self.readout.setFont(small_font(self.font()))
        self._usual = self.tr("Dashed: exact. Click a point to find its row.")
        for plot in (self.fit, self.residuals):
            plot.setMinimumSize(110, 90)
            plot.pointed.connect(self._tell)
            plot.clicked.connect(self._click)
        self.histogram.setMinimumSize(100, 90)
        lower = QSplitter(Qt.Orientation.Horizontal)
        lower.setObjectName("results_residuals")
        lower.setChildrenCollapsible(False)
        lower.addWidget(self.residuals)
        lower.addWidget(self.histogram)
        lower.setStretchFactor(0, 3)
        lower.setStretchFactor(1, 2)
        lower.setSizes([300, 200])
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("results_plots")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(HANDLE)
        lower.setHandleWidth(HANDLE)
        self.splitter.addWidget(self.fit)
        self.splitter.addWidget(lower)
        self.splitter.setStretchFactor(0, 4)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setSizes([400, 300])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.figures)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.readout)
        self.set_theme(LIGHT)
        self._tell(None)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        for part in (self.figures, self.fit, self.residuals, self.histogram):
            part.set_theme(theme)
        self.readout.set_color(theme.muted)
        if self._rows is not None:
            self._draw(self._rows)

    def show_rows(self, rows: Rows, part: PartName) -> None:
        """Show residuals of all examples, or of one part."""
        self._rows, self._part = rows, part
        self._draw(rows)

    def choose(self, key: Key | None) -> None:
        """Ring an example in the plots."""
        self._chosen = key
        place = self._place_of(key)
        self.fit.mark(place)
        self.residuals.mark(place)

    def _draw(self, rows: Rows) -> None:
        train, test = ~rows.is_test, rows.is_test
        shows_train, shows_test = self._part != "test", self._part != "train" and bool(test.any())
        self.figures.set_figures(
            Figures.of(rows, train) if shows_train else None, Figures.of(rows, test) if shows_test else None
        )
        shown = [
            (mask, test_part) for mask, wanted, test_part in ((train, shows_train, 0), (test, shows_test, 1)) if wanted
        ]
        self._places = tuple(np.flatnonzero(mask) for mask, _ in shown)
        looks = [((self._theme.train, False), (self._theme.test, True))[which] for _, which in shown]
        predicted, residuals = rows.predicted, rows.certainty
        true_range = padded(rows.true)
        if true_range != self._ranges[0]:
            self._ranges = (true_range, true_range, (0.0, 0.0))
        reach = quiet_reach(residuals, true_range)
        predicted_range = steady(self._ranges[1], quiet(predicted, true_range))
        residual_range = steady(self._ranges[2], (-reach, reach))
        self._ranges = (true_range, predicted_range, residual_range)
        low, high = min(true_range[0], predicted_range[0]), max(true_range[1], predicted_range[1])

        def clouds(x: Floats, y: Floats) -> tuple[Cloud, ...]:
            return tuple(
                Cloud(x[places], y[places], color, hollow)
                for places, (color, hollow) in zip(self._places, looks, strict=True)
            )

        self.fit.show_clouds(
            clouds(rows.true, predicted), true_range, predicted_range, guide=((low, high), (low, high))
        )
        self.residuals.show_clouds(
            clouds(predicted, residuals), predicted_range, residual_range, guide=((low, high), (0.0, 0.0))
        )
        self.histogram.show_residuals(
            residuals[train] if shows_train else None, residuals[test] if shows_test else None, residual_range[1]
        )
        self.choose(self._chosen)

    def _place_of(self, key: Key | None) -> tuple[int, int] | None:
        row = None if key is None or self._rows is None else self._rows.find(key)
        for cloud, places in enumerate(self._places):
            found = np.flatnonzero(places == row) if row is not None else places[:0]
            if found.size:
                return cloud, int(found[0])
        return None

    def _row_at(self, place: tuple[int, int]) -> int:
        return int(self._places[place[0]][place[1]])

    def _tell(self, place: tuple[int, int] | None) -> None:
        rows = self._rows
        if place is None or rows is None:
            self.readout.set_text(self._usual)
            return
        row = self._row_at(place)
        test, index = rows.key(row)
        template = (
            self.tr("test example {number}: true {true}, predicted {predicted}, residual {residual}")
            if test
            else self.tr("training example {number}: true {true}, predicted {predicted}, residual {residual}")
        )
        values = (rows.true[row], rows.predicted[row], rows.certainty[row])
        true, predicted, residual = (number(float(value)) for value in values)
        self.readout.set_text(template.format(number=index + 1, true=true, predicted=predicted, residual=residual))

    def _click(self, place: tuple[int, int]) -> None:
        if self._rows is not None:
            self.example_pointed.emit(self._rows.key(self._row_at(place)))


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
    below = min(int(np.ceil(max(around[0] - low, 0.0) / span * STEPS)), FARTHEST * STEPS)
    above = min(int(np.ceil(max(high - around[1], 0.0) / span * STEPS)), FARTHEST * STEPS)
    return around[0] - below * span / STEPS, around[1] + above * span / STEPS


def steady(before: Range, wanted: Range) -> Range:
    """Return the range there was, as long as it holds the one wanted and is not much larger."""
    holds = before[0] <= wanted[0] and wanted[1] <= before[1]
    return before if holds and before[1] - before[0] <= LOOSEST * (wanted[1] - wanted[0]) else wanted


def quiet_reach(residuals: Floats, around: Range) -> float:
    """Return a round number that no residual exceeds, unless it is far beyond the range of the true values."""
    finite = np.abs(residuals[np.isfinite(residuals)])
    farthest = (1 + FARTHEST) * (around[1] - around[0])
    return round_up(min(float(finite.max()) if finite.size else farthest, farthest) * 1.02)

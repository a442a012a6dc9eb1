"""The picture of a regression: predictions against true values, and what is left over."""

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from playground.training.metrics import Fractions
from playground.training.queries.results import ClassScores, Floats, Indices, Key, PartName, Results, ValueScores
from playground.views.kit.appearance import theme
from playground.views.results.columns import number
from playground.views.results.histogram import ResidualHistogram
from playground.views.results.scatter import Cloud, Range, ScatterPlot

HANDLE = 3
AIR = 0.06
"""Room beside the outermost points, as a share of the range."""
STEPS = 4
"""The range of predictions grows in this share of the true values' range: it must not breathe with every frame."""
LOOSEST = 2.0
"""A range this many times as large as it must be is fitted anew."""
FARTHEST = 3.0
"""Predictions so many ranges away from the true values are off the plot."""


class RegressionPlots(QWidget):
    """Three plots of the same examples.

    Signals
    -------
    example_pointed(key)
        An example was clicked in a plot.
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
        self._ranges: tuple[Range, Range, Range] = ((0.0, 0.0), (0.0, 0.0), (0.0, 0.0))
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
        residuals = QSplitter(Qt.Orientation.Vertical)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        splitters = ((residuals, "results_residuals"), (self.splitter, "results_plots"))
        for splitter, name in splitters:
            splitter.setObjectName(name)
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(HANDLE)
        residuals.addWidget(self.residuals)
        residuals.addWidget(self.histogram)
        self.splitter.addWidget(self.fit)
        self.splitter.addWidget(residuals)
        self.splitter.setSizes([400, 360])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def show_results(self, results: Results, part: PartName) -> None:
        """Show all examples, or one part of them."""
        if self._results is None:
            self._tell(None)
        self._results, self._part = results, part
        self._draw(results)

    def choose(self, key: Key | None) -> None:
        """Ring an example in the plots."""
        self._chosen = key
        place = self._place_of(key)
        self.fit.mark(place)
        self.residuals.mark(place)

    def _draw(self, results: Results) -> None:
        rows = results.rows
        train, test = ~rows.is_test, rows.is_test
        shows_train, shows_test = self._part != "test", self._part != "train" and bool(test.any())
        shown = [
            (mask, test_part) for mask, wanted, test_part in ((train, shows_train, 0), (test, shows_test, 1)) if wanted
        ]
        self._places = tuple(np.flatnonzero(mask) for mask, _ in shown)
        looks = [((theme().train, False), (theme().test, True))[which] for _, which in shown]
        predicted, residuals = rows.predicted, rows.certainty
        true_range = padded(rows.true)
        if true_range != self._ranges[0]:
            self._ranges = (true_range, true_range, (0.0, 0.0))
        reach = results.reach
        predicted_range = steady(self._ranges[1], quiet(predicted, true_range))
        residual_range = (-reach, reach)
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
        scores = results.scores
        self.histogram.show_shares(
            _histogram(scores["train"]) if shows_train else None,
            _histogram(scores["test"]) if shows_test else None,
            reach,
        )
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


def _histogram(scores: ClassScores | ValueScores) -> Fractions:
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

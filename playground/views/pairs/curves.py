"""The curves of two networks over each other."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QWidget

from playground.training.pairs import PairSide
from playground.views.cost.series import exponents
from playground.views.kit.appearance import theme
from playground.views.kit.building import in_column
from playground.views.kit.copying import Columns
from playground.views.kit.key import Key, line_entry
from playground.views.pairs.side import LETTERS, side_color
from playground.views.plots.canvas import PlotCanvas
from playground.views.plots.lines import CurvesItem
from playground.views.plots.style import DASHES, line_pen
from playground.views.plots.ticks import decades
from playground.views.theme import Theme


class PairCurves(QWidget):
    """The key above, and the costs of both on training and test data over the epochs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides: Sequence[PairSide] = ()
        self._labels: tuple[str, ...] = ()
        self.plot = PlotCanvas(widest="1e-5")
        self.plot.setAccessibleName(self.tr("Cost of both networks"))
        self.plot.columns = self._columns
        self.plot.set_names(self.tr("epoch"), self.tr("cost (thin: test data)"))
        self.plot.set_scale(1.0, logarithmic=True)
        self._lines = CurvesItem(self.plot.view)
        self.key = Key(self.tr("Curves"))
        self.setLayout(in_column(self.key, (self.plot, 1), gap=2))

    def show_labels(self, labels: Sequence[str]) -> None:
        """Show what the two are called."""
        if tuple(labels) == self._labels:
            return
        self._labels = tuple(labels)
        names = (f"{letter}: {label}" for letter, label in zip(LETTERS, labels, strict=True))
        self.key.show_entries([line_entry(name, partial(_pen, index)) for index, name in enumerate(names)])

    def show_sides(self, sides: Sequence[PairSide], last: int, marks: Sequence[int] = ()) -> None:
        """Show the curves of both up to an epoch, or none yet; `marks` are epochs with a line across."""
        self._sides, look = sides, theme()
        low, high = self._ends()
        lines = [(np.full(2, epoch), np.array([low, high])) for epoch in marks]
        pens = [line_pen(look.muted, DASHES[1], 1) for _ in marks]
        for index, side in enumerate(sides):
            curves = side.curves
            lines += [(curves.epochs, exponents(curves.train_cost)), (curves.epochs, exponents(curves.test_cost))]
            pens += [_pen(index, look), line_pen(look.color(side_color(index)), DASHES[index], 1)]
        self._lines.show_lines(lines, pens)
        self.plot.set_home((0.0, float(last)), (low, high))

    def _ends(self) -> tuple[float, float]:
        """Return the powers of ten that the curves lie between."""
        costs = [
            cost
            for side in self._sides
            for values in (side.curves.train_cost, side.curves.test_cost)
            for cost in values[np.isfinite(values) & (values > 0)].tolist()
        ]
        return decades(min(costs), max(costs)) if costs else (-1.0, 0.0)

    def _columns(self) -> Columns:
        """Return the costs at the epochs that both have a point for."""
        known = [dict(zip(side.curves.epochs.tolist(), _costs(side), strict=True)) for side in self._sides]
        if not known:
            return {}
        epochs = [epoch for epoch in known[0] if all(epoch in costs for costs in known)]
        columns = {self.tr("epoch"): epochs}
        for letter, costs in zip(LETTERS, known, strict=True):
            columns[self.tr("train cost {letter}").format(letter=letter)] = [costs[epoch][0] for epoch in epochs]
            columns[self.tr("test cost {letter}").format(letter=letter)] = [costs[epoch][1] for epoch in epochs]
        return columns


def _costs(side: PairSide) -> list[tuple[float, float]]:
    return list(zip(side.curves.train_cost.tolist(), side.curves.test_cost.tolist(), strict=True))


def _pen(index: int, look: Theme) -> QPen:
    return line_pen(look.color(side_color(index)), DASHES[index], 2)

"""Curves of many networks: mean and band of each combination, and the one that is pointed at."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem, QWidget

from playground.training.many.frame import ScoreName
from playground.training.many.report import Band, ManyReport, plotted
from playground.training.results import FloatArray
from playground.views.forms.text import translated
from playground.views.kit.appearance import restyled, theme
from playground.views.kit.building import in_column, in_row, tool_button
from playground.views.kit.buttons import ModeButtons
from playground.views.kit.copying import Columns
from playground.views.kit.key import Entry, Key, line_entry
from playground.views.kit.snapshot_view import Pace
from playground.views.plots.canvas import PlotCanvas
from playground.views.plots.lines import CurvesItem
from playground.views.plots.style import line_pen
from playground.views.plots.text import TextLine
from playground.views.plots.ticks import decades, round_up
from playground.views.theme import Theme

SECONDS = 0.25
"""From one drawing to the next while training goes on."""
MOST_COLORS = 10
BAND_ALPHA = 0.16
LOWEST = 1e-12


class ManyCurvesView(QWidget):
    """What is compared over the epochs: a line for the mean of each combination, a band from the lowest to the highest.

    Signals
    -------
    pointed(number)
        The mouse is near the curve of a network; None: near none.
    """

    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._report: ManyReport | None = None
        self._number: int | None = None
        self.plot = PlotCanvas(widest="1e-5")
        self.plot.setAccessibleName(self.tr("Curves of all combinations"))
        self.plot.columns = self._columns
        self._bands: list[QGraphicsPathItem] = []
        self._lines = CurvesItem(self.plot.view)
        self.quantity = ModeButtons(
            {
                "cost": (self.tr("Cost"), self.tr("Plot the cost.")),
                "score": (self.tr("Accuracy"), self.tr("Plot the share of examples that are classified rightly.")),
            }
        )
        self.quantity.choose("cost")
        self.logarithmic = tool_button(self.tr("Log"), self.tr("Draw the cost in powers of ten."), checkable=True)
        self.logarithmic.setChecked(True)
        self.readout = TextLine()
        self.key = Key(self.tr("Combinations"))
        top = in_row(self.quantity, self.logarithmic, None, gap=6)
        self.setLayout(in_column(top, (self.plot, 1), self.key, self.readout, gap=3))
        self._pace = Pace(self, SECONDS, self._draw)
        self.quantity.chosen.connect(lambda _name: self._pace.now())
        self.logarithmic.toggled.connect(lambda _on: self._pace.now())
        self.plot.hovered.connect(self._hover)
        self.plot.unhovered.connect(lambda: self.pointed.emit(None))

    def show_report(self, report: ManyReport | None) -> None:
        before, self._report = self._report, report
        if before is None or report is None or report.state != before.state or report.plan is not before.plan:
            self._pace.now()
        elif report.frame.curves is not before.frame.curves:
            self._pace.soon()

    def point(self, number: int | None, name: str) -> None:
        """Draw the curve of one network too, and tell its name."""
        self._number = number
        self.readout.set_text(name)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Take over the application's new colours."""
        super().changeEvent(event)
        if restyled(event):
            self._draw()

    # Drawing

    @property
    def _is_logarithmic(self) -> bool:
        return self.logarithmic.isChecked() and self._plots_cost

    @property
    def _plots_cost(self) -> bool:
        report = self._report
        return report is None or self.quantity.current == "cost" or len(plotted(report.frame.score_name)) == 1

    def _quantity(self, report: ManyReport) -> ScoreName:
        return plotted(report.frame.score_name)[0 if self._plots_cost else -1]

    def _draw(self) -> None:
        report = self._report
        names = report is not None and plotted(report.frame.score_name)
        self.quantity.setVisible(not names or len(names) == 2)
        self.logarithmic.setEnabled(self._plots_cost)
        self.plot.set_scale(1.0 if self._plots_cost else 100.0, logarithmic=self._is_logarithmic)
        name = self.tr("cost") if self._plots_cost else self.tr("accuracy, %")
        self.plot.set_names(self.tr("epoch"), name)
        if report is None:
            self._show([], [], [], [])
            self.plot.set_home((0.0, 1.0), (-2.0, 0.0) if self._is_logarithmic else (0.0, 1.0))
            self.key.show_entries([])
            return
        bands = report.bands[self._quantity(report)]
        epochs = report.frame.curves.epochs
        colors = _colors(len(bands), theme())
        lines = [(epochs, self._scaled(band.mean)) for band in bands]
        pens = [line_pen(color, width=1.6) for color in colors]
        if self._number is not None and self._number < len(report.frame.members):
            values = report.frame.curves.named[self._quantity(report)][self._number]
            lines.append((epochs, self._scaled(values)))
            pens.append(line_pen(theme().accent, width=2.4))
        self._show(lines, pens, bands if len(bands) <= MOST_COLORS else [], colors)
        self.plot.set_home((0.0, float(max(report.epochs, 1))), self._ends(report, bands))
        self.key.show_entries(self._entries(report) if len(bands) <= MOST_COLORS else [])

    def _show(
        self,
        lines: list[tuple[FloatArray, FloatArray]],
        pens: list[QPen],
        bands: Sequence[Band],
        colors: Sequence[str],
    ) -> None:
        epochs = lines[0][0] if lines else np.empty(0)
        while len(self._bands) < len(bands):
            item = QGraphicsPathItem()
            item.setPen(QPen(Qt.PenStyle.NoPen))
            item.setZValue(1)
            self.plot.view.addItem(item, ignoreBounds=True)
            self._bands.append(item)
        for index, item in enumerate(self._bands):
            item.setVisible(index < len(bands))
            if index < len(bands):
                color = QColor(colors[index])
                color.setAlphaF(BAND_ALPHA)
                item.setBrush(QBrush(color))
                item.setPath(_area(epochs, self._scaled(bands[index].low), self._scaled(bands[index].high)))
        self._lines.show_lines(lines, pens)

    def _scaled(self, values: FloatArray) -> FloatArray:
        if not self._is_logarithmic:
            return values
        with np.errstate(all="ignore"):
            found: FloatArray = np.log10(np.maximum(values, LOWEST))
        return found

    def _ends(self, report: ManyReport, bands: Sequence[Band]) -> tuple[float, float]:
        """Return the ends of the axis; what explodes before it diverges would press all others to the ground."""
        if not self._plots_cost:
            return 0.0, 1.02
        calm = [band for band, group in zip(bands, report.frame.groups, strict=True) if not group.diverged] or bands
        values = np.concatenate([np.concatenate([band.low, band.high]) for band in calm])
        values = values[np.isfinite(values) & (values > LOWEST)]
        if not values.size:
            return (-1.0, 0.0) if self._is_logarithmic else (0.0, 1.0)
        if self._is_logarithmic:
            return decades(float(values.min()), float(values.max()))
        return 0.0, round_up(float(np.quantile(values, 0.98)) * 1.02)

    def _entries(self, report: ManyReport) -> list[Entry]:
        groups = report.frame.groups
        return [
            line_entry(", ".join(map(translated, group.values)), partial(_pen, index, len(groups)))
            for index, group in enumerate(groups)
        ]

    def _columns(self) -> Columns:
        if self._report is None:
            return {}
        columns: dict[str, FloatArray] = {self.tr("epoch"): self._report.frame.curves.epochs}
        groups = self._report.frame.groups
        for group, band in zip(groups, self._report.bands[self._quantity(self._report)], strict=True):
            name = ", ".join(map(translated, group.values))
            for part, values in (
                (self.tr("mean"), band.mean),
                (self.tr("lowest"), band.low),
                (self.tr("highest"), band.high),
            ):
                columns[f"{name} {part}"] = values
        return columns

    def _hover(self, x: float, y: float) -> None:
        """Point at the network whose curve is nearest to the mouse."""
        report = self._report
        if report is None or not report.frame.curves.epochs.size:
            return
        at = int(np.abs(report.frame.curves.epochs - x).argmin())
        values = self._scaled(report.frame.curves.named[self._quantity(report)][:, at])
        apart = np.abs(values - y)
        if np.isfinite(apart).any():
            self.pointed.emit(int(np.nanargmin(apart)))


def _colors(count: int, look: Theme) -> list[str]:
    """Return a color for each combination; many share a quiet one."""
    return [look.classes[index % len(look.classes)] if count <= MOST_COLORS else look.muted for index in range(count)]


def _pen(index: int, count: int, look: Theme) -> QPen:
    return line_pen(_colors(count, look)[index], width=1.6)


def _area(x: FloatArray, low: FloatArray, high: FloatArray) -> QPainterPath:
    """Return what lies between two curves."""
    finite = np.isfinite(low) & np.isfinite(high)
    path = QPainterPath()
    if finite.sum() > 1:
        xs, lows, highs = (values[finite].tolist() for values in (x, low, high))
        there = [QPointF(*point) for point in zip(xs, highs, strict=True)]
        back = [QPointF(*point) for point in zip(reversed(xs), reversed(lows), strict=True)]
        path.addPolygon(QPolygonF(there + back))
        path.closeSubpath()
    return path

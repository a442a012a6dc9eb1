"""The error against ε: a V whose right branch is truncation and whose left one is round-off; and what it says."""

from collections.abc import Sequence
from math import log10

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from playground.messages import numbers
from playground.messages.numbers import typed
from playground.training.check_job import SMALLEST, CheckReport, Reading, guides, read_curve
from playground.views.kit.appearance import restyled, scaled_font, theme
from playground.views.kit.building import in_column
from playground.views.kit.empty import EmptyPlot
from playground.views.kit.prose import prose
from playground.views.plots.canvas import PlotCanvas
from playground.views.plots.lines import CurvesItem, LineItem
from playground.views.plots.style import SMALL, line_pen

DEEPEST = -11.0
"""A power of ten of the error that is always in sight: what a right gradient reaches, so that a plateau looks high."""


def exponent_range(curve: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the range of powers of ten to draw, with room for notes below."""
    errors = [log10(max(error, SMALLEST)) for _, error in curve if np.isfinite(error)]
    low, high = (min(*errors, DEEPEST), max(*errors, DEEPEST + 2.0)) if errors else (DEEPEST, 0.0)
    span = high - low
    return low - 0.28 * span, high + 0.14 * span


RANGE = (-12.4, -0.6)
"""Powers of ten of ε."""
DOT = 5


class ErrorCurve(QWidget):
    """Mean |analytic − numerical| against ε on logarithmic axes, with the present ε marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve: tuple[tuple[float, float], ...] = ()
        self._epsilon = 1e-5
        self._passed: bool | None = None
        self._hover: float | None = None
        self.canvas = PlotCanvas(widest="1e-12")
        self.canvas.setAccessibleName(self.tr("Error against ε"))
        self.canvas.set_names("ε", self.tr("mean |analytic − numerical|"))
        self.canvas.set_scale(logarithmic=True)
        self.canvas.bottom.setLogMode(x=True)
        self.canvas.hovered.connect(self._hovered)
        self.canvas.unhovered.connect(self._unhovered)
        self.canvas.moved.connect(self._place_notes)
        view = self.canvas.view
        self._guides = CurvesItem(view)
        self._line = CurvesItem(view)
        self._dots = pg.ScatterPlotItem(size=DOT, pxMode=True, pen=None)
        self._dots.setZValue(3)
        self._marker = LineItem()
        self._here = pg.ScatterPlotItem(size=11, pxMode=True)
        self._here.setZValue(4)
        for item in (self._dots, self._marker, self._here):
            view.addItem(item, ignoreBounds=True)
        self._rounding = self._note(Qt.AlignmentFlag.AlignLeft)
        self._truncation = self._note(Qt.AlignmentFlag.AlignRight)
        self.empty = EmptyPlot(self.tr("The error for every ε from 1e-1 to 1e-12 appears here."))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.canvas)
        self.caption = prose("muted", SMALL)
        self.setLayout(in_column((self.stack, 1), self.caption, gap=4))
        self._restyle()

    @property
    def reading(self) -> Reading | None:
        reading = read_curve(self._curve, self._epsilon)
        return None if self._passed and reading == "plateau" else reading  # what passed is none, however flat

    def show_report(self, report: CheckReport | None, epsilon: float) -> None:
        """Show the curve as far as it is computed, and where an ε lies on it."""
        curve = () if report is None else report.curve
        self._parameters = 0 if report is None else report.curve_parameters
        passed = report.check.passed if report is not None and report.check is not None else None
        if (curve, epsilon, passed) == (self._curve, self._epsilon, self._passed) and self.stack.currentIndex() == bool(
            curve
        ):
            return
        self._curve, self._epsilon, self._passed = curve, epsilon, passed
        self.stack.setCurrentWidget(self.canvas if curve else self.empty)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._restyle()

    def _restyle(self) -> None:
        self.caption.setFixedHeight(3 * self.caption.fontMetrics().lineSpacing() + 2)
        self._draw()

    def _note(self, alignment: Qt.AlignmentFlag) -> QLabel:
        note = QLabel(self.canvas)
        note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        scaled_font(note, SMALL)
        note.setProperty("role", "note")
        note.setAlignment(alignment | Qt.AlignmentFlag.AlignBottom)
        note.hide()
        return note

    def _draw(self) -> None:
        look, curve = theme(), self._curve
        low, high = exponent_range(curve)
        self.canvas.set_home(RANGE, (low, high))
        x = np.array([log10(epsilon) for epsilon, _ in curve])
        y = np.array([log10(max(error, SMALLEST)) if np.isfinite(error) else np.nan for _, error in curve])
        self._line.show_lines([(x, y)] if len(x) else [], [line_pen(look.positive, width=1.5)])
        finite = np.isfinite(y)
        self._dots.setData(x=x[finite], y=y[finite], brush=pg.mkBrush(look.positive))
        truncation, rounding = (None, None) if self.reading == "plateau" else guides(curve)
        lines = [guide for guide in (truncation, rounding) if guide is not None]
        self._guides.show_lines(lines, [line_pen(look.muted, Qt.PenStyle.DotLine)] * len(lines))
        self._mark(low, high, x, y)
        self._rounding.setText("" if rounding is None else self.tr("round-off, ∝ 1/ε\n← 16 digits run out"))
        self._truncation.setText("" if truncation is None else self.tr("truncation, ∝ ε²\nthe slope bends →"))
        self._place_notes()
        self._write()

    def _mark(self, low: float, high: float, x: np.ndarray, y: np.ndarray) -> None:
        look, at = theme(), log10(self._epsilon)
        path = QPainterPath()
        path.moveTo(at, low - 2 * (high - low))
        path.lineTo(at, high + 2 * (high - low))
        self._marker.set_path(path)
        self._marker.set_pen(line_pen(look.accent, Qt.PenStyle.DashLine), smooth=False)
        here = np.flatnonzero(np.isclose(x, at) & np.isfinite(y))
        self._here.setData(x=x[here], y=y[here], brush=pg.mkBrush(look.surface), pen=pg.mkPen(look.accent, width=2))

    def _place_notes(self) -> None:
        frame = self.canvas.frame().toRect().adjusted(8, 4, -8, -4)
        for note in (self._rounding, self._truncation):
            note.setVisible(bool(note.text()) and frame.width() > 230)
            note.adjustSize()
            note.move(frame.left(), frame.bottom() - note.height())
        self._truncation.move(frame.right() - self._truncation.width(), frame.bottom() - self._truncation.height())

    def _hovered(self, exponent: float, _error: float) -> None:
        self._hover = exponent
        self._write()

    def _unhovered(self) -> None:
        self._hover = None
        self._write()

    def _write(self) -> None:
        if self._hover is not None and self._curve:
            epsilon, error = min(self._curve, key=lambda point: abs(log10(point[0]) - (self._hover or 0.0)))
            text = self.tr("ε = {epsilon}: mean |difference| of {n} parameters {error}")
            values = {"epsilon": numbers.scientific(epsilon, 2), "error": numbers.scientific(error, 2)}
            self.caption.setText(text.format(n=self._parameters, **values))
            return
        sentences = {
            "bottom": self.tr(
                "ε = {epsilon} lies at the bottom of the V: small enough for the slope, large enough for 16 digits."
            ),
            "truncation": self.tr(
                "ε = {epsilon} lies on the right branch: within ±ε the cost bends, and the error grows with ε²."
            ),
            "rounding": self.tr(
                "ε = {epsilon} lies on the left branch: the two costs share nearly all of their 16 digits, and the "
                "rounding of the last one is divided by 2ε."
            ),
            "plateau": self.tr(
                "No ε brings the error down: neither rounding nor truncation looks like this, a wrong derivative does."
            ),
        }
        reading = self.reading
        text = "" if reading is None else sentences[reading]
        self.caption.setText(text.format(epsilon=typed(self._epsilon)))

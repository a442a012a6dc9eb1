"""Cost, accuracy and gradient norms over the epochs, with their numbers."""

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import (
    QStackedWidget,
    QWidget,
)

from playground.engine import COSTS
from playground.messages.numbers import fixed, number, percent
from playground.training.results import Curves
from playground.training.snapshot import Snapshot
from playground.views.controls.check_box import CheckBox
from playground.views.cost.series import (
    QUANTITIES,
    OtherCurve,
    Quantity,
    Series,
    exponents,
    nearest,
    other_curves,
    pin_entry,
    value_range,
)
from playground.views.cost.why import CurveMarks
from playground.views.forms.text import translated
from playground.views.kit.appearance import scaled, theme
from playground.views.kit.building import icon_button, in_column, in_row
from playground.views.kit.buttons import ModeButtons
from playground.views.kit.copying import Columns
from playground.views.kit.empty import EmptyPlot
from playground.views.kit.key import Key
from playground.views.kit.number_table import NumberTable, Row, Table
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.plots.canvas import PlotCanvas
from playground.views.plots.lines import CurvesItem, LineItem
from playground.views.plots.style import line_pen
from playground.views.plots.ticks import round_up

RATE_DASH = Qt.PenStyle.DashDotLine
"""How the schedule of the learning rate is drawn behind the curves."""
DOT = 5
"""Width in pixels of a curve that is a single point yet."""
LEAST_HEIGHT = 76
"""Of the curves, at 100 %."""


class CostView(SnapshotView):
    """The history as curves, and its numbers now or at the epoch under the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: Curves | None = None
        self._others_of: tuple[object, ...] = ()
        self._others: tuple[OtherCurve, ...] = ()
        self._running = False
        self._series: tuple[Series, ...] = ()
        self._hover: float | None = None
        self._range = (0.0, 1.0)
        self._pointed: tuple[float, float, float] | None = None
        self._build_plot()
        self._build_controls()
        self._lay_out()
        self._dress()

    # What the window calls.

    def choose(self, name: str) -> None:
        """Plot one of `QUANTITIES`."""
        self.modes.choose(name)

    def restyle(self) -> None:
        self._dress()
        self._draw_anew()

    # Construction.

    def _build_plot(self) -> None:
        self.canvas = PlotCanvas(widest="0.0001")
        self.canvas.bottom.least_step = 1.0  # there is nothing between two epochs but the last point
        scaled(self.canvas, QWidget.setMinimumHeight, LEAST_HEIGHT)
        self.canvas.setAccessibleName(self.tr("Curves over the epochs"))
        self.canvas.setAccessibleDescription(
            self.tr("Wheel or drag to zoom and move, double click to follow the training again.")
        )
        self.canvas.columns = self._columns
        self.canvas.hovered.connect(self._hovered)
        self.canvas.unhovered.connect(self._unhovered)
        self._behind = CurvesItem(self.canvas.view)
        self._schedule = CurvesItem(self.canvas.view)
        self._lines = CurvesItem(self.canvas.view)
        self.marks = CurveMarks(self.canvas, self._place_of)
        self.canvas.moved.connect(self.marks.arrange)
        self.key = Key(self.tr("Pinned runs"))
        self.key.hide()
        self._cursor = LineItem()
        self._cursor.hide()
        self.canvas.view.addItem(self._cursor, ignoreBounds=True)
        self.empty = EmptyPlot(self.tr("No history yet: run the training to see its cost."))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.canvas)
        self.legend = NumberTable(rows=3)
        self.legend.setAccessibleName(self.tr("Values of the curves"))

    def _build_controls(self) -> None:
        texts = {name: (translated(each.label), translated(each.description)) for name, each in QUANTITIES.items()}
        self.modes = ModeButtons(texts)
        self.logarithmic = CheckBox(self.tr("Log"))
        self.logarithmic.setAccessibleName(self.tr("Logarithmic scale"))
        self.logarithmic.setToolTip(self.tr("Draw equal factors as equal heights."))
        tip = self.tr("Show all epochs again and keep following the training.")
        self.auto = icon_button(self.tr("Automatic range"), tip, "reset_view")
        self.auto.setEnabled(False)
        self.modes.chosen.connect(self._chosen)
        self.logarithmic.toggled.connect(self._chosen)
        self.auto.clicked.connect(self.canvas.reset_view)
        self.canvas.following_changed.connect(self.auto.setDisabled)

    def _lay_out(self) -> None:
        controls = in_row(self.modes, 8, self.logarithmic, None, self.auto, gap=0)
        self.setLayout(in_column(controls, self.key, (self.stack, 1), self.legend, gap=4, edges=(8, 6, 8, 6)))

    def _dress(self) -> None:
        self._cursor.set_pen(line_pen(theme().accent), smooth=False)

    # Drawing.

    @property
    def quantity(self) -> Quantity:
        """What is plotted: the cost if there is no accuracy to plot."""
        name = self.modes.current
        return QUANTITIES[name if self.modes.buttons[name].isEnabled() else "cost"]

    def _chosen(self, *_: object) -> None:
        self.canvas.reset_view()
        self._draw_anew()

    def _draw_anew(self) -> None:
        self._curves, self._others_of = None, ()
        self.redraw()

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        if not snapshot.curves.epochs.size:
            self.stack.setCurrentWidget(self.empty)
            self._write_legend()
            return
        self.stack.setCurrentWidget(self.canvas)
        self.modes.buttons["accuracy"].setEnabled(snapshot.problem_info.problem == "classification")
        others = snapshot.pins, snapshot.branches, snapshot.experiment.training.cost
        changed = others != self._others_of
        if changed or snapshot.curves is not self._curves or snapshot.running != self._running:
            self._curves, self._running = snapshot.curves, snapshot.running
            if changed:
                self._others_of = others
                self._others = other_curves(self.quantity, *others, theme())
                self.key.show_entries([pin_entry(pin) for pin in snapshot.pins])
                self.key.setVisible(bool(snapshot.pins))
            self._draw_curves(snapshot)
            if changed:
                self._draw_others()
        self.marks.show_events(snapshot.events if self.quantity.name == "cost" else ())
        self._write_legend()

    def _place_of(self, epoch: float, value: float) -> QPointF | None:
        """Return where a cost stands on the canvas; None out of sight."""
        logarithmic = self.quantity.can_be_log and self.logarithmic.isChecked()
        height = float(exponents(np.array([value]))[0]) if logarithmic else value
        area = self.canvas.frame()
        place: QPointF = self.canvas.view.mapViewToScene(QPointF(epoch, height))
        return place if area.adjusted(-1, -1, 1, 1).contains(place) else None

    def _columns(self) -> Columns:
        """Return the curves that are drawn, for a copy as text."""
        epochs = () if self._curves is None else self._curves.epochs
        return {self.tr("epoch"): epochs, **{line.label: line.values for line in self._series}}

    def _draw_curves(self, snapshot: Snapshot) -> None:
        curves, quantity = snapshot.curves, self.quantity
        logarithmic = quantity.can_be_log and self.logarithmic.isChecked()
        self.logarithmic.setEnabled(quantity.can_be_log)
        self._series = quantity.series(curves, theme())
        self._name_axes(quantity, snapshot, logarithmic=logarithmic)
        epochs = curves.epochs
        lines = [(epochs, exponents(line.values) if logarithmic else line.values) for line in self._series]
        pens = [self._pen(line, len(epochs)) for line in self._series]
        # Smooth lines cost several times as much: only while nothing trains.
        self._lines.show_lines(lines, pens, smooth=not snapshot.running or len(epochs) == 1)
        last = max(float(each[-1]) for each in (epochs, *(other.epochs for other in self._others)))
        end = round_up(last) if last > 0 else 1.0
        series = (*self._series, *(other.series for other in self._others))
        self._range = value_range(quantity, series, logarithmic=logarithmic)
        self.canvas.set_home((0.0, end), self._range)
        self._draw_schedule(snapshot)

    def _draw_schedule(self, snapshot: Snapshot) -> None:
        """Draw the share of the learning rate that is taken, over the whole height: at the top it is all of it."""
        shares, (low, high) = snapshot.rate_shares, self._range
        drawn = shares is not None and self.quantity.name == "cost"
        lines = [(snapshot.curves.epochs, low + shares * (high - low))] if drawn and shares is not None else []
        self._schedule.show_lines(lines, [line_pen(theme().muted, RATE_DASH)] * len(lines))

    def _draw_others(self) -> None:
        """Draw what other runs left behind the present one's curves; it stays until there are others."""
        logarithmic = self.quantity.can_be_log and self.logarithmic.isChecked()
        lines = [
            (other.epochs, exponents(other.series.values) if logarithmic else other.series.values)
            for other in self._others
        ]
        self._behind.show_lines(lines, [line_pen(other.series.color, other.series.dash, 1) for other in self._others])

    def _pen(self, line: Series, points: int) -> QPen:
        if points == 1:
            return line_pen(line.color, width=DOT)
        return line_pen(line.color, line.dash, 1 if self._running else 1.5)

    def _name_axes(self, quantity: Quantity, snapshot: Snapshot, *, logarithmic: bool) -> None:
        cost = translated(COSTS[snapshot.experiment.training.cost].label)
        self.canvas.set_names(self.tr("epoch"), translated(quantity.title).format(cost))
        self.canvas.set_scale(quantity.unit, logarithmic=logarithmic)

    # Numbers.

    def _hovered(self, epoch: float, _value: float) -> None:
        self._hover = epoch
        self._write_legend()

    def _unhovered(self) -> None:
        self._hover = None
        self._write_legend()

    def _point_at(self, epoch: float) -> None:
        """Draw the upright line, as far as the view can be moved."""
        low, high = self._range
        if (epoch, low, high) != self._pointed:
            self._pointed = (epoch, low, high)
            path = QPainterPath()
            path.moveTo(epoch, low - 2 * (high - low))
            path.lineTo(epoch, high + 2 * (high - low))
            self._cursor.set_path(path)

    def _write_legend(self) -> None:
        snapshot = self.snapshot
        if snapshot is None:
            self._cursor.hide()
            return
        curves = snapshot.curves
        index = nearest(curves.epochs, self._hover) if self._hover is not None and curves.epochs.size else None
        if index is None and snapshot.timeline is not None and snapshot.timeline.position is not None:
            # The network stands at an earlier epoch than the curves reach.
            self._point_at(float(snapshot.epoch))
            self._cursor.show()
        else:
            self._cursor.setVisible(index is not None)
        if index is not None:
            self._point_at(float(curves.epochs[index]))
        if self.quantity.name == "gradient":
            headings: tuple[str, ...] = ()
            last = len(curves.epochs) - 1 if curves.epochs.size else None
            title = self.tr("{epoch}, by layer").format(epoch=self._moment(curves, last if index is None else index))
            entries = self._gradient_entries(curves, index)
        else:
            title = self._moment(curves, index)
            headings = (self.tr("cost"), self.tr("accuracy") if snapshot.problem_info.classes else "R²")
            entries = self._cost_entries(snapshot, index)
        self.legend.show_table(Table(entries, title, index is not None, headings))

    def _moment(self, curves: Curves, index: int | None) -> str:
        """Return when it was: the epoch of a point of the curves, or now, which may be amid an epoch."""
        if index is None:
            return self.tr("now")
        epoch = float(curves.epochs[index])
        return self.tr("epoch {:,}").format(int(epoch) if epoch.is_integer() else epoch)

    def _cost_entries(self, snapshot: Snapshot, index: int | None) -> tuple[Row, ...]:
        curves, look = snapshot.curves, theme()
        if index is None:
            train, test, penalty = snapshot.train_cost, snapshot.test_cost, snapshot.penalty
            right, test_right = snapshot.train_accuracy, snapshot.test_accuracy
        else:
            train, test, penalty = curves.train_cost[index], curves.test_cost[index], curves.penalty[index]
            right, test_right = curves.train_accuracy[index], curves.test_accuracy[index]
        dash = {line.label: line for line in QUANTITIES["cost"].series(curves, look)}
        if snapshot.problem_info.classes:
            rights = [percent(value).rjust(6) for value in (right, test_right)]
        else:  # known of the present moment only
            fits = (snapshot.train_fit, snapshot.test_fit) if index is None else (None, None)
            rights = [fixed(None if fit is None else fit.mean_r2) for fit in fits]
        rows = {"train": (train, rights[0]), "test": (test, rights[1]), "penalty": (penalty, "")}
        entries = tuple(
            Row(
                translated(label),
                (fixed(cost), right),
                dash[label].color,
                dash[label].dash,
            )
            for label, (cost, right) in rows.items()
            if label in dash
        )
        return (*entries, *self._rate_entry(snapshot, index))

    def _rate_entry(self, snapshot: Snapshot, index: int | None) -> tuple[Row, ...]:
        shares = snapshot.rate_shares
        if shares is None or self.quantity.name != "cost":
            return ()
        rate = snapshot.rate
        if index is not None:
            rate = snapshot.experiment.training.learning_rate * float(shares[index])
        return (Row(self.tr("learning rate"), (number(rate), ""), theme().muted, RATE_DASH),)

    def _gradient_entries(self, curves: Curves, index: int | None) -> tuple[Row, ...]:
        at = -1 if index is None else index
        lines = QUANTITIES["gradient"].series(curves, theme())
        norms = [float(line.values[at]) if line.values.size else None for line in lines]
        return tuple(
            Row(line.label, (fixed(norm),), line.color, line.dash) for line, norm in zip(lines, norms, strict=True)
        )

"""How cost and accuracy went, as a figure: one plot above the other over the same epochs."""

from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPen

from playground.engine import COSTS
from playground.messages.numbers import number
from playground.training.snapshot import Snapshot
from playground.views.cost.series import QUANTITIES, Quantity, Series, exponents, value_range
from playground.views.figures.axes import Axes, Axis
from playground.views.figures.sheet import GAP, Sheet
from playground.views.forms.text import translated
from playground.views.kit.key import line_entry
from playground.views.plots.style import line_pen
from playground.views.theme import Theme

SAMPLE = 22.0
DECADES = 2.0
"""From so many powers of ten between its largest and its smallest value on, a cost is drawn logarithmically."""


def title(snapshot: Snapshot) -> str:
    if snapshot.problem_info.problem == "classification":
        return QCoreApplication.translate("figures", "Cost and accuracy while training")
    return QCoreApplication.translate("figures", "Cost while training")


def paint(sheet: Sheet, area: QRectF, snapshot: Snapshot) -> None:
    names = ["cost", "accuracy"] if snapshot.problem_info.problem == "classification" else ["cost"]
    gap = 4 * GAP
    height = (area.height() - gap * (len(names) - 1)) / len(names)
    for row, name in enumerate(names):
        part = QRectF(area.left(), area.top() + row * (height + gap), area.width(), height)
        _paint_quantity(sheet, part, snapshot, QUANTITIES[name], last=row == len(names) - 1)


def _paint_quantity(sheet: Sheet, area: QRectF, snapshot: Snapshot, quantity: Quantity, *, last: bool) -> None:
    curves = snapshot.curves
    series = [line for line in quantity.series(curves, sheet.theme) if np.isfinite(line.values).any()]
    logarithmic = quantity.can_be_log and _spans_decades(series)
    low, high = value_range(quantity, tuple(series), logarithmic=logarithmic)
    cost = translated(COSTS[snapshot.experiment.training.cost].label)
    name = translated(quantity.title).format(cost)
    below = QCoreApplication.translate("figures", "epoch") if last else ""
    axes = Axes.within(
        sheet,
        area,
        Axis(0.0, max(float(curves.epochs[-1]), 1.0), below, whole=True),
        Axis(low, high, name, unit=1.0 if logarithmic else quantity.unit, logarithmic=logarithmic),
    )
    entries = [line_entry(_label(line, quantity), partial(_pen, line)) for line in series]
    # In the line of the axis's name, at its right end.
    left = max(axes.rect.right() - sheet.key_width(entries), axes.rect.left() + sheet.width(name))
    sheet.key(QRectF(left, area.top(), axes.rect.right() - left, sheet.line()), entries)
    axes.paint(sheet, grid=True)
    for line in series:
        values = exponents(line.values) if logarithmic else line.values
        path = axes.line(curves.epochs, values)
        if path.elementCount() == 1:  # before the first epoch there is a point and no line
            path.addEllipse(path.currentPosition(), 1, 1)
        sheet.stroke(path, _pen(line))


def _spans_decades(series: list[Series]) -> bool:
    values = np.concatenate([line.values for line in series] or [np.empty(0)])
    values = values[np.isfinite(values) & (values > 0)]
    return bool(values.size) and float(np.log10(values.max() / values.min())) >= DECADES


def _label(line: Series, quantity: Quantity) -> str:
    """Return the line's name and its last value."""
    finite = line.values[np.isfinite(line.values)]
    value = number(float(finite[-1]) * quantity.unit)
    return f"{translated(line.label)} {value}"


def _pen(line: Series, _theme: Theme | None = None) -> QPen:
    return line_pen(line.color, line.dash, 1.8)

"""What the cost view can plot: a record for each choice, with its lines and range; and the curves of other runs."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from playground.messages import Message
from playground.training.pins import Pin
from playground.training.results import Curves
from playground.views.forms.text import spoken
from playground.views.kit.key import Entry, line_entry
from playground.views.plots.style import DASHES, line_pen, pin_color
from playground.views.plots.ticks import decades, round_up
from playground.views.theme import Theme

Values = NDArray[Any]
Range = tuple[float, float]


class Series(Struct, frozen=True, eq=False):
    """One line: its label (to be translated), the numbers, and two cues, colour and dash."""

    label: str
    values: Values
    color: str
    dash: Qt.PenStyle


class Quantity(Struct, frozen=True):
    """One thing to plot over the epochs.

    Attributes
    ----------
    name, label, description
        Of the button; label and description are to be translated.
    title
        Of the axis, to be translated; `{}` stands for the cost's name.
    series
        Returns the lines to draw, in the theme's colours.
    linear_range
        Returns the axis's ends for the finite values.
    unit
        What the axis's numbers are multiplied by.
    can_be_log
        Whether a logarithmic axis makes sense.
    """

    name: str
    label: str
    description: str
    title: str
    series: Callable[[Curves, Theme], tuple[Series, ...]]
    linear_range: Callable[[Values], Range]
    unit: float = 1.0
    can_be_log: bool = True


def _cost_series(curves: Curves, theme: Theme) -> tuple[Series, ...]:
    series = [_train(curves.train_cost, theme), _test(curves.test_cost, theme)]
    if curves.penalty.any():
        series.append(Series(Message("penalty"), curves.penalty, theme.penalty, DASHES[2]))
    return tuple(series)


def _accuracy_series(curves: Curves, theme: Theme) -> tuple[Series, ...]:
    return _train(curves.train_accuracy, theme), _test(curves.test_accuracy, theme)


def _gradient_series(curves: Curves, theme: Theme) -> tuple[Series, ...]:
    return tuple(
        Series(str(layer + 1), norms, theme.classes[layer % len(theme.classes)], DASHES[layer % len(DASHES)])
        for layer, norms in enumerate(curves.gradient_norms)
    )


def _train(values: Values, theme: Theme) -> Series:
    return Series(Message("train"), values, theme.train, DASHES[0])


def _test(values: Values, theme: Theme) -> Series:
    return Series(Message("test"), values, theme.test, DASHES[1])


def _from_zero(values: Values) -> Range:
    return 0.0, round_up(float(values.max(initial=0.0)) * 1.02)


def _fraction(_values: Values) -> Range:
    return 0.0, 1.02


_RECORDS = (
    Quantity(
        name="cost",
        label=Message("Cost"),
        description=Message("Plot the cost on training and test data, and the penalty."),
        title="{}",
        series=_cost_series,
        linear_range=_from_zero,
    ),
    Quantity(
        name="accuracy",
        label=Message("Accuracy"),
        description=Message("Plot the share of examples that are classified rightly."),
        title=Message("Accuracy, %"),
        series=_accuracy_series,
        linear_range=_fraction,
        unit=100.0,
        can_be_log=False,
    ),
    Quantity(
        name="gradient",
        label=Message("Gradient"),
        description=Message("Plot ‖dW, db‖, the norm of each layer's gradient."),
        title=Message("‖dW, db‖ of each layer"),
        series=_gradient_series,
        linear_range=_from_zero,
    ),
)

QUANTITIES: Mapping[str, Quantity] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every choice by name."""


def value_range(quantity: Quantity, series: tuple[Series, ...], *, logarithmic: bool) -> Range:
    """Return the ends of the value axis: as exponents of ten if it is logarithmic."""
    parts = [line.values[np.isfinite(line.values)] for line in series]
    values = np.concatenate(parts) if parts else np.empty(0)
    if not logarithmic:
        return quantity.linear_range(values)
    values = values[values > 0]
    return decades(float(values.min()), float(values.max())) if values.size else (-1.0, 0.0)


def exponents(values: Values) -> Values:
    """Return log₁₀; NaN, which is not drawn, for what has none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        result: Values = np.where(values > 0, np.log10(values), np.nan)
    return result


def nearest(epochs: Values, epoch: float) -> int:
    """Return the index of the point nearest to an epoch."""
    right = int(np.searchsorted(epochs, epoch))
    if right == 0:
        return 0
    if right == len(epochs) or epoch - epochs[right - 1] <= epochs[right] - epoch:
        return right - 1
    return right


SAMPLE = 14.0
"""Length of a line in the key."""
MOST_SERIES = 2
"""Of each other run: training and test, no more."""


class OtherCurve(Struct, frozen=True, eq=False):
    """One line of another run, over its own epochs."""

    epochs: NDArray[Any]
    series: Series


def other_curves(
    quantity: Quantity, pins: Sequence[Pin], branches: Sequence[Curves], cost: str, theme: Theme
) -> tuple[OtherCurve, ...]:
    """Return the lines to draw behind the present run's.

    Parameters
    ----------
    quantity
        What is plotted; gradients by layer are the present run's alone.
    cost
        The name of the present run's cost: numbers of another one are no points of the same plot.
    """
    if quantity.name == "gradient":
        return ()
    lines = [OtherCurve(branch.epochs, line) for branch in branches for line in _grey(quantity, branch, theme)]
    for pin in pins:
        if quantity.name != "cost" or pin.experiment.training.cost == cost:
            color = pin_color(pin.number, theme)
            lines += [OtherCurve(pin.curves.epochs, line) for line in _recolored(quantity, pin.curves, theme, color)]
    return tuple(lines)


def _grey(quantity: Quantity, curves: Curves, theme: Theme) -> list[Series]:
    return _recolored(quantity, curves, theme, theme.hatch)[:1]


def _recolored(quantity: Quantity, curves: Curves, theme: Theme, color: str) -> list[Series]:
    return [Series(line.label, line.values, color, line.dash) for line in quantity.series(curves, theme)[:MOST_SERIES]]


def pin_entry(pin: Pin) -> Entry:
    """Return the name of a pinned run with its colour."""
    return line_entry(spoken(pin.name), lambda theme: line_pen(pin_color(pin.number, theme), width=2), SAMPLE)

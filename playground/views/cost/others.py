"""The curves of other runs beside the present one: pinned runs in their colours, ways that were left in grey."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from numpy.typing import NDArray

from playground.training.pins import Pin
from playground.training.results import Curves
from playground.views.cost.series import Quantity, Series
from playground.views.forms.text import spoken
from playground.views.kit.key import Entry, line_entry
from playground.views.plots.style import line_pen
from playground.views.runs.colors import pin_color
from playground.views.theme import Theme

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

"""What the health view shows of every layer: each quantity is one record that knows its numbers, marks and axis."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from playground.messages import Message
from playground.messages.numbers import number, percent
from playground.training.diagnostics import learning_causes as limits
from playground.training.health import HealthReport
from playground.views.plots.style import DASHES
from playground.views.theme import Theme

UP, DOWN = 1, -1

Values = NDArray[Any]
Marks = NDArray[np.intp]


class Mark(Struct, frozen=True):
    """What makes a number of the table conspicuous.

    Attributes
    ----------
    kinds
        The findings that it belongs to; without one of them nothing is marked.
    beyond
        Says for the recent numbers `(L,)` which layers it is about.
    sign
        `UP` for too much, `DOWN` for too little.
    """

    kinds: tuple[str, ...]
    beyond: Callable[[Values], Values]
    sign: int


class Quantity(Struct, frozen=True):
    """One column of the table, and one choice of the plot.

    Attributes
    ----------
    label, description, title, missing
        Of the column, its tooltip and the plot's axis, and what to say where no layer has it; to be translated.
    values
        The numbers `(L, k)` of a report.
    text
        Returns a number's text; None where it does not exist.
    logarithmic
        Whether equal factors are drawn as equal heights; else it is a share of one, drawn in percent.
    marks
        When its numbers are marked.
    needs_update
        Whether it is about the last update, and not computed before the first.
    """

    name: str
    label: str
    description: str
    title: str
    missing: str
    values: Callable[[HealthReport], Values]
    text: Callable[[float | None], str]
    logarithmic: bool
    marks: tuple[Mark, ...]
    needs_update: bool = False

    def marked(self, report: HealthReport) -> Marks:
        """Return `UP`, `DOWN` or 0 for each layer, `(L,)`."""
        values = self.values(report)
        found = {finding.name for finding in report.findings}
        marks = np.zeros(len(values), np.intp)
        for mark in self.marks:
            if not found.isdisjoint(mark.kinds):
                judged = report.recent[self.name] if self.needs_update else values[:, -1]
                with np.errstate(all="ignore"):
                    marks[mark.beyond(judged)] = mark.sign
        return marks


_RECORDS = (
    Quantity(
        name="gradient_norm",
        label=Message("Gradient"),
        description=Message("‖dW, db‖, the norm of each layer's gradient: about the same size in all layers is good."),
        title=Message("‖dW, db‖ of each layer"),
        missing=Message("No gradient yet: run the training to see it."),
        values=attrgetter("gradient_norm"),
        text=number,
        logarithmic=True,
        needs_update=True,
        marks=(
            Mark(("vanishing",), lambda recent: recent < limits.VANISHING * recent[-1], DOWN),
            Mark(("exploding",), lambda recent: recent >= np.nanmax(recent), UP),
        ),
    ),
    Quantity(
        name="update_ratio",
        label=Message("Update"),
        description=Message(
            "How far the last update moved each layer's weights, divided by their size: around 1e-3 is usual."
        ),
        title=Message("Update / weight by layer"),
        missing=Message("No update yet: run the training to see it."),
        values=attrgetter("update_ratio"),
        text=number,
        logarithmic=True,
        needs_update=True,
        marks=(
            Mark(("rate_too_large",), lambda recent: recent > limits.LARGE_RATIO, UP),
            Mark(("rate_too_small",), lambda recent: recent < limits.SMALL_RATIO, DOWN),
        ),
    ),
    Quantity(
        name="saturated",
        label=Message("Saturated"),
        description=Message("The share of neurons at the flat ends of sigmoid or tanh for most training examples."),
        title=Message("Saturated neurons by layer, %"),
        missing=Message("Only hidden layers with sigmoid or tanh can be saturated."),
        values=attrgetter("saturated"),
        text=percent,
        logarithmic=False,
        marks=(Mark(("saturated",), lambda recent: recent >= limits.SATURATED, UP),),
    ),
    Quantity(
        name="dead",
        label=Message("Dead"),
        description=Message("The share of ReLU neurons that give zero for every training example."),
        title=Message("Dead neurons by layer, %"),
        missing=Message("Only hidden layers with ReLU can have dead neurons."),
        values=attrgetter("dead"),
        text=percent,
        logarithmic=False,
        marks=(Mark(("dead",), lambda recent: recent > 0, UP),),
    ),
)

QUANTITIES: Mapping[str, Quantity] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every column by name."""


def line_of(layer: int, theme: Theme) -> tuple[str, Qt.PenStyle]:
    """Return colour and dash of a layer, 0 … L − 1: the two together are each layer's own."""
    colors = theme.classes
    return colors[layer % len(colors)], DASHES[(layer + layer // len(colors)) % len(DASHES)]

"""What the health view shows of every layer: each quantity is one record that knows its numbers, marks and axis."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from playground.messages import Message
from playground.messages.numbers import number, percent
from playground.training.health import HealthReport
from playground.views.plots.style import DASHES
from playground.views.theme import Theme

Values = NDArray[Any]


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
    needs_update: bool = False


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
    ),
)

QUANTITIES: Mapping[str, Quantity] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every column by name."""


def line_of(layer: int, theme: Theme) -> tuple[str, Qt.PenStyle]:
    """Return colour and dash of a layer, 0 … L − 1: the two together are each layer's own."""
    colors = theme.classes
    return colors[layer % len(colors)], DASHES[(layer + layer // len(colors)) % len(DASHES)]

"""The five stretches of an update: what they are called, and the colour each has wherever it appears."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.views.theme import Theme


@dataclass(frozen=True)
class Direction:
    """One stretch of an update.

    Attributes
    ----------
    label
        Before translation (context ``backprop``), as is `tooltip`.
    color
        Its colour in a theme.
    flow
        +1 where values run from the input to the output, -1 where gradients run back, 0 where nothing flows.
    """

    name: str
    label: str
    tooltip: str
    color: Callable[[Theme], str]
    flow: int


CONTEXT = "backprop"
_RECORDS = (
    Direction(
        "forward",
        str(QT_TRANSLATE_NOOP("backprop", "Forward")),
        str(QT_TRANSLATE_NOOP("backprop", "Layer by layer, from the input to the output.")),
        lambda theme: theme.forward,
        1,
    ),
    Direction(
        "cost",
        str(QT_TRANSLATE_NOOP("backprop", "Cost")),
        str(QT_TRANSLATE_NOOP("backprop", "How far the output is from the target.")),
        lambda theme: theme.text,
        0,
    ),
    Direction(
        "backward",
        str(QT_TRANSLATE_NOOP("backprop", "Backward")),
        str(QT_TRANSLATE_NOOP("backprop", "Layer by layer back: how the cost changes with each number.")),
        lambda theme: theme.backward,
        -1,
    ),
    Direction(
        "update",
        str(QT_TRANSLATE_NOOP("backprop", "Update")),
        str(QT_TRANSLATE_NOOP("backprop", "Every weight and bias takes a step against its gradient.")),
        lambda theme: theme.muted,
        0,
    ),
    Direction(
        "again",
        str(QT_TRANSLATE_NOOP("backprop", "Again")),
        str(QT_TRANSLATE_NOOP("backprop", "Forward once more with the new weights: is the cost smaller?")),
        lambda theme: theme.forward,
        1,
    ),
)
DIRECTIONS: Mapping[str, Direction] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every direction by name, in order."""

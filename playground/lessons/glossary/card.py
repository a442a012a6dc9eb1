"""A card of the glossary, and the parts of the window that cards name."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from playground.messages import Message


class Card(Struct, frozen=True, kw_only=True):
    """One letter or term.

    Attributes
    ----------
    text
        What it is, in plain sentences.
    symbol
        The letter that stands for it on screen, or nothing.
    shape
        LaTeX of rows × columns, or nothing.
    places
        Where it is seen: keys of `PLACES`.
    formula, derivative
        LaTeX, or nothing; the derivative is that of an activation.
    activation
        A key of `ACTIVATIONS`, where its curve and that of its derivative are to be shown.
    """

    name: str
    title: str
    text: str
    symbol: str = ""
    shape: str = ""
    places: tuple[str, ...] = ()
    formula: str = ""
    derivative: str = ""
    activation: str = ""


PLACES: Mapping[str, Message] = MappingProxyType(
    {
        "data": Message("Data, at the left"),
        "settings": Message("Settings, at the left"),
        "diagram": Message("Train: the diagram"),
        "weights": Message("Train: the heatmaps"),
        "output": Message("Output, at the right"),
        "curves": Message("Curves, below"),
        "health": Message("Health, below"),
        "state": Message("the line at the bottom of the window"),
        "walk": Message("Backprop: Walk"),
        "forms": Message("Backprop: Three ways"),
        "check": Message("Backprop: Gradient check"),
        "chain": Message("Chain rule"),
        "landscape": Message("Landscape"),
        "results": Message("Results"),
    }
)
"""The parts of the window that cards name."""

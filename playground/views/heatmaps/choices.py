"""What the heatmaps can show, and over which range their colours reach: two tables."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.files import TrainingSettings
from playground.messages import Message
from playground.training.results import Array
from playground.training.snapshot import Snapshot
from playground.training.walkthrough.explain_update import used_name
from playground.training.walkthrough.walk import cell_name, written

Layers = tuple[Array, ...]


class Quantity(Struct, frozen=True):
    """One thing to look at that has a number for every weight and bias.

    Attributes
    ----------
    label
        On the button.
    symbol
        ``symbol(parameter, training)`` with the parameter ``"W"`` or ``"b"``: as in ``dW[2][3,1]`` and ``db[2][3]``.
    arrays
        Gives from a snapshot the L arrays `(n_l, n_{l-1})` and the L arrays `(n_l, 1)`, or None.
    gradient
        Whether lessons know it by the names of the gradient, and not of the parameters.
    penalized
        Whether it is something of its own only where there is a penalty, or clipping.
    """

    name: str
    label: str
    symbol: Callable[[str, TrainingSettings], str]
    tooltip: str
    arrays: Callable[[Snapshot], tuple[Layers | None, Layers | None]]
    gradient: bool = True
    penalized: bool = False

    def of(self, snapshot: Snapshot) -> tuple[Layers, Layers] | None:
        """Return the weights' and the biases' arrays, or None if they are not computed yet."""
        weights, biases = self.arrays(snapshot)
        return None if weights is None or biases is None else (weights, biases)

    def subscript(self, layer: int, row: int, column: int, columns: int, training: TrainingSettings) -> str:
        """Return the cell's name, counted from 1 as in the formulas; the last of the `columns` is the bias."""
        if column == columns - 1:
            return f"{self.symbol('b', training)}[{layer}][{row + 1}]"
        return f"{self.symbol('W', training)}[{layer}][{row + 1},{column + 1}]"

    def plain_name(self, layer: int, row: int, column: int, columns: int) -> str:
        """Return the name that lessons know a cell by."""
        d = "d" if self.gradient else ""
        is_bias = column == columns - 1
        return cell_name(((f"{d}b" if is_bias else f"{d}W", layer), row, 0 if is_bias else column))


class Range(Struct, frozen=True):
    """One way to choose the value that gets the strongest colour.

    Attributes
    ----------
    name, label, tooltip
        Key of the table.
    shared
        Whether every layer has the same ends.
    ends
        From each layer's largest magnitude `(L,)` and the typed bound, each layer's end of the scale `(L,)`.
    """

    name: str
    label: str
    tooltip: str
    shared: bool
    ends: Callable[[NDArray[np.float64], float], NDArray[np.float64]]


QUANTITIES: Mapping[str, Quantity] = MappingProxyType(
    {
        quantity.name: quantity
        for quantity in (
            Quantity(
                "gradient",
                Message("Gradient"),
                lambda parameter, _training: f"d{parameter}",
                Message(
                    "Show dW | db: how the cost of the last update's examples changed with each weight and bias, "
                    "before that update."
                ),
                lambda snapshot: (snapshot.dW, snapshot.db),
            ),
            Quantity(
                "used",
                Message("dW + λW"),
                lambda parameter, training: written(used_name(parameter, training)),
                Message(
                    "Show what the last update used: dW and what the penalties add to it, λ₂W and λ₁sign(W), which "
                    "db has not; with clipping, dW_c and db_c."
                ),
                lambda snapshot: (snapshot.used_W, snapshot.used_b),
                penalized=True,
            ),
            Quantity(
                "parameter",
                Message("Weights"),
                lambda parameter, _training: parameter,
                Message("Show W | b: every weight and bias as it is now."),
                lambda snapshot: (snapshot.W, snapshot.b),
                gradient=False,
            ),
            Quantity(
                "update",
                Message("Update"),
                lambda parameter, _training: f"Δ{parameter}",
                Message("Show ΔW | Δb: what the last update added to each weight and bias."),
                lambda snapshot: (snapshot.update_W, snapshot.update_b),
            ),
        )
    }
)
"""Every quantity by name; the first is the default."""

RANGES: Mapping[str, Range] = MappingProxyType(
    {
        choice.name: choice
        for choice in (
            Range(
                "layer",
                Message("by layer"),
                Message("Each layer's largest value gets the strongest colour."),
                False,
                lambda largest, _bound: largest,
            ),
            Range(
                "network",
                Message("network"),
                Message("The whole network's largest value gets the strongest colour."),
                True,
                lambda largest, _bound: np.full_like(largest, largest.max(initial=0.0)),
            ),
            Range(
                "fixed",
                Message("fixed"),
                Message("The value typed beside it gets the strongest colour, at all times."),
                True,
                lambda largest, bound: np.full_like(largest, bound),
            ),
        )
    }
)
"""Every range by name; the first is the default."""

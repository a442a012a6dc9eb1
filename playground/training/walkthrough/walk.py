"""One update of a network from the inside: its phases, and its cells with what they are made of."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Literal

import numpy as np
from msgspec import Struct

from playground.engine.jacobians import GradientForms, LocalJacobian, local_jacobian
from playground.engine.parts import incoming, outgoing
from playground.engine.propagation import Structure
from playground.engine.update_rule import clipping_factor
from playground.files import TrainingSettings
from playground.messages.numbers import significant
from playground.training.results import Array

Quantity = tuple[str, int]
"""A name and a layer: ``("dW", 2)``."""
Cell = tuple[Quantity, int, int]
"""One number: a quantity, a row and a column, counted from 0."""

STATES = {"": "{}", "_new": "{}⁺", "_hat": "{}\u0302"}
"""A raised plus stands for "after the update", a hat for a memory that is corrected for its slow start."""
MEMORY = {
    f"{symbol}_{parameter}{state}": f"{written.format(symbol)}_{parameter}"
    for symbol in "VS"
    for parameter in "Wb"
    for state, written in STATES.items()
}
"""What optimizers remember: of the gradients, and of their squares."""
VECTORS = frozenset({"b", "db", "db_c", "b_new", "step_b", *(name for name in MEMORY if name[2] == "b")})
WITHOUT_LAYER = frozenset({"X", "Y", "C", "C_new"})
WRITTEN = {"D": "g'(Z)", **{f"{name}_new": f"{name}⁺" for name in ("W", "b", "Z", "A", "C")}, **MEMORY}
"""Names that are not written as they are."""


def written(name: str) -> str:
    """Return the name of a quantity whatever its layer, as in ``W⁺`` and ``(dW + λ₂W)``."""
    return f"({name})" if " " in name else WRITTEN.get(name, name)


def cell_name(cell: Cell) -> str:
    """Return the name of a cell as in ``dW[2][3,1]``: rows and columns count from 1, as in the formulas."""
    (name, layer), row, column = cell
    matrix = written(name) + ("" if name in WITHOUT_LAYER else f"[{layer}]")
    return f"{matrix}[{row + 1}]" if name in VECTORS else f"{matrix}[{row + 1},{column + 1}]"


NAMED = re.compile(r"(\w+)\[(\d+)\]\[(\d+)(?:\s*,\s*(\d+))?\]")


def named_cell(name: str) -> Cell | None:
    """Return the cell of a plain name such as ``dW[2][3,1]`` or ``b[1][2]``; None where it names none."""
    found = NAMED.fullmatch(name)
    if found is None:
        return None
    return (found[1], int(found[2])), int(found[3]) - 1, int(found[4] or 1) - 1


def number(value: float) -> str:
    """Return a number with up to four significant digits and a typographic minus."""
    return significant(value, 4)


Span = tuple[int, int]
"""Where a part of a text begins and ends."""
_MOMENT = re.compile(r"([VS])_([Wb])(_new|_hat)?")
_START = r"(?<![A-Za-z\\])"
_INDEX = r"_(?:\w|\{\w+\})"


def symbol_spans(formula: str, quantities: Iterable[Quantity]) -> tuple[Span, ...]:
    """Return where some quantities stand in the formula of a step, in order and apart from one another."""
    # The slope before what stands in its brackets.
    names = sorted(dict.fromkeys(quantities), key=lambda quantity: quantity[0] != "D")
    if not names:
        return ()
    pattern = "|".join(f"(?:{_pattern(*quantity)})" for quantity in names)
    return tuple(found.span() for found in re.finditer(pattern, formula))


def _pattern(name: str, layer: int) -> str:
    """Return a regular expression of a symbol; of the costs, whose formulas have no layers, of one number of it."""
    at = rf"\[{layer}\](?:\\top)?"
    if name in ("C", "C_new"):
        return "^C"
    if name == "Y":
        return rf"{_START}(?:Y|y{_INDEX})"
    if name == "D":
        return rf"g'\(Z\^\{{{at}\}}\)"
    if moment := _MOMENT.fullmatch(name):
        symbol, parameter, state = moment.groups()
        hat, plus = (r"\\hat ", "") if state == "_hat" else (r"(?<!\\hat )", r"\+" if state else "")
        return rf"{hat}{symbol}_\{{{parameter}\}}\^\{{{plus}{at}\}}"
    letter, is_new = name.removesuffix("_new"), name.endswith("_new")
    if is_new:
        symbol = rf"{_START}{letter}\^\{{(?:\+{at}\}}|{at}\}}(?= \\leftarrow))"
    else:
        symbol = rf"{_START}{re.escape(letter)}(?:_\{{\\cdot i\}})?\^\{{{at}\}}(?! \\leftarrow)"
    return f"{symbol}|{_START}a{_INDEX}" if letter == "A" else symbol


Direction = Literal["forward", "cost", "backward", "update", "again"]


class Phase(Struct, frozen=True, eq=False):
    """One step of the walk.

    Attributes
    ----------
    name
        What is computed, a key of `PHASE_TITLES`: ``"Z"``, ``"M"``, ``"A"``, ``"C"``, ``"dA"``, ``"dZ"``, ``"dW"``,
        ``"db"``, ``"penalty"``, ``"clip"``, ``"V"``, ``"S"``, ``"V_hat"``, ``"S_hat"``, ``"update"``, ``"again"`` or
        ``"C_new"``.
    layer
        1 … L.
    title
        What happens, in words, without the layer's number.
    formula
        LaTeX, with the layer's number.
    shapes
        The product or sum in shapes, as in ``(3×10) = (3×2)(2×10) + (3×1)``.
    """

    name: str
    layer: int
    direction: Direction
    title: str
    formula: str
    result: tuple[Quantity, ...]
    operands: tuple[Quantity, ...]
    shapes: str = ""

    @property
    def subject(self) -> Quantity:
        """What it is about: the gradient where its slopes are computed with it."""
        return self.result[-1] if self.name == "dZ" else self.result[0]


PHASE_TITLES: Mapping[str, str] = MappingProxyType(
    {
        "Z": "Weighted sums",
        "M": "Dropout mask",
        "A": "Activation",
        "C": "Cost",
        "dA": "Gradient of the activations",
        "dZ": "Gradient of the weighted sums",
        "dW": "Gradient of the weights",
        "db": "Gradient of the biases",
        "penalty": "Gradient with penalty",
        "clip": "Gradient that the update uses",
        "V": "Memory of the gradients",
        "S": "Memory of the squared gradients",
        "V_hat": "Memory of the gradients, corrected for its slow start",
        "S_hat": "Memory of the squared gradients, corrected for its slow start",
        "update": "Update",
        "again": "Forward again",
        "C_new": "Cost after the update",
    }
)
"""What each phase is called."""


class Walkthrough(Struct, frozen=True, eq=False, dict=True):
    """One update, walked through on a copy of the network; its arrays are frozen.

    Attributes
    ----------
    number
        Counts up with every walkthrough of a session.
    update
        The updates the session had made.
    example
        The training example, None for the next mini-batch.
    learning_rate
        That of this update: what the schedule makes of the one that is set.
    optimizer_step
        Which update of the optimizer's memory this is, from 1: what Adam's correction counts.
    gradient_norm
        Of the whole gradient, penalties included and without what is frozen, before it is clipped.
    cost_before, cost_after, penalty_before, penalty_after
        Of these examples, before and after the update.
    arrays
        By quantity: ``("X", 0)`` and ``("A", 0)`` are the inputs, ``("D", l)`` is `g'(Z)` where the pass needs it,
        ``("C", L)`` and ``("C_new", L)`` are the costs of each example `(1, m)`; ``("A_new", 0)`` is the input again.
        `dW` is the gradient of the cost alone; what an update with penalties uses has its own name (``"dW + λ₂W"``),
        and so has a gradient that is clipped, or 0 where something is frozen (``"dW_c"``). With dropout, ``("M", l)``
        is the mask of a hidden layer, which is a factor of its `A`, `A_new` and `D`.
        ``"V_W"`` and ``"S_b"`` are what the optimizer remembers before the update, ``"_new"`` after it, ``"_hat"``
        corrected.
    gradient_forms
        By layer, 1 … L: the gradient of its weights computed in three ways; None where that would take too long.
    hidden
        The quantities of which something is NaN because a person is to find it.
    """

    number: int
    update: int
    example: int | None
    m: int
    sizes: tuple[int, ...]
    activations: tuple[str, ...]
    cost_name: str
    training: TrainingSettings
    learning_rate: float
    optimizer_step: int
    gradient_norm: float
    cost_before: float
    cost_after: float
    penalty_before: float
    penalty_after: float
    phases: tuple[Phase, ...]
    arrays: Mapping[Quantity, Array]
    gradient_forms: tuple[GradientForms | None, ...]
    hidden: frozenset[Quantity] = frozenset()

    @property
    def optimizer(self) -> str:
        return self.training.optimizer

    @property
    def clipping(self) -> float:
        """What the whole gradient is multiplied by; 1 where it is no longer than allowed."""
        if not self.training.clip_norm:
            return 1.0
        return clipping_factor(self.gradient_norm, self.training.clip_norm)

    @cached_property
    def _fixed(self) -> list[Array]:
        fixed = incoming(self.structure, self.training.frozen) | outgoing(self.structure, self.training.off)
        return self.structure.matrices(fixed.astype(float))

    def is_fixed(self, layer: int, row: int, column: int) -> bool:
        """Whether a parameter is frozen; the column after those of the weights is the bias."""
        return bool(self._fixed[layer - 1][row, column])

    def check_weight(self, layer: int, row: int, column: int, example: int) -> None:
        """Raise an `IndexError` if there is no such weight or example."""
        if not 1 <= layer <= len(self.activations):
            raise IndexError(f"there is no layer {layer}")
        n, below = self.arrays["W", layer].shape
        if not (0 <= row < n and 0 <= column < below and 0 <= example < self.m):
            raise IndexError(f"there is no weight [{row},{column}] in layer {layer}, or no example {example}")

    def drops(self, layer: int) -> bool:
        """Whether neurons of a layer are left out."""
        return ("M", layer) in self.arrays

    @property
    def structure(self) -> Structure:
        """What the network is, apart from its numbers."""
        return Structure(self.sizes, self.activations, self.cost_name)

    def local_jacobian(self, layer: int, example: int = 0) -> LocalJacobian:
        """Return `∂A/∂Z` of one layer for one example."""
        if self.drops(layer):
            slopes = self.arrays["D", layer][:, example]
            return LocalJacobian((slopes.size, slopes.size), slopes, np.diag(slopes))
        Z, A = (self.arrays[name, layer][:, example : example + 1] for name in ("Z", "A"))
        return local_jacobian(self.activations[layer - 1], Z, A)

"""One weight followed: its paths to the cost with every factor on them, the sum they come to, and its update."""

from collections.abc import Callable
from itertools import pairwise, product
from math import prod

import numpy as np
from msgspec import Struct

from playground.engine import ACTIVATIONS, COSTS
from playground.training.errors import TrainingError
from playground.training.training_run import TrainingRun
from playground.training.walkthrough.explain import explain
from playground.training.walkthrough.explanation import Explanation
from playground.training.walkthrough.one_update import OneUpdate
from playground.training.walkthrough.walk import Cell, Walkthrough

MOST_PATHS = 8
"""More paths than these are not written one by one but gathered in `dZ`, the sum over everything behind a neuron."""
MOST_LISTED = 8
"""Of more ways only those that matter most are written."""
Weight = tuple[int, int, int]
"""A layer from 1, row and column from 0."""


class Factor(Struct, frozen=True):
    """One factor of a path: a number of the walk by its cell."""

    cell: Cell
    value: float


class Path(Struct, frozen=True):
    """A way from a weight to the cost, or to the `dZ` in which the ways behind it are gathered.

    Attributes
    ----------
    units
        The neurons it passes, from the weight's own layer on.
    factors
        What multiplies, from the weight's input on.
    """

    units: tuple[int, ...]
    factors: tuple[Factor, ...]
    product: float


class Followed(Struct, frozen=True, eq=False):
    """A weight on its way to the cost of one example, and through the update of all examples of the step.

    Attributes
    ----------
    walk
        The update: what every other number is read from.
    weight, example
        Which; the example by its place among those of the step, from 0.
    count
        How many paths lead from the weight to the cost.
    paths
        Those that are written, in their order.
    left_out, rest
        How many are not written, and what they add up to.
    of_example
        `∂C/∂w` of this example: what all paths add up to.
    gradient
        `dW` of the step: the mean over its examples.
    update
        How the weight after the update comes about.
    """

    walk: Walkthrough
    weight: Weight
    example: int
    count: int
    paths: tuple[Path, ...]
    left_out: int
    rest: float
    of_example: float
    gradient: float
    update: Explanation

    @property
    def is_gathered(self) -> bool:
        """Whether the ways behind the next layer are one number, `dZ`."""
        return self.count > MOST_PATHS

    @property
    def before(self) -> float:
        layer, row, column = self.weight
        return self.value((("W", layer), row, column))

    @property
    def after(self) -> float:
        layer, row, column = self.weight
        return self.value((("W_new", layer), row, column))

    @property
    def update_formula(self) -> str:
        """LaTeX of what the update does to the weights."""
        phases = self.walk.phases
        both = next(each.formula for each in phases if (each.name, each.layer) == ("update", self.weight[0]))
        return both.partition(r", \quad ")[0]  # that of the biases stands behind it

    def value(self, cell: Cell) -> float:
        return float(self.walk.arrays[cell[0]][cell[1:]])


def follow(walk: Walkthrough, weight: Weight, example: int = 0) -> Followed:
    """Return a weight's paths to the cost of one example, each with its factors.

    A path begins with the weight's input, multiplies by the slope `g'(z)` of every neuron that it passes and by every
    weight between them, and ends with `dA` of an output; with `dZ` where the output has no slope of its own, or the
    cost and the output's activation give `A − Y` together.

    Raises `IndexError` if there is no such weight or example.
    """
    layer, row, column = weight
    last, arrays = len(walk.activations), walk.arrays
    walk.check_weight(layer, row, column, example)
    count = prod(walk.sizes[layer + 1 :])
    end = last if count <= MOST_PATHS else layer + 1
    routes = product((row,), *(range(size) for size in walk.sizes[layer + 1 : end + 1]))
    with np.errstate(all="ignore"):
        paths = [_path(walk, weight, route, example) for route in routes]
        of_example = float(arrays["A", layer - 1][column, example]) * float(arrays["dZ", layer][row, example])
        update = explain(walk, ("W_new", layer), row, column)
    strongest = sorted(range(len(paths)), key=lambda index: -abs(np.nan_to_num(paths[index].product)))
    listed, others = sorted(strongest[:MOST_LISTED]), strongest[MOST_LISTED:]
    return Followed(
        walk,
        weight,
        example,
        count,
        tuple(paths[index] for index in listed),
        len(others),
        sum(paths[index].product for index in others),
        of_example,
        float(arrays["dW", layer][row, column]),
        update,
    )


def _path(walk: Walkthrough, weight: Weight, units: tuple[int, ...], example: int) -> Path:
    layer, _, column = weight
    cells: list[Cell] = [(("A", layer - 1), column, example)]
    for step, (unit, above) in enumerate(pairwise(units)):
        at = layer + step
        cells += [(("D", at), unit, example), (("W", at + 1), above, unit)]
    end = layer + len(units) - 1
    if end == len(walk.activations) and _has_slope(walk):
        cells += [(("D", end), units[-1], example), (("dA", end), units[-1], example)]
    else:
        cells.append((("dZ", end), units[-1], example))
    factors = tuple(Factor(cell, float(walk.arrays[cell[0]][cell[1:]])) for cell in cells)
    return Path(units, factors, prod(factor.value for factor in factors))


def _has_slope(walk: Walkthrough) -> bool:
    """Whether `dZ` of the output is computed as `dA` times the slope."""
    name = walk.activations[-1]
    return ACTIVATIONS[name].derivative is not None and name not in COSTS[walk.cost_name].fused


class FollowWeight(Struct, frozen=True):
    """Asks for `Followed`, anew for every frame: in the update that would come next.

    Attributes
    ----------
    of
        The training example to update on alone, from 0; None for the next mini-batch.
    example
        Whose paths are written, by its place in the mini-batch; the last one of a smaller mini-batch.
    """

    weight: Weight
    of: int | None = None
    example: int = 0

    def prepare(self, run: TrainingRun) -> Callable[[], Followed]:
        """Look for the weight and the example.

        Raises `TrainingError` if the run has none.
        """
        layer, row, column = self.weight
        sizes = run.network.sizes
        if not (1 <= layer < len(sizes) and 0 <= row < sizes[layer] and 0 <= column < sizes[layer - 1]):
            raise TrainingError(
                "this network has no weight W[{layer}][{row},{column}]; choose one that it has",
                layer=layer,
                row=row + 1,
                column=column + 1,
            )
        OneUpdate(run, self.of)  # refuses an example that is not there

        def asked() -> Followed:
            walk = OneUpdate(run, self.of).walkthrough(0, forms=False)
            return follow(walk, self.weight, min(self.example, walk.m - 1))

        return asked

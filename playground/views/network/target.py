"""What the diagram can point at: a neuron, a weight, or the tile that stands for neurons without room."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias


class Neuron(NamedTuple):
    """One unit: layer 0 … L (0 are the features, L the outputs), unit from 0."""

    layer: int
    unit: int


class Edge(NamedTuple):
    """One weight: layer 1 … L, row (the neuron it leads to) and column (the one it comes from) from 0."""

    layer: int
    row: int
    column: int

    @property
    def ends(self) -> tuple[Neuron, Neuron]:
        """Where it comes from and where it leads to."""
        return Neuron(self.layer - 1, self.column), Neuron(self.layer, self.row)


class More(NamedTuple):
    """The tile under a layer that says how many of its neurons have no room."""

    layer: int


Target: TypeAlias = Neuron | Edge | More


def exists(target: Target, sizes: Sequence[int]) -> bool:
    """Whether a network with these layer sizes `n_0 … n_L` has it."""
    if not 0 <= target.layer < len(sizes):
        return False
    match target:
        case Neuron(layer, unit):
            return 0 <= unit < sizes[layer]
        case Edge(layer, row, column):
            return layer >= 1 and 0 <= row < sizes[layer] and 0 <= column < sizes[layer - 1]
    return True


def neighbour(neuron: Neuron, right: int, down: int, sizes: Sequence[int]) -> Neuron:
    """Return the next neuron that way, at the same relative height of the next layer, and stop at the ends."""
    layer = min(max(neuron.layer + right, 0), len(sizes) - 1)
    unit = neuron.unit + down
    if layer != neuron.layer:
        unit = round((neuron.unit + 0.5) / sizes[neuron.layer] * sizes[layer] - 0.5)
    return Neuron(layer, min(max(unit, 0), sizes[layer] - 1))

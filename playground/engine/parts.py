"""Parts of a network by name, and where their numbers lie among all parameters: layer ``"2"``, neuron ``"2.3"``."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from playground.engine.propagation import Structure

_NAME = re.compile(r"([1-9]\d{0,2})(?:\.([1-9]\d{0,4}))?")


class Part(NamedTuple):
    """A layer, 1 … L, or one of its neurons, from 0; None for all of them."""

    layer: int
    unit: int | None = None

    @classmethod
    def named(cls, name: str) -> "Part | None":
        """Return the part of a name, in which neurons count from 1; None if it names none."""
        found = _NAME.fullmatch(name)
        return None if found is None else cls(int(found[1]), None if found[2] is None else int(found[2]) - 1)

    @property
    def name(self) -> str:
        return f"{self.layer}" if self.unit is None else f"{self.layer}.{self.unit + 1}"

    @property
    def units(self) -> slice:
        return slice(None) if self.unit is None else slice(self.unit, self.unit + 1)


def incoming(structure: Structure, names: Iterable[str]) -> NDArray[np.bool_]:
    """Return which of the parameters `(P,)` are weights into some parts, and biases; what is not there has none."""
    return _marked(structure, names, above=False)


def outgoing(structure: Structure, names: Iterable[str]) -> NDArray[np.bool_]:
    """Return which of the parameters `(P,)` are weights from some parts to the layer above."""
    return _marked(structure, names, above=True)


def _marked(structure: Structure, names: Iterable[str], *, above: bool) -> NDArray[np.bool_]:
    marks = np.zeros(structure.n_parameters)
    matrices = structure.matrices(marks)
    for part in filter(None, map(Part.named, names)):
        if above and part.layer < len(matrices):
            matrices[part.layer][:, :-1][:, part.units] = 1
        elif not above and part.layer <= len(matrices):
            matrices[part.layer - 1][part.units] = 1
    return marks > 0

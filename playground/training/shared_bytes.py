"""Counting memory that several owners share: every array once."""

from collections.abc import Iterable
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray


class Sized(Protocol):
    """Something that knows its size."""

    @property
    def n_bytes(self) -> int: ...


Thing = Sized | NDArray[Any]


class SharedBytes:
    """The memory of things, each counted once however often it was added."""

    def __init__(self) -> None:
        self._counted: dict[int, tuple[Thing, int, int]] = {}
        self.total = 0

    def add(self, things: Iterable[Thing]) -> None:
        """Count things, one time more each."""
        for thing in things:
            _, times, size = self._counted.get(id(thing), (thing, 0, -1))
            if not times:
                size = thing.nbytes if isinstance(thing, np.ndarray) else thing.n_bytes
                self.total += size
            self._counted[id(thing)] = (thing, times + 1, size)

    def remove(self, things: Iterable[Thing]) -> None:
        """Count things one time less each."""
        for thing in things:
            _, times, size = self._counted[id(thing)]
            if times == 1:
                del self._counted[id(thing)]
                self.total -= size
            else:
                self._counted[id(thing)] = (thing, times - 1, size)

    def copy(self) -> "SharedBytes":
        """Return an independent count of the same things."""
        other = SharedBytes()
        other._counted, other.total = self._counted.copy(), self.total
        return other

"""A network as a person has set it, and the rows that it is to tell apart."""

from collections.abc import Callable, Iterator
from functools import cached_property

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.messages import Message
from playground.training.results import Array

Flags = NDArray[np.bool_]
Degrees = tuple[Message, Message, Message]
"""Where to look, what is the case, and one thing to do."""
Found = Iterator[tuple[tuple[int, ...], Degrees]]
"""What a rule is about, neurons or rows counted from 0, and what it tells, for each place where it holds."""

MOST_PAIRED = 16
"""So many rows at most are looked at two by two."""
ROWS_NAMED = 6


class Hand(Struct, frozen=True, eq=False, dict=True):
    """A network as a person has set it, and the rows it is to tell apart.

    Attributes
    ----------
    W, b
        `(n_l, n_{l-1})` and `(n_l, 1)`.
    F
        `(n_0, m)`: what the network sees of the rows.
    A
        `(n_{L-1}, m)`: what the output layer sees of them.
    Z
        `(n_L, m)`: the output layer's sums.
    outputs, targets
        `(n_L, m)`.
    cost
        `(m,)`: of each row.
    labels, predicted
        `(m,)` class numbers; None for numbers.
    numbers
        `(m,)`: what the rows are called, from 1.
    threshold
        The sum of a single output from which on it says yes; None where there is no such sum.
    is_steep
        Whether larger sums make the output surer, as after sigmoid, tanh and softmax.
    """

    W: tuple[Array, ...]
    b: tuple[Array, ...]
    F: Array
    A: Array
    Z: Array
    outputs: Array
    targets: Array
    cost: Array
    labels: NDArray[np.intp] | None
    predicted: NDArray[np.intp] | None
    numbers: NDArray[np.intp]
    threshold: float | None
    is_steep: bool

    @property
    def has_hidden(self) -> bool:
        return len(self.W) > 1

    @property
    def m(self) -> int:
        return int(self.F.shape[1])

    @cached_property
    def wrong(self) -> Flags:
        """Which rows are wrong, `(m,)`; none where rows are not right or wrong."""
        if self.labels is None or self.predicted is None:
            return np.zeros(self.m, bool)
        return np.asarray(self.labels != self.predicted)

    @cached_property
    def sums(self) -> Array:
        """The first layer's sums, `(n_1, m)`."""
        return np.asarray(self.W[0] @ self.F + self.b[0])

    @cached_property
    def sides(self) -> Flags:
        """On which side of each line of the first layer the rows lie, `(n_1, m)`."""
        return np.asarray(self.sums > 0)

    def rows(self, flags: Flags) -> Message | str:
        """Return the numbers of some rows, ``1, 3``."""
        found = [str(each) for each in self.numbers[flags]]
        if len(found) <= ROWS_NAMED:
            return ", ".join(found)
        return Message(
            "{first} and {count} more", first=", ".join(found[: ROWS_NAMED - 1]), count=len(found) - ROWS_NAMED + 1
        )


def shortest(value: float, sides: Callable[[float], Flags]) -> str:
    """Return a number with as few digits as leave every row on its side."""
    for digits in range(1, 17):
        text = f"{value:.{digits}g}"
        if np.array_equal(sides(float(text)), sides(value)):
            return f"{float(text):g}" if float(f"{float(text):g}") == float(text) else text
    return repr(value)

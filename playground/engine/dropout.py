"""Dropout: hidden neurons left out at random, for each example of an update anew; the others are scaled up instead."""

from functools import partial
from typing import Any

import numpy as np

from playground.engine.operations import Array, Operations, constant


class MaskStream:
    """The random numbers that masks are made of: beside the shuffling, and any place in it can be gone to.

    Where it stands follows from how many examples were seen, so that whatever goes back in time draws the same masks
    again, and nothing more than before has to be remembered.

    Parameters
    ----------
    rng
        Its stream begins far ahead of where this generator stands, and leaves it alone.

    Attributes
    ----------
    rng
        Draws from it.
    """

    def __init__(self, rng: np.random.Generator) -> None:
        bits: Any = rng.bit_generator  # of the kind PCG64, which can be jumped in
        self._bits = bits.jumped()
        self._start, self._ahead = self._bits.state, 0
        self.rng = np.random.Generator(self._bits)

    def go_to(self, place: int) -> None:
        """Stand where so many numbers were drawn."""
        self._bits.state = self._start
        self._bits.advance(self._ahead + place)

    def follow(self, other: "MaskStream", ahead: int) -> None:
        """Be the stream of another one, `ahead` by so many numbers."""
        self._start, self._ahead = other._start, other._ahead + ahead

    def drawing(self, share: float, masks: Array) -> Operations:
        """Return the operations that fill `masks`: 0 with the probability `share`, else `1 / (1 − share)`."""
        chances, kept = np.empty(masks.shape, np.float64), np.empty(masks.shape, np.bool_)
        return [
            partial(self.rng.random, None, np.float64, chances),
            partial(np.greater_equal, chances, np.array(share), kept),
            partial(np.multiply, kept, constant(1 / (1 - share), masks), masks),
        ]

"""Dropout: hidden neurons left out at random, for each example of an update anew; the others are scaled up instead."""

from collections.abc import Sequence
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


class Masks:
    """The masks of one network, or of K networks, each from a stream of its own."""

    def __init__(self, streams: Sequence[MaskStream]) -> None:
        self.streams = streams

    def go_to(self, place: int) -> None:
        """Let every stream stand where so many numbers were drawn."""
        for stream in self.streams:
            stream.go_to(place)

    def drawing(self, share: float, masks: Array) -> Operations:
        """Return the operations that fill `masks` `(n, K·m)`: 0 by the probability `share`, else `1 / (1 − share)`."""
        K = len(self.streams)
        chances = np.empty((K, len(masks), masks.shape[1] // K), np.float64)
        kept = np.empty(masks.shape, np.bool_)
        side_by_side = kept.reshape(len(masks), K, -1).transpose(1, 0, 2)
        draws = [
            partial(stream.rng.random, None, np.float64, own) for stream, own in zip(self.streams, chances, strict=True)
        ]
        return [
            *draws,
            partial(np.greater_equal, chances, np.array(share), side_by_side),
            partial(np.multiply, kept, constant(1 / (1 - share), masks), masks),
        ]

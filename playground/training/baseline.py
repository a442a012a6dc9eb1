"""The bar that every network has to clear: always the same answer, that of the training examples."""

import numpy as np
from msgspec import Struct

from playground.engine import COSTS
from playground.training.examples import Examples, Part


class Baseline(Struct, frozen=True):
    """What always answering the same comes to on some examples.

    The answer is the most common class for `accuracy` and the mean target for `cost`, both of the training examples.

    Attributes
    ----------
    accuracy
        The share that is right; None for numbers.
    cost
        The cost that training minimizes; NaN or 0 where it says nothing.
    """

    accuracy: float | None
    cost: float

    @property
    def figure(self) -> float:
        """The accuracy for classes, the cost for numbers."""
        return self.cost if self.accuracy is None else self.accuracy


def baseline(examples: Examples, cost: str, part: Part | None = None) -> Baseline:
    """Return the baseline of a part of the examples, by default the test part, or the training part without one."""
    train = examples.train
    if part is None:
        part = examples.test if examples.test.m else train
    with np.errstate(all="ignore"):
        mean = np.broadcast_to(train.Y.mean(axis=1, keepdims=True), part.Y.shape)
        value = float(COSTS[cost].value(np.ascontiguousarray(mean), part.Y).mean())
    if train.labels is None or part.labels is None:
        return Baseline(None, value)
    return Baseline(float((part.labels == np.bincount(train.labels).argmax()).mean()), value)

"""Many networks as a file keeps them: what was asked for and what came of it, but not the weights.

They are trained again from their seeds when one is wanted or all are to go on: to the last bit what they were at the
end of their last whole epoch.
"""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.data import Dataset
from playground.training.errors import TrainingError
from playground.training.many.frame import QUANTITIES, ManyCurves, ManyFrame
from playground.training.many.record import POINTS
from playground.training.many.variations import Plan
from playground.training.results import Array, FloatArray

MOST_POINTS = max(POINTS, 10_000)


class Kept(Struct, frozen=True, eq=False):
    """An experiment over settings, and how it stands.

    Attributes
    ----------
    plan, goal, dataset
        What was asked for: what varies, how many epochs, on which data.
    last
        `(4, K)`: each network's last cost on training and test examples and last accuracies.
    epochs, diverged
        `(K,)`: how many epochs each has completed, and whether its numbers stopped being finite.
    outputs
        As of a `ManyFrame`.
    seconds, updates
        The time of the clock spent training, and the updates of all networks together.
    """

    plan: Plan
    goal: int
    dataset: Dataset
    last: FloatArray
    epochs: NDArray[np.intp]
    diverged: NDArray[np.bool_]
    curves: ManyCurves
    outputs: tuple[Array, ...] | None
    seconds: float
    updates: int

    @classmethod
    def of(cls, plan: Plan, goal: int, dataset: Dataset, frame: ManyFrame) -> "Kept":
        last = np.stack([*frame.named.values()])
        return cls(
            plan,
            goal,
            dataset,
            last,
            frame.epochs,
            frame.diverged,
            frame.curves,
            frame.outputs,
            frame.seconds,
            frame.updates,
        )

    @property
    def done(self) -> bool:
        """Whether none goes on: those that could are in the epoch that was asked for."""
        return bool((self.diverged | (self.epochs < self.epochs.max()) | (self.epochs >= self.goal)).all())

    def check(self) -> None:
        """Check that everything is there for every network.

        Raises
        ------
        TrainingError
            If it is not.
        """
        count, points = self.plan.count, len(self.curves.epochs)
        fits = (
            self.last.shape == (len(QUANTITIES), count)
            and self.epochs.shape == self.diverged.shape == (count,)
            and all(values.shape == (count, points) for values in self.curves.named.values())
            and points <= MOST_POINTS
            and (self.epochs >= 0).all()
            and (self.epochs <= self.goal).all()
            and (self.outputs is None or len(self.outputs) == count)
        )
        if not fits:
            raise TrainingError("the networks on the wall")

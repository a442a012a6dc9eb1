"""What the rules look at: the last points of the history.

Costs are compared with the cost of always answering the mean target: a network well below it has learned, and what
would be an alarm elsewhere (saturated units, a shrinking gradient) is then how a trained network looks.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from playground.training.snapshot import Array, Curves, Divergence

RECENT = 20
"""Points of the history that a rule looks at."""
SETTLED = 3
"""Last points whose median is the cost now."""
LEARNED = 0.3
"""A cost below this share of the baseline counts as learned."""
FLAT = 0.01
"""A cost that moves by less than this share of the baseline counts as flat."""
FALLING = 0.9
"""The cost is on its way down where its recent end is below this share of its recent beginning."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """What the rules look at.

    Attributes
    ----------
    curves
        The history.
    update_ratio, saturated, dead
        `(L, k)`, as in `HealthReport`.
    matrices
        Each layer's `[W | b]` now.
    baseline
        The cost of always answering the mean target; NaN or zero where that says nothing.
    examples
        How many examples `dead` and `saturated` look at.
    divergence
        Where the numbers stopped being finite, if they did.
    """

    curves: Curves
    update_ratio: Array
    saturated: Array
    dead: Array
    matrices: tuple[Array, ...]
    baseline: float
    examples: int
    divergence: Divergence | None

    @cached_property
    def costs(self) -> NDArray[np.float64]:
        """The recent training costs, in baselines."""
        return np.asarray(self.curves.train_cost[-RECENT:] / self.scale, np.float64)

    @cached_property
    def scale(self) -> float:
        """The baseline; the first cost where that one says nothing."""
        scale = self.baseline if self.baseline > 0 else float(self.curves.train_cost[0])
        return scale if scale > 0 and np.isfinite(scale) else 1.0

    @cached_property
    def learned(self) -> bool:
        """Whether the cost has come well below the baseline."""
        return bool(np.median(self.costs[-SETTLED:]) < LEARNED)

    @cached_property
    def points(self) -> int:
        """How many recent points have a gradient."""
        return int(np.isfinite(self.curves.gradient_norms[0, -RECENT:]).sum())

    @cached_property
    def flat(self) -> bool:
        """Whether the cost hardly moves."""
        return float(np.ptp(self.costs)) < FLAT

    @cached_property
    def falling(self) -> bool:
        """Whether the cost is on its way down."""
        quarter = max(1, len(self.costs) // 4)
        return bool(np.median(self.costs[-quarter:]) < FALLING * np.median(self.costs[:quarter]))

    @cached_property
    def norms(self) -> NDArray[np.float64]:
        """The recent gradient norm of each layer, `(L,)`."""
        return recent_median(self.curves.gradient_norms)

    @cached_property
    def ratios(self) -> NDArray[np.float64]:
        """The recent update ratio of each layer, `(L,)`; NaN without weights to compare with."""
        return recent_median(self.update_ratio)


def recent_median(values: Array) -> NDArray[np.float64]:
    """Return the median of each row's recent points that are finite, `(L,)`; NaN where there is none."""
    recent = values[:, -RECENT:]
    if np.isfinite(recent).all():
        return np.asarray(np.median(recent, axis=1), np.float64)  # the rule, in one call
    medians = np.full(len(recent), np.nan)
    for layer, row in enumerate(recent):
        finite = row[np.isfinite(row)]
        if finite.size:
            medians[layer] = np.median(finite)
    return medians

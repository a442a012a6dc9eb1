"""When to ask for a slice or a surface again: as seldom as will do, and never while one is on its way."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.training.landscape import CostSlice, CostSurface
from playground.training.snapshot import Snapshot
from playground.views.landscape.modes import Wish

RUNNING_SECONDS = {"slice": 0.25, "surface": 1.0}
PAUSED_SECONDS = 0.1
"""The least time between two requests, while training and while it rests."""
NOTICEABLE = 0.005
"""Weights that moved by less than this share of their size leave the picture as it is, while training goes on."""
ROUNDING = 1e-6
"""The same while it rests."""


def flat(snapshot: Snapshot) -> NDArray[np.float64]:
    """Return all parameters `(P,)`, layer by layer `[W | b]` row by row."""
    layers = [np.hstack([W, b]).ravel() for W, b in zip(snapshot.W, snapshot.b, strict=True)]
    return np.concatenate(layers).astype(np.float64)


def drift(result: CostSlice | CostSurface, parameters: NDArray[np.float64]) -> float:
    """Return how far the parameters have moved from where a result is exact, as a share of their size.

    Moving within a surface's plane is no drift: it shows the cost there too. But the next step is of these weights.
    """
    size = float(np.linalg.norm(parameters)) or 1.0
    if isinstance(result, CostSlice):
        return float(np.linalg.norm(parameters - result.parameters)) / size
    if result.refusal or result.kind == "steps":
        return float(np.linalg.norm(parameters - result.origin)) / size
    return result.project(parameters)[2] / size


def is_stale(result: CostSlice | CostSurface, snapshot: Snapshot, parameters: NDArray[np.float64]) -> bool:
    """Whether a result shows another network's cost than the snapshot's."""
    if drift(result, parameters) > ROUNDING:
        return True
    if isinstance(result, CostSurface) and result.kind == "steps":
        same = result.update == snapshot.update and result.experiment.training == snapshot.experiment.training
        return not same
    if isinstance(result, CostSlice):
        then, now = result.experiment.training, snapshot.experiment.training
        return (then.learning_rate, then.l1, then.l2) != (now.learning_rate, now.l1, now.l2)
    return False


class Request(Struct):
    """The last one, and what was there before it."""

    wish: Wish
    time: float
    problem_info: object
    before: object

    def is_pending(self, snapshot: Snapshot) -> bool:
        """Whether nothing has come of it yet."""
        present = snapshot.cost_slice if self.wish.mode.job == "slice" else snapshot.surface
        return present is self.before and snapshot.problem_info is self.problem_info


class Requests:
    """Decides when to ask."""

    def __init__(self) -> None:
        self._last: Request | None = None

    def is_pending(self, wish: Wish, snapshot: Snapshot) -> bool:
        """Whether an answer to this very wish is on its way and has brought nothing yet."""
        last = self._last
        return last is not None and last.wish == wish and last.is_pending(snapshot)

    def wait(self, wish: Wish, snapshot: Snapshot, parameters: NDArray[np.float64], now: float) -> float | None:
        """Return in how many seconds to ask: 0 for at once, None for not unless something changes."""
        if self.is_pending(wish, snapshot):
            return None
        result = wish.result(snapshot)
        if result is not None and not self._wants_another(result, snapshot, parameters):
            return None
        last = self._last
        if last is None or last.wish.mode.job != wish.mode.job:
            return 0.0
        pause = RUNNING_SECONDS[wish.mode.job] if snapshot.running and result is not None else PAUSED_SECONDS
        return max(0.0, last.time + pause - now)

    def asked(self, wish: Wish, snapshot: Snapshot, now: float) -> None:
        before = snapshot.cost_slice if wish.mode.job == "slice" else snapshot.surface
        self._last = Request(wish, now, snapshot.problem_info, before)

    def _wants_another(
        self, result: CostSlice | CostSurface, snapshot: Snapshot, parameters: NDArray[np.float64]
    ) -> bool:
        if result.progress < 1:
            return False
        if snapshot.running:
            return drift(result, parameters) > NOTICEABLE or leaves(result, parameters)
        coarse = isinstance(result, CostSurface) and not result.refusal and result.spacing > 1
        return coarse or is_stale(result, snapshot, parameters) or leaves(result, parameters)


def leaves(result: CostSlice | CostSurface, parameters: NDArray[np.float64]) -> bool:
    """Whether the parameters have moved out of what a surface over two weights shows."""
    if not isinstance(result, CostSurface) or result.kind != "weights":
        return False
    x, y, _ = result.project(parameters)
    return not (result.x[0] <= x <= result.x[-1] and result.y[0] <= y <= result.y[-1])

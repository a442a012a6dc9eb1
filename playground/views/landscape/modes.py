"""The ways to look at the landscape, what is asked of the session for each, and when."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.messages import Message
from playground.training.commands import Command, StartSlice, StartSurface
from playground.training.landscape import CostSlice, CostSurface, Place
from playground.training.snapshot import Snapshot

Job = Literal["slice", "surface"]


class Mode(Struct, frozen=True):
    """One way to look.

    Attributes
    ----------
    label, tooltip, about
        On the button, under the mouse, and beside the plot.
    kind
        The kind of surface; empty for the slice.
    places
        How many weights are to be picked.
    """

    name: str
    label: str
    tooltip: str
    about: str
    kind: str
    places: int

    @property
    def job(self) -> Job:
        return "surface" if self.kind else "slice"


_RECORDS = (
    Mode(
        "one",
        Message("One weight"),
        Message("The cost against one weight, all others as they are."),
        Message(
            "The exact cost of all training examples for every value of this weight. Backpropagation knows only "
            "the slope at the dot; a step goes against it."
        ),
        "",
        1,
    ),
    Mode(
        "two",
        Message("Two weights"),
        Message("The cost over two weights, all others as they are."),
        Message(
            "Every point is a pair of values for the two weights. The path is the training so far, seen from "
            "here: the other weights moved too."
        ),
        "weights",
        2,
    ),
    Mode(
        "random",
        Message("Random"),
        Message("The cost over two random directions, each as long in a neuron as its weights."),
        Message(
            "The weights as they are lie at (0, 0). Each neuron's part of a direction is as long as its weights "
            "(filter normalization, Li et al. 2018); biases stay as they are."
        ),
        "random",
        0,
    ),
    Mode(
        "trajectory",
        Message("Trajectory"),
        Message("The cost over the two directions in which the training has moved the weights most."),
        Message(
            "The first two principal components of the path that all weights took in training. The weights as "
            "they are lie at (0, 0)."
        ),
        "trajectory",
        0,
    ),
    Mode(
        "steps",
        Message("Next step"),
        Message("Where SGD, Momentum, Adam and the others would go from these weights and this batch."),
        Message(
            "From exactly these weights and the next mini-batch, each on a copy: the session stays where it is. "
            "The map is the plane nearest to all steps, each counted the same; “in plane” is the part of a step's "
            "length that lies in it. The updates that follow see the same mini-batches."
        ),
        "steps",
        0,
    ),
)
MODES: Mapping[str, Mode] = MappingProxyType({mode.name: mode for mode in _RECORDS})
"""Every mode by name, in the order of their buttons."""


class Wish(Struct, frozen=True):
    """What a person wants to see.

    Attributes
    ----------
    places
        The weights picked, as many as the mode needs.
    one_rate
        Whether all optimizers take the session's learning rate.
    """

    mode: Mode
    places: tuple[Place, ...] = ()
    seed: int = 0
    one_rate: bool = False

    def command(self) -> Command:
        if self.mode.job == "slice":
            return StartSlice(*self.places[0])
        first, second = self.places if self.places else (None, None)
        return StartSurface(self.mode.kind, first, second, self.seed, self.one_rate)

    def result(self, snapshot: Snapshot) -> CostSlice | CostSurface | None:
        """Return the snapshot's answer to it, None if it has none."""
        found = snapshot.cost_slice if self.mode.job == "slice" else snapshot.surface
        if found is None or not same_landscape(found, snapshot):
            return None
        if isinstance(found, CostSlice):
            return found if found.place == self.places[0] else None
        same = found.kind == self.mode.kind and (found.places or ()) == self.places and found.seed == self.seed
        return found if same and found.one_rate == self.one_rate else None


def same_landscape(result: CostSlice | CostSurface, snapshot: Snapshot) -> bool:
    """Whether the cost is still the same function of the parameters: data, network and cost are."""
    then, now = result.experiment, snapshot.experiment
    if then is now:
        return True
    return (then.data, then.network, then.training.cost) == (now.data, now.network, now.training.cost)


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

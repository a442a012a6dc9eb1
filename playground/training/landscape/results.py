"""What the landscape shows: a cost curve over one weight, a cost surface over a plane through the parameters."""

from functools import cached_property
from typing import Any, Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.engine.operations import Array
from playground.files import Experiment

Numbers = NDArray[np.float64]
Place = tuple[int, int, int]
"""Layer from 1 to L, row and column from 0 as they index the arrays; column `n_{l-1}` is the bias."""
SurfaceKind = Literal["weights", "random", "trajectory", "steps"]
COUNTS = (1, 10, 100)
"""After so many updates with each optimizer the cost is told."""


class CostSlice(Struct, frozen=True, eq=False):
    """The cost against one weight, all others as they were.

    Attributes
    ----------
    layer, row, column
        The weight: see `Place`.
    values
        `(k,)`, ascending: values of the weight; `at` is one of them.
    costs
        `(k,)`: the cost of all training examples at each, without penalties.
    penalties
        `(k,)`: the penalty at each.
    gradient
        `∂C/∂w` at `at`, backpropagated through all training examples, without the penalty's part.
    used
        What a step goes by where a penalty adds to the gradient: `gradient + λ₂w + λ₁sign(w)`; None where none does.
    step
        Where one step of plain gradient descent with the learning rate would lead, the penalty's part included; None
        if that is no finite number.
    cost_at_step
        The cost there, None if there is no such step.
    minima
        The values at which the curve has a local minimum, ascending.
    parameters
        `(P,)`: all parameters as they were.
    experiment, update, progress
        What was asked about, how many updates it had behind it, and how much of the work is done, from 0 to 1.
    """

    layer: int
    row: int
    column: int
    values: Numbers
    costs: Numbers
    penalties: Numbers
    at: float
    cost_at: float
    penalty_at: float
    gradient: float
    used: float | None
    step: float | None
    cost_at_step: float | None
    learning_rate: float
    minima: tuple[float, ...]
    parameters: NDArray[Any]
    experiment: Experiment
    update: int
    progress: float

    @property
    def place(self) -> Place:
        return self.layer, self.row, self.column


class OptimizerStep(Struct, frozen=True, eq=False):
    """The next update as one optimizer would make it, and what becomes of the cost if it goes on.

    Attributes
    ----------
    name
        Of `OPTIMIZERS`.
    learning_rate, rate
        The setting, and what its schedule makes of it in the next update.
    is_own
        Whether it is the session's own optimizer, which goes on with its moments; all others begin with fresh ones.
    length
        Of the step, over all parameters; infinite where the step is no finite number.
    tip
        Where it leads, projected on the plane; None for no step and for one that is no finite number.
    share
        The part of its length that lies in the plane, from 0 to 1; None where there is no `tip`.
    costs
        The cost of all training examples after `COUNTS` updates, without penalties: infinite where it is no finite
        number; as many as are computed.
    diverged
        The update after which a parameter was no finite number any more; None where all stayed finite.
    """

    name: str
    learning_rate: float
    rate: float
    is_own: bool
    length: float
    tip: tuple[float, float] | None = None
    share: float | None = None
    costs: tuple[float, ...] = ()
    diverged: int | None = None


class CostSurface(Struct, frozen=True, eq=False, dict=True):
    """The cost over a plane of parameters: at `(x, y)` they are `origin + x·directions[0] + y·directions[1]`.

    Attributes
    ----------
    kind
        ``"weights"``: the values of two weights; ``"random"``: two random directions, filter-normalised;
        ``"trajectory"``: the two directions in which the training has moved most; ``"steps"``: those in which the
        optimizers' next steps go.
    places
        The two weights, for ``"weights"``.
    x, y
        `(k,)` coordinates, ascending, evenly spaced.
    costs
        `(k, k)`, row 0 at `y[0]`: the cost of all training examples, without penalties; NaN where not computed yet.
        A cost that is no finite number is infinite.
    spacing
        Every so many rows and columns are complete: 8 at first, 1 at the end, 0 before the first are.
    origin, directions
        `(P,)` and `(2, P)`.
    axis_labels
        What x and y are, as symbols.
    shares
        For ``"trajectory"``, how much of the path's variance each direction carries; for ``"steps"``, how much of the
        steps, each counting the same.
    here
        The parameters as they were when it was computed, projected on the plane.
    path
        `(2, t)`: the training so far, projected; `t` may be 0, and is for ``"steps"``.
    refusal
        Why there is no surface, one sentence; empty if there is one.
    experiment, update, progress
        As in `CostSlice`.
    cost
        For ``"steps"``, the cost of all training examples before them.
    one_rate
        For ``"steps"``, whether all optimizers take the session's learning rate, and not their usual ones.
    steps
        For ``"steps"``, each optimizer's, in the order of `OPTIMIZERS`.
    """

    kind: SurfaceKind
    places: tuple[Place, Place] | None
    seed: int
    x: Numbers
    y: Numbers
    costs: Numbers
    spacing: int
    origin: NDArray[Any]
    directions: Numbers
    axis_labels: tuple[str, str]
    shares: tuple[float, float] | None
    here: tuple[float, float]
    path: Numbers
    refusal: str
    experiment: Experiment
    update: int
    progress: float
    cost: float | None = None
    one_rate: bool = False
    steps: tuple[OptimizerStep, ...] = ()

    def parameters(self, x: float, y: float) -> Numbers:
        """Return the parameters `(P,)` at a point of the plane."""
        point: Numbers = self.origin + x * self.directions[0] + y * self.directions[1]
        return point

    @cached_property
    def _inverse(self) -> Numbers:
        return _inverse(self.directions)

    def project(self, parameters: Array) -> tuple[float, float, float]:
        """Return x and y of the nearest point of the plane, and the distance to it."""
        offset = parameters - self.origin
        x, y = (self._inverse @ (self.directions @ offset)).tolist()
        return x, y, float(np.linalg.norm(offset - x * self.directions[0] - y * self.directions[1]))


def coordinates(directions: Numbers, offsets: Array) -> Numbers:
    """Return the coordinates `(2, t)` of offsets `(P, t)` in the plane of two directions `(2, P)`: least squares."""
    found: Numbers = _inverse(directions) @ (directions @ offsets)
    return found


def _inverse(directions: Numbers) -> Numbers:
    """Return `(2, 2)`: what undoes the angle between two directions and their lengths."""
    inverse: Numbers = np.linalg.pinv((directions @ directions.T).astype(np.float64))
    return inverse


def symbol(place: Place, sizes: tuple[int, ...]) -> str:
    """Return a weight's name as the heatmaps write it: ``W[2][3,1]``, ``b[2][3]``."""
    layer, row, column = place
    if column == sizes[layer - 1]:
        return f"b[{layer}][{row + 1}]"
    return f"W[{layer}][{row + 1},{column + 1}]"

"""What the outside sees of a training session: copied, frozen arrays, one `Snapshot` a frame."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from msgspec import Struct, field

from playground.files import Experiment, Model
from playground.training.formula import NO_FORMULA, Formula
from playground.training.results import Array, BestByHand, Curves, Divergence, Maps, ProblemInfo, with_names

if TYPE_CHECKING:
    from playground.training.ablation_job import AblationTable
    from playground.training.check_job import CheckReport
    from playground.training.diagnostics.curve_events import CurveEvent
    from playground.training.health import HealthReport
    from playground.training.histograms import Histograms
    from playground.training.landscape import CostSlice, CostSurface
    from playground.training.pins import Pin
    from playground.training.queries import Query
    from playground.training.results import Recorded
    from playground.training.scoring import Fit
    from playground.training.walkthrough.walk import Walkthrough


class Snapshot(Struct, frozen=True, eq=False):
    """One frame. Arrays are copies and not writeable; `None` means "not computed yet", never zero.

    Attributes
    ----------
    number
        Counts up with every snapshot of a session's worker.
    W, b
        Tuples of L arrays `(n_l, n_{l-1})` and `(n_l, 1)`.
    dW, db
        The gradient of the cost in the last update, of its examples and at the weights before it, or None: also after a
        change of anything that it was computed from.
    rate
        The learning rate of the next update: what the schedule makes of the one that is set.
    rate_shares
        By the epochs of the curves, what share of the learning rate the schedule takes; None without a schedule.
    used_W, used_b
        What that update used: `dW` and, where there are penalties, `λ₂W + λ₁sign(W)`; `db`; both clipped where that
        is on.
    update_W, update_b
        What the last update added, or None.
    train_cost, test_cost, train_accuracy, test_accuracy, penalty
        Exact, for the parameters of this snapshot; None where there is no such thing.
    train_fit, test_fit
        How well numbers are predicted, in the unit of the data; None for classes and for a cost that compares shares.
    updates_per_second
        0 while paused.
    undo_label, redo_label
        What Undo and Redo would take back or repeat; empty if nothing.
    message
        The last thing worth telling, one line.
    walkthrough, gradient_check, cost_slice, surface, histograms, ablation
        None until they are asked for, and then the same object until it changes.
    health
        How each layer has been doing, None before the first record.
    best_by_hand
        The best weights that were set by hand for these data, this structure and this cost; None before any were.
    events
        What happened on the curves; looked for while training rests.
    answers
        What the queries that views asked came to; one that has no answer is left out.
    timeline
        The states that can be gone back to.
    branches
        Curves of earlier ways that were left when training went on from an earlier state, oldest first.
    pins
        Runs kept to compare with, in the order they were pinned.
    undo_labels, undo_position
        Everything that can be taken back or repeated, oldest first, and how much of it is in force: `undo_label` is
        the last before that position, `redo_label` the first after it.
    undo_first
        How many older entries were forgotten: entry `i` is the session's entry `undo_first + i`.
    seconds
        How long this run has been trained, by the clock.
    changes
        Counts up with everything that a saved session would hold, training included.
    formula
        What stands in the chain-rule workspace.
    lesson
        The lesson under way and what was answered in it; empty without one.
    votes
        Of a class on predictions outside a lesson's questions; empty without one.
    hidden
        The names of what a person is to find: it is NaN in this frame, and told nowhere.
    withheld
        The fields of this frame that are empty because they would tell what is hidden.
    work
        How far long work is that people wait for, by its kind: ``"import"``, ``"save"``, ``"animation"``.
    """

    problem_info: ProblemInfo
    experiment: Experiment
    running: bool
    epoch: int
    update: int
    W: tuple[Array, ...]
    b: tuple[Array, ...]
    dW: tuple[Array, ...] | None
    db: tuple[Array, ...] | None
    used_W: tuple[Array, ...] | None
    used_b: tuple[Array, ...] | None
    update_W: tuple[Array, ...] | None
    update_b: tuple[Array, ...] | None
    maps: Maps | None
    curves: Curves
    train_cost: float
    test_cost: float | None
    penalty: float
    train_accuracy: float | None
    test_accuracy: float | None
    train_fit: "Fit | None" = None
    test_fit: "Fit | None" = None
    rate: float = 0.0
    rate_shares: Array | None = None
    updates_per_second: float = 0.0
    divergence: Divergence | None = None
    undo_label: str = ""
    redo_label: str = ""
    message: str = ""
    number: int = 0
    walkthrough: "Walkthrough | None" = None
    gradient_check: "CheckReport | None" = None
    cost_slice: "CostSlice | None" = None
    surface: "CostSurface | None" = None
    histograms: "Histograms | None" = None
    ablation: "AblationTable | None" = None
    health: "HealthReport | None" = None
    best_by_hand: BestByHand | None = None
    events: "tuple[CurveEvent, ...]" = ()
    answers: "Mapping[Query, Any]" = field(default_factory=dict)
    timeline: "Recorded | None" = None
    branches: tuple[Curves, ...] = ()
    pins: "tuple[Pin, ...]" = ()
    undo_labels: tuple[str, ...] = ()
    undo_position: int = 0
    undo_first: int = 0
    seconds: float = 0.0
    changes: int = 0
    work: Mapping[str, Any] = field(default_factory=dict)
    formula: Formula = NO_FORMULA
    lesson: str = ""
    votes: str = ""
    hidden: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()

    @property
    def gradient_norm(self) -> float | None:
        """The Euclidean norm of the whole network's gradient; None before the first update."""
        if self.dW is None or self.db is None:
            return None
        with np.errstate(all="ignore"):
            return float(sum(np.vdot(array, array) for array in (*self.dW, *self.db)) ** 0.5)

    def model(self) -> Model:
        """Return the network of this frame as it is written to a file."""
        problem_info = self.problem_info
        return Model(
            W=self.W,
            b=self.b,
            input_mean=problem_info.input_mean,
            input_scale=problem_info.input_scale,
            output_mean=problem_info.output_mean,
            output_scale=problem_info.output_scale,
            experiment=with_names(self.experiment, problem_info),
        )

"""Taking a frame: everything a view shows, copied and frozen."""

from collections.abc import Mapping
from typing import Any

from playground.training.formula import Formula
from playground.training.health import HealthReport
from playground.training.inspection import Inspection
from playground.training.pins import Pin
from playground.training.questions import Question
from playground.training.results import Array
from playground.training.scoring import Scores
from playground.training.snapshot import Snapshot
from playground.training.timeline.course import Course
from playground.training.training_loop import TrainingLoop
from playground.training.training_run import TrainingRun
from playground.training.undo import UndoHistory

Halves = tuple[tuple[Array, ...], tuple[Array, ...]]


def take_frame(
    course: Course,
    loop: TrainingLoop,
    inspection: Inspection,
    undo: UndoHistory,
    pins: tuple[Pin, ...],
    scores: Scores,
    answers: Mapping[Question, Any],
    *,
    formula: Formula,
    health: HealthReport | None,
    changes: int,
    updates_per_second: float,
    number: int,
) -> Snapshot:
    """Return a snapshot of a run as it stands."""
    run, divergence = course.run, loop.divergence
    trainer = run.trainer
    W, b = _halves(run, run.network.parameters.copy())
    gradient, used, step = trainer.gradient, trainer.used_gradient, trainer.step
    dW, db = (None, None) if gradient is None else _halves(run, gradient)
    used_W = None if used is None else _halves(run, used)[0]
    update_W, update_b = (None, None) if step is None else _halves(run, step)
    return Snapshot(
        scene=run.scene,
        experiment=run.experiment,
        running=loop.running,
        epoch=trainer.epoch,
        update=trainer.update,
        W=W,
        b=b,
        dW=dW,
        db=db,
        used_W=used_W,
        update_W=update_W,
        update_b=update_b,
        maps=run.sampler.sample(),
        curves=course.curves(),
        train_cost=scores.train_cost,
        test_cost=scores.test_cost,
        penalty=scores.penalty,
        train_accuracy=scores.train_accuracy,
        test_accuracy=scores.test_accuracy,
        train_fit=scores.train_fit,
        test_fit=scores.test_fit,
        updates_per_second=updates_per_second,
        divergence=divergence,
        undo_label=undo.undo_label,
        redo_label=undo.redo_label,
        message=loop.message,
        number=number,
        walkthrough=inspection.walkthrough,
        gradient_check=inspection.gradient_check,
        cost_slice=inspection.cost_slice,
        surface=inspection.surface,
        health=health,
        answers=answers,
        timeline=course.recorded(),
        branches=course.branches,
        pins=pins,
        undo_labels=undo.labels,
        undo_position=undo.position,
        undo_first=undo.first,
        seconds=run.seconds,
        changes=changes,
        formula=formula,
        work=inspection.work,
    )


def _halves(run: TrainingRun, flat: Array) -> Halves:
    """Return each layer's weights and biases as frozen views into a vector `(P,)` that is now the frame's own."""
    flat.flags.writeable = False
    matrices = run.network.structure.matrices(flat)
    return tuple(matrix[:, :-1] for matrix in matrices), tuple(matrix[:, -1:] for matrix in matrices)

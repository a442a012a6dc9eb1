"""Taking a frame: everything a view shows, copied and frozen."""

from playground.training.inspection import Inspection
from playground.training.snapshot import Array, Divergence, Snapshot
from playground.training.training_run import Scores, TrainingRun
from playground.training.undo import UndoHistory

Halves = tuple[tuple[Array, ...], tuple[Array, ...]]


def take_frame(
    run: TrainingRun,
    inspection: Inspection,
    undo: UndoHistory,
    scores: Scores,
    *,
    running: bool,
    divergence: Divergence | None,
    message: str,
    updates_per_second: float,
    number: int,
) -> Snapshot:
    """Return a snapshot of a run as it stands."""
    trainer = run.trainer
    W, b = _halves(run, run.network.parameters.copy())
    gradient, step = trainer.gradient, trainer.step
    dW, db = (None, None) if gradient is None else _halves(run, gradient)
    update_W, update_b = (None, None) if step is None else _halves(run, step)
    return Snapshot(
        scene=run.scene,
        experiment=run.experiment,
        running=running,
        epoch=trainer.epoch,
        update=trainer.update,
        W=W,
        b=b,
        dW=dW,
        db=db,
        update_W=update_W,
        update_b=update_b,
        maps=run.sampler.sample(),
        curves=run.history.curves(),
        train_cost=scores.train_cost,
        test_cost=scores.test_cost,
        penalty=scores.penalty,
        train_accuracy=scores.train_accuracy,
        test_accuracy=scores.test_accuracy,
        updates_per_second=updates_per_second,
        divergence=divergence,
        undo_label=undo.undo_label,
        redo_label=undo.redo_label,
        message=message,
        number=number,
        walkthrough=inspection.walkthrough,
        gradient_check=inspection.gradient_check,
        cost_slice=inspection.cost_slice,
        surface=inspection.surface,
        health=run.health.report(run.history, divergence),
    )


def _halves(run: TrainingRun, flat: Array) -> Halves:
    """Return each layer's weights and biases as frozen views into a vector `(P,)` that is now the frame's own."""
    flat.flags.writeable = False
    matrices = run.network.structure.matrices(flat)
    return tuple(matrix[:, :-1] for matrix in matrices), tuple(matrix[:, -1:] for matrix in matrices)

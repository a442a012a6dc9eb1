"""The networks on the wall, to the document of a session file and back."""

import numpy as np

from playground.files.sessions.blocks import BlockReader, BlockWriter
from playground.files.sessions.document import ManyEntry, VariationEntry
from playground.files.sessions.problems import ProblemReader, ProblemWriter
from playground.messages import RefusalError
from playground.training.errors import TrainingError
from playground.training.jobs import KeptJob
from playground.training.many.frame import QUANTITIES, ManyCurves
from playground.training.many.job import KeptWall
from playground.training.many.kept import Kept
from playground.training.many.report import MOST
from playground.training.many.variations import Plan, Variation


def wall_entry(kept: KeptJob | None, blocks: BlockWriter, problems: ProblemWriter) -> ManyEntry | None:
    """Return what is written of the wall; None where there is none."""
    if not isinstance(kept, KeptWall):
        return None
    networks = kept.networks
    plan, curves, outputs = networks.plan, networks.curves, networks.outputs
    return ManyEntry(
        experiment=problems.experiment(plan.experiment, networks.dataset),
        dataset=problems.dataset(networks.dataset),
        variations=tuple(VariationEntry(key=each.key, values=each.values) for each in plan.variations),
        seeds=plan.seeds,
        goal=networks.goal,
        last=blocks.rows(networks.last),
        state=blocks.rows(np.stack([networks.epochs, networks.diverged]).astype(np.float64)),
        curves=blocks.rows(np.concatenate([curves.epochs[None], *curves.named.values()])),
        outputs=None if outputs is None else blocks.rows(np.stack([each.ravel() for each in outputs])),
        shape=() if outputs is None else outputs[0].shape,
        seconds=networks.seconds,
        updates=networks.updates,
    )


def kept_wall(entry: ManyEntry, blocks: BlockReader, problems: ProblemReader) -> KeptWall:
    """Return the wall that an entry of anybody's file stands for.

    Raises
    ------
    DataError, FileError, TrainingError
        If its parts do not belong together.
    """
    variations = tuple(Variation(each.key, each.values) for each in entry.variations)
    plan = Plan(problems.experiment(entry.experiment), variations, entry.seeds)
    if plan.count > MOST:
        raise TrainingError("more networks on the wall than there can be")
    state, table = blocks.rows(entry.state), blocks.rows(entry.curves)
    outputs = None if entry.outputs is None else blocks.rows(entry.outputs)
    fits = state.shape == (2, plan.count) and np.isfinite(state).all() and (state >= 0).all() and (state < 2**53).all()
    fits &= len(table) == 1 + len(QUANTITIES) * plan.count
    fits &= outputs is None or (outputs.shape[1] == np.prod(entry.shape, dtype=float) and len(entry.shape) > 1)
    if not fits:
        raise TrainingError("the networks on the wall")
    values = table[1:].reshape(len(QUANTITIES), plan.count, table.shape[1])
    wall = KeptWall(
        Kept(
            plan=plan,
            goal=entry.goal,
            dataset=problems.dataset(entry.dataset),
            last=blocks.rows(entry.last),
            epochs=state[0].astype(np.intp),
            diverged=state[1] > 0,
            curves=ManyCurves(epochs=table[0], **dict(zip(QUANTITIES, values, strict=True))),
            outputs=None if outputs is None else tuple(outputs.reshape(len(outputs), *entry.shape)),
            seconds=entry.seconds,
            updates=entry.updates,
        )
    )
    try:
        wall.job()  # whatever does not belong together is found before anything is replaced
    except RefusalError as error:
        raise TrainingError("the networks on the wall: {problem}", problem=error.message) from error
    return wall

"""The wall, the atlas and two branches, to the document of a session file and back."""

from typing import Any

import numpy as np

from playground.files import Experiment
from playground.files.sessions.blocks import BlockReader, BlockWriter
from playground.files.sessions.document import (
    AtlasEntry,
    AtlasPartEntry,
    AxisEntry,
    CompareEntry,
    ManyEntry,
    TimelineEntry,
    VariationEntry,
    real,
)
from playground.files.sessions.problems import ProblemReader, ProblemWriter
from playground.messages import RefusalError
from playground.training.branches.changes import Change
from playground.training.branches.compare_job import KeptCompare
from playground.training.branches.report import Fork, Parting
from playground.training.errors import TrainingError
from playground.training.jobs import KeptJob
from playground.training.many.atlas import MEASURES, AtlasGrid, AtlasPart, AtlasPlan
from playground.training.many.atlas_job import KeptAtlas
from playground.training.many.choices import Axis
from playground.training.many.frame import QUANTITIES, ManyCurves
from playground.training.many.job import KeptWall
from playground.training.many.record import Kept
from playground.training.many.report import MOST
from playground.training.many.variations import Plan, Variation
from playground.training.pins import tidy
from playground.training.timeline.records import RunMemory


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

    Raises `DataError`, `FileError` or `TrainingError` if its parts do not belong together.
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


def atlas_entry(kept: KeptJob | None, blocks: BlockWriter, problems: ProblemWriter) -> AtlasEntry | None:
    """Return what is written of the atlas; None where there is none."""
    if not isinstance(kept, KeptAtlas):
        return None
    return AtlasEntry(
        experiment=problems.experiment(kept.plan.experiment, kept.dataset),
        dataset=problems.dataset(kept.dataset),
        **_part(kept, blocks),
        before=tuple(AtlasPartEntry(**_part(part, blocks)) for part in kept.before),
        measure=kept.chosen,
    )


def _part(part: KeptAtlas | AtlasPart, blocks: BlockWriter) -> dict[str, Any]:
    plan, grid = part.plan, part.grid
    return {
        "across": _axis_entry(plan.across),
        "up": _axis_entry(plan.up),
        "side": plan.side,
        "epochs": plan.epochs,
        "values": blocks.rows(grid.values.reshape(-1, grid.known.shape[1])),
        "state": blocks.rows(grid.known.astype(np.float64) + grid.diverged),
    }


def kept_atlas(entry: AtlasEntry, blocks: BlockReader, problems: ProblemReader) -> KeptAtlas:
    """Return the atlas that an entry of anybody's file stands for.

    Raises `DataError`, `FileError` or `TrainingError` if its parts do not belong together.
    """
    try:
        experiment = problems.experiment(entry.experiment)
        shown, *before = (_kept_part(part, experiment, blocks) for part in (entry, *entry.before))
        dataset = problems.dataset(entry.dataset)
        atlas = KeptAtlas(shown.plan, dataset, shown.grid, tuple(before), entry.measure)
        atlas.job()  # whatever does not belong together is found before anything is replaced
    except RefusalError as error:
        raise TrainingError("the atlas: {problem}", problem=error.message) from error
    return atlas


def _kept_part(entry: AtlasPartEntry, experiment: Experiment, blocks: BlockReader) -> AtlasPart:
    plan = AtlasPlan(experiment, _axis(entry.across), _axis(entry.up), entry.side, entry.epochs)
    values, state = blocks.rows(entry.values), blocks.rows(entry.state)
    if values.shape != (len(MEASURES) * plan.shape[0], plan.shape[1]):
        raise TrainingError("the pixels of the atlas")
    return AtlasPart(plan, AtlasGrid(values.reshape(len(MEASURES), *plan.shape), state > 0, state > 1))


def _axis_entry(axis: Axis) -> AxisEntry:
    return AxisEntry(key=axis.key, low=float(axis.low), high=float(axis.high), logarithmic=axis.logarithmic)


def _axis(entry: AxisEntry) -> Axis:
    return Axis(entry.key, entry.low, entry.high, entry.logarithmic)


def compare_entry(kept: KeptCompare, runs: tuple[TimelineEntry, TimelineEntry]) -> CompareEntry:
    """Return what is written of two branches; `runs` are what is written of their runs."""
    fork, parting = kept.fork, kept.parting
    first, second = map(tidy, fork.names)
    return CompareEntry(
        names=(first, second),
        epoch=fork.epoch,
        goal=fork.goal,
        change=fork.change.kind,
        numbers=fork.change.numbers,
        parted=None if parting is None else (parting.epoch, real(parting.costs[0]), real(parting.costs[1])),
        runs=runs,
    )


def kept_compare(entry: CompareEntry, memories: tuple[RunMemory, RunMemory]) -> KeptCompare:
    """Return the branches that an entry of anybody's file stands for; `memories` are those of their runs.

    Raises `TrainingError` if its parts do not belong together.
    """
    parting = None
    if entry.parted is not None:
        epoch, one, other = entry.parted
        parting = Parting(epoch, (float(one), float(other)))
    fork = Fork(entry.names, entry.epoch, Change(entry.change, entry.numbers), entry.goal)
    kept = KeptCompare(fork, memories, parting)
    kept.check()
    return kept

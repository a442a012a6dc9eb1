"""The pixels of the atlas, to the document of a session file and back."""

from typing import Any

import numpy as np

from playground.files import Experiment
from playground.files.sessions.blocks import BlockReader, BlockWriter
from playground.files.sessions.document import AtlasEntry, AtlasPartEntry, AxisEntry
from playground.files.sessions.problems import ProblemReader, ProblemWriter
from playground.messages import RefusalError
from playground.training.errors import TrainingError
from playground.training.jobs import KeptJob
from playground.training.many.atlas import MEASURES, AtlasGrid, AtlasPart, AtlasPlan
from playground.training.many.atlas_job import KeptAtlas
from playground.training.many.axis import Axis


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

    Raises
    ------
    DataError, FileError, TrainingError
        If its parts do not belong together.
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

"""The pixels of the atlas, to the document of a session file and back."""

import numpy as np

from playground.files.sessions.blocks import BlockReader, BlockWriter
from playground.files.sessions.document import AtlasEntry, AxisEntry
from playground.files.sessions.problems import ProblemReader, ProblemWriter
from playground.messages import RefusalError
from playground.training.errors import TrainingError
from playground.training.jobs import KeptJob
from playground.training.many.atlas import MEASURES, AtlasGrid, AtlasPlan
from playground.training.many.atlas_job import KeptAtlas
from playground.training.many.axis import Axis


def atlas_entry(kept: KeptJob | None, blocks: BlockWriter, problems: ProblemWriter) -> AtlasEntry | None:
    """Return what is written of the atlas; None where there is none."""
    if not isinstance(kept, KeptAtlas):
        return None
    plan, grid = kept.plan, kept.grid
    return AtlasEntry(
        experiment=problems.experiment(plan.experiment, kept.dataset),
        dataset=problems.dataset(kept.dataset),
        across=_axis_entry(plan.across),
        up=_axis_entry(plan.up),
        side=plan.side,
        epochs=plan.epochs,
        values=blocks.rows(grid.values.reshape(-1, grid.known.shape[1])),
        state=blocks.rows(grid.known.astype(np.float64) + grid.diverged),
    )


def kept_atlas(entry: AtlasEntry, blocks: BlockReader, problems: ProblemReader) -> KeptAtlas:
    """Return the atlas that an entry of anybody's file stands for.

    Raises
    ------
    DataError, FileError, TrainingError
        If its parts do not belong together.
    """
    try:
        experiment = problems.experiment(entry.experiment)
        plan = AtlasPlan(experiment, _axis(entry.across), _axis(entry.up), entry.side, entry.epochs)
        values, state = blocks.rows(entry.values), blocks.rows(entry.state)
        if values.shape != (len(MEASURES) * plan.shape[0], plan.shape[1]):
            raise TrainingError("the pixels of the atlas")
        grid = AtlasGrid(values.reshape(len(MEASURES), *plan.shape), state > 0, state > 1)
        atlas = KeptAtlas(plan, problems.dataset(entry.dataset), grid)
        atlas.job()  # whatever does not belong together is found before anything is replaced
    except RefusalError as error:
        raise TrainingError("the atlas: {problem}", problem=error.message) from error
    return atlas


def _axis_entry(axis: Axis) -> AxisEntry:
    return AxisEntry(key=axis.key, low=float(axis.low), high=float(axis.high), logarithmic=axis.logarithmic)


def _axis(entry: AxisEntry) -> Axis:
    return Axis(entry.key, entry.low, entry.high, entry.logarithmic)

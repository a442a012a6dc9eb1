"""Two branches side by side, to the document of a session file and back."""

from playground.files.sessions.document import CompareEntry, TimelineEntry, real
from playground.training.branches.changes import Change
from playground.training.branches.compare_job import KeptCompare
from playground.training.branches.report import Fork, Parting
from playground.training.pins import tidy
from playground.training.timeline.memory import RunMemory


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

    Raises
    ------
    TrainingError
        If its parts do not belong together.
    """
    parting = None
    if entry.parted is not None:
        epoch, one, other = entry.parted
        parting = Parting(epoch, (float(one), float(other)))
    fork = Fork(entry.names, entry.epoch, Change(entry.change, entry.numbers), entry.goal)
    kept = KeptCompare(fork, memories, parting)
    kept.check()
    return kept

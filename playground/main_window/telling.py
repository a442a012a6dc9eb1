"""Which exports would tell what a question hides, in the window and on the command line."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from playground.lessons.masking import COSTS, EVERYTHING, SCORES, SIGNALS, TOLD_AGAIN, WEIGHTS, would_tell
from playground.main_window.exports import Export, Source

BY_SOURCE: Mapping[Source, frozenset[str]] = MappingProxyType(
    {
        Source.MODEL: WEIGHTS,
        Source.HISTORY: SCORES | COSTS,
        Source.RUNS: SCORES | COSTS,
        Source.WALL: TOLD_AGAIN,
        Source.WALL_ANIMATION: TOLD_AGAIN,
        Source.ATLAS: TOLD_AGAIN,
        Source.COMPARE: TOLD_AGAIN,
        Source.FIGURE: EVERYTHING,
        Source.HISTOGRAMS: EVERYTHING,
        Source.ANIMATION: EVERYTHING,
    }
)
"""What nobody may know who makes an export of this source while it is hidden; pictures are drawn anew, with all."""
BY_NAME: Mapping[str, frozenset[str]] = MappingProxyType({"pytorch_training": WEIGHTS, "examples": SIGNALS})
"""The same of exports that tell something else than others of their source."""


def tells(row: Export, hidden: Collection[str]) -> bool:
    """Whether an export would tell what is hidden."""
    return would_tell(BY_NAME.get(row.name, BY_SOURCE.get(row.source, frozenset())), hidden)

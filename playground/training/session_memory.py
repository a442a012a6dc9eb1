"""Everything that a session needs to go on elsewhere as if it had never stopped."""

from msgspec import Struct

from playground.training.formula import NO_FORMULA, Formula
from playground.training.input_slice import InputSlice
from playground.training.jobs import KeptJob
from playground.training.pins import Pin
from playground.training.timeline.records import RunMemory


class SessionMemory(Struct, frozen=True, eq=False):
    """A session at one moment: taken by `TrainingSession.memory`, given back by `TrainingSession.from_memory`.

    Its parts are frozen and shared with the session: taking it copies little, and writing it to a file can take its
    time in another thread.

    Attributes
    ----------
    run
        The run as it is, the recorded moments, and the curves of ways that were left.
    speed_limit
        How fast training goes: the name of one of `SPEED_LIMITS`.
    input_slice
        What the maps are drawn over.
    formula
        What stands in the chain-rule workspace.
    lesson
        The lesson under way and what was answered in it; empty without one.
    votes
        Of a class on predictions outside a lesson's questions; empty without one.
    many, atlas
        Make the jobs whose networks are on the wall, and whose pixels are in the atlas, as they were kept; None without
        one.
    left
        The run of a lesson that was left to explore freely; None while none is.
    compare
        Makes the job of two branches side by side, as `many` does.
    """

    run: RunMemory
    pins: tuple[Pin, ...]
    next_pin: int
    speed_limit: str
    input_slice: InputSlice
    formula: Formula = NO_FORMULA
    lesson: str = ""
    many: KeptJob | None = None
    atlas: KeptJob | None = None
    left: RunMemory | None = None
    votes: str = ""
    compare: KeptJob | None = None

"""What a step of a lesson locks: fields by their paths, with all that stands below them, and actions by their ids."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

from playground.files import FIELDS
from playground.lessons.lesson import Lesson
from playground.lessons.record import Record
from playground.messages import Message
from playground.training import commands
from playground.training.commands import Command, drawing
from playground.training.commands.command import Kind
from playground.training.commands.files import OpenSession, StartImport
from playground.training.commands.many import PinMember, TakeBranch, TakeMember, TakePixel

REASON = Message("Locked by this step of the lesson.")
REFUSAL = Message("This step of the lesson locks that; “Explore freely” in the course frees it.")
SOURCE = "data.source"
DRAWS: Mapping[str, str] = MappingProxyType({"new_weights": "network.seed", "new_sample": "data.seed", "draw": SOURCE})
"""Actions that change a field, each with its path."""
NEEDS: Mapping[Kind[...], tuple[str, ...]] = MappingProxyType(
    {
        commands.Run: ("run",),
        commands.StepBatch: ("step_batch",),
        commands.ApplyWalkthrough: ("step_batch",),
        commands.StepEpoch: ("step_epoch",),
        commands.StepBack: ("step_back",),
        commands.Scrub: ("step_back",),
        commands.Reset: ("reset",),
        commands.NewWeights: ("new_weights",),
        commands.NewSample: ("new_sample",),
        commands.Undo: ("undo",),
        commands.Redo: ("redo",),
        commands.GoToMoment: ("undo", "redo"),
        commands.PinRun: ("pin_run",),
        PinMember: ("pin_run",),
        commands.CarryOut: ("run",),
        commands.GoOnWith: ("run", "training.optimizer", "training.learning_rate"),
        StartImport: (SOURCE,),
        **dict.fromkeys(
            (
                drawing.AddPoints,
                drawing.ErasePoints,
                drawing.MovePoint,
                drawing.JitterPoints,
                drawing.NewDrawing,
            ),
            ("draw",),
        ),
    }
)
"""What must be free for a command, whichever way it comes."""
WHOLE = (
    commands.CarryOut,
    commands.Load,
    commands.OpenTarget,
    commands.LoadPin,
    OpenSession,
    TakeBranch,
    TakeMember,
    TakePixel,
)
"""Commands that put another experiment in the place of this one: every locked field must be free for them."""
SECTIONS = frozenset({"data", "network", "training"})
"""The parts of an experiment whose fields can be locked."""
LOCKABLE = tuple(
    sorted(
        {*SECTIONS, SOURCE, *DRAWS}
        | {path for path in FIELDS if "[" not in path}
        | {name for names in NEEDS.values() for name in names}
    )
)
"""Everything that a lesson can lock."""


def locked_now(lesson: Lesson, record: Record) -> frozenset[str]:
    """Return what the step of a lesson locks: nothing while it is left for exploring."""
    return frozenset() if record.away is not None else frozenset(lesson.steps[record.step].lock)


def is_locked(name: str, locks: Collection[str]) -> bool:
    """Return whether a field or an action is locked."""
    if name in DRAWS and is_locked(DRAWS[name], locks):
        return True
    return any(name == lock or name.startswith(f"{lock}.") for lock in locks)


def is_refused(command: Command, locks: Collection[str]) -> bool:
    """Return whether a command would do what is locked."""
    needs: tuple[Any, ...] = NEEDS.get(command.kind, ())
    if command.kind is commands.ChangeField:
        needs = (command["path"],)
    replaces = command.kind in WHOLE and any(lock.partition(".")[0] in SECTIONS for lock in locks)
    return replaces or any(is_locked(name, locks) for name in needs)

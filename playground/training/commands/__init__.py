"""What a person can ask of a session: one frozen dataclass each, applied between two updates."""

from playground.training.commands.asking import Ask, ShowPlane
from playground.training.commands.command import Command
from playground.training.commands.editing import (
    CarryOut,
    ChangeField,
    EditParameters,
    GoToMoment,
    Load,
    MoveTo,
    OpenTarget,
    Redo,
    SetParameter,
    Undo,
)
from playground.training.commands.formula import KeepFormula
from playground.training.commands.inspecting import (
    ApplyWalkthrough,
    CancelJob,
    StartCheck,
    StartSlice,
    StartSurface,
    StartWalkthrough,
)
from playground.training.commands.pins import LoadPin, PinRun, RemovePin, RenamePin
from playground.training.commands.timeline import Scrub, SetTimelineBudget, StepBack
from playground.training.commands.training import (
    NewSample,
    NewWeights,
    Pause,
    Reset,
    Run,
    SetPace,
    StepBatch,
    StepEpoch,
)

__all__ = [
    "ApplyWalkthrough",
    "Ask",
    "CancelJob",
    "CarryOut",
    "ChangeField",
    "Command",
    "EditParameters",
    "GoToMoment",
    "KeepFormula",
    "Load",
    "LoadPin",
    "MoveTo",
    "NewSample",
    "NewWeights",
    "OpenTarget",
    "Pause",
    "PinRun",
    "Redo",
    "RemovePin",
    "RenamePin",
    "Reset",
    "Run",
    "Scrub",
    "SetPace",
    "SetParameter",
    "SetTimelineBudget",
    "ShowPlane",
    "StartCheck",
    "StartSlice",
    "StartSurface",
    "StartWalkthrough",
    "StepBack",
    "StepBatch",
    "StepEpoch",
    "Undo",
]

"""What a person can ask of a session: one frozen dataclass each, applied between two updates."""

from playground.training.commands.command import Command
from playground.training.commands.editing import ChangeField, Load, MoveTo, OpenTarget, Redo, SetParameter, Undo
from playground.training.commands.inspecting import (
    ApplyWalkthrough,
    CancelJob,
    StartCheck,
    StartSlice,
    StartSurface,
    StartWalkthrough,
)
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
    "CancelJob",
    "ChangeField",
    "Command",
    "Load",
    "MoveTo",
    "NewSample",
    "NewWeights",
    "OpenTarget",
    "Pause",
    "Redo",
    "Reset",
    "Run",
    "SetPace",
    "SetParameter",
    "StartCheck",
    "StartSlice",
    "StartSurface",
    "StartWalkthrough",
    "StepBatch",
    "StepEpoch",
    "Undo",
]

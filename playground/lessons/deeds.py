"""What a step of a lesson can do to a session before it speaks: one row each."""

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from playground.files import Experiment, override, read_preset, source_files
from playground.files.chain_presets import chain_preset_paths, read_chain_preset_file
from playground.files.errors import FileError, allowed_names, quoted
from playground.files.presets import preset_paths
from playground.lessons.errors import LessonError
from playground.lessons.formulas import QUANTITY
from playground.messages import Message
from playground.training.commands import StartWalkthrough
from playground.training.formula import Fold, Formula
from playground.training.session import TrainingSession

MOST_EPOCHS = 2_000
MOST_UPDATES = 100_000
PATIENCE = 10.0
"""Seconds that a step may train before it is given up."""


class Deed(Struct, frozen=True):
    """Something that a step does.

    Attributes
    ----------
    name
        The key in a lesson's file.
    expected
        What its value must be, to be said where it is not.
    fits
        Whether a value from a file is such a one.
    do
        Does it. A refusal raises a `ValueError` with one line.
    label
        What it is, in a few words.
    start
        A value that fits, to begin with.
    names
        All the values that fit, where they are known.
    part
        Where it is an object, one of its keys: each has a line in a form.
    settings
        Returns what it makes of an experiment's settings.
    """

    name: str
    expected: Message
    fits: Callable[[Any], bool]
    do: Callable[[TrainingSession, Any], None]
    label: Message
    start: Any = ""
    names: Callable[[], Collection[str]] = tuple
    part: str = ""
    settings: Callable[[Experiment, Any], Experiment] = lambda experiment, _value: experiment


def _whole(most: int, least: int = 1) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and least <= value <= most


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _is_object(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and all(isinstance(key, str) for key in value)


def with_settings(experiment: Experiment, settings: Mapping[str, Any]) -> Experiment:
    """Return an experiment with other settings, by the paths of its file.

    Raises
    ------
    FileError
        If one of them does not exist, or its value is not allowed.
    LessonError
        If one of them would open a file.
    """
    lines = [f"{path}={msgspec.json.encode(value).decode()}" for path, value in settings.items()]
    changed = override(experiment, lines, "set")
    if set(source_files(changed.data.source)) - set(source_files(experiment.data.source)):
        raise LessonError("data.source: a lesson opens no file but its start; name an experiment with these data there")
    return changed


def change_settings(session: TrainingSession, settings: Mapping[str, Any]) -> None:
    """Change settings of the experiment as `with_settings`, which refuses as the session does."""
    session.change(with_settings(session.experiment, settings), "Lesson")


def _values(session: TrainingSession, values: Mapping[str, Any]) -> None:
    formula = session.formula
    unknown = values.keys() - dict(formula.values).keys()
    if unknown:
        raise LessonError("the formula has no input {name}", name=min(unknown))
    changed = tuple((name, str(values.get(name, text))) for name, text in formula.values)
    session.keep_formula(replace(formula, values=changed))


def open_chain(session: TrainingSession, name: str) -> None:
    """Put a worked example into the chain rule.

    Raises `FileError` if there is none of this id; the message lists those there are.
    """
    known = chain_preset_paths()
    if name not in known:
        raise FileError("{name} is no worked example; {known}", name=quoted(name), known=allowed_names(name, known))
    preset = read_chain_preset_file(known[name])
    values = tuple(
        (variable, value if isinstance(value, str) else msgspec.json.encode(value).decode())
        for variable, value in preset.values.items()
    )
    folds: tuple[Fold, ...] = tuple(("fold", gate) for gate in preset.folded)
    session.keep_formula(Formula(preset.text, values, folds, preset.id))


def _open_preset(session: TrainingSession, name: str) -> None:
    session.load(read_preset(name), label="Lesson")
    session.inspection.walk_through(session.run, None)


def _weights(session: TrainingSession, cells: Mapping[str, Any]) -> None:
    edits = []
    for cell, value in cells.items():
        found = QUANTITY.fullmatch(cell.strip())
        if found is None or found[1] not in ("W", "b") or found[3] is None or type(value) not in (int, float):
            raise LessonError(
                "weights: {cell}: a cell such as W[1][2,1] or b[1][2], and a number, were expected", cell=cell
            )
        layer, row = int(found[2]), int(found[3])
        if not 1 <= layer <= len(session.run.network.W):
            raise LessonError("weights: {cell}: there is no such layer", cell=cell)
        n_in = session.run.network.W[layer - 1].shape[1]
        column = n_in if found[1] == "b" else int(found[4] or 1) - 1
        edits.append((layer, row - 1, column, float(value)))
    session.edit_parameters(edits)


def _epochs(session: TrainingSession, epochs: int) -> None:
    end, speed = session.epoch + epochs, session.loop.speed_limit
    session.set_speed_limit("full")  # what is to be watched comes later
    session.start(())
    while session.loop.running and session.epoch < end:
        if not session.advance(PATIENCE, until_epoch=end):
            break
    session.pause()
    session.set_speed_limit(speed)


def _updates(session: TrainingSession, updates: int) -> None:
    for _ in range(updates):
        session.step_batch()


DEEDS: Mapping[str, Deed] = MappingProxyType(
    {
        deed.name: deed
        for deed in (
            Deed(
                "preset",
                Message("a preset's id"),
                _is_text,
                _open_preset,
                Message("Open a preset"),
                names=preset_paths,
                settings=lambda _, name: read_preset(name),
            ),
            Deed(
                "chain",
                Message("a worked example's id"),
                _is_text,
                open_chain,
                Message("Open a worked example"),
                names=chain_preset_paths,
            ),
            Deed(
                "reset",
                Message("true"),
                lambda value: value is True,
                lambda session, _: session.reset(),
                Message("Reset the training"),
                True,
            ),
            Deed(
                "set",
                Message("settings by their paths"),
                _is_object,
                change_settings,
                Message("Change a setting"),
                0.5,
                part="training.learning_rate",
                settings=with_settings,
            ),
            Deed(
                "weights",
                Message("numbers by cells such as W[1][2,1]"),
                _is_object,
                _weights,
                Message("Set a weight or bias"),
                0.5,
                part="W[1][1,1]",
            ),
            Deed(
                "values",
                Message("values by the names of a formula's inputs"),
                _is_object,
                _values,
                Message("Set an input of the formula"),
                1,
                part="x",
            ),
            Deed(
                "epochs",
                Message("a whole number from 1 to {most}", most=MOST_EPOCHS),
                _whole(MOST_EPOCHS),
                _epochs,
                Message("Train epochs"),
                5,
            ),
            Deed(
                "updates",
                Message("a whole number from 1 to {most}", most=MOST_UPDATES),
                _whole(MOST_UPDATES),
                _updates,
                Message("Make updates"),
                1,
            ),
            Deed(
                "example",
                Message("the number of a training example, or 0 for the next mini-batch"),
                _whole(10**6, 0),
                lambda session, number: StartWalkthrough(number - 1 if number else None).apply(session),
                Message("Look at an example in Backprop"),
                1,
            ),
        )
    }
)
"""Everything that a step can do; it does it in the order of its file."""

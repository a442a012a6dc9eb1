"""The presets: experiment files that come with the program."""

from pathlib import Path

from msgspec import Struct

from playground.files.decoding import read_experiment, read_own_experiment
from playground.files.errors import FileError, allowed_names, quoted
from playground.files.experiment import Experiment
from playground.files.sources import folder


class Preset(Struct, frozen=True):
    """One preset: its file's stem, and the experiment in it."""

    id: str
    experiment: Experiment


def preset_paths() -> dict[str, Path]:
    return {path.stem: path for path in sorted(folder("presets").glob("*.json"))}


def presets() -> tuple[Preset, ...]:
    """Read every preset, sorted by id.

    Raises `FileError` if one of the program's own files is damaged.
    """
    return tuple(Preset(id=name, experiment=read_own_experiment(path)) for name, path in preset_paths().items())


def read_preset(preset_id: str) -> Experiment:
    """Read one preset.

    Raises `FileError` if there is none of this id; the message lists those there are, the nearest one first.
    """
    paths = preset_paths()
    if preset_id not in paths:
        raise FileError(
            "{preset_id} is not a preset; {known}",
            preset_id=quoted(preset_id),
            known=allowed_names(preset_id, paths),
        )
    return read_experiment(paths[preset_id])

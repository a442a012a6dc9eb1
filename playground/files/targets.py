"""What a person means by TARGET: a preset, an experiment file, weights, a table of data or a file of images."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from playground.data import DataError, Dataset
from playground.data.csv_options import Missing
from playground.files.decoding import read_experiment
from playground.files.errors import FileError, quoted
from playground.files.experiment import CsvSource, Experiment, IdxSource
from playground.files.fitting import first_experiment
from playground.files.presets import preset_paths, read_preset
from playground.files.sessions.names import SUFFIX, is_session
from playground.files.sources import absolute, reading, source_files, source_name
from playground.files.weights import Model, read_weights
from playground.messages import Message

TABLES = (".csv", ".tsv")
IMAGES = re.compile(r"(\.idx|-ubyte|[-.]idx[13])(\.gz)?$", re.IGNORECASE)
"""How the name of a file in MNIST's format ends."""


@dataclass(frozen=True, eq=False)
class Target:
    """What to work on: an experiment, and its trained network where the target was weights or a session.

    Attributes
    ----------
    where
        What the person called it, for messages.
    dataset
        The data, where the target was a file of them, or holds them itself.
    """

    experiment: Experiment
    model: Model | None = None
    where: str = "experiment"
    dataset: Dataset | None = None


def open_target(
    text: str, labels: Sequence[str] = (), inputs: Sequence[str] = (), missing: Missing = "refuse"
) -> Target:
    """Find out what a target is, and read it.

    Parameters
    ----------
    text : str
        The id of a preset, or the name of a session (`.playground`), of an experiment (`.json`), of weights (`.npz`),
        of a table (`.csv`, `.tsv`) or of images in MNIST's format (`.idx`, `-ubyte`, also with `.gz`).
    labels, inputs : sequence of str
        The columns of a table to predict, without them the last one; and those to predict from, without them all
        others.
    missing : {"refuse", "drop"}
        What becomes of the rows of a table that lack a value.

    Raises
    ------
    FileError
        If it is none of these, or the file cannot be used.
    """
    source = own_source(text)
    if isinstance(source, CsvSource):
        source = msgspec.structs.replace(source, label=tuple(labels), inputs=tuple(inputs), missing=missing)
    else:
        named = {"--label": labels, "--input": inputs, "--missing": missing != "refuse"}
        for option, given in named.items():
            if given:
                raise FileError(
                    "{text}: {option} is for a {table} file only; leave it out",
                    text=quoted(text),
                    option=option,
                    table=TABLES[0],
                )
    if source is not None:
        return open_source(source, text)
    ending = Path(text).suffix.lower()
    if ending in READERS:
        return READERS[ending](text)
    known = preset_paths()
    if text not in known and (os.sep in text or os.path.lexists(text)):
        endings = ", ".join((*READERS, *TABLES, ".idx, -ubyte"))
        raise FileError(
            "{text}: a file ending in {endings} was expected, or a preset: {known}",
            text=text,
            endings=endings,
            known=", ".join(known),
        )
    return Target(read_preset(text), where=text)


def own_source(text: str) -> CsvSource | IdxSource | None:
    """Return the data that a file of this name holds, from the root; None if it is no table and no images."""
    if Path(text).suffix.lower() in TABLES:
        return CsvSource(csv=str(absolute(Path(text))))
    if IMAGES.search(Path(text).name):
        return IdxSource(idx=str(absolute(Path(text))))
    return None


def open_source(source: CsvSource | IdxSource, where: str) -> Target:
    """Read a person's own data, and return a sensible first experiment for them.

    Raises
    ------
    FileError
        If they cannot be read.
    """
    try:
        dataset = reading(source).complete()
    except DataError as error:
        raise FileError(error.message) from error
    return Target(first_experiment(source_name(source), source, dataset), where=where, dataset=dataset)


def csv_experiment(path: str | os.PathLike[str], labels: Sequence[str] = ()) -> Experiment:
    """Return a sensible first experiment for a table of data: one hidden layer of eight tanh neurons.

    The output and the cost follow from what is to be predicted: yes or no, one class of several, or numbers.

    Raises
    ------
    FileError
        If the table cannot be read.
    """
    name = os.fspath(path)
    return open_source(CsvSource(csv=str(absolute(Path(name))), label=tuple(labels)), name).experiment


def data_file(experiment: Experiment) -> Path | None:
    """Return the file that an experiment's data are read from, of images that of the images; None if from none."""
    return next(iter(source_files(experiment.data.source)), None)


def check_data(target: Target, experiment: Experiment | None = None) -> None:
    """Check that the files of a target's data are there, before they are needed.

    A target that holds its data itself needs no files.

    Parameters
    ----------
    target
        It was read well without: weights know enough to predict.
    experiment
        What became of the target's own experiment, if it was changed from the command line.

    Raises
    ------
    FileError
        If one is not; the message says who asks for it and where it was looked for.
    """
    experiment = experiment or target.experiment
    if target.dataset is not None and experiment.data.source == target.experiment.data.source:
        return
    for path in source_files(experiment.data.source):
        _check_file(path, target, experiment)


def open_model(text: str) -> Model:
    """Read the trained network of a session or of a file of weights.

    Raises
    ------
    FileError
        If the file is neither, or cannot be used.
    """
    model = _open_session(text).model if is_session(text) else read_weights(text)
    assert model is not None, "a session has weights"
    return model


def _check_file(path: Path, target: Target, experiment: Experiment) -> None:
    try:
        if not path.exists() or path.is_file() or path.is_dir():  # opening a pipe would wait for ever
            with path.open("rb"):
                return
        reason: str = Message("not an ordinary file")
    except OSError as error:
        reason = Message("no such file") if isinstance(error, FileNotFoundError) else error.strerror or str(error)
    own = experiment.data.source == target.experiment.data.source
    spared = (
        Message("; predict and export to .onnx or .py work without them") if own and target.model is not None else ""
    )
    where = target.where if own else "--set data.source"
    raise FileError(
        "{where}: its data, {path}, cannot be read: {reason}{spared}",
        where=where,
        path=path,
        reason=reason,
        spared=spared,
    )


def _open_experiment(text: str) -> Target:
    return Target(read_experiment(text), where=text)


def _open_weights(text: str) -> Target:
    model = read_weights(text)
    return Target(model.experiment, model, text)


def _open_session(text: str) -> Target:
    from playground.files.sessions.session_file import read_session  # few start-ups need it

    contents = read_session(text)
    return Target(contents.model.experiment, contents.model, text, contents.dataset)


READERS: Mapping[str, Callable[[str], Target]] = {
    SUFFIX: _open_session,
    ".json": _open_experiment,
    ".npz": _open_weights,
}

"""What a person means by TARGET: a preset, an experiment file, weights, or a table of data."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playground.data import DataError, Dataset, read_csv
from playground.files.decoding import absolute, read_experiment
from playground.files.errors import CONTROL_CHARACTER, FileError, quoted
from playground.files.experiment import (
    CsvSource,
    DataSettings,
    Experiment,
    LayerSettings,
    NetworkSettings,
    TrainingSettings,
)
from playground.files.presets import preset_paths, read_preset
from playground.files.weights import Model, read_weights


@dataclass(frozen=True, eq=False)
class Target:
    """What to work on: an experiment, and its trained network where the target was a file of weights.

    Attributes
    ----------
    where
        What the person called it, for messages.
    """

    experiment: Experiment
    model: Model | None = None
    where: str = "experiment"


def open_target(text: str, labels: Sequence[str] = ()) -> Target:
    """Find out what a target is, and read it.

    Parameters
    ----------
    text : str
        The id of a preset, or the name of an experiment (`.json`), of weights (`.npz`) or of a table (`.csv`).
    labels : sequence of str
        The columns of a table to predict; without them the last one.

    Raises
    ------
    FileError
        If it is none of these, or the file cannot be used.
    """
    ending = Path(text).suffix.lower()
    if labels and ending != TABLE:
        raise FileError(f"{quoted(text)}: columns to predict can be named for a {TABLE} file only")
    if ending == TABLE:
        return Target(csv_experiment(text, labels), where=text)
    if ending in READERS:
        return READERS[ending](text)
    known = preset_paths()
    if text not in known and (os.sep in text or os.path.lexists(text)):
        endings = ", ".join((*READERS, TABLE))
        raise FileError(f"{text}: a file ending in {endings} was expected, or a preset: {', '.join(known)}")
    return Target(read_preset(text), where=text)


def data_file(experiment: Experiment) -> Path | None:
    """Return the table that an experiment's data are read from; None where they come from none."""
    source = experiment.data.source
    return absolute(Path(source.csv)) if isinstance(source, CsvSource) else None


def check_data(target: Target, experiment: Experiment | None = None) -> None:
    """Check that the table of a target's data is there, before it is needed.

    Parameters
    ----------
    target
        It was read well without: weights know enough to predict.
    experiment
        What became of the target's own experiment, if it was changed from the command line.

    Raises
    ------
    FileError
        If it is not; the message says who asks for it and where it was looked for.
    """
    experiment = experiment or target.experiment
    path = data_file(experiment)
    if path is None:
        return
    try:
        with path.open("rb"):
            return
    except OSError as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else error.strerror or str(error)
    own = experiment.data.source == target.experiment.data.source
    spared = "; predict and export to .onnx or .py work without them" if own and target.model is not None else ""
    where = target.where if own else "--set data.source"
    raise FileError(f"{where}: its data, {path}, cannot be read: {reason}{spared}")


def csv_experiment(path: str | os.PathLike[str], labels: Sequence[str] = ()) -> Experiment:
    """Return a sensible first experiment for a table of data.

    One hidden layer of eight tanh neurons on the columns as they are; the output and the cost follow from what is to
    be predicted: yes or no, one class of several, or numbers.

    Raises
    ------
    FileError
        If the table cannot be read.
    """
    name = os.fspath(path)
    try:
        dataset = read_csv(name, labels)
    except DataError as error:
        raise FileError(str(error)) from error
    output_activation, cost = _output(dataset)
    return Experiment(
        name=CONTROL_CHARACTER.sub(" ", Path(name).stem),
        data=DataSettings(
            source=CsvSource(csv=str(absolute(Path(name))), label=tuple(labels)),
            train_fraction=0.8,
            features=tuple(f"x{i}" for i in range(1, dataset.X.shape[0] + 1)),
        ),
        network=NetworkSettings(hidden=(LayerSettings(8, "tanh"),), output_activation=output_activation),
        training=TrainingSettings(cost=cost, learning_rate=0.01, batch_size=32, epochs=100),
        classes=dataset.classes or None,
        columns=dataset.input_names,
    )


def _output(dataset: Dataset) -> tuple[str, str]:
    if dataset.problem == "regression":
        return "linear", "half_squared_error"
    if dataset.Y.shape[0] == 1:
        return "sigmoid", "binary_cross_entropy"
    return "softmax", "cross_entropy"


def _open_experiment(text: str) -> Target:
    return Target(read_experiment(text), where=text)


def _open_weights(text: str) -> Target:
    model = read_weights(text)
    return Target(model.experiment, model, text)


TABLE = ".csv"
READERS: Mapping[str, Callable[[str], Target]] = {".json": _open_experiment, ".npz": _open_weights}

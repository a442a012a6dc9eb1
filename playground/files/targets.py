"""What a person means by TARGET: a preset, an experiment file, weights, a table of data or a file of images."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from playground.data import DataError, Dataset, TableReport, formula_generator, sampled
from playground.data.reasons import system_reason
from playground.files.decoding import read_experiment
from playground.files.errors import FileError, UndecidedTableError, quoted
from playground.files.experiment import CsvSource, Experiment, FormulaSource, IdxSource, PointsSource
from playground.files.foreign import read_plain
from playground.files.presets import preset_paths, read_preset
from playground.files.problem_shape import first_experiment
from playground.files.reach import check_local
from playground.files.recognition import (
    JSON,
    LESSON,
    OTHERS,
    SUFFIX,
    TABLES,
    json_kind,
    own_source,
)
from playground.files.sources import absolute, reading, source_files, source_name
from playground.files.weights import EXPERIMENT, Model, open_weights, read_own
from playground.messages import Message


class Target(Struct, frozen=True, eq=False):
    """What to work on: an experiment, and its trained network where the target was weights or a session.

    Attributes
    ----------
    dataset
        The data, where the target was a file of them, or holds them itself.
    report
        How a table was read, where the target was one.
    """

    experiment: Experiment
    model: Model | None = None
    where: str = "experiment"
    dataset: Dataset | None = None
    report: TableReport | None = None


def open_target(text: str, **table: Any) -> Target:
    """Find out what a target is, and read it.

    Raises `FileError` if it is none of these, or the file cannot be used.

    Parameters
    ----------
    text : str
        The id of a preset, or the name of a session (`.playground`), of an experiment (`.json`), of weights (`.npz`),
        of a network of other programs (`.npz`, `.onnx`, `.safetensors`, `.pt`),
        of a table (`.csv`, `.tsv`, `.txt`, `.data` …) or of images in MNIST's format (`.idx`, `-ubyte`), also with
        `.gz`; a file with another ending is opened by what is in it. Or a formula that draws data: `sin(x1) > x2`.
    table
        How a table is read: fields of `CsvSource`.
    """
    source = table_source(text, table)
    if source is not None:
        return _with_its_label(open_source(source, text))
    ending = Path(text).suffix.lower()
    if ending in READERS:
        return READERS[ending](text)
    known = preset_paths()
    if text not in known and not os.path.lexists(text) and FORMULA.search(text):
        return _with_formula(text)
    if text not in known and (os.sep in text or os.path.lexists(text)):
        endings = ", ".join((*READERS, *TABLES, ".idx, -ubyte"))
        raise FileError(
            "{text}: a file ending in {endings} was expected, or a preset: {known}",
            text=text,
            endings=endings,
            known=", ".join(known),
        )
    if text not in known and SIGN.search(text):
        raise FileError(
            "{text}: neither a preset nor a file, nor a formula of x1, x2 …; one such as 'sin(x1) > x2' was expected",
            text=quoted(text),
        )
    return Target(read_preset(text), where=text)


SIGN = re.compile(r"[+*<>≤≥()=]")
"""What stands in a formula, and in no name of a preset."""
FORMULA = re.compile(r"\bx[1-9].*[-+*/<>≤≥)]|[-+*/<>≤≥(].*\bx[1-9]", re.DOTALL)
"""What only a formula of the inputs looks like, and no name of a preset or of a file does."""


def _with_formula(text: str) -> Target:
    """Return a sensible first experiment on the data that a formula draws."""
    source = FormulaSource(formula=text)
    try:
        drawn = formula_generator(text)
        dataset = sampled(drawn, samples=drawn.samples, noise=drawn.noise, seed=0)
    except DataError as error:
        raise FileError("{text}: {problem}", text=quoted(text), problem=error.message) from error
    return Target(first_experiment(drawn.label, source, dataset), where=drawn.label)


def table_source(text: str, table: Mapping[str, Any]) -> CsvSource | IdxSource | None:
    """Return the data that a file holds, and how a table is to be read; None if it is no table and no images.

    Raises `FileError` if something is said about a table, and it is none.
    """
    source = own_source(text)
    if isinstance(source, CsvSource):
        return msgspec.structs.replace(source, **table)
    for key in table:
        raise FileError("{text}: {option} is for a table only; leave it out", text=quoted(text), option=OPTIONS[key])
    return source


OPTIONS: Mapping[str, str] = {
    "label": "--label",
    "inputs": "--input",
    "ignore": "--ignore",
    "target_as": "--as",
    "delimiter": "--delimiter",
    "decimal": "--decimal",
    "encoding": "--encoding",
    "header": "--header",
    "skip": "--skip",
    "missing": "--missing",
}
"""What is typed for each field of `CsvSource`."""


def open_source(source: CsvSource | IdxSource, where: str) -> Target:
    """Read a person's own data, and return a sensible first experiment for them.

    Raises
    ------
    FileError
        If they cannot be read.
    UndecidedTableError
        If they are a table that a person's decision could make readable.
    """
    try:
        current = reading(source)
    except DataError as error:
        raise FileError(error.message) from error
    try:
        dataset = current.complete()
    except DataError as error:
        is_table = current.report is not None and len(current.report.columns) > 1
        raise (UndecidedTableError if is_table else FileError)(error.message) from error
    experiment = first_experiment(source_name(source), source, dataset)
    return Target(experiment, where=where, dataset=dataset, report=current.report)


def _with_its_label(target: Target) -> Target:
    """Return a target whose experiment names the column to predict: the same wherever it is opened."""
    source = target.experiment.data.source
    if target.report is None or not isinstance(source, CsvSource):
        return target
    source = msgspec.structs.replace(source, label=target.report.labels)
    data = msgspec.structs.replace(target.experiment.data, source=source)
    return replace(target, experiment=msgspec.structs.replace(target.experiment, data=data))


def csv_experiment(path: str | os.PathLike[str], labels: Sequence[str] = ()) -> Experiment:
    """Return a sensible first experiment for a table of data: one hidden layer of eight tanh neurons.

    The output and the cost follow from what is to be predicted: yes or no, one class of several, or numbers.

    Raises `FileError` if the table cannot be read.
    """
    name = os.fspath(path)
    return open_source(CsvSource(csv=str(absolute(Path(name))), label=tuple(labels)), name).experiment


def check_data(target: Target, experiment: Experiment | None = None) -> None:
    """Check that the files of a target's data are there, before they are needed.

    A target that holds its data itself needs no files.

    Raises `FileError` if one is not; the message says who asks for it and where it was looked for.
    """
    experiment = experiment or target.experiment
    if target.dataset is not None and experiment.data.source == target.experiment.data.source:
        return
    check_local(experiment.data.source, target.where)
    for path in source_files(experiment.data.source):
        _check_file(path, target, experiment)


def open_model(text: str) -> Model:
    """Read the trained network of a session or of a file of weights.

    Raises `FileError` if the file is neither, or cannot be used.
    """
    model = READERS.get(Path(text).suffix.lower(), _open_weights)(text).model
    if model is None:
        raise FileError("{text}: an experiment without weights; a trained network was expected", text=text)
    return model


def _check_file(path: Path, target: Target, experiment: Experiment) -> None:
    try:
        if not path.exists() or path.is_file() or path.is_dir():  # opening a pipe would wait for ever
            with path.open("rb"):
                return
        why: str = Message("not an ordinary file")
    except OSError as error:
        why = system_reason(error)
    own = experiment.data.source == target.experiment.data.source
    spared = (
        Message("; predict and export to .onnx or .py work without them") if own and target.model is not None else ""
    )
    where = target.where if own else "--set data.source"
    raise FileError(
        "{where}: its data, {path}, cannot be read: {reason}{spared}",
        where=where,
        path=path,
        reason=why,
        spared=spared,
    )


def is_lesson(text: str) -> bool:
    """Return whether a target is the file of a lesson, which is played, and not only read."""
    return text.lower().endswith(JSON) and json_kind(text) == LESSON


def _open_experiment(text: str) -> Target:
    other = OTHERS.get(json_kind(text))
    if other is not None:
        raise FileError("{file}: {kind}", file=text, kind=other)
    return Target(read_experiment(text), where=text)


def _open_weights(text: str) -> Target:
    npz = open_weights(text)
    return _of_model(read_own(npz, text) if EXPERIMENT in npz.names else read_plain(npz, text), text)


def _open_onnx(text: str) -> Target:
    from playground.files.onnx_import import read_onnx  # few start-ups need it

    return _of_model(read_onnx(text), text)


def _open_safetensors(text: str) -> Target:
    from playground.files.state_dict import read_safetensors

    return _of_model(read_safetensors(text), text)


def _open_pt(text: str) -> Target:
    from playground.files.state_dict import read_pt

    return _of_model(read_pt(text), text)


def _of_model(model: Model, text: str) -> Target:
    """Return the target of a network; what was assumed of another program's one stands with its data."""
    source = model.experiment.data.source
    dataset = replace(source.dataset(), notes=model.notes) if isinstance(source, PointsSource) and model.notes else None
    return Target(model.experiment, model, text, dataset)


def _open_session(text: str) -> Target:
    from playground.files.sessions.session_file import read_session  # few start-ups need it

    contents = read_session(text)
    return Target(contents.model.experiment, contents.model, text, contents.dataset)


READERS: Mapping[str, Callable[[str], Target]] = {
    SUFFIX: _open_session,
    JSON: _open_experiment,
    ".npz": _open_weights,
    ".onnx": _open_onnx,
    ".safetensors": _open_safetensors,
    ".pt": _open_pt,
    ".pth": _open_pt,
}

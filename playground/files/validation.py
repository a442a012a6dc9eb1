"""Whether the values of an experiment are allowed: each by its own field, then those that depend on one another."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

from playground.data import DELIMITERS, ENCODINGS, GENERATORS, DataError, n_point_classes, output_rows, points_frame
from playground.data.csv_options import Missing
from playground.data.features import FEATURES_MAXIMUM
from playground.data.idx import WHITES
from playground.engine import ACTIVATIONS, COSTS, allowed_costs
from playground.expressions import ExpressionError, elementwise
from playground.files.errors import CONTROL_CHARACTER, FileError, allowed_names, quoted
from playground.files.experiment import CsvSource, Experiment, IdxSource, PointsSource
from playground.files.fields import FIELDS, MAX_FORMULA_LENGTH, Field, Kind

MAX_TEXT = 10_000
MAX_NAMES = FEATURES_MAXIMUM
MAX_PASTED = 2_000_000
"""Bytes of a table that was pasted: an experiment file holds it, and has its own limit."""

INPUT = re.compile(r"\bx([1-9][0-9]{0,8})\b")


def validate(experiment: Experiment, where: str = "experiment") -> None:
    """Check every value of an experiment, whoever made it.

    What only the data can tell (whether a table has the labelled columns, whether its classes are enough for softmax
    or a cost) is checked when the data are read.

    Parameters
    ----------
    experiment : Experiment
        The experiment.
    where : str
        Where it came from, for the message.

    Raises
    ------
    FileError
        If a value is not allowed; the message names its path and what was expected.
    """
    for field in FIELDS.values():
        for path, value in _values(experiment, field.path):
            CHECKS[field.kind](f"{where}: {path}", field, value)
    _check_texts(experiment, where)
    _check_source(experiment, where)
    _check_features(experiment, where)
    _check_cost(experiment, where)


def _values(value: Any, path: str, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the concrete paths and values behind a field's path: one per element where it has `[]`."""
    key, _, rest = path.partition(".")
    name = key.removesuffix("[]")
    found = getattr(value, name)
    place = f"{prefix}.{name}" if prefix else name
    elements = [(f"{place}[{i}]", element) for i, element in enumerate(found)] if name != key else [(place, found)]
    for element_place, element in elements:
        if rest:
            yield from _values(element, rest, element_place)
        else:
            yield element_place, element


def _check_number(place: str, field: Field, value: Any) -> None:
    kinds = (int,) if field.kind == "integer" else (int, float)
    if isinstance(value, bool) or not isinstance(value, kinds):
        raise FileError(f"{place}: {quoted(value)} is not allowed; {field.expected} was expected")
    if not math.isfinite(value):
        raise FileError(f"{place}: {value} is not a finite number; {field.expected} was expected")
    if not _within(field, value):
        raise FileError(f"{place}: {quoted(value)} is out of range; {field.expected} was expected")


def _within(field: Field, value: float) -> bool:
    return (field.minimum is None or field.minimum <= value) and (field.maximum is None or value <= field.maximum)


def _check_choice(place: str, field: Field, value: Any) -> None:
    assert field.choices is not None
    if not isinstance(value, str) or value not in field.choices:
        raise FileError(f"{place}: {quoted(value)} is not known; {allowed_names(str(value), field.choices)}")


def _check_length(place: str, field: Field, value: Any) -> None:
    if not isinstance(value, tuple):
        raise FileError(f"{place}: {quoted(value)} is not allowed; {field.expected} was expected")
    if not _within(field, len(value)):
        raise FileError(f"{place}: {len(value)} elements; {field.expected} was expected")


def _check_flag(place: str, field: Field, value: Any) -> None:
    if not (isinstance(value, bool) or value is field.default):
        raise FileError(f"{place}: {quoted(value)} is not allowed; {field.expected} was expected")


CHECKS: Mapping[Kind, Callable[[str, Field, Any], None]] = {
    "integer": _check_number,
    "number": _check_number,
    "choice": _check_choice,
    "formulas": _check_length,
    "layers": _check_length,
    "flag": _check_flag,
}


def _check_texts(experiment: Experiment, where: str) -> None:
    texts = {"name": experiment.name}
    if CONTROL_CHARACTER.search(experiment.name):
        raise FileError(
            f"{where}: name: {quoted(experiment.name)} is not allowed; one line without control characters was expected"
        )
    texts |= {f"description.{language}": text for language, text in experiment.description.items()}
    for path, text in texts.items():
        if len(text) > MAX_TEXT:
            raise FileError(f"{where}: {path}: longer than {MAX_TEXT} characters")
    for path, names in (("classes", experiment.classes), ("columns", experiment.columns)):
        if names is not None and not 1 <= len(names) <= MAX_NAMES:
            raise FileError(f"{where}: {path}: {len(names)} names; from 1 to {MAX_NAMES} were expected")


def _check_source(experiment: Experiment, where: str) -> None:
    source, place = experiment.data.source, f"{where}: data.source"
    if isinstance(source, str):
        if source not in GENERATORS:
            raise FileError(f"{place}: {quoted(source)} is not known; {allowed_names(source, GENERATORS)}")
    elif isinstance(source, CsvSource):
        _check_table(source, place)
    elif isinstance(source, IdxSource):
        _check_file_name(f"{place}.idx", source.idx)
        if source.labels:
            _check_file_name(f"{place}.labels", source.labels)
        if source.white not in (None, *WHITES):
            known = ", ".join(map(str, WHITES))
            raise FileError(f"{place}.white: {quoted(source.white)} is not allowed; one of {known} was expected")
    elif isinstance(source, PointsSource):
        try:
            points_frame(source.dataset(), source.axes)
        except DataError as error:  # its message begins with the path
            raise FileError(f"{where}: {error}") from error
    else:
        raise FileError(f"{place}: {quoted(source)} is not allowed; {SOURCE_EXPECTED} was expected")


SOURCE_EXPECTED = (
    'a name, {"csv": file, "label": [column, …]}, {"idx": file of images} or {"points": [[x1, x2, class], …]}'
)


def _check_table(source: CsvSource, place: str) -> None:
    _check_file_name(f"{place}.csv", source.csv)
    for key, names in (("label", source.label), ("inputs", source.inputs)):
        if len(names) > MAX_NAMES:
            raise FileError(f"{place}.{key}: {len(names)} columns; at most {MAX_NAMES} are read")
        if len(set(names)) < len(names):
            raise FileError(f"{place}.{key}: a column is named twice")
    both = set(source.label).intersection(source.inputs)
    if both:
        raise FileError(f"{place}.inputs: {quoted(min(both))} is also to be predicted; one of the two was expected")
    for key, value, choices in (
        ("delimiter", source.delimiter, DELIMITERS),
        ("encoding", source.encoding, tuple(ENCODINGS)),
        ("missing", source.missing, get_args(Missing)),
    ):
        if value not in (*choices, *((None,) if key != "missing" else ())):
            known = ", ".join(map(repr, choices))
            raise FileError(f"{place}.{key}: {quoted(value)} is not known; known: {known}")
    if isinstance(source.unit, bool) or not isinstance(source.unit, int | float):
        raise FileError(f"{place}.unit: {quoted(source.unit)} is not allowed; a number above 0 was expected")
    if not (math.isfinite(source.unit) and source.unit > 0):
        raise FileError(f"{place}.unit: {source.unit} is out of range; a finite number above 0 was expected")
    if source.text is not None and len(source.text.encode(errors="surrogatepass")) > MAX_PASTED:
        raise FileError(f"{place}.text: larger than {MAX_PASTED // 1_000_000} MB; save such a table as a file")


def _check_file_name(place: str, name: str) -> None:
    if not name or "\0" in name or len(name) > MAX_TEXT:
        raise FileError(f"{place}: {quoted(name)} is not allowed; the name of a file was expected")


def input_count(experiment: Experiment) -> int:
    """Return how many inputs an example has: for a file that was not read yet, as many as the features name."""
    source = experiment.data.source
    if isinstance(source, str):
        return GENERATORS[source].inputs
    if isinstance(source, PointsSource):
        return len(source.points[0]) - 1
    if experiment.columns is not None:
        return len(experiment.columns)
    if isinstance(source, CsvSource) and source.inputs:
        return len(source.inputs)
    named = [int(index) for formula in experiment.data.features for index in INPUT.findall(formula)]
    return max(named, default=1)


def output_count(experiment: Experiment) -> int | None:
    """Return how many outputs the network needs, None where only a file not read here can tell.

    One for each class, but for two classes a single output that tells yes from no: unless the output activation shares
    its values out among the classes, as softmax does.
    """
    classes = class_count(experiment)
    if classes is None:
        source = experiment.data.source
        return GENERATORS[source].outputs if isinstance(source, str) else None
    one_each = ACTIVATIONS[experiment.network.output_activation].output_only
    return classes if one_each else output_rows(classes)


def class_count(experiment: Experiment) -> int | None:
    """Return how many classes there are, None for a regression or where nothing here says."""
    source = experiment.data.source
    if isinstance(source, str):
        return len(GENERATORS[source].classes) or None
    if isinstance(source, PointsSource):
        return n_point_classes(source.points, source.classes)
    return None if experiment.classes is None else len(experiment.classes)


def _check_features(experiment: Experiment, where: str) -> None:
    features, place = experiment.data.features, f"{where}: data.features"
    for i, formula in enumerate(features):
        if len(formula) > MAX_FORMULA_LENGTH:
            raise FileError(f"{place}[{i}]: longer than {MAX_FORMULA_LENGTH} characters")
    if len(set(features)) < len(features):
        i = next(i for i, formula in enumerate(features) if formula in features[:i])
        raise FileError(f"{place}[{i}]: {features[i]} is listed twice")
    inputs = input_count(experiment)
    if inputs > FEATURES_MAXIMUM:
        raise FileError(f"{place}: x{inputs} is too many inputs; at most x{FEATURES_MAXIMUM} is read")
    names = [f"x{i}" for i in range(1, inputs + 1)]
    known = set(names)
    for i, formula in enumerate(features):
        if formula in known:  # most are, and a table of digits has hundreds of them
            continue
        try:
            elementwise(formula, names)
        except ExpressionError as error:
            raise FileError(f"{place}[{i}]: {quoted(formula)}: {error.message}") from error


def _check_cost(experiment: Experiment, where: str) -> None:
    cost, output = experiment.training.cost, experiment.network.output_activation
    if cost not in (allowed := allowed_costs(output)):
        low, high = COSTS[cost].domain
        raise FileError(
            f"{where}: training.cost: {cost} needs outputs from {low:g} to {high:g}, which the output activation "
            f"{output} does not keep to; with {output}, one of {', '.join(allowed)} was expected"
        )
    if COSTS[cost].lacks_outputs(output_count(experiment)):
        raise FileError(f"{where}: training.cost: {COSTS[cost].outputs_needed}")

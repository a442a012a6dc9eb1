"""Whether the values of an experiment are allowed: each by its own field, then those that depend on one another."""

import math
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from operator import attrgetter
from typing import Any, get_args

from playground.data import (
    DECIMALS,
    DELIMITERS,
    ENCODINGS,
    GENERATORS,
    DataError,
    points_frame,
    usual_names,
)
from playground.data.csv_options import Missing, TargetAs, codec, is_delimiter
from playground.data.features import FEATURES_MAXIMUM
from playground.data.idx import WHITES
from playground.engine import COSTS, allowed_costs
from playground.expressions import ExpressionError, elementwise
from playground.files.errors import CONTROL_CHARACTER, FileError, not_allowed, not_known, quoted
from playground.files.experiment import CsvSource, Experiment, FormulaSource, IdxSource, PointsSource
from playground.files.fields import FIELDS, MAX_FORMULA_LENGTH, Field, Kind
from playground.files.problem_shape import generator, has_part, input_count, output_count
from playground.messages import Message

MAX_TEXT = 10_000
MAX_NAMES = FEATURES_MAXIMUM
MAX_PASTED = 2_000_000
"""Bytes of a table that was pasted: an experiment file holds it, and has its own limit."""


def validate(experiment: Experiment, where: str = "experiment") -> None:
    """Check every value of an experiment, whoever made it.

    What only the data can tell (whether a table has the labelled columns, whether its classes are enough for softmax
    or a cost) is checked when the data are read.

    Raises `FileError` if a value is not allowed; the message names its path and what was expected.
    """
    for field in FIELDS.values():
        for path, value in _values(experiment, field.path):
            CHECKS[field.kind](f"{where}: {path}", field, value)
    _check_texts(experiment, where)
    _check_source(experiment, where)
    _check_features(experiment, where)
    _check_cost(experiment, where)
    _check_parts(experiment, where)
    _check_initial(experiment, where)


def _values(value: Any, path: str, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the concrete paths and values behind a field's path: one per element where it has `[]`."""
    key, _, rest = path.partition(".")
    name = key.removesuffix("[]")
    found = attrgetter(name)(value)
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
        raise not_allowed(place, value, field.expected)
    if isinstance(value, float) and not math.isfinite(value):
        raise FileError(
            "{place}: {value} is not a finite number; {expected} was expected",
            place=place,
            value=value,
            expected=field.expected,
        )
    if not _within(field, value):
        raise FileError(
            "{place}: {value} is out of range; {expected} was expected",
            place=place,
            value=quoted(value),
            expected=field.expected,
        )


def _within(field: Field, value: float) -> bool:
    return (field.minimum is None or field.minimum <= value) and (field.maximum is None or value <= field.maximum)


def _check_choice(place: str, field: Field, value: Any) -> None:
    assert field.choices is not None
    if not isinstance(value, str) or value not in field.choices:
        raise not_known(place, value, field.choices)


def _check_length(place: str, field: Field, value: Any) -> None:
    if not isinstance(value, tuple):
        raise not_allowed(place, value, field.expected)
    if not _within(field, len(value)):
        raise FileError(
            "{place}: {count} elements; {expected} was expected", place=place, count=len(value), expected=field.expected
        )


def _check_flag(place: str, field: Field, value: Any) -> None:
    if not (isinstance(value, bool) or value is field.default):
        raise not_allowed(place, value, field.expected)


CHECKS: Mapping[Kind, Callable[[str, Field, Any], None]] = {
    "integer": _check_number,
    "number": _check_number,
    "choice": _check_choice,
    "formulas": _check_length,
    "layers": _check_length,
    "flag": _check_flag,
    "parts": _check_length,
}


def _check_texts(experiment: Experiment, where: str) -> None:
    names = {"name": experiment.name} if isinstance(experiment.name, str) else _by_language("name", experiment.name)
    if not names:
        raise FileError('{where}: name: no language; {{"en": "…", "ko": "…"}} was expected', where=where)
    for path, name in names.items():
        if CONTROL_CHARACTER.search(name):
            raise not_allowed(f"{where}: {path}", name, Message("one line without control characters"))
    for path, text in (names | _by_language("description", experiment.description)).items():
        if len(text) > MAX_TEXT:
            raise FileError(
                "{where}: {path}: longer than {max_text} characters", where=where, path=path, max_text=MAX_TEXT
            )
    for path, listed in (("classes", experiment.classes), ("columns", experiment.columns)):
        if listed is not None and not 1 <= len(listed) <= MAX_NAMES:
            raise FileError(
                "{where}: {path}: {count} names; from 1 to {max_names} were expected",
                where=where,
                path=path,
                count=len(listed),
                max_names=MAX_NAMES,
            )
    inputs, columns = experiment.inputs, experiment.columns
    if inputs is not None and tuple(one.name for one in inputs) != columns:
        raise FileError("{where}: inputs: they are not those that columns names; leave both out", where=where)


def _by_language(path: str, texts: Mapping[str, str]) -> dict[str, str]:
    return {f"{path}.{language}": text for language, text in texts.items()}


def _check_initial(experiment: Experiment, where: str) -> None:
    """Check weights that are written out: as many as the layers have, and finite."""
    initial, place = experiment.network.initial, f"{where}: network.initial"
    if initial is None:
        return
    hidden = [layer.units for layer in experiment.network.hidden]
    sizes = [len(experiment.data.features), *hidden, output_count(experiment) or len(initial[-1].b if initial else ())]
    if len(initial) != len(sizes) - 1:
        raise FileError(
            "{place}: {count} layers; expected {layers}, one for each hidden layer and the output",
            place=place,
            count=len(initial),
            layers=len(sizes) - 1,
        )
    for index, (layer, (n_in, n_out)) in enumerate(zip(initial, pairwise(sizes), strict=True)):
        if len(layer.W) != n_out or len(layer.b) != n_out or any(len(row) != n_in for row in layer.W):
            raise FileError(
                "{place}[{index}]: {n_out} rows of {n_in} weights in W and {n_out} biases in b were expected",
                place=place,
                index=index,
                n_out=n_out,
                n_in=n_in,
            )
        if not all(map(math.isfinite, (*layer.b, *(weight for row in layer.W for weight in row)))):
            raise FileError("{place}[{index}]: finite numbers were expected", place=place, index=index)


def _check_features(experiment: Experiment, where: str) -> None:
    features, place = experiment.data.features, f"{where}: data.features"
    for i, formula in enumerate(features):
        if len(formula) > MAX_FORMULA_LENGTH:
            raise FileError(
                "{place}[{index}]: longer than {max_formula_length} characters",
                place=place,
                index=i,
                max_formula_length=MAX_FORMULA_LENGTH,
            )
    if len(set(features)) < len(features):
        i = next(i for i, formula in enumerate(features) if formula in features[:i])
        raise FileError("{place}[{index}]: {features} is listed twice", place=place, index=i, features=features[i])
    inputs = input_count(experiment)
    if inputs > FEATURES_MAXIMUM:
        raise FileError(
            "{place}: x{inputs} is too many inputs; at most x{max_inputs} is read",
            place=place,
            inputs=inputs,
            max_inputs=FEATURES_MAXIMUM,
        )
    names = usual_names(inputs)
    known = set(names)
    for i, formula in enumerate(features):
        if formula in known:  # most are, and a table of digits has hundreds of them
            continue
        try:
            elementwise(formula, names)
        except ExpressionError as error:
            raise FileError(
                "{place}[{index}]: {formula}: {problem}",
                place=place,
                index=i,
                formula=quoted(formula),
                problem=error.message,
            ) from error


def _check_cost(experiment: Experiment, where: str) -> None:
    cost, output = experiment.training.cost, experiment.network.output_activation
    if experiment.data.standardize_targets and COSTS[cost].classification:
        raise FileError(
            "{where}: data.standardize_targets: {cost} compares shares from 0 to 1, and standardized numbers are none; "
            "expected false, or another cost such as half_squared_error",
            where=where,
            cost=cost,
        )
    if cost not in (allowed := allowed_costs(output)):
        low, high = COSTS[cost].domain
        raise FileError(
            "{where}: training.cost: {cost} needs outputs from {low:g} to {high:g}, which the output activation "
            "{output} does not keep to; with {output}, one of {allowed} was expected",
            where=where,
            cost=cost,
            low=low,
            high=high,
            output=output,
            allowed=", ".join(allowed),
        )
    if COSTS[cost].lacks_outputs(output_count(experiment)):
        raise FileError(
            "{where}: training.cost: {cost} needs one output per class (softmax); with one output use "
            "binary_cross_entropy",
            where=where,
            cost=cost,
        )


def _check_parts(experiment: Experiment, where: str) -> None:
    training = experiment.training
    for name, parts, hidden in (("frozen", training.frozen, False), ("off", training.off, True)):
        for i, part in enumerate(parts):
            if not has_part(experiment, part, hidden=hidden):
                raise FileError(
                    "{where}: training.{name}[{index}]: {part}: there is no such {kind}; expected a layer such as "
                    '"1", or a neuron of it such as "1.2"',
                    where=where,
                    name=name,
                    index=i,
                    part=quoted(part),
                    kind=Message("hidden layer or neuron") if hidden else Message("layer or neuron"),
                )


def _check_source(experiment: Experiment, where: str) -> None:
    source, place = experiment.data.source, f"{where}: data.source"
    if isinstance(source, str):
        if source not in GENERATORS:
            raise not_known(place, source, GENERATORS)
    elif isinstance(source, CsvSource):
        _check_table(source, place)
    elif isinstance(source, IdxSource):
        _check_file_name(f"{place}.idx", source.idx)
        if source.labels:
            _check_file_name(f"{place}.labels", source.labels)
        if source.white not in (None, *WHITES):
            known = Message("one of {known}", known=", ".join(map(str, WHITES)))
            raise not_allowed(f"{place}.white", source.white, known)
    elif isinstance(source, PointsSource):
        try:
            points_frame(source.dataset(), source.axes)
        except DataError as error:  # its message begins with the path
            raise FileError("{where}: {problem}", where=where, problem=error.message) from error
    elif isinstance(source, FormulaSource):
        try:
            generator(source)
        except DataError as error:
            raise FileError("{where}: {problem}", where=place, problem=error.message) from error
    else:
        raise not_allowed(place, source, SOURCE_EXPECTED)


SOURCE_EXPECTED = Message(
    'a name, {{"csv": file, "label": [column, …]}}, {{"idx": file of images}}, {{"points": [[x1, x2, class], …]}} or '
    '{{"formula": "sin(x1) > x2"}}'
)


def _check_table(source: CsvSource, place: str) -> None:
    _check_file_name(f"{place}.csv", source.csv)
    for key, names in (("label", source.label), ("inputs", source.inputs), ("ignore", source.ignore)):
        if len(names) > MAX_NAMES:
            raise FileError(
                "{place}.{key}: {count} columns; at most {max_names} are read",
                place=place,
                key=key,
                count=len(names),
                max_names=MAX_NAMES,
            )
        if len(set(names)) < len(names):
            raise FileError("{place}.{key}: a column is named twice", place=place, key=key)
    both = set(source.label).intersection(source.inputs)
    if both:
        raise FileError(
            "{place}.inputs: {both} is also to be predicted; one of the two was expected",
            place=place,
            both=quoted(min(both)),
        )
    for key, value, choices in (
        ("delimiter", source.delimiter, DELIMITERS),
        ("encoding", source.encoding, tuple(ENCODINGS)),
        ("decimal", source.decimal, DECIMALS),
        ("as", source.target_as, get_args(TargetAs)),
        ("missing", source.missing, get_args(Missing)),
    ):
        known_otherwise = value is None if key != "missing" else False
        if key == "delimiter" and isinstance(value, str):
            known_otherwise = is_delimiter(value)
        elif key == "encoding" and isinstance(value, str):
            known_otherwise = codec(value) is not None
        if value not in choices and not known_otherwise:
            known = Message("known: {names}", names=", ".join(map(repr, choices)))
            raise FileError(
                "{place}: {value} is not known; {known}", place=f"{place}.{key}", value=quoted(value), known=known
            )
    if isinstance(source.unit, bool) or not isinstance(source.unit, int | float):
        raise not_allowed(f"{place}.unit", source.unit, Message("a number above 0"))
    if not (math.isfinite(source.unit) and source.unit > 0):
        raise FileError(
            "{place}.unit: {unit} is out of range; a finite number above 0 was expected", place=place, unit=source.unit
        )
    if source.text is not None and len(source.text.encode(errors="surrogatepass")) > MAX_PASTED:
        raise FileError(
            "{place}.text: larger than {max_pasted} MB; save such a table as a file",
            place=place,
            max_pasted=MAX_PASTED // 1000000,
        )


def _check_file_name(place: str, name: str) -> None:
    if not name or "\0" in name or len(name) > MAX_TEXT:
        raise not_allowed(place, name, Message("the name of a file"))

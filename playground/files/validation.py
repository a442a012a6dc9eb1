"""Whether the values of an experiment are allowed: each by its own field, then those that depend on one another."""

import math
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from operator import attrgetter
from typing import Any

from playground.data import (
    usual_names,
)
from playground.data.features import FEATURES_MAXIMUM
from playground.engine import COSTS, allowed_costs
from playground.expressions import ExpressionError, elementwise
from playground.files.errors import CONTROL_CHARACTER, FileError, not_allowed, not_known, quoted
from playground.files.experiment import Experiment
from playground.files.fields import FIELDS, MAX_FORMULA_LENGTH, Field, Kind
from playground.files.problem_shape import has_part, input_count, output_count
from playground.files.sources import MAX_NAMES, MAX_TEXT, check_source
from playground.messages import Message


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
    check_source(experiment.data.source, where)
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

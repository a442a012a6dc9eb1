"""What differs between experiments: only the settings that do, each as a person reads it."""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from pathlib import PurePath
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Struct

from playground.data import GENERATORS
from playground.files import (
    FIELDS,
    RESOLVED,
    CsvSource,
    DataSettings,
    Experiment,
    Field,
    FormulaSource,
    IdxSource,
    LayerSettings,
    PointsSource,
    generator,
)
from playground.messages import Message, Term, joined

SOURCE = "data.source"


class Difference(Struct, frozen=True):
    """One setting that is not the same everywhere.

    Attributes
    ----------
    path
        Its place in the experiment file.
    values
        Its value in each experiment, as text.
    """

    path: str
    label: str
    values: tuple[str, ...]


def differing(experiments: Sequence[Experiment]) -> tuple[Difference, ...]:
    """Return the settings that are not the same in all experiments, the data first."""
    found = []
    for path, (_, read, _) in _SETTINGS.items():
        values = [read(experiment) for experiment in experiments]
        if any(value != values[0] for value in values):
            found.append(setting(experiments, path))
    return tuple(found)


def setting(experiments: Sequence[Experiment], path: str) -> Difference:
    """Return one setting of experiments, whether they differ in it or not."""
    label, read, write = _SETTINGS[path]
    return Difference(path, label, tuple(write(read(experiment)) for experiment in experiments))


def difference(experiment: Experiment, other: Experiment) -> Message:
    """Return in which settings an experiment is not as another, as a part of a sentence; empty for none."""
    changes = [(Term(each.label).inside, *each.values) for each in differing([experiment, other])]
    return joined(
        (
            Message("{setting} {value} instead of {other}", setting=name, value=mine, other=its)
            for name, mine, its in changes
        ),
        "; ",
    )


def is_one_curve(one: Experiment, other: Experiment) -> bool:
    """Whether the costs of two experiments can be points of one curve."""
    return _measure(one) == _measure(other)


def _measure(experiment: Experiment) -> tuple[object, ...]:
    source = experiment.data.source
    # Strokes change a drawing while training goes on: its curve shows what they do.
    data = PointsSource if isinstance(source, PointsSource) else source
    return data, experiment.training.cost, experiment.network.output_activation, experiment.standardizes_targets


def source_name(source: Any) -> str:
    """Return what data are called: a generator's label, a file's name, or how many points were drawn."""
    if isinstance(source, CsvSource):
        return PurePath(source.csv).name
    if isinstance(source, IdxSource):
        return PurePath(source.idx).name
    if isinstance(source, PointsSource):
        return Message("{count:,} drawn {count:point|points}", count=len(source.points))
    if isinstance(source, FormulaSource):
        return source.formula
    return Term(GENERATORS[source].label)


def layers_text(layers: Sequence[LayerSettings]) -> str:
    """Return hidden layers as in ``4 tanh, 2 relu``."""
    return ", ".join(f"{layer.units} {layer.activation}" for layer in layers) or Message("none")


def value_text(field: Field, value: Any) -> str:
    """Return a field's value as a person reads it."""
    if field.off and value == field.minimum:
        return Term(field.off)
    if field.choices is not None:
        return Term(field.choices[value].label)
    return _WRITERS[field.kind](value)


_WRITERS: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "integer": str,
        "number": lambda value: f"{value:.6g}",
        "flag": lambda value: Message("yes") if value else Message("no"),
        "formulas": ", ".join,
        "parts": lambda value: ", ".join(value) or Message("none"),
        "layers": layers_text,
    }
)


def _reader(path: str) -> Callable[[Experiment], Any]:
    return attrgetter(RESOLVED.get(path, path))


def _writer(field: Field) -> Callable[[Any], str]:
    return lambda value: value_text(field, value)


_SETTINGS: Mapping[str, tuple[str, Callable[[Experiment], Any], Callable[[Any], str]]] = MappingProxyType(
    {SOURCE: ("Data", _reader(SOURCE), source_name)}
    | {path: (field.label, _reader(path), _writer(field)) for path, field in FIELDS.items() if "[]" not in path}
)
"""Every setting's label, how it is read and how it is written, by its path."""


def same_data(one: DataSettings, other: DataSettings) -> bool:
    """Whether two settings give the same dataset, before features and split.

    The rows of a table and points that were drawn are the same whatever else the settings say.
    """
    if generator(one.source) is None:
        return one.source == other.source
    ignored = {"features": (), "train_fraction": 1.0}
    return msgspec.structs.replace(one, **ignored) == msgspec.structs.replace(other, **ignored)


def same_examples(one: Experiment, other: Experiment) -> bool:
    """Whether the same dataset gives both experiments the same examples."""
    return of_examples(one) == of_examples(other)


def of_examples(experiment: Experiment) -> tuple[object, ...]:
    """Return all that decides which examples a dataset gives."""
    return experiment.data, experiment.network.output_activation, experiment.standardizes_targets

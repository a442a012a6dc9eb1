"""A line that says which runs to list: conditions such as ``score > 0.9``, words, or both with commas between them."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from operator import attrgetter
from types import MappingProxyType
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.expressions import ExpressionError, compared, elementwise, parse
from playground.files import FIELDS, RESOLVED, Experiment, LayerSettings
from playground.messages import Message
from playground.messages.numbers import typed
from playground.training.comparison import source_name
from playground.training.errors import TrainingError
from playground.training.run_table.rows import RunRow

LONGEST = 200
Holds = NDArray[np.bool_]
Test = Callable[[Sequence[RunRow], Callable[[RunRow], str]], Holds]
_BETWEEN = re.compile(r"[,;&](?![^()]*\))|\band\b")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)(?![^()]*\))")
_PERCENT = re.compile(r"(\d+\.?\d*|\.\d+)\s*%")
_COMPARED = re.compile("[<>≤≥]")
_EQUALS = re.compile(r"(.*?)(==|!=|≠|=)(.*)")
_OF_RUNS: Mapping[str, Callable[[RunRow], Any]] = MappingProxyType(
    {
        "score": lambda row: row.score,
        "cost": lambda row: row.cost,
        "train_score": lambda row: row.train_score,
        "train_cost": lambda row: row.train_cost,
        "epochs": lambda row: row.epoch,
        "seconds": lambda row: row.seconds,
        "solved": lambda row: row.solved,
        "diverged": lambda row: row.diverged,
        "layers": lambda row: len(row.experiment.network.hidden),
        "neurons": lambda row: sum(layer.units for layer in row.experiment.network.hidden),
    }
)
"""What a condition can say of a run beside its settings, by name."""


class Condition(Struct, frozen=True):
    """What runs have to fulfil; nothing for an empty line.

    `tests`: all of them have to hold.
    """

    tests: tuple[Test, ...]

    @classmethod
    def read(cls, text: str) -> "Condition":
        """Return what a person typed.

        Raises `TrainingError` if a condition cannot be read, or there is no such quantity: which, and what there is.
        """
        if len(text) > LONGEST:
            raise TrainingError(
                "the filter has {count} characters; at most {most} were expected", count=len(text), most=LONGEST
            )
        parts = _BETWEEN.split(_DECIMAL_COMMA.sub(".", text))
        return cls(tuple(_test(part.strip()) for part in parts if part.strip()))

    def of(self, rows: Sequence[RunRow], text_of: Callable[[RunRow], str]) -> list[RunRow]:
        """Return those of some runs that fulfil it.

        `text_of`: returns what a person reads of a run: words are looked for there.
        """
        kept = np.ones(len(rows), np.bool_)
        for test in self.tests:
            kept &= test(rows, text_of)
        return [row for row, is_kept in zip(rows, kept.tolist(), strict=True) if is_kept]


def condition_of(experiment: Experiment, paths: Sequence[str]) -> str:
    """Return the line that lists the runs with the same settings; empty where one of these cannot be said in it."""
    names = [_name(path) for path in paths]
    if not all(name in _numbers() or name in _texts() for name in names):
        return ""
    values = (attrgetter(RESOLVED.get(path, path))(experiment) for path in paths)
    return ", ".join(f"{name} = {_typed(name, value, experiment)}" for name, value in zip(names, values, strict=True))


def _typed(name: str, value: Any, experiment: Experiment) -> str:
    if isinstance(value, str):
        return value
    return min(_texts()[name](experiment)) if name in _texts() else typed(float(value))


def _test(part: str) -> Test:
    try:
        if _COMPARED.search(part):
            return _comparison(part)
        if (found := _EQUALS.fullmatch(part)) is not None:
            return _equality(found[1].strip(), found[3].strip(), wanted=found[2] in ("=", "=="))
    except ExpressionError as error:
        raise TrainingError(
            "{part}: {problem}; conditions such as score > 0.9 or optimizer = adam were expected, or words, with "
            "commas between them",
            part=part,
            problem=error.reason,
        ) from error
    word = part.casefold()
    return lambda rows, text_of: np.array([word in text_of(row).casefold() for row in rows], np.bool_)


def _comparison(part: str) -> Test:
    comparison = compared(_PERCENT.sub(r"(\1/100)", part))
    sides = tuple(map(_formula, comparison.sides))
    return lambda rows, _: comparison.holds(np.stack([side(rows) for side in sides]))


def _equality(left: str, right: str, *, wanted: bool) -> Test:
    if not left or not right:
        raise ExpressionError(Message("a value is missing beside {sign}", sign="="))
    if left.isidentifier() and (read := _texts().get(_known(left, _texts()))) is not None:
        word = right.casefold()
        return lambda rows, _: np.array([(word in read(row.experiment)) == wanted for row in rows], np.bool_)
    one, other = (_formula(_PERCENT.sub(r"(\1/100)", side)) for side in (left, right))
    return lambda rows, _: np.isclose(one(rows), other(rows), rtol=1e-9, atol=0) == wanted


def _formula(text: str) -> Callable[[Sequence[RunRow]], NDArray[np.float64]]:
    graph = parse(text)
    read = [_number(name) for name in graph.inputs]
    compute = elementwise(text, graph.inputs)

    def values(rows: Sequence[RunRow]) -> NDArray[np.float64]:
        known = [[np.nan if (value := each(row)) is None else float(value) for row in rows] for each in read]
        return compute(np.array(known, np.float64).reshape(len(read), len(rows)))

    return values


def _number(name: str) -> Callable[[RunRow], Any]:
    """Return what reads a quantity of a run.

    Raises `ExpressionError` if there is none of that name.
    """
    known = _numbers()
    found = _known(name, known)
    if found:
        return known[found]
    if _known(name, _texts()):
        raise ExpressionError(Message("{name} is no number: only = and != can stand beside it", name=name))
    raise ExpressionError(
        Message(
            "{name} is not known; there are {names}, and settings as files call them, such as learning_rate or seed",
            name=name,
            names=", ".join(_OF_RUNS),
        )
    )


def _known(name: str, names: Mapping[str, object]) -> str:
    """Return what a name stands for: itself, or the only one that it is a part of, as ``rate``; empty for none."""
    if name in names:
        return name
    longer = [each for each in names if name in each.split("_")]
    return longer[0] if len(longer) == 1 else ""


@cache
def _numbers() -> Mapping[str, Callable[[RunRow], Any]]:
    found = dict(_OF_RUNS)
    for path, read in _settings("integer", "number", "flag").items():
        found.setdefault(_name(path), partial(_read, read))
    return MappingProxyType(found)


def _read(read: Callable[[Experiment], Any], row: RunRow) -> Any:
    return read(row.experiment)


@cache
def _texts() -> Mapping[str, Callable[[Experiment], set[str]]]:
    """Return what reads the names of a choice, as files and as people write them, in small letters."""
    found: dict[str, Callable[[Experiment], set[str]]] = {
        "data": lambda experiment: {source_name(experiment.data.source).casefold()},
        "hidden": lambda experiment: {"+".join(map(_layer, experiment.network.hidden)) or "none"},
        "activation": lambda experiment: {layer.activation for layer in experiment.network.hidden},
        "features": lambda experiment: {"|".join(experiment.data.features).casefold()},
    }
    for path, read in _settings("choice").items():
        found.setdefault(_name(path), partial(_names, read, FIELDS[path].choices or {}))
    return MappingProxyType({name: read for name, read in found.items() if name not in _OF_RUNS})


def _layer(layer: LayerSettings) -> str:
    return f"{layer.units} {layer.activation}"


def _names(read: Callable[[Experiment], str], choices: Mapping[str, Any], experiment: Experiment) -> set[str]:
    name = read(experiment)
    return {name, choices[name].label.casefold()}


def _settings(*kinds: str) -> Mapping[str, Callable[[Experiment], Any]]:
    return {
        path: attrgetter(RESOLVED.get(path, path))
        for path, field in FIELDS.items()
        if "[]" not in path and field.kind in kinds
    }


def _name(path: str) -> str:
    """Return what a setting is called here: as in the file, the two seeds told apart."""
    return "data_seed" if path == "data.seed" else path.rpartition(".")[2]

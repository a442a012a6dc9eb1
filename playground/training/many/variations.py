"""Which settings vary, all their combinations as experiments, how many are too many, and about how long they take."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct

from playground.files import FIELDS, Experiment, Field, override
from playground.files.overrides import typed_value
from playground.messages import Message
from playground.training.comparison import value_text
from playground.training.errors import TrainingError
from playground.training.many.frame import Member

MOST_VARIED = 3
MOST_VALUES = 1000
CHECKED = 16
"""Values of a setting that are looked at from either end of a long list: a range is valid where its ends are."""
SEED = "network.seed"
WHERE, IN_WINDOW = "--vary", Message("What varies")
"""What the values of a plan are called in messages about them: where they are typed."""
RANGE = re.compile(r"([^:\[\]{}\"]+):([^:\[\]{}\"]+):([0-9]{1,9})")


class Variation(Struct, frozen=True, eq=False):
    """One setting and the values it takes, at least one, all different.

    Attributes
    ----------
    key
        Its path in the experiment file, as `--set` takes it; `network.hidden[0].units` too.
    values
        Plain values as JSON holds them, or texts as a person types them.
    """

    key: str
    values: tuple[Any, ...]

    def __post_init__(self) -> None:
        if not self.values:
            raise TrainingError("{key}: no value; type some with commas between them", key=self.key)
        if len(self.values) > MOST_VALUES:
            raise _too_many_values(self.key, len(self.values))
        for number, value in enumerate(self.values):
            if value in self.values[:number]:
                raise TrainingError(
                    "{key}: {value} stands there twice; leave one out", key=self.key, value=_encoded(value)
                )

    @property
    def field(self) -> Field | None:
        """The record of what varies; None for what has none, such as the data's source."""
        return FIELDS.get(re.sub(r"\[[0-9]+\]", "[]", self.key))

    @property
    def label(self) -> str:
        """What it is called: a text of a table."""
        return self.key if self.field is None else self.field.label

    @property
    def text(self) -> str:
        """The values as a person types them."""
        return ",".join(map(_encoded, self.values))

    @classmethod
    def typed(cls, text: str, where: str = WHERE) -> "Variation":
        """Return what ``KEY=V1,V2,…`` says, or ``KEY=LOW:HIGH:COUNT``: a range, in equal ratios where that is usual.

        Commas inside brackets belong to a value, as in ``network.hidden=[2],[4,4]``.

        Raises `TrainingError` if it is neither, or a range has no ends or no values.
        """
        key, equals, values = text.partition("=")
        key = key.strip()
        if equals and key and not values.strip():
            return cls(key, ())
        if not equals or not key:
            raise TrainingError(
                "{where} {text}: KEY=VALUE,VALUE was expected, such as training.learning_rate=0.01,0.1 or "
                "training.learning_rate=0.001:1:4",
                where=where,
                text=text,
            )
        if found := RANGE.fullmatch(values.strip()):
            return cls(key, _range(where, cls(key, (0,)).field, key, *found.groups()))
        return cls(key, tuple(typed_value(value) for value in _split(values)))


def _too_many_values(key: str, count: int) -> TrainingError:
    return TrainingError(
        "{key}: {count:,} values; at most {most:,} were expected", key=key, count=count, most=MOST_VALUES
    )


def _split(text: str) -> list[str]:
    """Return the parts between commas that stand in no bracket and in no quotes."""
    parts, depth, quoted = [""], 0, False
    for character in text:
        quoted ^= character == '"'
        depth += 0 if quoted else (character in "[{") - (character in "]}")
        if character == "," and depth == 0 and not quoted:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]


def _encoded(value: Any) -> str:
    """Return a value as `--set` takes it."""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _range(where: str, field: Field | None, key: str, low: str, high: str, count: str) -> tuple[float | int, ...]:
    try:
        first, last, n = float(low), float(high), int(count)
    except ValueError:
        first = last = math.nan
        n = 0
    if field is None or field.kind not in {"integer", "number"} or not math.isfinite(first + last) or n < 1:
        raise TrainingError(
            "{where} {key}={low}:{high}:{count}: two numbers and how many values between them were expected",
            where=where,
            key=key,
            low=low,
            high=high,
            count=count,
        )
    if n > MOST_VALUES:
        raise _too_many_values(key, n)
    return spread(field, first, last, n, logarithmic=field.scale == "log" and min(first, last) > 0)


def spread(field: Field, first: float, last: float, n: int, *, logarithmic: bool) -> tuple[float | int, ...]:
    """Return values from one number to another, in equal steps or in equal ratios; fewer where they are whole."""
    values = (np.geomspace if logarithmic else np.linspace)(first, last, n)
    if field.kind == "integer":
        return tuple(dict.fromkeys(int(value) for value in np.rint(values).tolist()))
    for digits in range(3, 17):  # as few as tell them apart
        rounded = tuple(dict.fromkeys(float(f"{value:.{digits}g}") for value in values.tolist()))
        if len(rounded) == n:
            break
    return rounded


class Plan(Struct, frozen=True, eq=False):
    """An experiment over settings: every combination of some values, each with several seeds.

    Raises `TrainingError` if there is nothing that varies, too much, or a setting twice.

    Attributes
    ----------
    variations
        One to three settings; the last varies fastest.
    seeds
        How many networks each combination gets: with the experiment's own seed and those after it.
    where
        What says what varies, for messages about its values.
    """

    experiment: Experiment
    variations: tuple[Variation, ...]
    seeds: int = 1
    where: str = WHERE

    def __post_init__(self) -> None:
        keys = [variation.key for variation in self.variations]
        if len(keys) > MOST_VARIED:
            raise TrainingError(
                "{count} settings vary; at most {most} were expected: set the others", count=len(keys), most=MOST_VARIED
            )
        for number, key in enumerate(keys):
            if key in keys[:number]:
                raise TrainingError("{key} varies twice; put all its values into one list", key=key)
        if SEED in keys and self.seeds > 1:
            raise TrainingError("{key} varies already; leave the number of seeds at 1", key=SEED)
        if self.seeds < 1:
            raise TrainingError("{seeds} seeds; at least 1 was expected", seeds=self.seeds)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(variation.key for variation in self.variations)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(variation.label for variation in self.variations)

    @property
    def count(self) -> int:
        return math.prod(len(variation.values) for variation in self.variations) * self.seeds

    def check_values(self) -> None:
        """Check the values of each setting by themselves; their combinations are checked when `members` makes them.

        Raises
        ------
        FileError
            If the experiment cannot have one of them. Of many, those at both ends are looked at.
        """
        for variation in self.variations:
            many = len(variation.values) > 2 * CHECKED
            values = (*variation.values[:CHECKED], *variation.values[-CHECKED:]) if many else variation.values
            for value in values:
                override(self.experiment, [f"{variation.key}={_encoded(value)}"], self.where)

    def members(self) -> Iterator[tuple[Member, Experiment]]:
        """Make every network's experiment, one after another; the seed varies fastest, the first setting slowest.

        Raises `FileError` if a setting does not exist, or a combination is no valid experiment.
        """
        for group, values in enumerate(product(*(variation.values for variation in self.variations))):
            settings = dict(zip(self.keys, values, strict=True))
            experiment = override(
                self.experiment, [f"{key}={_encoded(value)}" for key, value in settings.items()], self.where
            )
            written = tuple(_text(each, experiment, settings) for each in self.variations)
            for number in range(self.seeds):
                seed = experiment.network.seed + number
                network = msgspec.structs.replace(experiment.network, seed=seed)
                yield (
                    Member(settings, written, seed, group),
                    msgspec.structs.replace(experiment, network=network),
                )


def _text(variation: Variation, experiment: Experiment, settings: Mapping[str, Any]) -> str:
    """Return a value as a person reads it."""
    value, field = settings[variation.key], variation.field
    if field is None or (isinstance(value, str) and field.choices is None):
        return _encoded(value)
    if field.kind == "layers":
        return value_text(field, experiment.network.hidden)
    return value_text(field, value)


MOST_NETWORKS = 10_000
MICROSECONDS, MICROSECONDS_PER_PRODUCT = 1.0, 0.0016
"""What an update of a network takes in a stack, and what each product of a weight and a number adds."""
MOST_BYTES, COPIES = 2 << 30, 8
"""The memory that all may take; each parameter is there with its gradients, moments and step."""


def check_count(plan: Plan, epochs: int | None = None, most: int = MOST_NETWORKS) -> None:
    """Check that the networks of a plan are not too many.

    Raises `TrainingError` if they are; the message says how many, and how long they would take.
    """
    if plan.count <= most:
        return
    _, seconds = work(plan.experiment, plan.count, epochs)
    raise TrainingError(
        "{count:,} networks, which would take {time}; at most {most:,} train at once: vary less, or take fewer values "
        "or seeds",
        count=plan.count,
        time=duration(seconds),
        most=most,
    )


def work(experiment: Experiment, count: int, epochs: int | None = None) -> tuple[int, float]:
    """Return about how many updates so many networks make together, and about how many seconds these take."""
    training, data = experiment.training, experiment.data
    examples = max(1, round(data.samples * data.train_fraction))
    batch = min(training.batch_size, examples)
    updates = count * (training.epochs if epochs is None else epochs) * math.ceil(examples / batch)
    of_one = (MICROSECONDS + MICROSECONDS_PER_PRODUCT * _parameters(experiment) * batch) / 1e6
    return updates, updates * of_one


def check_memory(experiments: Sequence[Experiment]) -> None:
    """Check that networks find room.

    Raises `TrainingError` if they do not.
    """
    parameters = [(_parameters(each), np.dtype(each.network.dtype).itemsize) for each in experiments]
    n_bytes = sum(COPIES * count * size for count, size in parameters)
    if n_bytes > MOST_BYTES:
        raise TrainingError(
            "{count:,} networks of up to {parameters:,} parameters need {size:.1f} GB; at most {most:.0f} GB were "
            "expected: take fewer networks or smaller ones",
            count=len(experiments),
            parameters=max(count for count, _ in parameters),
            size=n_bytes / 2**30,
            most=MOST_BYTES / 2**30,
        )


def _parameters(experiment: Experiment) -> int:
    """Return how many parameters a network has, with a single output: the data are not read for it."""
    sizes = [len(experiment.data.features), *(layer.units for layer in experiment.network.hidden), 1]
    return sum((n_in + 1) * n_out for n_in, n_out in pairwise(sizes))


def duration(seconds: float) -> Message:
    """Return a time as a person says it."""
    if seconds < 90:
        return Message("about {n} {n:second|seconds}", n=max(1, round(seconds)))
    if seconds < 5400:
        return Message("about {n} {n:minute|minutes}", n=round(seconds / 60))
    if seconds < 2 * 86_400:
        return Message("about {n} {n:hour|hours}", n=round(seconds / 3600))
    return Message("about {n:,} {n:day|days}", n=round(seconds / 86_400))

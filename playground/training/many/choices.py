"""What can vary in an experiment, values to begin with, and the axes of an atlas: for forms."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from types import MappingProxyType
from typing import Any

import msgspec
from msgspec import Struct

from playground.files import FIELDS, Experiment, Field, FileError, override
from playground.files.fields import RESOLVED, Kind
from playground.messages import Message, Term, joined
from playground.training.errors import TrainingError
from playground.training.many.variations import SEED, Variation, spread
from playground.training.stop_rules import SETTINGS

FACTORS = (0.1, 1, 10, 100)
DECIMALS = "{:.3g}"
MOST_NAMES, MOST_FEATURES = 4, 8


def choices(experiment: Experiment) -> Mapping[str, tuple[Field, int]]:
    """Return what can vary: its path in the experiment file, its record, and of which hidden layer (0: of none)."""
    found: dict[str, tuple[Field, int]] = {}
    for path, field in FIELDS.items():
        if path.removeprefix("training.") not in SETTINGS and _OFFERED.get(field.kind, _always)(experiment, path):
            found |= {place: (field, layer) for place, layer in _places(experiment, path)}
    return MappingProxyType(found)


def _places(experiment: Experiment, path: str) -> Sequence[tuple[str, int]]:
    """Return where a field stands: in every hidden layer, from 1, or once (0)."""
    layers = range(len(experiment.network.hidden))
    return [(path.replace("[]", f"[{layer}]"), layer + 1) for layer in layers] if "[]" in path else [(path, 0)]


def _always(_experiment: Experiment, _path: str) -> bool:
    return True


def _can_be_typed(experiment: Experiment, _path: str) -> bool:
    return len(experiment.data.features) <= MOST_FEATURES


def _can_be_other(experiment: Experiment, path: str) -> bool:
    return _suits(experiment, f"{path}={str(not attrgetter(RESOLVED.get(path, path))(experiment)).lower()}")


_OFFERED: Mapping[Kind, Callable[[Experiment, str], bool]] = MappingProxyType(
    {"formulas": _can_be_typed, "flag": _can_be_other}
)
"""Kinds of settings that vary only where some condition holds."""


def usual_values(experiment: Experiment, key: str) -> str:
    """Return some values around the one in force, as a person types them."""
    field, layer = choices(experiment)[key]
    if key == SEED:
        return f"{experiment.network.seed}:{experiment.network.seed + 7}:8"
    return _USUAL[field.kind](experiment, key, field, value_of(experiment, key, layer))


def value_of(experiment: Experiment, key: str, layer: int) -> Any:
    """Return the value in force of what can vary, in a hidden layer from 1 or (0) none."""
    if layer:
        return attrgetter(key.rpartition(".")[2])(experiment.network.hidden[layer - 1])
    return attrgetter(RESOLVED.get(key, key))(experiment)


def bounds(field: Field) -> tuple[float, float]:
    """Return the ends of the range of a number that is useful."""
    return field.slider or (field.minimum or 0.0, field.maximum or 1.0)


def _numbers(_experiment: Experiment, _key: str, field: Field, value: float) -> str:
    low, high = bounds(field)
    if field.scale == "log":
        most = high if field.maximum is None else field.maximum
        return ",".join(DECIMALS.format((value or low) * factor) for factor in FACTORS if value * factor <= most)
    top = value * 2 if value else high
    return f"{DECIMALS.format(max(low, field.minimum or 0.0))}:{DECIMALS.format(min(top, high))}:4"


def _whole(_experiment: Experiment, _key: str, field: Field, value: int) -> str:
    around = (value // 2, value, value * 2, value * 4)
    least, most = field.minimum or 0, field.maximum or value * 4
    return ",".join(str(each) for each in dict.fromkeys(around) if least <= each <= most)


def _names(experiment: Experiment, key: str, field: Field, value: str) -> str:
    """Return the name in force and some others that suit the rest."""
    others = (name for name in field.choices or () if name != value and _suits(experiment, f"{key}={name}"))
    return ",".join([value, *islice(others, MOST_NAMES - 1)])


def _suits(experiment: Experiment, setting: str) -> bool:
    try:
        override(experiment, [setting])
    except FileError:
        return False
    return True


def _formulas(_experiment: Experiment, _key: str, _field: Field, features: tuple[str, ...]) -> str:
    more = (*features, *(f"{name}*{name}" for name in features[:2]))
    return ",".join(map(_listed, (features, more)))


def _parts(experiment: Experiment, key: str, _field: Field, names: tuple[str, ...]) -> str:
    """Return the parts in force, none, and a few single ones: layers, then neurons of the first."""
    hidden = experiment.network.hidden
    layers = [str(layer + 1) for layer in range(len(hidden) + 1)]
    neurons = [f"1.{unit + 1}" for unit in range(hidden[0].units if hidden else 0)]
    others = (text for name in (*layers, *neurons) if _suits(experiment, f"{key}={(text := _listed([name]))}"))
    first = (_listed(names), _listed([]))
    return ",".join(islice(dict.fromkeys((*first, *others)), MOST_NAMES))


def _listed(texts: Sequence[str]) -> str:
    return msgspec.json.encode(texts).decode()


_USUAL: Mapping[Kind, Callable[[Experiment, str, Field, Any], str]] = MappingProxyType(
    {
        "choice": _names,
        "number": _numbers,
        "integer": _whole,
        "flag": lambda *_: "true,false",
        "layers": lambda *_: "[],[2],[4],[8],[8,8]",
        "formulas": _formulas,
        "parts": _parts,
    }
)


NUMBERS = ("integer", "number")
SEED_KEYS, SEEDS = ("network.seed", "data.seed"), 32
FEWEST_VALUES = 2


class Axis(Struct, frozen=True):
    """A setting, and the range that an axis shows of it.

    Raises `TrainingError` if there is no such range of values.

    Attributes
    ----------
    key
        Its path in the experiment file.
    logarithmic
        Whether equal lengths are equal ratios.
    """

    key: str
    low: float
    high: float
    logarithmic: bool = False

    def __post_init__(self) -> None:
        name = Term(self.label)
        if self._variation.field is None or self.field.kind not in NUMBERS:
            raise TrainingError("{key} cannot be an axis: it is no number; choose another setting", key=self.key)
        if not (math.isfinite(self.low) and math.isfinite(self.high)):
            raise TrainingError("{setting}: two numbers were expected, from the lowest to the highest", setting=name)
        if self.low > self.high:
            raise TrainingError(
                "{setting}: {low:g} is above {high:g}; put the lower bound first",
                setting=name,
                low=self.low,
                high=self.high,
            )
        if self.logarithmic and self.low <= 0:
            raise TrainingError(
                "{setting}: a logarithmic axis begins above 0, not at {low:g}; raise the bound, or take equal steps",
                setting=name,
                low=self.low,
            )
        if not all(self._allows(value) for value in (self.low, self.high)):
            raise TrainingError("{setting}: {expected} was expected", setting=name, expected=self.field.expected)
        if len(self.values(FEWEST_VALUES)) < FEWEST_VALUES:
            raise TrainingError(
                "{setting}: from {low:g} to {high:g} there is one value; widen the range",
                setting=name,
                low=self.low,
                high=self.high,
            )

    @property
    def _variation(self) -> Variation:
        return Variation(self.key, (self.low,))

    @property
    def field(self) -> Field:
        field = self._variation.field
        assert field is not None
        return field

    @property
    def label(self) -> str:
        """What it is called: a text of a table."""
        return self._variation.label

    @property
    def name(self) -> Message:
        """What it is called, with its hidden layer."""
        label, layer = Term(self.label), re.search(r"\[([0-9]+)\]", self.key)
        if layer is None:
            return Message("{setting}", setting=label)
        return Message("{setting}, layer {layer}", setting=label, layer=int(layer[1]) + 1)

    def values(self, count: int) -> tuple[float | int, ...]:
        """Return so many values from the lowest to the highest; fewer where they are whole and there are no more."""
        return spread(self.field, self.low, self.high, count, logarithmic=self.logarithmic)

    def part(self, first: float, last: float, count: int) -> "Axis":
        """Return what lies between two of so many values, told by their numbers, which may be halves.

        Raises `TrainingError` if there is one value only.
        """
        low, high = (self._at(min(max(place, 0.0), count - 1.0) / (count - 1)) for place in (first, last))
        values = spread(self.field, low, high, count, logarithmic=self.logarithmic)
        if len(values) < FEWEST_VALUES:
            raise TrainingError("{setting}: the part has one value only; drag a larger one", setting=Term(self.label))
        return Axis(self.key, values[0], values[-1], self.logarithmic)

    def _at(self, share: float) -> float:
        if self.logarithmic:
            return float(self.low * (self.high / self.low) ** share)
        return self.low + (self.high - self.low) * share

    def _allows(self, value: float) -> bool:
        least, most = self.field.minimum, self.field.maximum
        return (least is None or value >= least) and (most is None or value <= most)


def axis_choices(experiment: Experiment) -> Mapping[str, tuple[Field, int]]:
    """Return what can be an axis, as `choices` does what can vary."""
    return MappingProxyType(
        {
            key: (field, layer)
            for key, (field, layer) in choices(experiment).items()
            if field.kind in NUMBERS and field.applies(experiment)
        }
    )


def check_axes(experiment: Experiment, across: Axis, up: Axis) -> None:
    """Check that two axes go together.

    Raises `TrainingError` if they are the same setting, or one makes no difference.
    """
    if across.key == up.key:
        raise TrainingError("{setting} is on both axes; choose another for one of them", setting=Term(across.label))
    known = axis_choices(experiment)
    for axis in (across, up):
        if axis.key not in known:
            names = joined(tuple(dict.fromkeys(Term(field.label).inside for field, _ in known.values())), ", ")
            raise TrainingError(
                "{key} cannot be an axis here: it makes no difference or does not exist; one of these was expected: "
                "{names}",
                key=axis.key,
                names=names,
            )


def usual_axis(experiment: Experiment, key: str) -> Axis:
    """Return a range around the value in force."""
    field, layer = axis_choices(experiment)[key]
    kind = "seed" if key in SEED_KEYS else "log" if field.scale == "log" else field.kind
    ends = _ENDS[kind](value_of(experiment, key, layer), *bounds(field))
    least = -math.inf if field.minimum is None else field.minimum
    most = math.inf if field.maximum is None else field.maximum
    first, last = (min(max(end, least), most) for end in ends)
    if field.kind == "integer":
        first, last = round(first), round(last)
        last = max(last, first + 1)
    return Axis(key, float(f"{first:.3g}") if field.kind == "number" else first, last, field.scale == "log")


_ENDS: Mapping[str, Callable[[float, float, float], tuple[float, float]]] = MappingProxyType(
    {
        "seed": lambda value, _low, _high: (value, value + SEEDS - 1),
        "log": lambda value, low, _high: ((value or low) * FACTORS[0], (value or low) * FACTORS[-1]),
        "integer": lambda value, _low, _high: (value // 2, value * 4),
        "number": lambda value, low, high: (low, value * 2 or high),
    }
)
"""From the value in force and the bounds that are useful to the ends of a usual axis."""

"""What can vary in an experiment, and values to begin with: for a form."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from types import MappingProxyType
from typing import Any

import msgspec

from playground.files import FIELDS, Experiment, Field, FileError, override
from playground.files.fields import RESOLVED, Kind
from playground.training.many.variations import SEED
from playground.training.stop_rules import SETTINGS

FACTORS = (0.1, 1, 10, 100)
DECIMALS = "{:.3g}"
MOST_NAMES, MOST_FEATURES = 4, 8


def choices(experiment: Experiment) -> Mapping[str, tuple[Field, int]]:
    """Return what can vary: its path in the experiment file, its record, and of which hidden layer (0: of none)."""
    layers = range(len(experiment.network.hidden))
    found: dict[str, tuple[Field, int]] = {}
    for path, field in FIELDS.items():
        if "[]" in path:
            found |= {path.replace("[]", f"[{layer}]"): (field, layer + 1) for layer in layers}
        elif field.kind == "formulas":
            found |= {path: (field, 0)} if len(experiment.data.features) <= MOST_FEATURES else {}
        elif field.kind == "flag":
            other = str(not attrgetter(RESOLVED.get(path, path))(experiment)).lower()
            found |= {path: (field, 0)} if _suits(experiment, f"{path}={other}") else {}
        elif path.removeprefix("training.") not in SETTINGS:
            found[path] = (field, 0)
    return MappingProxyType(found)


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

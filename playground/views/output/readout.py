"""The value under the mouse, read from the maps: no unit is computed again."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.messages.numbers import fixed
from playground.training.results import Maps, Scene
from playground.views.network.names import feature_label
from playground.views.output.subject import Kind, Subject

NAME = 4
"""Characters of an input's name that fit into the line; longer names stand at the axes only."""
CURVES = 2
"""Outputs whose values fit into the line."""


def read(scene: Scene, subject: Subject, maps: Maps, x: float, y: float) -> tuple[str, float | None]:
    """Return the line of text for a place in the plot, and the value there if it is a single one."""
    return _READERS[subject.kind](scene, subject, maps, x, y)


def interpolate(values: NDArray[Any], maps: Maps, x: float, y: float) -> NDArray[Any] | None:
    """Return `(…)` from `(…, len(y), len(x))`, bilinear between grid points; None outside the grid."""
    column, right, across = _between(maps.x, x)
    row, upper, up = _between(maps.y, y)
    if not (0 <= across <= 1 and 0 <= up <= 1):
        return None
    low = values[..., row, column] * (1 - across) + values[..., row, right] * across
    high = values[..., upper, column] * (1 - across) + values[..., upper, right] * across
    result: NDArray[Any] = low * (1 - up) + high * up
    return result


def _between(grid: NDArray[Any], value: float) -> tuple[int, int, float]:
    last = len(grid) - 1
    if last < 1:
        return 0, 0, 0.0
    place = (value - float(grid[0])) / (float(grid[last]) - float(grid[0])) * last
    left = int(min(max(place, 0), last - 1))
    return left, left + 1, place - left


def _named(name: str, value: float) -> str:
    return f"{name} {fixed(value).removeprefix(' ')}" if len(name) <= NAME else fixed(value, 6)


def _place(scene: Scene, maps: Maps, x: float, y: float) -> str:
    across, up = maps.plane.axes
    return f"{_named(feature_label(scene.input_names[across]), x)}  {_named(feature_label(scene.input_names[up]), y)}"


def _class(scene: Scene, index: int) -> str:
    return f" ({scene.classes[index]})" if index < len(scene.classes) else ""


def _read_field(scene: Scene, subject: Subject, maps: Maps, x: float, y: float) -> tuple[str, float | None]:
    place = _place(scene, maps, x, y)
    found = interpolate(subject.values(maps), maps, x, y)
    if found is None:
        return place, None
    value = float(found)
    decided = subject.is_output and subject.threshold is not None and len(scene.classes) == 2
    name = _class(scene, int(value > (subject.threshold or 0.0))) if decided else ""
    return f"{place} → {fixed(value)}{name}", value


def _read_classes(scene: Scene, subject: Subject, maps: Maps, x: float, y: float) -> tuple[str, float | None]:
    place = _place(scene, maps, x, y)
    found = interpolate(subject.values(maps), maps, x, y)
    if found is None:
        return place, None
    winner = int(found.argmax())
    return f"{place} → {fixed(float(found[winner]))}{_class(scene, winner)}", None


def _read_curves(scene: Scene, subject: Subject, maps: Maps, x: float, _y: float) -> tuple[str, float | None]:
    place = _named(feature_label(scene.input_names[0]), x)
    left, right, share = _between(maps.x, x)
    if not 0 <= share <= 1:
        return place, None
    values = subject.values(maps)
    found = values[:, left] * (1 - share) + values[:, right] * share
    shown = "".join(fixed(float(value)) for value in found[:CURVES])
    more = " …" if len(found) > CURVES else ""
    decided = subject.is_output and subject.threshold is not None and len(scene.classes) > 1
    chosen = int(found.argmax()) if len(found) > 1 else int(found[0] > (subject.threshold or 0.0))
    return f"{place} → {shown}{more}{_class(scene, chosen) if decided else ''}", None


def _read_path(scene: Scene, subject: Subject, maps: Maps, x: float, y: float) -> tuple[str, float | None]:
    first, second = subject.values(maps)
    with np.errstate(all="ignore"):
        nearest = int(np.argmin((first - x) ** 2 + (second - y) ** 2))
    values = fixed(float(first[nearest])) + fixed(float(second[nearest]))
    return f"{_named(feature_label(scene.input_names[0]), float(maps.x[nearest]))} → {values}", None


_Reader = Callable[[Scene, Subject, Maps, float, float], tuple[str, float | None]]
_READERS: Mapping[Kind, _Reader] = MappingProxyType(
    {"field": _read_field, "classes": _read_classes, "curves": _read_curves, "path": _read_path}
)

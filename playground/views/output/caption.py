"""The sentences around the output view: what it shows, what it leaves out, and the value under the mouse."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from playground.engine import ACTIVATIONS
from playground.messages.numbers import fixed
from playground.training.results import Maps, ProblemInfo
from playground.views.forms.text import translated
from playground.views.network.names import feature_label, is_standardized, standardization
from playground.views.output.subject import Kind, Points, Subject


def caption(problem_info: ProblemInfo, subject: Subject) -> str:
    """Return what is shown, as a heading."""
    if not subject.is_output:
        return _unit_caption(problem_info, subject)
    names = [problem_info.output_names[row] for row in subject.rows if row < len(problem_info.output_names)]
    if subject.kind == "classes":
        return QCoreApplication.translate("OutputView", "Most likely class")
    if subject.kind == "path" and len(names) == 2:
        return QCoreApplication.translate("OutputView", "{} against {}").format(names[1], names[0])
    if problem_info.problem == "classification" and subject.kind == "field":
        return QCoreApplication.translate("OutputView", "Output and decision boundary")
    if len(names) == 1:
        return QCoreApplication.translate("OutputView", "Output {}").format(names[0])
    return QCoreApplication.translate("OutputView", "Outputs")


def _unit_caption(problem_info: ProblemInfo, subject: Subject) -> str:
    layer, row = subject.layer, subject.rows[0]
    if layer == 0:
        seen = QCoreApplication.translate("OutputView", "Feature {}, standardized")
        plain = QCoreApplication.translate("OutputView", "Feature {}")
        name = feature_label(problem_info.feature_names[row], problem_info.input_names)
        return (seen if standardization(problem_info, row) else plain).format(name)
    activation = translated(ACTIVATIONS[problem_info.activations[layer - 1]].label)
    if layer == len(problem_info.sizes) - 1 and row < len(problem_info.output_names):
        return QCoreApplication.translate("OutputView", "Output {} ({})").format(
            problem_info.output_names[row], activation
        )
    named = QCoreApplication.translate("OutputView", "Neuron {unit} of layer {layer} ({activation})")
    return named.format(unit=row + 1, layer=layer, activation=activation)


def note(problem_info: ProblemInfo, maps: Maps, drawn: Points) -> str:
    """Return what a person must know to read it rightly, or nothing."""
    parts = []
    others = len(problem_info.input_names) - 2
    if maps.kind == "plane" and others > 0:
        parts.append(_resting(others, maps.input_slice.example))
    if drawn.examples < drawn.available:
        sentence = QCoreApplication.translate("OutputView", "{:,} of {:,} points")
        parts.append(sentence.format(drawn.examples, drawn.available))
    if is_standardized(problem_info):
        parts.append(QCoreApplication.translate("OutputView", "raw axes, standardized for the network"))
    return " · ".join(parts)


def _resting(others: int, example: int | None) -> str:
    """Return where the inputs rest that no axis shows."""
    if example is None:
        one = QCoreApplication.translate("OutputView", "1 more input at its mean")
        several = QCoreApplication.translate("OutputView", "{:,} more inputs at their mean")
        return one if others == 1 else several.format(others)
    one = QCoreApplication.translate("OutputView", "1 more input as in training example {example:,}")
    several = QCoreApplication.translate("OutputView", "{others:,} more inputs as in training example {example:,}")
    return (one if others == 1 else several).format(others=others, example=example + 1)


def axis_names(problem_info: ProblemInfo, subject: Subject, axes: tuple[int, int] = (0, 1)) -> tuple[str, str]:
    """Return what the horizontal and the vertical axis measure; nothing where a legend says it.

    `axes` are the numbers of the inputs that a plane shows.
    """
    if subject.kind in ("field", "classes"):
        return feature_label(problem_info.input_names[axes[0]]), feature_label(problem_info.input_names[axes[1]])
    if subject.kind == "path":
        return problem_info.output_names[0], problem_info.output_names[1]
    named = subject.is_output and len(subject.rows) == 1
    return feature_label(problem_info.input_names[0]), problem_info.output_names[0] if named else ""


NAME = 4
"""Characters of an input's name that fit into the line; longer names stand at the axes only."""
CURVES = 2
"""Outputs whose values fit into the line."""


def read(problem_info: ProblemInfo, subject: Subject, maps: Maps, x: float, y: float) -> tuple[str, float | None]:
    """Return the line of text for a place in the plot, and the value there if it is a single one."""
    return _READERS[subject.kind](problem_info, subject, maps, x, y)


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
    name = feature_label(name)
    return f"{name} {fixed(value).removeprefix(' ')}" if len(name) <= NAME else fixed(value, 6)


def _place(problem_info: ProblemInfo, maps: Maps, x: float, y: float) -> str:
    across, up = maps.input_slice.axes
    names = problem_info.input_names
    return f"{_named(names[across], x)}  {_named(names[up], y)}"


def _class(problem_info: ProblemInfo, index: int) -> str:
    return f" ({problem_info.classes[index]})" if index < len(problem_info.classes) else ""


def _read_field(
    problem_info: ProblemInfo, subject: Subject, maps: Maps, x: float, y: float
) -> tuple[str, float | None]:
    place = _place(problem_info, maps, x, y)
    found = interpolate(subject.values(maps), maps, x, y)
    if found is None:
        return place, None
    value = float(found)
    decided = subject.is_output and subject.threshold is not None and len(problem_info.classes) == 2
    name = _class(problem_info, int(value > (subject.threshold or 0.0))) if decided else ""
    return f"{place} → {fixed(value)}{name}", value


def _read_classes(
    problem_info: ProblemInfo, subject: Subject, maps: Maps, x: float, y: float
) -> tuple[str, float | None]:
    place = _place(problem_info, maps, x, y)
    found = interpolate(subject.values(maps), maps, x, y)
    if found is None:
        return place, None
    winner = int(found.argmax())
    return f"{place} → {fixed(float(found[winner]))}{_class(problem_info, winner)}", None


def _read_curves(
    problem_info: ProblemInfo, subject: Subject, maps: Maps, x: float, _y: float
) -> tuple[str, float | None]:
    place = _named(problem_info.input_names[0], x)
    left, right, share = _between(maps.x, x)
    if not 0 <= share <= 1:
        return place, None
    values = subject.values(maps)
    found = values[:, left] * (1 - share) + values[:, right] * share
    shown = "".join(fixed(float(value)) for value in found[:CURVES])
    more = " …" if len(found) > CURVES else ""
    decided = subject.is_output and subject.threshold is not None and len(problem_info.classes) > 1
    chosen = int(found.argmax()) if len(found) > 1 else int(found[0] > (subject.threshold or 0.0))
    return f"{place} → {shown}{more}{_class(problem_info, chosen) if decided else ''}", None


def _read_path(problem_info: ProblemInfo, subject: Subject, maps: Maps, x: float, y: float) -> tuple[str, float | None]:
    first, second = subject.values(maps)
    with np.errstate(all="ignore"):
        nearest = int(np.argmin((first - x) ** 2 + (second - y) ** 2))
    values = fixed(float(first[nearest])) + fixed(float(second[nearest]))
    return f"{_named(problem_info.input_names[0], float(maps.x[nearest]))} → {values}", None


_Reader = Callable[[ProblemInfo, Subject, Maps, float, float], tuple[str, float | None]]
_READERS: Mapping[Kind, _Reader] = MappingProxyType(
    {"field": _read_field, "classes": _read_classes, "curves": _read_curves, "path": _read_path}
)

"""Which examples the output view draws, where, and how each looks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from playground.training.results import ProblemInfo
from playground.views.output.subject import Kind, Subject, output_subject

LIMIT = 2000
SHADES = 32
"""Colours that a numeric target is rounded to."""

Floats = NDArray[np.floating[Any]]
Integers = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Points:
    """Markers to draw, in the order of drawing.

    Attributes
    ----------
    x, y
        `(k,)` coordinates.
    color
        `(k,)` index of a class, or of one of `SHADES` colours for a numeric target, or −1 for plain ink.
    shape
        `(k,)` index of a marker's shape.
    hollow
        `(k,)`: test examples are hollow, training examples filled.
    by_class
        Whether `color` is an index of a class (or of a curve).
    examples, available
        How many examples are drawn, and how many there are.
    """

    x: Floats
    y: Floats
    color: Integers
    shape: Integers
    hollow: NDArray[np.bool_]
    by_class: bool
    examples: int
    available: int


_NONE = np.empty(0, np.intp)
NO_POINTS = Points(np.empty(0), np.empty(0), _NONE, _NONE, np.empty(0, np.bool_), True, 0, 0)
"""No marker at all."""


def points(
    problem_info: ProblemInfo, subject: Subject, *, test: bool, limit: int = LIMIT, axes: tuple[int, int] = (0, 1)
) -> Points:
    """Return the examples that belong to a subject: test examples first, so that training examples lie on top.

    `axes` are the numbers of the inputs that a plane shows.
    """
    parts = [(problem_info.train_X, problem_info.train_Y, problem_info.train_labels, False)]
    if test:
        parts.insert(0, (problem_info.test_X, problem_info.test_Y, problem_info.test_labels, True))
    available = sum(X.shape[1] for X, *_ in parts)
    share = min(1.0, limit / max(available, 1))
    shown = np.array(axes if subject.kind in ("field", "classes") else (0,))
    place = _PLACES[subject.kind] if subject.is_output or subject.kind == "field" else _nowhere
    # Over a unit's map the examples keep the colours that they have over the output's.
    owner = subject if subject.is_output else output_subject(problem_info, "plane")
    examples = 0
    columns: list[tuple[Floats, Floats, Integers, Integers, NDArray[np.bool_]]] = []
    for X, Y, labels, hollow in parts:
        chosen = evenly(X.shape[1], int(X.shape[1] * share))
        examples += len(chosen)
        plotted = X[np.ix_(shown, chosen)]
        x, y, color, shape = place(owner, plotted, Y[:, chosen], None if labels is None else labels[chosen])
        columns.append((x, y, color, shape, np.full(x.shape, hollow)))
    x, y, color, shape, is_hollow = (np.concatenate(column) for column in zip(*columns, strict=True))
    by_class = problem_info.problem == "classification" or subject.kind == "curves"
    return Points(x, y, color, shape, is_hollow, by_class, examples, available)


def evenly(m: int, k: int) -> Integers:
    """Return `k` of `m` indices, evenly spread."""
    return np.arange(m) if k >= m else (np.arange(k) * (m / max(k, 1))).astype(np.intp)


def shades(values: NDArray[Any], low: float, high: float) -> Integers:
    """Return which of `SHADES` colours stands for each value."""
    span = (high - low) or 1.0
    return np.clip(np.rint((values - low) / span * (SHADES - 1)), 0, SHADES - 1).astype(np.intp)


_Placed = tuple[Floats, Floats, Integers, Integers]
_Labels = Integers | None


def _on_plane(subject: Subject, X: Floats, Y: Floats, labels: _Labels) -> _Placed:
    if labels is not None:
        return X[0], X[1], labels, labels
    target = Y[subject.rows[0]]
    return X[0], X[1], shades(target, subject.low, subject.high), np.zeros(X.shape[1], np.intp)


def _on_curves(subject: Subject, X: Floats, Y: Floats, labels: _Labels) -> _Placed:
    if labels is not None:
        target = Y[0] if len(Y) == 1 else np.full(X.shape[1], subject.high)
        return X[0], target, labels, labels
    k, m = Y.shape
    color = np.full(m, -1) if k == 1 else np.repeat(np.arange(k), m)
    return np.tile(X[0], k), Y.ravel(), color, np.maximum(color, 0)


def _on_path(_subject: Subject, X: Floats, Y: Floats, _labels: _Labels) -> _Placed:
    m = X.shape[1]
    return Y[0], Y[1], np.full(m, -1), np.zeros(m, np.intp)


def _nowhere(_subject: Subject, _X: Floats, _Y: Floats, _labels: _Labels) -> _Placed:
    return np.empty(0), np.empty(0), np.empty(0, np.intp), np.empty(0, np.intp)


_PLACES: Mapping[Kind, Callable[[Subject, Floats, Floats, _Labels], _Placed]] = MappingProxyType(
    {"field": _on_plane, "classes": _on_plane, "curves": _on_curves, "path": _on_path}
)

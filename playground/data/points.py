"""Points that a person drew."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import chain

import numpy as np

from playground.data.csv_options import CELL_MAXIMUM
from playground.data.dataset import AXIS_END, DataError, Dataset, FloatArray, encode_classes, output_rows, usual_names

POINTS_MAXIMUM = 100_000
CLASSES_MAXIMUM = 10
NAME_MAXIMUM = CELL_MAXIMUM
"""Characters of a name: what is drawn on a table keeps the names that stood in its cells."""
FRAME = 6.0
"""Half the side of the square that points are drawn in, as wide as that of the generators; it only ever grows."""
FRAME_STEPS = (1.0, 2.0, 5.0, 10.0)

Axes = Sequence[tuple[float, float]]


def points_dataset(
    points: Sequence[Sequence[float]], n_classes: int = 0, names: Sequence[str] = (), class_names: Sequence[str] = ()
) -> Dataset:
    """Make a classification dataset of drawn points.

    Classes are numbered as they were drawn and keep their number, so there are always the classes 0 … largest, and at
    least two of them, even while one has no point yet.

    Raises `DataError` if there is no point, a number of classes is out of bounds, a point is not numbers of the same
    length as the first, or its class is no class, or names are too many, too few, too long, empty, or not all
    different.

    Parameters
    ----------
    points : sequence of [x1, …, xn, class]
        `class` is a whole number from 0 to 9.
    n_classes : int
        Fewest classes there are, 0 … 10: so that erasing the last point of a class takes nothing from the network.
    class_names : sequence of str
        What the first classes are called, of which there may be fewer or more; each of the others is its number.
    """
    if not 0 <= n_classes <= CLASSES_MAXIMUM:
        raise DataError(
            "data.source.classes: {n_classes}, expected a whole number from 0 to {classes_maximum}",
            n_classes=n_classes,
            classes_maximum=CLASSES_MAXIMUM,
        )
    table = _table(points)
    n_inputs = len(table) - 1
    if names and len(names) != n_inputs:
        raise DataError(
            "data.source.names: {count} given, expected {n_inputs}, one for each coordinate",
            count=len(names),
            n_inputs=n_inputs,
        )
    if len(class_names) > CLASSES_MAXIMUM:
        raise DataError(
            "data.source.class_names: {count} given, expected at most {classes_maximum}",
            count=len(class_names),
            classes_maximum=CLASSES_MAXIMUM,
        )
    _check_names("names", names)
    _check_names("class_names", class_names)
    indices = table[-1].astype(np.intp)
    classes = numbered(class_names, max(2, n_classes, int(indices.max()) + 1))
    return Dataset(
        X=np.ascontiguousarray(table[:-1]),
        Y=encode_classes(indices, len(classes)),
        problem="classification",
        classes=classes,
        input_names=tuple(names) or usual_names(n_inputs),
        output_names=("y",) if output_rows(len(classes)) == 1 else classes,
    )


def n_point_classes(points: Sequence[Sequence[float]], n_classes: int = 0) -> int:
    """Return how many classes `points_dataset` makes of such points."""
    return max(2, n_classes, int(max(point[-1] for point in points)) + 1)


def numbered(names: Sequence[str], count: int) -> tuple[str, ...]:
    """Return the names of so many classes: the given ones first, then numbers, counted from 0, that are no name yet."""
    result = list(names[:count])
    number = len(result)
    while len(result) < count:
        if str(number) not in result:
            result.append(str(number))
        number += 1
    return tuple(result)


def points_frame(dataset: Dataset, axes: Axes = ()) -> tuple[tuple[float, float], ...]:
    """Return the interval of each axis that points are drawn in.

    Without `axes` it is symmetric and grows in steps of 10, 20, 50, 100 …, so that the axes stay where they are while
    points come and go. Given axes, one pair for each input, are only widened where points lie beyond them.

    Raises `DataError` if there are more or fewer axes, or one does not go from a finite number up to another.
    """
    if not axes:
        return tuple(_symmetric(farthest) for farthest in np.abs(dataset.X).max(axis=1).tolist())
    if len(axes) != len(dataset.X):
        raise DataError(
            "data.source.axes: {count} given, expected {expected}, one for each coordinate",
            count=len(axes),
            expected=len(dataset.X),
        )
    for index, (low, high) in enumerate(axes):
        if not -AXIS_END <= low < high <= AXIS_END:
            raise DataError(
                "data.source.axes[{index}]: from {low:g} to {high:g}, expected two ascending numbers within "
                "±{axis_end:g}",
                index=index,
                low=low,
                high=high,
                axis_end=AXIS_END,
            )
    least, most = (np.clip(end(axis=1), -AXIS_END, AXIS_END).tolist() for end in (dataset.X.min, dataset.X.max))
    return tuple(
        (float(min(low, first)), float(max(high, last)))
        for (low, high), first, last in zip(axes, least, most, strict=True)
    )


def _symmetric(farthest: float) -> tuple[float, float]:
    half = FRAME
    if farthest > half:
        power = 10.0 ** math.floor(math.log10(farthest))
        half = min(next(step * power for step in FRAME_STEPS if step * power >= farthest), AXIS_END)
    return -half, half


def _table(points: Sequence[Sequence[float]]) -> FloatArray:
    """Return the points as columns, `(n + 1, m)`, all of them checked."""
    if not 1 <= len(points) <= POINTS_MAXIMUM:
        raise DataError(
            "data.source.points: {count} points, expected 1 to {points_maximum}",
            count=len(points),
            points_maximum=POINTS_MAXIMUM,
        )
    length = len(points[0])
    if length < 2:
        raise DataError("data.source.points[0]: expected at least one coordinate and a class")
    if set(map(len, points)) != {length}:
        index = next(index for index, point in enumerate(points) if len(point) != length)
        _table(points[:index])  # what is wrong with an earlier one is told first
        where = f"data.source.points[{index}]"
        raise DataError(
            "{where}: {count} numbers, expected {length} as in the first point",
            where=where,
            count=len(points[index]),
            length=length,
        )
    # Many times as quick as an array made of rows.
    table = np.fromiter(chain.from_iterable(points), np.float64, length * len(points)).reshape(-1, length)
    labels = table[:, -1]
    fine = np.isfinite(table).all(axis=1)
    fine &= (labels == np.floor(labels)) & (labels >= 0) & (labels < CLASSES_MAXIMUM)
    if not fine.all():
        index = int(fine.argmin())
        where = f"data.source.points[{index}]"
        if not np.isfinite(table[index]).all():
            raise DataError("{where}: expected finite numbers", where=where)
        label = points[index][-1]
        raise DataError(
            "{where}: class {label}, expected a whole number from 0 to {classes_maximum}",
            where=where,
            label=label,
            classes_maximum=CLASSES_MAXIMUM - 1,
        )
    return table.T


def _check_names(key: str, names: Sequence[str]) -> None:
    seen: set[str] = set()
    for index, name in enumerate(names):
        where = f"data.source.{key}[{index}]"
        if not name.strip() or len(name) > NAME_MAXIMUM:
            raise DataError(
                "{where}: {name!r}, expected a name of at most {name_maximum:,} characters",
                where=where,
                name=name[:40],
                name_maximum=NAME_MAXIMUM,
            )
        if name in seen:
            raise DataError("{where}: {name!r} is there twice, expected names that differ", where=where, name=name[:40])
        seen.add(name)

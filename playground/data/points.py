"""Points that a person drew."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from playground.data.dataset import DataError, Dataset, encode_classes, output_rows

POINTS_MAXIMUM = 100_000
CLASSES_MAXIMUM = 10


def points_dataset(points: Sequence[Sequence[float]]) -> Dataset:
    """Make a classification dataset of drawn points.

    Classes are numbered as they were drawn and keep their number, so there are always the classes 0 … largest, and at
    least two of them, even while one has no point yet.

    Parameters
    ----------
    points : sequence of [x1, …, xn, class]
        `class` is a whole number from 0 to 9.

    Returns
    -------
    Dataset

    Raises
    ------
    DataError
        If there is no point, or a point is not numbers of the same length as the first, or its class is no class.
    """
    if not 1 <= len(points) <= POINTS_MAXIMUM:
        raise DataError(f"data.source.points: {len(points)} points, expected 1 to {POINTS_MAXIMUM}")
    length = len(points[0])
    if length < 2:
        raise DataError("data.source.points[0]: expected at least one coordinate and a class")
    for index, point in enumerate(points):
        where = f"data.source.points[{index}]"
        if len(point) != length:
            raise DataError(f"{where}: {len(point)} numbers, expected {length} as in the first point")
        if not all(math.isfinite(value) for value in point):
            raise DataError(f"{where}: expected finite numbers")
        label = point[-1]
        if label != int(label) or not 0 <= label < CLASSES_MAXIMUM:
            raise DataError(f"{where}: class {label}, expected a whole number from 0 to {CLASSES_MAXIMUM - 1}")
    table = np.array(points, dtype=np.float64).T
    indices = table[-1].astype(np.intp)
    classes = tuple(str(index) for index in range(max(2, int(indices.max()) + 1)))
    return Dataset(
        X=np.ascontiguousarray(table[:-1]),
        Y=encode_classes(indices, len(classes)),
        problem="classification",
        classes=classes,
        input_names=tuple(f"x{i}" for i in range(1, length)),
        output_names=("y",) if output_rows(len(classes)) == 1 else classes,
    )

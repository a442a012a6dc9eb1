"""The line along which a field on a grid crosses a level: marching squares, all cells at once.

Source: Lorensen & Cline, "Marching Cubes", 1987, in two dimensions; saddles are decided by the cell's mean.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainterPath

# A cell's corners count 1, 2, 4, 8 from the lower left, anticlockwise; its edges 0 … 3 from the lower one likewise.
# Row `code` names the edges that up to two segments join; -1 is none. 16 and 17 are saddles 5 and 10 the other way.
_EDGES = np.array(
    [
        (-1, -1, -1, -1),
        (3, 0, -1, -1),
        (0, 1, -1, -1),
        (3, 1, -1, -1),
        (1, 2, -1, -1),
        (3, 0, 1, 2),
        (0, 2, -1, -1),
        (3, 2, -1, -1),
        (2, 3, -1, -1),
        (2, 0, -1, -1),
        (0, 1, 2, 3),
        (2, 1, -1, -1),
        (1, 3, -1, -1),
        (1, 0, -1, -1),
        (0, 3, -1, -1),
        (-1, -1, -1, -1),
        (0, 1, 2, 3),
        (3, 0, 1, 2),
    ]
)


def contour(field: NDArray[Any], level: float, x: NDArray[Any], y: NDArray[Any]) -> NDArray[np.float64]:
    """Return the segments of the level line.

    Parameters
    ----------
    field
        `(len(y), len(x))`, row 0 at `y[0]`.
    level
        The value to follow.
    x, y
        Coordinates of the grid, evenly spaced.

    Returns
    -------
    ndarray of shape (segments, 2, 2)
        The two ends `(x, y)` of each segment.
    """
    above = field > level
    code = above[:-1, :-1] + np.uint8(2) * above[:-1, 1:] + np.uint8(4) * above[1:, 1:] + np.uint8(8) * above[1:, :-1]
    rows, columns = np.nonzero((code != 0) & (code != 15))
    if not rows.size:
        return np.empty((0, 2, 2))
    code = code[rows, columns]
    corners = np.stack(
        [field[rows, columns], field[rows, columns + 1], field[rows + 1, columns + 1], field[rows + 1, columns]], axis=1
    ).astype(float)
    joined = corners.mean(axis=1) > level
    code = np.where(joined & (code == 5), 16, np.where(joined & (code == 10), 17, code))
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (level - corners) / (np.roll(corners, -1, axis=1) - corners)
    # Each edge runs from its corner to the next, anticlockwise.
    across = np.stack([share[:, 0], np.ones(rows.size), 1 - share[:, 2], np.zeros(rows.size)], axis=1)
    up = np.stack([np.zeros(rows.size), share[:, 1], np.ones(rows.size), 1 - share[:, 3]], axis=1)
    place = np.stack([x[0] + (columns[:, None] + across) * (x[1] - x[0]), y[0] + (rows[:, None] + up) * (y[1] - y[0])])
    edges = _EDGES[code].reshape(-1, 2, 2)
    cell, segment = np.nonzero(edges[:, :, 0] >= 0)
    chosen = edges[cell, segment]
    segments: NDArray[np.float64] = place[:, cell[:, None], chosen].transpose(1, 2, 0)
    return segments[np.isfinite(segments).all(axis=(1, 2))]


def segments_path(segments: NDArray[np.float64]) -> QPainterPath:
    """Return the segments as one path."""
    path = QPainterPath()
    path.reserve(2 * len(segments))
    for (x0, y0), (x1, y1) in segments.tolist():
        path.moveTo(x0, y0)
        path.lineTo(x1, y1)
    return path

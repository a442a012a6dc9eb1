"""The line along which a field on a grid crosses a level: marching squares, all cells at once.

Source: Lorensen & Cline, "Marching Cubes", 1987, in two dimensions; saddles are decided by the cell's mean.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainterPath

# A cell's corners count 1, 2, 4, 8 from the lower left, anticlockwise; its edges 0 … 3 from the lower one likewise.
# Row `code` names the edges that up to two segments join, always with the higher side at the same hand; -1 is none.
# 16 and 17 are the saddles 5 and 10 whose high corners join.
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
        (1, 0, 3, 2),
        (0, 3, 2, 1),
    ]
)


Line = list[tuple[float, float]]


def contour(field: NDArray[Any], level: float, x: NDArray[Any], y: NDArray[Any]) -> list[Line]:
    """Return the level lines.

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
    list of list of (x, y)
        One list per line; a closed line ends where it begins.
    """
    above = field > level
    code = above[:-1, :-1] + np.uint8(2) * above[:-1, 1:] + np.uint8(4) * above[1:, 1:] + np.uint8(8) * above[1:, :-1]
    rows, columns = np.nonzero((code != 0) & (code != 15))
    if not rows.size:
        return []
    code = code[rows, columns]
    corners = np.stack(
        [field[rows, columns], field[rows, columns + 1], field[rows + 1, columns + 1], field[rows + 1, columns]]
    ).astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        joined = corners.mean(axis=0) > level
        code = np.where(joined & (code == 5), 16, np.where(joined & (code == 10), 17, code))
        share = (level - corners) / (np.roll(corners, -1, axis=0) - corners)
    share[np.isnan(share)] = 0.5
    np.clip(share, 0, 1, out=share)
    # Each edge runs from its corner to the next, anticlockwise.
    one, zero = np.ones(rows.size), np.zeros(rows.size)
    across = np.stack([share[0], one, 1 - share[2], zero])
    up = np.stack([zero, share[1], one, 1 - share[3]])
    places = (x[0] + (columns + across) * (x[1] - x[0]), y[0] + (rows + up) * (y[1] - y[0]))
    wide = field.shape[1]
    lower, left = rows * wide + columns, field.size + rows * wide + columns
    names = np.stack([lower, left + 1, lower + wide, left])  # neighbours share an edge and so its name
    edges = _EDGES[code].reshape(-1, 2, 2)
    cell, segment = np.nonzero(edges[:, :, 0] >= 0)
    start, end = edges[cell, segment].T
    follow = dict(zip(names[start, cell].tolist(), names[end, cell].tolist(), strict=True))
    where = dict(
        zip(
            np.concatenate([names[start, cell], names[end, cell]]).tolist(),
            zip(*(np.concatenate([place[start, cell], place[end, cell]]).tolist() for place in places), strict=True),
            strict=True,
        )
    )
    return [[where[name] for name in chain] for chain in _chains(follow)]


def _chains(follow: dict[int, int]) -> list[list[int]]:
    """Return the chains of a successor table, open ones first; the table is used up."""
    heads = follow.keys() - set(follow.values())
    chains = []
    while follow:
        name = heads.pop() if heads else next(iter(follow))
        chain = [name]
        while name in follow:
            name = follow.pop(name)
            chain.append(name)
        chains.append(chain)
    return chains


def lines_path(lines: list[Line]) -> QPainterPath:
    """Return the lines as one path; a line without points adds nothing."""
    path = QPainterPath()
    for line in filter(None, lines):
        path.moveTo(*line[0])
        for x, y in line[1:]:
            path.lineTo(x, y)
    return path

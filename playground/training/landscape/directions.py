"""The planes through parameter space that a surface can lie in."""

from collections.abc import Sequence

import numpy as np

from playground.engine.operations import Array
from playground.engine.propagation import Structure
from playground.training.landscape.results import Numbers, Place

NEGLIGIBLE = 1e-6
"""A second direction with less than this share of the first one's extent is rounding."""


def index_of(place: Place, structure: Structure) -> int:
    """Return where a weight stands in the vector of all parameters."""
    layer, row, column = place
    before = sum(rows * columns for rows, columns in structure.shapes[: layer - 1])
    return before + row * structure.shapes[layer - 1][1] + column


def axes(indices: Sequence[int], parameters: Array) -> tuple[Array, Numbers]:
    """Return origin `(P,)` and directions `(d, P)` whose coordinates are the values of some parameters."""
    origin = parameters.copy()
    origin[list(indices)] = 0
    directions = np.zeros((len(indices), parameters.size))
    directions[np.arange(len(indices)), list(indices)] = 1
    return origin, directions


def filter_normalised(structure: Structure, parameters: Array, rng: np.random.Generator) -> Numbers:
    """Return two random directions `(2, P)`, each neuron's row as long as that neuron's weights.

    So a step of 1 changes every neuron by as much as it is, whatever the scale of its weights, and the surfaces of
    different networks can be compared. Biases stay as they are, as with ``--xignore=biasbn`` in the authors' code. A
    neuron without weights, all zero, has no size of its own: its row gets the length 1.

    Source: Li, Xu, Taylor, Studer & Goldstein, Visualizing the Loss Landscape of Neural Nets (NeurIPS 2018), section 4.
    """
    directions = rng.standard_normal((2, parameters.size))
    weights = structure.matrices(parameters.astype(np.float64))
    for direction in directions:
        for rows, own in zip(structure.matrices(direction), weights, strict=True):
            size = np.linalg.norm(own[:, :-1], axis=1, keepdims=True)
            rows[:, :-1] *= np.where(size > 0, size, 1.0) / np.linalg.norm(rows[:, :-1], axis=1, keepdims=True)
            rows[:, -1] = 0
    return directions


def principal(path: Numbers) -> tuple[Numbers, tuple[float, float]] | None:
    """Return the two directions `(2, P)`, of length 1, along which a path `(t, P)` varies most, and their shares of it.

    They are the first right singular vectors of the centred path, found through its `t × t` products, since `P` may be
    far larger than `t`. Each points from the path's start to its end. None if the path has no two directions.

    Source: principal component analysis; of trajectories Li et al. (2018), section 7.
    """
    if len(path) < 3:
        return None
    # Halved until it is small, which loses no digit: the squares of huge weights are numbers, too.
    path = np.ldexp(path, -int(np.frexp(np.abs(path).max())[1]))
    centred = path - path.mean(axis=0)
    squares, vectors = np.linalg.eigh(centred @ centred.T)
    squares, vectors = squares[::-1], vectors[:, ::-1]
    if not squares[0] > 0 or squares[1] <= NEGLIGIBLE**2 * squares[0]:
        return None
    first, second = (vectors[:, :2].T @ centred) / np.sqrt(squares[:2, None])
    first /= np.linalg.norm(first)
    second -= (second @ first) * first
    second /= np.linalg.norm(second)
    directions: Numbers = np.stack([first, second])
    along = directions @ (path[-1] - path[0])
    directions[along < 0] *= -1
    total = float(np.square(centred).sum())
    shares = (squares[:2] / total).tolist()
    return directions, (shares[0], shares[1])

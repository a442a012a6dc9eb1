"""Which examples train the network and which only test it."""

from __future__ import annotations

import numpy as np

from playground.data.dataset import DataError, IntArray


def split(m: int, train_fraction: float, rng: np.random.Generator) -> tuple[IntArray, IntArray]:
    """Divide the examples 0 … m − 1 at random.

    There is always an example to train on; there is one to test on unless `train_fraction` is 1 or `m` is 1. With one
    seed, a larger fraction only adds to the training examples of a smaller one.

    Parameters
    ----------
    m : int
        Number of examples, at least 1.
    train_fraction : float
        Part to train on, in (0, 1].
    rng : numpy.random.Generator

    Returns
    -------
    train_indices, test_indices : ndarray of int
        Each in ascending order; together every example once.

    Raises
    ------
    DataError
        If `m` is less than 1 or the fraction is out of bounds.
    """
    if m < 1:
        raise DataError(f"split: {m} examples, expected at least 1")
    if not 0 < train_fraction <= 1:
        raise DataError(f"data.train_fraction: {train_fraction}, expected more than 0 and at most 1")
    most = m if train_fraction == 1 else max(m - 1, 1)
    train_size = min(max(round(m * train_fraction), 1), most)
    order = rng.permutation(m)
    return np.sort(order[:train_size]), np.sort(order[train_size:])

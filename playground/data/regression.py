"""Values to predict: over the plane, along a line, and a closed curve drawn from one parameter.

Every function has the signature ``(samples, noise, rng) -> X, Y``. Inputs are exact; noise moves the targets. As in
`classification`, the moves are drawn last, so that noise changes neither the inputs nor their order.
"""

from __future__ import annotations

import numpy as np

from playground.data.dataset import FloatArray

HALF_WIDTH = 6.0
"""Inputs of the plane and of the line lie in [−6, 6]."""
BUMPS = np.array(
    [[-4.0, 2.5, 1.0], [0.0, 2.5, -1.0], [4.0, 2.5, 1.0], [-4.0, -2.5, -1.0], [0.0, -2.5, 1.0], [4.0, -2.5, -1.0]]
)
"""Centre (x1, x2) and height of each bump."""
BUMP_WIDTH = 1.25
HEART_SCALE = 40.0
"""The heart curve is 32 wide; divided by 40 it spans 0.1 to 0.9, inside the range of a sigmoid."""
HEART_CENTRE = 2.5
"""The curve's middle lies this far below its origin."""
HEART_HALF_WIDTH = 16 / HEART_SCALE
HEART_BORDER = 0.01
"""Moved points are kept this far inside the unit square, where a sigmoid can reach them."""


def plane(samples: int, noise: float, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Sample a tilted plane, y = (x1 + x2) / 12, over [−6, 6]²."""
    X = rng.uniform(-HALF_WIDTH, HALF_WIDTH, (2, samples))
    Y = X.sum(axis=0, keepdims=True) / (2 * HALF_WIDTH)
    return X, Y + noise * rng.standard_normal(Y.shape)


def bumps(samples: int, noise: float, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Sample six Gaussian bumps of alternating sign over [−6, 6]²."""
    X = rng.uniform(-HALF_WIDTH, HALF_WIDTH, (2, samples))
    squared_distance = ((X.T[:, np.newaxis] - BUMPS[:, :2]) ** 2).sum(axis=2)  # (samples, bumps)
    Y = (np.exp(-squared_distance / (2 * BUMP_WIDTH**2)) @ BUMPS[:, 2])[np.newaxis]
    return X, Y + noise * rng.standard_normal(Y.shape)


def sine(samples: int, noise: float, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Sample y = sin(x1) on [−6, 6], nearly two periods."""
    X = HALF_WIDTH * (2 * _stratified(samples, rng)[np.newaxis] - 1)
    Y = np.sin(X)
    return X, Y + noise * rng.standard_normal(Y.shape)


def heart(samples: int, noise: float, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Sample the heart curve at parameters in [0, 1), scaled into the unit square.

    With θ = 2π·x1 the curve is (16 sin³θ, 13 cos θ − 5 cos 2θ − 2 cos 3θ − cos 4θ) (E. W. Weisstein, "Heart Curve",
    MathWorld).
    """
    X = _stratified(samples, rng)[np.newaxis]
    theta = 2 * np.pi * X
    across = 16 * np.sin(theta) ** 3
    up = 13 * np.cos(theta) - 5 * np.cos(2 * theta) - 2 * np.cos(3 * theta) - np.cos(4 * theta)
    Y = 0.5 + np.concatenate([across, up + HEART_CENTRE]) / HEART_SCALE
    moved = Y + noise * HEART_HALF_WIDTH * rng.standard_normal(Y.shape)
    return X, np.clip(moved, HEART_BORDER, 1 - HEART_BORDER)


def _stratified(samples: int, rng: np.random.Generator) -> FloatArray:
    """One random position in each of `samples` equal pieces of [0, 1), in random order."""
    return (rng.permutation(samples) + rng.random(samples)) / samples

"""Points in the plane that belong to classes, and values to predict.

Every function has the signature ``(samples, noise, rng) -> X, Y``. A point's class comes from where it was drawn; only
then does noise move the point, so no label ever flips; of values, noise moves the targets and the inputs are exact.
What it is a fraction of, each row of `generators` says. The moves are drawn last and whatever the noise is: the same
seed gives the same points in the same order, and more noise carries each of them further along its own way.
"""

from __future__ import annotations

import numpy as np

from playground.data.dataset import FloatArray, IntArray, encode_classes

RADIUS = 5.0
"""Half the width of the figures, in the units of the inputs."""
QUADRANT_MARGIN = 0.3
"""Distance that clean `xor` points keep from both axes."""
CLOUD_CENTRE = 2.0
"""Clouds of `gaussians` stand at (±2, ±2), those of `blobs` a little further out."""
BLOB_CENTRE = 2.75
BLOB_CLASSES = 4
CLOUD_DEVIATION = 1.0
CLOUD_REACH = 2.5
"""Clean clouds end after this many standard deviations, so they do not touch."""
SPIRAL_START = 0.4
"""Radius at which the arms begin; at 0 all arms would share a point."""
SPIRAL_TURNS = 1.75
THREE_SPIRALS_TURNS = 1.0
MOON_RADIUS = 3.0


def xor_points(
    samples: int,  # noqa: ARG001 - the signature of every generator
    noise: float,
    rng: np.random.Generator,
) -> tuple[FloatArray, FloatArray]:
    """Rows of the truth table of exclusive or, in the table's order."""
    X = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
    Y = np.array([[0.0, 1.0, 1.0, 0.0]])
    return _moved(X, noise, rng), Y


def xor(samples: int, noise: float, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Quadrants of the plane: class 1 where the signs of x1 and x2 differ."""
    quadrant = rng.permutation(samples) % 4
    signs = np.array([[1.0, -1.0, -1.0, 1.0], [1.0, 1.0, -1.0, -1.0]])[:, quadrant]
    X = signs * rng.uniform(QUADRANT_MARGIN, RADIUS, (2, samples))
    return _moved(X, noise * RADIUS, rng), encode_classes(quadrant % 2, 2)


def circles(samples: int, noise: float, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """A disc (class 1, radius up to 2.5) inside a ring (class 0, radius 3.5 to 5)."""
    indices = _balanced(samples, 2, rng)
    inner, outer = np.array([0.7, 0.0])[indices] * RADIUS, np.array([1.0, 0.5])[indices] * RADIUS
    radius = inner + (outer - inner) * rng.random(samples)
    angle = rng.uniform(0.0, 2 * np.pi, samples)
    return _moved(_polar(radius, angle), noise * RADIUS, rng), encode_classes(indices, 2)


def gaussians(samples: int, noise: float, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Two normal clouds, class 0 around (−2, −2) and class 1 around (2, 2)."""
    indices = _balanced(samples, 2, rng)
    centres = np.array([[-CLOUD_CENTRE, CLOUD_CENTRE], [-CLOUD_CENTRE, CLOUD_CENTRE]])
    X = centres[:, indices] + _cloud(samples, rng)
    return _moved(X, noise * CLOUD_CENTRE * 2 * np.sqrt(2), rng), encode_classes(indices, 2)


def blobs(samples: int, noise: float, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Four normal clouds, one class each, around the corners of a square."""
    indices = _balanced(samples, BLOB_CLASSES, rng)
    angle = np.pi / 4 + 2 * np.pi * indices / BLOB_CLASSES
    X = _polar(np.full(samples, BLOB_CENTRE * np.sqrt(2)), angle) + _cloud(samples, rng)
    return _moved(X, noise * 2 * BLOB_CENTRE, rng), encode_classes(indices, BLOB_CLASSES)


def moons(samples: int, noise: float, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Two half circles of radius 3 that reach into each other."""
    indices = _balanced(samples, 2, rng)
    angle = np.pi * _spread(indices, 2, rng)
    side = 1 - 2 * indices  # +1 for the upper moon, −1 for the lower, which is the upper one turned by 180°
    X = MOON_RADIUS * side * (np.stack([np.cos(angle), np.sin(angle)]) - np.array([[0.5], [0.25]]))
    return _moved(X, noise * MOON_RADIUS, rng), encode_classes(indices, 2)


def spirals(samples: int, noise: float, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Two interleaved spiral arms of one and three quarter turns."""
    return _arms(samples, noise, rng, n_arms=2, turns=SPIRAL_TURNS)


def three_spirals(samples: int, noise: float, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    """Three interleaved spiral arms of one turn, one class each."""
    return _arms(samples, noise, rng, n_arms=3, turns=THREE_SPIRALS_TURNS)


def _arms(
    samples: int, noise: float, rng: np.random.Generator, *, n_arms: int, turns: float
) -> tuple[FloatArray, FloatArray]:
    """Archimedean spirals r = r₀ + (R − r₀)·t at angle 2π·(turns·t + arm/n_arms), t in [0, 1]."""
    indices = _balanced(samples, n_arms, rng)
    t = _spread(indices, n_arms, rng)
    radius = SPIRAL_START + (RADIUS - SPIRAL_START) * t
    X = _polar(radius, 2 * np.pi * (turns * t + indices / n_arms))
    gap = (RADIUS - SPIRAL_START) / (turns * n_arms)
    return _moved(X, noise * gap, rng), encode_classes(indices, n_arms)


def _balanced(samples: int, n_classes: int, rng: np.random.Generator) -> IntArray:
    """Class indices in random order, no class more than one example ahead of another."""
    return (rng.permutation(samples) % n_classes).astype(np.intp)


def _spread(indices: IntArray, n_classes: int, rng: np.random.Generator) -> FloatArray:
    """Positions in [0, 1) along each class's own curve: one at random in each of as many equal pieces as points."""
    position = rng.random(indices.size)
    for index in range(n_classes):
        mine = np.flatnonzero(indices == index)
        position[mine] = (np.arange(mine.size) + position[mine]) / max(mine.size, 1)
    return position


def _cloud(samples: int, rng: np.random.Generator) -> FloatArray:
    """Normal offsets from a centre, cut at `CLOUD_REACH` deviations; their radius is Rayleigh distributed."""
    beyond = np.exp(-(CLOUD_REACH**2) / 2)
    radius = CLOUD_DEVIATION * np.sqrt(-2 * np.log(rng.uniform(beyond, 1.0, samples)))
    return _polar(radius, rng.uniform(0.0, 2 * np.pi, samples))


def _polar(radius: FloatArray, angle: FloatArray) -> FloatArray:
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)])


def _moved(X: FloatArray, deviation: float, rng: np.random.Generator) -> FloatArray:
    """Each point moved by a normal step of this standard deviation along each axis."""
    return X + deviation * rng.standard_normal(X.shape)


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

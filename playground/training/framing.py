"""How images of a data set lie in their frame, so that a drawing can be laid the same way and become pixels."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.training.results import Array, ProblemInfo

LOOKED_AT = 1000
"""Examples that tell the range of the pixels."""
INKED = 0.15
"""A pixel darker than this share of full ink belongs to what is drawn."""
LARGEST_SHARE = 95
"""Percentile of the data's boxes that counts as their full size: the few larger ones are smudges."""
STROKE_LENGTH = 2.5
"""A digit's line is about so many times as long as its box is high: how much ink there is tells how thick it is."""
THINNEST, THICKEST = 1.0, 3.5
"""Bounds of a line's thickness, in pixels of the image."""
MOST_ENLARGED = 4.0
"""A dot does not become a disc."""


class Box(Struct, frozen=True):
    """Where the ink of an image is, in pixels from its upper left corner; and the centre of its mass."""

    top: float
    left: float
    height: float
    width: float
    mass_row: float
    mass_column: float

    @property
    def middle(self) -> tuple[float, float]:
        """Row and column of the middle of the box."""
        return self.top + self.height / 2, self.left + self.width / 2

    @property
    def mass(self) -> tuple[float, float]:
        """Row and column of the centre of mass."""
        return self.mass_row, self.mass_column


class Placement(Struct, frozen=True):
    """A point at row and column `(r, c)` goes to ``scale * (r, c) + (down, right)``."""

    scale: float = 1.0
    down: float = 0.0
    right: float = 0.0


class Framing(Struct, frozen=True):
    """How the images of a data set lie in their frame; all lengths are in pixels of the image.

    Attributes
    ----------
    height, width
        The largest box that their ink fills.
    center
        Row and column where its centre is.
    by_mass
        Whether that is the centre of mass, as in MNIST, or the middle of the box: what varies less in the data.
    inverted
        Whether they are light on dark: high values where nothing is drawn.
    """

    height: float
    width: float
    center: tuple[float, float]
    by_mass: bool
    stroke: float
    inverted: bool = False

    @classmethod
    def of(cls, images: Array) -> "Framing":
        """Measure images `(m, rows, columns)` whose values go from 0 to 1."""
        rows, columns = images.shape[1:]
        edges = np.concatenate([images[:, [0, -1], :].ravel(), images[:, :, [0, -1]].ravel()])
        inverted = bool(edges.mean() > 0.5)
        ink = 1.0 - images if inverted else images
        boxes = [box for image in ink if (box := box_of(image)) is not None]
        if not boxes:
            return cls(rows, columns, (rows / 2, columns / 2), False, _bounded(min(rows, columns) / 8), inverted)
        height = float(np.percentile([box.height for box in boxes], LARGEST_SHARE))
        width = float(np.percentile([box.width for box in boxes], LARGEST_SHARE))
        middles, masses = np.array([box.middle for box in boxes]), np.array([box.mass for box in boxes])
        by_mass = bool(masses.std(axis=0).sum() < middles.std(axis=0).sum())
        row, column = (masses if by_mass else middles).mean(axis=0)
        stroke = float(ink.sum(axis=(1, 2)).mean()) / (STROKE_LENGTH * max(height, width))
        return cls(height, width, (float(row), float(column)), by_mass, _bounded(stroke), inverted)

    def placement(self, box: Box) -> Placement:
        """Return how a drawing with that box comes to lie as the data do; lines keep their thickness."""
        lengths = ((self.height, box.height), (self.width, box.width))
        ways = [(wanted - self.stroke) / max(given - self.stroke, 1e-6) for wanted, given in lengths]
        scale = min(max(min(ways), 1e-3), MOST_ENLARGED)
        row, column = box.mass if self.by_mass else box.middle
        return Placement(scale, self.center[0] - scale * row, self.center[1] - scale * column)


class PixelRange(Struct, frozen=True):
    """The lowest and the highest value of the pixels of a data set."""

    low: float = 0.0
    high: float = 1.0

    @classmethod
    def of(cls, problem_info: ProblemInfo) -> "PixelRange":
        """Look at some examples."""
        values = problem_info.train_X[:, :LOOKED_AT]
        low, high = float(values.min()), float(values.max())
        return cls(low, high if high > low else low + 1.0)

    def shares(self, values: Array) -> Array:
        """Return values as shares of the range, 0 … 1."""
        shares: Array = np.clip((values - self.low) / (self.high - self.low), 0.0, 1.0)
        return shares

    def values(self, shares: Array) -> Array:
        """Return the values that are these shares of the range."""
        values: Array = self.low + shares * (self.high - self.low)
        return values


def box_of(ink: Array, zoom: int = 1, inked: float = INKED) -> Box | None:
    """Return where the ink of one image `(rows, columns)`, 0 … 1, is; None if there is none.

    Parameters
    ----------
    zoom
        How many of its pixels make one of the lengths that are returned.
    inked
        The share of full ink from which a pixel counts.
    """
    seen = ink > inked
    down, across = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if not down.size:
        return None
    total = float(ink.sum())
    row = float(ink.sum(axis=1) @ (np.arange(ink.shape[0]) + 0.5)) / total
    column = float(ink.sum(axis=0) @ (np.arange(ink.shape[1]) + 0.5)) / total
    sides = (down[0], across[0], down[-1] + 1 - down[0], across[-1] + 1 - across[0], row, column)
    return Box(*(float(side) / zoom for side in sides))


def area_average(fine: Array, shape: tuple[int, int]) -> NDArray[np.float64]:
    """Return an image of that shape, each pixel the mean of the block `(rows·k, columns·k)` of finer ones it covers."""
    rows, columns = shape
    blocks = fine.reshape(rows, fine.shape[0] // rows, columns, fine.shape[1] // columns)
    average: NDArray[np.float64] = blocks.mean(axis=(1, 3), dtype=np.float64)
    return average


def _bounded(stroke: float) -> float:
    return min(max(stroke, THINNEST), THICKEST)

"""Where every neuron of the diagram lies, and what can be pointed at: numbers only, no painting.

Lengths are logical pixels, but everything lies on whole *device* pixels, so that a tile's map is drawn dot by dot.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from playground.views.kit.grid import Box


class Neuron(NamedTuple):
    """One unit: layer 0 … L (0 are the features, L the outputs), unit from 0."""

    layer: int
    unit: int


class Edge(NamedTuple):
    """One weight: layer 1 … L, row (the neuron it leads to) and column (the one it comes from) from 0."""

    layer: int
    row: int
    column: int

    @property
    def ends(self) -> tuple[Neuron, Neuron]:
        """Where it comes from and where it leads to."""
        return Neuron(self.layer - 1, self.column), Neuron(self.layer, self.row)


class More(NamedTuple):
    """The tile under a layer that says how many of its neurons have no room."""

    layer: int


Target: TypeAlias = Neuron | Edge | More


def exists(target: Target, sizes: Sequence[int]) -> bool:
    """Whether a network with these layer sizes `n_0 … n_L` has it."""
    if not 0 <= target.layer < len(sizes):
        return False
    match target:
        case Neuron(layer, unit):
            return 0 <= unit < sizes[layer]
        case Edge(layer, row, column):
            return layer >= 1 and 0 <= row < sizes[layer] and 0 <= column < sizes[layer - 1]
    return True


def neighbour(neuron: Neuron, right: int, down: int, sizes: Sequence[int]) -> Neuron:
    """Return the next neuron that way, at the same relative height of the next layer, and stop at the ends."""
    layer = min(max(neuron.layer + right, 0), len(sizes) - 1)
    unit = neuron.unit + down
    if layer != neuron.layer:
        unit = round((neuron.unit + 0.5) / sizes[neuron.layer] * sizes[layer] - 0.5)
    return Neuron(layer, min(max(unit, 0), sizes[layer] - 1))


SMALLEST_TILE = 18
LARGEST_TILE = 96
SMALLEST_GAP = 4
SMALLEST_PITCH = 40
"""The least distance between two layers; narrower than that the diagram scrolls."""
FULL_PITCH = 114
"""The distance between two layers from which each one has room for its controls."""
FULL_HEIGHT = 290
MORE_HEIGHT = 18
LARGEST_IMAGE = 128
"""The most that an input image takes, on its longer side."""


class Margins(NamedTuple):
    """What is kept free around the tiles: names on both sides, controls above, the legend below."""

    left: float
    top: float
    right: float
    bottom: float


class Column(Struct, frozen=True):
    """One layer.

    Attributes
    ----------
    layer
        0 … L.
    left, top
        Of the first tile shown.
    tile, step
        Side of a tile; distance from one tile's top to the next one's.
    first, shown, size
        The first unit shown, how many are shown, how many the layer has.
    room
        Width that belongs to this layer alone.
    image
        Rows and columns where the units are the pixels of one image: it is drawn as such, and has no tiles.
    """

    layer: int
    left: float
    top: float
    tile: float
    step: float
    first: int
    shown: int
    size: int
    room: float
    image: tuple[int, int] | None = None

    @property
    def hidden(self) -> int:
        """How many units cannot be seen."""
        return 0 if self.image else self.size - self.shown

    @property
    def picture(self) -> Box:
        """Where the image lies, if there is one; otherwise the tiles' surroundings."""
        if self.image is None:
            return Box(self.left, self.top, self.tile, max(self.shown - 1, 0) * self.step + self.tile)
        rows, columns = self.image
        return Box(self.left, self.top, self.tile, self.tile * rows / columns)

    @property
    def center(self) -> float:
        """The middle of the column, from the left."""
        return self.left + self.tile / 2

    @property
    def units(self) -> range:
        return range(self.first, self.first + self.shown)

    def box(self, unit: int) -> Box:
        """Return the tile of a unit, which must be shown, or its pixel."""
        if self.image is not None:
            row, column = divmod(unit, self.image[1])
            side = self.tile / self.image[1]
            return Box(self.left + column * side, self.top + row * side, side, side)
        return Box(self.left, self.top + (unit - self.first) * self.step, self.tile, self.tile)

    @property
    def more(self) -> Box | None:
        """The tile that stands for the units without room."""
        if not self.hidden:
            return None
        width = max(min(self.room - 4, 60), self.tile)
        return Box(self.center - width / 2, self.top + self.shown * self.step, width, MORE_HEIGHT)


class Layout(Struct, frozen=True):
    """The diagram's columns, one a layer, 0 … L; `scale` is device pixels in a logical one."""

    columns: tuple[Column, ...]
    width: float
    height: float
    margins: Margins
    scale: float

    def target_at(self, x: float, y: float) -> Neuron | More | None:
        """Return the tile under a point; the gaps between tiles count half to each."""
        for column in self.columns:
            if column.image is not None:
                if column.picture.holds(x, y):
                    side = column.tile / column.image[1]
                    return Neuron(
                        column.layer, int((y - column.top) // side) * column.image[1] + int((x - column.left) // side)
                    )
                continue
            if not column.left <= x < column.left + column.tile:
                if column.more is not None and column.more.holds(x, y):
                    return More(column.layer)
                continue
            place = int((y - column.top + (column.step - column.tile) / 2) // column.step)
            if 0 <= place < column.shown:
                return Neuron(column.layer, column.first + place)
            if column.more is not None and column.more.holds(x, y):
                return More(column.layer)
        return None

    def gap_at(self, x: float) -> int | None:
        """Return the layer 1 … L whose weights are drawn at this `x`."""
        for before, after in pairwise(self.columns):
            if before.left + before.tile <= x < after.left:
                return after.layer
        return None

    def shows(self, neuron: Neuron) -> bool:
        column = self.columns[neuron.layer]
        return column.image is not None or neuron.unit in column.units

    def box(self, neuron: Neuron) -> Box:
        """Return the tile of a neuron, which must be shown."""
        return self.columns[neuron.layer].box(neuron.unit)


def pitch(layers: int, width: float, left: float, right: float) -> float:
    """Return the distance between the middles of two neighbouring layers, features and outputs included."""
    return (width - left - right) / max(layers - 1, 1)


def smallest_width(layers: int, left: float, right: float) -> float:
    """Return the width below which the diagram scrolls."""
    return left + right + SMALLEST_PITCH * (layers - 1)


def arrange(
    sizes: Sequence[int],
    width: float,
    height: float,
    margins: Margins,
    first: Sequence[int] = (),
    scale: float = 1.0,
    image: tuple[int, int] | None = None,
) -> Layout:
    """Place the tiles of a network.

    Parameters
    ----------
    sizes
        `n_0 … n_L`.
    margins
        `left` and `right` reach to the *middle* of the first and the last column.
    first
        For each layer the first unit to show, where not all have room; 0 if left out.
    image
        Rows and columns where the features are the pixels of one image.
    """
    distance = pitch(len(sizes), width, margins.left, margins.right)
    room = max(height - margins.top - margins.bottom, SMALLEST_TILE)
    # Tiles of a layer of two must not dwarf their neighbours'.
    limit = max(min(LARGEST_TILE, 0.5 * distance, 0.24 * room), SMALLEST_TILE)
    columns = []
    for layer, size in enumerate(sizes):
        if image is not None and layer == 0:
            columns.append(_image_column(image, margins, distance, room, scale))
            continue
        shown, tile, step = _stack(size, room, limit)
        start = min(max(first[layer] if layer < len(first) else 0, 0), size - shown)
        tall = (shown - 1) * step + tile + (step - tile + MORE_HEIGHT if shown < size else 0)
        columns.append(
            Column(
                layer=layer,
                left=_snap(margins.left + layer * distance - tile / 2, scale),
                top=_snap(margins.top + (room - tall) / 2, scale),
                tile=_snap(tile, scale),
                step=_snap(step, scale),
                first=start,
                shown=shown,
                size=size,
                room=distance,
            )
        )
    return Layout(tuple(columns), width, height, margins, scale)


def image_width(image: tuple[int, int], distance: float, room: float) -> float:
    """Return how wide an input image is drawn: not too large for the space, and its pixels whole if they can be."""
    rows, columns = image
    longest = max(min(LARGEST_IMAGE, 0.9 * distance, 0.6 * room), SMALLEST_TILE)
    side = longest / max(rows, columns)
    return columns * (int(side) if side >= 1 else side)


def _image_column(image: tuple[int, int], margins: Margins, distance: float, room: float, scale: float) -> Column:
    rows, columns = image
    width = image_width(image, distance, room)
    height = width * rows / columns
    return Column(
        layer=0,
        left=_snap(margins.left - width / 2, scale),
        top=_snap(margins.top + (room - height - MORE_HEIGHT) / 2, scale),
        tile=width,
        step=height,
        first=0,
        shown=0,
        size=rows * columns,
        room=distance,
        image=image,
    )


def _stack(size: int, room: float, limit: float) -> tuple[int, float, float]:
    """Return how many units of a layer are shown, the side of their tiles, and the step from one to the next."""
    shown = size
    if size * (SMALLEST_TILE + SMALLEST_GAP) - SMALLEST_GAP > room:
        shown = max(int((room - MORE_HEIGHT) // (SMALLEST_TILE + SMALLEST_GAP)), 1)
        return shown, SMALLEST_TILE, SMALLEST_TILE + SMALLEST_GAP
    share = (room + SMALLEST_GAP) / shown
    tile = min(max(0.8 * share, SMALLEST_TILE), share - SMALLEST_GAP, limit)
    return shown, int(tile), int(min(share, 1.5 * tile))


def _snap(length: float, scale: float) -> float:
    return round(length * scale) / scale

"""Where the neurons of the diagram beside a walk lie."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF

LARGEST_RADIUS, SMALLEST_RADIUS = 15.0, 4.0
MOST_SHOWN = 16
ARROW_BAND = 11
"""Height above the neurons for the way forward."""
SIDE = 30


@dataclass(frozen=True)
class DiagramLayout:
    """A network in an area; lengths are in pixels.

    Attributes
    ----------
    columns
        Each layer's neurons, as far as they are shown, from layer 0.
    x
        The middle of each layer's column.
    radius
        Of a neuron.
    height, line
        Of the area, and of the line of names at its bottom.
    """

    columns: tuple[tuple[QPointF, ...], ...]
    x: tuple[float, ...]
    radius: float
    height: float
    line: float

    def neuron_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return layer and unit of the nearest neuron of the column at this place."""
        nearest = min(range(len(self.x)), key=lambda layer: abs(self.x[layer] - x))
        if abs(self.x[nearest] - x) > 2 * LARGEST_RADIUS:
            return None
        column = self.columns[nearest]
        return nearest, min(range(len(column)), key=lambda unit: abs(column[unit].y() - y))


def arrange(sizes: Sequence[int], width: float, height: float, line: float) -> DiagramLayout:
    """Place the neurons of a network.

    Parameters
    ----------
    sizes
        `n_0 … n_L`.
    width, height
        Of the area.
    line
        Height of a line of text.
    """
    top, bottom = ARROW_BAND + 4.0, height - line - 3
    room, pitch = bottom - top, (width - 2 * SIDE) / (len(sizes) - 1)
    shown = [max(min(size, MOST_SHOWN, int(room / (2 * SMALLEST_RADIUS + 3))), 1) for size in sizes]
    radius = min(max(room / max(shown) / 2 - 2, SMALLEST_RADIUS), LARGEST_RADIUS, max(pitch / 5, SMALLEST_RADIUS))
    x = tuple(SIDE + layer * pitch for layer in range(len(sizes)))
    columns = []
    for place, count in zip(x, shown, strict=True):
        step = min(room / count, 2 * radius + 14)
        first = (top + bottom) / 2 - (count - 1) / 2 * step
        columns.append(tuple(QPointF(place, first + unit * step) for unit in range(count)))
    return DiagramLayout(tuple(columns), x, radius, height, line)

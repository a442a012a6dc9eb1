"""The next step of every optimizer on the map: an arrow each, with its number at the tip."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform

from playground.training.landscape import OptimizerStep
from playground.views.kit.appearance import theme
from playground.views.landscape.overlay import NUMBER_RADIUS, draw_arrow, draw_number
from playground.views.landscape.steps import number_colors

BEYOND = NUMBER_RADIUS + 5
"""From an arrow's tip to the middle of its number."""
SAME = 0.3
"""The length of arrows that are equally long, as a share of the map's side."""


def draw_steps(
    painter: QPainter,
    to_pixels: QTransform,
    area: QRectF,
    steps: Sequence[OptimizerStep],
    chosen: str,
    *,
    same_length: bool,
) -> None:
    """Draw the steps of all optimizers from the weights at (0, 0), the chosen one above the others."""
    start = to_pixels.map(QPointF(0, 0))
    arrows: dict[int, QLineF] = {}
    for index, step in enumerate(steps):
        if step.tip is not None:
            arrow = QLineF(start, to_pixels.map(QPointF(*step.tip)))
            if same_length and arrow.length():
                arrow.setLength(SAME * area.width())
            arrows[index] = arrow
    order = sorted(arrows, key=lambda index: steps[index].name == chosen)
    for index in order:
        is_chosen = steps[index].name == chosen
        arrow = arrows[index]
        draw_arrow(painter, arrow.p1(), arrow.p2(), *number_colors(theme(), chosen=is_chosen))
    for index, place in number_places(arrows, area).items():
        draw_number(painter, place, index + 1, *number_colors(theme(), chosen=steps[index].name == chosen))


def number_places(arrows: dict[int, QLineF], area: QRectF) -> dict[int, QPointF]:
    """Return where the number of each arrow stands: beyond its tip, and beside those that stand there already."""
    places: dict[int, QPointF] = {}
    # The longest first: a short arrow's number goes on from where the long ones leave room.
    for index in sorted(arrows, key=lambda index: -arrows[index].length()):
        arrow = arrows[index]
        angle = math.atan2(arrow.dy(), arrow.dx())
        inner = area.adjusted(NUMBER_RADIUS, NUMBER_RADIUS, -NUMBER_RADIUS, -NUMBER_RADIUS)
        candidates = (
            arrow.p2() + QPointF(math.cos(angle + turn), math.sin(angle + turn)) * (BEYOND + ring * 2 * NUMBER_RADIUS)
            for ring in range(4)
            for turn in (0.0, 0.9, -0.9, 1.8, -1.8, 2.7, -2.7)
        )
        free = (
            place
            for place in candidates
            if inner.contains(place)
            and all(QLineF(place, other).length() >= 2 * NUMBER_RADIUS + 1 for other in places.values())
        )
        places[index] = next(free, arrow.p2())
    return places

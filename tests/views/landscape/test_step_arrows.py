"""The numbers at the tips of the optimizers' arrows: each in the map, none over another."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF

from playground.views.landscape.overlay import NUMBER_RADIUS
from playground.views.landscape.surface_plot import number_places

AREA = QRectF(0, 0, 300, 300)


def arrows_to(*tips):
    return {index: QLineF(QPointF(150, 150), QPointF(*tip)) for index, tip in enumerate(tips)}


@pytest.mark.parametrize(
    "tips",
    [
        [(150, 150)] * 6,
        [(250, 50)] * 6,
        [(151, 150), (152, 151), (150, 149), (297, 3), (200, 100), (201, 100)],
        [tuple(point) for point in np.random.default_rng(3).uniform(0, 300, (6, 2))],
    ],
    ids=["no step at all", "all the same", "short and long", "any"],
)
def test_numbers_stand_apart_and_in_the_map(tips):
    places = number_places(arrows_to(*tips), AREA)
    assert sorted(places) == list(range(6))
    for one, other in combinations(places.values(), 2):
        assert QLineF(one, other).length() >= 2 * NUMBER_RADIUS
    assert all(AREA.contains(place) for place in places.values())


def test_a_single_number_stands_beyond_its_tip():
    (place,) = number_places(arrows_to((250, 150)), AREA).values()
    assert place.y() == pytest.approx(150)
    assert place.x() > 250 + NUMBER_RADIUS

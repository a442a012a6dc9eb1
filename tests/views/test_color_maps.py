import pytest

from playground.views.color_maps import SIZE, bar_image, diverging
from playground.views.theme import THEMES


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_bar_of_colours_goes_from_the_left_to_the_right_or_upwards(theme):
    table = diverging(theme)
    lying, upright = bar_image(table), bar_image(table, upright=True)
    assert (lying.width(), lying.height()) == (upright.height(), upright.width()) == (SIZE, 1)
    assert lying.pixelColor(0, 0).name() == upright.pixelColor(0, SIZE - 1).name() == theme.negative.lower()
    assert lying.pixelColor(SIZE - 1, 0).name() == upright.pixelColor(0, 0).name() == theme.positive.lower()

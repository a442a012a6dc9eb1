"""One rule for the ink on a colour: of the theme's two the one that is read better, whatever the table."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from playground.views.color_maps import diverging, luminance, towards
from playground.views.kit.cells import CellColors
from playground.views.theme import THEMES


def contrast(one, other):
    dark, light = sorted(luminance(np.array([QColor(color).getRgb()[:3] for color in (one, other)])))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("kind", ["diverging", "towards"])
def test_the_ink_is_the_one_that_is_read_better(theme, kind):
    table = diverging(theme) if kind == "diverging" else towards(theme, theme.negative)
    colors = CellColors(theme, table)
    for level in range(256):
        ground = QColor(*table[level, :3].tolist())
        chosen = contrast(colors.ink(level), ground)
        assert chosen == max(contrast(theme.text, ground), contrast(theme.surface, ground))
        assert chosen >= 3.5

import numpy as np
import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from playground.views.backprop.equation_canvas import paint_matrix
from playground.views.backprop.equations import Operand
from playground.views.backprop.layout import Block
from playground.views.kit.cells import CellColors, cell_text
from playground.views.theme import THEMES


@pytest.mark.parametrize(
    ("value", "characters", "text"),
    [
        (0.5123, 4, ".512"),
        (-0.5123, 4, "−.51"),
        (0.5123, 7, "0.5123"),
        (1.0, 4, "1"),
        (0.0, 4, "0"),
        (-0.0, 4, "0"),
        (-12.0, 8, "−12"),
        (float("nan"), 4, "?"),
        (float("inf"), 4, "∞"),
        (2.34567, 5, "2.346"),
    ],
)
def test_numbers_are_as_exact_as_their_cell_is_wide(value, characters, text):
    assert cell_text(value, characters) == text


def painted(theme, block, values):
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(theme.surface)
    painter = QPainter(image)
    paint_matrix(painter, block, values, CellColors(theme), theme, QFont())
    painter.end()
    return image


def near(color, other):
    one, two = QColor(color), QColor(other)
    pairs = ((one.red(), two.red()), (one.green(), two.green()), (one.blue(), two.blue()))
    return all(abs(a - b) <= 2 for a, b in pairs)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.usefixtures("qapp")
def test_what_is_not_computed_is_hatched_and_zero_is_not(theme):
    block = Block(2, 2, 20, 20, 60, 40, operand=Operand(("W", 1)))
    hatched, zero = painted(theme, block, None), painted(theme, block, np.zeros((2, 2)))
    seen = [{image.pixelColor(x, y).name() for x in range(24, 130) for y in range(24, 90)} for image in (hatched, zero)]
    assert theme.hatch in seen[0]
    assert not any(near(color, theme.neutral) for color in seen[0])
    assert any(near(color, theme.neutral) for color in seen[1])
    assert theme.hatch not in seen[1]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.usefixtures("qapp")
def test_signs_have_their_colours_and_transposing_moves_them(theme):
    values = np.array([[1.0, 0.0], [-1.0, 0.0]])
    upright = painted(theme, Block(2, 2, 20, 20, 20, 10, operand=Operand(("W", 1))), values)
    assert upright.pixelColor(23, 23).name() == theme.positive
    assert upright.pixelColor(23, 33).name() == theme.negative
    turned = painted(theme, Block(2, 2, 20, 20, 20, 10, operand=Operand(("W", 1), True)), values)
    assert turned.pixelColor(43, 23).name() == theme.negative


@pytest.mark.usefixtures("qapp")
def test_numbers_that_are_not_finite_are_painted():
    theme = THEMES["light"]
    values = np.array([[np.nan, np.inf], [-np.inf, 1.0]])
    image = painted(theme, Block(2, 2, 20, 20, 20, 10, operand=Operand(("W", 1))), values)
    assert image.pixelColor(23, 23).name() == theme.hatch

import base64
import re

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from playground.views.formulas import formula_html, formula_picture
from playground.views.formulas.picture import IMAGES
from playground.views.theme import THEMES

LATEX = r"C = \frac{1}{m}\sum_i (a_i - y_i)^2"

pytestmark = pytest.mark.usefixtures("qapp")


def pixels(image):
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_picture_has_the_colour_asked_for_and_nothing_behind(theme):
    drawn = pixels(formula_picture(LATEX, 16, theme.text))
    alpha = drawn[:, :, 3]
    assert alpha.min() == 0
    assert alpha.max() == 255
    solid = drawn[alpha > 250][:, :3]  # blue, green, red
    color = QColor(theme.text)
    assert np.abs(solid - [color.blue(), color.green(), color.red()]).max() <= 2


def test_a_formula_that_colours_a_part_keeps_that_colour():
    drawn = pixels(formula_picture(r"x + \color{red}{y}", 20, "#000000"))
    solid = drawn[drawn[:, :, 3] > 250][:, :3]
    assert (solid == [0, 0, 255]).all(axis=1).any()
    assert (solid == [0, 0, 0]).all(axis=1).any()


@pytest.mark.parametrize("ratio", [1.25, 1.5, 2.0, 3.0])
def test_a_dense_screen_gets_more_pixels_in_the_same_room(ratio):
    one, many = formula_picture(LATEX, 16, "#000000"), formula_picture(LATEX, 16, "#000000", ratio)
    assert many.devicePixelRatio() == ratio
    assert many.width() == pytest.approx(one.width() * ratio, abs=2 * ratio)
    assert many.deviceIndependentSize().height() == pytest.approx(one.height(), abs=2)


def test_ink_grows_with_the_density_so_that_nothing_is_just_stretched():
    one, two = (pixels(formula_picture(LATEX, 16, "#000000", ratio))[:, :, 3] for ratio in (1.0, 2.0))
    assert two.sum() == pytest.approx(4 * one.sum(), rel=0.05)


def test_nothing_is_cut_off():
    for latex in (LATEX, "f", "j_y", r"\int x", r"\left(\frac{1}{2}\right)"):
        alpha = pixels(formula_picture(latex, 40, "#000000"))[:, :, 3]
        for edge in (alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]):
            assert edge.max() < 128


def test_what_cannot_be_typeset_shows_its_source():
    image = formula_picture(r"\frac{1}{", 16, "#000000")
    assert image.width() > 5 * 8
    assert pixels(image)[:, :, 3].max() > 200


def test_pictures_are_remembered_and_bounded():
    assert formula_picture(LATEX, 16, "#000000") is formula_picture(LATEX, 16, "#000000")
    assert formula_picture.cache_info().maxsize == IMAGES
    assert formula_html.cache_info().maxsize == IMAGES


def test_rich_text_carries_the_picture_at_its_size():
    html = formula_html(LATEX, 16, "#123456", 2.0)
    data = base64.b64decode(re.search(r"base64,([^']*)'", html)[1])
    image = QImage.fromData(data)
    width, height = (int(re.search(rf"{side}='(\d+)'", html)[1]) for side in ("width", "height"))
    assert image.width() == pytest.approx(2 * width, abs=1)
    assert image.height() == pytest.approx(2 * height, abs=1)
    assert "file:" not in html

import numpy as np
import pytest
from PySide6.QtCore import QSize

from playground.data import GENERATORS
from playground.views.panels.thumbnail import Picture, draw_thumbnail, generated_picture
from playground.views.theme import DARK, LIGHT, THEMES

SIZE = QSize(40, 40)


def colors(pixmap):
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {color.name() for color in pixels if color.alpha() == 255}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("name", GENERATORS)
def test_each_dataset_has_a_picture_in_the_theme_s_colours(name, theme):
    generator = GENERATORS[name]
    drawn = colors(draw_thumbnail(generated_picture(name), theme, SIZE, 1.0))
    if generator.problem == "classification":
        n = len(generator.classes)
        palette = {theme.negative, theme.positive} if n == 2 else set(theme.classes[:n])
        assert palette <= drawn
    elif generator.inputs == 1:
        assert drawn == {theme.positive}
    else:
        assert len(drawn) > 10


@pytest.mark.usefixtures("qapp")
def test_pictures_differ_between_datasets_and_themes():
    images = [draw_thumbnail(generated_picture(n), t, SIZE, 1.0).toImage() for n in GENERATORS for t in (LIGHT, DARK)]
    assert all(a != b for i, a in enumerate(images) for b in images[:i])


@pytest.mark.usefixtures("qapp")
def test_device_pixels():
    pixmap = draw_thumbnail(generated_picture("moons"), LIGHT, SIZE, 2.0)
    assert pixmap.size() == QSize(80, 80)
    assert pixmap.devicePixelRatio() == 2.0


@pytest.mark.usefixtures("qapp")
def test_degenerate_data_are_drawn_in_the_middle():
    same = Picture(np.ones((2, 3)), np.zeros((1, 3)), "regression", None, 0)
    image = draw_thumbnail(same, LIGHT, SIZE, 1.0).toImage()
    assert image.pixelColor(20, 20).alpha() > 0
    assert image.pixelColor(2, 2).alpha() == 0


@pytest.mark.usefixtures("qapp")
def test_one_input_and_classes():
    labels = np.array([0, 1, 0, 1])
    picture = Picture(np.arange(4.0)[None], labels[None].astype(float), "classification", labels, 2)
    assert {LIGHT.negative, LIGHT.positive} <= colors(draw_thumbnail(picture, LIGHT, SIZE, 1.0))


@pytest.mark.usefixtures("qapp")
def test_images_are_drawn_as_images():
    images = np.linspace(0, 1, 4 * 64).reshape(4, 8, 8)
    picture = Picture(np.zeros((64, 4)), np.zeros((1, 4)), "classification", np.zeros(4, np.intp), 2, images)
    drawn = draw_thumbnail(picture, LIGHT, SIZE, 1.0).toImage()
    corners = [drawn.pixelColor(x, y).lightness() for y in (10, 30) for x in (10, 30)]
    assert corners == sorted(corners, reverse=True)
    assert corners[0] - corners[-1] > 60

import numpy as np
import pytest

from playground.data import FEATURES
from playground.expressions import ExpressionError
from playground.views.network.feature_tile import feature_picture, named_inputs
from playground.views.theme import DARK, LIGHT, THEMES

DOMAIN = ((-3.0, 3.0), (-3.0, 3.0))


def at(picture, x, y):
    """Return the colour at shares of the width and of the height, upwards."""
    side = picture.width()
    return picture.pixelColor(min(int(x * side), side - 1), min(int((1 - y) * side), side - 1))


def blue_minus_orange(color):
    return color.blue() - color.red()


def test_the_inputs_that_a_formula_names():
    assert named_inputs("x10 * sin(x2) + x2") == ("x2", "x10")
    assert named_inputs("2") == ()
    with pytest.raises(ExpressionError):
        named_inputs("x1 +")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("name", FEATURES)
def test_each_suggestion_has_a_picture_of_its_own(name, theme):
    others = [feature_picture(other, DOMAIN, theme, 40) for other in FEATURES if other != name]
    picture = feature_picture(name, DOMAIN, theme, 40)
    assert all(picture != other for other in others)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("formula", "positive", "negative"),
    [
        ("x1", (0.95, 0.5), (0.05, 0.5)),
        ("x2", (0.5, 0.95), (0.5, 0.05)),
        ("x1*x2", (0.95, 0.95), (0.05, 0.95)),
        ("sin(x1)", (0.75, 0.5), (0.25, 0.5)),
    ],
)
def test_orange_is_negative_and_blue_positive(formula, positive, negative):
    picture = feature_picture(formula, DOMAIN, LIGHT, 44)
    assert blue_minus_orange(at(picture, *positive)) > 60
    assert blue_minus_orange(at(picture, *negative)) < -60


@pytest.mark.usefixtures("qapp")
def test_it_is_drawn_once_for_a_theme_and_has_device_pixels():
    picture = feature_picture("x1", DOMAIN, LIGHT, 44, 2.0)
    assert picture.width() == 88
    assert picture.devicePixelRatio() == 2.0
    assert feature_picture("x1", DOMAIN, LIGHT, 88).devicePixelRatio() == 1.0
    assert picture == feature_picture("x1", DOMAIN, LIGHT, 44, 2.0)
    assert picture != feature_picture("x1", DOMAIN, DARK, 44, 2.0)


@pytest.mark.usefixtures("qapp")
def test_where_there_is_no_value_it_is_hatched():
    picture = feature_picture("log(x1)", DOMAIN, LIGHT, 44)
    left = {at(picture, 0.1, y).name() for y in np.linspace(0, 0.99, 44)}
    assert left == {LIGHT.surface, LIGHT.hatch}
    nowhere = feature_picture("log(x1 - 100)", DOMAIN, LIGHT, 44)
    assert not nowhere.isNull()


@pytest.mark.usefixtures("qapp")
def test_further_inputs_take_the_axes():
    domain = ((0.0, 1.0),) * 2 + ((-1.0, 1.0),) * 10
    alone = feature_picture("x7", domain, LIGHT, 44)
    assert blue_minus_orange(at(alone, 0.95, 0.5)) > 60
    pair = feature_picture("x5*x9 + 0*x12", domain, LIGHT, 44)
    assert blue_minus_orange(at(pair, 0.95, 0.95)) > 60
    assert blue_minus_orange(at(pair, 0.05, 0.95)) < -60


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("formula", ["x1", "sin(x1)", "2", "log(x1)", "0*x1"])
def test_one_input_has_a_curve(formula):
    picture = feature_picture(formula, DOMAIN[:1], LIGHT, 44)
    row = [picture.pixelColor(43, y).lightness() for y in range(44)]
    assert min(row) < 140  # the curve reaches the right edge

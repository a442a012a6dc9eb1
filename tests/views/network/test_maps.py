import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor

from playground.training import Maps
from playground.views.network.layout import Margins, arrange
from playground.views.network.maps import Mosaic
from playground.views.theme import DARK, LIGHT

MARGINS = Margins(60, 84, 60, 24)
SIDE = 16


def mosaic_of(problem_info, theme=LIGHT, scale=1.0):
    layout = arrange(problem_info.sizes, 600, 400, MARGINS, scale=scale)
    return Mosaic(layout, problem_info, theme), layout


def plane(problem_info, **layers):
    """Return maps that are zero but for the given ones: ``l1=array (n, 16, 16)``."""
    units = [np.zeros((size, SIDE, SIDE), np.float32) for size in problem_info.sizes]
    for name, values in layers.items():
        units[int(name[1:])][:] = values
    return Maps("plane", np.linspace(-1, 1, SIDE), np.linspace(-1, 1, SIDE), tuple(units))


def line(problem_info, values):
    units = tuple(np.broadcast_to(values, (size, len(values))).astype(np.float32) for size in problem_info.sizes)
    return Maps("line", np.linspace(-1, 1, len(values)), np.empty(0), units)


def tile(mosaic, layout, layer, unit):
    """Return the colours of a tile, `(side, side, 3)`."""
    source, column = mosaic.sources[layer], layout.columns[layer]
    side = source.width()
    top = round((unit - column.first) * column.step * layout.scale)
    image = mosaic.image.copy(source.x(), top, side, side)
    return np.array([[image.pixelColor(x, y).getRgb()[:3] for x in range(side)] for y in range(side)])


def rgb(color):
    return np.array(QColor(color).getRgb()[:3])


@pytest.fixture
def problem_info(make_snapshot):
    return make_snapshot("circles").problem_info


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_zero_is_neutral_and_the_ends_are_the_theme_s_colours(problem_info, theme):
    mosaic, layout = mosaic_of(problem_info, theme)
    values = np.zeros((problem_info.sizes[1], SIDE, SIDE))
    values[1], values[2] = 1, -1
    mosaic.draw(plane(problem_info, l1=values))
    for unit, color in enumerate((theme.neutral, theme.positive, theme.negative)):
        assert np.abs(tile(mosaic, layout, 1, unit) - rgb(color)).max() <= 2


def test_the_lowest_row_of_a_map_is_at_the_bottom_and_its_first_column_left(problem_info):
    mosaic, layout = mosaic_of(problem_info)
    ramp = np.linspace(-1, 1, SIDE)
    mosaic.draw(plane(problem_info, l0=np.stack([np.tile(ramp, (SIDE, 1)), np.tile(ramp[:, None], SIDE)])))
    across, upwards = tile(mosaic, layout, 0, 0), tile(mosaic, layout, 0, 1)
    assert np.abs(across[:, 0] - rgb(LIGHT.negative)).max() < 12
    assert np.abs(across[:, -1] - rgb(LIGHT.positive)).max() < 12
    assert np.abs(upwards[-1] - rgb(LIGHT.negative)).max() < 12
    assert np.abs(upwards[0] - rgb(LIGHT.positive)).max() < 12


def test_an_output_goes_from_one_target_to_the_other(problem_info):
    mosaic, layout = mosaic_of(problem_info)
    low, high = problem_info.targets
    for value, color in ((low, LIGHT.negative), ((low + high) / 2, LIGHT.neutral), (high, LIGHT.positive)):
        mosaic.draw(plane(problem_info, **{f"l{len(problem_info.sizes) - 1}": value}))
        assert np.abs(tile(mosaic, layout, len(problem_info.sizes) - 1, 0) - rgb(color)).max() <= 2


def test_each_of_several_classes_has_its_own_colour(make_snapshot):
    problem_info = make_snapshot("three_spirals").problem_info
    mosaic, layout = mosaic_of(problem_info)
    last = len(problem_info.sizes) - 1
    mosaic.draw(plane(problem_info, **{f"l{last}": problem_info.targets[1]}))
    for unit in range(problem_info.sizes[-1]):
        assert np.abs(tile(mosaic, layout, last, unit) - rgb(LIGHT.classes[unit])).max() <= 2


def test_an_unbounded_activation_takes_its_own_largest_value(make_snapshot):
    problem_info = make_snapshot("circles", **{"network.hidden": "[4]"}).problem_info
    problem_info = replace(problem_info, activations=("relu", *problem_info.activations[1:]))
    mosaic, layout = mosaic_of(problem_info)
    values = np.zeros((4, SIDE, SIDE))
    values[0], values[1] = 7, 700  # units 2 and 3 are dead
    mosaic.draw(plane(problem_info, l1=values))
    for unit, color in enumerate((LIGHT.positive, LIGHT.positive, LIGHT.neutral, LIGHT.neutral)):
        assert np.abs(tile(mosaic, layout, 1, unit) - rgb(color)).max() <= 2


def test_values_that_do_not_exist_are_drawn_neutral(problem_info):
    mosaic, layout = mosaic_of(problem_info)
    values = np.full((2, SIDE, SIDE), np.nan)
    values[0, :, 8:] = 3
    values[1] = np.inf
    mosaic.draw(plane(problem_info, l0=values))
    half = tile(mosaic, layout, 0, 0)
    assert np.abs(half[:, 0] - rgb(LIGHT.neutral)).max() <= 2
    assert np.abs(half[:, -1] - rgb(LIGHT.positive)).max() <= 2
    assert np.abs(tile(mosaic, layout, 0, 1) - rgb(LIGHT.neutral)).max() <= 2


def test_a_curve_has_ink_along_it_and_a_tint_of_its_sign(make_snapshot):
    problem_info = make_snapshot("sine").problem_info
    mosaic, layout = mosaic_of(problem_info)
    mosaic.draw(line(problem_info, np.linspace(-1, 1, 50)))
    pixels = tile(mosaic, layout, 0, 0)
    ink = np.abs(pixels - rgb(LIGHT.text)).sum(axis=2) < 120
    assert ink.any(axis=0).mean() > 0.9
    heights = [np.flatnonzero(column).mean() for column in ink.T if column.any()]
    assert heights == sorted(heights, reverse=True)
    side = len(pixels)
    below, above = pixels[int(0.6 * side), 3], pixels[int(0.4 * side), -4]
    assert below[0] > below[2]  # orange between a negative curve and the middle
    assert above[2] > above[0]


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_every_strip_is_as_large_as_its_tiles_in_device_pixels(problem_info, scale):
    mosaic, layout = mosaic_of(problem_info, scale=scale)
    mosaic.draw(plane(problem_info))
    assert mosaic.image.devicePixelRatio() == scale
    for source, column in zip(mosaic.sources, layout.columns, strict=True):
        assert source.width() == round(column.tile * scale)
        assert mosaic.image.rect().contains(source)

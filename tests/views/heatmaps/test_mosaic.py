from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PySide6.QtGui import QColor

from playground.views.heatmaps.choices import RANGES
from playground.views.heatmaps.layout import arrange
from playground.views.heatmaps.mosaic import Mosaic, norms
from playground.views.kit.cells import CellColors, strongest
from playground.views.theme import DARK, LIGHT, THEMES

SIZES = (2, 4, 3)
rng = np.random.default_rng(5)
W = tuple(rng.normal(size=(n, k)) for k, n in pairwise(SIZES))
B = tuple(rng.normal(size=(n, 1)) for n in SIZES[1:])


def filled(weights=W, biases=B, choice="layer", bound=1.0, theme=LIGHT, sizes=SIZES):
    mosaic = Mosaic(arrange(sizes, 520, 176, 14).panes, CellColors(theme))
    mosaic.fill(weights, biases, RANGES[choice], bound)
    return mosaic


def is_blue(color):
    return color.blue() > color.red()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_parameter_has_its_pixel_and_its_sign(theme):
    mosaic = filled(theme=theme, choice="fixed", bound=0.01)
    for layer, start in enumerate(mosaic.starts):
        block = np.hstack([W[layer], B[layer]])
        for (row, column), value in np.ndenumerate(block):
            assert mosaic.values[row, start + column] == value
            color = mosaic.image.pixelColor(int(start + column), row)
            assert color.name() == (theme.positive if value > 0 else theme.negative)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("choice", RANGES)
def test_ranges_reach_where_they_say(choice, dtype):
    weights, biases = (tuple(array.astype(dtype) for array in group) for group in (W, B))
    largest = [max(np.abs(w).max(), np.abs(b).max()) for w, b in zip(weights, biases, strict=True)]
    wanted = {"layer": largest, "network": [max(largest)] * 2, "fixed": [0.25] * 2}
    assert filled(weights, biases, choice, 0.25).ends == pytest.approx(wanted[choice])


def test_zero_is_neutral_even_where_all_is_zero():
    mosaic = filled([0 * w for w in W], [0 * b for b in B])
    shown, neutral = mosaic.image.pixelColor(1, 1), QColor(LIGHT.neutral)
    assert (shown.red(), shown.green(), shown.blue()) == pytest.approx(neutral.getRgb()[:3], abs=2)
    assert mosaic.ends == pytest.approx([1, 1])


def test_what_is_no_number_is_hatch_coloured_and_does_not_spoil_the_range():
    broken = W[0].copy()
    broken[0, 0], broken[1, 1], broken[2, 0] = np.nan, np.inf, -np.inf
    mosaic = filled((broken, W[1]))
    assert mosaic.image.pixelColor(0, 0).name() == LIGHT.hatch
    assert is_blue(mosaic.image.pixelColor(1, 1))
    assert not is_blue(mosaic.image.pixelColor(0, 2))
    finite = np.abs(np.hstack([np.where(np.isfinite(broken), broken, 0), B[0]]))
    assert mosaic.ends[0] == finite.max()


def test_filling_again_forgets_what_was_there():
    mosaic = filled()
    before = mosaic.image.pixelColor(0, 0)
    mosaic.fill([-w for w in W], [-b for b in B], RANGES["layer"], 1.0)
    assert is_blue(mosaic.image.pixelColor(0, 0)) != is_blue(before)


@given(
    arrays(float, st.tuples(st.integers(1, 7), st.integers(1, 9)), elements=st.floats(-9, 9)),
    st.integers(1, 4),
    st.integers(1, 4),
)
def test_pooling_keeps_the_strongest_value_of_each_block(values, row_step, column_step):
    pooled = strongest(values, row_step, column_step)
    assert pooled.shape == (-(-values.shape[0] // row_step), -(-values.shape[1] // column_step))
    for (row, column), value in np.ndenumerate(pooled):
        block = values[row * row_step : (row + 1) * row_step, column * column_step : (column + 1) * column_step]
        assert abs(value) == np.abs(block).max()
        assert value in block


def test_a_pooled_layer_shows_its_strongest_weights_and_biases():
    sizes = (300, 120, 1)
    weights = [np.zeros((120, 300)), np.zeros((1, 120))]
    biases = [np.zeros((120, 1)), np.zeros((1, 1))]
    weights[0][119, 299], biases[0][119, 0] = -1, 1
    mosaic = filled(weights, biases, sizes=sizes)
    pane = arrange(sizes, 520, 176, 14).panes[0]
    assert pane.pooled
    assert mosaic.values[pane.drawn_rows - 1, pane.drawn_columns - 2] == -1
    assert mosaic.values[pane.drawn_rows - 1, pane.drawn_columns - 1] == 1
    assert np.count_nonzero(mosaic.values) == 2


def test_norms_are_euclidean_over_weights_and_biases():
    wanted = [np.linalg.norm(np.hstack([w, b])) for w, b in zip(W, B, strict=True)]
    assert norms(W, B) == pytest.approx(wanted)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_ink_on_every_colour_has_contrast(theme):
    table = CellColors(theme).light
    assert table.shape == (256,)
    neutral_is_dark = theme is not LIGHT
    assert table[128] == neutral_is_dark

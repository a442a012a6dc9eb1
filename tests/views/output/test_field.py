import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.views.color_maps import SIZE, bgra, diverging
from playground.views.output.field import (
    class_image,
    class_table,
    field_image,
    positions,
    resample,
    resampling,
    soften,
)
from playground.views.theme import DARK, LIGHT


@given(st.integers(2, 70), st.integers(1, 200))
def test_interpolation_weights_are_shares(side, pixels):
    matrix = resampling(side, pixels)
    assert matrix.shape == (pixels, side)
    assert (matrix >= 0).all()
    np.testing.assert_allclose(matrix.sum(axis=1), 1, atol=1e-5)


@given(st.floats(-5, 5), st.floats(-5, 5), st.floats(-5, 5))
def test_resampling_is_exact_for_planes(a, b, c):
    x, y = np.linspace(0, 1, 11), np.linspace(0, 1, 7)
    fine = (np.arange(40) + 0.5) / 40
    picture = resample((a + b * x[None, :] + c * y[:, None]).astype(np.float32), 40)
    np.testing.assert_allclose(picture, a + b * fine[None, :] + c * fine[:, None], atol=1e-5)


def test_positions_span_the_table_and_clip():
    values = np.array([-9, -1, 0, 1, 9], np.float32)
    assert positions(values, -1, 1).tolist() == [0, 0, 128, 255, 255]


@pytest.mark.parametrize("steps", [2, 8])
def test_steps_leave_only_so_many_rows(steps):
    rows = positions(np.linspace(-1, 1, 1001).astype(np.float32), -1, 1, steps)
    assert len(np.unique(rows)) == steps
    assert {0, SIZE - 1} <= set(rows.tolist())


def test_a_hard_edge_falls_on_the_threshold():
    x = np.linspace(0, 1, 12)
    image = field_image(np.tile(x, (12, 1)).astype(np.float32), 0, 1, np.arange(SIZE, dtype=np.uint32), steps=2)
    assert (image[:, : image.shape[1] // 2] == 0).all()
    assert (image[:, image.shape[1] // 2 :] == SIZE - 1).all()


def test_values_that_are_not_finite_do_no_harm():
    field = np.array([[np.nan, np.inf], [-np.inf, 0]], np.float32)
    assert field_image(field, -1, 1, np.zeros(SIZE, np.uint32)).dtype == np.uint32
    assert class_image(np.stack([field, field, -field]), 0, 1, np.zeros(SIZE, np.uint32)).dtype == np.uint32


@pytest.mark.parametrize("k", [2, 3, 4, 10, 300])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_pixel_has_the_color_of_the_largest_output(k, theme):
    outputs = np.zeros((k, 4, 4), np.float32)
    outputs[k - 1] = 1
    table = class_table(theme, k)
    image = class_image(outputs, 0, 1, table)
    assert (image == table[-1]).all()
    assert (class_image(outputs, 0, 1, table, hard=True) == table[-1]).all()


def test_an_even_race_is_neutral():
    table = class_table(LIGHT, 3)
    image = class_image(np.full((3, 4, 4), 1 / 3, np.float32), 0, 1, table)
    assert (image == table[0]).all()


def test_softened_colors_lie_between_color_and_surface():
    table = diverging(LIGHT)
    soft = soften(table, LIGHT)
    assert soft.shape == table.shape
    assert (soft[:, :3] >= table[:, :3]).all()
    assert bgra(soft).dtype == np.uint32

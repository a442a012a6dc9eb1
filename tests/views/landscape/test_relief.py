"""From computed costs to a picture."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from playground.files import read_preset
from playground.training.landscape import CostSurface
from playground.views.landscape.relief import LEVELS, PIXELS, Relief, filled, relief, sequential
from playground.views.landscape.surface_plot import cost_ticks, round_costs

SIDE = 101


def surface(costs, spacing=1):
    axis = np.linspace(-1, 1, SIDE)
    return CostSurface(
        kind="random",
        places=None,
        seed=0,
        x=axis,
        y=axis,
        costs=costs,
        spacing=spacing,
        origin=np.zeros(3),
        directions=np.eye(3)[:2],
        axis_labels=("d₁", "d₂"),
        shares=None,
        here=(0.0, 0.0),
        path=np.empty((2, 0)),
        refusal="",
        experiment=read_preset("xor"),
        update=0,
        progress=1.0,
    )


def bowl():
    axis = np.linspace(-1, 1, SIDE)
    return 0.1 + axis[:, None] ** 2 + axis**2


@pytest.mark.parametrize("spacing", [8, 4, 2, 1])
def test_what_is_missing_is_interpolated_from_what_is_there(spacing):
    axis = np.arange(SIDE, dtype=float)
    plane = 2 * axis[:, None] + 3 * axis
    coarse = np.full_like(plane, np.nan)
    coarse[::spacing, ::spacing] = plane[::spacing, ::spacing]
    found = filled(coarse, spacing)
    last = (SIDE - 1) // spacing * spacing + 1
    np.testing.assert_allclose(found[:last, :last], plane[:last, :last])
    assert np.isfinite(found).all()


def test_a_finer_row_that_is_there_already_is_taken():
    values = np.full((SIDE, SIDE), np.nan)
    values[::8, ::8] = 1.0
    values[4, ::4] = 5.0
    found = filled(values, 8)
    assert found[4, 0] == 5
    assert found[8, 8] == 1
    assert found[12, 0] == 1


def test_a_surface_without_its_coarsest_grid_is_no_picture():
    assert relief(surface(np.full((SIDE, SIDE), np.nan), 0), logarithmic=True) is None


@pytest.mark.parametrize("logarithmic", [False, True])
def test_low_is_dark_and_high_is_light(logarithmic):
    shown = relief(surface(bowl()), logarithmic=logarithmic)
    image = shown.image()
    assert image.shape == (PIXELS, PIXELS)
    green = (image >> 8) & 255
    assert green[PIXELS // 2, PIXELS // 2] < green[PIXELS // 4, PIXELS // 4] < green[2, 2]
    assert shown.logarithmic is logarithmic
    assert len(shown.levels()) == LEVELS
    path = shown.contours(np.linspace(-1, 1, SIDE), np.linspace(-1, 1, SIDE))
    assert path.elementCount() > 100
    bounds = path.boundingRect()
    assert bounds.left() >= -1 - 1e-9
    assert bounds.right() <= 1 + 1e-9


@pytest.mark.parametrize("fill", [0.0, 1.0, np.inf])
@pytest.mark.parametrize("logarithmic", [False, True])
def test_flat_or_infinite_costs_are_drawn_all_the_same(fill, logarithmic):
    costs = np.full((SIDE, SIDE), fill)
    assert relief(surface(costs), logarithmic=logarithmic).image().shape == (PIXELS, PIXELS)
    costs[3, 3] = 0.5
    costs[4, 4] = np.inf
    shown = relief(surface(costs), logarithmic=logarithmic)
    assert np.isfinite(shown.heights).all()
    shown.contours(np.linspace(-1, 1, SIDE), np.linspace(-1, 1, SIDE))


def test_the_colors_grow_evenly_lighter():
    table = sequential().astype(float)
    assert table.shape == (256, 4)
    lightness = table[:, :3] @ [0.2126, 0.7152, 0.0722]
    assert (np.diff(lightness) > -0.5).all()
    assert lightness[-1] > 4 * lightness[0]


def test_a_coarse_surface_has_coarse_contours():
    whole = bowl()
    coarse = np.full_like(whole, np.nan)
    coarse[::4, ::4] = whole[::4, ::4]
    axis = np.linspace(-1, 1, SIDE)
    fine = relief(surface(whole), logarithmic=True).contours(axis, axis).elementCount()
    few = relief(replace(surface(coarse), spacing=4), logarithmic=True).contours(axis, axis).elementCount()
    assert few < fine


@given(st.floats(-12, 6), st.floats(0.01, 12))
def test_round_costs_lie_within_the_scale(low, span):
    costs = round_costs(low, low + span, 5)
    assert costs == sorted(costs)
    assert 2 < len(costs) <= 7
    exponents = np.log10(costs)
    assert exponents[0] >= low - 1e-9
    assert exponents[-1] <= low + span + 1e-9


@pytest.mark.parametrize(("low", "high"), [(0.341, 0.363), (0.5, 0.50001), (1e-6, 3.0), (2.0, 2.4)])
def test_costs_beside_the_scale_can_be_told_apart(low, high):
    heights = np.array([[np.log10(low), np.log10(high)]] * 2)
    for ticks in cost_ticks(Relief(heights, float(np.log10(low)), float(np.log10(high)), logarithmic=True)):
        texts = [text for _, text in ticks]
        assert len(set(texts)) == len(texts)

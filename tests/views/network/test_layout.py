from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.views.network.layout import (
    SMALLEST_PITCH,
    SMALLEST_TILE,
    Margins,
    More,
    Neuron,
    arrange,
    smallest_width,
)

MARGINS = Margins(60, 84, 60, 24)
SIZES = st.lists(st.integers(1, 800), min_size=2, max_size=10)
SCALES = st.sampled_from([1.0, 1.25, 1.5, 2.0])


def least_width(sizes):
    return smallest_width(len(sizes), MARGINS.left, MARGINS.right)


@given(sizes=SIZES, extra=st.integers(0, 1500), height=st.integers(180, 2000), scale=SCALES)
def test_nothing_overlaps_and_nothing_leaves_its_area(sizes, extra, height, scale):
    width = least_width(sizes) + extra
    layout = arrange(sizes, width, height, MARGINS, scale=scale)
    dot = 1 / scale
    assert [column.size for column in layout.columns] == sizes
    for before, after in pairwise(layout.columns):
        assert before.left + before.tile + 10 <= after.left
        if before.more is not None and after.more is not None:
            assert before.more.left + before.more.width <= after.more.left
    for column in layout.columns:
        assert 1 <= column.shown <= column.size
        assert column.tile >= SMALLEST_TILE - dot
        assert column.step >= column.tile + 2 or column.shown == 1
        boxes = [column.box(unit) for unit in column.units]
        bottom = column.more or boxes[-1]
        assert boxes[0].top >= MARGINS.top - column.shown * dot - 1
        assert bottom.top + bottom.height <= height - MARGINS.bottom + column.shown * dot + 1
        assert boxes[0].left >= 0
        assert boxes[0].left + column.tile <= width


@given(sizes=SIZES, scale=SCALES)
def test_every_tile_lies_on_device_pixels(sizes, scale):
    layout = arrange(sizes, least_width(sizes) + 333, 444, MARGINS, scale=scale)
    for column in layout.columns:
        for length in (column.left, column.top, column.tile, column.step):
            assert abs(length * scale - round(length * scale)) < 1e-6


@given(sizes=SIZES)
def test_the_point_in_a_tile_finds_its_neuron(sizes):
    layout = arrange(sizes, least_width(sizes) + 200, 400, MARGINS)
    for column in layout.columns:
        for unit in column.units:
            neuron = Neuron(column.layer, unit)
            box = layout.box(neuron)
            assert layout.shows(neuron)
            assert layout.target_at(box.left + 1, box.top + 1) == neuron
            assert layout.target_at(box.left + box.width - 1, box.top + box.height - 1) == neuron
        if column.more is not None:
            assert layout.target_at(column.center, column.more.middle) == More(column.layer)


def test_between_two_layers_lie_the_weights_of_the_later_one():
    layout = arrange((2, 4, 1), 500, 380, MARGINS)
    first, second, third = layout.columns
    assert layout.gap_at(first.left + first.tile + 1) == 1
    assert layout.gap_at((second.center + third.center) / 2) == 2
    assert layout.gap_at(second.center) is None
    assert layout.gap_at(3) is None


def test_a_layer_without_room_says_how_many_are_missing_and_can_be_paged():
    layout = arrange((2, 32, 1), 500, 380, MARGINS)
    column = layout.columns[1]
    assert column.hidden == 32 - column.shown > 0
    paged = arrange((2, 32, 1), 500, 380, MARGINS, first=(0, 30, 0)).columns[1]
    assert list(paged.units) == list(range(32 - paged.shown, 32))


@pytest.mark.parametrize("layers", [2, 5, 10])
def test_the_narrowest_diagram_keeps_its_layers_apart(layers):
    layout = arrange((8,) * layers, smallest_width(layers, 60, 60), 380, MARGINS)
    centers = [column.center for column in layout.columns]
    assert min(after - before for before, after in pairwise(centers)) >= SMALLEST_PITCH - 1


def test_eight_hidden_layers_fit_beside_the_panels_of_the_smallest_window():
    assert smallest_width(10, 62, 70) <= 520

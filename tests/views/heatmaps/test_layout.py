from hypothesis import given
from hypothesis import strategies as st

from playground.views.heatmaps.layout import BIAS_GAP, SMALLEST_CELL, Cell, arrange

networks = st.lists(st.integers(1, 40), min_size=2, max_size=6)
widths = st.integers(420, 1800)
heights = st.integers(130, 700)


def every_cell(arrangement):
    return [
        Cell(pane.layer, row, column)
        for pane in arrangement.panes
        for row in range(pane.rows)
        for column in range(pane.columns)
    ]


@given(networks, widths, heights)
def test_panes_stand_side_by_side_inside_the_area(sizes, width, height):
    arrangement = arrange(sizes, width, height, 14)
    end = 0
    for pane, rows, columns in zip(arrangement.panes, sizes[1:], sizes[:-1], strict=True):
        assert (pane.rows, pane.columns) == (rows, columns + 1)
        assert pane.left >= end
        end = pane.left + pane.slot_width
        bias = pane.bias_box
        assert bias.left + bias.width <= end
        assert pane.top >= arrangement.maps_top
        assert pane.top + bias.height <= arrangement.norm_top
        assert min(pane.cell_width, pane.cell_height) >= SMALLEST_CELL
    assert end <= width


@given(networks, widths, heights)
def test_lines_of_text_do_not_overlap(sizes, width, height):
    arrangement = arrange(sizes, width, height, 14)
    assert arrangement.note_top >= arrangement.line
    assert arrangement.maps_top >= arrangement.note_top + arrangement.line
    assert arrangement.norm_top >= arrangement.maps_top + arrangement.maps_height
    assert arrangement.bar_top >= arrangement.norm_top + arrangement.line
    assert arrangement.readout_top > arrangement.bar_top
    assert arrangement.readout_top + arrangement.line <= height


@given(networks, widths, heights, st.data())
def test_the_middle_of_every_cell_is_that_cell(sizes, width, height, data):
    arrangement = arrange(sizes, width, height, 14)
    cell = data.draw(st.sampled_from(every_cell(arrangement)))
    box = arrangement.panes[cell.layer - 1].cell_box(cell.row, cell.column)
    assert arrangement.cell_at(box.left + box.width / 2, box.top + box.height / 2) == cell


def test_the_gap_counts_as_bias_and_outside_is_nothing():
    arrangement = arrange((2, 4, 2, 1), 520, 176, 14)
    pane = arrangement.panes[0]
    assert arrangement.cell_at(pane.bias_box.left - BIAS_GAP + 1, pane.top + 1) == Cell(1, 0, 2)
    assert arrangement.cell_at(pane.left - 1, pane.top) is None
    assert arrangement.cell_at(pane.left, pane.top - 1) is None


def test_the_default_network_has_cells_wide_enough_for_numbers_in_the_smallest_window():
    assert all(pane.cell_width >= 40 and not pane.pooled for pane in arrange((2, 4, 2, 1), 520, 168, 14).panes)


def test_a_layer_larger_than_its_room_is_pooled_and_still_has_exact_cells():
    first, second = arrange((784, 50, 10), 520, 176, 14).panes
    assert first.pooled
    assert first.drawn_columns == -(-784 // first.column_step) + 1
    assert first.drawn_rows == -(-50 // first.row_step)
    box = first.cell_box(20, 300)
    assert first.cell_at(box.left + box.width / 2, box.top + box.height / 2) == Cell(1, 20, 300)
    assert second.left >= first.left + first.slot_width


@given(networks)
def test_arrows_walk_through_all_layers_and_stop_at_the_ends(sizes):
    arrangement = arrange(sizes, 800, 300, 14)
    cell = Cell(1, 0, 0)
    assert arrangement.neighbour(cell, -1, 0) == arrangement.neighbour(cell, 0, -1) == cell
    columns = sum(size + 1 for size in sizes[:-1])
    seen = {cell}
    for _ in range(columns + 3):
        cell = arrangement.neighbour(cell, 1, 0)
        assert arrangement.holds(cell)
        seen.add(cell)
    assert len(seen) == columns
    assert cell == Cell(len(sizes) - 1, 0, sizes[-2])
    for _ in range(sizes[-1] + 3):
        cell = arrangement.neighbour(cell, 0, 1)
    assert cell.row == sizes[-1] - 1
    for _ in range(columns + 3):
        cell = arrangement.neighbour(cell, -1, 0)
    assert (cell.layer, cell.column) == (1, 0)


def test_only_parameters_of_the_network_are_held():
    arrangement = arrange((2, 4, 1), 520, 176, 14)
    assert arrangement.holds(Cell(2, 0, 4))
    for cell in (Cell(0, 0, 0), Cell(3, 0, 0), Cell(1, 4, 0), Cell(1, 0, 3), Cell(1, -1, 0)):
        assert not arrangement.holds(cell)

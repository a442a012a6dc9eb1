from hypothesis import given
from hypothesis import strategies as st

from playground.views.check.difference_map import fit_grid


@given(rows=st.integers(1, 1100), columns=st.integers(1, 1100), width=st.integers(60, 900), height=st.integers(40, 600))
def test_cells_fit_and_every_entry_is_found_where_it_lies(rows, columns, width, height):
    grid = fit_grid(rows, columns, width, height)
    assert grid.left >= 0
    assert grid.top >= 0
    assert grid.box.right() <= width
    assert grid.box.bottom() <= height
    for row in {0, rows // 2, rows - 1}:
        for column in {0, columns // 2, columns - 1}:
            left, top, entry_width, entry_height = grid.entry_box(row, column).getRect()
            assert grid.entry_at(left + entry_width / 2, top + entry_height / 2) == (row, column)


def test_beside_the_cells_there_is_nothing():
    grid = fit_grid(3, 2, 300, 200)
    assert grid.entry_at(grid.left - 1, grid.top + 1) is None
    assert grid.entry_at(grid.left + 1, grid.top - 1) is None
    assert grid.entry_at(grid.box.right() + 1, grid.top + 1) is None
    assert grid.entry_at(grid.left + 1, grid.box.bottom() + 1) is None


def test_small_arrays_have_a_cell_for_each_entry_and_large_ones_share():
    assert (fit_grid(4, 3, 300, 200).row_step, fit_grid(4, 3, 300, 200).column_step) == (1, 1)
    assert fit_grid(50, 784, 300, 120).column_step > 1

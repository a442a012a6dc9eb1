from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from playground.views.backprop.equations import Operand, Sign
from playground.views.backprop.layout import arrange
from playground.views.kit.grid import SMALLEST_CELL


def sign_width(sign):
    return 6 * len(sign.text)


sizes = st.integers(1, 64)


@given(n=sizes, k=sizes, m=sizes, width=st.integers(320, 1400), height=st.integers(80, 500), flip=st.booleans())
def test_a_product_of_any_shape_lies_inside_and_in_order(n, k, m, width, height, flip):
    shapes = {("Z", 1): (n, m), ("W", 1): (k, n) if flip else (n, k), ("A", 0): (k, m), ("b", 1): (n, 1)}
    parts = (
        Operand(("Z", 1)),
        Sign("="),
        Operand(("W", 1), flip),
        Sign("·"),
        Operand(("A", 0)),
        Sign("+"),
        Operand(("b", 1)),
    )
    area = QRectF(8, 20, width, height)
    arrangement = arrange([parts], shapes.__getitem__, area, sign_width)
    boxes = [block.box for block in arrangement.blocks]
    assert all(area.adjusted(-1, -1, 1, 1).contains(box) for box in boxes)
    assert all(left.right() <= right.left() for left, right in pairwise(boxes))
    for block in arrangement.blocks:
        rows, columns = shapes[block.operand.quantity]
        assert block.cell_width >= SMALLEST_CELL
        for row, column in ((0, 0), (rows - 1, columns - 1), (rows // 2, columns // 3)):
            box = block.cell_box(row, column)
            assert block.box.contains(box)
            found = arrangement.at(box.center().x(), box.center().y())
            assert found[0] == block.operand.quantity
            assert block.cell_box(*found[1:]) == box
            if not block.pooled:
                assert found[1:] == (row, column)


@pytest.mark.parametrize("transposed", [False, True])
def test_a_transposed_matrix_is_drawn_the_other_way_round(transposed):
    arrangement = arrange([[Operand(("W", 1), transposed)]], lambda _: (2, 5), QRectF(0, 0, 400, 300), sign_width)
    (block,) = arrangement.blocks
    assert (block.rows, block.columns) == ((5, 2) if transposed else (2, 5))
    corner = block.cell_box(1, 0)
    assert (corner.left() > block.left) == transposed
    assert (corner.top() > block.top) != transposed


def test_a_point_beside_everything_is_nothing():
    arrangement = arrange([[Operand(("W", 1))]], lambda _: (2, 2), QRectF(0, 0, 400, 300), sign_width)
    assert arrangement.at(1, 1) is None
    assert arrangement.block_of(("b", 1)) is None


def test_few_columns_keep_cells_that_can_be_read():
    shapes = {("Z", 1): (4, 10), ("W", 1): (4, 2), ("A", 0): (2, 10), ("b", 1): (4, 1)}
    parts = [Operand(("Z", 1)), Sign("="), Operand(("W", 1)), Operand(("A", 0)), Operand(("b", 1))]
    arrangement = arrange([parts], shapes.__getitem__, QRectF(0, 0, 740, 120), sign_width)
    widths = [block.cell_width for block in arrangement.blocks]
    assert widths[1] == widths[3] > widths[0] == widths[2]


def test_two_equations_stand_below_each_other_where_their_numbers_are_then_read():
    shapes = {("W_new", 1): (1, 6), ("W", 1): (1, 6), ("b_new", 1): (1, 1), ("b", 1): (1, 1)}
    equations = [
        [Operand(("W_new", 1)), Sign("="), Operand(("W", 1)), Sign("− 0.03 · dW with a long right side")],
        [Operand(("b_new", 1)), Sign("="), Operand(("b", 1)), Sign("− 0.03 · db with a long right side")],
    ]
    narrow = arrange(equations, shapes.__getitem__, QRectF(0, 20, 700, 140), sign_width)
    first, _, below, _ = narrow.blocks
    assert all(block.is_readable for block in narrow.blocks)
    assert below.top > first.box.bottom()
    assert len({placed.middle for placed in narrow.placed}) == 2
    wide = arrange(equations, shapes.__getitem__, QRectF(0, 20, 1600, 140), sign_width)
    assert len({placed.middle for placed in wide.placed}) == 1


def test_two_equations_too_wide_for_one_line_are_never_cut():
    sizes = {("W", 1): (4, 2), ("V", 1): (4, 2), ("S", 1): (4, 2), ("b", 1): (4, 1)}
    equation = [Operand(("W", 1)), Sign("="), Operand(("V", 1)), Sign("/ (√"), Operand(("S", 1)), Sign("+ 10⁻⁸)")]
    area = QRectF(8, 20, 400, 140)
    arrangement = arrange([equation, equation], lambda quantity: sizes[quantity], area, lambda sign: 70)
    assert arrangement.right <= area.right()
    assert len({block.top for block in arrangement.blocks}) == 2

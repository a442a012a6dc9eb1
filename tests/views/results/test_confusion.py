"""The confusion matrix as a widget: what it says, and how it is pointed at and clicked."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics

from playground.views.plots.style import small_font
from playground.views.results.class_table import ClassTable
from playground.views.results.confusion import ConfusionMatrix
from playground.views.results.grid import Grid
from playground.views.results.matrix_painter import MatrixPainter
from playground.views.theme import DARK, LIGHT

NAMES = ("setosa", "versicolor", "virginica")
COUNTS = np.array([[12, 0, 0], [0, 10, 2], [0, 4, 8]])


@pytest.fixture
def matrix(qtbot):
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.resize(360, 300)
    matrix.show()
    qtbot.waitExposed(matrix)
    matrix.set_names(NAMES)
    matrix.set_counts(COUNTS)
    return matrix


def middle(matrix, row, column) -> QPoint:
    return matrix.grid.cell(row, column).center()


def test_a_cell_in_words(matrix):
    assert matrix.sentence(1, 2) == "versicolor taken for virginica: 2 of 12 (16.7%)"
    assert matrix.sentence(0, 0) == "setosa: 12 of 12 recognised (100.0%)"
    matrix.set_counts(np.zeros((3, 3), int))
    assert matrix.sentence(0, 1) == "setosa taken for versicolor: 0 of 0 (–)"


def test_a_click_chooses_a_cell_and_a_second_one_all(qtbot, matrix):
    chosen = []
    matrix.cell_chosen.connect(chosen.append)
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=middle(matrix, 1, 2))
    matrix.set_chosen((1, 2))
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=middle(matrix, 1, 2))
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert chosen == [(1, 2), None]


def test_it_is_walked_by_keys(qtbot, matrix):
    chosen, pointed = [], []
    matrix.cell_chosen.connect(chosen.append)
    matrix.pointed.connect(pointed.append)
    matrix.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(matrix, key)
    assert pointed[-1] == (2, 1)
    assert matrix.accessibleDescription() == "virginica taken for versicolor: 4 of 12 (33.3%)"
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert chosen == [(2, 1)]
    matrix.set_chosen((2, 1))
    qtbot.keyClick(matrix, Qt.Key.Key_Escape)
    assert chosen == [(2, 1), None]


def test_the_mouse_points(qtbot, matrix):
    pointed = []
    matrix.pointed.connect(pointed.append)
    qtbot.mouseMove(matrix, middle(matrix, 0, 0))
    qtbot.mouseMove(matrix, middle(matrix, 2, 1))
    assert pointed[-1] == (2, 1)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_diagonal_is_framed_and_mistakes_have_another_color(matrix, theme):
    matrix.set_theme(theme)
    picture = matrix.grab().toImage()

    def color(row, column, x, y):
        area = matrix.grid.cell(row, column)
        return picture.pixelColor(area.left() + x, area.top() + y)

    right, wrong, nothing = (color(*cell, 6, 6) for cell in ((1, 1), (2, 1), (0, 1)))
    assert right.blue() > right.red()
    assert wrong.red() > wrong.blue()
    assert nothing.name() == theme.neutral
    assert color(1, 1, 1, 20).name() == theme.positive


def test_only_what_changed_is_painted_again(qtbot, matrix, monkeypatch):
    painted = []
    original = MatrixPainter.paint_cell

    def paint_cell(self, painter, area, *numbers, right):
        painted.append(matrix.grid.at(area.center().x(), area.center().y()))
        original(self, painter, area, *numbers, right=right)

    monkeypatch.setattr(MatrixPainter, "paint_cell", paint_cell)
    matrix.repaint()
    assert len(painted) == 9
    painted.clear()
    changed = COUNTS.copy()
    changed[0] = [11, 1, 0]
    matrix.set_counts(changed)
    qtbot.waitUntil(lambda: bool(painted))
    assert set(painted) <= {(0, 0), (0, 1), (0, 2), (1, 0), (1, 1)}
    painted.clear()
    matrix.set_counts(changed.copy())
    qtbot.wait(30)
    assert not painted


@pytest.mark.parametrize("n", [2, 3, 10, 20])
@pytest.mark.parametrize("size", [(230, 170), (360, 300), (700, 600)])
@pytest.mark.parametrize("names", ["{}", "a very long name of a species {}"])
def test_everything_fits_at_any_size(qtbot, n, size, names):
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    grid = Grid.fitted(tuple(names.format(index) for index in range(n)), *size, QFontMetrics(small_font(matrix.font())))
    cells = grid.all_cells()
    assert cells.right() < size[0]
    assert cells.bottom() < size[1]
    assert grid.cell(n - 1, n - 1).bottomRight() == cells.bottomRight()
    assert grid.row_name(0).right() < grid.left
    assert grid.column_name(0).bottom() < grid.top
    assert grid.at(*grid.cell(1, 0).center().toTuple()) == (1, 0)
    assert grid.at(*grid.row_name(1).center().toTuple()) == (1, -1)
    assert grid.at(*grid.column_name(1).center().toTuple()) == (-1, 1)
    assert grid.at(size[0] + 5, size[1] + 5) is None


def test_the_classes_one_by_one(qtbot):
    table = ClassTable()
    qtbot.addWidget(table)
    table.set_counts(NAMES, np.array([[3, 1, 0], [0, 4, 0], [0, 0, 0]]))
    assert [(line.recall, line.precision, line.support) for line in table.lines] == [
        (0.75, 1.0, 4),
        (1.0, 0.8, 4),
        (None, None, 0),
    ]
    tall = table.sizeHint().height()
    table.set_counts(NAMES[:2], np.eye(2, dtype=int))
    assert table.sizeHint().height() < tall

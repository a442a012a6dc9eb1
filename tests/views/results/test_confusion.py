"""The confusion matrix as a widget: what it says, and how it is pointed at and clicked."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics

from playground.training.questions.results import ClassScores
from playground.views.plots.style import small_font
from playground.views.results.confusion import ConfusionMatrix
from playground.views.results.grid import Grid
from playground.views.results.matrix_painter import MatrixPainter
from playground.views.theme import DARK, LIGHT

NAMES = ("setosa", "versicolor", "virginica")
COUNTS = np.array([[12, 0, 0], [0, 10, 2], [0, 4, 8]])


def scores(counts) -> ClassScores:
    pairs = np.repeat(np.argwhere(np.array(counts) >= 0), np.array(counts).ravel(), axis=0)
    return ClassScores.of(pairs[:, 0], pairs[:, 1], len(counts))


@pytest.fixture
def matrix(qtbot):
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.resize(360, 300)
    matrix.show()
    qtbot.waitExposed(matrix)
    matrix.show_scores(NAMES, scores(COUNTS))
    return matrix


def middle(matrix, row, column) -> QPoint:
    return matrix.grid.cell(row, column).center()


def test_a_cell_in_words(matrix):
    assert matrix.sentence(1, 2) == "versicolor taken for virginica: 2 of 12 (16.7%)"
    assert matrix.sentence(0, 0) == "setosa: 12 of 12 recognised (100.0%)"
    assert matrix.sentence(2, 3) == "recall: of 12 examples of virginica, 8 are recognised (66.7%)"
    assert matrix.sentence(3, 1) == "precision: of 14 taken for versicolor, 10 are (71.4%)"
    assert matrix.sentence(3, 3) == "83.3% of all examples are recognised"
    matrix.show_scores(NAMES, scores(np.zeros((3, 3), int)))
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
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(matrix, key)
    assert pointed[-1] == (2, 1)
    assert matrix.accessibleDescription() == "virginica taken for versicolor: 4 of 12 (33.3%)"
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert chosen == [(2, 1)]
    matrix.set_chosen((2, 1))
    qtbot.keyClick(matrix, Qt.Key.Key_Escape)
    assert chosen == [(2, 1), None]
    for _ in range(3):
        qtbot.keyClick(matrix, Qt.Key.Key_Down)
    assert pointed[-1] == (3, 1)
    assert matrix.accessibleDescription().startswith("precision: of 14")
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
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


def test_the_same_counts_are_not_painted_again(qtbot, matrix, monkeypatch):
    painted = []
    original = MatrixPainter.paint_cell

    def paint_cell(self, painter, area, *numbers, right):
        painted.append(area)
        original(self, painter, area, *numbers, right=right)

    monkeypatch.setattr(MatrixPainter, "paint_cell", paint_cell)
    changed = COUNTS.copy()
    changed[0] = [11, 1, 0]
    matrix.show_scores(NAMES, scores(changed))
    qtbot.waitUntil(lambda: len(painted) == 9)
    matrix.show_scores(NAMES, scores(changed))
    qtbot.wait(30)
    assert len(painted) == 9


@pytest.mark.parametrize("n", [2, 3, 10, 20])
@pytest.mark.parametrize("size", [(230, 170), (360, 300), (700, 600)])
@pytest.mark.parametrize("names", ["{}", "a very long name of a species {}"])
def test_everything_fits_at_any_size(qtbot, n, size, names):
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    grid = Grid.fitted(
        tuple(names.format(index) for index in range(n)),
        *size,
        QFontMetrics(small_font(matrix.font())),
        ("recall", "precision"),
    )
    cells = grid.all_cells()
    assert grid.cell(n, n).right() < size[0]
    assert grid.cell(n, n).bottom() < size[1]
    assert grid.at(*grid.cell(n, 0).center().toTuple()) == (n, 0)
    assert grid.at(*grid.cell(0, n).center().toTuple()) == (0, n)
    assert grid.cell(n - 1, n - 1).bottomRight() == cells.bottomRight()
    assert grid.row_name(0).right() < grid.left
    assert grid.column_name(0).bottom() < grid.top
    assert grid.at(*grid.cell(1, 0).center().toTuple()) == (1, 0)
    assert grid.at(*grid.row_name(1).center().toTuple()) == (1, -1)
    assert grid.at(*grid.column_name(1).center().toTuple()) == (-1, 1)
    assert grid.at(size[0] + 5, size[1] + 5) is None

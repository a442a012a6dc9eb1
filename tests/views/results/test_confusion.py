"""The confusion matrix as a widget: what it says, and how it is pointed at and clicked."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from playground.messages.numbers import percent
from playground.training.queries.results import ClassScores
from playground.views.kit.appearance import apply_appearance
from playground.views.plots.style import small_font
from playground.views.results.confusion import ConfusionMatrix
from playground.views.results.confusion_drawing import ConfusionDrawing, Words
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
    return matrix.drawing.box(row, column).center().toPoint()


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
    matrix.list_cell((1, 2))
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=middle(matrix, 1, 2))
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert chosen == [(1, 2), None]


def test_it_is_walked_by_keys(qtbot, matrix):
    chosen, pointed = [], []
    matrix.cell_chosen.connect(chosen.append)
    matrix.selected_changed.connect(pointed.append)
    matrix.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(matrix, key)
    assert pointed[-1] == (2, 1)
    item = matrix.item_of((2, 1))
    assert (item.text, item.tip) == ("virginica → versicolor = 4", "virginica taken for versicolor: 4 of 12 (33.3%)")
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert chosen == [(2, 1)]
    matrix.list_cell((2, 1))
    qtbot.keyClick(matrix, Qt.Key.Key_Escape)
    assert chosen == [(2, 1), None]
    for _ in range(3):
        qtbot.keyClick(matrix, Qt.Key.Key_Down)
    assert pointed[-1] == (3, 1)
    assert matrix.item_of((3, 1)).tip.startswith("precision: of 14")
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
    apply_appearance(theme)
    picture = matrix.grab().toImage()
    apply_appearance(LIGHT)

    def color(row, column):
        area = matrix.drawing.box(row, column)
        return picture.pixelColor(int(area.left()) + 6, int(area.top()) + 6)

    right, wrong, nothing = (color(*cell) for cell in ((1, 1), (2, 1), (0, 1)))
    assert right.blue() > right.red()
    assert wrong.red() > wrong.blue()
    assert nothing.name() == theme.neutral
    area = matrix.drawing.box(1, 1)
    edge = [picture.pixelColor(int(area.left()) + x, int(area.center().y()) + 9).name() for x in range(3)]
    assert theme.positive in edge


def test_it_is_copied_as_a_table(qtbot, matrix):
    matrix.setFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().splitlines() == [
        "true\tsetosa\tversicolor\tvirginica\trecall",
        "setosa\t12\t0\t0\t100.0%",
        "versicolor\t0\t10\t2\t83.3%",
        "virginica\t0\t4\t8\t66.7%",
        "precision\t100.0%\t71.4%\t80.0%\t83.3%",
    ]


def test_the_same_counts_are_not_drawn_again(qtbot, matrix, monkeypatch):
    drawn = []
    original = ConfusionDrawing.paint
    monkeypatch.setattr(ConfusionDrawing, "paint", lambda self, *rest: (drawn.append(self), original(self, *rest)))
    changed = COUNTS.copy()
    changed[0] = [11, 1, 0]
    matrix.show_scores(NAMES, scores(changed))
    qtbot.waitUntil(lambda: len(drawn) == 1)
    matrix.show_scores(NAMES, scores(changed))
    matrix.repaint()
    assert len(drawn) == 1


@pytest.mark.parametrize("n", [2, 3, 10, 20])
@pytest.mark.parametrize("size", [(230, 170), (360, 300), (700, 600)])
@pytest.mark.parametrize("names", ["{}", "a very long name of a species {}"])
def test_everything_fits_at_any_size(qapp, n, size, names):
    words = Words("true", "predicted", "recall", "precision")
    area = QRectF(0, 0, *size)
    drawing = ConfusionDrawing(tuple(names.format(index) for index in range(n)), area, QFont(), LIGHT, words)
    assert area.contains(drawing.box(n, n).adjusted(0, 0, -1e-6, -1e-6))
    assert drawing.row_name(0).right() < drawing.box(0, 0).left()
    assert drawing.column_name(0).bottom() < drawing.box(0, 0).top()
    for cell in ((1, 0), (n, 0), (0, n), (n, n)):
        assert drawing.at(drawing.box(*cell).center()) == cell
    assert drawing.at(drawing.row_name(1).center()) == (1, -1)
    assert drawing.at(drawing.column_name(1).center()) == (-1, 1)
    assert drawing.at(area.bottomRight() * 1.1) is None


@pytest.mark.parametrize("n", [2, 3, 10, 20, 40])
@pytest.mark.parametrize("size", [(150, 120), (230, 170), (360, 300), (700, 600)])
@pytest.mark.parametrize("largest", [7, 180, 12345])
@pytest.mark.parametrize("least", [7, 4])
def test_a_count_stays_in_its_cell(qapp, n, size, largest, least):
    words = Words("true", "predicted", "recall", "precision")
    names = tuple(map(str, range(n)))
    drawing = ConfusionDrawing(names, QRectF(0, 0, *size), QFont(), LIGHT, words, least)
    font = drawing.count_font(largest)
    if font is not None:
        metrics = QFontMetricsF(font)
        assert metrics.horizontalAdvance(str(largest)) <= drawing.width
        assert least - 0.5 <= metrics.ascent() <= drawing.height


def test_ten_classes_of_hundreds_are_read_at_the_least_size(qapp):
    words = Words("true", "predicted", "recall", "precision")
    names, area = tuple(map(str, range(10))), QRectF(0, 0, 228, 170)
    assert ConfusionDrawing(names, area, small_font(QFont()), LIGHT, words, 4.0).count_font(180) is not None


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.985, "98.5%"), (0.015, "1.5%"), (0.005, "0.5%"), (0.5, "50.0%"), (1.0, "100.0%"), (0.0, "0.0%")],
)
def test_shares_have_one_format(share, text):
    assert percent(share) == text

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from playground.views.spaces.side import GAP, number_box


def test_a_number_stands_above_its_bar_but_beside_its_neighbours(qtbot):
    metrics = QFontMetrics(QApplication.font())
    first = number_box(QRectF(100, 40, 15, 30), "26%", metrics, 0.0)
    assert abs(first.center().x() - 107.5) < 1
    assert first.bottom() < 40
    second = number_box(QRectF(121, 45, 15, 25), "17%", metrics, first.right() + GAP)
    assert second.left() >= first.right() + GAP


def test_the_first_number_is_not_cut_at_the_edge(qtbot):
    assert number_box(QRectF(3, 40, 15, 30), "100%", QFontMetrics(QApplication.font()), 0.0).left() >= 0

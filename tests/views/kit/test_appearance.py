import gc
import weakref
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.views.kit.appearance import (
    ZOOM_STEPS,
    icon_size,
    restyled,
    scaled,
    tabular,
    theme,
    zoom,
    zoomed,
)
from playground.views.kit.building import in_column, in_row, spaced
from playground.views.panel_style import TEMPLATE, filled
from playground.views.theme import DARK, LIGHT


class RestyledCount(QWidget):
    def __init__(self):
        super().__init__()
        self.count = 0

    def changeEvent(self, event):
        self.count += restyled(event)
        super().changeEvent(event)


class Heard(QWidget):
    def __init__(self):
        super().__init__()
        self.kinds = set()

    def changeEvent(self, event):
        self.kinds.add(event.type())
        super().changeEvent(event)


def test_widgets_hear_of_it_by_events_of_qt(qtbot, appearance):
    appearance(LIGHT, 100)
    heard = Heard()
    qtbot.addWidget(heard)
    heard.show()
    heard.kinds.clear()
    appearance(DARK, 200)
    assert {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange} <= heard.kinds
    assert (theme(), zoom()) == (DARK, 2.0)


def test_a_page_behind_another_hears_of_it_when_it_is_shown(qtbot, appearance):
    appearance(LIGHT, 100)
    pages, behind, within = QStackedWidget(), QWidget(), RestyledCount()
    qtbot.addWidget(pages)
    QVBoxLayout(behind).addWidget(within)
    for page in (QWidget(), behind):
        pages.addWidget(page)
    pages.show()
    within.count = 0
    appearance(DARK, 150)
    appearance(DARK, 200)
    assert within.count == 0
    for page in (1, 0, 1):
        pages.setCurrentIndex(page)
    assert within.count == 1


def test_the_same_again_does_nothing(qtbot, appearance):
    appearance(DARK, 150)
    heard = Heard()
    qtbot.addWidget(heard)
    heard.show()
    heard.kinds.clear()
    appearance(DARK)
    appearance(DARK, 150)
    assert not heard.kinds


def test_texts_follow_the_zoom_and_come_back_exactly(qtbot, appearance):
    appearance(LIGHT, 100)
    label = QLabel("text")
    qtbot.addWidget(label)
    label.show()
    usual, size = label.font(), label.sizeHint()
    for percent in ZOOM_STEPS:
        appearance(LIGHT, percent)
        assert label.font().pointSizeF() == pytest.approx(usual.pointSizeF() * percent / 100)
    assert label.sizeHint().height() == pytest.approx(3 * size.height(), abs=3)
    appearance(LIGHT, 100)
    assert label.font() == usual
    assert label.sizeHint() == size


def test_closed_windows_stay_until_all_others_are_restyled(qtbot, qapp, appearance):
    """Qt holds plain pointers to all widgets meanwhile: the program would end at one that Python destroys."""
    appearance(LIGHT, 100)
    usual = gc.get_threshold()

    class Allocating(QWidget):
        def changeEvent(self, event):
            gc.set_threshold(1)
            super().changeEvent(event)

    gc.collect()
    gc.set_threshold(100_000)
    try:
        shown = [Allocating() for _ in range(20)]
        for widget in shown:
            qtbot.addWidget(widget)
            widget.show()
        closed = []
        for _ in range(50):
            window = QWidget()
            window.itself = [window]
            window.show()
            window.close()
            closed.append(weakref.ref(window))
        del window
        appearance(DARK, 100)
        gc.collect()
        assert {reference() for reference in closed} == {None}
    finally:
        gc.set_threshold(*usual)


def test_another_typeface_of_the_application_is_kept(qtbot, qapp, appearance):
    appearance(LIGHT, 100)
    usual = qapp.font()
    other = qapp.font()
    other.setPointSizeF(usual.pointSizeF() + 4)
    qapp.setFont(other)
    appearance(LIGHT, 200)
    assert qapp.font().pointSizeF() == 2 * other.pointSizeF()
    appearance(LIGHT, 100)
    qapp.setFont(usual)


def test_declared_sizes_follow_the_zoom(qtbot, appearance):
    appearance(LIGHT, 200)
    button = QToolButton()
    qtbot.addWidget(button)
    scaled(button, QWidget.setFixedSize, 22, 24)
    scaled(button, icon_size, 16)
    for percent in (200, 100, 125):
        appearance(LIGHT, percent)
        factor = percent / 100
        assert (button.width(), button.height()) == (round(22 * factor), round(24 * factor))
        assert button.iconSize().width() == round(16 * factor)
    scaled(button, QWidget.setFixedSize, 30, 30)
    appearance(LIGHT, 300)
    assert button.width() == 90


def test_distances_follow_the_zoom(qtbot, appearance):
    appearance(LIGHT, 200)
    grid = spaced(QGridLayout(), gap=(6, 3), edges=2)
    inner, column = in_row(QLabel(), 12, QLabel(), None, gap=5), QWidget()
    column.setLayout(in_column(inner, 20, grid, gap=7, edges=(1, 2, 3, 4)))
    qtbot.addWidget(column)
    for percent in (200, 100, 125):
        appearance(LIGHT, percent)
        factor = percent / 100
        outer = column.layout()
        assert (inner.spacing(), outer.spacing()) == (round(5 * factor), round(7 * factor))
        assert outer.contentsMargins().bottom() == round(4 * factor)
        assert (grid.horizontalSpacing(), grid.verticalSpacing()) == (round(6 * factor), round(3 * factor))
        assert inner.itemAt(1).sizeHint().width() == round(12 * factor)
        assert outer.itemAt(1).sizeHint().height() == round(20 * factor)
    inner.setDirection(QBoxLayout.Direction.TopToBottom)
    appearance(LIGHT, 100)
    assert inner.itemAt(1).sizeHint().height() == 12


def test_the_sheet_follows_both(qtbot, appearance):
    appearance(LIGHT, 100)
    label = QLabel()
    label.setProperty("role", "note")
    qtbot.addWidget(label)
    label.show()
    size = label.sizeHint()
    appearance(DARK, 300)
    assert label.palette().color(label.foregroundRole()).name() == DARK.muted
    assert label.sizeHint().height() > 2 * size.height()


@pytest.mark.parametrize("percent", ZOOM_STEPS)
def test_focus_moves_nothing_at_any_zoom(qtbot, appearance, percent):
    appearance(LIGHT, percent)
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    fields = (QLineEdit("x"), QPushButton("x"), QLineEdit("other"))
    for field in fields:
        layout.addWidget(field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for field, other in pairwise(fields):
        other.setFocus()
        size = field.sizeHint()
        field.setFocus()
        assert field.sizeHint() == size


def test_no_line_vanishes_in_a_small_sheet():
    assert "border: 1px" in filled("border: 1px solid $border", LIGHT, 0.75)
    assert filled(TEMPLATE, LIGHT, 1.0).count("px") == TEMPLATE.count("px")


def test_steps_of_the_zoom():
    assert zoomed(100, 1) == 110
    assert zoomed(100, -1) == 90
    assert zoomed(105, 1) == 110
    assert zoomed(105, -1) == 100
    assert zoomed(300, 1) == 300
    assert zoomed(75, -2) == 75


def test_tabular_fonts_are_scaled_copies(qapp):
    points, pixels = QFont(), QFont()
    points.setPointSizeF(10)
    pixels.setPixelSize(20)
    assert tabular(points, 0.8).pointSizeF() == pytest.approx(8)
    assert tabular(pixels, 0.8).pixelSize() == 16
    assert points.pointSizeF() == 10
    assert tabular(points).featureValue(QFont.Tag("tnum")) == 1

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QStyle, QStyleOptionButton

from playground.views.controls.check_box import CheckBox
from playground.views.cost.view import CostView
from playground.views.output.view import OutputView
from playground.views.panel_style import style_sheet
from playground.views.theme import THEMES


def luminance(color):
    parts = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    """Return the ratio of the Web Content Accessibility Guidelines."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=THEMES.values(), ids=THEMES)
def dressed(request, qapp):
    kept = qapp.palette(), qapp.styleSheet()
    qapp.setPalette(request.param.palette())
    qapp.setStyleSheet(style_sheet(request.param))
    yield request.param
    qapp.setPalette(kept[0])
    qapp.setStyleSheet(kept[1])


def indicator(box):
    option = QStyleOptionButton()
    box.initStyleOption(option)
    return box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)


@pytest.mark.parametrize("checked", [False, True])
def test_the_frame_stands_out_from_the_window(qtbot, dressed, checked):
    box = CheckBox("Log")
    qtbot.addWidget(box)
    box.setChecked(checked)
    box.show()
    QApplication.processEvents()
    place = indicator(box)
    edge = box.grab().toImage().pixelColor(QPoint(place.left(), place.center().y()))
    assert contrast(edge, QColor(dressed.window)) >= 3  # what the guidelines ask of controls


def test_a_check_and_the_focus_are_seen(qtbot, dressed):
    box = CheckBox("Log")
    qtbot.addWidget(box)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    looks = []
    for focused in (False, True):
        box.setFocus() if focused else box.clearFocus()
        for checked in (False, True):
            box.setChecked(checked)
            looks.append(box.grab().toImage())
    assert all(looks[i] != looks[j] for i in range(4) for j in range(i))
    assert looks[1].pixelColor(indicator(box).topLeft() + QPoint(2, 3)).name() == dressed.accent


def test_it_is_checked_with_mouse_and_key(qtbot):
    box = CheckBox("Log")
    qtbot.addWidget(box)
    box.show()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=indicator(box).center())
    assert box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()


@pytest.mark.parametrize("view", [OutputView, CostView])
def test_the_views_have_no_other_ones(qtbot, view):
    widget = view()
    qtbot.addWidget(widget)
    boxes = widget.findChildren(QCheckBox)
    assert boxes
    assert all(isinstance(box, CheckBox) for box in boxes)

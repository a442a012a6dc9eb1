import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QStyle, QStyleOptionButton

from playground.lessons.lesson import Ask
from playground.views.controls.check_box import CheckBox
from playground.views.cost.view import CostView
from playground.views.lessons.answers import FIELDS, RadioButton
from playground.views.output.view import OutputView
from playground.views.panel_style import style_sheet
from playground.views.theme import LIGHT, THEMES


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


def ring(button):
    option = QStyleOptionButton()
    button.initStyleOption(option)
    return button.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, button)


@pytest.mark.parametrize("chosen", [False, True])
def test_a_radio_buttons_ring_stands_out_from_the_window(qtbot, dressed, chosen):
    button = RadioButton("+ positive")
    qtbot.addWidget(button)
    button.setChecked(chosen)
    button.show()
    QApplication.processEvents()
    place = ring(button)
    edge = button.grab().toImage().pixelColor(QPoint(place.left() + 1, place.center().y()))
    assert contrast(edge, QColor(dressed.window)) >= 3  # what the guidelines ask of controls


def test_the_chosen_one_is_told_from_the_others(qtbot, dressed):
    looks = []
    for chosen in (False, True):
        button = RadioButton("0 zero")
        qtbot.addWidget(button)
        button.setChecked(chosen)
        button.show()
        looks.append(button.grab().toImage().pixelColor(ring(button).center() + QPoint(0, -4)))
    assert contrast(*looks) >= 3


def test_a_radio_button_grows_with_the_zoom(qtbot, appearance):
    button = RadioButton("0 zero")
    qtbot.addWidget(button)
    button.show()
    sides = []
    for zoom in (100, 200):
        appearance(LIGHT, zoom)
        sides.append(ring(button).width())
    assert sides == [14, 28]


def test_the_answers_have_no_other_radio_buttons(qtbot):
    field = FIELDS["sign"](Ask(kind="sign", answer="dw"))
    qtbot.addWidget(field)
    buttons = field.findChildren(QRadioButton)
    assert len(buttons) == 3
    assert all(isinstance(button, RadioButton) for button in buttons)


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_the_box_grows_with_the_texts(qtbot, qapp, kind):
    kept = qapp.styleSheet()
    sides = []
    try:
        for zoom in (1.0, 3.0):
            qapp.setStyleSheet(style_sheet(THEMES["light"], zoom))
            button = kind("+ positive")
            qtbot.addWidget(button)
            button.ensurePolished()
            option = QStyleOptionButton()
            button.initStyleOption(option)
            metric = (
                QStyle.PixelMetric.PM_ExclusiveIndicatorWidth
                if kind is RadioButton
                else QStyle.PixelMetric.PM_IndicatorWidth
            )
            sides.append(button.style().pixelMetric(metric, option, button))
    finally:
        qapp.setStyleSheet(kept)
    assert sides == [14, 42]

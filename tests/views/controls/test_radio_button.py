import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionButton

from playground.views.controls.radio_button import RadioButton
from tests.views.controls.test_check_box import contrast, dressed

__all__ = ["dressed"]


@pytest.mark.parametrize("checked", [False, True])
def test_the_circle_stands_out_from_the_window(qtbot, dressed, checked):
    button = RadioButton("positive")
    qtbot.addWidget(button)
    button.setChecked(checked)
    button.show()
    QApplication.processEvents()
    option = QStyleOptionButton()
    button.initStyleOption(option)
    place = button.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, button)
    picture = button.grab().toImage()
    edge = max(
        contrast(picture.pixelColor(QPoint(x, place.center().y())), QColor(dressed.window))
        for x in range(place.left(), place.left() + 3)
    )
    assert edge >= 3  # what the guidelines ask of controls


@pytest.mark.parametrize("checked", [False, True])
def test_the_focus_is_seen_whatever_gave_it(qtbot, dressed, checked):
    button = RadioButton("positive")
    qtbot.addWidget(button)
    button.setChecked(checked)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    looks = []
    for focused in (False, True):
        button.setFocus() if focused else button.clearFocus()
        QApplication.processEvents()
        looks.append(button.grab().toImage())
    assert looks[0] != looks[1]

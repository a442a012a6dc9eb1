import re

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.views.kit.appearance import scaled_font
from playground.views.kit.prose import prose
from playground.views.panel_style import set_property, style_sheet
from playground.views.theme import DARK, LIGHT, THEMES


@pytest.fixture
def dressed(qapp):
    kept = qapp.styleSheet()
    yield lambda theme: qapp.setStyleSheet(style_sheet(theme))
    qapp.setStyleSheet(kept)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_colour_comes_out_as_one(theme):
    sheet = style_sheet(theme)
    assert "$" not in sheet
    assert theme.accent in sheet
    assert all(QColor(color).isValid() for color in re.findall(r"#\w+", sheet))
    assert sheet.count("{") == sheet.count("}")


def test_themes_differ():
    assert style_sheet(LIGHT) != style_sheet(DARK)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("kind", [QLineEdit, QSpinBox, QComboBox, QPushButton, QToolButton])
def test_qt_reads_the_sheet_and_focus_wears_the_accent_without_moving_anything(qtbot, dressed, theme, kind):
    dressed(theme)
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    widget, other = kind(), QLineEdit()
    layout.addWidget(widget)
    layout.addWidget(other)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    size = widget.sizeHint()
    assert edge(widget) != theme.accent
    widget.setFocus()
    assert edge(widget) == theme.accent
    assert widget.sizeHint() == size


def edge(widget):
    middle = QPoint(0, widget.height() // 2)
    return widget.grab(QRect(middle, widget.rect().bottomRight())).toImage().pixelColor(0, 0).name()


def test_a_property_dresses_a_shown_widget_again(qtbot, dressed):
    dressed(LIGHT)
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    set_property(line, "problem", True)
    assert edge(line) == LIGHT.error
    set_property(line, "problem", False)
    assert edge(line) != LIGHT.error


def test_a_property_keeps_the_font_that_is_set_later(qtbot, dressed):
    dressed(LIGHT)
    label = QLabel("x")
    qtbot.addWidget(label)
    set_property(label, "role", "heading")
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.show()
    assert label.font().bold()
    dressed(DARK)
    assert label.font().bold()


def test_a_property_keeps_the_size_of_a_zoom(qtbot, appearance):
    label = prose()
    scaled_font(label, bold=True)
    qtbot.addWidget(label)
    label.show()
    set_property(label, "role", "warning")
    appearance(LIGHT, 175)
    size = label.font().pointSizeF()
    set_property(label, "role", "")
    assert size == pytest.approx(QApplication.font().pointSizeF())
    assert (label.font().pointSizeF(), label.font().bold()) == (size, True)


def test_a_list_of_twenty_is_shown_whole(qtbot, dressed):
    dressed(LIGHT)
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems([f"entry {index}" for index in range(20)])
    box.show()
    box.showPopup()
    view = box.view()
    first, last = (view.visualRect(view.model().index(row, 0)) for row in (0, 19))
    assert view.viewport().rect().contains(first)
    assert view.viewport().rect().contains(last)
    box.hidePopup()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_focused_slider_wears_a_ring(qtbot, dressed, theme):
    dressed(theme)
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    slider, other = QSlider(Qt.Orientation.Horizontal), QLineEdit()
    slider.setValue(50)
    layout.addWidget(slider)
    layout.addWidget(other)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    size = slider.size()
    assert theme.text not in colors(slider)
    slider.setFocus()
    assert theme.text in colors(slider)
    assert slider.size() == size


def colors(widget):
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("zoom", [percent / 100 for percent in range(75, 301)])
def test_the_handle_of_a_slider_is_round_at_every_zoom(zoom):
    """Qt rounds no corner whose radius is more than half of a side."""
    rule = re.search(r"QSlider::handle:horizontal \{(.*?)\}", style_sheet(LIGHT, zoom), re.DOTALL)[1]
    width, radius, border = (
        int(re.search(rf"{name}: (\d+)px", rule)[1]) for name in ("\n    width", "border-radius", " border")
    )
    assert width + 2 * border - 4 <= 2 * radius <= width + 2 * border

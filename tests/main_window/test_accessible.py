"""What a screen reader is given: plain text, everywhere in the window."""

import re

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTableView,
    QWidget,
)

from playground.lessons.commands import BeginLesson
from playground.lessons.course import course_lesson
from playground.lessons.decode import encode_lesson
from playground.main_window.dialogs import keys_dialog
from playground.main_window.workspaces import WORKSPACES
from playground.views.controls.exact import ExactBox
from playground.views.controls.number import ScaleSlider
from playground.views.forms.text import explain
from playground.views.network.layout import Neuron

MARKUP = re.compile(r"</?[a-z][^<>]*>|&(lt|gt|amp|nbsp|quot|#\d+);|\\[a-zA-Z]+|\$|[_^]\{")
PRESSED = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)
PARTS_OF_OTHERS = (QHeaderView, QLabel, QScrollBar)
WHOLES = (QAbstractSpinBox, QComboBox, QTableView)
TEXTS = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)


def read_aloud(root: QWidget) -> list[tuple[str, str]]:
    """Everything with markup in it that the visible widgets say, each with its widget's kind."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        texts = [widget.accessibleName(), widget.accessibleDescription()]
        texts += [interface.text(kind) for kind in TEXTS] if interface is not None else []
        found += [(type(widget).__name__, text) for text in texts if MARKUP.search(text)]
    return found


def called(widget: QWidget) -> str:
    """What a screen reader calls a widget: on Linux a choice by its label, since its name is what is chosen."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        labels = interface.relations(QAccessible.RelationFlag.Label)
        return " ".join(label.text(QAccessible.Text.Name) for label, _relation in labels)
    return interface.text(QAccessible.Text.Name)


def nameless(root: QWidget) -> list[tuple[str, str]]:
    """Every visible widget that can be used with mouse or Tab and has no name, each with what is around it."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        can_be_used = isinstance(widget, PRESSED) or bool(widget.focusPolicy().value & 1)
        is_part = isinstance(widget, PARTS_OF_OTHERS) or isinstance(widget.parent(), WHOLES)
        if widget.isVisible() and can_be_used and not is_part and widget.focusProxy() is None and not called(widget):
            found.append((type(widget).__name__, type(widget.parent()).__name__))
    return found


def test_all_that_opens_can_be_called_by_its_name(qtbot, window, tmp_path):
    band = window._panels.network.band
    band.feature_panel.show()
    window._panels.network._open(Neuron(1, 0), QPoint(60, 60))
    assert nameless(band.feature_panel) == nameless(window._panels.network.editor) == []
    dialog = keys_dialog(window)
    dialog.show()
    assert nameless(dialog) == []
    window.post(BeginLesson(encode_lesson(course_lesson("one_weight")).decode()))
    qtbot.waitUntil(lambda: window.snapshot.lesson is not None, timeout=20_000)
    assert nameless(window) == []
    table = tmp_path / "table.csv"
    table.write_text("a,b\n1,2\n2,3\n3,4\n")
    window.open(table)
    qtbot.waitUntil(
        lambda: window._importing.panel is not None and window._importing.panel._preview is not None, timeout=20_000
    )
    assert nameless(window) == []


def test_a_slider_says_its_value_and_not_where_its_handle_stands(qtbot, window):
    window.show_workspace("chain")
    texts = {}
    for slider in window.findChildren(QAbstractSlider):
        if not isinstance(slider, QScrollBar):
            interface = QAccessible.queryAccessibleInterface(slider)
            numbers = interface.valueInterface()
            texts[slider.accessibleName()] = (interface.text(QAccessible.Text.Value), numbers.currentValue())
            assert numbers.minimumValue() <= numbers.currentValue() <= numbers.maximumValue()
    assert texts["Learning rate"] == ("0.03", 0.03)
    assert texts["Gradient clipping"] == ("never", 0.0)
    assert texts["Training share"] == ("0.5", 0.5)
    assert texts["w1"] == ("-3", -3.0)
    assert texts["Brush size"][0] == "5.2% of the axes"
    rate = next(slider for slider in window.findChildren(ScaleSlider) if slider.accessibleName() == "Learning rate")
    QAccessible.queryAccessibleInterface(rate).valueInterface().setCurrentValue(0.1)
    qtbot.waitUntil(lambda: window.snapshot.experiment.training.learning_rate == 0.1, timeout=20_000)


@pytest.mark.parametrize("preset", ["circles", "digits", "sine"])
def test_no_workspace_reads_markup_out_or_has_a_nameless_control(qtbot, make_window, preset):
    window = make_window(preset)
    for name in WORKSPACES:
        window.show_workspace(name)
        window.show_at_work()
        qtbot.wait(150)
        assert read_aloud(window) == nameless(window) == [], name
    window.show_workspace("train")
    for name in window._area.lower_right.names:
        window._area.lower_right.open(name)
        qtbot.wait(30)
        assert read_aloud(window) == nameless(window) == [], name
    window._panels.network._open(Neuron(1, 0), QPoint(60, 60))
    assert read_aloud(window._panels.network.editor) == []


def test_the_list_of_keys_reads_no_markup_out(qtbot, window):
    dialog = keys_dialog(window)
    dialog.show()
    assert read_aloud(dialog) == []


def test_a_field_says_its_range_and_what_is_wrong(qtbot, window):
    box = next(box for box in window.findChildren(ExactBox) if box.accessibleName() == "Learning rate")
    assert "From 0 to 1000" in box.accessibleDescription()
    window._panels.settings.show_error("training.learning_rate", "too large")
    assert box.accessibleDescription() == "too large"
    window._panels.settings.form_of("training.learning_rate").row("training.learning_rate").show_error("")
    assert "From 0 to 1000" in box.accessibleDescription()


def test_explaining_gives_the_tooltip_and_its_plain_text(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    explain(widget, "<p><b>a &lt; b</b></p><p>x<sub>1</sub></p>")
    assert widget.toolTip().startswith("<p>")
    assert widget.accessibleDescription() == "a < b\nx1"

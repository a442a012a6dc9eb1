"""What a screen reader is given: plain text, everywhere in the window."""

import re

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from playground.main_window.dialogs import keys_dialog
from playground.main_window.workspaces import WORKSPACES
from playground.views.controls.exact import ExactBox
from playground.views.forms.text import explain
from playground.views.network.layout import Neuron

MARKUP = re.compile(r"</?[a-z][^<>]*>|&(lt|gt|amp|nbsp|quot|#\d+);|\\[a-zA-Z]+|\$|[_^]\{")
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


@pytest.mark.parametrize("preset", ["circles", "digits", "sine"])
def test_no_workspace_reads_markup_out(qtbot, make_window, preset):
    window = make_window(preset)
    for name in WORKSPACES:
        window.show_workspace(name)
        window.show_at_work()
        qtbot.wait(150)
        assert read_aloud(window) == [], name
    window.show_workspace("train")
    for name in window._area.lower_right.names:
        window._area.lower_right.open(name)
        qtbot.wait(30)
        assert read_aloud(window) == [], name
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

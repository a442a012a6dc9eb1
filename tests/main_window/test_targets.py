"""Everything that can be pressed is large enough for a hand that is not steady: 24 pixels each way."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QSlider, QTabBar, QWidget

from playground.main_window.workspaces import LOWER_RIGHT, WORKSPACES

LEAST = 24
CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QSlider)


def too_small(root: QWidget) -> set[str]:
    found = set()
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not widget.isEnabled():
            continue
        if isinstance(widget, QTabBar):
            sizes = [widget.tabRect(index).size() for index in range(widget.count())]
        elif isinstance(widget, CONTROLS) and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QTabBar):
            sizes = [widget.size()]
        else:
            continue
        for size in sizes:
            if size.expandedTo(QSize(LEAST, LEAST)) != size:
                name = widget.accessibleName() or widget.toolTip() or widget.objectName()
                found.add(f"{type(widget).__name__} “{name}” {size.width()}×{size.height()}")
    return found


@pytest.mark.parametrize("name", WORKSPACES)
def test_every_control_of_a_workspace(qtbot, make_window, name):
    window = make_window("circles", (1600, 1000))
    window.show_workspace(name)
    qtbot.wait(100)
    assert too_small(window) == set()


@pytest.mark.parametrize("name", LOWER_RIGHT)
def test_every_control_at_the_lower_right(qtbot, window, name):
    window._area.show_lower_right(name)
    qtbot.wait(50)
    assert too_small(window._area.lower_right) == set()

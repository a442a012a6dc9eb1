import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from playground.views.kit.appearance import apply_appearance
from playground.views.panels.group import PanelGroup
from playground.views.theme import DARK


@pytest.fixture
def group(qtbot):
    widget = PanelGroup("Data")
    widget.body.addWidget(QLabel("inside"))
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_a_click_or_space_on_the_heading_folds(qtbot, group):
    heading = group.findChild(QPushButton)
    assert heading.accessibleName() == "Data"
    height = group.sizeHint().height()
    qtbot.mouseClick(heading, Qt.MouseButton.LeftButton)
    assert group.folded
    assert group.sizeHint().height() < height
    qtbot.keyClick(heading, Qt.Key.Key_Space)
    assert not group.folded
    assert group.sizeHint().height() == height


def test_a_detail_never_widens_the_group(group):
    width = group.minimumSizeHint().width()
    group.set_detail("a very long word about the state of things")
    assert group.minimumSizeHint().width() == width


def test_a_theme_draws_another_arrow(group):
    before = [label.pixmap().cacheKey() for label in group.findChildren(QLabel) if not label.pixmap().isNull()]
    apply_appearance(DARK)
    after = [label.pixmap().cacheKey() for label in group.findChildren(QLabel) if not label.pixmap().isNull()]
    assert len(before) == len(after) == 1
    assert before != after

"""Parts put together: side by side where there is room, and pages that ask for no more than the one in front."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from playground.views.kit.building import in_row
from playground.views.kit.fitting import FrontStack, beside


def part(width: int, height: int) -> QWidget:
    widget, room = QWidget(), QWidget()
    room.setMinimumSize(width, height)
    widget.setLayout(in_row(room, gap=0))
    return widget


def test_parts_stand_one_above_the_other_where_there_is_too_little_room(qtbot):
    parts = part(200, 50), part(300, 80)
    splitter = beside((parts[0], 1), (parts[1], 2))
    page = QWidget()
    page.setLayout(in_row(splitter, gap=0))
    qtbot.addWidget(page)
    page.show()
    assert splitter.minimumSizeHint().width() == 300
    for width, orientation, height in ((520, "Horizontal", 80), (480, "Vertical", 130), (520, "Horizontal", 80)):
        page.resize(width, 400)
        assert splitter.orientation() == Qt.Orientation[orientation]
        assert splitter.minimumSizeHint().height() in (height, height + splitter.handleWidth())


def test_only_the_page_in_front_asks_for_room(qtbot):
    small, large = part(50, 40), part(400, 300)
    stack = FrontStack(small, large)
    qtbot.addWidget(stack)
    stack.show()
    assert stack.minimumSizeHint() == QSize(50, 40)
    stack.setCurrentWidget(large)
    assert stack.minimumSizeHint() == QSize(400, 300)

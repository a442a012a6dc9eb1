"""Parts put together: side by side where there is room, and pages that ask for no more than the one in front."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from playground.views.kit.building import captioned, in_column, in_row, spaced
from playground.views.kit.fitting import FrontStack, ScrolledColumn, WrappedRow, beside, bring_into_sight


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


def test_a_column_beside_a_picture_scrolls_by_itself_and_keeps_its_width(qtbot):
    tall = part(200, 900)
    column = ScrolledColumn(in_column(tall), 220)
    splitter = beside((column, 1), (part(300, 100), 2))
    qtbot.addWidget(splitter)
    splitter.resize(700, 400)
    splitter.show()
    bar = column.verticalScrollBar()
    assert splitter.orientation() == Qt.Orientation.Horizontal
    assert splitter.minimumSizeHint().height() == 220
    qtbot.waitUntil(lambda: bar.maximum() == 900 - 400)
    assert column.viewport().width() >= tall.minimumSizeHint().width()
    column.widget().layout().addWidget(last := part(10, 10))
    qtbot.waitUntil(lambda: last.isVisible() and bar.maximum() > 500)
    bring_into_sight(last)
    assert bar.value() == bar.maximum()


def test_fields_that_grow_fill_each_line_and_the_row_is_as_narrow_as_its_widest_part(qtbot):
    one, other = captioned("one", QLineEdit(), 1), captioned("other", QLineEdit(), 1)
    row, page = spaced(WrappedRow(one, other), gap=8), QWidget()
    page.setLayout(row)
    row.setContentsMargins(0, 0, 0, 0)
    qtbot.addWidget(page)
    page.show()
    both = one.sizeHint().width() + 8 + other.sizeHint().width()
    page.resize(both + 41, 100)
    assert one.y() == other.y() == 0
    assert one.width() + 8 + other.width() == both + 41
    assert abs(one.width() - one.sizeHint().width() - 20) <= 1
    page.resize(both - 1, 100)
    assert other.y() == one.height() + 8
    assert one.width() == other.width() == both - 1
    widest = max(one.minimumSizeHint().width(), other.minimumSizeHint().width())
    assert page.minimumSizeHint().width() == widest
    assert row.heightForWidth(both - 1) == 2 * row.heightForWidth(both) + 8


def test_others_stay_as_wide_as_their_words_with_the_last_at_the_edge(qtbot):
    buttons, page = [QPushButton(text) for text in ("Back", "Next")], QWidget()
    row = spaced(WrappedRow(*buttons, spread=True), gap=8, edges=0)
    page.setLayout(row)
    qtbot.addWidget(page)
    page.show()
    page.resize(400, 60)
    assert [button.width() for button in buttons] == [button.sizeHint().width() for button in buttons]
    assert (buttons[0].x(), buttons[1].geometry().right()) == (0, 399)
    assert isinstance(captioned("word", QPushButton()).layout().itemAt(0).widget(), QLabel)

"""A row that breaks: in as many lines as it takes, each filled by the parts that grow."""

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from playground.views.kit.building import captioned, spaced
from playground.views.kit.wrapped_row import WrappedRow


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

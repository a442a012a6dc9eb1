import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from playground.views.kit.building import in_column
from playground.views.kit.number_table import NumberTable, Row, Table
from playground.views.theme import LIGHT

ROWS = (
    Row("training", ("0.4736", "97.5%"), "train"),
    Row("test", ("1.250", "9.0%"), "#ff0000", Qt.PenStyle.DashLine),
)


def test_a_table_with_headings_has_one_height_and_copies_as_columns(qtbot):
    table = NumberTable(rows=3)
    qtbot.addWidget(table)
    height = table.sizeHint().height()
    table.show_table(Table(ROWS, "now", headings=("cost", "accuracy")))
    assert table.sizeHint().height() == height
    assert table.as_text() == "now\tcost\taccuracy\ntraining\t0.4736\t97.5%\ntest\t1.250\t9.0%"


def test_without_a_number_of_rows_it_is_as_high_as_it_must_be(qtbot):
    table = NumberTable()
    qtbot.addWidget(table)
    table.show_table(Table(ROWS[:1]))
    height = table.sizeHint().height()
    table.show_table(Table(ROWS))
    assert table.sizeHint().height() > height
    assert table.as_text().splitlines() == ["training\t0.4736\t97.5%", "test\t1.250\t9.0%"]


@pytest.mark.parametrize("zoom", [100, 175])
def test_written_larger_it_has_the_room_for_all_its_rows(qtbot, appearance, zoom):
    place, table = QWidget(), NumberTable()
    qtbot.addWidget(place)
    place.setLayout(in_column(table, None))
    appearance(LIGHT, zoom)
    table.show_table(Table(ROWS))
    heights = []
    for width in (240, 340):
        place.resize(width * zoom // 100, 400)
        place.show()
        qtbot.waitUntil(lambda: table.height() == table.sizeHint().height())
        heights.append(table.height())
    assert heights[1] > heights[0]


def test_samples_have_the_colours_of_their_rows(qtbot):
    table = NumberTable(rows=3)
    qtbot.addWidget(table)
    table.resize(300, table.sizeHint().height())
    table.show_table(Table(ROWS, "now"))
    picture = table.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(24) for y in range(picture.height())}
    assert {"#ff0000", table.theme.train.lower()} <= colors

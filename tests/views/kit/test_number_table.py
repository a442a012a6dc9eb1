from PySide6.QtCore import Qt

from playground.views.kit.number_table import NumberTable, Row, Table

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


def test_samples_have_the_colours_of_their_rows(qtbot):
    table = NumberTable(rows=3)
    qtbot.addWidget(table)
    table.resize(300, table.sizeHint().height())
    table.show_table(Table(ROWS, "now"))
    picture = table.grab().toImage()
    colors = {picture.pixelColor(x, y).name() for x in range(24) for y in range(picture.height())}
    assert {"#ff0000", table.theme.train.lower()} <= colors

import pytest
from PySide6.QtCore import Qt

from playground.views.check.row import Row, cell_text, error_text
from playground.views.check.table import CheckTable, bar_share
from playground.views.kit.appearance import apply_appearance
from playground.views.theme import DARK

ROWS = (
    Row("W1", (4, 2), 2e-11, 1e-9, "agrees"),
    Row("b1", (4, 1), 0.15, 1.0, "differs", 3),
    Row("W2", (1, 4)),
)


@pytest.fixture
def table(qtbot):
    table = CheckTable()
    qtbot.addWidget(table)
    table.resize(400, 200)
    table.show()
    table.set_rows(ROWS)
    table.chosen = []
    table.array_chosen.connect(table.chosen.append)
    return table


def test_what_the_cells_say():
    assert [cell_text(ROWS[0], column) for column in range(4)] == ["W1  4×2", "2.0e-11", "1.0e-9", "agrees"]
    assert [cell_text(ROWS[1], column) for column in range(4)] == ["b1  4×1", "1.5e-1", "1.0", "differs, 3 at kinks"]
    assert [cell_text(ROWS[2], column) for column in range(1, 4)] == ["–", "–", "not yet"]


@pytest.mark.parametrize(("error", "text"), [(None, "–"), (0.0, "0"), (1.0, "1.0"), (2.36e-13, "2.4e-13")])
def test_errors_have_two_digits(error, text):
    assert error_text(error) == text


@pytest.mark.parametrize(("error", "share"), [(0.0, 0), (1e-15, 0), (1e-6, 0.5), (1.0, 1), (5.0, 1), (float("nan"), 1)])
def test_bars_are_logarithmic(error, share):
    assert bar_share(error) == pytest.approx(share)


def test_a_click_chooses_an_array(qtbot, table):
    place = table.visualItemRect(table.item(1, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.chosen == [1]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.chosen == [1, 2]


def test_choosing_from_outside_sends_nothing(table):
    table.choose(2)
    assert table.currentRow() == 2
    assert table.chosen == []


def test_new_numbers_keep_the_chosen_row(table):
    table.choose(1)
    table.set_rows((ROWS[0], ROWS[0], ROWS[0]))
    assert table.currentRow() == 1
    table.set_rows((ROWS[0],))
    assert table.currentRow() == 0
    assert table.chosen == []


def test_screen_readers_get_the_cells(table):
    assert table.item(1, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "differs, 3 at kinks"
    assert "kink" in table.item(1, 3).toolTip()
    assert table.item(0, 3).toolTip() == ""
    assert all(table.horizontalHeaderItem(column).toolTip().endswith(".") for column in range(4))


def test_verdicts_differ_in_shape_not_only_in_colour(table):
    """Without colour, the marks of the two verdicts are still different pictures."""

    def silhouette(row):
        area = table.visualItemRect(table.item(row, 3))
        image = table.viewport().grab(area).toImage()
        back = image.pixelColor(image.width() - 2, 1).lightness()
        return {
            (x, y)
            for x in range(7, 23)
            for y in range(image.height())
            if abs(image.pixelColor(x, y).lightness() - back) > 60
        }

    table.clearSelection()
    assert len(silhouette(0) ^ silhouette(1)) > 40
    apply_appearance(DARK)
    assert len(silhouette(0) ^ silhouette(1)) > 40


def test_it_is_as_high_as_its_rows_at_every_zoom(table):
    for percent in (175, 100):
        apply_appearance(DARK, percent)
        assert table.minimumSizeHint().height() <= table.maximumHeight() == table.sizeHint().height()

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from playground.files import FIELDS
from playground.views.controls.check_box import FlagControl
from playground.views.forms.form import FormRow

FLAGS = [path for path, field in FIELDS.items() if field.kind == "flag"]


@pytest.fixture
def make_row(qtbot):
    def make(path):
        row = FormRow(FlagControl(FIELDS[path]))
        qtbot.addWidget(row)
        row.show()
        row.sent = []
        row.control.changed.connect(row.sent.append)
        return row

    return make


@pytest.mark.parametrize("path", FLAGS)
def test_the_box_says_the_label_itself_and_what_it_does(make_row, path):
    row = make_row(path)
    assert row.control.box.text() == FIELDS[path].label
    assert row.control.box.accessibleName() == FIELDS[path].label
    assert FIELDS[path].tooltip in row.control.box.toolTip()
    assert row.control.value == bool(FIELDS[path].default)


def test_a_click_or_space_sends_what_it_is_now(qtbot, make_row):
    row = make_row("data.standardize")
    row.control.box.click()
    qtbot.keyClick(row.control.box, Qt.Key.Key_Space)
    assert row.sent == [True, False]


def test_setting_a_value_sends_nothing(make_row):
    row = make_row("data.standardize")
    row.control.set_value(True)
    assert row.control.value is True
    assert row.sent == []


def test_it_is_in_use_while_it_is_held_down(make_row):
    box = make_row("data.standardize").control.box
    box.setDown(True)
    assert make_row("data.standardize").control.is_editing() is False
    assert box.isDown()


def test_another_label(make_row):
    row = make_row("data.standardize")
    row.set_field(replace(FIELDS["data.standardize"], label="Bed & breakfast"))
    assert row.control.box.text() == "Bed && breakfast"
    assert row.control.box.accessibleName() == "Bed & breakfast"


def test_a_refusal_is_written_below(make_row):
    row = make_row("data.standardize")
    row.show_error("Not today.")
    assert row.note.isVisible()
    assert row.note.text() == "Not today."

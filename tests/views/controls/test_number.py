import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from playground.files import FIELDS
from playground.views.controls.number import NumberControl, has_slider
from playground.views.forms.form import FormRow

NUMBERS = [path for path, field in FIELDS.items() if field.kind in ("integer", "number")]


@pytest.fixture
def make_control(qtbot):
    def make(path):
        control = NumberControl(FIELDS[path])
        row = FormRow(control)
        qtbot.addWidget(row)
        with qtbot.waitActive(row):
            row.show()
            row.activateWindow()
        control.kept, control.values = row, []
        control.changed.connect(control.values.append)
        return control

    return make


@pytest.mark.parametrize("path", NUMBERS)
def test_starts_with_the_default(make_control, path):
    control = make_control(path)
    assert control.value == FIELDS[path].default
    assert (control.slider is not None) == has_slider(FIELDS[path])


def test_seeds_are_typed_and_shares_are_dragged():
    assert not has_slider(FIELDS["network.seed"])
    assert not has_slider(FIELDS["training.epochs"])
    assert has_slider(FIELDS["data.train_fraction"])


def test_dragging_shows_the_exact_number_and_sends_it(make_control):
    control = make_control("training.learning_rate")
    control.slider.setValue(control.slider.stops.index(0.1))
    assert control.values == [0.1]
    assert control.box.text() == "0.1"
    assert control.value == 0.1


def test_typing_moves_the_slider(qtbot, make_control):
    control = make_control("training.learning_rate")
    control.box.selectAll()
    qtbot.keyClicks(control.box, "2.02")
    qtbot.keyClick(control.box, Qt.Key.Key_Return)
    assert control.values == [2.02]
    assert control.slider.stops[control.slider.value()] == 2.0


@pytest.mark.parametrize("path", NUMBERS)
def test_setting_a_value_sends_nothing(make_control, path):
    control = make_control(path)
    for value in (FIELDS[path].minimum, FIELDS[path].maximum, FIELDS[path].default):
        control.set_value(value)
        assert control.value == value
    assert control.values == []


def test_other_bounds(qtbot, make_control):
    control = make_control("data.noise")
    control.set_value(0.25)
    control.set_field(replace(FIELDS["data.noise"], maximum=0.5, slider=(0.0, 0.5)))
    assert control.value == 0.25
    assert control.slider.stops[-1] == 0.5
    assert control.slider.stops[control.slider.value()] == 0.25
    control.box.selectAll()
    qtbot.keyClicks(control.box, "0.6")
    qtbot.keyClick(control.box, Qt.Key.Key_Return)
    assert control.values == []


def test_holding_the_handle_is_editing(make_control):
    control = make_control("training.l2")
    assert not control.is_editing()
    control.slider.setSliderDown(True)
    assert control.is_editing()


def test_a_compact_one_has_no_slider(qtbot):
    control = NumberControl(FIELDS["training.target_cost"], draggable=False)
    qtbot.addWidget(control.box)
    assert control.slider is None
    assert control.body is None

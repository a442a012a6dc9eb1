from html import escape

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QStyleOptionComboBox

from playground.files import FIELDS
from playground.views.controls.calm import ComboBox
from playground.views.controls.choice import ChoiceControl
from playground.views.forms.form import FormRow

CHOICES = [path for path, field in FIELDS.items() if field.kind == "choice"]


@pytest.fixture
def make_control(qtbot):
    def make(path):
        control = ChoiceControl(FIELDS[path])
        row = FormRow(control)
        qtbot.addWidget(row)
        with qtbot.waitActive(row):
            row.show()
            row.activateWindow()
        control.kept, control.values = row, []
        control.changed.connect(control.values.append)
        return control

    return make


def choose(qtbot, control, name):
    control.box.setFocus()
    row = control.box.findData(name)
    qtbot.keyClick(control.box, Qt.Key.Key_Home)
    for _ in range(row):
        qtbot.keyClick(control.box, Qt.Key.Key_Down)


@pytest.mark.parametrize("path", CHOICES)
def test_shows_the_labels_of_the_table_with_their_descriptions(make_control, path):
    control = make_control(path)
    records = FIELDS[path].choices
    assert [control.box.itemText(i) for i in range(control.box.count())] == [r.label for r in records.values()]
    assert control.value == FIELDS[path].default
    assert control.box.currentText() == records[FIELDS[path].default].label
    shown = records[FIELDS[path].default]
    assert control.detail == f"{shown.description} Source: {shown.source}"
    for i, record in enumerate(records.values()):
        tip = control.box.itemData(i, Qt.ItemDataRole.ToolTipRole)
        assert escape(record.description, quote=False) in tip
        assert record.source
        assert escape(f"Source: {record.source}", quote=False) in tip


@pytest.mark.parametrize("path", CHOICES)
def test_every_name_can_be_set_without_a_signal(make_control, path):
    control = make_control(path)
    for name, record in FIELDS[path].choices.items():
        control.set_value(name)
        assert control.value == name
        assert control.box.currentText() == record.label
    assert control.values == []


def test_a_person_chooses_with_the_keyboard(qtbot, make_control):
    control = make_control("training.optimizer")
    choose(qtbot, control, "momentum")
    assert control.values[-1] == "momentum"
    assert control.value == "momentum"


def test_refused_names_are_disabled_with_the_reason_and_skipped_by_the_keyboard(qtbot, make_control):
    control = make_control("training.cost")
    control.set_value("squared_error")
    control.set_refused({"binary_cross_entropy": "Needs outputs from 0 to 1.", "cross_entropy": "Needs them too."})
    refused = control.box.findData("binary_cross_entropy")
    flags = control.box.model().index(refused, 0).flags()
    assert not flags & Qt.ItemFlag.ItemIsEnabled
    assert "Needs outputs from 0 to 1." in control.box.itemData(refused, Qt.ItemDataRole.ToolTipRole)
    control.box.setFocus()
    for _ in range(control.box.count()):
        qtbot.keyClick(control.box, Qt.Key.Key_Down)
    assert control.values == ["half_squared_error", "absolute_error", "huber"]
    control.set_refused({})
    assert control.box.model().index(refused, 0).flags() & Qt.ItemFlag.ItemIsEnabled


def test_the_wheel_is_left_to_the_panel_until_focused(make_control):
    control = make_control("training.optimizer")
    control.box.clearFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        control.box.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(control.box, event)
    assert not event.isAccepted()
    assert control.values == []


def test_the_open_list_is_editing(qtbot, make_control):
    control = make_control("network.initializer")
    assert not control.is_editing()
    control.box.showPopup()
    assert control.is_editing()
    control.box.hidePopup()
    qtbot.waitUntil(lambda: not control.is_editing())


def test_a_text_without_room_ends_with_dots(qtbot):
    box = ComboBox()
    qtbot.addWidget(box)
    box.addItem("town = Busan, or any other place")
    option = QStyleOptionComboBox()
    for width, whole in ((400, True), (90, False)):
        box.resize(width, 24)
        box.initStyleOption(option)
        assert (option.currentText == box.itemText(0)) is whole
        assert option.currentText.endswith("…") is not whole

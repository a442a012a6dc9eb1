from operator import attrgetter

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from playground.files import FIELDS, RESOLVED, override, read_preset
from playground.messages.numbers import typed
from playground.views.forms.form import CONTROLS, SETTLE_MS, Form

PATHS = [path for path, field in FIELDS.items() if field.kind in CONTROLS and "[]" not in path]


@pytest.fixture
def experiment():
    return read_preset("spirals")


@pytest.fixture
def form(qtbot):
    widget = Form(PATHS)
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    widget.sent = []
    widget.field_changed.connect(lambda path, value: widget.sent.append((path, value)))
    return widget


def value_at(experiment, path):
    return attrgetter(RESOLVED.get(path, path))(experiment)


def retype(qtbot, box, text, key=Qt.Key.Key_Return):
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, key)


@pytest.mark.parametrize("path", PATHS)
def test_each_row_is_named_and_explained(form, path):
    row = form.row(path)
    for widget in (*row.control.widgets, row):
        assert FIELDS[path].tooltip in widget.toolTip()
    for widget in row.control.widgets:
        assert widget.accessibleName() == FIELDS[path].label


@pytest.mark.parametrize("path", PATHS)
def test_shows_an_experiment_without_a_signal(form, experiment, path):
    form.set_values(experiment)
    assert form.control(path).value == value_at(experiment, path)
    assert form.sent == []


def test_the_rows_fit_into_a_narrow_panel(form):
    assert form.minimumSizeHint().width() <= 212


def test_sends_the_path_and_the_value(qtbot, form, experiment):
    form.set_values(experiment)
    retype(qtbot, form.control("training.learning_rate").box, "3e-2")
    form.control("data.seed").box.setFocus()
    qtbot.keyClick(form.control("data.seed").box, Qt.Key.Key_Up)
    assert form.sent == [("training.learning_rate", 0.03), ("data.seed", experiment.data.seed + 1)]


def test_dragging_sends_at_once(form, experiment):
    form.set_values(experiment)
    slider = form.control("training.learning_rate").slider
    slider.setSliderDown(True)
    slider.setValue(slider.stops.index(0.2))
    slider.setValue(slider.stops.index(0.25))
    assert form.sent == [("training.learning_rate", 0.2), ("training.learning_rate", 0.25)]


def test_an_older_experiment_does_not_take_back_what_was_just_chosen(qtbot, form, experiment):
    path = "training.learning_rate"
    form.set_values(experiment)
    for value in (0.2, 0.25):
        form.control(path).slider.setValue(form.control(path).slider.stops.index(value))
    form.set_values(override(experiment, [f"{path}=0.2"]))
    assert form.control(path).value == 0.25
    form.set_values(override(experiment, [f"{path}=0.25"]))
    qtbot.wait(SETTLE_MS + 100)
    assert form.control(path).value == 0.25


def test_a_value_that_was_not_accepted_goes_back_in_the_end_and_says_why(qtbot, form, experiment):
    form.set_values(experiment)
    retype(qtbot, form.control("training.l2").box, "0.5")
    form.show_error("training.l2", "Not today.")
    qtbot.waitUntil(lambda: form.control("training.l2").value == experiment.training.l2, timeout=10_000)
    assert form.row("training.l2").error == "Not today."


def test_a_field_being_typed_in_is_left_alone_until_it_is_let_go(qtbot, form, experiment):
    path = "training.learning_rate"
    form.set_values(experiment)
    box = form.control(path).box
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "0.")
    form.set_values(override(experiment, [f"{path}=7", "training.l1=0.02"]))
    assert box.text() == "0."
    assert form.control("training.l1").value == 0.02
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: box.text() == "7", timeout=10_000)
    assert form.sent == []


def test_a_held_slider_is_left_alone(qtbot, form, experiment):
    form.set_values(experiment)
    control = form.control("training.l1")
    control.slider.setSliderDown(True)
    form.set_values(override(experiment, ["training.l1=0.05"]))
    assert control.value == experiment.training.l1
    control.slider.setSliderDown(False)
    qtbot.waitUntil(lambda: control.value == 0.05, timeout=10_000)


def test_nonsense_marks_the_field_until_the_next_good_value(qtbot, form, experiment):
    form.set_values(experiment)
    row = form.row("training.learning_rate")
    retype(qtbot, row.control.box, "1e9")
    assert "From 0 to 1000" in row.error
    assert row.control.box.property("problem") is True
    assert row.control.box.accessibleDescription() == row.error
    assert form.sent == []
    retype(qtbot, row.control.box, "0.5")
    assert row.error == ""
    assert row.control.box.property("problem") is False
    assert form.sent == [("training.learning_rate", 0.5)]


def test_an_error_from_outside_goes_with_the_next_experiment(form, experiment):
    form.set_values(experiment)
    form.show_error("training.cost", "It does not fit.")
    assert form.row("training.cost").error == "It does not fit."
    form.set_values(override(experiment, ["training.l1=0.01"]))
    assert form.row("training.cost").error == ""


def test_an_error_about_what_was_just_sent_outlives_snapshots_that_are_still_on_their_way(form, experiment):
    path = "training.l1"
    form.set_values(experiment)
    for stop in (3, 4):
        form.control(path).slider.setValue(stop)
    form.show_error(path, "Not that much.")
    form.set_values(override(experiment, [f"{path}={form.control(path).slider.stops[3]}"]))
    assert form.row(path).error == "Not that much."


def test_another_experiment_takes_a_refused_text_away_though_the_field_has_the_focus(qtbot, form, experiment):
    form.set_values(experiment)
    row = form.row("data.noise")
    retype(qtbot, row.control.box, "5000")
    assert row.error
    assert row.note.isVisible()
    form.set_values(override(experiment, ["data.seed=9"]))
    assert row.control.box.text() == typed(experiment.data.noise)
    assert row.control.box.property("problem") is False
    assert row.error == ""
    assert not row.note.isVisible()


def test_a_refused_text_that_is_left_gives_way_and_the_reason_lingers(qtbot, form, experiment):
    form.set_values(experiment)
    row = form.row("data.noise")
    retype(qtbot, row.control.box, "5000", Qt.Key.Key_Tab)
    assert row.control.box.text() == typed(experiment.data.noise)
    assert row.control.box.property("problem") is False
    assert row.error == ""
    assert row.note.isVisible()
    assert "From 0 to 1000" in row.note.text()
    assert form.sent == []


def test_a_reason_moves_nothing_and_stays_inside(qtbot, form, experiment):
    form.set_values(experiment)
    form.resize(212, form.sizeHint().height())
    QApplication.processEvents()
    places = [form.row(path).geometry() for path in PATHS]
    for path in PATHS:
        form.show_error(path, "A reason long enough to need more than a single line in a narrow panel.")
        QApplication.processEvents()
        note = form.row(path).note
        assert note.isVisible()
        assert form.rect().contains(note.geometry())
        assert not note.geometry().intersects(
            QRect(form.control(path).widgets[0].mapTo(form, QPoint()), form.control(path).widgets[0].size())
        )
        form.show_error(path, "")
        assert not note.isVisible()
    assert [form.row(path).geometry() for path in PATHS] == places


def test_the_tooltip_of_a_choice_follows_the_choice(form, experiment):
    form.set_values(override(experiment, ["training.optimizer=momentum"]))
    row = form.row("training.optimizer")
    assert row.control.detail in row.toolTip()
    momentum = FIELDS["training.optimizer"].choices["momentum"]
    assert row.control.detail == f"{momentum.description} Source: {momentum.source}"


def test_a_locked_field_is_disabled_and_says_why(form):
    form.lock("data.samples", "Fixed here.")
    assert not form.control("data.samples").box.isEnabled()
    assert "Fixed here." in form.row("data.samples").toolTip()
    form.lock("data.samples", "")
    assert form.control("data.samples").box.isEnabled()
    assert "Fixed here." not in form.row("data.samples").toolTip()


def test_the_timer_goes_with_the_form(qtbot, experiment):
    parent = QWidget()
    qtbot.addWidget(parent)
    form = Form(("training.l1",), parent)
    form.set_values(experiment)
    form.control("training.l1").slider.setValue(3)
    form.deleteLater()
    qtbot.wait(20)


@pytest.mark.parametrize(("value", "shown"), [("null", False), ("false", False), ("true", True)])
def test_what_a_file_leaves_open_is_shown_as_it_is_resolved(form, experiment, value, shown):
    form.set_values(override(experiment, [f"data.standardize={value}"]))
    assert form.control("data.standardize").value is shown


def test_a_check_box_in_the_place_of_a_label(qtbot, experiment):
    form = Form(("training.stop_at_epochs", "training.epochs", "training.patience"), compact=True)
    qtbot.addWidget(form)
    form.join("training.stop_at_epochs", "training.epochs")
    form.resize(212, form.sizeHint().height())
    form.show()
    flag, number = (form.control(path).box for path in ("training.stop_at_epochs", "training.epochs"))
    assert flag.isVisible()
    assert abs(flag.mapTo(form, flag.rect().center()).y() - number.mapTo(form, number.rect().center()).y()) <= 2
    assert flag.mapTo(form, flag.rect().topRight()).x() < number.mapTo(form, QPoint()).x()
    sent = []
    form.field_changed.connect(lambda path, value: sent.append((path, value)))
    form.set_values(experiment)
    flag.click()
    retype(qtbot, number, "77")
    assert sent == [("training.stop_at_epochs", True), ("training.epochs", 77)]
    assert all(form.control(path).body is None for path in ("training.epochs", "training.patience"))

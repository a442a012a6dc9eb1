import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from playground.engine import ACTIVATIONS, COSTS, allowed_costs
from playground.files import override, read_preset
from playground.training import TrainingSession
from playground.views.panels.settings import NETWORK_FIELDS, STOP_FIELDS, TRAINING_FIELDS, SettingsPanel

PATHS = TRAINING_FIELDS + STOP_FIELDS + NETWORK_FIELDS


@pytest.fixture(scope="module")
def snapshot():
    return TrainingSession(read_preset("xor")).snapshot()


@pytest.fixture
def panel(qtbot):
    widget = SettingsPanel()
    qtbot.addWidget(widget)
    widget.resize(236, 650)
    widget.show()
    widget.sent = []
    widget.field_changed.connect(lambda path, value: widget.sent.append((path, value)))
    return widget


def enabled(control):
    box = control.box
    rows = range(box.count())
    return {box.itemData(i) for i in rows if box.model().index(i, 0).flags() & Qt.ItemFlag.ItemIsEnabled}


@pytest.mark.parametrize("path", PATHS)
def test_shows_the_settings_of_a_snapshot_without_a_signal(panel, snapshot, path):
    panel.show_snapshot(snapshot)
    section, _, name = path.partition(".")
    assert panel.form_of(path).control(path).value == getattr(getattr(snapshot.experiment, section), name)
    assert panel.sent == []


def test_the_learning_rate_is_sent_while_dragging(panel, snapshot):
    panel.show_snapshot(snapshot)
    slider = panel.training_form.control("training.learning_rate").slider
    slider.setSliderDown(True)
    for value in (0.1, 0.12, 0.15):
        slider.setValue(slider.stops.index(value))
    assert panel.sent == [("training.learning_rate", value) for value in (0.1, 0.12, 0.15)]


@pytest.mark.parametrize("output", ACTIVATIONS)
def test_only_costs_that_fit_the_output_can_be_chosen(panel, snapshot, output):
    cost = allowed_costs(output)[0]
    changed = override(snapshot.experiment, [f"training.cost={cost}", f"network.output_activation={output}"])
    shown = TrainingSession(changed).snapshot()
    panel.show_snapshot(shown)
    control = panel.training_form.control("training.cost")
    allowed = set(allowed_costs(output, shown.problem_info.sizes[-1]))
    assert enabled(control) == allowed
    for name in COSTS.keys() - allowed:
        reason = control.box.itemData(control.box.findData(name), Qt.ItemDataRole.ToolTipRole)
        if name == "cross_entropy":
            assert "Needs one output for each class, as softmax has." in reason
        else:
            assert "Needs outputs from 0 to 1" in reason
            assert ACTIVATIONS[output].label in reason


def test_one_hot_costs_are_offered_where_there_are_several_outputs(panel, snapshot):
    control = panel.training_form.control("training.cost")
    panel.show_snapshot(snapshot)
    assert enabled(control) == set(COSTS) - {"cross_entropy"}
    three = override(read_preset("three_spirals"), ["network.output_activation=sigmoid"])
    panel.show_snapshot(TrainingSession(three).snapshot())
    assert enabled(control) == set(COSTS)
    panel.show_snapshot(snapshot)
    assert enabled(control) == set(COSTS) - {"cross_entropy"}


def test_softmax_is_for_classes(panel, snapshot):
    control = panel.network_form.control("network.output_activation")
    panel.show_snapshot(snapshot)
    assert enabled(control) == set(ACTIVATIONS)
    panel.show_snapshot(TrainingSession(read_preset("bumps")).snapshot())
    assert enabled(control) == set(ACTIVATIONS) - {"softmax"}


def test_two_ways_to_begin_again_stand_side_by_side(qtbot, panel):
    with qtbot.waitSignal(panel.new_weights_requested):
        qtbot.mouseClick(panel.new_weights, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.reset_requested):
        qtbot.mouseClick(panel.same_start, Qt.MouseButton.LeftButton)
    assert panel.new_weights.mapTo(panel, QPoint()).y() == panel.same_start.mapTo(panel, QPoint()).y()
    assert panel.same_start.accessibleName() == "Same start again"


@pytest.mark.parametrize(
    ("changes", "detail"),
    [
        ([], "by hand"),
        (["training.stop_at_epochs=true", "training.epochs=80"], "epoch 80"),
        (["training.target_cost=0.01"], "cost 0.01"),
        (["training.patience=5"], "patience 5"),
        (["training.patience=5", "training.target_cost=0.01"], "2 rules"),
    ],
)
def test_the_heading_says_when_a_run_stops(panel, snapshot, changes, detail):
    panel.show_snapshot(replace(snapshot, experiment=override(snapshot.experiment, changes)))
    assert detail in [label.text() for label in panel.findChildren(QLabel)]


def test_folds_are_told_and_can_be_set(qtbot, panel):
    assert panel.folded_groups == ()
    panel.folded_groups = ("stop", "network", "gone since the last version")
    assert panel.folded_groups == ("stop", "network")
    assert not panel.stop_rules.isVisible()
    heading = next(child for child in panel.findChildren(QPushButton) if child.accessibleName() == "Stop")
    qtbot.mouseClick(heading, Qt.MouseButton.LeftButton)
    assert panel.folded_groups == ("network",)


def test_the_same_experiment_is_not_shown_twice(monkeypatch, panel, snapshot):
    panel.show_snapshot(snapshot)
    shown = []
    monkeypatch.setattr(panel.training_form, "set_values", shown.append)
    panel.show_snapshot(replace(snapshot, number=5))
    assert shown == []


@pytest.mark.parametrize("path", PATHS)
def test_a_refused_value_is_marked_at_its_field(panel, path):
    panel.show_error(path, "No.")
    assert panel.form_of(path).row(path).error == "No."


def test_tab_goes_from_top_to_bottom(panel):
    stops, widget = [], panel.nextInFocusChain()
    while widget is not panel:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(widget.mapTo(panel, widget.rect().center()).y())
        widget = widget.nextInFocusChain()
    assert len(stops) > 10
    assert stops == sorted(stops)

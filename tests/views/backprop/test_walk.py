"""The walk, driven as a person would."""

import re

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QToolTip

from playground.files import override
from playground.messages.numbers import number
from playground.training.commands import ApplyWalkthrough, ChangeField, StartWalkthrough
from playground.training.walkthrough.explain import explain
from playground.views.backprop.equations import Sign, equations
from playground.views.backprop.walk import WalkPanel
from playground.views.kit.appearance import apply_appearance
from playground.views.theme import THEMES


def center(box) -> QPoint:
    return box.center().toPoint()


def click(qtbot, widget, box) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.to_widget(box).center())


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def index_of(panel, name, layer):
    phases = panel.position.walkthrough.phases
    return next(index for index, phase in enumerate(phases) if (phase.name, phase.layer) == (name, layer))


def test_it_asks_for_a_walkthrough_once_and_only_when_visible(make_desk):
    desk = make_desk(WalkPanel, shown=False)
    snapshot = desk.session.snapshot()
    desk.view.show_snapshot(snapshot)
    assert desk.commands == []
    desk.view.show()
    assert desk.commands == [StartWalkthrough(None)]
    desk.view.show_snapshot(msgspec.structs.replace(snapshot, number=7))
    assert desk.commands == [StartWalkthrough(None)]
    assert desk.view.position is None
    assert not desk.view.examples.apply.isEnabled()
    desk.frame()
    assert desk.view.position.index == 0


def test_a_place_explains_the_lit_cell_that_its_step_computes(make_desk):
    panel = make_desk(WalkPanel).view
    panel.show_phase("dW 1", [(("A", 0), 1, 0), (("dW", 1), 0, 1)])
    assert panel.shown_phase() == ("dW 1", ("dW[1][1,2]",))
    assert (("A", 0), 1, 0) in panel.equations.highlighted


def test_other_data_bring_another_walkthrough(make_desk):
    desk = make_desk(WalkPanel)
    first = desk.view.position.walkthrough
    experiment = desk.session.experiment
    desk.session.change(msgspec.structs.replace(experiment, data=msgspec.structs.replace(experiment.data, seed=9)))
    desk.view.show_snapshot(desk.session.snapshot())
    assert desk.commands == [StartWalkthrough(None)]
    desk.frame()
    assert desk.view.position.walkthrough is not first


def test_keys_buttons_and_strip_go_through_the_steps(make_desk, qtbot):
    panel = make_desk(WalkPanel).view
    last = panel.position.last
    panel.setFocus()
    for key, place in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_End, last),
        (Qt.Key.Key_Right, last),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Left, 0),
    ):
        qtbot.keyClick(panel, key)
        assert panel.position.index == place
    stepper = panel.stepper
    assert not stepper.back.isEnabled()
    for button, place in ((stepper.next, 1), (stepper.end, last), (stepper.back, last - 1), (stepper.start, 0)):
        press(qtbot, button)
        assert panel.position.index == place
    click(qtbot, panel.strip, panel.strip.segment(7))
    assert panel.position.index == 7
    assert "8" in panel.strip.accessibleDescription()


def test_the_keys_work_from_the_matrices_and_the_terms_too(make_desk, qtbot):
    panel = make_desk(WalkPanel).view
    for place, widget in enumerate((panel.equations, panel.card.flow, panel.strip, panel.overview), start=1):
        qtbot.keyClick(widget, Qt.Key.Key_Right)
        assert panel.position.index == place


def test_step_keys_are_taken_before_the_windows_shortcuts(make_desk):
    panel = make_desk(WalkPanel).view
    for key, modifier, taken in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.KeypadModifier, True),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, False),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, False),
    ):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
        event.ignore()
        QApplication.sendEvent(panel, event)
        assert event.isAccepted() == taken


def test_autoplay_goes_to_the_end_and_stops(make_desk, qtbot):
    panel = make_desk(WalkPanel).view
    panel.stepper.speed.setValue(panel.stepper.speed.maximum())
    panel.go_to(panel.position.last - 2)
    press(qtbot, panel.stepper.play)
    assert panel.stepper.timer.isActive()
    qtbot.waitUntil(lambda: panel.position.index == panel.position.last, timeout=10_000)
    assert not panel.stepper.timer.isActive()
    assert not panel.stepper.play.isChecked()


def test_autoplay_has_a_speed_and_ends_when_a_step_is_taken_or_the_view_is_hidden(make_desk, qtbot):
    panel = make_desk(WalkPanel).view
    stepper = panel.stepper
    intervals = []
    for value in (0, 10, 20):
        stepper.speed.setValue(value)
        intervals.append(stepper.interval)
    assert intervals == sorted(intervals, reverse=True)
    stepper.speed.setValue(0)
    press(qtbot, stepper.play)
    stepper.speed.setValue(5)
    assert stepper.timer.interval() == stepper.interval
    qtbot.keyClick(panel, Qt.Key.Key_Right)
    assert not stepper.timer.isActive()
    press(qtbot, stepper.play)
    panel.hide()
    assert not stepper.timer.isActive()


@pytest.mark.parametrize("theme", THEMES)
def test_every_step_of_every_network_is_shown_and_explained(make_desk, network, theme):
    panel = make_desk(WalkPanel, network).view
    apply_appearance(THEMES[theme])
    walkthrough = panel.position.walkthrough
    for index, phase in enumerate(walkthrough.phases):
        panel.go_to(index)
        assert panel.headline.title.startswith(f"{index + 1}/{len(walkthrough.phases)}")
        assert phase.title in panel.headline.title
        assert panel.headline.formula == phase.formula
        assert panel.headline.shapes == phase.shapes
        if index % 5 == 0 or len(walkthrough.phases) < 20:
            panel.grab()
        explanation = panel.card.explanation
        quantity, row, column = panel.equations.selected
        assert quantity in phase.result
        assert explanation.total == pytest.approx(walkthrough.arrays[quantity][row, column])
        shown = {block.operand.quantity for block in panel.equations.arrangement.blocks}
        assert shown >= {phase.result[0], phase.result[-1]}


def test_a_click_on_a_number_explains_it(make_desk, qtbot):
    panel = make_desk(WalkPanel).view
    panel.go_to(index_of(panel, "dW", 2))
    walkthrough = panel.position.walkthrough
    block = panel.equations.arrangement.block_of(("dW", 2))
    click(qtbot, panel.equations, block.cell_box(0, 3))
    assert panel.equations.selected == (("dW", 2), 0, 3)
    assert panel.card.explanation == explain(walkthrough, ("dW", 2), 0, 3)
    assert panel.equations.readout.startswith("dW[2][1,4] = ")
    value = float(panel.equations.readout.partition(" = ")[2].replace("−", "-"))
    assert value == pytest.approx(walkthrough.arrays["dW", 2][0, 3], rel=1e-5)
    # An operand, drawn transposed, explains itself too.
    block = panel.equations.arrangement.block_of(("A", 1))
    assert block.operand.transposed
    click(qtbot, panel.equations, block.cell_box(2, 5))
    assert panel.card.explanation == explain(walkthrough, ("A", 1), 2, 5)


def test_the_place_clicked_stays_from_step_to_step(make_desk, qtbot):
    panel = make_desk(WalkPanel).view
    block = panel.equations.arrangement.block_of(("Z", 1))
    click(qtbot, panel.equations, block.cell_box(3, 6))
    panel.go_to(1)
    assert panel.equations.selected == (("A", 1), 3, 6)
    panel.go_to(2)
    assert panel.equations.selected == (("Z", 2), 0, 6)
    panel.go_to(index_of(panel, "A", 1))
    assert panel.equations.selected == (("A", 1), 3, 6)


def test_pointing_at_a_term_outlines_what_it_is_made_of(make_desk, qtbot):
    panel = make_desk(WalkPanel).view
    panel.go_to(index_of(panel, "dW", 2))
    flow = panel.card.flow
    plain = panel.equations.grab().toImage()
    qtbot.mouseMove(flow, QPoint(0, flow.height() - 1))
    qtbot.mouseMove(flow, center(flow.chip(1)))
    term = panel.card.explanation.terms[1]
    assert panel.equations.highlighted == term.sources
    assert panel.equations.grab().toImage() != plain
    for name in ("dZ[2][1,2] = ", "A[1][1,2] = "):
        assert name in panel.card.made_of
    QApplication.sendEvent(flow, QEvent(QEvent.Type.Leave))
    assert panel.equations.highlighted == ()


def test_the_keys_go_through_the_terms_and_the_numbers(make_desk, qtbot):
    panel = make_desk(WalkPanel).view
    qtbot.keyClick(panel.card.flow, Qt.Key.Key_Down)
    qtbot.keyClick(panel.card.flow, Qt.Key.Key_Down)
    assert panel.equations.highlighted == panel.card.explanation.terms[1].sources
    qtbot.keyClick(panel.card.flow, Qt.Key.Key_Up)
    assert panel.equations.highlighted == panel.card.explanation.terms[0].sources
    qtbot.keyClick(panel.equations, Qt.Key.Key_Down)
    assert panel.equations.selected == (("Z", 1), 1, 0)
    qtbot.keyClick(panel.equations, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert panel.equations.selected == (("Z", 1), 1, 1)
    qtbot.keyClick(panel.equations, Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier)
    assert panel.equations.selected == (("Z", 1), 0, 1)
    assert panel.equations.accessibleDescription() == panel.equations.readout


def test_sources_that_are_not_on_screen_are_named(make_desk, qtbot):
    panel = make_desk(WalkPanel).view
    panel.go_to(index_of(panel, "dW", 1))
    panel.explain((("dZ", 1), 0, 0))
    flow = panel.card.flow
    qtbot.mouseMove(flow, QPoint(0, flow.height() - 1))
    qtbot.mouseMove(flow, center(flow.chip(0)))
    assert "not shown at this step: dA[1][1,1] = " in panel.card.made_of


def test_what_is_not_computed_yet_is_never_a_number(make_desk, qtbot):
    panel = make_desk(WalkPanel).view
    panel.explain((("dW", 1), 0, 0))
    assert panel.card.explanation is None
    assert panel.equations.readout == "dW[1][1,1]: not computed yet"
    box = panel.overview.box(("dW", 1))
    image = panel.overview.grab().toImage()
    ratio = image.devicePixelRatio()
    seen = {
        image.pixelColor(int(x * ratio), int(y * ratio)).name()
        for x in range(int(box.left()) + 2, int(box.right()) - 2)
        for y in range(int(box.top()) + 2, int(box.bottom()) - 2)
    }
    assert THEMES["light"].hatch in seen
    assert "cost: not computed yet" in panel.headline.cost_text
    panel.go_to(panel.position.last)
    assert panel.overview.grab().toImage() != image


def test_the_overview_leads_to_where_a_quantity_is_computed(make_desk, qtbot):
    panel = make_desk(WalkPanel).view
    for quantity, name in ((("dZ", 1), "dZ"), (("b_new", 2), "update"), (("A", 2), "A")):
        click(qtbot, panel.overview, panel.overview.box(quantity))
        assert (panel.position.phase.name, panel.position.phase.layer) == (name, quantity[1])
    click(qtbot, panel.overview, panel.overview.box(("W", 1)))
    assert panel.position.phase.name == "A"
    qtbot.mouseClick(panel.diagram, Qt.MouseButton.LeftButton, pos=QPoint(panel.diagram.width() // 2, 40))
    assert (panel.position.phase.name, panel.position.phase.layer) == ("A", 1)


@pytest.mark.parametrize("name", ["V", "S", "V_hat", "S_hat", "update", "dZ", "again", "Z", "C"])
def test_a_click_on_a_neuron_chooses_its_number(make_desk, qtbot, name):
    panel = make_desk(WalkPanel).view
    layer = 2 if name == "C" else 1
    panel.go_to(index_of(panel, name, layer))
    click_at = panel.diagram.neuron_center(1, 1).toPoint()
    qtbot.mouseClick(panel.diagram, Qt.MouseButton.LeftButton, pos=click_at)
    shown = "A" if name in ("Z", "C") else name
    assert (panel.position.phase.name, panel.position.phase.layer) == (shown, 1)
    (quantity, row, _), result = panel.equations.selected, panel.position.result
    assert (quantity, row) == (result, 1)
    assert panel.card.explanation.left.startswith("A[1][2," if shown == "A" else "")
    qtbot.mouseClick(panel.diagram, Qt.MouseButton.LeftButton, pos=panel.diagram.neuron_center(0, 1).toPoint())
    assert panel.equations.selected[:2] == (("A", 0), 1)
    assert panel.card.explanation.left == "A[0][2,1]"


def test_the_diagram_says_whose_numbers_it_shows(make_desk):
    panel = make_desk(WalkPanel).view
    assert panel.diagram.caption == "means of 10 examples" == panel.diagram.accessibleDescription()
    desk = make_desk(WalkPanel)
    desk.commands.append(StartWalkthrough(6))
    desk.frame()
    panel = desk.view
    assert panel.diagram.caption == "numbers of example 7"


def test_every_optimizer_shows_its_memory_and_ends_in_the_update(make_desk, qtbot):
    for optimizer, phases in {
        "sgd": ["update"],
        "momentum": ["V", "update"],
        "nesterov": ["V", "update"],
        "rmsprop": ["S", "update"],
        "adam": ["V", "S", "V_hat", "S_hat", "update"],
    }.items():
        desk = make_desk(WalkPanel)
        desk.session.change(override(desk.session.experiment, [f"training.optimizer={optimizer}"]))
        desk.session.step_batch()
        desk.commands.append(StartWalkthrough(None))
        desk.frame()
        panel = desk.view
        walkthrough = panel.position.walkthrough
        updates = [(phase.name, phase.layer) for phase in walkthrough.phases if phase.direction == "update"]
        assert updates == [(name, layer) for layer in (2, 1) for name in phases]
        panel.go_to(index_of(panel, "update", 1))
        signs = [part.text for part in equations(panel.position.phase, walkthrough)[0] if isinstance(part, Sign)]
        assert signs[:2] == ["=", f"− {walkthrough.learning_rate:g} ·"]
        for quantity in {
            ("W_new", 1),
            ("b_new", 2),
            *((name, 1) for name, _ in walkthrough.arrays if name[1:2] == "_" and name[0] in "VS"),
        }:
            panel.explain((quantity, 0, 0))
            assert "not computed" not in panel.equations.readout


def test_the_cost_is_told_before_and_after_with_its_difference(make_desk):
    panel = make_desk(WalkPanel, "points").view
    walkthrough = panel.position.walkthrough
    panel.go_to(index_of(panel, "C", 2))
    assert re.fullmatch(r"cost 0\.\d+", panel.headline.cost_text)
    panel.go_to(panel.position.last)
    numbers = [float(text.replace("−", "-")) for text in re.findall(r"[−+]?\d\.\d+", panel.headline.cost_text)]
    difference = walkthrough.cost_after - walkthrough.cost_before
    assert numbers == pytest.approx([walkthrough.cost_before, walkthrough.cost_after, difference], rel=1e-3)
    assert difference < 0


def test_training_on_leaves_the_walk_as_it_is_and_says_so(make_desk, qtbot):
    desk = make_desk(WalkPanel)
    panel = desk.view
    panel.go_to(5)
    position = panel.position
    desk.session.step_epoch()
    desk.frame()
    assert panel.position is position
    assert panel.notice.isVisible()
    assert "update 40" in panel.notice.text
    assert "at 60" in panel.notice.text
    assert not panel.examples.apply.isEnabled()
    press(qtbot, panel.examples.new_walk)
    assert desk.commands == [StartWalkthrough(None)]
    desk.frame()
    assert panel.position.walkthrough is not position.walkthrough
    assert panel.position.index == 5
    assert not panel.notice.isVisible()
    assert panel.examples.apply.isEnabled()


def test_a_frame_without_news_draws_nothing(make_desk):
    desk = make_desk(WalkPanel)
    panel = desk.view
    panel.grab()
    pictures = panel.equations._picture, panel.diagram._picture, panel.overview._picture
    assert all(pictures)
    desk.frame()
    panel.grab()
    assert (panel.equations._picture, panel.diagram._picture, panel.overview._picture) == pictures


def test_applying_makes_exactly_the_update_shown(make_desk, qtbot):
    desk = make_desk(WalkPanel)
    walkthrough = desk.view.position.walkthrough
    before = desk.session.update
    press(qtbot, desk.view.examples.apply)
    assert desk.commands == [ApplyWalkthrough()]
    snapshot = desk.frame()
    assert snapshot.update == before + 1
    for layer, (W, b) in enumerate(zip(snapshot.W, snapshot.b, strict=True), start=1):
        assert np.array_equal(W, walkthrough.arrays["W_new", layer])
        assert np.array_equal(b, walkthrough.arrays["b_new", layer])
    assert snapshot.undo_label


def test_an_example_is_chosen_by_its_number(make_desk):
    desk = make_desk(WalkPanel)
    panel = desk.view
    (kind,), (number,) = panel.examples.findChildren(QComboBox), panel.examples.findChildren(QSpinBox)
    assert not number.isVisible()
    kind.setCurrentIndex(1)
    assert desk.commands == [StartWalkthrough(0)]
    desk.frame()
    number.setValue(17)
    assert desk.commands == [StartWalkthrough(16)]
    desk.frame()
    assert panel.position.walkthrough.m == 1
    problem_info = desk.session.snapshot().problem_info
    assert number.maximum() == problem_info.train_X.shape[1]
    written = [
        float(text.replace("−", "-")) for text in re.findall(r"(?<=[^x\d.−])−?\d[\d.e−]*", panel.examples.values)
    ]
    assert written == pytest.approx([*problem_info.train_X[:, 16], *problem_info.train_Y[:, 16]], rel=1e-3)
    kind.setCurrentIndex(0)
    desk.frame()
    assert panel.position.walkthrough.example is None
    assert panel.examples.values == ""


def test_standardized_inputs_stand_beside_the_raw_ones(make_desk):
    desk = make_desk(WalkPanel)
    panel = desk.view
    ChangeField("data.standardize", True).apply(desk.session)
    desk.frame()
    assert panel.examples.values == "X: what the network sees, standardized"
    panel.examples.choose(2)
    desk.frame()
    walkthrough, problem_info = panel.position.walkthrough, desk.session.snapshot().problem_info
    raw = ", ".join(
        f"{name} {number(value)}" for name, value in zip(("x₁", "x₂"), problem_info.train_X[:, 2], strict=True)
    )
    seen = ", ".join(
        f"{name} {number(value)}" for name, value in zip(("x₁", "x₂"), walkthrough.arrays["X", 0][:, 0], strict=True)
    )
    assert panel.examples.values.startswith(f"{raw} (standardized {seen}) → target ")


def test_everything_under_the_mouse_explains_itself(make_desk):
    panel = make_desk(WalkPanel).view
    for widget, place, words in (
        (panel.strip, panel.strip.segment(3).center(), "Activation"),
        (panel.overview, panel.overview.box(("dW", 1)).center(), "Not computed yet"),
        (panel.diagram, QPointF(5, 5), "mean activation over the mini-batch"),
    ):
        at = place.toPoint()
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
        assert words in QToolTip.text()
    QToolTip.hideText()


def test_every_control_has_a_name_and_a_tooltip(make_desk):
    panel = make_desk(WalkPanel).view
    stepper, examples = panel.stepper, panel.examples
    buttons = (stepper.start, stepper.back, stepper.next, stepper.end, stepper.play, stepper.speed)
    for control in (*buttons, examples.new_walk, examples.apply):
        assert control.toolTip().endswith(".")
        assert control.accessibleName() or control.text()
    for view in (panel.equations, panel.strip, panel.diagram, panel.overview, panel.card.flow):
        assert view.accessibleName()


@pytest.mark.parametrize("size", [(770, 560), (1340, 860), (560, 480)])
def test_nothing_is_cut_or_covered(make_desk, size):
    panel = make_desk(WalkPanel, size=size).view
    for index in range(panel.position.last + 1):
        panel.go_to(index)
        boxes = [block.box for block in panel.equations.arrangement.blocks]
        if size[0] >= 770:
            assert all(panel.equations.area.contains(box) for box in boxes)
    parts = (panel.examples, panel.strip, panel.diagram, panel.headline, panel.equations, panel.card)
    tops = [part.mapTo(panel, QPoint(0, 0)).y() for part in parts]
    bottoms = [top + part.height() for top, part in zip(tops, parts, strict=True)]
    assert bottoms[-1] <= panel.height()
    assert all(bottom <= top for bottom, top in zip(bottoms, tops[1:], strict=False))


def test_a_zero_is_asked_why_and_the_guilty_factor_is_outlined(make_desk, qtbot):
    panel = make_desk(WalkPanel, "relu_softmax_error").view
    walkthrough = panel.position.walkthrough
    panel.go_to(index_of(panel, "dW", 1))
    rows = [row for row, values in enumerate(walkthrough.arrays["dW", 1]) if values.all()]
    panel.explain((("dW", 1), rows[0], 0))
    assert panel.card.why.isHidden()
    panel.go_to(index_of(panel, "dZ", 1))
    row, column = (int(place[0]) for place in np.nonzero(walkthrough.arrays["D", 1] == 0))
    panel.explain((("dZ", 1), row, column))
    assert panel.card.why.isVisible()
    press(qtbot, panel.card.why)
    assert f"Off: neuron {row + 1} of layer 1 has z = −" in panel.card.causes
    assert (("D", 1), row, column) in panel.equations.highlighted
    assert f"[{row + 1},{column + 1}]" in panel.card.made_of
    press(qtbot, panel.card.why)  # back to the terms
    assert panel.card.causes == ""
    assert panel.equations.highlighted == ()
    press(qtbot, panel.card.why)
    panel.explain((("dZ", 1), row, column))
    assert panel.card.causes == ""


def test_the_line_of_numpy_stands_under_the_terms(make_desk):
    panel = make_desk(WalkPanel, "default").view
    panel.go_to(index_of(panel, "dW", 1))
    assert panel.card.line.startswith("dW1 = dZ1 @ A0.T / m    dW1[0, 0] → ")
    panel.go_to(panel.position.last)
    assert panel.card.line == ""


def test_the_explained_number_is_marked_in_the_network(make_desk):
    panel = make_desk(WalkPanel, "default").view
    panel.go_to(index_of(panel, "dW", 1))
    panel.explain((("dW", 1), 2, 1))
    assert panel.diagram.marked == ((0, 1), (1, 2))
    before = panel.diagram.grab().toImage()
    panel.explain((("dW", 1), 1, 0))
    assert panel.diagram.grab().toImage() != before
    panel.go_to(index_of(panel, "Z", 2))
    panel.explain((("Z", 2), 0, 3))
    assert panel.diagram.marked == ((2, 0),)
    panel.go_to(index_of(panel, "C", 2))
    assert panel.diagram.marked == ()

"""Every workspace, driven through the real window."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from playground.files import read_preset
from playground.lessons import lesson
from playground.main_window.selection import steepest_weight
from playground.main_window.side_dock import RAIL_WIDTH
from playground.main_window.workspaces import LOWER_RIGHT, WORKSPACES
from playground.training.commands import ApplyWalkthrough, ChangeField, Run, SetParameter, StartCheck, StartSurface
from playground.training.pairs import PAIRS
from playground.views.backprop.view import PAGES
from playground.views.chain.formula_column import FormulaEditor
from playground.views.landscape.modes import MODES


def open_workspace(qtbot, window, name):
    window._actions[f"workspace_{name}"].trigger()
    page = window._area.workspaces.page(name)
    qtbot.waitUntil(page.isVisible)
    return page


def press(qtbot, window, key):
    window.activateWindow()
    qtbot.keyClick(QApplication.focusWidget() or window, key)


@pytest.mark.fast
@pytest.mark.parametrize("name", ["train", "backprop", "chain", "landscape"])
@pytest.mark.parametrize("size", [(1024, 700), (1600, 1000)])
def test_every_workspace_opens_in_every_size(qtbot, make_window, name, size):
    window = make_window("circles", size)
    page = open_workspace(qtbot, window, name)
    assert page.width() > 0.4 * size[0]
    assert window._panels.output.isVisible() == (name == "train")
    window._actions["dark"].trigger()
    window._actions["dark"].trigger()


@pytest.mark.fast
def test_beside_a_formula_settings_and_timeline_fold_away_and_come_back(qtbot, make_window):
    window = make_window("circles", (1600, 1000))
    area, panels = window._area, window._panels
    area._columns.setSizes([300, 800, 500])
    before = area._columns.sizes()
    page = open_workspace(qtbot, window, "chain")
    assert not panels.data.isVisible()
    assert not panels.timeline.isVisible()
    assert page.width() > 0.95 * window.width()
    assert page.graph.width() * page.graph.height() >= 0.6 * page.width() * page.height()
    area._left.unfold()
    assert panels.data.isVisible()
    open_workspace(qtbot, window, "train")
    assert panels.data.isVisible()
    assert panels.timeline.isVisible()
    assert area._columns.sizes() == before


def test_what_was_folded_beside_a_formula_leaves_no_gap(qtbot, make_window):
    window = make_window("circles", (1600, 1000))
    area = window._area
    open_workspace(qtbot, window, "chain")
    window.resize(900, 800)
    qtbot.waitUntil(lambda: area.width() == 900)
    open_workspace(qtbot, window, "train")
    qtbot.waitUntil(lambda: area._left.is_folded)
    assert area._columns.sizes()[0] == RAIL_WIDTH


def test_backprop_walks_an_update_without_making_it(qtbot, window):
    page = open_workspace(qtbot, window, "backprop")
    qtbot.waitUntil(lambda: window.snapshot.walkthrough is not None)
    walk = page.walk
    qtbot.waitUntil(lambda: walk.position is not None)
    before = window.snapshot
    for _ in range(3):
        press(qtbot, window, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: walk.position.index == 3)
    press(qtbot, window, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: walk.position.index == 2)
    press(qtbot, window, Qt.Key.Key_End)
    assert window.snapshot.update == before.update
    assert np.array_equal(window.snapshot.W[0], before.W[0])


def test_the_walked_update_can_be_applied_and_taken_back(qtbot, window):
    open_workspace(qtbot, window, "backprop")
    qtbot.waitUntil(lambda: window.snapshot.walkthrough is not None)
    before, walkthrough = window.snapshot, window.snapshot.walkthrough
    window.post(ApplyWalkthrough())
    qtbot.waitUntil(lambda: window.snapshot.update == before.update + 1)
    assert np.array_equal(window.snapshot.W[0], walkthrough.arrays["W_new", 1])
    window._actions["undo"].trigger()
    qtbot.waitUntil(lambda: bool(np.array_equal(window.snapshot.W[0], before.W[0])))


def test_the_gradient_check_runs_beside_training(qtbot, window):
    open_workspace(qtbot, window, "backprop")
    window.post(Run())
    window.post(StartCheck(1e-5, None))
    qtbot.waitUntil(
        lambda: window.snapshot.gradient_check is not None and window.snapshot.gradient_check.done, timeout=20000
    )
    assert window.snapshot.gradient_check.check.passed
    assert window.snapshot.running


def test_a_broken_derivative_is_found_in_the_window(qtbot, window):
    window.post(StartCheck(1e-5, "wrong_sign"))
    qtbot.waitUntil(
        lambda: window.snapshot.gradient_check is not None and window.snapshot.gradient_check.done, timeout=20000
    )
    assert not window.snapshot.gradient_check.check.passed


def test_a_neuron_opens_as_a_graph(qtbot, window):
    window._panels.network.unit_hovered.emit((1, 0))
    window._actions["graph"].trigger()
    chain = window._area.workspaces.page("chain")
    qtbot.waitUntil(chain.isVisible)
    assert "tanh" in chain.findChild(FormulaEditor).toPlainText()


def test_the_landscape_shows_the_picked_weight(qtbot, window):
    window._panels.heatmaps.cell_clicked.emit(2, 0, 1)
    open_workspace(qtbot, window, "landscape")
    qtbot.waitUntil(lambda: window.snapshot.cost_slice is not None, timeout=10000)
    shown = window.snapshot.cost_slice
    assert (shown.layer, shown.row, shown.column) == (2, 0, 1)
    assert shown.cost_at == pytest.approx(window.snapshot.train_cost)


def test_a_surface_grows_while_training_runs(qtbot, window):
    window.post(Run())
    window.post(StartSurface("random", None, None))
    qtbot.waitUntil(
        lambda: window.snapshot.surface is not None and window.snapshot.surface.progress == 1, timeout=20000
    )
    assert np.isfinite(window.snapshot.surface.costs).any()
    assert window.snapshot.running


def test_health_speaks_up_and_opens_its_preset(qtbot, make_window):
    window = make_window("zero_init")
    health = window._area.lower_right.open("health").layers
    window._actions["step_epoch"].trigger()
    qtbot.waitUntil(
        lambda: window.snapshot.health is not None and len(window.snapshot.health.findings) > 0, timeout=5000
    )
    health.preset_requested.emit("vanishing")
    qtbot.waitUntil(lambda: window.snapshot.experiment.name == read_preset("vanishing").name)


def test_a_remedy_is_one_click(qtbot, make_window):
    window = make_window("too_few_units")
    health = window._area.lower_right.open("health").layers
    window.post(Run())
    qtbot.waitUntil(
        lambda: window.snapshot.health is not None and window.snapshot.health.findings[0].name == "too_few_units",
        timeout=30000,
    )
    qtbot.waitUntil(lambda: bool(health.findings.rows) and health.findings.rows[0].remedy is not None, timeout=5000)
    qtbot.mouseClick(health.findings.rows[0].remedy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.snapshot.experiment.network.hidden[0].units == 16, timeout=5000)
    qtbot.waitUntil(
        lambda: window.snapshot.epoch > 100 and window.snapshot.health.findings[0].name == "healthy", timeout=30000
    )


@pytest.mark.parametrize(
    "change",
    [
        ChangeField("training.learning_rate", 0.5),
        ChangeField("training.batch_size", 3),
        ChangeField("training.l2", 0.1),
        ChangeField("training.optimizer", "sgd"),
        SetParameter(1, 0, 0, 3.0),
    ],
)
def test_a_walk_that_is_no_longer_the_next_update_says_so(qtbot, window, change):
    page = open_workspace(qtbot, window, "backprop")
    qtbot.waitUntil(lambda: page.walk.position is not None)
    assert page.walk.examples.apply.isEnabled()
    window.post(change)
    qtbot.waitUntil(lambda: not page.walk.examples.apply.isEnabled())
    page.walk.examples.new_walk.click()
    qtbot.waitUntil(page.walk.examples.apply.isEnabled)
    assert np.array_equal(page.walk.position.walkthrough.arrays["W", 1], window.snapshot.W[0])


def test_the_landscape_begins_with_the_weight_of_the_largest_gradient(qtbot, window):
    window._actions["step_epoch"].trigger()
    qtbot.waitUntil(lambda: window.snapshot.dW is not None and window.snapshot.epoch == 1)
    largest = max(float(abs(dW).max()) for dW in window.snapshot.dW)
    layer, row, column = steepest_weight(window.snapshot)
    assert abs(window.snapshot.dW[layer - 1][row, column]) == largest
    window.show_workspace("landscape")
    assert window._area.workspaces.current.header.one.place == (layer, row, column)


def test_lessons_know_every_page_by_its_name():
    assert tuple(WORKSPACES) == lesson.WORKSPACES
    assert {*PAGES, *MODES, *PAIRS, *LOWER_RIGHT, lesson.OUTPUT} == {*lesson.PAGES}

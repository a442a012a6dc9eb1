"""Who gets a key, the wheel and the status bar: in the real window."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QStatusTipEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QTabBar,
)

from playground.main_window.keyboard import LETTERS
from playground.main_window.workspaces import WORKSPACES
from playground.training.commands import Run
from playground.views.controls.exact import ExactBox
from playground.views.timeline import Track


def focus(qtbot, window, widget) -> None:
    window.activateWindow()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is widget)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def tabs(window) -> list[QTabBar]:
    return [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]


def test_letters_are_the_shortcuts_of_one_letter():
    assert {Qt.Key.Key_R, Qt.Key.Key_G, Qt.Key.Key_F} < LETTERS
    assert Qt.Key.Key_A not in LETTERS


def test_arrow_keys_move_among_tabs_and_train_nothing(qtbot, window):
    window.show_workspace("backprop")
    bars = tabs(window)
    assert len(bars) >= 2  # the workspaces', and those of Backprop
    window.show_workspace("train")
    for bar in tabs(window):
        focus(qtbot, window, bar)
        bar.setCurrentIndex(0)
        focus(qtbot, window, bar)
        press(qtbot, Qt.Key.Key_Right)
        assert bar.currentIndex() == 1
        bar.setCurrentIndex(0)
    assert window.snapshot.update == 0


def test_arrow_keys_move_within_a_gallery_and_train_nothing(qtbot, window):
    gallery = window._panels.data.gallery
    first, second = gallery.button("circles"), list(gallery._buttons.values())[1]
    focus(qtbot, window, next(iter(gallery._buttons.values())))
    press(qtbot, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is second
    assert first is not None
    assert window.snapshot.update == 0


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_arrow_keys_stay_in_every_group_of_buttons(qtbot, window, workspace):
    window.show_workspace(workspace)
    qtbot.wait(20)
    groups = {button.group(): button for button in window.findChildren(QAbstractButton) if button.isVisible()}
    groups.pop(None, None)
    assert groups or window._area.workspaces.page_in_front.alone  # there the settings are folded
    for button in groups.values():
        if not button.isEnabled() or button.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        focus(qtbot, window, button)
        press(qtbot, Qt.Key.Key_Right)
        press(qtbot, Qt.Key.Key_Left)
    qtbot.wait(30)
    assert window.snapshot.update == 0


def test_arrow_keys_on_a_button_of_its_own_still_step_the_training(qtbot, window):
    focus(qtbot, window, window._panels.data.new_sample)
    press(qtbot, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.snapshot.update == 1)


@pytest.mark.parametrize("workspace", ["chain", "landscape", "results"])
def test_arrow_keys_belong_to_a_picture_that_moves_by_them(qtbot, window, workspace):
    window.show_workspace(workspace)
    page = window._area.workspaces.current

    def seen():
        return [w for w in page.findChildren(object) if getattr(w, "kept_keys", None) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(seen()))
    pictures = seen()
    for picture in pictures:
        focus(qtbot, window, picture)
        press(qtbot, Qt.Key.Key_Right)
    qtbot.wait(30)
    assert window.snapshot.update == 0


def test_single_keys_come_back_after_enter_in_a_number(qtbot, window):
    window.post(Run())
    qtbot.waitUntil(lambda: window.snapshot.update > 5)
    window._actions["run"].trigger()
    qtbot.waitUntil(lambda: not window.snapshot.running)
    box = next(box for box in window.findChildren(ExactBox) if box.accessibleName() == "Learning rate")
    focus(qtbot, window, box)
    box.selectAll()
    qtbot.keyClicks(box, "0.1")
    update = window.snapshot.update
    press(qtbot, Qt.Key.Key_Right)  # in the text, as long as it is typed
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.snapshot.experiment.training.learning_rate == 0.1)
    qtbot.wait(10)
    assert window.snapshot.update == update
    press(qtbot, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.snapshot.update == update + 1)
    press(qtbot, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: window.snapshot.update == 0)
    assert box.text() == "0.1"
    qtbot.keyClicks(box, "2")  # typing goes on where it was
    assert "2" in box.text()
    press(qtbot, Qt.Key.Key_R)
    assert "r" in box.text().casefold()


def test_a_refused_number_keeps_its_keys(qtbot, window):
    box = next(box for box in window.findChildren(ExactBox) if box.accessibleName() == "Learning rate")
    focus(qtbot, window, box)
    box.selectAll()
    qtbot.keyClicks(box, "x")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.wait(10)
    assert box.property("problem")
    press(qtbot, Qt.Key.Key_P)
    assert "p" in box.text()
    assert not window.snapshot.pins


@pytest.mark.parametrize("workspace", [name for name in WORKSPACES if name != "pairs"])  # it has choices only
def test_single_keys_come_back_after_enter_in_every_field(qtbot, window, workspace):
    window.show_workspace(workspace)
    qtbot.wait(50)
    fields = [f for kind in (QLineEdit, QAbstractSpinBox) for f in window.findChildren(kind)]
    fields = [f for f in fields if f.isVisible() and f.isEnabled()]
    fields = [f for f in fields if f.focusProxy() is None and f.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert fields
    for field in fields:
        seed = window.snapshot.experiment.data.seed
        focus(qtbot, window, field)
        press(qtbot, Qt.Key.Key_Return)
        qtbot.wait(5)
        press(qtbot, Qt.Key.Key_N)
        qtbot.waitUntil(lambda seed=seed: window.snapshot.experiment.data.seed != seed)


def test_a_choice_from_a_list_gives_the_keys_back(qtbot, window):
    box = next(box for box in window.findChildren(QComboBox) if box.accessibleName() == "Optimizer")
    focus(qtbot, window, box)
    chosen = box.currentIndex()
    press(qtbot, Qt.Key.Key_P)  # by its first letter
    assert not window.snapshot.pins
    box.setCurrentIndex(chosen)
    box.showPopup()
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is box)
    press(qtbot, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: len(window.snapshot.pins) == 1)


def wheel(widget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(0, 0),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_the_wheel_changes_no_control_even_with_the_focus(qtbot, window, workspace):
    window.show_workspace(workspace)
    qtbot.wait(50)
    controls = [c for kind in (QComboBox, QAbstractSpinBox, QAbstractSlider) for c in window.findChildren(kind)]
    controls = [c for c in controls if c.isVisible() and not isinstance(c, QScrollBar | Track)]
    controls = [c for c in controls if not isinstance(c, QAbstractSlider) or c.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert len(controls) > (4 if workspace in ("pairs", "many", "atlas", "compare") else 8)

    def states() -> list[object]:
        return [
            c.currentIndex() if isinstance(c, QComboBox) else c.text() if isinstance(c, QAbstractSpinBox) else c.value()
            for c in controls
        ]

    before = states()
    for control in controls:
        control.setFocus()
        wheel(control)
        assert states() == before, control.accessibleName()


def test_the_status_bar_keeps_its_numbers_under_a_tip(qtbot, window):
    bar = window._panels.state
    bar.show_message("Session saved")
    QApplication.sendEvent(window, QStatusTipEvent("Train until paused"))
    assert bar.text("message") == "Train until paused"
    assert bar.isVisible()
    assert window.statusBar().currentMessage() == ""
    assert bar.text("cost").startswith("cost 0.")
    QApplication.sendEvent(window, QStatusTipEvent(""))
    assert bar.text("message") == "Session saved"


def test_d_leaves_draw_as_it_entered_it(qtbot, window):
    window._area.setFocus()
    drawing = window._panels.output.drawing
    qtbot.waitUntil(lambda: drawing.toggle.isEnabled())
    press(qtbot, Qt.Key.Key_D)
    assert drawing.is_open
    assert QApplication.focusWidget() is window._panels.output.canvas
    press(qtbot, Qt.Key.Key_D)
    assert not drawing.is_open
    press(qtbot, Qt.Key.Key_D)
    window._area.setFocus()
    press(qtbot, Qt.Key.Key_D)
    assert not drawing.is_open


def test_d_brings_the_plot_into_sight_where_a_workspace_hides_it(qtbot, window):
    qtbot.waitUntil(lambda: window._panels.output.drawing.toggle.isEnabled())
    window.show_workspace("results")
    window._area.setFocus()
    press(qtbot, Qt.Key.Key_D)
    assert window._panels.output.isVisible()
    assert window._panels.output.drawing.is_open

"""Drawing through the real widget: what the mouse and the keys do to a real session."""

import numpy as np
import pyqtgraph as pg
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QGraphicsView, QSlider, QVBoxLayout, QWidget

from playground.files import PointsSource, override, read_preset
from playground.training import TrainingSession
from playground.training.commands import Undo
from playground.training.commands.drawing import AddPoints, ErasePoints, JitterPoints, MovePoint, NewDrawing
from playground.training.input_slice import InputSlice
from playground.views.kit.appearance import apply_appearance
from playground.views.output.tools import STRENGTHS
from playground.views.output.view import OutputView
from playground.views.theme import DARK, LIGHT


class Desk:
    """A view, a session that does what it asks for, and a hand."""

    def __init__(self, qtbot, preset, *changes):
        self.qtbot = qtbot
        self.session = TrainingSession(override(read_preset(preset), list(changes)))
        self.commands, self.told = [], []
        self.outer = QWidget()
        qtbot.addWidget(self.outer)
        self.view = OutputView()
        QVBoxLayout(self.outer).addWidget(self.view)
        self.outer.resize(420, 460)
        self.view.command_requested.connect(self.do)
        self.view.failed.connect(self.told.append)
        self.outer.show()
        qtbot.waitExposed(self.outer)
        self.show()

    @property
    def drawing(self):
        return self.view.drawing

    @property
    def mouse(self):
        return self.view.canvas.findChild(QGraphicsView).viewport()

    def show(self):
        self.view.show_snapshot(self.session.snapshot())
        QApplication.processEvents()

    def do(self, command):
        self.commands.append(command)
        command.apply(self.session)
        self.view.show_snapshot(self.session.snapshot())

    def open(self):
        self.qtbot.mouseClick(self.drawing.toggle, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def at(self, x, y):
        return self.view.canvas.view.mapViewToScene(pg.Point(x, y)).toPoint()

    def click(self, x, y, button=Qt.MouseButton.LeftButton):
        self.qtbot.mouseClick(self.mouse, button, pos=self.at(x, y))

    def drag(self, *places, button=Qt.MouseButton.LeftButton):
        self.qtbot.mousePress(self.mouse, button, pos=self.at(*places[0]))
        for place in places[1:]:
            self.qtbot.mouseMove(self.mouse, self.at(*place))
        self.qtbot.mouseRelease(self.mouse, button, pos=self.at(*places[-1]))

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.view.canvas, key, modifier)
        QApplication.processEvents()

    @property
    def pixel(self):
        return max(self.view.canvas.view.viewPixelSize())

    @property
    def points(self):
        dataset = self.session.run.examples.dataset
        return np.concatenate([dataset.X, dataset.class_indices[None]]).T


@pytest.fixture
def make_desk(qtbot):
    return lambda preset="circles", *changes: Desk(qtbot, preset, *changes)


@pytest.fixture
def desk(make_desk):
    desk = make_desk()
    desk.open()
    return desk


@pytest.mark.parametrize("size", [(290, 340), (420, 460), (300, 640)])
@pytest.mark.parametrize("preset", ["circles", "xor_points", "three_spirals", "sheet"])
def test_the_plot_stays_under_the_hand_whatever_is_drawn(make_desk, preset, size):
    desk = make_desk("bumps" if preset == "sheet" else preset)
    desk.outer.resize(*size)
    desk.view.drawing.begin(new=True) if preset == "sheet" else desk.open()
    QApplication.processEvents()
    canvas = desk.view.canvas

    def place():
        return canvas.geometry().getRect(), canvas.view.rect(), canvas.view.viewRange()

    before = place()
    (left, right), (low, high) = canvas.view.viewRange()
    for label, x, y in ((0, 0.3, 0.4), (1, 0.9, 0.1), (2, 0.6, 0.6), (9, 0.1, 0.9)):
        desk.drawing.swatches.choose(label)
        desk.click(left + x * (right - left), low + y * (high - low))
        QApplication.processEvents()
        assert place() == before
    assert len(desk.points) >= 4
    assert desk.session.snapshot().problem_info.sizes[-1] == 10


# Folded and unfolded.


def test_folded_the_mouse_means_what_it_always_did(make_desk):
    desk = make_desk()
    filters = []
    desk.mouse.installEventFilter = filters.append
    desk.drag((0, 0), (2, 2))
    desk.click(1, 1)
    desk.click(1, 1, Qt.MouseButton.RightButton)
    desk.show()
    assert not desk.commands
    assert not filters
    assert not desk.view.canvas.following  # it was dragged along
    assert not desk.drawing.strip.isVisible()
    assert not desk.drawing.swatches.isVisible()
    assert not desk.drawing.drag_tool.cursor.isVisible()


def test_unfolded_the_tools_take_the_headings_place(desk):
    assert desk.drawing.strip.isVisible()
    assert desk.drawing.swatches.isVisible()
    assert not desk.view.caption.isVisible()
    assert not desk.view.classes.isVisible()
    assert "drag" in desk.view.note.text
    desk.open()
    assert desk.view.caption.isVisible()
    assert desk.view.classes.isVisible()
    assert not desk.drawing.strip.isVisible()


def test_a_frame_asks_nothing_of_drawing(make_desk, monkeypatch):
    desk = make_desk()
    asked = []
    monkeypatch.setattr(type(desk.drawing), "follow", lambda *_, **__: asked.append(1))
    desk.session.step_batch()
    desk.show()
    assert not asked


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("size", [(300, 330), (240, 220), (900, 700)])
def test_it_is_drawn_in_every_size_and_theme(desk, theme, size):
    apply_appearance(theme)
    desk.outer.resize(*size)
    QApplication.processEvents()
    for control in (*desk.drawing.strip.findChildren(QAbstractButton), desk.drawing.toggle):
        if control.isVisible():
            corner = control.mapTo(desk.view, QPoint(control.width(), control.height()))
            assert desk.view.rect().contains(corner)


# The brush.


def test_a_click_is_one_point_of_the_chosen_class_just_there(desk):
    desk.qtbot.mouseClick(desk.drawing.swatches.findChild(QAbstractButton, "class_1"), Qt.MouseButton.LeftButton)
    before = len(desk.points)
    desk.click(2, 3)
    (command,) = desk.commands
    assert command.kind is AddPoints
    assert len(desk.points) == before + 1
    np.testing.assert_allclose(desk.points[-1], (2, 3, 1), atol=desk.pixel)
    assert desk.view.plot.points.count == before + 1


def test_a_double_click_is_two_points_and_no_zoom(desk):
    desk.click(2, 3)
    desk.qtbot.mouseDClick(desk.mouse, Qt.MouseButton.LeftButton, pos=desk.at(2, 3))
    assert [command["first"] for command in desk.commands] == [True, True]


def test_a_drag_sprays_along_its_way_in_one_stroke(desk):
    before = len(desk.points)
    desk.drag((-4, -4), (-2, -4), (0, -4), (2, -4))
    assert [command["first"] for command in desk.commands] == [True] + [False] * (len(desk.commands) - 1)
    assert len(desk.commands) <= 3  # batches, not one for every move
    new = desk.points[before:]
    assert len(new) > 15
    assert np.abs(new[:, 1] + 4).max() <= desk.drawing.strip.radius * 12 + 2 * desk.pixel
    desk.do(Undo())
    assert len(desk.points) == before
    assert not isinstance(desk.session.experiment.data.source, PointsSource)


def test_while_the_mouse_stays_pressed_points_come_every_30_ms(desk):
    desk.qtbot.mousePress(desk.mouse, Qt.MouseButton.LeftButton, pos=desk.at(-4, -4))
    desk.qtbot.mouseMove(desk.mouse, desk.at(0, -4))
    desk.qtbot.waitUntil(lambda: len(desk.commands) == 2)
    desk.qtbot.mouseMove(desk.mouse, desk.at(4, -4))
    desk.qtbot.waitUntil(lambda: len(desk.commands) == 3)
    desk.qtbot.mouseRelease(desk.mouse, Qt.MouseButton.LeftButton, pos=desk.at(4, -4))
    assert len(desk.commands) == 3


def test_training_goes_on_while_one_draws(desk):
    desk.session.start()
    desk.drag((-4, -4), (2, -4))
    assert desk.session.loop.running


def test_beyond_the_map_nothing_is_drawn(desk):
    desk.view.canvas.view.setRange(xRange=(-12, 12), yRange=(-12, 12), padding=0)
    desk.click(-9, 9)
    assert not desk.commands
    desk.drag((-9, 0), (9, 0))
    (left, right), _ = desk.session.snapshot().problem_info.domain
    assert desk.commands
    assert all(left <= x <= right for x in desk.points[:, 0])


def test_a_new_class_brings_a_new_color_and_a_softmax(desk):
    desk.key(Qt.Key.Key_3)
    desk.click(5, 5)
    assert desk.session.experiment.network.output_activation == "softmax"
    assert desk.view.plot.points.count == len(desk.points)
    assert desk.view.caption.text == "Most likely class"


def test_a_full_drawing_says_so(desk):
    desk.do(AddPoints(tuple((0.001 * index % 5, 0.0, 0) for index in range(6000))))
    count = len(desk.points)
    desk.click(1, 1)
    assert len(desk.points) == count == 5000
    assert desk.told == ["A drawing holds at most 5,000 points: erase some first."]
    assert desk.view.plot.points.count == 5000


# Eraser, move, jitter.


@pytest.mark.parametrize("tool", ["brush", "eraser", "move"])
def test_the_right_button_always_erases(desk, tool):
    desk.drawing.strip.choose(tool)
    near = np.hypot(desk.points[:, 0] - 0, desk.points[:, 1] - 0)
    reach = desk.drawing.strip.radius * 12
    desk.click(0, 0, Qt.MouseButton.RightButton)
    assert desk.commands[0].kind is ErasePoints
    left = np.hypot(desk.points[:, 0], desk.points[:, 1])
    assert left.min() >= reach - 2 * desk.pixel
    assert abs(len(left) - (near > reach).sum()) <= 3


def test_the_eraser_leaves_no_gap_in_a_fast_drag(desk):
    desk.key(Qt.Key.Key_E)
    desk.drag((-5.5, 0), (5.5, 0))
    reach = desk.drawing.strip.radius * 12 - 2 * desk.pixel
    across = desk.points[np.abs(desk.points[:, 0]) < 5]
    assert np.abs(across[:, 1]).min() >= reach
    assert len({command["first"] for command in desk.commands}) == 2
    desk.do(Undo())
    assert not isinstance(desk.session.experiment.data.source, PointsSource)


def test_a_point_is_dragged(desk):
    desk.do(AddPoints(((5.0, -5.0, 1),)))
    desk.commands.clear()
    desk.key(Qt.Key.Key_M)
    count = len(desk.points)
    desk.drag((5, -5), (3, -5), (2, -4))
    assert {command.kind for command in desk.commands} == {MovePoint}
    assert len(desk.points) == count
    np.testing.assert_allclose(desk.points[-1], (2, -4, 1), atol=2 * desk.pixel)
    desk.do(Undo())
    np.testing.assert_array_equal(desk.points[-1], (5, -5, 1))


def test_move_takes_hold_of_points_only(desk):
    desk.key(Qt.Key.Key_M)
    desk.drag((5.8, 5.8), (0, 0))
    assert not desk.commands


def test_jitter_moves_every_point_and_is_taken_back_at_once(desk):
    before = desk.points
    desk.qtbot.mouseClick(desk.drawing.strip.jitter, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    desk.key(Qt.Key.Key_J)
    assert [command.kind for command in desk.commands] == [JitterPoints, JitterPoints]
    assert desk.commands[0]["seed"] != desk.commands[1]["seed"]
    assert (desk.points[:, :2] != before[:, :2]).any(axis=1).all()
    desk.do(Undo())
    np.testing.assert_array_equal(desk.points, before)


@pytest.mark.parametrize("index", range(len(STRENGTHS)))
def test_the_strength_of_jitter_is_chosen(desk, index):
    desk.drawing.strip.jitter.menu().actions()[index].trigger()
    desk.key(Qt.Key.Key_J)
    assert desk.commands[0]["strength"] == STRENGTHS[index].share


# Keys.


@pytest.mark.parametrize("label", range(9))
def test_number_keys_choose_classes_and_the_brush(desk, label):
    desk.key(Qt.Key.Key_E)
    desk.key(Qt.Key.Key_1 + label)
    assert desk.drawing.swatches.label == label
    assert desk.drawing.strip.tool == "brush"
    desk.click(1, 1)
    assert desk.points[-1][2] == label


def test_brackets_change_the_brush(desk):
    before = desk.drawing.strip.radius
    desk.key(Qt.Key.Key_BracketRight)
    assert desk.drawing.strip.radius == pytest.approx(1.2 * before)
    desk.key(Qt.Key.Key_BracketLeft)
    desk.key(Qt.Key.Key_BracketLeft)
    assert desk.drawing.strip.radius == pytest.approx(before / 1.2)


def test_a_key_unfolds_and_escape_folds(make_desk):
    desk = make_desk()
    desk.view.canvas.setFocus()
    desk.key(Qt.Key.Key_E)
    assert desk.drawing.is_open
    assert desk.drawing.strip.tool == "eraser"
    desk.key(Qt.Key.Key_Escape)
    assert not desk.drawing.is_open


def claims(desk, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Return whether the view keeps a key from the window's shortcuts."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
    event.ignore()
    QApplication.sendEvent(desk.view.canvas, event)
    return event.isAccepted()


def test_only_keys_that_mean_something_are_kept_from_the_window(make_desk):
    desk = make_desk()
    inside = [Qt.Key.Key_1, Qt.Key.Key_9, Qt.Key.Key_J, Qt.Key.Key_Escape, Qt.Key.Key_BracketLeft]
    window = [Qt.Key.Key_Space, Qt.Key.Key_R, Qt.Key.Key_N, Qt.Key.Key_G, Qt.Key.Key_Left, Qt.Key.Key_Right]
    assert not any(claims(desk, key) for key in (*inside, *window))
    desk.open()
    desk.view.canvas.setFocus()
    assert all(claims(desk, key) for key in (*inside, Qt.Key.Key_B, Qt.Key.Key_E, Qt.Key.Key_M))
    assert not any(claims(desk, key) for key in window)
    assert not claims(desk, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def test_other_keys_are_the_plots_and_the_windows_own(desk):
    desk.key(Qt.Key.Key_Plus)
    assert not desk.view.canvas.following
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_G, Qt.KeyboardModifier.NoModifier)
    desk.view.keyPressEvent(event)
    assert not event.isAccepted()


def test_the_keyboard_can_draw(desk):
    desk.view.canvas.setFocus()
    before = len(desk.points)
    desk.key(Qt.Key.Key_Return)
    assert not desk.commands
    assert desk.drawing.drag_tool.cursor.isVisible()
    assert claims(desk, Qt.Key.Key_Left)
    for _ in range(5):
        desk.key(Qt.Key.Key_Right)
        desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Return)
    assert len(desk.points) == before + 1
    np.testing.assert_allclose(desk.points[-1][:2], (1.2, 1.2), atol=2 * desk.pixel)
    desk.key(Qt.Key.Key_M)
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Return)
    assert desk.commands[-1].kind is MovePoint
    assert not desk.drawing.drag_tool.is_at_work
    desk.key(Qt.Key.Key_Escape)
    assert not claims(desk, Qt.Key.Key_Left)
    assert desk.drawing.is_open


# The ring.


def test_the_ring_is_as_wide_as_the_brush(desk):
    desk.qtbot.mouseMove(desk.mouse, desk.at(0, 0))
    desk.qtbot.mouseMove(desk.mouse, desk.at(1, 1))
    ring = desk.drawing.drag_tool.cursor.ring
    assert desk.drawing.drag_tool.cursor.isVisible()
    assert ring.width() * desk.pixel == pytest.approx(2 * desk.drawing.strip.radius * 12, rel=0.05)
    assert ring.width() == pytest.approx(ring.height(), rel=0.05)
    for _ in range(3):
        desk.key(Qt.Key.Key_BracketRight)
    assert desk.drawing.drag_tool.cursor.ring.width() == pytest.approx(ring.width() * 1.2**3, rel=0.05)
    QApplication.sendEvent(desk.mouse, QEvent(QEvent.Type.Leave))
    assert not desk.drawing.drag_tool.cursor.isVisible()


def test_a_hand_is_shown_for_moving_and_a_ring_only_where_a_point_is(desk):
    desk.do(AddPoints(((5.0, -5.0, 1),)))
    desk.key(Qt.Key.Key_M)
    assert desk.mouse.cursor().shape() == Qt.CursorShape.OpenHandCursor
    desk.qtbot.mouseMove(desk.mouse, desk.at(5.8, 5.8))
    assert not desk.drawing.drag_tool.cursor.isVisible()
    desk.qtbot.mouseMove(desk.mouse, desk.at(5, -5))
    assert desk.drawing.drag_tool.cursor.isVisible()
    desk.qtbot.mousePress(desk.mouse, Qt.MouseButton.LeftButton, pos=desk.at(5, -5))
    assert desk.mouse.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    desk.qtbot.mouseRelease(desk.mouse, Qt.MouseButton.LeftButton, pos=desk.at(5, -5))
    desk.open()
    assert desk.mouse.cursor().shape() == Qt.CursorShape.ArrowCursor


# An empty sheet, and data that cannot be drawn on.


@pytest.mark.parametrize("preset", ["circles", "three_spirals", "bumps", "sine", "heart"])
def test_a_new_drawing_begins_with_the_first_click(make_desk, preset):
    desk = make_desk(preset)
    desk.open()
    desk.qtbot.mouseClick(desk.drawing.strip.new, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert desk.drawing.has_sheet
    assert desk.view.invitation.isVisible()
    assert desk.view.plot.points.count == 0
    desk.session.step_batch()
    desk.show()
    assert desk.drawing.has_sheet  # it stays while training goes on
    assert not desk.commands
    desk.click(0, 0, Qt.MouseButton.RightButton)
    assert not desk.commands
    desk.drag((1, 2), (3, 2))
    assert [command.kind for command in desk.commands[:1]] == [NewDrawing]
    assert all(command.kind is AddPoints and not command["first"] for command in desk.commands[1:])
    assert not desk.drawing.has_sheet
    assert not desk.view.invitation.isVisible()
    np.testing.assert_allclose(desk.points[0][:2], (1, 2), atol=2 * desk.pixel)
    assert desk.view.plot.points.count == len(desk.points)
    desk.do(Undo())
    assert not isinstance(desk.session.experiment.data.source, PointsSource)


@pytest.mark.parametrize(
    ("preset", "new", "sheet"), [("circles", False, False), ("circles", True, True), ("sine", False, True)]
)
def test_others_can_ask_for_the_tools(make_desk, preset, new, sheet):
    desk = make_desk(preset)
    desk.view.drawing.begin(new=new)
    assert desk.drawing.can_draw
    assert desk.drawing.has_sheet is sheet


@pytest.mark.parametrize("leave", ["escape", "toggle"])
def test_an_empty_sheet_can_be_taken_away_again(desk, leave):
    count = desk.view.plot.points.count
    desk.drawing.strip.new.click()
    assert desk.view.plot.points.count == 0
    if leave == "escape":
        desk.key(Qt.Key.Key_Escape)
        assert desk.drawing.is_open
    else:
        desk.drawing.toggle.click()
    assert not desk.drawing.has_sheet
    assert desk.view.plot.points.count == count
    assert not desk.commands


def test_other_data_take_the_sheet_away(desk, make_snapshot):
    desk.drawing.strip.new.click()
    desk.view.show_snapshot(make_snapshot("xor"))
    assert not desk.drawing.has_sheet


@pytest.mark.parametrize(("preset", "reason"), [("bumps", "not numbers"), ("sine", "not numbers")])
def test_data_that_cannot_be_drawn_on_say_why_and_offer_a_new_drawing(make_desk, preset, reason):
    desk = make_desk(preset)
    assert reason in desk.drawing.toggle.toolTip()
    desk.view.canvas.setFocus()
    assert not claims(desk, Qt.Key.Key_B)
    desk.open()
    assert reason in desk.view.note.text
    assert desk.drawing.strip.new.isVisible()
    assert desk.drawing.strip.new.isEnabled()
    assert not desk.drawing.strip.jitter.isVisible()
    assert not desk.drawing.swatches.isVisible()
    desk.click(0, 0)
    assert not desk.commands


@pytest.mark.parametrize(("inputs", "reason"), [(1, "only one"), (4, "have 4")])
def test_a_drawing_has_two_inputs(make_desk, inputs, reason):
    desk = make_desk()
    snapshot = desk.session.snapshot()
    problem_info = snapshot.problem_info
    names = tuple(f"x{index + 1}" for index in range(inputs))
    several = {
        name: np.resize(getattr(problem_info, name), (inputs, getattr(problem_info, name).shape[1]))
        for name in ("train_X", "test_X")
    }
    domain = (problem_info.domain * 2)[:inputs]
    problem_info = replace(problem_info, input_names=names, domain=domain, **several)
    if inputs > 1:
        desk.view.show_snapshot(replace(snapshot, problem_info=problem_info))
        assert reason in desk.drawing.toggle.toolTip()
    from playground.views.output.strokes import why_not

    assert reason in why_not(problem_info)


# Other axes.


def test_on_turned_axes_points_land_where_they_are_seen(make_desk):
    desk = make_desk("xor")
    desk.session.show_slice(InputSlice((1, 0)))
    desk.show()
    assert (desk.view.canvas.bottom.labelText, desk.view.canvas._names[1]) == ("x₂", "x₁")
    desk.open()
    desk.click(0.25, 0.75)
    np.testing.assert_allclose(desk.points[-1][:2], (0.75, 0.25), atol=2 * desk.pixel)
    desk.key(Qt.Key.Key_M)
    desk.drag((0.25, 0.75), (0.5, 0.25))
    np.testing.assert_allclose(desk.points[-1][:2], (0.25, 0.5), atol=3 * desk.pixel)


def test_a_units_map_is_drawn_on_too(desk):
    desk.view.show_unit((1, 0))
    desk.click(2, 3)
    np.testing.assert_allclose(desk.points[-1][:2], (2, 3), atol=2 * desk.pixel)


# Small things.


def test_hidden_in_the_middle_of_a_stroke_it_lets_go(desk):
    desk.qtbot.mousePress(desk.mouse, Qt.MouseButton.LeftButton, pos=desk.at(1, 1))
    desk.view.hide()
    assert not desk.drawing.drag_tool.is_at_work
    desk.view.show()


def test_before_the_first_map_nothing_can_be_drawn(qtbot):
    view = OutputView()
    qtbot.addWidget(view)
    assert not view.drawing.toggle.isEnabled()


def test_every_control_has_a_name_and_a_tooltip(desk):
    for host in (desk.drawing.strip, desk.drawing.swatches):
        for control in (*host.findChildren(QAbstractButton), *host.findChildren(QSlider)):
            assert control.accessibleName()
            assert control.toolTip()
    assert desk.drawing.toggle.accessibleName()
    assert desk.drawing.toggle.toolTip()

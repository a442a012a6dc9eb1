import numpy as np
import pyqtgraph as pg
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QGraphicsView

from playground.training.input_slice import InputSlice
from playground.training.results import Maps
from playground.views.kit.appearance import apply_appearance
from playground.views.network.names import feature_label
from playground.views.output.view import OutputView
from playground.views.theme import DARK, LIGHT

PRESETS = ("circles", "three_spirals", "bumps", "sine", "heart")


@pytest.fixture
def view(qtbot):
    view = OutputView()
    qtbot.addWidget(view)
    view.resize(300, 330)
    view.show()
    qtbot.waitExposed(view)
    return view


def on_screen(view, x, y):
    return view.canvas.view.mapViewToScene(pg.Point(x, y))


def color_at(view, x, y):
    place = on_screen(view, x, y).toPoint()
    return view.canvas.grab().toImage().pixelColor(place)


def hover(qtbot, view, x, y):
    viewport = view.canvas.findChild(QGraphicsView).viewport()
    qtbot.mouseMove(viewport, QPoint(1, 1))
    qtbot.mouseMove(viewport, on_screen(view, x, y).toPoint())


def without_points(snapshot):
    problem_info = snapshot.problem_info
    labels = None if problem_info.train_labels is None else problem_info.train_labels[:0]
    empty = {"train_X": problem_info.train_X[:, :0], "train_Y": problem_info.train_Y[:, :0], "train_labels": labels}
    empty |= {"test_X": problem_info.test_X[:, :0], "test_Y": problem_info.test_Y[:, :0], "test_labels": labels}
    return replace(snapshot, problem_info=replace(problem_info, **empty))


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_kind_of_problem_is_drawn(make_snapshot, view, preset, theme):
    snapshot = make_snapshot(preset, epochs=2)
    apply_appearance(theme)
    view.show_snapshot(snapshot)
    QApplication.processEvents()
    assert view.stack.currentWidget() is view.frame
    assert view.plot.points.count == snapshot.problem_info.train_X.shape[1] + snapshot.problem_info.test_X.shape[1]
    assert view.caption.text
    frame = view.grab().toImage()
    assert len({frame.pixelColor(x, 150).name() for x in range(0, 300, 3)}) > 3


@pytest.mark.parametrize("preset", PRESETS)
def test_data_without_a_single_example_is_drawn_too(make_snapshot, view, preset):
    view.show_snapshot(without_points(make_snapshot(preset)))
    view.grab()
    assert view.plot.points.count == 0


def test_low_rows_are_at_the_bottom_and_the_high_target_is_positive(make_snapshot, view):
    snapshot = without_points(make_snapshot("circles"))
    maps = snapshot.maps
    ramp = np.linspace(0, 1, len(maps.y), dtype=np.float32)[:, None] * np.ones(len(maps.x), np.float32)
    view.show_snapshot(replace(snapshot, maps=replace_output(maps, ramp[None])))
    QApplication.processEvents()
    low, high = color_at(view, 0, -5), color_at(view, 0, 5)
    assert low.red() > low.blue()
    assert high.blue() > high.red()


def replace_output(maps, units):
    return Maps(maps.kind, maps.x, maps.y, (*maps.units[:-1], units))


def test_the_boundary_is_drawn_where_the_output_is_in_the_middle(make_snapshot, view):
    snapshot = without_points(make_snapshot("circles"))
    maps = snapshot.maps
    slope = np.linspace(0, 1, len(maps.x), dtype=np.float32) * np.ones((len(maps.y), 1), np.float32)
    view.show_snapshot(replace(snapshot, maps=replace_output(maps, slope[None])))
    path = view.plot.contour.path
    places = [path.elementAt(index).x for index in range(path.elementCount())]
    assert places == pytest.approx([0] * len(places), abs=1e-5)
    assert len(places) == len(maps.y)


def test_the_mouse_reads_the_map(make_snapshot, view, qtbot):
    snapshot = make_snapshot("circles", epochs=5)
    view.show_snapshot(snapshot)
    QApplication.processEvents()
    hover(qtbot, view, 0, 0)
    assert "→" in view.readout.text
    assert view.readout.text.endswith(")")
    first = view.readout.text
    maps = snapshot.maps
    view.show_snapshot(replace(snapshot, maps=replace_output(maps, 1 - maps.units[-1])))
    assert view.readout.text != first
    qtbot.mouseMove(view.canvas.findChild(QGraphicsView).viewport(), QPoint(1, 1))
    assert view.readout.text == ""


def test_discretize_leaves_two_colors(make_snapshot, view, qtbot):
    view.show_snapshot(make_snapshot("circles", epochs=5))
    assert len(np.unique(view.plot.picture.pixels)) > 20
    qtbot.mouseClick(view.controls.discretize, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert view.controls.discretize.isChecked()
    assert len(np.unique(view.plot.picture.pixels)) == 2


@pytest.mark.parametrize(("preset", "possible"), [("circles", True), ("bumps", True), ("sine", False)])
def test_discretize_is_offered_where_it_means_something(make_snapshot, view, preset, possible):
    view.show_snapshot(make_snapshot(preset))
    assert view.controls.discretize.isEnabled() is possible


def test_discretized_curves_are_steps(make_snapshot, view):
    snapshot = make_snapshot("circles")
    x = np.linspace(-6, 6, 64)
    values = np.linspace(0, 1, 64, dtype=np.float32)[None]
    problem_info = replace(
        snapshot.problem_info,
        input_names=("x1",),
        domain=((-6.0, 6.0),),
        train_X=snapshot.problem_info.train_X[:1],
        test_X=snapshot.problem_info.test_X[:1],
    )
    maps = Maps("line", x, np.empty(0), (*(np.zeros((n, 64), np.float32) for n in problem_info.sizes[:-1]), values))
    view.controls.discretize.setChecked(True)
    view.show_snapshot(replace(snapshot, problem_info=problem_info, maps=maps))
    path = next(iter(view.plot.curves)).path
    assert {path.elementAt(index).y for index in range(path.elementCount())} == {0, 1}


def test_test_data_can_be_left_out(make_snapshot, view, qtbot):
    snapshot = make_snapshot("circles")
    view.show_snapshot(snapshot)
    qtbot.mouseClick(view.controls.test_data, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert view.plot.points.count == snapshot.problem_info.train_X.shape[1]


def test_a_unit_takes_the_view_until_it_is_gone(make_snapshot, view):
    snapshot = make_snapshot("circles", epochs=2)
    view.show_snapshot(snapshot)
    output = view.caption.text
    view.show_unit((1, 2))
    assert view.caption.text == "Neuron 3 of layer 1 (Tanh)"
    assert view.frame.scale.labels[0][1] == "−1"
    view.show_unit((0, 1))
    assert view.caption.text == "Feature x₂"
    view.show_unit((len(snapshot.problem_info.sizes) - 1, 0))
    assert view.caption.text.startswith("Output")
    view.show_unit((1, 99))
    assert view.caption.text == output
    view.show_unit((1, 0))
    view.show_unit(None)
    assert view.caption.text == output


def test_a_units_zoom_is_the_outputs_zoom(make_snapshot, view, qtbot):
    view.show_snapshot(make_snapshot("circles"))
    view.canvas.setFocus()
    qtbot.keyClick(view.canvas, Qt.Key.Key_Plus)
    zoomed = view.canvas.view.viewRange()
    assert view.controls.auto.isEnabled()
    view.show_unit((1, 0))
    assert view.canvas.view.viewRange() == zoomed
    qtbot.mouseClick(view.controls.auto, Qt.MouseButton.LeftButton)
    assert view.canvas.view.viewRange() != zoomed
    assert not view.controls.auto.isEnabled()


def test_another_input_space_is_shown_whole(make_snapshot, view, qtbot):
    view.show_snapshot(make_snapshot("circles"))
    qtbot.keyClick(view.canvas, Qt.Key.Key_Plus)
    view.show_snapshot(make_snapshot("sine"))
    assert view.canvas.following


def test_before_the_first_map_a_sentence_says_so(make_snapshot, view):
    assert view.stack.currentWidget() is view.empty
    snapshot = make_snapshot("circles")
    view.show_snapshot(snapshot)
    view.show_snapshot(replace(snapshot, maps=None))
    assert view.stack.currentWidget() is view.empty
    view.grab()


def test_hidden_it_only_remembers(make_snapshot, view):
    first, second = make_snapshot("circles"), make_snapshot("circles", epochs=5)
    view.show_snapshot(first)
    pixels = view.plot.picture.pixels
    view.hide()
    view.show_snapshot(second)
    assert view.plot.picture.pixels is pixels
    view.show()
    assert view.plot.picture.pixels is not pixels


def test_points_are_made_again_for_another_scene_only(make_snapshot, view, monkeypatch):
    first = make_snapshot("circles")
    view.show_snapshot(first)
    made = []
    monkeypatch.setattr(view.plot.points, "show_points", lambda *arguments: made.append(arguments))
    view.show_snapshot(replace(first, epoch=3))
    assert not made
    view.show_snapshot(replace(first, problem_info=replace(first.problem_info)))
    assert len(made) == 1


def test_more_inputs_and_many_examples_are_noted(make_snapshot, view):
    snapshot = make_snapshot("circles")
    problem_info = snapshot.problem_info
    many = np.repeat(problem_info.train_X, 30, axis=1)
    problem_info = replace(
        problem_info,
        input_names=("a", "b", "c", "d"),
        train_X=np.concatenate([many, many]),
        test_X=np.concatenate([problem_info.test_X, problem_info.test_X]),
        train_Y=np.repeat(problem_info.train_Y, 30, axis=1),
        train_labels=np.repeat(problem_info.train_labels, 30),
    )
    view.show_snapshot(replace(snapshot, problem_info=problem_info))
    assert view.note.text.startswith("2 more inputs at their mean · ")
    assert view.note.text.endswith(f"of {many.shape[1] + problem_info.test_X.shape[1]:,} points")
    assert view.plot.points.count <= 2000


def test_standardized_inputs_say_so_beside_the_raw_axes(make_snapshot, view):
    snapshot = make_snapshot("circles")
    view.show_snapshot(snapshot)
    assert "standardized" not in view.note.text
    scale = snapshot.problem_info.input_scale.copy()
    scale[1] = 3.0
    view.show_snapshot(replace(snapshot, problem_info=replace(snapshot.problem_info, input_scale=scale)))
    assert view.note.text == "raw axes, standardized for the network"
    first, second = snapshot.problem_info.feature_names
    view.show_unit((0, 0))
    assert view.caption.text == f"Feature {feature_label(first)}"
    view.show_unit((0, 1))
    assert view.caption.text == f"Feature {feature_label(second)}, standardized"


def four_inputs(snapshot, input_slice):
    problem_info = snapshot.problem_info
    X = {
        name: np.concatenate([getattr(problem_info, name), 10 + getattr(problem_info, name)])
        for name in ("train_X", "test_X")
    }
    domain = (*problem_info.domain, *((10 + low, 10 + high) for low, high in problem_info.domain))
    problem_info = replace(problem_info, input_names=("a", "b", "c", "d"), domain=domain, **X)
    (x0, x1), (y0, y1) = (domain[axis] for axis in input_slice.axes)
    side = len(snapshot.maps.x)
    maps = replace(snapshot.maps, input_slice=input_slice, x=np.linspace(x0, x1, side), y=np.linspace(y0, y1, side))
    return replace(snapshot, problem_info=problem_info, maps=maps)


@pytest.mark.parametrize("axes", [(0, 1), (3, 2), (1, 3)])
def test_points_names_and_values_follow_the_planes_axes(make_snapshot, view, qtbot, axes):
    snapshot = four_inputs(make_snapshot("circles"), InputSlice(axes))
    view.show_snapshot(snapshot)
    QApplication.processEvents()
    names = [snapshot.problem_info.input_names[axis] for axis in axes]
    assert view.canvas.bottom.labelText == names[0]
    test_first = np.concatenate([snapshot.problem_info.test_X, snapshot.problem_info.train_X], axis=1)
    np.testing.assert_array_equal([view.plot.points.xs, view.plot.points.ys], test_first[list(axes)])
    middle = [sum(snapshot.problem_info.domain[axis]) / 2 for axis in axes]
    hover(qtbot, view, *middle)
    assert view.readout.text.startswith(f"{names[0]} ")
    assert f" {names[1]} " in view.readout.text
    assert "→" in view.readout.text


def test_another_plane_is_drawn_anew_and_shown_whole(make_snapshot, view, qtbot):
    snapshot = make_snapshot("circles")
    first = four_inputs(snapshot, InputSlice((0, 1)))
    view.show_snapshot(first)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Plus)
    other = four_inputs(snapshot, InputSlice((2, 3)))
    view.show_snapshot(replace(other, problem_info=first.problem_info))
    assert view.canvas.bottom.labelText == "c"
    assert view.canvas.following
    assert view.canvas.view.viewRange()[0] == pytest.approx(first.problem_info.domain[2])


@pytest.mark.parametrize(
    ("example", "rest"), [(None, "2 more inputs at their mean"), (11, "2 more inputs as in training example 12")]
)
def test_the_note_says_where_the_other_inputs_rest(make_snapshot, view, example, rest):
    view.show_snapshot(four_inputs(make_snapshot("circles"), InputSlice((0, 1), example)))
    assert view.note.text == rest


def test_one_of_several_numbers_is_chosen(make_snapshot, view, qtbot):
    snapshot = make_snapshot("bumps")
    problem_info = snapshot.problem_info
    problem_info = replace(
        problem_info,
        sizes=(*problem_info.sizes[:-1], 2),
        output_names=("price", "demand"),
        train_Y=np.concatenate([problem_info.train_Y, 9 * problem_info.train_Y]),
        test_Y=np.concatenate([problem_info.test_Y, 9 * problem_info.test_Y]),
    )
    both = replace_output(snapshot.maps, np.repeat(snapshot.maps.units[-1], 2, axis=0))
    view.show_snapshot(replace(snapshot, problem_info=problem_info, maps=both))
    assert view.output.isVisible()
    assert view.caption.text == "Output price"
    qtbot.keyClick(view.output, Qt.Key.Key_Down)
    assert view.caption.text == "Output demand"
    view.show_snapshot(snapshot)
    assert not view.output.isVisible()


def test_values_that_are_not_finite_do_no_harm(make_snapshot, view):
    for preset in PRESETS:
        snapshot = make_snapshot(preset)
        for bad in (np.nan, np.inf):
            units = np.full_like(snapshot.maps.units[-1], bad)
            view.show_snapshot(replace(snapshot, maps=replace_output(snapshot.maps, units)))
            view.grab()


@pytest.mark.parametrize("size", [(300, 330), (240, 220), (500, 330), (300, 700), (900, 800)])
@pytest.mark.parametrize("preset", PRESETS)
def test_the_plotting_area_is_square_where_it_is_a_plane(make_snapshot, view, size, preset):
    view.resize(*size)
    view.show_snapshot(make_snapshot(preset))
    QApplication.processEvents()
    area = view.canvas.frame()
    if preset != "sine":
        assert area.width() == pytest.approx(area.height(), abs=2)
    assert view.frame.rect().contains(view.canvas.geometry())
    if preset in ("circles", "bumps"):
        assert view.frame.scale.isVisible()
        scale = view.frame.scale.geometry()
        assert view.frame.rect().contains(scale)
        assert not scale.intersects(view.canvas.geometry())
        bar = view.frame.scale.bar().translated(scale.topLeft())
        if view.frame.scale.lying:
            assert scale.top() > view.canvas.geometry().bottom()
            assert (bar.left(), bar.right()) == pytest.approx((area.left(), area.right()), abs=3)
        else:
            assert scale.left() > view.canvas.geometry().right()
            assert (bar.top(), bar.bottom()) == pytest.approx((area.top(), area.bottom()), abs=3)


def test_a_tall_view_lays_the_scale_below_and_gives_the_plane_its_width(make_snapshot, view):
    view.show_snapshot(make_snapshot("bumps"))
    view.resize(290, 358)  # in a window of 1024 × 700
    QApplication.processEvents()
    assert view.frame.scale.lying
    assert view.canvas.frame().width() > 2 / 3 * view.width()
    view.resize(440, 358)
    QApplication.processEvents()
    assert not view.frame.scale.lying


def test_every_control_has_a_name_and_a_tooltip(view):
    for control in (view.controls.test_data, view.controls.discretize, view.controls.auto, view.output):
        assert control.accessibleName()
        assert control.toolTip()


def test_two_inputs_in_units_of_their_own_fill_the_room(make_snapshot, view):
    snapshot = four_inputs(make_snapshot("circles"), InputSlice((0, 1)))
    problem_info, size = snapshot.problem_info, (300, 240)
    (low, high), *others = problem_info.domain
    for domain, wide in ((problem_info.domain, False), (((low, 7 * high), *others), True)):
        view.resize(*size)
        view.show_snapshot(replace(snapshot, problem_info=replace(problem_info, domain=domain)))
        QApplication.processEvents()
        area = view.canvas.frame()
        assert (area.width() > 1.4 * area.height()) is wide


def test_the_value_under_the_mouse_takes_the_place_of_the_note(make_snapshot, view, qtbot):
    view.show_snapshot(four_inputs(make_snapshot("circles"), InputSlice((0, 1))))
    QApplication.processEvents()
    area = view.canvas.frame()
    assert view.note.isVisible()
    hover(qtbot, view, 0, 0)
    assert view.readout.isVisible()
    assert not view.note.isVisible()
    assert view.canvas.frame() == area
    view.canvas.unhovered.emit()
    assert view.note.isVisible()


def test_the_key_stands_beside_the_heading_where_both_have_room(make_snapshot, view):
    view.show_snapshot(make_snapshot("circles"))
    for width, zoom, beside in ((560, 100, True), (250, 100, False), (560, 100, True), (560, 200, False)):
        apply_appearance(LIGHT, zoom)
        view.resize(width, 330)
        QApplication.processEvents()
        assert (view.classes.geometry().top() < view.drawing.toggle.geometry().bottom()) is beside
        assert not view.classes.geometry().intersects(view.caption.geometry())
    apply_appearance(LIGHT, 100)
    top = view.frame.geometry().top()
    view.show_unit((1, 0))  # a longer heading moves nothing
    QApplication.processEvents()
    assert view.frame.geometry().top() == top

from itertools import combinations

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGraphicsView, QToolTip

from playground.files import LayerSettings
from playground.training.commands import ChangeField, ShowSlice
from playground.training.input_slice import InputSlice
from playground.training.queries.every_layer import Projection
from playground.training.queries.hidden_space import HiddenSpace
from playground.views.spaces.header import MODES, STEPS
from playground.views.theme import DARK, LIGHT

PRESETS = ("spirals", "three_spirals", "plane", "sine", "heart")


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_kind_of_problem_is_drawn(make_bench, appearance, preset, mode, theme):
    bench = make_bench(preset, mode=mode)
    appearance(theme)
    problem_info = bench.session.snapshot().problem_info
    assert len(bench.view.grid.panels) == len(problem_info.sizes)
    for layer in range(len(problem_info.sizes)):
        bench.view.choose_layer(layer)
        QApplication.processEvents()
        panel = bench.view.grid.panels[layer]
        assert panel.stack.currentWidget() is panel.plot
        assert panel.plot.item.count == problem_info.train_X.shape[1] + problem_info.test_X.shape[1]
        assert bench.view.side.sentence.text()
        picture = panel.plot.grab().toImage()
        places = [(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)]
        assert len({picture.pixelColor(*place).name() for place in places}) > 6


def test_the_queries_are_those_of_the_mode(make_bench):
    bench = make_bench()
    assert bench.view.queries == {Projection()}
    bench.view.set_mode("neurons")
    bench.frame()
    assert bench.view.queries == {HiddenSpace(((0, 1), (0, 1), (0, 1), (0, 0)))}


def test_the_grid_follows_the_plane_of_the_maps(make_bench):
    bench = make_bench(mode="neurons")
    ShowSlice(InputSlice((1, 0))).apply(bench.session)
    bench.frame()
    (query,) = bench.view.queries
    assert query.input_slice == InputSlice((1, 0))


def test_at_first_the_last_hidden_layer_is_chosen_and_a_click_chooses_another(make_bench, qtbot):
    view = make_bench().view
    assert view.layer == 2
    titles = [panel.title for panel in view.grid.panels]
    qtbot.mouseClick(titles[1], Qt.MouseButton.LeftButton)
    assert view.layer == 1
    assert view.side.sentence.text().startswith("Layer 1")
    titles[1].setFocus()
    qtbot.keyClick(titles[1], Qt.Key.Key_Left)
    assert view.layer == 0
    assert view.side.sentence.text().startswith("Input")


def test_a_click_into_a_picture_chooses_its_layer(make_bench, qtbot):
    view = make_bench().view
    viewport = view.grid.panels[0].plot.canvas.findChild(QGraphicsView).viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=viewport.rect().center())
    qtbot.waitUntil(lambda: view.layer == 0)


def test_one_layer_can_be_shown_alone_and_all_of_them_again(make_bench, qtbot):
    view = make_bench().view
    panels, before = view.grid.panels, view.grid.panels[2].plot.size()
    panels[2].title.setFocus()
    qtbot.keyClick(panels[2].title, Qt.Key.Key_Return)
    assert [panel.isVisible() for panel in panels] == [False, False, True, False]
    assert view.header.enlarge.isChecked()
    assert panels[2].plot.width() > 1.5 * before.width()
    assert panels[2].plot.canvas._names == ("Component 1", "Component 2")
    qtbot.keyClick(panels[2].title, Qt.Key.Key_Left)
    assert [panel.isVisible() for panel in panels] == [False, True, False, False]
    qtbot.keyClick(panels[1].title, Qt.Key.Key_Escape)
    assert all(panel.isVisible() for panel in panels)
    assert not view.header.enlarge.isChecked()


def test_beside_one_layer_alone_the_side_has_its_own_column(make_bench, qtbot):
    view = make_bench("circles", size=(850, 560)).view
    assert view.side.y() > view.stack.y()  # below a row of three
    qtbot.mouseClick(view.header.enlarge, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.side.x() > view.stack.x())
    qtbot.mouseClick(view.header.enlarge, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.side.y() > view.stack.y())


@pytest.mark.parametrize("size", [(770, 480), (1130, 770), (2300, 1250), (600, 900)], ids=str)
@pytest.mark.parametrize("layers", [2, 3, 4, 5, 10])
def test_the_layers_fill_the_room_without_overlapping(make_bench, size, layers):
    hidden = ",".join(["3"] * (layers - 2))
    view = make_bench(**{"network.hidden": f"[{hidden}]"}, size=size).view
    places = [panel.geometry() for panel in view.grid.panels]
    assert len(places) == layers
    assert len({place.y() for place in places}) <= 2
    assert all(view.grid.rect().contains(place) for place in places)
    assert not any(a.intersects(b) for a, b in combinations(places, 2))
    covered = sum(place.width() * place.height() for place in places)
    assert covered > 0.6 * view.grid.width() * view.grid.height()
    right = max(place.right() for place in places)
    assert right >= view.grid.width() - 2 - layers


def test_another_structure_is_followed(make_bench):
    bench = make_bench(mode="neurons", **{"network.hidden": "[8,8]"})
    bench.view.choose_pair(6, 3)
    bench.frame()
    ChangeField("network.hidden", (LayerSettings(8, "tanh"), LayerSettings(4, "tanh"))).apply(bench.session)
    bench.frame()
    (query,) = bench.view.queries
    assert query.pairs[2] == (0, 1)
    assert bench.view.layer == 2
    ChangeField("network.hidden", ()).apply(bench.session)
    bench.frame()
    assert bench.view.layer <= 1
    assert len(bench.view.grid.panels) == 2
    assert bench.view.stack.currentWidget() is bench.view.grid


def test_neurons_are_chosen_and_exchanged(make_bench, qtbot):
    bench = make_bench(mode="neurons", **{"network.hidden": "[5]"})
    view = bench.view
    view.choose_layer(1)
    view.header.first.setCurrentIndex(3)
    view.header.first.activated.emit(3)
    bench.frame()
    assert view._pairs[1] == (3, 1)
    qtbot.mouseClick(view.header.swap, Qt.MouseButton.LeftButton)
    bench.frame()
    assert view._pairs[1] == (1, 3)
    assert view.picture(1).names == ("Neuron 2", "Neuron 4")
    assert view.grid.panels[1].title.accessibleName() == "Layer 1 Neuron 2 × Neuron 4"
    # The same neuron on both axes: the other axis takes the one that was there.
    view.header.second.setCurrentIndex(1)
    view.header.second.activated.emit(1)
    assert view._pairs[1] == (3, 1)


def test_test_data_and_grid_can_be_left_out(make_bench):
    bench = make_bench(mode="neurons")
    problem_info = bench.session.snapshot().problem_info
    assert bench.view.picture(1).lines is not None
    bench.view.side.grid.setChecked(False)
    bench.view.side.test_data.setChecked(False)
    assert bench.view.picture(1).lines is None
    assert all(panel.plot.item.count == problem_info.train_X.shape[1] for panel in bench.view.grid.panels)


def rings(view):
    """The places of the rings, in values of each layer's picture."""
    return [panel.plot.item._marked for panel in view.grid.panels]


def test_what_the_mouse_is_over_is_marked_in_every_layer_and_named(make_bench):
    bench = make_bench()
    view, problem_info = bench.view, bench.session.snapshot().problem_info
    x, y = view.picture(1).points[:, 7]
    view.grid.panels[1].plot.canvas.hovered.emit(float(x), float(y))
    assert view.picture(1).points[:, view.pointed] == pytest.approx([x, y], abs=0.5)
    assert len(set(rings(view))) == 1
    assert rings(view)[0] is not None
    assert QToolTip.isVisible()
    text = QToolTip.text()
    assert "Training example" in text or "Test example" in text
    assert any(f"· {name}" in text for name in problem_info.classes)
    assert "Component&nbsp;1" in text
    view.grid.panels[1].plot.canvas.unhovered.emit()
    assert view.pointed is None
    assert rings(view) == [None] * 4


def test_keys_go_from_example_to_example(make_bench, qtbot):
    view = make_bench().view
    title = view.grid.panels[2].title
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_Down)
    assert rings(view) == [0] * 4
    qtbot.keyClick(title, Qt.Key.Key_Down)
    assert rings(view) == [1] * 4
    assert "example" in QToolTip.text()
    qtbot.keyClick(title, Qt.Key.Key_Up)
    qtbot.keyClick(title, Qt.Key.Key_Up)
    assert rings(view) == [len(view._looks.order) - 1] * 4


def test_an_image_is_seen_in_its_tooltip(make_bench, qtbot):
    view = make_bench("digits", epochs=1).view
    qtbot.keyClick(view.grid.panels[1].title, Qt.Key.Key_Down)
    assert "<img src='data:image/png;base64," in QToolTip.text()
    assert "·" in QToolTip.text()


@pytest.mark.parametrize("mode", MODES)
def test_the_slider_takes_the_examples_from_one_picture_to_the_next(make_bench, mode):
    view = make_bench(mode=mode).view
    view.header.morph.setValue(0)
    (here, start), (there, end) = ((view.grid.panels[layer].plot, view.picture(layer)) for layer in (0, 1))

    def in_the_frame(plot, picture, home_of):
        x0, x1, y0, y1 = plot.home_of(home_of, view._looks)
        return (picture.points - [[x0], [y0]]) / [[x1 - x0], [y1 - y0]]

    view.header.morph.setValue(10)
    share, moving = 10 / STEPS, here._picture
    assert view.grid.panels[0].title.text() == "Input → Layer 1"
    assert "no layer of the network" in view.side.sentence.text()
    expected = (1 - share) * in_the_frame(here, start, start) + share * in_the_frame(there, end, end)
    assert in_the_frame(here, moving, start) == pytest.approx(expected)
    assert (moving.lines is None) == (mode == "pca")
    view.header.morph.setValue(STEPS)
    assert view.layer == 1
    assert view.grid.panels[0].title.text() == "Input"
    assert here._picture.points is start.points
    view.choose_layer(2)
    assert view.header.morph.value() == 2 * STEPS


def test_what_cannot_be_drawn_says_why_and_comes_back(make_bench):
    bench = make_bench("circles", **{"network.initializer": "zeros", "network.hidden": "[3]"}, epochs=0)
    panel = bench.view.grid.panels[1]
    assert panel.stack.currentWidget() is panel.empty
    bench.view.header.morph.setValue(2)  # on the way to where there is nothing
    bench.session.set_parameter(1, 0, 0, 1.0)
    bench.frame()
    assert panel.stack.currentWidget() is panel.plot


def test_without_a_frame_and_without_an_answer_there_is_a_sentence(make_bench, qtbot):
    from playground.views.spaces.view import SpacesView

    view = SpacesView()
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    assert view.empty.accessibleDescription()
    view.show_snapshot(replace(make_bench(show=False).session.snapshot(), answers={}))
    assert view.stack.currentWidget() is view.empty


def test_hidden_it_only_remembers_and_catches_up(make_bench, qtbot):
    bench = make_bench(show=False)
    assert bench.view._problem_info is None
    bench.view.show()
    qtbot.waitExposed(bench.view)
    assert bench.view.stack.currentWidget() is bench.view.grid


def test_while_training_the_chosen_picture_follows_every_frame_and_the_others_take_turns(make_bench, monkeypatch):
    bench = make_bench()
    drawn = []
    for index, panel in enumerate(bench.view.grid.panels):
        monkeypatch.setattr(panel, "show_picture", lambda *_a, index=index, **_k: drawn.append(index))
    bench.session.start()
    for _ in range(4):
        bench.session.advance(float("inf"), until_epoch=bench.session.epoch + 1)
        bench.view.show_snapshot(bench.session.snapshot())
    assert drawn.count(2) == 4
    assert sorted(set(drawn)) == [0, 1, 2, 3]
    assert len(drawn) == 7


def test_the_range_stays_quiet_and_a_person_may_zoom(make_bench):
    bench = make_bench(mode="neurons")
    canvas, homes = bench.view.grid.panels[2].plot.canvas, []
    for _ in range(5):
        bench.train(1)
        homes.append(canvas._home)
    assert len(set(homes)) == 1
    assert not bench.view.header.reset.isEnabled()
    canvas._zoom(0.5)
    assert bench.view.header.reset.isEnabled()
    bench.view.choose_layer(1)  # and the zoom stays
    assert not canvas.following
    bench.view.header.reset.click()
    assert canvas.following
    assert not bench.view.header.reset.isEnabled()


def test_many_layers_do_not_widen_the_window(make_bench):
    bench = make_bench(**{"network.hidden": "[3,3,3,3,3,3,3,3]"})
    assert bench.view.minimumSizeHint().width() < 770


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("value", [1e30, 1e38, 1e200, np.inf, -np.inf, np.nan])
def test_activations_beyond_drawing_do_not_break_the_view(make_bench, mode, value):
    hidden = '[{"units": 3, "activation": "relu"}]'
    bench = make_bench("circles", mode=mode, **{"network.hidden": hidden})
    view = bench.view
    view._mark(3)
    bench.session.run.network.W[0][0, 0] = value
    bench.session.step_batch()
    bench.frame()
    for layer in range(3):
        view.choose_layer(layer)
        view.grab()
        view._step(1)
    view.header.morph.setValue(STEPS // 3)
    view.grab()
    assert all(np.isfinite(panel.plot.canvas._home or (0.0,)).all() for panel in view.grid.panels)


def test_a_frame_with_places_that_are_no_numbers_draws_the_others(make_bench):
    bench = make_bench(mode="neurons")
    (query,) = bench.view.queries
    answer = bench.session.snapshot().answers[query]
    points = answer.layers[2].points.copy()
    points[:, 0] = np.nan, np.inf
    broken = replace(answer, layers=(*answer.layers[:2], replace(answer.layers[2], points=points), answer.layers[3]))
    bench.view.show_snapshot(replace(bench.session.snapshot(), answers={query: broken}))
    bench.view._mark(int(np.flatnonzero(bench.view._looks.order == 0)[0]))
    bench.view.grab()
    bench.view._step(1)
    bench.view._step(-1)
    bench.view.grab()

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from playground.files import LayerSettings
from playground.training.commands import ChangeField, ShowPlane
from playground.training.plane import Plane
from playground.training.questions.hidden_space import HiddenSpace
from playground.training.questions.projection import Projection
from playground.views.spaces.modes import MODES
from playground.views.theme import DARK, LIGHT

PRESETS = ("spirals", "three_spirals", "plane", "sine", "heart")


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_kind_of_problem_is_drawn(make_bench, preset, mode, theme):
    bench = make_bench(preset, mode=mode)
    bench.view.set_theme(theme)
    scene = bench.session.snapshot().scene
    assert len(bench.view.strip.thumbnails) == len(scene.sizes)
    for layer in range(len(scene.sizes)):
        bench.view.choose_layer(layer)
        QApplication.processEvents()
        assert bench.view.stack.currentWidget() is bench.view.plot
        count = scene.train_X.shape[1] + scene.test_X.shape[1]
        assert bench.view.plot.item._x.size == count
        assert bench.view.sentence.text
        picture = bench.view.plot.grab().toImage()
        places = [(x, y) for x in range(0, picture.width(), 2) for y in range(60, picture.height() - 60, 4)]
        assert len({picture.pixelColor(*place).name() for place in places}) > 6


def test_the_questions_are_those_of_the_mode(make_bench):
    bench = make_bench()
    assert bench.view.questions == {Projection()}
    bench.view.set_mode("neurons")
    bench.frame()
    assert bench.view.questions == {HiddenSpace(((0, 1), (0, 1), (0, 1), (0, 0)))}


def test_the_grid_follows_the_plane_of_the_maps(make_bench):
    bench = make_bench(mode="neurons")
    ShowPlane(Plane((1, 0))).apply(bench.session)
    bench.frame()
    (question,) = bench.view.questions
    assert question.plane == Plane((1, 0))


def test_at_first_the_last_hidden_layer_is_large_and_a_click_enlarges_another(make_bench, qtbot):
    view = make_bench().view
    assert view.layer == 2
    qtbot.mouseClick(view.strip.thumbnails[1], Qt.MouseButton.LeftButton)
    assert view.layer == 1
    assert view.sentence.text.startswith("Layer 1")
    view.strip.thumbnails[1].setFocus()
    qtbot.keyClick(view.strip.thumbnails[1], Qt.Key.Key_Left)
    assert view.layer == 0
    assert view.sentence.text.startswith("Input")


def test_the_sentence_says_what_is_kept(make_bench):
    bench = make_bench(**{"network.hidden": "[8,8]"})
    answer = bench.session.snapshot().answers[Projection()]
    kept = min(99, round(100 * answer.layers[2].kept))
    assert bench.view.sentence.text.startswith(f"Layer 2 keeps {kept}% of its variance in this picture.")
    assert "of the training examples right" in bench.view.sentence.text
    bench.view.choose_layer(3)
    assert "one dimension" in bench.view.sentence.text


def test_another_structure_is_followed(make_bench):
    bench = make_bench(mode="neurons", **{"network.hidden": "[8,8]"})
    bench.view.choose_pair(6, 3)
    bench.frame()
    ChangeField("network.hidden", (LayerSettings(8, "tanh"), LayerSettings(4, "tanh"))).apply(bench.session)
    bench.frame()
    (question,) = bench.view.questions
    assert question.pairs[2] == (0, 1)
    assert bench.view.layer == 2
    ChangeField("network.hidden", ()).apply(bench.session)
    bench.frame()
    assert bench.view.layer <= 1
    assert len(bench.view.strip.thumbnails) == 2
    assert bench.view.stack.currentWidget() is bench.view.plot


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
    assert view._large.names == ("Neuron 2", "Neuron 4")
    # The same neuron on both axes: the other axis takes the one that was there.
    view.header.second.setCurrentIndex(1)
    view.header.second.activated.emit(1)
    assert view._pairs[1] == (3, 1)


def test_test_data_and_grid_can_be_left_out(make_bench):
    bench = make_bench(mode="neurons")
    scene = bench.session.snapshot().scene
    assert bench.view._large.lines is not None
    bench.view.side.grid.setChecked(False)
    bench.view.side.test_data.setChecked(False)
    assert bench.view._large.lines is None
    assert bench.view.plot.item._x.size == scene.train_X.shape[1]


def test_the_mouse_tells_which_example_it_is(make_bench):
    bench = make_bench()
    view = bench.view
    scene = bench.session.snapshot().scene
    x, y = view._large.points[:, 7]
    view.plot.canvas.hovered.emit(float(x), float(y))
    pointed = view._looks.order[view.plot._pointed]
    place = view._large.points[:, pointed]
    assert place == pytest.approx([x, y], abs=0.5)
    assert view.side.lines[0].text.startswith(("Training example", "Test example"))
    assert scene.classes[0] in view.side.lines[0].text or scene.classes[1] in view.side.lines[0].text
    view.plot.canvas.unhovered.emit()
    assert view.side.lines[0].text == ""


def test_what_cannot_be_drawn_says_why_and_comes_back(make_bench):
    bench = make_bench("circles", **{"network.initializer": "zeros", "network.hidden": "[3]"}, epochs=0)
    view = bench.view
    view.choose_layer(1)
    assert view.stack.currentWidget() is view.empty
    bench.session.set_parameter(1, 0, 0, 1.0)
    bench.frame()
    assert view.stack.currentWidget() is view.plot


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
    assert bench.view._scene is None
    bench.view.show()
    qtbot.waitExposed(bench.view)
    assert bench.view.stack.currentWidget() is bench.view.plot


def test_while_training_the_large_picture_follows_every_frame_and_the_small_ones_take_turns(make_bench, monkeypatch):
    bench = make_bench()
    drawn = []
    for index, thumbnail in enumerate(bench.view.strip.thumbnails):
        monkeypatch.setattr(thumbnail, "show_picture", lambda *_a, index=index: drawn.append(index))
    bench.session.start()
    for _ in range(2 * len(bench.view.strip.thumbnails)):
        bench.session.advance(float("inf"), until_epoch=bench.session.epoch + 1)
        snapshot = bench.session.snapshot()
        bench.view.show_snapshot(snapshot)
        picture = snapshot.answers[Projection()].layers[2]
        assert bench.view._large.points is picture.coordinates
    assert sorted(drawn) == [0, 1, 2, 3]


def test_the_range_stays_quiet_and_a_person_may_zoom(make_bench):
    bench = make_bench(mode="neurons")
    homes = []
    for _ in range(5):
        bench.train(1)
        homes.append(bench.view.plot.canvas._home)
    assert len(set(homes)) == 1
    assert not bench.view.header.reset.isEnabled()
    bench.view.plot.canvas._zoom(0.5)
    assert bench.view.header.reset.isEnabled()
    bench.view.header.reset.click()
    assert not bench.view.header.reset.isEnabled()


def test_many_layers_scroll_instead_of_widening(make_bench):
    bench = make_bench(**{"network.hidden": "[3,3,3,3,3,3,3,3]"})
    QApplication.processEvents()
    assert bench.view.strip.horizontalScrollBar().maximum() > 0
    assert bench.view.minimumSizeHint().width() < 770


def test_activations_beyond_drawing_do_not_break_the_view(make_bench):
    hidden = '[{"units": 3, "activation": "relu"}]'
    bench = make_bench("circles", mode="neurons", **{"network.hidden": hidden})
    for value in (1e30, 1e200):
        bench.session.set_parameter(1, 0, 0, value)
        bench.frame()
        for layer in range(3):
            bench.view.choose_layer(layer)
            bench.view.grab()
    assert np.isfinite(bench.view.plot.canvas._home).all()

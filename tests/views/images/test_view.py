import time

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.files import read_preset
from playground.training import TrainingSession
from playground.training.image_catalog import Classify
from playground.training.queries.predictions import Predictions
from playground.views.images.samples import SIDE
from playground.views.theme import THEMES

LINE = [(0.5, 0.2), (0.5, 0.4), (0.5, 0.6), (0.5, 0.8)]
"""Shares of the pad's width and height."""


def draw(pad, line=LINE, button=Qt.MouseButton.LeftButton):
    sheet = pad.sheet
    places = [QPoint(round(sheet.left() + x * sheet.width()), round(sheet.top() + y * sheet.height())) for x, y in line]
    QTest.mousePress(pad, button, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(pad, place)
    QTest.mouseRelease(pad, button, pos=places[-1])


def settle(qtbot, shown):
    """Let what was drawn be asked and answered."""
    qtbot.waitUntil(lambda: not shown.view.pad._pause.isActive())
    shown.frame()


def point_at(grid, tile, qtbot):
    QTest.mouseMove(grid, grid.image_rect(tile).center())
    qtbot.waitUntil(lambda: grid.current_tile == tile)


def hold(pad, key, modifier):
    """Press a key four times with a modifier held down all along."""
    for _ in range(4):
        QApplication.sendEvent(pad, QKeyEvent(QEvent.Type.KeyPress, key, modifier))


# The whole.


def test_data_without_images_offer_the_digits(qtbot, show):
    shown = show(TrainingSession(read_preset("xor")))
    assert shown.view.empty.isVisible()
    assert shown.view.queries == frozenset()
    with qtbot.waitSignal(shown.view.preset_requested) as caught:
        QTest.mouseClick(shown.view.empty.button, Qt.MouseButton.LeftButton)
    assert caught.args == ["digits"]


def test_images_are_asked_for_and_shown(make_images, show):
    shown = show(make_images(epochs=3))
    assert not shown.view.empty.isVisible()
    assert shown.view.samples.isVisible()
    assert shown.view.queries == {Predictions()}


def test_from_images_to_other_data_and_back(make_images, show):
    shown = show(make_images())
    shown.session.load(read_preset("xor"))
    shown.frame()
    assert shown.view.empty.isVisible()
    assert shown.view.queries == frozenset()
    shown.session.undo()
    shown.frame()
    shown.frame()
    assert shown.view.samples.grid.catalog.predicted is not None


def test_hidden_it_only_says_what_to_ask(make_images, qtbot):
    from playground.views.images.view import ImagesView

    view = ImagesView()
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.queries_changed):
        view.show_snapshot(make_images().snapshot())
    assert view.queries == {Predictions()}
    assert view.samples.grid.catalog is None


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("size", [(600, 440), (772, 560), (1348, 860)], ids=str)
def test_it_is_drawn_at_every_size_in_every_theme(make_images, show, appearance, theme, size):
    shown = show(make_images(epochs=1), *size)
    appearance(theme)
    picture = shown.view.grab().toImage()
    assert (picture.width(), picture.height()) == size


@pytest.mark.parametrize("side", [3, 28, 70])
def test_images_of_any_size(make_images, show, qtbot, side):
    features = ("x1", "x2") if side > 31 else None  # a network takes a thousand features at most
    shown = show(make_images(side=side, m=30, hidden=3, features=features))
    shown.view.grab()
    point_at(shown.view.samples.grid, 1, qtbot)
    shown.view.grab()


# The samples.


def test_predictions_are_those_of_the_network(make_images, show):
    shown = show(make_images(epochs=4))
    run, catalog = shown.session.run, shown.view.samples.grid.catalog
    expected = np.concatenate(
        [run.network.predict(part.F).argmax(axis=0) for part in (run.examples.train, run.examples.test)]
    )
    np.testing.assert_array_equal(catalog.predicted, expected)


def test_the_marks_follow_the_training(make_images, show):
    shown = show(make_images())
    before = np.count_nonzero(~shown.view.samples.grid.catalog.correct)
    picture = shown.view.samples.grid.grab().toImage()
    shown.session.advance(float("inf"), until_epoch=30)
    shown.frame()
    after = np.count_nonzero(~shown.view.samples.grid.catalog.correct)
    assert after < before / 2
    assert shown.view.samples.grid.grab().toImage() != picture
    assert f"{after} wrong" in shown.view.samples.count.text


def test_filters_through_the_menu(make_images, show):
    shown = show(make_images(epochs=2))
    pane, problem_info = shown.view.samples, shown.session.run.problem_info
    m = problem_info.train_X.shape[1]
    pane.option("part", "test").trigger()
    assert pane.grid.shown.tolist() == list(range(m, m + problem_info.test_X.shape[1]))
    pane.option("label", 1).trigger()
    assert (pane.grid.catalog.labels[pane.grid.shown] == 1).all()
    pane.option("part", "both").trigger()
    pane.option("label", None).trigger()
    pane.option("order", "error").trigger()
    assert (np.diff(pane.grid.catalog.error[pane.grid.shown]) <= 0).all()
    assert pane.grid.shown.size == pane.grid.catalog.size


def test_nothing_to_show_is_said(make_images, show):
    shown = show(make_images(epochs=80))
    pane = shown.view.samples
    assert pane.grid.catalog.correct.all()
    pane.option("verdict", "wrong").trigger()
    assert pane.nothing.isVisible()
    assert not pane.grid.isVisible()
    pane.option("verdict", "all").trigger()
    assert pane.grid.isVisible()


def test_while_training_images_are_not_sorted_with_every_frame(make_images, show):
    shown = show(make_images())
    pane = shown.view.samples
    pane.option("order", "error").trigger()
    before = pane.grid.shown.copy()
    shown.session.start()
    shown.session.advance(float("inf"), until_epoch=10)
    shown.frame()
    np.testing.assert_array_equal(pane.grid.shown, before)
    shown.session.pause()
    shown.session.step_batch()
    shown.frame()
    assert (pane.grid.shown != before).any()


def test_a_training_example_is_opened_by_a_click_and_a_test_example_explains(make_images, show, qtbot):
    shown = show(make_images())
    pane = shown.view.samples
    place = pane.grid.image_rect(4).center()
    with qtbot.waitSignal(shown.view.example_chosen) as caught:
        QTest.mouseClick(pane.grid, Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [4]
    pane.option("part", "test").trigger()
    with qtbot.waitSignal(shown.view.told), qtbot.assertNotEmitted(shown.view.example_chosen):
        QTest.mouseClick(pane.grid, Qt.MouseButton.LeftButton, pos=place)


def test_the_card_shows_the_image_under_the_mouse(make_images, show, qtbot):
    shown = show(make_images(epochs=3))
    problem_info, grid = shown.session.run.problem_info, shown.view.samples.grid
    point_at(grid, 2, qtbot)
    content = shown.view.card.content
    assert "3" in content.title
    assert content.probabilities.label == problem_info.train_labels[2]
    expected = shown.session.run.network.predict(shown.session.run.examples.train.F)[:, 2]
    np.testing.assert_allclose(content.probabilities.values, expected)
    levels = content.levels.ravel().astype(float)
    assert np.corrcoef(levels, problem_info.train_X[:, 2])[0, 1] > 0.999
    assert shown.view.rect().contains(shown.view.card.geometry())
    QTest.mouseMove(shown.view.samples, QPoint(2, 2))
    qtbot.waitUntil(lambda: grid.current_tile is None or shown.view.card.content is not None)
    shown.view.hide()
    assert shown.view.card.content is None


def test_the_card_is_live(make_images, show, qtbot):
    shown = show(make_images())
    point_at(shown.view.samples.grid, 0, qtbot)
    before = shown.view.card.content.probabilities.values
    shown.session.step_epoch()
    shown.frame()
    assert (shown.view.card.content.probabilities.values != before).any()


def test_keys_walk_through_the_images(make_images, show, qtbot):
    shown = show(make_images())
    grid = shown.view.samples.grid
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.current_tile == 0
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.current_tile == 1 + grid.columns
    assert shown.view.card.content is not None
    with qtbot.waitSignal(shown.view.example_chosen) as caught:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert caught.args == [1 + grid.columns]
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert grid.current_tile is None
    assert shown.view.card.content is None


@pytest.mark.parametrize("width", [700, 760, 843])
def test_full_rows_of_images_reach_from_edge_to_edge(make_images, show, width):
    grid = show(make_images(), width, 500).view.samples.grid
    QApplication.processEvents()
    last = grid.columns - 1
    right = grid.image_rect(last).right()
    assert 0 <= grid.width() - right <= grid.columns + 3  # whole pixels between two tiles
    place = grid.to_canvas(grid.image_rect(last).center())
    assert grid.item_at(place).key == last
    gap = grid.image_rect(1).left() - grid.image_rect(0).right()
    assert grid.item_at(grid.to_canvas(QPoint(grid.image_rect(0).right() + gap // 2 + 1, 10))) is None


def test_many_images_are_bounded_by_what_is_seen(make_images, show, qtbot):
    shown = show(make_images(m=6000, hidden=3), 900, 500)
    grid = shown.view.samples.grid
    area = shown.view.samples.area
    rows = area.viewport().height() // SIDE + 2
    assert 0 < len(grid.visible) <= rows * grid.columns
    assert grid.catalog.size <= 4000
    assert "6,000" in shown.view.samples.count.text
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    shown.view.grab()
    assert grid.visible.stop == grid.shown.size


# The weights.


def test_a_neurons_weights_are_read_and_seen(make_images, show, qtbot):
    shown = show(make_images(epochs=1))
    pane, W = shown.view.weights, shown.session.run.network.W[0]
    place = pane.grid.image_rect(2)
    step = place.width() / 6
    spot = place.topLeft() + QPoint(int(3.5 * step), int(1.5 * step))
    QTest.mouseMove(pane.grid, spot)
    qtbot.waitUntil(lambda: pane.grid.pixel == (1, 3))
    assert pane.readout.text.startswith("W1[3,10] = ")
    np.testing.assert_array_equal(shown.view.card.content.signed, W[2].reshape(6, 6))
    assert shown.view.card.content.pointed == (1, 3)


def color_at(image: QImage, place: QPointF) -> tuple[int, int, int]:
    return image.pixelColor(place.toPoint()).getRgb()[:3]


def test_colours_are_of_the_sign_and_zero_is_neutral(make_images, show):
    shown = show(make_images())
    grid, theme = shown.view.weights.grid, THEMES["light"]
    W = shown.session.run.network.W[0]
    W[...] = 0
    W[0, 0], W[0, 1], W[1, 0] = 1.0, -1.0, 0.1
    shown.session.set_parameter(1, 2, 0, 0.0)
    shown.frame()
    picture = grid.grab().toImage()
    step = grid.image_rect(0).width() / 6

    def pixel(tile, row, column):
        corner = QPointF(grid.image_rect(tile).topLeft())
        color = color_at(picture, corner + QPointF((column + 0.5) * step, (row + 0.5) * step))
        return "#{:02x}{:02x}{:02x}".format(*color)

    assert (pixel(0, 0, 0), pixel(0, 0, 1)) == (theme.positive, theme.negative)
    neutral, faint = pixel(0, 3, 3), pixel(1, 0, 0)
    assert neutral != theme.positive
    assert all(abs(int(neutral[i : i + 2], 16) - int(theme.neutral[i : i + 2], 16)) <= 2 for i in (1, 3, 5))
    assert faint not in (theme.positive, neutral)
    shown.view.weights.scope.setCurrentIndex(1)  # each its own: the largest of each is strongest
    picture = grid.grab().toImage()
    assert pixel(1, 0, 0) == theme.positive


def test_without_plain_pixels_it_says_why_there_is_no_picture(make_images, show):
    shown = show(make_images(features=("x2", "x1")))
    assert shown.view.weights.none.isVisible()
    assert "x2" in shown.view.weights.none.accessibleDescription()
    assert not shown.view.weights.grid.isVisible()
    assert not shown.view.weights.scope.isVisible()


def test_without_hidden_layers_the_outputs_have_pictures(make_images, show, qtbot):
    shown = show(make_images(hidden=0))
    point_at(shown.view.weights.grid, 1, qtbot)
    assert "lying" in shown.view.card.content.title


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e300])
@pytest.mark.parametrize("own", [0, 1])
def test_weights_of_a_network_that_has_diverged_are_drawn(make_images, show, value, own):
    shown = show(make_images())
    shown.view.weights.scope.setCurrentIndex(own)
    shown.session.run.network.W[0][:2] = value
    shown.session.step_batch()
    shown.frame()
    shown.view.weights.grid.point(0)
    shown.view.grab()
    assert shown.view.card.content is not None


# The pad.


def test_an_empty_pad_asks_nothing(make_images, show):
    shown = show(make_images())
    assert shown.view.pad.query is None
    assert shown.view.pad.bars.shown.values is None


@pytest.mark.parametrize("standardize", [False, True])
def test_what_is_drawn_is_classified(make_images, show, qtbot, standardize):
    shown = show(make_images(epochs=60, standardize=standardize, high=16.0))
    draw(shown.view.pad.pad)
    settle(qtbot, shown)
    query = shown.view.pad.query
    assert isinstance(query, Classify)
    assert shown.view.queries == {Predictions(), query}
    pixels = np.array(query.pixels)
    assert pixels.min() >= 0
    assert 8 < pixels.max() <= 16.0  # in the range of the data
    run = shown.session.run
    expected = run.network.predict(run.examples.normalised(pixels[:, None]))[:, 0]
    np.testing.assert_allclose(shown.view.pad.bars.shown.values, expected)
    assert shown.view.pad.bars.shown.predicted == 0  # upright


def test_a_stroke_is_asked_at_once_and_then_not_with_every_move(make_images, show, qtbot):
    shown = show(make_images())
    before = shown.asked
    start = time.monotonic()
    draw(shown.view.pad.pad, [(0.5, 0.2 + 0.006 * step) for step in range(100)])
    assert shown.asked > before
    frames = (time.monotonic() - start) / 0.016
    assert shown.asked - before <= frames + 2
    settle(qtbot, shown)
    seen = np.array(shown.view.pad.query.pixels).reshape(6, 6)
    assert np.count_nonzero(seen.max(axis=1) > 0.3) == 6  # to its end, and as high as the data


def test_an_answer_to_an_earlier_query_is_shown_until_the_next_comes(make_images, show, qtbot):
    shown = show(make_images())
    draw(shown.view.pad.pad)
    settle(qtbot, shown)
    late = shown.session.snapshot()
    draw(shown.view.pad.pad, [(0.2, 0.5), (0.8, 0.5)])
    qtbot.waitUntil(lambda: not shown.view.pad._pause.isActive())
    shown.view.show_snapshot(late)
    assert shown.view.pad.bars.shown.values is not None
    before = shown.view.pad.bars.shown.values
    shown.frame()
    assert (shown.view.pad.bars.shown.values != before).any()


def test_the_bars_move_while_it_learns(make_images, show, qtbot):
    shown = show(make_images())
    draw(shown.view.pad.pad)
    settle(qtbot, shown)
    before = shown.view.pad.bars.shown.values
    shown.session.step_epoch()
    shown.frame()
    assert (shown.view.pad.bars.shown.values != before).any()


def test_right_button_and_eraser_erase(make_images, show, qtbot):
    shown = show(make_images())
    pane = shown.view.pad
    draw(pane.pad)
    draw(pane.pad, button=Qt.MouseButton.RightButton)
    settle(qtbot, shown)
    assert pane.query is None
    assert pane.bars.shown.values is None
    draw(pane.pad, [(0.2, 0.5), (0.8, 0.5)])
    QTest.mouseClick(pane.eraser, Qt.MouseButton.LeftButton)
    draw(pane.pad, [(0.1, 0.5), (0.9, 0.5)])
    settle(qtbot, shown)
    assert pane.query is None


def test_clear_delete_and_backspace(make_images, show, qtbot):
    shown = show(make_images())
    pane = shown.view.pad
    draw(pane.pad)
    settle(qtbot, shown)
    one = pane.query
    draw(pane.pad, [(0.2, 0.5), (0.8, 0.5)])
    settle(qtbot, shown)
    QTest.keyClick(pane.pad, Qt.Key.Key_Backspace)
    settle(qtbot, shown)
    assert pane.query == one
    QTest.keyClick(pane.pad, Qt.Key.Key_Delete)
    settle(qtbot, shown)
    assert pane.query is None
    draw(pane.pad)
    QTest.mouseClick(pane.clear, Qt.MouseButton.LeftButton)
    settle(qtbot, shown)
    assert shown.view.queries == {Predictions()}


def test_centring_can_be_switched_off(make_images, show, qtbot):
    shown = show(make_images())
    pane = shown.view.pad
    draw(pane.pad, [(0.15, 0.1), (0.15, 0.4)])
    settle(qtbot, shown)
    framed = np.array(pane.query.pixels).reshape(6, 6)
    pane.framed.setChecked(False)
    plain = np.array(pane.query.pixels).reshape(6, 6)
    assert plain[4:].max() < 0.15
    assert plain[:, 3:].max() < 0.15
    assert framed[4:].max() > 0.3


def test_keys_draw_too(make_images, show, qtbot):
    shown = show(make_images())
    pad = shown.view.pad.pad
    pad.setFocus()
    QTest.keyClick(pad, Qt.Key.Key_Up)
    assert pad.drawing.is_empty
    hold(pad, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(pad.drawing.strokes) == 1
    settle(qtbot, shown)
    assert shown.view.pad.query is not None
    hold(pad, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert pad.drawing.strokes[-1].erases
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert len(pad.drawing.strokes) == 3


def test_images_of_another_shape_get_a_new_sheet(make_images, show, qtbot):
    shown = show(make_images())
    draw(shown.view.pad.pad)
    settle(qtbot, shown)
    other = make_images(side=8)
    shown.session.load(other.experiment, None, other.run.examples.dataset)
    shown.frame()
    assert shown.view.pad.pad.drawing.is_empty
    assert shown.view.queries == {Predictions()}


def test_another_structure_keeps_the_drawing(make_images, show, qtbot):
    shown = show(make_images())
    draw(shown.view.pad.pad)
    settle(qtbot, shown)
    other = make_images(hidden=7)
    shown.session.load(other.experiment, None, shown.session.run.examples.dataset)
    shown.frame()
    shown.frame()
    assert not shown.view.pad.pad.drawing.is_empty
    run = shown.session.run
    pixels = np.array(shown.view.pad.query.pixels)[:, None]
    np.testing.assert_allclose(shown.view.pad.bars.shown.values, run.network.predict(pixels)[:, 0])

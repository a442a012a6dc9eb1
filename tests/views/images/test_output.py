"""What stands beside the network while it learns images."""

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from playground.files import read_preset
from playground.training.queries.predictions import Predictions
from playground.views.images.output import ImageOutput, OutputColumn
from playground.views.theme import THEMES


def show_twice(images, session):
    images.show_snapshot(session.snapshot())
    images.show_snapshot(session.snapshot())  # what the first one asks is answered


@pytest.fixture
def beside(qtbot):
    """Return a function that shows a session in the column, with everything asked and answered."""

    def show(session):
        images = ImageOutput()
        column = OutputColumn(images, QWidget())
        qtbot.addWidget(column)
        column.resize(380, 560)
        column.images, column.session = images, session
        images.queries_changed.connect(lambda: session.observer.queries.ask(images.queries))
        column.frame = lambda: show_twice(images, session)
        column.show()
        qtbot.waitExposed(column)
        column.frame()
        return column

    return show


def test_images_are_shown_in_place_of_the_map_and_other_data_bring_it_back(make_images, beside):
    column = beside(make_images(epochs=3))
    assert column.images.isVisible()
    assert column.images.queries == {Predictions()}
    column.session.load(read_preset("xor"))
    column.frame()
    assert not column.images.isVisible()
    assert not column.buttons.isVisible()
    assert column.images.queries == frozenset()
    column.session.undo()
    column.frame()
    assert column.images.isVisible()


def test_the_first_image_stands_there_until_another_is_pointed_at_and_then_that_one(make_images, beside, qtbot):
    column = beside(make_images(epochs=3))
    panel, grid = column.images.panel, column.images.samples.grid
    network, examples = column.session.run.network, column.session.run.examples
    outputs = network.predict(examples.train.F)
    np.testing.assert_allclose(panel.content.probabilities.values, outputs[:, 0])
    QTest.mouseMove(grid, grid.image_rect(2).center())
    qtbot.waitUntil(lambda: grid.current_tile == 2)
    np.testing.assert_allclose(panel.content.probabilities.values, outputs[:, 2])
    assert panel.content.probabilities.names == ("upright", "lying", "diagonal")
    assert panel.as_text().splitlines()[0] == panel.content.title
    assert any(line.startswith("upright\t") and line.endswith("%") for line in panel.as_text().splitlines())
    grid.point(None)
    assert panel.content.probabilities.label == column.session.run.problem_info.train_labels[2]


def test_keys_point_too(make_images, beside):
    column = beside(make_images(epochs=1))
    grid = column.images.samples.grid
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert column.images.panel.content.title == "Training example 2"


def test_the_bars_move_while_it_learns(make_images, beside):
    column = beside(make_images())
    before = column.images.panel.content.probabilities.values
    column.session.step_epoch()
    column.frame()
    assert (column.images.panel.content.probabilities.values != before).any()


def test_a_filter_that_leaves_fewer_images_keeps_one_of_them(make_images, beside):
    column = beside(make_images(epochs=1))
    column.images.samples.grid.point(40)
    pane = column.images.samples
    pane.option("part", "test").trigger()
    column.frame()
    assert column.images.panel.content.title.startswith("Test example")


def test_the_map_is_a_click_away(make_images, beside, qtbot):
    column = beside(make_images())
    qtbot.mouseClick(column.buttons.buttons["map"], Qt.MouseButton.LeftButton)
    assert not column.images.isVisible()
    qtbot.mouseClick(column.buttons.buttons["image"], Qt.MouseButton.LeftButton)
    assert column.images.isVisible()
    column.show_map()
    assert not column.images.isVisible()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e300])
def test_a_network_that_has_diverged_has_no_percent_and_is_drawn(make_images, beside, appearance, theme, value):
    column = beside(make_images())
    appearance(theme)
    snapshot = column.session.snapshot()
    answer = snapshot.answers[Predictions()]
    train = replace(answer.train, outputs=np.full_like(answer.train.outputs, value))
    column.images.show_snapshot(replace(snapshot, answers={Predictions(): replace(answer, train=train)}))
    column.grab()
    assert ("%" in column.images.panel.as_text()) == (not np.isnan(value))

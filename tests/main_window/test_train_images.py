"""Train with images, in the real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from playground.training.commands import Run


def test_digits_have_bars_beside_the_network_that_follow_the_mouse_and_the_training(make_window, qtbot):
    window = make_window("digits")
    images = window._panels.images
    assert images.isVisible()
    assert not window._panels.output.isVisible()
    qtbot.waitUntil(lambda: images.panel.content.probabilities.values is not None, timeout=20_000)
    assert list(images.panel.content.probabilities.names) == list("0123456789")
    grid = images.samples.grid
    QTest.mouseMove(grid, grid.image_rect(3).center())
    qtbot.waitUntil(lambda: images.panel.content.title == "Training example 4")
    before = images.panel.content.probabilities.values
    window.post(Run())
    qtbot.waitUntil(lambda: (images.panel.content.probabilities.values != before).any(), timeout=20_000)


def test_a_click_walks_through_the_image(make_window, qtbot):
    window = make_window("digits")
    grid = window._panels.images.samples.grid
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.image_rect(1).center())
    assert window._area.workspaces.name == "backprop"


def test_drawing_brings_the_map_and_other_data_keep_it(make_window, qtbot):
    window = make_window("digits")
    window._actions["draw"].trigger()
    assert window._panels.output.isVisible()
    assert not window._panels.images.isVisible()


def test_data_without_images_have_the_map(window):
    assert window._panels.output.isVisible()
    assert not window._panels.images.isVisible()

"""A weight followed in the real window: reached from everywhere, kept up with training, silent while one predicts."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from playground.lessons.prediction import WalkPrediction
from playground.training import TrainingSession
from playground.training.commands import StepBatch
from playground.training.walkthrough.follow import follow
from playground.training.walkthrough.one_update import OneUpdate
from playground.training.walkthrough.walk import number
from playground.views.backprop.view import PAGES
from playground.views.heatmaps.layout import Cell
from playground.views.network.layout import Edge
from tests.main_window.test_hidden import texts


def followed_in(window, qtbot, weight):
    """Wait until a weight is followed, and return the page."""
    view = window._area.workspaces.current
    assert view.tabs.currentIndex() == PAGES.index("follow")
    page = view.follow
    qtbot.waitUntil(lambda: page.followed is not None and page.followed.weight == weight)
    return page


def menu_of(widget, place):
    """Return the entries of the context menu at a place."""
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))
    menu = next(menu for menu in widget.findChildren(QMenu) if menu.isVisible())
    actions = {action.text(): action for action in menu.actions()}
    menu.close()
    return actions


def edge_place(window, edge):
    """Return where a weight's line can be clicked."""
    canvas = window._panels.network.canvas
    edges = canvas._diagram.edges
    index = next(i for i in range(len(edges)) if edges.edge(i) == edge)
    x, y = edges._points[index][len(edges._points[index]) // 3]
    return canvas.to_widget(QRectF(float(x), float(y), 1, 1)).topLeft()


def test_an_edge_a_cell_of_the_heatmaps_and_a_key_lead_to_the_page(make_window, qtbot):
    window = make_window("textbook")
    network, heatmaps = window._panels.network, window._panels.heatmaps
    qtbot.waitUntil(lambda: network.canvas._diagram.codes is not None)
    place = edge_place(window, Edge(2, 1, 0))
    qtbot.mouseMove(network.canvas, place)
    qtbot.mouseClick(network.canvas, Qt.MouseButton.LeftButton, pos=place)
    assert network.editor.isVisible()
    qtbot.mouseClick(network.editor.follow, Qt.MouseButton.LeftButton)
    page = followed_in(window, qtbot, (2, 1, 0))
    assert not network.editor.isVisible()
    assert page.followed.count == 1

    window.show_workspace("train")
    menu_of(network.canvas, edge_place(window, Edge(1, 0, 1)))["Follow this weight"].trigger()
    assert followed_in(window, qtbot, (1, 0, 1)).followed.count == 2

    window.show_workspace("train")
    canvas = heatmaps.canvas
    place = canvas.to_widget(canvas._item(Cell(1, 1, 0)).box).center()
    menu_of(canvas, place)["Follow this weight"].trigger()
    followed_in(window, qtbot, (1, 1, 0))
    window.show_workspace("train")
    assert "Follow this weight" not in menu_of(canvas, canvas.to_widget(canvas._item(Cell(1, 1, 2)).box).center())
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    followed_in(window, qtbot, (1, 1, 0))

    window.show_workspace("train")
    window._selection.pick(1, 1, 1)
    window._actions["follow"].trigger()
    page = followed_in(window, qtbot, (1, 1, 1))
    assert "F" in window._actions["follow"].shortcut().toString()
    # By the keys on the page, and by a click on an edge of its drawing.
    page.layer.setValue(2)
    followed_in(window, qtbot, (2, 1, 1))
    diagram = page.diagram
    line = diagram._made().line(((0, 0), (1, 1)))
    place = diagram.to_widget(QRectF(line.pointAt(0.3), QSizeF(1, 1))).topLeft()
    qtbot.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=place)
    followed_in(window, qtbot, (1, 1, 0))


def test_it_keeps_up_with_training_and_says_the_engine_s_numbers(make_window, qtbot):
    window = make_window("circles")
    window._selection.follow(1, 2, 1)
    page = followed_in(window, qtbot, (1, 2, 1))
    for _ in range(3):
        session = TrainingSession(window.snapshot.experiment)
        for _ in range(window.snapshot.update):
            session.step_batch()
        true = follow(OneUpdate(session.run, None).walkthrough(0), (1, 2, 1))
        assert page.followed.of_example == true.of_example
        assert page.followed.after == true.after
        assert number(true.gradient) in page.sum.text
        assert f"{number(true.before)} → {number(true.after)}" in page.change.text
        assert page.rows.as_text().splitlines()[-1].endswith(f"= {number(true.of_example)}")
        window.post(StepBatch())
        qtbot.waitUntil(lambda shown=page.followed: page.followed.walk.update == shown.walk.update + 1)
    example = page.followed
    page.example.setValue(4)
    qtbot.waitUntil(lambda: page.followed.example == 3)
    assert page.followed.gradient == example.gradient
    page.kind.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.followed.walk.example == 3)
    assert "example" not in page.sum.text
    # Another network: the nearest weight that it has.
    window._documents.open_preset("by_hand")
    followed_in(window, qtbot, (1, 1, 1))


def test_what_is_pointed_at_is_lit_in_the_drawing_and_in_the_formula(make_window, qtbot):
    window = make_window("textbook")
    window._selection.follow(1, 0, 0)
    page = followed_in(window, qtbot, (1, 0, 0))
    page.rows.setFocus()
    qtbot.keyClick(page.rows, Qt.Key.Key_Right)
    scene = page.diagram._made()
    radius = scene.layout.radius
    corner, size = QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)
    discs = [QRectF(center - corner, size) for column in scene.layout.columns for center in column]
    assert not [label for label in scene.labels if any(label.box.intersects(disc) for disc in discs)]
    path, cell = page.rows.current
    assert page.diagram.lit == (path, cell) == (0, (("A", 0), 0, 0))
    page.rows.select(None)
    page.diagram.setFocus()
    qtbot.keyClick(page.diagram, Qt.Key.Key_Right)
    assert page.rows.lit == page.diagram.current
    qtbot.keyClick(page.rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text == page.rows.as_text()
    assert text.splitlines()[0].startswith(
        "A[0][1,1]·g'(Z)[1][1,1]·W[2][1,1]·g'(Z)[2][1,1]·dA[2][1,1] = 0.05·0.2413·0.4"
    )


def test_while_something_is_to_be_found_the_page_tells_nothing(make_window, qtbot):
    window = make_window("by_hand")
    window._selection.follow(1, 0, 0)
    page = followed_in(window, qtbot, (1, 0, 0))
    shown = number(page.followed.gradient)
    assert any(shown in text for text in texts(window))
    prediction = WalkPrediction("cell", 0)
    prediction.enter(0)
    window._predict(prediction)
    assert page.followed is None
    assert not any(shown in text for text in texts(window))
    assert page.rows.as_text() == ""
    assert "found first" in page.paths.text
    window._predict(None)
    qtbot.waitUntil(lambda: page.followed is not None)


@pytest.mark.parametrize("preset", ["digits", "three_spirals", "sine"])
def test_wide_and_deep_networks_are_gathered_and_drawn_with_the_weight_in_sight(make_window, qtbot, preset):
    window = make_window(preset)
    sizes = window.snapshot.problem_info.sizes
    weight = (1, sizes[1] - 1, sizes[0] - 1)
    window._selection.follow(*weight)
    page = followed_in(window, qtbot, weight)
    scene = page.diagram._made()
    assert scene.line(((0, weight[2]), (1, weight[1]))) is not None
    boxes = [label.box for label in scene.labels if not label.box.isEmpty()]
    on_edges = [box for box in boxes if not any(box.intersects(other) for other in boxes if other is not box)]
    assert len(on_edges) == len(boxes) or preset == "digits"
    assert np.isclose(sum(path.product for path in page.followed.paths) + page.followed.rest, page.followed.of_example)
    assert not page.grab().isNull()


def test_a_cell_is_lit_in_four_places_at_every_step(make_window, qtbot):
    window = make_window("by_hand")
    walk = window._area.workspaces.open("backprop").walk
    qtbot.waitUntil(lambda: walk.position is not None)
    names = [f"{phase.name} {phase.layer}" for phase in walk.position.walkthrough.phases]
    walk.go_to(names.index("dW 1"))
    # In the drawing: to the second neuron, from the second input.
    for neuron in ((1, 1), (0, 1)):
        place = walk.diagram.to_widget(QRectF(walk.diagram.neuron_center(*neuron), QSizeF(1, 1))).topLeft()
        qtbot.mouseClick(walk.diagram, Qt.MouseButton.LeftButton, pos=place)
    cell = (("dW", 1), 1, 1)
    assert walk.equations.selected == cell
    assert walk.diagram.marked == ((0, 1), (1, 1))
    assert walk.headline.lit == ("dW^{[1]}",)
    value = number(walk.position.walkthrough.arrays["dW", 1][1, 1])
    assert walk.card.line == f"dW1 = dZ1 @ A0.T / m    dW1[1, 1] → {value}"
    walk.card.sources_hovered.emit(walk.card.explanation.terms[0].sources)
    assert walk.headline.lit == ("dW^{[1]}", "dZ^{[1]}", "A^{[0]\\top}")
    for _ in range(3):
        qtbot.keyClick(walk, Qt.Key.Key_Right)
        quantity, row, _ = walk.equations.selected
        assert row == min(1, len(walk.position.walkthrough.arrays[quantity]) - 1)
        assert len(walk.headline.lit) == 1
        layers = {layer for layer, _ in walk.diagram.marked}
        assert layers <= {walk.position.phase.layer, walk.position.phase.layer - 1}

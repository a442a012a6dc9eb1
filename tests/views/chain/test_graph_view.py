"""The graph under mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

from playground.expressions import evaluate, parse
from playground.files.chain_presets import chain_presets
from playground.training.neuron_expression import neuron_expression
from playground.views.chain.drawing import CARD_ROOM
from playground.views.chain.graph_view import MARGIN, READABLE, GraphView
from playground.views.chain.layout import Edge
from playground.views.chain.model import ChainModel, Shown
from playground.views.chain.view import ChainView
from playground.views.kit.accessible import speak_to_readers
from playground.views.kit.appearance import apply_appearance
from playground.views.kit.copying import put_picture
from playground.views.theme import DARK, LIGHT

TEXT = "x = s - sin(t)\ny = exp(s) + cos(t)\nz = x**2 - y**2"


def evaluation_of(text, **values):
    graph = parse(text)
    return evaluate(graph, {name: values.get(name, 1.0) for name in graph.inputs})


def show(graph, evaluation, steps=None):
    steps = len(evaluation.backward) if steps is None else steps
    active = evaluation.backward[steps - 1] if 0 < steps < len(evaluation.backward) else ""
    visited = frozenset(evaluation.backward[:steps])
    computed = frozenset(evaluation.records)
    graph.show_evaluation(Shown(evaluation, computed, evaluation.gradients_after(steps), visited, active))


def tip(graph, place):
    return graph.graph.tip_of(graph.itemAt(place))


@pytest.fixture
def graph(qtbot):
    graph = GraphView()
    qtbot.addWidget(graph)
    graph.resize(700, 420)
    graph.show()
    show(graph, evaluation_of(TEXT))
    return graph


def at(graph, name):
    return graph.place_of(name).center().toPoint()


def on(graph, target, index=0):
    edge = next(edge for edge in graph.drawing.wires if edge.target == target and edge.number == index)
    middle = graph.drawing.wires[edge].last.pointAtPercent(0.5)
    return edge, graph.to_view(QRectF(middle, QSizeF(0, 0))).topLeft().toPoint()


def places(graph):
    return {name: at(graph, name) for name in graph.drawing.plates}


def colors(widget):
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_everything_is_in_view_and_keeps_its_place_while_values_change(graph):
    before = places(graph)
    assert all(graph.rect().contains(place) for place in before.values())
    computed = parse(TEXT)
    show(graph, evaluate(computed, {"s": 1.0, "t": 1.0}))
    for s in (-1.0, 0.5, 100.0, 1e300):
        show(graph, evaluate(computed, {"s": s, "t": 2.0}))
        assert places(graph) == before
    graph.resize(300, 200)
    assert all(graph.rect().contains(at(graph, name)) for name in before)


@pytest.mark.parametrize("preset", chain_presets(), ids=lambda preset: preset.id)
@pytest.mark.parametrize("size", [(480, 420), (800, 560), (1250, 760), (2000, 1200)], ids=str)
def test_no_text_stands_on_another_and_the_graph_fills_its_room(graph, preset, size):
    graph.resize(*size)
    model = ChainModel()
    model.open(preset.text, preset.values, [("fold", name) for name in preset.folded])
    for step in (0, len(model.passes[0]) + 1, model.steps):
        model.go_to(step)
        graph.show_evaluation(model.shown())
        texts = graph.texts()
        assert len(texts) >= 3 * len(graph.drawing.gates)
        for i, text in enumerate(texts):
            assert QRectF(graph.rect()).contains(text)
            assert not any(text.intersects(other) for other in texts[i + 1 :])
    area = graph.to_view(graph.drawing.area)
    is_wide = area.width() > 0.9 * graph.width()
    assert is_wide or area.height() > 0.8 * graph.height() or graph.factor == 3


@pytest.mark.parametrize("height", [900, 1400])
def test_a_flat_graph_stands_in_the_middle_as_far_as_a_card_has_room_above_it(graph, height):
    graph.resize(700, height)
    show(graph, evaluation_of("p = w*x\nL = exp(p)"))
    drawn = graph.to_view(graph.drawing.area)
    above, below = drawn.top(), graph.viewport().height() - drawn.bottom()
    assert above >= CARD_ROOM
    assert abs(above - below) < 60 or below < above < CARD_ROOM + 60


def test_numbers_stand_on_the_edges_where_there_is_room_and_else_above_and_below_their_plates(graph):
    above, below = graph.drawing.numbers["z"]
    assert above.left() < graph.drawing.plates["z"].left() + 10
    graph.resize(1400, 420)
    plate, (above, below) = graph.drawing.plates["z"], graph.drawing.numbers["z"]
    assert above.left() > plate.right()
    assert above.bottom() < plate.center().y() < below.top()


def test_gates_can_be_clicked_and_beside_them_nothing(graph, qtbot):
    with qtbot.waitSignal(graph.gate_chosen) as chosen:
        qtbot.mouseClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=at(graph, "y"))
    assert chosen.args == ["y"]
    with qtbot.waitSignal(graph.gate_chosen) as chosen:
        qtbot.mouseClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert chosen.args == [""]


def test_edges_can_be_clicked(graph, qtbot):
    edge, place = on(graph, "x", 1)
    with qtbot.waitSignal(graph.wire_chosen) as chosen:
        qtbot.mouseClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [edge]


def test_a_double_click_asks_to_fold(graph, qtbot):
    with qtbot.waitSignal(graph.gate_toggled) as toggled:
        qtbot.mouseDClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=at(graph, "z"))
    assert toggled.args == ["z"]


def test_ctrl_and_the_wheel_zoom_at_the_mouse_and_a_double_click_beside_the_graph_goes_back(graph, qtbot):
    home, place = graph.factor, at(graph, "x")
    wheel = QWheelEvent(
        QPointF(place),
        QPointF(graph.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    graph.wheelEvent(wheel)
    assert graph.factor > home
    assert (at(graph, "x") - place).manhattanLength() <= 2
    show(graph, evaluation_of(TEXT, s=2.0))  # another graph: the person's zoom stays
    assert graph.factor > home
    qtbot.mouseDClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert graph.factor == home


def test_dragging_moves_and_is_no_click(graph, qtbot):
    before = at(graph, "x")
    with qtbot.assertNotEmitted(graph.gate_chosen):
        qtbot.mousePress(graph.viewport(), Qt.MouseButton.LeftButton, pos=before)
        qtbot.mouseMove(graph.viewport(), before + QPoint(40, 10))
        qtbot.mouseRelease(graph.viewport(), Qt.MouseButton.LeftButton, pos=before + QPoint(40, 10))
    assert (at(graph, "x") - before - QPoint(40, 10)).manhattanLength() <= 2


@pytest.mark.parametrize(
    ("key", "signal", "arguments"),
    [
        (Qt.Key.Key_Right, "knob_pressed", ["next"]),
        (Qt.Key.Key_Left, "knob_pressed", ["back"]),
        (Qt.Key.Key_Home, "knob_pressed", ["start"]),
        (Qt.Key.Key_End, "knob_pressed", ["end"]),
        (Qt.Key.Key_Down, "gate_chosen", ["s"]),
        (Qt.Key.Key_Up, "gate_chosen", ["z"]),
    ],
)
def test_keys(graph, qtbot, key, signal, arguments):
    with qtbot.waitSignal(getattr(graph, signal)) as sent:
        qtbot.keyClick(graph, key)
    assert sent.args == arguments


def test_keys_walk_from_the_selected_gate_fold_it_and_zoom(graph, qtbot):
    graph.select("s")
    with qtbot.waitSignal(graph.gate_chosen) as chosen:
        qtbot.keyClick(graph, Qt.Key.Key_Down)
    assert chosen.args == ["t"]
    with qtbot.waitSignal(graph.gate_toggled) as toggled:
        qtbot.keyClick(graph, Qt.Key.Key_Return)
    assert toggled.args == ["s"]
    home = graph.factor
    qtbot.keyClick(graph, Qt.Key.Key_Plus)
    assert graph.factor > home
    before = at(graph, "s")
    qtbot.keyClick(graph, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert at(graph, "s").x() < before.x()
    qtbot.keyClick(graph, Qt.Key.Key_0)
    assert graph.factor == home


def test_hovering_tells_the_value(graph, qtbot):
    before = graph.grab().toImage()
    qtbot.mouseMove(graph.viewport(), at(graph, "s"))
    assert graph.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert graph.grab().toImage() != before
    assert tip(graph, at(graph, "s")) == "s = 1, gradient −17.40"
    assert tip(graph, on(graph, "x", 1)[1]) == "v1 → x: click for the Jacobian"
    assert tip(graph, QPoint(2, 2)) == ""


def test_a_screen_reader_reads_every_gate_in_its_place(graph):
    speak_to_readers(QApplication.instance())
    interface = QAccessible.queryAccessibleInterface(graph)
    children = [interface.child(index) for index in range(interface.childCount())]
    read = {child.text(QAccessible.Text.Name): child for child in children}
    assert list(read) == list(graph.drawing.gates)
    assert read["s"].text(QAccessible.Text.Value) == "1"
    assert read["s"].text(QAccessible.Text.Description) == "s = 1, gradient −17.40"
    center = graph.mapToGlobal(at(graph, "s"))
    assert read["s"].rect().contains(center)
    assert interface.childAt(center.x(), center.y()).text(QAccessible.Text.Name) == "s"


def test_the_graph_is_copied_as_text(graph, qtbot):
    show(graph, evaluation_of("q = x + y\nf = q*z", x=-2, y=5, z=-4), 1)
    qtbot.keyClick(graph, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "node\tvalue\tgradient"
    assert set(lines[1:]) == {"x\t−2\t", "y\t5\t", "q\t3\t−4", "z\t−4\t3", "f\t−12\t1"}


def test_the_whole_graph_is_copied_as_a_picture_however_little_of_it_is_seen(graph, qtbot):
    whole = graph.as_picture().toImage()
    for _ in range(12):
        graph.zoom_in()
    put_picture(graph)
    copied = QGuiApplication.clipboard().image()
    assert copied.width() > 3 * graph.width()
    area = graph.drawing.area.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    assert copied.width() == pytest.approx(area.width() * graph.factor, abs=2)
    shrunk = copied.scaled(whole.size()).pixelColor
    for plate in graph.drawing.plates.values():  # every gate is there, in its place
        place = (plate.center() - area.topLeft()) * whole.width() / area.width()
        assert shrunk(place.toPoint()) != graph.backgroundBrush().color(), plate


def test_values_are_green_gradients_red_and_what_is_not_computed_is_hatched(graph):
    graph.fit()
    complete = colors(graph)
    assert {LIGHT.forward, LIGHT.backward} <= complete
    show(graph, evaluation_of(TEXT), 1)
    assert LIGHT.hatch in colors(graph)


def test_in_the_forward_pass_a_value_that_is_not_computed_yet_is_hatched_and_the_gate_takes_what_it_reads(graph):
    model = ChainModel()
    model.open("q = x + y\nf = q*z", {"x": -2, "y": 5, "z": -4})
    model.go_to(1)
    graph.show_evaluation(model.shown())
    written = {name: item.numbers[:2] for name, item in graph.graph.gates.items()}
    assert written == {"x": ("−2", ""), "y": ("5", ""), "q": ("3", ""), "z": ("−4", ""), "f": ("", "")}
    assert tip(graph, at(graph, "f")) == "f: its value is not computed yet"
    assert {name for name, item in graph.graph.gates.items() if item.active} == {"q"}
    assert LIGHT.forward in colors(graph)
    assert LIGHT.backward not in colors(graph.viewport())
    flow = graph.graph._lines["flow"].path()
    assert flow == graph.drawing.wires[Edge("x", "q", 0)].way + graph.drawing.wires[Edge("y", "q", 1)].way


def test_what_went_wrong_is_told_in_words(graph):
    show(graph, evaluation_of("f = log(x)/2", x=-1.0))
    assert LIGHT.error in colors(graph)
    assert tip(graph, at(graph, "v1")) == "v1: logarithm of a negative number"
    assert "v1, line 1: logarithm of a negative number" in graph.key


def test_jacobian_shapes_stand_on_the_edges_of_arrays(graph):
    show(graph, evaluation_of("f = W @ x", W=[[1, 2, 3], [4, 5, 6]], x=[1, 1, 1]))
    assert {edge.source: wire.shape for edge, wire in graph.drawing.wires.items()} == {"W": "2×6", "x": "2×3"}
    assert all(wire.label.width() > 0 for wire in graph.drawing.wires.values())
    show(graph, evaluation_of("f = 2*x"))
    assert [wire.shape for wire in graph.drawing.wires.values()] == [""]


def test_what_is_selected_stays_so_in_another_size(graph):
    edge = Edge("s", "x", 0)
    graph.select(edge)
    place = graph.place_of(edge)
    graph.resize(1200, 700)
    assert graph.selected == edge
    assert graph.place_of(edge) != place
    assert LIGHT.accent in colors(graph)


def test_before_there_is_anything(qtbot, appearance):
    graph = GraphView()
    qtbot.addWidget(graph)
    graph.resize(300, 200)
    appearance(DARK)
    assert DARK.surface in colors(graph)
    qtbot.mouseClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    qtbot.mouseMove(graph.viewport(), QPoint(60, 60))
    qtbot.keyClick(graph, Qt.Key.Key_Down)
    qtbot.mouseDClick(graph.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert tip(graph, QPoint(5, 5)) == ""
    assert graph.key == "Type a formula to see its graph"


def test_where_texts_are_enlarged_the_graph_is_readable_too_and_whole_if_wished(graph):
    graph.resize(560, 220)
    graph.follow()
    show(graph, evaluation_of(TEXT))
    assert graph.factor < READABLE * 1.75
    apply_appearance(LIGHT, 175)
    assert graph.factor == pytest.approx(READABLE * 1.75)
    graph.fit()
    assert graph.factor < READABLE * 1.75


def test_an_enlarged_graph_that_has_room_is_not_moved_to_the_chosen_node(graph):
    apply_appearance(LIGHT, 175)
    graph.select("z")
    graph.resize(2000, 900)
    room = graph.viewport().rect()
    area = graph.to_view(graph.drawing.area)
    assert graph.factor > READABLE * 1.75
    assert area.left() == pytest.approx(room.width() - area.right(), abs=2)
    assert area.left() >= MARGIN - 1


def test_a_graph_too_large_to_be_read_is_moved_to_the_step_instead_of_drawn_smaller(make_snapshot, qtbot):
    view = ChainView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    view.open_text(*neuron_expression(make_snapshot("xor", **{"network.hidden": "[4]"}), 0), "The whole network")
    graph = view.graph
    qtbot.waitUntil(lambda: graph.drawing is not None)
    assert graph.factor == pytest.approx(READABLE)
    view._press("start")
    while view.model.step < view.model.steps:
        view._press("next")
        if view.model.active is not None:
            box = graph.graph.gates[view.model.active.name].sceneBoundingRect()
            seen = graph.mapToScene(graph.viewport().rect()).boundingRect()
            assert seen.contains(box.center()), view.model.active.name
    graph.fit()
    assert graph.factor < READABLE
    area = graph.mapFromScene(graph.drawing.area).boundingRect()
    assert graph.viewport().rect().contains(area)


def test_the_key_stands_below_the_graph_however_little_room_there_is(graph, appearance):
    appearance(LIGHT, 175)
    QApplication.processEvents()
    for size in ((620, 260), (400, 300), (900, 700)):
        graph.resize(*size)
        QApplication.processEvents()
        assert graph.viewport().geometry().bottom() < graph._key.y()
        assert graph._key.geometry().bottom() <= graph.height()

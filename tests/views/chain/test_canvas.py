"""The graph under mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from playground.expressions import evaluate, parse
from playground.views.chain.canvas import GraphCanvas
from playground.views.theme import DARK, LIGHT

TEXT = "x = s - sin(t)\ny = exp(s) + cos(t)\nz = x**2 - y**2"


def evaluation_of(text, **values):
    graph = parse(text)
    return evaluate(graph, {name: values.get(name, 1.0) for name in graph.inputs})


def show(canvas, evaluation, steps=None):
    steps = len(evaluation.backward) if steps is None else steps
    active = evaluation.backward[steps - 1] if 0 < steps < len(evaluation.backward) else ""
    canvas.show_evaluation(
        evaluation, evaluation.gradients_after(steps), frozenset(evaluation.backward[:steps]), active
    )


@pytest.fixture
def canvas(qtbot):
    canvas = GraphCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(700, 420)
    canvas.show()
    show(canvas, evaluation_of(TEXT))
    return canvas


def at(canvas, name):
    return canvas.to_widget(canvas.drawing.plates[name].center())


def on(canvas, target, index=0):
    wire = next(wire for wire in canvas.drawing.wires if wire.edge.target == target and wire.edge.index == index)
    return wire, canvas.to_widget(wire.last.pointAtPercent(0.5))


def colors(widget):
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_everything_is_in_view_and_keeps_its_place_while_values_change(canvas):
    places = {name: at(canvas, name) for name in canvas.drawing.plates}
    assert all(canvas.rect().contains(place) for place in places.values())
    for s in (-1.0, 0.5, 100.0, 1e300):
        show(canvas, evaluate(canvas._evaluation.graph, {"s": s, "t": 2.0}))
        assert {name: at(canvas, name) for name in canvas.drawing.plates} == places
    canvas.resize(300, 200)
    assert all(canvas.rect().contains(at(canvas, name)) for name in places)


def test_gates_can_be_clicked(canvas, qtbot):
    with qtbot.waitSignal(canvas.gate_chosen) as chosen:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, "y"))
    assert chosen.args == ["y"]


def test_edges_can_be_clicked(canvas, qtbot):
    wire, place = on(canvas, "x", 1)
    with qtbot.waitSignal(canvas.wire_chosen) as chosen:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [wire]


def test_a_double_click_asks_to_fold(canvas, qtbot):
    with qtbot.waitSignal(canvas.gate_toggled) as toggled:
        qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, "z"))
    assert toggled.args == ["z"]


def test_wheel_zooms_at_the_mouse_and_a_double_click_beside_the_graph_goes_back(canvas, qtbot):
    home, place = canvas.zoom, at(canvas, "x")
    wheel = QWheelEvent(
        QPointF(place),
        QPointF(canvas.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    canvas.wheelEvent(wheel)
    assert canvas.zoom > home
    assert (at(canvas, "x") - place).manhattanLength() <= 2
    show(canvas, evaluation_of(TEXT, s=2.0))  # another graph: the person's zoom stays
    assert canvas.zoom > home
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert canvas.zoom == home


def test_dragging_moves_and_is_no_click(canvas, qtbot):
    before = at(canvas, "x")
    with qtbot.assertNotEmitted(canvas.gate_chosen):
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=before)
        qtbot.mouseMove(canvas, before + QPoint(40, 10))
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=before + QPoint(40, 10))
    assert (at(canvas, "x") - before - QPoint(40, 10)).manhattanLength() <= 2


@pytest.mark.parametrize(
    ("key", "signal", "arguments"),
    [
        (Qt.Key.Key_Right, "step_requested", [1]),
        (Qt.Key.Key_Left, "step_requested", [-1]),
        (Qt.Key.Key_Home, "end_requested", [False]),
        (Qt.Key.Key_End, "end_requested", [True]),
        (Qt.Key.Key_Down, "gate_chosen", ["s"]),
        (Qt.Key.Key_Up, "gate_chosen", ["z"]),
    ],
)
def test_keys(canvas, qtbot, key, signal, arguments):
    with qtbot.waitSignal(getattr(canvas, signal)) as sent:
        qtbot.keyClick(canvas, key)
    assert sent.args == arguments


def test_keys_walk_from_the_selected_gate_fold_it_and_zoom(canvas, qtbot):
    canvas.mark("s")
    with qtbot.waitSignal(canvas.gate_chosen) as chosen:
        qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert chosen.args == ["t"]
    with qtbot.waitSignal(canvas.gate_toggled) as toggled:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert toggled.args == ["s"]
    home = canvas.zoom
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.zoom > home
    before = at(canvas, "s")
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert at(canvas, "s").x() < before.x()
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.zoom == home


def test_hovering_lights_up_and_tells_the_value(canvas, qtbot):
    qtbot.mouseMove(canvas, at(canvas, "s"))
    assert canvas.marks.hovered == "s"
    assert canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert canvas.tip_at(QPointF(at(canvas, "s"))) == "s = 1, gradient −17.40"
    assert canvas.tip_at(QPointF(on(canvas, "x", 1)[1])) == "v1 → x: click for the Jacobian"
    assert canvas.tip_at(QPointF(2, 2)) == ""
    qtbot.mouseMove(canvas, QPoint(2, 2))
    assert canvas.marks.hovered == ""


def test_values_are_green_gradients_red_and_what_is_not_computed_is_hatched(canvas):
    canvas.fit()
    complete = colors(canvas)
    assert {LIGHT.forward, LIGHT.backward} <= complete
    show(canvas, canvas._evaluation, 1)
    assert canvas.marks.active == "z"
    assert LIGHT.hatch in colors(canvas)


def test_what_went_wrong_is_told_in_words(canvas):
    show(canvas, evaluation_of("f = log(x)/2", x=-1.0))
    assert LIGHT.error in colors(canvas)
    assert canvas.tip_at(QPointF(at(canvas, "v1"))) == "v1: logarithm of a negative number"


def test_jacobian_shapes_stand_on_the_edges_of_arrays(canvas):
    show(canvas, evaluation_of("f = W @ x", W=[[1, 2, 3], [4, 5, 6]], x=[1, 1, 1]))
    assert {wire.edge.source: wire.shape for wire in canvas.drawing.wires} == {"W": "2×6", "x": "2×3"}
    show(canvas, evaluation_of("f = 2*x"))
    assert [wire.shape for wire in canvas.drawing.wires] == [""]


def test_before_there_is_anything(qtbot):
    canvas = GraphCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(300, 200)
    canvas.set_theme(DARK)
    assert DARK.surface in colors(canvas)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    qtbot.mouseMove(canvas, QPoint(60, 60))
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert canvas.tip_at(QPointF(5, 5)) == ""

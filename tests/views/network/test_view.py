import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from playground.training.ablation_job import Ablated, Ablation
from playground.views.kit.appearance import apply_appearance
from playground.views.network.layout import Edge, Neuron
from playground.views.network.readout import read
from playground.views.network.view import NetworkView
from playground.views.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot, make_snapshot):
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(700, 460)
    view.show()
    view.show_snapshot(make_snapshot("circles", epochs=1, **{"network.hidden": "[4,3]"}))
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def hover(qtbot, view, point):
    # A pointer that is there already, because of an earlier test, would not move.
    qtbot.mouseMove(view.canvas, QPoint(1, view.canvas.height() - 2))
    qtbot.mouseMove(view.canvas, point)


def layout_of(view):
    return view.canvas._diagram.layout


def middle_of(view, neuron):
    box = layout_of(view).box(neuron)
    return QPoint(round(box.left + box.width / 2), round(box.middle))


def on_edge(view, edge):
    """Return a point on a weight's line from which that line is the nearest."""
    edges = view.canvas._diagram.edges
    index = next(i for i in range(len(edges)) if edges.edge(i) == edge)
    for t in np.linspace(0.1, 0.9, 33):
        x, y = edges._curve(np.array([index]), np.array([t]))[0, 0]
        if edges.nearest(round(x), round(y), 6.0, view.canvas._diagram.codes) == edge:
            return QPoint(round(x), round(y))
    raise AssertionError("the line is nowhere alone")


def test_a_neuron_is_hovered_and_left(qtbot, view):
    with qtbot.waitSignal(view.unit_hovered) as hovered:
        hover(qtbot, view, middle_of(view, Neuron(1, 2)))
    assert hovered.args == [(1, 2)]
    assert view.card.isVisible()
    assert view.card.reading.title.startswith("Neuron 3 of layer 1")
    with qtbot.waitSignal(view.unit_hovered) as hovered:
        QApplication.sendEvent(view.canvas, QEvent(QEvent.Type.Leave))
    assert hovered.args == [None]
    assert not view.card.isVisible()


def test_features_and_outputs_are_hovered_too(qtbot, view):
    places = []
    view.unit_hovered.connect(places.append)
    for neuron in (Neuron(0, 1), Neuron(3, 0)):
        hover(qtbot, view, middle_of(view, neuron))
    assert [place for place in places if place] == [(0, 1), (3, 0)]


def test_a_weight_s_numbers_keep_following_the_training(qtbot, view):
    edge = Edge(2, 1, 3)
    hover(qtbot, view, on_edge(view, edge))
    assert view.canvas.target == edge
    assert view.card.reading.lines[0].name == "W[2][2,4]"
    W = [array.copy() for array in view.snapshot.W]
    W[1][1, 3] = 0.4213
    view.show_snapshot(replace(view.snapshot, W=tuple(W)))
    assert view.card.reading.lines[0].value == "0.4213"


def test_pointing_at_something_lets_the_rest_fade(qtbot, view):
    def contrast(neuron):
        point = middle_of(view, neuron) - QPoint(0, round(layout_of(view).box(neuron).height / 2) - 1)
        color = view.grab().toImage().pixelColor(point)
        return abs(color.lightness() - QColor(LIGHT.surface).lightness())

    before = contrast(Neuron(1, 0)), contrast(Neuron(2, 0))
    hover(qtbot, view, middle_of(view, Neuron(1, 3)))
    assert contrast(Neuron(1, 0)) < 0.6 * before[0]
    assert contrast(Neuron(2, 0)) == before[1]


def test_a_weight_is_clicked_typed_and_entered(qtbot, view):
    edge = Edge(1, 3, 0)
    qtbot.mouseClick(view.canvas, LEFT, pos=on_edge(view, edge))
    field = view.editor.fields[1, 3, 0]
    qtbot.keyClicks(field, "-2")
    with qtbot.waitSignal(view.parameters_edited) as edited:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert edited.args == [((1, 3, 0, -2.0),)]
    assert not view.editor.isVisible()


def test_a_neuron_s_click_edits_its_bias(qtbot, view):
    qtbot.mouseClick(view.canvas, LEFT, pos=middle_of(view, Neuron(2, 1)))
    field = view.editor.fields[2, 1, 4]
    assert field.selectedText() == field.text()
    qtbot.keyClicks(field, "1e-3")
    with qtbot.waitSignal(view.parameters_edited) as edited:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert edited.args == [((2, 1, 4, 1e-3),)]


def test_a_click_beside_everything_closes_the_editor(qtbot, view):
    qtbot.mouseClick(view.canvas, LEFT, pos=middle_of(view, Neuron(1, 1)))
    assert view.editor.isVisible()
    qtbot.mouseClick(view.canvas, LEFT, pos=QPoint(5, view.canvas.height() - 40))
    assert not view.editor.isVisible()


def test_features_have_nothing_to_edit(qtbot, view):
    qtbot.mouseClick(view.canvas, LEFT, pos=middle_of(view, Neuron(0, 0)))
    assert not view.editor.isVisible()


def test_the_keyboard_alone_reaches_and_edits_a_neuron(qtbot, view):
    canvas = view.canvas
    canvas.clearFocus()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert canvas.selected == Neuron(0, 0)
    with qtbot.waitSignal(view.unit_hovered) as hovered:
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.selected == Neuron(1, hovered.args[0][1] + 1)
    assert canvas.accessibleName()
    assert f"Neuron {canvas.selected.unit + 1} of layer 1" in canvas.accessibleDescription()
    assert view.card.isVisible()
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert view.editor.target == canvas.selected
    qtbot.keyClick(next(iter(view.editor.fields.values())), Qt.Key.Key_Escape)
    assert not view.editor.isVisible()
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not view.card.isVisible()


def test_neurons_without_room_are_paged_by_mouse_and_key(qtbot, view, make_snapshot):
    view.show_snapshot(make_snapshot("circles", **{"network.hidden": "[32]"}))
    column = layout_of(view).columns[1]
    assert column.hidden
    more = QPoint(round(column.center), round(column.more.middle))
    qtbot.mouseClick(view.canvas, LEFT, pos=more)
    assert layout_of(view).columns[1].first == min(column.shown, 32 - column.shown)
    view.canvas.clearFocus()
    view.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
    for _ in range(32):
        qtbot.keyClick(view.canvas, Qt.Key.Key_Down)
    assert view.canvas.selected == Neuron(1, 31)
    assert layout_of(view).shows(Neuron(1, 31))
    for _ in range(32):
        qtbot.keyClick(view.canvas, Qt.Key.Key_Up)
    assert layout_of(view).columns[1].first == 0


def test_another_network_forgets_what_is_gone(qtbot, view, make_snapshot):
    hover(qtbot, view, middle_of(view, Neuron(1, 3)))
    with qtbot.waitSignal(view.unit_hovered) as hovered:
        view.show_snapshot(make_snapshot("circles", **{"network.hidden": "[2]"}))
    assert hovered.args == [None]
    assert not view.card.isVisible()


def test_only_a_new_scene_a_size_or_a_theme_is_laid_out_anew(view, make_snapshot):
    diagram = view.canvas._diagram
    later = make_snapshot("circles", epochs=1, **{"network.hidden": "[4,3]"})
    view.show_snapshot(replace(later, W=tuple(2 * W for W in later.W), epoch=9))
    view.grab()
    assert view.canvas._diagram is diagram
    view.resize(600, 460)
    QApplication.processEvents()
    assert view.canvas._diagram is not diagram
    diagram = view.canvas._diagram
    apply_appearance(DARK)
    assert view.canvas._diagram is not diagram


def test_a_hidden_view_only_keeps_the_latest(view, make_snapshot):
    diagram = view.canvas._diagram
    view.hide()
    view.show_snapshot(make_snapshot("circles", **{"network.hidden": "[5]"}))
    assert view.canvas._diagram is diagram
    view.show()
    assert view.canvas._diagram.problem_info.sizes == (2, 5, 1)


def test_a_frame_does_not_paint_the_controls(qtbot, view):
    painted = []
    original = view.band.layers[0].body.activation.paintEvent
    view.band.layers[0].body.activation.paintEvent = lambda event: (painted.append(1), original(event))
    QApplication.processEvents()
    painted.clear()
    view.show_snapshot(replace(view.snapshot, W=tuple(1.5 * W for W in view.snapshot.W)))
    QApplication.processEvents()
    assert not painted


def test_lines_are_drawn_anew_only_when_they_look_different(view):
    view.grab()
    lines = view.canvas._diagram._lines
    view.show_snapshot(replace(view.snapshot, W=tuple(3 * W for W in view.snapshot.W)))
    view.grab()
    assert view.canvas._diagram._lines is lines  # widths are relative to the largest
    view.show_snapshot(replace(view.snapshot, W=tuple(-W for W in view.snapshot.W)))
    view.grab()
    assert view.canvas._diagram._lines is not lines


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_what_is_not_computed_yet_is_hatched(view, theme):
    apply_appearance(theme)
    view.show_snapshot(replace(view.snapshot, maps=None))
    box = layout_of(view).box(Neuron(1, 0))
    image = view.grab().toImage()
    row = round(box.middle)
    colors = {image.pixelColor(x, row).name() for x in range(round(box.left) + 3, round(box.left + box.width) - 3)}
    assert colors == {theme.hatch, theme.surface}


def test_a_bias_s_sign_has_a_shape_beside_its_colour(view):
    diagram = view.canvas._diagram
    marks = {}
    for sign in (1, -1):
        b = tuple(sign * np.abs(array) - (0 if sign > 0 else 1) for array in view.snapshot.b)
        view.show_snapshot(replace(view.snapshot, b=b))
        box = diagram.layout.box(Neuron(1, 0))
        marks[sign] = view.grab().toImage().pixelColor(round(box.left) + 5, round(box.top + box.height) - 5).name()
    assert marks == {1: LIGHT.positive, -1: LIGHT.surface}


@pytest.mark.parametrize(
    "preset", ["xor_points", "xor", "gaussians", "spirals", "three_spirals", "blobs", "plane", "bumps", "sine", "heart"]
)
@pytest.mark.parametrize("size", [(520, 380), (300, 180)])
def test_every_preset_is_drawn(view, make_snapshot, preset, size):
    view.resize(*size)
    view.show_snapshot(make_snapshot(preset))
    image = view.grab().toImage()
    assert not image.isNull()
    assert view.canvas._diagram.problem_info.sizes == make_snapshot(preset).problem_info.sizes


def test_an_empty_view_paints_without_a_snapshot(qtbot):
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    apply_appearance(DARK)
    view.show()
    assert view.grab().toImage().pixelColor(150, 150).name() == DARK.surface


def test_hidden_it_keeps_the_diagram_and_the_numbers_of_one_network(view, make_snapshot):
    before = view.canvas.as_text()
    view.hide()
    view.show_snapshot(make_snapshot("circles", epochs=1, **{"network.hidden": "[2]"}))
    QApplication.sendEvent(view, QEvent(QEvent.Type.PaletteChange))
    assert view.canvas.as_text() == before
    view.show()
    assert view.canvas.as_text().count("Neuron ") < before.count("Neuron ")


def test_the_card_goes_with_the_focus_that_showed_it(qtbot, view):
    canvas = view.canvas
    canvas.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # the mouse rests somewhere on the diagram meanwhile
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert view.card.isVisible()
    qtbot.keyClick(canvas, Qt.Key.Key_Tab)
    assert not view.card.isVisible()


def offers(view, neuron):
    return dict(view.canvas.offers_at(QPointF(middle_of(view, neuron))))


def test_a_neuron_and_its_layer_are_frozen_by_the_menu_and_let_go_again(view, make_snapshot):
    changes = []
    view.field_changed.connect(lambda path, value: changes.append((path, value)))
    offered = offers(view, Neuron(1, 2))
    assert list(offered) == ["Freeze this neuron", "Freeze its layer", "Switch this neuron off"]
    for do in offered.values():
        do()
    assert changes == [("training.frozen", ("1.3",)), ("training.frozen", ("1",)), ("training.off", ("1.3",))]
    assert list(offers(view, Neuron(3, 0))) == ["Freeze this neuron", "Freeze its layer"]
    assert not offers(view, Neuron(0, 0))
    parts = {"training.frozen": '["1.3", "2"]', "training.off": '["1.3"]'}
    view.show_snapshot(make_snapshot("circles", **{"network.hidden": "[4,3]", **parts}))
    offered = offers(view, Neuron(1, 2))
    assert list(offered) == ["Let this neuron learn again", "Freeze its layer", "Switch this neuron on again"]
    offered["Let this neuron learn again"]()
    offered["Switch this neuron on again"]()
    assert changes[-2:] == [("training.frozen", ("2",)), ("training.off", ())]


def test_what_is_frozen_or_off_is_marked_and_told(view, make_snapshot):
    snapshot = make_snapshot("circles", **{"network.hidden": "[4,3]"})
    view.show_snapshot(snapshot)
    plain = view.canvas.grab().toImage()
    parts = {"training.frozen": '["2"]', "training.off": '["1.3"]'}
    marked = make_snapshot("circles", **{"network.hidden": "[4,3]", **parts})
    view.show_snapshot(marked)
    assert view.canvas.grab().toImage() != plain
    assert [line.name for line in read(marked, Neuron(1, 2)).lines][-1] == "off"
    assert [line.name for line in read(marked, Neuron(2, 0)).lines][-1] == "frozen"


def test_the_hidden_neuron_pointed_at_is_told_what_it_is_worth(qtbot, view):
    assert not view.queries
    hover(qtbot, view, middle_of(view, Neuron(1, 2)))
    assert view.queries == {Ablation(1, 2)}
    view.show_snapshot(replace(view.snapshot, answers={Ablation(1, 2): Ablated(0.25, 0.75)}))
    assert "cost without it = 0.7500 (+0.5000)" in view.card.reading.sentence
    hover(qtbot, view, middle_of(view, Neuron(3, 0)))
    assert not view.queries

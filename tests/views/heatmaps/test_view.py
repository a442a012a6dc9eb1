import re
from itertools import pairwise

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip

from playground.files import override, presets
from playground.training.results import Curves, ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.heatmaps.choices import QUANTITIES, RANGES
from playground.views.heatmaps.layout import Cell
from playground.views.heatmaps.view import HeatmapView
from playground.views.theme import THEMES

SHAPES = {
    "default": (2, 4, 2, 1),
    "deep": (2, 8, 8, 8, 8, 8, 8, 1),
    "digits": (784, 50, 10),
    "largest": (2, *[32] * 8, 3),
    "smallest": (1, 1),
}


def made_up(sizes=(2, 4, 2, 1), computed=True, seed=0):
    rng = np.random.default_rng(seed)
    nothing, layers = np.zeros((1, 0)), range(1, len(sizes))
    problem_info = ProblemInfo(
        problem="regression",
        classes=(),
        input_names=("x1",),
        feature_names=("x1",),
        output_names=("y",),
        sizes=tuple(sizes),
        activations=("tanh",) * (len(sizes) - 2) + ("sigmoid",),
        train_X=nothing,
        train_Y=nothing,
        test_X=nothing,
        test_Y=nothing,
        train_labels=None,
        test_labels=None,
        targets=(0.0, 1.0),
        domain=((-1.0, 1.0),),
        input_mean=nothing,
        input_scale=nothing,
        output_mean=nothing,
        output_scale=nothing,
    )
    W = tuple(rng.normal(size=(sizes[layer], sizes[layer - 1])) for layer in layers)
    b = tuple(rng.normal(size=(sizes[layer], 1)) for layer in layers)
    dW, db = (tuple(0.01 * array[::-1] for array in group) for group in (W, b))
    none = np.zeros(0)
    return Snapshot(
        problem_info=problem_info,
        experiment=override(presets()[0].experiment, ["training.l2=0.1"]),
        running=False,
        epoch=0,
        update=0,
        W=W,
        b=b,
        dW=dW if computed else None,
        db=db if computed else None,
        used_W=tuple(array + 0.5 for array in dW) if computed else None,
        used_b=db if computed else None,
        update_W=tuple(-array for array in dW) if computed else None,
        update_b=tuple(-array for array in db) if computed else None,
        maps=None,
        curves=Curves(none, none, none, none, none, none, nothing),
        train_cost=0.5,
        test_cost=None,
        penalty=0.0,
        train_accuracy=None,
        test_accuracy=None,
    )


@pytest.fixture
def view(qtbot):
    view = HeatmapView()
    qtbot.addWidget(view)
    view.resize(520, 200)
    view.show()
    view.show_snapshot(made_up())
    return view


def place(view, layer, row, column):
    box = view.canvas.arrangement.panes[layer - 1].cell_box(row, column)
    return QPoint(int(box.left + box.width / 2), int(box.top + box.height / 2))


def hover(qtbot, view, point):
    qtbot.mouseMove(view.canvas, QPoint(0, 0))  # a mouse that is there already sends no event
    qtbot.mouseMove(view.canvas, point)


def value_of(readout):
    return float(readout.partition(" = ")[2].replace("−", "-"))


@pytest.mark.parametrize(("cell", "name"), [((2, 1, 2), "dW[2][2,3]"), ((1, 3, 2), "db[1][4]")])
def test_the_cell_under_the_mouse_is_read_out_exactly(view, qtbot, cell, name):
    snapshot = made_up()
    layer, row, column = cell
    with qtbot.waitSignal(view.cell_hovered, check_params_cb=lambda hovered: hovered == cell):
        hover(qtbot, view, place(view, *cell))
    assert view.canvas.readout.startswith(f"{name} = ")
    exact = np.hstack([snapshot.dW[layer - 1], snapshot.db[layer - 1]])[row, column]
    assert value_of(view.canvas.readout) == pytest.approx(exact, rel=1e-3)
    with qtbot.waitSignal(view.cell_hovered, check_params_cb=lambda hovered: hovered is None):
        qtbot.mouseMove(view.canvas, QPoint(1, 1))
    assert view.canvas.readout == ""


def test_a_real_session_is_shown(view, make_snapshot):
    snapshot = make_snapshot("xor", epochs=2)
    view.show_snapshot(snapshot)
    view.select(Cell(1, 0, 0))
    view.canvas.grab()
    assert value_of(view.canvas.readout) == pytest.approx(snapshot.dW[0][0, 0], rel=1e-3)
    norms = [np.linalg.norm(np.hstack(pair)) for pair in zip(snapshot.dW, snapshot.db, strict=True)]
    assert view.canvas._norms == pytest.approx(norms)
    view.show_snapshot(make_snapshot("xor"))
    assert "not computed yet" in view.canvas.readout


def test_the_readout_follows_the_frames(view, qtbot):
    hover(qtbot, view, place(view, 1, 0, 0))
    before = view.canvas.readout
    other = made_up(seed=1)
    view.show_snapshot(msgspec.structs.replace(other, problem_info=view.canvas._snapshot.problem_info))
    assert view.canvas.readout != before
    assert value_of(view.canvas.readout) == pytest.approx(other.dW[0][0, 0], rel=1e-3)


def test_leaving_forgets_the_cell(view, qtbot):
    hover(qtbot, view, place(view, 1, 0, 0))
    with qtbot.waitSignal(view.cell_hovered) as signal:
        QApplication.sendEvent(view.canvas, QEvent(QEvent.Type.Leave))
    assert signal.args == [None]
    assert view.canvas.readout == ""


def test_a_click_tells_the_cell_and_selects_it(view, qtbot):
    with qtbot.waitSignal(view.cell_clicked) as signal:
        qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=place(view, 2, 1, 3))
    assert signal.args == [2, 1, 3]
    assert view.canvas.readout.startswith("dW[2][2,4] = ")
    assert view.canvas.accessibleDescription() == view.canvas.readout
    with qtbot.assertNotEmitted(view.cell_clicked):
        qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
        qtbot.mouseClick(view.canvas, Qt.MouseButton.RightButton, pos=place(view, 1, 0, 0))


def test_keys_do_what_the_mouse_does(view, qtbot):
    canvas = view.canvas
    hint = canvas.accessibleDescription()
    assert hint
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.readout.startswith("dW[1][1,1] = ")
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.readout.startswith("db[1][2] = ")
    assert canvas.accessibleDescription() == canvas.readout
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.readout.startswith("dW[2][2,1] = ")
    with qtbot.waitSignal(view.cell_clicked) as signal:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert signal.args == [2, 1, 0]
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.readout == ""
    assert canvas.accessibleDescription() == hint


def test_arrow_keys_on_the_canvas_do_not_reach_the_windows_shortcuts(view):
    for key, taken in ((Qt.Key.Key_Right, True), (Qt.Key.Key_Space, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(view.canvas, event)
        assert event.isAccepted() == taken
    shifted = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    shifted.ignore()
    QApplication.sendEvent(view.canvas, shifted)
    assert not shifted.isAccepted()


def test_the_windows_shortcut_for_an_arrow_waits_while_the_canvas_has_the_focus(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    view = HeatmapView(window)
    window.setCentralWidget(view)
    step = QAction("Step", window)
    step.setShortcut("Right")
    window.addAction(step)
    steps = []
    step.triggered.connect(lambda: steps.append(1))
    window.show()
    view.show_snapshot(made_up())
    qtbot.waitUntil(window.isActiveWindow)
    view.canvas.setFocus()
    qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
    assert not steps
    assert view.canvas.readout.startswith("dW[1][1,1]")


def test_not_computed_yet_is_said_and_never_a_number(view, qtbot):
    view.show_snapshot(made_up(computed=False))
    hover(qtbot, view, place(view, 1, 1, 1))
    assert view.canvas.readout == "dW[1][2,2]: not computed yet"
    hatched = view.grab().toImage()
    view.set_quantity("parameter")
    assert re.match(r"W\[1\]\[2,2\] = −?\d", view.canvas.readout)
    assert view.grab().toImage() != hatched


@pytest.mark.parametrize("name", QUANTITIES)
def test_the_buttons_choose_what_is_shown(view, qtbot, name):
    other = next(key for key in QUANTITIES if key != name)
    view.set_quantity(other)
    button = view.quantities.buttons[name]
    with qtbot.waitSignal(view.quantity_changed) as signal:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert signal.args == [name] == [view.quantity]
    assert button.toolTip()
    assert button.accessibleName()
    view.select(Cell(1, 0, 0))
    weights, biases = QUANTITIES[name].of(made_up())
    training = made_up().experiment.training
    assert view.canvas.readout.startswith(f"{QUANTITIES[name].subscript(1, 0, 0, 3, training)} = ")
    assert value_of(view.canvas.readout) == pytest.approx(weights[0][0, 0], rel=1e-3)
    view.select(Cell(3, 0, 2))
    assert view.canvas.readout.startswith(f"{QUANTITIES[name].subscript(3, 0, 2, 3, training)} = ")
    assert value_of(view.canvas.readout) == pytest.approx(biases[2][0, 0], rel=1e-3)


@pytest.mark.parametrize("name", QUANTITIES)
def test_quantities_know_what_is_missing(name):
    snapshot = made_up(computed=False)
    assert (QUANTITIES[name].of(snapshot) is None) == (name != "parameter")


@pytest.mark.parametrize("name", RANGES)
def test_the_range_is_chosen_and_only_the_fixed_one_has_a_bound(view, name):
    changed = []
    view.range_changed.connect(changed.append)
    view._ranges.setCurrentIndex(list(RANGES).index("fixed" if name != "fixed" else "layer"))
    view._ranges.setCurrentIndex(list(RANGES).index(name))
    assert changed[-1] == name == view.range
    assert view._bound.isEnabled() == (name == "fixed")


def test_the_bound_is_typed(view, qtbot):
    view.set_range("fixed")
    view.canvas.grab()
    assert view.canvas._mosaic.ends == pytest.approx([1, 1, 1])
    view._bound.clear()
    qtbot.keyClicks(view._bound, "2.5e-3")
    qtbot.keyClick(view._bound, Qt.Key.Key_Return)
    view.canvas.grab()
    assert view.canvas._mosaic.ends == pytest.approx([2.5e-3] * 3)
    view._bound.clear()
    qtbot.keyClicks(view._bound, "-nan inf")
    assert not view._bound.hasAcceptableInput()
    view.set_range("fixed", 0.5)
    view.canvas.grab()
    assert view.canvas._mosaic.ends == pytest.approx([0.5] * 3)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_paints_in_every_size_theme_quantity_and_range(qtbot, appearance, shape, theme):
    view = HeatmapView()
    qtbot.addWidget(view)
    appearance(theme)
    view.show()
    snapshot = made_up(SHAPES[shape])
    for size in ((300, 150), (520, 200), (1400, 500)):
        view.resize(*size)
        for quantity in QUANTITIES:
            view.set_quantity(quantity)
            for choice in RANGES:
                view.set_range(choice)
                view.show_snapshot(snapshot)
                view.select(Cell(1, 0, 0))
                picture = view.canvas.grab().toImage()
                pane = view.canvas.arrangement.panes[0]
                places = [
                    place(view, 1, row, column)
                    for row in range(min(pane.rows, 9))
                    for column in range(min(pane.columns, 99))
                ]
                shown = {picture.pixelColor(at + QPoint(0, 1)).name() for at in places}
                assert shown - {theme.surface, theme.neutral, theme.hatch}
                assert picture.pixelColor(0, view.canvas.height() - 1).name() == theme.surface


def test_a_large_layer_is_pooled_and_still_read_out_exactly(view, qtbot):
    snapshot = made_up((784, 50, 10))
    view.set_quantity("parameter")
    view.show_snapshot(snapshot)
    assert view.canvas.arrangement.panes[0].pooled
    view.select(Cell(1, 20, 300))
    assert view.canvas.readout.startswith("W[1][21,301] = ")
    assert value_of(view.canvas.readout) == pytest.approx(snapshot.W[0][20, 300], rel=1e-3)


def test_a_smaller_network_lets_go_of_cells_that_are_gone(view):
    view.select(Cell(3, 0, 2))
    view.show_snapshot(made_up((2, 1)))
    assert view.canvas.readout == ""
    view.select(Cell(3, 0, 0))
    assert view.canvas.readout == ""


def test_nothing_is_computed_while_hidden(qtbot):
    view = HeatmapView()
    qtbot.addWidget(view)
    view.show_snapshot(made_up())
    assert view.canvas._arrangement is None
    view.show()
    view.canvas.grab()
    assert view.canvas._arrangement is not None


def test_numbers_that_are_not_finite_are_painted_and_named(view):
    snapshot = made_up()
    broken = snapshot.dW[0].copy()
    broken[0, 0], broken[1, 0] = np.nan, -np.inf
    view.show_snapshot(msgspec.structs.replace(snapshot, dW=(broken, *snapshot.dW[1:])))
    view.select(Cell(1, 0, 0))
    view.canvas.grab()
    assert view.canvas.readout == "dW[1][1,1] = ?"
    view.select(Cell(1, 1, 0))
    assert view.canvas.readout == "dW[1][2,1] = −∞"


def test_captions_and_bars_explain_themselves_and_cells_are_not_covered(view):
    canvas = view.canvas
    canvas.grab()
    arrangement = canvas.arrangement
    texts = []
    for y in (2, arrangement.norm_top + 1, arrangement.readout_top + 1):
        canvas.event(QHelpEvent(QEvent.Type.ToolTip, QPoint(8, y), canvas.mapToGlobal(QPoint(8, y))))
        texts.append(QToolTip.text())
    assert "4×2" in texts[0]
    assert "Tanh" in texts[0]
    assert "norm" in texts[1]
    assert "cell" in texts[2]
    inside = place(view, 1, 0, 0)
    canvas.event(QHelpEvent(QEvent.Type.ToolTip, inside, canvas.mapToGlobal(inside)))
    QToolTip.hideText()


def test_every_control_has_a_name_and_a_tooltip(view):
    for control in (*view.quantities.buttons.values(), view._ranges, view._bound):
        assert control.accessibleName()
        assert control.toolTip().endswith(".")
    assert view.canvas.accessibleName()


def test_the_last_layer_is_called_output_as_in_the_diagram(qtbot):
    view = HeatmapView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    view.show_snapshot(made_up((2, 4, 2, 1)))
    QApplication.processEvents()
    frame = view.canvas._frame
    texts = [frame.explanation(pane.left + 1) for pane in frame._arrangement.panes]
    assert texts[0].startswith("Layer 1, ")
    assert texts[0].endswith("then a column of 4 biases.")
    assert texts[-1].startswith("Output, ")
    assert texts[-1].endswith("1×2 weights, then one bias.")


def test_what_an_update_with_penalty_used_is_offered_where_there_is_one(qtbot, make_snapshot):
    view = HeatmapView()
    qtbot.addWidget(view)
    view.resize(520, 200)
    view.show()
    view.show_snapshot(make_snapshot("circles", epochs=1))
    button = view.quantities.buttons["used"]
    assert not button.isVisible()
    snapshot = make_snapshot("circles", epochs=1, **{"training.l2": 0.1})
    view.show_snapshot(snapshot)
    assert button.isVisible()
    view.set_quantity("used")
    view.select(Cell(1, 2, 1))
    value = snapshot.used_W[0][2, 1]
    name, shown = view.canvas.readout.split(" = ")
    assert name == "(dW + λ₂W)[1][3,2]"
    assert float(shown.replace("−", "-")) == pytest.approx(value, rel=1e-3)
    view.show_snapshot(make_snapshot("circles", epochs=1))
    assert view.quantity == "gradient"


def test_the_norms_of_many_layers_stand_apart(view, monkeypatch):
    written, draw = [], QPainter.drawText

    def note(painter, *arguments):
        if isinstance(arguments[0], QPointF):
            left = arguments[0].x()
            written.append((left, left + QFontMetricsF(painter.font()).horizontalAdvance(arguments[1])))
        draw(painter, *arguments)

    monkeypatch.setattr(QPainter, "drawText", note)
    for width in (430, 520, 900):
        view.resize(width, 200)
        view.show_snapshot(made_up(SHAPES["largest"]))
        written.clear()
        view.canvas.grab()
        norms = sorted(written)[-len(SHAPES["largest"]) + 1 :]
        assert len(norms) == len(SHAPES["largest"]) - 1
        assert all(right <= left for (_, right), (left, _) in pairwise(norms))

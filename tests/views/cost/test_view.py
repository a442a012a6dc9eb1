import numpy as np
import pyqtgraph as pg
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QGraphicsView

from playground.training.results import Curves
from playground.views.cost.series import QUANTITIES
from playground.views.cost.view import CostView
from playground.views.kit.appearance import apply_appearance
from playground.views.theme import DARK, LIGHT


@pytest.fixture
def view(qtbot):
    view = CostView()
    qtbot.addWidget(view)
    view.resize(300, 280)
    view.show()
    qtbot.waitExposed(view)
    return view


def lines(view):
    return [item for item in view._lines if item.isVisible()]


def places(item):
    path = item.path
    return np.array([(path.elementAt(index).x, path.elementAt(index).y) for index in range(path.elementCount())])


def viewport(view):
    return view.canvas.findChild(QGraphicsView).viewport()


def hover(qtbot, view, epoch):
    place = view.canvas.view.mapViewToScene(pg.Point(epoch, 0))
    qtbot.mouseMove(viewport(view), QPoint(1, 1))
    qtbot.mouseMove(viewport(view), QPoint(round(place.x()), round(view.canvas.frame().center().y())))


def numbers(view):
    return {entry.label: [number.strip() for number in entry.numbers] for entry in view.legend.table.rows}


def value(text):
    return float(text.replace("−", "-"))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_train_and_test_are_solid_and_dashed(make_snapshot, view, theme):
    snapshot = make_snapshot("circles", epochs=5)
    apply_appearance(theme)
    view.show_snapshot(snapshot)
    train, test = lines(view)
    np.testing.assert_allclose(places(train), np.stack([snapshot.curves.epochs, snapshot.curves.train_cost], 1))
    np.testing.assert_allclose(places(test), np.stack([snapshot.curves.epochs, snapshot.curves.test_cost], 1))
    assert train.pen.style() == Qt.PenStyle.SolidLine
    assert test.pen.style() == Qt.PenStyle.DashLine
    assert (train.pen.color().name(), test.pen.color().name()) == (theme.train, theme.test)


def test_the_penalty_is_dotted(make_snapshot, view):
    view.show_snapshot(make_snapshot("circles", epochs=5, **{"training.l2": 0.01}))
    assert lines(view)[2].pen.style() == Qt.PenStyle.DotLine
    assert list(numbers(view)) == ["train", "test", "penalty"]


def test_the_legend_has_the_present_numbers(make_snapshot, view):
    snapshot = make_snapshot("circles", epochs=5)
    view.show_snapshot(snapshot)
    cost, accuracy = numbers(view)["train"]
    assert value(cost) == pytest.approx(snapshot.train_cost, rel=1e-3)
    assert accuracy == f"{100 * snapshot.train_accuracy:.1f}%"
    assert view.legend.table.title == "now"
    assert not view.legend.table.pointed


def test_the_mouse_reads_an_epoch(make_snapshot, view, qtbot):
    snapshot = make_snapshot("circles", epochs=10)
    view.show_snapshot(snapshot)
    QApplication.processEvents()
    hover(qtbot, view, 4)
    index = int(np.argmin(abs(snapshot.curves.epochs - 4)))
    assert view.legend.table.pointed
    assert view.legend.table.title == "epoch 4"
    assert value(numbers(view)["test"][0]) == pytest.approx(snapshot.curves.test_cost[index], rel=1e-3)
    assert view._cursor.isVisible()
    qtbot.mouseMove(viewport(view), QPoint(1, 1))
    assert not view.legend.table.pointed
    assert not view._cursor.isVisible()


def test_a_logarithmic_scale_draws_exponents(make_snapshot, view, qtbot):
    snapshot = make_snapshot("circles", epochs=5)
    view.show_snapshot(snapshot)
    qtbot.mouseClick(view.logarithmic, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    np.testing.assert_allclose(places(lines(view)[0])[:, 1], np.log10(snapshot.curves.train_cost))
    view.grab()


@pytest.mark.parametrize("name", QUANTITIES)
def test_every_quantity_can_be_chosen(make_snapshot, view, qtbot, name):
    snapshot = make_snapshot("circles", epochs=5)
    view.show_snapshot(snapshot)
    qtbot.mouseClick(view.modes.buttons[name], Qt.MouseButton.LeftButton)
    assert view.quantity.name == name
    assert len(lines(view)) == len(QUANTITIES[name].series(snapshot.curves, LIGHT))
    assert view.logarithmic.isEnabled() is QUANTITIES[name].can_be_log
    view.grab()


def test_gradient_norms_are_numbered_by_layer(make_snapshot, view):
    snapshot = make_snapshot("circles", epochs=5)
    view.choose("gradient")
    view.show_snapshot(snapshot)
    shown = numbers(view)
    assert list(shown) == [str(layer) for layer in range(1, len(snapshot.problem_info.sizes))]
    assert value(shown["1"][0]) == pytest.approx(snapshot.curves.gradient_norms[0, -1], rel=1e-2)


def test_regression_has_no_accuracy(make_snapshot, view):
    view.choose("accuracy")
    view.show_snapshot(make_snapshot("bumps", epochs=2))
    assert not view.modes.buttons["accuracy"].isEnabled()
    assert view.quantity.name == "cost"
    assert value(numbers(view)["train"][1]) == pytest.approx(view.snapshot.train_fit.mean_r2, rel=1e-2)
    assert view.legend.table.headings[1] == "R²"
    view.show_snapshot(make_snapshot("circles", epochs=2))
    assert view.quantity.name == "accuracy"


def test_before_the_first_point_a_sentence_says_so(make_snapshot, view):
    assert view.stack.currentWidget() is view.empty
    none = np.empty(0)
    snapshot = replace(make_snapshot("circles"), curves=Curves(none, none, none, none, none, none, np.empty((2, 0))))
    for name in QUANTITIES:
        view.choose(name)
        view.show_snapshot(snapshot)
        view.grab()
    assert view.stack.currentWidget() is view.empty


def test_values_that_are_not_finite_are_left_out(make_snapshot, view):
    snapshot = make_snapshot("circles", epochs=5)
    cost = snapshot.curves.train_cost.copy()
    cost[2:4] = np.nan, np.inf
    nothing = np.full_like(cost, np.nan)
    curves = replace(snapshot.curves, train_cost=cost, test_cost=nothing)
    for logarithmic in (False, True):
        view.logarithmic.setChecked(logarithmic)
        view.show_snapshot(replace(snapshot, curves=curves, test_cost=None))
        assert len(places(lines(view)[0])) == len(cost) - 2
        assert len(places(lines(view)[1])) == 0
        view.grab()


def test_curves_are_drawn_again_only_when_they_change(make_snapshot, view, monkeypatch):
    snapshot = make_snapshot("circles", epochs=5)
    view.show_snapshot(snapshot)
    drawn = []
    monkeypatch.setattr(view._lines, "show_lines", lambda *arguments, **options: drawn.append(options["smooth"]))
    view.show_snapshot(replace(snapshot, update=99))
    assert not drawn
    view.show_snapshot(replace(snapshot, curves=replace(snapshot.curves)))
    view.show_snapshot(replace(snapshot, running=True))
    assert drawn == [True, False]


def test_a_persons_zoom_is_kept_until_a_double_click(make_snapshot, view, qtbot):
    view.show_snapshot(make_snapshot("circles", epochs=3))
    qtbot.keyClick(view.canvas, Qt.Key.Key_Plus)
    zoomed = view.canvas.view.viewRange()
    view.show_snapshot(make_snapshot("circles", epochs=10))
    assert view.canvas.view.viewRange() == zoomed
    assert view.auto.isEnabled()
    qtbot.mouseDClick(viewport(view), Qt.MouseButton.LeftButton, pos=view.canvas.frame().center().toPoint())
    assert view.canvas.view.viewRange()[0] == pytest.approx([0, 10])
    assert not view.auto.isEnabled()


def test_the_range_rests_while_values_move(make_snapshot, view):
    seen = set()
    for epochs in range(13, 16):
        view.show_snapshot(make_snapshot("circles", epochs=epochs))
        seen.add(str(view.canvas.view.viewRange()))
    assert len(seen) == 1


def test_hidden_it_only_remembers(make_snapshot, view):
    first, second = (make_snapshot("circles", epochs=epochs) for epochs in (2, 5))
    view.show_snapshot(first)
    view.hide()
    view.show_snapshot(second)
    assert value(numbers(view)["train"][0]) == pytest.approx(first.train_cost, rel=1e-3)
    view.show()
    assert value(numbers(view)["train"][0]) == pytest.approx(second.train_cost, rel=1e-3)


@pytest.mark.parametrize("size", [(260, 200), (300, 280), (700, 500)])
def test_everything_keeps_its_place(make_snapshot, view, size):
    view.resize(*size)
    view.show_snapshot(make_snapshot("circles", epochs=2))
    QApplication.processEvents()
    before = view.canvas.geometry()
    for name in QUANTITIES:
        view.choose(name)
        view.show_snapshot(make_snapshot("circles", epochs=5, **{"training.l2": 0.01}))
        QApplication.processEvents()
        assert view.canvas.geometry() == before
        assert view.legend.height() >= view.legend.sizeHint().height()


def test_every_control_has_a_name_and_a_tooltip(view):
    for control in (*view.modes.buttons.values(), view.logarithmic, view.auto):
        assert control.accessibleName() or control.text()
        assert control.toolTip()


def test_amid_an_epoch_the_present_numbers_are_not_given_out_for_the_epochs(make_snapshot, view, qtbot):
    start = make_snapshot("circles", epochs=0)
    amid = replace(start, update=1, train_cost=0.25)
    view.show_snapshot(amid)
    QApplication.processEvents()
    assert view.legend.table.title == "now"
    assert value(numbers(view)["train"][0]) == 0.25
    hover(qtbot, view, 0.001)
    assert view.legend.table.title == "epoch 0"
    assert value(numbers(view)["train"][0]) == pytest.approx(start.curves.train_cost[0], rel=1e-3)


def test_gradient_norms_are_those_of_the_last_point_and_say_so(make_snapshot, view):
    snapshot = make_snapshot("circles", epochs=5)
    view.choose("gradient")
    view.show_snapshot(replace(snapshot, epoch=5, update=snapshot.update + 3))
    assert view.legend.table.title == "epoch 5, by layer"


@pytest.mark.parametrize("schedule", ["step", "cosine", "one_cycle"])
def test_the_schedule_is_drawn_behind_and_the_rate_stands_beside(make_snapshot, view, qtbot, schedule):
    settings = {"training.schedule": schedule, "training.schedule_epochs": 4, "training.learning_rate": 0.5}
    snapshot = make_snapshot("circles", epochs=8, **settings)
    view.show_snapshot(snapshot)
    (line,) = (item for item in view._schedule if item.isVisible())
    low, high = view._range
    np.testing.assert_allclose(places(line)[:, 1], low + snapshot.rate_shares * (high - low))
    assert value(numbers(view)["learning rate"][0]) == pytest.approx(snapshot.rate, rel=1e-3)
    hover(qtbot, view, 0)
    assert value(numbers(view)["learning rate"][0]) == pytest.approx(0.5 * snapshot.rate_shares[0], rel=1e-3)
    view.choose("accuracy")
    assert not any(item.isVisible() for item in view._schedule)


def test_without_a_schedule_there_is_no_line_and_no_rate(make_snapshot, view):
    view.show_snapshot(make_snapshot("circles", epochs=3))
    assert not any(item.isVisible() for item in view._schedule)
    assert "learning rate" not in numbers(view)

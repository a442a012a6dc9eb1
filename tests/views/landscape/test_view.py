"""The landscape through the real widget."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from playground.training.commands import CancelJob, ChangeField, MoveTo, SetParameter, StartSlice, StartSurface, Undo
from playground.training.landscape import CostSurface
from playground.views.kit.appearance import apply_appearance
from playground.views.landscape.modes import MODES
from playground.views.theme import DARK, LIGHT


def spot(plot, x, y):
    """Return where a point of a plot lies on the viewport that the mouse is sent to."""
    place = plot.canvas.view.mapViewToScene(QPointF(x, y))
    viewport = plot.canvas.view.scene().views()[0].viewport()
    return viewport, QPoint(round(place.x()), round(place.y()))


def click(qtbot, plot, x, y):
    viewport, place = spot(plot, x, y)
    qtbot.mouseMove(viewport, place)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    return plot.canvas.view.mapSceneToView(QPointF(place))


def fact(view, label):
    return next("".join(each.numbers) for each in view.side.facts.table.rows if each.label.startswith(label))


def choose(qtbot, view, mode):
    qtbot.mouseClick(view.header.modes.buttons[mode], Qt.MouseButton.LeftButton)


def test_it_begins_with_the_slice_of_the_first_weight(make_bench):
    bench = make_bench(epochs=5)
    assert bench.sent == [StartSlice(1, 0, 0)]
    view, found = bench.view, bench.session.snapshot().cost_slice
    assert view.stack.currentWidget() is view.slice_plot
    assert float(fact(view, "weight now").replace("−", "-")) == pytest.approx(found.at, abs=1e-3)
    assert fact(view, "slope")
    assert "exact costs of all 200 training examples" in view.status.text.text
    (x0, x1), _ = view.slice_plot.canvas.view.viewRange()
    assert (x0, x1) == pytest.approx((found.values[0], found.values[-1]))


@pytest.mark.parametrize("mode", [name for name, mode in MODES.items() if mode.kind])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_surface(make_bench, qtbot, mode, theme):
    bench = make_bench(epochs=6)
    view = bench.view
    apply_appearance(theme)
    choose(qtbot, view, mode)
    assert bench.sent[-1].kind is StartSurface
    assert bench.sent[-1]["kind"] == MODES[mode].kind
    assert view.stack.currentWidget() is view.empty
    bench.settle()
    surface = bench.session.snapshot().surface
    assert surface.progress == 1
    assert view.stack.currentWidget() is view.surface_plot
    assert view.surface_plot.relief is not None
    assert "10,201 exact costs" in view.status.text.text
    assert any(each.symbol == ("arrow" if mode == "steps" else "path") for each in view.side.facts.table.rows)
    assert not view.grab().isNull()


def test_nothing_is_asked_for_while_hidden(make_bench):
    bench = make_bench(show=False)
    bench.frame()
    bench.view.set_mode("random")
    assert bench.sent == []
    bench.view.show()
    assert [command.kind for command in bench.sent] == [StartSurface]


def test_at_rest_nothing_is_asked_again(make_bench):
    bench = make_bench(epochs=2)
    bench.forget()
    for _ in range(5):
        bench.frame()
    assert bench.sent == []


def test_when_the_weights_move_it_is_asked_again(make_bench):
    bench = make_bench(epochs=2)
    bench.forget()
    SetParameter(2, 0, 0, 3.0).apply(bench.session)
    bench.frame()
    assert bench.sent == [StartSlice(1, 0, 0)]
    bench.frame()
    assert len(bench.sent) == 1, "one on its way is waited for"
    bench.settle()
    ChangeField("training.learning_rate", 0.5).apply(bench.session)
    bench.frame()
    assert len(bench.sent) == 2, "the step depends on it"


def test_without_following_it_is_out_of_date_until_asked_again(make_bench, qtbot):
    bench = make_bench(epochs=2)
    view = bench.view
    choose(qtbot, view, "random")
    bench.settle()
    qtbot.mouseClick(view.status.follow, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert not view.status.follow.isChecked()
    bench.forget()
    bench.session.step_epoch()
    bench.frame()
    assert bench.sent == []
    assert view.status.text.text.startswith("Out of date: computed at update")
    qtbot.mouseClick(view.status.again, Qt.MouseButton.LeftButton)
    assert [command.kind for command in bench.sent] == [StartSurface]
    bench.settle()
    assert "exact costs" in view.status.text.text


def test_pickers_choose_the_weight(make_bench):
    bench = make_bench()
    picker = bench.view.header.one
    picker.layer.setCurrentIndex(1)
    picker.layer.activated.emit(1)
    assert bench.sent[-1] == StartSlice(2, 0, 0)
    picker.column.setCurrentIndex(picker.column.count() - 1)
    picker.column.activated.emit(picker.column.currentIndex())
    bench.settle()
    assert bench.sent[-1] == StartSlice(2, 0, bench.session.run.network.sizes[1])
    assert bench.session.snapshot().cost_slice.place == (2, 0, bench.session.run.network.sizes[1])


def test_weights_picked_elsewhere(make_bench):
    bench = make_bench()
    view = bench.view
    view.pick_weight(1, 2, 1)
    assert bench.sent[-1] == StartSlice(1, 2, 1)
    view.set_mode("two")
    view.pick_weight(1, 3, 0)
    view.pick_weight(2, 0, 1)
    assert bench.sent[-1] == StartSurface("weights", (1, 3, 0), (2, 0, 1))
    view.pick_weight(2, 0, 1)
    first, second = bench.sent[-1]["first"], bench.sent[-1]["second"]
    assert first == (2, 0, 1)
    assert second != first, "the axes never show the same weight"


def test_a_click_in_the_surface_moves_all_weights_there(make_bench, qtbot):
    bench = make_bench(epochs=4)
    view, session = bench.view, bench.session
    choose(qtbot, view, "random")
    bench.settle()
    before = session.run.network.parameters.copy()
    surface = session.snapshot().surface
    bench.forget()
    place = click(qtbot, view.surface_plot, 0.4, -0.6)
    (command,) = bench.sent
    assert command.kind is MoveTo
    expected = surface.origin + place.x() * surface.directions[0] + place.y() * surface.directions[1]
    np.testing.assert_allclose(command["parameters"], expected, atol=1e-12)
    bench.settle()
    assert len(bench.sent) == 1, "the plane is the same: nothing is computed again"
    cost = view.surface_plot.cost_at(place.x(), place.y())
    assert session.snapshot().train_cost == pytest.approx(cost, rel=0.1)
    Undo().apply(session)
    np.testing.assert_array_equal(session.run.network.parameters, before)


def test_a_click_in_the_slice_sets_the_weight(make_bench, qtbot):
    bench = make_bench(epochs=2)
    bench.forget()
    place = click(qtbot, bench.view.slice_plot, 1.0, bench.session.snapshot().cost_slice.cost_at)
    (command,) = bench.sent
    assert (command["layer"], command["row"], command["column"]) == (1, 0, 0)
    assert command["value"] == pytest.approx(place.x())
    bench.settle()
    assert bench.session.run.network.W[0][0, 0] == pytest.approx(place.x())
    assert bench.session.snapshot().cost_slice.at == pytest.approx(place.x())


def test_a_double_click_moves_once_and_leaves_the_range(make_bench, qtbot):
    bench = make_bench(epochs=2)
    plot = bench.view.slice_plot
    plot.canvas.view.scaleBy((0.5, 0.5))
    plot.canvas.view.sigRangeChangedManually.emit([True, True])
    assert bench.view.side.reset.isEnabled()
    bench.forget()
    shown = plot.canvas.view.viewRect().center()
    viewport, place = spot(plot, shown.x(), shown.y())
    qtbot.mouseMove(viewport, place)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert [command.kind for command in bench.sent] == [SetParameter]
    assert not plot.canvas.following
    qtbot.mouseClick(bench.view.side.reset, Qt.MouseButton.LeftButton)
    assert plot.canvas.following


def test_the_keys_do_what_the_mouse_does(make_bench, qtbot):
    bench = make_bench(epochs=2)
    view = bench.view
    choose(qtbot, view, "two")
    bench.settle()
    bench.forget()
    plot, surface = view.surface_plot, bench.session.snapshot().surface
    plot.canvas.setFocus()
    for _ in range(3):
        qtbot.keyClick(plot.canvas, Qt.Key.Key_Right)
    qtbot.keyClick(plot.canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    x, y = plot.pointer
    assert x == pytest.approx(surface.here[0] + 0.03 * (surface.x[-1] - surface.x[0]))
    assert y == pytest.approx(surface.here[1] + 0.1 * (surface.y[-1] - surface.y[0]))
    assert "→ cost" in view.side.reading.text
    qtbot.keyClick(plot.canvas, Qt.Key.Key_Return)
    (command,) = bench.sent
    np.testing.assert_allclose(command["parameters"], surface.parameters(x, y))
    qtbot.keyClick(plot.canvas, Qt.Key.Key_Escape)
    assert plot.pointer is None
    assert view.side.reading.text == ""


@pytest.mark.parametrize("mode", MODES)
def test_the_value_under_the_mouse(make_bench, qtbot, mode):
    bench = make_bench(epochs=6)
    view = bench.view
    choose(qtbot, view, mode)
    bench.settle()
    plot = view.stack.currentWidget()
    middle = plot.canvas.view.viewRect().center()
    viewport, place = spot(plot, middle.x(), middle.y())
    qtbot.mouseMove(viewport, QPoint(1, 1))
    qtbot.mouseMove(viewport, place)
    text, cost = view.side.reading.text.split(" → cost ")
    assert float(cost) > 0
    assert text.startswith("W[1][1,1] = " if mode == "one" else "(")
    assert not view.grab().isNull()
    qtbot.mouseMove(viewport, QPoint(1, 1))
    assert view.side.reading.text == ""


def test_before_training_there_is_no_path(make_bench, qtbot):
    bench = make_bench()
    choose(qtbot, bench.view, "trajectory")
    bench.settle()
    assert bench.view.stack.currentWidget() is bench.view.empty
    assert "train for a few epochs" in bench.view.empty.accessibleDescription()
    bench.session.advance(float("inf"), until_epoch=6)
    bench.frame()
    bench.settle()
    assert bench.view.stack.currentWidget() is bench.view.surface_plot


def test_a_large_network_says_that_it_has_no_path(make_bench, qtbot, monkeypatch):
    monkeypatch.setattr("playground.training.moments.MOST_BYTES", 10)
    bench = make_bench(epochs=5)
    choose(qtbot, bench.view, "trajectory")
    bench.settle()
    assert "too large" in bench.view.empty.accessibleDescription()


def test_long_work_shows_its_progress_and_can_be_cancelled(make_bench, qtbot, monkeypatch):
    monkeypatch.setattr("playground.training.landscape.field.LARGEST_CHUNK", 1)
    bench = make_bench(epochs=2, **{"data.samples": 5000})
    view, session = bench.view, bench.session
    choose(qtbot, view, "random")
    bench.waiting.pop().apply(session)
    while session.snapshot().surface is None or not session.snapshot().surface.spacing:
        session.jobs.advance(0.01)
    bench.frame()
    share = session.snapshot().surface.progress
    assert 0 < share < 1
    assert view.status.progress.share == share
    assert view.stack.currentWidget() is view.surface_plot, "what there is can be seen"
    qtbot.mouseClick(view.status.cancel, Qt.MouseButton.LeftButton)
    assert bench.sent[-1] == CancelJob("surface")
    bench.settle()
    assert view.status.text.text.startswith("Canceled")
    assert isinstance(session.snapshot().surface, CostSurface)
    bench.forget()
    bench.frame()
    assert bench.sent == []
    qtbot.mouseClick(view.status.again, Qt.MouseButton.LeftButton)
    assert len(bench.sent) == 1


def test_options(make_bench, qtbot):
    bench = make_bench(epochs=2, **{"training.l2": 0.05})
    view = bench.view
    assert view.header.penalty.isVisible()
    assert not view.header.contours.isVisible()
    view.header.penalty.click()
    assert fact(view, "cost + penalty")
    low = view.slice_plot.canvas.view.viewRange()[1]
    view.header.logarithmic.click()
    assert view.slice_plot.canvas.view.viewRange()[1] != low
    choose(qtbot, view, "random")
    bench.settle()
    assert view.header.logarithmic.isChecked(), "surfaces have a scale of their own"
    assert not view.header.penalty.isVisible()
    assert view.surface_plot.relief.logarithmic
    view.header.logarithmic.click()
    assert not view.surface_plot.relief.logarithmic
    view.header.contours.click()
    assert not view.surface_plot._contours.isVisible()
    choose(qtbot, view, "one")
    assert view.header.logarithmic.isChecked()


def test_other_random_directions(make_bench, qtbot):
    bench = make_bench(epochs=2)
    choose(qtbot, bench.view, "random")
    bench.settle()
    first = bench.session.snapshot().surface
    qtbot.mouseClick(bench.view.header.another, Qt.MouseButton.LeftButton)
    bench.settle()
    second = bench.session.snapshot().surface
    assert (first.seed, second.seed) == (0, 1)
    assert not np.array_equal(first.directions, second.directions)


def test_another_network_keeps_the_pick_where_it_can(make_bench):
    bench = make_bench(epochs=1, **{"network.hidden": "[6,5]"})
    bench.view.pick_weight(2, 4, 5)
    bench.settle()
    ChangeField("network.hidden", bench.session.experiment.network.hidden[:1]).apply(bench.session)
    bench.frame()
    assert bench.sent[-1] == StartSlice(2, 0, 5)
    bench.settle()
    assert bench.session.snapshot().cost_slice.place == (2, 0, 5)


def test_while_training_goes_on_it_follows(make_bench, qtbot, monkeypatch):
    bench = make_bench(epochs=1)
    view, session = bench.view, bench.session
    choose(qtbot, view, "two")
    bench.settle()
    session.start()
    bench.forget()
    monkeypatch.setattr("playground.views.landscape.modes.RUNNING_SECONDS", {"slice": 0.0, "surface": 0.0})
    here = view.surface_plot._here
    session.advance(float("inf"), until_epoch=20)
    bench.frame()
    assert [command.kind for command in bench.sent] == [StartSurface]
    assert view.surface_plot._here != here, "the dot moves with every frame"
    bench.settle()
    assert session.snapshot().surface.spacing == 2
    assert view.status.text.text.startswith("As of update")
    session.pause()
    bench.frame()
    bench.settle()
    assert session.snapshot().surface.spacing == 1, "at rest it is refined"


@pytest.mark.parametrize("mode", ["one", "two", "steps"])
def test_a_small_window_at_a_large_zoom_keeps_a_plot_to_read(make_bench, qtbot, appearance, mode):
    """At 1024×700 and 175 % the workspaces have 996 pixels of width; below them they scroll."""
    bench = make_bench()
    choose(qtbot, bench.view, mode)
    bench.settle()
    usual, size = bench.view.minimumSizeHint(), bench.view.size()
    appearance(LIGHT, 175)
    bench.view.resize(996, 400)
    QApplication.processEvents()
    least = bench.view.minimumSizeHint()
    assert least.width() <= 996
    bench.view.resize(996, least.height())
    QApplication.processEvents()
    plot = bench.view.slice_plot if mode == "one" else bench.view.surface_plot
    assert plot.canvas.frame().height() >= 180
    assert not bench.view.layout().hasHeightForWidth()  # else a scroll area gives it what it would like to have
    appearance(LIGHT, 100)
    bench.view.resize(size)
    QApplication.processEvents()
    again = bench.view.minimumSizeHint()
    assert (again.width(), again.height()) == (usual.width(), pytest.approx(usual.height(), abs=2))


def test_the_plots_copy_their_data(make_bench, qtbot):
    bench = make_bench()
    choose(qtbot, bench.view, "one")
    bench.settle()
    header, *rows = (line.split("\t") for line in bench.view.slice_plot.canvas.as_text().splitlines())
    assert header == ["w", "cost"]
    shown = bench.view.header.wish.result(bench.session.snapshot())
    np.testing.assert_array_equal(np.array(rows, float), np.stack([shown.values, shown.costs], axis=1))
    choose(qtbot, bench.view, "two")
    bench.settle()
    header, *rows = (line.split("\t") for line in bench.view.surface_plot.canvas.as_text().splitlines())
    surface = bench.view.header.wish.result(bench.session.snapshot())
    assert header == [*surface.axis_labels, "cost"]
    assert len(rows) == surface.costs.size


def test_it_fits_the_smallest_window(make_bench):
    view = make_bench(size=(770, 560)).view
    for mode in MODES:
        view.set_mode(mode)
        hint = view.minimumSizeHint()
        assert hint.width() <= 770
        assert hint.height() <= 560
        assert view.width() == 770


def test_every_control_says_what_it_is(make_bench):
    view = make_bench().view
    header, status = view.header, view.status
    controls = [*header.modes.buttons.values(), header.logarithmic, header.contours, header.penalty, header.another]
    controls += [box for picker in (header.one, header.first, header.second) for box in (picker.layer, picker.row)]
    controls += [status.again, status.cancel, status.follow, view.side.reset]
    for control in controls:
        assert control.accessibleName() or control.text()
        assert control.toolTip().endswith((".", ").")), control.toolTip()

"""The health view through its widget: numbers, marks, the plot, the sentences and the links."""

from types import SimpleNamespace

import msgspec
import numpy as np
import pyqtgraph as pg
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QGraphicsView

from playground.training.commands import CarryOut
from playground.training.diagnostics import KINDS
from playground.training.health import DOWN, UP
from playground.views.forms.text import translated
from playground.views.health.findings import preset_name
from playground.views.health.quantities import QUANTITIES, line_of
from playground.views.health.view import HealthView
from playground.views.kit import snapshot_view
from playground.views.kit.appearance import apply_appearance
from playground.views.theme import DARK, LIGHT

COMPACT, ROOMY = (290, 230), (480, 520)
RELU_AND_SIGMOID = '[{"units": 4, "activation": "relu"}, {"units": 3, "activation": "sigmoid"}]'


@pytest.fixture
def view(qtbot):
    view = HealthView()
    qtbot.addWidget(view)
    view.resize(*COMPACT)
    view.show()
    qtbot.waitExposed(view)
    return view


def texts(view, column):
    index = list(QUANTITIES).index(column)
    return [cells[index].text for cells in view.table.rows]


def marks(view, column):
    index = list(QUANTITIES).index(column)
    return [cells[index].mark for cells in view.table.rows]


def number(text):
    return float(text.replace("−", "-"))


def sentences(view):
    return [row.label.text() for row in view.findings.rows]


def lines(view):
    return [item for item in view.plot.lines if item.isVisible()]


def places(item):
    path = item.path
    return np.array([(path.elementAt(index).x, path.elementAt(index).y) for index in range(path.elementCount())])


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_table_has_the_present_numbers(make_snapshot, view):
    snapshot = make_snapshot("vanishing", epochs=30)
    view.show_snapshot(snapshot)
    health = snapshot.health
    for name in ("gradient_norm", "update_ratio"):
        shown = [number(text) for text in texts(view, name)]
        np.testing.assert_allclose(shown, QUANTITIES[name].values(health)[:, -1], rtol=0.1)
    assert texts(view, "saturated") == ["0.0%"] * 6 + ["–"]
    assert texts(view, "dead") == ["–"] * 7


def test_shares_are_those_of_the_layers_that_can(make_snapshot, view):
    snapshot = make_snapshot("circles", epochs=3, **{"network.hidden": RELU_AND_SIGMOID})
    view.show_snapshot(snapshot)
    assert texts(view, "saturated") == ["–", f"{100 * snapshot.health.saturated[1, -1]:.1f}%", "–"]
    assert texts(view, "dead") == [f"{100 * snapshot.health.dead[0, -1]:.1f}%", "–", "–"]


def test_what_is_not_computed_yet_is_hatched_and_not_zero(make_snapshot, view):
    view.show_snapshot(make_snapshot("circles", epochs=0))
    assert texts(view, "gradient_norm") == texts(view, "update_ratio") == [None, None]
    assert texts(view, "saturated") == ["0.0%", "–"]
    assert sentences(view) == ["Too early to tell: 10 more epochs at least."]
    picture = view.table.grab().toImage()
    area = view.table.cell_rect(0, 0).toRect()
    hatched = {picture.pixelColor(x, area.center().y()).name() for x in range(area.left(), area.right())}
    assert LIGHT.hatch in hatched


@pytest.mark.parametrize(
    ("preset", "epochs", "column", "expected"),
    [
        ("vanishing", 60, "gradient_norm", [DOWN] + [0] * 6),
        ("exploding", 60, "gradient_norm", [UP] + [0] * 8),
        ("dead_relu", 30, "dead", [UP, UP, 0]),
        ("saturated", 50, "saturated", [UP, 0]),
    ],
)
def test_the_conspicuous_numbers_are_marked(make_snapshot, view, preset, epochs, column, expected):
    view.show_snapshot(make_snapshot(preset, epochs=epochs))
    assert marks(view, column) == expected


def test_nothing_is_marked_where_nothing_was_found(make_snapshot, view):
    view.show_snapshot(make_snapshot("circles", epochs=60))
    assert not any(cell.mark for cells in view.table.rows for cell in cells)
    (sentence,) = sentences(view)
    assert sentence.startswith("Nothing conspicuous: ")
    assert view.findings.rows[0].link is None


@pytest.mark.parametrize("size", [COMPACT, ROOMY])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_column_is_plotted_with_a_line_for_each_layer(qtbot, make_snapshot, view, theme, size):
    snapshot = make_snapshot("exploding", epochs=20)
    view.resize(*size)
    apply_appearance(theme)
    view.show_snapshot(snapshot)
    click(qtbot, view.columns["update_ratio"])
    assert view.plot.isVisible()
    assert view.columns["update_ratio"].isChecked()
    assert not view.columns["gradient_norm"].isChecked()
    shown = lines(view)
    assert len(shown) == 9
    for layer, item in enumerate(shown):
        expected = np.stack([snapshot.health.epochs[1:], np.log10(snapshot.health.update_ratio[layer, 1:])], 1)
        np.testing.assert_allclose(places(item), expected)
        assert (item.pen.color().name(), item.pen.style()) == line_of(layer, theme)
    apply_appearance(LIGHT)


def test_layers_keep_apart():
    for theme in (LIGHT, DARK):
        assert len({line_of(layer, theme) for layer in range(9)}) == 9


def test_where_it_is_small_a_click_turns_table_into_plot_and_back(qtbot, make_snapshot, view):
    view.show_snapshot(make_snapshot("circles", epochs=5))
    assert (view.table.isVisible(), view.plot.isVisible()) == (True, False)
    click(qtbot, view.columns["saturated"])
    assert (view.table.isVisible(), view.plot.isVisible()) == (False, True)
    click(qtbot, view.columns["gradient_norm"])
    assert (view.table.isVisible(), view.plot.isVisible()) == (False, True)
    click(qtbot, view.columns["gradient_norm"])
    assert (view.table.isVisible(), view.plot.isVisible()) == (True, False)
    assert not any(button.isChecked() for button in view.columns.values())


def test_where_there_is_room_both_are_shown(qtbot, make_snapshot, view):
    view.show_snapshot(make_snapshot("circles", epochs=5))
    view.resize(*ROOMY)
    assert (view.table.isVisible(), view.plot.isVisible()) == (True, True)
    assert view.columns["gradient_norm"].isChecked()
    assert len(lines(view)) == 2
    click(qtbot, view.columns["saturated"])
    assert (view.table.isVisible(), view.plot.isVisible()) == (True, True)
    view.resize(*COMPACT)
    assert (view.table.isVisible(), view.plot.isVisible()) == (False, True)


@pytest.mark.parametrize("column", QUANTITIES)
def test_where_no_layer_has_it_a_sentence_says_so(qtbot, make_snapshot, view, column):
    view.show_snapshot(make_snapshot("exploding", epochs=0))
    click(qtbot, view.columns[column])
    assert view.plot.stack.currentWidget() is view.plot.missing[column]
    assert view.plot.missing[column].accessibleDescription() == translated(QUANTITIES[column].missing)


def test_the_nearest_line_is_told_under_the_mouse(qtbot, make_snapshot, view):
    snapshot = make_snapshot("vanishing", epochs=20)
    view.resize(*ROOMY)
    view.show_snapshot(snapshot)
    QApplication.processEvents()
    canvas, health = view.plot.canvas, snapshot.health
    viewport = canvas.findChild(QGraphicsView).viewport()
    for layer in (0, 6):
        place = canvas.view.mapViewToScene(pg.Point(12.2, np.log10(health.gradient_norm[layer, 12])))
        qtbot.mouseMove(viewport, QPoint(1, 1))
        qtbot.mouseMove(viewport, QPoint(round(place.x()), round(place.y())))
        start, _, value = view.plot.strip.text.rpartition(" ")
        assert start == f"epoch 12, layer {layer + 1}:"
        assert number(value) == pytest.approx(health.gradient_norm[layer, 12], rel=0.1)
    qtbot.mouseMove(viewport, QPoint(1, 1))
    assert view.plot.strip.text == ""


@pytest.mark.parametrize(
    ("preset", "epochs", "kind"),
    [("vanishing", 60, "vanishing"), ("dead_relu", 30, "dead"), ("zero_init", 10, "symmetric")],
)
def test_what_was_found_is_a_sentence(make_snapshot, view, preset, epochs, kind):
    snapshot = make_snapshot(preset, epochs=epochs)
    view.show_snapshot(snapshot)
    finding = snapshot.health.findings[0]
    assert finding.name == kind
    assert sentences(view)[0] == f"<b>{KINDS[kind].label}.</b> {finding.sentence}<br>→ {finding.remedy}"


def test_the_link_asks_for_the_preset(qtbot, make_snapshot, view):
    snapshot = make_snapshot("zero_init", epochs=10)
    own = msgspec.structs.replace(snapshot.experiment, name="My own")
    view.show_snapshot(replace(snapshot, experiment=own))
    row = view.findings.rows[0]
    assert row.link.text() == "Show me: preset Zero weights"
    with qtbot.waitSignal(view.preset_requested) as asked:
        click(qtbot, row.link)
    assert asked.args == ["zero_init"]
    row.link.setFocus()
    with qtbot.waitSignal(view.preset_requested):
        qtbot.keyClick(row.link, Qt.Key.Key_Space)


def test_no_link_leads_to_where_we_are(make_snapshot, view):
    view.show_snapshot(make_snapshot("zero_init", epochs=10))
    assert not view.findings.rows[0].link.isVisible()


def test_one_click_asks_for_the_remedy(qtbot, make_snapshot, view):
    snapshot = make_snapshot("zero_init", epochs=10)
    view.show_snapshot(snapshot)
    row = view.findings.rows[0]
    assert "network.initializer=xavier" in row.remedy.toolTip()
    with qtbot.waitSignal(view.command_requested) as asked:
        click(qtbot, row.remedy)
    (command,) = asked.args
    assert command.kind is CarryOut
    assert command["finding"] is snapshot.health.findings[0]


def test_a_remedy_that_lies_in_the_data_has_no_button(make_snapshot, view):
    view.show_snapshot(make_snapshot("random_labels", epochs=40))
    assert view.findings.rows[0].finding.name == "contradicting_labels"
    assert view.findings.rows[0].remedy is None


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.preset], ids=lambda kind: kind.name)
def test_every_preset_has_a_name(kind):
    assert preset_name(kind.preset)


def test_a_diverged_run_is_told(make_snapshot, view):
    snapshot = make_snapshot("plane", epochs=50, **{"training.learning_rate": 1, "training.optimizer": "sgd"})
    assert snapshot.divergence is not None
    view.show_snapshot(snapshot)
    assert sentences(view)[0].startswith("<b>Diverged.</b> The numbers became infinite in epoch ")


def test_sentences_stay_calm_while_training_runs(qtbot, make_snapshot, view, monkeypatch):
    monkeypatch.setattr(snapshot_view, "time", SimpleNamespace(monotonic=lambda: 1000.0))  # however slow the machine is
    first = replace(make_snapshot("vanishing", epochs=60), running=True)
    second = replace(make_snapshot("vanishing", epochs=61), running=True)
    view.show_snapshot(first)
    before = sentences(view)
    view.show_snapshot(second)
    assert sentences(view) == before
    assert texts(view, "gradient_norm") != []
    shown = number(texts(view, "gradient_norm")[0])
    assert shown == pytest.approx(second.health.gradient_norm[0, -1], rel=0.1)  # the table does not wait
    qtbot.waitUntil(lambda: second.health.findings[0].sentence in sentences(view)[0], timeout=10_000)


def test_paused_they_are_up_to_date_at_once(make_snapshot, view):
    view.show_snapshot(replace(make_snapshot("vanishing", epochs=60), running=True))
    paused = make_snapshot("vanishing", epochs=61)
    view.show_snapshot(paused)
    assert paused.health.findings[0].sentence in sentences(view)[0]


def test_hidden_it_only_remembers(make_snapshot, view):
    view.hide()
    view.show_snapshot(make_snapshot("circles", epochs=5))
    assert view.table.rows == ()
    view.show()
    assert len(view.table.rows) == 2


def test_without_a_report_it_says_so(make_snapshot, view):
    view.show_snapshot(replace(make_snapshot("circles", epochs=5), health=None))
    assert view.stack.currentWidget() is view.empty


def test_nothing_new_costs_nothing(make_snapshot, view, monkeypatch):
    snapshot = make_snapshot("vanishing", epochs=60)
    view.show_snapshot(snapshot)
    monkeypatch.setattr(view, "_write_table", lambda report: pytest.fail("nothing changed"))
    for frame in range(3):
        view.show_snapshot(replace(snapshot, number=frame))


def test_another_network_gets_another_table(make_snapshot, view):
    view.show_snapshot(make_snapshot("exploding", epochs=20))
    assert len(view.table.rows) == 9
    view.show_snapshot(make_snapshot("circles", epochs=20))
    assert len(view.table.rows) == 2
    (sentence,) = sentences(view)
    assert sentence.startswith("Nothing conspicuous: ")


@pytest.mark.parametrize("size", [COMPACT, (300, 300), ROOMY])
@pytest.mark.parametrize("column", [None, *QUANTITIES])
@pytest.mark.parametrize(("preset", "epochs"), [("exploding", 60), ("too_fast", 60), ("circles", 60)])
def test_it_keeps_its_size_and_nothing_overlaps(qtbot, make_snapshot, view, preset, epochs, column, size):
    view.resize(*size)
    view.show_snapshot(make_snapshot(preset, epochs=epochs))
    if column is not None and not view.columns[column].isChecked():
        click(qtbot, view.columns[column])
    QApplication.processEvents()
    assert (view.width(), view.height()) == size
    shown = [part for part in (*view.columns.values(), view.table, view.plot, view.findings) if part.isVisible()]
    for index, part in enumerate(shown):
        area = part.geometry()
        assert view.rect().contains(area), part
        assert part.height() >= min(part.minimumSizeHint().height(), 40)
        assert not any(area.intersects(other.geometry()) for other in shown[index + 1 :]), part
    for button in view.columns.values():
        assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width()


def test_every_control_says_what_it_is(make_snapshot, view):
    view.show_snapshot(make_snapshot("exploding", epochs=20))
    for button in view.columns.values():
        assert button.accessibleName()
        assert button.toolTip().endswith(".")
    for cells in view.table.rows:
        assert all(cell.tooltip.startswith("layer ") for cell in cells)


def test_the_table_is_copied(qtbot, make_snapshot, view):
    view.show_snapshot(make_snapshot("circles", epochs=0))
    assert view.table.as_text().splitlines()[0].split("\t") == ["1", "–", "–", "0.0%", "–"]
    assert view.table.items()[2].text == "layer 1: Saturated 0.0%"

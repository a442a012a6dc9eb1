"""Health in the real window: histograms over the epochs, and the table of what neurons are worth."""

from PySide6.QtCore import QPoint, Qt

from playground.training.commands import StepEpoch
from playground.views.network.layout import Neuron


def opened(qtbot, window, mode):
    for _ in range(3):
        window.post(StepEpoch())
    qtbot.waitUntil(lambda: window.snapshot.epoch == 3)
    health = window._area.lower_right.open("health")
    health.modes.choose(mode)
    return health


def test_a_click_on_a_histogram_goes_to_its_epoch(qtbot, window):
    health = opened(qtbot, window, "weights")
    canvas = health.histograms.canvas
    qtbot.waitUntil(lambda: canvas.isVisible() and canvas.pictures()[0].whole.height() > 0)
    key = (0, 5, 1)
    canvas.select(key)
    assert "layer 1, epoch 1" in health.histograms.line.text
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.selected == (0, 5, 2)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.snapshot.epoch == 2)
    assert canvas.as_text().splitlines()[0].split("\t")[3:] == ["0", "1", "2", "3"]


def test_a_row_of_the_table_points_to_its_neuron(qtbot, window):
    health = opened(qtbot, window, "neurons")
    table = health.neurons.table
    units = window.snapshot.problem_info.sizes[1]
    qtbot.waitUntil(lambda: window.snapshot.ablation is not None and table.rowCount() == units + 1)
    table.sortItems(2)
    changes = [table.item(row, 2).data(Qt.ItemDataRole.UserRole) for row in range(units + 1)]
    assert changes == sorted(changes)
    row = health.neurons.row_of(1, 1)
    place = table.visualItemRect(table.item(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert window._area.workspaces.current.widget(0).canvas.selected == Neuron(1, 1)

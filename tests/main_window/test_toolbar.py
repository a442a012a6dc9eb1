"""The presets of the toolbar: those that learn, then those that show what can be wrong."""

from PySide6.QtCore import Qt

from playground.files import presets
from playground.training.diagnostics import KINDS


def test_presets_that_show_a_finding_stand_below_a_line(qtbot, make_window):
    window = make_window("circles")
    box = window._toolbar._preset
    ids = [box.itemData(index) for index in range(box.count())]
    line = next(
        index
        for index in range(box.count())
        if box.itemData(index, Qt.ItemDataRole.AccessibleDescriptionRole) == "separator"
    )
    assert set(ids[line + 1 :]) == {kind.preset for kind in KINDS.values() if kind.preset}
    assert set(ids[:line]) | set(ids[line + 1 :]) == {preset.id for preset in presets()}
    assert box.itemData(box.currentIndex()) == "circles"
    below = ids.index("too_few_units")
    box.activated.emit(below)
    qtbot.waitUntil(lambda: box.itemData(box.currentIndex()) == "too_few_units", timeout=5000)

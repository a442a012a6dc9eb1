from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from playground.views.health.neurons import NeuronsPanel


def test_the_table_is_copied_whole_while_it_has_the_focus(qtbot):
    panel = NeuronsPanel()
    qtbot.addWidget(panel)
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == panel.as_text()
    assert panel.as_text().startswith("Without\t")

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from playground.views.plots.text import TextLine


def ask(line):
    QApplication.sendEvent(line, QHelpEvent(QEvent.Type.ToolTip, QPoint(3, 3), line.mapToGlobal(QPoint(3, 3))))
    return QToolTip.text()


def test_a_text_that_does_not_fit_is_its_own_tooltip(qtbot):
    line = TextLine()
    qtbot.addWidget(line)
    line.resize(400, 20)
    line.show()
    line.set_text("short")
    assert ask(line) == ""
    line.set_text("a sentence that is longer than the line is wide " * 3)
    assert ask(line) == line.text
    QToolTip.hideText()


def test_no_text_widens_the_panel(qtbot):
    line = TextLine()
    qtbot.addWidget(line)
    before = line.sizeHint()
    line.set_text("w" * 500)
    assert line.sizeHint() == before == line.minimumSizeHint()


def test_it_is_drawn_in_its_color(qtbot):
    line = TextLine()
    qtbot.addWidget(line)
    line.resize(60, 20)
    line.set_text("█████")
    line.set_color("#ff0000")
    image = line.grab().toImage()
    assert any(image.pixelColor(x, 10).name() == "#ff0000" for x in range(60))

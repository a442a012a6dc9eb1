"""A panel that stands at a side of the window, or apart from it as a window of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QSizePolicy, QWidget

from playground.views.kit.appearance import scaled
from playground.views.kit.building import icon_button, in_row


class SideDock(QDockWidget):
    """Holds a panel, never narrower than so many pixels at 100 %.

    Its title bar is our own: Qt's keeps the size of the texts that the application began with, and tiny buttons.
    """

    def __init__(self, name: str, panel: QWidget, width: int, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self.setWidget(panel)
        scaled(panel, QWidget.setMinimumWidth, width)
        title = QLabel()
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.windowTitleChanged.connect(title.setText)
        apart = icon_button(self.tr("Apart"), self.tr("A window of its own, or back at the side"), "apart")
        apart.clicked.connect(lambda: self.setFloating(not self.isFloating()))
        close = icon_button(self.tr("Close"), self.tr("Put this panel away"), "close")
        close.clicked.connect(self.close)
        bar = QWidget()
        bar.setLayout(in_row((title, 1), apart, close, gap=2, edges=(12, 2, 4, 2)))
        self.setTitleBarWidget(bar)

"""What is in the way of a table, and the button that takes it away where there is one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from playground.views.panel_style import set_property


class ProblemLine(QWidget):
    """Some lines, and perhaps a way out.

    Signals
    -------
    solved()
        A person takes the way out.
    """

    solved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        set_property(self._text, "role", "problem")
        self.way_out = QPushButton()
        self.way_out.setAutoDefault(False)
        self.way_out.clicked.connect(self.solved)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self.way_out)
        self.hide()

    @property
    def text(self) -> str:
        """What is in the way; empty if nothing."""
        return self._text.text()

    def show_problem(self, text: str, way_out: str = "") -> None:
        """Show what is in the way, and the words on the button; nothing without them."""
        self._text.setText(text)
        self.way_out.setText(way_out)
        self.way_out.setVisible(bool(way_out))
        self.setVisible(bool(text))

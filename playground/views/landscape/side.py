"""The column beside the plot: its numbers, the value under the pointer, what it shows, what a click does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from playground.views.icons import icon
from playground.views.kit.appearance import scaled, scaled_font
from playground.views.landscape.facts import Fact, FactsPanel
from playground.views.plots.style import SMALL
from playground.views.plots.text import TextLine

NARROWEST, WIDEST = 216, 330


class SidePanel(QWidget):
    """Facts above, words below.

    Attributes
    ----------
    facts, reading, about, hint, reset
        The parts.
    reset_requested
        The whole range is wanted again.
    """

    reset_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scaled(self, QWidget.setMinimumWidth, NARROWEST)
        scaled(self, QWidget.setMaximumWidth, WIDEST)
        self.facts = FactsPanel()
        self.reading = TextLine()
        self.reading.setAccessibleName(self.tr("Value under the pointer"))
        self.reading.use_digits()
        self.about, self.hint = _words(), _words()
        self.hint.setText(self.tr("Click to move the weights there; Ctrl+Z takes it back."))
        self.reset = QToolButton()
        self.reset.setAccessibleName(self.tr("Whole range"))
        self.reset.setToolTip(self.tr("Show the whole range again (Home)."))
        self.reset.setEnabled(False)
        self.reset.clicked.connect(self.reset_requested)
        self._rule = QFrame()
        self._rule.setFixedHeight(1)
        self._rule.setProperty("role", "rule")
        self.reset.setIcon(icon("reset_view"))
        for words in (self.about, self.hint):
            scaled_font(words, SMALL)
        last = QHBoxLayout()
        last.setSpacing(4)
        last.addWidget(self.hint, 1)
        last.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 4, 0)
        layout.setSpacing(8)
        layout.addWidget(self.facts)
        layout.addWidget(self._rule)
        layout.addWidget(self.about)
        layout.addStretch(1)
        layout.addWidget(self.reading)
        layout.addLayout(last)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show numbers; without any there is nothing to click on either."""
        self.facts.set_facts(facts)
        for part in (self._rule, self.hint, self.reset):
            part.setVisible(bool(facts))


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label

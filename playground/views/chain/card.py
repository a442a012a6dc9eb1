"""The card of a node or an edge, beside the graph."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from playground.expressions import Evaluation
from playground.expressions.graph import Array
from playground.views.chain.card_text import Card, gate_card, wire_card
from playground.views.chain.drawing import Wire
from playground.views.formulas import FormulaLabel
from playground.views.numbers import tabular
from playground.views.theme import LIGHT, Theme

HEAD_HEIGHT = 26
"""So that neighbouring panels begin their text at one height."""


class GateCard(QWidget):
    """Shows one node or edge in its actual numbers.

    Signals
    -------
    toggled
        The button that folds or unfolds was pressed.
    """

    toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._folding = ""
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(self)
        self._button.hide()
        self._button.clicked.connect(self.toggled)
        self._formula = FormulaLabel("", self, scale=1.05)
        self._body = QLabel(self)
        self._body.setTextFormat(Qt.TextFormat.RichText)
        self._body.setFont(tabular(self._body.font()))
        self._body.setWordWrap(True)
        self._body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(10, 2, 6, 6)
        column.setSpacing(4)
        column.addWidget(self._formula)
        column.addWidget(self._body, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setStyleSheet("QAbstractScrollArea::corner { background: transparent; border: 0; }")
        scroll.setWidget(inner)
        inner.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        head = QHBoxLayout()
        head.setContentsMargins(10, 6, 8, 0)
        head.addStrut(HEAD_HEIGHT)
        head.addWidget(self._title, 1)
        head.addWidget(self._button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)
        self.setMinimumWidth(150)

    @property
    def text(self) -> str:
        """What the body says, as rich text."""
        return self._body.text()

    @property
    def button(self) -> QPushButton:
        """Folds or unfolds."""
        return self._button

    def show_gate(
        self,
        evaluation: Evaluation,
        name: str,
        gradients: Mapping[str, Array | None],
        visited: frozenset[str],
        folding: str,
    ) -> None:
        """Show a node."""
        self._show(gate_card(evaluation, name, gradients, visited, self._theme), folding)

    def show_wire(self, evaluation: Evaluation, wire: Wire) -> None:
        """Show the Jacobian across an edge."""
        self._show(wire_card(evaluation, wire.edge.source, wire.edge.target, self._theme), "")

    def show_hint(self) -> None:
        """Say what can be done."""
        hint = self.tr(
            "Click a gate for its numbers, an edge for its Jacobian. Step the backward pass with the arrow keys."
        )
        title = self.tr("Gate")
        self._show(Card(f"<b>{title}</b>", "", hint), "")

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme; the text takes its colours when shown next."""
        self._theme = theme
        self._formula.set_theme(theme)

    def translate(self) -> None:
        """Speak the language of the window."""
        text = {"fold": self.tr("Fold"), "unfold": self.tr("Take apart")}.get(self._folding, "")
        self._button.setText(text)
        self._button.setToolTip(
            self.tr("Show this known function as one gate, or the gates it is made of; a double click does the same.")
        )

    def _show(self, card: Card, folding: str) -> None:
        self._title.setText(card.title)
        self._formula.set_formula(card.formula)
        self._formula.setVisible(bool(card.formula))
        self._body.setText(card.body)
        if folding != self._folding or not self._button.text():
            self._folding = folding
            self.translate()
        self._button.setVisible(bool(folding))

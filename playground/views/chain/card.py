"""The card of a node or an edge, beside the graph."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from playground.expressions import Evaluation
from playground.expressions.graph import Array
from playground.views.chain.card_text import Card, gate_card, wire_card
from playground.views.chain.drawing import Wire
from playground.views.chain.headed_text import HeadedText
from playground.views.theme import LIGHT, Theme


class GateCard(HeadedText):
    """Shows one node or edge in its actual numbers.

    Signals
    -------
    toggled
        The button that folds or unfolds was pressed.
    """

    toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._button = QPushButton()
        super().__init__(self._button, parent)
        self._theme = LIGHT
        self._folding = ""
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._button.hide()
        self._button.clicked.connect(self.toggled)

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

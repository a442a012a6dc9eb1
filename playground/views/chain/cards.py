"""Where the cards stand: over the graph, beside what they tell about; in a small window in a tab beside the graph."""

import numpy as np
from PySide6.QtCore import QRectF, QTimer
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from playground.views.chain.card import Card
from playground.views.chain.card_text import CardText, gate_card, wire_card
from playground.views.chain.graph_view import GraphView
from playground.views.chain.layout import Edge
from playground.views.chain.model import Shown
from playground.views.kit.appearance import pixels
from playground.views.kit.building import spaced

SETTLING_MS = 150
SMALLEST = (720, 400)
"""A graph that is narrower or lower has no room for a card over it."""


class Cards(QWidget):
    """The card of what is selected, and that of the paths.

    Attributes
    ----------
    card
        Tells about the gate or the edge that is selected.
    paths
        Lists the paths of a derivative.
    """

    def __init__(self, graph: GraphView, tabs: QTabWidget) -> None:
        super().__init__(tabs)
        self._graph, self._tabs = graph, tabs
        self._placed: str | Edge = ""
        self.card, self.paths = Card(graph), Card(graph)
        self._stack = QVBoxLayout(self)
        spaced(self._stack, edges=(6, 6, 6, 6))
        self.hide()
        # While a slider moves, the cards keep their places.
        self._settling = QTimer(self, singleShot=True, interval=SETTLING_MS)
        self._settling.timeout.connect(self.place)
        graph.moved.connect(self.place)
        for card in (self.card, self.paths):
            card.grown.connect(self.place)

    @property
    def are_beside(self) -> bool:
        """Whether they stand in a tab of their own."""
        return self._tabs.indexOf(self) >= 0

    def show_target(self, shown: Shown | None, target: str | Edge) -> str | Edge:
        """Tell about a node or an edge, and return it; nothing where the graph has it no longer."""
        drawing = self._graph.drawing
        if drawing is None or shown is None:
            self.card.hide()
            return target
        target = target if target in self._graph else ""
        self._graph.select(target)
        self.card.setVisible(bool(target))
        if isinstance(target, Edge):
            self.card.show_text(wire_card(shown.evaluation, target.source, target.target))
        elif target:
            folding = {"fold": self.tr("Fold"), "unfold": self.tr("Take apart")}
            self.card.show_text(gate_card(shown, target), folding.get(drawing.gates[target].folding, ""))
        if target != self._placed:
            self.place()
        return target

    def show_paths(self, text: CardText, *, visible: bool) -> None:
        """List the paths, if somebody wants to see them."""
        self.paths.show_text(text)
        self.paths.setVisible(visible)

    def settle(self) -> None:
        """Look for better places soon."""
        self._settling.start()

    def bring_forward(self) -> None:
        """Show what was asked for, if it stands in a tab."""
        if self.are_beside:
            self._tabs.setCurrentWidget(self)

    def place(self) -> None:
        """Put the cards where they hide least of the graph, and not each other."""
        graph = self._graph
        is_small = graph.width() < pixels(SMALLEST[0]) or graph.height() < pixels(SMALLEST[1])
        if is_small != self.are_beside:
            self._change_sides(beside=is_small)
        self._placed = graph.selected
        if is_small:
            return
        room, taken, crossed = graph.rect().adjusted(8, 8, -8, -8), graph.taken(), graph.crossed()
        if self.paths.isVisibleTo(graph):
            self.paths.stand_beside(QRectF(room.right(), room.bottom(), 0, 0), taken, crossed, room)
            card = self.paths.geometry()
            taken = np.vstack([taken, (card.left(), card.top(), card.right(), card.bottom())])
        if graph.selected in graph:
            self.card.stand_beside(graph.place_of(graph.selected), taken, crossed, room)

    def translate(self) -> None:
        """Speak the language of the window."""
        if self.are_beside:
            self._tabs.setTabText(self._tabs.indexOf(self), self.tr("Gate"))
        self.card.button.setToolTip(
            self.tr("Show this known function as one gate, or the gates it is made of; a double click does the same.")
        )

    def _change_sides(self, *, beside: bool) -> None:
        for card in (self.card, self.paths):
            is_shown = not card.isHidden()
            card.setParent(self if beside else self._graph)
            if beside:
                self._stack.addWidget(card)
            card.setVisible(is_shown)
        if beside:
            self._tabs.addTab(self, self.tr("Gate"))
        else:
            self._tabs.removeTab(self._tabs.indexOf(self))
            self.hide()

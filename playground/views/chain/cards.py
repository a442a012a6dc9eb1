"""Cards over the graph: beside what they tell about, or in a small window in a tab beside the graph."""

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from playground.expressions.graph import Array
from playground.views.chain.card_text import CardText, gate_card, wire_card
from playground.views.chain.graph_view import GraphView
from playground.views.chain.layout import Edge
from playground.views.chain.model import Shown
from playground.views.formulas import FormulaLabel
from playground.views.kit.appearance import pixels, tabular
from playground.views.kit.building import in_column, in_row, named, spaced
from playground.views.kit.copying import copy_menu

SETTLING_MS = 150
SMALLEST = (720, 400)
"""A graph that is narrower or lower has no room for a card over it."""
NARROWEST, SHORTEST = 250, 200
MARGINS, SPACING = (10, 6, 8, 6), 4
LARGEST_WIDTH, LARGEST_SHARES = 0.31, (0.7, 0.42)
"""Of the room around it, unless its numbers need more, and of its height: beyond, it scrolls. The first if it hides
nothing so."""
AWAY = 10.0
"""From what it must not hide."""
STEP = 12
"""How finely a place is looked for."""
HIDING = 50.0
"""How many pixels further away a card stands rather than hide a square of 10 × 10 pixels more."""


class Card(QFrame):
    """A title, perhaps with a button, a typeset formula, and text below it that scrolls where it is long.

    Signals
    -------
    pressed
        The button at the right of the title was.
    grown
        It needs another size: its formula has been typeset.
    """

    pressed = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._title.setMinimumWidth(1)  # a narrow place cuts its end
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        self.button.hide()
        self.formula = FormulaLabel("", scale=1.05)
        self._body = QLabel()
        self._body.setTextFormat(Qt.TextFormat.RichText)
        self._body.setFont(tabular(self._body.font()))
        self._body.setWordWrap(True)
        self._body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._scroll = named(QScrollArea(), self.tr("What the gate does"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._body)
        self._scroll.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        self.setLayout(
            in_column(
                in_row((self._title, 1), self.button), self.formula, (self._scroll, 1), gap=SPACING, edges=MARGINS
            )
        )
        self.setProperty("role", "card")
        self.hide()

    @property
    def text(self) -> str:
        """What it says, as rich text."""
        return self._body.text()

    @property
    def title(self) -> str:
        """What it is about, as rich text."""
        return self._title.text()

    def as_text(self) -> str:
        """Return all it says, in plain signs."""
        title, body = (QTextDocumentFragment.fromHtml(text).toPlainText() for text in (self.title, self.text))
        return "\n".join(part for part in (title, self.formula.as_text(), body) if part)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        copy_menu(self, self.as_text).popup(event.globalPos())

    def show_text(self, text: CardText, button: str = "") -> None:
        """Say something else; a button stands there if it has a name."""
        self._title.setText(text.title)
        self.formula.set_formula(text.formula)
        self.formula.setVisible(bool(text.formula))
        self._body.setText(text.body)
        self.button.setText(button)
        self.button.setVisible(bool(button))

    def stand_beside(self, target: QRectF, taken: Array, crossed: Array, room: QRect) -> None:
        """Take the size that the text needs, and stand near a target where least of what is taken is hidden."""
        for share in LARGEST_SHARES:
            size = self._wanted_size(room.size(), share)
            place, hidden = place_beside(target, size, taken, crossed, room)
            if not hidden:
                break
        self.resize(size)
        self.move(place)

    def event(self, event: QEvent) -> bool:
        """Ask for another place where the contents have grown."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.grown.emit()
        return done

    def _wanted_size(self, room: QSize, share: float) -> QSize:
        left, top, right, bottom = (pixels(margin) for margin in MARGINS)
        title = self._title.sizeHint()
        button = self.button.sizeHint() if self.button.isVisibleTo(self) else QSize(0, 0)
        formula = self.formula.sizeHint() if self.formula.isVisibleTo(self) else QSize(0, 0)
        head = title.width() + button.width() + pixels(SPACING)
        numbers = min(max(self._body.minimumSizeHint().width(), pixels(NARROWEST)), room.width() // 2)
        width = min(max(numbers, head, formula.width()), max(round(room.width() * LARGEST_WIDTH), numbers))
        height = max(title.height(), button.height()) + formula.height() + self._body.heightForWidth(width)
        height += top + bottom + 2 * pixels(SPACING) + 2
        return QSize(width + left + right + 2, min(height, max(round(room.height() * share), pixels(SHORTEST))))


def place_beside(target: QRectF, size: QSize, taken: Array, crossed: Array, room: QRect) -> tuple[QPoint, bool]:
    """Return where a rectangle of this size stands inside a room, near the target, and whether it hides anything."""
    xs = np.arange(room.left(), max(room.right() - size.width(), room.left()) + 1, STEP, dtype=np.float64)
    ys = np.arange(room.top(), max(room.bottom() - size.height(), room.top()) + 1, STEP, dtype=np.float64)
    areas = np.vstack([taken, (target.left(), target.top(), target.right(), target.bottom())])
    areas = np.vstack([areas + np.array([-AWAY, -AWAY, AWAY, AWAY]), crossed])
    left, top, right, bottom = areas.T[:, :, np.newaxis]
    across = np.clip(np.minimum(right, xs + size.width()) - np.maximum(left, xs), 0, None)  # (areas, xs)
    down = np.clip(np.minimum(bottom, ys + size.height()) - np.maximum(top, ys), 0, None)
    hidden = down.T @ across  # (ys, xs): the areas hidden, summed
    apart_x = np.maximum(np.maximum(xs - target.right(), target.left() - xs - size.width()), 0)
    apart_y = np.maximum(np.maximum(ys - target.bottom(), target.top() - ys - size.height()), 0)
    cost = hidden * (HIDING / 100) + np.hypot(apart_x[np.newaxis, :], apart_y[:, np.newaxis])
    row, column = np.unravel_index(int(cost.argmin()), cost.shape)
    return QPoint(round(xs[column]), round(ys[row])), bool(hidden[row, column] > 0)


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

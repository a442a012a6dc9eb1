"""The glossary's window: terms found by typing at the left, the card of one at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QMainWindow, QWidget

from playground.lessons.glossary import GLOSSARY, PLACES, Card
from playground.views.forms.finder import Entry, Finder, entry_of
from playground.views.forms.text import translated
from playground.views.formulas import FormulaLabel
from playground.views.formulas.curve import ActivationCurve
from playground.views.kit.appearance import pixels, scaled_font
from playground.views.kit.building import in_column, in_row, scrolling
from playground.views.kit.prose import prose

WIDTH, HEIGHT = 760, 480
"""In pixels at 100 %."""


class Glossary(QDialog):
    """Stands beside the window while one goes on working: the arrow keys go through the terms, Esc leaves."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Glossary"))
        self._cards = {_entry(card): card for card in GLOSSARY.values()}
        self.finder = Finder(tuple(self._cards), self.windowTitle(), self.tr("A letter or term …"))
        self.card = CardView()
        self.setLayout(in_row((self.finder, 2), (scrolling(self.card), 3), gap=16, edges=12))
        self.resize(min(pixels(WIDTH), window.width()), min(pixels(HEIGHT), window.height()))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        self.finder.moved.connect(self._show)
        self._show()

    @classmethod
    def of(cls, window: QMainWindow) -> "Glossary":
        """Return the one of a window, made if there is none."""
        shown = [each for each in window.findChildren(cls) if each.isVisible()]
        return shown[0] if shown else cls(window)

    def open_at(self, name: str = "") -> None:
        """Show the card of that name; without one, the glossary as it is."""
        if name:
            self.finder.go_to(next(entry for entry, card in self._cards.items() if card.name == name))
        self.show()
        self.raise_()
        self.activateWindow()
        self.finder.setFocus()

    def _show(self) -> None:
        entry = self.finder.current
        self.card.show_card(None if entry is None else self._cards[entry])


def _entry(card: Card) -> Entry:
    return entry_of(card.title, card.text, card.symbol, _nothing, symbol=card.symbol)


def _nothing() -> None:
    """The card shows by itself."""


class CardView(QWidget):
    """One card: what it is, its shape, its formula, its curve, and where it is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._text, self._seen = prose(factor=1.3), prose(), prose("muted")
        scaled_font(self._title, 1.3, bold=True)
        self._formula, self._derivative = FormulaLabel(scale=1.3), FormulaLabel(scale=1.3)
        self._shape, self._shape_label = FormulaLabel(), QLabel(self.tr("Shape"))
        self.curve = ActivationCurve()
        shape = in_row(self._shape_label, (self._shape, 1), gap=12)
        parts = (self._title, self._text, self._formula, self._derivative, self.curve, shape, self._seen)
        self.setLayout(in_column(*parts, None, gap=12, edges=(4, 4, 8, 4)))

    @property
    def text(self) -> str:
        """All that is said in words."""
        return "\n".join(label.text() for label in (self._title, self._text, self._seen) if label.text())

    @property
    def formula(self) -> str:
        """The LaTeX shown."""
        return self._formula.formula

    @property
    def shape(self) -> str:
        """Rows × columns, in plain signs."""
        return self._shape.as_text()

    def show_card(self, card: Card | None) -> None:
        """Show another card; None where nothing was found."""
        if card is None:
            card = Card(name="", title=self.tr("Nothing of that name."), text="")
        title = translated(card.title)
        self._title.setText(f"{card.symbol}   {title}" if card.symbol else title)
        self._text.setText(translated(card.text) if card.text else "")
        places = " · ".join(translated(PLACES[name]) for name in card.places)
        self._seen.setText(self.tr("Seen in: {places}").format(places=places) if places else "")
        for label, latex in (
            (self._formula, card.formula),
            (self._derivative, card.derivative),
            (self._shape, card.shape),
        ):
            label.set_formula(latex)
            label.setVisible(bool(latex))
        self._shape_label.setVisible(bool(card.shape))
        self._seen.setVisible(bool(places))
        self.curve.show_activation(card.activation)

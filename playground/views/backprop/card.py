"""The card that explains one number: what is done, its terms, and what the term under the mouse is made of."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStackedWidget, QWidget

from playground.messages.numbers import number
from playground.training.walkthrough.explanation import Explanation
from playground.training.walkthrough.walk import Cell, cell_name
from playground.training.walkthrough.why_zero import Cause
from playground.views.backprop.terms import TermArea, TermFlow
from playground.views.forms.text import translated
from playground.views.formulas import FormulaLabel
from playground.views.kit.appearance import scaled
from playground.views.kit.building import in_column, in_row, push_button, scrolling
from playground.views.kit.prose import prose
from playground.views.panel_style import set_property
from playground.views.plots.text import TextLine

ValueOf = Callable[[Cell], float | None]
MOST_CAUSES = 4
MOST_NAMED = 6
"""Sources that are named in the card's last line."""

LEAST_ROOM = 44


class ExplanationCard(QFrame):
    """How one number came about, term by term; of a zero, it can be asked why.

    Signals
    -------
    sources_hovered(cells)
        What the term under the mouse is made of, or the guilty factors of a zero.
    why_asked()
        A person wants to know why the number is zero: `tell_why` answers.
    """

    sources_hovered = Signal(object)
    why_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explanation: Explanation | None = None
        self._value_of: ValueOf = lambda _cell: None
        self._is_shown: Callable[[Cell], bool] = lambda _cell: True
        self._title = QLabel(self)
        self._operation = TextLine(self)
        self._formula = FormulaLabel("", self, scale=1.0, alignment=Qt.AlignmentFlag.AlignRight)
        scaled(self._formula, QWidget.setMaximumWidth, 260)
        self.flow = TermFlow()
        self.why = push_button(self.tr("Why is this zero?"), self.tr("Find the factor that makes this number zero"))
        self.why.setCheckable(True)
        self._causes = prose()
        self._pages = QStackedWidget()
        self._made_of, self._line = TextLine(self), TextLine(self, Qt.TextElideMode.ElideRight)
        self._build()
        self._made_of.set_color(lambda theme: theme.muted)
        self._line.use_digits()
        self._line.setToolTip(self.tr("The same as a line of numpy; A0 is X"))

    @property
    def explanation(self) -> Explanation | None:
        return self._explanation

    @property
    def made_of(self) -> str:
        """The line that names what the term under the mouse is made of, else the note."""
        return self._made_of.text

    @property
    def line(self) -> str:
        return self._line.text

    @property
    def causes(self) -> str:
        """Why the number is zero, once that was asked."""
        return self._causes.text()

    def tell_why(self, causes: Sequence[Cause]) -> None:
        """Say why the number is zero, and outline what is guilty."""
        more = len(causes) - MOST_CAUSES
        lines = [f"• {translated(cause.sentence)}" for cause in causes[:MOST_CAUSES]]
        lines += [self.tr("… and {count} more").format(count=more)] if more > 0 else []
        self._causes.setText("\n".join(lines))
        self._pages.setCurrentIndex(1)
        cells = tuple(dict.fromkeys(cell for cause in causes for cell in cause.cells))
        self._made_of.set_text(self._names(cells))
        self.setAccessibleDescription(self._causes.text())
        self.sources_hovered.emit(cells)

    def explain(
        self,
        explanation: Explanation | None,
        value_of: ValueOf = lambda _cell: None,
        is_shown: Callable[[Cell], bool] = lambda _cell: True,
        *,
        can_ask: bool = False,
        line: str = "",
    ) -> None:
        """Show another explanation, None for an invitation; `value_of` is None where a cell is not computed.

        `can_ask` offers to say why the number is zero; `line` computes its whole matrix in numpy.
        """
        self.why.setChecked(False)
        self.why.setVisible(can_ask)
        self._line.set_text(line)
        self._line.setVisible(bool(line))
        self._explanation, self._value_of, self._is_shown = explanation, value_of, is_shown
        self.flow.show_explanation(explanation)
        self._formula.set_formula("" if explanation is None else explanation.formula)
        self._formula.setVisible(bool(explanation is not None and explanation.formula))
        self._operation.set_text("" if explanation is None else translated(explanation.operation))
        self._report(-1)

    def _build(self) -> None:
        self._title.setText(self.tr("How this number came about"))
        set_property(self._title, "role", "heading")
        self._operation.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        top = in_row(self._title, (self._operation, 1), self._formula, self.why, gap=12)
        for page in (TermArea(self.flow), scrolling(self._causes)):
            scaled(page, QWidget.setMinimumHeight, LEAST_ROOM)
            self._pages.addWidget(page)
        self.setLayout(
            in_column(
                top, (self._pages, 1), in_row((self._made_of, 3), (self._line, 2), gap=12), gap=4, edges=(18, 6, 18, 10)
            )
        )
        self.flow.term_hovered.connect(self._report)
        self.why.toggled.connect(self._turn)
        self.why.hide()
        self._report(-1)

    def _turn(self, asked: bool) -> None:
        if asked:
            self.why_asked.emit()
        else:
            self._causes.clear()
            self._pages.setCurrentIndex(0)
            self._report(-1)

    def _report(self, term: int) -> None:
        sources: Sequence[Cell] = ()
        if self._explanation is None:
            text = self.tr("Click any number above to see how it came about, term by term.")
        elif term < 0:
            text = translated(self._explanation.note) or self.tr("Point at a term to see the numbers it is made of.")
        else:
            sources = self._explanation.terms[term].sources
            text = self._names(sources)
        self._made_of.set_text(text)
        self.setAccessibleDescription(text)
        self.sources_hovered.emit(tuple(sources))

    def _names(self, sources: Sequence[Cell]) -> str:
        shown = [self._name(cell) for cell in sources if self._is_shown(cell)]
        hidden = [self._name(cell) for cell in sources if not self._is_shown(cell)]
        parts = []
        if shown:
            parts.append(self.tr("outlined above: {cells}").format(cells=_listed(shown)))
        if hidden:
            parts.append(self.tr("not shown at this step: {cells}").format(cells=_listed(hidden)))
        return "   ".join(parts)

    def _name(self, cell: Cell) -> str:
        value = self._value_of(cell)
        name = cell_name(cell)
        return name if value is None else f"{name} = {number(value)}"


def _listed(names: Sequence[str]) -> str:
    listed = ",  ".join(names[:MOST_NAMED])
    return listed if len(names) <= MOST_NAMED else f"{listed} …"

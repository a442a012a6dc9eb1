"""A derivative as a sum over paths: typeset in symbols, and below it path by path in numbers."""

from html import escape
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from playground.expressions import Evaluation, PathTerm, TotalDerivative, total_derivative
from playground.expressions.latex import partial_latex
from playground.messages import Message
from playground.views.chain.card_text import colored
from playground.views.chain.gates import shown_name
from playground.views.chain.headed_text import HeadedText
from playground.views.chain.numbers import plain, short
from playground.views.controls.calm import ComboBox
from playground.views.forms.text import translated
from playground.views.theme import LIGHT, Theme

translate = QCoreApplication.translate

MOST_TYPESET = 4
LONGEST_LATEX = 320
MOST_ROWS = 12
LONGEST_PATH = 6
LINE = 42
"""Characters that fit into a line of the panel."""


class TotalPanel(HeadedText):
    """The total derivative of the output with respect to one input.

    Signals
    -------
    source_chosen(name)
        Another input was chosen.
    """

    source_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._source = ComboBox()
        super().__init__(self._source, parent)
        self._theme = LIGHT
        self._evaluation: Evaluation | None = None
        self._source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._source.setMaximumWidth(130)
        self._source.currentTextChanged.connect(self._choose)
        self.translate()

    @property
    def source(self) -> str:
        """The input whose derivative is shown."""
        return self._source.currentText()

    @property
    def formula(self) -> str:
        """What is typeset."""
        return self._formula.formula

    def show_evaluation(self, evaluation: Evaluation | None) -> None:
        """Show the numbers of another evaluation, or of none."""
        self._evaluation = evaluation
        if evaluation is None:
            self._show()
            return
        inputs = list(evaluation.graph.inputs)
        if inputs != [self._source.itemText(i) for i in range(self._source.count())]:
            chosen = self.source
            with QSignalBlocker(self._source):
                self._source.clear()
                self._source.addItems(inputs)
                reaching = (i for i, name in enumerate(inputs) if name in evaluation.graph.reaches_output)
                first = next(reaching, 0 if inputs else -1)
                self._source.setCurrentIndex(inputs.index(chosen) if chosen in inputs else first)
        self._show()

    def choose(self, name: str) -> None:
        """Show the derivative with respect to another input, if it is one."""
        place = self._source.findText(name)
        if place >= 0:
            self._source.setCurrentIndex(place)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self._formula.set_theme(theme)
        self._show()

    def translate(self) -> None:
        """Speak the language of the window."""
        title = self.tr("Sum over paths")
        self._title.setText(f"<b>{title}</b>")
        self._source.setToolTip(self.tr("The input with respect to which the output is differentiated."))
        self._source.setAccessibleName(self.tr("Differentiate with respect to"))
        self._show()

    def _choose(self, name: str) -> None:
        self._show()
        if name:
            self.source_chosen.emit(name)

    def _show(self) -> None:
        evaluation = self._evaluation
        if evaluation is None or self.source not in evaluation.graph:
            self._formula.set_formula("")
            self._formula.hide()
            self._body.setText("" if evaluation is None else self.tr("The formula has no inputs."))
            return
        total = total_derivative(evaluation, self.source)
        formula = formula_of(total)
        self._formula.set_formula(formula)
        self._formula.setVisible(bool(formula))
        self._body.setText(numbers_of(evaluation, total, self._theme))


def formula_of(total: TotalDerivative) -> str:
    """Return the equation in symbols, its first terms if there are many."""
    left = partial_latex(total.output, total.source)
    if len(left) > LONGEST_LATEX:
        return ""
    if not total.terms:
        return f"{left} = 0"
    shown = ""
    for count, term in enumerate(total.terms):
        more = f"{' + ' if shown else ''}{term.latex or '1'}"
        if count == MOST_TYPESET or (len(shown) + len(more) > LONGEST_LATEX):
            return f"{left} = {shown}{' + ' if shown else ''}\\cdots"
        shown += more
    if total.count > len(total.terms):
        shown += r" + \cdots"
    return "" if shown == left else f"{left} = {shown}"


def numbers_of(evaluation: Evaluation, total: TotalDerivative, theme: Theme) -> str:
    """Return a row for each path, and the sum."""
    is_scalar = all(evaluation[name].value.ndim == 0 for term in total.terms[:MOST_ROWS] for name in term.nodes)
    shown = total.terms[:MOST_ROWS]
    ways = [_way(term) for term in shown]
    products = [_product(term) if is_scalar else _shapes(evaluation, term) for term in shown]
    # Beside each other where there is room for both, else a line each.
    is_long = max((len(way) + len(product) for way, product in zip(ways, products, strict=True)), default=0) > LINE
    between = "</td></tr><tr><td>&nbsp;&nbsp;" if is_long else "&nbsp;&nbsp;</td><td>"
    rows = []
    for way, product in zip(ways, products, strict=True):
        factors, equals, result = product.rpartition("= ")
        numbers = escape(factors + equals) + (colored(result, theme.backward) if is_scalar else escape(result))
        rows.append(f"<tr><td>{colored(way, theme.muted)}{between}{numbers}</td></tr>")
    gradient = evaluation[total.source].gradient
    value = translate("ChainView", "undefined") if gradient is None else short(gradient)
    output = shown_name(total.output)
    if evaluation.output.value.ndim:
        output = f"sum({output})"
    left = f"∂{escape(output)}/∂{escape(shown_name(total.source))}"
    result = f"<b>{left} = {colored(value, theme.backward)}</b>"
    text = f"<table cellpadding='1' cellspacing='0'>{''.join(rows)}</table>" if rows else ""
    hidden = total.count - min(len(total.terms), MOST_ROWS)
    if hidden > 0:
        more = translated(Message("… and {count} more {count:path|paths}", count=hidden))
        text += f"<p style='margin:2px 0'>{colored(more, theme.muted)}</p>"
    if not total.terms:
        none = translate("ChainView", "No path leads from {source} to {output}.")
        text += f"<p>{escape(none.format(source=shown_name(total.source), output=shown_name(total.output)))}</p>"
    return f"{text}<p style='margin:4px 0'>{result}</p>"


def _way(term: PathTerm) -> str:
    nodes = [shown_name(name) for name in term.nodes]
    if len(nodes) > LONGEST_PATH:
        nodes = [*nodes[: LONGEST_PATH - 3], "…", *nodes[-2:]]
    return "\u00a0←\u00a0".join(nodes)


def _product(term: PathTerm) -> str:
    undefined = translate("ChainView", "undefined")
    factors = [plain(factor) if factor is not None else undefined for factor in term.factors]
    if len(factors) > LONGEST_PATH:
        factors = [*factors[: LONGEST_PATH - 3], "…", *factors[-2:]]
    product = " · ".join(f"({factor})" if factor.startswith("−") else factor for factor in factors) or "1"
    value = undefined if term.value is None else plain(term.value)
    return product if len(term.factors) < 2 else f"{product} = {value}"


def _shapes(evaluation: Evaluation, term: PathTerm) -> str:
    """Return the shapes of the Jacobians along a path, multiplied out."""
    sizes = [evaluation[name].value.size for name in term.nodes]
    factors = [f"({a}×{b})" for a, b in pairwise(sizes)]
    if len(factors) > LONGEST_PATH:
        factors = [*factors[: LONGEST_PATH - 2], "…", factors[-1]]
    result = f"({sizes[0]}×{sizes[-1]})"
    return f"{''.join(factors)} = {result}" if len(factors) > 1 else result

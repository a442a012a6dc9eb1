"""A derivative as a sum over paths: typeset in symbols and in numbers on one line, and path by path on a card."""

from html import escape
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QTextDocumentFragment
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSizePolicy, QWidget

from playground.expressions import Evaluation, PathTerm, TotalDerivative, total_derivative
from playground.expressions.latex import partial_latex
from playground.messages import Message
from playground.messages.numbers import MINUS
from playground.views.chain.card_text import CardText, colored, gradient_text
from playground.views.chain.gates import plain, shown_name
from playground.views.controls.calm import ComboBox
from playground.views.forms.text import translated
from playground.views.formulas import FormulaLabel
from playground.views.kit.appearance import pixels, scaled, tabular, theme
from playground.views.kit.building import in_row
from playground.views.kit.copying import offer_copies

translate = QCoreApplication.translate

MOST_TYPESET = 4
LONGEST_LATEX = 320
MOST_ROWS = 12
LONGEST_PATH = 6
HEIGHT = 46


class PathSum(QWidget):
    """One line: the derivative of the output with respect to one input, as a sum over paths.

    Signals
    -------
    paths_wanted(shown)
        The paths one by one should be shown, or no longer.
    """

    source_chosen = Signal(str)
    paths_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._evaluation: Evaluation | None = None
        self._lines = [("", "")]
        self._paths = ""
        self.formula = FormulaLabel("", scale=1.05)
        self._result = QLabel()
        self._result.setTextFormat(Qt.TextFormat.RichText)
        self._result.setFont(tabular(self._result.font()))
        self._result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._result.setMinimumWidth(1)  # where there is too little room, its end stays in sight
        self._result.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._result.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.choice = ComboBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        scaled(self.choice, ComboBox.setMaximumWidth, 130)
        self.choice.currentTextChanged.connect(self._choose)
        self.button = QPushButton()
        self.button.setCheckable(True)
        self.button.toggled.connect(self.paths_wanted)
        self.setLayout(in_row(self.formula, self._result, None, self.choice, self.button, gap=6, edges=(10, 4, 8, 4)))
        scaled(self, QWidget.setFixedHeight, HEIGHT)
        offer_copies(self, self.as_text)
        self.translate()

    @property
    def source(self) -> str:
        """The input whose derivative is shown."""
        return self.choice.currentText()

    @property
    def text(self) -> str:
        """What stands after the formula, as rich text."""
        return self._result.text()

    def as_text(self) -> str:
        """Return the line in plain signs."""
        return f"{self.formula.as_text()} {QTextDocumentFragment.fromHtml(self.text).toPlainText()}".strip()

    @property
    def paths(self) -> CardText:
        title = self.tr("Sum over paths")
        return CardText(f"<b>{title}</b>", "", self._paths)

    def show_evaluation(self, evaluation: Evaluation | None) -> None:
        self._evaluation = evaluation
        if evaluation is not None:
            inputs = list(evaluation.graph.inputs)
            if inputs != [self.choice.itemText(i) for i in range(self.choice.count())]:
                chosen = self.source
                with QSignalBlocker(self.choice):
                    self.choice.clear()
                    self.choice.addItems(inputs)
                    reaching = (i for i, name in enumerate(inputs) if name in evaluation.graph.reaches_output)
                    first = next(reaching, 0 if inputs else -1)
                    self.choice.setCurrentIndex(inputs.index(chosen) if chosen in inputs else first)
        self._show()

    def choose(self, name: str) -> None:
        """Show the derivative with respect to another input, if it is one."""
        place = self.choice.findText(name)
        if place >= 0:
            self.choice.setCurrentIndex(place)

    def translate(self) -> None:
        """Speak the language of the window."""
        self.choice.setToolTip(self.tr("The input with respect to which the output is differentiated."))
        self.choice.setAccessibleName(self.tr("Differentiate with respect to"))
        self.button.setText(self.tr("Paths"))
        self.button.setToolTip(self.tr("Show every path from the output to the input, with its factors in numbers."))
        self._show()

    def _choose(self, name: str) -> None:
        self._show()
        if name:
            self.source_chosen.emit(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for now."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Say less where a formula, typeset at last, is too wide."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _show(self) -> None:
        evaluation = self._evaluation
        self._lines, self._paths = [("", "")], ""
        if evaluation is not None and self.source not in evaluation.graph:
            self._lines = [("", self.tr("The formula has no inputs."))]
        elif evaluation is not None:
            total = total_derivative(evaluation, self.source)
            formula, left = formula_of(total), partial_latex(total.output, total.source)
            result = result_of(evaluation, total, named=not formula)
            gradient = f"= <b>{_gradient(evaluation, total.source)}</b>"
            self._lines = [(formula, result), (left, result), (left, gradient)] if formula else [("", result)]
            self._paths = numbers_of(evaluation, total)
        self.button.setEnabled(bool(self._paths))
        self._fit()

    def _fit(self) -> None:
        """Show the equation, the longest form of it that there is room for."""
        room = self.width() - self.choice.sizeHint().width() - self.button.sizeHint().width() - pixels(50)
        for formula, result in self._lines:
            text = QTextDocumentFragment.fromHtml(result).toPlainText()
            if self.formula.width_of(formula) + QFontMetrics(self._result.font()).horizontalAdvance(text) <= room:
                break
        self.formula.set_formula(formula)
        self.formula.setVisible(bool(formula))
        self._result.setText(result)


def formula_of(total: TotalDerivative) -> str:
    """Return the equation in symbols, its first terms if there are many; only its left side if that says it all."""
    left = partial_latex(total.output, total.source)
    if len(left) > LONGEST_LATEX:
        return ""
    shown = ""
    for count, term in enumerate(total.terms):
        more = f"{' + ' if shown else ''}{term.latex or '1'}"
        if count == MOST_TYPESET or (len(shown) + len(more) > LONGEST_LATEX):
            return f"{left} = {shown}{' + ' if shown else ''}\\cdots"
        shown += more
    if total.count > len(total.terms):
        shown += r" + \cdots"
    return left if shown in ("", left) else f"{left} = {shown}"


def result_of(evaluation: Evaluation, total: TotalDerivative, *, named: bool) -> str:
    """Return what the derivative comes to, in numbers; with what it is, where no formula stands before it.

    One path shows its factors, several the number that each of them brings.
    """
    products: list[str] = []
    if _is_scalar(evaluation, total):
        if len(total.terms) == 1 == total.count:
            products = [_product(total.terms[0])] if len(total.terms[0].factors) > 1 else []
        elif len(total.terms) == total.count <= MOST_TYPESET:
            products = [_bracketed(_value(term)) for term in total.terms]
    elif len(total.terms) == 1 == total.count and len(total.terms[0].nodes) > 2:
        products = [_shapes(evaluation, total.terms[0])]
    between = [f"= {escape(' + '.join(products))}"] if products else []
    left = [_left(total, evaluation)] if named else []
    return " ".join([*left, *between, f"= <b>{_gradient(evaluation, total.source)}</b>"])


def numbers_of(evaluation: Evaluation, total: TotalDerivative) -> str:
    """Return a row for each path, and the sum."""
    is_scalar = _is_scalar(evaluation, total)
    rows = []
    for term in total.terms[:MOST_ROWS]:
        numbers = colored(_value(term), theme().backward) if is_scalar else escape(_shapes(evaluation, term))
        if is_scalar and len(term.factors) > 1:
            numbers = f"{escape(_product(term))} = {numbers}"
        rows.append(f"<tr><td>{colored(_way(term), theme().muted)}&nbsp;&nbsp;</td><td>{numbers}</td></tr>")
    result = f"<b>{_left(total, evaluation)} = {_gradient(evaluation, total.source)}</b>"
    text = f"<table cellpadding='1' cellspacing='0'>{''.join(rows)}</table>" if rows else ""
    hidden = total.count - min(len(total.terms), MOST_ROWS)
    if hidden > 0:
        more = translated(Message("… and {count} more {count:path|paths}", count=hidden))
        text += f"<p style='margin:2px 0'>{colored(more, theme().muted)}</p>"
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
    return " · ".join(map(_bracketed, factors)) or "1"


def _bracketed(number: str) -> str:
    return f"({number})" if number.startswith(MINUS) else number


def _value(term: PathTerm) -> str:
    return translate("ChainView", "undefined") if term.value is None else plain(term.value)


def _is_scalar(evaluation: Evaluation, total: TotalDerivative) -> bool:
    return all(evaluation[name].value.ndim == 0 for term in total.terms[:MOST_ROWS] for name in term.nodes)


def _left(total: TotalDerivative, evaluation: Evaluation) -> str:
    output = shown_name(total.output)
    output = f"sum({output})" if evaluation.output.value.ndim else output
    return f"∂{escape(output)}/∂{escape(shown_name(total.source))}"


def _gradient(evaluation: Evaluation, name: str) -> str:
    return colored(gradient_text(name, {name: evaluation[name].gradient}), theme().backward)


def _shapes(evaluation: Evaluation, term: PathTerm) -> str:
    """Return the shapes of the Jacobians along a path, multiplied out."""
    sizes = [evaluation[name].value.size for name in term.nodes]
    factors = [f"({a}×{b})" for a, b in pairwise(sizes)]
    if len(factors) > LONGEST_PATH:
        factors = [*factors[: LONGEST_PATH - 2], "…", factors[-1]]
    result = f"({sizes[0]}×{sizes[-1]})"
    return f"{''.join(factors)} = {result}" if len(factors) > 1 else result

"""The line where a formula is typed that draws data, and the range of its inputs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from playground.data import DataError
from playground.expressions import ExpressionError, typed_number
from playground.files import FormulaSource, generator
from playground.messages.numbers import typed
from playground.views.forms.text import translated
from playground.views.kit.appearance import scaled, tabular
from playground.views.kit.building import in_column, in_row, named, push_button
from playground.views.panel_style import set_property
from playground.views.panels.group import note

LONGEST = 200
END_WIDTH = 48


class FormulaEntry(QWidget):
    """A formula and, as soon as there is one, the range of its inputs; a session reads it, and may refuse it.

    Signals
    -------
    entered(source)
        Enter, or the button: draw these data, a `FormulaSource`.

    `is_asked`: whether what was entered is still to be answered.
    """

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: FormulaSource | None = None
        self.is_asked = False
        tip = self.tr(
            "A comparison such as sin(x1) > x2 draws two classes; any other formula, such as x1*x2 + noise, numbers "
            "to predict. Inputs are x1, x2 … up to x10."
        )
        self.formula = named(QLineEdit(), self.tr("Formula of the data"), tip)
        self.formula.setMaxLength(LONGEST)
        self.formula.setPlaceholderText(self.tr("Formula, e.g. {example}").format(example="sin(x1) > x2"))
        self.low, self.high = (
            named(QLineEdit(typed(end)), name, self.tr("Every input is drawn evenly from this range."))
            for name, end in zip(
                (self.tr("Start of the range"), self.tr("End of the range")),
                FormulaSource(formula="").domain,
                strict=True,
            )
        )
        for line in (self.low, self.high):
            line.setFont(tabular(line.font()))
            scaled(line, QWidget.setFixedWidth, END_WIDTH)
        self.use = push_button(self.tr("Use"), self.tr("Draw examples by this formula."))
        self.reason = note(role="error")
        self.reason.hide()
        to = QLabel("…")
        set_property(to, "role", "muted")
        self.ends = QWidget()
        self.ends.setLayout(in_row(QLabel(self.tr("Inputs")), self.low, to, self.high, None, self.use, gap=4))
        self.ends.hide()
        self.setLayout(in_column(self.formula, self.ends, self.reason, gap=4))
        for line in self._lines:
            line.returnPressed.connect(self._enter)
            line.textEdited.connect(lambda _text: self.say(""))
        self.formula.textChanged.connect(lambda text: self.ends.setVisible(bool(text.strip())))
        self.use.clicked.connect(self._enter)

    @property
    def _lines(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self.formula, self.low, self.high

    def show_source(self, source: FormulaSource | None) -> None:
        """Show the formula in force, or that there is none; what is being typed stays as long as nothing changes."""
        self.is_asked = False
        if source == self._shown:
            return
        self._shown = source
        self.formula.setText(source.formula if source else "")
        if source:
            self.low.setText(typed(source.domain[0]))
            self.high.setText(typed(source.domain[1]))
        self.say("")

    def say(self, reason: str, wrong: QLineEdit | None = None) -> None:
        """Say below the lines why nothing is drawn, and mark the line that is wrong."""
        self.is_asked = False
        for line in self._lines:
            marked = bool(reason) and line is (wrong or self.formula)
            set_property(line, "problem", marked)
            line.setAccessibleDescription(reason if marked else line.toolTip())
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def _enter(self) -> None:
        formula = self.formula.text().strip()
        if not formula:
            return
        ends: list[float] = []
        for line in (self.low, self.high):
            try:
                ends.append(typed_number(line.text()))
            except ExpressionError as error:
                self.say(translated(error.reason), line)
                line.setFocus()
                return
        source = FormulaSource(formula=formula, domain=(ends[0], ends[1]))
        try:
            generator(source)
        except DataError as error:
            self.say(translated(error.message))
            return
        self.say("")
        self.is_asked = True
        self.entered.emit(source)

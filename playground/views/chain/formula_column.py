"""The left column: the text of the formula, and a row for every input; and what the session was told of it."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QScrollArea, QSizePolicy, QTextEdit, QWidget

from playground.expressions import ExpressionError
from playground.expressions.graph import Array
from playground.training.formula import Formula
from playground.views.chain.inputs import InputsPanel
from playground.views.forms.text import translated
from playground.views.kit.appearance import scaled, theme
from playground.views.kit.building import in_column
from playground.views.panel_style import set_property

LEAST_LINES, MOST_LINES = 3, 9
PATIENCE_MS = 250
"""How long a slow formula waits for the next key."""


class FormulaEditor(QPlainTextEdit):
    """Several lines ``name = expression``.

    Signals
    -------
    edited(text)
        A person has changed the text: at once, or once the keys rest if `set_slow` said so.
    """

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error: ExpressionError | None = None
        self._slow = False
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PATIENCE_MS)
        self._rest.timeout.connect(self._tell)
        self._quiet = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.blockCountChanged.connect(self.updateGeometry)
        self.textChanged.connect(self._hear)

    @property
    def marked(self) -> ExpressionError | None:
        return self._error

    def set_text(self, text: str) -> None:
        """Show another text, without a signal."""
        self._rest.stop()
        self._quiet = True
        self.setPlainText(text)
        self._quiet = False

    def set_slow(self, slow: bool) -> None:
        """Wait until the keys rest before `edited` is sent."""
        self._slow = slow

    def mark(self, error: ExpressionError | None) -> None:
        """Underline the place of a mistake, or nothing."""
        self._error = error
        self.setExtraSelections([] if error is None else [self._underline(error)])

    def sizeHint(self) -> QSize:
        """Return room for the lines there are and one more; a long text scrolls."""
        lines = min(max(self.blockCount() + 1, LEAST_LINES), MOST_LINES)
        return QSize(220, QFontMetrics(self.font()).lineSpacing() * lines + 14)

    def minimumSizeHint(self) -> QSize:
        """Return as much in a narrow column."""
        return QSize(120, self.sizeHint().height())

    def _hear(self) -> None:
        if self._quiet:
            return
        if self._slow:
            self._rest.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self.edited.emit(self.toPlainText())

    def _underline(self, error: ExpressionError) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        document = self.document()
        block = document.findBlockByNumber(min(max(error.line, 1), document.blockCount()) - 1)
        text = block.text()
        start = min(max(error.column - 1, 0), max(len(text) - 1, 0))
        end = start + 1
        while end < len(text) and (text[start].isalnum() and (text[end].isalnum() or text[end] in "_.")):
            end += 1
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(_utf16(text, start), block.length() - 1))
        last = block.position() + min(_utf16(text, end), block.length() - 1)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        style.setUnderlineColor(QColor(theme().error))
        ground = QColor(theme().error)
        ground.setAlphaF(0.16)
        style.setBackground(ground)
        if not text:  # an empty line has nothing to underline: tint it
            style.setProperty(QTextCharFormat.Property.FullWidthSelection, True)
        selection.cursor, selection.format = cursor, style
        return selection


def _utf16(text: str, characters: int) -> int:
    """Return how many of Qt's 16-bit units so many characters take."""
    return len(text[:characters].encode("utf-16-le")) // 2


PROBLEM_HEIGHT = 46


class FormulaColumn(QScrollArea):
    """Where a formula and its values come from.

    Signals
    -------
    edited(text)
        The text was changed by hand.
    value_changed(name, value, text)
        An input was given another value, typed so.
    """

    edited = Signal(str)
    value_changed = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems = ("", "")
        self._description = QLabel(self)
        self._description.setWordWrap(True)
        self._description.setTextFormat(Qt.TextFormat.PlainText)
        set_property(self._description, "role", "muted")
        self.editor = FormulaEditor(self)
        self.editor.edited.connect(self.edited)
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_property(self._problem, "role", "mistake")
        self._heading = QLabel(self)
        set_property(self._heading, "role", "heading")
        self.inputs = InputsPanel()
        self.inputs.changed.connect(self.value_changed)
        self.inputs.problem_changed.connect(self._show_value_problem)
        contents = QWidget()
        contents.setAutoFillBackground(False)
        parts = (self._description, self.editor, self._problem, self._heading, (self.inputs, 1))
        contents.setLayout(in_column(*parts, gap=6, edges=(10, 4, 8, 8)))
        self.setWidget(contents)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the keys
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        scaled(self, QWidget.setMinimumWidth, 196)
        self.translate()
        # Room is kept for the reason, so that a mistake that comes and goes moves nothing.
        scaled(self._problem, QLabel.setFixedHeight, PROBLEM_HEIGHT)

    @property
    def problem(self) -> str:
        """What is said to be wrong; empty if nothing."""
        return self._problem.text()

    @property
    def description(self) -> str:
        """What is said about the example."""
        return self._description.text()

    def show_text(self, text: str) -> None:
        self.editor.set_text(text)
        self._problems = ("", "")

    def describe(self, text: str) -> None:
        """Say what the formula shows; nothing where the text is empty."""
        self._description.setText(text)
        self._description.setVisible(bool(text))

    def show_values(self, values: Mapping[str, Array], texts: Mapping[str, str]) -> None:
        self.inputs.show_values(values, texts)
        self._heading.setVisible(bool(values))

    def show_error(self, error: ExpressionError | None) -> None:
        """Mark a mistake in the text, or none."""
        self.editor.mark(error)
        self._problems = ("" if error is None else error.message, self._problems[1])
        self._show_problem()

    def translate(self) -> None:
        """Speak the language of the window."""
        self.editor.setAccessibleName(self.tr("Formula"))
        self.editor.setToolTip(
            self.tr(
                "One or several lines name = expression, with + − * / ** @, functions such as exp, sin, sigmoid, "
                "softmax, max, dot, arrays [1, 2] and their components u[1]; # begins a comment."
            )
        )
        self._heading.setText(self.tr("INPUTS"))
        self.inputs.translate()
        self._show_problem()

    def _show_value_problem(self, reason: str) -> None:
        self._problems = (self._problems[0], reason)
        self._show_problem()

    def _show_problem(self) -> None:
        problem = self._problems[0] or self._problems[1]
        text = translated(problem) if problem else ""
        if text != self._problem.text():
            self._problem.setText(text)
            self._problem.setToolTip(text)


class KeptFormula:
    """What the session was told, and what it says: which of both is news."""

    def __init__(self) -> None:
        self._seen: Formula | None = None
        self._sent: list[Formula] = []

    def send(self, formula: Formula) -> bool:
        """Return whether the session does not know a formula yet: it will be told now."""
        if self._sent and formula == self._sent[-1]:
            return False
        self._sent.append(formula)
        return True

    def hear(self, formula: Formula) -> bool:
        """Return whether the session has another formula than it was told: a file was opened, or something undone.

        What it was sent comes back some frames later, when other changes may be under way already: that is no news.
        """
        if formula is self._seen:
            return False
        begins, self._seen = self._seen is None, formula
        for place, sent in enumerate(self._sent):
            if sent is formula:
                del self._sent[:place]  # the earlier ones have come by, or never will
                return False
        if begins and not formula.text:
            return False
        self._sent.clear()
        return True

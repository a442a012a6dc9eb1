"""The field a formula is typed into: the place of a mistake is underlined, the rest is left alone."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from playground.expressions import ExpressionError
from playground.views.kit.appearance import theme

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

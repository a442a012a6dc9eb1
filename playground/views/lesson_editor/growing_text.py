"""A text of a few lines, as tall as it is long."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from playground.views.kit.building import named

MOST_LINES = 7
"""A text grows to so many lines, then it scrolls."""


class GrowingText(QPlainTextEdit):
    """A text of a few lines, as tall as it is long; Tab leaves it."""

    def __init__(self, text: str, name: str, tip: str) -> None:
        super().__init__(text)
        named(self, name, tip)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("role", "field")
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())

    def sizeHint(self) -> QSize:
        edges = self.contentsMargins().top() + self.contentsMargins().bottom() + 2 * self.document().documentMargin()
        return QSize(super().sizeHint().width(), ceil(self._lines * self.fontMetrics().lineSpacing() + edges) + 2)

    @property
    def _lines(self) -> int:
        return min(max(1, round(self.document().size().height())), MOST_LINES)

    def _fit(self) -> None:
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAsNeeded if self._lines == MOST_LINES else bar.ScrollBarAlwaysOff)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

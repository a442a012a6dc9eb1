"""A panel beside the graph: a title with a control, a typeset formula, and text below it that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from playground.views.formulas import FormulaLabel
from playground.views.numbers import tabular

HEAD_HEIGHT = 26
"""So that neighbouring panels begin their text at one height."""


class HeadedText(QWidget):
    """What the panels beside the graph have in common.

    Parameters
    ----------
    control
        Stands at the right of the title.
    """

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._formula = FormulaLabel("", self, scale=1.05)
        self._body = QLabel(self)
        self._body.setTextFormat(Qt.TextFormat.RichText)
        self._body.setFont(tabular(self._body.font()))
        self._body.setWordWrap(True)
        self._body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(10, 2, 6, 6)
        column.setSpacing(4)
        column.addWidget(self._formula)
        column.addWidget(self._body, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setStyleSheet("QAbstractScrollArea::corner { background: transparent; border: 0; }")
        scroll.setWidget(inner)
        inner.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        head = QHBoxLayout()
        head.setContentsMargins(10, 6, 8, 0)
        head.addStrut(HEAD_HEIGHT)
        head.addWidget(self._title, 1)
        head.addWidget(control)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)
        self.setMinimumWidth(150)

    @property
    def text(self) -> str:
        """What the body says, as rich text."""
        return self._body.text()

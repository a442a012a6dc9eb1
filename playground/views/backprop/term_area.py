"""The terms of a sum in a place too small for all of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from playground.views.backprop.terms import TermFlow


class TermArea(QScrollArea):
    """Scrolls a `TermFlow` by the mouse; the keys belong to the terms and to the panel around."""

    def __init__(self, flow: TermFlow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidget(flow)
        flow.setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        flow.term_hovered.connect(self._follow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the panel around."""
        event.ignore()

    def _follow(self, term: int) -> None:
        """Bring the term that the keys reached into sight."""
        flow = self.widget()
        if term >= 0 and isinstance(flow, TermFlow) and flow.hasFocus() and not flow.underMouse():
            middle = flow.chip(term).center().toPoint()
            self.ensureVisible(middle.x(), middle.y(), 0, 30)

"""What stands in a page that has nothing to show yet: what it is for, and the way in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from playground.views.kit.appearance import scaled, scaled_font
from playground.views.kit.building import spaced

WIDEST_TEXT = 600
"""Pixels at 100 %: longer lines are hard to follow."""


class EmptyPage(QWidget):
    """A heading and a text in the middle of a page, with room for a picture between them and a button below."""

    def fill(self, title: str, text: str, *, above: QWidget | None = None, below: QWidget | None = None) -> None:
        """Say what the page is for; `above` stands between heading and text, `below` after them."""
        self.title, self.text = QLabel(title), QLabel(text)
        scaled_font(self.title, 1.5, bold=True)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        scaled(self.text, QWidget.setMaximumWidth, WIDEST_TEXT)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.text, 100)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        spaced(column, gap=16, edges=(24, 12, 24, 12))
        column.addStretch(2)
        column.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        if above is not None:
            column.addWidget(above)
        column.addLayout(middle)
        if below is not None:
            column.addWidget(below, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

"""What stands where there is nothing to show yet, or where it is hidden: a hatched field, a page, a sentence."""

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from playground.messages import Message
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.kit.appearance import scaled, scaled_font
from playground.views.kit.building import spaced
from playground.views.kit.canvas import Canvas
from playground.views.theme import Theme


class EmptyPlot(Canvas):
    """A hatched field with a sentence in the middle: "not computed yet" never looks like zero."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = sentence
        self.setAccessibleDescription(sentence)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        if sentence != self._sentence:
            self._sentence = sentence
            self.setAccessibleDescription(sentence)
            self.update()

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        """Draw the hatching, then the sentence on a plain plate so that it can be read."""
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = self.area.marginsRemoved(QMarginsF(0.5, 0.5, 0.5, 0.5))
        painter.fillRect(field, QColor(theme.surface))
        painter.setPen(QPen(QColor(theme.border)))
        painter.setBrush(QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(field, 4, 4)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        room = field.marginsRemoved(QMarginsF(24, 24, 24, 24))
        text = painter.boundingRect(room, flags, self._sentence)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(text.marginsAdded(QMarginsF(10, 6, 10, 6)), 4, 4)
        painter.setPen(QColor(theme.muted))
        painter.drawText(room, flags, self._sentence)


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


def paint_invitation(painter: QPainter, area: QRectF, text: str, look: Theme) -> None:
    """Say in the middle of a picture that is still empty what would fill it."""
    painter.setPen(QColor(look.muted))
    room = area.marginsRemoved(QMarginsF(8, 8, 8, 8))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)


SECRET = Message("Hidden until the question is answered.")


def why_none(snapshot: Snapshot | None, field: str, sentence: str) -> str:
    """Return why a field of a frame is empty: it would tell what is hidden, or else a sentence of the view's own."""
    return translated(SECRET) if snapshot is not None and field in snapshot.withheld else sentence

"""What a plot shows before there is anything to show: a hatched field and a sentence."""

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.views.kit.canvas import Canvas


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

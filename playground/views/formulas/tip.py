"""Tooltips with formulas: the picture is made when a person first asks for the tip, not when the form is built."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QFontInfo, QGuiApplication, QHelpEvent, QPalette
from PySide6.QtWidgets import QToolTip, QWidget

from playground.views.formulas.label import SCALE
from playground.views.formulas.picture import formula_html
from playground.views.formulas.typesetting import typeset

Contents = tuple[str, Sequence[str]]
"""A tooltip's text, plain or rich, and the formulas that stand below it."""


class FormulaTip(QObject):
    """Shows a widget's tooltips with formulas below.

    Parameters
    ----------
    watched
        Whose tooltips; for the entries of a list, its viewport.
    contents
        ``contents(place)`` returns what is to be said at a place of the widget; an empty text for nothing.
    """

    def __init__(self, watched: QWidget, contents: Callable[[QPoint], Contents]) -> None:
        super().__init__(watched)
        self._contents = contents
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the question for a tooltip."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip or not isinstance(watched, QWidget):
            return False
        text, formulas = self._contents(event.pos())
        QToolTip.showText(event.globalPos(), tip_html(text, formulas, watched.devicePixelRatioF()), watched)
        return True


def tip_html(text: str, formulas: Sequence[str], ratio: float = 1.0) -> str:
    """Return a tooltip: the text, and each formula that can be typeset on a line of its own."""
    if not text:
        return ""
    rich = text if text.startswith("<") else f"<p style='margin:2px 0'>{escape(text, quote=False)}</p>"
    size = QFontInfo(QToolTip.font()).pixelSize() * SCALE
    color = QGuiApplication.palette().color(QPalette.ColorRole.ToolTipText).name()
    pictures = [formula_html(latex, size, color, ratio) for latex in formulas if latex and typeset(latex) is not None]
    return rich + "".join(f"<p style='margin:7px 2px 3px 2px'>{picture}</p>" for picture in pictures)

"""Formulas on the screen: typeset in the background of the event loop, shown by a widget or in a tooltip."""

import math
from collections.abc import Callable, Sequence
from html import escape
from typing import Self

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontInfo,
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QHideEvent,
    QImage,
    QPaintEvent,
    QPalette,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget
from shiboken6 import isValid

from playground.views.formulas.picture import formula_html, formula_picture
from playground.views.formulas.plain import plain_formula
from playground.views.formulas.typesetting import is_typeset, lit, typeset
from playground.views.kit.appearance import restyled, theme
from playground.views.kit.copying import copy_menu
from playground.views.kit.painting import painting

SCALE = 1.2
"""The serif face of formulas looks smaller than the sans serif beside it."""
NARROWEST = 24
Contents = tuple[str, Sequence[str]]
"""A tooltip's text, plain or rich, and the formulas that stand below it."""


class Typesetter(QObject):
    """The queue of formulas still to be typeset; there is one, and it belongs to the application."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: dict[QObject, tuple[str, Callable[[], None]]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._typeset_next)

    @classmethod
    def of_application(cls) -> Self:
        application = QApplication.instance()
        assert application is not None
        found: Self | None = application.findChild(cls)
        return cls(application) if found is None else found

    @property
    def busy(self) -> bool:
        return bool(self._wanted)

    def want(self, owner: QObject, latex: str, ready: Callable[[], None]) -> None:
        """Typeset a formula soon, instead of what the same owner wanted before.

        Parameters
        ----------
        owner
            Whose formula it is; it withdraws when it is hidden.
        ready
            Called when `typeset` has the answer; at once, if it has it now.
        """
        self._wanted.pop(owner, None)
        if is_typeset(latex):
            self._stop_if_idle()
            ready()
            return
        self._wanted[owner] = (latex, ready)
        self._timer.start()

    def withdraw(self, owner: QObject) -> None:
        self._wanted.pop(owner, None)
        self._stop_if_idle()

    def finish(self) -> None:
        """Typeset all that is waiting, now: for pictures of the window."""
        while self._wanted:
            self._typeset_next()

    def _typeset_next(self) -> None:
        if self._wanted:
            owner = next(iter(self._wanted))
            latex, ready = self._wanted.pop(owner)
            typeset(latex)
            if isValid(owner):  # one that goes with its whole window, perhaps just now, has no time to withdraw
                ready()
        self._stop_if_idle()

    def _stop_if_idle(self) -> None:
        if not self._wanted:
            self._timer.stop()


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


class FormulaLabel(QWidget):
    """Shows one formula; too wide for its place, it is drawn smaller, never cut.

    A formula that was never typeset before appears a moment after the label is shown: see `Typesetter`.

    Parameters
    ----------
    latex
        The formula, without dollar signs.
    scale
        Size of the font, relative to the widget's own font.
    alignment
        Where the formula stands in its place.
    """

    def __init__(
        self,
        latex: str = "",
        parent: QWidget | None = None,
        *,
        scale: float = SCALE,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(parent)
        self._latex = self._drawn = ""
        self._color = self._accent = ""
        self._scale = scale
        self._alignment = alignment
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_formula(latex)

    @property
    def formula(self) -> str:
        """The LaTeX shown."""
        return self._latex

    def set_formula(self, latex: str) -> None:
        """Show another formula; an empty one takes one line's height and shows nothing."""
        if latex == self._latex:
            return
        self._latex = self._drawn = latex
        self.setAccessibleName(plain_formula(latex))
        self._ask()
        self.updateGeometry()
        self.update()

    def set_color(self, color: str) -> None:
        """Draw in ``#rrggbb`` instead of the theme's text colour; an empty one goes back to that."""
        if color != self._color:
            self._color = color
            self.update()

    def light(self, spans: Sequence[tuple[int, int]], accent: str) -> None:
        """Bring out parts of the formula, as spans of its LaTeX, in ``#rrggbb``."""
        drawn = lit(self._latex, spans)
        if (drawn, accent) != (self._drawn, self._accent):
            self._drawn, self._accent = drawn, accent
            self._ask()
            self.updateGeometry()
            self.update()

    @property
    def drawn(self) -> str:
        """The LaTeX with what is brought out."""
        return self._drawn

    def as_text(self) -> str:
        return plain_formula(self._latex)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        copy_menu(self, self.as_text).popup(event.globalPos())

    def sizeHint(self) -> QSize:
        """Return the formula's size, or a line's until it is known."""
        line = QFontMetrics(self.font()).height()
        if not self._drawn or not is_typeset(self._drawn):
            return QSize(NARROWEST, round(line * self._scale))
        formula = typeset(self._drawn)
        if formula is None:
            image = self._picture(1.0).size()
            return QSize(image.width(), max(image.height(), line))
        size = self._font_size()
        height = math.ceil(formula.ascent * size) + math.ceil(formula.descent * size)
        return QSize(math.ceil(formula.width * size), max(height, line))

    def width_of(self, latex: str) -> int:
        """Return how wide another formula would be here; 0 where it cannot be typeset, or was not yet."""
        formula = typeset(latex) if latex and is_typeset(latex) else None
        return 0 if formula is None else math.ceil(formula.width * self._font_size())

    def minimumSizeHint(self) -> QSize:
        """Return a narrow size: the formula shrinks into its place."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), NARROWEST), hint.height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font's size, the colours, and being disabled."""
        if restyled(event):
            self.updateGeometry()
        super().changeEvent(event)
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Wait until shown again."""
        Typesetter.of_application().withdraw(self)
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._drawn or not is_typeset(self._drawn):
            return
        ratio = self.devicePixelRatioF()
        image = self._picture(ratio)
        width, height = image.width() / ratio, image.height() / ratio
        if width > self.width() or height > self.height():
            shrink = min(self.width() / width, self.height() / height)
            # Drawn anew at the smaller size, for a picture that is scaled down is no longer sharp.
            image = self._picture(ratio, shrink * 0.995)
            width, height = image.width() / ratio, image.height() / ratio
        left = {Qt.AlignmentFlag.AlignHCenter: 0.5, Qt.AlignmentFlag.AlignRight: 1.0}.get(self._alignment, 0.0)
        x = math.floor((self.width() - width) * left * ratio) / ratio
        y = math.floor((self.height() - height) / 2 * ratio) / ratio
        with painting(self) as painter:
            painter.drawImage(QRectF(x, y, width, height), image)

    def _ask(self) -> None:
        if self._drawn and self.isVisible() and not is_typeset(self._drawn):
            Typesetter.of_application().want(self, self._drawn, self._show_formula)

    def _show_formula(self) -> None:
        self.updateGeometry()
        self.update()

    def _font_size(self) -> float:
        return QFontInfo(self.font()).pixelSize() * self._scale

    def _picture(self, ratio: float, shrink: float = 1.0) -> QImage:
        color = self._color or (theme().text if self.isEnabled() else theme().muted)
        return formula_picture(self._drawn, self._font_size() * shrink, color, ratio, self._accent)

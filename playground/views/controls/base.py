"""What every control of a form can do, whatever it edits, and the note below it that says why a value was refused."""

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from playground.files import Field
from playground.views.panel_style import set_property


class Control(QObject):
    """Edits one field: one or two widgets, and the value in force.

    Attributes
    ----------
    names_itself
        Whether its own widget says the field's label, as a check box does.
    head
        The widget that stands behind the label, or None.
    body
        The widget that takes the whole width below, or None.

    Signals
    -------
    changed(value)
        A person chose another allowed value.
    problem_changed(reason)
        What was typed cannot be used, and why, in one line; empty when that is over.
    given_up(reason)
        It was left uncorrected: the value in force is back.
    """

    changed = Signal(object)
    problem_changed = Signal(str)
    given_up = Signal(str)

    names_itself = False

    def __init__(self, field: Field, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.head: QWidget | None = None
        self.body: QWidget | None = None

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        return tuple(widget for widget in (self.head, self.body) if widget is not None)

    @property
    @abstractmethod
    def value(self) -> Any:
        """The value in force."""

    @property
    def detail(self) -> str:
        """A sentence about the value in force, or nothing."""
        return ""

    @property
    def formula(self) -> str:
        """LaTeX of the value in force, or of the field; mostly none."""
        return self.field.formula

    @property
    def picture(self) -> str:
        """Rich text with a picture of the value in force; mostly none."""
        return ""

    @abstractmethod
    def set_value(self, value: Any) -> None:
        """Show another value in force, without a signal."""

    def set_field(self, field: Field) -> None:
        """Take another record for the same path, with other bounds or choices."""
        self.field = field

    @abstractmethod
    def is_editing(self) -> bool:
        """Whether a person is at it, so that nothing may change under the hand."""

    def forget_problem(self) -> None:
        """Show the value in force instead of what was refused, if anything was."""

    @abstractmethod
    def mark_problem(self, marked: bool) -> None:
        """Show whether there is a problem, by the outline."""


LINGER_MS = 4000
"""How long the reason can be read after the value in force is back."""
GAP = 2


class ProblemNote(QLabel):
    """A note that belongs to a control, hidden while there is nothing to say.

    It is a child of what scrolls with the control, or of the window, so that it keeps its place beside the control.
    """

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._anchor = anchor
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(LINGER_MS)
        self._linger.timeout.connect(self.hide)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Problem"))
        set_property(self, "role", "problem")
        self.hide()
        anchor.destroyed.connect(self.deleteLater)

    def say(self, reason: str) -> None:
        """Show a reason until told otherwise; nothing takes it away."""
        self._linger.stop()
        self.setText(reason)
        self.setVisible(bool(reason))
        if reason:
            self._place()

    def say_briefly(self, reason: str) -> None:
        """Show a reason for a few seconds, if the control is still there to be seen."""
        self.say(reason if self._anchor.isVisible() else "")
        if not self.isHidden():
            self._linger.start()

    def _place(self) -> None:
        """Lie below the control, or above it where there is no room."""
        area = _surface(self._anchor)
        if self.parentWidget() is not area:
            self.setParent(area)
            self.show()
        self.ensurePolished()
        self.setWordWrap(False)
        width = min(self.sizeHint().width(), area.width() - 2 * GAP)
        self.setWordWrap(width < self.sizeHint().width())
        height = self.heightForWidth(width) if self.wordWrap() else self.sizeHint().height()
        corner = self._anchor.mapTo(area, QPoint(0, 0))
        left = corner.x()
        if left + width > area.width() - GAP:
            left = max(corner.x() + self._anchor.width() - width, GAP)
        top = corner.y() + self._anchor.height() + GAP
        if top + height > area.height():
            top = max(corner.y() - GAP - height, 0)
        self.setGeometry(left, top, width, height)
        self.raise_()


def _surface(widget: QWidget) -> QWidget:
    """Return the highest ancestor that moves along with a widget: what an area scrolls, or the window."""
    while not widget.isWindow():
        parent = widget.parentWidget()
        area = parent.parentWidget() if parent is not None else None
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            return widget
        if parent is None:
            break
        widget = parent
    return widget

"""What every control of a form can do, whatever it edits."""

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from playground.files import Field


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

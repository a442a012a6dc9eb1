"""One line of a form: the label, the control, and below, while it lasts, why a value was refused."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from playground.files import Field
from playground.views.controls.base import Control
from playground.views.controls.problem import ProblemNote
from playground.views.forms.text import explain, field_label, tooltip
from playground.views.formulas import FormulaTip

SPACING = 2


class FormRow(QWidget):
    """A labelled control."""

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        control.setParent(self)
        self._locked = ""
        self._label = QLabel(self)
        self._label.setBuddy(control.widgets[0])
        self._label.setWordWrap(True)  # a long word of another language makes no panel wider
        self._error = ""
        self._note = ProblemNote(control.widgets[0])
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        if not control.names_itself:
            self._head.addWidget(self._label, 1)
        self._label.setHidden(control.names_itself)
        if control.head is not None:
            self._head.addWidget(control.head, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(self._head)
        if control.body is not None:
            column.addWidget(control.body)

        control.problem_changed.connect(self.show_error)
        control.given_up.connect(self._note.say_briefly)
        control.changed.connect(self._accept)
        self.set_field(control.field)
        self._tips = [FormulaTip(widget, self._tip) for widget in (self, *control.widgets)]

    @property
    def error(self) -> str:
        """Why the last value was refused, or nothing."""
        return self._error

    @property
    def note(self) -> ProblemNote:
        """Where it is written."""
        return self._note

    def lead_with(self, row: "FormRow") -> None:
        """Let another row stand in the place of the label."""
        self._label.hide()
        self._head.insertWidget(0, row, 1)
        for widget in row.control.widgets:
            for own in self.control.widgets:
                QWidget.setTabOrder(widget, own)

    def set_field(self, field: Field) -> None:
        """Take another record for the same path."""
        if field is not self.control.field:
            self.control.set_field(field)
        self._label.setText(field_label(field))
        for widget in self.control.widgets:
            widget.setAccessibleName(field_label(field))
        self.refresh_tooltip()

    def refresh_tooltip(self) -> None:
        """Say in the tooltip what the control is, and what its present value means."""
        text = tooltip(self.control.field, self.control.detail, self._locked)
        for widget in (self, *self.control.widgets):
            explain(widget, text)
        if self._error:
            self._say_error()

    def lock(self, reason: str) -> None:
        """Disable the control and say why in its tooltip; an empty reason enables it again."""
        self._locked = reason
        for widget in (self._label, *self.control.widgets):
            widget.setEnabled(not reason)
        self.refresh_tooltip()

    def show_error(self, reason: str) -> None:
        """Outline the control in red and say why below; nothing takes both away."""
        self._error = reason
        self._note.say(reason)
        self.control.mark_problem(bool(reason))
        if reason:
            self._say_error()
        else:
            self.refresh_tooltip()

    def _say_error(self) -> None:
        for widget in self.control.widgets:
            widget.setAccessibleDescription(self._error)

    def _tip(self, _place: QPoint) -> tuple[str, tuple[str, ...]]:
        return self.toolTip(), (self.control.formula,)

    def forget_problem(self) -> None:
        """Show the value in force, and nothing of what was refused."""
        self.control.forget_problem()
        self.show_error("")

    def _accept(self) -> None:
        self.show_error("")
        self.refresh_tooltip()

"""Forms built from the table of fields: a row for each path, whatever its kind."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from playground.files import FIELDS, RESOLVED, Experiment, Field
from playground.lessons.locks import REASON, is_locked
from playground.views.controls.base import Control, ProblemNote
from playground.views.controls.check_box import FlagControl
from playground.views.controls.choice import ChoiceControl
from playground.views.controls.number import NumberControl
from playground.views.forms.text import explain, field_label, tooltip, translated
from playground.views.formulas import FormulaTip
from playground.views.kit.building import spaced

CONTROLS: Mapping[str, Callable[[Field], Control]] = {
    "integer": NumberControl,
    "number": NumberControl,
    "choice": ChoiceControl,
    "flag": FlagControl,
}
"""The control of each kind of field; lists of layers and of features have views of their own."""

COMPACT: Mapping[str, Callable[[Field], Control]] = MappingProxyType(
    {kind: partial(NumberControl, draggable=False) for kind in ("integer", "number")}
)
"""The controls that take less room in a compact form."""

SETTLE_MS = 300
"""A value just chosen is not overwritten for so long: older snapshots may still be on their way."""

SPACING, ROW_SPACING = 2, 8
"""Pixels between label and control, and between two rows."""


class FormRow(QWidget):
    """A labelled control."""

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        control.setParent(self)
        self._locks: dict[str, str] = {}
        self._label = QLabel(self)
        self._label.setBuddy(control.widgets[0])
        self._label.setWordWrap(True)  # a long word of another language makes no panel wider
        self._error = ""
        self._note = ProblemNote(control.widgets[0])
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

        self._head = QHBoxLayout()
        spaced(self._head, gap=8)
        if not control.names_itself:
            self._head.addWidget(self._label, 1)
        self._label.setHidden(control.names_itself)
        if control.head is not None:
            self._head.addWidget(control.head, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        spaced(column, gap=SPACING, edges=0)
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
        return self._error

    @property
    def note(self) -> ProblemNote:
        return self._note

    def lead_with(self, row: "FormRow") -> None:
        """Let another row stand in the place of the label."""
        self._label.hide()
        self._head.insertWidget(0, row, 1)
        for widget in row.control.widgets:
            for own in self.control.widgets:
                QWidget.setTabOrder(widget, own)

    def set_field(self, field: Field) -> None:
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

    def lock(self, reason: str, by: str = "") -> None:
        """Make it grey, with the reason in its tooltip, until `by` gives none any more."""
        self._locks[by] = reason
        for widget in (self._label, *self.control.widgets):
            widget.setEnabled(not self._locked)
        self.refresh_tooltip()

    @property
    def _locked(self) -> str:
        return next(filter(None, self._locks.values()), "")

    def show_error(self, reason: str) -> None:
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
        return self.toolTip() + self.control.picture, (self.control.formula,)

    def forget_problem(self) -> None:
        self.control.forget_problem()
        self.show_error("")

    def _accept(self) -> None:
        self.show_error("")
        self.refresh_tooltip()


class Form(QWidget):
    """Labelled controls for some fields of the experiment.

    `compact`: whether numbers are typed only, each on a single line.

    Signals
    -------
    field_changed(path, value)
        A person chose an allowed value; sent at once while a slider is dragged, for text when it is committed.
    """

    field_changed = Signal(str, object)

    def __init__(self, paths: Sequence[str], parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self._rows: dict[str, FormRow] = {}
        self._getters = {path: attrgetter(RESOLVED.get(path, path)) for path in paths}
        self._in_force: dict[str, Any] = {}
        self._held: set[str] = set()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._release)
        column = QVBoxLayout(self)
        spaced(column, gap=ROW_SPACING, edges=0)
        for path in paths:
            field = FIELDS[path]
            make = COMPACT.get(field.kind, CONTROLS[field.kind]) if compact else CONTROLS[field.kind]
            row = FormRow(make(field), self)
            self._rows[path] = row
            column.addWidget(row)
            row.control.changed.connect(self._forward)

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(self._rows)

    def row(self, path: str) -> FormRow:
        return self._rows[path]

    def control(self, path: str) -> Control:
        return self._rows[path].control

    def nearest(self, path: str) -> str:
        """Return the path itself, or of a field that is hidden that of the choice which brings it."""
        needed = FIELDS[path].only_with
        return path if needed is None or not self._rows[path].isHidden() else needed[0]

    def set_values(self, experiment: Experiment) -> None:
        """Show an experiment's values, without a signal; a control in use gets its own when it is let go.

        What was refused belonged to the experiment before, unless it was sent only just now.
        """
        self._in_force = {path: get(experiment) for path, get in self._getters.items()}
        for path, row in self._rows.items():
            if FIELDS[path].only_with is not None:
                row.setHidden(not FIELDS[path].applies(experiment))
            if path not in self._held:
                row.forget_problem()
        self._show_values()

    def join(self, flag: str, path: str) -> None:
        """Let the check box of one field stand where the label of another is: it switches that one."""
        self._rows[path].lead_with(self._rows[flag])

    def set_field(self, field: Field) -> None:
        self._rows[field.path].set_field(field)

    def set_refused(self, path: str, reasons: Mapping[str, str]) -> None:
        """Disable the names of a choice that do not fit now, each with the reason."""
        control = self.control(path)
        assert isinstance(control, ChoiceControl)
        control.set_refused(reasons)

    def lock(self, path: str, reason: str, by: str = "") -> None:
        self._rows[path].lock(reason, by)

    def lock_for_lesson(self, names: frozenset[str]) -> None:
        """Lock the fields of a lesson's step, and no others."""
        for path in self.paths:
            self.lock(path, translated(REASON) if is_locked(path, names) else "", "lesson")

    def show_error(self, path: str, reason: str) -> None:
        self._rows[path].show_error(reason)

    def _forward(self, value: Any) -> None:
        control = self.sender()
        path = next(path for path, row in self._rows.items() if row.control is control)
        self._held.add(path)
        self._settle.start()
        self.field_changed.emit(path, value)

    def _release(self) -> None:
        self._held.clear()
        self._show_values()

    def _show_values(self) -> None:
        postponed = False
        for path, value in self._in_force.items():
            row = self._rows[path]
            if value == row.control.value:
                continue
            if path in self._held or row.control.is_editing():
                postponed = True
            else:
                row.control.set_value(value)
                row.refresh_tooltip()
        if postponed and not self._settle.isActive():
            self._settle.start()

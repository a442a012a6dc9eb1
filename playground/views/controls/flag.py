"""The control of a flag: a check box that says the field's label itself."""

from PySide6.QtCore import QObject, QSignalBlocker, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.files import Field
from playground.views.controls.base import Control
from playground.views.controls.check_box import CheckBox
from playground.views.forms.text import field_label


class FlagBox(CheckBox):
    """A check box that may be narrower than its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return room for the box and a few letters."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 4 * hint.height()), hint.height())


class FlagControl(Control):
    """Edits what is either true or false."""

    names_itself = True

    def __init__(self, field: Field, parent: QObject | None = None) -> None:
        super().__init__(field, parent)
        self.box = FlagBox()
        self.body = self.box
        self.set_field(field)
        self.set_value(bool(field.default))
        self.box.toggled.connect(self._choose)

    @property
    def value(self) -> bool:
        """Whether it is checked."""
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:
        """Check the box or not, without a signal."""
        with QSignalBlocker(self.box):
            self.box.setChecked(value)

    def set_field(self, field: Field) -> None:
        """Take another label."""
        super().set_field(field)
        self.box.setText(field_label(field).replace("&", "&&"))

    def is_editing(self) -> bool:
        """Whether the mouse or a key holds it down."""
        return self.box.isDown()

    def mark_problem(self, marked: bool) -> None:
        """Leave the reason to the note below: the box has no outline of its own to turn red."""

    def _choose(self, checked: bool) -> None:
        self.changed.emit(checked)

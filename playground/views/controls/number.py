"""The control of a number: an exact box behind the label and, where there is a range to drag through, a slider."""

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from playground.files import Field
from playground.views.controls.base import Control
from playground.views.controls.calm import JumpingSlider, LeavesWheel
from playground.views.controls.exact import ExactBox, number_word
from playground.views.controls.scale import Number, scale_of

WIDEST_SLIDER = 1000.0
"""A linear range larger than this, without a range of its own for the slider, is for typing only."""


class ScaleSlider(LeavesWheel, JumpingSlider):
    """A slider over the stops of a field's scale, logarithmic where the field is.

    Signals
    -------
    moved(value)
        A person moved it, sent at once while dragging.
    """

    moved = Signal(object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
        self.setMinimumWidth(60)
        self.setSingleStep(1)
        self.set_field(field)
        self.valueChanged.connect(self._report)

    def set_field(self, field: Field) -> None:
        self._field = field
        self._scale = scale_of(field)
        self._stops = self._scale.stops
        with QSignalBlocker(self):
            self.setRange(0, len(self._stops) - 1)
            self.setPageStep(max(1, len(self._stops) // 10))

    @property
    def stops(self) -> tuple[Number, ...]:
        return self._stops

    def number_at(self, position: int) -> float:
        return self._stops[position]

    def text_at(self, position: int) -> str:
        return number_word(self._field, self._stops[position])

    def show_number(self, value: Number) -> None:
        with QSignalBlocker(self):
            self.setValue(self._scale.nearest(value))

    def _report(self, position: int) -> None:
        self.moved.emit(self._stops[position])


class NumberControl(Control):
    """Edits an integer or a number; dragging is sent at once, text when it is committed.

    `draggable`: whether there may be a slider; without one it takes a single line.
    """

    def __init__(self, field: Field, parent: QObject | None = None, *, draggable: bool = True) -> None:
        super().__init__(field, parent)
        self.box = ExactBox(field)
        self.head = self.box
        self.slider: ScaleSlider | None = None
        if draggable and has_slider(field):
            self.slider = ScaleSlider(field)
            self.slider.show_number(field.default)
            self.slider.moved.connect(self._drag)
            self.body = self.slider
        self.box.committed.connect(self._commit)
        self.box.problem_changed.connect(self.problem_changed)
        self.box.given_up.connect(self.given_up)

    @property
    def value(self) -> Number:
        return self.box.value

    def set_value(self, value: Number) -> None:
        self.box.set_value(value)
        if self.slider is not None:
            self.slider.show_number(value)

    def set_field(self, field: Field) -> None:
        super().set_field(field)
        self.box.set_field(field)
        if self.slider is not None:
            self.slider.set_field(field)
            self.slider.show_number(self.value)

    def is_editing(self) -> bool:
        """Whether the handle is held, or something is typed that is not committed yet."""
        return self.box.is_editing() or (self.slider is not None and self.slider.isSliderDown())

    def forget_problem(self) -> None:
        self.box.forget_problem()

    def mark_problem(self, marked: bool) -> None:
        self.box.mark_problem(marked)

    def _drag(self, value: Number) -> None:
        changed = value != self.box.value
        self.box.set_value(value)
        if changed:
            self.changed.emit(value)

    def _commit(self, value: Number) -> None:
        if self.slider is not None:
            self.slider.show_number(value)
        self.changed.emit(value)


def has_slider(field: Field) -> bool:
    """Return whether there is a range that is useful to drag through."""
    if field.slider is not None:
        return True
    if field.minimum is None or field.maximum is None or field.scale == "log":
        return False
    return field.maximum - field.minimum <= WIDEST_SLIDER

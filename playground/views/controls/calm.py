"""Sliders, boxes and choices that the wheel never changes: it belongs to the panel around, which scrolls.

Also not while they have the focus: a control keeps it long after a person has gone on to scroll.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QSlider,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSlider,
    QWidget,
)

from playground.messages.numbers import typed
from playground.views.kit.accessible import Reading
from playground.views.kit.appearance import scaled

INDENT = 5
"""Of the number in a box, in pixels at 100 %."""


class LeavesWheel:
    """What all of them have in common."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class MeasuredSlider(QSlider):
    """A slider that tells screen readers its value as a person reads it: a position is nobody's number."""

    number_at: Callable[[int], float] = staticmethod(float)
    """The value of a position; greater ones to the right."""
    text_at: Callable[[int], str] | None = None
    """How the value of a position is written, with its unit; without it the plain number."""

    def reading(self) -> Reading:
        """Return what it stands at."""
        value, low, high = map(self.number_at, (self.value(), self.minimum(), self.maximum()))
        return Reading(value, low, high, self.text_at(self.value()) if self.text_at else typed(value))

    def go_to(self, value: float) -> None:
        """Stand at the position whose value is nearest."""
        places = range(self.minimum(), self.maximum() + 1)
        self.setValue(min(places, key=lambda place: abs(self.number_at(place) - value)))


class Slider(LeavesWheel, MeasuredSlider):
    """A slider without the wheel."""


class JumpingSlider(MeasuredSlider):
    """A horizontal slider whose handle comes under the mouse at once, to be dragged from there."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        handle, groove = self._part(QStyle.SubControl.SC_SliderHandle), self._part(QStyle.SubControl.SC_SliderGroove)
        if event.button() == Qt.MouseButton.LeftButton and not handle.contains(event.position().toPoint()):
            left = round(event.position().x()) - groove.left() - handle.width() // 2
            span = groove.width() - handle.width()
            self.setSliderPosition(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), left, span))
        super().mousePressEvent(event)

    def _part(self, part: QStyle.SubControl) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)


class SpinBox(LeavesWheel, QSpinBox):
    """A box for a whole number without the wheel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scaled(self, _indent, INDENT)


class NumberBox(LeavesWheel, QAbstractSpinBox):
    """A box for any number, without the wheel: what it steps through is its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scaled(self, _indent, INDENT)


def _indent(box: QAbstractSpinBox, left: int) -> None:
    """Let the number stand as far from the edge as texts in other fields: a style sheet's padding does not reach it."""
    box.lineEdit().setTextMargins(left, 0, 0, 0)


class ComboBox(LeavesWheel, QComboBox):
    """A choice without the wheel, but for its open list; a text that is too long for its room ends with dots."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)

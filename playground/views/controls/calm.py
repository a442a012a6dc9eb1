"""Sliders, boxes and choices that the wheel never changes: it belongs to the panel around, which scrolls.

Also not while they have the focus: a control keeps it long after a person has gone on to scroll.
"""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QSlider, QSpinBox


class _LeavesWheel:
    """What all of them have in common."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to what is around."""
        event.ignore()


class Slider(_LeavesWheel, QSlider):
    """A slider without the wheel."""


class SpinBox(_LeavesWheel, QSpinBox):
    """A box for a whole number without the wheel."""


class NumberBox(_LeavesWheel, QAbstractSpinBox):
    """A box for any number, without the wheel: what it steps through is its own."""


class ComboBox(_LeavesWheel, QComboBox):
    """A choice without the wheel, but for its open list."""

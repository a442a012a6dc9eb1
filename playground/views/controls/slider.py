"""A slider that stops at a field's round numbers only, evenly spaced on its scale."""

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QStyle, QStyleOptionSlider, QWidget

from playground.files import Field
from playground.views.controls.calm import Slider
from playground.views.controls.scale import Number, scale_of


class ScaleSlider(Slider):
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
        """Take another range."""
        self._scale = scale_of(field)
        self._stops = self._scale.stops
        with QSignalBlocker(self):
            self.setRange(0, len(self._stops) - 1)
            self.setPageStep(max(1, len(self._stops) // 10))

    @property
    def stops(self) -> tuple[Number, ...]:
        """The values it can stop at, ascending."""
        return self._stops

    def show_number(self, value: Number) -> None:
        """Move the handle to the nearest stop, without a signal."""
        with QSignalBlocker(self):
            self.setValue(self._scale.nearest(value))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the handle under the mouse at once and drag it from there."""
        if event.button() == Qt.MouseButton.LeftButton and not self._on_handle(event):
            self.setSliderPosition(self._position_at(event.position().x()))
        super().mousePressEvent(event)

    def _report(self, position: int) -> None:
        self.moved.emit(self._stops[position])

    def _on_handle(self, event: QMouseEvent) -> bool:
        return self._part(QStyle.SubControl.SC_SliderHandle).contains(event.position().toPoint())

    def _position_at(self, x: float) -> int:
        groove, handle = self._part(QStyle.SubControl.SC_SliderGroove), self._part(QStyle.SubControl.SC_SliderHandle)
        span = groove.width() - handle.width()
        left = round(x) - groove.left() - handle.width() // 2
        return QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), left, span)

    def _part(self, part: QStyle.SubControl) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)

"""The slider over the recorded states."""

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget


class Track(QSlider):
    """A slider with a stop for every recorded state; its range grows while training goes on.

    Signals
    -------
    moved(index)
        A person moved it to a state, sent at once while dragging.
    """

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(80)
        self.setSingleStep(1)
        self.setRange(0, 0)
        self.valueChanged.connect(self.moved)

    def show_states(self, count: int, position: int) -> None:
        """Have so many stops, and stand at one of them, without a signal; a hand on the slider is not moved."""
        with QSignalBlocker(self):
            if self.maximum() != count - 1:
                self.setRange(0, max(0, count - 1))
                self.setPageStep(max(1, count // 20))
            if not self.isSliderDown() and self.value() != position:
                self.setValue(position)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the handle under the mouse at once and drag it from there."""
        if event.button() == Qt.MouseButton.LeftButton:
            handle, groove = (
                self._part(QStyle.SubControl.SC_SliderHandle),
                self._part(QStyle.SubControl.SC_SliderGroove),
            )
            if not handle.contains(event.position().toPoint()):
                left = round(event.position().x()) - groove.left() - handle.width() // 2
                span = groove.width() - handle.width()
                self.setSliderPosition(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), left, span))
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step from state to state."""
        if self.isEnabled():
            super().wheelEvent(event)

    def _part(self, part: QStyle.SubControl) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)

"""The steps of a walk: start, back, next, end, and playing by themselves."""

import math

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from playground.views.controls.calm import Slider
from playground.views.icons import icon
from playground.views.kit.appearance import icon_size, scaled

SLOWEST, FASTEST = 4000, 150
"""Milliseconds between two steps of autoplay."""
SPEEDS = 20


class Stepper(QWidget):
    """Start, back, next, end; and playing by itself.

    Signals
    -------
    stepped(offset)
        -1 or +1.
    to_start, to_end
        To the first or the last phase.
    """

    stepped = Signal(int)
    to_start = Signal()
    to_end = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._tick)
        self.start = self._button(self.tr("First step"), self.tr("Go to the first step (Home)."))
        self.back = self._button(self.tr("Step back"), self.tr("Go one step back (Left)."))
        self.next = self._button(self.tr("Next step"), self.tr("Go on to the next step (Right)."))
        self.end = self._button(self.tr("Last step"), self.tr("Go to the last step (End)."))
        self.play = self._button(self.tr("Autoplay"), self.tr("Let the steps follow one another by themselves."))
        for button, name in (
            (self.start, "previous"),
            (self.back, "step_back"),
            (self.next, "step_batch"),
            (self.end, "next"),
        ):
            button.setIcon(icon(name))
        self.play.setIcon(icon("autoplay"))
        self.play.setCheckable(True)
        self.speed = Slider(Qt.Orientation.Horizontal)
        self.speed.setRange(0, SPEEDS)
        self.speed.setValue(SPEEDS // 2)
        scaled(self.speed, QWidget.setFixedWidth, 64)
        self.speed.setAccessibleName(self.tr("Speed of autoplay"))
        self.speed.setToolTip(self.tr("How fast the steps follow one another."))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 4, 0)
        layout.setSpacing(2)
        for widget in (self.start, self.back, self.next, self.end, self.play, self.speed):
            layout.addWidget(widget)
        self.start.clicked.connect(self._go_to_start)
        self.back.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(1))
        self.end.clicked.connect(self._go_to_end)
        self.play.toggled.connect(self._toggle)
        self.speed.valueChanged.connect(self._set_speed)

    @property
    def interval(self) -> int:
        """Milliseconds between two steps of autoplay."""
        return round(SLOWEST * math.pow(FASTEST / SLOWEST, self.speed.value() / SPEEDS))

    def set_place(self, index: int, last: int) -> None:
        """Offer the steps there are from a place; autoplay ends at the last."""
        self.start.setEnabled(index > 0)
        self.back.setEnabled(index > 0)
        self.next.setEnabled(index < last)
        self.end.setEnabled(index < last)
        if index >= last:
            self.stop()

    def stop(self) -> None:
        """End autoplay."""
        self.play.setChecked(False)

    def _button(self, name: str, tooltip: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(tooltip)
        button.setAccessibleDescription(tooltip)
        scaled(button, QWidget.setFixedSize, 28, 28)
        scaled(button, icon_size, 16)
        return button

    def _go_to_start(self) -> None:
        self.stop()
        self.to_start.emit()

    def _go_to_end(self) -> None:
        self.stop()
        self.to_end.emit()

    def _step(self, offset: int) -> None:
        self.stop()
        self.stepped.emit(offset)

    def _toggle(self, playing: bool) -> None:
        self.play.setIcon(icon("pause" if playing else "autoplay"))
        if playing:
            self.timer.start(self.interval)
        else:
            self.timer.stop()

    def _set_speed(self) -> None:
        if self.timer.isActive():
            self.timer.start(self.interval)

    def _tick(self) -> None:
        self.stepped.emit(1)

"""The steps of a walk: start, back, next, end, and playing by themselves."""

import math

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from playground.views.controls.calm import Slider
from playground.views.icons import icon
from playground.views.kit.appearance import icon_size, scaled
from playground.views.kit.building import in_row, named

SLOWEST, FASTEST = 4000, 150
"""Milliseconds between two steps of autoplay."""
SPEEDS = 20


class Stepper(QWidget):
    """Start, back, next, end; and playing by itself: `asked` says which, ``"next"`` when it plays."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.timeout.connect(lambda: self.asked.emit("next"))
        self.start = self._button("start", "previous", self.tr("First step"), self.tr("Go to the first step (Home)."))
        self.back = self._button("back", "step_back", self.tr("Step back"), self.tr("Go one step back (Left)."))
        self.next = self._button("next", "step_batch", self.tr("Next step"), self.tr("Go on to the next step (Right)."))
        self.end = self._button("end", "next", self.tr("Last step"), self.tr("Go to the last step (End)."))
        self.play = tool(self.tr("Autoplay"), self.tr("Let the steps follow one another by themselves."), "autoplay")
        self.play.setCheckable(True)
        self.play.toggled.connect(self._toggle)
        tip = self.tr("How fast the steps follow one another.")
        self.speed = named(Slider(Qt.Orientation.Horizontal), self.tr("Speed of autoplay"), tip)
        self.speed.setRange(0, SPEEDS)
        self.speed.setValue(SPEEDS // 2)
        scaled(self.speed, QWidget.setFixedWidth, 64)
        self.speed.valueChanged.connect(self._set_speed)
        parts = (self.start, self.back, self.next, self.end, self.play, self.speed)
        self.setLayout(in_row(*parts, gap=2, edges=(8, 0, 4, 0)))

    @property
    def interval(self) -> int:
        """Milliseconds between two steps of autoplay."""
        return round(SLOWEST * math.pow(FASTEST / SLOWEST, self.speed.value() / SPEEDS))

    def set_place(self, index: int, last: int) -> None:
        """Offer the steps there are from a place; autoplay ends at the last."""
        for button, possible in zip(
            (self.start, self.back, self.next, self.end), [index > 0] * 2 + [index < last] * 2, strict=True
        ):
            button.setEnabled(possible)
        if index >= last:
            self.stop()

    def stop(self) -> None:
        """End autoplay."""
        self.play.setChecked(False)

    def _button(self, step: str, picture: str, name: str, tip: str) -> QToolButton:
        button = tool(name, tip, picture)
        button.clicked.connect(lambda: self._ask(step))
        return button

    def _ask(self, step: str) -> None:
        self.stop()
        self.asked.emit(step)

    def _toggle(self, playing: bool) -> None:
        self.play.setIcon(icon("pause" if playing else "autoplay"))
        if playing:
            self.timer.start(self.interval)
        else:
            self.timer.stop()

    def _set_speed(self) -> None:
        if self.timer.isActive():
            self.timer.start(self.interval)


def tool(name: str, tip: str, picture: str) -> QToolButton:
    """Return a button with an icon and no word."""
    button = named(QToolButton(), name, tip)
    button.setIcon(icon(picture))
    scaled(button, QWidget.setFixedSize, 28, 28)
    scaled(button, icon_size, 16)
    return button

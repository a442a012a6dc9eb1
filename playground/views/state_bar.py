"""The status bar: what the program is doing, in fields that never change their place."""

import math
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from msgspec import Struct
from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from playground.messages import numbers
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.kit.appearance import pixels, tabular, theme
from playground.views.kit.building import spaced
from playground.views.kit.painting import painting
from playground.views.kit.snapshot_view import SnapshotView

_MESSAGE_WIDTH = 120
_SPACING = 14
LEAST_R2 = -9.0
RATE_SECONDS = 0.5


class State(Struct, frozen=True):
    """What a session can be doing: a mark of its own shape with a word (context ``StateBar``), a colour."""

    label: str
    color: str


STATES: Mapping[str, State] = MappingProxyType(
    {
        "running": State(str(QT_TRANSLATE_NOOP("StateBar", "● running")), "accent"),
        "paused": State(str(QT_TRANSLATE_NOOP("StateBar", "○ paused")), "muted"),
        "diverged": State(str(QT_TRANSLATE_NOOP("StateBar", "▲ diverged")), "error"),
    }
)
"""Every state by name."""


class Reading(Struct, frozen=True):
    """One number of the bar.

    Attributes
    ----------
    label
        Text with ``{}`` for the number, before translation (context ``StateBar``), as is `tooltip`.
    widest
        The widest thing that can stand for ``{}``.
    text
        From a snapshot and the frames per second, the number as text.
    """

    label: str
    tooltip: str
    widest: str
    text: Callable[[Snapshot, float | None], str]


def _pair(first: str, second: str) -> str:
    return f"{first} / {second}"


def _r2(value: float | None) -> str:
    """Return how much is explained; how far below "nothing" it is hardly matters."""
    if value is None or not math.isfinite(value):
        return numbers.MISSING
    return f"{value:.2f}".replace("-", numbers.MINUS) if value > LEAST_R2 else f"< −{-LEAST_R2:.0f}"


READINGS: Mapping[str, Reading] = MappingProxyType(
    {
        "cost": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "cost {}")),
            str(QT_TRANSLATE_NOOP("StateBar", "The cost on the training data / on the test data.")),
            "8.888e-88 / 8.888e-88",
            lambda snapshot, _frames: _pair(numbers.number(snapshot.train_cost), numbers.number(snapshot.test_cost)),
        ),
        "fit": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "R² {}")),
            str(
                QT_TRANSLATE_NOOP(
                    "StateBar",
                    "How much of the variation of the numbers to predict is explained, on the training data / on the "
                    "test data: 1 is all, 0 no more than by always saying the mean. Of several numbers it is the mean.",
                )
            ),
            "−8.88 / −8.88",
            lambda snapshot, _frames: _pair(
                *(_r2(None if fit is None else fit.mean_r2) for fit in (snapshot.train_fit, snapshot.test_fit))
            ),
        ),
        "rmse": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "RMSE {}")),
            str(
                QT_TRANSLATE_NOOP(
                    "StateBar",
                    "The root of the mean squared error, in the unit of the data, on the training data / on the test "
                    "data. Of several numbers it stands in Results.",
                )
            ),
            "8.888e-88 / 8.888e-88",
            lambda snapshot, _frames: _pair(
                *(
                    numbers.number(None if fit is None or len(fit.rmse) > 1 else fit.rmse[0])
                    for fit in (snapshot.train_fit, snapshot.test_fit)
                )
            ),
        ),
        "accuracy": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "accuracy {}")),
            str(QT_TRANSLATE_NOOP("StateBar", "The share of right answers on the training data / on the test data.")),
            "888.8% / 888.8%",
            lambda snapshot, _frames: _pair(
                numbers.percent(snapshot.train_accuracy),
                numbers.percent(snapshot.test_accuracy),
            ),
        ),
        "rate": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "α {}")),
            str(
                QT_TRANSLATE_NOOP(
                    "StateBar", "The learning rate of the next update: what the schedule makes of the one that is set."
                )
            ),
            "8.888e-88",
            lambda snapshot, _frames: numbers.number(snapshot.rate),
        ),
        "gradient": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "‖dW, db‖ {}")),
            str(
                QT_TRANSLATE_NOOP(
                    "StateBar", "The norm of the gradient of the cost over all weights and biases, in the last update."
                )
            ),
            "8.8e-888",
            lambda snapshot, _frames: numbers.number(gradient_norm(snapshot), 2),
        ),
        "updates": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "{} updates/s")),
            str(QT_TRANSLATE_NOOP("StateBar", "Updates of the weights in a second; one update uses one mini-batch.")),
            "8,888,000",
            lambda snapshot, _frames: numbers.grouped(_three_digits(snapshot.updates_per_second)),
        ),
        "frames": Reading(
            str(QT_TRANSLATE_NOOP("StateBar", "{} frames/s")),
            str(QT_TRANSLATE_NOOP("StateBar", "Pictures of the training shown in a second.")),
            "888",
            lambda _snapshot, frames: numbers.grouped(None if frames is None else round(frames)),
        ),
    }
)
"""Every number by name, in order; where there is little room the last ones give way."""


SCORES = frozenset({"cost", "fit", "rmse", "accuracy"})
"""Numbers that stand beside the curves too."""
CLASSES_ONLY, NUMBERS_ONLY = frozenset({"accuracy"}), frozenset({"fit", "rmse"})
"""Numbers that only a problem with classes, or one with numbers to predict, has."""


def gradient_norm(snapshot: Snapshot) -> float | None:
    """Return the Euclidean norm of the whole network's gradient, or None before the first update."""
    if snapshot.dW is None or snapshot.db is None:
        return None
    with np.errstate(all="ignore"):
        return float(sum(np.vdot(array, array) for array in (*snapshot.dW, *snapshot.db)) ** 0.5)


def state_of(snapshot: Snapshot) -> str:
    """Return the name in `STATES` of what the session is doing."""
    if snapshot.divergence is not None:
        return "diverged"
    return "running" if snapshot.running else "paused"


class FrameRate:
    """Counts frames, and says their number a second twice a second."""

    def __init__(self) -> None:
        self._frames, self._since = 0, time.perf_counter()

    def count(self, *, running: bool) -> float | None:
        """Count a frame; return the rate where there is a new one, 0 while nothing runs."""
        self._frames += 1
        now = time.perf_counter()
        elapsed = now - self._since
        if running and elapsed < RATE_SECONDS:
            return None
        rate = self._frames / elapsed if running else 0.0
        self._frames, self._since = 0, now
        return rate


class StateBar(SnapshotView):
    """State, speeds, gradient, costs and the last message, in fields of fixed width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._frames: float | None = None
        self.frame_rate = FrameRate()
        self._scores_elsewhere = False
        self._state_name = "paused"
        self._told = ""
        self._said = ""
        self._state = QLabel(self)
        self._fields = {name: QLabel(self) for name in READINGS}
        self._message = ElidedLabel(self)
        layout = QHBoxLayout(self)
        spaced(layout, gap=_SPACING, edges=(8, 2, 8, 2))
        for field in (self._state, *self._fields.values()):
            field.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(field)
        layout.addWidget(self._message, 1)
        self.setMinimumWidth(2 * _MESSAGE_WIDTH)
        self._translate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the numbers of another frame, and its message if that is a new one."""
        was_scheduled, before = self._is_scheduled, self._snapshot
        self._snapshot = snapshot
        if before is None or snapshot.problem_info is not before.problem_info or was_scheduled != self._is_scheduled:
            self._make_room()
        if snapshot.message != self._told and (snapshot.message or self._said == translated(self._told)):
            self.show_message(translated(snapshot.message))  # or nothing, where what it was about is over
        self._told = snapshot.message
        if (rate := self.frame_rate.count(running=snapshot.running)) is not None:
            self._frames = rate
        name = state_of(snapshot)
        if name != self._state_name:
            self._state_name = name
            self._dress_state()
        self._write()

    @property
    def _left_out(self) -> frozenset[str]:
        """The numbers that the problem does not have, or that stand elsewhere."""
        rate = frozenset() if self._is_scheduled else frozenset({"rate"})
        return self._not_of_the_problem | rate | (SCORES if self._scores_elsewhere else frozenset())

    @property
    def _is_scheduled(self) -> bool:
        return self._snapshot is not None and self._snapshot.rate_shares is not None

    @property
    def _not_of_the_problem(self) -> frozenset[str]:
        if self._snapshot is not None and self._snapshot.problem_info.problem == "regression":
            return CLASSES_ONLY
        return NUMBERS_ONLY

    def leave_scores_out(self, elsewhere: bool) -> None:
        """Leave out what can be read beside the curves, or show it again."""
        self._scores_elsewhere = elsewhere
        self._make_room()

    def show_message(self, text: str) -> None:
        """Show one line, shortened if it must be; the tooltip has it all."""
        self._said = text
        self._message.setText(text)

    def show_tip(self, text: str) -> None:
        """Show what is pointed at in the place of the message, and the message again when nothing is."""
        self._message.setText(text or self._said)

    def text(self, name: str) -> str:
        """Return what a field of `READINGS` shows, or ``"state"`` or ``"message"``."""
        labels = {"state": self._state, "message": self._message, **self._fields}
        return labels[name].text()

    def restyle(self) -> None:
        self._dress_state()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, or take another font."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._translate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the message its room: the last numbers give way first."""
        super().resizeEvent(event)
        self._make_room()

    def _write(self) -> None:
        if self._snapshot is None:
            return
        for name, reading in READINGS.items():
            text = self._labels[name].format(reading.text(self._snapshot, self._frames))
            field = self._fields[name]
            if field.text() != text:
                field.setText(text)

    def _translate(self) -> None:
        """Take texts, font and the widths that follow from both."""
        font = tabular(self.font())
        metrics = QFontMetrics(font)
        height = metrics.height() + 4
        self._labels = {name: self.tr(reading.label) for name, reading in READINGS.items()}
        for name, reading in READINGS.items():
            field = self._fields[name]
            field.setFont(font)
            field.setToolTip(self.tr(reading.tooltip))
            field.setFixedSize(metrics.horizontalAdvance(self._labels[name].format(reading.widest)) + 2, height)
            if self._snapshot is None:
                field.setText(self._labels[name].format(numbers.MISSING))
        words = [self.tr(state.label) for state in STATES.values()]
        self._state.setFont(font)
        self._state.setFixedSize(max(metrics.horizontalAdvance(word) for word in words) + 2, height)
        self._state.setAccessibleName(self.tr("State of the training"))
        self._state.setToolTip(self.tr("What the training is doing."))
        self._message.setAccessibleName(self.tr("Last message"))
        self._dress_state()
        self._write()
        self._make_room()

    def _dress_state(self) -> None:
        state = STATES[self._state_name]
        self._state.setText(self.tr(state.label))
        palette = QPalette(self._state.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme().color(state.color))
        self._state.setPalette(palette)

    def _make_room(self) -> None:
        room = self.width() - pixels(16) - self._state.width() - _MESSAGE_WIDTH - pixels(_SPACING)
        for name, field in self._fields.items():
            if name in self._left_out:
                field.hide()
                continue
            room -= field.width() + pixels(_SPACING)
            field.setVisible(room >= 0)


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where it does not fit; the tooltip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        line = " ".join(self.text().split())
        elided = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width())
        with painting(self) as painter:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


def _three_digits(value: float) -> int:
    """Round a speed so that its last digits do not flicker."""
    return int(float(f"{value:.3g}"))

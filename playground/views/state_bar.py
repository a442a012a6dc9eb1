"""The status bar: what the program is doing, in fields that never change their place."""

import time

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from playground.messages import numbers
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.kit.appearance import pixels, tabular, theme
from playground.views.kit.building import spaced
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.plots.text import TextLine
from playground.views.state_readings import CLASSES_ONLY, NUMBERS_ONLY, READINGS, SCORES, STATES, state_of

_MESSAGE_WIDTH = 120
_SPACING = 14
RATE_SECONDS = 0.5


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
        self._message = TextLine(self)
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
        self._said = " ".join(text.split())
        self._message.set_text(self._said)

    def show_tip(self, text: str) -> None:
        """Show what is pointed at in the place of the message, and the message again when nothing is."""
        self._message.set_text(text or self._said)

    def text(self, name: str) -> str:
        """Return what a field of `READINGS` shows, or ``"state"`` or ``"message"``."""
        labels = {"state": self._state, **self._fields}
        return self._message.text if name == "message" else labels[name].text()

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

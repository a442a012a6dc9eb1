"""The strip below the panels: drag it, and the whole window goes back to any recorded epoch."""

import time
from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from playground.messages.numbers import grouped
from playground.training.commands import Scrub, SetTimelineBudget
from playground.training.results import Recorded
from playground.training.snapshot import Snapshot
from playground.views.controls.calm import JumpingSlider
from playground.views.forms.text import explain
from playground.views.icons import icon
from playground.views.kit.appearance import pixels, restyled, scaled, scaled_font
from playground.views.kit.building import in_row, named
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.panel_style import set_property

SCRUB_MS = 33
"""While dragging, at most one state is asked for in this time: the latest."""
SETTLE_MS = 250
"""A slider just moved is not put back by an older frame for so long."""
HEIGHT = 34
ROOMY = 340
"""From this width on, at 100 %, the strip says what it is."""
CALM_SECONDS = 0.1
"""While training runs, the strip is written anew at most so often: its numbers are to be read."""

MEBIBYTE = 2**20
BUDGETS = (4 * MEBIBYTE, 16 * MEBIBYTE, 64 * MEBIBYTE, 256 * MEBIBYTE, 1024 * MEBIBYTE)
"""How much memory the timeline may take, in bytes: the choices of its menu."""


def size_text(n_bytes: int) -> str:
    """Return a size in MiB with as many digits as are worth reading: ``0.3``, ``12``."""
    size = n_bytes / MEBIBYTE
    return f"{size:.0f}" if size >= 9.95 or n_bytes == 0 else f"{size:.1f}"


class Track(JumpingSlider):
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.isEnabled():
            super().wheelEvent(event)


class TimelineStrip(SnapshotView):
    """A slider over the recorded states, which of them is shown, and the memory they take.

    Signals
    -------
    fork_requested()
        A person wants to see what else could have come of the state that is shown.
    """

    fork_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        scaled(self, QWidget.setFixedHeight, HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._recorded: Recorded | None = None
        self._wanted: int | None = None
        self._shown_at = 0.0
        self._title = QLabel(self.tr("Timeline"))
        set_property(self._title, "role", "muted")
        self.track = Track()
        self.track.setAccessibleName(self.tr("Timeline"))
        self.track.setToolTip(
            self.tr("Drag to go back to any recorded epoch: weights, maps and curves follow. Run goes on from there.")
        )
        self.track.number_at = self._epoch_at
        self.track.text_at = lambda _place: self.text
        self._place = QLabel()
        scaled_font(self._place, digits=True)
        self._place.setAccessibleName(self.tr("State shown"))
        self._memory = QToolButton()
        set_property(self._memory, "role", "menu")
        self._memory.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._memory.setText(self.tr("Memory"))
        self._memory.setAccessibleName(self.tr("Memory of the timeline"))
        self._memory.setMenu(self._budget_menu())
        self.newest = QToolButton()
        self.newest.setIcon(icon("to_end"))
        self.newest.setAccessibleName(self.tr("Newest state"))
        self.newest.setToolTip(self.tr("Go to the newest recorded state."))
        self.fork = QToolButton()
        self.fork.setIcon(icon("fork"))
        named(self.fork, self.tr("Fork here"), self.tr("Go two ways from the state shown, and compare them (K)."))
        parts = (self._title, (self.track, 1), self.newest, self.fork, self._place, self._memory)
        self.setLayout(in_row(*parts, gap=10, edges=(12, 0, 8, 0)))
        self._soon = QTimer(self, singleShot=True, interval=SCRUB_MS)
        self._soon.timeout.connect(self._ask)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._show)
        self.track.moved.connect(self._want)
        self.newest.clicked.connect(self._want_newest)
        self.fork.clicked.connect(lambda: self.fork_requested.emit())
        self._show()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.timeline is self._recorded:
            return
        now = time.perf_counter()
        if snapshot.running and now - self._shown_at < CALM_SECONDS:
            return  # the next frame shows it, or the one that tells of the pause
        self._recorded, self._shown_at = snapshot.timeline, now
        if not self._settle.isActive():
            self._show()

    def event(self, event: QEvent) -> bool:
        """Leave the word out where there is no room for it; measure the numbers anew in a font of another size."""
        done = super().event(event)
        if restyled(event):
            self._place.setMinimumWidth(0)
            self._show()
        if event.type() == QEvent.Type.Resize:
            self._title.setVisible(self.width() >= pixels(ROOMY))
        return done

    @property
    def text(self) -> str:
        return self._place.text()

    def _epoch_at(self, place: int) -> float:
        epochs = () if self._recorded is None else self._recorded.epochs
        return float(epochs[min(place, len(epochs) - 1)]) if len(epochs) else 0.0

    def _show(self) -> None:
        recorded = self._recorded
        count = 0 if recorded is None else len(recorded.epochs)
        position = count - 1 if recorded is None or recorded.position is None else recorded.position
        self.track.setEnabled(count > 1)
        self.newest.setEnabled(position < count - 1)
        self.track.show_states(count, max(0, position))
        self._write(position)
        if recorded is not None:
            self._write_memory(recorded)

    def _write(self, position: int) -> None:
        recorded = self._recorded
        if recorded is None or not len(recorded.epochs):
            self._place.setText(self.tr("nothing recorded yet"))
            return
        shown, last = (grouped(int(recorded.epochs[index])) for index in (position, -1))
        template = self.tr("epoch {shown} of {last}")
        is_newest = position == len(recorded.epochs) - 1  # then the toolbar says it all
        self._place.setText(self.tr("newest state") if is_newest else template.format(shown=shown, last=last))
        # Wide enough for the newest epoch twice, so that nothing moves while the handle does.
        widest = template.format(shown="0" * len(last), last="0" * len(last))
        width = QFontMetrics(self._place.font()).horizontalAdvance(widest) + 4
        if width > self._place.minimumWidth() or width < self._place.minimumWidth() - 40:
            self._place.setMinimumWidth(width)

    def _write_memory(self, recorded: Recorded) -> None:
        text = self.tr(
            "{used} of {budget} MiB: {count} states, one every {stride} epochs. When the memory is full, every second "
            "one goes."
        ).format(
            used=size_text(recorded.n_bytes),
            budget=size_text(recorded.budget),
            count=len(recorded.epochs),
            stride=recorded.stride,
        )
        if text != self._memory.toolTip():
            explain(self._memory, text)
        for budget, action in self._choices.items():
            action.setChecked(budget == recorded.budget)

    def _want(self, index: int) -> None:
        """Ask for a state soon: while dragging, only for the latest."""
        self._wanted = index
        self._settle.start()
        if self._recorded is not None:  # it may have become shorter under the hand
            self._write(min(index, len(self._recorded.epochs) - 1))
        if not self._soon.isActive():
            self._soon.start()

    def _want_newest(self) -> None:
        if self._recorded is not None:
            self._want(len(self._recorded.epochs) - 1)

    def _ask(self) -> None:
        recorded, index = self._recorded, self._wanted
        self._wanted = None
        if recorded is not None and index is not None and len(recorded.epochs):
            index = min(index, len(recorded.epochs) - 1)
            self.command_requested.emit(Scrub(int(recorded.epochs[index])))

    def _budget_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._choices = {}
        for budget in BUDGETS:
            action = menu.addAction(self.tr("At most {size} MiB").format(size=size_text(budget)))
            action.setCheckable(True)
            action.triggered.connect(partial(self._choose_budget, budget))
            group.addAction(action)
            self._choices[budget] = action
        return menu

    def _choose_budget(self, budget: int) -> None:
        self.command_requested.emit(SetTimelineBudget(budget))

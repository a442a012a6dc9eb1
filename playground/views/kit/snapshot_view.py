"""What every panel is: it shows snapshots, no faster than they can be read, and signals what a person wants."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from playground.training.queries import Query
from playground.training.snapshot import Snapshot
from playground.views.kit.appearance import restyled


class SnapshotView(QWidget):
    """A panel. The window connects all of its signals at once, so that a panel only has to emit those it needs.

    It draws what it can be seen with: hidden, a frame is only remembered until it is shown.

    Signals
    -------
    command_requested(command)
        Something is to be done to the session.
    field_changed(path, value)
        A field of the experiment is to have another value.
    parameters_edited(edits)
        Weights and biases are to have other values.
    preset_requested(id)
        A preset is to be opened.
    example_chosen(example)
        A training example, counted from 0, is to be walked through.
    weight_followed(layer, row, column)
        A weight is to be followed to the cost: its layer from 1, row and column from 0.
    neuron_pointed(layer, unit)
        A neuron is to be seen in the network: its layer from 1, its unit from 0.
    formula_changed(formula)
        What stands in the chain-rule workspace is another formula now.
    prediction_changed(prediction)
        A `playground.lessons.prediction.WalkPrediction` hides something else; None hides nothing.
    told(text), failed(text)
        Something was done, or could not be: one line for the person.
    cell_chosen(name)
        A number was clicked, as in ``dW[1][2,1]``.
    queries_changed()
        `queries` are others now.
    """

    command_requested = Signal(object)
    field_changed = Signal(str, object)
    parameters_edited = Signal(object)
    preset_requested = Signal(str)
    example_chosen = Signal(int)
    weight_followed = Signal(int, int, int)
    neuron_pointed = Signal(int, int)
    formula_changed = Signal(object)
    prediction_changed = Signal(object)
    told = Signal(object)
    failed = Signal(object)
    cell_chosen = Signal(str)
    queries_changed = Signal()
    _last: Snapshot | None = None

    @property
    def queries(self) -> frozenset[Query]:
        """What it needs beyond the usual frame, as long as it can be seen."""
        return frozenset()

    @property
    def snapshot(self) -> Snapshot | None:
        """The last frame; None before the first."""
        return self._last

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._last = snapshot
        self.redraw()

    def redraw(self, *_: object) -> None:
        """Draw the last frame again, if there is one and it can be seen, whatever the signal tells that asks for it."""
        if self._last is not None and self.isVisible():
            self.draw_snapshot(self._last)

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a frame that can be seen."""

    def restyle(self) -> None:
        """Take the colours and the zoom of now, where they do not come by themselves."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self.restyle()

    def heightForWidth(self, width: int) -> int:
        """Return what it needs: the page around it would give it what its parts wish for, and scroll for nothing."""
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.totalMinimumHeightForWidth(width)

    def pick_weight(self, layer: int, row: int, column: int) -> None:
        """Take in which weight a person pointed at in another panel, or which one matters most."""

    def show_place(self, page: str, phase: str, light: tuple[str, ...]) -> None:
        """Bring a page, a step of a walk and some cells into sight, by the names that lessons use."""

    def shown_place(self) -> tuple[str, str, tuple[str, ...]]:
        """Return what `show_place` would have to be told to show this again."""
        return "", "", ()

    def lock(self, names: frozenset[str]) -> None:
        """Make grey what changes these fields, or does these actions, and nothing else; a lesson wants it."""

    def show_at_work(self) -> None:
        """Show what the panel is about, for a picture."""

    @property
    def is_settled(self) -> bool:
        """Whether what `show_at_work` began has come to its end."""
        return True


class Pace(QObject):
    """Does something at most so often; what is asked for too early is done once, at the end of the pause.

    `seconds`: from one time to the next.
    """

    def __init__(self, parent: QObject, seconds: float, do: Callable[[], object]) -> None:
        super().__init__(parent)
        self.seconds, self._do, self._done_at = seconds, do, float("-inf")
        self._late = QTimer(self, singleShot=True)
        self._late.timeout.connect(self.now)

    @property
    def rested(self) -> bool:
        """Whether the pause is over."""
        return time.monotonic() - self._done_at >= self.seconds

    def now(self) -> None:
        """Do it, whatever the pause."""
        self._late.stop()
        self._done_at = time.monotonic()
        self._do()

    def soon(self) -> None:
        """Do it, at once if the pause is over."""
        if self.rested:
            self.now()
        elif not self._late.isActive():
            self._late.start(int(1000 * (self._done_at + self.seconds - time.monotonic())) + 1)

    def forget(self) -> None:
        """Let the pause be over."""
        self._done_at = float("-inf")

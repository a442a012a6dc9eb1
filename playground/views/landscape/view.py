"""The landscape: what the cost looks like around the weights, and where training goes in it."""

import time

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from playground.engine import COSTS
from playground.messages.numbers import number
from playground.training.commands import CancelJob, Command, MoveTo, SetParameter
from playground.training.landscape import CostSlice, CostSurface, symbol
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.kit.building import in_column, in_row
from playground.views.kit.empty import EmptyPlot, why_none
from playground.views.kit.fitting import FrontStack
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.landscape.header import LandscapeHeader
from playground.views.landscape.modes import MODES, Requests, Wish, flat, is_stale
from playground.views.landscape.side import (
    SidePanel,
    StatusLine,
    axis_names,
    extent,
    out_of_date,
    slice_facts,
    surface_facts,
    why_empty,
)
from playground.views.landscape.slice_plot import SlicePlot
from playground.views.landscape.surface_plot import SurfacePlot

Result = CostSlice | CostSurface
Numbers = NDArray[np.float64]


class LandscapeView(SnapshotView):
    """Cost against one weight, over two, or over a plane; a click moves the weights there.

    It asks for what it shows while it is visible, and again when the weights have moved.

    `command_requested`: a training command: compute, cancel, or move the weights.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._flat: tuple[Snapshot | None, Numbers] = (None, np.empty(0))
        self._requests = Requests()
        self._stopped: Wish | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._ask_if_due)
        self.header = LandscapeHeader()
        self.slice_plot, self.surface_plot = SlicePlot(), SurfacePlot()
        self.empty = EmptyPlot("")
        self.side, self.status = SidePanel(), StatusLine()
        self._lay_out()
        self._connect()

    # What the window calls.

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        """Show a frame, and ask for what it lacks."""
        self._draw(snapshot)
        self._ask_if_due()

    def pick_weight(self, layer: int, row: int, column: int) -> None:
        """Look at a weight picked elsewhere: layer from 1, column `n_{l-1}` is the bias.

        With two weights it becomes the one of the axis whose turn it is.
        """
        self._catch_up()
        self.header.pick((layer, row, column))

    def set_mode(self, name: str) -> None:
        """Look in one of the ways of `MODES`."""
        self.header.set_mode(name)

    def show_place(self, page: str, phase: str, light: tuple[str, ...]) -> None:  # noqa: ARG002 - it has no steps
        """Look in one of the ways of `MODES`, for a lesson."""
        if page in MODES:
            self.set_mode(page)

    def shown_place(self) -> tuple[str, str, tuple[str, ...]]:
        return self.header.mode.name, "", ()

    def restyle(self) -> None:
        self.redraw()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing more."""
        self._later.stop()
        super().hideEvent(event)

    # Construction.

    def _lay_out(self) -> None:
        self.stack = FrontStack(self.empty, self.slice_plot, self.surface_plot)
        middle = in_row((self.stack, 3), (self.side, 1), gap=12)
        self.setLayout(in_column(self.header, (middle, 1), self.status, gap=6, edges=(8, 6, 8, 6)))

    def _connect(self) -> None:
        self.header.changed.connect(self._wish_changed)
        self.header.options_changed.connect(self.redraw)
        self.side.reset_requested.connect(self._show_all)
        for changed in (self.side.steps.chosen_changed, self.side.steps.table.pointed):
            changed.connect(self._mark_step)
        self.side.steps.wanted.connect(self.command_requested)
        self.slice_plot.chosen.connect(self._move_weight)
        self.surface_plot.chosen.connect(self._move_weights)
        for plot in (self.slice_plot, self.surface_plot):
            plot.pointed.connect(self._tell)
            plot.canvas.following_changed.connect(self._offer_reset)
        self.status.again_requested.connect(self._ask)
        self.status.cancel_requested.connect(self._cancel)
        self.status.follow.toggled.connect(self._ask_if_due)

    # Asking.

    def _wish_changed(self) -> None:
        self._stopped = None
        for plot in (self.slice_plot, self.surface_plot):
            plot.canvas.reset_view()
        self.redraw()

    def _ask_if_due(self) -> None:
        snapshot = self.snapshot
        if snapshot is None or not self.isVisible():
            return
        wish = self.header.wish
        if wish is None or wish == self._stopped or "surface" in snapshot.withheld:
            return
        if wish.result(snapshot) is not None and not self.status.follow.isChecked():
            return
        wait = self._requests.wait(wish, snapshot, self._parameters(snapshot), time.monotonic())
        if wait == 0:
            self._ask()
        elif wait is not None:
            self._later.start(int(wait * 1e3) + 1)

    def _ask(self) -> None:
        snapshot, wish = self.snapshot, self.header.wish
        if snapshot is not None and wish is not None:
            self._stopped = None
            self._requests.asked(wish, snapshot, time.monotonic())
            self.command_requested.emit(wish.command())
            self._draw(snapshot)

    def _cancel(self) -> None:
        wish = self.header.wish
        if wish is not None:
            self._stopped = wish
            self.command_requested.emit(CancelJob(wish.mode.job))
            self.redraw()

    # Drawing.

    def _parameters(self, snapshot: Snapshot) -> Numbers:
        """Return the parameters `(P,)` of a snapshot, put together once."""
        if self._flat[0] is not snapshot:
            self._flat = (snapshot, flat(snapshot))
        return self._flat[1]

    def _catch_up(self) -> None:
        """Offer the weights of the network that the last snapshot shows."""
        snapshot = self.snapshot
        if snapshot is not None and snapshot.problem_info is not self._problem_info:
            self._problem_info, self._stopped = snapshot.problem_info, None
            self.header.set_problem_info(snapshot.problem_info)

    def _draw(self, snapshot: Snapshot) -> None:
        self._catch_up()
        wish = self.header.wish
        if wish is None:
            self.side.show_steps(None)
            self._say_empty(self.tr("Nothing to look at yet: it appears with the first frame."))
            return
        self.side.about.setText(translated(wish.mode.about))
        result = wish.result(snapshot)
        self._show_steps(result, snapshot)
        if isinstance(result, CostSlice):
            self._draw_slice(result, snapshot)
        elif isinstance(result, CostSurface) and not result.refusal and result.spacing:
            self._draw_surface(result, snapshot)
        else:
            text = why_empty(result, canceled=wish == self._stopped)
            self._say_empty(why_none(snapshot, "surface", text))
        if "surface" in snapshot.withheld:
            self.status.show_state("")
        else:
            self._tell_state(wish, result, snapshot)

    def _draw_slice(self, result: CostSlice, snapshot: Snapshot) -> None:
        penalty = result.experiment.training.l1 > 0 or result.experiment.training.l2 > 0
        shown = penalty and self.header.penalty.isChecked()
        self.header.offer(penalty=penalty)
        cost = translated(COSTS[result.experiment.training.cost].label)
        self.slice_plot.canvas.set_names(symbol(result.place, snapshot.problem_info.sizes), cost)
        self.slice_plot.show_slice(
            result,
            logarithmic=self.header.logarithmic.isChecked(),
            penalty=shown,
            stale=not snapshot.running and is_stale(result, snapshot, self._parameters(snapshot)),
        )
        self.stack.setCurrentWidget(self.slice_plot)
        self.side.set_facts(slice_facts(result, penalty=shown))
        self._tell(self.slice_plot.pointer)

    def _draw_surface(self, result: CostSurface, snapshot: Snapshot) -> None:
        parameters = self._parameters(snapshot)
        x, y, _distance = result.project(parameters)
        stale = is_stale(result, snapshot, parameters)
        self.surface_plot.canvas.set_names(*axis_names(result))
        self.surface_plot.show_surface(
            result,
            logarithmic=self.header.logarithmic.isChecked(),
            contours=self.header.contours.isChecked(),
            here=(x, y),
            stale=stale and not (snapshot.running and self.status.follow.isChecked()),
        )
        self.stack.setCurrentWidget(self.surface_plot)
        lowest = self.surface_plot.lowest()
        facts = surface_facts(result, snapshot, (x, y), None if lowest is None else lowest[1])
        self.side.set_facts(facts)
        self._tell(self.surface_plot.pointer)

    def _show_steps(self, result: Result | None, snapshot: Snapshot) -> None:
        """Show the next steps in numbers, which are there before the map is."""
        shown = result if isinstance(result, CostSurface) and result.steps else None
        refusal = ""
        if shown is not None and snapshot.running:
            refusal = self.tr("Pause first: the weights move on.")
        elif shown is not None and is_stale(shown, snapshot, self._parameters(snapshot)):
            refusal = self.tr("These steps are of other weights or settings: compute them again first.")
        self.side.show_steps(shown, refusal)
        self._mark_step()

    def _mark_step(self, *_: object) -> None:
        """Mark the step of the row under the mouse, else of the one chosen."""
        name = self.side.steps.table.current
        self.surface_plot.show_steps("" if name is None else str(name), same_length=self.header.same_length.isChecked())

    def _say_empty(self, sentence: str) -> None:
        self.empty.set_sentence(sentence)
        self.stack.setCurrentWidget(self.empty)
        self.side.set_facts(())
        self.side.reading.set_text("")

    def _tell_state(self, wish: Wish, result: Result | None, snapshot: Snapshot) -> None:
        """Say in the status line what is going on."""
        follows = snapshot.running and self.status.follow.isChecked()
        if wish == self._stopped and (result is None or result.progress < 1):
            self.status.show_state(self.tr("Canceled: the picture is not complete."), warns=True)
        elif result is None or result.progress < 1:
            self.status.show_state(self.tr("Computing …"), share=0.0 if result is None else result.progress)
        elif isinstance(result, CostSurface) and result.refusal:
            self.status.show_state("")
        elif follows:
            self.status.show_state(self.tr("As of update {:,}").format(result.update))
        elif is_stale(result, snapshot, self._parameters(snapshot)):
            self.status.show_state(out_of_date(result, snapshot), warns=True)
        else:
            self.status.show_state(extent(result, snapshot))

    # The mouse.

    def _tell(self, point: object) -> None:
        snapshot, wish = self.snapshot, self.header.wish
        result = None if snapshot is None or wish is None else wish.result(snapshot)
        if not isinstance(point, tuple) or result is None or snapshot is None:
            self.side.reading.set_text("")
            self.surface_plot.mark(None)
            return
        x, y = point
        if isinstance(result, CostSlice):
            name = symbol(result.place, snapshot.problem_info.sizes)
            cost = self.slice_plot.cost_at(x)
            text = self.tr("{name} = {x} → cost {cost}").format(name=name, x=number(x), cost=number(cost))
        else:
            cost = self.surface_plot.cost_at(x, y)
            self.surface_plot.mark(cost)
            text = self.tr("({x}, {y}) → cost {cost}").format(x=number(x), y=number(y), cost=number(cost))
        self.side.reading.set_text(text)

    def _move_weight(self, value: float, _height: float) -> None:
        wish = self.header.wish
        if wish is not None and wish.places:
            self._post(SetParameter(*wish.places[0], value))

    def _move_weights(self, x: float, y: float) -> None:
        snapshot, wish = self.snapshot, self.header.wish
        result = None if snapshot is None or wish is None else wish.result(snapshot)
        if isinstance(result, CostSurface) and not result.refusal:
            self._post(MoveTo(result.parameters(x, y), "Move weights"))

    def _post(self, command: Command) -> None:
        self.command_requested.emit(command)

    def _show_all(self) -> None:
        for plot in (self.slice_plot, self.surface_plot):
            plot.canvas.reset_view()

    def _offer_reset(self, following: bool) -> None:
        self.side.reset.setEnabled(not following)

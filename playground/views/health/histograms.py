"""The page of histograms: the pictures of every layer, asked for while they are seen."""

from math import isfinite, sqrt

from PySide6.QtWidgets import QWidget

from playground.messages.numbers import grouped, percent
from playground.training.commands import Scrub, StartHistograms
from playground.training.histograms import ACTIVATIONS, GRADIENTS, QUANTITIES
from playground.training.snapshot import Snapshot
from playground.views.health.histogram_canvas import TICKS, Cell, HistogramCanvas, share_colors
from playground.views.kit.building import in_column
from playground.views.kit.color_bar import ColorBar
from playground.views.kit.empty import EmptyPlot, why_none
from playground.views.kit.pace import Pace
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.plots.text import TextLine

CALM_SECONDS = 0.5
"""While training runs they are counted anew at most so often."""


class HistogramPanel(SnapshotView):
    """The pictures, what colours mean, and the cell under the mouse in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quantity = QUANTITIES[0]
        self._asked: object = None
        self._pace = Pace(self, CALM_SECONDS, self._ask)
        self.canvas = HistogramCanvas()
        self.bar = ColorBar(lying=True, beside=True)
        self.bar.setAccessibleName(self.tr("Which share of the numbers"))
        ticks = [(sqrt(share), percent(share).replace(".0", "")) for share in TICKS]
        self.bar.set_scale(share_colors, 0.0, 1.0, ticks=(ticks,))
        self.line = TextLine()
        self.line.set_color(lambda look: look.muted)
        self.empty = EmptyPlot("")
        self.canvas.pointed.connect(self._tell)
        self.canvas.selected_changed.connect(self._tell)
        self.canvas.chosen.connect(self._go)
        self.setLayout(in_column((self.empty, 1), (self.canvas, 1), self.bar, self.line, gap=3))
        self.setFocusProxy(self.canvas)

    def choose(self, quantity: str) -> None:
        self._quantity = quantity
        self.redraw()

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        report = snapshot.histograms
        if snapshot.timeline is not self._asked and "histograms" not in snapshot.withheld:
            (self._pace.soon if snapshot.running else self._pace.now)()
        for widget in (self.canvas, self.bar, self.line):
            widget.setVisible(report is not None)
        self.empty.setVisible(report is None)
        if report is None:
            self.empty.set_sentence(why_none(snapshot, "histograms", self.tr("The recorded epochs are counted …")))
            return
        self.canvas.show_report(report, self._quantity, snapshot.epoch)
        self._tell()

    def _ask(self) -> None:
        if self.snapshot is not None:
            self._asked = self.snapshot.timeline
            self.command_requested.emit(StartHistograms())

    def _go(self, key: Cell) -> None:
        self.command_requested.emit(Scrub(self.canvas.epoch_of(key)))

    def _tell(self, *_: object) -> None:
        item = self.canvas.item_of(self.canvas.current)
        if item is None:
            self.bar.mark(None)
            self.line.set_text(self._explained())
        else:
            self.bar.mark(sqrt(max(share, 0.0)) if isfinite(share := self.canvas.share(item.key)) else None)  # type: ignore[arg-type]
            self.line.set_text(item.tip)

    def _explained(self) -> str:
        report = self.snapshot.histograms if self.snapshot is not None else None
        texts = {
            ACTIVATIONS: self.tr("What the neurons give for {n} training examples. A click goes to the epoch."),
            GRADIENTS: self.tr("The size of each weight's gradient in the last update. A click goes to the epoch."),
        }
        usual = self.tr("The weights at each recorded epoch. A click goes there.")
        return texts.get(self._quantity, usual).format(n=0 if report is None else grouped(report.examples))

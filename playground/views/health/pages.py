"""The pages of Health: how the layers are now, how their numbers spread over the epochs, what each neuron is worth."""

from math import isfinite, sqrt

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from playground.messages.numbers import grouped, percent
from playground.training.commands import Scrub, StartHistograms
from playground.training.histograms import ACTIVATIONS, GRADIENTS, QUANTITIES, WEIGHTS
from playground.training.snapshot import Snapshot
from playground.views.health.histogram_canvas import TICKS, Cell, HistogramCanvas, share_colors
from playground.views.health.neurons import NeuronsPanel
from playground.views.health.view import SIDE, HealthView
from playground.views.kit.appearance import pixels
from playground.views.kit.building import in_column, in_row
from playground.views.kit.buttons import ModeButtons
from playground.views.kit.color_bar import ColorBar
from playground.views.kit.empty import EmptyPlot, why_none
from playground.views.kit.snapshot_view import Pace, SnapshotView
from playground.views.plots.text import TextLine

LAYERS, NEURONS = "layers", "neurons"
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


class HealthPages(SnapshotView):
    """Three looks at the layers, of which one is in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers, self.histograms, self.neurons = HealthView(), HistogramPanel(), NeuronsPanel()
        self.modes = ModeButtons(
            {
                LAYERS: (self.tr("Layers"), self.tr("How each layer is doing, and what is wrong, if something is.")),
                WEIGHTS: ("W", self.tr("Histograms of each layer's weights over the epochs.")),
                ACTIVATIONS: ("A", self.tr("Histograms of each layer's activations over the epochs.")),
                GRADIENTS: ("dW", self.tr("Histograms of each layer's gradients over the epochs.")),
                NEURONS: (self.tr("Neurons"), self.tr("What the network comes to without each of its neurons.")),
            }
        )
        self.stack = QStackedWidget()
        for page in (self.layers, self.histograms, self.neurons):
            self.stack.addWidget(page)
            page.command_requested.connect(self.command_requested)
            page.preset_requested.connect(self.preset_requested)
            page.neuron_pointed.connect(self.neuron_pointed)
        self.modes.chosen.connect(self._open)
        row = in_row(self.modes, None, edges=(SIDE, 4, SIDE, 0))
        place = in_column(self.stack)
        self.setLayout(in_column(row, (place, 1), gap=2))
        for page in (self.histograms, self.neurons):
            page.setContentsMargins(pixels(SIDE), 0, pixels(SIDE), pixels(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(pixels(240), pixels(180))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._last = snapshot
        for page in (self.layers, self.histograms, self.neurons):
            page.show_snapshot(snapshot)

    def show_place(self, page: str, phase: str, light: tuple[str, ...]) -> None:  # noqa: ARG002 - it has no phases
        if page in self.modes.buttons:
            self.modes.choose(page)

    def shown_place(self) -> tuple[str, str, tuple[str, ...]]:
        return self.modes.current, "", ()

    def _open(self, name: str) -> None:
        page = {LAYERS: self.layers, NEURONS: self.neurons}.get(name, self.histograms)
        if page is self.histograms:
            self.histograms.choose(name)
        self.stack.setCurrentWidget(page)

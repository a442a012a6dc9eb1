"""Health: how the layers are doing now, how their numbers spread over the epochs, and what each neuron is worth."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from playground.training.histograms import ACTIVATIONS, GRADIENTS, WEIGHTS
from playground.training.snapshot import Snapshot
from playground.views.health.histograms import HistogramPanel
from playground.views.health.neurons import NeuronsPanel
from playground.views.health.view import SIDE, HealthView
from playground.views.kit.appearance import pixels
from playground.views.kit.building import in_column, in_row
from playground.views.kit.mode_buttons import ModeButtons
from playground.views.kit.snapshot_view import SnapshotView

LAYERS, NEURONS = "layers", "neurons"


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

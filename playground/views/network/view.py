"""The network: every neuron with a live map, the weights between them, and controls to change all of it.

The controls are small and quiet: a style sheet on top of the application's. The spin boxes have arrows of no size: with
``NoButtons`` a style sheet leaves them no room for their text.
"""

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from playground.training.ablation_job import Ablation
from playground.training.queries import Query
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.kit.appearance import scaled, theme, zoom
from playground.views.kit.building import in_column, scrolling
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.network.band import COMPACT_BAND, FULL_BAND, HeaderBand
from playground.views.network.canvas import NetworkCanvas
from playground.views.network.captions import Captions
from playground.views.network.controls import BODY_WIDTH
from playground.views.network.diagram import Diagram
from playground.views.network.editor import ParameterEditor
from playground.views.network.layout import (
    FULL_HEIGHT,
    FULL_PITCH,
    LARGEST_TILE,
    SMALLEST_TILE,
    Edge,
    Margins,
    Neuron,
    Target,
    arrange,
    image_width,
    pitch,
    smallest_width,
)
from playground.views.network.maps import image_of
from playground.views.network.readout import ReadoutCard, read
from playground.views.plots.style import small_font

NAMES_ROOM, NAMES_ROOM_COMPACT = 84.0, 44.0
LEGEND_HEIGHT = 24.0
LOWEST = 172
"""Pixels at 100 % with room for the controls, four rows of tiles and the legend."""
IMAGE_MARGIN = 12.0


class NetworkView(SnapshotView):
    """The network diagram.

    Signals
    -------
    field_changed(path, value)
        ``"network.hidden"`` with a tuple of `LayerSettings`, ``"network.output_activation"`` with a name, or
        ``"data.features"`` with a tuple of formulas.
    unit_hovered(place)
        `(layer, unit)` of the neuron pointed at (layer 0 are the features), or None.
    parameters_edited(edits)
        A new weight or bias of layer 1 … L; the column after the last weight's is the bias.
    """

    unit_hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._is_stale, self._arranged_for = False, QSize()
        self._first: dict[int, int] = {}
        self._hovered: tuple[int, int] | None = None
        self.canvas = NetworkCanvas()
        self.band = HeaderBand(self.canvas)
        self._scroll = scrolling(self.canvas, sideways=True, down=False)
        self.setLayout(in_column(self._scroll))
        self.card = ReadoutCard(self)
        self.editor = ParameterEditor(self)
        self.setAccessibleName(self.tr("Network"))
        self.canvas.setAccessibleName(self.tr("Network diagram"))
        self._say_selection("")
        self.band.field_changed.connect(self.field_changed)
        # Queued, still before it paints: while layouts settle it is given several sizes, and the last one counts.
        self.canvas.resized.connect(self._fit, Qt.ConnectionType.QueuedConnection)
        self.canvas.target_pointed.connect(self._point)
        self.canvas.opened.connect(self._open)
        self.canvas.followed.connect(self._follow)
        self.canvas.parts_changed.connect(self.field_changed)
        self.editor.followed.connect(self._follow)
        self.canvas.paged.connect(self._page)
        self.canvas.left.connect(self.editor.take_and_close)
        self.editor.parameters_edited.connect(self.parameters_edited)
        self.editor.closed.connect(self._editor_closed)
        scaled(self, QWidget.setMinimumHeight, LOWEST)

    @property
    def queries(self) -> frozenset[Query]:
        """What the hidden neuron pointed at is worth."""
        layers = 0 if self._problem_info is None else len(self._problem_info.sizes)
        if self._hovered is None or not 1 <= self._hovered[0] < layers - 1:
            return frozenset()
        return frozenset({Ablation(*self._hovered)})

    @Slot(int, int)
    def point_neuron(self, layer: int, unit: int) -> None:
        """Mark a neuron and show its numbers, as the arrow keys do."""
        self.canvas.go_to(Neuron(layer, unit))

    def lock(self, names: frozenset[str]) -> None:
        self.band.lock(names)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the editor: what it belongs to has moved."""
        super().resizeEvent(event)
        self.editor.take_and_close()

    def restyle(self) -> None:
        self._arrange()

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        self.band.set_network(snapshot.experiment, snapshot.problem_info)
        if snapshot.problem_info is not self._problem_info or self._is_stale:
            self._problem_info = snapshot.problem_info
            self._arrange()
        self.canvas.show_snapshot(snapshot)
        self.editor.show_snapshot(snapshot)
        if self.card.isVisible() and self.canvas.target is not None:
            self.card.set_reading(read(snapshot, self.canvas.target))

    @Slot()
    def _fit(self) -> None:
        if self._scroll.viewport().size() != self._arranged_for:
            self._arrange()

    def _arrange(self) -> None:
        """Place everything for the present problem, size, font and theme; while hidden that waits."""
        problem_info = self._problem_info
        self._is_stale = not self.isVisible()
        if problem_info is None or self._is_stale:
            return
        self._arranged_for = self._scroll.viewport().size()
        layers = len(problem_info.sizes)
        factor, font = zoom(), small_font(self.canvas.base_font)
        image = image_of(problem_info)
        captions = Captions.of(problem_info, font, NAMES_ROOM)
        height = self._scroll.viewport().height() / factor
        available = self._scroll.viewport().width() / factor
        tile = min(LARGEST_TILE, max(pitch(layers, available, 60, 60) / 2, SMALLEST_TILE))
        left, right = self._side_margins(captions, image, tile)
        compact = height < FULL_HEIGHT or pitch(layers, available, left, right) < FULL_PITCH
        if compact:
            captions = Captions.of(problem_info, font, NAMES_ROOM_COMPACT)
            left, right = self._side_margins(captions, image, tile, narrowest=30)
        band = COMPACT_BAND if compact else FULL_BAND
        if image is not None:
            side = image_width(image, pitch(layers, available, left, right), height - band - LEGEND_HEIGHT)
            left = max(left, side / 2 + IMAGE_MARGIN)
        least = smallest_width(layers, left, right)
        self.canvas.setMinimumWidth(round(least * factor))
        width = max(available, round(least))
        margins = Margins(left, band, right, LEGEND_HEIGHT)
        first = [self._first.get(layer, 0) for layer in range(layers)]
        layout = arrange(problem_info.sizes, width, height, margins, first, self.devicePixelRatioF() * factor, image)
        self.band.place(layout, compact)
        self.canvas.set_diagram(Diagram(problem_info, layout, captions, theme()))
        if self.snapshot is not None and self.snapshot.problem_info is problem_info:  # not one that came while hidden
            self.canvas.show_snapshot(self.snapshot)

    def _side_margins(
        self,
        captions: Captions,
        image: tuple[int, int] | None,
        tile: float,
        narrowest: float = BODY_WIDTH / 2 + 6,
    ) -> tuple[float, float]:
        """Return the distances from the edges to the middles of the first and the last column."""
        names = (captions.features if image is None else (), captions.outputs)
        left, right = (captions.width(side) + tile / 2 + 8 for side in names)
        return max(left, narrowest), max(right, narrowest)

    def _point(self, target: Target | None, point: QPoint) -> None:
        snapshot = self.snapshot
        place = (target.layer, target.unit) if isinstance(target, Neuron) else None
        if place != self._hovered:
            self._hovered = place
            self.unit_hovered.emit(place)
            self.queries_changed.emit()
        if target is None or snapshot is None or self.editor.target is not None:
            self.card.hide()
        else:
            reading = read(snapshot, target)
            self.card.set_reading(reading)
            self.card.place_near(self.canvas.mapTo(self, point), self.rect().adjusted(4, 4, -4, -4))
            self.card.show()
            self.card.raise_()
            if isinstance(target, Neuron) and target == self.canvas.selected:
                self._say_selection(reading.sentence)

    def _open(self, target: Edge | Neuron, point: QPoint) -> None:
        if self.snapshot is None:
            return
        self.card.hide()
        area = self.rect().adjusted(4, 4, -4, -4)
        self.editor.open(target, self.snapshot, self.canvas.mapTo(self, point), area)
        self.canvas.pin(target)

    def _follow(self, edge: Edge) -> None:
        self.editor.take_and_close()
        self.weight_followed.emit(*edge)

    def _editor_closed(self) -> None:
        self.canvas.pin(None)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self, layer: int, unit: int) -> None:
        self._first[layer] = unit
        self._arrange()

    def _say_selection(self, selection: str) -> None:
        how = self.tr("Arrow keys move among the neurons, Enter edits the one selected.")
        self.canvas.setAccessibleDescription(f"{selection}. {how}" if selection else how)

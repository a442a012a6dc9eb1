"""Images: the examples with what the network says of them, what the first layer looks for, and a pad to draw on."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QWidget

from playground.training.queries import Query
from playground.training.queries.predictions import Predictions
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.images.card import Card
from playground.views.images.pad_pane import PadPane
from playground.views.images.pixels import CARD_SECONDS, are_images
from playground.views.images.sample_pane import SamplePane
from playground.views.images.samples import SampleGrid
from playground.views.images.weights import WeightGrid, WeightPane
from playground.views.kit.building import in_column
from playground.views.kit.empty import EmptyPage
from playground.views.kit.fitting import FrontStack, divided
from playground.views.kit.snapshot_view import Pace, SnapshotView
from playground.views.panel_style import set_property

PRESET = "digits"
SHARES = (57, 43)
"""Of the width, for the samples and for the rest."""


class ImagesView(SnapshotView):
    """Three panes for data whose examples are images with classes; else a way to such data.

    Signals
    -------
    queries_changed
        `queries` are others.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        self._pace = Pace(self, CARD_SECONDS, self._show_card)
        self._queries: frozenset[Query] = frozenset()
        self.empty = EmptyImages()
        self.samples, self.pad, self.weights = SamplePane(), PadPane(), WeightPane()
        self._lay_out()
        self.card = Card(self)
        self.empty.preset_requested.connect(self.preset_requested)
        self.samples.example_chosen.connect(self.example_chosen)
        self.samples.told.connect(self.told)
        self.pad.query_changed.connect(self._collect_queries)
        for grid in (self.samples.grid, self.weights.grid):
            grid.pointed.connect(self._show_card)
            grid.selected_changed.connect(self._show_card)
        self.weights.grid.moved.connect(self._show_card)

    # What the window calls.

    @property
    def queries(self) -> frozenset[Query]:
        return self._queries

    def show_snapshot(self, snapshot: Snapshot) -> None:
        super().show_snapshot(snapshot)
        if not self.isVisible():
            self._collect_queries()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.card.hide()

    # Inside.

    def _lay_out(self) -> None:
        right = divided(Qt.Orientation.Vertical, (self.pad, 1), (self.weights, 1))
        columns = divided(Qt.Orientation.Horizontal, (self.samples, SHARES[0]), (right, SHARES[1]))
        columns.setSizes([10 * share for share in SHARES])
        right.setSizes([500, 500])
        self._stack = FrontStack(self.empty, columns)
        self.setLayout(in_column(self._stack))

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        usable = are_images(snapshot.problem_info)
        self._stack.setCurrentIndex(int(usable))
        if not usable:
            self.card.hide()
            self._collect_queries()
            return
        self._problem_info = snapshot.problem_info
        self.samples.show_answer(snapshot.problem_info, snapshot.answers.get(Predictions()), snapshot.running)
        self.weights.show_snapshot(snapshot)
        self.pad.show_snapshot(snapshot)
        self._collect_queries()
        if self.card.isVisible():
            (self._pace.soon if snapshot.running else self._pace.now)()

    def _collect_queries(self) -> None:
        queries: frozenset[Query] = frozenset()
        if self.snapshot is not None and are_images(self.snapshot.problem_info):
            drawn = self.pad.query
            queries = frozenset([Predictions()] if drawn is None else [Predictions(), drawn])
        if queries != self._queries:
            self._queries = queries
            self.queries_changed.emit()

    def _show_card(self, _hovered: object = None) -> None:
        grids: tuple[SampleGrid | WeightGrid, ...] = (self.samples.grid, self.weights.grid)
        for grid in grids:
            tile = grid.current_tile
            if tile is not None and grid.isVisible():
                place = grid.image_rect(tile)
                corner = grid.mapTo(self, place.topLeft())
                beside = QRect(corner, place.size())
                if grid is self.weights.grid:  # beside all of them: they are few, and to be compared
                    beside.setLeft(self.weights.mapTo(self, QPoint()).x())
                    beside.setRight(self.width())
                self.card.show_beside(grid.content(tile), beside)
                return
        self.card.hide()


class EmptyImages(EmptyPage):
    """Two sentences and a button."""

    preset_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(self.tr("Open handwritten digits"))
        self.button.setToolTip(self.tr("Open the preset; Undo brings the present experiment back."))
        self.button.setAccessibleDescription(self.button.toolTip())
        set_property(self.button, "role", "primary")
        self.button.clicked.connect(lambda: self.preset_requested.emit(PRESET))
        self.fill(
            self.tr("For data that are images"),
            self.tr(
                "With images of several classes you see here what the network makes of each of them, what every neuron "
                "of the first layer looks for, and you can draw an image of your own that is classified as you draw. "
                "Open the preset of handwritten digits, or images of your own in MNIST's format."
            ),
            below=self.button,
        )

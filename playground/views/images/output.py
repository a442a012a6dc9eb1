"""Train with images: what the network says of the image that is pointed at, in the place of a map of two pixels."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from playground.training.queries import Query
from playground.training.queries.predictions import Predictions
from playground.training.snapshot import Snapshot
from playground.views.images.pixels import CARD_SECONDS, are_images
from playground.views.kit.appearance import scaled
from playground.views.kit.building import in_column, scrolling
from playground.views.kit.buttons import ModeButtons
from playground.views.kit.fitting import divided
from playground.views.kit.snapshot_view import Pace, SnapshotView

if TYPE_CHECKING:
    from playground.views.images.card import ImagePanel
    from playground.views.images.sample_pane import SamplePane


class ImageOutput(SnapshotView):
    """The image that is pointed at with a bar for each class, and below it the samples to point at.

    `panel` and `samples`: the parts, made when there are images: a start with other data does not pay for them.

    Signals
    -------
    usable_changed(usable)
        Whether the data are images with classes.
    """

    usable_changed = Signal(bool)
    panel: "ImagePanel"
    samples: "SamplePane"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usable = False
        self._tile = 0
        self._pace = Pace(self, CARD_SECONDS, self._show_image)
        self._parts: tuple[QWidget, ...] = ()

    def _build(self) -> None:
        from playground.views.images.card import ImagePanel
        from playground.views.images.sample_pane import SamplePane

        self.panel, self.samples = ImagePanel(), SamplePane()
        self.samples.example_chosen.connect(self.example_chosen)
        self.samples.told.connect(self.told)
        self.samples.grid.pointed.connect(self._point)
        self.samples.grid.selected_changed.connect(self._point)
        self._parts = self.panel, self.samples
        self.setLayout(in_column(divided(Qt.Orientation.Vertical, (self.panel, 0), (self.samples, 1))))

    @property
    def queries(self) -> frozenset[Query]:
        return frozenset({Predictions()}) if self._usable else frozenset()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        before, self._usable = self._usable, are_images(snapshot.problem_info)
        if self._usable and not self._parts:
            self._build()
        super().show_snapshot(snapshot)
        if self._usable != before:
            self.queries_changed.emit()
            self.usable_changed.emit(self._usable)

    def restyle(self) -> None:
        self._show_image()

    def sizeHint(self) -> QSize:
        return QSize(320, 420)

    def draw_snapshot(self, snapshot: Snapshot) -> None:
        if self._usable:
            self.samples.show_answer(snapshot.problem_info, snapshot.answers.get(Predictions()), snapshot.running)
            (self._pace.soon if snapshot.running else self._pace.now)()

    def _point(self, tile: object) -> None:
        """Show an image until another one is pointed at."""
        if isinstance(tile, int):
            self._tile = tile
            self._show_image()

    def _show_image(self) -> None:
        if self._usable and (count := len(self.samples.grid.shown)):
            self._tile = min(self._tile, count - 1)
            self.panel.show_content(self.samples.grid.content(self._tile))


class OutputColumn(QWidget):
    """What comes out: a map of two inputs or, for images, the one that is pointed at, with the map a click away.

    `maps`: what the column consists of otherwise, one above the other; the last one has the room that is left.

    `buttons`: the choice; hidden where there is none.
    """

    def __init__(self, images: ImageOutput, *maps: QWidget) -> None:
        super().__init__()
        image = self.tr("The image that is pointed at below, with the output for each class.")
        pixels = self.tr("What the network says where two pixels vary and all the others rest.")
        self.buttons = ModeButtons(
            {"image": (self.tr("Image"), image), "map": (self.tr("Map of two pixels"), pixels)}, gap=2
        )
        scaled(self.buttons, QWidget.setContentsMargins, 8, 6, 8, 0)
        page = QWidget()
        page.setLayout(in_column(*maps[:-1], (maps[-1], 1), gap=0))
        self._stack = QStackedLayout()
        for each in (images, page):  # squeezed, bars would lie on each other, and a map on its numbers
            self._stack.addWidget(scrolling(each))
        self.setLayout(in_column(self.buttons, (self._stack, 1), gap=0))
        self.buttons.chosen.connect(self._show)
        images.usable_changed.connect(self._follow_data)
        self._follow_data(usable=False)

    def show_map(self) -> None:
        self.buttons.choose("map")

    def _follow_data(self, usable: bool) -> None:
        self.buttons.setVisible(usable)
        self.buttons.choose("image" if usable else "map")
        self._show(self.buttons.current)

    def _show(self, name: str) -> None:
        self._stack.setCurrentIndex(0 if name == "image" else 1)

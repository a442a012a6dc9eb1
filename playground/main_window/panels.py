"""The panels of a window that are there from the start."""

from msgspec import Struct
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from playground.main_window.undo_stack import UndoMirror
from playground.views.banner import Banner
from playground.views.cost.view import CostView
from playground.views.heatmaps.view import HeatmapView
from playground.views.images.output import ImageOutput
from playground.views.kit.fitting import USUAL_HANDLE, divided
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.network.view import NetworkView
from playground.views.output.view import OutputView
from playground.views.panels.about import DescriptionPanel
from playground.views.panels.data import DataPanel
from playground.views.panels.group import GroupedPanel
from playground.views.panels.settings import SettingsPanel
from playground.views.spaces.axes import AxesChooser
from playground.views.state_bar import StateBar
from playground.views.timeline import TimelineStrip


class Panels(Struct, frozen=True):
    """The panels of a window; `train` holds the network and its heatmaps, `undo` the list of what can be taken back."""

    description: DescriptionPanel
    data: DataPanel
    settings: SettingsPanel
    network: NetworkView
    heatmaps: HeatmapView
    axes: AxesChooser
    images: ImageOutput
    output: OutputView
    cost: CostView
    timeline: TimelineStrip
    banner: Banner
    state: StateBar
    train: QSplitter
    undo: UndoMirror

    @property
    def views(self) -> tuple[SnapshotView, ...]:
        return (
            self.description,
            self.data,
            self.settings,
            self.network,
            self.heatmaps,
            self.axes,
            self.images,
            self.output,
            self.cost,
            self.timeline,
            self.banner,
            self.state,
        )

    @property
    def forms(self) -> tuple[DataPanel | SettingsPanel, ...]:
        return (self.data, self.settings)

    @property
    def foldable(self) -> tuple[GroupedPanel, ...]:
        """Those with groups that can be folded."""
        return (self.description, self.data, self.settings)


def make_panels(parent: QObject) -> Panels:
    network, heatmaps = NetworkView(), HeatmapView()
    return Panels(
        description=DescriptionPanel(),
        data=DataPanel(),
        settings=SettingsPanel(),
        network=network,
        heatmaps=heatmaps,
        axes=AxesChooser(),
        images=ImageOutput(),
        output=OutputView(),
        cost=CostView(),
        timeline=TimelineStrip(),
        banner=Banner(),
        state=StateBar(),
        train=splitter(Qt.Orientation.Vertical, "middle", (network, 3), (heatmaps, 2)),
        undo=UndoMirror(parent),
    )


def splitter(orientation: Qt.Orientation, name: str, *widgets: tuple[QWidget, int]) -> QSplitter:
    """Return a splitter under a name, its widgets given room by their shares."""
    splitter = divided(orientation, *widgets, name=name, handle=USUAL_HANDLE)
    splitter.setSizes([stretch * 100 for _, stretch in widgets])
    return splitter

"""The panels of a window, and what every one of them can do."""

from dataclasses import dataclass
from typing import Protocol

from playground.training import Snapshot
from playground.views.banner import Banner
from playground.views.cost.view import CostView
from playground.views.heatmaps.view import HeatmapView
from playground.views.images.output import ImageOutput
from playground.views.network.view import NetworkView
from playground.views.output.view import OutputView
from playground.views.panels.data import DataPanel
from playground.views.panels.settings import SettingsPanel
from playground.views.spaces.axes import AxesChooser
from playground.views.state_bar import StateBar
from playground.views.timeline.strip import TimelineStrip


class View(Protocol):
    """What every panel can do."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a frame."""
        ...
        ...


@dataclass(frozen=True)
class Panels:
    """The panels of a window."""

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

    @property
    def views(self) -> tuple[View, ...]:
        """Those that show snapshots."""
        return (
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
        """Those that hold fields of the experiment."""
        return (self.data, self.settings)


def make_panels() -> Panels:
    """Return new panels, not yet in any window."""
    return Panels(
        data=DataPanel(),
        settings=SettingsPanel(),
        network=NetworkView(),
        heatmaps=HeatmapView(),
        axes=AxesChooser(),
        images=ImageOutput(),
        output=OutputView(),
        cost=CostView(),
        timeline=TimelineStrip(),
        banner=Banner(),
        state=StateBar(),
    )

"""Where the panels stand: settings left, the network and its numbers in the middle, what comes out right."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QSplitter, QUndoView, QVBoxLayout, QWidget

from playground.main_window.pages import Page, Pages
from playground.training import Snapshot
from playground.views.banner import Banner
from playground.views.cost.view import CostView
from playground.views.heatmaps.view import HeatmapView
from playground.views.network.view import NetworkView
from playground.views.output.view import OutputView
from playground.views.panels.data import DataPanel
from playground.views.panels.settings import SettingsPanel
from playground.views.spaces.axes import AxesChooser
from playground.views.state_bar import StateBar
from playground.views.theme import Theme
from playground.views.timeline.strip import TimelineStrip

LEFT_WIDTH = 252
RIGHT_SHARE = 0.36
"""Of what the left column leaves."""


class View(Protocol):
    """What every panel can do."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a frame."""
        ...

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        ...


@dataclass(frozen=True)
class Panels:
    """The panels of a window."""

    data: DataPanel
    settings: SettingsPanel
    network: NetworkView
    heatmaps: HeatmapView
    axes: AxesChooser
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
        output=OutputView(),
        cost=CostView(),
        timeline=TimelineStrip(),
        banner=Banner(),
        state=StateBar(),
    )


def _backprop() -> QWidget:
    from playground.views.backprop.view import BackpropView

    view = BackpropView()
    view.setFocusProxy(view.walk)  # its arrow keys step as soon as it is in front
    return view


def _chain() -> QWidget:
    from playground.views.chain.view import ChainView

    return ChainView()


def _landscape() -> QWidget:
    from playground.views.landscape.view import LandscapeView

    return LandscapeView()


def _health() -> QWidget:
    from playground.views.health.view import HealthView

    return HealthView()


def _results() -> QWidget:
    from playground.views.results.view import ResultsView

    return ResultsView()


def _spaces() -> QWidget:
    from playground.views.spaces.view import SpacesView

    return SpacesView()


def _images() -> QWidget:
    from playground.views.images.view import ImagesView

    return ImagesView()


def _runs() -> QWidget:
    from playground.views.runs.view import RunsView

    return RunsView()


def _history(stack: QUndoStack) -> QWidget:
    view = QUndoView(stack)
    view.setEmptyLabel(QCoreApplication.translate("workspaces", "Start"))
    view.setSpacing(2)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setAccessibleName(QCoreApplication.translate("workspaces", "Everything that can be taken back"))
    return view


def workspaces(panels: Panels) -> Mapping[str, Page]:
    """Return what the middle of the window can show, by name, in the order of the tabs."""
    pages = (
        Page(
            "train",
            str(QT_TRANSLATE_NOOP("workspaces", "Train")),
            str(QT_TRANSLATE_NOOP("workspaces", "The network as it learns, with every gradient")),
            lambda: _splitter(Qt.Orientation.Vertical, "middle", (panels.network, 3), (panels.heatmaps, 2)),
        ),
        Page(
            "backprop",
            str(QT_TRANSLATE_NOOP("workspaces", "Backprop")),
            str(QT_TRANSLATE_NOOP("workspaces", "One update from the inside, step by step, and the gradient check")),
            _backprop,
            wide=True,
        ),
        Page(
            "chain",
            str(QT_TRANSLATE_NOOP("workspaces", "Chain rule")),
            str(QT_TRANSLATE_NOOP("workspaces", "The computational graph of any formula, with its gradients")),
            _chain,
            wide=True,
        ),
        Page(
            "landscape",
            str(QT_TRANSLATE_NOOP("workspaces", "Landscape")),
            str(QT_TRANSLATE_NOOP("workspaces", "The cost against one weight or two")),
            _landscape,
            wide=True,
        ),
        Page(
            "results",
            str(QT_TRANSLATE_NOOP("workspaces", "Results")),
            str(QT_TRANSLATE_NOOP("workspaces", "Every example with its prediction, and what that comes to")),
            _results,
            wide=True,
        ),
        Page(
            "spaces",
            str(QT_TRANSLATE_NOOP("workspaces", "Spaces")),
            str(QT_TRANSLATE_NOOP("workspaces", "The data as every layer sees them")),
            _spaces,
            wide=True,
        ),
        Page(
            "images",
            str(QT_TRANSLATE_NOOP("workspaces", "Images")),
            str(QT_TRANSLATE_NOOP("workspaces", "Examples and weights as images, and a pad to draw on")),
            _images,
            wide=True,
        ),
    )
    return MappingProxyType({page.name: page for page in pages})


def _lower_right(panels: Panels, stack: QUndoStack) -> Mapping[str, Page]:
    pages = (
        Page(
            "cost",
            str(QT_TRANSLATE_NOOP("workspaces", "Curves")),
            str(QT_TRANSLATE_NOOP("workspaces", "Cost, accuracy and gradient norms over time")),
            lambda: panels.cost,
        ),
        Page(
            "health",
            str(QT_TRANSLATE_NOOP("workspaces", "Health")),
            str(QT_TRANSLATE_NOOP("workspaces", "What is wrong, if something is: vanishing gradients, dead units …")),
            _health,
        ),
        Page(
            "runs",
            str(QT_TRANSLATE_NOOP("workspaces", "Runs")),
            str(QT_TRANSLATE_NOOP("workspaces", "Pinned runs: what differs between them, and how they came out")),
            _runs,
        ),
        Page(
            "history",
            str(QT_TRANSLATE_NOOP("workspaces", "History")),
            str(QT_TRANSLATE_NOOP("workspaces", "Everything that can be taken back: click to go there")),
            lambda: _history(stack),
        ),
    )
    return MappingProxyType({page.name: page for page in pages})


class CentralArea(QWidget):
    """All panels but the status bar, divided by splitters.

    Parameters
    ----------
    stack
        The list of what can be taken back.
    """

    def __init__(self, panels: Panels, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspaces = Pages(workspaces(panels))
        self.lower_right = Pages(_lower_right(panels, stack))
        self._right = _splitter(
            Qt.Orientation.Vertical, "right", (_column(panels.axes, panels.output), 3), (self.lower_right, 2)
        )
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setObjectName("columns")
        self._columns.setChildrenCollapsible(False)
        for widget in (_scrolled(panels.data, panels.settings), self.workspaces, self._right):
            self._columns.addWidget(widget)
        self._columns.setStretchFactor(0, 0)
        self._columns.setStretchFactor(1, 3)
        self._columns.setStretchFactor(2, 2)
        # The focus begins here, where no key means anything but the window's own shortcuts.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(panels.banner)
        layout.addWidget(self._columns, 1)
        layout.addWidget(panels.timeline)
        self.splitters = tuple(self.findChildren(QSplitter))
        self.workspaces.opened.connect(self._give_room)

    def _give_room(self, page: Page) -> None:
        """Let a wide workspace have the right column too."""
        self._right.setVisible(not page.wide)

    def set_initial_sizes(self, width: int) -> None:
        """Divide a window of a given width as it is on first start."""
        rest = max(width - LEFT_WIDTH, 1)
        right = int(rest * RIGHT_SHARE)
        self._columns.setSizes([LEFT_WIDTH, rest - right, right])


def _column(*widgets: QWidget) -> QWidget:
    """Return widgets one above the other, the last one with the room that is left."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.setStretchFactor(widgets[-1], 1)
    return column


def _splitter(orientation: Qt.Orientation, name: str, *widgets: tuple[QWidget, int]) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setObjectName(name)
    splitter.setChildrenCollapsible(False)
    for index, (widget, stretch) in enumerate(widgets):
        splitter.addWidget(widget)
        splitter.setStretchFactor(index, stretch)
    splitter.setSizes([stretch * 100 for _, stretch in widgets])
    return splitter


def _scrolled(*panels: QWidget) -> QScrollArea:
    column = QWidget()
    column.setObjectName("left_column")
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for panel in panels:
        layout.addWidget(panel)
    layout.addStretch(1)
    area = QScrollArea()
    area.setWidget(column)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumWidth(LEFT_WIDTH)
    area.setMaximumWidth(380)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area

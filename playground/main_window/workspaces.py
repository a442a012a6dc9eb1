"""The pages of the window, one row each: the workspaces of the middle, and what stands at the lower right.

The command line reads this table too, without Qt: whatever a row builds is imported when it is first opened.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from playground.messages import Message

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter, QUndoView

    from playground.main_window.panels import Panels
    from playground.views.kit.snapshot_view import SnapshotView

    PageWidget: TypeAlias = SnapshotView | QSplitter | QUndoView
    """A view, or what holds something that the window connects by itself; any other widget would never be told."""


class Page(Struct, frozen=True):
    """One tab.

    Attributes
    ----------
    name
        Its id; also the icon's.
    title, tooltip
        English; the title with the key of its menu entry.
    wide
        Whether it takes the room of its right neighbour too.
    alone
        Whether data, settings and timeline say nothing about it: they fold away as long as it is in front.
    """

    name: str
    title: Message
    tooltip: Message
    build: "Callable[[Panels], PageWidget]"
    shortcut: str = ""
    wide: bool = True
    alone: bool = False


def _train(panels: "Panels") -> "PageWidget":
    return panels.train


def _backprop(_panels: "Panels") -> "PageWidget":
    from playground.views.backprop.view import BackpropView

    return BackpropView()


def _chain(_panels: "Panels") -> "PageWidget":
    from playground.views.chain.view import ChainView

    return ChainView()


def _landscape(_panels: "Panels") -> "PageWidget":
    from playground.views.landscape.view import LandscapeView

    return LandscapeView()


def _results(_panels: "Panels") -> "PageWidget":
    from playground.views.results.view import ResultsView

    return ResultsView()


def _spaces(_panels: "Panels") -> "PageWidget":
    from playground.views.spaces.view import SpacesView

    return SpacesView()


def _images(_panels: "Panels") -> "PageWidget":
    from playground.views.images.view import ImagesView

    return ImagesView()


def _pairs(_panels: "Panels") -> "PageWidget":
    from playground.views.pairs.view import PairsView

    return PairsView()


def _many(_panels: "Panels") -> "PageWidget":
    from playground.views.many.view import ManyView

    return ManyView()


def _atlas(_panels: "Panels") -> "PageWidget":
    from playground.views.atlas.view import AtlasView

    return AtlasView()


def _compare(_panels: "Panels") -> "PageWidget":
    from playground.views.compare.view import CompareView

    return CompareView()


def _curves(panels: "Panels") -> "PageWidget":
    return panels.cost


def _health(_panels: "Panels") -> "PageWidget":
    from playground.views.health.pages import HealthPages

    return HealthPages()


def _runs(_panels: "Panels") -> "PageWidget":
    from playground.views.runs.view import RunsView

    return RunsView()


def _by_hand(_panels: "Panels") -> "PageWidget":
    from playground.views.by_hand import ByHandView

    return ByHandView()


def _history(panels: "Panels") -> "PageWidget":
    return panels.undo.list_view()


def _by_name(*pages: Page) -> Mapping[str, Page]:
    return MappingProxyType({page.name: page for page in pages})


WORKSPACES = _by_name(
    Page(
        "train",
        Message("&Train"),
        Message("The network as it learns, with every gradient"),
        _train,
        "Ctrl+1",
        wide=False,
    ),
    Page(
        "backprop",
        Message("&Backprop"),
        Message("One update from the inside, step by step, and the gradient check"),
        _backprop,
        "Ctrl+2",
    ),
    Page(
        "chain",
        Message("&Chain rule"),
        Message("The computational graph of any formula, with its gradients"),
        _chain,
        "Ctrl+3",
        alone=True,
    ),
    Page("landscape", Message("&Landscape"), Message("The cost against one weight or two"), _landscape, "Ctrl+4"),
    Page(
        "results",
        Message("R&esults"),
        Message("Every example with its prediction, and what that comes to"),
        _results,
        "Ctrl+5",
    ),
    Page("spaces", Message("&Spaces"), Message("The data as every layer sees them"), _spaces, "Ctrl+6"),
    Page(
        "images", Message("&Images"), Message("Examples and weights as images, and a pad to draw on"), _images, "Ctrl+7"
    ),
    Page(
        "pairs",
        Message("Pai&rs"),
        Message("Two networks, one difference, one Run: which fails, and why?"),
        _pairs,
        "Ctrl+8",
        alone=True,
    ),
    Page(
        "many",
        Message("&Many"),
        Message("Many networks at once, over settings and seeds: is it luck or the setting?"),
        _many,
        "Ctrl+9",
        alone=True,
    ),
    Page(
        "atlas",
        Message("&Atlas"),
        Message("Two settings are the axes, every pixel is a training: where does it learn?"),
        _atlas,
        "Ctrl+Shift+M",
        alone=True,
    ),
    Page(
        "compare",
        Message("For&k"),
        Message("A run that forks, or two runs, live side by side: where do they part?"),
        _compare,
        "Ctrl+Shift+F",
        alone=True,
    ),
)
"""What the middle of the window shows, by name, in the order of the tabs."""

LOWER_RIGHT = _by_name(
    Page("cost", Message("Curves"), Message("Cost, accuracy and gradient norms over time"), _curves),
    Page(
        "health",
        Message("Health"),
        Message("What is wrong, if something is: vanishing gradients, dead neurons …"),
        _health,
    ),
    Page("runs", Message("Runs"), Message("Pinned runs: what differs between them, and how they came out"), _runs),
    Page(
        "by_hand",
        Message("By hand"),
        Message("You are the optimizer: every row with what the network says of it, and hints for the next weight"),
        _by_hand,
    ),
    Page("history", Message("History"), Message("Everything that can be taken back: click to go there"), _history),
)
"""What the lower right of the window shows."""

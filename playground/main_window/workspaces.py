"""The pages of the window, one row each: the workspaces of the middle, and what stands at the lower right.

The command line reads this table too, without Qt: a view is imported when it is first opened, or `read_ahead`.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from pkgutil import resolve_name
from threading import Thread
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, cast

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
    view
        Its class, as ``file:class`` below ``playground.views``, or what finds it among the panels that are there from
        the start.
    wide
        Whether it takes the room of its right neighbour too.
    alone
        Whether data, settings and timeline say nothing about it: they fold away as long as it is in front.
    """

    name: str
    title: Message
    tooltip: Message
    view: "str | Callable[[Panels], PageWidget]"
    shortcut: str = ""
    wide: bool = True
    alone: bool = False

    def build(self, panels: "Panels") -> "PageWidget":
        """Return what it shows, when it is first opened."""
        return self.view(panels) if callable(self.view) else _imported(self.view)()


def _imported(view: str) -> "type[PageWidget]":
    return cast("type[PageWidget]", resolve_name(f"playground.views.{view}"))


def _by_name(*pages: Page) -> Mapping[str, Page]:
    return MappingProxyType({page.name: page for page in pages})


WORKSPACES = _by_name(
    Page(
        "train",
        Message("&Train"),
        Message("The network as it learns, with every gradient"),
        attrgetter("train"),
        "Ctrl+1",
        wide=False,
    ),
    Page(
        "backprop",
        Message("&Backprop"),
        Message("One update from the inside, step by step, and the gradient check"),
        "backprop.view:BackpropView",
        "Ctrl+2",
    ),
    Page(
        "chain",
        Message("&Chain rule"),
        Message("The computational graph of any formula, with its gradients"),
        "chain.view:ChainView",
        "Ctrl+3",
        alone=True,
    ),
    Page(
        "landscape",
        Message("&Landscape"),
        Message("The cost against one weight or two"),
        "landscape.view:LandscapeView",
        "Ctrl+4",
    ),
    Page(
        "results",
        Message("R&esults"),
        Message("Every example with its prediction, and what that comes to"),
        "results.view:ResultsView",
        "Ctrl+5",
    ),
    Page(
        "spaces",
        Message("&Spaces"),
        Message("The data as every layer sees them"),
        "spaces.view:SpacesView",
        "Ctrl+6",
    ),
    Page(
        "images",
        Message("&Images"),
        Message("Examples and weights as images, and a pad to draw on"),
        "images.view:ImagesView",
        "Ctrl+7",
    ),
    Page(
        "pairs",
        Message("Pai&rs"),
        Message("Two networks, one difference, one Run: which fails, and why?"),
        "pairs.view:PairsView",
        "Ctrl+8",
        alone=True,
    ),
    Page(
        "many",
        Message("&Many"),
        Message("Many networks at once, over settings and seeds: is it luck or the setting?"),
        "many.view:ManyView",
        "Ctrl+9",
        alone=True,
    ),
    Page(
        "atlas",
        Message("&Atlas"),
        Message("Two settings are the axes, every pixel is a training: where does it learn?"),
        "atlas.view:AtlasView",
        "Ctrl+Shift+M",
        alone=True,
    ),
    Page(
        "compare",
        Message("For&k"),
        Message("A run that forks, or two runs, live side by side: where do they part?"),
        "compare.view:CompareView",
        "Ctrl+Shift+F",
        alone=True,
    ),
)
"""What the middle of the window shows, by name, in the order of the tabs."""

LOWER_RIGHT = _by_name(
    Page("cost", Message("Curves"), Message("Cost, accuracy and gradient norms over time"), attrgetter("cost")),
    Page(
        "health",
        Message("Health"),
        Message("What is wrong, if something is: vanishing gradients, dead neurons …"),
        "health.pages:HealthPages",
    ),
    Page(
        "runs",
        Message("Runs"),
        Message("Pinned runs: what differs between them, and how they came out"),
        "runs.view:RunsView",
    ),
    Page(
        "by_hand",
        Message("By hand"),
        Message("You are the optimizer: every row with what the network says of it, and hints for the next weight"),
        "by_hand:ByHandView",
    ),
    Page(
        "history",
        Message("History"),
        Message("Everything that can be taken back: click to go there"),
        lambda panels: panels.undo.list_view(),
    ),
)
"""What the lower right of the window shows."""


def read_ahead() -> Thread:
    """Begin to import what typesets and what the pages are made of, in a thread of its own: no opening waits for it."""
    thread = Thread(target=_read, name="reading ahead")
    thread.start()
    return thread


def _read() -> None:
    from playground.views.formulas.typesetting import ziamath

    ziamath()
    for page in (*WORKSPACES.values(), *LOWER_RIGHT.values()):
        if isinstance(page.view, str):
            _imported(page.view)

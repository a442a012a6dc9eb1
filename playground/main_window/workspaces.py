"""What the tabs show: the workspaces of the middle, and what stands at the lower right."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFrame, QSplitter, QUndoView, QWidget

from playground.main_window.pages import Page
from playground.main_window.panels import Panels


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
            lambda: splitter(Qt.Orientation.Vertical, "middle", (panels.network, 3), (panels.heatmaps, 2)),
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


def lower_right(panels: Panels, stack: QUndoStack) -> Mapping[str, Page]:
    """Return what the lower right of the window can show, by name; `stack` lists what can be taken back."""
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
            str(QT_TRANSLATE_NOOP("workspaces", "What is wrong, if something is: vanishing gradients, dead neurons …")),
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


def splitter(orientation: Qt.Orientation, name: str, *widgets: tuple[QWidget, int]) -> QSplitter:
    """Return a splitter under a name, its widgets given room by their shares."""
    splitter = QSplitter(orientation)
    splitter.setObjectName(name)
    splitter.setChildrenCollapsible(False)
    for index, (widget, stretch) in enumerate(widgets):
        splitter.addWidget(widget)
        splitter.setStretchFactor(index, stretch)
    splitter.setSizes([stretch * 100 for _, stretch in widgets])
    return splitter

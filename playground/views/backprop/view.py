"""The Backprop workspace: one update walked through, its gradient found in three ways, and checked."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from playground.training.snapshot import Snapshot
from playground.views.backprop.three_ways import ThreeWaysPanel
from playground.views.backprop.walk import WalkPanel
from playground.views.check.view import CheckView
from playground.views.kit.snapshot_view import SnapshotView


class BackpropView(SnapshotView):
    """Three looks at the gradient.

    Attributes
    ----------
    walk, three_ways, check
        The panels.
    tabs
        What they stand in.

    Signals
    -------
    command_requested(command)
        A command for the training session.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.walk = WalkPanel()
        self.three_ways = ThreeWaysPanel()
        self.check = CheckView()
        self._panels: tuple[WalkPanel | ThreeWaysPanel | CheckView, ...] = (self.walk, self.three_ways, self.check)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        texts = (
            (self.tr("Walk"), self.tr("One update from the inside, step by step.")),
            (
                self.tr("Three ways"),
                self.tr("The same gradient as a sum over paths, an outer product and a Kronecker product."),
            ),
            (self.tr("Check"), self.tr("The gradient against central differences of the cost.")),
        )
        for widget, (label, tooltip) in zip(self._panels, texts, strict=True):
            self.tabs.setTabToolTip(self.tabs.addTab(widget, label), tooltip)
        for panel in self._panels:
            panel.command_requested.connect(self.command_requested)
        self.tabs.setAccessibleName(self.tr("Backprop"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.setFocusProxy(self.walk)  # its arrow keys step as soon as it is in front
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def show_at_work(self) -> None:
        """Show a step that says what this workspace is about."""
        self.walk.show_at_work()

    def walk_through(self, example: int) -> None:
        """Walk one training example, counted from 0, through an update."""
        self.tabs.setCurrentWidget(self.walk)
        self.walk.examples.choose(example)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another frame."""
        for panel in self._panels:
            panel.show_snapshot(snapshot)

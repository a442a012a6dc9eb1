"""The Backprop workspace: one update walked through, its gradient found in three ways, and checked."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from playground.lessons.prediction import WalkPrediction
from playground.training.queries import Query
from playground.training.snapshot import Snapshot
from playground.training.walkthrough.follow import Weight
from playground.training.walkthrough.walk import cell_name, named_cell
from playground.views.backprop.walk import WalkPanel
from playground.views.kit.appearance import restyled
from playground.views.kit.building import in_column, scrolling
from playground.views.kit.snapshot_view import SnapshotView
from playground.views.lessons.predict import PredictRow

if TYPE_CHECKING:
    from playground.views.backprop.follow import FollowPanel
    from playground.views.backprop.gradient_forms import GradientFormsPanel
    from playground.views.check.view import CheckView


PAGES = ("walk", "follow", "gradient_forms", "check")
"""What lessons call the tabs."""


class BackpropView(SnapshotView):
    """Four looks at the gradient: the first is built at once, the others when their tab is first opened."""

    follow: "FollowPanel"
    gradient_forms: "GradientFormsPanel"
    check: "CheckView"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._predictions: list[PredictRow] = []
        self._panels: list[SnapshotView] = []
        self.walk = WalkPanel()
        self.walk.equations.cell_clicked.connect(lambda cell: self.cell_chosen.emit(cell_name(cell)))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        three = self.tr("The same gradient as a sum over paths, an outer product and a Kronecker product.")
        texts = (
            (self.tr("Walk"), self.tr("One update from the inside, step by step.")),
            (self.tr("Follow"), self.tr("One weight on all its paths to the cost, and through its update.")),
            (self.tr("Three ways"), three),
            (self.tr("Check"), self.tr("The gradient against central differences of the cost.")),
        )
        # Each page scrolls by itself: none must be as tall as the tallest.
        self._places = [scrolling(sideways=True) for _ in texts]
        for place, (label, tooltip) in zip(self._places, texts, strict=True):
            self.tabs.setTabToolTip(self.tabs.addTab(place, label), tooltip)
        self._put(0, self.walk)
        self._let_predict(self.walk)
        self._weight: Weight | None = None
        builds = (self._build_follow, self._build_gradient_forms, self._build_check)
        self._to_build = dict(enumerate(builds, start=1))
        self.tabs.currentChanged.connect(self._open)
        self.tabs.setAccessibleName(self.tr("Backprop"))
        self.setLayout(in_column(self.tabs))
        self.setFocusProxy(self.walk)  # its arrow keys step as soon as it is in front
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    @property
    def queries(self) -> frozenset[Query]:
        return self.follow.queries if self.tabs.currentIndex() == PAGES.index("follow") else frozenset()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._lay_out()

    def _lay_out(self) -> None:
        self.walk.lay_out(self.height() - self.tabs.tabBar().sizeHint().height())

    def show_at_work(self) -> None:
        """Show a step that says what this workspace is about."""
        self.walk.show_at_work()

    def show_place(self, page: str, phase: str, light: tuple[str, ...]) -> None:
        if page in PAGES:
            self.tabs.setCurrentIndex(PAGES.index(page))
        self.walk.show_phase(phase, [cell for name in light if (cell := named_cell(name)) is not None])

    def shown_place(self) -> tuple[str, str, tuple[str, ...]]:
        return PAGES[self.tabs.currentIndex()], *self.walk.shown_phase()

    def pick_weight(self, layer: int, row: int, column: int) -> None:
        self._weight = (layer, row, column)
        if PAGES.index("follow") not in self._to_build:
            self.follow.follow(self._weight)

    def follow_weight(self, layer: int, row: int, column: int) -> None:
        """Follow one weight, its places counted from 0, to the cost."""
        self.tabs.setCurrentIndex(PAGES.index("follow"))
        self.pick_weight(layer, row, column)
        self.follow.diagram.setFocus()

    def _walk_to(self, weight: Weight) -> None:
        """Show how the gradient of one weight is computed in the walk."""
        layer, row, column = weight
        self.tabs.setCurrentIndex(0)
        self.walk.follow((("dW", layer), row, column))

    def walk_through(self, example: int) -> None:
        """Walk one training example, counted from 0, through an update."""
        self.tabs.setCurrentIndex(0)
        self.walk.examples.choose(example)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        super().show_snapshot(snapshot)
        for panel in self._panels:
            panel.show_snapshot(snapshot)

    def _open(self, index: int) -> None:
        build = self._to_build.pop(index, None)
        if build is not None:
            build()
        self.queries_changed.emit()

    def _build_follow(self) -> None:
        from playground.views.backprop.follow import FollowPanel

        self.follow = FollowPanel()
        self.follow.queries_changed.connect(self.queries_changed)
        self.follow.walk_requested.connect(self._walk_to)
        if self._weight is not None:
            self.follow.follow(self._weight)
        self._put(1, self.follow)

    def _build_gradient_forms(self) -> None:
        from playground.views.backprop.gradient_forms import GradientFormsPanel

        self.gradient_forms = GradientFormsPanel()
        self.gradient_forms.cell_chosen.connect(self.cell_chosen)
        self._let_predict(self.gradient_forms)
        self._put(2, self.gradient_forms)

    def _build_check(self) -> None:
        from playground.views.check.view import CheckView

        self.check = CheckView()
        self._put(3, self.check)

    def _let_predict(self, panel: "WalkPanel | GradientFormsPanel") -> None:
        self._predictions.append(panel.predict)
        panel.prediction_changed.connect(partial(self._predict, panel.predict))

    def _predict(self, row: PredictRow, prediction: WalkPrediction | None) -> None:
        """Hide what one of the pages asks for; another one that asked before asks no more."""
        others = [each for each in self._predictions if each is not row]
        if prediction is None and any(other.prediction is not None for other in others):
            return  # it has only made room for the other
        if prediction is not None:
            for other in others:
                other.switch.setChecked(False)
        self.prediction_changed.emit(prediction)

    def _put(self, index: int, panel: SnapshotView) -> None:
        """Let a panel stand under its tab, with the present frame."""
        self._panels.append(panel)
        panel.command_requested.connect(self.command_requested)
        self._places[index].setWidget(panel)
        panel.setAutoFillBackground(False)
        panel.show()
        if self.snapshot is not None:
            panel.show_snapshot(self.snapshot)

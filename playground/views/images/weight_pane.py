"""The first layer's weights as images, with the choice of their scale."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from playground.training.results import Scene
from playground.training.snapshot import Snapshot
from playground.views import numbers
from playground.views.controls.calm import ComboBox
from playground.views.images.weight_scale import WeightScale
from playground.views.images.weights import WeightGrid, picture_problem
from playground.views.plots.empty import EmptyPlot
from playground.views.plots.style import small_font
from playground.views.plots.text import TextLine
from playground.views.theme import Theme


class WeightPane(QWidget):
    """Images, their scale, and a line that reads the weight under the mouse; or why there is no picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self.title = TextLine(self)
        self.scope = ComboBox()
        self.scope.addItem("", True)
        self.scope.addItem("", False)
        self.grid = WeightGrid()
        self.none = EmptyPlot("")
        self.scale = WeightScale()
        self.readout = TextLine(self)
        self.readout.setFont(numbers.tabular(small_font(self.font())))
        self.scope.currentIndexChanged.connect(self._change_scope)
        self.grid.hovered.connect(self._read)
        self.grid.pointed.connect(self._read)
        self._lay_out()
        self._translate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show another frame."""
        if snapshot.scene is not self._scene:
            self._scene = snapshot.scene
            self._write_titles()
        if self._shows_pictures:
            self.grid.show_snapshot(snapshot)
            self._read()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        for part in (self.grid, self.none, self.scale):
            part.set_theme(theme)
        self.title.set_color(theme.muted)
        self.readout.set_color(theme.text)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return room for a row of images."""
        return QSize(260, 120)

    @property
    def _shows_pictures(self) -> bool:
        return self._stack.currentWidget() is self.grid

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self.title, 1)
        heading.addWidget(self.scope)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.readout, 1)
        foot.addWidget(self.scale, 0, Qt.AlignmentFlag.AlignRight)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(heading)
        column.addLayout(self._stack, 1)
        column.addLayout(foot)

    def _translate(self) -> None:
        self.scope.setItemText(0, self.tr("One scale"))
        self.scope.setItemText(1, self.tr("Each its own"))
        self.scope.setAccessibleName(self.tr("Scale of the colours"))
        self.scope.setToolTip(self.tr("Give the strongest colour to the largest weight of all, or of each image."))
        self.scope.setAccessibleDescription(self.scope.toolTip())
        self._write_titles()

    def _write_titles(self) -> None:
        scene = self._scene
        if scene is None:
            return
        outputs = len(scene.sizes) == 2
        self.title.set_text(self.tr("Weights into each output") if outputs else self.tr("Weights into layer 1"))
        problem = picture_problem(scene)
        pictures = problem is None
        self._stack.setCurrentWidget(self.grid if pictures else self.none)
        for part in (self.scope, self.scale, self.readout):
            part.setVisible(pictures)
        if problem is not None:
            n, given = len(scene.input_names), len(scene.feature_names)
            if problem < given:
                wanted = f"x{problem + 1}" if problem < n else self.tr("none")
                reason = self.tr(
                    "Weights make a picture only if the features are the pixels x1 … x{n} in order; "
                    "feature {number} is {feature} instead of {wanted}."
                ).format(n=n, number=problem + 1, feature=scene.feature_names[problem], wanted=wanted)
            else:
                reason = self.tr(
                    "Weights make a picture only if the features are the pixels x1 … x{n} in order; "
                    "there are only {given}."
                ).format(n=n, given=given)
            self.none.set_sentence(reason)

    def _change_scope(self) -> None:
        self.grid.set_common(bool(self.scope.currentData()))
        self._read()

    def _read(self, _hovered: object = None) -> None:
        self.readout.set_text(self.grid.readout())
        self.scale.set_end(self.grid.end)

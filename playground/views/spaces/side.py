"""Beside the large picture: the legend, what the picture leaves out or is made of, and the example under the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from playground.training.results import Scene
from playground.views.controls.check_box import CheckBox
from playground.views.output.legend import ScaleLegend
from playground.views.output.markers import marker_icon
from playground.views.output.subject import value_scale
from playground.views.panel_style import set_property
from playground.views.plots.style import number_font, small_font
from playground.views.plots.text import TextLine
from playground.views.spaces.grid_key import GridKey
from playground.views.spaces.looks import number_table
from playground.views.spaces.variance_bars import VarianceBars
from playground.views.theme import LIGHT, Theme

WIDTH = 212
LINES = 8
"""Of the readout: as many always have their place, so that nothing moves under the mouse."""


class SidePanel(QWidget):
    """The column at the right.

    Attributes
    ----------
    scale
        Which colour is which number, where numbers are to be predicted.
    test_data, grid
        What else is drawn.
    bars, key
        The variance of a projection, the grid of two neurons; one of them is shown.
    lines
        The lines of the readout.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._theme = LIGHT
        self._scene: Scene | None = None
        self.test_data = CheckBox(self.tr("Test data"))
        self.test_data.setChecked(True)
        self.test_data.setToolTip(self.tr("Draw the test examples too, as hollow markers."))
        self.grid = CheckBox(self.tr("Grid of the input"))
        self.grid.setChecked(True)
        self.grid.setToolTip(self.tr("Draw where the layers bend the lines of a grid that lies over the input."))
        for box in (self.test_data, self.grid):
            box.setAccessibleName(box.text())
            box.setAccessibleDescription(box.toolTip())
        self.scale = ScaleLegend()
        self.scale.lay(True)
        self.scale.setFixedHeight(ScaleLegend.lying_height(self.font()))
        self.bars, self.key = VarianceBars(), GridKey()
        self._titles = (QLabel(self.tr("Variance by component")), QLabel(self.tr("The grid in the input")))
        self._stack = QStackedWidget()
        for title, part in zip(self._titles, (self.bars, self.key), strict=True):
            page = QWidget()
            layout = QVBoxLayout(page)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(4)
            set_property(title, "role", "heading")
            layout.addWidget(title)
            layout.addWidget(part)
            layout.addStretch(1)
            self._stack.addWidget(page)
        self.lines = [TextLine() for _ in range(LINES)]
        self._lay_out()

    def set_scene(self, scene: Scene) -> None:
        """Say what the markers' colours mean, unless they are classes."""
        self._scene = scene
        self.scale.setVisible(not scene.classes)
        low, high, signed = value_scale(scene.train_Y[0], scene.test_Y[0])
        self.scale.set_scale(number_table(self._theme, signed=signed), low, high, 0)
        self.scale.setToolTip(self.tr("The color of a marker is its target: {}.").format(scene.output_names[0]))

    def show_bars(self, bars: bool) -> None:
        """Show the variance of a projection, or else the grid's key."""
        self._stack.setCurrentIndex(0 if bars else 1)
        self.grid.setVisible(not bars)

    def tell(self, lines: Sequence[str]) -> None:
        """Show what is under the mouse."""
        for row, line in enumerate(self.lines):
            line.set_text(lines[row] if row < len(lines) else "")

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        for part in (self.scale, self.bars, self.key):
            part.set_theme(theme)
        if self._scene is not None:
            self.set_scene(self._scene)
        self.test_data.setIcon(marker_icon(0, theme.text, theme, hollow=True))
        for row, line in enumerate(self.lines):
            line.set_color(theme.text if row == 0 else theme.muted)
            line.setFont(small_font(self.font()) if row == 0 else number_font(self.font()))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.scale)
        layout.addWidget(self.test_data)
        layout.addWidget(self.grid)
        layout.addSpacing(6)
        layout.addWidget(self._stack)
        layout.addStretch(1)
        readout = QVBoxLayout()
        readout.setSpacing(1)
        for line in self.lines:
            readout.addWidget(line, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(readout)

"""Where the plot and its scale of colours stand, the words on an empty sheet, and the controls beneath.

The plotting area of a plane is square, that of a curve is not, nor that of two inputs with a unit each. The scale
stands at the right, or lies below where a tall frame leaves the square more room that way.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from playground.views.controls.check_box import CheckBox
from playground.views.kit.appearance import pixels, scaled
from playground.views.kit.building import icon_button, in_row, named
from playground.views.kit.color_bar import ColorBar
from playground.views.kit.markers import marker_icon
from playground.views.panel_style import set_property
from playground.views.plots.canvas import RIGHT, PlotCanvas

MARGIN = 4
WORTH_IT = 1.08
"""How much larger the square must become for the scale to lie below."""


class OutputFrame(QWidget):
    """A canvas and, at its right or below, a scale of colours as long as the plotting area's side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = PlotCanvas(self)
        self.scale = ColorBar(self)
        self._square = True
        self._has_scale = True
        self._keeps_room = False
        self.canvas.axes_resized.connect(self.place)
        scaled(self, QWidget.setMinimumSize, 120, 100)

    def arrange(self, *, square: bool, scale: bool) -> None:
        """Choose the shape, and whether there is a scale of colours."""
        if (square, scale) != (self._square, self._has_scale):
            self._square, self._has_scale = square, scale
            self.scale.setVisible(scale)
        self.place()

    def keep_room(self, keeps: bool) -> None:
        """Leave the scale its room also while there is none: so that the plot stays under the hand that draws."""
        if keeps != self._keeps_room:
            self._keeps_room = keeps
            self.place()

    def place(self) -> None:
        """Put both in their places for the present size."""
        axes = self.canvas.surroundings()
        width, height = self.width() - axes.width(), self.height() - axes.height()
        has_room = self._has_scale or (self._keeps_room and self._square)
        self.scale.lay(has_room and self._square and self._lies_better(width, height))
        beside = below = 0
        if has_room:
            hint = self.scale.sizeHint()
            wide = hint.width() if self._has_scale else ColorBar.usual_width(self.scale.font())
            beside, below = (0, hint.height() + MARGIN) if self.scale.lying else (wide + MARGIN, 0)
        width, height = width - beside, height - below
        if self._square:
            width = height = max(1, min(width, height))
        size = QSize(width + axes.width(), height + axes.height())
        left = max(0, (self.width() - size.width() - beside) // 2)
        self.canvas.setGeometry(left, 0, size.width(), size.height())
        # The scale's first and last number are centred on the ends of the plotting area.
        half = ColorBar.half_line(self.scale.font())
        if self.scale.lying:
            start = left + axes.width() - pixels(RIGHT) - half
            self.scale.setGeometry(start, size.height() + MARGIN, width + 2 * half, below - MARGIN)
        else:
            top = self.canvas.top_margin() - half
            self.scale.setGeometry(left + size.width(), top, beside, height + 2 * half)

    def _lies_better(self, width: int, height: int) -> bool:
        """Whether the square gets larger with the scale below it than beside it."""
        font = self.scale.font()
        beside = min(width - ColorBar.usual_width(font) - MARGIN, height)
        below = min(width, height - ColorBar.lying_height(font) - MARGIN)
        return below > WORTH_IT * max(beside, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()


INSET = 16


class Invitation(QLabel):
    """A sentence in the middle of a plot, which lets the mouse through."""

    def __init__(self, canvas: PlotCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setText(self.tr("An empty sheet. Click for a point, or drag to spray many."))
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_property(self, "role", "muted")
        canvas.moved.connect(self._place)
        self.hide()

    def invite(self, shown: bool) -> None:
        """Show or hide the sentence."""
        self.setVisible(shown)
        self._place()

    def _place(self) -> None:
        if self.isVisible():
            area = self._canvas.frame().toRect()
            self.setGeometry(area.adjusted(INSET, INSET, -INSET, -INSET))
            self.raise_()


class OutputControls(QWidget):
    """Which examples, continuous or in steps, the whole range again."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text, tip = self.tr("Test data"), self.tr("Draw the test examples too, as hollow markers.")
        self.test_data = named(CheckBox(text), text, tip)
        self.test_data.setChecked(True)
        self.test_data.setIcon(marker_icon(0, hollow=True))
        text, tip = self.tr("Discretize"), self.tr("Show decisions or steps instead of a continuous output.")
        self.discretize = named(CheckBox(text), text, tip)
        tip = self.tr("Show the whole range again and keep following it.")
        self.auto = icon_button(self.tr("Automatic range"), tip, "reset_view")
        self.auto.setEnabled(False)
        self.setLayout(in_row(self.test_data, self.discretize, None, self.auto, gap=8))
        self.test_data.toggled.connect(self.changed)
        self.discretize.toggled.connect(self.changed)

"""Where the plot and its scale of colours stand: the plotting area of a plane is square, that of a curve is not."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from playground.views.output.legend import ScaleLegend
from playground.views.plots.canvas import PlotCanvas

MARGIN = 4


class OutputFrame(QWidget):
    """A canvas and, at its right, a scale of colours as tall as the plotting area.

    Attributes
    ----------
    canvas, scale
        The two.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = PlotCanvas(self)
        self.scale = ScaleLegend(self)
        self._square = True
        self._has_scale = True
        self.canvas.axes_resized.connect(self.place)
        self.setMinimumSize(120, 100)

    def arrange(self, *, square: bool, scale: bool) -> None:
        """Choose the shape, and whether there is a scale of colours."""
        if (square, scale) != (self._square, self._has_scale):
            self._square, self._has_scale = square, scale
            self.scale.setVisible(scale)
        self.place()

    def place(self) -> None:
        """Put both in their places for the present size."""
        axes = self.canvas.surroundings()
        beside = self.scale.sizeHint().width() + MARGIN if self._has_scale else 0
        width = self.width() - axes.width() - beside
        height = self.height() - axes.height()
        if self._square:
            width = height = max(1, min(width, height))
        size = QSize(width + axes.width(), height + axes.height())
        left = max(0, (self.width() - size.width() - beside) // 2)
        self.canvas.setGeometry(left, 0, size.width(), size.height())
        # The scale's first and last number are centred on the ends of the plotting area.
        half = ScaleLegend.half_line(self.scale.font())
        top = self.canvas.top_margin() - half
        self.scale.setGeometry(left + size.width(), top, beside, height + 2 * half)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the plotting area's shape."""
        super().resizeEvent(event)
        self.place()

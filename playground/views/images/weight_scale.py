"""Which colour of the weights' images stands for which value."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QWidget

from playground.views import color_maps, numbers
from playground.views.kit.canvas import painting
from playground.views.plots.style import small_font
from playground.views.theme import Theme


class WeightScale(QWidget):
    """The diverging colours with their ends, lying."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._texts = ("−", "+")
        self._colors = QImage()
        self.setAccessibleName(self.tr("Color scale"))
        self.setToolTip(
            self.tr("Ink on a blue pixel raises the neuron's sum, on an orange one it lowers it; zero is neutral.")
        )

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        table = color_maps.bgra(color_maps.diverging(theme))
        self._colors = QImage(table.data, len(table), 1, 4 * len(table), QImage.Format.Format_RGB32).copy()
        self.update()

    def set_end(self, end: float | None) -> None:
        """Show the value of the strongest colour, or none."""
        texts = ("−", "+")
        if end is not None:
            texts = (numbers.short(-end), numbers.short(end))
        if texts != self._texts:
            self._texts = texts
            self.update()

    def sizeHint(self) -> QSize:
        """Return a steady size."""
        return QSize(180, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lower end, the colours, the upper end."""
        if self._theme is None:
            return
        with painting(self) as painter:
            painter.setFont(numbers.tabular(small_font(self.font())))
            room = painter.fontMetrics().horizontalAdvance("−0.0000")
            painter.setPen(QColor(self._theme.muted))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, 0, room, self.height()), Qt.AlignmentFlag.AlignRight | middle, self._texts[0])
            bar = QRectF(room + 6, (self.height() - 10) // 2, self.width() - 2 * room - 12, 10)
            right = QRectF(bar.right() + 6, 0, room, self.height())
            painter.drawText(right, Qt.AlignmentFlag.AlignLeft | middle, self._texts[1])
            painter.drawImage(bar, self._colors)

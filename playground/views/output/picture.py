"""The map under the points: one image, stretched smoothly over the plane it was sampled on."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.views.output.field import Image


class PictureItem(QGraphicsItem):
    """An image of packed pixels in the plot's coordinates, its row 0 at the lowest y.

    pyqtgraph's ImageItem with a table of colours draws the same in twice the time: it cannot enlarge smoothly, and an
    indexed image is converted at every repaint.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pixels: Image | None = None
        self._image = QImage()
        self._area = QRectF()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_image(self, pixels: Image, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show `(height, width)` pixels between these coordinates."""
        area = QRectF(x[0], y[0], x[1] - x[0], y[1] - y[0])
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        height, width = pixels.shape
        # QImage borrows the memory: the array is kept as long as the image.
        self._pixels = pixels
        self._image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        self.update()

    @property
    def pixels(self) -> Image | None:
        return self._pixels

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None, /) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._area, self._image)

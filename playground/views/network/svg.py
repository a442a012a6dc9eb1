"""The network diagram as an SVG file: lines and texts as shapes, what each neuron computes as a picture."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen
from PySide6.QtSvg import QSvgGenerator

from playground.engine import ACTIVATIONS
from playground.training.snapshot import Snapshot
from playground.views.forms.text import translated
from playground.views.network.captions import Captions, paint_bias
from playground.views.network.edges import Edges
from playground.views.network.layout import Column, Layout, Margins, arrange
from playground.views.network.maps import Mosaic
from playground.views.theme import LIGHT, Theme

translate = QCoreApplication.translate

SCALE = 4.0
"""Dots of the neurons' pictures in a unit of length, for print."""
RESOLUTION = 90
"""Units of length in an inch, as SVG counts them."""
FONT_PIXELS = 12
COLUMN_WIDTH = 150
ROW_HEIGHT = 46
HEIGHTS = (240, 900)
TITLE_HEIGHT = 46
LEGEND_HEIGHT = 34
EDGE = 14
NAMES_WIDTH = 160


def network_svg(snapshot: Snapshot, theme: Theme = LIGHT) -> bytes:
    """Return the diagram as an SVG file.

    Parameters
    ----------
    snapshot
        What to show.
    theme
        The colours.
    """
    font = QFont(QGuiApplication.font())
    font.setPixelSize(FONT_PIXELS)
    scene = snapshot.scene
    captions = Captions.of(scene, font, NAMES_WIDTH)
    layout = _layout(scene.sizes, captions)
    edges = Edges(layout)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(RESOLUTION)
    generator.setSize(QSize(round(layout.width), round(layout.height)))
    generator.setViewBox(QRectF(0, 0, layout.width, layout.height))
    generator.setTitle(snapshot.experiment.name)
    generator.setDescription(
        translate("NetworkView", "{sizes}, epoch {epoch}").format(
            sizes="-".join(map(str, scene.sizes)), epoch=snapshot.epoch
        )
    )
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, layout.width, layout.height), QColor(theme.surface))
    captions.paint(painter, layout, theme, edges)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edges.paint(painter, edges.codes(snapshot.W), theme)
    _paint_titles(painter, layout, font, _titles(snapshot), theme)
    _paint_tiles(painter, layout, snapshot, theme)
    painter.end()
    return bytes(buffer.data().data())


def _layout(sizes: Sequence[int], captions: Captions) -> Layout:
    """Return a layout with room for every layer and every name."""
    left, right = (EDGE + 32 + captions.width(names) for names in (captions.features, captions.outputs))
    least, most = HEIGHTS
    height = min(max(ROW_HEIGHT * max(sizes), least), most) + TITLE_HEIGHT + LEGEND_HEIGHT
    margins = Margins(max(left, COLUMN_WIDTH / 2), TITLE_HEIGHT, max(right, COLUMN_WIDTH / 2), LEGEND_HEIGHT)
    width = margins.left + COLUMN_WIDTH * (len(sizes) - 1) + margins.right
    return arrange(sizes, width, height, margins, scale=SCALE)


def _titles(snapshot: Snapshot) -> list[tuple[str, str]]:
    """Return two lines for each layer, 0 … L."""
    sizes = snapshot.scene.sizes
    activations = [translated(ACTIVATIONS[name].label) for name in snapshot.scene.activations]
    layers = [
        (
            translate("NetworkView", "Layer {number}").format(number=number),
            translate("NetworkView", "{units} × {activation}").format(units=units, activation=activation),
        )
        for number, (units, activation) in enumerate(zip(sizes[1:-1], activations, strict=False), start=1)
    ]
    features = (translate("NetworkView", "Features"), str(sizes[0]))
    return [features, *layers, (translate("NetworkView", "Output"), activations[-1])]


def _paint_titles(
    painter: QPainter, layout: Layout, font: QFont, titles: Sequence[tuple[str, str]], theme: Theme
) -> None:
    bold = QFont(font)
    bold.setBold(True)
    line = QFontMetricsF(font).height()
    for column, texts in zip(layout.columns, titles, strict=True):
        for row, (text, style, color) in enumerate(zip(texts, (bold, font), (theme.text, theme.muted), strict=True)):
            painter.setFont(style)
            painter.setPen(QColor(color))
            rect = QRectF(column.center - COLUMN_WIDTH / 2, EDGE / 2 + row * line, COLUMN_WIDTH, line)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _paint_tiles(painter: QPainter, layout: Layout, snapshot: Snapshot, theme: Theme) -> None:
    mosaic = Mosaic(layout, snapshot.scene, theme)
    if snapshot.maps is not None:
        mosaic.draw(snapshot.maps)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for column, source in zip(layout.columns, mosaic.sources, strict=True):
        # The SVG painter knows no source rectangle: each tile is cut out before.
        side = source.width()
        step = round(column.step * layout.scale)
        for place, unit in enumerate(column.units):
            box = QRectF(*column.box(unit))
            tile = mosaic.image.copy(source.left(), place * step, side, side)
            tile.setDevicePixelRatio(1)
            painter.drawImage(box, tile)
            painter.setPen(QPen(QColor(theme.muted), 1))
            painter.drawRect(box)
        _paint_biases(painter, column, snapshot, theme)


def _paint_biases(painter: QPainter, column: Column, snapshot: Snapshot, theme: Theme) -> None:
    """Mark each bias's sign in the corner, filled or hollow, as on the screen."""
    if not column.layer:
        return
    biases = snapshot.b[column.layer - 1][:, 0]
    for unit in column.units:
        box = column.box(unit)
        corner = QPointF(box.left + 2, box.top + box.height - 8)
        square = QRectF(corner.x(), corner.y(), 6, 6)
        painter.fillRect(square.adjusted(-1, -1, 1, 1), QColor(theme.surface))
        paint_bias(painter, square, bool(biases[unit] >= 0), theme)

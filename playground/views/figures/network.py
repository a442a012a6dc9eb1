"""The network's diagram as a figure: lines and texts as shapes, what each neuron computes as a picture."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.engine import ACTIVATIONS
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views.figures.sheet import CENTER, Sheet
from playground.views.forms.text import translated
from playground.views.network.captions import Captions, mark_bias
from playground.views.network.edges import Edges
from playground.views.network.layout import LARGEST_IMAGE, Layout, Margins, arrange
from playground.views.network.maps import Mosaic, image_of, paint_input_image

translate = QCoreApplication.translate

COLUMN_WIDTH = 170
ROW_HEIGHT = 46
HEIGHTS = (240, 780)
LEGEND_HEIGHT = 34
EDGE = 14
NAMES_WIDTH = 160
NAMES_SHARE = 0.2
"""The most of the figure's width that names take on either side."""


def title(snapshot: Snapshot) -> str:
    return translate("figures", "Network {sizes}").format(sizes="-".join(map(str, snapshot.problem_info.sizes)))


def size(problem_info: ProblemInfo) -> tuple[float, float]:
    """Return a size with room for every layer and every name."""
    least, most = HEIGHTS
    sizes = problem_info.sizes if image_of(problem_info) is None else problem_info.sizes[1:]
    width = COLUMN_WIDTH * len(problem_info.sizes) + NAMES_WIDTH / 2
    return max(width, 560.0), min(max(ROW_HEIGHT * max(sizes), least), most) + 60


def paint(sheet: Sheet, area: QRectF, snapshot: Snapshot) -> None:
    problem_info, painter = snapshot.problem_info, sheet.painter
    captions = Captions.of(problem_info, sheet.font, min(NAMES_WIDTH, NAMES_SHARE * area.width()))
    layout = _layout(sheet, area, problem_info, captions)
    edges = Edges(layout)
    painter.save()
    painter.translate(area.topLeft())
    captions.paint(painter, layout, sheet.theme, edges)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edges.paint(painter, edges.codes(snapshot.W), sheet.theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if layout.columns[0].image is not None:
        paint_input_image(painter, layout, problem_info, sheet.theme, sheet.font)
    _paint_titles(sheet, layout, _titles(problem_info))
    _paint_tiles(sheet, layout, snapshot)
    painter.restore()


def _layout(sheet: Sheet, area: QRectF, problem_info: ProblemInfo, captions: Captions) -> Layout:
    image = image_of(problem_info)
    left, right = (EDGE + 32 + captions.width(names) for names in (captions.features, captions.outputs))
    if image is not None:  # it has no names, and is wider than a tile
        left = EDGE + LARGEST_IMAGE / 2
    margins = Margins(left, 2 * sheet.line() + EDGE, right, LEGEND_HEIGHT)
    return arrange(problem_info.sizes, area.width(), area.height(), margins, scale=sheet.dots, image=image)


def _titles(problem_info: ProblemInfo) -> list[tuple[str, str]]:
    """Return two lines for each layer, 0 … L."""
    activations = [translated(ACTIVATIONS[name].label) for name in problem_info.activations]
    layers = [
        (
            translate("NetworkView", "Layer {number}").format(number=number),
            translate("NetworkView", "{units} × {activation}").format(units=units, activation=activation),
        )
        for number, (units, activation) in enumerate(zip(problem_info.sizes[1:-1], activations, strict=False), start=1)
    ]
    features = (translate("NetworkView", "Features"), str(problem_info.sizes[0]))
    return [features, *layers, (translate("NetworkView", "Output"), activations[-1])]


def _paint_titles(sheet: Sheet, layout: Layout, titles: Sequence[tuple[str, str]]) -> None:
    line = sheet.line()
    for column, texts in zip(layout.columns, titles, strict=True):
        # No wider than the layer's own share, and never off the paper.
        half = min(column.room / 2, column.center, layout.width - column.center)
        for row, (text, color) in enumerate(zip(texts, (sheet.theme.text, sheet.theme.muted), strict=True)):
            sheet.text(QRectF(column.center - half, row * line, 2 * half, line), text, CENTER, color)


def _paint_tiles(sheet: Sheet, layout: Layout, snapshot: Snapshot) -> None:
    mosaic = Mosaic(layout, snapshot.problem_info, sheet.theme)
    if snapshot.maps is not None:
        mosaic.draw(snapshot.maps)
    painter, theme = sheet.painter, sheet.theme
    for column, source in zip(layout.columns, mosaic.sources, strict=True):
        if column.image is not None:
            continue
        # The SVG painter knows no source rectangle: each tile is cut out before.
        side = source.width()
        step = round(column.step * layout.scale)
        for place, unit in enumerate(column.units):
            box = QRectF(*column.box(unit))
            tile = mosaic.image.copy(source.left(), place * step, side, side)
            tile.setDevicePixelRatio(1)
            painter.drawImage(box, tile)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.muted), 1))
            painter.drawRect(box)
        for unit in column.units if column.layer else ():
            mark_bias(painter, column.box(unit), bool(snapshot.b[column.layer - 1][unit, 0] >= 0), theme)

"""Weights and biases of every layer as cells of colour, with their numbers where there is room."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPen

from playground.engine import ACTIVATIONS
from playground.training.results import Scene
from playground.training.snapshot import Snapshot
from playground.views import color_maps
from playground.views.figures.sheet import CENTER, GAP, LEFT, RIGHT, Sheet
from playground.views.forms.text import translated
from playground.views.heatmaps.choices import RANGES
from playground.views.heatmaps.layout import CAPTION_TOP, Arrangement, Pane, arrange
from playground.views.heatmaps.mosaic import Mosaic, light_ink
from playground.views.heatmaps.painting import NUMBER_FROM, SIGN_FROM, rectangle
from playground.views.numbers import compact
from playground.views.theme import Theme

GRID_FROM = 6
SCALE = QRectF(0, 0, 130, 10)
BELOW_MAPS = 20
"""What the layout keeps free under the maps on the screen, beside two lines of text that a figure does not have."""


def title(_snapshot: Snapshot) -> str:
    """Return what is shown."""
    return QCoreApplication.translate("figures", "Weights and biases")


def paint(sheet: Sheet, area: QRectF, snapshot: Snapshot) -> None:
    """Draw a map for each layer, and the scale of colours that they share."""
    line = round(sheet.line())
    foot = line + 4 * GAP
    height = round(area.height() - foot + 2 * line + BELOW_MAPS)
    arrangement = arrange(snapshot.scene.sizes, round(area.width()), height, line)
    end = max(float(np.abs(part).max(initial=0.0)) for part in (*snapshot.W, *snapshot.b)) or 1.0
    sheet.painter.save()
    sheet.painter.translate(area.topLeft())
    for pane, W, b in zip(arrangement.panes, snapshot.W, snapshot.b, strict=True):
        mosaic = Mosaic([pane], sheet.theme)
        mosaic.fill([W], [b], RANGES["fixed"], end)
        _paint_caption(sheet, pane, arrangement, snapshot.scene)
        _paint_cells(sheet, pane, mosaic.image)
        _paint_values(sheet, pane, mosaic, light_ink(sheet.theme))
    sheet.painter.restore()
    _paint_scale(sheet, QRectF(area.left(), area.bottom() - line - GAP, area.width(), line + GAP), end)


def _paint_caption(sheet: Sheet, pane: Pane, arrangement: Arrangement, scene: Scene) -> None:
    is_last = pane.layer == len(arrangement.panes)
    layer = QCoreApplication.translate("HeatmapView", "Layer {layer}").format(layer=pane.layer)
    name = QCoreApplication.translate("HeatmapView", "Output") if is_last else layer
    shape = f"{name}  {pane.rows}×{pane.columns - 1}"
    note = translated(ACTIVATIONS[scene.activations[pane.layer - 1]].label)
    if pane.pooled:
        block = f"{pane.row_step}×{pane.column_step}"
        note = QCoreApplication.translate("HeatmapView", "strongest of {block}").format(block=block)
    fits = sheet.width(shape) <= pane.slot_width
    box = QRectF(pane.left, CAPTION_TOP, pane.slot_width, arrangement.line)
    sheet.text(box, shape if fits else name)
    sheet.text(box.translated(0, arrangement.line), note, LEFT, sheet.theme.muted, sheet.small_font)


def _paint_cells(sheet: Sheet, pane: Pane, image: QImage) -> None:
    """Draw the colours: the weights, and apart from them the biases."""
    columns = pane.drawn_columns - 1
    theme, painter = sheet.theme, sheet.painter
    for box, first, count in ((pane.weights_box, 0, columns), (pane.bias_box, columns, 1)):
        rect = rectangle(box)
        # The SVG painter knows no source rectangle: each part is cut out before.
        sheet.picture(rect, image.copy(first, 0, count, pane.drawn_rows), smooth=False)
        painter.setPen(QPen(QColor(theme.surface), 1))
        if pane.cell_width >= GRID_FROM:
            for column in range(1, count):
                x = rect.left() + column * pane.cell_width
                painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        if pane.cell_height >= GRID_FROM:
            for row in range(1, pane.drawn_rows):
                y = rect.top() + row * pane.cell_height
                painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        sheet.outline(rect)


def _paint_values(
    sheet: Sheet, pane: Pane, mosaic: Mosaic, is_light: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]"
) -> None:
    """Write each cell's number in it, or its sign, so that colour is not the only cue."""
    if pane.pooled or min(pane.cell_width, pane.cell_height) < SIGN_FROM:
        return
    dark, light = _inks(sheet.theme)
    digit = sheet.width("0", sheet.small_font)
    numbers = pane.cell_width >= NUMBER_FROM and pane.cell_height >= sheet.line(sheet.small_font)
    for row in range(pane.rows):
        for column in range(pane.columns):
            value = float(mosaic.values[row, column])
            text = compact(value, int((pane.cell_width - 4) / digit), pad=False) if numbers else _sign(value)
            ink = light if is_light[mosaic.levels[row, column]] else dark
            sheet.text(rectangle(pane.cell_box(row, column)), text, CENTER, ink, sheet.small_font)


def _sign(value: float) -> str:
    return "+" if value > 0 else "−" if value < 0 else ""


def _inks(theme: Theme) -> tuple[str, str]:
    """Return the darker and the lighter of the colours of text."""
    dark, light = sorted((theme.text, theme.surface), key=lambda color: QColor(color).lightness())
    return dark, light


def _paint_scale(sheet: Sheet, area: QRectF, end: float) -> None:
    """Draw the colours from the most negative to the most positive weight."""
    bar = SCALE.translated(area.center().x() - SCALE.width() / 2, area.center().y() - SCALE.height() / 2)
    pixels = color_maps.diverging(sheet.theme)
    row = QImage(pixels.data, color_maps.SIZE, 1, 4 * color_maps.SIZE, QImage.Format.Format_RGBA8888).copy()
    sheet.picture(bar, row)
    sheet.outline(bar)
    low, high = compact(-end, pad=False), "+" + compact(end, pad=False)
    room = max(area.width() / 2 - SCALE.width() / 2 - 2 * GAP, 1.0)
    left = QRectF(bar.left() - room - 2 * GAP, area.top(), room, area.height())
    right = QRectF(bar.right() + 2 * GAP, area.top(), room, area.height())
    sheet.text(left, low, RIGHT, sheet.theme.muted, sheet.small_font)
    sheet.text(right, high, LEFT, sheet.theme.muted, sheet.small_font)

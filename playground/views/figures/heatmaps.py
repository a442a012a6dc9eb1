"""Weights and biases of every layer as cells of colour, with their numbers where there is room."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF

from playground.engine import ACTIVATIONS
from playground.messages.numbers import number, signed
from playground.training.results import ProblemInfo
from playground.training.snapshot import Snapshot
from playground.views import color_maps
from playground.views.figures.sheet import GAP, LEFT, Sheet
from playground.views.forms.text import translated
from playground.views.heatmaps.choices import RANGES
from playground.views.heatmaps.layout import CAPTION_TOP, Arrangement, Pane, arrange
from playground.views.heatmaps.mosaic import Mosaic
from playground.views.kit.cells import CellColors, CellMarks
from playground.views.kit.color_bar import paint_bar, paint_ends

SCALE = QRectF(0, 0, 130, 10)
BELOW_MAPS = 20
"""What the layout keeps free under the maps on the screen, beside two lines of text that a figure does not have."""


def title(_snapshot: Snapshot) -> str:
    return QCoreApplication.translate("figures", "Weights and biases")


def paint(sheet: Sheet, area: QRectF, snapshot: Snapshot) -> None:
    """Draw a map for each layer, and the scale of colours that they share."""
    line = round(sheet.line())
    foot = line + 4 * GAP
    height = round(area.height() - foot + 2 * line + BELOW_MAPS)
    arrangement = arrange(snapshot.problem_info.sizes, round(area.width()), height, line)
    end = max(float(np.abs(part).max(initial=0.0)) for part in (*snapshot.W, *snapshot.b)) or 1.0
    colors = CellColors(sheet.theme)
    sheet.painter.save()
    sheet.painter.translate(area.topLeft())
    for pane, W, b in zip(arrangement.panes, snapshot.W, snapshot.b, strict=True):
        mosaic = Mosaic([pane], colors)
        mosaic.fill([W], [b], RANGES["fixed"], end)
        _paint_caption(sheet, pane, arrangement, snapshot.problem_info)
        _paint_cells(sheet, pane, mosaic, colors)
    sheet.painter.restore()
    _paint_scale(sheet, QRectF(area.left(), area.bottom() - line - GAP, area.width(), line + GAP), end)


def _paint_caption(sheet: Sheet, pane: Pane, arrangement: Arrangement, problem_info: ProblemInfo) -> None:
    is_last = pane.layer == len(arrangement.panes)
    layer = QCoreApplication.translate("HeatmapView", "Layer {layer}").format(layer=pane.layer)
    name = QCoreApplication.translate("HeatmapView", "Output") if is_last else layer
    shape = f"{name}  {pane.rows}×{pane.columns - 1}"
    note = translated(ACTIVATIONS[problem_info.activations[pane.layer - 1]].label)
    if pane.pooled:
        block = f"{pane.row_step}×{pane.column_step}"
        note = QCoreApplication.translate("HeatmapView", "strongest of {block}").format(block=block)
    fits = sheet.width(shape) <= pane.slot_width
    box = QRectF(pane.left, CAPTION_TOP, pane.slot_width, arrangement.line)
    sheet.text(box, shape if fits else name)
    sheet.text(box.translated(0, arrangement.line), note, LEFT, sheet.theme.muted, sheet.small_font)


def _paint_cells(sheet: Sheet, pane: Pane, mosaic: Mosaic, colors: CellColors) -> None:
    """Draw the weights, and apart from them the biases, with numbers or signs: colour is not the only cue."""
    grids = pane.grids()
    for grid in grids:
        # The SVG painter knows no source rectangle: each part is cut out before.
        sheet.picture(grid.box, mosaic.image.copy(grid.source.toRect()), smooth=False)
    CellMarks(grids, colors, sheet.theme, sheet.small_font).paint(sheet.painter, mosaic.values, mosaic.levels)
    for grid in grids:
        sheet.outline(grid.box)


def _paint_scale(sheet: Sheet, area: QRectF, end: float) -> None:
    """Draw the colours from the most negative to the most positive weight."""
    bar = SCALE.translated(area.center().x() - SCALE.width() / 2, area.center().y() - SCALE.height() / 2)
    sheet.painter.setFont(sheet.small_font)
    paint_bar(sheet.painter, bar, color_maps.diverging(sheet.theme), sheet.theme)
    paint_ends(sheet.painter, bar, (number(-end), signed(end)), sheet.theme)

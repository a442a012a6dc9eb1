"""The atlas itself: a pixel for each training, its axes and the scale of its colours."""

import math
from collections.abc import Hashable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPen

from playground.messages import Term
from playground.messages.numbers import grouped, percent, significant
from playground.training.many.atlas import MEASURES, SOLVED_AT
from playground.training.many.atlas_report import AtlasReport
from playground.views.atlas.pixels import diverged_brush, image_of, paint_frame
from playground.views.forms.text import translated
from playground.views.kit.canvas import Canvas, Item, Items
from playground.views.kit.cells import paint_hatch
from playground.views.kit.color_bar import BAR, paint_bar, paint_ticks
from playground.views.kit.empty import paint_invitation
from playground.views.kit.items import PLAIN
from playground.views.landscape.relief import sequential
from playground.views.plots.style import small_font

MARGIN = 10.0
LINE = 16.0
TICK = 4.0
BAR_ROOM = 74.0
CLICK = 4.0
"""A way of the mouse that is shorter is a click."""
CLOSER = 0.25
"""Of the picture, to each side of the pixel that the keys zoom to."""
CLOSER_KEYS = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
BACK_KEYS = (Qt.Key.Key_Minus, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)
Pixel = tuple[int, int]


class AtlasMap(Canvas):
    """Pixels; a click chooses one, a rectangle that is dragged is zoomed to.

    Signals
    -------
    zoomed(left, right, bottom, top)
        What lies between these columns and rows, which may be halves, is to be trained.
    zoomed_out()
        The view before is wanted.
    """

    zoomed = Signal(float, float, float, float)
    zoomed_out = Signal()
    least = (220.0, 200.0)

    def __init__(self) -> None:
        super().__init__()
        self._report: AtlasReport | None = None
        self._measure, self._why_none = SOLVED_AT, ""
        self._picture_of_pixels: QImage | None = None
        self._place: QRectF | None = None
        self._pressed: QPointF | None = None
        self._dragged: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Atlas of trainings"))

    @property
    def report(self) -> AtlasReport | None:
        return self._report

    def show_report(self, report: AtlasReport | None, measure: str, why_none: str = "") -> None:
        """Show another moment in the colours of a measure; or say why there is none, where it is hidden."""
        before, self._why_none = self._report, why_none
        if before is None or report is None or report.plan is not before.plan:
            self.point(None)
            self.select(None)
        self._report = report
        if measure != self._measure or before is None or report is None or report.grid is not before.grid:
            self._measure = measure
            self.renew()
            self.forget()

    # What it is made of

    def forget(self) -> None:
        self._picture_of_pixels = self._place = None

    def ground(self) -> str:
        return self.theme.surface

    def items(self) -> Sequence[Item]:
        if self._report is None:
            return ()
        rows, columns = self._report.plan.shape
        return Items(rows * columns, lambda place: self._item((rows - 1 - place // columns, place % columns)))

    def item_at(self, place: QPointF) -> Item | None:
        pixel = self._pixel_at(place)
        return None if pixel is None or not self._box().contains(place) else self._item(pixel)

    def item_of(self, key: Hashable | None) -> Item | None:
        rows, columns = (0, 0) if self._report is None else self._report.plan.shape
        if not isinstance(key, tuple):
            return None
        row, column = key
        return self._item((row, column)) if row < rows and column < columns else None

    def neighbour(self, item: Item | None, right: int, down: int) -> Item | None:
        if self._report is None:
            return None
        rows, columns = self._report.plan.shape
        if item is None or not isinstance(item.key, tuple):
            return self._item((rows // 2, columns // 2))
        row, column = item.key
        return self._item((min(max(row - down, 0), rows - 1), min(max(column + right, 0), columns - 1)))

    def as_text(self) -> str:
        report = self._report
        if report is None:
            return ""
        across, up = (translated(axis.name) for axis in (report.plan.across, report.plan.up))
        lines = ["\t".join([across, up, *(translated(MEASURES[name].label) for name in report.measures)])]
        for row, column in np.argwhere(report.grid.known).tolist():
            values = [self.value_text(name, (row, column)) for name in report.measures]
            lines.append("\t".join([*map(translated, report.value_texts(row, column)), *values]))
        return "\n".join(lines)

    def name_of(self, pixel: Pixel) -> str:
        """Return what a pixel is called: its two values."""
        assert self._report is not None
        plan = self._report.plan
        axes = zip((plan.across, plan.up), self._report.value_texts(*pixel), strict=True)
        return ", ".join(f"{translated(Term(axis.label).inside)} {translated(value)}" for axis, value in axes)

    def value_text(self, measure: str, pixel: Pixel) -> str:
        assert self._report is not None
        grid = self._report.grid
        if not grid.known[pixel]:
            return self.tr("not trained yet")
        if grid.diverged[pixel]:
            return self.tr("diverged")
        value = float(self._report.of(measure)[pixel])
        if not math.isfinite(value):
            return self.tr("not solved") if measure == SOLVED_AT else "–"
        if measure == SOLVED_AT:
            first, last = self._report.solved_between(value)
            return grouped(last) if first == last else f"{grouped(first)}–{grouped(last)}"
        return _number(measure, value)

    def _item(self, pixel: Pixel) -> Item:
        name, value = self.name_of(pixel), self.value_text(self._measure, pixel)
        label = translated(Term(MEASURES[self._measure].label).inside)
        told = self.tr(
            "{name}\n{label}: {value}\nClick: this network becomes the one you train and inspect\nDrag: zoom"
        )
        tip = told.format(name=name, label=label, value=value)
        return Item(pixel, self._box_of(pixel), name, self.tr("{label} {value}").format(label=label, value=value), tip)

    # Where it stands

    def _small(self) -> QFont:
        return small_font(self.base_font)

    def _box(self) -> QRectF:
        """Return where the pixels are: asked for each of them, so worked out once."""
        if self._place is None:
            self._place = self._room()
        return self._place

    def _room(self) -> QRectF:
        metrics = QFontMetricsF(self._small())
        report = self._report
        widest = 0.0
        if report is not None:
            texts = [translated(report.value_texts(row, 0)[1]) for row in range(report.plan.shape[0])]
            widest = max(map(metrics.horizontalAdvance, texts))
        left, bottom = MARGIN + LINE + widest + TICK + 4, MARGIN + 2 * LINE + TICK + 4
        return self.area.adjusted(left, MARGIN + LINE / 2, -BAR_ROOM, -bottom)

    def _box_of(self, pixel: Pixel) -> QRectF:
        assert self._report is not None
        rows, columns = self._report.plan.shape
        box, (row, column) = self._box(), pixel
        width, height = box.width() / columns, box.height() / rows
        return QRectF(box.left() + column * width, box.bottom() - (row + 1) * height, width, height)

    def _pixel_at(self, place: QPointF) -> Pixel | None:
        box = self._box()
        if self._report is None or box.isEmpty():
            return None
        rows, columns = self._report.plan.shape
        column = math.floor((place.x() - box.left()) / box.width() * columns)
        row = math.floor((box.bottom() - place.y()) / box.height() * rows)
        return min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)

    # What a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a rectangle."""
        place = self.to_canvas(event.position())
        if event.button() == Qt.MouseButton.LeftButton and self._report is not None and self._box().contains(place):
            self._pressed, self._dragged = place, None
            self.select(self._pixel_at(place))
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.to_canvas(event.position())
        if self._pressed is not None:
            far = (place - self._pressed).manhattanLength() > CLICK
            self._dragged = place if far or self._dragged is not None else None
            self.update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the pixel, or zoom to the rectangle."""
        pressed, dragged = self._pressed, self._dragged
        self._pressed = self._dragged = None
        self.update()
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            super().mouseReleaseEvent(event)
        elif dragged is None:
            self.chosen.emit(self._pixel_at(pressed))
        else:
            (bottom, top), (left, right) = self._spans(pressed, dragged)
            self.zoomed.emit(left - 0.5, right + 0.5, bottom - 0.5, top + 0.5)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom out, beside the pixels: on them each click chooses."""
        if not self._box().contains(self.to_canvas(event.position())):
            self.zoomed_out.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with plus and minus too; Escape gives a rectangle up, or else zooms out."""
        key, plain = event.key(), event.modifiers() in PLAIN
        if key == Qt.Key.Key_Escape and self._pressed is not None:
            self._pressed = self._dragged = None
            self.update()
        elif plain and key in CLOSER_KEYS and isinstance(self.selected, tuple) and self._report is not None:
            row, column = self.selected
            up, across = (CLOSER * count for count in self._report.plan.shape)
            self.zoomed.emit(column - across, column + across, row - up, row + up)
        elif plain and key in BACK_KEYS and self._report is not None and self._report.depth:
            self.zoomed_out.emit()
        else:
            super().keyPressEvent(event)

    def _spans(self, one: QPointF, other: QPointF) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return the first and last row, and the first and last column, of a rectangle."""
        first, last = self._pixel_at(one), self._pixel_at(other)
        assert first is not None
        assert last is not None
        rows, columns = ((min(pair), max(pair)) for pair in zip(first, last, strict=True))
        return rows, columns

    # Drawing

    def paint_still(self, painter: QPainter, _size: QSizeF, /) -> None:
        """Draw the pixels, the axes and the scale of the colours."""
        report = self._report
        if report is None:
            return
        box = self._box()
        painter.setFont(self._small())
        paint_hatch(painter, box, self.theme)
        if self._picture_of_pixels is None:
            self._picture_of_pixels = image_of(report, self._measure, self.theme)
        painter.drawImage(box, self._picture_of_pixels)
        self._paint_diverged(painter, report)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.border)))
        painter.drawRect(box)
        self._paint_axes(painter, report, box)
        self._paint_scale(painter, report, box)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        report, theme = self._report, self.theme
        if report is None:
            text = self.tr(
                "Choose a setting for each axis, and press “Train the atlas”:\n"
                "each pixel appears here once it is trained."
            )
            paint_invitation(painter, self.area, self._why_none or text, theme)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._pressed is not None and self._dragged is not None:
            (bottom, top), (left, right) = self._spans(self._pressed, self._dragged)
            paint_frame(painter, self._box_of((bottom, left)) | self._box_of((top, right)), theme)
        elif isinstance(self.current, tuple):
            paint_frame(painter, self._box_of(self.current), theme)

    def _paint_diverged(self, painter: QPainter, report: AtlasReport) -> None:
        """Mark what diverged by a pattern, so that colour alone does not say it."""
        painter.setPen(Qt.PenStyle.NoPen)
        shown = report.grid.diverged[report.sources()]
        for row in np.flatnonzero(shown.any(axis=1)).tolist():
            edges = np.flatnonzero(np.diff(np.concatenate([[0], shown[row].astype(np.int8), [0]])))
            for first, last in edges.reshape(-1, 2).tolist():
                run = self._box_of((row, first)) | self._box_of((row, last - 1))
                painter.fillRect(run, QColor(self.theme.surface))
                painter.fillRect(run, diverged_brush(self.theme))

    def _paint_axes(self, painter: QPainter, report: AtlasReport, box: QRectF) -> None:
        metrics, (rows, columns) = QFontMetricsF(painter.font()), report.plan.shape
        across = [translated(report.value_texts(0, column)[0]) for column in range(columns)]
        up = [translated(report.value_texts(row, 0)[1]) for row in range(rows)]
        width = max(map(metrics.horizontalAdvance, across)) + 14
        painter.setPen(QColor(self.theme.muted))
        for column in range(0, columns, max(1, math.ceil(width * columns / box.width()))):
            x = self._box_of((0, column)).center().x()
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x, box.bottom() + TICK))
            room = QRectF(x - width / 2, box.bottom() + TICK, width, LINE)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, across[column])
        for row in range(0, rows, max(1, math.ceil(1.6 * LINE * rows / box.height()))):
            y = self._box_of((row, 0)).center().y()
            painter.drawLine(QPointF(box.left() - TICK, y), QPointF(box.left(), y))
            room = QRectF(0, y - LINE / 2, box.left() - TICK - 3, LINE)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, up[row])
        painter.setPen(QColor(self.theme.text))
        below = QRectF(box.left(), box.bottom() + TICK + LINE + 2, box.width(), LINE)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, translated(report.plan.across.name))
        painter.save()
        painter.translate(MARGIN, box.center().y())
        painter.rotate(-90)
        beside = QRectF(-box.height() / 2, 0, box.height(), LINE)
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, translated(report.plan.up.name))
        painter.restore()

    def _paint_scale(self, painter: QPainter, report: AtlasReport, box: QRectF) -> None:
        bar = QRectF(box.right() + 16, box.top(), BAR, box.height())
        paint_bar(painter, bar, sequential(), self.theme, upright=True)
        measure = MEASURES[self._measure]
        count = min(int(report.ends(self._measure)[1]), 4) if measure.whole else 4
        shares = [index / count for index in range(count + 1)] if count else [0.0]
        ticks = [(share, _number(self._measure, report.at(self._measure, share))) for share in shares]
        paint_ticks(painter, bar, ticks, self.theme)


def _number(measure: str, value: float) -> str:
    if MEASURES[measure].whole:
        return grouped(round(value))
    return percent(value) if MEASURES[measure].unit == "%" else significant(value, 3)

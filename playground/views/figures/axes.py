"""A pair of axes on a figure: where values lie on the paper, round numbers along the edges, names."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from playground.messages.numbers import logarithmic_ticks, tick
from playground.views.figures.sheet import CENTER, GAP, RIGHT, Sheet
from playground.views.plots.ticks import CLEARANCE, next_step

TICK = 4.0
SPACING = 2.0
"""Lines of text between two numbers of an axis, at least."""


class Axis(Struct, frozen=True):
    """One axis.

    Attributes
    ----------
    low, high
        Its ends; exponents of ten where it is logarithmic.
    name
        What it measures; empty if a legend says so.
    unit
        What its numbers are multiplied by.
    whole
        Whether only whole numbers make sense.
    """

    low: float
    high: float
    name: str = ""
    unit: float = 1.0
    logarithmic: bool = False
    whole: bool = False

    def labels(self, step: float) -> list[tuple[float, str]]:
        """Return the values with a number, `step` apart in the axis's own numbers, and what is written there."""
        first = math.ceil(self.low * self.unit / step - 1e-9)
        last = math.floor(self.high * self.unit / step + 1e-9)
        numbers = [count * step for count in range(first, last + 1)]
        return [(number / self.unit, self._text(number, step)) for number in numbers]

    def _text(self, number: float, step: float) -> str:
        return logarithmic_ticks([number], (self.low, self.high))[0] if self.logarithmic else tick(number, step)

    def step(self, distance: float) -> float:
        """Return a round step that is at least `distance` in values."""
        step = next_step(max(distance * self.unit, 1e-300))
        return max(1.0, step) if self.whole or self.logarithmic else step

    @property
    def span(self) -> float:
        """From end to end, never zero."""
        return (self.high - self.low) or 1.0


class Axes(Struct, frozen=True):
    """Two axes and the rectangle between them."""

    rect: QRectF
    x: Axis
    y: Axis

    @classmethod
    def within(cls, sheet: Sheet, area: QRectF, x: Axis, y: Axis, *, square: bool = False) -> "Axes":
        """Return axes that with their numbers and names fill an area; a square stands in its middle."""
        line, small = sheet.line(), sheet.line(sheet.small_font)
        labels = [text for _, text in y.labels(y.step(SPACING * small * y.span / max(area.height(), 1)))]
        left = sheet.widest([*labels, "−0.5"], sheet.small_font) + TICK + GAP
        top = line + small / 2 if y.name else small / 2
        bottom = TICK + small + (line if x.name else 0) + GAP
        right = max(sheet.width(text, sheet.small_font) for text in ("10", *(t for _, t in x.labels(x.span)))) / 2
        rect = area.adjusted(left, top, -right, -bottom)
        if square:
            side = max(min(rect.width(), rect.height()), 1.0)
            spare = (rect.width() - side) / 2
            rect = QRectF(rect.left() + spare, rect.top() + (rect.height() - side) / 2, side, side)
        return cls(rect, x, y)

    def place(self, x: float, y: float) -> QPointF:
        """Return where a pair of values lies."""
        return QPointF(
            self.rect.left() + (x - self.x.low) / self.x.span * self.rect.width(),
            self.rect.bottom() - (y - self.y.low) / self.y.span * self.rect.height(),
        )

    def places(self, x: NDArray[Any], y: NDArray[Any]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return where pairs of values lie, across and down."""
        across = self.rect.left() + (np.asarray(x, float) - self.x.low) * (self.rect.width() / self.x.span)
        down = self.rect.bottom() - (np.asarray(y, float) - self.y.low) * (self.rect.height() / self.y.span)
        return across, down

    def line(self, x: NDArray[Any], y: NDArray[Any]) -> QPainterPath:
        """Return the line through pairs of values, with gaps where one is not finite, cut at the edges."""
        across, down = self.places(x, y)
        path = QPainterPath()
        for start, stop in stretches(np.isfinite(across) & np.isfinite(down)):
            points = list(zip(across[start:stop].tolist(), down[start:stop].tolist(), strict=True))
            for piece in between(points, self.rect.top(), self.rect.bottom()):
                path.addPolygon(QPolygonF([QPointF(*point) for point in piece]))
        return path

    def paint(self, sheet: Sheet, *, grid: bool = False) -> None:
        """Draw frame, ticks, numbers and names; with a grid, faint lines across."""
        rect, theme, font = self.rect, sheet.theme, sheet.small_font
        small = sheet.line(font)
        x_step, y_step = self._steps(sheet)
        for value, text in self.x.labels(x_step):
            place = self.place(value, self.y.low).x()
            self._mark(sheet, grid, QPointF(place, rect.bottom()), QPointF(0, TICK), QPointF(place, rect.top()))
            half = sheet.width(text, font) / 2 + 1
            sheet.text(QRectF(place - half, rect.bottom() + TICK, 2 * half, small), text, CENTER, theme.muted, font)
        for value, text in self.y.labels(y_step):
            place = self.place(self.x.low, value).y()
            self._mark(sheet, grid, QPointF(rect.left(), place), QPointF(-TICK, 0), QPointF(rect.right(), place))
            room = sheet.width(text, font) + 2
            box = QRectF(rect.left() - TICK - GAP / 2 - room, place - small / 2, room, small)
            sheet.text(box, text, RIGHT, theme.muted, font)
        sheet.outline(rect)
        if self.x.name:
            below = QRectF(rect.left(), rect.bottom() + TICK + small, rect.width(), sheet.line())
            sheet.text(below, self.x.name, CENTER)
        if self.y.name:
            # Above its axis: turned by 90° it would be hard to read.
            left = rect.left() - sheet.widest(["−0.5"], font) - TICK - GAP
            top = rect.top() - sheet.line() - small / 2
            sheet.text(QRectF(left, top, rect.right() - left, sheet.line()), self.y.name)

    def _mark(self, sheet: Sheet, grid: bool, at: QPointF, tick_to: QPointF, across: QPointF) -> None:
        if grid:
            sheet.rule(at.x(), at.y(), across.x(), across.y(), sheet.theme.neutral)
        sheet.rule(at.x(), at.y(), at.x() + tick_to.x(), at.y() + tick_to.y(), sheet.theme.border)

    def _steps(self, sheet: Sheet) -> tuple[float, float]:
        """Return steps for which there is room; the same ones where a unit is as long on both axes."""
        small = sheet.line(sheet.small_font)
        y = self.y.step(SPACING * small * self.y.span / max(self.rect.height(), 1))
        x = self.x.step(SPACING * small * self.x.span / max(self.rect.width(), 1))
        while x * 2 < self.x.span * self.x.unit:
            room = x / self.x.unit / self.x.span * self.rect.width()
            if room >= sheet.widest([text for _, text in self.x.labels(x)], sheet.small_font) + CLEARANCE:
                break
            x = self.x.step(x / self.x.unit * 1.5)
        scales = self.x.span / max(self.rect.width(), 1), self.y.span / max(self.rect.height(), 1)
        if math.isclose(*scales, rel_tol=0.02) and (self.x.unit, self.x.logarithmic) == (
            self.y.unit,
            self.y.logarithmic,
        ):
            x = y = max(x, y)
        return x, y


Point = tuple[float, float]


def stretches(good: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return begin and end of each run of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], good.astype(np.int8), [0]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def between(points: Sequence[Point], top: float, bottom: float) -> list[list[Point]]:
    """Return the pieces of a line through points that lie between two heights, `top` being the smaller number."""
    if len(points) == 1:
        return [list(points)] if top <= points[0][1] <= bottom else []
    pieces: list[list[Point]] = []
    for start, end in pairwise(points):
        part = _part(start, end, top, bottom)
        if part is None:
            continue
        if pieces and pieces[-1][-1] == part[0]:
            pieces[-1].append(part[1])
        else:
            pieces.append([*part])
    return pieces


def _part(start: Point, end: Point, top: float, bottom: float) -> tuple[Point, Point] | None:
    """Return the part of a segment between two heights, None if there is none (Liang and Barsky, 1984)."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    first, last = 0.0, 1.0
    for inside, towards in ((y - top, dy), (bottom - y, -dy)):
        if towards > 0:
            first = max(first, -inside / towards)
        elif towards < 0:
            last = min(last, -inside / towards)
        elif inside < 0:
            return None
    if first > last:
        return None
    begin = start if first == 0 else (x + first * dx, y + first * dy)
    finish = end if last == 1 else (x + last * dx, y + last * dy)
    return begin, finish

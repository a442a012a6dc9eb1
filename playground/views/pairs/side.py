"""One of the two networks of a pair: what it is, what it answers over its inputs, its numbers; the curves of both."""

from collections.abc import Iterable, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from playground.messages.numbers import number, percent
from playground.training.pairs import PairSide
from playground.views.cost.series import exponents
from playground.views.forms.text import translated
from playground.views.kit.appearance import scaled_font, theme
from playground.views.kit.building import in_column
from playground.views.kit.canvas import Canvas
from playground.views.kit.copying import Columns
from playground.views.kit.empty import paint_invitation
from playground.views.kit.key import Key, line_entry
from playground.views.kit.markers import class_color, marker_outline, paint_outline
from playground.views.kit.prose import Prose, prose
from playground.views.plots.canvas import PlotCanvas
from playground.views.plots.lines import CurvesItem
from playground.views.plots.style import DASHES, line_pen
from playground.views.plots.ticks import decades
from playground.views.runs.thumbnail import EDGE, thumbnail
from playground.views.theme import Theme

PICTURE = 90
"""Least side of a picture in pixels at 100 %."""
MARKER = 2.6
LETTERS = ("A", "B")
Frame = tuple[QRectF, float, float, float, float]
"""The square inside a picture, where its two axes begin, and how long they are."""


def side_color(index: int) -> str:
    """Return the theme's name of the colour of a side's curves."""
    return ("train", "test")[index]


class PairPicture(Canvas):
    """What one of the networks answers over its inputs, with the training examples."""

    def __init__(self, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self._side: PairSide | None = None
        self._why_none = ""
        self._outlined: tuple[PairSide, Frame] | None = None
        self._markers: dict[int, QPainterPath] = {}
        self.setAccessibleName(self.tr("What network {letter} answers").format(letter=LETTERS[index]))

    def show_side(self, side: PairSide | None, why_none: str = "") -> None:
        """Show another moment; None before the first, or for a reason of its own."""
        if side is not self._side or why_none != self._why_none:
            self._side, self._why_none = side, why_none
            self.update()

    def as_text(self) -> str:
        return self._why_none if self._side is None else numbers_text(self._side)

    def preferred_size(self) -> QSizeF:
        return QSizeF(260, 260)

    def least_size(self) -> QSizeF:
        return QSizeF(PICTURE, PICTURE)

    def paint(self, painter: QPainter, _size: QSizeF, /) -> None:
        area = square_in(self.area)
        if self._side is None:
            painter.fillRect(area, QColor(self.theme.neutral))
            paint_invitation(painter, area, self._why_none or self.tr("not trained yet"), self.theme)
            return
        side, color = self._side, self.theme.color(side_color(self._index))
        pixels = max(round(area.height()), 1)
        picture = thumbnail(side.portrait, side.curves.epochs, side.curves.train_cost, self.theme, color, pixels)
        painter.drawPixmap(area, picture, QRectF(picture.rect()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(area.adjusted(EDGE, 0, 0, 0))
        for label, outline in self._outlines():
            ink = QColor(class_color(label, self.theme))
            paint_outline(painter, outline, ink, self.theme, hollow=False, radius=MARKER)

    def _outlines(self) -> Iterable[tuple[int, QPainterPath]]:
        """Return the markers of every class: made anew only where examples or room are others."""
        side, before, frame = self._side, self._outlined, self._frame()
        if side is None or frame is None:
            return ()
        if before is None or before[0].X is not side.X or before[1] != frame:
            self._outlined = side, frame
            known: dict[int, list[QPointF]] = {}
            for place, label in zip(self.places(), side.labels.tolist(), strict=True):
                known.setdefault(label, []).append(place)
            self._markers = {label: marker_outline(places, label, MARKER) for label, places in known.items()}
        return self._markers.items()

    def places(self) -> list[QPointF]:
        """Return where the training examples are drawn: those of classes, over two inputs."""
        side, frame = self._side, self._frame()
        if side is None or frame is None:
            return []
        inside, left, bottom, width, height = frame
        across = inside.left() + (side.X[0] - left) / width * inside.width()
        down = inside.bottom() - (side.X[1] - bottom) / height * inside.height()
        return [QPointF(x, y) for x, y in zip(across.tolist(), down.tolist(), strict=True)]

    def inputs_at(self, place: QPointF) -> tuple[float, float]:
        """Return the two inputs that are drawn at a place, where examples are drawn."""
        frame = self._frame()
        assert frame is not None
        inside, left, bottom, width, height = frame
        across, up = (place.x() - inside.left()) / inside.width(), (inside.bottom() - place.y()) / inside.height()
        return left + across * width, bottom + up * height

    def _frame(self) -> Frame | None:
        """Return the square inside, and where its axes begin and how long they are; None where no examples are."""
        side = self._side
        maps = None if side is None or side.portrait is None or side.labels is None else side.portrait.maps
        if maps is None or maps.kind != "plane":
            return None
        inside = square_in(self.area).adjusted(EDGE, 0, 0, 0)
        left, bottom = float(maps.x[0]), float(maps.y[0])
        return inside, left, bottom, float(maps.x[-1]) - left, float(maps.y[-1]) - bottom


def square_in(area: QRectF) -> QRectF:
    """Return the largest square at the top of an area, in its middle, with the bar at its left."""
    side = min(area.width() - EDGE, area.height())
    return QRectF(area.left() + (area.width() - side - EDGE) / 2, area.top(), side + EDGE, side)


class PairPanel(QWidget):
    """A letter with its line, what is special about the network, its numbers, and the picture."""

    def __init__(self, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self.title, self.numbers = headings()
        self.picture = PairPicture(index)
        self.setLayout(in_column(self.title, self.numbers, (self.picture, 1), gap=4))

    def show_label(self, label: str) -> None:
        self.title.setText(f"{LETTERS[self._index]}: {translated(label)}")

    def show_side(self, side: PairSide | None) -> None:
        self.picture.show_side(side)
        self.numbers.setText("" if side is None else numbers_text(side))


def headings() -> tuple[Prose, Prose]:
    """Return what stands above a picture: what it is of, and its numbers."""
    title, numbers = prose(), prose()
    for line in (title, numbers):
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    scaled_font(title, bold=True)
    scaled_font(numbers, digits=True)
    return title, numbers


def numbers_text(side: PairSide) -> str:
    """Return the costs and the shares that are right, on training and test examples."""

    def line(name: str, cost: float | None, right: float | None) -> str:
        text = QCoreApplication.translate("PairPanel", "{part}: cost {cost}").format(part=name, cost=number(cost))
        return text if right is None else f"{text}, {percent(right)}"

    parts = (
        (QCoreApplication.translate("PairPanel", "train"), side.train_cost, side.train_accuracy),
        (QCoreApplication.translate("PairPanel", "test"), side.test_cost, side.test_accuracy),
    )
    return "\n".join(line(*part) for part in parts if part[1] is not None)


class PairCurves(QWidget):
    """The key above, and the costs of both on training and test data over the epochs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides: Sequence[PairSide] = ()
        self._labels: tuple[str, ...] = ()
        self.plot = PlotCanvas(widest="1e-5")
        self.plot.setAccessibleName(self.tr("Cost of both networks"))
        self.plot.columns = self._columns
        self.plot.set_names(self.tr("epoch"), self.tr("cost (thin: test data)"))
        self.plot.set_scale(1.0, logarithmic=True)
        self._lines = CurvesItem(self.plot.view)
        self.key = Key(self.tr("Curves"))
        self.setLayout(in_column(self.key, (self.plot, 1), gap=2))

    def show_labels(self, labels: Sequence[str]) -> None:
        """Show what the two are called."""
        if tuple(labels) == self._labels:
            return
        self._labels = tuple(labels)
        names = (f"{letter}: {label}" for letter, label in zip(LETTERS, labels, strict=True))
        self.key.show_entries([line_entry(name, partial(_pen, index)) for index, name in enumerate(names)])

    def show_sides(self, sides: Sequence[PairSide], last: int, marks: Sequence[int] = ()) -> None:
        """Show the curves of both up to an epoch, or none yet; `marks` are epochs with a line across."""
        self._sides, look = sides, theme()
        low, high = self._ends()
        lines = [(np.full(2, epoch), np.array([low, high])) for epoch in marks]
        pens = [line_pen(look.muted, DASHES[1], 1) for _ in marks]
        for index, side in enumerate(sides):
            curves = side.curves
            lines += [(curves.epochs, exponents(curves.train_cost)), (curves.epochs, exponents(curves.test_cost))]
            pens += [_pen(index, look), line_pen(look.color(side_color(index)), DASHES[index], 1)]
        self._lines.show_lines(lines, pens)
        self.plot.set_home((0.0, float(last)), (low, high))

    def _ends(self) -> tuple[float, float]:
        """Return the powers of ten that the curves lie between."""
        costs = [
            cost
            for side in self._sides
            for values in (side.curves.train_cost, side.curves.test_cost)
            for cost in values[np.isfinite(values) & (values > 0)].tolist()
        ]
        return decades(min(costs), max(costs)) if costs else (-1.0, 0.0)

    def _columns(self) -> Columns:
        """Return the costs at the epochs that both have a point for."""
        known = [dict(zip(side.curves.epochs.tolist(), _costs(side), strict=True)) for side in self._sides]
        if not known:
            return {}
        epochs = [epoch for epoch in known[0] if all(epoch in costs for costs in known)]
        columns = {self.tr("epoch"): epochs}
        for letter, costs in zip(LETTERS, known, strict=True):
            columns[self.tr("train cost {letter}").format(letter=letter)] = [costs[epoch][0] for epoch in epochs]
            columns[self.tr("test cost {letter}").format(letter=letter)] = [costs[epoch][1] for epoch in epochs]
        return columns


def _costs(side: PairSide) -> list[tuple[float, float]]:
    return list(zip(side.curves.train_cost.tolist(), side.curves.test_cost.tolist(), strict=True))


def _pen(index: int, look: Theme) -> QPen:
    return line_pen(look.color(side_color(index)), DASHES[index], 2)

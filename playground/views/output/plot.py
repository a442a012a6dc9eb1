"""The drawing in the output view: one map, contour, set of lines and cloud of markers, used as the subject needs."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.training.results import Maps, ProblemInfo
from playground.views.color_maps import LookupTable, bgra, diverging, number_colors
from playground.views.kit.scatter import PointsItem, Scatter, class_colors, shade_colors
from playground.views.output.field import (
    Image,
    Line,
    class_image,
    class_table,
    contour,
    field_image,
    lines_path,
    soften,
)
from playground.views.output.frame import OutputFrame
from playground.views.output.subject import Kind, Points, Subject, limits
from playground.views.plots.lines import CurvesItem, LineItem
from playground.views.plots.style import DASHES, line_pen
from playground.views.theme import LIGHT, Theme


def curve_pens(subject: Subject, theme: Theme) -> tuple[QPen, ...]:
    """Return a pen per line: one line in the accent colour, several in the classes' colours and with dashes."""
    if len(subject.rows) == 1 or subject.kind == "path":
        return (line_pen(theme.accent, width=2),)
    return tuple(
        line_pen(theme.classes[index % len(theme.classes)], DASHES[index % len(DASHES)], 2)
        for index in range(len(subject.rows))
    )


def scatter(subject: Subject, drawn: Points) -> Scatter:
    """Return the markers of a subject's examples."""
    colors = class_colors if drawn.by_class else partial(_shades, subject)
    edged = not drawn.by_class and not (drawn.color < 0).any()
    return Scatter.of(drawn.color, drawn.shape, drawn.hollow, colors, edged=edged)


def _shades(subject: Subject, theme: Theme) -> Sequence[QColor]:
    return shade_colors(number_colors(theme, signed=subject.signed), theme)


def _soft_colors(subject: Subject, theme: Theme) -> LookupTable:
    return soften(number_colors(theme, signed=subject.signed), theme)


def stepped(values: NDArray[Any], subject: Subject) -> NDArray[Any]:
    """Return `(k, m)` outputs as decisions: the chosen class high, the others low."""
    if len(values) == 1:
        threshold = (subject.low + subject.high) / 2 if subject.threshold is None else subject.threshold
        return np.where(values > threshold, subject.high, subject.low)
    chosen = values.argmax(axis=0) == np.arange(len(values))[:, None]
    return np.where(chosen, subject.high, subject.low)


def joined_targets(problem_info: ProblemInfo) -> Line:
    """Return the drawn curve's targets in the order of the one input: the line that joins them."""
    order = np.argsort(problem_info.train_X[0], kind="stable")
    return list(zip(problem_info.train_Y[0, order].tolist(), problem_info.train_Y[1, order].tolist(), strict=True))


def guide_pen(theme: Theme) -> QPen:
    """Return the pen of help lines: thresholds and joined targets."""
    return line_pen(theme.muted, Qt.PenStyle.DotLine)


EDGE = 0.12
"""Room above and below a curve's targets, as a share of their span."""
ABOVE, BELOW = 10, -10

PLANE: tuple[Kind, ...] = ("field", "classes")


class OutputPlot:
    """Draws subjects into a frame: `prepare` what stays, then `paint` every frame."""

    def __init__(self, frame: OutputFrame) -> None:
        self._frame = frame
        self._canvas = frame.canvas
        self._theme = LIGHT
        self._lookup: LookupTable = diverging(LIGHT)
        self._table: Image = bgra(self._lookup)
        self._scale: tuple[float, float, int] | None = None
        self._space: tuple[object, ...] = ()
        self._targets: NDArray[Any] | None = None
        self.picture = PictureItem()
        self.contour = LineItem()
        self.guide = LineItem()
        self.contour.setZValue(1)
        self.guide.setZValue(1)
        for item in (self.picture, self.contour, self.guide):
            self._canvas.view.addItem(item, ignoreBounds=True)
        self.curves = CurvesItem(self._canvas.view)
        self.points = PointsItem(self._canvas.view)
        self._painters: Mapping[Kind, Callable[[Subject, Maps, bool], None]] = {
            "field": self._paint_field,
            "classes": self._paint_classes,
            "curves": self._paint_curves,
            "path": self._paint_path,
        }

    def prepare(
        self, problem_info: ProblemInfo, subject: Subject, drawn: Points, theme: Theme, axes: tuple[int, int] = (0, 1)
    ) -> None:
        """Set up what stays until problem, axes, unit, options or theme change."""
        self._theme = theme
        self._lookup = soften(number_colors(theme, signed=subject.signed), theme)
        self._table = class_table(theme, len(subject.rows)) if subject.kind == "classes" else bgra(self._lookup)
        self._scale = None
        self._targets = problem_info.train_Y
        self.points.show_points(drawn.x, drawn.y, scatter(subject, drawn))
        # Over a map the markers lie on top; a curve stays visible among its examples.
        self.points.setZValue(ABOVE if subject.kind in PLANE else BELOW)
        self.picture.setVisible(subject.kind in PLANE)
        self.contour.setVisible(subject.kind == "field" and subject.threshold is not None)
        self.contour.set_pen(line_pen(theme.text, width=1.2))
        self.guide.setVisible(subject.kind not in PLANE)
        self.guide.set_pen(guide_pen(theme))
        self.guide.set_path(lines_path([joined_targets(problem_info)] if subject.kind == "path" else []))
        if subject.kind in PLANE:
            self.curves.show_lines((), ())
        self._frame.arrange(square=self._is_square(problem_info, subject, axes), scale=subject.kind == "field")
        shown = tuple(problem_info.domain[axis] for axis in axes) if subject.kind in PLANE else problem_info.domain
        self._enter((subject.kind in PLANE, subject.kind == "path", shown, axes))
        self.place_points()

    @staticmethod
    def _is_square(problem_info: ProblemInfo, subject: Subject, axes: tuple[int, int]) -> bool:
        """Return whether the plane is a square: two of many inputs in units of their own fill what room there is."""
        if subject.kind not in PLANE or len(problem_info.domain) <= len(axes):
            return subject.kind != "curves"
        first, second = (problem_info.domain[axis] for axis in axes)
        return first == second

    def prepare_sheet(self, domain: Sequence[tuple[float, float]]) -> None:
        """Show nothing but the axes, until `prepare` is called again."""
        self.points.show_points(np.empty(0), np.empty(0), None)
        for item in (self.picture, self.contour, self.guide):
            item.hide()
        self.curves.show_lines((), ())
        self._frame.arrange(square=True, scale=False)
        across, up = domain
        self._canvas.set_home(across, up)
        self._enter(("sheet",))
        self.place_points()

    def _enter(self, space: tuple[object, ...]) -> None:
        """Show all of another space; a person's zoom stays in the same."""
        if space != self._space:
            self._space = space
            self._canvas.reset_view()

    def paint(self, subject: Subject, maps: Maps, *, discretize: bool) -> None:
        self._painters[subject.kind](subject, maps, discretize)

    def place_points(self) -> None:
        """Tell the markers where the plot's coordinates lie on the screen."""
        view = self._canvas.view
        self.points.place(view.rect(), view.childTransform())

    def _paint_field(self, subject: Subject, maps: Maps, discretize: bool) -> None:
        values = subject.values(maps)
        low, high = subject.ends(values)
        steps = subject.steps if discretize else 0
        self._show_image(field_image(values, low, high, self._table, steps), maps)
        if subject.threshold is not None:
            self.contour.set_path(lines_path(contour(values, (low + high) / 2, maps.x, maps.y)))
        if (low, high, steps) != self._scale:
            self._scale = (low, high, steps)
            self._frame.scale.set_scale(partial(_soft_colors, subject), low, high, steps)
            self._frame.place()

    def _paint_classes(self, subject: Subject, maps: Maps, discretize: bool) -> None:
        values = subject.values(maps)
        self._show_image(class_image(values, subject.low, subject.high, self._table, hard=discretize), maps)

    def _show_image(self, image: Image, maps: Maps) -> None:
        x = (float(maps.x[0]), float(maps.x[-1]))
        y = (float(maps.y[0]), float(maps.y[-1]))
        self.picture.show_image(image, x, y)
        self._canvas.set_home(x, y)

    def _paint_curves(self, subject: Subject, maps: Maps, discretize: bool) -> None:
        values = subject.values(maps)
        low, high = subject.ends(values)
        if subject.steps and discretize:
            values = stepped(values, subject)
        ends = (float(maps.x[0]), float(maps.x[-1]))
        self.curves.show_lines([(maps.x, row) for row in values], curve_pens(subject, self._theme))
        if subject.threshold is not None:
            middle = (low + high) / 2
            self.guide.set_path(lines_path([[(ends[0], middle), (ends[1], middle)]]))
        span = (high - low) or 1.0
        self._canvas.set_home(ends, (low - EDGE * span, high + EDGE * span))

    def _paint_path(self, subject: Subject, maps: Maps, _discretize: bool) -> None:
        first, second = subject.values(maps)
        self.curves.show_lines([(first, second)], curve_pens(subject, self._theme))
        if self._targets is not None:
            self._canvas.set_home(*_square(self._targets))


def _square(targets: NDArray[Any]) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return equal spans around both rows of targets."""
    ends = [limits(row) for row in targets]
    half = max(high - low for low, high in ends) * (0.5 + EDGE) or 1.0
    x, y = ((low + high) / 2 for low, high in ends)
    return (x - half, x + half), (y - half, y + half)


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

"""Beside or below the pictures: what the markers' colours are, and what the pictures leave out or are made of."""

from functools import partial

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QLabel, QStackedWidget, QWidget

from playground.messages.numbers import percent, tick
from playground.training.queries.hidden_space import HiddenSpaces
from playground.training.results import ProblemInfo
from playground.views.color_maps import number_colors
from playground.views.controls.check_box import CheckBox
from playground.views.kit.appearance import pixels
from playground.views.kit.building import in_column, named, spaced
from playground.views.kit.canvas import Canvas, Item
from playground.views.kit.color_bar import ColorBar
from playground.views.kit.markers import marker_icon
from playground.views.output.subject import value_scale
from playground.views.panel_style import set_property
from playground.views.plots.style import small_font
from playground.views.plots.ticks import share_of
from playground.views.spaces.layer_plot import SHADES, line_pens

WIDTH, HEIGHT, MOST = 212, 120, 16_777_215
"""Pixels at 100 % beside the pictures, and below them; and Qt's word for as many as there are."""
LEAST_HEIGHT = 260
"""Beside the pictures, with room for a sentence of five lines: with less the workspace scrolls."""
LEAST_WIDTH = 530
"""Below the pictures: with less the sentence is a strip."""
EVERY = 2
"""Of the grid's lines, so many are one in its key."""
BARS = 10
GAP = 4.0
"""Pixels between two numbers."""


class SidePanel(QWidget):
    """The column at the right.

    Attributes
    ----------
    scale
        Which colour is which number, where numbers are to be predicted.
    bars, key
        The variance of a projection, the grid of two neurons; one of them is shown.
    sentence
        What the chosen picture shows.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem_info: ProblemInfo | None = None
        shown, bent = self.tr("Test data"), self.tr("Grid of the input")
        hollow = self.tr("Draw the test examples too, as hollow markers.")
        lines = self.tr("Draw where the layers bend the lines of a grid that lies over the input.")
        self.test_data = named(CheckBox(shown), shown, hollow)
        self.grid = named(CheckBox(bent), bent, lines)
        self.scale = ColorBar(lying=True)
        self.bars, self.key = VarianceBars(), GridKey()
        self.sentence = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self.sentence.setAccessibleName(self.tr("What is shown"))
        self._stack = QStackedWidget()
        parts = ((self.tr("Variance by component"), self.bars), (self.tr("The grid in the input"), self.key))
        for title, part in parts:
            heading, page = QLabel(title), QWidget()
            set_property(heading, "role", "heading")
            page.setLayout(in_column(heading, part, None, gap=4))
            self._stack.addWidget(page)
        for box in (self.test_data, self.grid):
            box.setChecked(True)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        spaced(self._layout, gap=16, edges=(0, 4, 0, 0))
        self._layout.addLayout(in_column(self.scale, self.test_data, self.grid, None))
        self._layout.addWidget(self._stack)
        self._layout.addWidget(self.sentence, 1)

    def set_problem_info(self, problem_info: ProblemInfo) -> None:
        """Say what the markers' colours mean, unless they are classes."""
        self._problem_info = problem_info
        self.scale.setVisible(not problem_info.classes)
        low, high, signed = value_scale(problem_info.train_Y[0], problem_info.test_Y[0])
        self.scale.set_scale(partial(number_colors, signed=signed), low, high)
        self.scale.setToolTip(self.tr("The colour of a marker is its target: {}.").format(problem_info.output_names[0]))

    def show_bars(self, bars: bool) -> None:
        """Show the variance of a projection, or else the grid's key."""
        self._stack.setCurrentIndex(0 if bars else 1)
        self.grid.setVisible(not bars)

    def restyle(self) -> None:
        if self._problem_info is not None:
            self.set_problem_info(self._problem_info)
        self.test_data.setIcon(marker_icon(0, hollow=True))

    def lay(self, below: bool) -> None:
        """Stand beside the pictures, or lie below them."""
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if below else QBoxLayout.Direction.TopToBottom)
        width, height = pixels(WIDTH), pixels(HEIGHT)
        self.setMinimumSize(QSize(0, height) if below else QSize(width, pixels(LEAST_HEIGHT)))
        self.setMaximumSize(QSize(MOST, height) if below else QSize(width, MOST))


class GridKey(Canvas):
    """The input's grid before any layer has bent it: where each colour of a line comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._across = self._up = np.empty(0)
        self._names = ("", "")
        self.setAccessibleName(self.tr("The grid in the input"))
        self.setToolTip(self.tr("The grid as it lies in the input: each line keeps its colour in every layer."))

    def set_grid(self, answer: HiddenSpaces, names: tuple[str, str]) -> None:
        """Show the values that have a line, and what the axes are."""
        if (answer.across is not self._across) or (answer.up is not self._up) or names != self._names:
            self._across, self._up, self._names = answer.across, answer.up, names
            self.setAccessibleDescription(" × ".join(names))
            self.update()

    def preferred_size(self) -> QSizeF:
        return QSizeF(WIDTH, 118)

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        if not self._across.size:
            return
        painter.setFont(small_font(self.base_font))
        metrics, muted, ink = painter.fontMetrics(), QColor(self.theme.muted), QColor(self.theme.text)
        line, ends = metrics.height(), [tick(float(end), 1.0) for end in (self._across[0], self._across[-1])]
        upper = [tick(float(end), 1.0) for end in (self._up[0], self._up[-1])] if self._up.size else ["", ""]
        left = max(metrics.horizontalAdvance(text) for text in upper) + 12.0
        side = min(size.height() - 2 * line - 4, size.width() - left - 8)
        area = QRectF(left, line + 2, side, side if self._up.size else 1)
        below, flag = QRectF(left - 10, area.bottom() + 2, side + 20, line), Qt.AlignmentFlag
        for pen, box, where, text in (
            (ink, QRectF(0, 0, size.width(), line), flag.AlignLeft, self._elided(painter, 1, size.width())),
            (muted, below, flag.AlignLeft, ends[0]),
            (muted, below, flag.AlignRight, ends[1]),
            (muted, QRectF(0, area.top(), left - 5, line), flag.AlignRight, upper[1]),
            (muted, QRectF(0, area.bottom() - line, left - 5, line), flag.AlignRight, upper[0]),
            (ink, QRectF(left, below.top(), side, line), flag.AlignCenter, self._elided(painter, 0, side - 30)),
        ):
            painter.setPen(pen)
            painter.drawText(box, where, text)
        self._paint_grid(painter, area)

    def _paint_grid(self, painter: QPainter, area: QRectF) -> None:
        count = len(self._across)
        if not self._up.size:
            painter.setPen(line_pens(self.theme, 1, 1)[0])
            painter.drawLine(area.topLeft(), area.topRight())
            return
        shades = min(SHADES, count)
        pens = line_pens(self.theme, 2, shades)
        for index in range(0, count, EVERY):
            shade = index * shades // count
            x = round(area.left() + index / (count - 1) * area.width()) + 0.5
            y = round(area.bottom() - index / (count - 1) * area.height()) + 0.5
            painter.setPen(pens[shade])
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(pens[shades + shade])
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _elided(self, painter: QPainter, axis: int, room: float) -> str:
        if axis and not self._up.size:
            return ""
        return painter.fontMetrics().elidedText(self._names[axis], Qt.TextElideMode.ElideMiddle, int(room))


class VarianceBars(Canvas):
    """A bar for each of the first principal components; the two that the picture shows are filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ratios: tuple[float, ...] = ()
        self.setAccessibleName(self.tr("Variance by component"))
        self.setToolTip(
            self.tr("How much of the variance each principal component has; the picture shows the first two.")
        )

    def set_ratios(self, ratios: tuple[float, ...]) -> None:
        """Show the shares of the first ten components."""
        rounded = tuple(round(ratio, 3) for ratio in ratios)  # as `percent` shows them
        if rounded != self._ratios:
            self._ratios = rounded
            self.setAccessibleDescription(", ".join(percent(ratio) for ratio in rounded))
            self.update()

    def preferred_size(self) -> QSizeF:
        return QSizeF(WIDTH, 100)

    def items(self) -> list[Item]:
        step, component = self.area.width() / BARS, self.tr("Component {number}")
        return [
            Item(
                index,
                QRectF(index * step, 0, step, self.area.height()),
                component.format(number=index + 1),
                percent(ratio),
            )
            for index, ratio in enumerate(self._ratios)
        ]

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        theme = self.theme
        painter.setFont(small_font(self.base_font))
        metrics = painter.fontMetrics()
        line, step, taken = metrics.height(), size.width() / BARS, 0.0
        base, room = size.height() - line - 2.0, size.height() - 2 * line - 4.0
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawLine(QPointF(0, base + 0.5), QPointF(size.width(), base + 0.5))
        for index, ratio in enumerate(self._ratios):
            high = room * share_of(ratio, self._ratios[0])
            bar = QRectF(index * step + 3, base - high, step - 6, high)
            shown = index < 2
            painter.fillRect(bar, QColor(theme.accent if shown else theme.hatch))
            painter.setPen(QColor(theme.text if shown else theme.muted))
            below = QRectF(index * step, base + 2, step, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index + 1))
            if shown and ratio >= 0.005:
                above = number_box(bar, percent(ratio), metrics, taken)
                taken = above.right() + GAP
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, percent(ratio))


def number_box(bar: QRectF, text: str, metrics: QFontMetrics, taken: float) -> QRectF:
    """Return where a bar's number stands: above its middle, but right of what its neighbour's has taken."""
    width = metrics.horizontalAdvance(text) + 1.0
    left = max(taken, bar.center().x() - width / 2)
    return QRectF(left, bar.top() - metrics.height() - 1, width, metrics.height())

"""Beside or below the pictures: what the markers' colours are, and what the pictures leave out or are made of."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from playground.training.questions.hidden_space import HiddenSpaces
from playground.training.results import Scene
from playground.views.controls.check_box import CheckBox
from playground.views.kit.canvas import painting
from playground.views.output.legend import ScaleLegend
from playground.views.output.markers import marker_icon
from playground.views.output.subject import value_scale
from playground.views.panel_style import set_property
from playground.views.plots.numbers import tick
from playground.views.plots.style import small_font
from playground.views.spaces.lines import SHADES, line_pens
from playground.views.spaces.looks import number_table
from playground.views.spaces.pictures import share_text
from playground.views.theme import LIGHT, Theme

WIDTH, HEIGHT, MOST = 212, 156, 16_777_215
"""Pixels beside the pictures, and below them; and Qt's word for as many as there are."""
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
    test_data, grid
        What else is drawn.
    bars, key
        The variance of a projection, the grid of two neurons; one of them is shown.
    sentence
        What the chosen picture shows.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._scene: Scene | None = None
        self.test_data = CheckBox(self.tr("Test data"))
        self.test_data.setChecked(True)
        self.test_data.setToolTip(self.tr("Draw the test examples too, as hollow markers."))
        self.grid = CheckBox(self.tr("Grid of the input"))
        self.grid.setChecked(True)
        self.grid.setToolTip(self.tr("Draw where the layers bend the lines of a grid that lies over the input."))
        for box in (self.test_data, self.grid):
            box.setAccessibleName(box.text())
            box.setAccessibleDescription(box.toolTip())
        self.scale = ScaleLegend()
        self.scale.lay(True)
        self.scale.setFixedHeight(ScaleLegend.lying_height(self.font()))
        self.bars, self.key = VarianceBars(), GridKey()
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.sentence.setAccessibleName(self.tr("What is shown"))
        self._titles = (QLabel(self.tr("Variance by component")), QLabel(self.tr("The grid in the input")))
        self._stack = QStackedWidget()
        for title, part in zip(self._titles, (self.bars, self.key), strict=True):
            page = QWidget()
            layout = QVBoxLayout(page)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(4)
            set_property(title, "role", "heading")
            layout.addWidget(title)
            layout.addWidget(part)
            layout.addStretch(1)
            self._stack.addWidget(page)
        self._lay_out()

    def set_scene(self, scene: Scene) -> None:
        """Say what the markers' colours mean, unless they are classes."""
        self._scene = scene
        self.scale.setVisible(not scene.classes)
        low, high, signed = value_scale(scene.train_Y[0], scene.test_Y[0])
        self.scale.set_scale(number_table(self._theme, signed=signed), low, high, 0)
        self.scale.setToolTip(self.tr("The color of a marker is its target: {}.").format(scene.output_names[0]))

    def show_bars(self, bars: bool) -> None:
        """Show the variance of a projection, or else the grid's key."""
        self._stack.setCurrentIndex(0 if bars else 1)
        self.grid.setVisible(not bars)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        for part in (self.scale, self.bars, self.key):
            part.set_theme(theme)
        if self._scene is not None:
            self.set_scene(self._scene)
        self.test_data.setIcon(marker_icon(0, theme.text, theme, hollow=True))

    def lay(self, below: bool) -> None:
        """Stand beside the pictures, or lie below them."""
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if below else QBoxLayout.Direction.TopToBottom)
        self.setMinimumSize(QSize(0, HEIGHT) if below else QSize(WIDTH, 0))
        self.setMaximumSize(QSize(MOST, HEIGHT) if below else QSize(WIDTH, MOST))

    def _lay_out(self) -> None:
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 4, 0, 0)
        self._layout.setSpacing(16)
        choices = QVBoxLayout()
        choices.setSpacing(6)
        for widget in (self.scale, self.test_data, self.grid):
            choices.addWidget(widget)
        choices.addStretch(1)
        self._layout.addLayout(choices)
        self._layout.addWidget(self._stack)
        self._layout.addWidget(self.sentence, 1)


class GridKey(QWidget):
    """The input's grid before any layer has bent it: where each colour of a line comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._across = self._up = np.empty(0)
        self._names = ("", "")
        self.setAccessibleName(self.tr("The grid in the input"))
        self.setToolTip(self.tr("The grid as it lies in the input: each line keeps its color in every layer."))

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self.update()

    def set_grid(self, answer: HiddenSpaces, names: tuple[str, str]) -> None:
        """Show the values that have a line, and what the axes are."""
        if (answer.across is not self._across) or (answer.up is not self._up) or names != self._names:
            self._across, self._up, self._names = answer.across, answer.up, names
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a small square with names and ends."""
        return QSize(200, 132)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the grid with the names and ends of its axes."""
        if not self._across.size:
            return
        theme = self._theme
        with painting(self) as painter:
            painter.setFont(small_font(self.font()))
            metrics = painter.fontMetrics()
            line, ends = metrics.height(), [tick(float(end), 1.0) for end in (self._across[0], self._across[-1])]
            upper = [tick(float(end), 1.0) for end in (self._up[0], self._up[-1])] if self._up.size else ["", ""]
            left = max(metrics.horizontalAdvance(text) for text in upper) + 12.0
            side = min(self.height() - 2 * line - 4, self.width() - left - 8)
            area = QRectF(left, line + 2, side, side if self._up.size else 1)
            painter.setPen(QColor(theme.text))
            if self._up.size:
                above = QRectF(0, 0, self.width(), line)
                painter.drawText(above, Qt.AlignmentFlag.AlignLeft, self._elided(painter, 1, self.width()))
            painter.setPen(QColor(theme.muted))
            below = QRectF(left - 10, area.bottom() + 2, side + 20, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, ends[0])
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, ends[1])
            for text, y in ((upper[1], area.top()), (upper[0], area.bottom() - line)):
                painter.drawText(QRectF(0, y, left - 5, line), Qt.AlignmentFlag.AlignRight, text)
            painter.setPen(QColor(theme.text))
            painter.drawText(
                QRectF(left, below.top(), side, line),
                Qt.AlignmentFlag.AlignCenter,
                self._elided(painter, 0, int(side) - 30),
            )
            self._paint_grid(painter, area)

    def _paint_grid(self, painter: QPainter, area: QRectF) -> None:
        count = len(self._across)
        if not self._up.size:
            painter.setPen(line_pens(self._theme, 1, 1)[0])
            painter.drawLine(area.topLeft(), area.topRight())
            return
        shades = min(SHADES, count)
        pens = line_pens(self._theme, 2, shades)
        for index in range(0, count, EVERY):
            shade = index * shades // count
            x = round(area.left() + index / (count - 1) * area.width()) + 0.5
            y = round(area.bottom() - index / (count - 1) * area.height()) + 0.5
            painter.setPen(pens[shade])
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(pens[shades + shade])
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _elided(self, painter: QPainter, axis: int, room: int) -> str:
        return painter.fontMetrics().elidedText(self._names[axis], Qt.TextElideMode.ElideMiddle, room)


class VarianceBars(QWidget):
    """A bar for each of the first principal components; the two that the picture shows are filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._ratios: tuple[float, ...] = ()
        self.setAccessibleName(self.tr("Variance by component"))
        self.setToolTip(
            self.tr("How much of the variance each principal component has; the picture shows the first two.")
        )

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self.update()

    def set_ratios(self, ratios: tuple[float, ...]) -> None:
        """Show the shares of the first ten components."""
        rounded = tuple(round(ratio, 3) for ratio in ratios)
        if rounded != self._ratios:
            self._ratios = rounded
            self.setAccessibleDescription(", ".join(share_text(ratio) for ratio in rounded))
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of ten bars with their numbers."""
        return QSize(WIDTH, 6 * self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars from a common base, the share above the first three."""
        theme = self._theme
        with painting(self, smooth=True) as painter:
            painter.setFont(small_font(self.font()))
            line = painter.fontMetrics().height()
            step = self.width() / BARS
            base, room = self.height() - line - 2.0, self.height() - 2 * line - 4.0
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.drawLine(QPointF(0, base + 0.5), QPointF(self.width(), base + 0.5))
            taken = 0.0
            for index, ratio in enumerate(self._ratios):
                bar = QRectF(index * step + 3, base - ratio * room, step - 6, ratio * room)
                shown = index < 2
                ink = QColor(theme.accent if shown else theme.hatch)
                painter.fillRect(bar, ink)
                painter.setPen(QColor(theme.text if shown else theme.muted))
                below = QRectF(index * step, base + 2, step, line)
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index + 1))
                if shown and ratio >= 0.005:
                    above = number_box(bar, share_text(ratio), painter.fontMetrics(), taken)
                    taken = above.right() + GAP
                    painter.drawText(above, Qt.AlignmentFlag.AlignCenter, share_text(ratio))


def number_box(bar: QRectF, text: str, metrics: QFontMetrics, taken: float) -> QRectF:
    """Return where a bar's number stands: above its middle, but right of what its neighbour's has taken."""
    width = metrics.horizontalAdvance(text) + 1.0
    left = max(taken, bar.center().x() - width / 2)
    return QRectF(left, bar.top() - metrics.height() - 1, width, metrics.height())

"""Lines of the output view: smooth, in the plot's coordinates, as wide at any zoom."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

from playground.training.snapshot import Scene
from playground.views.output_subject import Subject
from playground.views.plot_style import DASHES, line_pen
from playground.views.theme import Theme

Lines = Sequence[tuple[NDArray[Any], NDArray[Any]]]


class LineItem(QGraphicsPathItem):
    """A path drawn smoothly; its pen should be cosmetic."""

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None, /) -> None:
        """Draw the path."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        super().paint(painter, option, widget)


class CurvesItem:
    """As many lines as there are outputs; one is made when it is first needed.

    Parameters
    ----------
    view
        The `pyqtgraph.ViewBox` they belong to.
    """

    def __init__(self, view: Any) -> None:
        self._view = view
        self._items: list[LineItem] = []

    def __iter__(self) -> Iterator[LineItem]:
        return iter(self._items)

    def show_lines(self, lines: Lines, pens: Sequence[QPen]) -> None:
        """Draw `(x, y)` each with its pen; values that are not finite are left out."""
        while len(self._items) < len(lines):
            item = LineItem()
            item.setZValue(2)
            self._view.addItem(item, ignoreBounds=True)
            self._items.append(item)
        for item, (x, y), pen in zip(self._items, lines, pens, strict=False):
            finite = np.isfinite(x) & np.isfinite(y)
            item.setPath(pg.arrayToQPath(x[finite].astype(float), y[finite].astype(float), finiteCheck=False))
            item.setPen(pen)
            item.show()
        for item in self._items[len(lines) :]:
            item.hide()


def curve_pens(subject: Subject, theme: Theme) -> tuple[QPen, ...]:
    """Return a pen per line: one line in the accent colour, several in the classes' colours and with dashes."""
    if len(subject.rows) == 1 or subject.kind == "path":
        return (line_pen(theme.accent, width=2),)
    return tuple(
        line_pen(theme.classes[index % len(theme.classes)], DASHES[index % len(DASHES)], 2)
        for index in range(len(subject.rows))
    )


def stepped(values: NDArray[Any], subject: Subject) -> NDArray[Any]:
    """Return `(k, m)` outputs as decisions: the chosen class high, the others low."""
    if len(values) == 1:
        threshold = (subject.low + subject.high) / 2 if subject.threshold is None else subject.threshold
        return np.where(values > threshold, subject.high, subject.low)
    chosen = values.argmax(axis=0) == np.arange(len(values))[:, None]
    return np.where(chosen, subject.high, subject.low)


def joined_targets(scene: Scene) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the drawn curve's targets in the order of the one input: x and y of the line that joins them."""
    order = np.argsort(scene.train_X[0], kind="stable")
    return scene.train_Y[0, order], scene.train_Y[1, order]


def outer_pen(theme: Theme) -> QPen:
    """Return the pen of help lines: thresholds and joined targets."""
    return line_pen(theme.muted, Qt.PenStyle.DotLine)

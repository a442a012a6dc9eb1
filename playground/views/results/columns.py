"""The columns of the table: what each says of an example, by what it is sorted, and how its cells are drawn."""

from collections.abc import Callable
from html import escape
from typing import Any, Literal

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from playground.messages import numbers
from playground.training.queries.results import Key, Rows
from playground.training.results import ProblemInfo
from playground.views.images.pixels import Thumbnails
from playground.views.kit.appearance import pixels, theme
from playground.views.network.names import feature_label
from playground.views.plots.ticks import share_of
from playground.views.results.model import ExampleModel

LARGE, LONGEST = 1e5, 13
"""From here on a whole number says more than its first digits and an exponent, as long as it is no longer than that."""

translate = QCoreApplication.translate
Kind = Literal["text", "class", "verdict", "number", "share"]


class Column(Struct, frozen=True):
    """One column.

    Attributes
    ----------
    name
        Its id; of an input its formula's name, ``x1`` …
    label, tooltip
        In the language of the window; an input's own name.
    text
        ``text(rows, row)`` returns what a cell says.
    values
        ``values(rows)`` returns what the rows are sorted by, `(k,)`.
    """

    name: str
    label: str
    tooltip: str
    kind: Kind
    text: Callable[[Rows, int], str]
    values: Callable[[Rows], NDArray[Any]]
    live: bool = False

    @property
    def is_input(self) -> bool:
        """Whether it is one of the data's own inputs."""
        return self.name[0] == "x" and self.name[1:].isdecimal()


def number(value: float) -> str:
    if LARGE <= abs(value) < float("inf") and len(whole := f"{value:.0f}") <= LONGEST:
        return whole.replace("-", numbers.MINUS)
    return numbers.number(value)


def columns_of(problem_info: ProblemInfo) -> tuple[Column, ...]:
    """Return the columns for some data: what there is to learn of an example first, then its inputs."""
    parts = translate("results", "train"), translate("results", "test")
    common = (
        Column(
            "number",
            "#",
            translate("results", "The example's number in its part of the data, from 1."),
            "number",
            lambda rows, row: str(int(rows.number[row]) + 1),
            lambda rows: np.arange(rows.number.size),  # the training examples, then the test examples
        ),
        Column(
            "part",
            translate("results", "Part"),
            translate("results", "Training examples are learned from, test examples only looked at."),
            "text",
            lambda rows, row: parts[int(rows.is_test[row])],
            lambda rows: rows.is_test,
        ),
    )
    cost = _numbers(
        "error",
        translate("results", "Cost"),
        translate("results", "The cost of this example alone; the cost of the data is the mean over its examples."),
        lambda rows: rows.error,
    )
    about = _values() if problem_info.train_labels is None else _classes(problem_info.classes)
    return (
        *common,
        *about,
        cost,
        *(_input(problem_info, index, name) for index, name in enumerate(problem_info.input_names)),
    )


def _classes(names: tuple[str, ...]) -> tuple[Column, ...]:
    return (
        Column(
            "true",
            translate("results", "True"),
            translate("results", "The class that the data say the example has."),
            "class",
            lambda rows, row: names[rows.true[row]],
            lambda rows: rows.true,
        ),
        Column(
            "predicted",
            translate("results", "Predicted"),
            translate("results", "The class that the network gives it; ✗ marks a wrong one."),
            "verdict",
            lambda rows, row: names[rows.predicted[row]],
            lambda rows: rows.predicted,
            live=True,
        ),
        Column(
            "confidence",
            translate("results", "Confidence"),
            translate(
                "results", "The output for the predicted class, from no (0%) to yes (100%): how sure the network is."
            ),
            "share",
            lambda rows, row: numbers.percent(float(rows.certainty[row])),
            lambda rows: rows.certainty,
            live=True,
        ),
    )


def _values() -> tuple[Column, ...]:
    residual = translate("results", "True minus predicted: what the network leaves unexplained.")
    return (
        _numbers(
            "true",
            translate("results", "True"),
            translate("results", "The value that the data give for the example."),
            lambda rows: rows.true,
            live=False,
        ),
        _numbers(
            "predicted",
            translate("results", "Predicted"),
            translate("results", "The network's output."),
            lambda rows: rows.predicted,
        ),
        _numbers("residual", translate("results", "Residual"), residual, lambda rows: rows.certainty),
    )


def _numbers(
    name: str, label: str, tooltip: str, values: Callable[[Rows], NDArray[Any]], *, live: bool = True
) -> Column:
    return Column(name, label, tooltip, "number", lambda rows, row: number(float(values(rows)[row])), values, live)


def _input(problem_info: ProblemInfo, index: int, name: str) -> Column:
    def text(rows: Rows, row: int) -> str:
        X = problem_info.test_X if rows.is_test[row] else problem_info.train_X
        return number(float(X[index, rows.number[row]]))

    def values(rows: Rows) -> NDArray[Any]:
        train, test = rows.number[~rows.is_test], rows.number[rows.is_test]
        return np.concatenate([problem_info.train_X[index, train], problem_info.test_X[index, test]])

    name = feature_label(name)
    tooltip = translate("results", "The input {name}, as the data have it.").format(name=name)
    return Column(f"x{index + 1}", name, f"<p>{escape(tooltip, quote=False)}</p>", "number", text, values)


SIDE, GAP = 4, 6
SWATCH, THUMBNAIL, MOST_IMAGES = 8, 20, 500
WRONG = "✗ "
TOO_NARROW = "…"
"""A number is shown whole or not at all: its first digits alone would be another number."""


class ExampleDelegate(QStyledItemDelegate):
    """Draws a cell by its own hand: the style sheet takes half as long again, and some hundred are drawn at once."""

    def __init__(self, model: ExampleModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._problem_info: ProblemInfo | None = None
        self.restyle()

    @property
    def has_images(self) -> bool:
        return self._thumbnails is not None

    def restyle(self) -> None:
        """Forget what was drawn in other colours, another size or of other data."""
        images = self._problem_info is not None and self._problem_info.image_shape is not None
        self._thumbnails = Thumbnails(self._problem_info, pixels(THUMBNAIL)) if images and self._problem_info else None
        self._images: dict[Key, QPixmap] = {}
        self._classes = [QColor(color) for color in theme().classes]
        self._error, self._muted, self._bar = (
            QColor(color) for color in (theme().error, theme().muted, theme().accent)
        )
        self._bar.setAlphaF(0.3)
        self._side, self._swatch = pixels(SIDE), pixels(SWATCH)

    def show_problem_info(self, problem_info: ProblemInfo) -> None:
        """Draw the images of other data."""
        self._problem_info = problem_info
        self.restyle()

    def text_in(self, index: QModelIndex | QPersistentModelIndex, room: int, metrics: QFontMetrics) -> str:
        """Return what of a cell's text is shown in so many pixels."""
        text, kind = self._model.text(index.row(), index.column()), self._model.columns[index.column()].kind
        if kind == "verdict" and self._is_wrong(index.row()):
            text = WRONG + text
        if metrics.horizontalAdvance(text) <= room:
            return text
        if kind in ("number", "share"):
            return TOO_NARROW
        return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rows, area, palette = self._model.rows, option.rect, option.palette
        if rows is None:
            return
        row, kind = int(self._model.order[index.row()]), self._model.columns[index.column()].kind
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, palette.color(QPalette.ColorRole.Highlight))
        elif option.features & QStyleOptionViewItem.ViewItemFeature.Alternate:
            painter.fillRect(area, palette.color(QPalette.ColorRole.AlternateBase))
        left, room = area.left() + self._side, area.width() - 2 * self._side
        pen = self._muted if kind == "text" else palette.color(QPalette.ColorRole.Text)
        if kind in ("class", "verdict"):
            side = self._swatch
            number = int(rows.true[row] if kind == "class" else rows.predicted[row])
            painter.fillRect(
                left, area.center().y() - side // 2, side, side, self._classes[number % len(self._classes)]
            )
            left, room = left + side + GAP, room - side - GAP
            if kind == "verdict" and self._is_wrong(index.row()):
                pen = self._error
        elif kind == "share":
            width = round(room * share_of(float(rows.certainty[row]), 1.0))
            painter.fillRect(left, area.bottom() - 3, width, 3, self._bar)
        elif index.column() == 0 and self.has_images:
            image = self._image(rows.key(row))
            painter.drawPixmap(left, area.center().y() - image.height() // 2, image)
            room -= image.width() + GAP
            left += image.width() + GAP
        metrics = option.fontMetrics
        text = self.text_in(index, room, metrics)
        if kind in ("number", "share"):
            left += room - metrics.horizontalAdvance(text)
        painter.setPen(pen)
        # Given a rectangle, Qt lays text out as a paragraph, at several times the cost.
        painter.drawText(QPoint(left, area.center().y() + (metrics.ascent() - metrics.descent()) // 2 + 1), text)

    def _is_wrong(self, place: int) -> bool:
        rows = self._model.rows
        return rows is not None and rows.correct is not None and not rows.correct[self._model.order[place]]

    def _image(self, key: Key) -> QPixmap:
        """Return the image of an example; those in sight are asked for again and again."""
        if key not in self._images:
            assert self._thumbnails is not None
            if len(self._images) > MOST_IMAGES:
                self._images.clear()
            self._images[key] = QPixmap.fromImage(self._thumbnails.image(key))
        return self._images[key]

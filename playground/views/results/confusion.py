"""The confusion matrix: rows are true classes with their recall, columns predicted ones with their precision."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.messages import with_particles
from playground.messages.numbers import percent
from playground.training.queries.results import ClassScores
from playground.views.kit.appearance import zoom
from playground.views.kit.canvas import Canvas, Item, Items
from playground.views.plots.style import small_font
from playground.views.results.confusion_drawing import LEAST_TEXT, ConfusionDrawing, words

Cell = tuple[int, int]


class ConfusionMatrix(Canvas):
    """Counts by true and predicted class, shaded by their share of the true class.

    The diagonal, what was recognised, is blue in a frame; mistakes are orange without one.

    Signals
    -------
    cell_chosen(cell)
        A person wants to see the examples of a cell, (true, predicted); None for those of all cells.
    """

    cell_chosen = Signal(object)

    kept_keys = frozenset({Qt.Key.Key_Space})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._scores = ClassScores.of(np.zeros(0, np.intp), np.zeros(0, np.intp), 0)
        self._listed: Cell | None = None
        self._drawing: ConfusionDrawing | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.chosen.connect(self._choose)
        for changed in (self.pointed, self.selected_changed):
            changed.connect(lambda _key: self._show_hand())

    # What is shown.

    @property
    def scores(self) -> ClassScores:
        return self._scores

    @property
    def listed(self) -> Cell | None:
        return self._listed

    @property
    def drawing(self) -> ConfusionDrawing:
        if self._drawing is None:
            area = self.area.adjusted(1, 1, -1, -1)
            font, least = small_font(self.base_font), LEAST_TEXT / zoom()
            self._drawing = ConfusionDrawing(self._names, area, font, self.theme, words(), least)
        return self._drawing

    def show_scores(self, names: tuple[str, ...], scores: ClassScores) -> None:
        """Show others; the same ones are not painted again."""
        if names != self._names:
            self._names = names
            self.select(None)
            self.point(None)
            self.forget()
            self.renew()
        before, self._scores = self._scores, scores
        if not np.array_equal(scores.confusion, before.confusion):
            self.renew()

    def list_cell(self, cell: Cell | None) -> None:
        self._listed = cell
        self.update()

    def sentence(self, row: int, column: int) -> str:
        """Return what a cell says; row or column `n` is the one of precision or recall."""
        scores, n = self._scores, len(self._names)
        counts = scores.confusion
        if row == column == n:
            return self.tr("{share} of all examples are recognised").format(share=percent(scores.accuracy))
        own = column if row == n else row
        right, total = int(counts[own, own]), int((counts[:, own] if row == n else counts[own]).sum())
        if row == n:
            template, part = (
                self.tr("precision: of {total} taken for {name}, {count} are ({percent})"),
                scores.precision[own],
            )
        elif column == n:
            template, part = (
                self.tr("recall: of {total} examples of {name}, {count} are recognised ({percent})"),
                scores.recall[own],
            )
        else:
            right, part = int(counts[row, column]), scores.shares[row, column]
            template = (
                self.tr("{name}: {count} of {total} recognised ({percent})")
                if row == column
                else self.tr("{name} taken for {predicted}: {count} of {total} ({percent})")
            )
        predicted = "" if column == n else self._names[column]
        sentence = template.format(
            name=self._names[own],
            predicted=predicted,
            count=right,
            total=total,
            percent=percent(float(part) if total else None),
        )
        return with_particles(sentence)

    # What the canvas asks.

    def items(self) -> Sequence[Item]:
        side = len(self._names) + 1
        return Items(side * side if self._names else 0, lambda index: self._item(*divmod(index, side)))

    def item_at(self, place: QPointF) -> Item | None:
        cell = self.drawing.at(place)
        return None if cell is None or min(cell) < 0 or not self._names else self._item(*cell)

    def item_of(self, key: object) -> Item | None:
        return self._item(*key) if isinstance(key, tuple) and max(key) <= len(self._names) else None

    def neighbour(self, item: Item | None, right: int, down: int) -> Item | None:
        n = len(self._names)
        if item is None or not isinstance(item.key, tuple):
            return self._item(0, 0)
        row, column = item.key
        return self._item(min(max(row + down, 0), n), min(max(column + right, 0), n))

    def tip_at(self, place: QPointF) -> str:
        """Give names that were shortened in full."""
        cell, n = self.drawing.at(place), len(self._names)
        if cell is not None and min(cell) < 0 and max(cell) < n:
            row, column = cell
            return (
                self.tr("predicted: {name}").format(name=self._names[column])
                if row < 0
                else self.tr("true: {name}").format(name=self._names[row])
            )
        return super().tip_at(place)

    def forget(self) -> None:
        self._drawing = None

    def preferred_size(self) -> QSizeF:
        return QSizeF(320, 300)

    def least_size(self) -> QSizeF:
        """Two digits still fit in each of ten classes."""
        return QSizeF(230, 170)

    def as_text(self) -> str:
        drawn = self._scores.confusion.tolist()
        lines = [[words().true, *self._names, words().recall]]
        lines += [
            [name, *row, percent(found)]
            for name, row, found in zip(self._names, drawn, self._scores.recall, strict=True)
        ]
        lines.append([words().precision, *map(percent, self._scores.precision), percent(self._scores.accuracy)])
        return "\n".join("\t".join(map(str, line)) for line in lines) + "\n"

    def paint_still(self, painter: QPainter, _size: QSizeF) -> None:
        self.drawing.paint(painter, self._scores)

    def paint(self, painter: QPainter, _size: QSizeF) -> None:
        """Frame what is listed and what is pointed at."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell, color in ((self._listed, self.theme.text), (self.current, self.theme.accent)):
            if isinstance(cell, tuple):
                painter.setPen(QPen(QColor(color), 2))
                painter.drawRoundedRect(QRectF(self.drawing.box(*cell)).adjusted(1, 1, -1, -1), 2, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """List with Space as with Enter, and all again with Escape."""
        if event.key() == Qt.Key.Key_Escape and self._listed is not None:
            self.cell_chosen.emit(None)
        elif event.key() == Qt.Key.Key_Space and self.selected is not None:
            self.chosen.emit(self.selected)
        else:
            super().keyPressEvent(event)

    # Inside.

    def _item(self, row: int, column: int) -> Item:
        n, names = len(self._names), self._names
        name = f"{names[row] if row < n else ''} → {names[column] if column < n else ''}"
        value = str(self._scores.confusion[row, column]) if max(row, column) < n else ""
        return Item((row, column), self.drawing.box(row, column), name, value, self.sentence(row, column))

    def _choose(self, cell: Cell) -> None:
        if max(cell) < len(self._names):
            self.cell_chosen.emit(None if cell == self._listed else cell)

    def _show_hand(self) -> None:
        opens = isinstance(self.hovered, tuple) and max(self.hovered) < len(self._names)
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

"""How the table's cells are drawn: classes with their colour, wrong ones in red, confidence with a bar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from playground.training.queries.results import Key
from playground.training.results import ProblemInfo
from playground.views.images.pixels import Thumbnails
from playground.views.kit.appearance import pixels, theme
from playground.views.plots.ticks import share_of
from playground.views.results.model import ExampleModel

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

"""All layers side by side, small: the data go through them from left to right; a click enlarges one."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from playground.views.kit.canvas import painting
from playground.views.plots.style import small_font
from playground.views.spaces.extent import QuietRange
from playground.views.spaces.lines import paint_lines
from playground.views.spaces.looks import Looks, Stamps
from playground.views.spaces.pictures import LayerPicture
from playground.views.theme import LIGHT, Theme

SMALLEST, LARGEST = 64, 128
"""The side of a small picture, in pixels."""
SHARE = 0.17
"""Of the workspace's height."""
POINTS = 240
"""Examples in a small picture, at most."""
RADIUS = 1.7
EVERY_LINE, EVERY_STEP = 2, 3
GAP = 22
"""Between two small pictures: an arrow stands there."""
PAD = 5


class Thumbnail(QAbstractButton):
    """One layer, with its name and a number that says something about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._side = SMALLEST
        self._subtitle = ""
        self._image = QPixmap()
        self._empty = True
        self._ranges = (QuietRange(), QuietRange())
        self._stamps: Stamps | None = None
        self._stamped: tuple[object, ...] = ()
        self._order = np.empty(0, np.intp)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_side(self, side: int) -> None:
        """Choose the side of the picture."""
        if side != self._side:
            self._side = side
            self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = theme
        self.update()

    def set_texts(self, title: str, subtitle: str, tip: str) -> None:
        """Name the layer, with a number below."""
        if (title, subtitle, tip) != (self.text(), self._subtitle, self.toolTip()):
            self._subtitle = subtitle
            self.setText(title)
            self.setAccessibleName(title)
            self.setAccessibleDescription(tip)
            self.setToolTip(tip)
            self.update()

    def show_picture(self, picture: LayerPicture, shown: Looks) -> None:
        """Draw the layer anew."""
        self._empty = bool(picture.problem) or not picture.points.shape[1]
        if not self._empty:
            self._draw(picture, shown)
        self.update()

    def forget(self) -> None:
        """Begin anew: another picture comes."""
        self._empty = True
        for axis in self._ranges:
            axis.forget()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the picture with two lines below."""
        line = QFontMetrics(small_font(self.font())).height()
        return QSize(self._side + 2 * PAD, self._side + 2 * PAD + 2 * line + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the strip: they go from layer to layer."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, picture and texts."""
        theme = self._theme
        with painting(self, smooth=True) as painter:
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            chosen, focused = self.isChecked(), self.hasFocus()
            if chosen or focused or self.underMouse():
                rim = QColor(theme.accent if chosen or focused else theme.border)
                painter.setPen(QPen(rim, 2 if focused else 1.2))
                fill = QColor(theme.accent)
                fill.setAlphaF(0.14 if chosen else 0.0)
                painter.setBrush(fill)
                painter.drawRoundedRect(frame, 5, 5)
            area = QRectF((self.width() - self._side) / 2, PAD, self._side, self._side)
            painter.setPen(QPen(QColor(theme.border), 1))
            if self._empty:
                painter.fillRect(area, QColor(theme.surface))
                painter.setBrush(QBrush(QColor(theme.hatch), Qt.BrushStyle.BDiagPattern))
            else:
                painter.drawPixmap(area.topLeft(), self._image)
                painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
            painter.setFont(small_font(self.font()))
            line = painter.fontMetrics().height()
            for row, (text, ink) in enumerate(((self.text(), theme.text), (self._subtitle, theme.muted))):
                painter.setPen(QColor(ink))
                room = QRectF(2, area.bottom() + 3 + row * line, self.width() - 4, line)
                elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, elided)

    def _draw(self, picture: LayerPicture, shown: Looks) -> None:
        ratio, side = self.devicePixelRatioF(), self._side
        if self._image.width() != round(side * ratio):
            self._image = QPixmap(round(side * ratio), round(side * ratio))
            self._image.setDevicePixelRatio(ratio)
        self._prepare(shown, ratio)
        self._image.fill(QColor(self._theme.surface))
        points = picture.points[:, self._order]
        lines = None if picture.lines is None else picture.lines[:, ::EVERY_LINE, :, ::EVERY_STEP]
        scale, shift = self._scaling(picture, points, lines)
        with painting(self._image, smooth=True) as painter:
            with np.errstate(all="ignore"):
                if lines is not None:
                    paint_lines(painter, lines * scale[:, None] + shift[:, None], self._theme, side)
                x, y = points * scale[:, None] + shift[:, None]
            if self._stamps is not None:
                self._stamps.paint(painter, x, y, (side, side))

    def _prepare(self, shown: Looks, ratio: float) -> None:
        wanted = (shown, self._theme.name, ratio)
        if wanted != self._stamped:
            self._stamped = wanted
            count = len(shown.order)
            some = np.arange(count) if count <= POINTS else np.arange(POINTS) * count // POINTS
            self._order = shown.order[some]
            few = Looks(self._order, shown.kind[some], shown.kinds, shown.by_class, shown.signed)
            self._stamps = Stamps(few, self._theme, RADIUS, ratio)

    def _scaling(
        self, picture: LayerPicture, points: NDArray[Any], lines: NDArray[Any] | None
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return factor and shift of both coordinates, from values to pixels."""
        ends = []
        for axis in range(2):
            values = points if picture.centred else points[axis]
            if lines is not None:
                values = np.concatenate([points[axis], lines[:, :, axis].ravel()])
            quiet = self._ranges[axis]
            ends.append(picture.ranges[axis] or (quiet.symmetric(values) if picture.centred else quiet.around(values)))
        low, high = np.array(ends).T
        scale = self._side / (high - low) * np.array([1.0, -1.0])
        shift = np.array([-low[0] * scale[0], self._side - low[1] * scale[1]])
        return scale, shift


class LayerStrip(QScrollArea):
    """The thumbnails of all layers.

    Attributes
    ----------
    chosen
        The layer that is to be shown large, 0 … L.
    thumbnails
        One for each layer.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._side = SMALLEST
        self.thumbnails: list[Thumbnail] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._content = _Row()
        self._content.laid_out.connect(self._show_chosen)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Layers"))

    def set_count(self, count: int) -> None:
        """Have so many thumbnails."""
        while len(self.thumbnails) > count:
            thumbnail = self.thumbnails.pop()
            self._group.removeButton(thumbnail)
            self._content.row.removeWidget(thumbnail)
            thumbnail.deleteLater()
        while len(self.thumbnails) < count:
            thumbnail = Thumbnail()
            thumbnail.set_theme(self._theme)
            thumbnail.set_side(self._side)
            self._group.addButton(thumbnail, len(self.thumbnails))
            self._content.row.insertWidget(len(self.thumbnails), thumbnail)
            self.thumbnails.append(thumbnail)
        self._content.thumbnails = self.thumbnails
        self.updateGeometry()

    def choose(self, layer: int) -> None:
        """Show which one is large."""
        self.thumbnails[layer].setChecked(True)
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Scroll to the thumbnail of the large layer."""
        chosen = self._group.checkedButton()
        if chosen is not None:
            self.ensureWidgetVisible(chosen, 2 * GAP, 0)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme."""
        self._theme = self._content.theme = theme
        for thumbnail in self.thumbnails:
            thumbnail.set_theme(theme)

    def fit(self, height: int) -> None:
        """Choose the size of the pictures for a workspace of this height."""
        self._side = min(max(round(SHARE * height), SMALLEST), LARGEST)
        for thumbnail in self.thumbnails:
            thumbnail.set_side(self._side)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        layer = self._group.checkedId() + (step or 0)
        if step is None or not 0 <= layer < len(self.thumbnails):
            super().keyPressEvent(event)
            return
        self.thumbnails[layer].setFocus(Qt.FocusReason.TabFocusReason)
        self.thumbnails[layer].click()
        self._show_chosen()

    def sizeHint(self) -> QSize:
        """Return the height of the thumbnails, and of the bar below them where they do not fit."""
        # Not the row's own hint: it leaves out thumbnails that are about to be shown.
        hints = [thumbnail.sizeHint() for thumbnail in self.thumbnails]
        wide = sum(hint.width() + GAP for hint in hints) - GAP > self.width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        return QSize(200, max((hint.height() for hint in hints), default=0) + bar)

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the bar, or take it back."""
        super().resizeEvent(event)
        self.updateGeometry()


class _Row(QWidget):
    """The row of thumbnails with arrows between."""

    laid_out = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self.thumbnails: Sequence[Thumbnail] = ()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(GAP)
        self.row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that the thumbnails have their places."""
        super().resizeEvent(event)
        self.laid_out.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the arrows."""
        with painting(self, smooth=True) as painter:
            pen = QPen(QColor(self.theme.muted), 1.4)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            for thumbnail in self.thumbnails[:-1]:
                place = thumbnail.geometry()
                x, y = place.right() + GAP / 2, place.top() + PAD + (place.width() - 2 * PAD) / 2
                for bend in (-4, 4):
                    painter.drawLine(round(x - 2), round(y + bend), round(x + 3), round(y))

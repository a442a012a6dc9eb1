"""One feature to switch on and off: its picture over its name, ticked where the network has it."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from playground.views.icons import icon
from playground.views.kit.appearance import icon_size, resized, scaled, theme, zoom
from playground.views.kit.canvas import painting
from playground.views.kit.keys import SIDEWAYS
from playground.views.network.scripts import draw_script, elided
from playground.views.panel_style import set_property
from playground.views.plots.style import small_font
from playground.views.theme import Theme

PICTURE = 44
SIZE = QSize(60, 68)
_TOP = 5
_CAPTION = 16
_TICK_SIDE = 15.0
_TICK = ((0.28, 0.54), (0.44, 0.69), (0.73, 0.35))
"""Corners of the tick, as shares of its disc."""
_PALE = 0.5
"""How much of the picture is seen where the feature is off."""
_CLOSE = 16
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class FeatureTile(QToolButton):
    """A button that stays down while the network has the feature.

    Parameters
    ----------
    formula
        The feature.
    removable
        Whether it was typed and can be taken off the list.
    parent
        The widget it stands in.

    Signals
    -------
    removed()
        The person wants it off the list: by the cross in the corner, or by Delete.
    stepped(right, down)
        The person wants to go on to a neighbour, by an arrow key.
    """

    removed = Signal()
    stepped = Signal(int, int)

    kept_keys = SIDEWAYS

    def __init__(self, formula: str, *, removable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formula = formula
        self._label = formula
        self._picture = QImage()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scaled(self, QWidget.setFixedSize, SIZE.width(), SIZE.height())
        set_property(self, "role", "tile")
        self.cross: QToolButton | None = None
        if removable:
            self.cross = QToolButton(self)
            set_property(self.cross, "role", "cross")
            self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            scaled(self.cross, icon_size, 12)
            scaled(self.cross, QWidget.setGeometry, SIZE.width() - _CLOSE - 2, 2, _CLOSE, _CLOSE)
            self.cross.setIcon(icon("close"))
            self.cross.clicked.connect(self.removed)

    @property
    def label(self) -> str:
        """The feature as it is read."""
        return self._label

    def set_label(self, label: str) -> None:
        """Call the feature something else."""
        self._label = label
        self.setAccessibleName(label)
        self.update()

    def set_picture(self, picture: QImage) -> None:
        """Show another picture."""
        self._picture = picture
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour with the arrow keys; take a typed feature off the list with Delete."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(*step)
        elif self.cross is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame as the style has it, the picture and the name."""
        super().paintEvent(event)
        with painting(self, smooth=True) as painter:
            painter.scale(zoom(), zoom())
            place = QRectF((SIZE.width() - PICTURE) / 2, _TOP, PICTURE, PICTURE)
            corners = QPainterPath()
            corners.addRoundedRect(place, 5, 5)
            painter.save()
            painter.setClipPath(corners)
            if not self.isChecked():
                painter.setOpacity(_PALE)
            painter.drawImage(place, self._picture)
            painter.restore()
            painter.strokePath(corners, QPen(QColor(theme().border), 1))
            self._draw_caption(painter)
            if self.isChecked():
                _draw_tick(painter, place, theme())

    def _draw_caption(self, painter: QPainter) -> None:
        font = small_font(resized(self.font(), 1 / zoom()))
        shown = self.isChecked() and self.isEnabled()
        painter.setPen(QColor(theme().text if shown else theme().muted))
        line = QRect(3, SIZE.height() - _CAPTION - 1, SIZE.width() - 6, _CAPTION)
        text = elided(self._label, font, line.width())
        draw_script(painter, QRectF(line), Qt.AlignmentFlag.AlignHCenter, text, font)


def _draw_tick(painter: QPainter, picture: QRectF, theme: Theme) -> None:
    """Draw a tick on a disc in the picture's lower corner."""
    disc = QRectF(picture.right() - _TICK_SIDE + 3, picture.bottom() - _TICK_SIDE + 3, _TICK_SIDE, _TICK_SIDE)
    painter.setPen(QPen(QColor(theme.surface), 1.5))
    painter.setBrush(QColor(theme.accent))
    painter.drawEllipse(disc)
    pen = QPen(QColor(theme.on_accent), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(disc.left() + x * _TICK_SIDE, disc.top() + y * _TICK_SIDE) for x, y in _TICK])

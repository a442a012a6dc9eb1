"""A run as a small picture: what it answers over its inputs, or how its cost went; drawn when it is seen."""

from collections.abc import Hashable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap

from playground.training.pins import Portrait
from playground.training.run_table import NOW, RunGroup, RunRow
from playground.views.color_maps import bgra, diverging, towards
from playground.views.kit.appearance import pixels, theme
from playground.views.kit.painting import paint_rows, painting
from playground.views.output.field import class_image, class_table, field_image, soften
from playground.views.output.subject import output_subject
from playground.views.plots.style import pin_color
from playground.views.theme import Theme

Numbers = NDArray[np.floating]
EDGE = 3
"""Pixels of the bar at the left, in the colour of the run's curves."""
SIDE = 36
"""Pixels of a run's picture."""


class RunPictures:
    """What runs look like, in the colours of now."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, QIcon]] = {}

    def forget(self) -> None:
        """Draw all of them anew."""
        self._known = {}

    def of(self, shown: RunRow | RunGroup) -> QIcon:
        """Return the picture of a run, or of a group's typical one."""
        row = shown.typical if isinstance(shown, RunGroup) else shown
        answer = row.costs if row.portrait is None else row.portrait.maps.units[-1]
        known = self._known.get(shown.key)
        if known is None or known[0] is not answer:
            pixmap = thumbnail(row.portrait, row.epochs, row.costs, theme(), _color(row), pixels(SIDE))
            picture = QIcon(pixmap)
            picture.addPixmap(pixmap, QIcon.Mode.Selected)  # which would be tinted
            known = self._known[shown.key] = answer, picture
        return known[1]


def _color(row: RunRow) -> str:
    """Return the colour of a run's curves; those of the wall have none here."""
    if row.key == NOW:
        return theme().train
    return pin_color(row.key[1], theme()) if row.key[0] == "pin" else theme().border


def thumbnail(
    portrait: Portrait | None, epochs: Numbers, costs: Numbers, theme: Theme, color: str, side: int
) -> QPixmap:
    """Return the picture of a run, so many pixels wide and high, beside a bar in the colour of its curves."""
    pixmap = QPixmap(side + EDGE, side)
    pixmap.fill(QColor(theme.surface))
    with painting(pixmap, smooth=True) as painter:
        painter.fillRect(0, 0, EDGE, side, QColor(color))
        area = QRectF(EDGE, 0, side, side)
        if portrait is None:
            _paint_line(painter, area, epochs, costs[None, :], theme)
        elif portrait.maps.kind == "line":
            _paint_line(painter, area, portrait.maps.x, portrait.maps.units[-1], theme)
        else:
            painter.drawImage(area, _image(portrait, theme))
    return pixmap


def _image(portrait: Portrait, theme: Theme) -> QImage:
    """Return the answer over the plane, as the output's own view draws it."""
    subject = output_subject(portrait.problem_info, portrait.maps.kind)
    values = subject.values(portrait.maps)
    if subject.kind == "classes":
        pixels = class_image(values, subject.low, subject.high, class_table(theme, len(subject.rows)), hard=True)
    else:
        plain = diverging(theme) if subject.signed else towards(theme, theme.positive)
        pixels = field_image(values, *subject.ends(values), bgra(soften(plain, theme)), subject.steps)
    upright = np.ascontiguousarray(pixels[::-1])
    height, width = upright.shape
    return QImage(upright.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def _paint_line(painter: QPainter, area: QRectF, x: Numbers, rows: Numbers, theme: Theme) -> None:
    """Draw lines that fill an area; what is not finite is left out."""
    painter.fillRect(area, QColor(theme.neutral))
    finite = rows[np.isfinite(rows)]
    if x.size < 2 or not finite.size or x[0] == x[-1]:
        return
    low, high = float(finite.min()), float(finite.max())
    inner = area.adjusted(2, 3, -2, -3)
    paint_rows(painter, inner, (x - x[0]) / (x[-1] - x[0]), (rows - low) / ((high - low) or 1.0), theme)

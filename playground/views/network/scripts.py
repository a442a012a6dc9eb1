"""Indices and powers in names such as x₁ and x₂²: drawn as small ordinary digits.

Some typefaces have index digits that can hardly be told apart at the size of a caption, or none at all. The ordinary
digits of the same face, smaller and lower or higher, are as clear as the rest of the text.
"""

from bisect import bisect
from html import escape
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from playground.views.kit.appearance import resized

SMALL = 0.78
DROP, RISE = 0.14, 0.34
"""How far indices stand below the line and powers above it, in heights of the font's capitals."""

_PLAIN = dict(zip("₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹", "01234567890123456789", strict=True))
_LOW = frozenset("₀₁₂₃₄₅₆₇₈₉")


class Run(NamedTuple):
    """A piece of a text that stands at one height.

    Attributes
    ----------
    text
        In ordinary digits.
    level
        −1 for an index, 1 for a power, 0 for the line itself.
    """

    text: str
    level: int


def runs(text: str) -> tuple[Run, ...]:
    """Return a text's pieces."""
    return tuple(
        Run("".join(_PLAIN.get(letter, letter) for letter in letters), level)
        for level, letters in groupby(text, key=_level)
    )


def script_html(text: str) -> str:
    """Return a text as rich text."""
    tags = {-1: "sub", 1: "sup"}
    return "".join(
        f"<{tags[run.level]}>{run.text}</{tags[run.level]}>" if run.level else escape(run.text, quote=False)
        for run in runs(text)
    )


def script_width(text: str, font: QFont) -> float:
    """Return how wide a text is drawn."""
    full, small = QFontMetricsF(font), QFontMetricsF(resized(font, SMALL))
    return sum((small if run.level else full).horizontalAdvance(run.text) for run in runs(text))


def elided(text: str, font: QFont, width: float) -> str:
    """Return as much of a text as fits, and dots for the rest."""
    if script_width(text, font) <= width:
        return text
    fits = bisect(range(len(text)), width, key=lambda length: script_width(f"{text[:length]}…", font))
    return f"{text[: max(fits - 1, 0)]}…"


def draw_script(painter: QPainter, place: QRectF, side: Qt.AlignmentFlag, text: str, font: QFont) -> None:
    """Draw a text in one line, half way down a rectangle.

    Parameters
    ----------
    painter
        Its pen is the colour.
    place
        The rectangle.
    side
        ``AlignLeft``, ``AlignHCenter`` or ``AlignRight``.
    text
        What to draw.
    font
        Of what stands on the line.
    """
    metrics = QFontMetricsF(font)
    free = place.width() - script_width(text, font)
    shares = {Qt.AlignmentFlag.AlignRight: 1.0, Qt.AlignmentFlag.AlignHCenter: 0.5}
    baseline = place.top() + (place.height() + metrics.ascent() - metrics.descent()) / 2
    draw_at(painter, QPointF(place.left() + free * shares.get(side, 0.0), baseline), text, font)


def draw_at(painter: QPainter, place: QPointF, text: str, font: QFont) -> None:
    """Draw a text from a point of its baseline on."""
    small, capital = resized(font, SMALL), QFontMetricsF(font).capHeight()
    left, baseline = place.x(), place.y()
    for run in runs(text):
        used = small if run.level else font
        shift = {-1: DROP, 1: -RISE}.get(run.level, 0.0) * capital
        painter.setFont(used)
        painter.drawText(QPointF(left, round(baseline + shift)), run.text)
        left += QFontMetricsF(used).horizontalAdvance(run.text)
    painter.setFont(font)


def _level(letter: str) -> int:
    if letter not in _PLAIN:
        return 0
    return -1 if letter in _LOW else 1

"""What features are called, and how their indices and powers are drawn: as small ordinary digits.

Some typefaces have index digits that can hardly be told apart at the size of a caption, or none at all. The ordinary
digits of the same face, smaller and lower or higher, are as clear as the rest of the text.
"""

import re
from bisect import bisect
from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from playground.data import FEATURES
from playground.messages.numbers import MINUS, significant
from playground.training.results import ProblemInfo
from playground.views.forms.text import translated

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_INPUT = re.compile(r"x([1-9]\d{0,3})", re.ASCII)


def input_number(name: str) -> int:
    """Return which input a feature is, counted from 1, if it is a plain one, ``x1`` … ``xn``; else 0."""
    found = _INPUT.fullmatch(name)
    return int(found[1]) if found else 0


def input_column(name: str, input_names: Sequence[str]) -> str:
    """Return the column's own name if a feature is a plain input ``x1`` … ``xn`` that has another one, else nothing."""
    number = input_number(name)
    column = input_names[number - 1] if 0 < number <= len(input_names) else name
    return "" if column == name else column


def feature_label(name: str, input_names: Sequence[str] = ()) -> str:
    """Return a feature as it is read: by its column's name, or as a formula."""
    if column := input_column(name, input_names):
        return column
    if name in FEATURES:
        return translated(FEATURES[name].label)
    return name.translate(_SUBSCRIPTS) if input_number(name) else name


def is_standardized(problem_info: ProblemInfo) -> bool:
    """Whether any feature is shifted or scaled before the network sees it."""
    return bool((problem_info.input_mean != 0).any() or (problem_info.input_scale != 1).any())


def standardization(problem_info: ProblemInfo, unit: int) -> str:
    """Return what the network sees of a feature, from 0: ``(x₁ − 0.31) / 1.24``; empty if it is the feature itself."""
    mean, scale = float(problem_info.input_mean[unit, 0]), float(problem_info.input_scale[unit, 0])
    if mean == 0 and scale == 1:
        return ""
    label = feature_label(problem_info.feature_names[unit], problem_info.input_names)
    shifted = label if mean == 0 else f"({label} {MINUS if mean > 0 else '+'} {significant(abs(mean), 3)})"
    return shifted if scale == 1 else f"{shifted} / {significant(scale, 3)}"


SMALL = 0.78
DROP, RISE = 0.14, 0.34
"""How far indices stand below the line and powers above it, in heights of the font's capitals."""

_PLAIN = dict(zip("₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹", "01234567890123456789", strict=True))
_LOW = frozenset("₀₁₂₃₄₅₆₇₈₉")


class Run(NamedTuple):
    """A piece of a text that stands at one height, in ordinary digits; level −1 is an index, 1 a power."""

    text: str
    level: int


def runs(text: str) -> tuple[Run, ...]:
    """Return a text's pieces."""
    return tuple(
        Run("".join(_PLAIN.get(letter, letter) for letter in letters), level)
        for level, letters in groupby(text, key=_level)
    )


def script_html(text: str) -> str:
    tags = {-1: "sub", 1: "sup"}
    return "".join(
        f"<{tags[run.level]}>{run.text}</{tags[run.level]}>" if run.level else escape(run.text, quote=False)
        for run in runs(text)
    )


def script_width(text: str, font: QFont) -> float:
    """Return how wide a text is drawn."""
    full, small = QFontMetricsF(font), QFontMetricsF(small_digits(font))
    return sum((small if run.level else full).horizontalAdvance(run.text) for run in runs(text))


def elided(text: str, font: QFont, width: float) -> str:
    """Return as much of a text's ends as fits, and dots between: names of one table often differ at their end."""
    if script_width(text, font) <= width:
        return text
    fits = bisect(range(len(text)), width, key=lambda length: script_width(_ends(text, length), font))
    return _ends(text, max(fits - 1, 0))


def _ends(text: str, length: int) -> str:
    return f"{text[: length - length // 2]}…{text[len(text) - length // 2 :]}"


def draw_script(painter: QPainter, place: QRectF, side: Qt.AlignmentFlag, text: str, font: QFont) -> None:
    """Draw a text in the painter's colour in one line, half way down a rectangle; at its left, right or middle."""
    metrics = QFontMetricsF(font)
    free = place.width() - script_width(text, font)
    shares = {Qt.AlignmentFlag.AlignRight: 1.0, Qt.AlignmentFlag.AlignHCenter: 0.5}
    baseline = place.top() + (place.height() + metrics.ascent() - metrics.descent()) / 2
    draw_at(painter, QPointF(place.left() + free * shares.get(side, 0.0), baseline), text, font)


def draw_at(painter: QPainter, place: QPointF, text: str, font: QFont) -> None:
    """Draw a text from a point of its baseline on."""
    small, capital = small_digits(font), QFontMetricsF(font).capHeight()
    left, baseline = place.x(), place.y()
    for run in runs(text):
        used = small if run.level else font
        shift = {-1: DROP, 1: -RISE}.get(run.level, 0.0) * capital
        painter.setFont(used)
        painter.drawText(QPointF(left, round(baseline + shift)), run.text)
        left += QFontMetricsF(used).horizontalAdvance(run.text)
    painter.setFont(font)


def small_digits(font: QFont) -> QFont:
    """Return the font of indices and powers."""
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(max(round(font.pixelSize() * SMALL), 1))
    else:
        small.setPointSizeF(font.pointSizeF() * SMALL)
    return small


def _level(letter: str) -> int:
    if letter not in _PLAIN:
        return 0
    return -1 if letter in _LOW else 1

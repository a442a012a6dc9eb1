"""Numbers as people read them: a typographic minus, three or four significant digits, a bounded width."""

import math

from PySide6.QtGui import QFont

from playground.messages.numbers import MINUS, MISSING, UNDEFINED, not_finite, significant

FIGURE_SPACE = "\u2007"

__all__ = [
    "FIGURE_SPACE",
    "MINUS",
    "MISSING",
    "UNDEFINED",
    "compact",
    "grouped",
    "percent",
    "scientific",
    "share_of",
    "short",
    "significant",
    "tabular",
]

_SMALLEST_PLAIN = 1e-3
_LARGEST_PLAIN = 1e5
_ROUNDED_UP = -math.log10(1 - 5e-5)


def compact(value: float | None, width: int = 8, *, pad: bool = True) -> str:
    """Return a number in exactly `width` characters, with at most four significant digits.

    Parameters
    ----------
    value
        None stands for "not computed yet" and becomes a dash.
    width
        In characters; 7 hold every finite float64. A narrower one may be exceeded rather than show a wrong number.
    pad
        Fill up on the left with figure spaces, so that right ends stay in place.
    """
    text = not_finite(value) or _longest_that_fits(value or 0.0, width)
    return text.rjust(width, FIGURE_SPACE) if pad else text


def scientific(value: float | None, digits: int = 4) -> str:
    """Return a number as mantissa and exponent with that many significant digits: ``−1.300e-4``."""
    return not_finite(value) or _scientific(value or 0.0, digits)


def short(value: float | None, digits: int = 2) -> str:
    """Return a number with that many significant digits: plain as long as that is readable, else scientific."""
    if value is None or not math.isfinite(value) or value == 0 or not _SMALLEST_PLAIN <= abs(value) < _LARGEST_PLAIN:
        return scientific(value, digits)
    rounded = float(f"{value:.{digits - 1}e}")
    decimals = max(digits - 1 - math.floor(math.log10(abs(rounded)) + 1e-9), 0)
    return f"{rounded:.{decimals}f}".replace("-", MINUS)


def grouped(value: int | None, digits: int = 0) -> str:
    """Return a whole number with commas between thousands, led by zeros up to that many digits: ``001,240``."""
    if value is None:
        return MISSING
    groups = f"{abs(value):0{digits + (digits - 1) // 3 if digits else 0},d}"
    return (MINUS if value < 0 else "") + groups


def percent(fraction: float | None) -> str:
    """Return a fraction of one as percent with one decimal in a fixed width: `` 97.5%``."""
    if fraction is None or not math.isfinite(fraction):
        return MISSING.rjust(6, FIGURE_SPACE)
    return f"{100 * fraction:5.1f}%".replace("-", MINUS).replace(" ", FIGURE_SPACE)


def share_of(value: float, whole: float) -> float:
    """Return how much of a whole a number is, 0 … 1, for a length or a shade; 0 where either is no finite number."""
    share = value / whole if whole and math.isfinite(value) and math.isfinite(whole) else 0.0
    return min(max(share, 0.0), 1.0)


def tabular(font: QFont, scale: float = 1.0) -> QFont:
    """Return the font with digits of one width, as far as its typeface has them, and perhaps another size.

    In its own size, a widget goes on to follow the size of the application's font.
    """
    font = QFont(font)
    if scale == 1:
        pass
    elif font.pixelSize() > 0:
        font.setPixelSize(round(font.pixelSize() * scale))
    else:
        font.setPointSizeF(font.pointSizeF() * scale)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _longest_that_fits(value: float, width: int) -> str:
    """Return the most precise of the forms, four significant digits down to one, that is not too long."""
    magnitude = abs(value)
    if magnitude == 0:
        return "0"
    plain = _SMALLEST_PLAIN <= magnitude < _LARGEST_PLAIN
    # A value that four digits round up to the next power of ten counts as one of that power: 0.99999 is 1.000.
    decimals = 3 - math.floor(math.log10(magnitude) + _ROUNDED_UP) if plain else 0
    for digits in (4, 3, 2, 1):
        if plain:
            text = f"{value:.{max(decimals - 4 + digits, 0)}f}"
            if len(text) <= width:
                return text.replace("-", MINUS)
        if digits < 4:
            text = _scientific(value, digits)
            if len(text) <= width:
                return text
    return text


def _scientific(value: float, digits: int) -> str:
    if value == 0:
        return "0"
    mantissa, _, exponent = f"{value:.{digits - 1}e}".partition("e")
    return f"{mantissa.replace('-', MINUS)}e{int(exponent)}"

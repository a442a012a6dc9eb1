"""Numbers as people read them, in whatever room the text is made.

One table of forms, for screens, exported figures, sentences and the command line:

=============  ==============================================  =========================
`number`       beside a name, in a sentence                    ``−0.4736``, ``1.300e-4``
`signed`       a change                                        ``+0.4736``
`change`       before and after, so that they differ    ``3.2090, 3.2089``
`significant`  as it was chosen, without zeros at its end      ``0.05``, ``1e-5``
`scientific`   where the order of magnitude counts             ``−1.300e-4``
`fitted`       in a cell of so many characters                 ``−.47``
`fixed`        the same, filled up: it moves and stands still  ``  0.4736``
`tick`         at a scale                                      ``0.5``, ``2.5e-4``
`power`        at a logarithmic scale                          ``10⁻⁴``, ``2·10⁻⁴``
`typed`        in a field, to the last digit                   ``0.03``, ``-1e-5``
`grouped`      a whole number                                  ``31,000``
`percent`      a share                                         ``97.5%``
=============  ==============================================  =========================

A minus is a typographic one, but in an exponent and in what is typed; an exponent has no zeros before it. Plain are the
numbers from a thousandth up to a hundred thousand. Not yet computed is a dash, what is no number a question mark.
"""

import math
from collections.abc import Sequence

MISSING = "–"
UNDEFINED = "?"
"""What came out of numbers beyond all bounds, as ∞ − ∞, and is no number any more."""
MINUS = "−"

MOST_DIGITS = 17
"""So many tell any two numbers apart."""
SUPERSCRIPTS = str.maketrans(f"-{MINUS}0123456789", "⁻⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

_SMALLEST_PLAIN = 1e-3
_LARGEST_PLAIN = 1e5
_ROUNDED_UP = -math.log10(1 - 5e-5)
_NOT_QUITE = 1 - 1e-9


def not_finite(value: float | None) -> str:
    """Return the text of what is no finite number, and nothing for a number; None stands for "not computed yet"."""
    if value is None:
        return MISSING
    if math.isnan(value):
        return UNDEFINED
    if math.isinf(value):
        return "∞" if value > 0 else MINUS + "∞"
    return ""


def number(value: float | None, digits: int = 4) -> str:
    """Return a number with that many significant digits."""
    if value is None or not math.isfinite(value) or not _SMALLEST_PLAIN <= abs(value) < _LARGEST_PLAIN:
        return scientific(value, digits)
    text = f"{value:#.{digits}g}"
    text = f"{value:.0f}" if "e" in text else text.removesuffix(".")
    return text.replace("-", MINUS)


def signed(value: float, digits: int = 4) -> str:
    """Return a change, as `number` with its sign."""
    return f"+{number(value, digits)}" if value > 0 else number(value, digits)


def change(before: float | None, after: float | None, digits: int = 4) -> tuple[str, str]:
    """Return two numbers with that many significant digits, or with as many more as show that they differ."""
    texts = number(before, digits), number(after, digits)
    while (
        texts[0] == texts[1]
        and digits < MOST_DIGITS
        and before != after
        and not (not_finite(before) or not_finite(after))
    ):
        digits += 1
        texts = number(before, digits), number(after, digits)
    return texts


def significant(value: float | None, digits: int = 6) -> str:
    """Return a number with at most that many significant digits, without zeros at its end: ``−0.25``, ``1e-5``."""
    return not_finite(value) or written(f"{float(value or 0.0):.{digits}g}")


def scientific(value: float | None, digits: int = 4) -> str:
    """Return a number as mantissa and exponent with that many significant digits; zero is just that."""
    return not_finite(value) or (written(f"{value:.{digits - 1}e}") if value else "0")


def fitted(value: float | None, width: int) -> str:
    """Return the most precise form, four significant digits down to one, of at most `width` characters.

    Seven hold every finite float64. A narrower one may be exceeded rather than show a wrong number.
    """
    if value is None or not math.isfinite(value) or not value:
        return not_finite(value) or "0"
    magnitude = abs(value)
    plain = _SMALLEST_PLAIN <= magnitude < _LARGEST_PLAIN
    # A value that four digits round up to the next power of ten counts as one of that power: 0.99999 is 1.000.
    decimals = 3 - math.floor(math.log10(magnitude) + _ROUNDED_UP) if plain else 0
    for digits in (4, 3, 2, 1):
        if plain:
            text = f"{value:.{max(decimals - 4 + digits, 0)}f}"
            if len(text) <= width:
                return text.replace("-", MINUS)
        text = written(f"{value:.{digits - 1}e}")
        if len(text) <= width:
            return text
    return text


def fixed(value: float | None, width: int = 8) -> str:
    """Return a number in exactly `width` characters, filled up on the left, for fonts of one width."""
    return fitted(value, width).rjust(width)


def tick(value: float, step: float) -> str:
    """Return a short label for a scale whose neighbouring labels are `step` apart."""
    size = max(abs(value), abs(step))
    if not (size and math.isfinite(size)):
        return significant(value)
    if size >= _LARGEST_PLAIN or size < _SMALLEST_PLAIN:
        return significant(value, 2)
    text = f"{value:.{max(0, 1 - math.floor(math.log10(abs(step) or size)))}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace("-", MINUS)


def logarithmic_ticks(exponents: Sequence[float], ends: Sequence[float]) -> list[str]:
    """Return labels for a logarithmic scale, given by exponents of ten, with as few digits as tell them apart.

    All are in the same form, whichever of the scale's numbers are asked for: plain where both of its ends are plain.
    """
    low, high = (10.0 ** min(max(end, -300.0), 300.0) for end in sorted(ends))
    plain = low >= _SMALLEST_PLAIN * _NOT_QUITE and high <= _LARGEST_PLAIN / _NOT_QUITE
    texts: list[str] = []
    for digits in range(1, MOST_DIGITS + 1):
        texts = [_plain_power(10.0**exponent, digits) if plain else power(exponent, digits) for exponent in exponents]
        if len(set(texts)) == len(set(exponents)):
            break
    return texts


def power(exponent: float, digits: int = 1) -> str:
    """Return ten to that power as a whole power of ten and what it is multiplied by: ``2·10⁻⁴``."""
    whole = math.floor(exponent + 1e-12)
    factor = f"{10 ** (exponent - whole):.{digits}g}"
    if float(factor) >= 10:
        factor, whole = "1", whole + 1
    return ("" if float(factor) == 1 else f"{factor}·") + f"10{str(whole).translate(SUPERSCRIPTS)}"


def _plain_power(value: float, digits: int) -> str:
    text = f"{value:.{max(digits - 1 - math.floor(math.log10(value) + 1e-12), 0)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def typed(value: float) -> str:
    """Return the shortest text that reads back as the same number: ``0.03``, ``1e-5``, ``400``."""
    short = f"{value:.10g}"
    text = short if float(short) == value else repr(value)
    mantissa, _, exponent = text.partition("e")
    return f"{mantissa}e{int(exponent)}" if exponent else mantissa.removesuffix(".0")


def grouped(value: int | None) -> str:
    """Return a whole number with commas between thousands."""
    return MISSING if value is None else f"{value:,d}".replace("-", MINUS)


def percent(fraction: float | None) -> str:
    """Return a fraction of one with one decimal; ``100.0%`` only where nothing at all is missing."""
    if fraction is None or not math.isfinite(fraction):
        return MISSING
    share = 100 * fraction
    return f"{min(share, 99.9) if fraction < _NOT_QUITE else share:.1f}%".replace("-", MINUS)


def whole_percent(fraction: float) -> int:
    """Return a fraction of one in whole percents, where there is no room for `percent`; only all of it is 100."""
    return min(round(100 * fraction), 99 if fraction < _NOT_QUITE else 100)


def multiplied(*factors: str) -> str:
    """Return numbers with a dot between them: ``0.25·(−1.5)``; one below zero stands in brackets, but the first."""
    first, *others = factors
    return "·".join([first, *(f"({factor})" if factor.startswith(MINUS) else factor for factor in others)])


def written(text: str) -> str:
    """Return a number as Python writes it with the minus and the exponent of people: ``−1e-5`` for ``-1e-05``."""
    mantissa, _, exponent = text.partition("e")
    mantissa = mantissa.replace("-", MINUS)
    return f"{mantissa}e{int(exponent)}" if exponent else mantissa

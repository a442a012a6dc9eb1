"""Values and gradients as a line of text: numbers, and arrays cut to a width."""

import math

from playground.expressions.graph import Array
from playground.views.numbers import MINUS, compact

NUMBER_WIDTH = 9
ARRAY_WIDTH = 12
DIGITS = 3
_LARGEST_WHOLE = 1e5
_SMALLEST_PLAIN = 1e-3


def short(value: Array) -> str:
    """Return a number in at most nine characters, or the first elements of an array."""
    if value.ndim == 0:
        return plain(float(value))
    text = "["
    flat = value.reshape(-1)
    for i in range(min(flat.size, ARRAY_WIDTH)):
        element = brief(float(flat[i]))
        is_last = i == flat.size - 1
        room = ARRAY_WIDTH - len(text) - len(element) - (1 if is_last else 4)
        if i and room < 0:
            return f"{text}…]"
        text += f"{element}{']' if is_last else ', '}"
    return text


def brief(number: float) -> str:
    """Return a number with at most three digits, as short as it can be."""
    if not math.isfinite(number):
        return compact(number, pad=False)
    mantissa, _, exponent = f"{number:.{DIGITS}g}".partition("e")
    mantissa = mantissa.replace("-", MINUS)
    return f"{mantissa}e{int(exponent)}" if exponent else mantissa


def plain(number: float | None) -> str:
    """Return a number with four significant digits in at most nine characters, a whole one without decimals."""
    if number is not None and abs(number) < _LARGEST_WHOLE:
        if number == int(number):
            return str(int(number)).replace("-", MINUS)
        if abs(number) >= _SMALLEST_PLAIN:  # what `compact` gives, at a fraction of its price
            text = f"{number:#.{DIGITS + 1}g}"
            if "e" not in text:
                return text.removesuffix(".").replace("-", MINUS)
    return compact(number, NUMBER_WIDTH, pad=False)


def value_text(value: Array) -> str:
    """Return a value as it is typed, exactly."""
    if value.ndim == 0:
        return repr(float(value)).removesuffix(".0")
    rows = value.tolist()
    text = ", ".join(_row_text(row) if isinstance(row, list) else repr(row).removesuffix(".0") for row in rows)
    return f"[{text}]"


def _row_text(row: list[float]) -> str:
    return "[" + ", ".join(repr(number).removesuffix(".0") for number in row) + "]"

"""Values and gradients as a line of text: numbers, and arrays cut to a width."""

from playground.expressions.graph import Array
from playground.messages.numbers import MINUS, fitted, significant

NUMBER_WIDTH = 9
ARRAY_WIDTH = 12
DIGITS = 3
_LARGEST_WHOLE = 1e5


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


def brief(value: float) -> str:
    """Return a number with at most three digits, as short as it can be."""
    return significant(value, DIGITS)


def plain(value: float | None) -> str:
    """Return a number with four significant digits in at most nine characters, a whole one without decimals."""
    if value is not None and abs(value) < _LARGEST_WHOLE and value == int(value):
        return str(int(value)).replace("-", MINUS)
    return fitted(value, NUMBER_WIDTH)


def value_text(value: Array) -> str:
    """Return a value as it is typed, exactly."""
    if value.ndim == 0:
        return repr(float(value)).removesuffix(".0")
    rows = value.tolist()
    text = ", ".join(_row_text(row) if isinstance(row, list) else repr(row).removesuffix(".0") for row in rows)
    return f"[{text}]"


def _row_text(row: list[float]) -> str:
    return "[" + ", ".join(repr(number).removesuffix(".0") for number in row) + "]"

"""The cost of one output as its formula with the numbers in it: ``−ln 0.4497``."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from playground.training.walkthrough.cells import number


def _squared(a: str, y: str, _e: float) -> str:
    return f"({a} − {y})²"


def _huber(a: str, y: str, e: float) -> str:
    return f"½·({a} − {y})²" if abs(e) <= 1 else f"|{a} − {y}| − ½"


def _surprise(a: str, y: str, _e: float) -> str:
    return f"−ln {a}" if y == "1" else f"−{y}·ln {a}"


def _binary(a: str, y: str, _e: float) -> str:
    sure = {"1": f"−ln {a}", "0": f"−ln(1 − {a})"}
    return sure.get(y, f"−{y}·ln {a} − (1 − {y})·ln(1 − {a})")


_FORMS: Mapping[str, Callable[[str, str, float], str]] = MappingProxyType(
    {
        "squared_error": _squared,
        "half_squared_error": lambda a, y, e: f"½·{_squared(a, y, e)}",
        "binary_cross_entropy": _binary,
        "cross_entropy": _surprise,
        "absolute_error": lambda a, y, _e: f"|{a} − {y}|",
        "huber": _huber,
    }
)


def substituted(cost: str, a: float, y: float) -> str:
    """Return what one output `a` with the target `y` adds to the cost of its example, in numbers."""
    return _FORMS[cost](_off_one(a), _bracketed(number(y)), a - y)


def _off_one(a: float) -> str:
    """Return a number with as many digits as keep it apart from 1: `ln(1 − a)` depends on them."""
    digits = next((digits for digits in (4, 8, 12) if float(f"{a:.{digits}g}") != 1), 17)
    return _bracketed(f"{a:.{digits}g}".replace("-", "−"))


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith("−") else text

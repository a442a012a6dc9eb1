"""A formula of the tables as one line of plain text, for tooltips."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        r"\left": "",
        r"\right": "",
        r"\,": " ",
        r"\;": " ",
        r"\quad": " ",
        r"\sigma": "σ",
        r"\delta": "δ",
        r"\pi": "π",
        r"\sum": "Σ",
        r"\partial": "∂",
        r"\tfrac": r"\frac",
        "^2": "²",
        "^3": "³",
        "-": "−",
    }
)
_SIMPLE = r"[\w.²³πσ^]+"


def plain_formula(latex: str) -> str:
    r"""Return LaTeX as plain text: ``\frac{1}{1 + e^{-z}}`` becomes ``1 / (1 + e^(−z))``.

    Knows what the tables use: fractions, roots, exponents, indices, function names and a few symbols.
    """
    text = latex
    for symbol, plain in _SYMBOLS.items():
        text = text.replace(symbol, plain)
    before = ""
    while text != before:  # from the innermost braces outwards
        before = text
        text = re.sub(r"\\text\{([^{}]*)\}", r"\1", text)
        text = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}(?=(\s*[\w(√]?))", _fraction, text)
        text = re.sub(r"\\sqrt\{([^{}]*)\}", r"√(\1)", text)
        text = re.sub(r"([\^_])\{([^{}]*)\}", lambda match: match[1] + _bracketed(match[2]), text)
    text = re.sub(r"\\([a-z]+)", r"\1", text)
    return re.sub(r"\s+", " ", text).strip()


def _fraction(match: re.Match[str]) -> str:
    fraction = f"{_bracketed(match[1])} / {_bracketed(match[2])}"
    return f"({fraction}) " if match[3].strip() else fraction


def _bracketed(text: str) -> str:
    return text if re.fullmatch(_SIMPLE, text) else f"({text})"

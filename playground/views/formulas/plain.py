"""A formula as one line of plain text, for tooltips and screen readers."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

_SYMBOLS: Mapping[str, str] = MappingProxyType(
    {
        r"\left\|": "‖",
        r"\right\|": "‖",
        r"\|": "‖",
        r"\lVert": "‖",
        r"\rVert": "‖",
        r"\langle": "⟨",
        r"\rangle": "⟩",
        r"\left": "",
        r"\right": "",
        r"\_": "_",
        r"\,": " ",
        r"\;": " ",
        r"\qquad": ", ",
        r"\quad": " ",
        r"\tfrac": r"\frac",
        r"\dfrac": r"\frac",
        r"\partial": "∂",
        r"\nabla": "∇",
        r"\sum": "Σ",
        r"\prod": "∏",
        r"\cdots": "⋯",
        r"\ldots": "…",
        r"\dots": "…",
        r"\vdots": "⋮",
        r"\cdot": "·",
        r"\times": "×",
        r"\odot": "⊙",
        r"\otimes": "⊗",
        r"\leftarrow": "←",
        r"\rightarrow": "→",
        r"\to": "→",
        r"\approx": "≈",
        r"\neq": "≠",
        r"\leq": "≤",
        r"\geq": "≥",
        r"\le": "≤",
        r"\ge": "≥",
        r"\in": "∈",
        r"\infty": "∞",
        r"\varepsilon": "ε",
        r"\varphi": "φ",
        r"\top": "ᵀ",
        "^{2}": "²",
        "^{3}": "³",
        "^2": "²",
        "^3": "³",
        "^{T}": "ᵀ",
        r"^{\top}": "ᵀ",
        "^T": "ᵀ",
        r"^\top": "ᵀ",
        "-": "−",
    }
)
"""What stands for a command; the longer one before the shorter one that it begins with."""
_GREEK = {
    unicodedata.name(letter).rpartition(" ")[2].lower().replace("lamda", "lambda"): letter
    for letter in "αβγδεζηθικλμνξπρστφχψω"
}
_COMMAND = re.compile("|".join(re.escape(key) + (r"(?![a-zA-Z0-9])" if key[-1].isalnum() else "") for key in _SYMBOLS))
_WORDS = r"\\(?:text|mathrm|mathbf|mathit|operatorname|boldsymbol|hat|bar|tilde)\{([^{}]*)\}"
_SIMPLE = r"[\w.²³ᵀ∂^]+|\[[\w.]+\]ᵀ?"


@cache
def plain_formula(latex: str) -> str:
    r"""Return LaTeX as plain text: ``\frac{1}{1 + e^{-z}}`` becomes ``1 / (1 + e^(−z))``.

    Knows what the program writes: fractions, roots, exponents, indices, matrices, Greek letters, function names and
    signs.
    """
    text = _COMMAND.sub(lambda match: _SYMBOLS[match[0]], latex)
    text = re.sub(r"\\([a-z]+)(?![a-zA-Z])", lambda match: _GREEK.get(match[1], match[0]), text)
    text = text.replace("∂ ", "∂")
    before = ""
    while text != before:  # from the innermost braces outwards
        before = text
        text = re.sub(_WORDS, r"\1", text)
        text = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}(?=(\s*[\w(√]?))", _fraction, text)
        text = re.sub(r"\\sqrt\{([^{}]*)\}", r"√(\1)", text)
        text = re.sub(r"([\^_])\{([^{}]*)\}", lambda match: match[1] + _bracketed(match[2]), text)
        text = re.sub(r"\\begin\{[a-z]*matrix\}((?:(?!\\begin).)*?)\\end\{[a-z]*matrix\}", _matrix, text)
        text = re.sub(r"(?<![a-zA-Z}^_])\{([^{}]*)\}", r"\1", text)
    text = re.sub(r"\\([a-zA-Z]+)", r"\1", text).replace("\\", "").replace("{", "").replace("}", "")
    return re.sub(r"\s+", " ", text).replace(" ,", ",").strip()


def _fraction(match: re.Match[str]) -> str:
    fraction = f"{_bracketed(match[1])} / {_bracketed(match[2])}"
    return f"({fraction}) " if match[3].strip() else fraction


def _bracketed(text: str) -> str:
    return text if re.fullmatch(_SIMPLE, text) else f"({text})"


def _matrix(match: re.Match[str]) -> str:
    rows = [", ".join(cell.strip() for cell in row.split("&")) for row in match[1].split(r"\\")]
    return f"[{rows[0]}]" if len(rows) == 1 else f"[{', '.join(f'[{row}]' for row in rows)}]"

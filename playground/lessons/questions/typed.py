"""Answers as people type them: numbers, shapes and places, in the ways of several countries.

A comma before digits is a decimal comma (``0,25``), several are groups of thousands (``1,234,567``), as are points,
spaces and apostrophes of which there are several or a comma besides. ``4,096`` can be either, and is asked about.
A point alone is always the decimal point: the window writes numbers with it.
"""

import math
import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from playground.expressions import ExpressionError, read_value
from playground.lessons.errors import LessonError
from playground.training.results import Array

LONGEST = 200
"""Characters of an answer that are read."""
_SIGNS = str.maketrans({**dict.fromkeys("−–—‐‑‒﹣－", "-"), **dict.fromkeys("×⋅∙", "*"), "⁄": "/", "’": "'"})
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "minus": "-",
        "negative": "-",
        "마이너스": "-",
        "음수": "-",
        "plus": "+",
        "positive": "+",
        "percent": "%",
        "퍼센트": "%",
        "프로": "%",
    }
)
"""Words that belong to a number; others beside it are of no account."""
_SCALES = frozenset(
    {
        "k",
        "M",
        "G",
        "m",
        "μ",
        "n",
        "hundred",
        "thousand",
        "million",
        "billion",
        "dozen",
        "pi",
        "e",
        "i",
        "j",
        "half",
        "third",
        "quarter",
        "십",
        "백",
        "천",
        "만",
        "억",
        "백만",
        "천만",
        "반",
    }
)
"""Words beside a number that would change it."""
_WORD = re.compile(r"[^\W\d_]+")
_GROUP = r"[0-9]{1,3}"
_DIGITS = re.compile(r"(?<![\w.,])(?:[0-9][0-9.,' ]*[0-9]|[0-9])(?![0-9])|(?<![\w.,])[.,][0-9]+")
"""The digits of one number, with whatever stands between them."""
_FORMS = (
    (re.compile(rf"{_GROUP}(?:(?P<mark>[,' ])[0-9]{{3}})(?:(?P=mark)[0-9]{{3}})*\.[0-9]+"), ",' "),  # 1,234.5
    (re.compile(rf"{_GROUP}(?:(?P<mark>[.' ])[0-9]{{3}})(?:(?P=mark)[0-9]{{3}})*,[0-9]+"), ".' "),  # 1.234,5
    (re.compile(rf"{_GROUP}(?:(?P<mark>[,.])[0-9]{{3}})(?:(?P=mark)[0-9]{{3}})+"), ",."),  # 1,234,567
    (re.compile(rf"{_GROUP}(?:(?P<mark>[' ])[0-9]{{3}})+"), "' "),  # 4 096
    (re.compile(r"[0-9]*,[0-9]+"), ""),  # 0,25
    (re.compile(r"[0-9]*\.?[0-9]+"), ""),  # 0.25
)
"""How the digits of a number can be written, and which signs then only group them."""
_AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")


def read_number(text: Any) -> float:
    """Read a number as people type it: ``-0.43``, ``−0,43``, ``1/2``, ``50 %``, ``1e-3``, ``= 3 examples``.

    Raises `LessonError` if it is none, is not finite, or can be read in two ways.
    """
    value: Array | float = math.nan
    try:
        if isinstance(text, str) and len(text) <= LONGEST:
            value = read_value(_as_expression(text))
        elif isinstance(text, int | float) and not isinstance(text, bool):
            value = float(text)
    except (ExpressionError, OverflowError):
        pass  # it stays none
    if np.size(value) != 1 or not np.isfinite(value).all():
        raise LessonError("{text}: a number was expected, as in -0.25 or 1/4", text=str(text)[:LONGEST])
    return float(np.asarray(value).reshape(()))


def read_shape(value: Any) -> list[int]:
    """Read rows and columns: ``3×2``, ``(3, 2)``, ``3 by 2``, ``3 rows, 2 columns``, ``3행 2열``.

    Raises `LessonError` if it is none.
    """
    numbers = _two_numbers(value, words="by|rows?|columns?|행|열")
    if numbers is None:
        raise LessonError("{value}: rows and columns were expected, as in 3×2", value=str(value)[:LONGEST])
    return numbers


def read_place(value: Any) -> list[int] | None:
    """Read the row and the column of a cell: ``[1,2]``, ``(1, 2)``, ``row 1, column 2``; None where it is none."""
    return _two_numbers(value, words="rows?|columns?|행|열")


def plain_signs(text: str) -> str:
    """Return a text with the usual signs in place of those that look like them, of full width or raised."""
    raised = re.sub(r"\s*([⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+)", lambda found: f"**({found[1].translate(_RAISED)})", text)
    parts = re.sub(
        r"([0-9]*)([¼-¾⅐-⅞])",
        lambda found: f"({found[1] or 0}+{unicodedata.normalize('NFKC', found[2])})",
        raised.replace("µ", "μ"),
    )
    return unicodedata.normalize("NFKC", parts).translate(_SIGNS).strip()


def _two_numbers(value: Any, words: str) -> list[int] | None:
    typed = ",".join(map(str, value)) if isinstance(value, list | tuple) else plain_signs(str(value)[:LONGEST])
    bare = re.sub(rf"(?<![^\W\d])(?:{words})(?![^\W\d])", " , ", typed, flags=re.IGNORECASE)
    found = re.fullmatch(r"[\s,(\[]*([1-9][0-9]{0,5})(?:[\s,;]+|\s*[xX*]\s*)([1-9][0-9]{0,5})[\s,)\]]*", bare)
    return [int(part) for part in found.groups()] if found else None


def _as_expression(typed: str) -> str:
    """Return what was typed as `playground.expressions` writes it.

    Raises `LessonError` if its digits can be read in two ways.
    """
    text = plain_signs(typed)
    text = re.sub(r".*[=≈≒~:]", "", text, flags=re.DOTALL)  # dW[1][1,1] = -0.25
    text = re.sub(r"(?<=[0-9])\s*[xX*·]\s*10\s*(?:\^|\*\*)\s*", "*10**", text)
    text = text.replace("^", "**").strip().rstrip(".,;!?…。")
    if not re.search(r"[(\[]", text.replace("**(", "**")):  # there commas stand between arguments
        text = _without_words(text)
        text = _DIGITS.sub(lambda found: _as_digits(found[0], typed), text)
    return re.sub(r"^(.*[^%\s])\s*%$", r"(\1)/100", text)


def _as_digits(digits: str, typed: str) -> str:
    """Return the digits of a number with a decimal point and nothing else."""
    if _AMBIGUOUS.fullmatch(digits):
        raise LessonError(
            "{typed}: is it {whole}, or {broken}? Write it without the comma, or with a point",
            typed=typed.strip(),
            whole=digits.replace(",", ""),
            broken=digits.replace(",", "."),
        )
    for form, grouping in _FORMS:
        if form.fullmatch(digits):
            plain = digits.translate(dict.fromkeys(map(ord, grouping)))
            return plain.replace(",", ".")
    return digits


def _without_words(text: str) -> str:
    """Return a text without the words around its one number; as it is where a word would change the number."""
    words = _WORD.findall(re.sub(r"(?<=[0-9.])[eE](?=[+-]?[0-9])", "", text))
    if not words or any(word in _SCALES for word in words) or re.search(r"[0-9][^\W\d_]+[0-9]|[^\W\d_][0-9]", text):
        return text
    for word in sorted(set(words), key=len, reverse=True):
        text = re.sub(rf"(?<![^\W\d_]){word}(?![^\W\d_])", _WORDS.get(word.lower(), " "), text)
    return text

"""Sentences that wrap, and whose formulas stay on one line wherever there is room for them in it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from playground.views.kit.appearance import scaled_font

MOST = 30
"""Characters of a formula that a line of the narrowest panel has room for; a longer one parts at its relations."""
LEVELS = (frozenset("=→≈≤≥<>≠"), frozenset("+−-"), frozenset("·×*/⊗⊙"))
"""Signs that stand between the parts of a formula; at the first ones it parts first, where it must."""
SIGNS = frozenset[str]().union(*LEVELS)
FUNCTIONS = re.compile(r"\b(sin|cos|tan|log|exp|max|min) (?=[\w(−])")
BRACKETS = re.compile(r"[([](?!\w{4})(?:[^()\[\]\s]|\s(?!\w{4}))+[)\]]")
"""Without a word in them."""
INSIDE = re.compile(r"(?<![가-힣])/(?=\S)(?![^\W\d_]{4}|[가-힣])|\](?=\[)|[′)](?=\()")
"""Places inside a formula where a line could end; a slash between words may end one."""
SPACE, JOINER = "\u00a0", "\u2060"


def unbroken(text: str) -> str:
    """Return a text whose formulas a line does not end in."""
    return "\n".join(map(_line, text.split("\n")))


def _line(text: str) -> str:
    text = FUNCTIONS.sub(rf"\1{SPACE}", text)
    text = BRACKETS.sub(lambda found: found[0].replace(" ", SPACE) if len(found[0]) <= MOST else found[0], text)
    words = INSIDE.sub(rf"\g<0>{JOINER}", text).split(" ")
    parts: list[list[str]] = []
    for place, word in enumerate(words):
        goes_on = place > 0 and (word in SIGNS or words[place - 1] in SIGNS)
        if goes_on:
            parts[-1].append(word)
        else:
            parts.append([word])
    return " ".join(_together(part, 0) for part in parts)


def _together(words: Sequence[str], level: int) -> str:
    """Return the words of a formula with spaces that hold, but for those where it is too long for a line."""
    if len(" ".join(words)) <= MOST or level == len(LEVELS):
        return (SPACE if level < len(LEVELS) else " ").join(words)
    begins = [0, *(place for place, word in enumerate(words) if place and word in LEVELS[level]), len(words)]
    return " ".join(_together(words[begin:end], level + 1) for begin, end in pairwise(begins) if begin < end)


class Prose(QLabel):
    """Sentences that wrap, as wide as there is room; a formula in them stays on one line."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._said = ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def text(self) -> str:
        """Return what is said, without what holds its lines together."""
        return self._said

    def setText(self, text: str) -> None:
        if text != self._said:
            self._said = text
            super().setText(unbroken(text))

    def clear(self) -> None:
        self.setText("")


def prose(role: str = "", factor: float = 1.0) -> Prose:
    label = Prose()
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setProperty("role", role)
    if factor != 1:
        scaled_font(label, factor)
    return label


def tell_whether(line: QLabel, text: str, possible: bool) -> None:
    """Say what something typed comes to, as a mistake where it comes to nothing."""
    line.setText(text)
    line.setProperty("role", "" if possible else "mistake")
    line.style().unpolish(line)
    line.style().polish(line)

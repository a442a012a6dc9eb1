"""From LaTeX to an SVG whose colour is still open, by ziamath; remembered, for it takes 7 to 80 ms each.

Knows no Qt. A formula that cannot be typeset is None: whoever asked shows its source instead.
"""

import logging
import re
import warnings
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from types import ModuleType

from msgspec import Struct

EM = 20.0
"""The font size at which formulas are typeset, in the SVG's units; pictures are scaled from there."""
MARGIN = 1.0
LONGEST = 1200
"""Characters beyond which a formula is not typeset: it would hold the window up for a second."""
REMEMBERED = 512
INK = "#010203"
"""Stands for the colour of the text in the SVG; a colour that no formula asks for."""
LIT = "#010204"
"""Stands for the colour of what is brought out."""

_SPACING = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\\begin\{bmatrix\}.*?\\end\{bmatrix\}", r"{\g<0>}"),  # else its brackets grow with the largest beside it
        (r"\\lVert(?![A-Za-z])", r"\\left\\|"),
        (r"\\rVert(?![A-Za-z])", r"\\right\\|"),
        # A minus or ± with nothing to subtract from stands close to its number, as TeX has it.
        (
            r"((?:^|[=(\[{,;<>&|]|\\(?:quad|qquad|leftarrow|to|propto|approx|cdot)(?![A-Za-z]))\s*)(-|\\pm(?![A-Za-z]))",
            r"\1{\2}",
        ),
        (r"\\(sim|iff|odot|otimes)(?![A-Za-z])", r"\\,\\\1\\,"),
        (r"(\\[a-z]+|\\(?:mathrm|operatorname) ?\{[A-Za-z]+\})\s*(\\left\()", r"\1\\!\2"),
    )
)
"""What ziamath spaces otherwise than TeX: a pattern and what stands for it."""

logger = logging.getLogger("playground")


class Formula(Struct, frozen=True):
    """A typeset formula; lengths are in em, the size of its font.

    Attributes
    ----------
    svg
        The picture at `EM` units an em, `INK` where the colour of the text belongs.
    ascent, descent
        Above and below the baseline.
    """

    svg: str
    width: float
    ascent: float
    descent: float

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.ascent + self.descent


class _Memory:
    """The formulas typeset lately, those that failed too."""

    def __init__(self) -> None:
        self._formulas: OrderedDict[str, Formula | None] = OrderedDict()

    def __contains__(self, latex: str) -> bool:
        return latex in self._formulas

    def __getitem__(self, latex: str) -> Formula | None:
        self._formulas.move_to_end(latex)
        return self._formulas[latex]

    def __len__(self) -> int:
        return len(self._formulas)

    def keep(self, latex: str, formula: Formula | None) -> None:
        self._formulas[latex] = formula
        while len(self._formulas) > REMEMBERED:
            self._formulas.popitem(last=False)


@cache
def memory() -> _Memory:
    return _Memory()


def is_typeset(latex: str) -> bool:
    """Return whether `typeset` has the answer ready."""
    return latex in memory()


def typeset(latex: str) -> Formula | None:
    """Typeset a formula, or take it from memory; None if it is no LaTeX that can be typeset."""
    formulas = memory()
    if latex not in formulas:
        formulas.keep(latex, _typeset(latex))
    return formulas[latex]


def lit(latex: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a formula with some parts of it brought out: in the colour `LIT`, and underlined."""
    for start, end in reversed(spans):
        latex = rf"{latex[:start]}{{\color{{{LIT}}} \underline{{{latex[start:end]}}}}}{latex[end:]}"
    return latex


def _typeset(latex: str) -> Formula | None:
    if not latex.strip() or len(latex) > LONGEST:
        return None
    try:
        svg: str = ziamath().Latex(_spaced(latex), size=EM, color=INK, margin=MARGIN).svg()
        _, top, width, height = _view_box(svg)
    except Exception as error:  # ziamath and its parser raise whatever comes: KeyError, IndexError, ParseError …
        logger.warning("formula not typeset: %s (%s: %s)", latex, type(error).__name__, error)
        return None
    return Formula(svg, width / EM, -top / EM, (height + top) / EM)


def _spaced(latex: str) -> str:
    for pattern, replacement in _SPACING:
        latex = pattern.sub(replacement, latex)
    return latex


def _view_box(svg: str) -> tuple[float, float, float, float]:
    match = re.search(r'viewBox="([^"]*)"', svg)
    if match is None:
        raise ValueError("an SVG without a viewBox")
    left, top, width, height = (float(number) for number in match[1].split())
    return left, top, width, height


@cache
def ziamath() -> ModuleType:
    """Import what typesets when it is first needed: it reads its font for a seventh of a second."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the way it finds its font
        import ziamath as library
        from ziamath.config import config

    config.svg2 = False  # QtSvg knows SVG 1.2: every glyph a path of its own, no symbols
    return library

"""Cells of a table and their columns: missing values, yes and no, dates, and what can be counted in a column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

from playground.data.dataset import FloatArray, IntArray
from playground.data.reading import TableProblem
from playground.messages import Message


def words(text: str) -> frozenset[str]:
    """Return the words of a list divided by bars."""
    return frozenset(text.split("|"))


NO_VALUE = words(
    "|na|n/a|n.a.|n.a|#n/a|#na|#n/a n/a|<na>|nan|-nan|nat|null|(null)|nil|\\n|?|??|???|#value!|#div/0!|#ref!|#name?"
    "|#num!|#null!|#nv|#n/d|#wert!|#¡valor!|#valeur!|1.#qnan|-1.#ind|1.#ind|-1.#qnan|결측|결측치|결측값|無し|欠損|缺失"
)
"""What says in any column that there is no value, in small letters."""
MISSING = NO_VALUE | words(
    "none|-|--|---|–|—|−|.|..|...|…|*|unknown|missing|not available|not measured|k.a.|k. a.|n.v.|n/d|n.d.|n.d|nd"
    "|없음|무응답|미상|모름|해당없음|해당 없음|측정불가|なし|無|不明|無回答|无|未知|нет данных|н/д|keine angabe"
)
"""The same in a column of numbers, dates, or yes and no; among other texts these may well be a kind of their own."""

YES_NO: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (words(yes), words(no))
    for yes, no in (
        ("yes", "no"),
        ("y", "n"),
        ("true", "false"),
        ("t", "f"),
        ("on", "off"),
        ("+", "-"),
        ("positive|pos", "negative|neg"),
        ("present", "absent"),
        ("pass|passed", "fail|failed"),
        ("예|네", "아니오|아니요|아뇨"),
        ("참", "거짓"),
        ("o|ㅇ|○", "x|×|ㄴ"),
        ("있음|있다", "없음|없다"),
        ("유", "무"),
        ("합격", "불합격"),
        ("양성", "음성"),
        ("ja|j", "nein|nee|n|nej"),
        ("oui|o", "non|n"),
        ("vrai", "faux"),
        ("wahr", "falsch"),
        ("verdadero|verdad", "falso"),
        ("sí|si|s", "no|n"),
        ("sim|s", "não|nao|n"),
        ("да", "нет"),
        ("истина", "ложь"),
        ("tak", "nie"),
        ("はい", "いいえ"),
        ("有", "無|无"),
        ("是", "否"),
        ("真", "假|偽"),
        ("対象", "対象外"),
    )
)
"""Words for yes and for no that go together, in small letters."""

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NOTHING = (
    "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u180e\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Characters without width, and marks of direction, that spreadsheets and web pages leave behind."""
_MINUSES = "\u2212\u2010\u2011\u2012\u2013\ufe63\uff0d"
_PLAIN = (
    {ord(character): " " for character in (*_SPACES, "\t", "\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")}
    | {ord(character): None for character in _NOTHING}
    | {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | {ord(minus): "-" for minus in _MINUSES}
    | {0xFFE0: "¢", 0xFFE1: "£", 0xFFE5: "¥", 0xFFE6: "₩", 0x2019: "'", 0x066B: ".", 0x066C: ","}
)


def plain(cell: str) -> str:
    """Return a cell with one kind of blank and of minus, full-width signs as usual ones, and nothing around it."""
    return (cell if cell.isascii() else cell.translate(_PLAIN)).strip()


def trimmed(cell: str) -> str:
    """Return the text of a cell: without white space of any kind around it; a line break inside becomes a blank."""
    return " ".join((cell if cell.isascii() else cell.translate(_INVISIBLE)).split())


_INVISIBLE = dict.fromkeys(map(ord, _NOTHING))


def lacks_value(cell: str) -> bool:
    """Tell whether a cell says, in whatever column, that there is no value."""
    return trimmed(cell).casefold() in NO_VALUE


def is_missing(cell: str) -> bool:
    """Tell whether a cell says in a column of numbers that there is no value."""
    return trimmed(cell).casefold() in MISSING


def is_yes(words: frozenset[str]) -> dict[str, bool] | None:
    """Return which of some words, in small letters, mean yes; None if they are not a yes and a no."""
    for yes, no in YES_NO:
        if words <= yes | no and words & yes and words & no:
            return {word: word in yes for word in words}
    return None


def yes_or_no(word: str, other: str) -> bool | None:
    """Tell whether a word means yes in the language of another one that means yes; None if neither yes nor no."""
    word, other = word.casefold(), other.casefold()
    for yes, no in YES_NO:
        if other in yes and word in yes | no:
            return word in yes
    return None


_MONTH = r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zä]*\.?"
_TIME = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?|오전|오후|z|utc|[+-]\d{2}:?\d{2})?"
_DATE = (
    r"(?:\d{4}[-/.]\s?\d{1,2}(?:[-/.]\s?\d{1,2}\.?)?"
    r"|\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?(?:\d{4}|\d{2})\.?"
    rf"|\d{{1,2}}[-. /]?\s?{_MONTH}(?:[-, /]+\d{{2,4}})?"
    rf"|{_MONTH}[- ]\d{{1,2}}(?:st|nd|rd|th)?(?:,?[- ]\d{{2,4}})?"
    rf"|{_MONTH}[-. /]\d{{2,4}}"
    r"|\d{2,4}\s?[년年]\s?\d{1,2}\s?[월月](?:\s?\d{1,2}\s?[일日])?)"
)
_MOMENT = re.compile(
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s)?{_DATE}(?:(?:t|\s|,\s)\s*(?:오전|오후|am|pm)?\s*{_TIME})?"
    rf"|(?:오전|오후)?\s*{_TIME}|\d{{1,2}}시\s?\d{{1,2}}분",
    re.IGNORECASE,
)


def is_date(cell: str) -> bool:
    """Tell whether a cell is a date, a time of day or both."""
    cell = plain(cell)
    return len(cell) <= 60 and cell[:1] != "" and bool(_MOMENT.fullmatch(cell))


Kind = Literal["number", "yes_no", "category", "text", "date", "empty"]

HEAD = 2000
"""Values that mostly tell already what holds for all of them."""
DISTINCT_MAXIMUM = 101


class Column(Struct, eq=False, dict=True):
    """A column, and what it holds.

    Attributes
    ----------
    name : str
        Its own name, other than that of any other column.
    title : str
        As the file has it; empty for a column without a name.
    absent : ndarray of bool, shape (m,)
        Where there is no value.
    values : ndarray of float, shape (m,), or None
        Of numbers, and of yes and no: 1 and 0.
    codes : ndarray of int, shape (m,), or None
        Which of `texts` a cell is; -1 where there is none. None where only the numbers are known.
    texts : tuple of str
        The different cells, without the white space around them.
    decimal, thousands, unit : str
        The marks in its numbers, empty where there are none, and their unit.
    padded : bool
        Whether there are numbers with zeros in front, as codes have: 01 is not 1.
    spelling : str
        What a value that is missing is called.
    problem : TableProblem or None
        Why its numbers cannot be read without a decision.
    """

    place: int
    name: str
    title: str
    kind: Kind
    absent: NDArray[np.bool_]
    values: FloatArray | None = None
    codes: IntArray | None = None
    texts: tuple[str, ...] = ()
    decimal: str = ""
    thousands: str = ""
    unit: str = ""
    padded: bool = False
    spelling: str = ""
    problem: TableProblem | None = None
    yes: str = ""
    notes: list[Message] = field(default_factory=list)

    @cached_property
    def missing(self) -> int:
        return int(self.absent.sum())

    @cached_property
    def present(self) -> int:
        return len(self.absent) - self.missing

    @property
    def missing_cell(self) -> Message:
        """What is wrong with a cell without a value."""
        if not self.spelling:
            return Message("the cell is empty")
        return Message("{cell} stands for a missing value", cell=repr(self.spelling[:40]))

    def used_texts(self) -> tuple[str, ...]:
        """Return the different texts in alphabetical order."""
        return tuple(sorted(set(self.texts)))

    @property
    def distinct(self) -> int:
        """How many different values there are, of numbers counted up to `DISTINCT_MAXIMUM`."""
        if self.kind != "number" or self.values is None:
            return len(set(self.texts))
        head = len(np.unique(self.values[:HEAD][~self.absent[:HEAD]]))
        return min(head if head > DISTINCT_MAXIMUM else len(self.distinct_numbers()), DISTINCT_MAXIMUM)

    def distinct_numbers(self) -> FloatArray:
        """Return the different numbers in ascending order."""
        assert self.values is not None, "a column of numbers"
        found: FloatArray = np.unique(self.values[~self.absent])
        return found

    @cached_property
    def is_constant(self) -> bool:
        if self.kind in ("number", "yes_no"):
            assert self.values is not None
            there = self.values[~self.absent] if self.missing else self.values
            head = there[:HEAD]
            return len(there) > 0 and bool((head == there[0]).all()) and bool((there == there[0]).all())
        return len(set(self.texts)) == 1

    @cached_property
    def is_whole(self) -> bool:
        if self.kind != "number" or self.values is None:
            return False
        there = self.values[~self.absent] if self.missing else self.values
        head = there[:HEAD]
        return bool((head == np.floor(head)).all()) and bool((there == np.floor(there)).all())

    @cached_property
    def is_different(self) -> bool:
        """Whether no two of its values are the same."""
        if self.values is not None and self.kind == "number":
            return len(self.distinct_numbers()) == self.present
        return len(set(self.texts)) == self.present

    @cached_property
    def counts(self) -> bool:
        """Whether it only counts the rows: 0, 1, 2 … or from another number on."""
        if not self.is_whole or self.present < 3 or self.missing:
            return False
        assert self.values is not None
        return bool((np.diff(self.values) == 1).all())

    def first(self) -> tuple[float | str | None, ...]:
        """Return the first three values as they are read."""
        return tuple(self.value(row) for row in range(min(3, len(self.absent))))

    def value(self, row: int) -> float | str | None:
        """Return a value as it is read, None where it is missing."""
        if self.absent[row]:
            return None
        if self.values is not None:
            return float(self.values[row])
        assert self.codes is not None
        return self.texts[int(self.codes[row])]


def lacking(columns: Iterable[Column], m: int) -> NDArray[np.bool_]:
    """Return which of `m` rows lack a value in one of these columns."""
    found = np.zeros(m, dtype=np.bool_)
    for column in columns:
        found |= column.absent
    return found

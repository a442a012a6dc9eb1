"""Cells of a table: what stands for a value that is missing, for yes and no, for a date."""

from __future__ import annotations

import re


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

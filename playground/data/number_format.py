"""Numbers as people write them: marks of decimals and thousands, currencies, units, percent, brackets for negatives.

Which mark is which is never told from one cell. Every cell of a column says what it can and what it proves; then the
column, and where that proves nothing the whole table, decides.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from playground.data.cells import plain

_CURRENCY = (
    r"(?:US\$|A\$|C\$|NZ\$|HK\$|R\$|S/|Rs\.?|kr\.?|CHF|USD|EUR|GBP|JPY|KRW|CNY|RMB|INR|zł|Kč|Ft|"
    r"[$€£¥₩₹₽₺₪₫฿₴₦₱₲₡¢])"
)
_UNIT = r"[^\W\d_][\w²³°%/·.'\- ]{0,19}|[%‰°$€£¥₩₹₽₺₪₫฿₴₦₱¢℃℉Ω\"″′'][\w²³°%/·. ]{0,10}"
_NUMBER = re.compile(
    rf"(?P<sign>[+-]?)\s?(?P<currency>{_CURRENCY})?\s?(?P<inner>[+-]?)\s?"
    r"(?P<body>[0-9](?:[0-9.,' ]*[0-9])?[.,]?|[.,][0-9]+)(?P<exponent>[eE][+-]?[0-9]{1,4})?"
    rf"(?P<gap>\s*)(?P<unit>{_UNIT})?"
)
_GROUPED = {
    mark: re.compile(rf"[1-9][0-9]{{0,2}}(?:{re.escape(mark)}[0-9]{{3}})+" + extra)
    for mark, extra in ((",", r"|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}"), (".", ""), ("'", ""), (" ", ""))
}
"""Thousands between marks; with commas also the Indian way, 12,34,567."""
KNOWN_UNITS = frozenset(
    re.split(
        " ",
        "% ‰ ° °c °f °k c f k ℃ ℉ mm cm dm m km in ft yd mi mg g kg t lb lbs oz st ml cl dl l µl ul cc s sec secs ms us"
        " µs ns min mins h hr hrs d day days wk w kw mw mwh kwh wh v mv a ma hz khz mhz ghz pa hpa kpa mpa bar mbar psi"
        " j kj cal kcal n nm µm um ppm ppb db mol mmol px pt rpm mph kmh km/h kph m/s m2 m3 m² m³ km2 km² cm2 cm² cm3 "
        "cm³ ha kb mb gb tb kib mib gib mb/s fps bpm mmhg mg/dl g/l mg/l yr yrs mo mos x pts k$ "
        "$ € £ ¥ ₩ ₹ ₽ ₺ ₪ ₫ ฿ ¢ usd eur gbp jpy krw cny chf kr kč zł ft "
        "원 만원 천원 억 억원 조 조원 달러 엔 위안 유로 명 개 건 회 번 세 살 년 개월 월 주 일 시간 시 분 초 층 점 등 위"
        " 권 장 대 마리 가구 평 ㎡ ㎥ ㎝ ㎜ ㎞ ㎏ ㎎ ㏄ ℓ ㎖ 도 배 인 호 円 元 人 個 件 歳 年 月 日 分 秒 点 名 岁 个",
    )
)
"""What may follow a number without a blank between."""
PERCENT = "%"


class Written(Struct, frozen=True):
    """A number as it is written, and what it proves.

    Parameters
    ----------
    whole, fraction : str
        Digits in front of and behind the last mark that may be one of decimals; `fraction` is empty without one.
    decided : bool
        Whether the mark cannot be one of thousands; where it can, three digits follow it.
    thousands : str
        The mark between thousands, where that is certain.
    unit : str
        Behind it or, of a currency, in front of it.
    """

    whole: str
    fraction: str
    mark: str
    decided: bool
    thousands: str
    negative: bool
    exponent: str
    unit: str

    def value(self, decimal: str) -> float | None:
        """Return the number where `decimal` is the mark of decimals; None where it contradicts what is written."""
        if self.thousands == decimal or (self.mark not in ("", decimal) and self.decided):
            return None
        digits = self.whole + (f".{self.fraction}" if self.mark == decimal else self.fraction)
        value = float(f"{digits}{self.exponent}")
        return (-value if self.negative else value) if math.isfinite(value) else None


def written(cell: str) -> Written | None:
    """Return how a number is written, None if a cell is none."""
    text = plain(cell)
    if len(text) > 80:
        return None
    bracketed = text[:1] == "(" and text[-1:] == ")"
    found = _NUMBER.fullmatch(text[1:-1].strip() if bracketed else text)
    if found is None or (found["sign"] and found["inner"]):
        return None
    sign = found["sign"] + found["inner"]
    unit = (found["unit"] or "").strip().rstrip(".")
    if bracketed and sign:
        return None
    if unit and not found["gap"] and unit.casefold() not in KNOWN_UNITS:
        return None
    if found["currency"]:
        unit = f"{found['currency']} {unit}".strip()
    parts = _parts(found["body"], bool(found["exponent"]))
    if parts is None:
        return None
    whole, fraction, mark, decided, thousands = parts
    return Written(
        whole or "0", fraction, mark, decided, thousands, bracketed or sign == "-", found["exponent"] or "", unit
    )


def _parts(body: str, exponent: bool) -> tuple[str, str, str, bool, str] | None:
    """Return what a number's digits are: whole, fraction, mark, whether that is decided, mark of thousands."""
    if body.isdigit():
        return body, "", "", False, ""
    marks = [character for character in body if not character.isdigit()]
    last, kinds = marks[-1], set(marks)
    if last in ",." and len(kinds) == 2 and marks.count(last) == 1:
        whole, _, fraction = body.rpartition(last)
        (thousands,) = kinds - {last}
        return (_digits(whole), fraction, last, True, thousands) if _GROUPED[thousands].fullmatch(whole) else None
    if len(kinds) > 1:
        return None
    if last in "' " or len(marks) > 1:
        return (_digits(body), "", "", False, last) if _GROUPED[last].fullmatch(body) else None
    whole, _, fraction = body.partition(last)
    decided = not (len(fraction) == 3 and _GROUPED[last].fullmatch(body)) or exponent
    return whole, fraction, last, decided, ""


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


class Evidence(Struct, frozen=True):
    """What the numbers of a column say together.

    Parameters
    ----------
    proofs : mapping of mark to int
        How many cells prove a mark of decimals.
    open_mark : str
        The mark that only ever has three digits behind it, where nothing proves which it is; else empty.
    short, long : int
        Numbers without any mark of at most three digits, and of more.
    unit : str
        The unit of all, empty without one.
    """

    proofs: Mapping[str, int]
    open_mark: str
    short: int
    long: int
    unit: str
    units: tuple[str, ...]

    @property
    def decimal(self) -> str:
        """The mark of decimals that the column proves, empty where it proves none."""
        return max(self.proofs, key=lambda mark: self.proofs[mark]) if self.proofs else ""


def gather(numbers: Iterable[tuple[Written, int]]) -> Evidence:
    proofs: Counter[str] = Counter()
    opened: Counter[str] = Counter()
    units: dict[str, str] = {}
    short = long = 0
    for number, count in numbers:
        if number.unit:
            units.setdefault(_one_unit(number.unit), number.unit)
        if number.mark and number.decided:
            proofs[number.mark] += count
        elif number.thousands in (",", "."):
            proofs["." if number.thousands == "," else ","] += count
        elif number.mark:
            opened[number.mark] += count
        elif not number.thousands:
            short, long = (short + count, long) if len(number.whole) <= 3 else (short, long + count)
    if not proofs and len(opened) == 2:  # "1.234" beside "1,234": one of them is the other's mark of thousands
        return Evidence({}, min(opened, key=lambda mark: opened[mark]), short, long, "", tuple(units.values()))
    mark = next(iter(opened), "") if not proofs else ""
    names = tuple(units.values())
    return Evidence(dict(proofs), mark, short, long, names[0] if len(names) == 1 else "", names)


def _one_unit(unit: str) -> str:
    """Return one name for a unit in the singular and the plural."""
    text = unit.casefold()
    return text[:-1] if len(text) > 2 and text.endswith("s") else text

"""Which encoding the bytes of a table are in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Generator, Mapping
from types import MappingProxyType

from playground.data.csv_options import ENCODINGS, codec
from playground.data.csv_text import TableText
from playground.data.dataset import DataError
from playground.messages import Message

PIECE = 1_000_000
"""Bytes looked at in one go."""
TELLING = 4000
"""Bytes beyond ASCII that are enough to tell one encoding from another."""
SURE = 0.75
_LATIN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœšžÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽ°±²³µ·×÷½¼¾€£§º®©“”‘’–—…«»¿¡\xa0")
_BINARY: Mapping[bytes, Message] = MappingProxyType(
    {
        b"PK\x03\x04": Message("an Excel or other office file (a zip archive); open it there and save it as CSV"),
        b"\xd0\xcf\x11\xe0": Message("an old Excel or other office file; open it there and save it as CSV"),
        b"%PDF": Message("a PDF; copy the table out of it, or save it as CSV where it came from"),
        b"\x89PNG": Message("a picture, not a table; save the table as CSV"),
        b"\xff\xd8\xff": Message("a picture, not a table; save the table as CSV"),
        b"PAR1": Message("a Parquet file; save it as CSV"),
        b"\x89HDF": Message("an HDF5 file; save the table as CSV"),
        b"\x93NUMPY": Message("a numpy array; save it as CSV, for instance with numpy.savetxt"),
        b"$FL2": Message("an SPSS file; save it as CSV"),
        b"$FL3": Message("an SPSS file; save it as CSV"),
        b"MATLAB": Message("a MATLAB file; save the table as CSV"),
        b"SQLite": Message("a database; export the table as CSV"),
        b"RDX": Message("an R file; save the table with write.csv"),
        b"7z\xbc\xaf": Message("a 7-Zip archive; unpack it first"),
        b"Rar!": Message("a RAR archive; unpack it first"),
        b"BZh": Message("a bzip2 archive; unpack it first"),
        b"\xfd7zXZ": Message("an xz archive; unpack it first"),
    }
)
"""How files begin that hold no text, and what to do with them."""
_MARKUP = (b"<!doctype html", b"<html", b"<table", b"<?xml")


def find_encoding(name: str, content: bytes, encoding: str | None) -> Generator[float, None, TableText]:
    """Find out what encoding a file is in; yield now and then how much is looked at, 0 … 1.

    A byte order mark decides; then zeros at every other byte, which is UTF-16; then whether it is UTF-8. What is
    neither is told by which encoding makes words of one script of it.

    Raises `DataError` if the bytes are no text in the encoding that is wished for, or in any. The message names the
    place.
    """
    _refuse_other_files(name, content)
    if encoding is not None:
        bad = yield from _first_bad_byte(content, codec(encoding) or encoding)
        if bad is None:
            return TableText(name, content, encoding)
        raise _no_text(name, content, encoding, bad)
    known = _by_marks(content)
    if known:
        bad = yield from _first_bad_byte(content, codec(known) or known)
        if bad is None:
            return TableText(name, content, known)
        raise _no_text(name, content, known, bad)
    bad = yield from _first_bad_byte(content, ENCODINGS["utf-8"])
    if bad is None:
        return TableText(name, content, "utf-8")
    if _is_broken_utf_8(content):
        raise _no_text(name, content, None, bad)
    furthest = bad
    for candidate in _by_letters(content):
        bad = yield from _first_bad_byte(content, codec(candidate) or candidate)
        if bad is None:
            return TableText(name, content, candidate, guessed=candidate)
        furthest = max(furthest, bad)
    raise _no_text(name, content, None, furthest)


def _refuse_other_files(name: str, content: bytes) -> None:
    for begin, what in _BINARY.items():
        if content.startswith(begin):
            raise DataError("{file}: {what}", file=name, what=what)
    if content[:100].lstrip().lower().startswith(_MARKUP):
        raise DataError(
            "{file}: a web page or XML, not a table; open it in a spreadsheet and save it as CSV", file=name
        )


def _by_marks(content: bytes) -> str | None:
    """Return the encoding that a byte order mark or the zeros of UTF-16 tell."""
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = content[:4096]
    if len(head) >= 4 and b"\0" in head:
        even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
        if max(even, odd) >= 0.3 and min(even, odd) < 0.05:
            return "utf-16-le" if odd > even else "utf-16-be"
    return None


def _first_bad_byte(content: bytes, name: str) -> Generator[float, None, int | None]:
    """Return where the bytes stop being text, None if they are text throughout."""
    decoder = codecs.getincrementaldecoder(name)()
    try:
        for start in range(0, max(len(content), 1), PIECE):
            piece = content[start : start + PIECE]
            if "\0" in decoder.decode(piece, final=start + PIECE >= len(content)):
                return start + max(piece.find(b"\0"), 0)
            yield min(1.0, (start + PIECE) / max(len(content), 1))
    except UnicodeError:
        try:
            content.decode(name)  # as a whole it says where
        except UnicodeDecodeError as error:
            return error.start
        except UnicodeError:  # UTF-16 that ends after half a character
            pass
        return max(len(content) - 1, 0)
    return None


def _no_text(name: str, content: bytes, encoding: str | None, bad: int) -> DataError:
    before = content[:bad].decode(codec(encoding or "utf-8") or "utf-8", errors="replace")
    tried = Message("UTF-8, UTF-16 or another encoding that is known") if encoding is None else encoding
    return DataError(
        "{file}, line {line}, character {character}: not text in {encoding}; save the table as UTF-8, or name its "
        "encoding (--encoding)",
        file=name,
        line=before.count("\n") + 1,
        character=len(before) - before.rfind("\n"),
        encoding=tried,
    )


def _is_broken_utf_8(content: bytes) -> bool:
    """Tell whether most of what is beyond ASCII is UTF-8, though not all of it."""
    sample = _telling(content)
    whole = sum(map(len, re.findall(rb"[\xe0-\xef][\x80-\xbf]{2}", sample)))
    return whole >= 6 and 2 * whole > sum(byte > 0x7F for byte in sample)


# Letters: how much of what is beyond ASCII belongs to the script that an encoding is for.


def _by_letters(content: bytes) -> list[str]:
    """Return the encodings that a text may be in, the likeliest first."""
    sample = _telling(content)
    likeness = {name: like(sample) for name, like in _LIKENESS.items()}
    likely = sorted((name for name in likeness if likeness[name] > 0), key=lambda name: -likeness[name])
    if not likely or likeness[likely[0]] < SURE:
        from charset_normalizer import from_bytes  # few tables need it

        best = from_bytes(sample, threshold=0.5).best()
        if best is not None and codec(best.encoding) is not None and not best.encoding.startswith("utf"):
            found = next((ours for ours, theirs in ENCODINGS.items() if theirs == best.encoding), best.encoding)
            likely.insert(0, found)
    return [*dict.fromkeys((*likely, "cp949", "cp1252"))]


def _telling(content: bytes) -> bytes:
    """Return lines with bytes beyond ASCII in them."""
    lines, size = [], 0
    for found in re.finditer(rb"[^\r\n]+", content[: 50 * TELLING]):
        if found[0].isascii():
            continue
        line = found[0][:TELLING]
        lines.append(line)
        size += sum(byte > 0x7F for byte in line)
        if size > TELLING:
            break
    return b"\n".join(lines) or content[:TELLING]


def _share(of: Callable[[str], float]) -> Callable[[bytes, str], float]:
    def like(sample: bytes, name: str) -> float:
        try:
            text = sample.decode(name)
        except UnicodeDecodeError as error:
            if error.start < len(sample) - 2:
                return 0.0
            text = sample[: error.start].decode(name)
        letters = [character for character in text if character > "\x7f"]
        return sum(map(of, letters)) / len(letters) if letters else 0.0

    return like


def _within(name: str, low: int, high: int) -> Callable[[str], float]:
    """Return 1 for characters of two bytes whose first one lies in a range: the frequent ones of a standard."""

    def of(character: str) -> float:
        try:
            encoded = character.encode(name)
        except UnicodeEncodeError:
            return 0.0
        return float(len(encoded) == 2 and low <= encoded[0] <= high)

    return of


def _japanese(character: str) -> float:
    if "\u3040" <= character <= "\u30ff":
        return 1.0
    return 0.8 * _within("cp932", 0x88, 0x97)(character) if character >= "\u3000" and character < "\uff00" else 0.0


def _latin(sample: bytes) -> float:
    """Western letters stand alone or by twos among ASCII ones."""
    runs = re.findall(rb"[\x80-\xff]+", sample)
    alone = sum(len(run) <= 2 for run in runs) / max(len(runs), 1)
    return 0.95 * alone * _share(lambda character: float(character in _LATIN))(sample, "cp1252")


def _cyrillic(sample: bytes) -> float:
    """Cyrillic words have no Latin letters in them."""
    words = [word for word in re.findall(rb"[A-Za-z\x80-\xff]+", sample) if not word.isascii()]
    pure = sum(not re.search(rb"[A-Za-z]", word) for word in words) / max(len(words), 1)
    share = _share(lambda character: float("\u0400" <= character <= "\u045f"))(sample, "cp1251")
    return 0.9 * share * pure


_LIKENESS: Mapping[str, Callable[[bytes], float]] = MappingProxyType(
    {
        "cp949": lambda sample: _share(_within("euc_kr", 0xB0, 0xC8))(sample, "cp949"),
        "shift_jis": lambda sample: _share(_japanese)(sample, "cp932"),
        "euc_jp": lambda sample: 0.99 * _share(_japanese)(sample, "euc_jp"),
        "cp1252": _latin,
        "cp1251": _cyrillic,
        "gbk": lambda sample: 0.97 * _share(_within("gb2312", 0xB0, 0xD7))(sample, "gb18030"),
        "big5": lambda sample: 0.93 * _share(_within("big5", 0xA4, 0xC6))(sample, "cp950"),
    }
)
"""How like a text of its script the bytes are in each encoding, 0 … 1."""

"""Where the classes' markers and names stand in a legend: in one line, or in two where one is too short."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

LEFT = 5
"""Where the middle of the first marker is."""
TO_NAME = 9
"""From the middle of a marker to its name."""
GAPS = (16, 13, 11)
"""Between a name and the middle of the next marker, the widest first."""
ROWS = 2
MARKER = 4
"""Room that a marker takes on both sides."""


@dataclass(frozen=True)
class Entry:
    """A class in its place: the middle of its marker, its row, and as much of its name as is shown."""

    index: int
    x: int
    row: int
    name: str


@dataclass(frozen=True)
class Lines:
    """Entries, and how many classes found no room, with the place where that is said."""

    entries: tuple[Entry, ...]
    rows: int
    left_out: int = 0
    x: int = 0


def arrange(names: Sequence[str], width: int, metrics: QFontMetrics) -> Lines:
    """Put the names of classes in one line, closer together if need be; else in two; else the rest is counted."""
    shown = [metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(40, width // 3)) for name in names]
    lengths = [metrics.horizontalAdvance(name) for name in shown]
    half = (len(names) + 1) // 2
    for rows in ([lengths], [lengths[:half], lengths[half:]]):
        for gap in GAPS:
            if all(LEFT + sum(row) + TO_NAME * len(row) + gap * (len(row) - 1) <= width for row in rows):
                starts = [_places(row, gap) for row in rows]
                order = [(x, number) for number, places in enumerate(starts) for x in places]
                entries = (Entry(index, x, row, shown[index]) for index, (x, row) in enumerate(order))
                return Lines(tuple(entries), len(rows))
    return _as_many_as_fit(shown, lengths, width, metrics)


def _places(lengths: Sequence[int], gap: int) -> list[int]:
    places, x = [], LEFT
    for length in lengths:
        places.append(x)
        x += TO_NAME + length + gap
    return places


def _as_many_as_fit(shown: Sequence[str], lengths: Sequence[int], width: int, metrics: QFontMetrics) -> Lines:
    entries: list[Entry] = []
    x, row = LEFT, 0
    for index, (name, length) in enumerate(zip(shown, lengths, strict=True)):
        left = len(shown) - index
        last = row == ROWS - 1
        rest = metrics.horizontalAdvance(f"+{left - 1}") + GAPS[-1] if last and left > 1 else 0
        if x + TO_NAME + length + rest > width:
            if last:
                return Lines(tuple(entries), ROWS, left, x - MARKER)
            x, row = LEFT, row + 1
        entries.append(Entry(index, x, row, name))
        x += TO_NAME + length + GAPS[1]
    return Lines(tuple(entries), ROWS)

"""What can be pointed at on a canvas, how the arrow keys go from one to the next, and which keys a widget keeps."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol, overload, runtime_checkable

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt

ARROWS: Mapping[int, tuple[int, int]] = MappingProxyType(
    {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
)
"""The arrow keys as steps to the right and down."""
NO_KEYS: Mapping[int, tuple[int, int]] = MappingProxyType({})
"""For a canvas that leaves the arrow keys to what is around it."""
CONFIRM = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


SIDEWAYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})
"""The arrow keys that step the training, unless whatever has the focus moves by them."""


@runtime_checkable
class KeepsKeys(Protocol):
    """A widget to which shortcut keys of the window mean something of its own while it has the focus."""

    kept_keys: frozenset[Qt.Key]


class Item(Struct, frozen=True):
    """One thing on a canvas that can be pointed at: a cell, a neuron, a gate, a bar.

    Attributes
    ----------
    key
        Names it among the canvas's items, also when it has moved or has another value.
    box
        Where it is, in pixels at 100 %.
    name, value
        What it is and what it has: ``"dW[2][3,1]"`` and ``"−1.300e-4"``. A screen reader says both.
    tip
        Its tooltip; ``name = value`` where there is none.
    """

    key: Hashable
    box: QRectF
    name: str
    value: str = ""
    tip: str = ""

    @property
    def text(self) -> str:
        """Name and value in one line."""
        return f"{self.name} = {self.value}" if self.value else self.name


class Items(Sequence[Item]):
    """Items that are made when somebody asks for one: for a canvas of thousands of cells."""

    def __init__(self, count: int, make: Callable[[int], Item]) -> None:
        self._count, self._make = count, make

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        places = range(self._count)[index]
        return self._make(places) if isinstance(places, int) else [self._make(place) for place in places]


def nearest(items: Sequence[Item], start: Item, right: int, down: int) -> Item:
    """Return the item that lies nearest in a direction, what is straight ahead before what is aside; else the same."""
    here = start.box.center()

    def distance(item: Item) -> float:
        way = item.box.center() - here
        ahead = way.x() * right + way.y() * down
        aside = abs(way.x() * down) + abs(way.y() * right)
        return ahead + 2 * aside if ahead > 0.5 and ahead >= aside / 4 else float("inf")

    best = min(items, key=distance, default=start)
    return best if distance(best) < float("inf") else start

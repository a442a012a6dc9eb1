"""Where the nodes of a graph stand: in columns from left to right, with few crossings.

The layered drawing of Sugiyama, Tagawa & Toda (1981): columns by the longest path to a sink, so that an input stands
right before the first gate that reads it; edges that pass a column get a bend there, which all edges from one node
share; orders by barycentres; heights by least squares under the order. Nothing is random and nothing looks at values.
"""

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

ROW_GAP = 16.0
"""Between two boxes of a column."""
BEND_HEIGHT = 6.0
SWEEPS = 6
_LEAF_PULL = 0.1
_FIXED = 1e6
MOST_BENDS = 3000
"""Edges beyond are drawn straight across the columns: a person cannot follow them anyway."""

Point = tuple[float, float]


class Box(Struct, frozen=True):
    """What is to be placed: the room that a node takes, and which nodes it reads, in order.

    `before` and `after`: room at the left of the node for what is written where its edges arrive, and at its right for
    its own numbers.
    """

    name: str
    width: float
    height: float
    inputs: tuple[str, ...] = ()
    before: float = 0.0
    after: float = 0.0


class Edge(NamedTuple):
    """An edge from the node `source` to input `number` of the node `target`."""

    source: str
    target: str
    number: int


class Column(Struct, frozen=True):
    """A column of nodes: their names from top to bottom, and where it begins, has its nodes' middles, and ends."""

    names: tuple[str, ...]
    left: float
    center: float
    right: float


class Placement(Struct, frozen=True):
    """A finished layout, in logical pixels at a zoom of 1.

    Attributes
    ----------
    centers
        The middle of every node.
    bends
        The heights at which edges from a node pass the columns right of it, the nearest first; nodes without are left
        out.
    passed
        How many of its source's bends an edge passes before it turns to its target.
    column_of
        Where a node stands among them.
    """

    centers: Mapping[str, Point]
    bends: Mapping[str, tuple[float, ...]]
    passed: Mapping[Edge, int]
    columns: tuple[Column, ...]
    column_of: Mapping[str, int]
    width: float
    height: float

    def spread(self, apart: float, stretch: float) -> "Placement":
        """Return the same layout with more room between columns, and heights so many times as far from each other."""
        shifted = tuple(
            Column(column.names, *(x + apart * i for x in (column.left, column.center, column.right)))
            for i, column in enumerate(self.columns)
        )
        return replace(
            self,
            centers={name: (x + apart * self.column_of[name], y * stretch) for name, (x, y) in self.centers.items()},
            bends={name: tuple(y * stretch for y in bends) for name, bends in self.bends.items()},
            columns=shifted,
            width=self.width + apart * max(len(self.columns) - 1, 0),
            height=self.height * stretch,
        )


class _Slot(Struct, eq=False):
    """A place in a column: a node's, or that of a bend."""

    order: int
    column: int
    height: float
    name: str = ""
    left: list["_Slot"] = field(default_factory=list)
    right: list["_Slot"] = field(default_factory=list)
    position: int = 0
    y: float = 0.0

    @property
    def weight(self) -> float:
        """Bends pull harder than boxes, so that long edges run straight."""
        return 1.0 if self.name else 3.0


def edges_of(boxes: Sequence[Box]) -> list[Edge]:
    """Return every edge, one for each time a node is read."""
    return [Edge(source, box.name, index) for box in boxes for index, source in enumerate(box.inputs)]


def place(boxes: Sequence[Box], gap: float) -> Placement:
    """Lay the boxes out.

    `gap`: room between two columns, at least.
    """
    if not boxes:
        return Placement({}, {}, {}, (), {}, 0.0, 0.0)
    column_of = _columns(boxes)
    slots_by_column, slots, chains = _slots(boxes, column_of)
    _order(slots_by_column)
    _heights(slots_by_column)
    columns = _columns_placed(boxes, [[slot.name for slot in column if slot.name] for column in slots_by_column], gap)
    top = min(slot.y - slot.height / 2 for column in slots_by_column for slot in column)
    bottom = max(slot.y + slot.height / 2 for column in slots_by_column for slot in column)
    centers = {box.name: (columns[column_of[box.name]].center, slots[box.name].y - top) for box in boxes}
    bends = {name: tuple(slot.y - top for slot in chain) for name, chain in chains.items()}
    passed = {
        edge: min(max(column_of[edge.target] - column_of[edge.source] - 1, 0), len(bends.get(edge.source, ())))
        for edge in edges_of(boxes)
    }
    return Placement(centers, bends, passed, columns, column_of, columns[-1].right, bottom - top)


def width_of(boxes: Sequence[Box], gap: float) -> float:
    """Return how wide a layout would be, without making it."""
    columns: dict[int, list[str]] = {}
    for name, column in _columns(boxes).items():
        columns.setdefault(column, []).append(name)
    return _columns_placed(boxes, [columns[column] for column in sorted(columns)], gap)[-1].right


def _columns(boxes: Sequence[Box]) -> dict[str, int]:
    """Return each node's column: the longest path from it to a sink, counted from the right."""
    distance = dict.fromkeys((box.name for box in boxes), 0)
    for box in reversed(boxes):
        for name in box.inputs:
            distance[name] = max(distance[name], distance[box.name] + 1)
    last = max(distance.values())
    return {name: last - steps for name, steps in distance.items()}


def _slots(
    boxes: Sequence[Box], column_of: Mapping[str, int]
) -> tuple[list[list[_Slot]], dict[str, _Slot], dict[str, list[_Slot]]]:
    """Return columns of slots in a first order, the slots of the nodes, and the bends that leave each node."""
    by_name = {box.name: box for box in boxes}
    reach = {box.name: column_of[box.name] for box in boxes}
    for box in boxes:
        for name in box.inputs:
            reach[name] = max(reach[name], column_of[box.name] - 1)
    # The shortest chains of bends first, until there are enough.
    lengths = sorted((reach[name] - column_of[name], i, name) for i, name in enumerate(by_name))
    budget, bent = MOST_BENDS, set()
    for length, _, name in lengths:
        budget -= length
        if budget >= 0:
            bent.add(name)
    columns: list[list[_Slot]] = [[] for _ in range(max(column_of.values()) + 1)]
    slots: dict[str, _Slot] = {}
    chains: dict[str, list[_Slot]] = {}
    for order, name in enumerate(_depth_first(boxes)):
        box = by_name[name]
        slot = _Slot(order, column_of[name], box.height + ROW_GAP, name)
        slots[name] = slot
        columns[slot.column].append(slot)
        if name in bent and reach[name] > slot.column:
            chain = [_Slot(order, column, BEND_HEIGHT) for column in range(slot.column + 1, reach[name] + 1)]
            chains[name] = chain
            for before, after in zip([slot, *chain], chain, strict=False):
                before.right.append(after)
                after.left.append(before)
            for bend in chain:
                columns[bend.column].append(bend)
    for box in boxes:
        for name in dict.fromkeys(box.inputs):
            chain = chains.get(name, [])
            steps = column_of[box.name] - column_of[name] - 1
            near = chain[steps - 1] if 0 < steps <= len(chain) else slots[name]
            near.right.append(slots[box.name])
            slots[box.name].left.append(near)
    return columns, slots, chains


def _depth_first(boxes: Sequence[Box]) -> list[str]:
    """Return the names in the order in which a reader meets them from the outputs on: inputs from top to bottom."""
    read = {name for box in boxes for name in box.inputs}
    by_name = {box.name: box for box in boxes}
    seen: dict[str, None] = {}
    pending = [box.name for box in reversed(boxes) if box.name not in read]
    while pending:
        name = pending.pop()
        if name not in seen:
            seen[name] = None
            pending.extend(reversed(by_name[name].inputs))
    return list(seen)


def _order(columns: list[list[_Slot]]) -> None:
    """Sort every column by barycentres, sweeping to and fro; keep the order with the fewest crossings."""
    for column in columns:
        column.sort(key=lambda slot: slot.order)
        _number(column)
    best, fewest = [list(column) for column in columns], _crossings(columns)
    for sweep in range(SWEEPS):
        if fewest == 0:
            break
        leftward = sweep % 2 == 0
        for column in reversed(columns[:-1]) if leftward else columns[1:]:
            column.sort(key=lambda slot: _barycentre(slot, slot.right if leftward else slot.left))
            _number(column)
        crossings = _crossings(columns)
        if crossings < fewest:
            best, fewest = [list(column) for column in columns], crossings
    for column, kept in zip(columns, best, strict=True):
        column[:] = kept
        _number(column)


def _number(column: Sequence[_Slot]) -> None:
    for position, slot in enumerate(column):
        slot.position = position


def _barycentre(slot: _Slot, neighbours: Sequence[_Slot]) -> float:
    if not neighbours:
        return float(slot.position)
    return sum(neighbour.position for neighbour in neighbours) / len(neighbours)


def _crossings(columns: Sequence[Sequence[_Slot]]) -> int:
    """Count pairs of edges between neighbouring columns that cross: inversions."""
    total = 0
    for column in columns[:-1]:
        passed: list[int] = []
        for slot in column:
            ends = sorted(after.position for after in slot.right if after.column == slot.column + 1)
            total += sum(len(passed) - bisect_left(passed, end + 1) for end in ends)
            for end in ends:
                insort(passed, end)
    return total


def _heights(columns: Sequence[list[_Slot]]) -> None:
    """Give every slot a height near its neighbours', without changing an order."""
    for column in columns:
        y = -sum(slot.height for slot in column) / 2
        for slot in column:
            slot.y = y + slot.height / 2
            y += slot.height
    for sweep in range(SWEEPS):
        rightward = sweep % 2 == 1
        for column in columns if rightward else reversed(columns):
            wanted = [_wanted(slot, rightward) for slot in column]
            for slot, y in zip(column, separate(column, wanted), strict=True):
                slot.y = y
    # Inputs that stand alone come as near to their gates as the others, which stay, leave room.
    for column in columns:
        wanted = [slot.y if slot.left else _wanted(slot, False) for slot in column]
        weights = [_FIXED if slot.left else slot.weight for slot in column]
        for slot, y in zip(column, separate(column, wanted, weights), strict=True):
            slot.y = y


def _wanted(slot: _Slot, rightward: bool) -> float:
    """Return the mean height of the neighbours on one side; with none there, of those on the other.

    An input that stands alone pulls little on the gate that reads it, so that the way through the gates runs straight.
    """
    neighbours = (slot.left or slot.right) if rightward else (slot.right or slot.left)
    if not neighbours:
        return slot.y
    total = weight = 0.0
    for neighbour in neighbours:
        pull = _LEAF_PULL if rightward and neighbour.name and not neighbour.left else 1.0
        total += pull * neighbour.y
        weight += pull
    return total / weight


def separate(column: Sequence[_Slot], wanted: Sequence[float], weights: Sequence[float] | None = None) -> list[float]:
    """Return the heights nearest to those wanted at which nothing overlaps and the order stays.

    Least squares under the order: with the room above each slot taken off, it is isotonic regression, solved by
    pooling adjacent violators (Ayer et al. 1955).
    """
    offsets, room = [], 0.0
    for i, slot in enumerate(column):
        room += (column[i - 1].height + slot.height) / 2 if i else 0.0
        offsets.append(room)
    pools: list[tuple[float, float, int]] = []  # mean, weight, members
    if weights is None:
        weights = [slot.weight for slot in column]
    for weight, y, offset in zip(weights, wanted, offsets, strict=True):
        mean, members = y - offset, 1
        while pools and pools[-1][0] > mean:
            before, before_weight, before_members = pools.pop()
            mean = (mean * weight + before * before_weight) / (weight + before_weight)
            weight += before_weight
            members += before_members
        pools.append((mean, weight, members))
    means = [mean for mean, _, members in pools for _ in range(members)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]


def _columns_placed(boxes: Sequence[Box], columns: Sequence[Sequence[str]], gap: float) -> tuple[Column, ...]:
    """Return where every column stands: wide enough for each of its nodes, and for what is written beside them."""
    by_name = {box.name: box for box in boxes}
    placed: list[Column] = []
    x = 0.0
    for names in columns:
        center = x + max(by_name[name].before + by_name[name].width / 2 for name in names)
        right = center + max(by_name[name].width / 2 + by_name[name].after for name in names)
        placed.append(Column(tuple(names), x, center, right))
        x = right + gap
    return tuple(placed)

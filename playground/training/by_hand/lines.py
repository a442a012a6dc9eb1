"""What the lines of the first hidden layer do to the rows: rules for hints."""

from collections.abc import Iterable, Iterator
from itertools import combinations

import numpy as np
from msgspec import Struct

from playground.messages import Message
from playground.messages.numbers import number, written
from playground.training.by_hand.outputs import MOST_PAIRED, Flags, Found, Hand, shortest
from playground.training.edits import parameter_name

PARALLEL = 1 - 1e-9
"""The cosine of two neurons' weights and biases from which on they draw the same line."""
MOST_TRIED = 16
"""So many places are tried for a line, evenly spread over the rows."""


def _bias(neuron: int) -> str:
    return parameter_name(1, neuron, 0, 0)


class _Move(Struct, frozen=True):
    """A bias of a neuron of the first layer: how many pairs of rows of different classes the lines then part."""

    parted: int
    neuron: int
    bias: float


def _best_move(hand: Hand, neurons: Iterable[int], between: tuple[int, int] | None = None) -> _Move | None:
    """Return the bias of one of these neurons with which its line parts most that no other line parts.

    `between` are two rows that the line must part.
    """
    moves = [move for neuron in neurons for move in _moves(hand, neuron, between)]
    return max(moves, key=lambda move: move.parted, default=None)


def _moves(hand: Hand, neuron: int, between: tuple[int, int] | None) -> Iterator[_Move]:
    sums = hand.W[0][neuron] @ hand.F
    ordered = np.unique(sums)
    middles = (ordered[:-1] + ordered[1:]) / 2
    for middle in middles[:: max(1, len(middles) // MOST_TRIED)]:
        flags = np.asarray(sums > middle)
        is_new = not any(np.array_equal(flags, each) or np.array_equal(flags, ~each) for each in hand.sides)
        if is_new and (between is None or flags[between[0]] != flags[between[1]]):
            sides = hand.sides.copy()
            sides[neuron] = flags
            yield _Move(_parted(hand, sides), neuron, -float(middle))


def _parted(hand: Hand, sides: Flags) -> int:
    """Return how many pairs of rows of different classes lie on two sides of a line; of many rows, how evenly."""
    if hand.labels is None or hand.m > MOST_PAIRED:
        return int(np.minimum(sides.sum(axis=1), (~sides).sum(axis=1)).sum())
    pairs = ((r, s) for r, s in combinations(range(hand.m), 2) if hand.labels[r] != hand.labels[s])
    return sum(not np.array_equal(sides[:, r], sides[:, s]) for r, s in pairs)


def _told(hand: Hand, move: _Move | None, lead: Message, otherwise: Message) -> Message:
    if move is None:
        return otherwise
    sums = hand.W[0][move.neuron] @ hand.F
    value = shortest(move.bias, lambda bias: np.asarray(sums + bias > 0))
    flags = np.asarray(sums + float(value) > 0)
    return Message(
        "{lead} with {bias} = {value}, neuron {n} parts {count:row|rows} {rows} from the others.",
        lead=lead,
        bias=_bias(move.neuron),
        value=written(value),
        n=move.neuron + 1,
        count=int(flags.sum()),
        rows=hand.rows(flags),
    )


def no_weights(hand: Hand) -> Found:
    for n in np.flatnonzero(~hand.W[0].any(axis=1)).tolist() if hand.has_hidden else ():
        columns = hand.W[0].shape[1]
        names = [f"{parameter_name(1, n, column, columns)} = 1" for column in range(min(columns, 2))]
        yield (
            (n,),
            (
                Message("One of the hidden neurons draws no line at all."),
                Message(
                    "Hidden neuron {n} has only weights of 0: whatever the row, its sum is its bias, {bias}.",
                    n=n + 1,
                    bias=number(float(hand.b[0][n, 0])),
                ),
                Message(
                    "Give it weights, such as {weights}; then move its line with {bias}.",
                    weights=", ".join(names),
                    bias=_bias(n),
                ),
            ),
        )


def one_side(hand: Hand) -> Found:
    for n, sides in enumerate(hand.sides) if hand.has_hidden else ():
        if hand.W[0][n].any() and (sides.all() or not sides.any()):
            low, high = float(hand.sums[n].min()), float(hand.sums[n].max())
            yield (
                (n,),
                (
                    Message("One of the hidden neurons tells the rows nothing: look at where its line runs."),
                    Message(
                        "Hidden neuron {n} is on the same side for all {m} rows, its sum from {low} to {high}: its "
                        "line runs between none of them.",
                        n=n + 1,
                        m=hand.m,
                        low=number(low),
                        high=number(high),
                    ),
                    _told(
                        hand,
                        _best_move(hand, (n,)),
                        Message("Move its line among the rows:"),
                        Message("Change its weights: another bias alone parts nothing new."),
                    ),
                ),
            )


def same_line(hand: Hand) -> Found:
    lines = np.hstack([hand.W[0], hand.b[0]]).astype(float)
    sizes = np.linalg.norm(lines, axis=1)
    for i, j in combinations(range(len(lines)), 2) if hand.has_hidden else ():
        if hand.W[0][i].any() and hand.W[0][j].any() and abs(lines[i] @ lines[j]) >= PARALLEL * sizes[i] * sizes[j]:
            factor = float(sizes[j] / sizes[i] * np.sign(lines[i] @ lines[j]))
            yield (
                (i, j),
                (
                    Message("Two of the hidden neurons do the same work."),
                    Message(
                        "Hidden neurons {i} and {j} draw the same line: weights and bias of neuron {j} are {factor} "
                        "times those of neuron {i}.",
                        i=i + 1,
                        j=j + 1,
                        factor=number(factor),
                    ),
                    _told(
                        hand,
                        _best_move(hand, (j,)),
                        Message("Move one of them:"),
                        Message("Give neuron {j} other weights, so that its line is another.", j=j + 1),
                    ),
                ),
            )


def same_split(hand: Hand) -> Found:
    for i, j in combinations(range(len(hand.sides)), 2) if hand.has_hidden else ():
        one, other = hand.sides[i], hand.sides[j]
        if 0 < one.sum() < hand.m and (np.array_equal(one, other) or np.array_equal(one, ~other)):
            yield (
                (i, j),
                (
                    Message("Two of the hidden neurons say the same of every row."),
                    Message(
                        "Hidden neurons {i} and {j} both part {count:row|rows} {rows} from the others.",
                        i=i + 1,
                        j=j + 1,
                        count=int(one.sum()),
                        rows=hand.rows(one),
                    ),
                    _told(
                        hand,
                        _best_move(hand, (j,)),
                        Message("Move one of them:"),
                        Message("Give neuron {j} other weights, so that it parts other rows.", j=j + 1),
                    ),
                ),
            )


def not_parted(hand: Hand) -> Found:
    assert hand.labels is not None
    fields: dict[bytes, int] = {}
    for s in range(hand.m) if hand.has_hidden else ():
        r = fields.setdefault(hand.sides[:, s].tobytes(), s)
        if hand.labels[r] != hand.labels[s]:
            turn = Message(
                "Turn a line: change the weights of a hidden neuron until its sum is above 0 for row {r} and below 0 "
                "for row {s}.",
                r=hand.numbers[r],
                s=hand.numbers[s],
            )
            yield (
                (r, s),
                (
                    Message("Two rows that are to be told apart lie in the same field between the lines."),
                    Message(
                        "Rows {r} and {s} are of different classes, but no hidden line runs between them.",
                        r=hand.numbers[r],
                        s=hand.numbers[s],
                    ),
                    _told(
                        hand,
                        _best_move(hand, range(len(hand.sides)), (r, s)),
                        Message("Move a line between them:"),
                        turn,
                    ),
                ),
            )

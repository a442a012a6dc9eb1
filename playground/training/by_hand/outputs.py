"""A network as a person has set it, and what its output makes of what it is given: rules for hints."""

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from itertools import combinations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.messages import Message
from playground.messages.numbers import number, significant, written
from playground.training.edits import parameter_name
from playground.training.results import Array

Flags = NDArray[np.bool_]
Degrees = tuple[Message, Message, Message]
"""Where to look, what is the case, and one thing to do."""
Found = Iterator[tuple[tuple[int, ...], Degrees]]
"""What a rule is about, neurons or rows counted from 0, and what it tells, for each place where it holds."""

MOST_PAIRED = 16
"""So many rows at most are looked at two by two."""
ROWS_NAMED = 6


class Hand(Struct, frozen=True, eq=False, dict=True):
    """A network as a person has set it, and the rows it is to tell apart.

    Attributes
    ----------
    W, b
        `(n_l, n_{l-1})` and `(n_l, 1)`.
    F
        `(n_0, m)`: what the network sees of the rows.
    A
        `(n_{L-1}, m)`: what the output layer sees of them.
    Z
        `(n_L, m)`: the output layer's sums.
    outputs, targets
        `(n_L, m)`.
    cost
        `(m,)`: of each row.
    labels, predicted
        `(m,)` class numbers; None for numbers.
    numbers
        `(m,)`: what the rows are called, from 1.
    threshold
        The sum of a single output from which on it says yes; None where there is no such sum.
    is_steep
        Whether larger sums make the output surer, as after sigmoid, tanh and softmax.
    """

    W: tuple[Array, ...]
    b: tuple[Array, ...]
    F: Array
    A: Array
    Z: Array
    outputs: Array
    targets: Array
    cost: Array
    labels: NDArray[np.intp] | None
    predicted: NDArray[np.intp] | None
    numbers: NDArray[np.intp]
    threshold: float | None
    is_steep: bool

    @property
    def has_hidden(self) -> bool:
        return len(self.W) > 1

    @property
    def m(self) -> int:
        return int(self.F.shape[1])

    @cached_property
    def wrong(self) -> Flags:
        """Which rows are wrong, `(m,)`; none where rows are not right or wrong."""
        if self.labels is None or self.predicted is None:
            return np.zeros(self.m, bool)
        return np.asarray(self.labels != self.predicted)

    @cached_property
    def sums(self) -> Array:
        """The first layer's sums, `(n_1, m)`."""
        return np.asarray(self.W[0] @ self.F + self.b[0])

    @cached_property
    def sides(self) -> Flags:
        """On which side of each line of the first layer the rows lie, `(n_1, m)`."""
        return np.asarray(self.sums > 0)

    def rows(self, flags: Flags) -> Message | str:
        """Return the numbers of some rows, ``1, 3``."""
        found = [str(each) for each in self.numbers[flags]]
        if len(found) <= ROWS_NAMED:
            return ", ".join(found)
        return Message(
            "{first} and {count} more", first=", ".join(found[: ROWS_NAMED - 1]), count=len(found) - ROWS_NAMED + 1
        )


def shortest(value: float, sides: Callable[[float], Flags]) -> str:
    """Return a number with as few digits as leave every row on its side."""
    for digits in range(1, 17):
        text = f"{value:.{digits}g}"
        if np.array_equal(sides(float(text)), sides(value)):
            return f"{float(text):g}" if float(f"{float(text):g}") == float(text) else text
    return repr(value)


def crossing(hand: Hand) -> Found:
    """Find two rows of one class that together give the output what two rows of another class give it together."""
    assert hand.labels is not None
    seen = hand.sides.astype(float) if hand.has_hidden else hand.F.astype(float)
    if hand.m > MOST_PAIRED or len(hand.W) > 2 or not hand.wrong.any():
        return
    pairs = [(r, s) for r, s in combinations(range(hand.m), 2) if hand.labels[r] == hand.labels[s]]
    for (r, s), (t, u) in combinations(pairs, 2):
        if hand.labels[r] != hand.labels[t] and np.allclose(seen[:, r] + seen[:, s], seen[:, t] + seen[:, u]):
            names = dict(zip("abcd", (int(hand.numbers[each]) for each in (r, s, t, u)), strict=True))
            yield (r, s, t, u), _told_of_crossing(hand, names)


def _told_of_crossing(hand: Hand, names: dict[str, int]) -> Degrees:
    if not hand.has_hidden:
        return (
            Message("This network draws one straight line."),
            Message(
                "Rows {a} and {b} together have the same inputs as rows {c} and {d} together: no line has one pair on "
                "one side and the other pair on the other.",
                **names,
            ),
            Message("Add a hidden layer of two neurons above the network: two lines, and an output to join them."),
        )
    return (
        Message("The lines part the rows, but not so that one output can join them: look at how they cross."),
        Message(
            "As long as only the sides count, rows {a} and {b} together give the output what rows {c} and {d} give it "
            "together: no weights of the output say yes to one pair and no to the other.",
            **names,
        ),
        Message(
            "Let two lines run side by side instead: the same weights, another bias, with rows {c} and {d} outside and "
            "rows {a} and {b} between them, or the other way round.",
            **names,
        ),
    )


def output(hand: Hand) -> Found:
    """Tell what is wrong with the output, where everything below it is well."""
    if not hand.wrong.any() or hand.threshold is None:
        return
    assert hand.labels is not None
    worst = int(np.argmax(np.where(hand.wrong, hand.cost, -np.inf)))
    value = significant(hand.threshold)
    side = Message("above {value}", value=value) if hand.labels[worst] else Message("below {value}", value=value)
    yield (
        (worst,),
        (
            Message("The lines are well placed: look at the weights of the output.")
            if hand.has_hidden
            else Message("Look at the weights of the output."),
            Message(
                "For row {r} the sum of the output is {z}, and it should be {side}; its neurons below give it {A}.",
                r=hand.numbers[worst],
                z=number(float(hand.Z[0, worst])),
                side=side,
                A=", ".join(number(float(a)) for a in hand.A[:ROWS_NAMED, worst]),
            ),
            _best_change(hand),
        ),
    )


def _above(rest: Array, below: Array, value: float) -> Flags:
    return np.asarray(rest + value * below > 0)


def _best_change(hand: Hand) -> Message:
    """Return the one weight of the output, and its value, with which most rows are right."""
    assert hand.labels is not None
    assert hand.threshold is not None
    inputs = np.vstack([hand.A, np.ones(hand.m)]).astype(float)
    weights = np.hstack([hand.W[-1], hand.b[-1]])[0].astype(float)
    yes = hand.labels == 1
    best = hand.m - int(hand.wrong.sum()), 0.0, "", ""
    for column, below in enumerate(inputs):
        rest = hand.Z[0] - hand.threshold - weights[column] * below
        with np.errstate(all="ignore"):
            turns = np.unique((-rest / below)[np.abs(below) > 1e-12])
        tried = (turns[:-1] + turns[1:]) / 2 if turns.size > 1 else turns
        ends = [turns[0] - 1, turns[-1] + 1] if turns.size else []
        for value in (*tried, *ends):
            flags = rest + value * below > 0
            right = int((flags == yes).sum())
            # As far from where a row changes sides as can be.
            room = float(np.abs(rest + value * below).min())
            if (right, room) > best[:2] and right > hand.m - int(hand.wrong.sum()):
                name = parameter_name(len(hand.W), 0, column, hand.A.shape[0])
                text = shortest(float(value), partial(_above, rest, below))
                best = right, room, name, text
    if best[2]:
        return Message(
            "With {name} = {value}, {right} of {m} rows are right.",
            name=best[2],
            value=written(best[3]),
            right=best[0],
            m=hand.m,
        )
    return Message(
        "No single weight of the output mends a row, so change two. A weight above 0 lets a hidden neuron speak for "
        "yes, one below 0 for no; the bias decides where all are silent."
    )


def worst(hand: Hand) -> Found:
    """Tell of the row that costs most, where the rows are not a matter of yes and no."""
    if hand.labels is not None and (hand.threshold is not None or not hand.wrong.any()):
        return
    worst = int(np.argmax(hand.cost))
    k = int(np.argmax(np.abs(hand.outputs[:, worst] - hand.targets[:, worst])))
    below = int(np.argmax(np.abs(hand.A[:, worst])))
    output, target = float(hand.outputs[k, worst]), float(hand.targets[k, worst])
    raises = (target > output) == (hand.A[below, worst] > 0)
    name = parameter_name(len(hand.W), k, below, hand.A.shape[0])
    yield (
        (worst,),
        (
            Message("Look at the row that costs most."),
            Message(
                "Row {r} costs {cost}: output {k} is {output}, and its target is {target}.",
                r=hand.numbers[worst],
                cost=number(float(hand.cost[worst])),
                k=k + 1,
                output=number(output),
                target=number(target),
            ),
            Message(
                "Raise {name}: for this row its neuron gives {a}.", name=name, a=number(float(hand.A[below, worst]))
            )
            if raises
            else Message(
                "Lower {name}: for this row its neuron gives {a}.", name=name, a=number(float(hand.A[below, worst]))
            ),
        ),
    )


def solved(hand: Hand) -> Found:
    if hand.wrong.any():
        return
    worst = int(np.argmax(hand.cost))
    k = int(np.argmax(np.abs(hand.outputs[:, worst] - hand.targets[:, worst])))
    yield (
        (),
        (
            Message("Every row is right. The cost can still fall."),
            Message(
                "Row {r} costs most: the output is {output}, and its target is {target}.",
                r=hand.numbers[worst],
                output=number(float(hand.outputs[k, worst])),
                target=number(float(hand.targets[k, worst])),
            ),
            Message("Double the weights and the bias of the output: every row stays where it is, and is surer of it.")
            if hand.is_steep
            else Message("Move one weight at a time, and keep what lowers the cost."),
        ),
    )

"""What the output makes of what it is given: rules for hints."""

from functools import partial
from itertools import combinations

import numpy as np

from playground.messages import Message
from playground.messages.numbers import number, significant, written
from playground.training.by_hand.hand import MOST_PAIRED, ROWS_NAMED, Degrees, Flags, Found, Hand, shortest
from playground.training.parameters import parameter_name
from playground.training.results import Array


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

"""What a person who sets the weights by hand looks at: the rows with what the network says of them, and hints.

Each rule for a hint looks at the weights as they are and, where its condition holds, tells it in three degrees: where
to look, what is the case, and one thing to do. They stand in the order in which they help; the first to hold is told.
"""

from collections.abc import Callable, Sequence
from itertools import islice

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.engine.network import cost_per_example
from playground.training.by_hand import lines, outputs
from playground.training.by_hand.outputs import Degrees, Found, Hand
from playground.training.queries import Asked
from playground.training.queries.every_layer import EveryLayer
from playground.training.results import Array
from playground.training.scoring import predicted_classes
from playground.training.training_run import TrainingRun


class Hint(Struct, frozen=True):
    """A hint: the rule it comes from, the neurons or rows it is about, and its three degrees."""

    rule: str
    place: tuple[int, ...]
    degrees: Degrees


class Rule(Struct, frozen=True):
    """One condition.

    Attributes
    ----------
    find
        Yields what it is about and what is told, for each place where it holds.
    of_classes
        Whether it is about rows that are right or wrong.
    """

    name: str
    find: Callable[[Hand], Found]
    of_classes: bool = True


RULES: Sequence[Rule] = (
    Rule("solved", outputs.solved),
    Rule("no_weights", lines.no_weights, of_classes=False),
    Rule("same_line", lines.same_line),
    Rule("one_side", lines.one_side),
    Rule("same_split", lines.same_split),
    Rule("not_parted", lines.not_parted),
    Rule("crossing", outputs.crossing),
    Rule("output", outputs.output),
    Rule("worst", outputs.worst, of_classes=False),
)
"""Every rule, in the order in which they help."""


def hints(hand: Hand) -> tuple[Hint, ...]:
    """Return the first hint of every rule that holds, the one to begin with first."""
    found: list[Hint] = []
    for rule in RULES:
        if hand.labels is not None or not rule.of_classes:
            found.extend(Hint(rule.name, *each) for each in islice(rule.find(hand), 1))
    return tuple(found)


LISTED = 16
"""So many rows are listed: all there are, or else those that cost most."""
MOST_EXAMPLES = 2000
"""So many training examples are looked at, spread over all of them."""
MOST_NEURONS = 64
"""Networks with more neurons in a layer are set by no hand: they get no hints."""
Indices = NDArray[np.intp]
STEEP = ("sigmoid", "tanh", "softmax")


class HandRow(Struct, frozen=True):
    """One training example.

    Attributes
    ----------
    number
        From 1.
    outputs, targets
        In the unit of the data.
    label, predicted
        Class numbers; None for numbers.
    """

    number: int
    inputs: tuple[float, ...]
    outputs: tuple[float, ...]
    targets: tuple[float, ...]
    cost: float
    label: int | None
    predicted: int | None

    @property
    def is_wrong(self) -> bool:
        return self.label != self.predicted


class HandReport(Struct, frozen=True, eq=False):
    """The rows and the hints.

    Attributes
    ----------
    rows
        In the order of the data, or those that cost most first where there are more than `LISTED`.
    m
        How many training examples were looked at.
    wrong
        How many of them are wrong; None for numbers.
    hints
        The first that holds of every rule, the one to begin with first.
    """

    rows: tuple[HandRow, ...]
    m: int
    wrong: int | None
    hints: tuple[Hint, ...]


class ByHand(Struct, frozen=True):
    """Asks for a `HandReport`."""

    def prepare(self, run: TrainingRun) -> Asked:
        part = run.examples.train
        index = np.unique(np.linspace(0, part.m - 1, min(part.m, MOST_EXAMPLES)).astype(int))
        layers, Y = EveryLayer(run.network, part.F[:, index]), part.Y[:, index].astype(float)
        return lambda: _report(run, index, layers.compute(), Y)


@np.errstate(all="ignore")
def _report(run: TrainingRun, index: Indices, layers: Sequence[Array], Y: Array) -> HandReport:
    hand = _hand(run, index, layers, Y)
    part, output = run.examples.train, run.examples.output
    shown = np.arange(index.size) if index.size <= LISTED else np.argsort(-hand.cost, kind="stable")[:LISTED]
    outputs = output.undone(hand.outputs[:, shown])
    rows = tuple(
        HandRow(
            number=int(hand.numbers[each]),
            inputs=tuple(map(float, part.X[:, index[each]])),
            outputs=tuple(map(float, outputs[:, place])),
            targets=tuple(map(float, part.Y_in_unit[:, index[each]])),
            cost=float(hand.cost[each]),
            label=None if hand.labels is None else int(hand.labels[each]),
            predicted=None if hand.predicted is None else int(hand.predicted[each]),
        )
        for place, each in enumerate(shown)
    )
    wrong = None if hand.labels is None else int(hand.wrong.sum())
    few = max(run.network.sizes[1:]) <= MOST_NEURONS and np.isfinite(hand.cost).all()
    return HandReport(rows, index.size, wrong, hints(hand) if few else ())


def _hand(run: TrainingRun, index: Indices, layers: Sequence[Array], Y: Array) -> Hand:
    network, labels = run.network, run.examples.train.labels
    last, A = network.activations[-1], layers[-2].astype(float)
    Z = network.output_z(layers[-2], above=len(network.W) - 1).astype(float)
    outputs = layers[-1].astype(float)
    single = labels is not None and len(Z) == 1
    return Hand(
        W=tuple(weights.astype(float) for weights in network.W),
        b=tuple(biases.astype(float) for biases in network.b),
        F=layers[0].astype(float),
        A=A,
        Z=Z,
        outputs=outputs,
        targets=Y,
        cost=np.asarray(cost_per_example(network.structure, Z, Y)),
        labels=None if labels is None else labels[index],
        predicted=None if labels is None else predicted_classes(outputs, run.examples.targets),
        numbers=index + 1,
        threshold=_threshold(last, run.examples.targets) if single else None,
        is_steep=last in STEEP,
    )


def _threshold(output: str, targets: tuple[float, float]) -> float | None:
    """Return the sum at which an output is half way between no and yes, where it is known."""
    if output in STEEP:
        return 0.0
    return sum(targets) / 2 if output == "linear" else None

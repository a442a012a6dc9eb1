"""A student's own network as a typed formula: one example's way through it, for the chain-rule workspace."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct

from playground.expressions import ExpressionError, parse
from playground.messages import Message
from playground.training.formula_writer import Writer
from playground.training.snapshot import Snapshot

MOST_NODES = 200
"""The graph of a larger network can be drawn, but not read."""


def neuron_expression(
    snapshot: Snapshot, example: int, neuron: tuple[int, int] | None = None
) -> tuple[str, dict[str, float]] | Message:
    """Write one training example's way through the network as formulas.

    Returns the text and the values of its inputs: raw inputs ``x1``, weights ``w2_3_1`` (layer 2, to neuron 3, from
    neuron 1), biases ``b2_3`` and targets ``y1``. Or a sentence that says why there is none.

    Parameters
    ----------
    snapshot
        Whose weights, activations, features and cost are taken.
    example
        Number of the training example, from 0.
    neuron
        Layer, 1 … L, and unit, from 0, whose way to the cost is written; None for the whole network.
    """
    problem_info = snapshot.problem_info
    m = problem_info.train_X.shape[1]
    if not 0 <= example < m:
        return Message("There is no training example {example}; there are {m}.", example=example + 1, m=m)
    last = len(problem_info.sizes) - 1
    if neuron is not None and not (1 <= neuron[0] <= last and 0 <= neuron[1] < problem_info.sizes[neuron[0]]):
        return Message("There is no neuron {unit} in layer {layer}.", unit=neuron[1] + 1, layer=neuron[0])
    if not all(np.isfinite(array).all() for array in (*snapshot.W, *snapshot.b)):
        return Message("Some weights are not finite: undo, or draw new weights first.")
    n_nodes = 0
    for way in _ways(neuron, last):
        n_nodes = way.least_nodes(problem_info.sizes)
        if n_nodes > MOST_NODES:
            continue
        writer = Writer(snapshot, example)
        text = way.write(writer)
        try:
            graph = parse(text)
        except ExpressionError as error:
            return Message("The network's formula cannot be written: {problem}.", problem=error.message)
        n_nodes = len(graph.nodes)
        if n_nodes <= MOST_NODES:
            return text, {name: writer.values[name] for name in graph.inputs}
    if neuron is None:
        return Message(
            "The graph of this network would have {nodes} nodes or more, and {most} can be shown: point at a neuron "
            "before, or choose a smaller network.",
            nodes=n_nodes,
            most=MOST_NODES,
        )
    return Message(
        "The graph of this neuron would have {nodes} nodes or more, and {most} can be shown: choose one in an earlier "
        "layer.",
        nodes=n_nodes,
        most=MOST_NODES,
    )


def neuron_notes(
    snapshot: Snapshot, example: int, neuron: tuple[int, int] | None, values: Mapping[str, float]
) -> tuple[Message, ...]:
    """Say what the numbers of `neuron_expression` are, whose inputs have these values.

    They are one example's, not a mean over the batch.
    """
    problem_info = snapshot.problem_info
    notes = [
        Message(
            "every number is that of training example {example} of {m} alone",
            example=example + 1,
            m=problem_info.train_X.shape[1],
        )
    ]
    if neuron is not None:
        layer, unit = neuron
        others = (f"a{layer}_{other + 1}" for other in range(problem_info.sizes[layer]) if other != unit)
        if any(name in values for name in others):
            notes.append(Message("the other neurons of layer {layer} are given: they do not depend on it", layer=layer))
        if f"a{layer - 1}_1" in values:
            notes.append(Message("what comes in from layer {layer} is given too", layer=layer - 1))
    if "y1" not in values:
        notes.append(Message("it ends at the neuron: with all that comes after, it could not be read"))
        return tuple(notes)
    notes.append(Message("C is the cost of this example; training minimizes the mean over the examples"))
    if not (np.all(problem_info.output_mean == 0) and np.all(problem_info.output_scale == 1)):
        notes.append(Message("y is the target as training sees it: minus its mean, divided by its scale"))
    if Writer(snapshot, example).takes_cost_from_z:
        notes.append(Message("a is too near 0 or 1 for 1 − a: the cost is computed from z"))
    return tuple(notes)


class _Way(Struct, frozen=True):
    """One way to write it: how, and the sizes of the layers that are written, of whose first the numbers are given."""

    write: Callable[[Writer], str]
    written: Callable[[Sequence[int]], Sequence[int]]

    def least_nodes(self, sizes: Sequence[int]) -> int:
        """Count what the weighted sums alone take, unwritten: a product, a sum and a weight each, a bias."""
        layers = self.written(sizes)
        return layers[0] + sum(n * (3 * n_before + 1) for n_before, n in pairwise(layers))


def _ways(neuron: tuple[int, int] | None, last: int) -> tuple[_Way, ...]:
    """Return the ways to write it, that which says most first."""
    whole = _Way(Writer.whole, lambda sizes: sizes)
    if neuron is None:
        return (whole,)
    layer, unit = neuron
    alone = _Way(lambda writer: writer.up_to(layer, unit), lambda sizes: [*sizes[:layer], 1])

    def of_layer(sizes: Sequence[int]) -> int:
        return sizes[layer] if layer == last else 1

    onward = _Way(
        lambda writer: writer.through(layer, unit, given=False),
        lambda sizes: [*sizes[:layer], of_layer(sizes), *sizes[layer + 1 :]],
    )
    given = _Way(
        lambda writer: writer.through(layer, unit, given=True),
        lambda sizes: [sizes[layer - 1], of_layer(sizes), *sizes[layer + 1 :]],
    )
    return (onward, given, alone) if layer > 1 else (onward, alone)

"""Cost and accuracy of a network as it is, on all training and test examples."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from playground.engine import ACTIVATIONS, Network
from playground.engine.network import cost_per_example
from playground.training.examples import Examples, Part
from playground.training.snapshot import Array


@dataclass(frozen=True)
class Scores:
    """Cost and accuracy of the parameters as they are; None where there is no such thing."""

    train_cost: float
    test_cost: float | None
    train_accuracy: float | None
    test_accuracy: float | None
    penalty: float


def scores(network: Network, examples: Examples, penalty: float) -> Scores:
    """Compute cost and accuracy on all training and test examples."""
    train_cost, train_accuracy = score(network, examples, examples.train)
    test_cost, test_accuracy = score(network, examples, examples.test) if examples.test.m else (None, None)
    return Scores(train_cost, test_cost, train_accuracy, test_accuracy, penalty)


def score(network: Network, examples: Examples, part: Part) -> tuple[float, float | None]:
    """Return cost and accuracy on a part of the examples; accuracy None for regression."""
    with np.errstate(all="ignore"):
        Z = network.output_z(part.F)
        cost = float(cost_per_example(network.structure, Z, part.Y.astype(Z.dtype)).mean())
        if part.labels is None:
            return cost, None
        A = ACTIVATIONS[network.activations[-1]](Z)
    return cost, float((predicted_classes(A, examples.targets) == part.labels).mean())


def predicted_classes(A: Array, targets: tuple[float, float]) -> NDArray[np.intp]:
    """Return the class of each column of outputs `(n_L, m)`: the largest of several, one output by its middle."""
    if A.shape[0] > 1:
        return np.asarray(A.argmax(axis=0), dtype=np.intp)
    return np.asarray(A[0] > (targets[0] + targets[1]) / 2, dtype=np.intp)

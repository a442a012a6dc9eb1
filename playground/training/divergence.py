"""Finding the first number that is not finite, in the order in which an update computes."""

import numpy as np

from playground.engine import Network, Trainer
from playground.training.snapshot import Array, Divergence


def is_finite(network: Network) -> bool:
    """Whether all parameters are finite."""
    with np.errstate(all="ignore"):
        return bool(np.isfinite(network.parameters).all())


def find_divergence(trainer: Trainer, updates: int) -> Divergence | None:
    """Make up to `updates` updates one by one, and stop before the first that leaves something not finite.

    Afterwards the trainer stands before that update, or after all of them if there was none.
    """
    for _ in range(updates):
        X, Y = trainer.next_batch()
        before = trainer.state()
        trainer.run_updates(1)
        if is_finite(trainer.network) and np.isfinite(trainer.network.cost(X, Y)):
            continue
        after = trainer.network.parameters.copy()
        trainer.restore(before)
        layer, quantity = _first_not_finite(trainer.network, X, Y, after)
        return Divergence(trainer.epoch, trainer.update + 1, layer, quantity)
    return None


def _first_not_finite(network: Network, X: Array, Y: Array, after: Array) -> tuple[int, str]:
    """Return layer and quantity: forward through `Z` and `A`, the cost, back through `dZ` and `dW`, then the update."""
    with np.errstate(all="ignore"):
        gradients = network.backpropagate(X, Y)
        cost = network.cost(X, Y)
    last = len(network.W)
    chain: list[tuple[int, str, Array | None]] = []
    for layer in range(1, last + 1):
        chain += [(layer, "Z", gradients.Z[layer]), (layer, "A", gradients.A[layer])]
    chain.append((last, "cost", np.array(cost)))
    for layer in range(last, 0, -1):
        chain += [(layer, "dZ", gradients.dZ[layer])]
        chain += [(layer, "dW", gradients.W[layer - 1]), (layer, "dW", gradients.b[layer - 1])]
    chain += [(layer, "W", matrix) for layer, matrix in enumerate(network.structure.matrices(after), start=1)]
    for layer, quantity, values in chain:
        if values is not None and not np.isfinite(values).all():
            return layer, quantity
    return last, "cost"

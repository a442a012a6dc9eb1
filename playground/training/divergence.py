"""Finding the update after which numbers are no longer finite, and the first such number in the order of computing."""

from collections.abc import Callable

import numpy as np

from playground.engine import Network, Trainer, TrainerState
from playground.training.results import Array, Divergence


def is_finite(network: Network) -> bool:
    return bool(np.isfinite(network.parameters).all())


@np.errstate(all="ignore")
def find_divergence(trainer: Trainer, start: TrainerState, cost: Callable[[], float]) -> Divergence:
    """Go back to the last finite state before a trainer's present one, and say what its next update breaks.

    The updates since `start` are made again, by halves: the search keeps a state that is finite and one after it that
    is not until they are neighbours. That takes no longer than the updates took at first.

    Parameters
    ----------
    trainer
        Stands at a state whose parameters or whose cost are not finite; afterwards at the one returned to.
    start
        An earlier state of it, with finite parameters.
    cost
        Computes the cost of all training examples for the parameters as they are.
    """
    network = trainer.network
    updates = trainer.update - start.update
    trainer.restore(start)
    if not np.isfinite(cost()):
        updates = 0
    while updates > 1:
        half = updates // 2
        trainer.run_updates(half)
        if is_finite(network) and np.isfinite(cost()):
            start, updates = trainer.state(), updates - half
        else:
            trainer.restore(start)
            updates = half
    X, Y = trainer.next_batch()
    start = trainer.state()
    trainer.run_updates(1)
    after = network.parameters.copy()
    trainer.restore(start)
    layer, quantity = _first_not_finite(network, X, Y, after)
    return Divergence(trainer.epoch, trainer.update + 1, layer, quantity)


def _first_not_finite(network: Network, X: Array, Y: Array, after: Array) -> tuple[int, str]:
    """Return layer and quantity: forward through `Z` and `A`, the cost, back through `dZ` and `dW`, then the update.

    Where all of these are finite, it is the cost after the update.
    """
    gradients = network.backpropagate(X, Y)
    last = len(network.W)
    chain: list[tuple[int, str, Array | None]] = []
    for layer in range(1, last + 1):
        chain += [(layer, "Z", gradients.Z[layer]), (layer, "A", gradients.A[layer])]
    chain.append((last, "cost", np.array(network.cost(X, Y))))
    for layer in range(last, 0, -1):
        chain += [(layer, "dZ", gradients.dZ[layer])]
        chain += [(layer, "dW", gradients.W[layer - 1]), (layer, "dW", gradients.b[layer - 1])]
    chain += [(layer, "W", matrix) for layer, matrix in enumerate(network.structure.matrices(after), start=1)]
    for layer, quantity, values in chain:
        if values is not None and not np.isfinite(values).all():
            return layer, quantity
    return last, "cost"

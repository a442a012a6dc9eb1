"""The order in which training looks at the examples, drawn anew for every epoch."""

from copy import deepcopy
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from playground.engine.batches import BatchPlan


class GeneratorState(NamedTuple):
    """Where a PCG64 generator of random numbers stands: four whole numbers, as numpy names them."""

    state: int
    inc: int
    has_uint32: int
    uinteger: int


class Shuffling:
    """Draws the examples' order, block by block, and remembers where the generator stood before it.

    Parameters
    ----------
    seed
        Seed of the generator, or the generator itself.

    Attributes
    ----------
    before
        Where the generator stood before it drew the present order: all that is needed to draw it again.

    Raises
    ------
    ValueError
        If the generator is of another kind than numpy's usual one.
    """

    def __init__(self, seed: int | np.random.Generator) -> None:
        self._rng = np.random.default_rng(seed)
        self._kind = type(self._rng.bit_generator).__name__
        if not self._kind.startswith("PCG64"):
            raise ValueError(f"a generator of kind {self._kind}, expected PCG64, as default_rng gives")
        self.before = self._state()

    def draw(self, plan: BatchPlan) -> NDArray[np.intp]:
        """Return the example numbers of the next epoch, or of a block's epochs one after another, each shuffled."""
        self.before = self._state()
        return _orders(self._rng, plan)

    def foresee(self, plan: BatchPlan) -> NDArray[np.intp]:
        """Return what `draw` will return next, without drawing it."""
        return _orders(deepcopy(self._rng), plan)

    def draw_again(self, before: GeneratorState, plan: BatchPlan) -> NDArray[np.intp]:
        """Go back to where the generator stood, and draw from there."""
        inner = {"state": before.state, "inc": before.inc}
        self._rng.bit_generator.state = {
            "bit_generator": self._kind,
            "state": inner,
            "has_uint32": before.has_uint32,
            "uinteger": before.uinteger,
        }
        return self.draw(plan)

    def _state(self) -> GeneratorState:
        state = self._rng.bit_generator.state
        return GeneratorState(state["state"]["state"], state["state"]["inc"], state["has_uint32"], state["uinteger"])


def _orders(rng: np.random.Generator, plan: BatchPlan) -> NDArray[np.intp]:
    epochs = max(1, plan.epochs_per_block)
    numbers = np.empty((epochs, plan.n_examples), np.intp)
    numbers[:] = np.arange(plan.n_examples)
    if plan.batches_per_epoch > 1:  # a batch of all examples is the same whatever their order
        rng.permuted(numbers, axis=1, out=numbers)
    return numbers.ravel()

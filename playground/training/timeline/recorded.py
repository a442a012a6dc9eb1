"""What the outside sees of the timeline."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Recorded:
    """The states that can be gone back to; a new object whenever they changed.

    Attributes
    ----------
    epochs, updates
        `(k,)`, ascending: when each state was recorded.
    position
        Which of them is shown now, counted from 0; None at the growing end.
    n_bytes, budget
        The memory they take, and the most they may.
    stride
        Every how many epochs a state is recorded at present.
    """

    epochs: NDArray[np.int64]
    updates: NDArray[np.int64]
    position: int | None
    n_bytes: int
    budget: int
    stride: int

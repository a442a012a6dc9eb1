"""What every hidden neuron is worth, and every hidden layer: each switched off in turn."""

import time
from collections.abc import Generator

from msgspec import Struct

from playground.training.jobs import Job
from playground.training.landscape.gradient import copy_of
from playground.training.queries.ablation import Worth
from playground.training.training_run import TrainingRun

PUBLISH_SECONDS = 0.1


class Without(Struct, frozen=True):
    """The network without something.

    Attributes
    ----------
    layer
        The hidden layer, from 1.
    unit
        The neuron, from 0; None for all of the layer.
    cost
        The mean cost of the training examples.
    accuracy
        The share of them that are right; None where numbers are predicted.
    """

    layer: int
    unit: int | None
    cost: float
    accuracy: float | None


class AblationTable(Struct, frozen=True, eq=False):
    """What the network comes to without each of its hidden neurons and layers.

    Attributes
    ----------
    update
        When: after so many updates.
    examples
        How many training examples were looked at.
    rows
        Those that are known so far: layer by layer, all of the layer after its neurons.
    progress
        0 … 1.
    """

    update: int
    examples: int
    cost: float
    accuracy: float | None
    rows: tuple[Without, ...]
    progress: float


class AblationJob(Job[AblationTable | None]):
    """A `Job` that switches off one neuron after the other, on a copy of the run's network."""

    def __init__(self, run: TrainingRun) -> None:
        self._worth = Worth(copy_of(run.network.structure, run.network.parameters), run.examples)
        self._update = run.trainer.update
        super().__init__(self._work(), None)

    def _work(self) -> Generator[AblationTable | None, None, AblationTable | None]:
        worth, published = self._worth, time.perf_counter()
        worth.pass_forward()
        cost, accuracy = worth.score()
        hidden = list(enumerate(worth.network.sizes))[1:-1]
        total, rows = sum(units + 1 for _, units in hidden), list[Without]()

        def found() -> AblationTable:
            progress = len(rows) / total if total else 1.0
            return AblationTable(self._update, worth.m, cost, accuracy, tuple(rows), progress)

        for layer, units in hidden:
            for unit in (*range(units), None):
                switched_off = range(units) if unit is None else (unit,)
                rows.append(Without(layer, unit, *worth.without(layer, list(switched_off))))
                late = time.perf_counter() - published > PUBLISH_SECONDS
                yield found() if late else None
                if late:
                    published = time.perf_counter()
        return found()

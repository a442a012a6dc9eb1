"""What hidden neurons are worth: the cost of the network without them, one by one and layer by layer."""

import time
from collections.abc import Generator, Sequence

import numpy as np
from msgspec import Struct

from playground.engine import ACTIVATIONS, Network
from playground.engine.network import cost_per_example
from playground.training.errors import TrainingError
from playground.training.examples import Examples
from playground.training.jobs import Job
from playground.training.landscape.field import copy_of
from playground.training.pca import evenly
from playground.training.queries import Asked
from playground.training.queries.every_layer import EveryLayer
from playground.training.results import Array
from playground.training.scoring import predicted_classes
from playground.training.training_run import TrainingRun

MOST_EXAMPLES = 2000


class Ablated(Struct, frozen=True):
    """The mean cost of training examples, of the network as it is and with one neuron's activation 0."""

    cost: float
    without: float


class Ablation(Struct, frozen=True):
    """Asks for `Ablated`.

    `layer` and `unit`: a neuron of a hidden layer, 1 … L − 1; units count from 0.
    """

    layer: int
    unit: int

    def prepare(self, run: TrainingRun) -> Asked:
        """Look for the neuron.

        Raises `TrainingError` if there is no such hidden neuron.
        """
        sizes = run.network.sizes
        if not (1 <= self.layer < len(sizes) - 1 and 0 <= self.unit < sizes[self.layer]):
            raise TrainingError(
                "there is no neuron {unit} in hidden layer {layer}; choose one that there is",
                unit=self.unit + 1,
                layer=self.layer,
            )
        worth = Worth(run.network, run.examples)

        def asked() -> Ablated:
            worth.pass_forward()
            return Ablated(worth.score()[0], worth.without(self.layer, [self.unit])[0])

        return asked


class Worth:
    """Tells what a network comes to without some of its hidden neurons.

    Parameters
    ----------
    network
        Read live, at every `pass_forward`.
    examples
        Of the training examples, all or a sample are looked at.
    """

    def __init__(self, network: Network, examples: Examples) -> None:
        train = examples.train
        chosen = evenly(train.m, min(train.m, MOST_EXAMPLES))
        self.network, self.examples, self.m = network, examples, len(chosen)
        self._targets = train.Y[:, chosen].astype(network.dtype)
        self._labels = None if train.labels is None else train.labels[chosen]
        self._passes = EveryLayer(network, train.F[:, chosen])
        self._layers: Sequence[Array] = ()

    def pass_forward(self) -> None:
        self._layers = self._passes.compute()

    def score(self) -> tuple[float, float | None]:
        """Return mean cost and accuracy of the whole network; None where numbers are predicted."""
        return self._score(len(self.network.W) - 1, self._layers[-2])

    def without(self, layer: int, units: Sequence[int]) -> tuple[float, float | None]:
        """Return the same with the activations of some neurons of a hidden layer 0."""
        A = self._layers[layer].copy()
        A[units] = 0
        return self._score(layer, A)

    def _score(self, layer: int, A: Array) -> tuple[float, float | None]:
        network = self.network
        with np.errstate(all="ignore"):
            Z = network.output_z(A, above=layer)
            cost = float(np.mean(cost_per_example(network.structure, Z, self._targets)))
            if self._labels is None:
                return cost, None
            outputs = ACTIVATIONS[network.activations[-1]](Z)
        return cost, float(np.mean(predicted_classes(outputs, self.examples.targets) == self._labels))


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

"""What hidden neurons are worth: the cost of the network without them."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from playground.engine import ACTIVATIONS, Network
from playground.engine.network import cost_per_example
from playground.training.errors import TrainingError
from playground.training.examples import Examples
from playground.training.pca import evenly
from playground.training.queries.every_layer import EveryLayer
from playground.training.queries.query import Asked
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

    Attributes
    ----------
    layer, unit
        A neuron of a hidden layer, 1 … L − 1; units count from 0.
    """

    layer: int
    unit: int

    def prepare(self, run: TrainingRun) -> Asked:
        """Look for the neuron.

        Raises
        ------
        TrainingError
            If there is no such hidden neuron.
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

"""What a hidden neuron is worth: the cost of the network without it."""

from dataclasses import dataclass

import numpy as np

from playground.engine import ACTIVATIONS
from playground.engine.network import cost_per_example
from playground.training.errors import TrainingError
from playground.training.queries.every_layer import EveryLayer
from playground.training.queries.query import Asked
from playground.training.training_run import TrainingRun

MOST_EXAMPLES = 2000


@dataclass(frozen=True)
class Ablated:
    """The mean cost of training examples, of the network as it is and with one neuron's activation 0."""

    cost: float
    without: float


@dataclass(frozen=True)
class Ablation:
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
        network = run.network
        sizes, last = network.sizes, len(network.W)
        if not (1 <= self.layer < last and 0 <= self.unit < sizes[self.layer]):
            raise TrainingError(
                "there is no neuron {unit} in hidden layer {layer}; choose one that there is",
                unit=self.unit + 1,
                layer=self.layer,
            )
        train = run.examples.train
        chosen = np.linspace(0, train.m - 1, min(train.m, MOST_EXAMPLES)).astype(np.intp)
        targets = train.Y[:, chosen].astype(network.dtype)
        layers = EveryLayer(network, train.F[:, chosen])

        def asked() -> Ablated:
            whole = layers.compute()[self.layer]
            without = whole.copy()
            without[self.unit] = 0
            return Ablated(_cost(run, self.layer, whole, targets), _cost(run, self.layer, without, targets))

        return asked


def _cost(run: TrainingRun, layer: int, A: np.ndarray, targets: np.ndarray) -> float:
    """Return the mean cost where a layer's activations are these."""
    network = run.network
    with np.errstate(all="ignore"):
        for above in range(layer, len(network.W)):
            Z = network.W[above] @ A + network.b[above]
            A = ACTIVATIONS[network.activations[above]](Z)
        return float(np.mean(cost_per_example(network.structure, Z, targets)))

"""The network and the trainer that an experiment begins with."""

import numpy as np

from playground.engine import Network, Trainer
from playground.files import Experiment
from playground.training.errors import TrainingError
from playground.training.examples import Examples

SHUFFLE_STREAM = 1
"""Shuffling draws from its own stream of random numbers, apart from the initial weights of the same seed."""


def new_network(experiment: Experiment, examples: Examples) -> Network:
    """Return the network with its first weights.

    Raises
    ------
    TrainingError
        If the engine cannot make it.
    """
    settings = experiment.network
    try:
        network = Network(
            [examples.features.n_features, *(layer.units for layer in settings.hidden), examples.n_outputs],
            [*(layer.activation for layer in settings.hidden), settings.output_activation],
            experiment.training.cost,
            initializer=settings.initializer,
            seed=settings.seed,
            dtype=settings.dtype,
        )
    except ValueError as error:
        raise TrainingError(str(error)) from error
    for W, b, layer in zip(network.W, network.b, settings.initial or (), strict=settings.initial is not None):
        W[...], b[...] = layer.W, np.array(layer.b)[:, None]
    return network


def new_trainer(experiment: Experiment, network: Network, examples: Examples) -> Trainer:
    """Return what trains a network, at its first update."""
    settings, train = experiment.training, examples.train
    return Trainer(
        network,
        train.F,
        train.Y,
        optimizer=settings.optimizer,
        learning_rate=settings.learning_rate,
        batch_size=settings.batch_size,
        l1=settings.l1,
        l2=settings.l2,
        seed=np.random.default_rng((experiment.network.seed, SHUFFLE_STREAM)),
    )

"""The network and the trainer that an experiment begins with."""

from dataclasses import fields
from typing import Any

import msgspec
import numpy as np

from playground.engine import Network, Trainer, UpdateRule
from playground.files import Experiment, TrainingSettings
from playground.training.errors import TrainingError
from playground.training.examples import Examples

UPDATE_SETTINGS = ("batch_size", *(field.name for field in fields(UpdateRule)))
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


def update_settings(training: TrainingSettings) -> dict[str, Any]:
    """Return what `Trainer.configure` takes of the settings of a training, each under its own name."""
    settings = msgspec.structs.asdict(training)
    return {name: settings[name] for name in UPDATE_SETTINGS}


def new_trainer(experiment: Experiment, network: Network, examples: Examples) -> Trainer:
    """Return what trains a network, at its first update."""
    settings, train = experiment.training, examples.train
    return Trainer(
        network,
        train.F,
        train.Y,
        learning_rate=settings.learning_rate,
        **update_settings(settings),
        seed=shuffling(experiment),
    )


def shuffling(experiment: Experiment) -> np.random.Generator:
    """Return what draws the order of the examples."""
    return np.random.default_rng((experiment.network.seed, SHUFFLE_STREAM))

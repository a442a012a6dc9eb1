import json
from itertools import pairwise

import numpy as np
import pytest

from playground.files import Experiment, Model, decode_experiment

XOR = {
    "schema_version": 3,
    "name": "XOR",
    "description": {"en": "Two of four.", "ko": "넷 중 둘."},
    "data": {
        "source": "xor",
        "samples": 400,
        "noise": 0.0,
        "train_fraction": 0.5,
        "seed": 1,
        "features": ["x1", "x2"],
    },
    "network": {
        "hidden": [{"units": 4, "activation": "tanh"}],
        "output_activation": "sigmoid",
        "initializer": "xavier",
        "seed": 0,
        "dtype": "float64",
    },
    "training": {
        "cost": "binary_cross_entropy",
        "optimizer": "adam",
        "learning_rate": 0.03,
        "batch_size": 10,
        "l1": 0.0,
        "l2": 0.0,
        "epochs": 300,
        "stop_at_epochs": False,
        "target_cost": 0.0,
        "patience": 0,
    },
}


@pytest.fixture
def raw():
    """The experiment of the format's description, as plain values to change."""
    return json.loads(json.dumps(XOR))


@pytest.fixture
def experiment() -> Experiment:
    return decode_experiment(json.dumps(XOR).encode(), "xor.json")


def random_model(experiment: Experiment, outputs: int = 1, seed: int = 0) -> Model:
    """A model with random parameters of the right shapes."""
    rng = np.random.default_rng(seed)
    dtype = experiment.network.dtype
    sizes = [len(experiment.data.features), *(layer.units for layer in experiment.network.hidden), outputs]
    return Model(
        W=tuple(rng.normal(size=(n, previous)).astype(dtype) for previous, n in pairwise(sizes)),
        b=tuple(rng.normal(size=(n, 1)).astype(dtype) for n in sizes[1:]),
        input_mean=rng.normal(size=(sizes[0], 1)).astype(dtype),
        input_scale=rng.uniform(0.5, 2, size=(sizes[0], 1)).astype(dtype),
        output_mean=np.zeros((outputs, 1)),
        output_scale=np.ones((outputs, 1)),
        experiment=experiment,
    )


@pytest.fixture
def make_model():
    return random_model


@pytest.fixture
def model(experiment) -> Model:
    return random_model(experiment)

"""Snapshots of data with more inputs than two: tables with named columns, and images."""

import msgspec
import numpy as np
import pytest

from playground.data import Dataset, encode_classes
from playground.files import CsvSource, IdxSource, LayerSettings, read_preset
from playground.training import TrainingSession


def table(n_inputs, m=40):
    """Return a table of numbers around other means than zero, in two classes."""
    rng = np.random.default_rng(0)
    X = rng.normal(5.0, 2.0, (n_inputs, m))
    names = tuple(f"sensor {number}" for number in range(1, n_inputs + 1))
    return Dataset(X, encode_classes(rng.integers(0, 2, m), 2), "classification", ("a", "b"), names, ("y",))


def images(rows, columns, m=40):
    """Return images of a bright corner, in two classes."""
    rng = np.random.default_rng(0)
    X = rng.uniform(0, 0.2, (rows * columns, m))
    X[0] = 1.0
    names = tuple(f"x{number}" for number in range(1, rows * columns + 1))
    Y = encode_classes(rng.integers(0, 2, m), 2)
    return Dataset(X, Y, "classification", ("a", "b"), names, ("y",), (rows, columns))


@pytest.fixture
def make_own_snapshot():
    """Return a function that returns a snapshot of a dataset of one's own.

    ``make(dataset, features=…, hidden=…)``; all inputs are features unless told otherwise.
    """

    def make(dataset, features=None, hidden=(4,), epochs=0):
        experiment = read_preset("moons")
        source = CsvSource(csv="own.csv") if dataset.image_shape is None else IdxSource(idx="own.idx")
        every = tuple(f"x{number}" for number in range(1, dataset.X.shape[0] + 1))
        data = msgspec.structs.replace(experiment.data, source=source, features=features or every)
        layers = tuple(LayerSettings(units, "tanh") for units in hidden)
        network = msgspec.structs.replace(experiment.network, hidden=layers)
        session = TrainingSession(read_preset("moons"))
        session.load(msgspec.structs.replace(experiment, data=data, network=network), None, dataset)
        session.advance(float("inf"), until_epoch=epochs)
        return session.snapshot(number=1)

    return make


@pytest.fixture
def make_table_snapshot(make_own_snapshot):
    """Return a function that returns a snapshot of a table with so many inputs."""
    return lambda n_inputs, **settings: make_own_snapshot(table(n_inputs), **settings)


@pytest.fixture
def make_image_snapshot(make_own_snapshot):
    """Return a function that returns a snapshot of images of so many rows and columns."""
    return lambda rows, columns, **settings: make_own_snapshot(images(rows, columns), **settings)

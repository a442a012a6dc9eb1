"""Snapshots with the answer that the view asks for."""

from functools import cache

import msgspec
import numpy as np
import pytest

from playground.data import Dataset, encode_classes
from playground.files import CsvSource, override, read_preset
from playground.training import Snapshot, TrainingSession
from playground.training.queries.results import AskResults
from playground.views.results.view import ResultsView


@cache
def answered(preset: str, epochs: int, overrides: tuple[str, ...]) -> Snapshot:
    session = TrainingSession(override(read_preset(preset), overrides))
    session.observer.queries.ask({AskResults()})
    session.advance(float("inf"), until_epoch=epochs)
    return session.snapshot(number=1)


@pytest.fixture
def make_answer():
    """As `make_snapshot`, with the results of every example."""

    def make(preset: str = "blobs", epochs: int = 1, **overrides: object) -> Snapshot:
        return answered(preset, epochs, tuple(f"{path}={value}" for path, value in sorted(overrides.items())))

    return make


@pytest.fixture
def many_classes():
    """Sessions of made-up data with many classes, inputs and long names."""

    def make(n_classes: int, n_inputs: int = 2, m: int = 400) -> TrainingSession:
        rng = np.random.default_rng(0)
        labels = np.arange(m) % n_classes
        X = rng.normal(size=(n_inputs, n_classes))[:, labels] + rng.normal(size=(n_inputs, m)) / 2
        names = tuple(f"species with a long name {index}" for index in range(n_classes))
        outputs = ("kind",) if n_classes == 2 else names
        inputs = tuple(f"petal {index}" for index in range(n_inputs))
        dataset = Dataset(X, encode_classes(labels, n_classes), "classification", names, inputs, outputs)
        base = override(read_preset("blobs"), [] if n_classes > 2 else ["network.output_activation=sigmoid"])
        cost = "cross_entropy" if n_classes > 2 else "binary_cross_entropy"
        return _session(base, dataset, cost)

    return make


@pytest.fixture
def two_values():
    """A session that predicts two values from two inputs; the second is always 1 where `constant`."""

    def make(*, constant: bool = False) -> TrainingSession:
        rng = np.random.default_rng(0)
        X = rng.normal(size=(2, 60))
        Y = np.stack([X.sum(axis=0), np.ones(60) if constant else X[0] * X[1]])
        dataset = Dataset(X, Y, "regression", (), ("width", "height"), ("sum", "product"))
        return _session(read_preset("plane"), dataset, "squared_error")

    return make


def _session(base, dataset: Dataset, cost: str) -> TrainingSession:
    features = tuple(f"x{index + 1}" for index in range(len(dataset.input_names)))
    experiment = msgspec.structs.replace(
        base,
        data=msgspec.structs.replace(
            base.data, features=features, source=CsvSource(csv="made_up.csv", label=dataset.output_names[:1])
        ),
        training=msgspec.structs.replace(base.training, cost=cost),
    )
    session = TrainingSession(read_preset("circles"))
    session.load(experiment, None, dataset)
    session.observer.queries.ask({AskResults()})
    return session


@pytest.fixture
def view(qtbot):
    view = ResultsView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    qtbot.waitExposed(view)
    return view

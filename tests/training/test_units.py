"""A person sees the unit of the table wherever numbers are shown; what training makes small is of the standardized."""

import numpy as np
import pytest

from playground.files import CsvSource, open_source
from playground.training import TrainingSession
from playground.training.input_slice import FIRST_TWO
from playground.training.neuron_expression import neuron_expression
from playground.training.queries.hidden_space import HiddenSpace
from playground.training.queries.predictions import Predictions

TABLE = "area,rooms,price\n" + "".join(f"{40 + i},{i % 5},{500_000 + 300_000 * np.sin(i / 9):.0f}\n" for i in range(60))


@pytest.fixture
def session():
    target = open_source(CsvSource(csv="pasted", text=TABLE, label=("price",)), "pasted")
    session = TrainingSession(target.experiment, None, target.dataset)
    session.start(())
    session.advance(float("inf"), until_epoch=60)
    session.pause()
    return session


def answers(run, F):
    return run.network.predict(F) * run.examples.output.scale + run.examples.output.mean


def test_maps_predictions_and_spaces_are_in_the_unit_of_the_table(session):
    run = session.run
    found = Predictions(None).prepare(run)()
    assert np.allclose(found.train.outputs, answers(run, run.examples.train.F))
    maps = session.snapshot().maps
    assert 100_000 < maps.units[-1].min() < maps.units[-1].max() < 1_000_000
    assert np.abs(maps.units[1]).max() <= 1  # hidden layers are what they are
    spaces = HiddenSpace(((0, 1), (0, 1), (0, 0)), FIRST_TWO).prepare(run)()
    assert np.allclose(spaces.layers[-1].points[0, : run.examples.train.m], found.train.outputs[0], rtol=1e-6)
    assert spaces.layers[-1].lines.min() > 0


def test_the_error_of_an_example_stays_the_cost_that_training_makes_small(session):
    run = session.run
    found = Predictions(None).prepare(run)()
    assert np.isclose(found.train.error.mean(), session.snapshot().train_cost)
    assert np.allclose(
        found.train.error, (run.network.predict(run.examples.train.F) - run.examples.train.Y)[0] ** 2 / 2
    )


def test_the_graph_of_the_network_learns_the_standardized_number(session):
    snapshot = session.snapshot()
    _, values = neuron_expression(snapshot, 3)
    assert values["y1"] == session.run.examples.train.Y[0, 3]

"""Histograms over the recorded epochs, and what every neuron is worth: counted from the moments themselves."""

import numpy as np
import pytest

from playground.files import override, read_preset
from playground.training import TrainingSession
from playground.training.commands import ChangeField, StartAblation, StartHistograms

HIDDEN = 'network.hidden=[{"units": 4, "activation": "tanh"}, {"units": 3, "activation": "relu"}]'


@pytest.fixture
def session():
    session = TrainingSession(override(read_preset("moons"), [HIDDEN]))
    for _ in range(5):
        session.step_epoch()
    return session


def finish(session, start):
    start().apply(session)
    while session.jobs.advance(1.0):
        pass
    return session.snapshot()


def test_shares_are_those_of_the_recorded_numbers(session):
    found = finish(session, StartHistograms).histograms
    np.testing.assert_array_equal(found.epochs, range(6))
    for place, record in enumerate(session.timeline.records):
        matrices = session.run.network.structure.matrices(record.state.parameters)
        for histogram, matrix in zip(found.layers["weights"], matrices, strict=True):
            counts, _ = np.histogram(matrix[:, :-1], histogram.edges)
            np.testing.assert_allclose(histogram.shares[:, place] * histogram.count, counts, atol=1.01)
    activations = found.layers["activations"][1]
    A = session.run.network.backpropagate(session.run.examples.train.F, session.run.examples.train.Y).A[2]
    assert activations.shares[0, -1] == pytest.approx(np.mean(activations.edges[1] > A), abs=0.01)
    first = found.layers["gradients"][0]
    assert np.isnan(first.shares[:, 0]).all()
    np.testing.assert_allclose(first.shares[:, 1:].sum(axis=0) + first.zeros[1:], 1)
    assert found.progress == 1


def test_after_going_back_another_way_it_is_counted_anew(session):
    before = finish(session, StartHistograms).histograms
    session.scrub(2)
    assert finish(session, StartHistograms).histograms.epochs[-1] == 5
    ChangeField("training.learning_rate", 0.3).apply(session)
    session.step_epoch()
    after = finish(session, StartHistograms).histograms
    np.testing.assert_array_equal(after.epochs, range(4))
    same = after.layers["gradients"][0].edges, before.layers["gradients"][0].edges
    assert not np.array_equal(after.layers["weights"][0].shares[:, 3], before.layers["weights"][0].shares[:, 3]) or (
        not np.array_equal(*same)
    )


def test_each_row_of_the_ablation_is_what_switching_off_comes_to(session):
    table = finish(session, StartAblation).ablation
    assert [(row.layer, row.unit) for row in table.rows] == [
        *((1, unit) for unit in (0, 1, 2, 3, None)),
        *((2, unit) for unit in (0, 1, 2, None)),
    ]
    for row in table.rows:
        units = range(session.run.network.sizes[row.layer]) if row.unit is None else (row.unit,)
        ChangeField("training.off", tuple(f"{row.layer}.{unit + 1}" for unit in units)).apply(session)
        snapshot = session.snapshot()
        assert snapshot.train_cost == pytest.approx(row.cost, rel=1e-12)
        assert snapshot.train_accuracy == row.accuracy
    ChangeField("training.off", ()).apply(session)
    assert session.snapshot().train_cost == pytest.approx(table.cost, rel=1e-12)

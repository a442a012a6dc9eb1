"""The query after every example's prediction: the answer is the network's own, frozen, and bounded."""

import numpy as np
import pytest

from playground.engine.network import cost_per_example
from playground.training.queries import predictions
from playground.training.queries.predictions import Predictions, confidence

EVERYTHING = Predictions(limit=None)


def answer(session, query):
    session.observer.queries.ask({query})
    return session.snapshot().answers[query]


@pytest.mark.parametrize(
    ("preset", "overrides"),
    [
        ("circles", {}),
        ("circles", {"network.output_activation": "tanh", "training.cost": "squared_error"}),
        ("blobs", {}),
        ("blobs", {"network.dtype": "float32"}),
        ("three_spirals", {}),
        ("sine", {}),
        ("plane", {"training.cost": "huber"}),
    ],
)
@pytest.mark.parametrize("query", [Predictions(), EVERYTHING])
def test_it_is_what_the_network_says(make_session, preset, overrides, query):
    session = make_session(preset, **overrides)
    session.advance(float("inf"), until_epoch=3)
    given, run = answer(session, query), session.run
    assert given.complete
    for part, examples in ((given.train, run.examples.train), (given.test, run.examples.test)):
        np.testing.assert_array_equal(part.index, np.arange(examples.m))
        np.testing.assert_array_equal(part.outputs, run.network.predict(examples.F))
        Z = run.network.output_z(examples.F)
        np.testing.assert_array_equal(
            part.error, cost_per_example(run.network.structure, Z, examples.Y.astype(Z.dtype))
        )


@pytest.mark.parametrize("preset", ["circles", "blobs"])
def test_it_agrees_with_the_scores_of_the_frame(make_session, preset):
    session = make_session(preset)
    session.advance(float("inf"), until_epoch=4)
    given, shown = answer(session, Predictions()), session.snapshot()
    assert given.train.correct.mean() == shown.train_accuracy
    assert given.test.correct.mean() == shown.test_accuracy
    assert given.train.error.mean() == pytest.approx(shown.train_cost)
    assert given.test.error.mean() == pytest.approx(shown.test_cost)
    labels = session.run.examples.test.labels
    np.testing.assert_array_equal(given.test.correct, given.test.predicted == labels)


def test_regression_has_no_classes(make_session):
    given = answer(make_session("sine"), Predictions())
    assert given.train.predicted is given.train.correct is given.train.confidence is None


def test_its_arrays_are_frozen_and_stay_as_they_were(make_session):
    session = make_session("circles")
    first = answer(session, Predictions())
    kept = first.train.outputs.copy()
    session.advance(float("inf"), until_epoch=2)
    second = session.snapshot().answers[Predictions()]
    np.testing.assert_array_equal(first.train.outputs, kept)
    assert not np.array_equal(second.train.outputs, kept)
    part = second.test
    for array in (part.index, part.outputs, part.error, part.predicted, part.correct, part.confidence):
        assert not array.flags.writeable


def test_without_test_examples_there_is_an_empty_part(make_session):
    given = answer(make_session("circles", **{"data.train_fraction": 1.0}), Predictions())
    assert given.test.index.size == given.test.available == given.test.error.size == 0
    assert given.test.outputs.shape == (1, 0)
    assert given.complete


def test_large_data_are_looked_at_in_part_and_evenly(make_session):
    session = make_session("circles", **{"data.samples": 2000, "data.train_fraction": 0.75})
    given = answer(session, Predictions(limit=400))
    assert not given.complete
    assert (given.train.index.size, given.test.index.size) == (300, 100)
    assert (given.train.available, given.test.available) == (1500, 500)
    assert set(np.diff(given.train.index)) == {5}
    run = session.run
    np.testing.assert_allclose(
        given.train.outputs, run.network.predict(run.examples.train.F[:, given.train.index]), rtol=1e-12
    )


def test_large_networks_are_asked_for_fewer_examples(make_session, monkeypatch):
    monkeypatch.setattr(predictions, "FRAME_PRODUCTS", 17 * 250)
    session = make_session("circles")
    assert session.run.network.parameters.size == 17
    given = answer(session, Predictions())
    assert given.train.index.size + given.test.index.size == 250
    monkeypatch.setattr(predictions, "FRAME_PRODUCTS", 17)
    fewest = answer(make_session("circles"), Predictions())
    assert fewest.train.index.size + fewest.test.index.size == predictions.FEWEST_EXAMPLES


def test_many_examples_go_through_in_chunks(make_session, monkeypatch):
    monkeypatch.setattr(predictions, "CHUNK", 64)
    session = make_session("blobs", **{"network.dtype": "float32"})
    given, run = answer(session, EVERYTHING), session.run
    np.testing.assert_allclose(given.train.outputs, run.network.predict(run.examples.train.F), rtol=1e-5)
    assert given.train.outputs.dtype == np.float32


def test_confidence_is_the_way_from_no_to_yes():
    one = np.array([[0.9, 0.2, 0.5]])
    np.testing.assert_allclose(confidence(one, np.array([1, 0, 0]), (0, 1)), [0.9, 0.8, 0.5])
    tanh = np.array([[0.8, -0.6, 1.0]])
    np.testing.assert_allclose(confidence(tanh, np.array([1, 0, 1]), (-1, 1)), [0.9, 0.8, 1])
    several = np.array([[0.7, 0.1], [0.2, 0.3], [0.1, 0.6]])
    np.testing.assert_allclose(confidence(several, np.array([0, 2]), (0, 1)), [0.7, 0.6])
    beyond = np.array([[3.0, -2.0], [0.0, 0.0]])
    np.testing.assert_allclose(confidence(beyond, np.array([0, 1]), (0, 1)), [1, 0])

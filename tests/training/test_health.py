"""The layers' numbers against their definitions, in step with the history, at little cost."""

import statistics
import time

import numpy as np
import pytest

from playground.files import override, presets
from playground.training import TrainingSession
from playground.training.health import CHEAP_PRODUCTS, LEAST_EXAMPLES, HealthMonitor
from playground.training.history import CAPACITY

EXPERIMENTS = {preset.id: preset.experiment for preset in presets()}
QUANTITIES = ("gradient_norm", "update_ratio", "saturated", "dead")


def after(preset, epochs, *overrides):
    session = TrainingSession(override(EXPERIMENTS[preset], overrides))
    session.advance(float("inf"), until_epoch=epochs)
    return session


def report_of(session):
    return session.snapshot().health


@pytest.mark.parametrize("preset", EXPERIMENTS)
def test_numbers_are_those_of_the_last_update(preset):
    session = after(preset, 3)
    snapshot, report = session.snapshot(), report_of(session)
    layers = len(snapshot.W)
    np.testing.assert_array_equal(report.epochs, snapshot.curves.epochs)
    for name in QUANTITIES:
        assert getattr(report, name).shape == (layers, 4)
    for layer in range(layers):
        gradient = np.hstack([snapshot.dW[layer], snapshot.db[layer]])
        assert report.gradient_norm[layer, -1] == pytest.approx(np.linalg.norm(gradient), rel=1e-12)
        ratio = np.linalg.norm(snapshot.update_W[layer]) / np.linalg.norm(snapshot.W[layer])
        assert report.update_ratio[layer, -1] == pytest.approx(ratio, rel=1e-12)


@pytest.mark.parametrize("preset", EXPERIMENTS)
def test_before_the_first_update_only_activations_are_known(preset):
    report = report_of(after(preset, 0))
    assert np.isnan(report.gradient_norm).all()
    assert np.isnan(report.update_ratio).all()
    hidden = [layer.activation for layer in EXPERIMENTS[preset].network.hidden]
    for layer, activation in enumerate([*hidden, "output"]):
        assert np.isnan(report.saturated[layer, 0]) == (activation not in ("sigmoid", "tanh"))
        assert np.isnan(report.dead[layer, 0]) == (activation != "relu")


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_a_unit_is_saturated_where_most_of_its_activations_are_outermost(activation):
    session = after("circles", 10, f'network.hidden=[{{"units": 8, "activation": "{activation}"}}]')
    run = session.run
    A = run.network.backpropagate(run.examples.train.F, run.examples.train.Y).A[1]
    position = 2 * A - 1 if activation == "sigmoid" else A  # −1 … 1
    expected = ((np.abs(position) > 0.95).mean(axis=1) > 0.5).mean()
    assert report_of(session).saturated[0, -1] == expected
    assert 0 < expected < 1


def test_a_unit_is_dead_where_it_is_zero_for_every_example():
    session = after("dead_relu", 10)
    run = session.run
    A = run.network.backpropagate(run.examples.train.F, run.examples.train.Y).A
    report = report_of(session)
    for layer in (0, 1):
        assert report.dead[layer, -1] == (A[layer + 1] == 0).all(axis=1).mean()
    assert report.dead[1, -1] == 1
    assert report.examples == run.examples.train.m


def test_without_weights_there_is_no_ratio():
    session = after("zero_init", 0)
    run = session.run
    health = run.health.measure(np.ones_like(run.network.parameters))
    assert np.isnan(health[0]).all()


def test_an_infinite_update_is_no_error():
    session = after("circles", 1)
    run = session.run
    health = run.health.measure(np.full_like(run.network.parameters, 1e300))
    assert np.isinf(health[0]).all()


def test_many_examples_are_sampled_evenly():
    session = after("circles", 0, "data.samples=20000", "network.hidden=[50, 50]")
    monitor, train = session.run.health, session.run.examples.train
    n_parameters = session.run.network.parameters.size
    assert monitor.examples == max(LEAST_EXAMPLES, CHEAP_PRODUCTS // n_parameters) < train.m
    assert report_of(session).examples == monitor.examples
    few = after("circles", 0).run
    small, train = HealthMonitor(few.network, few.experiment, session.run.examples), session.run.examples.train
    assert small.examples == train.m  # where it is cheap, all of them


def test_points_thin_in_step_with_the_curves():
    session = after("xor_points", CAPACITY + 201)
    report, curves = report_of(session), session.snapshot().curves
    assert session.run.history.stride == 2
    np.testing.assert_array_equal(report.epochs, curves.epochs)
    assert report.update_ratio.shape[1] == len(curves.epochs) < CAPACITY
    assert np.isfinite(report.update_ratio[:, 1:]).all()
    every = after("xor_points", 400)
    at = np.isin(report_of(every).epochs, report.epochs)
    kept = report.epochs <= 400
    np.testing.assert_array_equal(report.update_ratio[:, kept], report_of(every).update_ratio[:, at])


def test_it_is_one_object_until_there_is_something_new():
    session = after("circles", 2)
    first = report_of(session)
    assert report_of(session) is first
    session.step_batch()
    assert report_of(session) is first  # no new point
    session.step_epoch()
    second = report_of(session)
    assert second is not first
    assert second.epochs[-1] == 3
    for name in ("epochs", *QUANTITIES):
        assert not getattr(second, name).flags.writeable


def test_undo_brings_it_back():
    session = after("circles", 5)
    before = report_of(session)
    session.step_epoch()
    session.undo()
    again = report_of(session)
    for name in ("epochs", *QUANTITIES):
        np.testing.assert_array_equal(getattr(again, name), getattr(before, name))
    session.reset()
    assert report_of(session).epochs.tolist() == [0]


def test_a_point_is_cheap():
    run = after("circles", 5).run
    step = run.trainer.step
    times = []
    for _ in range(100):
        begin = time.perf_counter()
        run.health.measure(step)
        times.append(time.perf_counter() - begin)
    assert statistics.median(times) < 0.0003

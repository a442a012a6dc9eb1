"""Every preset does what it promises, headless, within its own epochs, and in the same way each time.

Most learn. The exercises do not: each shows what goes wrong, and learns as soon as the knob is turned that its
description names.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from playground.files import override, presets
from playground.training import TrainingSession
from playground.training.diagnostics import KINDS

EXPERIMENTS = {preset.id: preset.experiment for preset in presets()}
BY_HAND = ("by_hand", "document_002", "textbook")
"""Small enough for paper: see test_initial_weights.py."""
CLASSIFICATIONS = ("blobs", "circles", "digits", "gaussians", "moons", "spirals", "three_spirals", "xor")
HIGHEST_COSTS = {
    # Squared errors; the noise of the plane and of the sine alone costs 0.05² = 0.0025.
    "bumps": 0.01,
    "heart": 0.002,
    "plane": 0.005,
    "sine": 0.005,
}


@dataclass(frozen=True)
class Exercise:
    """What a preset must show at its end, the change that cures it, and the cost that is reached then."""

    shows: Callable[[TrainingSession], None]
    cure: Mapping[str, object]
    cured_cost: float


def recent_norms(session):
    """Return the median of each layer's last gradient norms."""
    return np.median(session.snapshot().curves.gradient_norms[:, -20:], axis=1)


def costs(session):
    return session.snapshot().curves.train_cost


def activations(session):
    run = session.run
    return run.network.backpropagate(run.examples.train.F, run.examples.train.Y).A


def vanishing(session):
    norms = recent_norms(session)
    assert norms[0] < norms[-1] / 1000
    assert (np.diff(norms) > 0).all()  # layer by layer
    assert costs(session)[-1] > 0.99 * costs(session)[0]


def exploding(session):
    norms = recent_norms(session)
    assert norms[0] > 100 * norms[-1]
    assert norms[0] > 50
    assert costs(session)[-1] > 0.65


def dead_relu(session):
    _, first, second, _ = activations(session)
    assert (first == 0).all(axis=1).any()
    assert (second == 0).all()
    np.testing.assert_array_equal(session.snapshot().dW[0], 0)
    assert costs(session)[-1] > 0.69


def zero_init(session):
    assert not session.run.initial.any()
    W, b, out = session.snapshot().W[0], session.snapshot().b[0], session.snapshot().W[1]
    assert np.abs(W).min() > 0.1  # they moved, all of them alike
    for values in (W, b, out.T):
        np.testing.assert_allclose(values, np.broadcast_to(values[:1], values.shape), rtol=1e-12)
    assert costs(session)[-1] > 0.5


def too_fast(session):
    rises = np.diff(costs(session)) > 0.05
    assert rises.mean() > 0.25
    assert costs(session)[-50:].min() > 0.4
    assert costs(session).max() > 2 * costs(session)[0]


def local_minimum(session):
    assert costs(session)[-1] > 0.45
    assert np.linalg.norm(session.run.trainer.gradient) < 1e-4
    # Nowhere around is it lower: all curvatures are positive.
    assert np.linalg.eigvalsh(hessian(session)).min() > 0.01


def small_normal(session):
    norms = recent_norms(session)
    assert norms[0] < norms[-1] / 100
    assert costs(session)[-1] > 0.95 * costs(session)[0]


def hessian(session, epsilon=1e-5):
    """Return the second derivatives `(P, P)` of the cost, from central differences of the gradient."""
    run = session.run
    parameters, train = run.network.parameters.copy(), run.examples.train
    rows = []
    for index in range(parameters.size):
        ends = []
        for sign in (1, -1):
            run.network.parameters[index] = parameters[index] + sign * epsilon
            gradients = run.network.backpropagate(train.F, train.Y)
            parts = [np.hstack(pair).ravel() for pair in zip(gradients.W, gradients.b, strict=True)]
            ends.append(np.concatenate(parts))
        run.network.parameters[...] = parameters
        rows.append((ends[0] - ends[1]) / (2 * epsilon))
    return np.array(rows)


EXERCISES = {
    "vanishing": Exercise(
        vanishing, {"network.hidden": json.dumps([{"units": 6, "activation": "tanh"}] * 6)}, cured_cost=0.001
    ),
    "exploding": Exercise(exploding, {"network.initializer": "xavier"}, cured_cost=0.01),
    "dead_relu": Exercise(dead_relu, {"training.learning_rate": 0.2}, cured_cost=0.001),
    "small_normal": Exercise(small_normal, {"network.initializer": "xavier"}, cured_cost=0.2),
    "zero_init": Exercise(zero_init, {"network.initializer": "xavier"}, cured_cost=0.02),
    "too_fast": Exercise(too_fast, {"training.learning_rate": 0.8}, cured_cost=0.01),
    "local_minimum": Exercise(local_minimum, {"network.seed": 6}, cured_cost=1e-12),
}


@cache
def trained(preset: str) -> TrainingSession:
    session = TrainingSession(EXPERIMENTS[preset])
    session.advance(float("inf"), until_epoch=session.experiment.training.epochs)
    return session


def test_every_preset_is_stated_here():
    # What the others show is what Health must find in them: see diagnostics/test_diagnosis.py.
    found = {kind.preset for kind in KINDS.values() if kind.preset}
    assert {*CLASSIFICATIONS, *HIGHEST_COSTS, *EXERCISES, *found, *BY_HAND, "xor_points"} == set(EXPERIMENTS)


@pytest.mark.parametrize("preset", EXERCISES)
def test_exercises_show_what_they_promise(preset):
    session = trained(preset)
    assert session.epoch == session.experiment.training.epochs
    assert session.loop.divergence is None
    EXERCISES[preset].shows(session)


@pytest.mark.parametrize("preset", EXERCISES)
def test_exercises_learn_once_they_are_cured(preset):
    exercise = EXERCISES[preset]
    session = TrainingSession(override(EXPERIMENTS[preset], [f"{key}={value}" for key, value in exercise.cure.items()]))
    session.advance(float("inf"), until_epoch=session.experiment.training.epochs)
    assert costs(session)[-1] < exercise.cured_cost


@pytest.mark.parametrize("preset", CLASSIFICATIONS)
def test_classifications_reach_their_accuracy(preset):
    snapshot = trained(preset).snapshot()
    assert snapshot.epoch == snapshot.experiment.training.epochs
    assert snapshot.divergence is None
    assert snapshot.train_accuracy >= 0.95
    assert snapshot.test_accuracy >= 0.95


def test_the_truth_table_is_learned_whole():
    snapshot = trained("xor_points").snapshot()
    assert snapshot.train_accuracy == 1.0
    assert snapshot.train_cost < 0.01
    assert snapshot.test_cost is None
    assert snapshot.test_accuracy is None


@pytest.mark.parametrize(("preset", "cost"), HIGHEST_COSTS.items())
def test_regressions_reach_their_cost(preset, cost):
    snapshot = trained(preset).snapshot()
    assert snapshot.epoch == snapshot.experiment.training.epochs
    assert snapshot.train_cost < cost
    assert snapshot.test_cost < cost
    assert snapshot.train_accuracy is None
    assert snapshot.test_accuracy is None


@pytest.mark.parametrize("preset", EXPERIMENTS)
def test_training_is_the_same_each_time(preset, state_of):
    again = TrainingSession(EXPERIMENTS[preset])
    again.advance(float("inf"), until_epoch=again.experiment.training.epochs)
    assert state_of(again) == state_of(trained(preset))


@pytest.mark.parametrize("preset", EXPERIMENTS)
def test_training_does_not_depend_on_how_time_is_cut(preset, clock, make_session, state_of):
    epochs = 4
    whole, sliced, stepped, by_epochs = (TrainingSession(EXPERIMENTS[preset]) for _ in range(4))
    whole.advance(float("inf"), until_epoch=epochs)
    clock.tick = 0.0004
    rng = np.random.default_rng(0)
    while sliced.epoch < epochs:
        sliced.advance(rng.uniform(0, 0.005), until_epoch=epochs)
    while stepped.epoch < epochs:
        stepped.step_batch()
    for _ in range(epochs):
        by_epochs.step_epoch()
    assert state_of(whole) == state_of(sliced) == state_of(stepped) == state_of(by_epochs)
    assert whole.update == epochs * whole.run.trainer.batches_per_epoch

"""Every preset learns, headless, within its own epochs, and in the same way each time."""

from functools import cache

import numpy as np
import pytest

from playground.files import presets
from playground.training import TrainingSession

EXPERIMENTS = {preset.id: preset.experiment for preset in presets()}
CLASSIFICATIONS = ("blobs", "circles", "gaussians", "moons", "spirals", "three_spirals", "xor")
HIGHEST_COSTS = {
    # Squared errors; the noise of the plane and of the sine alone costs 0.05² = 0.0025.
    "bumps": 0.01,
    "heart": 0.002,
    "plane": 0.005,
    "sine": 0.005,
}


@cache
def trained(preset: str) -> TrainingSession:
    session = TrainingSession(EXPERIMENTS[preset])
    session.advance(float("inf"), until_epoch=session.experiment.training.epochs)
    return session


def test_every_preset_is_stated_here():
    assert {*CLASSIFICATIONS, *HIGHEST_COSTS, "xor_points"} == set(EXPERIMENTS)


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
    assert whole.update == epochs * whole.current.trainer.batches_per_epoch

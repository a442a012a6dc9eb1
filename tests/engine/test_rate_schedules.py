"""Learning-rate schedules: their published values, and that every update takes the rate it should."""

import math

import numpy as np
import pytest

from playground.engine import SCHEDULES
from playground.engine.rate_schedules import Rates

FACTORS = {  # share 0.2, length 10 updates: after so many updates
    "constant": {0: 1, 5: 1, 30: 1},
    "step": {0: 1, 9: 1, 10: 0.2, 19: 0.2, 20: 0.04, 30: 0.008},
    "cosine": {0: 1, 5: 0.6, 10: 0.2, 30: 0.2, 2.5: 0.2 + 0.4 * (1 + math.cos(math.pi / 4))},
    "warm_up": {0: 0.2, 5: 0.6, 10: 1, 30: 1},
    "one_cycle": {0: 0.2, 1: 0.6, 2: 1, 9: 0.2e-4, 5.5: 0.500010, 30: 0.2e-4},
}


def test_every_schedule_is_checked_and_can_be_shown():
    assert list(SCHEDULES) == list(FACTORS) == ["constant", "step", "cosine", "warm_up", "one_cycle"]
    for name, record in SCHEDULES.items():
        assert record.name == name
        assert all(text.strip() for text in (record.label, record.formula, record.description, record.source))
        assert record.formula.count("{") == record.formula.count("}")
        assert bool(record.length) == bool(record.share) == (name != "constant")


@pytest.mark.parametrize("name", SCHEDULES)
def test_the_factor_is_the_published_one(name):
    updates, expected = (np.array(list(each), float) for each in (FACTORS[name], FACTORS[name].values()))
    np.testing.assert_allclose(SCHEDULES[name].factor(updates, 10.0, 0.2), expected, rtol=1e-5)


@pytest.mark.parametrize("name", SCHEDULES)
@pytest.mark.parametrize("length", [1.0, 2.0, 3.0, 4.0, 1e6])
@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_the_factor_is_a_share_whatever_length_and_share_are(name, length, share):
    factors = SCHEDULES[name].factor(np.arange(40.0), length, share)
    assert np.isfinite(factors).all()
    assert factors.min() >= 0
    assert factors.max() <= 1


@pytest.mark.parametrize("name", SCHEDULES)
@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam", "adamw"])
def test_every_update_takes_its_own_rate(trainer, layout, name, optimizer):
    settings = {"schedule": name, "schedule_epochs": 3, "schedule_factor": 0.2, "learning_rate": 0.1}
    scheduled = trainer(**layout, **settings, optimizer=optimizer)
    by_hand = trainer(**layout, optimizer=optimizer, learning_rate=0.1)
    per_epoch = by_hand.batches_per_epoch
    for update in range(5 * per_epoch):
        factor = SCHEDULES[name].factor(np.array([float(update)]), 3.0 * per_epoch, 0.2)[0]
        assert scheduled.rate == pytest.approx(0.1 * factor, rel=1e-12)
        by_hand.learning_rate = 0.1 * factor
        for each in (scheduled, by_hand):
            each.run_updates(1)
        np.testing.assert_allclose(scheduled.network.parameters, by_hand.network.parameters, rtol=1e-12, atol=1e-14)
    assert scheduled.learning_rate == 0.1


def test_updates_one_by_one_and_all_at_once_are_the_same(trainer, layout):
    settings = {"schedule": "one_cycle", "schedule_epochs": 6, "optimizer": "adamw", "dropout": 0.3}
    together, apart = trainer(**layout, **settings), trainer(**layout, **settings)
    together.run_updates(40)
    for size in (1, 2, 3, 14, 20):
        apart.run_updates(size)
    np.testing.assert_array_equal(together.network.parameters, apart.network.parameters)


def test_switched_off_the_rate_is_what_it_says_again(trainer):
    ours = trainer(schedule="step", schedule_epochs=1, schedule_factor=0.1, learning_rate=0.5)
    ours.run_epochs(3)
    assert ours.rate == pytest.approx(0.0005)
    ours.configure(schedule="constant")
    assert ours.rate == 0.5
    before = ours.network.parameters.copy()
    ours.run_updates(1)
    np.testing.assert_allclose(before - ours.network.parameters, 0.5 * ours.used_gradient, rtol=1e-9)


def test_rates_are_live_and_refuse_what_is_none():
    rates = Rates(0.5, np.dtype("float32"))
    for value in (-0.1, math.inf, math.nan):
        with pytest.raises(ValueError, match=f"^learning rate {value}, expected a finite number, at least 0$"):
            rates.value = value
    assert rates.value == 0.5

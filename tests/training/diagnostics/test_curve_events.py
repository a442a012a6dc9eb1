"""What happened on the curves: where it is found, and that a cause is told only on evidence."""

import numpy as np
import pytest

from playground.files import override, read_preset
from playground.lessons.masking import Mask
from playground.training import TrainingSession
from playground.training.diagnostics.curve_events import BEFORE, EVENTS, MOST, plateaus, rises, spikes
from playground.training.diagnostics.event_causes import CAUSES, NOT_KNOWN
from playground.training.history import History

FALLING = np.exp(-np.arange(100) / 12)


def trained(preset, epochs=None, *overrides):
    experiment = override(read_preset(preset), list(overrides))
    session = TrainingSession(experiment)
    session.advance(float("inf"), until_epoch=epochs or experiment.training.epochs)
    return session


def test_a_spike_is_found_at_its_top():
    costs = FALLING.copy()
    costs[40:43] = 0.3, 0.6, 0.2
    assert spikes(costs) == [41]
    assert spikes(FALLING) == []
    assert spikes(costs[:BEFORE]) == []


def test_what_is_small_beside_the_first_cost_is_no_spike():
    costs = FALLING.copy()
    costs[80] *= 10
    assert spikes(costs) == []


def test_of_many_spikes_the_largest_are_told():
    costs = FALLING.copy()
    tops = range(20, 100, 10)
    costs[list(tops)] = [0.9, 0.5, 0.6, 0.4, 0.8, 0.55, 0.7, 0.45]
    assert spikes(costs) == [20, 60, 80]
    assert len(spikes(costs)) == MOST


def test_a_plateau_has_its_ends_and_a_low_cost_has_none():
    costs = np.concatenate([np.linspace(1, 0.6, 20), np.full(40, 0.6), np.linspace(0.6, 0.01, 20), np.full(40, 0.01)])
    ((first, last),) = plateaus(costs)
    assert 17 <= first <= 20
    assert 58 <= last <= 62
    assert plateaus(FALLING) == []
    assert plateaus(np.full(9, 1.0)) == []


def test_a_plateau_until_now_ends_now_however_long_the_history_is():
    assert plateaus(np.full(999, 0.7)) == [(0, 998)]


def test_the_test_cost_rises_from_its_lowest_while_the_training_cost_falls():
    test = np.concatenate([np.linspace(1, 0.4, 30), np.linspace(0.4, 0.8, 70)])
    assert rises(FALLING, test) == [29]
    assert rises(1 - FALLING, test) == []
    assert rises(FALLING, np.full(100, np.nan)) == []
    assert rises(FALLING, FALLING) == []


@pytest.mark.parametrize(
    ("preset", "kind", "cause", "number"),
    [
        ("too_fast", "spike", "the step went too far", "learning rate there: 8"),
        ("vanishing", "plateau", "smaller than that of layer 7", "‖dW, db‖ by layer"),
        ("no_hidden_layer", "plateau", "straight boundaries", "update / weights by layer"),
        ("overfitting", "test_rising", "1,185 weights and biases for 30 training examples", "saturated by layer"),
        ("random_labels", "test_rising", "do not seem to tell the class", "‖dW, db‖ by layer"),
    ],
)
def test_the_cause_is_what_the_numbers_show(preset, kind, cause, number):
    event = next(event for event in trained(preset).snapshot().events if event.kind == kind)
    assert event.is_known
    assert cause in event.cause
    assert any(line.startswith(number) for line in event.evidence)
    assert event.advice


def events_of(costs, norms, ratios):
    """Return what is found on a history with these costs, and the same norm and ratio in both layers."""
    run = TrainingSession(read_preset("circles")).run
    history = History(2)
    for epoch, (cost, norm, ratio) in enumerate(zip(costs, norms, ratios, strict=True)):
        history.record(
            epoch,
            train_cost=cost,
            test_cost=None,
            penalty=0.0,
            train_accuracy=None,
            test_accuracy=None,
            gradient_norms=[norm, norm],
            health=np.array([[ratio, ratio], [0.0, np.nan], [np.nan, np.nan]]),
        )
    run.health.report(run.experiment, run.initial, history)
    return run.health.events(lambda epochs: np.full((2, epochs.size), np.nan))


@pytest.mark.parametrize(
    ("norm", "ratio", "cause"),
    [
        (0.1, 0.001, "Not known: the numbers of the layers there show none."),
        (0.9, 0.001, "9 times as large as in the epochs before"),
        (0.1, 0.3, "by 30% of their size"),
    ],
)
def test_a_cause_is_told_only_where_the_numbers_show_it(norm, ratio, cause):
    costs, norms, ratios = FALLING.copy(), np.full(100, 0.1), np.full(100, 0.001)
    costs[40], norms[40], ratios[40] = 0.8, norm, ratio
    (event,) = events_of(costs, norms, ratios)
    assert (event.kind, event.epoch, event.value) == ("spike", 40, 0.8)
    assert cause in event.cause
    assert event.is_known != event.cause.startswith("Not known")
    assert (event.advice == NOT_KNOWN["spike"]) != event.is_known


def test_a_run_that_goes_well_has_no_events():
    assert trained("circles").snapshot().events == ()


def test_they_are_looked_for_while_training_rests_and_hidden_with_the_costs():
    session = trained("overfitting")
    resting = session.snapshot()
    assert resting.events
    assert session.snapshot().events is resting.events
    session.start()
    assert session.snapshot().events == ()
    assert Mask().apply(resting, frozenset({"train_cost"})).events == ()


def test_the_learning_rate_is_that_of_the_epoch_and_not_the_one_set_now():
    steps = ("training.schedule=step", "training.schedule_epochs=50", "training.schedule_factor=0.5")
    session = trained("circles", 60, "training.learning_rate=0.1", *steps)
    session.change(override(session.run.experiment, ["training.learning_rate=0.02"]))
    session.advance(float("inf"), until_epoch=120)
    rates = session.timeline.rates(np.array([0, 1, 50, 51, 60, 61, 100, 101]))
    assert np.isnan(rates[:, 0]).all()
    assert rates[0, 1:] == pytest.approx([0.1, 0.1, 0.1, 0.1, 0.02, 0.02, 0.02])
    assert rates[1, 1:] == pytest.approx([0.1, 0.1, 0.05, 0.05, 0.01, 0.01, 0.005])


def test_every_kind_has_its_rules():
    assert set(EVENTS) == set(CAUSES) == set(NOT_KNOWN)

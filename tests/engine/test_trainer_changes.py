"""Going back, changing the rules and taking over: what of a trainer stays and what begins anew."""

import numpy as np
import pytest

from playground.engine import OPTIMIZERS, Network, Trainer


@pytest.mark.parametrize("before", [0, 1, 3, 11, 60])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_a_restored_state_replays_to_the_last_bit(trainer, optimizer, before, layout):
    ours = trainer(**layout, optimizer=optimizer)
    ours.run_updates(before)
    state = ours.state()
    kept = ours.state()
    counts, costs = (ours.update, ours.epoch), list(ours.costs)

    def go_on():
        ours.run_updates(5)
        first = ours.network.parameters.copy()
        ours.run_updates(40)
        return first, ours.network.parameters.copy(), ours.gradient, ours.step, np.array(ours.costs)

    played = go_on()
    for _ in range(2):
        ours.restore(state)
        assert (ours.update, ours.epoch) == counts
        np.testing.assert_array_equal(list(ours.costs), costs)
        if before:
            np.testing.assert_array_equal(ours.gradient, kept.gradient)
            np.testing.assert_array_equal(ours.step, -kept.step)
        else:
            assert ours.gradient is ours.step is None
        for again, first in zip(go_on(), played, strict=True):
            np.testing.assert_array_equal(again, first)
    np.testing.assert_array_equal(state.parameters, kept.parameters)


def test_a_state_can_be_given_to_a_new_trainer_of_the_same_making(trainer, layout):
    ours, other = trainer(**layout, optimizer="adam"), trainer(**layout, optimizer="adam", seed=99)
    ours.run_updates(13)
    other.run_updates(2)
    other.restore(ours.state())
    ours.run_updates(30)
    other.run_updates(30)
    np.testing.assert_array_equal(other.network.parameters, ours.network.parameters)


@pytest.mark.parametrize("at", [0, 3, 5, 12])
@pytest.mark.parametrize(
    "change", [{"optimizer": "adam"}, {"batch_size": 4}, {"l2": 0.1}, {"l1": 0.1}, {"optimizer": "sgd"}, {}]
)
def test_configuring_keeps_weights_counts_costs_and_what_was_shown(trainer, change, at):
    ours = trainer()
    ours.run_updates(at)
    parameters, shown, counts = ours.network.parameters.copy(), ours.gradient, (ours.update, ours.epoch)
    ours.configure(**change)
    np.testing.assert_array_equal(ours.network.parameters, parameters)
    assert (ours.update, ours.epoch) == counts
    assert len(ours.costs) == ours.epoch
    if at:
        np.testing.assert_array_equal(ours.gradient, shown)
    else:
        assert ours.gradient is None


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_a_configured_trainer_goes_on_by_the_new_rules(trainer, follow, optimizer, textbook_training):
    ours = trainer(optimizer="momentum" if optimizer != "momentum" else "adam", learning_rate=0.03)
    ours.run_updates(7)
    ours.configure(optimizer=optimizer, batch_size=6, l1=0.01, l2=0.02)
    ours.learning_rate = 0.01
    assert (ours.learning_rate, ours.batches_per_epoch, ours.batch_of_epoch) == (0.01, 4, 0)
    textbook = textbook_training(ours.network.W, ours.network.b, optimizer, 0.01, 0.01, 0.02)  # no memory yet
    follow(ours, textbook, 9)


def test_an_optimizer_that_comes_back_begins_with_an_empty_memory(trainer, follow, textbook_training):
    ours = trainer(optimizer="adam", learning_rate=0.03)
    ours.run_updates(7)
    ours.configure(optimizer="sgd")
    ours.run_updates(2)
    ours.configure(optimizer="adam")
    textbook = textbook_training(ours.network.W, ours.network.b, "adam", 0.03)
    follow(ours, textbook, 5)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_learning_rate_is_live_and_needs_no_new_batch(trainer, follow, optimizer, textbook_training):
    ours = trainer(optimizer=optimizer, learning_rate=0.05)
    textbook = textbook_training(ours.network.W, ours.network.b, optimizer, 0.05)
    for rate in (0.05, 0.001, 0.2):
        ours.learning_rate = textbook.rate = rate
        follow(ours, textbook, 3)


def test_penalties_that_change_keep_an_optimizers_memory(trainer, follow, textbook_training):
    ours = trainer(optimizer="adam", learning_rate=0.02)
    textbook = textbook_training(ours.network.W, ours.network.b, "adam", 0.02)
    follow(ours, textbook, 4)
    ours.configure(l1=0.01, l2=0.1)
    textbook.l1, textbook.l2 = 0.01, 0.1
    follow(ours, textbook, 4)
    ours.configure(l1=0.0)
    textbook.l1 = 0.0
    follow(ours, textbook, 4)
    assert ours.penalty() == pytest.approx(0.05 * sum(float((W**2).sum()) for W in ours.network.W))


def test_a_trainer_continues_from_one_of_the_same_shape(trainer, examples):
    X, Y = examples
    old = trainer(optimizer="adam")
    old.run_updates(12)
    new = Trainer(old.network, X, Y, optimizer="adam", batch_size=5, seed=2)
    new.continue_from(old)
    assert (new.update, new.epoch) == (12, 2)
    np.testing.assert_array_equal(new.gradient, old.gradient)
    np.testing.assert_array_equal(new.step, old.step)
    state = new.state()
    np.testing.assert_array_equal(state.moments, old.state().moments)
    assert state.count == 12


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_what_a_continued_trainer_shows_is_the_mean_gradient(trainer, optimizer, examples):
    X, Y = examples
    old = trainer(optimizer=optimizer)
    old.run_updates(2)
    new = Trainer(old.network, X, Y, optimizer=optimizer, batch_size=7, seed=2)
    new.continue_from(old)
    np.testing.assert_array_equal(new.gradient, old.gradient)


def test_a_trainer_of_another_shape_takes_over_the_counts_alone(trainer, examples):
    X, Y = examples
    old = trainer(optimizer="adam")
    old.run_updates(12)
    wider = Network([2, 5, 3, 2], ["tanh", "tanh", "linear"], "half_squared_error")
    new = Trainer(wider, X, Y, optimizer="adam", batch_size=5)
    new.continue_from(old)
    assert (new.update, new.epoch) == (12, 2)
    assert new.gradient is new.step is None
    assert not new.state().moments.any()
    new.run_epochs(1)
    assert new.epoch == 3
    assert new.gradient.shape == wider.parameters.shape


@pytest.mark.parametrize("before", [0, 1, 7, 64, 200])
def test_a_state_is_small_and_plain(trainer, layout, before):
    ours = trainer(**layout)
    ours.run_updates(before)
    state = ours.state()
    arrays = [state.parameters, state.moments, state.step, *([] if state.gradient is None else [state.gradient])]
    assert state.n_bytes == sum(array.nbytes for array in arrays) <= 5 * ours.network.parameters.nbytes
    assert not any(array.flags.writeable for array in arrays)
    assert [type(number) for number in state.rng] == [int] * 4
    assert all(type(getattr(state, name)) is int for name in ("first_batch", "position", "update", "epoch"))
    assert type(state.count) is type(state.carried_cost) is float


def test_a_generator_of_another_kind_is_refused(examples):
    X, Y = examples
    network = Network([2, 2], ["tanh"], "half_squared_error")
    with pytest.raises(ValueError, match="a generator of kind MT19937, expected PCG64, as default_rng gives"):
        Trainer(network, X, Y, seed=np.random.Generator(np.random.MT19937(0)))

"""The history: a point for every epoch at first, bounded memory however long it goes on."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.training.history import CAPACITY, History


def record(history: History, epoch: int, cost: float | None = None) -> None:
    history.record(
        epoch,
        train_cost=1 / (1 + epoch) if cost is None else cost,
        test_cost=None,
        penalty=0.0,
        train_accuracy=None,
        test_accuracy=None,
        gradient_norms=[float(epoch), 2.0 * epoch],
    )


def filled(epochs) -> History:
    history = History(2)
    for epoch in epochs:
        record(history, epoch)
    return history


def test_a_point_for_every_epoch_at_first():
    history = filled(range(CAPACITY))
    curves = history.curves()
    np.testing.assert_array_equal(curves.epochs, range(CAPACITY))
    np.testing.assert_array_equal(curves.train_cost, 1 / (1 + np.arange(CAPACITY)))
    np.testing.assert_array_equal(curves.gradient_norms, [np.arange(CAPACITY), 2 * np.arange(CAPACITY)])
    assert np.isnan(curves.test_cost).all()
    assert np.isnan(curves.train_accuracy).all()
    assert len(history) == CAPACITY
    assert history.stride == 1


def test_ten_million_epochs_take_no_more_room():
    history, epoch, recorded = History(2), 0, 0
    record(history, 0)
    size = history.n_bytes
    while epoch < 10_000_000:
        epoch = history.next_due(epoch)
        record(history, epoch)
        recorded += 1
        assert len(history) <= CAPACITY
        if len(history) == CAPACITY:
            size = history.n_bytes  # when it is full for the first time, and ever after
    assert history.n_bytes == size <= 8 * CAPACITY * len(history.last_point)
    assert recorded < 10_000  # and no more time
    curves = history.curves()
    assert curves.epochs[0] == 0
    assert curves.epochs[-1] == epoch
    assert set(np.diff(curves.epochs)) == {history.stride}
    assert len(history) >= CAPACITY / 2
    np.testing.assert_array_equal(curves.train_cost, 1 / (1 + curves.epochs))


def test_recording_every_single_epoch_keeps_the_same_even_points():
    history = filled(range(100_000))
    curves = history.curves()
    assert len(history) <= CAPACITY
    assert curves.epochs[-1] == 99_999
    assert set(np.diff(curves.epochs[:-1])) == {history.stride} == {128}


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=300), st.integers(1, 20))
def test_whatever_is_recorded_the_last_point_stays_and_the_others_are_even(gaps, repeat):
    epochs = np.cumsum(gaps * repeat).tolist()
    history = filled(epochs)
    curves = history.curves()
    assert len(history) == len(curves.epochs) <= CAPACITY
    assert curves.epochs[-1] == epochs[-1] == history.last_epoch
    assert (np.diff(curves.epochs) > 0).all()
    assert (curves.epochs[:-1] % history.stride == 0).all()
    np.testing.assert_array_equal(curves.train_cost, 1 / (1 + curves.epochs))


def test_only_even_epochs_can_fill_it_too():
    history = filled(range(0, 4 * CAPACITY, 2))
    assert len(history) <= CAPACITY
    assert history.last_epoch == 4 * CAPACITY - 2


def test_the_same_epoch_again_replaces_its_point():
    history = filled([0, 1, 2])
    record(history, 2, cost=7.0)
    np.testing.assert_array_equal(history.curves().train_cost, [1, 1 / 2, 7])


def test_before_the_first_point_there_is_none():
    history = History(2)
    assert history.last_epoch is None
    assert history.curves().epochs.shape == (0,)
    assert history.curves().gradient_norms.shape == (2, 0)


def test_a_point_before_the_first_update_has_no_gradient():
    history = History(2)
    history.record(
        0, train_cost=1.0, test_cost=2.0, penalty=3.0, train_accuracy=0.5, test_accuracy=0.25, gradient_norms=None
    )
    curves = history.curves()
    assert np.isnan(curves.gradient_norms).all()
    values = [curves.train_cost, curves.test_cost, curves.penalty, curves.train_accuracy, curves.test_accuracy]
    np.testing.assert_array_equal(np.concatenate(values), [1, 2, 3, 0.5, 0.25])


def test_curves_are_frozen_copies_and_made_once():
    history = filled([0, 1])
    curves = history.curves()
    assert history.curves() is curves
    for name in curves.__struct_fields__:
        with pytest.raises(ValueError, match="read-only"):
            getattr(curves, name)[..., 0] = 5.0
    record(history, 2)
    assert len(curves.epochs) == 2
    assert len(history.curves().epochs) == 3


def test_a_copy_goes_its_own_way():
    history = filled(range(1500))
    copy = history.copy()
    np.testing.assert_array_equal(copy.curves().epochs, history.curves().epochs)
    assert copy.stride == history.stride == 2
    record(history, 1500)
    record(copy, 1500, cost=9.0)
    assert history.curves().train_cost[-1] != copy.curves().train_cost[-1] == 9.0


def test_a_session_has_a_point_for_every_epoch_with_exact_scores(make_session):
    session = make_session("moons", **{"training.l2": 0.01})
    session.advance(float("inf"), until_epoch=7)
    curves, scores = session.run.history.curves(), session.run.scores()
    np.testing.assert_array_equal(curves.epochs, range(8))
    assert curves.train_cost[-1] == scores.train_cost
    assert curves.test_cost[-1] == scores.test_cost
    assert curves.penalty[-1] == scores.penalty > 0
    assert curves.train_accuracy[-1] == scores.train_accuracy
    assert curves.test_accuracy[-1] == scores.test_accuracy
    gradient = session.run.trainer.gradient
    first = session.run.network.structure.matrices(gradient)[0]
    assert curves.gradient_norms[0, -1] == pytest.approx(np.sqrt(np.square(first).sum()))
    assert np.isnan(curves.gradient_norms[:, 0]).all()


def test_the_history_of_a_long_session_is_bounded(make_session):
    session = make_session("xor_points")
    session.advance(float("inf"), until_epoch=20_000)
    curves = session.run.history.curves()
    assert len(curves.epochs) <= CAPACITY
    assert curves.epochs[0] == 0
    assert curves.epochs[-1] == 20_000

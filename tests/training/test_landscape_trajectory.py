"""The path of the training, in bounded memory."""

import numpy as np
import pytest

from playground.training import moments as module
from playground.training.commands import MoveTo, Reset, SetParameter, Undo
from playground.training.moments import CAPACITY, FEWEST, Trajectory


def recorded(epochs, size=3):
    path = Trajectory()
    for epoch in epochs:
        path.record(epoch, np.full(size, float(epoch)))
    return path


def test_every_epoch_at_first():
    path = recorded(range(10))
    assert path.epochs == tuple(range(10))
    np.testing.assert_array_equal(path.path(), np.repeat(np.arange(10.0)[:, None], 3, axis=1))


@pytest.mark.parametrize("first", [0, 3])
@pytest.mark.parametrize("count", [CAPACITY, CAPACITY + 1, 5 * CAPACITY, 5 * CAPACITY + 7])
def test_it_is_thinned_and_keeps_both_ends(first, count):
    epochs = range(first, first + count)
    path = recorded(epochs)
    assert CAPACITY / 2 <= len(path) <= CAPACITY
    assert path.epochs[0] == first
    assert path.epochs[-1] == epochs[-1]
    steps = set(np.diff(path.epochs[:-1]).tolist())
    assert steps <= {path.stride}
    np.testing.assert_array_equal(path.path()[:, 0], path.epochs)


def test_the_same_epoch_again_replaces_it():
    path = recorded([0, 1, 2])
    path.record(2, np.full(3, 9.0))
    assert path.epochs == (0, 1, 2)
    assert path.path()[-1].tolist() == [9, 9, 9]


def test_large_networks_keep_fewer_or_none():
    size = module.MOST_BYTES // 8 // (2 * FEWEST)
    path = recorded(range(300), size)
    assert FEWEST <= len(path) <= 2 * FEWEST
    assert path.n_bytes <= module.MOST_BYTES
    assert len(recorded(range(5), module.MOST_BYTES)) == 0
    assert Trajectory.capacity(np.zeros(module.MOST_BYTES)) == 0


def test_what_is_not_finite_is_no_place():
    path = recorded([0])
    path.record(1, np.array([1.0, np.nan, 0.0]))
    assert path.epochs == (0,)


def test_copies_go_their_own_way():
    path = recorded(range(4))
    other = path.copy()
    other.record(4, np.zeros(3))
    assert (len(path), len(other)) == (4, 5)
    path.restart(4, np.ones(3))
    assert (path.epochs, other.epochs) == ((4,), (0, 1, 2, 3, 4))


def test_a_run_records_its_epochs(make_session):
    session = make_session("xor")
    session.advance(float("inf"), until_epoch=7)
    trajectory = session.run.trajectory
    assert trajectory.epochs == tuple(range(8))
    np.testing.assert_array_equal(trajectory.path()[0], session.run.initial)
    np.testing.assert_array_equal(trajectory.path()[-1], session.run.network.parameters)


def test_moving_the_weights_by_hand_begins_a_new_path(make_session):
    session = make_session("xor")
    session.advance(float("inf"), until_epoch=7)
    MoveTo(np.zeros_like(session.run.network.parameters)).apply(session)
    assert session.run.trajectory.epochs == (7,)
    assert not session.run.trajectory.path().any()
    Undo().apply(session)
    assert session.run.trajectory.epochs == tuple(range(8)), "undo brings the old path back"
    SetParameter(1, 0, 0, 2.0).apply(session)
    assert session.run.trajectory.epochs == (7,)
    Reset().apply(session)
    assert session.run.trajectory.epochs == (0,)

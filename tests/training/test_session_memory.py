"""A session that is put away and taken out again goes on as if it had never stopped."""

import pytest

from playground.data import Dataset
from playground.files import Experiment, LayerSettings
from playground.training import TrainingSession
from playground.training.commands import ChangeField, PinRun
from playground.training.input_slice import InputSlice


def lived_in(make_session) -> TrainingSession:
    """A session in the middle of everything."""
    session = make_session("moons", **{"network.hidden": "[4]"})
    session.advance(float("inf"), until_epoch=6)
    PinRun("early").apply(session)
    ChangeField("network.hidden", (LayerSettings(3, "relu"), LayerSettings(2, "tanh"))).apply(session)
    session.advance(float("inf"), until_epoch=15)
    session.scrub(9)
    ChangeField("training.learning_rate", 0.1).apply(session)
    session.advance(float("inf"), until_epoch=14)
    PinRun().apply(session)
    session.set_speed_limit("epochs_5")
    session.set_timeline_budget(2**21)
    session.show_slice(InputSlice((1, 0)))
    session.step_batch()
    return session


@pytest.mark.parametrize("earlier", [False, True])
def test_it_goes_on_to_the_last_bit(make_session, state_of, earlier):
    session = lived_in(make_session)
    if earlier:
        session.scrub(4)
    other = TrainingSession.from_memory(session.memory())
    assert state_of(other) == state_of(session)
    assert other.run.seconds == session.run.seconds
    one, two = session.snapshot(), other.snapshot()
    assert two.timeline.budget == one.timeline.budget == 2**21
    assert two.timeline.n_bytes == one.timeline.n_bytes
    assert two.maps.input_slice == InputSlice((1, 0))
    assert [pin.number for pin in two.pins] == [1, 2]
    assert two.undo_labels == ()
    assert other.loop.is_limited
    assert not other.loop.running
    for each in (session, other):
        each.set_speed_limit("full")
        each.scrub(12)
        each.step_back()
        each.advance(float("inf"), until_epoch=18)
        each.load_pin(1)
        each.advance(float("inf"), until_epoch=9)
        PinRun().apply(each)
    assert state_of(other) == state_of(session)
    assert other.snapshot().pins[-1].number == 3


def test_a_memory_is_not_changed_by_what_follows(make_session, state_of):
    session = lived_in(make_session)
    before, memory = state_of(session), session.memory()
    session.advance(float("inf"), until_epoch=30)
    ChangeField("data.noise", 0.3).apply(session)
    session.pins.remove(1)
    assert state_of(TrainingSession.from_memory(memory)) == before


def test_nothing_is_read_or_drawn_again(make_session, monkeypatch):
    memory = lived_in(make_session).memory()
    monkeypatch.setattr("playground.training.training_run.prepare", None)
    assert TrainingSession.from_memory(memory).run.examples is memory.run.state.examples


def test_what_it_is_made_of_can_be_written(make_session):
    memory = lived_in(make_session).memory()
    states = [memory.run.state, *(pin.memory.state for pin in memory.pins)]
    for state in states:
        assert isinstance(state.experiment, Experiment)
        assert isinstance(state.examples.dataset, Dataset)
        history = state.history
        again = type(history).of(history.n_layers, history.points, history.stride)
        assert again.curves().same_costs(history.curves())
        path = state.trajectory
        assert type(path).of(path.epochs, path.moments, path.stride).path().tobytes() == path.path().tobytes()
    timeline = memory.run.records
    again = type(timeline).of(timeline, timeline.stride, timeline.budget)
    assert again.n_bytes == timeline.n_bytes


def test_it_can_take_the_place_of_another_session_and_that_one_come_back(make_session, state_of):
    memory = lived_in(make_session).memory()
    expected = state_of(TrainingSession.from_memory(memory))
    session = make_session("circles")
    session.start()
    session.advance(float("inf"), until_epoch=4)
    PinRun("of another session").apply(session)
    before = state_of(session)
    session.restore(memory)
    assert state_of(session) == expected
    snapshot = session.snapshot()
    assert (snapshot.running, snapshot.undo_label) == (False, "Open")
    assert (snapshot.timeline.budget, snapshot.maps.input_slice) == (2**21, InputSlice((1, 0)))
    session.undo()
    assert state_of(session) == before
    session.redo()
    assert state_of(session) == expected
    PinRun("new").apply(session)
    assert session.snapshot().pins[-1].number == 3

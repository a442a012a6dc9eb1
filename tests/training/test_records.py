"""The recorded moments: dense at first, thinned later, bounded in number and in memory."""

import dataclasses
from itertools import pairwise

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.files import override, read_preset
from playground.training import TrainingError, TrainingSession
from playground.training.commands import SetTimelineBudget
from playground.training.history import History
from playground.training.moments import OVERHEAD, Record
from playground.training.shared_bytes import SharedBytes
from playground.training.timeline.records import BUDGET, CAPACITY, FEWEST, Records

PER_EPOCH = 4


def template() -> Record:
    return TrainingSession(read_preset("xor_points")).timeline.records[0]


FIRST = template()


def at(epoch: int, batch: int = 0, **values: object) -> Record:
    state = dataclasses.replace(FIRST.state, epoch=epoch, update=epoch * PER_EPOCH + batch)
    return msgspec.structs.replace(FIRST, state=state, **{"begins": False, **values})


def filled(records, budget: int = BUDGET) -> Records:
    timeline = Records(budget)
    for record in records:
        timeline.add(record)
    return timeline


def epochs_of(timeline: Records) -> list[int]:
    return [record.epoch for record in timeline]


def honest_bytes(timeline: Records) -> int:
    """The memory of everything the records hold, each array once, but for the examples in use."""
    counted = SharedBytes()
    for record in timeline:
        state = record.state
        counted.add((state.parameters, state.moments, state.step, record.point, record.initial, record.examples))
        counted.add(() if state.gradient is None else (state.gradient,))
        counted.add(() if record.before is None else (record.before,))
    return counted.total - timeline[-1].examples.n_bytes + OVERHEAD * len(timeline)


def test_every_epoch_at_first():
    timeline = filled(map(at, range(CAPACITY)))
    assert epochs_of(timeline) == list(range(CAPACITY))
    assert timeline.stride == 1


def test_ten_million_updates_take_no_more_memory():
    timeline, most = filled([FIRST]), 0
    sizes = []
    for epoch in range(1, 10_000_000 // PER_EPOCH):
        if epoch % timeline.stride == 0:  # as the history asks for
            timeline.add(at(epoch))
            most = max(most, len(timeline))
            sizes.append(timeline.n_bytes)
    assert most <= CAPACITY
    assert timeline[0].epoch == 0
    assert max(sizes) <= CAPACITY * (FIRST.n_bytes + 1) + FIRST.initial.nbytes
    assert set(np.diff(epochs_of(timeline)).tolist()) == {timeline.stride}
    assert len(sizes) < 15_000


@pytest.mark.parametrize("budget", [2**20, 3 * 2**20])
def test_a_real_run_stays_within_its_budget(budget):
    session = TrainingSession(override(read_preset("spirals"), ["data.samples=20", "network.hidden=[30,30]"]))
    session.set_timeline_budget(budget)
    session.advance(float("inf"), until_epoch=400)
    recorded = session.snapshot().timeline
    assert budget / 3 < recorded.n_bytes <= budget
    assert recorded.budget == budget
    assert recorded.stride > 1
    assert recorded.epochs[0] == 0
    assert recorded.epochs[-1] == 400
    assert set(np.diff(recorded.epochs[:-1])) == {recorded.stride}


def test_its_memory_is_counted_honestly():
    session = TrainingSession(read_preset("moons"))
    session.advance(float("inf"), until_epoch=10)
    for change in ("data.noise=0.3", "network.hidden=[8]", "training.cost=huber", "training.l2=0.1"):
        session.change(override(session.experiment, [change]))
        session.advance(float("inf"), until_epoch=session.epoch + 3)
    timeline = session.timeline.records
    held = {id(record.examples): record.examples.n_bytes for record in timeline}
    assert len(held) == 2
    shared = {id(record.initial): record.initial.nbytes for record in timeline}
    own = sum(record.n_bytes for record in timeline)
    assert timeline.n_bytes == own + sum(shared.values()) + sum(held.values()) - session.run.examples.n_bytes
    # Arrays of a trainer's state that a change left alone are shared by nothing here.
    assert timeline.n_bytes >= honest_bytes(timeline) > 0.9 * timeline.n_bytes


@pytest.mark.parametrize("n_bytes", [0, 2**20 - 1, 2**33 + 1])
def test_a_budget_out_of_bounds_is_refused(make_session, n_bytes):
    session = make_session()
    with pytest.raises(TrainingError, match=r"^a timeline of .* MiB, expected 1 to 8192 MiB$"):
        SetTimelineBudget(n_bytes).apply(session)
    assert session.snapshot().timeline.budget == BUDGET


def test_a_smaller_budget_takes_effect_at_once_and_stays_after_undo(make_session):
    session = make_session("spirals", **{"network.hidden": "[40,40]", "data.samples": 40})
    session.start()
    session.advance(float("inf"), until_epoch=100)
    before = session.snapshot().timeline
    SetTimelineBudget(2**20).apply(session)
    after = session.snapshot().timeline
    assert after.n_bytes <= 2**20 < before.n_bytes
    assert set(after.epochs) < set(before.epochs)
    session.undo()
    session.redo()
    assert session.snapshot().timeline.n_bytes <= 2**20


def test_a_network_larger_than_its_budget_keeps_the_least():
    timeline = filled(map(at, range(100)), budget=1)
    assert len(timeline) == FEWEST
    assert (timeline[0].epoch, timeline[-1].epoch) == (0, 99)


def test_a_passing_record_gives_way():
    timeline = filled([at(0), at(1), at(1, 2, passing=True), at(2), at(2, 1, passing=True, begins=True), at(3)])
    assert [record.update for record in timeline] == [0, 4, 8, 9, 12]


def test_a_record_of_an_uneven_epoch_gives_way():
    timeline = filled(map(at, range(CAPACITY + 1)))
    assert timeline.stride == 2
    timeline.add(at(1001))
    timeline.add(at(1002))
    assert epochs_of(timeline)[-3:] == [998, 1000, 1002]


def test_the_same_update_again_takes_its_place_and_keeps_what_led_there():
    before, later = History(1), History(2)
    timeline = filled([at(0), at(3, begins=True, before=before, moved=True), at(3, before=later, begins=True)])
    last = timeline[-1]
    assert len(timeline) == 2
    assert (last.begins, last.moved, last.before, last.gap) == (True, True, before, False)


def test_changes_stay_longer_than_epochs():
    changed = [at(epoch, begins=epoch % 100 == 0) for epoch in range(5 * CAPACITY)]
    timeline = filled(changed)
    assert [record.epoch for record in timeline if record.begins] == list(range(0, 5 * CAPACITY, 100))
    assert not any(record.gap for record in timeline)


def test_changes_without_end_are_forgotten_and_known_to_be():
    timeline = filled(at(epoch, begins=True) for epoch in range(3 * CAPACITY))
    assert len(timeline) <= CAPACITY
    assert epochs_of(timeline)[0] == 0
    assert epochs_of(timeline)[-1] == 3 * CAPACITY - 1
    for one, other in pairwise(timeline):
        assert other.gap == (other.epoch - one.epoch > 1)


history_or_none = st.sampled_from([None, History(1), History(2)])
steps = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.booleans(), st.booleans(), history_or_none), max_size=120
)


@given(steps, st.integers(4, 20), st.sampled_from([1, 4 * FIRST.n_bytes, 9 * FIRST.n_bytes, BUDGET]))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_whatever_is_recorded(steps, capacity, budget):
    timeline, epoch, batch = Records(budget), 0, 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("playground.training.timeline.records.CAPACITY", capacity)
        timeline.add(at(0, begins=True))
        changes = [(0, None)]
        for epochs, batches, begins, passing, before in steps:
            epoch, batch = epoch + epochs, min(PER_EPOCH - 1, (0 if epochs else batch) + batches)
            new = at(epoch, batch, begins=begins, passing=passing and not begins, before=before if begins else None)
            timeline.add(new)
            if begins:
                changes.append((new.update, before))
            updates = [record.update for record in timeline]
            assert updates == sorted(set(updates))
            assert len(updates) <= max(capacity, FEWEST)
            assert timeline.n_bytes <= budget or len(updates) <= FEWEST
            assert updates[0] == 0
            assert updates[-1] == new.update
            assert timeline[-1].state.parameters is new.state.parameters
            # Between two records lie only changes that the second one knows of.
            for one, other in pairwise(timeline):
                between = [update for update, _ in changes if one.update < update < other.update]
                assert other.gap or not between
                known = [each for update, each in changes if one.update < update <= other.update]
                histories = [each for each in known if each is not None]
                assert other.before is (histories[0] if histories else None)
        assert timeline.n_bytes == Records.of(timeline, timeline.stride).n_bytes


def test_a_copy_is_independent_and_shares_the_records():
    timeline = filled(map(at, range(10)))
    other = timeline.copy()
    timeline.cut(5 * PER_EPOCH)
    other.add(at(10))
    assert epochs_of(timeline) == list(range(6))
    assert epochs_of(other) == list(range(11))
    assert all(one is two for one, two in zip(timeline, other, strict=False))
    assert timeline.n_bytes == filled(map(at, range(6))).n_bytes


@pytest.mark.parametrize(("epoch", "found"), [(-5, 0), (0, 0), (4, 0), (5, 10), (9, 10), (11, 10), (99, 30)])
def test_the_nearest_record(epoch, found):
    timeline = filled([at(0), at(10), at(20), at(30)])
    assert timeline[timeline.nearest(epoch)].epoch == found


def test_of_records_of_one_epoch_the_last_is_nearest():
    timeline = filled([at(0), at(1), at(1, 1, begins=True), at(1, 3, begins=True), at(2)])
    assert timeline[timeline.nearest(1)].update == PER_EPOCH + 3


def test_what_the_outside_sees_is_the_same_until_it_changes():
    timeline = filled(map(at, range(3)))
    seen = timeline.recorded(None)
    assert timeline.recorded(None) is seen
    assert seen.epochs.tolist() == [0, 1, 2]
    assert seen.updates.tolist() == [0, 4, 8]
    assert not seen.epochs.flags.writeable
    assert timeline.recorded(1) is not seen
    timeline.add(at(3))
    assert timeline.recorded(None).epochs.tolist() == [0, 1, 2, 3]

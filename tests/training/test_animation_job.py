from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.training.animation import FRAMES, chosen, frames_for, spread
from playground.training.animation_job import AnimationJob
from playground.training.commands.files import present_moment
from playground.training.input_slice import InputSlice
from playground.training.queries.predictions import Predictions


def finished(job):
    while not job.advance(0):
        pass
    return job.result


def moments(session, *epochs):
    found = []
    for epoch in epochs:
        session.advance(10, until_epoch=epoch)
        found.append((present_moment(session), session.snapshot()))
    return found


@pytest.mark.parametrize("preset", ["circles", "sine", "three_spirals"])
def test_frames_are_what_the_session_showed_then(make_session, preset):
    session = make_session(preset)
    then = moments(session, 0, 2, 7)
    session.advance(10, until_epoch=9)
    animation = finished(AnimationJob(3, [moment for moment, _ in then], session.snapshot()))
    assert (animation.number, animation.wanted, animation.complete, animation.progress) == (3, 3, True, 1.0)
    for frame, (_, seen) in zip(animation.frames, then, strict=True):
        assert (frame.epoch, frame.update) == (seen.epoch, seen.update)
        assert frame.train_cost == seen.train_cost
        assert frame.test_accuracy == seen.test_accuracy
        for mine, theirs in zip(
            (*frame.W, *frame.b, *frame.maps.units), (*seen.W, *seen.b, *seen.maps.units), strict=True
        ):
            np.testing.assert_array_equal(mine, theirs)
            assert not mine.flags.writeable
        assert frame.dW is None
        assert frame.experiment == seen.experiment


def test_frames_come_one_by_one_and_the_session_is_left_alone(make_session, state_of):
    session = make_session("circles")
    then = [moment for moment, _ in moments(session, 0, 1, 2)]
    before = state_of(session)
    job = AnimationJob(1, then, session.snapshot())
    assert (job.result.frames, job.result.wanted, job.result.progress) == ((), 3, 0.0)
    counts, over = [], False
    while not over:
        over = job.advance(0)
        counts.append(len(job.result.frames))
    assert counts == [1, 2, 3]
    assert state_of(session) == before


def test_a_network_that_was_changed_on_the_way(make_session, make_experiment):
    session = make_session("circles")
    then = moments(session, 2)
    session.change(make_experiment("circles", **{"network.hidden": "[3,5]"}))
    then += moments(session, 4)
    animation = finished(AnimationJob(1, [moment for moment, _ in then], session.snapshot()))
    assert [frame.problem_info.sizes for frame in animation.frames] == [seen.problem_info.sizes for _, seen in then]
    np.testing.assert_array_equal(animation.frames[0].maps.units[-1], then[0][1].maps.units[-1])


def test_queries_and_plane(make_session):
    session = make_session("three_spirals")
    session.show_slice(InputSlice((1, 0)))
    then = moments(session, 0, 5)
    query = Predictions(limit=None)
    animation = finished(AnimationJob(1, [moment for moment, _ in then], session.snapshot(), {query}))
    for frame in animation.frames:
        assert frame.maps.input_slice == InputSlice((1, 0))
        correct = frame.answers[query].train.correct
        assert correct.mean() == frame.train_accuracy


def test_no_moments(make_session):
    job = AnimationJob(0, (), make_session("xor").snapshot())
    assert job.result is not None
    assert job.advance(0)
    assert job.result.complete


@pytest.mark.parametrize("epochs", [1, 5, 39, 40, 300, 100_000])
def test_spread(epochs):
    found = spread(epochs, 40)
    assert found[0] == 0
    assert found[-1] == epochs
    assert len(found) == min(epochs + 1, 40)
    assert found == sorted(set(found))


@given(
    epochs=st.lists(st.integers(0, 10_000), min_size=1, max_size=200).map(sorted),
    count=st.integers(1, 60),
)
def test_chosen(epochs, count):
    found = chosen(epochs, count)
    assert 1 <= len(found) <= count
    assert found == sorted(set(found))
    assert found[-1] == len(epochs) - 1
    assert set(found) <= set(range(len(epochs)))


def test_memory_is_bounded():
    @dataclass
    class Part:
        nbytes: int

    small, large, huge = (
        SimpleNamespace(W=(Part(size),), b=(), maps=None) for size in (1000, 10_000_000, 10_000_000_000)
    )
    assert [frames_for(each) for each in (small, large, huge)] == [FRAMES, 12, 2]

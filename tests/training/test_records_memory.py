"""The memory of the timeline stays within its bounds however long training goes on, and is what it says it is."""

import gc
import math
import tracemalloc

import pytest

from playground.training.commands import Scrub, SetTimelineBudget, StepBack
from playground.training.timeline.records import BUDGET, BUDGETS, CAPACITY

pytestmark = pytest.mark.slow

MEBIBYTE = 2**20
LONG = {"network.hidden": "[4,2]", "data.samples": 20, "training.batch_size": 10, "training.optimizer": "sgd"}
"""One update an epoch: the most records there can be for the updates."""
WIDE = {"network.hidden": "[64,64]", "data.samples": 40, "training.batch_size": 20, "training.optimizer": "adam"}
"""A hundred kilobytes a record."""


def train_to(session, epoch):
    session.advance(math.inf, until_epoch=epoch)


@pytest.fixture
def traced():
    """The bytes that Python and numpy hold now."""
    tracemalloc.start()
    yield lambda: tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()


def test_a_long_training_takes_no_more_than_a_short_one(make_session, traced):
    session = make_session(**LONG)
    said, taken = [], []
    for epoch in (1_000, 2_000, 4_000, 8_000):  # each as far from the last thinning as the others
        train_to(session, epoch)
        recorded = session.snapshot().timeline
        assert len(recorded.epochs) <= CAPACITY
        assert recorded.n_bytes <= BUDGET
        said.append(recorded.n_bytes)
        gc.collect()
        taken.append(traced())
    assert said[1] == said[2] == said[3]
    # The trainer keeps the costs of the last epochs, some bytes each; a record takes thousands.
    assert taken[-1] - taken[1] < 6_000 * 64


@pytest.mark.parametrize("budget", [BUDGETS[0], 3 * MEBIBYTE])
def test_the_budget_is_kept_at_every_record(make_session, budget):
    session = make_session(**WIDE)
    session.timeline.records.budget = budget
    for epoch in range(5, 400, 5):
        train_to(session, epoch)
        assert session.timeline.records.n_bytes <= budget
    recorded = session.snapshot().timeline
    assert recorded.n_bytes > budget / 4  # what may be used is used
    assert recorded.stride > 1


def test_what_it_says_it_takes_is_what_it_takes(make_session, traced):
    session = make_session(**WIDE)
    train_to(session, 3)
    bytes_before, said_before = traced(), session.timeline.records.n_bytes
    train_to(session, 63)
    taken, said = traced() - bytes_before, session.timeline.records.n_bytes - said_before
    assert said > 3 * MEBIBYTE
    assert taken == pytest.approx(said, rel=0.25)


def test_a_smaller_budget_gives_memory_back(make_session, traced):
    session = make_session(**WIDE)
    train_to(session, 120)
    full, said = traced(), session.timeline.records.n_bytes
    SetTimelineBudget(MEBIBYTE).apply(session)
    assert session.timeline.records.n_bytes <= MEBIBYTE
    assert full - traced() > 0.7 * (said - MEBIBYTE)


def test_a_moment_is_gone_back_to_from_a_full_timeline(make_session):
    session = make_session(**WIDE)
    SetTimelineBudget(MEBIBYTE).apply(session)
    train_to(session, 300)
    end = session.run.network.parameters.copy()
    for epoch in (0, 150, 299):
        Scrub(epoch).apply(session)
        assert abs(session.epoch - epoch) <= session.timeline.records.stride
        assert session.timeline.records.n_bytes <= MEBIBYTE
    Scrub(300).apply(session)
    assert (session.run.network.parameters == end).all()
    StepBack().apply(session)
    while session.jobs.busy:
        session.jobs.advance(1.0)
    session.step_batch()
    assert (session.run.network.parameters == end).all()


def test_branches_and_changes_stay_within_the_budget(make_session):
    session = make_session(**WIDE)
    SetTimelineBudget(MEBIBYTE).apply(session)
    for number in range(60):
        train_to(session, session.epoch + 3)
        session.set_parameter(1, 0, 0, number / 10)
        if number % 3 == 2:
            Scrub(session.epoch // 2).apply(session)
            train_to(session, session.epoch + 1)
        assert session.timeline.records.n_bytes <= MEBIBYTE

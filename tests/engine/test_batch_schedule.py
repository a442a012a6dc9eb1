"""The plan of blocks: every example once in each epoch, whatever the sizes."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.engine.batch_schedule import BLOCK_BYTES, MAXIMUM_BATCHES, BatchPlan

PLANS = {
    "n_examples": st.integers(1, 3000),
    "batch_size": st.integers(1, 4000),
    "bytes_per_example": st.sampled_from([8, 24, 520, 6280, BLOCK_BYTES // 7, 2 * BLOCK_BYTES]),
}


def blocks_of_one_round(plan):
    """Yield (first batch, bounds) of the blocks of an epoch, or the one block of several epochs."""
    first = 0
    while True:
        bounds = plan.batch_bounds(first)
        yield first, bounds
        first += len(bounds)
        if first >= plan.batches_per_epoch:
            return


@given(**PLANS)
@settings(max_examples=150, deadline=None)
def test_every_example_is_in_exactly_one_batch_of_each_epoch(n_examples, batch_size, bytes_per_example):
    plan = BatchPlan.of(n_examples, batch_size, bytes_per_example)
    sizes = []
    for first, bounds in blocks_of_one_round(plan):
        assert len(bounds) == plan.block_length(first) <= plan.batches_per_block
        assert bounds[0][0] == 0
        assert all(previous[1] == following[0] for previous, following in pairwise(bounds))
        assert bounds[-1][1] <= plan.block_rows(0)
        sizes += [stop - start for start, stop in bounds]
    epochs = max(1, plan.epochs_per_block)
    assert len(sizes) == epochs * plan.batches_per_epoch
    full = min(batch_size, n_examples)
    for epoch in range(epochs):
        of_epoch = sizes[epoch * plan.batches_per_epoch : (epoch + 1) * plan.batches_per_epoch]
        assert sum(of_epoch) == n_examples
        assert all(size == full for size in of_epoch[:-1])
        assert 0 < of_epoch[-1] <= full


@given(**PLANS)
@settings(max_examples=150, deadline=None)
def test_a_block_keeps_within_its_limits_unless_one_batch_is_larger(n_examples, batch_size, bytes_per_example):
    plan = BatchPlan.of(n_examples, batch_size, bytes_per_example)
    assert 1 <= plan.batches_per_block <= MAXIMUM_BATCHES
    assert plan.batches_per_block == 1 or plan.block_rows(0) * bytes_per_example <= BLOCK_BYTES


@pytest.mark.parametrize(
    ("n_examples", "batch_size", "epochs", "batches"),
    [(250, 10, 2, 50), (4, 4, 64, 64), (5, 10, 64, 64), (250, 30, 7, 63), (100, 1, 1, 100), (5000, 1, 0, 512)],
)
def test_short_epochs_share_a_block_and_long_ones_are_divided(n_examples, batch_size, epochs, batches):
    plan = BatchPlan.of(n_examples, batch_size, 24)
    assert (plan.epochs_per_block, plan.batches_per_block) == (epochs, batches)


def test_the_last_batch_is_shorter_and_nothing_carries_over():
    plan = BatchPlan.of(7, 3, 24)
    assert plan.batches_per_epoch == 3
    assert plan.batch_bounds(0)[:6] == [(0, 3), (3, 6), (6, 7), (7, 10), (10, 13), (13, 14)]


@pytest.mark.parametrize(("n_examples", "batch_size"), [(250, 10), (250, 30), (4, 4), (1797, 32), (60_001, 10)])
def test_the_examples_of_a_block_are_known_without_its_batches(n_examples, batch_size):
    plan, first = BatchPlan.of(n_examples, batch_size, 24), 0
    while first < plan.batches_per_epoch:
        assert plan.block_rows(first) == plan.batch_bounds(first)[-1][1]
        first += plan.block_length(first)

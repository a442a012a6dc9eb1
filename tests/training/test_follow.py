"""A weight followed: what its paths come to is the engine's gradient, and the slope of the cost itself."""

import numpy as np
import pytest

from playground.engine import ACTIVATIONS, allowed_costs
from playground.training.errors import TrainingError
from playground.training.walkthrough.follow import MOST_LISTED, FollowWeight, follow
from playground.training.walkthrough.one_update import OneUpdate

PAIRS = [(output, cost) for output in ACTIVATIONS for cost in allowed_costs(output)]
HIDDEN = [name for name, record in ACTIVATIONS.items() if not record.output_only]
STEP = 1e-6


def added(followed):
    return sum(path.product for path in followed.paths) + followed.rest


def weights_of(network):
    for layer, W in enumerate(network.W, start=1):
        yield from ((layer, row, column) for row, column in np.ndindex(W.shape))


def assert_followed(session, example=0):
    """Every weight of the next update, against `backpropagate` of that example alone and against the cost itself."""
    update = OneUpdate(session.run, None)
    walk, network = update.walkthrough(0), session.run.network
    X, Y = update.X[:, example : example + 1], update.Y[:, example : example + 1]
    alone, together = network.backpropagate(X, Y), network.backpropagate(update.X, update.Y)
    for layer, row, column in weights_of(network):
        followed = follow(walk, (layer, row, column), example)
        true = alone.W[layer - 1][row, column]
        assert added(followed) == pytest.approx(true, rel=1e-9, abs=1e-12)
        assert followed.of_example == pytest.approx(true, rel=1e-9, abs=1e-12)
        assert followed.gradient == pytest.approx(together.W[layer - 1][row, column], rel=1e-12, abs=1e-15)
        W = network.W[layer - 1]
        before = W[row, column]
        costs = []
        for step in (STEP, -STEP):
            W[row, column] = before + step
            costs.append(network.cost(X, Y))
        W[row, column] = before
        assert added(followed) == pytest.approx((costs[0] - costs[1]) / (2 * STEP), rel=1e-4, abs=1e-6)
        for path in followed.paths:
            for factor in path.factors:
                assert factor.value == walk.arrays[factor.cell[0]][factor.cell[1:]]
        assert followed.before == before
        assert followed.after == update.after.W[layer - 1][row, column]
        assert sum(term.value for term in followed.update.terms) == pytest.approx(followed.after)


@pytest.mark.parametrize(("output", "cost"), PAIRS)
def test_every_cost_with_every_output(make_session, output, cost):
    changes = {"network.output_activation": output, "training.cost": cost, "network.hidden": "[3]"}
    assert_followed(make_session("blobs", **changes, **{"network.dtype": "float64"}), example=1)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_every_hidden_activation(make_session, hidden):
    chosen = {f"network.hidden[{layer}].activation": hidden for layer in (0, 1)}
    session = make_session("circles", **{"network.hidden": "[2,3]", "network.dtype": "float64"}, **chosen)
    assert session.run.network.activations[:2] == (hidden, hidden)
    assert_followed(session)


def test_few_paths_are_written_each_and_many_are_gathered(make_session):
    session = make_session("three_spirals", **{"network.hidden": "[2,2]"})
    walk = OneUpdate(session.run, None).walkthrough(0, forms=False)
    followed = follow(walk, (1, 1, 0))
    assert followed.count == 6
    assert not followed.is_gathered
    assert [path.units for path in followed.paths] == [(1, unit, out) for unit in range(2) for out in range(3)]
    session = make_session("circles", **{"network.hidden": "[9,9,9]"})
    walk = OneUpdate(session.run, None).walkthrough(0, forms=False)
    followed = follow(walk, (1, 1, 0))
    assert (followed.count, followed.is_gathered, len(followed.paths), followed.left_out) == (81, True, MOST_LISTED, 1)
    assert {path.factors[-1].cell[0] for path in followed.paths} == {("dZ", 2)}
    assert added(followed) == pytest.approx(followed.of_example, rel=1e-5)
    left = min(abs(path.product) for path in followed.paths)
    assert abs(followed.rest) <= left


def test_it_is_answered_for_the_update_that_comes_next_and_refused_where_there_is_no_such_weight(make_session):
    session = make_session("circles", **{"training.batch_size": 10})
    query = FollowWeight((1, 0, 1), example=99)
    session.observer.queries.ask([query])
    for _ in range(3):
        followed = session.snapshot().answers[query]
        assert followed.walk.update == session.snapshot().update
        assert followed.example == followed.walk.m - 1 == 9
        session.step_batch()
        assert session.snapshot().dW[0][0, 1] == pytest.approx(followed.gradient)
        assert session.snapshot().W[0][0, 1] == followed.after
    alone = FollowWeight((1, 0, 1), of=3)
    session.observer.queries.ask([alone])
    assert session.snapshot().answers[alone].walk.example == 3
    for wrong in (FollowWeight((9, 0, 0)), FollowWeight((1, 99, 0)), FollowWeight((1, 0, 0), of=10**6)):
        with pytest.raises(TrainingError):
            wrong.prepare(session.run)
    with pytest.raises(IndexError):
        follow(followed.walk, (1, 0, 0), 10)
    with pytest.raises(IndexError):
        follow(followed.walk, (0, 0, 0))


@pytest.mark.parametrize("setting", [{"training.dropout": 0.3}, {"training.clip_norm": 0.01}, {"training.l1": 0.01}])
def test_masks_clipping_and_penalties(make_session, setting):
    session = make_session("three_spirals", **{"network.hidden": "[4,4]"}, **setting)
    walk = OneUpdate(session.run, None).walkthrough(0, forms=False)
    for weight in weights_of(session.run.network):
        for example in range(3):
            followed = follow(walk, weight, example)
            assert added(followed) == pytest.approx(followed.of_example, rel=1e-5, abs=1e-8)
        assert sum(term.value for term in followed.update.terms) == pytest.approx(followed.after, rel=1e-5)

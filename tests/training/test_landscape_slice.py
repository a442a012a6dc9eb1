"""The cost against one weight: worked example 5 on the student's own network."""

import json
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.training import TrainingError
from playground.training.commands import CancelJob, StartSlice
from playground.training.landscape import SliceJob
from playground.training.landscape.geometry import local_minima, plain_half, scan_points, sensible_range, vertex

SINE_NEURON = {"network.hidden": json.dumps([{"units": 1, "activation": "sin"}])}


def finished(job):
    while not job.advance(1.0):
        pass
    return job.result


@pytest.fixture
def run(make_session):
    session = make_session("circles")
    session.advance(float("inf"), until_epoch=5)
    return session.run


def cost_with(run, place, value):
    layer, row, column = place
    matrix = run.network.matrices[layer - 1]
    before, matrix[row, column] = matrix[row, column].copy(), value
    cost = run.network.cost(run.examples.train.F, run.examples.train.Y)
    matrix[row, column] = before
    return cost


@pytest.mark.parametrize("place", [(1, 0, 0), (1, 3, 1), (1, 2, 2), (2, 0, 3)])
def test_the_costs_are_those_of_real_networks(run, place):
    found = finished(SliceJob(run, *place))
    assert found.place == place
    assert len(found.values) >= 201
    assert (np.diff(found.values) > 0).all()
    chosen = np.r_[0 : len(found.values) : 23, len(found.values) - 1]
    expected = [cost_with(run, place, value) for value in found.values[chosen]]
    np.testing.assert_allclose(found.costs[chosen], expected, rtol=1e-11)


@pytest.mark.parametrize("place", [(1, 0, 0), (1, 2, 2), (2, 0, 3), (2, 0, 4)])
def test_the_tangent_is_the_backpropagated_gradient(run, place):
    layer, row, column = place
    found = finished(SliceJob(run, *place))
    gradients = run.network.backpropagate(run.examples.train.F, run.examples.train.Y)
    matrix = np.hstack([gradients.W[layer - 1], gradients.b[layer - 1]])
    assert found.gradient == pytest.approx(matrix[row, column], rel=1e-12)
    step = 1e-5
    slope = (cost_with(run, place, found.at + step) - cost_with(run, place, found.at - step)) / (2 * step)
    assert found.gradient == pytest.approx(slope, rel=1e-5, abs=1e-9)
    assert found.at == run.network.matrices[layer - 1][row, column]
    assert found.at in found.values
    assert found.cost_at == pytest.approx(run.train_cost(), rel=1e-12)


def test_the_gradient_of_many_examples_is_summed_in_passes(run, monkeypatch):
    whole = finished(SliceJob(run, 1, 0, 0)).gradient
    monkeypatch.setattr("playground.training.landscape.field.GRADIENT_ELEMENTS", 64)
    assert finished(SliceJob(run, 1, 0, 0)).gradient == pytest.approx(whole, rel=1e-10)


def test_the_next_step_goes_against_the_slope(run):
    found = finished(SliceJob(run, 1, 0, 0))
    assert found.learning_rate == run.experiment.training.learning_rate
    assert found.step == pytest.approx(found.at - found.learning_rate * found.gradient, rel=1e-12)
    assert found.cost_at_step == pytest.approx(cost_with(run, (1, 0, 0), found.step), rel=1e-11)
    assert found.cost_at_step < found.cost_at


def test_penalties_stand_beside_the_cost(make_session):
    run = make_session("circles", **{"training.l2": 0.1, "training.l1": 0.01}).run
    found = finished(SliceJob(run, 1, 1, 0))
    assert found.penalty_at == pytest.approx(run.trainer.penalty())
    plain = finished(SliceJob(make_session("circles").run, 1, 1, 0))
    assert found.cost_at == plain.cost_at
    assert found.gradient == plain.gradient
    slope = found.gradient + 0.1 * found.at + 0.01 * np.sign(found.at)
    assert found.used == pytest.approx(slope, rel=1e-14)
    assert plain.used is None
    assert found.step == pytest.approx(found.at - found.learning_rate * slope)
    index = 17
    run.network.W[0][1, 0] = found.values[index]
    assert found.penalties[index] == pytest.approx(run.trainer.penalty(), rel=1e-10)
    bias = finished(SliceJob(run, 1, 1, 2))
    assert (bias.penalties == bias.penalty_at).all()
    assert bias.used is None
    assert bias.step == pytest.approx(bias.at - bias.learning_rate * bias.gradient)


def test_local_minima_are_seen_and_marked(make_session):
    """Example 5: the frequency of a sine neuron has many local minima, and a step leads into the nearest only."""
    run = make_session("sine", **SINE_NEURON).run
    found = finished(SliceJob(run, 1, 0, 0))
    assert len(found.minima) >= 2
    lowest, highest = found.costs.min(), found.costs.max()
    for minimum in found.minima:
        assert found.values[0] < minimum < found.values[-1]
        here, left, right = (cost_with(run, (1, 0, 0), minimum + aside) for aside in (0.0, -0.05, 0.05))
        assert here < left
        assert here < right
        slope = (cost_with(run, (1, 0, 0), minimum + 1e-4) - cost_with(run, (1, 0, 0), minimum - 1e-4)) / 2e-4
        assert abs(slope) < 1e-3 * (highest - lowest)
    costs = [cost_with(run, (1, 0, 0), minimum) for minimum in found.minima]
    assert max(costs) > min(costs) + 0.01 * (highest - lowest), "they are minima of different depth"


@pytest.mark.parametrize("middle", [-7.0, 0.0, 5.0])
def test_the_range_is_widened_until_a_minimum_is_well_inside(middle):
    values = scan_points(0.5, 129)
    low, high = sensible_range(0.5, values, (values - middle) ** 2)
    assert low <= min(0.5 - 2, middle - 0.75)
    assert high >= max(0.5 + 2, middle + 0.75)
    assert high - low <= 2 * plain_half(0.5) + abs(middle - 0.5) + 2


def test_of_very_many_minima_the_deepest_decides_how_wide_the_range_is():
    values = scan_points(0.0, 129)
    low, high = sensible_range(0.0, values, np.sin(8 * values) + 0.3 * (values - 3) ** 2)
    assert low == -2
    assert 3 < high < 6


@pytest.mark.parametrize("place", [(0, 0, 0), (3, 0, 0), (1, 99, 0), (1, 0, 3), (1, -1, 0), (1, 0, -1)])
def test_a_weight_that_is_not_there_is_refused(run, place):
    with pytest.raises(TrainingError, match=r"there is no (layer|W\[1\]|b\[1\]).* expected"):
        SliceJob(run, *place)


def test_training_may_go_on_meanwhile(run):
    expected = finished(SliceJob(run, 1, 0, 0))
    job = SliceJob(run, 1, 0, 0)
    while not job.advance(0.0):
        run.trainer.run_updates(1)
    np.testing.assert_array_equal(job.result.values, expected.values)
    np.testing.assert_array_equal(job.result.costs, expected.costs)
    assert job.result.minima == expected.minima


def test_it_comes_from_coarse_to_fine_and_no_cost_changes(run):
    job, seen = SliceJob(run, 1, 0, 0), []
    assert job.result is None
    while not job.advance(0.0):
        if job.result is not None and (not seen or job.result is not seen[-1]):
            seen.append(job.result)
    seen.append(job.result)
    assert len(seen) > 2
    assert [each.progress for each in seen] == sorted(each.progress for each in seen)
    assert seen[-1].progress == 1
    for before, after in pairwise(seen):
        known = dict(zip(after.values.tolist(), after.costs.tolist(), strict=True))
        assert all(known[value] == cost for value, cost in zip(before.values, before.costs, strict=True))
    for array in (seen[-1].values, seen[-1].costs, seen[-1].parameters):
        assert not array.flags.writeable


def test_through_a_session(make_session):
    session = make_session("xor")
    StartSlice(1, 0, 0).apply(session)
    while session.jobs.advance(0.01):
        pass
    first = session.snapshot().cost_slice
    assert first.progress == 1
    assert session.snapshot().cost_slice is first
    StartSlice(2, 0, 1).apply(session)
    CancelJob("slice").apply(session)
    assert not session.jobs.advance(0.01)
    assert session.snapshot().cost_slice is first, "what there was stays"
    with pytest.raises(TrainingError):
        StartSlice(9, 0, 0).apply(session)


def test_weights_that_explode_leave_a_slice_with_infinite_costs(make_session):
    run = make_session("plane", **{"network.hidden": "[]", "network.dtype": "float32"}).run
    run.network.W[0][0, 0] = 1e30
    found = finished(SliceJob(run, 1, 0, 0))
    assert np.isinf(found.cost_at)
    assert found.progress == 1


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=60))
def test_minima_are_lower_than_what_surrounds_them(costs):
    found = local_minima(np.array(costs), 0.0)
    assert found == sorted(found)
    for index in found:
        left = next((cost for cost in costs[index::-1] if cost != costs[index]), None)
        right = next((cost for cost in costs[index:] if cost != costs[index]), None)
        assert left is not None
        assert right is not None
        assert left > costs[index] < right


def test_dips_that_are_not_deep_enough_do_not_count():
    costs = np.array([5.0, 1.0, 1.2, 0.5, 4.0, 3.9, 6.0])
    assert local_minima(costs, 0.0) == [1, 3, 5]
    assert local_minima(costs, 0.15) == [1, 3]
    assert local_minima(costs, 0.3) == [3]
    assert local_minima(np.array([1.0, 1.0, 1.0]), 0.0) == []
    assert local_minima(np.array([3.0, 1.0, 1.0, 1.0, 2.0]), 0.0) == [2]
    assert local_minima(np.array([np.inf, 1.0, np.inf]), 0.5) == [1]


@given(st.floats(-5, 5), st.floats(0.1, 10))
def test_the_vertex_of_a_parabola_is_found(middle, curvature):
    values = np.linspace(middle - 1.03, middle + 0.97, 11)
    assert vertex(values, curvature * (values - middle) ** 2) == pytest.approx(middle, abs=1e-6)


@given(st.floats(-300, 300))
def test_the_plain_range_rests_while_the_weight_moves_a_little(at):
    values = np.linspace(at - 50, at + 50, 33)
    low, high = sensible_range(at, values, np.zeros(33))
    assert low <= at - max(2, abs(at)) + 1e-9
    assert high >= at + max(2, abs(at)) - 1e-9
    assert high - low <= 3 * plain_half(at) + 1e-9

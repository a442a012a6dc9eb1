"""The cost over planes: exact everywhere it is computed, from coarse to fine."""

from itertools import pairwise

import numpy as np
import pytest

from playground.engine import Network
from playground.training import TrainingError
from playground.training.commands import CancelJob, ChangeField, MoveTo, SetParameter, StartSurface, Undo
from playground.training.landscape import SurfaceJob
from playground.training.landscape.geometry import filter_normalised, principal
from playground.training.landscape.surface_job import PLANES

WEIGHTS = ((1, 0, 0), (2, 0, 1))
KINDS = {"weights": WEIGHTS, "random": (), "trajectory": (), "steps": ()}


@pytest.fixture
def session(make_session):
    session = make_session("circles")
    session.advance(float("inf"), until_epoch=12)
    return session


@pytest.fixture
def run(session):
    return session.run


def finished(job):
    while not job.advance(1.0):
        pass
    return job.result


def cost_of(run, parameters):
    network = Network(
        run.network.sizes, run.network.activations, run.network.structure.cost, dtype=run.network.dtype.name
    )
    network.parameters[...] = parameters
    return network.cost(run.examples.train.F, run.examples.train.Y)


def test_every_kind_is_tested():
    assert set(KINDS) == set(PLANES)


@pytest.mark.parametrize("kind", KINDS)
def test_the_costs_are_those_of_real_networks(run, kind):
    surface = finished(SurfaceJob(run, kind, *KINDS[kind]))
    assert surface.costs.shape == (101, 101)
    assert surface.x.shape == surface.y.shape == (101,)
    assert np.isfinite(surface.costs).all()
    assert (surface.spacing, surface.progress, surface.refusal) == (1, 1.0, "")
    for row, column in np.random.default_rng(0).integers(101, size=(40, 2)):
        parameters = surface.parameters(surface.x[column], surface.y[row])
        assert surface.costs[row, column] == pytest.approx(cost_of(run, parameters), rel=1e-10)


@pytest.mark.parametrize("kind", KINDS)
def test_the_weights_as_they_are_lie_on_the_plane(run, kind):
    surface = finished(SurfaceJob(run, kind, *KINDS[kind]))
    x, y, distance = surface.project(run.network.parameters)
    assert (x, y) == pytest.approx(surface.here, abs=1e-9)
    assert distance < 1e-9
    np.testing.assert_allclose(surface.parameters(x, y), run.network.parameters, atol=1e-9)
    assert surface.x[0] < x < surface.x[-1]
    assert surface.y[0] < y < surface.y[-1]
    if kind != "steps":  # which shows what comes, and not what was
        assert surface.path[:, -1] == pytest.approx(surface.here, abs=1e-9)


def test_two_weights_are_the_coordinates_themselves(run):
    surface = finished(SurfaceJob(run, "weights", *WEIGHTS))
    assert surface.here == pytest.approx((run.network.W[0][0, 0], run.network.W[1][0, 1]))
    assert surface.axis_labels == ("W[1][1,1]", "W[2][1,2]")
    path = run.trajectory.path()
    np.testing.assert_allclose(surface.path[0, : len(path)], path[:, 0], atol=1e-12)
    bias = finished(SurfaceJob(run, "weights", (1, 0, 0), (1, 2, 2)))
    assert bias.axis_labels[1] == "b[1][3]"
    assert bias.here[1] == pytest.approx(run.network.b[0][2, 0])


@pytest.mark.parametrize("kind", KINDS)
def test_it_comes_from_coarse_to_fine_and_no_cost_changes(run, kind):
    job, seen, over = SurfaceJob(run, kind, *KINDS[kind]), [], False
    while not over:
        over = job.advance(0.0)
        if job.result is not None and (not seen or job.result is not seen[-1]):
            seen.append(job.result)
    assert [each.spacing for each in seen if each.spacing] == sorted(
        (each.spacing for each in seen if each.spacing), reverse=True
    )
    assert {each.spacing for each in seen} >= {0, 8, 4, 2, 1}
    assert [each.progress for each in seen] == sorted(each.progress for each in seen)
    for before, after in pairwise(seen):
        known = ~np.isnan(before.costs)
        np.testing.assert_array_equal(before.costs[known], after.costs[known])
        assert not before.costs.flags.writeable
    for each in seen:
        if each.spacing:
            assert not np.isnan(each.costs[:: each.spacing, :: each.spacing]).any()
    assert np.isnan(seen[0].costs).all(), "not computed yet is never zero"


@pytest.mark.parametrize(("side", "spacing"), [(13, 8), (26, 4), (51, 2), (101, 1), (1, 8)])
def test_a_coarse_one_is_done_sooner(run, side, spacing):
    surface = finished(SurfaceJob(run, "random", side=side))
    assert (surface.spacing, surface.progress) == (spacing, 1.0)
    assert np.count_nonzero(~np.isnan(surface.costs)) == ((101 - 1) // spacing + 1) ** 2


def test_training_may_go_on_meanwhile(run):
    expected = finished(SurfaceJob(run, "random", side=26))
    job = SurfaceJob(run, "random", side=26)
    while not job.advance(0.0):
        run.trainer.run_updates(1)
    np.testing.assert_array_equal(job.result.costs, expected.costs)


@pytest.mark.parametrize(
    ("kind", "places"),
    [
        ("elsewhere", ()),
        ("weights", ()),
        ("weights", ((1, 0, 0), None)),
        ("weights", ((1, 0, 0), (1, 0, 0))),
        ("weights", ((1, 0, 0), (1, 0, 7))),
        ("weights", ((7, 0, 0), (1, 0, 1))),
    ],
)
def test_what_makes_no_plane_is_refused(run, kind, places):
    with pytest.raises(TrainingError, match="expected"):
        SurfaceJob(run, kind, *places)


# Random directions.


def test_each_neurons_row_is_as_long_as_its_weights(run):
    structure, parameters = run.network.structure, run.network.parameters
    for direction in filter_normalised(structure, parameters, np.random.default_rng(7)):
        for rows, own in zip(structure.matrices(direction), structure.matrices(parameters), strict=True):
            np.testing.assert_allclose(
                np.linalg.norm(rows[:, :-1], axis=1), np.linalg.norm(own[:, :-1], axis=1), rtol=1e-12
            )
            assert (rows[:, -1] == 0).all(), "biases stay as they are"


def test_a_rescaled_network_has_rescaled_directions():
    """A ReLU network computes the same with one layer larger and the next smaller; its surface should be the same."""
    network = Network([2, 5, 1], ["relu", "sigmoid"], "binary_cross_entropy", seed=1)
    plain = filter_normalised(network.structure, network.parameters, np.random.default_rng(3))
    network.W[0][...] *= 4
    network.W[1][...] /= 4
    rescaled = filter_normalised(network.structure, network.parameters, np.random.default_rng(3))
    for one, other in zip(plain, rescaled, strict=True):
        first, second = network.structure.matrices(one)
        np.testing.assert_allclose(network.structure.matrices(other)[0], 4 * first, rtol=1e-12)
        np.testing.assert_allclose(network.structure.matrices(other)[1], second / 4, rtol=1e-12)


def test_weights_of_zero_still_have_directions(make_session):
    run = make_session("circles", **{"network.initializer": "zeros"}).run
    surface = finished(SurfaceJob(run, "random", side=13))
    assert np.ptp(surface.costs[::8, ::8]) > 0


def test_a_seed_chooses_the_directions(run):
    one, again, other = (finished(SurfaceJob(run, "random", seed=seed, side=13)) for seed in (0, 0, 1))
    np.testing.assert_array_equal(one.directions, again.directions)
    assert not np.array_equal(one.directions, other.directions)
    assert (one.seed, other.seed) == (0, 1)


# The trajectory.


@pytest.mark.parametrize("shape", [(5, 40), (40, 5), (12, 12), (3, 1000)])
def test_principal_components_are_those_of_the_singular_value_decomposition(shape):
    path = np.random.default_rng(1).normal(size=shape).cumsum(axis=0)
    (first, second), shares = principal(path)
    centred = path - path.mean(axis=0)
    _, sizes, components = np.linalg.svd(centred, full_matrices=False)
    assert abs(first @ components[0]) == pytest.approx(1, abs=1e-10)
    assert abs(second @ components[1]) == pytest.approx(1, abs=1e-10)
    assert first @ second == pytest.approx(0, abs=1e-12)
    assert shares == pytest.approx(sizes[:2] ** 2 / (sizes**2).sum(), rel=1e-9)
    assert first @ (path[-1] - path[0]) >= 0
    assert second @ (path[-1] - path[0]) >= 0


@pytest.mark.parametrize("scale", [1e-160, 1e307])
def test_the_scale_of_a_path_changes_no_direction(scale):
    path = np.random.default_rng(1).normal(size=(12, 5)).cumsum(axis=0)
    path /= np.abs(path).max()
    directions, shares = principal(path)
    scaled, same = principal(path * scale)
    assert scaled == pytest.approx(directions, abs=1e-12)
    assert same == pytest.approx(shares)


@pytest.mark.parametrize(
    "path", [np.ones((1, 4)), np.ones((2, 4)), np.ones((9, 4)), np.outer(np.arange(5), np.ones(4))]
)
def test_a_path_without_two_directions_has_no_plane(path):
    assert principal(path.astype(float)) is None


def test_the_whole_path_is_on_the_plane(run):
    surface = finished(SurfaceJob(run, "trajectory"))
    assert surface.path.shape[0] == 2
    assert surface.path.shape[1] >= 10
    (left, right), (bottom, top) = (surface.x[[0, -1]], surface.y[[0, -1]])
    assert left < surface.path[0].min() <= surface.path[0].max() < right
    assert bottom < surface.path[1].min() <= surface.path[1].max() < top
    assert 0 < surface.shares[1] < surface.shares[0] < 1


def test_before_training_there_is_no_path(make_session):
    surface = finished(SurfaceJob(make_session("circles").run, "trajectory"))
    assert (surface.refusal, surface.progress) == ("short", 1.0)
    assert np.isnan(surface.costs).all()


def test_a_network_too_large_has_no_path(make_session, monkeypatch):
    monkeypatch.setattr("playground.training.moments.MOST_BYTES", 100)
    session = make_session("circles")
    session.advance(float("inf"), until_epoch=12)
    assert finished(SurfaceJob(session.run, "trajectory")).refusal == "large"
    assert finished(SurfaceJob(session.run, "random", side=13)).path.shape == (2, 0)


# Through a session.


def test_clicking_moves_the_weights_there_and_undo_takes_it_back(session):
    before = session.run.network.parameters.copy()
    StartSurface("random").apply(session)
    while session.jobs.advance(0.01):
        pass
    surface = session.snapshot().surface
    x, y = float(surface.x[70]), float(surface.y[20])
    MoveTo(surface.parameters(x, y)).apply(session)
    snapshot = session.snapshot()
    assert snapshot.train_cost == pytest.approx(surface.costs[20, 70], rel=1e-10)
    assert snapshot.surface is surface, "the plane is the same: it stays exact"
    assert surface.project(session.run.network.parameters) == pytest.approx((x, y, 0), abs=1e-9)
    assert snapshot.undo_label == "Move weights"
    Undo().apply(session)
    np.testing.assert_array_equal(session.run.network.parameters, before)


def test_it_is_coarse_while_training_goes_on(session):
    session.start()
    StartSurface("weights", *WEIGHTS).apply(session)
    while session.jobs.advance(0.01):
        session.advance(0.001)
    assert session.snapshot().surface.spacing == 2
    session.pause()
    StartSurface("weights", *WEIGHTS, seed=3).apply(session)
    while session.jobs.advance(0.01):
        pass
    assert session.snapshot().surface.spacing == 1


def test_cancelling_leaves_what_there_is(session, monkeypatch):
    monkeypatch.setattr("playground.training.landscape.field.LARGEST_CHUNK", 2)
    StartSurface("random").apply(session)
    while session.snapshot().surface is None or not session.snapshot().surface.spacing:
        assert session.jobs.advance(0.002)
    CancelJob("surface").apply(session)
    left = session.snapshot().surface
    assert not session.jobs.advance(1.0)
    assert session.snapshot().surface is left
    assert left.progress < 1


def test_it_stays_until_the_cost_is_another_function(session):
    StartSurface("random").apply(session)
    while session.jobs.advance(0.01):
        pass
    SetParameter(1, 0, 0, 0.5).apply(session)
    assert session.snapshot().surface is not None
    ChangeField("data.noise", 0.3).apply(session)
    assert session.snapshot().surface is None


def test_weights_as_large_as_can_be_have_no_plane(make_session):
    session = make_session()
    session.set_parameters(np.full(session.run.network.parameters.size, 1e300), "Move weights")
    surface = finished(SurfaceJob(session.run, "random"))
    assert (surface.refusal, surface.progress) == ("huge", 1.0)


def test_the_path_to_weights_as_large_as_can_be_has_no_plane(make_session):
    session = make_session()
    session.advance(10, until_epoch=3)
    for value in (1.7e308, -1.7e308):
        session.set_parameters(np.full(session.run.network.parameters.size, value), "Move weights")
        surface = finished(SurfaceJob(session.run, "trajectory"))
        assert surface.progress == 1.0
        assert surface.refusal in ("short", "huge")  # beside such a step, all others are none

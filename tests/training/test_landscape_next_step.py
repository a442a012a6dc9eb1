"""The next step of every optimizer: what a trainer really does from the same weights and batches."""

import numpy as np
import pytest

from playground.engine import OPTIMIZERS
from playground.training import TrainingError
from playground.training.commands import ChangeField, GoOnWith, StartSurface, Undo
from playground.training.landscape import COUNTS, SurfaceJob
from playground.training.landscape.next_step import spanned
from playground.training.training_run import TrainingRun


def finished(job):
    while not job.advance(1.0):
        pass
    return job.result


def contender(session, name, learning_rate):
    """Return the session's own run, recalled elsewhere and changed live, as a person does it."""
    run = TrainingRun.recall(session.run.state())
    training = run.experiment.training
    run.trainer.configure(optimizer=name)
    run.trainer.learning_rate = training.learning_rate if name == training.optimizer else learning_rate
    return run


def training_from(session, name, *, one_rate):
    rate = session.experiment.training.learning_rate if one_rate else OPTIMIZERS[name].learning_rate
    return contender(session, name, rate)


@pytest.fixture(params=["adam", "momentum"])
def session(request, make_session):
    settings = {"training.optimizer": request.param, "training.l2": 0.001, "training.learning_rate": 0.05}
    session = make_session("circles", **settings)
    session.advance(float("inf"), until_epoch=3)
    session.step_batch()
    return session


@pytest.mark.parametrize("one_rate", [False, True])
def test_steps_projections_and_costs_are_those_of_real_trainers(session, one_rate):
    surface = finished(SurfaceJob(session.run, "steps", one_rate=one_rate, side=13))
    assert [step.name for step in surface.steps] == list(OPTIMIZERS)
    np.testing.assert_allclose(surface.directions @ surface.directions.T, np.eye(2), atol=1e-12)
    for told in surface.steps:
        run = training_from(session, told.name, one_rate=one_rate)
        assert told.is_own == (told.name == session.experiment.training.optimizer)
        assert told.learning_rate == told.rate == run.trainer.learning_rate
        run.trainer.run_updates(1)
        step = run.trainer.step
        assert told.length == pytest.approx(np.linalg.norm(step), rel=1e-12)
        within, *_ = np.linalg.lstsq(surface.directions.T, step, rcond=None)
        assert told.tip == pytest.approx(tuple(within), rel=1e-9, abs=1e-12)
        share = np.linalg.norm(surface.directions.T @ within) / np.linalg.norm(step)
        assert told.share == pytest.approx(share, rel=1e-9)
        assert surface.x[0] < told.tip[0] < surface.x[-1]
        assert surface.y[0] < told.tip[1] < surface.y[-1]
        costs, made = [], 1
        for count in COUNTS:
            run.trainer.run_updates(count - made)
            made = count
            costs.append(run.train_cost())
        assert told.costs == pytest.approx(costs, rel=1e-12)
        assert told.diverged is None


def test_the_session_stays_as_it_is(session, state_of):
    before = state_of(session)
    finished(SurfaceJob(session.run, "steps", side=13))
    assert state_of(session) == before


def test_schedule_dropout_clipping_and_what_is_frozen_go_on_as_in_the_session(make_session):
    settings = {
        "training.schedule": "step",
        "training.schedule_epochs": 2,
        "training.dropout": 0.25,
        "training.frozen": '["1"]',
        "training.clip_norm": 0.1,
    }
    session = make_session("circles", **settings)
    session.advance(float("inf"), until_epoch=4)
    session.step_batch()
    surface = finished(SurfaceJob(session.run, "steps", side=13))
    own = next(step for step in surface.steps if step.is_own)
    assert own.rate == session.run.trainer.rate
    assert own.rate < own.learning_rate
    session.step_batch()
    assert own.length == pytest.approx(np.linalg.norm(session.run.trainer.step), rel=1e-12)
    assert own.costs[0] == session.run.train_cost()


def test_one_that_diverges_says_when(make_session):
    session = make_session("sine")
    ChangeField("training.learning_rate", 10.0).apply(session)
    surface = finished(SurfaceJob(session.run, "steps", one_rate=True, side=13))
    diverged = [step for step in surface.steps if step.diverged is not None]
    assert diverged
    for told in diverged:
        run = training_from(session, told.name, one_rate=True)
        run.trainer.run_updates(told.diverged - 1)
        assert np.isfinite(run.network.parameters).all()
        run.trainer.run_updates(1)
        assert not np.isfinite(run.network.parameters).all()
        assert told.costs[-1] == np.inf
        assert len(told.costs) == len(COUNTS)


def test_every_step_counts_the_same_in_the_plane():
    rng = np.random.default_rng(5)
    steps = [scale * rng.standard_normal(20) for scale in (1e-9, 1.0, 1e9)]
    directions, shares = spanned([*steps, np.zeros(20), np.full(20, np.inf)])
    units = np.stack([step / np.linalg.norm(step) for step in steps])
    _, values, vectors = np.linalg.svd(units)
    assert np.abs(np.sum(directions * vectors[:2], axis=1)) == pytest.approx([1, 1])
    assert shares == pytest.approx(np.square(values)[:2] / 3)


def test_steps_on_one_line_and_none_at_all():
    directions, shares = spanned([np.array([0.0, 3.0, 4.0]), np.array([0.0, -6.0, -8.0])])
    np.testing.assert_allclose(np.abs(directions), [[0, 0.6, 0.8], [1, 0, 0]], atol=1e-12)
    assert shares == pytest.approx((1, 0))
    assert spanned([np.zeros(3)]) is None


def test_where_nothing_moves_it_is_said(make_session):
    """All weights 0, and as many examples of one class as of the other in the batch: every gradient is 0."""
    session = make_session("xor_points", **{"network.initializer": "zeros", "training.batch_size": 4})
    surface = finished(SurfaceJob(session.run, "steps"))
    assert (surface.refusal, surface.steps) == ("flat", ())


def test_going_on_with_one_is_what_was_told(session):
    told = {step.name: step for step in finished(SurfaceJob(session.run, "steps", side=13)).steps}
    before, parameters = session.experiment, session.run.network.parameters.copy()
    GoOnWith("rmsprop", told["rmsprop"].learning_rate).apply(session)
    assert session.loop.running
    training = session.experiment.training
    assert (training.optimizer, training.learning_rate) == ("rmsprop", OPTIMIZERS["rmsprop"].learning_rate)
    session.pause()
    session.step_batch()
    assert session.run.train_cost() == told["rmsprop"].costs[0]
    for _ in range(3):
        Undo().apply(session)
    assert session.experiment == before
    np.testing.assert_array_equal(session.run.network.parameters, parameters)


def test_an_optimizer_that_is_none_is_refused(session):
    before = session.experiment
    with pytest.raises(ValueError, match="optimizer"):
        GoOnWith("newton", 0.1).apply(session)
    assert session.experiment == before
    assert not session.loop.running


def test_as_a_command(session):
    StartSurface("steps", one_rate=True).apply(session)
    while session.jobs.advance(1.0):
        pass
    surface = session.snapshot().surface
    assert (surface.kind, surface.one_rate, surface.progress) == ("steps", True, 1.0)
    with pytest.raises(TrainingError):
        StartSurface("step").apply(session)

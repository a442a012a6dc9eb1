"""When the landscape is computed again: as seldom as will do."""

import pytest
from msgspec.structs import replace

from playground.training.landscape import SliceJob, SurfaceJob
from playground.views.landscape.modes import MODES, Requests, Wish, drift, flat, is_stale, leaves

SLICE = Wish(MODES["one"], ((1, 0, 0),))
PAIR = Wish(MODES["two"], ((1, 0, 0), (1, 0, 1)))
RANDOM = Wish(MODES["random"])


def finished(job):
    while not job.advance(1.0):
        pass
    return job.result


@pytest.fixture
def session(make_bench):
    return make_bench(epochs=3, show=False).session


def answered(session, wish, **changes):
    """Return a snapshot that holds the answer to a wish."""
    run = session.run
    if wish.mode.job == "slice":
        return replace(session.snapshot(), cost_slice=finished(SliceJob(run, *wish.places[0])), **changes)
    result = finished(SurfaceJob(run, wish.mode.kind, *wish.places))
    return replace(session.snapshot(), surface=result, **changes)


def test_the_flat_vector_is_that_of_the_network(session):
    assert flat(session.snapshot()).tolist() == session.run.network.parameters.tolist()


def test_what_is_there_is_not_asked_for(session):
    for wish in (SLICE, PAIR, RANDOM):
        snapshot = answered(session, wish)
        assert wish.result(snapshot) is not None
        assert Requests().wait(wish, snapshot, flat(snapshot), 0.0) is None


def test_what_is_not_there_is_asked_for_once(session):
    snapshot, requests = session.snapshot(), Requests()
    assert requests.wait(SLICE, snapshot, flat(snapshot), 5.0) == 0
    requests.asked(SLICE, snapshot, 5.0)
    assert requests.is_pending(SLICE, snapshot)
    assert requests.wait(SLICE, snapshot, flat(snapshot), 99.0) is None
    other = Wish(MODES["one"], ((1, 1, 0),))
    assert requests.wait(other, snapshot, flat(snapshot), 99.0) == 0
    assert (
        requests.wait(SLICE, replace(snapshot, problem_info=replace(snapshot.problem_info)), flat(snapshot), 99.0) == 0
    )


@pytest.mark.parametrize(("wish", "seconds"), [(SLICE, 0.25), (RANDOM, 1.0)])
def test_while_training_it_is_asked_for_at_a_modest_rate(session, wish, seconds):
    requests = Requests()
    requests.asked(wish, session.snapshot(), 10.0)
    snapshot = answered(session, wish, running=True)
    session.advance(float("inf"), until_epoch=9)
    moved = flat(session.snapshot())
    assert drift(wish.result(snapshot), moved) > 0.005
    wait = requests.wait(wish, snapshot, moved, 10.1)
    assert wait == pytest.approx(seconds - 0.1)
    assert requests.wait(wish, snapshot, moved, 12.0) == 0


def test_a_little_movement_is_nothing_while_training_but_is_at_rest(session):
    snapshot = answered(session, RANDOM, running=True)
    nearly = flat(snapshot) * (1 + 1e-4)
    assert Requests().wait(RANDOM, snapshot, nearly, 0.0) is None
    assert Requests().wait(RANDOM, replace(snapshot, running=False), nearly, 0.0) == 0


def test_work_under_way_is_never_begun_again(session):
    snapshot = answered(session, RANDOM)
    snapshot = replace(snapshot, surface=replace(snapshot.surface, progress=0.4))
    assert Requests().wait(RANDOM, snapshot, flat(snapshot) + 1, 0.0) is None


def test_a_coarse_surface_is_refined_at_rest(session):
    surface = finished(SurfaceJob(session.run, "random", side=51))
    snapshot = replace(session.snapshot(), surface=surface)
    assert Requests().wait(RANDOM, replace(snapshot, running=True), flat(snapshot), 0.0) is None
    assert Requests().wait(RANDOM, snapshot, flat(snapshot), 0.0) == 0


def test_moving_within_the_plane_is_no_drift(session):
    snapshot = answered(session, PAIR)
    inside = snapshot.surface.parameters(float(snapshot.surface.x[3]), float(snapshot.surface.y[60]))
    assert drift(snapshot.surface, inside) < 1e-9
    assert not is_stale(snapshot.surface, snapshot, inside)
    assert not leaves(snapshot.surface, inside)
    outside = snapshot.surface.parameters(float(snapshot.surface.x[-1]) + 1, 0.0)
    assert leaves(snapshot.surface, outside)
    assert Requests().wait(PAIR, snapshot, outside, 0.0) == 0


def test_an_answer_about_other_data_is_none(session):
    snapshot = answered(session, SLICE)
    data = type(session.experiment.data)(source="moons")
    changed = type(session.experiment)(
        **{name: getattr(session.experiment, name) for name in session.experiment.__struct_fields__} | {"data": data}
    )
    assert SLICE.result(replace(snapshot, experiment=changed)) is None


def test_a_slice_of_another_weight_is_no_answer(session):
    snapshot = answered(session, SLICE)
    assert Wish(MODES["one"], ((1, 0, 1),)).result(snapshot) is None
    snapshot = answered(session, PAIR)
    assert Wish(MODES["two"], PAIR.places[::-1]).result(snapshot) is None
    assert RANDOM.result(snapshot) is None
    assert Wish(MODES["random"], (), 4).result(answered(session, RANDOM)) is None

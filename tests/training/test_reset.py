"""The same initial weights again, other ones, and weights that were loaded or typed in."""

import numpy as np
import pytest
from msgspec.structs import replace

from playground.files import override, presets, read_weights, write_weights
from playground.training import TrainingError, TrainingSession
from playground.training.commands import NewSample, NewWeights, Reset

EXPERIMENTS = {preset.id: preset.experiment for preset in presets()}


@pytest.mark.parametrize("preset", EXPERIMENTS)
def test_a_reset_is_a_new_beginning(preset, state_of):
    session, fresh = TrainingSession(EXPERIMENTS[preset]), TrainingSession(EXPERIMENTS[preset])
    session.advance(float("inf"), until_epoch=3)
    session.step_batch()
    session.reset()
    assert state_of(session) == state_of(fresh)
    for each in (session, fresh):
        each.advance(float("inf"), until_epoch=5)
    assert state_of(session) == state_of(fresh)


@pytest.mark.parametrize(
    "changes",
    [
        ["network.hidden=[3,5]"],
        ["network.dtype=float32"],
        ["network.dtype=float32", "network.dtype=float64"],
        ["training.learning_rate=0.5", "training.batch_size=3", "training.optimizer=nesterov"],
        ['data.features=["x2","x1"]'],
        ["network.seed=9", "data.seed=4"],
        ["network.hidden=[]", "network.hidden=[4]"],
    ],
)
def test_after_changes_a_reset_begins_as_the_changed_experiment_does(make_session, state_of, changes):
    session = make_session()
    for change in changes:
        session.advance(float("inf"), until_epoch=session.epoch + 2)
        session.change(override(session.experiment, [change]))
    session.reset()
    assert state_of(session) == state_of(TrainingSession(session.experiment))


def test_a_running_session_runs_on_from_the_beginning(make_session):
    session = make_session()
    session.start()
    session.advance(float("inf"), until_epoch=3)
    Reset().apply(session)
    assert session.loop.running
    assert session.update == 0


def test_new_weights_are_those_of_the_next_seed(make_session):
    session = make_session("circles", **{"network.seed": 41})
    session.advance(float("inf"), until_epoch=3)
    NewWeights().apply(session)
    assert session.experiment.network.seed == 42
    other = make_session("circles", **{"network.seed": 42})
    np.testing.assert_array_equal(session.run.network.parameters, other.run.network.parameters)
    assert (session.epoch, session.update) == (0, 0)


def test_a_new_sample_keeps_the_weights_and_the_count(make_session):
    session = make_session("circles", **{"data.seed": 41})
    session.advance(float("inf"), until_epoch=3)
    before, X = session.run.network.parameters.copy(), session.snapshot().problem_info.train_X
    NewSample().apply(session)
    assert session.experiment.data.seed == 42
    np.testing.assert_array_equal(session.run.network.parameters, before)
    assert (session.snapshot().problem_info.train_X != X).all()
    assert session.epoch == 3


@pytest.mark.parametrize(("command", "path"), [(NewWeights(), "network.seed"), (NewSample(), "data.seed")])
def test_after_the_last_seed_comes_the_first(make_session, command, path):
    session = make_session("circles", **{path: 2**32 - 1})
    command.apply(session)
    section, name = path.split(".")
    assert getattr(getattr(session.experiment, section), name) == 0


def test_trained_weights_are_begun_with_and_come_back(make_session, tmp_path):
    session = make_session("moons")
    session.advance(float("inf"), until_epoch=20)
    model = read_weights(write_weights(tmp_path / "moons", session.run.model()))
    again = TrainingSession(model.experiment, model)
    trained = session.run.network.parameters.copy()
    np.testing.assert_array_equal(again.run.network.parameters, trained)
    assert again.epoch == 0
    again.advance(float("inf"), until_epoch=2)
    assert (again.run.network.parameters != trained).any()
    again.change(override(again.experiment, ["training.cost=huber"]))
    again.reset()
    np.testing.assert_array_equal(again.run.network.parameters, trained)
    again.change(override(again.experiment, ["network.dtype=float32"]))
    again.reset()
    np.testing.assert_array_equal(again.run.network.parameters, trained.astype(np.float32))


def test_weights_of_another_network_are_refused(make_session):
    session = make_session("moons")
    model = session.run.model()
    for wrong in (
        replace(model, W=model.W[:1], b=model.b[:1]),
        replace(model, W=(model.W[0][:3], model.W[1]), b=model.b),
        replace(model, b=(model.b[0][:3], model.b[1])),
        replace(model, input_mean=np.zeros((3, 1)), input_scale=np.ones((3, 1))),
    ):
        with pytest.raises(TrainingError) as caught:
            TrainingSession(session.experiment, wrong)
        assert len(str(caught.value).splitlines()) == 1


def test_a_weight_is_set(make_session):
    session = make_session()
    others = session.run.network.parameters.copy()
    session.set_parameter(1, 2, 1, 3.5)
    session.set_parameter(2, 0, 4, -0.5)
    snapshot = session.snapshot()
    assert snapshot.W[0][2, 1] == 3.5
    assert snapshot.b[1][0, 0] == -0.5
    assert (session.run.network.parameters != others).sum() == 2
    assert snapshot.train_cost == session.run.scores().train_cost


@pytest.mark.parametrize("updates", [0, 5])
def test_typed_weights_belong_to_the_start(make_session, updates):
    session = make_session()
    start = session.run.network.parameters.copy()
    for _ in range(updates):
        session.step_batch()
    session.edit_parameters([(1, 2, 1, 3.5), (2, 0, 4, -0.5)])
    assert "start" in session.loop.message
    session.step_batch()
    session.reset()
    snapshot = session.snapshot()
    assert (snapshot.W[0][2, 1], snapshot.b[1][0, 0]) == (3.5, -0.5)
    assert (session.run.network.parameters != start).sum() == 2
    session.undo()
    session.undo()
    session.undo()
    session.reset()
    assert np.array_equal(session.run.network.parameters, start)


def test_the_curve_begins_with_the_cost_of_the_weights_as_they_are(make_session):
    session = make_session()
    session.set_parameter(1, 0, 0, 5.0)
    snapshot = session.snapshot()
    assert snapshot.curves.train_cost[0] == snapshot.train_cost == session.run.scores().train_cost
    assert len(snapshot.curves.epochs) == 1
    session.set_parameters(np.zeros_like(session.run.network.parameters), "Move weights")
    snapshot = session.snapshot()
    assert snapshot.curves.train_cost[0] == snapshot.train_cost
    session.reset()
    assert not session.run.network.parameters.any()


def test_the_curve_follows_an_edit_at_the_end_of_an_epoch_and_not_amid_one(make_session):
    session = make_session()
    session.step_epoch()
    session.set_parameter(1, 0, 0, 5.0)
    snapshot = session.snapshot()
    assert snapshot.curves.train_cost[-1] == snapshot.train_cost
    session.step_batch()
    before = session.snapshot().curves.train_cost.copy()
    session.set_parameter(1, 0, 0, -5.0)
    assert np.array_equal(session.snapshot().curves.train_cost, before)


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ((0, 0, 0, 1.0), r"^there is no layer 0; expected 1 to 2$"),
        ((3, 0, 0, 1.0), r"^there is no layer 3; expected 1 to 2$"),
        ((1, 4, 0, 1.0), r"^there is no W\[1\]\[5,1\]; expected rows 1 to 4 and columns 1 to 2$"),
        ((1, -1, 0, 1.0), r"^there is no W\[1\]\[0,1\]; expected rows 1 to 4 and columns 1 to 2$"),
        ((1, 0, 3, 1.0), r"^there is no W\[1\]\[1,4\]; expected rows 1 to 4 and columns 1 to 2$"),
        ((1, 0, 0, float("nan")), r"^a weight of nan, expected a finite number that float64 can hold$"),
        ((1, 0, 0, float("inf")), r"^a weight of inf, expected a finite number that float64 can hold$"),
    ],
)
def test_a_weight_that_is_not_there(make_session, place, message):
    session = make_session()
    before = session.run.network.parameters.tobytes()
    with pytest.raises(TrainingError, match=message):
        session.set_parameter(*place)
    assert session.run.network.parameters.tobytes() == before


def test_a_weight_too_large_for_single_precision(make_session):
    session = make_session("circles", **{"network.dtype": "float32"})
    with pytest.raises(TrainingError, match=r"^a weight of 1e\+39, expected a finite number that float32 can hold$"):
        session.set_parameter(1, 0, 0, 1e39)
    session = make_session()
    session.set_parameter(1, 0, 0, 1e39)
    with pytest.raises(TrainingError, match=r"^network.dtype: the weights are too large for float32, "):
        session.change(override(session.experiment, ["network.dtype=float32"]))
    assert session.experiment.network.dtype == "float64"
    assert session.run.network.W[0][0, 0] == 1e39

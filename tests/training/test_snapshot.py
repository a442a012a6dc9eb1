"""What the outside sees: frozen copies, exact for the moment they were taken."""

from dataclasses import is_dataclass
from itertools import pairwise

import numpy as np
import pytest
from msgspec import Struct

from playground.data import GENERATORS
from playground.files import csv_experiment, override, presets, read_weights, write_weights
from playground.training import TrainingSession, observer
from playground.training.commands import ChangeField
from playground.training.edits import edited
from playground.training.sampler import SIDES, UNIT_PIXELS

EXPERIMENTS = {preset.id: preset.experiment for preset in presets()}


def arrays_in(value: object, place: str = "") -> dict[str, np.ndarray]:
    """Every array of a snapshot, by where it is."""
    if isinstance(value, np.ndarray):
        return {place: value}
    found = {}
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            found |= arrays_in(each, f"{place}[{index}]")
    elif isinstance(value, Struct) or is_dataclass(value):
        for name in value.__struct_fields__ if isinstance(value, Struct) else value.__dataclass_fields__:
            found |= arrays_in(getattr(value, name), f"{place}.{name}")
    return found


def after_an_epoch(preset: str) -> TrainingSession:
    session = TrainingSession(EXPERIMENTS[preset])
    session.advance(float("inf"), until_epoch=1)
    return session


@pytest.mark.parametrize("preset", EXPERIMENTS)
def test_every_array_is_frozen(preset):
    arrays = arrays_in(after_an_epoch(preset).snapshot())
    assert {
        ".W[0]",
        ".dW[0]",
        ".update_b[0]",
        ".maps.x",
        ".maps.units[0]",
        ".curves.epochs",
        ".problem_info.train_X",
    } <= set(arrays)
    for place, array in arrays.items():
        assert not array.flags.writeable, place


@pytest.mark.parametrize("preset", ["circles", "three_spirals", "heart", "xor_points"])
def test_what_was_shown_does_not_change(preset):
    session = after_an_epoch(preset)
    snapshot = session.snapshot()
    before = {place: array.copy() for place, array in arrays_in(snapshot).items()}
    session.advance(float("inf"), until_epoch=3)
    session.set_parameter(1, 0, 0, 5.0)
    session.reset()
    session.snapshot()
    for place, array in arrays_in(snapshot).items():
        np.testing.assert_array_equal(array, before[place], err_msg=place)
    assert snapshot.epoch == 1


def test_before_the_first_update_there_is_no_gradient(make_session):
    session = make_session()
    for _ in range(2):
        snapshot = session.snapshot()
        assert snapshot.dW is snapshot.db is snapshot.update_W is snapshot.update_b is None
        session.step_batch()
        assert session.snapshot().dW is not None
        session.reset()


@pytest.mark.parametrize("updates", [0, 7])  # at the end of an epoch, and amid one
def test_a_weight_set_by_hand_leaves_no_gradient_until_the_next_update(make_session, updates):
    session = make_session("moons")
    session.advance(float("inf"), until_epoch=2)
    for _ in range(updates):
        session.step_batch()
    before = session.snapshot()
    session.set_parameter(1, 0, 0, 1e9)
    snapshot = session.snapshot()
    assert snapshot.W[0][0, 0] == 1e9
    assert snapshot.dW is snapshot.db is snapshot.update_W is snapshot.update_b is None
    assert np.isfinite(before.curves.gradient_norms[:, -1]).all()
    assert np.isnan(snapshot.curves.gradient_norms[:, -1]).all()
    np.testing.assert_array_equal(snapshot.curves.gradient_norms[:, :-1], before.curves.gradient_norms[:, :-1])
    session.step_batch()
    assert session.snapshot().dW is not None
    session.undo()
    session.undo()
    again = session.snapshot()
    for array, other in zip(again.dW, before.dW, strict=True):
        np.testing.assert_array_equal(array, other)
    np.testing.assert_array_equal(again.curves.gradient_norms, before.curves.gradient_norms)


@pytest.mark.parametrize(
    "setting",
    [
        "network.hidden=[5]",
        'network.hidden=[{"units": 6, "activation": "relu"}]',
        'data.features=["x1", "x2**2"]',
        "data.source=circles",
        "data.noise=0.2",
        "training.cost=huber",
        "network.dtype=float32",
    ],
)
def test_what_the_gradient_was_computed_from_takes_it_along(make_session, setting):
    session = make_session("moons")
    session.step_epoch()
    session.change(override(session.experiment, [setting]))
    snapshot = session.snapshot()
    assert snapshot.dW is snapshot.db is snapshot.update_W is snapshot.update_b is None
    assert np.isnan(snapshot.curves.gradient_norms[:, -1]).all()
    session.step_batch()
    assert session.snapshot().dW is not None


def test_weights_that_were_opened_have_no_gradient_yet(make_session):
    session = make_session("moons")
    session.step_epoch()
    session.load(session.experiment, session.run.model())
    assert session.snapshot().dW is session.snapshot().update_W is None


def test_the_gradient_and_the_update_are_those_of_the_last_update(make_session):
    session = make_session("moons", **{"training.optimizer": "sgd", "training.l2": 0.01})
    session.advance(float("inf"), until_epoch=1)
    network, trainer = session.run.network, session.run.trainer
    X, Y = trainer.next_batch()
    gradients, before = network.backpropagate(X, Y), session.snapshot()
    session.step_batch()
    snapshot = session.snapshot()
    for layer, W in enumerate(before.W):
        used = gradients.W[layer] + 0.01 * W
        np.testing.assert_allclose(snapshot.dW[layer], gradients.W[layer], rtol=1e-12, atol=1e-15)  # the cost's alone
        np.testing.assert_allclose(snapshot.used_W[layer], used, rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(snapshot.db[layer], gradients.b[layer], rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(snapshot.update_W[layer], -0.03 * used, rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(snapshot.update_b[layer], -0.03 * gradients.b[layer], rtol=1e-12, atol=1e-15)
        np.testing.assert_array_equal(W + snapshot.update_W[layer], snapshot.W[layer])


@pytest.mark.parametrize("preset", EXPERIMENTS)
def test_the_shapes_are_those_of_the_network(preset):
    snapshot = after_an_epoch(preset).snapshot()
    sizes = snapshot.problem_info.sizes
    for weights, biases in (
        (snapshot.W, snapshot.b),
        (snapshot.dW, snapshot.db),
        (snapshot.update_W, snapshot.update_b),
    ):
        assert [W.shape for W in weights] == [(n, p) for p, n in pairwise(sizes)]
        assert [b.shape for b in biases] == [(n, 1) for n in sizes[1:]]
    problem_info = snapshot.problem_info
    assert len(problem_info.feature_names) == sizes[0]
    assert len(problem_info.output_names) == sizes[-1]
    assert len(problem_info.activations) == len(sizes) - 1
    assert len(problem_info.input_names) == len(problem_info.domain) == problem_info.train_X.shape[0]
    assert problem_info.train_Y.shape == (sizes[-1], problem_info.train_X.shape[1])
    assert snapshot.curves.gradient_norms.shape[0] == len(sizes) - 1


@pytest.mark.parametrize("epochs", [0, 2])
@pytest.mark.parametrize("preset", EXPERIMENTS)
def test_the_scores_are_those_of_the_network_shown(preset, epochs):
    session = TrainingSession(EXPERIMENTS[preset])
    session.advance(float("inf"), until_epoch=epochs)
    session.step_batch()
    snapshot, run = session.snapshot(), session.run
    for part, cost, accuracy in (
        (run.examples.train, snapshot.train_cost, snapshot.train_accuracy),
        (run.examples.test, snapshot.test_cost, snapshot.test_accuracy),
    ):
        if part.m == 0:
            assert cost is accuracy is None
            continue
        assert cost == run.network.cost(part.F, part.Y)
        if part.labels is None:
            assert accuracy is None
            continue
        A = run.network.predict(part.F)
        middle = sum(snapshot.problem_info.targets) / 2
        predicted = A.argmax(axis=0) if len(A) > 1 else (A[0] > middle).astype(int)
        assert accuracy == np.mean(predicted == part.labels)
    l2 = run.experiment.training.l2
    assert snapshot.penalty == pytest.approx(sum(0.5 * l2 * np.square(W).sum() for W in run.network.W))


def test_the_scores_of_a_large_running_session_are_those_last_recorded(make_session, make_experiment, monkeypatch):
    monkeypatch.setattr(observer, "CHEAP", 0)
    session = make_session()
    session.start()
    session.advance(float("inf"), until_epoch=2)
    recorded = session.snapshot().train_cost
    assert recorded == session.snapshot().curves.train_cost[-1]
    session.run.trainer.run_updates(3)
    assert session.snapshot().train_cost == recorded != session.run.scores().train_cost
    session.pause()
    assert session.snapshot().train_cost == session.run.scores().train_cost
    session.start()
    session.change(make_experiment("circles", **{"network.hidden": "[2]"}))
    assert session.snapshot().train_cost == session.run.scores().train_cost


@pytest.mark.parametrize("preset", EXPERIMENTS)
def test_the_maps_are_what_the_network_computes_on_the_grid(preset):
    session = after_an_epoch(preset)
    maps, run = session.snapshot().maps, session.run
    n_inputs = run.examples.dataset.X.shape[0]
    assert maps.kind == ("line" if n_inputs == 1 else "plane")
    shape = (len(maps.x),) if n_inputs == 1 else (len(maps.y), len(maps.x))
    assert [units.shape for units in maps.units] == [(n, *shape) for n in run.network.sizes]
    domain, (across, up) = run.examples.domain, maps.input_slice.axes
    assert (maps.x[0], maps.x[-1]) == domain[across]
    assert n_inputs == 1 or (maps.y[0], maps.y[-1]) == domain[up]
    # Point by point, in the order that the description says: row 0 at the lowest y.
    points = [[x] for x in maps.x] if n_inputs == 1 else [[x, y] for y in maps.y for x in maps.x]
    X = np.repeat(run.examples.train.X.mean(axis=1, keepdims=True), len(points), axis=1)
    X[[across, up][:n_inputs]] = np.array(points).T  # the other inputs rest at their mean
    F = run.examples.normalised(X)
    gradients = run.network.backpropagate(F, np.zeros((run.network.sizes[-1], F.shape[1])))
    for units, A in zip(maps.units[:-1], gradients.A[:-1], strict=True):
        np.testing.assert_allclose(units.reshape(len(A), -1), A, rtol=1e-5, atol=1e-6)
    output = run.examples.output
    for A in (gradients.A[-1], run.network.predict(F)):
        in_unit = A * output.scale + output.mean
        np.testing.assert_allclose(maps.units[-1].reshape(-1, F.shape[1]), in_unit, rtol=1e-5, atol=1e-6)


def test_maps_follow_the_weights(make_session):
    session = make_session()
    before = session.snapshot().maps.units[-1]
    session.step_batch()
    after = session.snapshot().maps.units[-1]
    assert (before != after).any()
    session.undo()
    np.testing.assert_array_equal(session.snapshot().maps.units[-1], before)


@pytest.mark.parametrize("units", [1, 8, 32])
@pytest.mark.parametrize("layers", [0, 1, 8])
def test_larger_networks_have_coarser_maps(make_session, layers, units):
    snapshot = make_session("circles", **{"network.hidden": str([units] * layers)}).snapshot()
    side = len(snapshot.maps.x)
    assert side == len(snapshot.maps.y)
    assert side in SIDES
    assert side == SIDES[-1] or sum(snapshot.problem_info.sizes) * side**2 <= UNIT_PIXELS


@pytest.fixture
def table(tmp_path):
    rng = np.random.default_rng(5)
    X = rng.normal((50, -3, 1000, 0), (10, 0.1, 300, 1), size=(60, 4))
    kinds = np.where(X[:, 0] > 50, "high", "low")
    rows = "".join(",".join(map(repr, map(float, row))) + f",{kind}\n" for row, kind in zip(X, kinds, strict=True))
    (tmp_path / "t.csv").write_text("age,ph,mass,zero,kind\n" + rows)
    return tmp_path / "t.csv"


def test_with_more_than_two_inputs_the_others_rest_at_their_mean(table):
    session = TrainingSession(csv_experiment(table))
    session.step_epoch()
    snapshot, run = session.snapshot(), session.run
    maps, train = snapshot.maps, run.examples.train.X
    X = np.array([[x, y, train[2].mean(), train[3].mean()] for y in maps.y for x in maps.x]).T
    expected = run.network.predict(run.examples.normalised(X))
    np.testing.assert_allclose(maps.units[-1].reshape(1, -1), expected, rtol=1e-5, atol=1e-6)
    assert snapshot.problem_info.input_names == ("age", "ph", "mass", "zero")
    assert snapshot.problem_info.feature_names == ("x1", "x2", "x3", "x4")
    assert snapshot.problem_info.classes == ("high", "low")
    low, high = snapshot.problem_info.domain[0]
    assert low < run.examples.dataset.X[0].min()
    assert high > run.examples.dataset.X[0].max()


def test_the_columns_of_a_table_are_normalised_by_its_training_examples(table):
    run = TrainingSession(csv_experiment(table)).run
    train, test = run.examples.train, run.examples.test
    mean, scale = train.X.mean(axis=1, keepdims=True), train.X.std(axis=1, keepdims=True)
    np.testing.assert_array_equal(run.examples.mean, mean)
    np.testing.assert_array_equal(run.examples.scale, scale)
    np.testing.assert_array_equal(train.F, (train.X - mean) / scale)
    np.testing.assert_array_equal(test.F, (test.X - mean) / scale)
    np.testing.assert_allclose(train.F.mean(axis=1), 0, atol=1e-12)
    np.testing.assert_allclose(train.F.std(axis=1), 1)
    assert (train.m, test.m) == (48, 12)
    problem_info = run.problem_info
    assert problem_info.input_mean is run.examples.mean
    assert problem_info.input_scale is run.examples.scale


def test_a_column_that_never_changes_is_left_as_it_is(tmp_path):
    (tmp_path / "t.csv").write_text("b,kind\n" + "".join(f"{i},{'xy'[i % 2]}\n" for i in range(20)))
    experiment = override(csv_experiment(tmp_path / "t.csv"), ['data.features=["x1", "0*x1 + 7"]'])
    run = TrainingSession(experiment).run
    assert (run.examples.mean[1, 0], run.examples.scale[1, 0]) == (7.0, 1.0)
    assert np.isfinite(run.examples.train.F).all()


def test_generated_data_are_not_normalised(make_session):
    examples = make_session("moons").run.examples
    np.testing.assert_array_equal(examples.mean, np.zeros((2, 1)))
    np.testing.assert_array_equal(examples.scale, np.ones((2, 1)))
    np.testing.assert_array_equal(examples.train.F, examples.train.X)


def by_plain_numpy(path, X: np.ndarray) -> np.ndarray:
    """What a reader of the file computes, knowing only its description: features x1 … xn, tanh layers."""
    file = np.load(path)
    A = (X - file["input_mean"]) / file["input_scale"]
    layers = sum(key.startswith("W") for key in file)
    for layer in range(1, layers + 1):
        Z = file[f"W{layer}"] @ A + file[f"b{layer}"]
        A = np.tanh(Z) if layer < layers else Z
    return A


@pytest.mark.parametrize("preset", ["circles", "moons", "blobs", "bumps", "sine", "xor_points", "table"])
def test_plain_numpy_reproduces_the_exported_network_bit_for_bit(preset, table, tmp_path):
    session = TrainingSession(csv_experiment(table) if preset == "table" else EXPERIMENTS[preset])
    session.advance(float("inf"), until_epoch=5)
    path = write_weights(tmp_path / "w", session.run.model())
    Z = by_plain_numpy(path, session.run.examples.dataset.X)
    output = {
        "sigmoid": lambda: 1 / (1 + np.exp(-Z)),
        "softmax": lambda: np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0),
        "linear": lambda: Z,
    }[session.experiment.network.output_activation]()
    examples = session.run.examples
    predicted = session.run.network.predict(examples.normalised(examples.dataset.X))
    np.testing.assert_array_equal(predicted, output)
    for part in (examples.train, examples.test):
        columns = [int(np.flatnonzero((x[:, None] == examples.dataset.X).all(axis=0))[0]) for x in part.X.T]
        np.testing.assert_array_equal(part.F, examples.normalised(examples.dataset.X)[:, columns])


@pytest.mark.parametrize("preset", [*EXPERIMENTS, "table"])
def test_the_program_goes_on_from_its_own_file(preset, table, tmp_path):
    session = TrainingSession(csv_experiment(table) if preset == "table" else EXPERIMENTS[preset])
    session.advance(float("inf"), until_epoch=3)
    model = read_weights(write_weights(tmp_path / "w", session.run.model()))
    again = TrainingSession(model.experiment, model)
    before, after = session.snapshot(), again.snapshot()
    for name in ("W", "b"):
        for old, new in zip(getattr(before, name), getattr(after, name), strict=True):
            np.testing.assert_array_equal(new, old)
    assert after.train_cost == before.train_cost
    assert after.test_cost == before.test_cost
    np.testing.assert_array_equal(after.maps.units[-1], before.maps.units[-1])
    again.step_epoch()
    assert again.loop.divergence is None


def test_a_file_keeps_its_own_normalisation_when_the_table_has_changed(table, tmp_path):
    session = TrainingSession(csv_experiment(table))
    session.step_epoch()
    model = session.run.model()
    table.write_text(table.read_text() + "90,-3,1000,0,high\n" * 20)
    again = TrainingSession(model.experiment, model)
    np.testing.assert_array_equal(again.run.examples.mean, model.input_mean)
    np.testing.assert_array_equal(again.run.examples.scale, model.input_scale)
    again.change(override(again.experiment, ["network.output_activation=tanh", "training.cost=huber"]))
    np.testing.assert_array_equal(again.run.examples.mean, model.input_mean)


def test_the_scene_stays_while_nothing_of_it_changes(make_session):
    session = make_session()
    problem_info = session.snapshot().problem_info
    session.start()
    session.advance(float("inf"), until_epoch=2)
    assert session.snapshot().problem_info is problem_info
    for path, value in (("training.learning_rate", 0.1), ("training.l2", 0.1), ("training.batch_size", 3)):
        ChangeField(path, value).apply(session)
        assert session.snapshot().problem_info is problem_info
    session.step_batch()
    session.reset()
    session.set_parameter(1, 0, 0, 1.0)
    assert session.snapshot().problem_info is problem_info


@pytest.mark.parametrize(
    "change",
    [
        "network.hidden=[5]",
        'network.hidden=[{"units": 4, "activation": "relu"}]',
        'data.features=["x1"]',
        "data.samples=100",
        "data.noise=0.2",
        "data.seed=9",
        "data.train_fraction=0.9",
        "data.source=moons",
    ],
)
def test_a_change_of_data_or_structure_makes_a_new_scene(make_session, change):
    session = make_session()
    problem_info = session.snapshot().problem_info
    session.change(override(session.experiment, [change]))
    assert session.snapshot().problem_info is not problem_info


@pytest.mark.parametrize(("output", "targets"), [("sigmoid", (0, 1)), ("tanh", (-1, 1)), ("softmax", (0, 1))])
def test_targets_suit_the_output_activation(make_session, output, targets):
    session = make_session("moons")
    ChangeField("network.output_activation", output).apply(session)
    problem_info = session.snapshot().problem_info
    assert problem_info.targets == targets
    assert set(np.unique(problem_info.train_Y)) == set(targets)
    if output == "softmax":
        np.testing.assert_array_equal(problem_info.train_Y.argmax(axis=0), problem_info.train_labels)
        assert problem_info.output_names == problem_info.classes
    else:
        np.testing.assert_array_equal(problem_info.train_Y[0] == targets[1], problem_info.train_labels == 1)


def test_another_share_of_training_examples_moves_no_point(make_session):
    def points(fraction):
        problem_info = make_session("moons", **{"data.train_fraction": fraction}).snapshot().problem_info
        return {tuple(x) for x in problem_info.train_X.T}, {tuple(x) for x in problem_info.test_X.T}

    train, test = points(0.5)
    more, less = points(0.75)
    assert train | test == more | less
    assert train < more
    assert less < test


@pytest.mark.parametrize("source", GENERATORS)
def test_the_domain_holds_every_point(source):
    experiment = edited(EXPERIMENTS["circles"], "data.source", source)
    experiment = edited(experiment, "data.noise", GENERATORS[source].noise_maximum)
    problem_info = TrainingSession(experiment).snapshot().problem_info
    for (low, high), row in zip(
        problem_info.domain, np.hstack([problem_info.train_X, problem_info.test_X]), strict=True
    ):
        assert low <= row.min()
        assert row.max() <= high

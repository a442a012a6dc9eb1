import numpy as np
import pytest

from playground.training.commands import Ask
from playground.training.pca import principal_axes
from playground.training.queries.every_layer import RATIOS, Projection

PRESETS = ("spirals", "three_spirals", "circles", "heart", "sine", "plane")


def ask(session):
    Ask(frozenset({Projection()})).apply(session)
    return session.snapshot().answers[Projection()]


def activations(session, layer):
    run = session.run
    A = np.concatenate([run.examples.train.F, run.examples.test.F], axis=1)
    return A if layer == 0 else run.network.backpropagate(A, np.zeros((run.network.sizes[-1], A.shape[1]))).A[layer]


@pytest.mark.parametrize("preset", PRESETS)
def test_every_layer_is_projected_as_numpy_says(make_session, preset):
    session = make_session(preset)
    session.advance(float("inf"), until_epoch=3)
    answer = ask(session)
    run = session.run
    assert len(answer.layers) == len(run.network.sizes)
    for layer, picture in enumerate(answer.layers):
        A = activations(session, layer)
        train = A[:, : run.examples.train.m]
        D = train - train.mean(axis=1, keepdims=True)
        U, singular, _ = np.linalg.svd(D, full_matrices=False)
        shares = singular**2 / (singular**2).sum()
        k = min(2, len(A))
        assert picture.state == "fine"
        assert picture.mean == pytest.approx(train.mean(axis=1, keepdims=True))
        assert picture.ratios == pytest.approx(shares[:RATIOS])
        assert picture.kept == pytest.approx(shares[:2].sum())
        assert picture.components.T @ picture.components == pytest.approx(np.eye(k), abs=1e-9)
        assert picture.coordinates == pytest.approx(picture.components.T @ (A - picture.mean), abs=1e-5)
        assert picture.fitted == run.examples.train.m
        assert np.abs(np.diag(U[:, :k].T @ picture.components)) == pytest.approx(np.ones(k), abs=1e-6)


def test_the_examples_are_all_those_of_a_small_problem(make_session):
    session = make_session("spirals")
    answer = ask(session)
    examples = session.run.examples
    assert answer.drawn.train.tolist() == list(range(examples.train.m))
    assert answer.drawn.test.tolist() == list(range(examples.test.m))
    assert answer.drawn.count == answer.drawn.available


def test_of_many_examples_some_are_drawn_and_it_is_known_how_many(make_session, monkeypatch):
    monkeypatch.setattr("playground.training.queries.every_layer.MOST", 100)
    session = make_session("spirals", **{"data.samples": 500, "data.train_fraction": 0.8})
    drawn = ask(session).drawn
    assert (len(drawn.train), len(drawn.test), drawn.available) == (80, 20, 500)


def test_training_untangles_what_straight_cuts_cannot(make_session):
    session = make_session("circles", **{"network.hidden": "[6]"})
    before = ask(session)
    session.advance(float("inf"), until_epoch=60)
    after = ask(session)
    # The raw inputs stay what they are; the hidden layer becomes separable.
    assert after.layers[0] is before.layers[0]
    assert before.layers[0].readout < 0.8
    assert after.layers[1].readout > 0.97


def test_a_regression_tells_how_much_is_linear(make_session):
    session = make_session("sine")
    session.advance(float("inf"), until_epoch=50)
    first, *_, last = ask(session).layers
    assert 0 <= first.readout < last.readout <= 1


def test_a_layer_that_gives_the_same_for_all_says_so(make_session):
    session = make_session("circles", **{"network.initializer": "zeros", "network.hidden": "[3]"})
    picture = ask(session).layers[1]
    assert picture.state == "constant"
    assert picture.coordinates.size == 0
    assert picture.readout is None


def test_activations_that_are_too_large_are_told(make_session):
    session = make_session("circles", **{"network.hidden": '[{"units": 3, "activation": "linear"}]'})
    session.set_parameter(1, 0, 0, 1e300)
    states = [layer.state for layer in ask(session).layers]
    assert states[:2] == ["fine", "not finite"]


@pytest.mark.parametrize("hidden", ["[8,8]", "[2,3]"])
def test_frames_follow_each_other_without_a_flip(make_session, hidden):
    session = make_session("spirals", **{"network.hidden": hidden})
    last = ask(session)
    for _ in range(150):
        session.step_batch()
        answer = session.snapshot().answers[Projection()]
        for before, now in zip(last.layers, answer.layers, strict=True):
            assert (before.components * now.components).sum(axis=0).min() > 0.85
            assert now.kept <= principal_share(now) + 1e-6
        last = answer


def principal_share(picture):
    return sum(picture.ratios[:2])


def test_answers_are_frozen(make_session):
    for picture in ask(make_session("spirals")).layers:
        for array in (picture.coordinates, picture.components, picture.mean):
            assert not array.flags.writeable


def test_a_wide_layer_has_no_readout_but_a_picture(make_session):
    session = make_session("circles", **{"network.hidden": "[130]"})
    picture = ask(session).layers[1]
    assert picture.state == "fine"
    assert picture.readout is None
    assert picture.fitted <= 128
    assert 0 < picture.kept <= 1
    A = activations(session, 1)[:, : session.run.examples.train.m]
    best = principal_axes(A, widest=1000)
    assert picture.kept <= best.variances[:2].sum() / best.total + 1e-9


@pytest.mark.parametrize("preset", ["spirals", "circles"])
def test_the_cut_drawn_has_as_many_examples_on_the_right_side_as_it_says(make_session, preset):
    session = make_session(preset)
    session.advance(float("inf"), until_epoch=20)
    labels = session.run.problem_info.train_labels
    for layer in ask(session).layers:
        (start, end), *more = layer.cut
        assert not more
        x, y = np.broadcast_to(layer.coordinates, (2, layer.coordinates.shape[1]))[:, : len(labels)]
        right = (end[0] - start[0]) * (y - start[1]) - (end[1] - start[1]) * (x - start[0]) > 0
        share = (right == labels).mean()
        assert layer.cut_share == pytest.approx(max(share, 1 - share), abs=1e-9)
        assert np.abs(layer.cut).max() > np.abs(layer.coordinates).max()


def test_in_two_dimensions_the_cut_drawn_is_the_one_that_is_counted_and_elsewhere_it_gets_no_further(make_session):
    session = make_session("spirals", **{"data.features": '["x1","x2"]'})
    session.advance(float("inf"), until_epoch=20)
    answer = ask(session)
    assert answer.layers[0].cut_share == answer.layers[0].readout
    assert all(layer.cut_share <= layer.readout for layer in answer.layers)


def test_numbers_to_predict_have_no_cut(make_session):
    for layer in ask(make_session("plane")).layers:
        assert layer.cut.shape == (0, 2, 2)
        assert layer.cut_share is None

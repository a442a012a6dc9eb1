import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from playground.training.commands import Ask
from playground.training.errors import TrainingError
from playground.training.input_slice import InputSlice
from playground.training.linear_readout import borders
from playground.training.queries.hidden_space import LINES, STEPS, HiddenSpace, class_scores


def pairs_of(session):
    return tuple((0, min(1, size - 1)) for size in session.run.network.sizes)


def ask(session, query=None):
    query = query or HiddenSpace(pairs_of(session))
    Ask(frozenset({query})).apply(session)
    return session.snapshot().answers[query]


def activations(session, F, layer):
    network = session.run.network
    A = F
    for W, b, name in zip(network.W[:layer], network.b[:layer], network.activations[:layer], strict=True):
        Z = W @ A + b
        A = {"tanh": np.tanh, "linear": lambda z: z, "sigmoid": lambda z: 1 / (1 + np.exp(-z))}[name](Z)
    return A


@pytest.fixture
def session(make_session):
    hidden = '[{"units": 5, "activation": "tanh"}, {"units": 2, "activation": "tanh"}]'
    session = make_session("spirals", **{"network.hidden": hidden, "data.features": '["x1","x2"]'})
    session.advance(float("inf"), until_epoch=5)
    return session


def test_the_grid_is_bent_as_the_network_says(session):
    answer = ask(session)
    (low, high), (bottom, top) = session.run.examples.domain
    assert answer.across == pytest.approx(np.linspace(low, high, LINES))
    assert answer.up == pytest.approx(np.linspace(bottom, top, LINES))
    along_x, along_y = np.linspace(low, high, STEPS), np.linspace(bottom, top, STEPS)
    for layer in (0, 1, 2):
        lines = answer.layers[layer].lines
        assert lines.shape == (2, LINES, 2, STEPS)
        upright = np.stack([np.full(STEPS, answer.across[4]), along_y])
        lying = np.stack([along_x, np.full(STEPS, answer.up[4])])
        assert lines[0, 4] == pytest.approx(activations(session, upright, layer)[:2], abs=1e-5)
        assert lines[1, 4] == pytest.approx(activations(session, lying, layer)[:2], abs=1e-5)


def test_the_end_of_the_grid_is_what_predict_gives(session):
    answer = ask(session)
    corner = np.array([[answer.across[0]], [answer.up[-1]]])
    assert answer.layers[-1].lines[0, 0, 0, -1] == pytest.approx(session.run.network.predict(corner)[0, 0], abs=1e-6)


def test_the_examples_lie_at_their_activations(session):
    examples = session.run.examples
    F = np.concatenate([examples.train.F, examples.test.F], axis=1)
    query = HiddenSpace(((1, 0), (4, 2), (0, 1), (0, 0)))
    answer = ask(session, query)
    for layer, picture in enumerate(answer.layers):
        expected = activations(session, F, layer)[list(query.pairs[layer])]
        assert picture.neurons == query.pairs[layer]
        assert picture.points == pytest.approx(expected, abs=1e-5)


def test_the_line_in_the_last_hidden_layer_is_where_the_output_decides(session):
    answer = ask(session)
    last = answer.layers[2]
    assert last.exact
    assert [picture.decision is not None for picture in answer.layers] == [False, False, True, False]
    assert len(last.decision) == 1
    W, b = session.run.network.W[-1], session.run.network.b[-1]
    assert W @ last.decision[0].T + b == pytest.approx(np.zeros((1, 2)), abs=1e-9)
    # Every example is on the side that the network puts it on.
    (x0, y0), (x1, y1) = last.decision[0]
    side = (x1 - x0) * (last.points[1] - y0) - (y1 - y0) * (last.points[0] - x0)
    examples = session.run.examples
    F = np.concatenate([examples.train.F, examples.test.F], axis=1)
    middle = sum(examples.targets) / 2
    yes = session.run.network.predict(F)[0] > middle
    assert ((side > 0) == yes).all() or ((side < 0) == yes).all()


def test_with_more_neurons_the_others_rest_at_their_mean(make_session):
    session = make_session("spirals", **{"network.hidden": '[{"units": 4, "activation": "tanh"}]'})
    session.advance(float("inf"), until_epoch=5)
    picture = ask(session).layers[1]
    assert not picture.exact
    examples, network = session.run.examples, session.run.network
    mean = activations(session, examples.train.F, 1).mean(axis=1, keepdims=True)
    for end in picture.decision[0] if len(picture.decision) else ():
        a = mean.copy()
        a[:2, 0] = end
        assert network.W[-1] @ a + network.b[-1] == pytest.approx(np.zeros((1, 1)), abs=1e-6)


def test_a_regression_decides_nothing(make_session):
    assert all(picture.decision is None for picture in ask(make_session("plane")).layers)


def test_one_input_has_one_line(make_session):
    session = make_session("sine")
    answer = ask(session)
    assert answer.up.size == 0
    assert answer.layers[1].lines.shape[:3] == (1, 1, 2)


def test_the_grid_lies_over_the_plane_that_is_asked_for(session):
    swapped = ask(session, HiddenSpace(pairs_of(session), InputSlice((1, 0))))
    plain = ask(session)
    assert swapped.layers[2].lines[0, 3] == pytest.approx(plain.layers[2].lines[1, 3], abs=1e-6)


@pytest.mark.parametrize(
    ("pairs", "input_slice", "about"),
    [
        (((0, 1),), InputSlice(), "layers"),
        (((0, 1), (0, 5), (0, 1), (0, 0)), InputSlice(), "layer 1"),
        (((0, 1), (0, -1), (0, 1), (0, 0)), InputSlice(), "layer 1"),
        (((0, 1), (0, 1), (0, 1), (0, 0)), InputSlice((0, 2)), "axes"),
        (((0, 1), (0, 1), (0, 1), (0, 0)), InputSlice(example=10_000), "example"),
    ],
)
def test_what_is_not_there_is_refused(session, pairs, input_slice, about):
    query = HiddenSpace(pairs, input_slice)
    with pytest.raises(TrainingError, match=about):
        query.prepare(session.run)
    Ask(frozenset({query})).apply(session)
    assert query not in session.snapshot().answers


def test_a_large_network_has_a_coarser_grid(session, monkeypatch):
    monkeypatch.setattr("playground.training.queries.hidden_space.LARGEST_GRID", 10_000)
    assert ask(session).layers[2].lines.shape == (2, LINES, 2, 16)


def test_answers_are_frozen(session):
    for picture in ask(session).layers:
        for array in (picture.points, picture.lines, picture.decision):
            assert array is None or not array.flags.writeable


# The borders of several classes.


@given(st.integers(0, 2**16), st.integers(2, 6))
@settings(max_examples=60, deadline=None)
def test_on_a_border_two_classes_are_equal_and_no_other_is_above(seed, k):
    rng = np.random.default_rng(seed)
    W, b = rng.normal(size=(k, 2)), rng.normal(size=k)
    low, high = np.array([-2.0, -3.0]), np.array([2.0, 3.0])
    segments = borders(W, b, low, high)
    assert segments.shape[1:] == (2, 2)
    for start, end in segments:
        for share in (0.0, 0.3, 1.0):
            place = start + share * (end - start)
            scores = np.sort(W @ place + b)
            assert scores[-1] == pytest.approx(scores[-2], abs=1e-9)
            assert (place >= low - 1e-9).all()
            assert (place <= high + 1e-9).all()
    # Every change of the winner along a line across the rectangle is at a border.
    ts = np.linspace(0, 1, 400)
    path = low[:, None] + ts * (high - low)[:, None]
    winners = (W @ path + b[:, None]).argmax(axis=0)
    assert len(segments) >= len(set(winners.tolist())) - 1


def test_three_classes_meet_in_one_point():
    angles = np.radians([90, 210, 330])
    segments = borders(np.stack([np.cos(angles), np.sin(angles)], axis=1), np.zeros(3), -np.ones(2), np.ones(2))
    assert len(segments) == 3
    for segment in segments:
        assert np.linalg.norm(segment, axis=1).min() == pytest.approx(0, abs=1e-9)


def test_the_same_scores_have_no_border():
    assert not len(borders(np.zeros((2, 2)), np.zeros(2), -np.ones(2), np.ones(2)))


@pytest.mark.parametrize(
    ("activation", "targets", "expected"),
    [("linear", (0.0, 1.0), 0.5), ("sigmoid", (0.0, 1.0), 0.0), ("tanh", (-1.0, 1.0), 0.0)],
)
def test_one_output_decides_in_the_middle_of_its_targets(make_session, activation, targets, expected):
    costs = {"linear": "squared_error", "sigmoid": "binary_cross_entropy", "tanh": "half_squared_error"}
    session = make_session("circles", **{"network.output_activation": activation, "training.cost": costs[activation]})
    W, b = class_scores(session.run.network, targets)
    assert (W[0] == 0).all()
    assert b[1] == pytest.approx(float(session.run.network.b[-1][0, 0]) - expected)


def test_an_output_that_turns_back_has_no_straight_border(make_session):
    session = make_session("circles", **{"network.output_activation": "sin", "training.cost": "squared_error"})
    assert class_scores(session.run.network, (-1.0, 1.0)) is None
    assert ask(session).layers[-2].decision is None


def test_softmax_decides_between_its_outputs(make_session):
    session = make_session("three_spirals")
    session.advance(float("inf"), until_epoch=3)
    W, b = class_scores(session.run.network, (0.0, 1.0))
    assert W.shape[0] == b.shape[0] == 3


def test_queries_are_equal_when_they_ask_the_same(session):
    query = HiddenSpace(pairs_of(session))
    assert query == replace(query)
    assert hash(query) == hash(replace(query))

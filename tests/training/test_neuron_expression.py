"""The formula of a network computes what the network computes: value and every gradient, to 1e-12."""

import numpy as np
import pytest
from msgspec.structs import replace

from playground.engine import ACTIVATIONS, COSTS, Network, allowed_costs
from playground.expressions import evaluate, parse
from playground.files import override, read_preset
from playground.messages import Message
from playground.training import TrainingSession
from playground.training.formula_writer import ACTIVATION_TEXTS, COST_TEXTS
from playground.training.neuron_expression import MOST_NODES, neuron_expression, neuron_notes

PAIRS = [
    (activation, cost)
    for activation in ACTIVATIONS
    for cost in allowed_costs(activation, 2 if activation == "softmax" else 1)
]


def session_of(preset="circles", epochs=0, **overrides):
    session = TrainingSession(override(read_preset(preset), [f"{path}={value}" for path, value in overrides.items()]))
    session.advance(float("inf"), until_epoch=epochs)
    return session


def check(session, example=0):
    """Compare value and gradients with `Network.backpropagate` on that example alone."""
    snapshot = session.snapshot(number=1)
    found = neuron_expression(snapshot, example)
    assert not isinstance(found, str), found
    text, values = found
    evaluation = evaluate(parse(text), values)
    assert len(evaluation.records) <= MOST_NODES
    assert evaluation.problems == ()
    run = session.run
    F, Y = run.examples.train.F[:, [example]], run.examples.train.Y[:, [example]]
    assert evaluation.output.value == pytest.approx(run.network.cost(F, Y), rel=1e-12, abs=1e-12)
    gradients = run.network.backpropagate(F, Y)
    for layer, (dW, db) in enumerate(zip(gradients.W, gradients.b, strict=True), start=1):
        for (j, i), derivative in np.ndenumerate(dW):
            name = f"w{layer}_{j + 1}_{i + 1}"
            assert evaluation[name].gradient == pytest.approx(derivative, rel=1e-12, abs=1e-12), name
        for (j, _), derivative in np.ndenumerate(db):
            assert evaluation[f"b{layer}_{j + 1}"].gradient == pytest.approx(derivative, rel=1e-12, abs=1e-12)
    return evaluation


def test_every_activation_and_every_cost_has_its_text():
    assert set(ACTIVATION_TEXTS) == set(ACTIVATIONS)
    assert set(COST_TEXTS) == set(COSTS)


@pytest.mark.parametrize("activation", [name for name, record in ACTIVATIONS.items() if not record.output_only])
@pytest.mark.parametrize("example", [0, 3, 7])
def test_hidden_activations(activation, example):
    hidden = f'[{{"units": 3, "activation": "{activation}"}}]'
    check(session_of(epochs=2, **{"network.hidden": hidden}), example)


@pytest.mark.parametrize(("activation", "cost"), PAIRS)
def test_every_cost_with_every_output_activation_that_it_allows(activation, cost):
    changes = {"network.output_activation": activation, "training.cost": cost, "network.hidden": "[3]"}
    check(session_of(epochs=1, **changes), 2)


@pytest.mark.parametrize("cost", [cost for cost in COSTS if cost in allowed_costs("softmax")])
def test_several_outputs(cost):
    changes = {"network.output_activation": "softmax", "training.cost": cost, "network.hidden": "[3]"}
    check(session_of("blobs", epochs=2, **changes), 4)


@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "elu", "gelu", "swish"])
def test_at_zero_the_same_side_of_a_kink_is_taken(activation):
    hidden = f'[{{"units": 3, "activation": "{activation}"}}]'
    check(session_of(**{"network.hidden": hidden, "network.initializer": "zeros"}))


@pytest.mark.parametrize("size", [0.5, 3.0, 30.0, 500.0])
def test_a_saturated_output_loses_no_digits(size):
    session = session_of(**{"network.hidden": "[3]"})
    session.run.network.b[-1][...] = size
    for example in range(4):
        check(session, example)


def test_features_are_part_of_the_formula():
    features = '["x1","x1**2","sin(x2)","x1*x2"]'
    evaluation = check(session_of(epochs=1, **{"data.features": features, "network.hidden": "[2]"}), 5)
    assert evaluation.graph.inputs[:2] == ("x1", "x2")
    assert evaluation["a0_2"].operation == "power"


def test_normalised_columns_of_a_table(tmp_path):
    (tmp_path / "t.csv").write_text("a,b,y\n" + "".join(f"{i},{i * i - 9.5},{i % 2}\n" for i in range(12)))
    source = f'{{"csv": "{tmp_path / "t.csv"}", "label": ["y"]}}'
    evaluation = check(session_of(**{"data.source": source, "network.hidden": "[2]"}), 1)
    assert "a0_1" in evaluation.graph


def check_neuron(session, neuron, example=1):
    """A neuron's way to the cost, against `Network.backpropagate`: values and gradients of it and of its weights."""
    layer, unit = neuron
    text, values = neuron_expression(session.snapshot(number=1), example, neuron)
    evaluation = evaluate(parse(text), values)
    assert set(values) == set(evaluation.graph.inputs)
    run, name = session.run, f"a{layer}_{unit + 1}"
    F, Y = run.examples.train.F[:, [example]], run.examples.train.Y[:, [example]]
    made = run.network.backpropagate(F, Y)
    assert evaluation[name].value == pytest.approx(made.A[layer][unit, 0], rel=1e-12, abs=1e-12)
    if evaluation.graph.output == "C":
        assert evaluation.output.value == pytest.approx(run.network.cost(F, Y), rel=1e-12, abs=1e-12)
        assert values["y1"] == Y[0, 0]
        dz = made.dZ[layer][unit, 0]
        assert evaluation[f"z{layer}_{unit + 1}"].gradient == pytest.approx(dz, rel=1e-9, abs=1e-12)
        for column, gradient in enumerate(made.W[layer - 1][unit], start=1):
            weight = f"w{layer}_{unit + 1}_{column}"
            assert evaluation[weight].gradient == pytest.approx(gradient, rel=1e-9, abs=1e-12)
    return evaluation, values


@pytest.mark.parametrize(("activation", "cost"), PAIRS)
def test_a_neuron_goes_on_to_the_cost(activation, cost):
    changes = {"network.output_activation": activation, "training.cost": cost, "network.hidden": "[2,3]"}
    session = session_of(epochs=1, **changes)
    for neuron in ((1, 0), (1, 1), (2, 0), (2, 2), (3, 0)):
        evaluation, _ = check_neuron(session, neuron)
        assert evaluation.graph.output == "C"


def test_what_a_neuron_does_not_need_is_given_and_what_could_not_be_read_is_left_out():
    session = session_of(epochs=2, **{"network.hidden": "[4,3]"})
    evaluation, values = check_neuron(session, (2, 1))
    assert {"a2_1", "a2_3"} <= values.keys()
    assert "w1_1_1" in evaluation.graph
    said = neuron_notes(session.snapshot(number=1), 1, (2, 1), values)
    assert [str(note) for note in said[:2]] == [
        "every number is that of training example 2 of 200 alone",
        "the other neurons of layer 2 are given: they do not depend on it",
    ]
    session = session_of(epochs=1, **{"network.hidden": "[8,8,8]"})
    evaluation, values = check_neuron(session, (3, 1))
    assert evaluation.graph.output == "C"
    assert {f"a2_{unit}" for unit in range(1, 9)} <= values.keys()
    assert "what comes in from layer 2 is given too" in neuron_notes(session.snapshot(number=1), 1, (3, 1), values)
    session = session_of(epochs=1, **{"network.hidden": "[3,8,8,8]"})
    evaluation, values = check_neuron(session, (1, 1))
    assert evaluation.graph.output == "a1_2"
    said = neuron_notes(session.snapshot(number=1), 1, (1, 1), values)
    assert said[-1] == "it ends at the neuron: with all that comes after, it could not be read"


def test_one_output_of_a_softmax_goes_to_the_cost_too():
    changes = {"network.output_activation": "softmax", "training.cost": "cross_entropy", "network.hidden": "[3]"}
    session = session_of("blobs", **changes)
    snapshot = session.snapshot(number=1)
    last = len(snapshot.problem_info.sizes) - 1
    for unit in range(snapshot.problem_info.sizes[-1]):
        evaluation, _ = check_neuron(session, (last, unit), 0)
        assert evaluation.graph.output == "C"
    wide = session_of("blobs", **{"network.output_activation": "softmax", "network.hidden": "[9]"})
    evaluation, values = check_neuron(wide, (2, 1))
    assert evaluation.graph.output == "C"
    assert "a1_9" in values


def test_a_large_network_says_why_not():
    snapshot = session_of(**{"network.hidden": "[8,8,8,8,8,8]"}).snapshot(number=1)
    sentence = neuron_expression(snapshot, 0)
    assert isinstance(sentence, Message)
    assert "nodes or more, and 200 can be shown: point at a neuron" in sentence
    assert not isinstance(neuron_expression(snapshot, 0, (6, 0)), str)  # what comes in is given
    assert not isinstance(neuron_expression(snapshot, 0, (2, 0)), str)
    wide = session_of(**{"network.hidden": "[80,80]"}).snapshot(number=1)
    sentence = neuron_expression(wide, 0, (2, 0))
    assert isinstance(sentence, Message)
    assert sentence.endswith("choose one in an earlier layer.")


@pytest.mark.parametrize(
    ("example", "neuron", "said"),
    [
        (-1, None, "no training example 0"),
        (10_000, None, "no training example 10001"),
        (0, (9, 0), "no neuron 1 in layer 9"),
        (0, (1, 99), "no neuron 100 in layer 1"),
        (0, (0, 0), "no neuron 1 in layer 0"),
    ],
)
def test_what_is_not_there(example, neuron, said):
    assert said in neuron_expression(session_of().snapshot(number=1), example, neuron)


def test_weights_that_are_not_finite():
    snapshot = session_of().snapshot(number=1)
    broken = replace(snapshot, W=(np.full_like(snapshot.W[0], np.nan), *snapshot.W[1:]))
    assert "not finite" in neuron_expression(broken, 0)


def test_a_single_precision_network_gives_the_same_numbers_in_double():
    session = session_of(epochs=2, **{"network.dtype": "float32", "network.hidden": "[3]"})
    text, values = neuron_expression(session.snapshot(number=1), 0)
    evaluation = evaluate(parse(text), values)
    run = session.run
    twin = Network(run.network.sizes, run.network.activations, run.experiment.training.cost)
    twin.parameters[...] = run.network.parameters
    X, Y = run.examples.train.F[:, [0]].astype(float), run.examples.train.Y[:, [0]].astype(float)
    assert evaluation.output.value == pytest.approx(twin.cost(X, Y), rel=1e-6)


def test_it_says_whose_numbers_they_are():
    session = session_of(epochs=2)
    snapshot = session.snapshot(number=1)
    m = snapshot.problem_info.train_X.shape[1]
    alone = f"every number is that of training example 3 of {m} alone"
    mean = "C is the cost of this example; training minimizes the mean over the examples"
    assert neuron_notes(snapshot, 2, None, {"y1": 0.0}) == (alone, mean)
    # The mean of what the graphs of all examples show is the cost that training minimizes.
    costs = []
    for example in range(m):
        text, values = neuron_expression(snapshot, example)
        costs.append(float(evaluate(parse(text), values).output.value))
    assert np.mean(costs) == pytest.approx(snapshot.train_cost, rel=1e-12)


def test_a_cost_computed_from_z_says_so():
    session = session_of(epochs=1)
    snapshot = session.snapshot(number=1)
    far = replace(snapshot, b=(*snapshot.b[:-1], snapshot.b[-1] + 100))
    assert neuron_notes(far, 0, None, {"y1": 0.0})[-1] == "a is too near 0 or 1 for 1 − a: the cost is computed from z"
    assert "softplus" in neuron_expression(far, 0)[0]

"""What is to be found in a walk, and what it hides, whatever the network and its optimizer."""

import numpy as np
import pytest

from playground.expressions import OPERATIONS, evaluate, parse, read_value
from playground.files import read_preset
from playground.files.chain_presets import chain_presets
from playground.files.overrides import override
from playground.lessons.masking import masked_walk
from playground.lessons.prediction import EXCHANGED, MOST_CELLS, ChainPrediction, WalkPrediction
from playground.training import TrainingSession
from playground.training.walkthrough.one_update import OneUpdate
from playground.training.walkthrough.walk import cell_name

WALKS = (
    ("by_hand", ()),
    ("circles", ()),
    ("circles", ("training.optimizer=momentum", "training.l1=0.01", "training.l2=0.1")),
    ("blobs", ("training.optimizer=rmsprop",)),
)


def walk_of(preset, settings, example=None):
    experiment = override(read_preset(preset), settings)
    return OneUpdate(TrainingSession(experiment).run, example).walkthrough(0)


@pytest.fixture(params=WALKS, ids=lambda each: "-".join((each[0], *each[1])))
def walk(request):
    return walk_of(*request.param)


@pytest.mark.parametrize("degree", ["sign", "cell", "step"])
def test_every_step_is_found_with_four_digits(walk, degree):
    prediction = WalkPrediction(degree, 0)
    prediction.take(walk)
    for index, phase in enumerate(walk.phases):
        prediction.enter(index, (0, 0))
        size = walk.arrays[phase.subject].size
        assert len(prediction.targets) == (size if degree == "step" and size <= MOST_CELLS else 1)
        while prediction.targets:
            quantity, row, column = prediction.targets[0]
            value = float(walk.arrays[quantity][row, column])
            assert all(hint.startswith(f"{cell_name(prediction.targets[0])} = ") for hint in prediction.hint_texts)
            sign = "0" if abs(value) <= 1e-12 else "+" if value > 0 else "-"
            assert prediction.answer(sign if degree == "sign" else f"{value:.4g}")
            assert not prediction.is_wrong


def test_what_is_to_be_found_and_all_that_comes_after_it_is_hidden(walk):
    prediction = WalkPrediction("step", 0)
    prediction.take(walk)
    for index, phase in enumerate(walk.phases):
        prediction.enter(index, (0, 0))
        shown = masked_walk(walk, prediction.hidden)
        found = set(prediction.targets)
        for row, column in np.ndindex(*walk.arrays[phase.subject].shape):
            assert np.isnan(shown.arrays[phase.subject][row, column]) == ((phase.subject, row, column) in found)
        assert all(np.isnan(shown.arrays[each]).all() for later in walk.phases[index + 1 :] for each in later.result)
        assert all(not np.isnan(shown.arrays[each]).any() for each in phase.operands)
        assert np.isnan(shown.cost_before) == (index <= [each.name for each in walk.phases].index("C"))
        assert np.isnan(shown.cost_after)


def test_what_the_numbers_on_screen_give_is_right_though_they_cancel():
    walk = walk_of("circles", (), example=0)
    prediction = WalkPrediction("cell", 0)
    prediction.take(walk)
    index = [f"{phase.name} {phase.layer}" for phase in walk.phases].index("Z 2")
    prediction.enter(index, (0, 0))
    hint = prediction.hint_texts[1].split(" = ")[1]
    rounded = eval(hint.replace("·", "*").replace("−", "-"))
    assert prediction.answer(f"{rounded:.5g}")
    prediction.enter(index, (0, 0))
    assert not prediction.answer(f"{-rounded:.5g}")


def test_another_walk_asks_for_the_same_step_again():
    first, second = (walk_of("circles", (), example) for example in (0, 1))
    prediction = WalkPrediction("cell", 0)
    prediction.take(first)
    prediction.enter(3, (0, 0))
    prediction.reveal()
    prediction.take(first)
    assert not prediction.targets
    prediction.take(second)
    assert prediction.targets == ((("A", 2), 0, 0),)
    prediction.take(walk_of("by_hand", ()))
    assert prediction.index == 0


def slope(evaluation, sought):
    """Return a number of a gate's Jacobian, found by computing the gate alone with its input moved a little."""
    gate = evaluation[sought.gate]
    values = {name: np.array(evaluation[name].value, float) for name in dict.fromkeys(gate.inputs)}
    found = []
    for step in (1e-6, -1e-6):
        moved = {name: np.array(value) for name, value in values.items()}
        moved[sought.node][sought.place] += step
        value = OPERATIONS[gate.operation].forward(*(moved[name] for name in gate.inputs))
        found.append(float(np.asarray(value)[sought.row]))
    return (found[0] - found[1]) / 2e-6


@pytest.mark.parametrize("preset", chain_presets(), ids=lambda each: each.id)
def test_both_passes_through_every_worked_example_are_found(preset):
    values = {name: read_value(each) if isinstance(each, str) else each for name, each in preset.values.items()}
    evaluation = evaluate(parse(preset.text), values)
    prediction = ChainPrediction("step", 0, str)
    prediction.take(evaluation)
    asked = set()
    for step in range(len(evaluation.forward) + len(evaluation.backward) + 2):
        prediction.enter(step)
        while prediction.targets:
            sought = prediction.targets[0]
            record = evaluation[sought.node]
            if sought.gate:
                value = slope(evaluation, sought)
            else:
                asked.add(f"d{sought.node}" if sought.is_gradient else sought.node)
                value = float(np.asarray(record.gradient if sought.is_gradient else record.value)[sought.place])
            assert sought.is_gradient == (step > len(evaluation.forward))
            assert prediction.hidden == {each.hides for each in prediction.targets}
            assert len(prediction.hint_texts) == 2
            assert prediction.answer(f"{value:.4g}")
    for record in evaluation.records.values():
        if record.inputs and record.is_defined:
            assert record.name in asked
    for name in evaluation.graph.inputs:
        record = evaluation[name]
        reaches = any(evaluation[gate].contributions for gate in evaluation.graph.consumers[name])
        if record.gradient is not None and reaches:
            assert f"d{name}" in asked


def test_a_number_of_a_jacobian_and_its_exchanged_place():
    values = {"W": [[0.5, -1.5], [2.0, 0.25]], "x": [3.0, -2.0]}
    evaluation = evaluate(parse("z = W@x\nC = sum(z*z)"), values)
    prediction = ChainPrediction("cell", 0, str)
    prediction.take(evaluation)
    asked = []
    for step in range(len(evaluation.forward) + len(evaluation.backward) + 2):
        prediction.enter(step)
        if not prediction.targets:
            continue
        asked.append(prediction.question)
        sought = prediction.targets[0]
        if sought.gate == "z" and sought.node == "W":
            assert prediction.hidden == {"dW"}
            assert str(prediction.hint_texts[0]).startswith("∂z/∂W is 2 × 4")
            assert not prediction.answer(f"{slope(evaluation, sought) + 1:.4g}")
    assert any(name.startswith("∂z[") for name in asked)
    evaluation = evaluate(parse("p = x/sum(x)\nC = p[1]*p[2]*p[2]"), {"x": [3.0, 1.0]})
    prediction = ChainPrediction("step", 0, str)
    prediction.take(evaluation)
    quotients = 0
    for step in range(len(evaluation.forward) + len(evaluation.backward) + 2):
        prediction.enter(step)
        while prediction.targets:
            quotients += "∂" in prediction.question
            prediction.reveal()
    assert quotients >= 2


@pytest.mark.parametrize(("typed", "said"), [("-1.5", EXCHANGED), ("2", "")])
def test_exchanging_row_and_column_gets_its_reason(typed, said):
    evaluation = evaluate(parse("z = [[0.5, -1.5], [2.0, 0.25]]@x\nC = sum(z)"), {"x": [3.0, -2.0]})
    prediction = ChainPrediction("step", 0, str)
    prediction.take(evaluation)
    prediction.enter(len(evaluation.forward) + len(evaluation.backward) + 1)
    while not any(sought.gate == "z" and sought.node == "x" for sought in prediction.targets):
        prediction.enter(prediction.index - 1)
    while prediction.question != "∂z[2]/∂x[1]":
        prediction.reveal()
    assert prediction.answer(typed) == (not said)
    assert not said or prediction.say == said

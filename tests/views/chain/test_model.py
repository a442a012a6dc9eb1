"""The state of the workspace, without a screen."""

import numpy as np
import pytest

from playground.files.chain_presets import chain_presets
from playground.views.chain.model import ChainModel


@pytest.fixture
def model():
    model = ChainModel()
    model.open("q = x + y\nf = q*z", {"x": -2, "y": 5, "z": -4})
    return model


def test_values_and_gradients(model):
    assert model.evaluation["f"].value == -12
    assert {name: float(value) for name, value in model.shown().gradients.items()} == {
        "x": -4,
        "y": -4,
        "q": -4,
        "z": 3,
        "f": 1,
    }
    assert model.error is None


def test_an_input_without_a_value_is_one():
    model = ChainModel()
    model.set_text("f = a*b")
    assert model.values == {"a": 1, "b": 1}
    assert model.evaluation["f"].value == 1


def test_a_mistake_leaves_the_last_good_graph(model):
    before = model.evaluation
    model.set_text("q = x +")
    assert model.error.column == 8
    assert model.evaluation is before
    model.set_value("x", 0)
    assert model.error is not None
    assert model.evaluation["f"].value == -20
    model.set_text("q = x + y\nf = q*z*2")
    assert model.error is None
    assert model.evaluation["f"].value == -40


def test_shapes_that_do_not_fit_are_an_error_until_the_values_fit():
    model = ChainModel()
    model.open("f = W @ x", {})
    assert "needs vectors or matrices" in model.error.reason
    assert model.evaluation is None
    assert model.inputs == ("W", "x")
    model.set_value("W", [[1, 2], [3, 4]])
    model.set_value("x", [1, 1])
    assert model.error is None
    np.testing.assert_array_equal(model.evaluation["f"].value, [3, 7])


def test_steps_of_both_passes(model):
    assert model.passes == (("q", "f"), ("f", "q"))
    assert (model.steps, model.step, model.is_stepping, model.active) == (5, 5, False, None)
    stands = []
    for step in range(6):
        model.go_to(step)
        shown = model.shown()
        stands.append((shown.is_forward, model.done, shown.active))
        assert set(shown.evaluation.records) - shown.computed == [{"q", "f"}, {"f"}, set()][min(step, 2)]
        assert shown.visited == [set(), {"f"}, {"f", "q"}][max(step - 3, 0)]
    assert stands == [(True, 0, ""), (True, 1, "q"), (True, 2, "f"), (False, 0, ""), (False, 1, "f"), (False, 2, "q")]


def test_gradients_of_a_step_follow_the_values(model):
    model.go_to(2)
    assert model.shown().gradients == {}
    model.go_to(3)
    assert model.shown().gradients == {"f": 1}
    model.go_to(4)
    assert set(model.shown().gradients) == {"f", "q", "z"}
    model.set_value("z", 1)  # a slider moves: the step stays
    assert model.step == 4
    assert model.shown().gradients["q"] == 1
    model.to_end()
    assert not model.is_stepping
    assert set(model.shown().gradients) == {"x", "y", "q", "z", "f"}


def test_start_and_end_are_those_of_the_pass_and_then_of_both(model):
    model.take(1)
    assert model.step == 1  # from the complete passes, the first step computes the first gate
    model.to_end()
    assert (model.step, model.is_forward) == (2, True)
    model.to_end()
    assert not model.is_stepping
    model.take(-1)
    assert model.step == 4
    model.to_start()
    assert (model.step, model.is_forward) == (3, False)
    model.to_start()
    assert model.step == 0
    model.take(-1)
    assert model.step == 0
    model.go_to(99)
    assert model.step == 5


@pytest.mark.parametrize(("text", "steps"), [("x", 0), ("x = 3\nf = 2", 0), ("y = 2*x\nf = 3", 2)])
def test_formulas_without_a_gate_or_a_path(text, steps):
    model = ChainModel()
    model.open(text, {})
    assert model.steps == steps
    for step in range(steps + 1):
        model.go_to(step)
        assert model.done >= 0
    for act in (model.to_start, model.to_end, lambda: model.take(1), lambda: model.take(-1)):
        act()
        assert model.shown().evaluation is model.evaluation


def test_another_text_has_its_backward_pass_complete(model):
    model.go_to(1)
    model.set_text("f = x*2")
    assert not model.is_stepping


def test_folding_and_unfolding():
    model = ChainModel()
    preset = next(preset for preset in chain_presets() if preset.id == "sigmoid_folded")
    model.open(preset.text, preset.values, [("fold", name) for name in preset.folded])
    folded = model.evaluation
    assert folded["L"].operation == "sigmoid"
    assert model.toggle_fold("L")
    apart = model.evaluation
    assert apart["L"].operation == "divide"
    assert apart["L"].value == pytest.approx(folded["L"].value, rel=1e-15)
    assert abs(apart["s"].gradient - folded["s"].gradient) <= 3e-17
    assert model.toggle_fold("L")
    assert model.evaluation["L"].operation == "sigmoid"
    assert not model.toggle_fold("s")
    assert not model.toggle_fold("nobody")


def test_a_typed_function_can_be_taken_apart_and_put_together():
    model = ChainModel()
    model.open("f = sigmoid(x)", {"x": 0.3})
    assert model.toggle_fold("f")
    assert model.evaluation["f"].operation == "divide"
    model.set_text("f = sigmoid(x) ")  # typed anew: still apart
    assert model.evaluation["f"].operation == "divide"
    assert model.toggle_fold("f")
    assert model.evaluation["f"].operation == "sigmoid"


def test_folding_outlives_an_edit_as_far_as_the_parts_are_there():
    model = ChainModel()
    model.open("s = a*b\nL = 1/(1 + exp(-s))", {}, [("fold", "L")])
    model.set_text("s = a*b + c\nL = 1/(1 + exp(-s))")
    assert model.evaluation["L"].operation == "sigmoid"
    model.set_text("s = a*b + c\nL = exp(-s)")
    assert model.evaluation["L"].operation == "exp"


def test_values_are_copied():
    values = np.array([1.0, 2.0])
    model = ChainModel()
    model.open("f = sum(x)", {"x": values})
    values[0] = 99
    assert model.evaluation["f"].value == 3

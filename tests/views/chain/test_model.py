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
    assert {name: float(value) for name, value in model.gradients().items()} == {
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


def test_steps_of_the_backward_pass(model):
    assert (model.steps, model.step, model.is_stepping, model.active) == (2, 2, False, None)
    model.go_to(0)
    assert model.gradients() == {"f": 1}
    assert model.visited() == frozenset()
    model.go_to(1)
    assert model.active.name == "f"
    assert set(model.gradients()) == {"f", "q", "z"}
    assert model.visited() == {"f"}
    model.set_value("z", 1)  # a slider moves: the step stays
    assert model.step == 1
    assert model.gradients()["q"] == 1
    model.go_to(99)
    assert model.step == 2
    model.go_to(-1)
    assert model.step == 0
    model.complete()
    assert not model.is_stepping
    assert set(model.gradients()) == {"x", "y", "q", "z", "f"}


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

import ast

import numpy as np
import pytest

from playground.engine import ACTIVATIONS
from playground.expressions import elementwise
from playground.expressions.operations import OPERATIONS
from playground.files import FileError
from playground.files.export_code import ACTIVATION_CODE, OPERATION_CODE, feature_steps

Z = np.concatenate([np.linspace(-12, 12, 49), [-700.0, 0.0, 700.0]]).reshape(4, 13)
POSITIVE = np.array([[0.5, 1.5, 2.0], [0.25, 3.0, 0.75]])
WRITTEN = {
    "add": "x1 + x2",
    "subtract": "x1 - x2",
    "multiply": "x1 * x2",
    "divide": "x1 / x2",
    "power": "x1 ** x2",
    "negative": "-x1",
    "copy": "y = x1",
    "max": "max(x1, x2, 1)",
    "min": "min(2, x1, x2)",
}
ELEMENTWISE = [name for name, operation in OPERATIONS.items() if operation.elementwise]


def test_every_elementwise_operation_has_its_code():
    assert set(OPERATION_CODE) == set(ELEMENTWISE)


def evaluated(formula, X):
    """Run the numpy code of one formula."""
    plan = feature_steps([formula])
    values = {f"x{i}": row for i, row in enumerate(X, start=1)}
    for step in plan.steps:
        operands = [repr(o) if isinstance(o, float) else o for o in step.operands]
        values[step.name] = eval(step.code.numpy.format(*operands), {"np": np, **values})
    (feature,) = plan.features
    return np.full(X.shape[1], feature) if isinstance(feature, float) else values[feature]


@pytest.mark.parametrize("formula", [WRITTEN.get(name, f"{name}(x1 - x2)") for name in ELEMENTWISE])
def test_the_code_computes_what_the_formula_means(formula):
    X = POSITIVE
    if formula in ("log(x1 - x2)", "sqrt(x1 - x2)"):
        formula = formula.replace("-", "+")
    np.testing.assert_allclose(evaluated(formula, X), elementwise(formula, ["x1", "x2"])(X), rtol=1e-14)


@pytest.mark.parametrize(
    "formula", ["3", "2 * pi", "max(1, 2, 3) * x1", "v1 = x1 * 2; v1 ** -2", "x1 - x1", "-2 ** 2 + x2"]
)
def test_constants_are_computed_and_names_kept_apart(formula):
    np.testing.assert_allclose(evaluated(formula, POSITIVE), elementwise(formula, ["x1", "x2"])(POSITIVE), rtol=1e-14)


@pytest.mark.parametrize(
    ("formula", "message"), [("1/0 + x1", "no finite value"), ("sum(x1)", "whole arrays"), ("x1 +", "")]
)
def test_what_cannot_be_exported(formula, message):
    with pytest.raises(FileError, match=f"cannot be exported: .*{message}"):
        feature_steps([formula])


@pytest.mark.parametrize("code", OPERATION_CODE.values(), ids=lambda code: code.name)
def test_the_pytorch_template_uses_its_inputs_and_torch_only(code):
    tree = ast.parse(code.pytorch.format("x1", "x2"), mode="eval")
    assert {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} <= {"x1", "x2", "torch"}


def test_every_activation_of_the_engine_has_its_code():
    assert ACTIVATION_CODE.keys() == ACTIVATIONS.keys()


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_numpy_expression_computes_what_the_engine_computes(name, dtype):
    z = Z.astype(dtype)
    with np.errstate(over="ignore"):
        expected = ACTIVATIONS[name](z)
        values = eval(ACTIVATION_CODE[name].numpy.format("z"), {"np": np, "z": z})
    np.testing.assert_allclose(values, expected, rtol=4 * np.finfo(dtype).eps, atol=2 * np.finfo(dtype).eps)
    assert values.dtype == dtype


@pytest.mark.parametrize("code", ACTIVATION_CODE.values(), ids=lambda code: code.name)
def test_the_pytorch_expression_uses_z_and_torch_only(code):
    tree = ast.parse(code.pytorch.format("z"), mode="eval")
    assert {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} <= {"z", "torch"}

import ast

import numpy as np
import pytest

from playground.engine import ACTIVATIONS
from playground.files.activation_code import ACTIVATION_CODE

Z = np.concatenate([np.linspace(-12, 12, 49), [-700.0, 0.0, 700.0]]).reshape(4, 13)


def test_every_activation_of_the_engine_has_its_code():
    assert ACTIVATION_CODE.keys() == ACTIVATIONS.keys()


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_numpy_expression_computes_what_the_engine_computes(name, dtype):
    z = Z.astype(dtype)
    with np.errstate(over="ignore"):
        expected = ACTIVATIONS[name](z)
        values = eval(ACTIVATION_CODE[name].numpy, {"np": np, "z": z})
    np.testing.assert_allclose(values, expected, rtol=4 * np.finfo(dtype).eps, atol=2 * np.finfo(dtype).eps)
    assert values.dtype == dtype


@pytest.mark.parametrize("code", ACTIVATION_CODE.values(), ids=lambda code: code.name)
def test_the_pytorch_expression_uses_z_and_torch_only(code):
    tree = ast.parse(code.pytorch, mode="eval")
    assert {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} <= {"z", "torch"}

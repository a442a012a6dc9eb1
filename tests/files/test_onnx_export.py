from dataclasses import replace

import numpy as np
import onnx
import pytest
from onnx.reference import ReferenceEvaluator

from playground.data import FeatureMap
from playground.engine import ACTIVATIONS
from playground.expressions.operations import OPERATIONS
from playground.files import FileError, output_count, override
from playground.files.onnx_export import write_onnx

ROWS = np.random.default_rng(5).uniform(0.2, 2, size=(7, 2))


def plain(model, rows):
    """The network in plain numpy, columns as examples."""
    F = FeatureMap(model.experiment.data.features, rows.shape[1]).transform(rows.T)
    A = ((F - model.input_mean) / model.input_scale).astype(model.experiment.network.dtype)
    for W, b, activation in zip(model.W, model.b, model.activations, strict=True):
        A = ACTIVATIONS[activation](W @ A + b)
    return A.T


def run(path, rows, dtype):
    graph = onnx.load(path)
    onnx.checker.check_model(graph, full_check=True)
    (outputs,) = ReferenceEvaluator(graph).run(None, {"inputs": rows.astype(dtype)})
    assert outputs.dtype == dtype
    return outputs


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_every_activation(tmp_path, experiment, make_model, name, dtype):
    hidden = "tanh" if ACTIVATIONS[name].output_only else name
    settings = [
        f"network.dtype={dtype}",
        f"network.hidden[0].activation={hidden}",
        f"network.output_activation={name}",
        "training.cost=squared_error",
        "data.source=blobs",
    ]
    changed = override(experiment, settings)
    model = make_model(changed, outputs=output_count(changed))
    write_onnx(tmp_path / "a.onnx", model)
    tolerance = 1e-12 if dtype == "float64" else 1e-5
    np.testing.assert_allclose(
        run(tmp_path / "a.onnx", ROWS, dtype), plain(model, ROWS), rtol=tolerance, atol=tolerance
    )


FUNCTIONS = [
    f"{name}(x1)"
    for name, op in OPERATIONS.items()
    if op.elementwise and op.arity == 1 and name not in ("negative", "copy")
]


def test_every_kind_of_feature(tmp_path, experiment, make_model):
    features = ["x1", "x2", "x1**2", "x1*x2 - x2/x1", "-x2**x1", "max(x1,x2,1)", "min(x1,x2)", "2", "x1+x2", *FUNCTIONS]
    model = make_model(override(experiment, [f"data.features={features}".replace("'", '"')]))
    write_onnx(tmp_path / "a.onnx", model)
    np.testing.assert_allclose(run(tmp_path / "a.onnx", ROWS, "float64"), plain(model, ROWS), rtol=1e-10)


def test_no_normalisation_leaves_no_trace(tmp_path, model):
    write_onnx(tmp_path / "a.onnx", model)
    write_onnx(tmp_path / "b.onnx", replace(model, input_mean=np.zeros((2, 1)), input_scale=np.ones((2, 1))))
    operators = [{node.op_type for node in onnx.load(tmp_path / name).graph.node} for name in ("a.onnx", "b.onnx")]
    assert operators[0] - operators[1] == {"Sub", "Div"}


def test_large_and_small_values_do_not_overflow(tmp_path, experiment, make_model):
    for name in ("softplus", "elu", "sigmoid", "swish"):
        model = make_model(override(experiment, [f"network.hidden[0].activation={name}"]))
        write_onnx(tmp_path / "a.onnx", model)
        rows = np.array([[1e4, -1e4], [-1e4, 1e4]])
        with np.errstate(all="ignore"):  # the reference evaluator computes both sides of its own case distinctions
            np.testing.assert_allclose(run(tmp_path / "a.onnx", rows, "float64"), plain(model, rows), rtol=1e-10)


def test_what_cannot_be_exported_leaves_the_old_file(tmp_path, experiment, make_model):
    (tmp_path / "a.onnx").write_bytes(b"old")
    with pytest.raises(FileError, match="cannot be exported"):
        write_onnx(tmp_path / "a.onnx", make_model(override(experiment, ['data.features=["x1","x1+1/0"]'])))
    assert (tmp_path / "a.onnx").read_bytes() == b"old"

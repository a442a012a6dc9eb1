import json
import subprocess
import sys

import msgspec
import numpy as np
import onnx
import onnxruntime
import pytest
from msgspec.structs import replace

from playground.data import FeatureMap
from playground.engine import ACTIVATIONS
from playground.expressions.operations import OPERATIONS
from playground.files import CsvSource, FileError, open_source, output_count, override, read_preset
from playground.files.decoding import plain as plain_experiment
from playground.files.onnx_export import INSTALL, onnx_bytes, write_onnx
from playground.training import TrainingSession

ROWS = np.random.default_rng(5).uniform(0.2, 2, size=(7, 2))
DTYPES = ["float64", "float32"]
TOLERANCE = 1e-6


def plain(model, rows):
    """The network in plain numpy, columns as examples."""
    F = FeatureMap(model.experiment.data.features, rows.shape[1]).transform(rows.T)
    A = ((F - model.input_mean) / model.input_scale).astype(model.experiment.network.dtype)
    for W, b, activation in zip(model.W, model.b, model.activations, strict=True):
        A = ACTIVATIONS[activation](W @ A + b)
    return (A * model.output_scale + model.output_mean).T


def run(data, rows, dtype):
    """What onnxruntime answers."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    (given,), (made,) = session.get_inputs(), session.get_outputs()
    element = {"float32": "tensor(float)", "float64": "tensor(double)"}[dtype]
    assert (given.name, given.type, given.shape) == ("inputs", element, ["batch", rows.shape[1]])
    assert (made.name, made.type, made.shape[0]) == ("outputs", element, "batch")
    (outputs,) = session.run(None, {"inputs": rows.astype(dtype)})
    assert outputs.dtype == dtype
    assert outputs.shape[1] == made.shape[1]
    return outputs


def exported(model):
    """The graph with inputs and outputs as fine as the network is."""
    return onnx_bytes(model, model.experiment.network.dtype)


def agree(data, model, rows=ROWS):
    dtype = model.experiment.network.dtype
    np.testing.assert_allclose(run(data, rows, dtype), plain(model, rows), rtol=TOLERANCE, atol=TOLERANCE)


@pytest.mark.parametrize("dtype", DTYPES)
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
    write_onnx(tmp_path / "a.onnx", model, dtype)
    data = (tmp_path / "a.onnx").read_bytes()
    onnx.checker.check_model(onnx.load_from_string(data), full_check=True)
    agree(data, model)


FUNCTIONS = [
    f"{name}(x1)"
    for name, op in OPERATIONS.items()
    if op.elementwise and op.arity == 1 and name not in ("negative", "copy")
]
FORMULAS = ["x1", "x2", "x1**2", "x1*x2 - x2/x1", "-x2**x1", "max(x1,x2,1)", "min(x1,x2)", "2", "x1+x2", *FUNCTIONS]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("formula", FORMULAS)
def test_every_kind_of_feature(experiment, make_model, formula, dtype):
    features = json.dumps([formula, "x2*x1*x1"])
    model = make_model(override(experiment, [f"data.features={features}", f"network.dtype={dtype}"]))
    agree(exported(model), model)


@pytest.mark.parametrize("dtype", DTYPES)
def test_all_of_them_together(experiment, make_model, dtype):
    settings = [f"data.features={json.dumps(FORMULAS)}", f"network.dtype={dtype}", "network.hidden=[]"]
    model = make_model(override(experiment, settings))
    agree(exported(model), model)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("preset", ["circles", "sine", "three_spirals", "heart", "plane"])
def test_trained_networks(preset, dtype):
    """One output and several, classes and numbers, one input and two; trained, so that no number is an easy one."""
    experiment = override(read_preset(preset), [f"network.dtype={dtype}"])
    standardized = msgspec.structs.replace(experiment.data, standardize=True)
    session = TrainingSession(msgspec.structs.replace(experiment, data=standardized))
    session.advance(10, until_epoch=20)
    model, X = session.run.model(), session.run.examples.train.X
    assert (model.input_scale != 1).any()
    agree(exported(model), model, X.T)


def test_single_precision_keeps_the_digits_of_large_numbers(experiment, make_model):
    """A year or a number of people: a whole number that a float32 holds, far from zero for its spread."""
    rows = np.random.default_rng(6).integers([9_000, 15_000_000], [9_010, 15_000_010], size=(40, 2)).astype(float)
    model = make_model(override(experiment, ['data.features=["x1**2","x2"]', "network.dtype=float32"]))
    F = FeatureMap(model.experiment.data.features, 2).transform(rows.T)
    mean, scale = F.mean(axis=1, keepdims=True), F.std(axis=1, keepdims=True)
    seen = replace(model, input_mean=mean, input_scale=scale)
    agree(exported(seen), seen, rows)


def test_inputs_as_they_are_take_no_step(experiment, make_model):
    """An image has hundreds of them."""
    graphs = [
        onnx.load_from_string(exported(make_model(override(experiment, [f"data.features={features}"])))).graph
        for features in ('["x1","x2"]', '["x2","x1"]')
    ]
    assert [{node.op_type for node in graph.node} >= {"Gather", "Concat"} for graph in graphs] == [False, True]


def test_no_normalisation_leaves_no_trace(model):
    bare = replace(model, input_mean=np.zeros((2, 1)), input_scale=np.ones((2, 1)))
    operators = [{node.op_type for node in onnx.load_from_string(exported(each)).graph.node} for each in (model, bare)]
    assert operators[0] - operators[1] == {"Sub", "Div"}
    agree(exported(bare), bare)


@pytest.mark.parametrize("name", [name for name, record in ACTIVATIONS.items() if not record.output_only])
def test_large_and_small_values_do_not_overflow(experiment, make_model, name):
    model = make_model(override(experiment, [f"network.hidden[0].activation={name}"]))
    agree(exported(model), model, np.array([[1e4, -1e4], [-1e4, 1e4]]))


def prices(dtype, epochs=5):
    text = "area,color = red,price\n" + "".join(f"{40 + i},{i % 2},{80_000 + 1001.5 * i}\n" for i in range(30))
    target = open_source(CsvSource(csv="pasted", text=text, label=("price",)), "pasted")
    session = TrainingSession(override(target.experiment, [f"network.dtype={dtype}"]), None, target.dataset)
    session.advance(10, until_epoch=epochs)
    return session


@pytest.mark.parametrize("dtype", DTYPES)
def test_answers_are_in_the_unit_of_the_table(dtype):
    session = prices(dtype)
    model, rows = session.run.model(), session.run.examples.train.X.T
    assert plain(model, rows).min() > 50_000
    agree(exported(model), model, rows)


def test_inputs_and_outputs_are_single_precision_unless_somebody_wants_more(model):
    np.testing.assert_allclose(run(onnx_bytes(model), ROWS, "float32"), plain(model, ROWS.astype("f4")), rtol=1e-6)
    exact = run(onnx_bytes(model, "float64"), ROWS, "float64")
    np.testing.assert_allclose(exact, plain(model, ROWS), rtol=1e-14)


def test_the_file_says_what_its_inputs_and_classes_are_called(experiment, make_model):
    def told(model):
        kept = {prop.key: json.loads(prop.value) for prop in onnx.load_from_string(onnx_bytes(model)).metadata_props}
        assert kept.pop("experiment")["data"]["source"] == plain_experiment(model.experiment)["data"]["source"]
        return kept

    assert told(prices("float64").run.model()) == {"inputs": ["area", "color = red"], "outputs": ["price"]}
    named = msgspec.structs.replace(experiment, columns=("a", "b"), classes=("아니요", "예"))
    assert told(make_model(named)) == {"inputs": ["a", "b"], "outputs": ["예"], "classes": ["아니요", "예"]}
    assert told(make_model(experiment)) == {"inputs": ["x1", "x2"], "outputs": ["1"], "classes": ["0", "1"]}


def test_what_cannot_be_exported_leaves_the_old_file(tmp_path, experiment, make_model):
    (tmp_path / "a.onnx").write_bytes(b"old")
    with pytest.raises(FileError, match="cannot be exported"):
        write_onnx(tmp_path / "a.onnx", make_model(override(experiment, ['data.features=["x1","x1+1/0"]'])))
    assert (tmp_path / "a.onnx").read_bytes() == b"old"


def test_without_the_package(tmp_path, model, monkeypatch):
    (tmp_path / "a.onnx").write_bytes(b"old")
    monkeypatch.setitem(sys.modules, "onnx", None)  # what Python itself does to say "there is none"
    with pytest.raises(FileError) as caught:
        write_onnx(tmp_path / "a.onnx", model)
    assert str(caught.value) == f"an .onnx file needs the package onnx: {INSTALL}"
    assert (tmp_path / "a.onnx").read_bytes() == b"old"


def test_the_package_is_loaded_only_for_an_export():
    code = "import playground.files.onnx_export, playground.cli.export, sys; assert 'onnx' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)

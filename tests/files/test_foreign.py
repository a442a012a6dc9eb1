"""Networks of other programs: read as what they are, or refused in one line; nothing in them is ever run."""

import json
import os
import pickle
from importlib.util import find_spec
from itertools import pairwise

import numpy as np
import onnx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground.engine import ACTIVATIONS
from playground.files import FileError, open_model, open_target, validate
from playground.files.export_code import ACTIVATION_CODE
from playground.files.foreign import NO_DATA
from playground.files.onnx_export import write_onnx

SIZES = (3, 5, 4, 2)


def layers(sizes=SIZES, dtype="float64", seed=0):
    """W and b of every layer."""
    rng = np.random.default_rng(seed)
    return [
        (rng.normal(size=(n, before)).astype(dtype), rng.normal(size=n).astype(dtype)) for before, n in pairwise(sizes)
    ]


def numbered(made, *, column=False, transposed=False):
    """The arrays of an `.npz`."""
    arrays = {}
    for number, (W, b) in enumerate(made, start=1):
        arrays |= {f"W{number}": W.T if transposed else W, f"b{number}": b[:, None] if column else b}
    return arrays


def dotted(made, names=("0", "2", "10")):
    """The arrays of a `state_dict`."""
    return {
        f"{name}.{kind}": each
        for name, pair in zip(names, made, strict=False)
        for kind, each in zip(("weight", "bias"), pair, strict=True)
    }


def safetensors(arrays, **changes):
    """The bytes of a `.safetensors` file."""
    header, body = {"__metadata__": {"format": "pt"}}, b""
    for name, array in arrays.items():
        kind = {"float64": "F64", "float32": "F32", "float16": "F16", "int64": "I64"}[str(array.dtype)]
        place = [len(body), len(body) + array.nbytes]
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": place} | changes.get(name, {})
        body += np.ascontiguousarray(array).tobytes()
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + body


def write(path, arrays):
    if path.suffix == ".npz":
        np.savez(path, **arrays)
    elif path.suffix == ".safetensors":
        path.write_bytes(safetensors(arrays))
    else:
        torch = pytest.importorskip("torch")
        torch.save({name: torch.as_tensor(array) for name, array in arrays.items()}, path)
    return path


def refused(path) -> str:
    with pytest.raises(FileError) as raised:
        open_target(str(path))
    message = str(raised.value)
    assert message.startswith(str(path))
    assert len(message.splitlines()) == 1
    return message.removeprefix(f"{path}: ")


def same(model, made):
    for W, b, (given_W, given_b) in zip(model.W, model.b, made, strict=True):
        np.testing.assert_array_equal(W, given_W)
        np.testing.assert_array_equal(b[:, 0], given_b)
        assert W.dtype == given_W.dtype


@pytest.mark.parametrize("ending", ["npz", "safetensors", "pt", "pth"])
@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("name", [numbered, dotted])
def test_a_chain_of_layers_is_a_network_on_points_that_it_tells_apart_itself(tmp_path, ending, dtype, name):
    made = layers(dtype=dtype)
    target = open_target(str(write(tmp_path / f"mine.{ending}", name(made))))
    same(target.model, made)
    experiment = target.experiment
    validate(experiment)
    assert [layer.units for layer in experiment.network.hidden] == [5, 4]
    assert (experiment.name, experiment.network.dtype) == ("mine", dtype)
    assert (experiment.network.output_activation, experiment.training.cost) == ("softmax", "cross_entropy")
    X, answers = target.dataset.values(), target.dataset.class_indices
    A = X.astype(dtype)
    for W, b in made[:-1]:
        A = np.maximum(W @ A + b[:, None], 0)
    np.testing.assert_array_equal((made[-1][0] @ A + made[-1][1][:, None]).argmax(axis=0), answers)
    assert target.dataset.notes == target.model.notes
    assert "relu is assumed" in target.model.notes[0]
    assert NO_DATA in target.model.notes


def test_one_output_is_yes_or_no_and_one_layer_is_enough(tmp_path):
    path = write(tmp_path / "neuron.npz", numbered(layers((2, 1))))
    experiment = open_target(str(path)).experiment
    assert (experiment.network.hidden, experiment.network.output_activation) == ((), "sigmoid")
    assert experiment.training.cost == "binary_cross_entropy"


def test_biases_may_stand_as_columns_and_weights_turned_which_is_said(tmp_path):
    made = layers()
    as_columns = open_model(str(write(tmp_path / "a.npz", numbered(made, column=True))))
    same(as_columns, made)
    turned = open_model(str(write(tmp_path / "b.npz", numbered(made, transposed=True))))
    same(turned, made)
    assert [note for note in turned.notes if "turned" in note]
    assert not [note for note in as_columns.notes if "turned" in note]


def test_square_layers_are_taken_as_they_stand(tmp_path):
    made = layers((3, 3, 3))
    same(open_model(str(write(tmp_path / "a.npz", numbered(made)))), made)


def test_layers_are_taken_in_the_order_of_their_numbers(tmp_path):
    made = layers()
    arrays = dict(sorted(dotted(made).items()))  # "0", "10", "2"
    same(open_model(str(write(tmp_path / "a.safetensors", arrays))), made)


def changed(**changes):
    arrays = numbered(layers()) | changes
    return {name: array for name, array in arrays.items() if array is not None}


@pytest.mark.parametrize("ending", ["npz", "safetensors"])
@pytest.mark.parametrize(
    ("arrays", "words"),
    [
        (changed(b2=None), "W2 stands alone: its biases are missing"),
        (changed(W3=None), "b3 stands alone: its weights are missing"),
        (changed(W2=None, b2=None), "no chain of layers: W1 (5, 3), W3 (2, 4)"),
        (changed(W2=np.zeros((4, 6))), "no chain of layers: W1 (5, 3), W2 (4, 6), W3 (2, 4)"),
        (changed(b1=np.zeros(4)), "no chain of layers"),
        (changed(b1=np.zeros((1, 5))), "b1: shape (1, 5); (n,) or (n, 1) was expected"),
        (changed(W1=np.zeros((5, 3, 1))), "W1: shape (5, 3, 1); the matrix of a dense layer was expected"),
        (changed(W1=np.zeros((0, 3)), b1=np.zeros(0)), "W1: shape (0, 3)"),
        (changed(W1=np.full((5, 3), np.nan)), "W1[0, 0]: NaN or infinite"),
        (changed(b3=np.full(2, -np.inf)), "b3[0, 0]: NaN or infinite"),
        (changed(W1=np.zeros((5, 3), np.float16)), "W1: type "),
        (changed(W1=np.zeros((5, 3), np.int64)), "W1: type "),
        (changed(x=np.zeros(3)), "'x' is no array of a dense layer"),
        (numbered(layers((5000, 2))), "layers of 5000-2 units; at most 4096 inputs"),
        (numbered(layers((2, 2000, 1))), "1024 units in a hidden layer"),
        (numbered(layers((2, 11))), "10 outputs are read"),
        (numbered(layers((2,) * 11)), "10 layers; 1 to 9"),
    ],
)
def test_what_is_no_chain_of_dense_layers_is_refused(tmp_path, ending, arrays, words):
    if words.startswith("10 layers"):
        words = "10 layers" if ending == "npz" else "20 tensors; 2 to 18"
    assert words in refused(write(tmp_path / f"a.{ending}", arrays))


def test_python_objects_are_never_loaded(tmp_path):
    path = tmp_path / "a.npz"
    np.savez(path, W1=np.array([[Trap()]], dtype=object), b1=np.zeros(1), allow_pickle=True)
    assert "Python objects, which are never loaded" in refused(path)
    torch = pytest.importorskip("torch")
    torch.save(torch.nn.Linear(2, 1), tmp_path / "whole.pt")
    torch.save({"W1": Trap()}, tmp_path / "trap.pt")
    (tmp_path / "plain.pt").write_bytes(pickle.dumps(Trap()))
    for name in ("whole", "trap", "plain"):
        assert "which is never run" in refused(tmp_path / f"{name}.pt")
    torch.save({"epoch": 3, "model": {"0.weight": torch.zeros(1, 2)}}, tmp_path / "checkpoint.pt")
    assert "no state_dict" in refused(tmp_path / "checkpoint.pt")
    assert "PLAYGROUND_TRAP" not in os.environ


class Trap:
    def __reduce__(self):
        return os.putenv, ("PLAYGROUND_TRAP", "sprung")


def test_a_few_bytes_that_stand_for_a_huge_matrix_are_refused(tmp_path):
    torch = pytest.importorskip("torch")
    huge = torch.zeros(1).expand(2_000_000, 2_000_000)
    torch.save({"0.weight": huge, "0.bias": torch.zeros(1).expand(2_000_000)}, tmp_path / "a.pt")
    assert "at most 4096 inputs" in refused(tmp_path / "a.pt")


def test_without_pytorch_its_files_are_refused_with_a_way_out(tmp_path, monkeypatch):
    path = write(tmp_path / "a.pt", dotted(layers()))
    monkeypatch.setitem(__import__("sys").modules, "torch", None)
    assert "save the network as .safetensors" in refused(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "its header has 0 bytes"),
        (b"\xff" * 8, "its header has 18446744073709551615 bytes"),
        ((10**6).to_bytes(8, "little") + b" " * 10**6, "its header has 1000000 bytes; at most 100000"),
        ((2).to_bytes(8, "little") + b"[]", "its header is no object in braces"),
        ((2).to_bytes(8, "little") + b"{}", "0 tensors"),
        ((4).to_bytes(8, "little") + b"nope", "not JSON"),
        ((20000).to_bytes(8, "little") + b"[" * 10000 + b"]" * 10000, "nested too deeply"),
        (safetensors(numbered(layers()), W2={"data_offsets": [0, 160]}), "is not where the header says"),
        (safetensors(numbered(layers()), W1={"data_offsets": [0, 10**12]}), "is not where the header says"),
        (safetensors(numbered(layers()), W1={"shape": [5, -3]}), "shape (5, -3)"),
        (safetensors(numbered(layers()), W1={"dtype": "BF16"}), "W1: type BF16"),
        (safetensors(numbered(layers()))[:-1], "is not where the header says"),
        (safetensors(numbered(layers())) + b"\0", "is not where the header says"),
    ],
)
def test_a_safetensors_file_that_does_not_say_what_it_holds(tmp_path, data, words):
    path = tmp_path / "a.safetensors"
    path.write_bytes(data)
    assert words in refused(path)


def test_a_network_without_data_still_predicts_on_the_command_line(tmp_path, monkeypatch, capsys):
    from playground.cli.dispatch import main

    monkeypatch.chdir(tmp_path)
    made = layers()
    write(tmp_path / "mine.safetensors", dotted(made))
    (tmp_path / "rows.csv").write_text("a,b,c\n1,2,3\n-1,0,2\n")
    assert main(["predict", "mine.safetensors", "rows.csv", "--json"]) == 0
    captured = capsys.readouterr()
    A = np.array([[1, -1], [2, 0], [3, 2.0]])
    for W, b in made[:-1]:
        A = np.maximum(W @ A + b[:, None], 0)
    Z = made[-1][0] @ A + made[-1][1][:, None]
    expected = np.exp(Z) / np.exp(Z).sum(axis=0)
    np.testing.assert_allclose(json.loads(captured.out)["outputs"], expected.T)
    assert "relu is assumed" in captured.err


# ONNX


@pytest.fixture
def graph_of(tmp_path, experiment, make_model):
    """Our own export of a network with two hidden layers of an activation, and the network."""

    def make(hidden="tanh", output="sigmoid", dtype="float64"):
        from playground.files import override

        changed = override(
            experiment,
            [
                f'network.hidden=[{{"units":3,"activation":"{hidden}"}},{{"units":2,"activation":"{hidden}"}}]',
                f"network.output_activation={output}",
                f"network.dtype={dtype}",
                "training.cost=half_squared_error",
            ],
        )
        model = make_model(changed)
        path = tmp_path / "own.onnx"
        write_onnx(path, model, dtype)
        return path, model

    return make


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_our_own_export_opens_as_the_network_that_it_was(graph_of, dtype):
    path, model = graph_of(dtype=dtype)
    again = open_model(str(path))
    assert again.experiment == model.experiment
    for name, array in model.arrays.items():
        np.testing.assert_array_equal(again.arrays[name], array)
    assert again.notes == ()


def stripped(path, model):
    """The graph without the experiment and without the normalisation, as older exports and others have it."""
    from msgspec.structs import replace

    plain = replace(model, input_mean=np.zeros_like(model.input_mean), input_scale=np.ones_like(model.input_scale))
    write_onnx(path, plain, model.experiment.network.dtype)
    proto = onnx.load(path)
    del proto.metadata_props[:]
    onnx.save(proto, path)
    return proto


@pytest.mark.parametrize("name", [name for name, activation in ACTIVATIONS.items() if not activation.output_only])
def test_every_activation_is_known_again_in_a_graph(graph_of, name):
    path, model = graph_of(hidden=name, output=name)
    stripped(path, model)
    again = open_model(str(path))
    assert again.activations == model.activations == (name,) * 3
    for one, other in zip((*again.W, *again.b), (*model.W, *model.b), strict=True):
        np.testing.assert_array_equal(one, other)
    assert again.notes == (NO_DATA,)
    assert name in ACTIVATION_CODE


def others(nodes, output="y", **tensors):
    """A graph of another exporter."""
    helper = onnx.helper
    element = onnx.TensorProto.FLOAT
    made = [onnx.numpy_helper.from_array(np.asarray(array, np.float32), name) for name, array in tensors.items()]
    ends = [[helper.make_tensor_value_info(name, element, ["batch", None])] for name in ("x", output)]
    graph = helper.make_graph([helper.make_node(*node[:3], **node[3]) for node in nodes], "g", *ends, made)
    return helper.make_model(graph).SerializeToString()


W1, B1, W2, B2 = np.arange(6.0).reshape(3, 2), np.arange(3.0), np.ones((1, 3)), np.ones(1)
GEMM = ("Gemm", ["x", "W1", "B1"], ["z1"], {"transB": 1})
GEMM_2 = ("Gemm", ["a1", "W2", "B2"], ["y"], {"transB": 1})


@pytest.mark.parametrize(
    ("between", "activation"),
    [
        ([("Relu", ["z1"], ["a1"], {})], "relu"),
        ([("LeakyRelu", ["z1"], ["a1"], {})], "leaky_relu"),
        ([("Elu", ["z1"], ["a1"], {"alpha": 1.0})], "elu"),
        ([("Softplus", ["z1"], ["a1"], {})], "softplus"),
        ([("Gelu", ["z1"], ["a1"], {"approximate": "tanh"})], "gelu"),
        ([("Identity", ["z1"], ["a1"], {})], "linear"),
    ],
)
def test_graphs_of_other_exporters(tmp_path, between, activation):
    path = tmp_path / "a.onnx"
    path.write_bytes(others([GEMM, *between, GEMM_2], W1=W1, B1=B1, W2=W2, B2=B2))
    model = open_model(str(path))
    assert model.activations == (activation, "linear")
    np.testing.assert_array_equal(model.W[0], W1)
    matmul = [("MatMul", ["x", "W1"], ["m"], {}), ("Add", ["B1", "m"], ["z1"], {}), *between, GEMM_2]
    path.write_bytes(others(matmul, W1=W1.T, B1=B1, W2=W2, B2=B2))
    np.testing.assert_array_equal(open_model(str(path)).W[0], W1)


@pytest.mark.parametrize(
    ("nodes", "words"),
    [
        ([GEMM, ("Relu", ["x"], ["a1"], {}), GEMM_2], "'Relu' is no part of a chain"),
        ([GEMM, ("LeakyRelu", ["z1"], ["a1"], {"alpha": 0.2}), GEMM_2], "'LeakyRelu' is no part"),
        ([GEMM, ("Gelu", ["z1"], ["a1"], {}), GEMM_2], "'Gelu' is no part"),
        ([GEMM, ("Sqrt", ["z1"], ["a1"], {}), GEMM_2], "'Sqrt' is no part"),
        ([("Relu", ["x"], ["z1"], {}), ("Gemm", ["z1", "W1", "B1"], ["y"], {"transB": 1})], "'Relu' is no part"),
        ([("Gemm", ["x", "W1", "B1"], ["y"], {"transB": 1, "alpha": 2.0})], "'Gemm' is no part"),
        ([("Gemm", ["x", "x", "B1"], ["y"], {})], "'Gemm' is no part"),
        ([GEMM, ("Relu", ["z1"], ["a"], {}), ("Relu", ["a"], ["a1"], {}), GEMM_2], "'Relu' is no part"),
        ([GEMM, ("Gemm", ["x", "W2", "B2"], ["y"], {})], "'Gemm' is no part"),
        ([GEMM], "its output is not the end of a chain"),
        ([("Identity", ["x"], ["y"], {})], "its output is not the end of a chain"),
    ],
)
def test_a_graph_that_computes_something_else_is_refused(tmp_path, nodes, words):
    path = tmp_path / "a.onnx"
    path.write_bytes(others(nodes, W1=W1, B1=B1, W2=W2, B2=B2))
    assert words in refused(path)


def test_weights_in_another_file_are_not_read(tmp_path, graph_of):
    path, model = graph_of()
    proto = stripped(path, model)
    tensor = proto.graph.initializer[0]
    tensor.data_location = onnx.TensorProto.EXTERNAL
    entry = tensor.external_data.add()
    entry.key, entry.value = "location", "../secret"
    path.write_bytes(proto.SerializeToString())
    assert "kept in another file, which is not read" in refused(path)


# Damage


def survives(path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        open_target(str(path))
    except FileError as error:
        message = str(error)
    else:
        return
    assert message.startswith(str(path))
    assert len(message.splitlines()) == 1


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A good file of every kind, by its ending."""
    folder = tmp_path_factory.mktemp("whole")
    for ending in ("npz", "safetensors", *(["pt"] if find_spec("torch") else [])):
        write(folder / f"a.{ending}", dotted(layers((2, 3, 1), "float32")))
    (folder / "a.onnx").write_bytes(others([GEMM, ("Relu", ["z1"], ["a1"], {}), GEMM_2], W1=W1, B1=B1, W2=W2, B2=B2))
    return {path.suffix: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("ending", [".npz", ".safetensors", ".pt", ".onnx"])
@given(data=st.data())
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
def test_any_damage_is_a_network_or_one_clear_error(data, tmp_path, whole, ending):
    if ending not in whole:
        pytest.skip("PyTorch is not installed")
    buffer = bytearray(whole[ending])
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(buffer)))
        buffer[start : start + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
    survives(tmp_path / f"damaged{ending}", bytes(buffer))

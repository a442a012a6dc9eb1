"""An ONNX graph opened as a network: the program's own, with all that was known of it, and chains of dense layers."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.data import Scaling
from playground.files.decoding import decode_experiment
from playground.files.disk import read_bounded
from playground.files.errors import FileError, quoted
from playground.files.export_code import ACTIVATION_CODE
from playground.files.fields import MAX_LAYERS
from playground.files.foreign import dense_layers, foreign_model
from playground.files.onnx_export import load_onnx
from playground.files.sources import with_absolute_paths
from playground.files.weights import EXPERIMENT, FLOATS, MAX_FILE, SCALINGS, Model, check_model, model_of

MAX_NODES = 200
DEDICATED = MappingProxyType({"LeakyRelu": "leaky_relu", "Elu": "elu", "Softplus": "softplus", "Gelu": "gelu"})
"""Operators of other exporters that are an activation by themselves, as long as their attributes are the usual ones."""
USUAL: Mapping[str, tuple[str, Any, Any]] = MappingProxyType(
    {"LeakyRelu": ("alpha", 0.01, 0.01), "Elu": ("alpha", 1.0, 1.0), "Gelu": ("approximate", b"none", b"tanh")}
)
"""An attribute of these, what it is unless it is said, and what it must be."""
PASSING = ("Identity", "Cast", "Flatten")
"""Operators that leave the numbers of a chain as they are."""


class _Graph(Struct, frozen=True):
    """The nodes of a chain not read yet, and the constants that they use."""

    onnx: Any
    nodes: tuple[Any, ...]
    constants: Mapping[str, NDArray[Any]]
    where: str

    def attributes(self, node: Any) -> dict[str, Any]:
        return {each.name: self.onnx.helper.get_attribute_value(each) for each in node.attribute}

    def refusal(self, node: Any) -> FileError:
        return FileError(
            "{where}: {operator} is no part of a chain of dense layers with activations known here; only such a chain "
            "is read",
            where=self.where,
            operator=quoted(node.op_type),
        )


def read_onnx(path: str | os.PathLike[str]) -> Model:
    """Read a network from an `.onnx` file.

    Raises `FileError` if the package onnx is not installed, the file is damaged, or its graph is no chain of dense
    layers.
    """
    where = os.fspath(path)
    data = read_bounded(where, MAX_FILE)
    onnx = load_onnx()
    try:
        proto = onnx.load_model_from_string(data)
        kept = {prop.key: prop.value for prop in proto.metadata_props}
        constants = _constants(onnx, proto.graph.initializer, where)
        if EXPERIMENT in kept:
            return _own(kept[EXPERIMENT], constants, where)
        return _foreign(onnx, proto.graph, constants, where)
    except FileError:
        raise
    except Exception as error:  # whatever damaged bytes make protobuf and onnx raise
        raise FileError("{where}: damaged, or not an .onnx file; open another copy", where=where) from error


def _foreign(onnx: Any, graph: Any, constants: Mapping[str, NDArray[Any]], where: str) -> Model:
    nodes = tuple(graph.node)
    if not 1 <= len(nodes) <= MAX_NODES:
        raise FileError(
            "{where}: {count} operations; at most {most} are read", where=where, count=len(nodes), most=MAX_NODES
        )
    inputs = [each.name for each in graph.input if each.name not in constants]
    if len(inputs) != 1 or len(graph.output) != 1:
        raise FileError("{where}: more than one input or output; a chain of dense layers was expected", where=where)
    arrays, activations = _chain(_Graph(onnx, nodes, constants, where), inputs[0], graph.output[0].name)
    layers = dense_layers(
        {name: array.shape for name, array in arrays.items()},
        ((name, array.dtype) for name, array in arrays.items()),
        where,
    )
    return foreign_model(arrays, layers, where, activations)


def _constants(onnx: Any, initializers: Sequence[Any], where: str) -> dict[str, NDArray[Any]]:
    found: dict[str, NDArray[Any]] = {}
    for tensor in initializers:
        if tensor.data_location == onnx.TensorProto.EXTERNAL:
            raise FileError(
                "{where}: {name} is kept in another file, which is not read; export with all weights in one file",
                where=where,
                name=quoted(tensor.name),
            )
        found[tensor.name] = np.array(onnx.numpy_helper.to_array(tensor))
    return found


def _own(text: str, constants: Mapping[str, NDArray[Any]], where: str) -> Model:
    """Return a network that this program exported."""
    experiment = decode_experiment(text.encode(errors="surrogatepass"), f"{where}: experiment")
    layers = range(1, len(experiment.network.hidden) + 2)
    arrays: dict[str, NDArray[Any]] = {}
    for layer in layers:
        for name in (f"W{layer}", f"b{layer}"):
            if name not in constants:
                raise FileError("{where}: the array {name!r} is missing", where=where, name=name)
            arrays[name] = constants[name] if name[0] == "W" else constants[name].reshape(-1, 1)
    seen, answered = (Scaling.unused(n) for n in (len(experiment.data.features), len(arrays[f"b{layers[-1]}"])))
    for name, unused in zip(SCALINGS, (seen.mean, seen.scale, answered.mean, answered.scale), strict=True):
        arrays[name] = constants[name].reshape(-1, 1) if name in constants else unused
    model = model_of(arrays, with_absolute_paths(experiment, Path(where).parent))
    check_model(model, where)
    return model


def _chain(graph: _Graph, current: str, last: str) -> tuple[dict[str, NDArray[Any]], list[str]]:
    """Return the arrays of the dense layers and the activations behind them."""
    arrays: dict[str, NDArray[Any]] = {}
    activations: list[str] = []
    place = 0
    while place < len(graph.nodes):
        node = graph.nodes[place]
        if node.op_type in PASSING and list(node.input[:1]) == [current] and _keeps_floats(graph, node):
            current, place = node.output[0], place + 1
            continue
        dense = _dense(graph, place, current)
        if dense is not None:
            W, b, nodes = dense
            activations += ["linear"] * (len(arrays) // 2 - len(activations))
            number = len(arrays) // 2 + 1
            if number > MAX_LAYERS + 1:
                raise graph.refusal(node)
            arrays |= {f"W{number}": W, f"b{number}": b}
        else:
            name, nodes = _activation(graph, place, current)
            if len(activations) != len(arrays) // 2 - 1:
                raise graph.refusal(node)
            activations.append(name)
        place += nodes
        current = graph.nodes[place - 1].output[0]
    if current != last or not arrays:
        raise FileError("{where}: its output is not the end of a chain of dense layers", where=graph.where)
    return arrays, activations + ["linear"] * (len(arrays) // 2 - len(activations))


def _keeps_floats(graph: _Graph, node: Any) -> bool:
    """Whether an operator that passes numbers on makes no whole numbers of them, and no other rows."""
    attributes = graph.attributes(node)
    if node.op_type == "Cast":
        return graph.onnx.helper.tensor_dtype_to_np_dtype(attributes.get("to", 0)) in FLOATS
    return bool(attributes.get("axis", 1) == 1)


def _dense(graph: _Graph, place: int, current: str) -> tuple[NDArray[Any], NDArray[Any], int] | None:
    """Return W, b and the number of nodes of the dense layer that begins at a place; None if none does."""
    node, attributes = graph.nodes[place], graph.attributes(graph.nodes[place])
    following = graph.nodes[place + 1 : place + 2]
    if node.op_type == "Gemm" and len(node.input) == 3 and node.input[0] == current:
        plain = attributes.get("alpha", 1.0) == attributes.get("beta", 1.0) == 1 and not attributes.get("transA", 0)
        turned, names, count = bool(attributes.get("transB", 0)), node.input[1:], 1
    elif node.op_type == "MatMul" and node.input[0] == current and following and following[0].op_type == "Add":
        others = [name for name in following[0].input if name != node.output[0]]
        plain, turned, names, count = len(others) == 1, False, (node.input[1], *others), 2
    else:
        return None
    if not plain or any(name not in graph.constants for name in names):
        raise graph.refusal(node)
    W, b = (graph.constants[name] for name in names)
    if W.ndim != 2:
        raise graph.refusal(node)
    return (W if turned else np.ascontiguousarray(W.T)), b.reshape(-1), count


def _activation(graph: _Graph, place: int, current: str) -> tuple[str, int]:
    """Return the activation that begins at a place, and how many nodes it is.

    Raises `FileError` if none does.
    """
    node = graph.nodes[place]
    if node.op_type in DEDICATED and list(node.input) == [current]:
        key, unsaid, needed = USUAL.get(node.op_type, ("", None, None))
        if _is_close(graph.attributes(node).get(key, unsaid), needed):
            return DEDICATED[node.op_type], 1
    # the longest first: what begins as leaky ReLU does may be GELU
    for name, code in sorted(ACTIVATION_CODE.items(), key=lambda item: -len(item[1].onnx)):
        if name != "linear" and all(
            _is_step(graph, place, current, index, step) for index, step in enumerate(code.onnx)
        ):
            return name, len(code.onnx)
    raise graph.refusal(node)


def _is_step(graph: _Graph, place: int, current: str, index: int, step: tuple[str, ...]) -> bool:
    """Whether a node is one step of an activation, with the very inputs that it has there."""
    if place + index >= len(graph.nodes):
        return False
    node, (operator, *expected) = graph.nodes[place + index], step
    axis = graph.attributes(node).get("axis", -1)
    if node.op_type != operator or len(node.input) != len(expected) or axis not in (-1, 1):
        return False
    return all(
        _is_input(graph, place, current, name, wanted) for name, wanted in zip(node.input, expected, strict=True)
    )


def _is_input(graph: _Graph, place: int, current: str, name: str, wanted: str) -> bool:
    if wanted == "z":
        return name == current
    if wanted.startswith("#"):
        return bool(name == graph.nodes[place + int(wanted[1:])].output[0])
    constant = graph.constants.get(name)
    return constant is not None and constant.size == 1 and _is_close(constant.item(), float(wanted))


def _is_close(value: Any, usual: Any) -> bool:
    if isinstance(usual, float):
        return abs(float(value) - usual) <= 1e-6 * max(1.0, abs(usual))
    return bool(value == usual)

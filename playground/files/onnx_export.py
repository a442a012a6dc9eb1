"""A trained network as an ONNX graph: rows of raw inputs in, rows of outputs out."""

import importlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from msgspec.structs import replace

from playground.data import usual_names
from playground.files.decoding import encode_experiment
from playground.files.disk import write_atomically
from playground.files.errors import FileError
from playground.files.export_code import ACTIVATION_CODE, OnnxSteps, Operand, feature_steps
from playground.files.problem_shape import input_count, known_names
from playground.files.sources import with_relative_paths
from playground.files.weights import EXPERIMENT, Model, check_model

OPSET = 17  # and the format that came with it: what run-times of several years read
FORMAT = 8
INSTALL = "pip install 'backpropagation-playground[onnx]'"


def write_onnx(path: str | os.PathLike[str], model: Model, dtype: str = "float32") -> None:
    """Write a model as an ONNX file.

    Its input `inputs` is `(batch, n_inputs)`, one row per example with the data's own columns; features and their
    normalisation are part of the graph, in double precision as in the program, so that a year or a price keeps its
    digits. Its output `outputs` is `(batch, n_L)`, in the unit of the data. The file's metadata say what they are
    called: `inputs`, `outputs` and, where there are any, `classes` are JSON lists. `experiment` is the experiment, with
    which the program opens the file again as the network that it was.

    Raises `FileError` if the package onnx is not installed, a feature's formula has no counterpart, the model's arrays
    do not belong together, or the file cannot be written; an old file is then untouched.
    """
    check_model(model, os.fspath(path))
    experiment = with_relative_paths(model.experiment, Path(os.fspath(path)).parent)
    write_atomically(path, onnx_bytes(replace(model, experiment=experiment), dtype))


def onnx_bytes(model: Model, dtype: str = "float32") -> bytes:
    """Return the ONNX file of a model, checked by ONNX's own checker.

    Raises `FileError` if the package onnx is not installed, or a feature's formula has no counterpart.
    """
    onnx = load_onnx()
    experiment, shown = model.experiment, np.dtype(dtype)
    graph = _OnnxGraph(onnx, shown)
    last = graph.in_unit(graph.layers(graph.seen(model), model), model)
    graph.add("Identity", graph.cast(last, shown), output="outputs")
    batch, element = "batch", onnx.helper.np_dtype_to_tensor_dtype(shown)
    proto = onnx.helper.make_model(
        onnx.helper.make_graph(
            graph.nodes,
            "network",
            [onnx.helper.make_tensor_value_info("inputs", element, [batch, input_count(experiment)])],
            [onnx.helper.make_tensor_value_info("outputs", element, [batch, len(model.b[-1])])],
            graph.tensors,
        ),
        opset_imports=[onnx.helper.make_opsetid("", OPSET)],
        ir_version=FORMAT,
        producer_name="backpropagation-playground",
        doc_string=str(experiment.title),
    )
    names = known_names(experiment, len(model.b[-1]))
    texts = {kind: json.dumps(known) for kind, known in names.items()}
    onnx.helper.set_model_props(proto, texts | {EXPERIMENT: encode_experiment(experiment).decode()})
    try:
        onnx.checker.check_model(proto, full_check=True)
    except onnx.checker.ValidationError as error:
        raise FileError("this network has no valid ONNX form: {problem}", problem=str(error)) from error
    return bytes(proto.SerializeToString())


def load_onnx() -> Any:
    """Return the package onnx, a fifth of a second that only an export has to wait for.

    Raises `FileError` if it is not installed or cannot be loaded: the program does without until somebody wants such a
    file.
    """
    try:
        return importlib.import_module("onnx")
    except ImportError as error:
        raise FileError("an .onnx file needs the package onnx: {install}", install=INSTALL) from error


class _OnnxGraph:
    """Nodes and constant tensors, each node's output named as it is added; constants are of the current `dtype`."""

    def __init__(self, onnx: Any, dtype: np.dtype[Any]) -> None:
        self._onnx = onnx
        self.dtype = dtype
        self.inputs = "inputs"
        self.nodes: list[Any] = []
        self.tensors: list[Any] = []

    def add(self, operator: str, *inputs: str, output: str = "", **attributes: int) -> str:
        """Add one node; return the name of its output."""
        name = output or f"{operator.lower()}_{len(self.nodes)}"
        self.nodes.append(self._onnx.helper.make_node(operator, list(inputs), [name], **attributes))
        return name

    def tensor(self, name: str, values: Any, dtype: Any = None) -> str:
        """Add a constant; return its name."""
        array = np.ascontiguousarray(values, dtype=self.dtype if dtype is None else dtype)
        self.tensors.append(self._onnx.numpy_helper.from_array(array, name))
        return name

    def number(self, value: float) -> str:
        return self.tensor(f"number_{len(self.tensors)}", [value])

    def apply(self, steps: OnnxSteps, operands: Mapping[str, str]) -> str:
        """Add the nodes of one record of code; `operands` says what `z` (and `y`) are."""
        done: list[str] = []
        for operator, *inputs in steps:
            names = [
                done[int(name[1:])] if name.startswith("#") else operands.get(name) or self.number(float(name))
                for name in inputs
            ]
            done.append(self.add(operator, *names))
        return done[-1]

    def cast(self, name: str, dtype: np.dtype[Any]) -> str:
        """Go on in another dtype from here; return what `name` is then called."""
        if dtype == self.dtype:
            return name
        self.dtype = dtype
        return self.add("Cast", name, to=self._onnx.helper.np_dtype_to_tensor_dtype(dtype))

    def seen(self, model: Model) -> str:
        """Add what the first layer sees: features and their normalisation in double precision, where there are any."""
        dtype = np.dtype(model.experiment.network.dtype)
        if _raw(model) and not _normalises(model):
            return self.cast(self.inputs, dtype)
        self.inputs = self.cast(self.inputs, np.dtype(np.float64))
        return self.cast(self.normalised(self.features(model), model), dtype)

    def in_unit(self, outputs: str, model: Model) -> str:
        """Add what brings the answers into the unit of the data, in double precision, where that is another."""
        if not (model.output_mean.any() or (model.output_scale != 1).any()):
            return outputs
        scaled = self.add(
            "Mul", self.cast(outputs, np.dtype(np.float64)), self.tensor("output_scale", model.output_scale.T)
        )
        return self.add("Add", scaled, self.tensor("output_mean", model.output_mean.T))

    def features(self, model: Model) -> str:
        formulas = model.experiment.data.features
        if _raw(model):
            return self.inputs
        plan = feature_steps(formulas)
        columns: dict[str, str] = {}

        def named(operand: Operand) -> str:
            if isinstance(operand, float):
                return self.number(operand)
            if operand not in columns:  # an input: x3 is the third column
                index = self.tensor(f"column_{operand}", [int(operand[1:]) - 1], np.int64)
                columns[operand] = self.add("Gather", self.inputs, index, axis=1)
            return columns[operand]

        for step in plan.steps:
            operands = dict(zip("zy", map(named, step.operands), strict=False))
            columns[step.name] = self.apply(step.code.onnx, operands)
        parts = [
            # a constant feature still needs a value per row
            self.add("Add", self.add("Mul", named("x1"), self.number(0.0)), named(feature))
            if isinstance(feature, float)
            else named(feature)
            for feature in plan.features
        ]
        return self.add("Concat", *parts, axis=1)

    def normalised(self, features: str, model: Model) -> str:
        if not _normalises(model):
            return features
        centred = self.add("Sub", features, self.tensor("input_mean", model.input_mean.T))
        return self.add("Div", centred, self.tensor("input_scale", model.input_scale.T))

    def layers(self, a: str, model: Model) -> str:
        """Add every layer: with rows as examples, `Z = A·Wᵀ + bᵀ`."""
        for layer, (W, b, activation) in enumerate(zip(model.W, model.b, model.activations, strict=True), start=1):
            weights, biases = self.tensor(f"W{layer}", W), self.tensor(f"b{layer}", b[:, 0])
            z = self.add("Gemm", a, weights, biases, transB=1)
            a = self.apply(ACTIVATION_CODE[activation].onnx, {"z": z})
        return a


def _raw(model: Model) -> bool:
    """Tell whether the features are the inputs just as they are."""
    return model.experiment.data.features == usual_names(input_count(model.experiment))


def _normalises(model: Model) -> bool:
    return bool(model.input_mean.any() or (model.input_scale != 1).any())

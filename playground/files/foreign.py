"""Networks of other programs: named arrays of dense layers, without a word about data, features or costs.

Whatever their files are, they come here as arrays by their names: ``W1``, ``b1`` …, or ``NAME.weight``, ``NAME.bias``
as in a PyTorch `state_dict`. What a file does not say is chosen here, and told.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.data import Scaling, usual_names
from playground.data.features import FEATURES_MAXIMUM
from playground.data.points import CLASSES_MAXIMUM
from playground.engine import Network
from playground.files.errors import CONTROL_CHARACTER, FileError, quoted
from playground.files.experiment import (
    DataSettings,
    Experiment,
    LayerSettings,
    NetworkSettings,
    PointsSource,
    TrainingSettings,
)
from playground.files.fields import FIELDS, MAX_LAYERS
from playground.files.npz import NpzFile
from playground.files.problem_shape import USUAL_COST
from playground.files.weights import Model, check_model
from playground.messages import Message

Shape = tuple[int, ...]
FLOATS = ("float32", "float64")
HIDDEN = "relu"
"""What hidden layers are taken for where the file does not say."""
NUMBERED = re.compile(r"([Wb])([1-9][0-9]{0,2})")
DOTTED = re.compile(r"(?:(.*)\.)?(weight|bias)", re.DOTALL)
POINTS, NUMBERS = 200, 50_000
"""So many points stand for the data that did not come with a network; of many inputs so many numbers."""
REACH = 3.0
"""They lie from minus this to this on every axis."""
NAMED = 4
ASSUMED_OUTPUTS = {
    "sigmoid": Message("its one output is taken for a sigmoid, yes or no; choose another activation if need be"),
    "softmax": Message("its outputs are taken for a softmax, one for each class; choose another activation if need be"),
}
"""What is said of the last layer where the file does not name its activation."""
NO_DATA = Message(
    "no data came with the network: points drawn evenly stand for them, each in the class that the network answers "
    "itself; choose or open your own"
)


class DenseLayer(Struct, frozen=True):
    """Which arrays are one layer, and whether its weights stand as (inputs, outputs)."""

    weights: str
    biases: str
    units: int
    inputs: int
    transposed: bool


def read_plain(npz: NpzFile, where: str) -> Model:
    """Read the network of an `.npz` without an experiment inside.

    Raises `FileError` if it holds something else than dense layers.
    """
    headers = {name: npz.header(name) for name in npz.names}
    layers = dense_layers(
        {name: header.shape for name, header in headers.items()},
        ((name, header.dtype) for name, header in headers.items()),
        where,
    )
    return foreign_model({name: npz.array(name, header) for name, header in headers.items()}, layers, where)


def dense_layers(
    shapes: Mapping[str, Shape], dtypes: Iterable[tuple[str, np.dtype[Any] | str]], where: str
) -> list[DenseLayer]:
    """Return the layers that arrays make, before any of them is read.

    Raises `FileError` if an array has no partner, a shape or a type that no dense layer has, or a layer does not follow
    on another.
    """
    for name, dtype in dtypes:
        if str(dtype) not in FLOATS:
            raise FileError(
                "{where}: {name}: type {dtype}; float32 or float64 was expected: convert it before saving",
                where=where,
                name=_short(name),
                dtype=dtype,
            )
    pairs = _pairs(shapes, where)
    if not 1 <= len(pairs) <= MAX_LAYERS + 1:
        raise FileError(
            "{where}: {count} layers; 1 to {most} were expected", where=where, count=len(pairs), most=MAX_LAYERS + 1
        )
    found = [_sizes(weights, biases, shapes, where) for weights, biases in pairs]
    for transposed in (False, True):
        chain = [
            DenseLayer(weights, biases, *(shape[::-1] if transposed else shape), transposed)
            for (weights, biases), shape in zip(pairs, found, strict=True)
        ]
        if all(shapes[layer.biases][0] == layer.units for layer in chain) and _follow(chain):
            return _bounded(chain, where)
    raise FileError(
        "{where}: these shapes are no chain of layers: {shapes}; W1 of shape (n1, n0) with b1 of n1 numbers, then W2 "
        "of (n2, n1) and so on were expected",
        where=where,
        shapes=", ".join(f"{_short(weights)} {shapes[weights]}" for weights, _ in pairs[:NAMED])
        + (", …" if len(pairs) > NAMED else ""),
    )


def foreign_model(
    arrays: Mapping[str, NDArray[Any]],
    layers: Sequence[DenseLayer],
    where: str,
    activations: Sequence[str] | None = None,
) -> Model:
    """Return the network of arrays; on points that it tells apart itself, since no data came with it.

    Raises `FileError` if an array holds NaN or infinities.

    `activations`: one for each layer, where the file says them.
    """
    W = tuple(
        np.ascontiguousarray(arrays[layer.weights].T if layer.transposed else arrays[layer.weights]) for layer in layers
    )
    b = tuple(arrays[layer.biases].reshape(-1, 1).copy() for layer in layers)
    dtype = np.result_type(*W, *b)
    W, b = (tuple(array.astype(dtype) for array in each) for each in (W, b))
    notes = _said(layers, activations)
    activations = activations or (*[HIDDEN] * (len(layers) - 1), usual_output(layers))
    network = NetworkSettings(
        hidden=tuple(
            LayerSettings(layer.units, name) for layer, name in zip(layers[:-1], activations[:-1], strict=True)
        ),
        output_activation=activations[-1],
        dtype=str(dtype),
    )
    inputs, outputs = Scaling.unused(layers[0].inputs), Scaling.unused(layers[-1].units)
    experiment = Experiment(
        name=CONTROL_CHARACTER.sub(" ", Path(where).stem) or "network",
        data=DataSettings(source=_answered(W, b, activations), features=usual_names(layers[0].inputs)),
        network=network,
        training=TrainingSettings(cost=USUAL_COST.get(activations[-1], "half_squared_error")),
    )
    model = Model(W, b, inputs.mean, inputs.scale, outputs.mean, outputs.scale, experiment, notes)
    check_model(model, where)
    return model


def usual_output(layers: Sequence[DenseLayer]) -> str:
    return "sigmoid" if layers[-1].units == 1 else "softmax"


def _pairs(shapes: Mapping[str, Shape], where: str) -> list[tuple[str, str]]:
    """Return the names of weights and biases, layer by layer."""
    found: dict[tuple[Any, ...], dict[str, str]] = {}
    layer: tuple[Any, ...]
    for name in shapes:
        if match := NUMBERED.fullmatch(name):
            layer, kind = (0, (int(match[2]),)), "weight" if match[1] == "W" else "bias"
        elif match := DOTTED.fullmatch(name):
            # 0, 2, 10 and fc1, fc2, fc10 in the order of their numbers
            parts = re.split(r"([0-9]{1,9})", match[1] or "")
            layer, kind = (1, tuple(int(part) if part.isdigit() else part for part in parts)), match[2]
        else:
            raise FileError(
                "{where}: {name} is no array of a dense layer; W1, b1, W2 … or NAME.weight, NAME.bias were expected, "
                "and nothing else is read",
                where=where,
                name=quoted(name),
            )
        found.setdefault(layer, {})[kind] = name
    for names in found.values():
        for kind, partner in (("weight", "bias"), ("bias", "weight")):
            if kind not in names:
                raise FileError(
                    "{where}: {name} stands alone: its {partner} are missing; every layer needs both",
                    where=where,
                    name=_short(names[partner]),
                    partner=Message("weights") if kind == "weight" else Message("biases"),
                )
    return [(found[layer]["weight"], found[layer]["bias"]) for layer in sorted(found, key=_order)]


def _order(layer: tuple[Any, ...]) -> tuple[Any, ...]:
    group, parts = layer
    return group, tuple((isinstance(part, str), part) for part in parts)


def _sizes(weights: str, biases: str, shapes: Mapping[str, Shape], where: str) -> tuple[int, int]:
    shape, beside = shapes[weights], shapes[biases]
    if len(shape) != 2 or min(shape) < 1:
        raise FileError(
            "{where}: {name}: shape {shape}; the matrix of a dense layer was expected, and no other layer is read",
            where=where,
            name=_short(weights),
            shape=quoted(shape),
        )
    if len(beside) not in (1, 2) or beside[1:] not in ((), (1,)):
        raise FileError(
            "{where}: {name}: shape {shape}; (n,) or (n, 1) was expected",
            where=where,
            name=_short(biases),
            shape=quoted(beside),
        )
    return shape[0], shape[1]


def _follow(chain: Sequence[DenseLayer]) -> bool:
    return all(before.units == after.inputs for before, after in pairwise(chain))


def _bounded(chain: list[DenseLayer], where: str) -> list[DenseLayer]:
    units = int(FIELDS["network.hidden[].units"].maximum or 0)
    limits = ((chain[0].inputs, FEATURES_MAXIMUM), *((layer.units, units) for layer in chain[:-1]))
    for count, most in (*limits, (chain[-1].units, CLASSES_MAXIMUM)):
        if count > most:
            raise FileError(
                "{where}: layers of {sizes} units; at most {inputs} inputs, {units} units in a hidden layer and "
                "{outputs} outputs are read",
                where=where,
                sizes="-".join(str(size) for size in (chain[0].inputs, *(layer.units for layer in chain))),
                inputs=FEATURES_MAXIMUM,
                units=units,
                outputs=CLASSES_MAXIMUM,
            )
    return chain


def _answered(W: Sequence[NDArray[Any]], b: Sequence[NDArray[Any]], activations: Sequence[str]) -> PointsSource:
    """Return points drawn evenly, each in the class that the network answers."""
    n_inputs = W[0].shape[1]
    count = max(2, min(POINTS, NUMBERS // n_inputs))
    X = np.random.default_rng(0).uniform(-REACH, REACH, (n_inputs, count)).round(3)
    sizes = [n_inputs, *(len(each) for each in b)]
    network = Network(sizes, activations=list(activations), cost="half_squared_error", dtype=str(W[0].dtype))
    for own, given in zip((*network.W, *network.b), (*W, *b), strict=True):
        own[...] = given
    with np.errstate(all="ignore"):
        answers = network.predict(X.astype(W[0].dtype))
    middle = 0.5 if activations[-1] == "sigmoid" else 0.0
    labels = answers.argmax(axis=0) if len(answers) > 1 else (answers[0] > middle).astype(int)
    points = tuple((*point, float(label)) for point, label in zip(X.T.tolist(), labels.tolist(), strict=True))
    return PointsSource(points=points, classes=max(2, len(answers)))


def _said(layers: Sequence[DenseLayer], activations: Sequence[str] | None) -> tuple[Message, ...]:
    """Return what was chosen because the file does not say it."""
    notes = []
    if activations is None:
        if len(layers) > 1:
            notes.append(
                Message(
                    "the file names no activations: {hidden} is assumed in hidden layers; choose others if need be",
                    hidden=HIDDEN,
                )
            )
        notes.append(ASSUMED_OUTPUTS[usual_output(layers)])
    notes.append(NO_DATA)
    if layers[0].transposed:
        notes.append(Message("the weights stood as (inputs, outputs) and are turned: here W is (outputs, inputs)"))
    return tuple(notes)


def _short(name: str) -> str:
    return quoted(name)[1:-1]

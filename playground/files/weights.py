"""Weights: a trained network as an `.npz` file that plain numpy can use."""

import io
import os
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from playground.data import Scaling
from playground.data.reading import finished
from playground.files.decoding import MAX_BYTES, decode_experiment, encode_experiment
from playground.files.disk import read_bounded, write_atomically
from playground.files.errors import FileError, quoted
from playground.files.experiment import Experiment
from playground.files.fields import MAX_LAYERS
from playground.files.npz import Header, NpzFile, NpzKind, damages
from playground.files.problem_shape import output_count
from playground.files.sources import with_absolute_paths, with_relative_paths
from playground.messages import Message

MAX_FILE = 256_000_000
MAX_OUTPUTS = 1000
KIND = NpzKind(
    Message("a file of weights (.npz)"), 2 * (MAX_LAYERS + 1) + 5, re.compile(r".*\.npy", re.DOTALL), compressed=True
)
EXPERIMENT = "experiment"
"""The text that tells the program's own files from those of others."""
SCALINGS = ("input_mean", "input_scale", "output_mean", "output_scale")
"""The arrays around the network: those of the features, and those of the answers."""
FLOATS = (np.dtype(np.float32), np.dtype(np.float64))


class Model(Struct, frozen=True, eq=False):
    """A trained network and the experiment it came from.

    Attributes
    ----------
    input_mean, input_scale : ndarray (n_0, 1)
        Applied to the features first: `(F - input_mean) / input_scale`.
    output_mean, output_scale : ndarray (n_L, 1)
        Bring what the last layer answers into the unit of the data: `A_L * output_scale + output_mean`.
    notes : tuple of Message
        What was assumed of another program's network, whose file did not say it.
    """

    W: tuple[NDArray[Any], ...]
    b: tuple[NDArray[Any], ...]
    input_mean: NDArray[Any]
    input_scale: NDArray[Any]
    output_mean: NDArray[Any]
    output_scale: NDArray[Any]
    experiment: Experiment
    notes: tuple[Message, ...] = ()

    @property
    def activations(self) -> tuple[str, ...]:
        network = self.experiment.network
        return (*(layer.activation for layer in network.hidden), network.output_activation)

    @property
    def arrays(self) -> dict[str, NDArray[Any]]:
        named = {f"W{layer}": W for layer, W in enumerate(self.W, start=1)}
        named |= {f"b{layer}": b for layer, b in enumerate(self.b, start=1)}
        scalings = (self.input_mean, self.input_scale, self.output_mean, self.output_scale)
        return named | dict(zip(SCALINGS, scalings, strict=True))


class Recipe(Struct, frozen=True, eq=False):
    """Everything that a training begins with.

    Attributes
    ----------
    model
        The network with its first weights.
    X, Y
        Training examples: raw inputs `(n_inputs, m)`, targets `(n_L, m)` as the network learns them.
    X_test, Y_test
        The same of the test examples; perhaps none.
    """

    model: Model
    X: NDArray[Any]
    Y: NDArray[Any]
    X_test: NDArray[Any]
    Y_test: NDArray[Any]
    shuffle_seed: tuple[int, ...]


def write_weights(path: str | os.PathLike[str], model: Model) -> Path:
    """Write a model to an `.npz` file, whose ending is added where the name lacks it.

    Raises `FileError` if the arrays do not belong together, hold NaN or infinities, or the file cannot be written; an
    old file is then untouched.
    """
    name = os.fspath(path)
    target = Path(name if name.lower().endswith(".npz") else f"{name}.npz")
    check_model(model, str(target))
    text = encode_experiment(with_relative_paths(model.experiment, target.parent)).decode().rstrip()
    buffer = io.BytesIO()
    arrays = {key: np.ascontiguousarray(array) for key, array in model.arrays.items()}
    np.savez(buffer, allow_pickle=False, **arrays, experiment=np.array(text))
    write_atomically(target, buffer.getvalue())
    return target


def read_weights(path: str | os.PathLike[str]) -> Model:
    """Read a model from an `.npz` file, whoever made it.

    Raises `FileError` if it cannot be read, is no archive of arrays, has other arrays than the weights of its own
    experiment, or holds NaN or infinities.
    """
    name = os.fspath(path)
    return read_own(open_weights(name), name)


def open_weights(name: str) -> NpzFile:
    """Open an `.npz` of weights; nothing in it is read yet. Raises as `read_weights`."""
    return NpzFile(io.BytesIO(read_bounded(name, MAX_FILE)), name, KIND)


def read_own(npz: NpzFile, name: str) -> Model:
    """Read a model from an opened file. Raises as `read_weights`."""
    experiment = _experiment(npz, name)
    layers = len(experiment.network.hidden) + 1
    expected = [*(f"{kind}{layer}" for kind in "Wb" for layer in range(1, layers + 1)), *SCALINGS]
    if not {"output_mean", "output_scale"}.intersection(npz.names):  # an older file
        expected = expected[:-2]
    _check_names([key for key in npz.names if key != "experiment"], expected, name)
    headers = {key: npz.header(key) for key in expected}
    _check_headers(headers, experiment, name)
    arrays = {key: npz.array(key, header) for key, header in headers.items()}
    model = model_of(arrays, with_absolute_paths(experiment, Path(name).parent))
    _check_values(model, name)
    return model


def model_of(arrays: dict[str, NDArray[Any]], experiment: Experiment) -> Model:
    """Return the model of some arrays by their names; those of an older file lack what became of the answers."""
    layers = range(1, len(experiment.network.hidden) + 2)
    outputs = Scaling.unused(len(arrays[f"b{layers[-1]}"]), experiment.unit)
    arrays = {"output_mean": outputs.mean, "output_scale": outputs.scale} | arrays
    return Model(
        W=tuple(arrays[f"W{layer}"] for layer in layers),
        b=tuple(arrays[f"b{layer}"] for layer in layers),
        input_mean=arrays["input_mean"],
        input_scale=arrays["input_scale"],
        output_mean=arrays["output_mean"],
        output_scale=arrays["output_scale"],
        experiment=experiment,
    )


def check_model(model: Model, where: str) -> None:
    """Check that a model's arrays belong together and to its experiment.

    Raises `FileError` if a shape or type is not what the experiment says, or a value is NaN or infinite.
    """
    layers = len(model.experiment.network.hidden) + 1
    if not len(model.W) == len(model.b) == layers:
        raise FileError(
            "{where}: {weights} weight and {biases} bias arrays for {layers} layers",
            where=where,
            weights=len(model.W),
            biases=len(model.b),
            layers=layers,
        )
    headers = {key: Header(array.shape, array.dtype, False, 0) for key, array in model.arrays.items()}
    _check_headers(headers, model.experiment, where)
    _check_values(model, where)


def _experiment(npz: NpzFile, where: str) -> Experiment:
    if EXPERIMENT not in npz.names:
        inside = ", ".join(quoted(key) for key in npz.names[:5])
        raise FileError(
            "{where}: no weights of this program: the array 'experiment' is missing (found {inside})",
            where=where,
            inside=inside,
        )
    with damages(f"{where}: experiment"):
        text = finished(npz.text("experiment", MAX_BYTES)).encode()
    return decode_experiment(text, f"{where}: experiment")


def _check_names(found: Sequence[str], expected: Sequence[str], where: str) -> None:
    missing = [key for key in expected if key not in found]
    extra = [key for key in found if key not in expected]
    if missing:
        raise FileError(
            "{where}: the array {missing!r} is missing; its experiment needs {expected}",
            where=where,
            missing=missing[0],
            expected=", ".join(expected),
        )
    if extra:
        raise FileError(
            "{where}: {extra} is no array of its experiment, which has {expected}",
            where=where,
            extra=quoted(extra[0]),
            expected=", ".join(expected),
        )


def _shapes(headers: dict[str, Header], experiment: Experiment, where: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the shape that every array must have; only the number of outputs may be left to the last one itself."""
    hidden = [layer.units for layer in experiment.network.hidden]
    outputs = output_count(experiment)
    if outputs is None:
        shape = headers[f"W{len(hidden) + 1}"].shape
        outputs = shape[0] if shape else 0
        if not 1 <= outputs <= MAX_OUTPUTS:
            raise FileError(
                "{where}: W{layer}: {shape} for 1 to {max_outputs} outputs",
                where=where,
                layer=len(hidden) + 1,
                shape=quoted(shape),
                max_outputs=MAX_OUTPUTS,
            )
    sizes = [len(experiment.data.features), *hidden, outputs]
    for layer, (previous, units) in enumerate(pairwise(sizes), start=1):
        yield f"W{layer}", (units, previous)
        yield f"b{layer}", (units, 1)
    for name in SCALINGS:
        if name in headers:
            yield name, (sizes[0] if name.startswith("input") else outputs, 1)


def _check_headers(headers: dict[str, Header], experiment: Experiment, where: str) -> None:
    dtype = np.dtype(experiment.network.dtype)
    for key, shape in _shapes(headers, experiment, where):
        header = headers[key]
        if header.shape != shape:
            raise FileError(
                "{where}: {key}: shape {shape}; its experiment needs {needed}",
                where=where,
                key=key,
                shape=quoted(header.shape),
                needed=str(shape),
            )
        allowed = FLOATS if key in SCALINGS else (dtype,)
        if header.dtype not in allowed:
            raise FileError(
                "{where}: {key}: type {dtype}; {names} was expected",
                where=where,
                key=key,
                dtype=header.dtype,
                names=" or ".join(map(str, allowed)),
            )


def _check_values(model: Model, where: str) -> None:
    for key, array in model.arrays.items():
        finite = np.isfinite(array)
        if not finite.all():
            place = ", ".join(str(i) for i in np.argwhere(~finite)[0])
            raise FileError(
                "{where}: {key}[{place}]: NaN or infinite; finite numbers were expected",
                where=where,
                key=key,
                place=place,
            )
    for key in ("input_scale", "output_scale"):
        if not (model.arrays[key] > 0).all():
            raise FileError("{where}: {key}: numbers above zero were expected", where=where, key=key)

"""The `state_dict` of a PyTorch network of Linear layers: `.safetensors`, and `.pt` where PyTorch is installed.

A `.safetensors` file is eight bytes that say how long a JSON header is, the header, which says type, shape and place of
every tensor, and the tensors themselves; see https://github.com/huggingface/safetensors. Nothing in it can run.
"""

import importlib
import io
import os
import zipfile
from collections.abc import Mapping
from itertools import pairwise
from math import prod
from types import MappingProxyType
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from playground.files.decoding import convert, parse_json
from playground.files.disk import read_bounded
from playground.files.errors import FileError, damaged, quoted
from playground.files.fields import MAX_LAYERS
from playground.files.foreign import dense_layers, foreign_model
from playground.files.weights import MAX_FILE, Model
from playground.messages import Message

MAX_HEADER = 100_000
METADATA = "__metadata__"
TYPES = MappingProxyType({"F64": "float64", "F32": "float32"})
"""What stands for the types that networks here have."""


class Entry(msgspec.Struct, frozen=True):
    """What the header says of one tensor."""

    dtype: str
    shape: tuple[int, ...]
    data_offsets: tuple[int, int]


def read_safetensors(path: str | os.PathLike[str]) -> Model:
    """Read a network from a `.safetensors` file.

    Raises `FileError` if it is damaged, or holds something else than dense layers.
    """
    where = os.fspath(path)
    data = read_bounded(where, MAX_FILE)
    length = int.from_bytes(data[:8], "little")
    if len(data) < 8 or length > min(MAX_HEADER, len(data) - 8):
        raise FileError(
            "{where}: not a .safetensors file of dense layers: its header has {length} bytes; at most {most} were "
            "expected",
            where=where,
            length=length,
            most=MAX_HEADER,
        )
    raw = parse_json(data[8 : 8 + length], where)
    if not isinstance(raw, dict):
        raise damaged(where, Message("its header is no object in braces"))
    raw.pop(METADATA, None)
    _check_count(raw, where)
    entries = {name: convert(entry, Entry, where, at=quoted(name)[1:-1]) for name, entry in raw.items()}
    layers = dense_layers(
        {name: entry.shape for name, entry in entries.items()},
        ((name, TYPES.get(entry.dtype, entry.dtype)) for name, entry in entries.items()),
        where,
    )
    _check_places(entries, len(data) - 8 - length, where)
    arrays = {
        name: np.frombuffer(
            data,
            np.dtype(TYPES[entry.dtype]).newbyteorder("<"),
            prod(entry.shape),
            8 + length + entry.data_offsets[0],
        )
        .reshape(entry.shape)
        .astype(TYPES[entry.dtype])
        for name, entry in entries.items()
    }
    return foreign_model(arrays, layers, where)


def read_pt(path: str | os.PathLike[str]) -> Model:
    """Read a network from what `torch.save(network.state_dict(), path)` has written, never running what is in it.

    Raises `FileError` if PyTorch is not installed, or the file is damaged, holds Python objects or something else than
    dense layers.
    """
    where = os.fspath(path)
    data = read_bounded(where, MAX_FILE)
    try:
        torch = importlib.import_module("torch")
    except ImportError as error:
        raise FileError(
            "{where}: only PyTorch itself can read this, and it is not installed; save the network as .safetensors "
            "(safetensors.torch.save_file(network.state_dict(), file)) or as .npz",
            where=where,
        ) from error
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(info.file_size for info in archive.infolist())
        if unpacked > MAX_FILE:
            raise ValueError("larger than it may be")
        found = torch.load(io.BytesIO(data), map_location="cpu", weights_only=True)
    except Exception as error:  # whatever a damaged archive or a forbidden object makes PyTorch raise
        raise FileError(
            "{where}: damaged, or it holds more than tensors, which is never run; what "
            "torch.save(network.state_dict(), file) writes was expected",
            where=where,
        ) from error
    if not isinstance(found, Mapping) or not all(
        isinstance(name, str) and isinstance(value, torch.Tensor) for name, value in found.items()
    ):
        raise FileError(
            "{where}: no state_dict: tensors by their names were expected, as torch.save(network.state_dict(), file) "
            "writes them",
            where=where,
        )
    _check_count(found, where)
    layers = dense_layers(
        {name: tuple(tensor.shape) for name, tensor in found.items()},
        ((name, str(tensor.dtype).removeprefix("torch.")) for name, tensor in found.items()),
        where,
    )
    # Only now: a few bytes may stand for a matrix that fills the memory.
    return foreign_model({name: _array(tensor, where) for name, tensor in found.items()}, layers, where)


def _array(tensor: Any, where: str) -> NDArray[Any]:
    try:
        return np.array(tensor.detach().numpy())
    except (TypeError, RuntimeError) as error:
        raise damaged(where, Message("a tensor is kept in a form that only PyTorch knows")) from error


def _check_count(named: Mapping[str, Any], where: str) -> None:
    most = 2 * (MAX_LAYERS + 1)
    if not 1 <= len(named) <= most:
        raise FileError(
            "{where}: {count} tensors; 2 to {most} were expected, the weights and biases of dense layers",
            where=where,
            count=len(named),
            most=most,
        )


def _check_places(entries: Mapping[str, Entry], room: int, where: str) -> None:
    """Check that the tensors, of types read here, lie one after another, each as long as it says, and fill the file."""
    places = sorted((entry.data_offsets, name) for name, entry in entries.items())
    for ((start, end), name), (after, _) in pairwise([*places, ((room, room), "")]):
        entry = entries[name]
        size = prod(entry.shape) * np.dtype(TYPES[entry.dtype]).itemsize
        fits = min(entry.shape, default=0) >= 0 and end - start == size
        if not fits or end != after[0] or (name == places[0][1] and start != 0):
            raise damaged(where, Message("the tensor {name} is not where the header says", name=quoted(name)))

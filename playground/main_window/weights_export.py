"""Writing a trained network for other programs."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from playground.files import Model, write_weights


def _write_onnx(path: Path, model: Model) -> Path:
    from playground.files.onnx_export import write_onnx  # few need it, and it takes a while to load

    write_onnx(path, model)
    return path


def _write_python(path: Path, model: Model) -> Path:
    from playground.files.python_source import write_python

    write_python(path, model)
    return path


EXPORT_FORMATS: Mapping[str, Callable[[Path, Model], Path]] = MappingProxyType(
    {".npz": write_weights, ".onnx": _write_onnx, ".py": _write_python}
)
"""What writes weights to a file, by its suffix, and returns the file written."""


def export_weights(path: Path, model: Model) -> Path:
    """Write the weights, as the file's suffix says; return the file written.

    Raises
    ------
    FileError
        If it cannot be written.
    """
    return EXPORT_FORMATS.get(path.suffix.lower(), EXPORT_FORMATS[".npz"])(path, model)

"""Everything that touches a user's files: experiments, weights, presets, exports; one error type, one set of limits."""

from playground.files.atomic import write_atomically
from playground.files.decoding import decode_experiment, encode_experiment, read_experiment, write_experiment
from playground.files.errors import FileError
from playground.files.experiment import (
    CsvSource,
    DataSettings,
    Experiment,
    LayerSettings,
    NetworkSettings,
    PointsSource,
    TrainingSettings,
)
from playground.files.fields import FIELDS, Field
from playground.files.frameworks import FRAMEWORKS
from playground.files.history import history_csv
from playground.files.locations import folder
from playground.files.onnx_export import write_onnx
from playground.files.overrides import override
from playground.files.presets import Preset, presets, read_preset
from playground.files.python_source import write_python
from playground.files.targets import Target, csv_experiment, open_target
from playground.files.validation import input_count, validate
from playground.files.weights import Model, output_count, read_weights, write_weights

__all__ = [
    "FIELDS",
    "FRAMEWORKS",
    "CsvSource",
    "DataSettings",
    "Experiment",
    "Field",
    "FileError",
    "LayerSettings",
    "Model",
    "NetworkSettings",
    "PointsSource",
    "Preset",
    "Target",
    "TrainingSettings",
    "csv_experiment",
    "decode_experiment",
    "encode_experiment",
    "folder",
    "history_csv",
    "input_count",
    "open_target",
    "output_count",
    "override",
    "presets",
    "read_experiment",
    "read_preset",
    "read_weights",
    "validate",
    "write_atomically",
    "write_experiment",
    "write_onnx",
    "write_python",
    "write_weights",
]

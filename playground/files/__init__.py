"""Everything that touches a user's files: experiments, weights, presets, exports; one error type, one set of limits.

The exports to other programs, which few start-ups need, stand in their own modules: `onnx_export`, `python_source`.
"""

from playground.files.decoding import decode_experiment, encode_experiment, read_experiment, write_experiment
from playground.files.disk import write_atomically
from playground.files.errors import FileError, UndecidedTableError
from playground.files.experiment import (
    CsvSource,
    DataSettings,
    Experiment,
    FormulaSource,
    IdxSource,
    LayerSettings,
    NetworkSettings,
    PointsSource,
    TrainingSettings,
)
from playground.files.fields import FIELDS, RESOLVED, Field
from playground.files.overrides import override
from playground.files.presets import Preset, presets, read_preset
from playground.files.problem_shape import (
    class_count,
    first_experiment,
    fit_to_dataset,
    generator,
    input_count,
    output_count,
)
from playground.files.recognition import own_source
from playground.files.sources import (
    csv_options,
    folder,
    history_csv,
    reading,
    source_files,
    source_name,
    write_dataset,
)
from playground.files.targets import (
    Target,
    check_data,
    csv_experiment,
    open_model,
    open_source,
    open_target,
    table_source,
)
from playground.files.validation import validate
from playground.files.weights import Model, read_weights, write_weights

__all__ = [
    "FIELDS",
    "RESOLVED",
    "CsvSource",
    "DataSettings",
    "Experiment",
    "Field",
    "FileError",
    "FormulaSource",
    "IdxSource",
    "LayerSettings",
    "Model",
    "NetworkSettings",
    "PointsSource",
    "Preset",
    "Target",
    "TrainingSettings",
    "UndecidedTableError",
    "check_data",
    "class_count",
    "csv_experiment",
    "csv_options",
    "decode_experiment",
    "encode_experiment",
    "first_experiment",
    "fit_to_dataset",
    "folder",
    "generator",
    "history_csv",
    "input_count",
    "open_model",
    "open_source",
    "open_target",
    "output_count",
    "override",
    "own_source",
    "presets",
    "read_experiment",
    "read_preset",
    "read_weights",
    "reading",
    "source_files",
    "source_name",
    "table_source",
    "validate",
    "write_atomically",
    "write_dataset",
    "write_experiment",
    "write_weights",
]

"""Problems to learn: generators, features, splits and readers of a person's own data. Examples are columns."""

from pkgutil import resolve_name
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from playground.data.csv_options import DECIMALS, DELIMITERS, ENCODINGS, CsvOptions, delimiter_name
from playground.data.dataset import (
    ONE_CLASS,
    DataError,
    Dataset,
    InputColumn,
    Problem,
    encode_classes,
    output_rows,
    usual_names,
)
from playground.data.features import FEATURES, Feature, FeatureMap
from playground.data.formula import formula_generator
from playground.data.generators import GENERATORS, Generator, generate, sampled
from playground.data.idx import IMAGES, LABELS, IdxReading, beside, kind_of, read_idx
from playground.data.points import n_point_classes, points_dataset, points_frame
from playground.data.reading import Reading, TableColumn, TableProblem, TableReport
from playground.data.split import Scaling, split, split_points

if TYPE_CHECKING:
    from playground.data.csv_dataset import (
        CsvReading,
        csv_bytes,
        dataset_csv,
        inspect_table,
        label_columns,
        read_csv,
        table_csv,
    )
    from playground.data.csv_inputs import CsvInputs, read_csv_inputs

__all__ = [
    "DECIMALS",
    "DELIMITERS",
    "ENCODINGS",
    "FEATURES",
    "GENERATORS",
    "IMAGES",
    "LABELS",
    "ONE_CLASS",
    "CsvInputs",
    "CsvOptions",
    "CsvReading",
    "DataError",
    "Dataset",
    "Feature",
    "FeatureMap",
    "Generator",
    "IdxReading",
    "InputColumn",
    "Problem",
    "Reading",
    "Scaling",
    "TableColumn",
    "TableProblem",
    "TableReport",
    "beside",
    "csv_bytes",
    "dataset_csv",
    "delimiter_name",
    "encode_classes",
    "formula_generator",
    "generate",
    "inspect_table",
    "kind_of",
    "label_columns",
    "n_point_classes",
    "output_rows",
    "points_dataset",
    "points_frame",
    "read_csv",
    "read_csv_inputs",
    "read_idx",
    "sampled",
    "split",
    "split_points",
    "table_csv",
    "usual_names",
]

_READERS = MappingProxyType(
    {
        "CsvInputs": "csv_inputs",
        "CsvReading": "csv_dataset",
        "csv_bytes": "csv_dataset",
        "dataset_csv": "csv_dataset",
        "inspect_table": "csv_dataset",
        "label_columns": "csv_dataset",
        "read_csv": "csv_dataset",
        "read_csv_inputs": "csv_inputs",
        "table_csv": "csv_dataset",
    }
)
"""What reads and writes tables, by its module: imported when it is asked for, since few starts read one."""


def __getattr__(name: str) -> Any:
    if name not in _READERS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return resolve_name(f"{__name__}.{_READERS[name]}:{name}")

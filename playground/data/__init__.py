"""Problems to learn: generators, features, splits and readers of a person's own data. Examples are columns."""

from playground.data.csv_dataset import CsvReading, dataset_csv, label_columns, read_csv
from playground.data.csv_inputs import CsvInputs, read_csv_inputs
from playground.data.csv_options import DECIMALS, DELIMITERS, ENCODINGS, CsvOptions, delimiter_name
from playground.data.csv_preview import inspect_table
from playground.data.dataset import DataError, Dataset, InputColumn, Problem, encode_classes, output_rows
from playground.data.features import FEATURES, Feature, FeatureMap
from playground.data.generators import GENERATORS, Generator, generate
from playground.data.idx import IMAGES, LABELS, IdxReading, images_beside, kind_of, labels_beside, read_idx
from playground.data.points import n_point_classes, points_dataset, points_frame
from playground.data.reading import Reading
from playground.data.scaling import Scaling
from playground.data.split import split, split_points
from playground.data.table_report import TableColumn, TableProblem, TableReport

__all__ = [
    "DECIMALS",
    "DELIMITERS",
    "ENCODINGS",
    "FEATURES",
    "GENERATORS",
    "IMAGES",
    "LABELS",
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
    "dataset_csv",
    "delimiter_name",
    "encode_classes",
    "generate",
    "images_beside",
    "inspect_table",
    "kind_of",
    "label_columns",
    "labels_beside",
    "n_point_classes",
    "output_rows",
    "points_dataset",
    "points_frame",
    "read_csv",
    "read_csv_inputs",
    "read_idx",
    "split",
    "split_points",
]

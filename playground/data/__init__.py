"""Problems to learn: generators, features, splits and readers of a person's own data. Examples are columns."""

from playground.data.cells import MISSING
from playground.data.csv_dataset import CsvReading, read_csv
from playground.data.csv_findings import ColumnPreview
from playground.data.csv_inputs import CsvInputs, read_csv_inputs
from playground.data.csv_options import DELIMITERS, ENCODINGS, CsvOptions
from playground.data.csv_preview import TablePreview, inspect_table
from playground.data.csv_writing import dataset_csv, label_columns
from playground.data.dataset import DataError, Dataset, Problem, encode_classes, output_rows
from playground.data.features import FEATURES, Feature, FeatureMap
from playground.data.generators import GENERATORS, Generator, generate
from playground.data.idx import IMAGES, LABELS, IdxReading, images_beside, kind_of, labels_beside, read_idx
from playground.data.points import n_point_classes, points_dataset, points_frame
from playground.data.reading import Reading
from playground.data.scaling import Scaling
from playground.data.split import split, split_points

__all__ = [
    "DELIMITERS",
    "ENCODINGS",
    "FEATURES",
    "GENERATORS",
    "IMAGES",
    "LABELS",
    "MISSING",
    "ColumnPreview",
    "CsvInputs",
    "CsvOptions",
    "CsvReading",
    "DataError",
    "Dataset",
    "Feature",
    "FeatureMap",
    "Generator",
    "IdxReading",
    "Problem",
    "Reading",
    "Scaling",
    "TablePreview",
    "dataset_csv",
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

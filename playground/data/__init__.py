"""Problems to learn: generators, features, splits and readers of a person's own data. Examples are columns."""

from playground.data.csv_dataset import read_csv
from playground.data.csv_inputs import CsvInputs, read_csv_inputs
from playground.data.dataset import DataError, Dataset, Problem, encode_classes, output_rows
from playground.data.features import FEATURES, Feature, FeatureMap
from playground.data.generators import GENERATORS, Generator, generate
from playground.data.points import points_dataset
from playground.data.split import split

__all__ = [
    "FEATURES",
    "GENERATORS",
    "CsvInputs",
    "DataError",
    "Dataset",
    "Feature",
    "FeatureMap",
    "Generator",
    "Problem",
    "encode_classes",
    "generate",
    "output_rows",
    "points_dataset",
    "read_csv",
    "read_csv_inputs",
    "split",
]

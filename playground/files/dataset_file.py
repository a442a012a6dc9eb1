"""Writing the data of an experiment for other programs."""

import os

from playground.data import Dataset, dataset_csv
from playground.files.atomic import write_atomically


def write_dataset(path: str | os.PathLike[str], dataset: Dataset) -> None:
    """Write a dataset to a CSV file: a header, then a row per example, inputs first.

    Raises
    ------
    FileError
        If the file cannot be written; the old file is then untouched.
    """
    write_atomically(path, dataset_csv(dataset))

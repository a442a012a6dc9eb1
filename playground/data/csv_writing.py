"""A dataset as a CSV file: a row per example, inputs first, then what is to predict."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from playground.data.dataset import Dataset

CLASS_COLUMN = "class"
"""Above the names of several classes, where the data have no name for the column."""


def label_columns(dataset: Dataset) -> tuple[str, ...]:
    """Return what the columns to predict are called: other than any input."""
    one_column = dataset.problem == "classification"
    wanted = dataset.output_names if len(dataset.Y) == 1 or not one_column else (CLASS_COLUMN,)
    taken = list(dataset.input_names)
    names = []
    for name in wanted:
        while name in taken:
            name += "_"
        taken.append(name)
        names.append(name)
    return tuple(names)


def dataset_csv(dataset: Dataset) -> bytes:
    """Return a dataset as the content of a CSV file with a header.

    Numbers have all their digits and classes their names, so that `read_csv` gives the same examples again: but for
    classes without an example, and for numbers to predict that take few whole values, which it takes for classes.

    Returns
    -------
    bytes
        UTF-8; with a byte order mark where there is more than ASCII, without which Excel shows it wrong.
    """
    columns: list[Sequence[float | str]] = [row.tolist() for row in dataset.values()]
    if dataset.problem == "classification":
        columns.append([dataset.classes[index] for index in dataset.class_indices])
    else:
        columns.extend(row.tolist() for row in dataset.Y)
    text = io.StringIO(newline="")
    names = (*dataset.input_names, *label_columns(dataset))
    writer = csv.writer(text, lineterminator="\n")
    # In quotes a first name that begins with # begins no comment.
    all_quoted = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
    (all_quoted if names[0].startswith("#") else writer).writerow(names)
    writer.writerows(zip(*columns, strict=True))
    content = text.getvalue()
    return content.encode("utf-8" if content.isascii() else "utf-8-sig", errors="replace")

"""The exports by the endings of their files: those of the window, and one that only the command line has."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np

from playground.cli.model_outputs import answer
from playground.cli.tables import Table, add_column, cells, titles
from playground.files import history_csv
from playground.main_window.exports import EXPORTS, FILE_KINDS, Export, Material, Source, there
from playground.messages import Message


def _write_examples(path: Path, material: Material) -> None:
    """Write a row per example: inputs, target, split, outputs and class."""
    run = there(material.session).run
    dataset, parts = run.examples.dataset, (run.examples.train, run.examples.test)
    X = np.concatenate([part.X for part in parts], axis=1)
    answers = answer(there(material.model), X)
    table: Table = {name: cells(row) for name, row in zip(dataset.input_names, X, strict=True)}
    if dataset.classes:
        labels = [label for part in parts if part.labels is not None for label in part.labels]
        add_column(table, "target", [dataset.classes[label] for label in labels])
    else:
        Y = np.concatenate([run.scene.train_Y, run.scene.test_Y], axis=1)
        for title, row in zip(titles("target", dataset.output_names), Y, strict=True):
            add_column(table, title, cells(row))
    add_column(table, "split", ["train"] * parts[0].m + ["test"] * parts[1].m)
    for title, row in zip(answers.titles, answers.outputs, strict=True):
        add_column(table, title, cells(row))
    if answers.predicted_names is not None:
        add_column(table, "predicted", answers.predicted_names)
    history_csv(path, table)


EXAMPLES = Export(
    "examples",
    "examples",
    "",
    "",
    "",
    Message("a row per example: inputs, target, split, outputs"),
    (".csv",),
    Source.SESSION,
    _write_examples,
)


def _format(ending: str) -> Mapping[str, Export]:
    rows = [row for row in (*EXPORTS.values(), EXAMPLES) if ending in row.endings]
    rows.sort(key=lambda row: ending not in row.usual_for)  # otherwise in their order
    return MappingProxyType({row.content: row for row in rows})


FORMATS: Mapping[str, Mapping[str, Export]] = MappingProxyType({ending: _format(ending) for ending in FILE_KINDS})
"""By its file ending, what a file can hold, by what `--content` calls it; the first is the usual one."""


def usual(ending: str) -> Export:
    """Return what a file of this ending holds if nothing else is asked for."""
    return next(iter(FORMATS[ending].values()))

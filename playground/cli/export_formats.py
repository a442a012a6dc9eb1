"""What a target can be exported to: one record per file ending."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np

from playground.cli.model_outputs import answer
from playground.cli.tables import Table, add_column, cells, titles
from playground.files import Model, history_csv, write_atomically, write_weights
from playground.files.onnx_export import write_onnx
from playground.files.python_source import write_python
from playground.training import Snapshot, TrainingSession

FRAMES = 40


@dataclass(frozen=True, eq=False)
class Material:
    """What there is to export.

    Attributes
    ----------
    session
        None where the format does without examples and there are weights already.
    frames
        Snapshots taken while it trained, for a format that wants them.
    framework
        What a script computes with.
    """

    model: Model
    session: TrainingSession | None
    frames: tuple[Snapshot, ...]
    framework: str

    @property
    def examples(self) -> TrainingSession:
        """The session, for a format that needs examples."""
        assert self.session is not None, "a format that needs examples says so in its record"
        return self.session


@dataclass(frozen=True)
class ExportFormat:
    """One file ending.

    Attributes
    ----------
    write
        Writes the file.
    needs_examples
        Whether the experiment's data must be at hand, also for weights.
    frames
        How many snapshots to take from initial weights to the last epoch; with any, weights are trained anew.
    draws
        Whether it needs Qt.
    """

    ending: str
    description: str
    write: Callable[[Path, Material], object]
    needs_examples: bool = False
    frames: int = 0
    draws: bool = False


def stops(epochs: int, count: int) -> list[int]:
    """Return epochs to take a frame at, closer together at the beginning, where most is learned."""
    return sorted({min(epochs, max(i, round(epochs * (i / (count - 1)) ** 3))) for i in range(count)})


def _write_table(path: Path, material: Material) -> None:
    """Write a row per example: inputs, target, split, outputs and class."""
    run = material.examples.current
    dataset, parts = run.examples.dataset, (run.examples.train, run.examples.test)
    X = np.concatenate([part.X for part in parts], axis=1)
    answers = answer(material.model, X)
    table: Table = {name: cells(row) for name, row in zip(dataset.input_names, X, strict=True)}
    if dataset.classes:
        labels = [label for part in parts if part.labels is not None for label in part.labels]
        add_column(table, "target", [dataset.classes[label] for label in labels])
    else:
        Y = np.concatenate([part.Y for part in parts], axis=1)
        for title, row in zip(titles("target", dataset.output_names), Y, strict=True):
            add_column(table, title, cells(row))
    add_column(table, "split", ["train"] * parts[0].m + ["test"] * parts[1].m)
    for title, row in zip(titles("output", answers.names), answers.outputs, strict=True):
        add_column(table, title, cells(row))
    if answers.predicted_names is not None:
        add_column(table, "predicted", answers.predicted_names)
    history_csv(path, table)


def _write_diagram(path: Path, material: Material) -> None:
    from playground.views.network.svg import network_svg

    write_atomically(path, network_svg(material.examples.snapshot()))


def _write_picture(path: Path, material: Material) -> None:
    from playground.views.pictures import output_png

    write_atomically(path, output_png(material.examples.snapshot()))


def _write_animation(path: Path, material: Material) -> None:
    from playground.views.pictures import output_gif

    write_atomically(path, output_gif(material.frames))


_RECORDS = (
    ExportFormat(".npz", "weights for numpy", lambda path, made: write_weights(path, made.model)),
    ExportFormat(".onnx", "an ONNX graph from raw inputs to outputs", lambda path, made: write_onnx(path, made.model)),
    ExportFormat(
        ".py",
        "a script that stands alone; see --format",
        lambda path, made: write_python(path, made.model, made.framework),
    ),
    ExportFormat(".svg", "the network diagram", _write_diagram, needs_examples=True, draws=True),
    ExportFormat(".png", "the decision boundary or curve", _write_picture, needs_examples=True, draws=True),
    ExportFormat(".csv", "a row per example: inputs, target, split, outputs", _write_table, needs_examples=True),
    ExportFormat(
        ".gif",
        "the boundary or curve while it trains",
        _write_animation,
        needs_examples=True,
        frames=FRAMES,
        draws=True,
    ),
)

FORMATS: Mapping[str, ExportFormat] = MappingProxyType({record.ending: record for record in _RECORDS})
"""Every format by its file ending."""

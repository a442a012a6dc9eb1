"""What a target can be exported to: one record per file ending, and in it one per thing such a file can hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from playground.cli.command import UsageError
from playground.cli.model_outputs import answer
from playground.cli.tables import Table, add_column, cells, titles
from playground.files import Model, history_csv, write_atomically, write_weights
from playground.files.onnx_export import load_onnx, write_onnx
from playground.files.python_source import write_python
from playground.messages import Message
from playground.training import Snapshot, TrainingSession
from playground.training.film import FRAMES
from playground.training.history_table import history_table

if TYPE_CHECKING:
    from playground.views.figures.figure import Figure


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
    theme, size
        Colours of a picture, and its width and height in pixels, None for what suits it.
    dtype
        Of the inputs and outputs of a graph.
    """

    model: Model
    session: TrainingSession | None
    frames: tuple[Snapshot, ...] = ()
    framework: str = "numpy"
    theme: str = "light"
    size: tuple[int, int] | None = None
    dtype: str = "float32"

    @property
    def examples(self) -> TrainingSession:
        """The session, for a format that needs examples."""
        assert self.session is not None, "a format that needs examples says so in its record"
        return self.session


def _anything(_session: TrainingSession) -> None:
    """Any problem will do."""


@dataclass(frozen=True)
class Content:
    """One thing that a file can hold.

    Attributes
    ----------
    name
        What `--content` calls it.
    write
        Writes the file.
    prepare
        Tells a session what to compute with every snapshot; raises `UsageError` where its problem has no such content.
    needs_examples
        Whether the experiment's data must be at hand, also for weights.
    anew
        Whether it tells of the training itself: weights are then trained anew.
    frames
        How many snapshots to take from initial weights to the last epoch.
    draws
        Whether it needs Qt.
    """

    name: str
    description: Message
    write: Callable[[Path, Material], object]
    prepare: Callable[[TrainingSession], None] = _anything
    needs_examples: bool = False
    anew: bool = False
    frames: int = 0
    draws: bool = False


@dataclass(frozen=True)
class ExportFormat:
    """One file ending.

    Attributes
    ----------
    contents
        By their names; the first is what the file holds if nothing else is asked for.
    check
        Raises `FileError` where this computer lacks what it takes.
    """

    ending: str
    contents: Mapping[str, Content]
    check: Callable[[], object] = field(default=lambda: None)

    @property
    def default(self) -> Content:
        """What the file holds if nothing else is asked for."""
        return next(iter(self.contents.values()))


def _write_examples(path: Path, material: Material) -> None:
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
        Y = np.concatenate([run.scene.train_Y, run.scene.test_Y], axis=1)
        for title, row in zip(titles("target", dataset.output_names), Y, strict=True):
            add_column(table, title, cells(row))
    add_column(table, "split", ["train"] * parts[0].m + ["test"] * parts[1].m)
    for title, row in zip(answers.titles, answers.outputs, strict=True):
        add_column(table, title, cells(row))
    if answers.predicted_names is not None:
        add_column(table, "predicted", answers.predicted_names)
    history_csv(path, table)


def _write_history(path: Path, material: Material) -> None:
    history_csv(path, history_table(material.examples.current.history.curves()))


def _figure(name: str, session: TrainingSession) -> "Figure":
    from playground.views.figures.figure import figure_for

    return figure_for(name, session.current.scene)


def _prepare_figure(session: TrainingSession, *, name: str) -> None:
    figure = _figure(name, session)
    if reason := figure.lacks(session.current.scene):
        raise UsageError("--content {name}: {reason}", name=name, reason=reason)
    session.ask(figure.questions)


def _write_png(path: Path, material: Material, *, name: str) -> None:
    from playground.views.pictures import figure_png
    from playground.views.theme import themed

    snapshot = material.examples.snapshot()
    write_atomically(path, figure_png(name, snapshot, themed(material.theme), material.size))


def _write_svg(path: Path, material: Material, *, name: str) -> None:
    from playground.views.pictures import figure_svg
    from playground.views.theme import themed

    snapshot = material.examples.snapshot()
    write_atomically(path, figure_svg(name, snapshot, themed(material.theme), material.size))


def _write_animation(path: Path, material: Material, *, name: str) -> None:
    from playground.views.pictures import Animation
    from playground.views.theme import themed

    animation = Animation(name, themed(material.theme), material.size)
    for frame in material.frames:
        animation.add(frame)
    write_atomically(path, animation.encoded(path.suffix.lower()))


@dataclass(frozen=True)
class _Picture:
    """A figure of `playground.views.figures`, which needs Qt to be looked at, in the words of the command line."""

    name: str
    description: Message
    anew: bool = False
    moves: bool = True

    def content(self, write: Callable[..., None], frames: int = 0) -> Content:
        """Return it as the content of a file."""
        return Content(
            self.name,
            Message("{picture} while it trains", picture=self.description) if frames else self.description,
            partial(write, name=self.name),
            partial(_prepare_figure, name=self.name),
            needs_examples=True,
            anew=self.anew or frames > 0,
            frames=frames,
            draws=True,
        )


PICTURES = (
    _Picture("output", Message("the decision boundary or curve")),
    _Picture("network", Message("the network diagram")),
    _Picture("curves", Message("cost and accuracy by epoch"), anew=True, moves=False),
    _Picture("heatmaps", Message("weights and biases as colours")),
    _Picture("confusion", Message("the confusion matrix")),
)


def _table(*contents: Content) -> Mapping[str, Content]:
    return MappingProxyType({content.name: content for content in contents})


def _pictures(write: Callable[..., None], first: str = PICTURES[0].name) -> Mapping[str, Content]:
    """Return every picture as content, one of them first."""
    return _table(*(picture.content(write) for picture in sorted(PICTURES, key=lambda each: each.name != first)))


def _animations() -> Mapping[str, Content]:
    return _table(*(picture.content(_write_animation, FRAMES) for picture in PICTURES if picture.moves))


_RECORDS = (
    ExportFormat(
        ".npz",
        _table(Content("weights", Message("weights for numpy"), lambda path, made: write_weights(path, made.model))),
    ),
    ExportFormat(
        ".onnx",
        _table(
            Content(
                "graph",
                Message("an ONNX graph from raw inputs to outputs"),
                lambda path, made: write_onnx(path, made.model, made.dtype),
            )
        ),
        load_onnx,
    ),
    ExportFormat(
        ".py",
        _table(
            Content(
                "script",
                Message("a script that stands alone; see --format"),
                lambda path, made: write_python(path, made.model, made.framework),
            )
        ),
    ),
    ExportFormat(".svg", _pictures(_write_svg, "network")),
    ExportFormat(".png", _pictures(_write_png)),
    ExportFormat(
        ".csv",
        _table(
            Content("history", Message("cost and accuracy by epoch"), _write_history, needs_examples=True, anew=True),
            Content(
                "examples",
                Message("a row per example: inputs, target, split, outputs"),
                _write_examples,
                needs_examples=True,
            ),
        ),
    ),
    ExportFormat(".gif", _animations()),
    ExportFormat(".apng", _animations()),
)

FORMATS: Mapping[str, ExportFormat] = MappingProxyType({record.ending: record for record in _RECORDS})
"""Every format by its file ending."""

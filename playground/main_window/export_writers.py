"""How each export is written, from what there is to export.

Nothing here needs Qt before a picture is drawn; what an export is written with is imported when it is written.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from playground.files import FileError, Model, history_csv, write_atomically, write_dataset, write_weights
from playground.messages import Message
from playground.training import Snapshot, TrainingSession
from playground.training.history import history_table

if TYPE_CHECKING:
    from playground.views.pictures import Animation, Paper
    from playground.views.theme import Theme

Size = tuple[int, int]
Kind = TypeVar("Kind")
DTYPES = ("float32", "float64")
"""Of an ONNX graph's inputs and outputs; the usual one first: what run-times are fed with."""
NO_WALL = Message("there are no networks on the wall; train some in the workspace “Many” first")
NO_ATLAS = Message("there is no atlas; train one in the workspace “Atlas” first")
NO_BRANCHES = Message("there are no branches to compare; fork a run in the workspace “Fork” first")


class Material(Struct, frozen=True, eq=False):
    """What there is to export: as much of it as the export is made from.

    `theme` and `size`: colours of a picture, and its width and height in pixels, None for what suits it.
    """

    model: Model | None = None
    session: TrainingSession | None = None
    snapshot: Snapshot | None = None
    frames: Sequence[Snapshot] = ()
    theme: str = "light"
    size: Size | None = None
    dtype: str = DTYPES[0]


Begin = Callable[[Material], "Animation"]
"""Begins what paints the frames of something that moves."""


def there(value: Kind | None) -> Kind:
    assert value is not None
    return value


def weights(path: Path, material: Material) -> None:
    write_weights(path, there(material.model))


def onnx(path: Path, material: Material) -> None:
    from playground.files.onnx_export import write_onnx

    write_onnx(path, there(material.model), material.dtype)


def check_onnx() -> None:
    from playground.files.onnx_export import load_onnx

    load_onnx()


def script(path: Path, material: Material, *, framework: str) -> None:
    from playground.files.python_source import write_python

    write_python(path, there(material.model), framework)


def training_code(path: Path, material: Material) -> None:
    from playground.files.training_source import write_training

    write_training(path, there(material.session).run.recipe())


def history(path: Path, material: Material) -> None:
    history_csv(path, history_table(there(material.snapshot).curves))


def data(path: Path, material: Material) -> None:
    write_dataset(path, there(material.session).run.examples.dataset)


def hand_in(path: Path, material: Material) -> None:
    from playground.views.forms.text import translated
    from playground.views.lessons.hand_in import hand_in_html, hand_in_pdf

    sheet = hand_in_pdf if path.suffix.lower() == ".pdf" else hand_in_html
    write_atomically(path, sheet(there(material.snapshot), translated))


def runs(path: Path, material: Material) -> None:
    from playground.training.run_table import run_rows, table_of_runs

    rows = run_rows(there(material.snapshot))
    if len(rows) == 1:
        raise FileError("there are no runs to compare; pin one in “Runs”, or train some in the workspace “Many” first")
    history_csv(path, table_of_runs(rows))


def wall(path: Path, material: Material) -> None:
    from playground.training.many.frame import table_of
    from playground.training.many.report import KIND, ManyReport

    report = _made(material, KIND, ManyReport, NO_WALL)
    if path.suffix.lower() == ".csv":
        history_csv(path, table_of(report.frame))
        return
    from playground.views.many.paper import wall_paper

    _write_paper(path, material, partial(wall_paper, report))


def atlas(path: Path, material: Material) -> None:
    from playground.training.many.atlas import KIND
    from playground.training.many.atlas_report import AtlasReport, atlas_table

    report = _made(material, KIND, AtlasReport, NO_ATLAS)
    if path.suffix.lower() == ".csv":
        history_csv(path, atlas_table(report))
        return
    from playground.views.atlas.paper import atlas_paper

    _write_paper(path, material, partial(atlas_paper, report))


def branches(path: Path, material: Material) -> None:
    from playground.training.branches.report import KIND, CompareReport, compare_table

    report = _made(material, KIND, CompareReport, NO_BRANCHES)
    if path.suffix.lower() == ".csv":
        history_csv(path, compare_table(report))
        return
    from playground.views.compare.paper import compare_paper

    _write_paper(path, material, partial(compare_paper, report))


def histograms(path: Path, material: Material) -> None:
    snapshot = there(material.snapshot)
    report = there(snapshot.histograms)
    if path.suffix.lower() == ".csv":
        from playground.training.histograms import histogram_table

        history_csv(path, histogram_table(report))
        return
    from playground.views.health.paper import histograms_paper

    _write_paper(path, material, partial(histograms_paper, snapshot, report))


def _made(material: Material, kind: str, sort: type[Kind], missing: Message) -> Kind:
    """Return what has been made beside the training, or say that it is missing."""
    report = there(material.snapshot).work.get(kind)
    if not isinstance(report, sort):
        raise FileError(missing)
    return report


def _write_paper(path: Path, material: Material, paper: Callable[["Theme"], "Paper"]) -> None:
    from playground.views.theme import themed

    write_atomically(path, paper(themed(material.theme)).encoded(path.suffix.lower(), material.size))


def figure(path: Path, material: Material, *, figure: str) -> None:
    from playground.views.pictures import figure_png, figure_svg
    from playground.views.theme import themed

    draw = figure_svg if path.suffix.lower() == ".svg" else figure_png
    write_atomically(path, draw(figure, there(material.snapshot), themed(material.theme), material.size))


def animation(path: Path, material: Material, *, begin: Begin) -> None:
    animation = begin(material)
    for frame in material.frames:
        animation.add(frame)
    write_atomically(path, animation.encoded(path.suffix.lower()))


def figure_animation(material: Material, *, figure: str) -> "Animation":
    from playground.views.pictures import Animation
    from playground.views.theme import themed

    return Animation.of_figure(figure, themed(material.theme), material.size)


def wall_animation(material: Material) -> "Animation":
    from playground.views.many import paper
    from playground.views.theme import themed

    return paper.wall_animation(themed(material.theme), material.size)

"""The exports: everything a person can take elsewhere, one row each, for the menu and for the command line.

Nothing here needs Qt before a picture is drawn; what a row writes with is imported when it writes.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from playground.files import FileError, Model, history_csv, write_atomically, write_dataset, write_weights
from playground.messages import Message
from playground.training import Snapshot, TrainingSession
from playground.training.animation import FRAMES
from playground.training.history import history_table

if TYPE_CHECKING:
    from playground.views.pictures import Animation

Size = tuple[int, int]
Kind = TypeVar("Kind")
DTYPES = ("float32", "float64")
"""Of an ONNX graph's inputs and outputs; the usual one first: what run-times are fed with."""


class Source(Enum):
    """What a file is made from."""

    MODEL = auto()
    """The trained network."""
    HISTORY = auto()
    """A snapshot, which knows how the training went."""
    SESSION = auto()
    """The session itself, with its data."""
    FIGURE = auto()
    """A snapshot in which the queries of a figure are answered."""
    HISTOGRAMS = auto()
    """A snapshot with the histograms of all recorded epochs."""
    ANIMATION = auto()
    """Snapshots from the first epoch to the last."""
    LESSON = auto()
    """A snapshot in which a lesson is under way, or a class has voted."""
    WALL = auto()
    """A snapshot in which there are networks on the wall."""
    WALL_ANIMATION = auto()
    """Snapshots in which the networks on the wall are trained from their first epoch on."""
    ATLAS = auto()
    """A snapshot in which there is an atlas."""
    RUNS = auto()
    """A snapshot with runs beside the present one."""
    COMPARE = auto()
    """A snapshot in which there are two branches."""


DRAWN = frozenset({Source.FIGURE, Source.HISTOGRAMS, Source.WALL, Source.ATLAS, Source.COMPARE})
"""What becomes a picture."""


class Material(Struct, frozen=True, eq=False):
    """What there is to export: as much of it as the export is made from.

    Attributes
    ----------
    theme, size
        Colours of a picture, and its width and height in pixels, None for what suits it.
    """

    model: Model | None = None
    session: TrainingSession | None = None
    snapshot: Snapshot | None = None
    frames: Sequence[Snapshot] = ()
    theme: str = "light"
    size: Size | None = None
    dtype: str = DTYPES[0]


class Export(Struct, frozen=True):
    """One thing that can be written.

    Attributes
    ----------
    content
        What the command line calls it among those of the same ending.
    endings
        Of its files, the usual one first.
    check
        Raises `FileError` where this computer lacks what it takes.
    animation
        Begins what paints its frames, where it moves.
    anew
        Whether it tells of the training itself, so that weights alone do not do.
    usual_for
        The endings under which it is what a file holds if nothing else is asked for.
    """

    name: str
    content: str
    menu: str
    text: str
    tooltip: str
    description: Message
    endings: tuple[str, ...]
    source: Source
    write: Callable[[Path, Material], object]
    check: Callable[[], object] = lambda: None
    animation: Callable[[Material], "Animation"] | None = None
    anew: bool = False
    usual_for: tuple[str, ...] = ()
    starts_group: bool = False

    @property
    def draws(self) -> bool:
        """Whether it is a picture, which needs Qt."""
        return self.source in DRAWN or self.animation is not None

    @property
    def needs_examples(self) -> bool:
        """Whether the experiment's data must be at hand, also for weights."""
        return self.source is not Source.MODEL

    @property
    def frames(self) -> int:
        """How many snapshots it takes from initial weights to the last epoch."""
        return 0 if self.animation is None else FRAMES


FILE_KINDS: Mapping[str, Message] = MappingProxyType(
    {
        ".npz": Message("Weights (*.npz)"),
        ".onnx": Message("ONNX (*.onnx)"),
        ".py": Message("Python scripts (*.py)"),
        ".ipynb": Message("Notebooks (*.ipynb)"),
        ".svg": Message("Drawings (*.svg)"),
        ".png": Message("Pictures (*.png)"),
        ".csv": Message("Tables (*.csv)"),
        ".gif": Message("GIF animations (*.gif)"),
        ".apng": Message("Animated PNG (*.apng)"),
        ".html": Message("Web pages (*.html)"),
        ".pdf": Message("PDF documents (*.pdf)"),
    }
)
"""Every ending, and what a file dialog calls such files."""

NO_WALL = Message("there are no networks on the wall; train some in the workspace “Many” first")
FIGURE, ANIMATION = Message("&Figure"), Message("&Animation")


def _weights(path: Path, material: Material) -> None:
    write_weights(path, there(material.model))


def _onnx(path: Path, material: Material) -> None:
    from playground.files.onnx_export import write_onnx

    write_onnx(path, there(material.model), material.dtype)


def _check_onnx() -> None:
    from playground.files.onnx_export import load_onnx

    load_onnx()


def _script(path: Path, material: Material, *, framework: str) -> None:
    from playground.files.python_source import write_python

    write_python(path, there(material.model), framework)


def _training(path: Path, material: Material) -> None:
    from playground.files.training_source import write_training

    write_training(path, there(material.session).run.recipe())


def _history(path: Path, material: Material) -> None:
    history_csv(path, history_table(there(material.snapshot).curves))


def _data(path: Path, material: Material) -> None:
    write_dataset(path, there(material.session).run.examples.dataset)


def _hand_in(path: Path, material: Material) -> None:
    from playground.views.forms.text import translated
    from playground.views.lessons.hand_in import hand_in_html, hand_in_pdf

    sheet = hand_in_pdf if path.suffix.lower() == ".pdf" else hand_in_html
    write_atomically(path, sheet(there(material.snapshot), translated))


def _wall(path: Path, material: Material) -> None:
    from playground.training.many.frame import table_of
    from playground.training.many.report import KIND, ManyReport

    report = there(material.snapshot).work.get(KIND)
    if not isinstance(report, ManyReport):
        raise FileError(NO_WALL)
    if path.suffix.lower() == ".csv":
        history_csv(path, table_of(report.frame))
        return
    from playground.views.many.paper import wall_png, wall_svg
    from playground.views.theme import themed

    draw = wall_svg if path.suffix.lower() == ".svg" else wall_png
    write_atomically(path, draw(report, themed(material.theme), material.size))


def _runs(path: Path, material: Material) -> None:
    from playground.training.run_table import run_rows, table_of_runs

    rows = run_rows(there(material.snapshot))
    if len(rows) == 1:
        raise FileError("there are no runs to compare; pin one in “Runs”, or train some in the workspace “Many” first")
    history_csv(path, table_of_runs(rows))


def _atlas(path: Path, material: Material) -> None:
    from playground.training.many.atlas import KIND
    from playground.training.many.atlas_report import AtlasReport, atlas_table

    report = there(material.snapshot).work.get(KIND)
    if not isinstance(report, AtlasReport):
        raise FileError("there is no atlas; train one in the workspace “Atlas” first")
    if path.suffix.lower() == ".csv":
        history_csv(path, atlas_table(report))
        return
    from playground.views.atlas.paper import atlas_png, atlas_svg
    from playground.views.theme import themed

    draw = atlas_svg if path.suffix.lower() == ".svg" else atlas_png
    write_atomically(path, draw(report, themed(material.theme), material.size))


def _compare(path: Path, material: Material) -> None:
    from playground.training.branches.report import KIND, CompareReport, compare_table

    report = there(material.snapshot).work.get(KIND)
    if not isinstance(report, CompareReport):
        raise FileError("there are no branches to compare; fork a run in the workspace “Fork” first")
    if path.suffix.lower() == ".csv":
        history_csv(path, compare_table(report))
        return
    from playground.views.compare.paper import compare_png, compare_svg
    from playground.views.theme import themed

    draw = compare_svg if path.suffix.lower() == ".svg" else compare_png
    write_atomically(path, draw(report, themed(material.theme), material.size))


def _histograms(path: Path, material: Material) -> None:
    snapshot = there(material.snapshot)
    report = there(snapshot.histograms)
    if path.suffix.lower() == ".csv":
        from playground.training.histograms import histogram_table

        history_csv(path, histogram_table(report))
        return
    from playground.views.health.paper import histograms_png, histograms_svg
    from playground.views.theme import themed

    draw = histograms_svg if path.suffix.lower() == ".svg" else histograms_png
    write_atomically(path, draw(snapshot, report, themed(material.theme), material.size))


def _draw(path: Path, material: Material, *, figure: str) -> None:
    from playground.views.pictures import figure_png, figure_svg
    from playground.views.theme import themed

    draw = figure_svg if path.suffix.lower() == ".svg" else figure_png
    write_atomically(path, draw(figure, there(material.snapshot), themed(material.theme), material.size))


def _animate(path: Path, material: Material, *, begin: Callable[[Material], "Animation"]) -> None:
    animation = begin(material)
    for frame in material.frames:
        animation.add(frame)
    write_atomically(path, animation.encoded(path.suffix.lower()))


def _figure_animation(material: Material, *, figure: str) -> "Animation":
    from playground.views.pictures import Animation
    from playground.views.theme import themed

    return Animation.of_figure(figure, themed(material.theme), material.size)


def _wall_animation(material: Material) -> "Animation":
    from playground.views.many.paper import wall_animation
    from playground.views.theme import themed

    return wall_animation(themed(material.theme), material.size)


def there(value: Kind | None) -> Kind:
    assert value is not None
    return value


def _figure(
    figure: str, text: str, description: Message, *, anew: bool = False, usual_for: tuple[str, ...] = ()
) -> Export:
    return Export(
        f"figure_{figure}",
        figure,
        FIGURE,
        text,
        Message("Write this figure as a picture, or as a drawing of any size"),
        description,
        (".png", ".svg"),
        Source.FIGURE,
        partial(_draw, figure=figure),
        anew=anew,
        usual_for=usual_for,
    )


def _animation(figure: str, text: str, description: Message) -> Export:
    begin = partial(_figure_animation, figure=figure)
    return Export(
        f"animation_{figure}",
        figure,
        ANIMATION,
        text,
        Message("Write how this changed from the first epoch to the present one"),
        Message("{figure} while it trains", figure=description),
        (".gif", ".apng"),
        Source.ANIMATION,
        partial(_animate, begin=begin),
        animation=begin,
        anew=True,
    )


_OUTPUT = Message("&Output…"), Message("the decision boundary or curve")
_NETWORK = Message("&Network diagram…"), Message("the network diagram")
_CURVES = Message("&Cost curves…"), Message("cost and accuracy by epoch")
_HEATMAPS = Message("&Weight heatmaps…"), Message("weights and biases as colours")
_CONFUSION = Message("Con&fusion matrix…"), Message("the confusion matrix")

_ROWS = (
    Export(
        "weights",
        "weights",
        "",
        Message("&Weights…"),
        Message("Write the trained weights to an .npz file that plain numpy can read"),
        Message("weights for numpy"),
        (".npz",),
        Source.MODEL,
        _weights,
    ),
    Export(
        "onnx",
        "graph",
        "",
        Message("&ONNX graph…"),
        Message("Write the network as an ONNX graph, from raw inputs to outputs"),
        Message("an ONNX graph from raw inputs to outputs"),
        (".onnx",),
        Source.MODEL,
        _onnx,
        check=_check_onnx,
    ),
    Export(
        "numpy",
        "numpy",
        "",
        Message("&NumPy script…"),
        Message("Write a script that needs nothing but numpy to do what the network does"),
        Message("a script that needs nothing but numpy"),
        (".py",),
        Source.MODEL,
        partial(_script, framework="numpy"),
    ),
    Export(
        "pytorch",
        "pytorch",
        "",
        Message("&PyTorch script…"),
        Message("Write a script that rebuilds the network in PyTorch with its weights"),
        Message("a script that rebuilds the network in PyTorch"),
        (".py",),
        Source.MODEL,
        partial(_script, framework="pytorch"),
    ),
    Export(
        "pytorch_training",
        "pytorch-training",
        "",
        Message("PyTorch &training…"),
        Message(
            "Write a script or a notebook in which PyTorch trains this network from its first weights, with the same "
            "data and mini-batches"
        ),
        Message("PyTorch trains the network from its first weights"),
        (".py", ".ipynb"),
        Source.SESSION,
        _training,
    ),
    Export(
        "history",
        "history",
        "",
        Message("Cost &history…"),
        Message("Write cost and accuracy by epoch as a table"),
        Message("cost and accuracy by epoch"),
        (".csv",),
        Source.HISTORY,
        _history,
        anew=True,
        starts_group=True,
    ),
    Export(
        "histograms",
        "histograms",
        "",
        Message("Hi&stograms over the epochs…"),
        Message("Write how weights, activations and gradients of each layer are spread at each recorded epoch"),
        Message("how weights, activations and gradients are spread, by epoch"),
        (".csv", ".png", ".svg"),
        Source.HISTOGRAMS,
        _histograms,
        anew=True,
    ),
    Export(
        "data",
        "data",
        "",
        Message("&Data…"),
        Message("Write the data as a table, a row per example"),
        Message("the data, a row per example"),
        (".csv",),
        Source.SESSION,
        _data,
    ),
    Export(
        "hand_in",
        "hand_in",
        "",
        Message("Hand-&in sheet…"),
        Message("Write what the lesson asked, what was answered, reached and voted as one page"),
        Message("what was asked, answered, reached and voted"),
        (".html", ".pdf"),
        Source.LESSON,
        _hand_in,
        starts_group=True,
    ),
    Export(
        "runs",
        "runs",
        "",
        Message("R&uns…"),
        Message("Write a row for the present run, each pinned one and each network on the wall"),
        Message("the present run, pinned ones and the networks on the wall"),
        (".csv",),
        Source.RUNS,
        _runs,
    ),
    Export(
        "many",
        "many",
        "",
        Message("Networks on the wa&ll…"),
        Message("Write a row for each network on the wall, or the wall itself as a picture or a drawing"),
        Message("the networks on the wall"),
        (".csv", ".png", ".svg"),
        Source.WALL,
        _wall,
    ),
    Export(
        "atlas",
        "atlas",
        "",
        Message("Pi&xels of the atlas…"),
        Message("Write a row for each pixel of the atlas, or the atlas itself as a picture or a drawing"),
        Message("the pixels of the atlas"),
        (".csv", ".png", ".svg"),
        Source.ATLAS,
        _atlas,
    ),
    Export(
        "compare",
        "compare",
        "",
        Message("&Branches of a run…"),
        Message(
            "Write both branches epoch by epoch, or what they answer and where they differ as a picture or a drawing"
        ),
        Message("two branches of a run"),
        (".csv", ".png", ".svg"),
        Source.COMPARE,
        _compare,
    ),
    _figure("output", *_OUTPUT, usual_for=(".png",)),
    _figure("network", *_NETWORK, usual_for=(".svg",)),
    _figure("curves", *_CURVES, anew=True),
    _figure("heatmaps", *_HEATMAPS),
    _figure("confusion", *_CONFUSION),
    _animation("output", *_OUTPUT),
    _animation("network", *_NETWORK),
    _animation("heatmaps", *_HEATMAPS),
    _animation("confusion", *_CONFUSION),
    Export(
        "many_animation",
        "many",
        ANIMATION,
        Message("Networks on the wa&ll…"),
        Message("Write how the networks on the wall learned, trained again from their first weights"),
        Message("the networks on the wall while they train"),
        (".gif", ".apng"),
        Source.WALL_ANIMATION,
        partial(_animate, begin=_wall_animation),
        animation=_wall_animation,
    ),
)

EXPORTS: Mapping[str, Export] = MappingProxyType({row.name: row for row in _ROWS})
"""Every export by name, in the order of the menu."""

"""The exports: everything a person can take elsewhere, one row each, for the menu and for the command line."""

from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import partial
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from playground.main_window import export_writers as write
from playground.main_window.export_writers import Begin, Material
from playground.messages import Message
from playground.training.animation import FRAMES


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
    animation: Begin | None = None
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

FIGURE, ANIMATION = Message("&Figure"), Message("&Animation")


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
        partial(write.figure, figure=figure),
        anew=anew,
        usual_for=usual_for,
    )


def _animation(figure: str, text: str, description: Message) -> Export:
    begin = partial(write.figure_animation, figure=figure)
    return Export(
        f"animation_{figure}",
        figure,
        ANIMATION,
        text,
        Message("Write how this changed from the first epoch to the present one"),
        Message("{figure} while it trains", figure=description),
        (".gif", ".apng"),
        Source.ANIMATION,
        partial(write.animation, begin=begin),
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
        write.weights,
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
        write.onnx,
        check=write.check_onnx,
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
        partial(write.script, framework="numpy"),
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
        partial(write.script, framework="pytorch"),
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
        write.training_code,
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
        write.history,
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
        write.histograms,
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
        write.data,
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
        write.hand_in,
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
        write.runs,
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
        write.wall,
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
        write.atlas,
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
        write.branches,
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
        partial(write.animation, begin=write.wall_animation),
        animation=write.wall_animation,
    ),
)

EXPORTS: Mapping[str, Export] = MappingProxyType({row.name: row for row in _ROWS})
"""Every export by name, in the order of the menu."""

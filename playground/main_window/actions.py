"""The actions: everything a menu, a button or a key can do, one record each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from playground.training.commands import (
    Command,
    NewSample,
    NewWeights,
    PinRun,
    Redo,
    Reset,
    StepBack,
    StepBatch,
    StepEpoch,
    Undo,
)

CONTEXT = "actions"


@dataclass(frozen=True)
class ActionRecord:
    """One action.

    Attributes
    ----------
    name
        Its id: also the icon's, and what `ActionTable` is asked for.
    menu
        The menu it stands in.
    text, tooltip
        English source texts.
    shortcuts
        Key sequences, the first one shown.
    command
        What it posts to the worker; None where the window does it.
    checkable
        Whether it is a switch.
    starts_group
        Whether a line stands above it in the menu.
    """

    name: str
    menu: str
    text: str
    tooltip: str
    shortcuts: tuple[str, ...] = ()
    command: Callable[[], Command] | None = None
    checkable: bool = False
    starts_group: bool = False


FILE = str(QT_TRANSLATE_NOOP("actions", "&File"))
EDIT = str(QT_TRANSLATE_NOOP("actions", "&Edit"))
TRAIN = str(QT_TRANSLATE_NOOP("actions", "&Training"))
VIEW = str(QT_TRANSLATE_NOOP("actions", "&View"))
HELP = str(QT_TRANSLATE_NOOP("actions", "&Help"))
WORKSPACES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "train": (
            str(QT_TRANSLATE_NOOP("actions", "&Train")),
            str(QT_TRANSLATE_NOOP("actions", "The network as it learns, with every gradient")),
        ),
        "backprop": (
            str(QT_TRANSLATE_NOOP("actions", "&Backprop")),
            str(QT_TRANSLATE_NOOP("actions", "One update from the inside, step by step, and the gradient check")),
        ),
        "chain": (
            str(QT_TRANSLATE_NOOP("actions", "&Chain rule")),
            str(QT_TRANSLATE_NOOP("actions", "The computational graph of any formula, with its gradients")),
        ),
        "landscape": (
            str(QT_TRANSLATE_NOOP("actions", "&Landscape")),
            str(QT_TRANSLATE_NOOP("actions", "The cost against one weight or two")),
        ),
        "results": (
            str(QT_TRANSLATE_NOOP("actions", "R&esults")),
            str(QT_TRANSLATE_NOOP("actions", "Every example with its prediction, and what that comes to")),
        ),
        "spaces": (
            str(QT_TRANSLATE_NOOP("actions", "&Spaces")),
            str(QT_TRANSLATE_NOOP("actions", "The data as every layer sees them")),
        ),
        "images": (
            str(QT_TRANSLATE_NOOP("actions", "&Images")),
            str(QT_TRANSLATE_NOOP("actions", "Examples and weights as images, and a pad to draw on")),
        ),
    }
)
"""The workspaces in the order of their tabs: menu text and tooltip."""

MENUS = (FILE, EDIT, TRAIN, VIEW, HELP)

_RECORDS = (
    ActionRecord(
        "open",
        FILE,
        str(QT_TRANSLATE_NOOP("actions", "&Open…")),
        str(QT_TRANSLATE_NOOP("actions", "Open a session, an experiment, trained weights or your own data")),
        ("Ctrl+O",),
    ),
    ActionRecord(
        "restore",
        FILE,
        str(QT_TRANSLATE_NOOP("actions", "Restore &last session")),
        str(QT_TRANSLATE_NOOP("actions", "Open the session as it was when a window was last closed")),
    ),
    ActionRecord(
        "save",
        FILE,
        str(QT_TRANSLATE_NOOP("actions", "&Save session")),
        str(QT_TRANSLATE_NOOP("actions", "Save everything in one file: data, network, weights, timeline, pinned runs")),
        ("Ctrl+S",),
        starts_group=True,
    ),
    ActionRecord(
        "save_as",
        FILE,
        str(QT_TRANSLATE_NOOP("actions", "Save session &as…")),
        str(QT_TRANSLATE_NOOP("actions", "Save the session under another name, or only its settings")),
        ("Ctrl+Shift+S",),
    ),
    ActionRecord(
        "export",
        FILE,
        str(QT_TRANSLATE_NOOP("actions", "&Export weights…")),
        str(QT_TRANSLATE_NOOP("actions", "Write the trained weights to an .npz file that plain numpy can read")),
        ("Ctrl+E",),
    ),
    ActionRecord(
        "quit",
        FILE,
        str(QT_TRANSLATE_NOOP("actions", "&Quit")),
        str(QT_TRANSLATE_NOOP("actions", "Close the window")),
        ("Ctrl+Q",),
        starts_group=True,
    ),
    ActionRecord(
        "undo",
        EDIT,
        str(QT_TRANSLATE_NOOP("actions", "&Undo")),
        str(QT_TRANSLATE_NOOP("actions", "Take the last change, step or run back")),
        ("Ctrl+Z",),
        Undo,
    ),
    ActionRecord(
        "redo",
        EDIT,
        str(QT_TRANSLATE_NOOP("actions", "&Redo")),
        str(QT_TRANSLATE_NOOP("actions", "Repeat what was taken back")),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        Redo,
    ),
    ActionRecord(
        "paste_table",
        EDIT,
        str(QT_TRANSLATE_NOOP("actions", "&Paste table or settings")),
        str(
            QT_TRANSLATE_NOOP(
                "actions", "Train on the table on the clipboard, or take over settings copied from another window"
            )
        ),
        ("Ctrl+V",),
        starts_group=True,
    ),
    ActionRecord(
        "copy_settings",
        EDIT,
        str(QT_TRANSLATE_NOOP("actions", "&Copy settings as text")),
        str(QT_TRANSLATE_NOOP("actions", "Put data, network and training settings on the clipboard as text")),
        ("Ctrl+Shift+C",),
    ),
    ActionRecord(
        "run",
        TRAIN,
        str(QT_TRANSLATE_NOOP("actions", "&Run")),
        str(QT_TRANSLATE_NOOP("actions", "Train until paused")),
        ("Space",),
    ),
    ActionRecord(
        "step_batch",
        TRAIN,
        str(QT_TRANSLATE_NOOP("actions", "Step one &batch")),
        str(QT_TRANSLATE_NOOP("actions", "Make one update, from one mini-batch")),
        ("Right",),
        StepBatch,
        starts_group=True,
    ),
    ActionRecord(
        "step_epoch",
        TRAIN,
        str(QT_TRANSLATE_NOOP("actions", "Step one &epoch")),
        str(QT_TRANSLATE_NOOP("actions", "Train to the end of the epoch: once through all training examples")),
        ("Shift+Right",),
        StepEpoch,
    ),
    ActionRecord(
        "step_back",
        TRAIN,
        str(QT_TRANSLATE_NOOP("actions", "Step bac&k")),
        str(QT_TRANSLATE_NOOP("actions", "Take exactly one update back")),
        ("Left",),
        StepBack,
    ),
    ActionRecord(
        "reset",
        TRAIN,
        str(QT_TRANSLATE_NOOP("actions", "&Same start again")),
        str(QT_TRANSLATE_NOOP("actions", "Go back to epoch 0 and the same initial weights, typed ones included")),
        ("R",),
        Reset,
        starts_group=True,
    ),
    ActionRecord(
        "new_weights",
        TRAIN,
        str(QT_TRANSLATE_NOOP("actions", "&New start")),
        str(QT_TRANSLATE_NOOP("actions", "Begin again with other random weights")),
        ("Shift+R",),
        NewWeights,
    ),
    ActionRecord(
        "new_sample",
        TRAIN,
        str(QT_TRANSLATE_NOOP("actions", "New sa&mple")),
        str(QT_TRANSLATE_NOOP("actions", "Draw other examples of the same kind; the weights stay")),
        ("N",),
        NewSample,
    ),
    ActionRecord(
        "pin_run",
        TRAIN,
        str(QT_TRANSLATE_NOOP("actions", "&Pin this run")),
        str(QT_TRANSLATE_NOOP("actions", "Keep the run as it is, to compare the next ones with it")),
        ("P",),
        PinRun,
        starts_group=True,
    ),
    *(
        ActionRecord(f"workspace_{name}", VIEW, text, tooltip, (f"Ctrl+{number}",))
        for number, (name, (text, tooltip)) in enumerate(WORKSPACES.items(), start=1)
    ),
    ActionRecord(
        "draw",
        VIEW,
        str(QT_TRANSLATE_NOOP("actions", "Dra&w data")),
        str(QT_TRANSLATE_NOOP("actions", "Draw points on the picture of the output")),
        ("D",),
    ),
    ActionRecord(
        "graph",
        VIEW,
        str(QT_TRANSLATE_NOOP("actions", "Open neuron as &graph")),
        str(QT_TRANSLATE_NOOP("actions", "The computational graph of one example, up to the neuron last pointed at")),
        ("G",),
    ),
    ActionRecord(
        "dark",
        VIEW,
        str(QT_TRANSLATE_NOOP("actions", "&Dark theme")),
        str(QT_TRANSLATE_NOOP("actions", "Light text on a dark ground")),
        ("Ctrl+D",),
        checkable=True,
    ),
    ActionRecord(
        "full_screen",
        VIEW,
        str(QT_TRANSLATE_NOOP("actions", "&Full screen")),
        str(QT_TRANSLATE_NOOP("actions", "Fill the whole screen, for projecting in class")),
        ("F11",),
        checkable=True,
    ),
    ActionRecord(
        "keys",
        HELP,
        str(QT_TRANSLATE_NOOP("actions", "&Keyboard shortcuts")),
        str(QT_TRANSLATE_NOOP("actions", "Every key and what it does")),
        ("F1",),
    ),
    ActionRecord(
        "about",
        HELP,
        str(QT_TRANSLATE_NOOP("actions", "&About")),
        str(QT_TRANSLATE_NOOP("actions", "What this program is")),
    ),
)

ACTIONS: Mapping[str, ActionRecord] = MappingProxyType({record.name: record for record in _RECORDS})
"""Every action by name, in menu order."""


def translated(text: str) -> str:
    """Return a text of the action table in the language of the application."""
    return QCoreApplication.translate(CONTEXT, text)

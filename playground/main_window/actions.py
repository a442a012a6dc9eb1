"""The actions: everything a menu, a button, a key or the command palette can do, one row each."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct
from PySide6.QtWidgets import QMenu

from playground.main_window.parts import (
    Parts,
    copy_view,
    opening,
    paste,
    posting,
    run_or_pause,
    show_about,
    show_glossary,
    show_keys,
    toggle_drawing,
)
from playground.main_window.workspaces import WORKSPACES
from playground.messages import Message
from playground.training.commands import (
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


class Action(Struct, frozen=True):
    """One action.

    Attributes
    ----------
    text, tooltip
        English; the tooltip is also what the list of keys says.
    shortcuts
        Key sequences, the first one shown.
    switch
        Does it in its place, with its new state, where it is on or off.
    toolbar
        Its place among the buttons of the toolbar, `AT_THE_END` and more at the right; 0 for none.
    """

    name: str
    text: Message
    tooltip: Message
    shortcuts: tuple[str, ...]
    do: Callable[[Parts], object] | None = None
    switch: Callable[[Parts, bool], object] | None = None
    starts_group: bool = False
    toolbar: int = 0


class Submenu(Struct, frozen=True):
    """A menu within a menu that fills itself: recent files, exports, themes, languages."""

    name: str
    of: Callable[[Parts], QMenu]


def show_palette(parts: Parts) -> None:
    from playground.main_window.palette import Palette, entries  # few starts need it

    Palette(parts.window, entries(parts)).open()


AT_THE_END = 100
FILE = Message("&File")
EDIT = Message("&Edit")
TRAIN = Message("&Training")
VIEW = Message("&View")
LESSONS = Message("&Lessons")
HELP = Message("&Help")

MENUS: Mapping[Message, tuple[Action | Submenu, ...]] = MappingProxyType(
    {
        FILE: (
            Action(
                "open",
                Message("&Open…"),
                Message("Open a session, an experiment, trained weights or your own data"),
                ("Ctrl+O",),
                lambda parts: parts.documents.ask_open(),
            ),
            Submenu("recent", lambda parts: parts.recent),
            Action(
                "restore",
                Message("Restore &last session"),
                Message("Open the session as it was when a window was last closed"),
                (),
                lambda parts: parts.documents.restore(),
            ),
            Action(
                "save",
                Message("&Save session"),
                Message("Save everything in one file: data, network, weights, timeline, pinned runs"),
                ("Ctrl+S",),
                lambda parts: parts.documents.save(),
                starts_group=True,
            ),
            Action(
                "save_as",
                Message("Save session &as…"),
                Message("Save the session under another name, or only its settings"),
                ("Ctrl+Shift+S",),
                lambda parts: parts.documents.ask_save(),
            ),
            Action(
                "export",
                Message("&Export weights…"),
                Message("Write the trained weights to an .npz file that plain numpy can read"),
                ("Ctrl+E",),
                lambda parts: parts.exporter.ask("weights"),
                toolbar=AT_THE_END,
            ),
            Submenu("exports", lambda parts: parts.exporter.menu),
            Action(
                "quit",
                Message("&Quit"),
                Message("Close the window"),
                ("Ctrl+Q",),
                lambda parts: parts.window.close(),
                starts_group=True,
            ),
        ),
        EDIT: (
            Action(
                "undo",
                Message("&Undo"),
                Message("Take the last change, step or run back"),
                ("Ctrl+Z",),
                posting(Undo),
                toolbar=5,
            ),
            Action(
                "redo",
                Message("&Redo"),
                Message("Repeat what was taken back"),
                ("Ctrl+Shift+Z", "Ctrl+Y"),
                posting(Redo),
            ),
            Action(
                "copy_view",
                Message("Copy &view as text"),
                Message(
                    "Copy the view that has the focus, or the one under the mouse; a right click offers a picture too"
                ),
                ("Ctrl+C",),
                copy_view,
                starts_group=True,
            ),
            Action(
                "paste_table",
                Message("&Paste table or settings"),
                Message("Train on the table on the clipboard, or take over settings copied from another window"),
                ("Ctrl+V",),
                paste,
            ),
            Action(
                "copy_settings",
                Message("&Copy settings as text"),
                Message("Put data, network and training settings on the clipboard as text"),
                ("Ctrl+Shift+C",),
                lambda parts: parts.exporter.copy_settings(),
            ),
        ),
        TRAIN: (
            Action(
                "run",
                Message("&Run"),
                Message("Train until paused"),
                ("Space",),
                run_or_pause,
                toolbar=1,
            ),
            Action(
                "step_batch",
                Message("Step one &batch"),
                Message("Make one update, from one mini-batch"),
                ("Right",),
                posting(StepBatch),
                toolbar=3,
                starts_group=True,
            ),
            Action(
                "step_epoch",
                Message("Step one &epoch"),
                Message("Train to the end of the epoch: once through all training examples"),
                ("Shift+Right",),
                posting(StepEpoch),
                toolbar=4,
            ),
            Action(
                "step_back",
                Message("Step bac&k"),
                Message("Take exactly one update back"),
                ("Left",),
                posting(StepBack),
                toolbar=2,
            ),
            Action(
                "reset",
                Message("&Same start again"),
                Message("Go back to epoch 0 and the same initial weights, typed ones included"),
                ("R",),
                posting(Reset),
                toolbar=6,
                starts_group=True,
            ),
            Action(
                "new_weights",
                Message("&New start"),
                Message("Begin again with other random weights"),
                ("Shift+R",),
                posting(NewWeights),
            ),
            Action(
                "new_sample",
                Message("New sa&mple"),
                Message("Draw other examples of the same kind; the weights stay"),
                ("N",),
                posting(NewSample),
            ),
            Action(
                "pin_run",
                Message("&Pin this run"),
                Message("Keep the run as it is, to compare the next ones with it"),
                ("P",),
                posting(PinRun),
                starts_group=True,
            ),
            Action(
                "fork",
                Message("&Fork here"),
                Message("From the epoch shown, go two ways: what becomes of the run if one thing is not the same?"),
                ("K",),
                lambda parts: parts.selection.fork_here(),
            ),
        ),
        VIEW: (
            *(
                Action(
                    f"workspace_{page.name}",
                    page.title,
                    page.tooltip,
                    (page.shortcut,),
                    opening(page.name),
                )
                for page in WORKSPACES.values()
            ),
            Action(
                "draw",
                Message("Dra&w data"),
                Message("Draw points on the picture of the output"),
                ("D",),
                toggle_drawing,
            ),
            Action(
                "graph",
                Message("Open neuron as &graph"),
                Message("The computational graph of one example, through the neuron last pointed at to the cost"),
                ("G",),
                lambda parts: parts.selection.show_graph(),
            ),
            Action(
                "follow",
                Message("Follow a weig&ht"),
                Message("The paths of the weight last clicked to the cost, every factor on them, and its update"),
                ("F",),
                lambda parts: parts.selection.follow_weight(),
            ),
            Action(
                "next_step",
                Message("Ne&xt step of every optimizer"),
                Message("Where each optimizer would go from these weights and this batch; choose one and go on"),
                ("O",),
                lambda parts: parts.selection.show_next_step(),
            ),
            Action(
                "dark",
                Message("&Dark theme"),
                Message("Light text on a dark ground"),
                ("Ctrl+D",),
                switch=lambda parts, dark: parts.appearance.choose("dark" if dark else "light"),
            ),
            Action(
                "zoom_in",
                Message("&Zoom in"),
                Message("Make texts and drawings larger, up to three times"),
                ("Ctrl++", "Ctrl+="),
                lambda parts: parts.appearance.zoom_by(1),
                starts_group=True,
            ),
            Action(
                "zoom_out",
                Message("Zoom &out"),
                Message("Make texts and drawings smaller"),
                ("Ctrl+-",),
                lambda parts: parts.appearance.zoom_by(-1),
            ),
            Action(
                "zoom_reset",
                Message("&Usual size"),
                Message("Give texts and drawings their usual size"),
                ("Ctrl+0",),
                lambda parts: parts.appearance.reset_zoom(),
            ),
            Submenu("themes", lambda parts: parts.appearance.menu),
            Submenu("languages", lambda parts: parts.languages),
            Action(
                "sides",
                Message("&Fold the sides away"),
                Message("Fold data, settings, output and curves away, or bring them back"),
                ("Ctrl+B",),
                lambda parts: parts.area.toggle_sides(),
                starts_group=True,
            ),
            Action(
                "present",
                Message("&Presentation"),
                Message(
                    "Only what is being shown, on the whole screen and as large as the last row can read; Esc ends it"
                ),
                ("F11",),
                switch=lambda parts, on: parts.presentation.toggle(on),
            ),
        ),
        LESSONS: (
            Action(
                "lessons",
                Message("&Course"),
                Message("Lessons that ask and answer, from the first run to your own table"),
                ("Ctrl+L",),
                lambda parts: parts.lessons.open(),
            ),
            Action(
                "new_lesson",
                Message("&New lesson"),
                Message("Make a lesson of your own: record its steps from the window, hide cells, ask"),
                (),
                lambda parts: parts.desk.new(),
                starts_group=True,
            ),
            Action(
                "edit_lesson",
                Message("&Edit a lesson…"),
                Message("Open a lesson's file in the editor"),
                (),
                lambda parts: parts.desk.ask_open(),
            ),
        ),
        HELP: (
            Action(
                "find",
                Message("&Find anything…"),
                Message("Find any action, setting, preset or term by typing"),
                ("Ctrl+K",),
                show_palette,
            ),
            Action(
                "glossary",
                Message("&Glossary"),
                Message("Every letter and term on screen: what it is, its shape, its formula, where it is seen"),
                ("Shift+F1",),
                show_glossary,
            ),
            Action(
                "keys",
                Message("&Keyboard shortcuts"),
                Message("Every key and what it does"),
                ("F1",),
                show_keys,
            ),
            Action(
                "about",
                Message("&About"),
                Message("What this program is"),
                (),
                show_about,
            ),
        ),
    }
)
"""Every menu with its entries, in their order."""

ACTIONS: Mapping[str, Action] = MappingProxyType(
    {row.name: row for rows in MENUS.values() for row in rows if isinstance(row, Action)}
)
"""Every action by name, in menu order."""

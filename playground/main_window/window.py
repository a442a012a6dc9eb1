"""The main window: panels, actions and the worker, and the wires between them."""

import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSettings, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QStatusTipEvent
from PySide6.QtWidgets import QMainWindow

from playground.bridge import TrainingWorker
from playground.files import Experiment, presets
from playground.main_window.action_table import ActionTable
from playground.main_window.actions import WORKSPACES
from playground.main_window.asking import Asking
from playground.main_window.dropping import are_files, choose
from playground.main_window.export_menu import ExportMenu
from playground.main_window.frame_rate import FrameRate
from playground.main_window.geometry import Geometry, available_size
from playground.main_window.importing import Importing
from playground.main_window.keeping import Keeping
from playground.main_window.keyboard import KeyboardCourtesy
from playground.main_window.language import LanguageMenu
from playground.main_window.layout import CentralArea
from playground.main_window.messages import Messages
from playground.main_window.panels import make_panels
from playground.main_window.picking import Picking
from playground.main_window.recent_files import RecentMenu
from playground.main_window.toolbar import TrainingToolBar
from playground.main_window.undo_stack import UndoMirror
from playground.main_window.wishes import Wishes
from playground.training import Snapshot, TrainingSession
from playground.training.commands import (
    Ask,
    Command,
    KeepFormula,
    Pause,
    Run,
)
from playground.training.formula import Formula
from playground.views.kit.appearance import apply_appearance
from playground.views.theme import LIGHT, THEMES, Theme

MINIMUM_SIZE = QSize(720, 440)


class MainWindow(QMainWindow):
    """The program's window around one training session.

    Parameters
    ----------
    session
        From now on it belongs to the worker thread.
    settings
        Where geometry, theme and folders are remembered.

    Signals
    -------
    frame_shown(begin)
        A snapshot was handed to every view; `begin` is the time (`time.perf_counter`) at which that began.
    language_chosen(language)
        A person wants the window in another language: see `hand_over`.
    """

    frame_shown = Signal(float)
    language_chosen = Signal(str)

    def __init__(self, session: TrainingSession, settings: QSettings) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setMinimumSize(MINIMUM_SIZE.boundedTo(available_size(self)))
        self.setAcceptDrops(True)
        self._settings = settings
        self._snapshot: Snapshot | None = None
        self._pages: list[Any] = []
        self._frame_rate = FrameRate()
        theme = THEMES.get(str(settings.value("theme")), LIGHT)
        self._worker = TrainingWorker(session, self, rests=True)
        self._panels = make_panels()
        self._keeping = Keeping(
            self, self.post, self._worker.post, settings, self._panels.banner, self._worker.isRunning
        )
        self._documents = self._keeping.documents
        self._messages = Messages(self._panels.banner, self._panels.state, self._panels.forms, self.post, self)
        self._asking = Asking(self._worker.post, self)
        self._undo = UndoMirror(self)
        self._area = CentralArea(self._panels, self._undo.stack)
        self.setCentralWidget(self._area)
        self._picking = Picking(self._area.workspaces, lambda: self._snapshot, self)
        self._wishes = Wishes(self.post, self._experiment, self._other_wishes(), self)
        self._importing = Importing(self, self._adopt_panel)
        self._exports = ExportMenu(self, self._worker.post, settings)
        self._actions = ActionTable(self, self.post, self._own_actions())
        self._recent = RecentMenu(self._documents.recent, self)
        self._languages = LanguageMenu(settings, self)
        submenus = {"open": self._recent, "export": self._exports.menu, "dark": self._languages}
        self._actions.fill(self.menuBar(), submenus)
        self._toolbar = TrainingToolBar(self._actions, presets(), self)
        self.addToolBar(self._toolbar)
        self.statusBar().addWidget(self._panels.state, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._courtesy = KeyboardCourtesy(self)
        self._wire()
        self._geometry = Geometry(settings)
        self._geometry.restore_size(self)
        if self._geometry.restore_parts(self._area.splitters, self._panels.forms):
            self._area.keep_division()
        self._area.setFocus()
        self.set_theme(theme)
        # The session is not the worker's yet: shown now, the window is painted once, and not empty first.
        self._show_frame(session.snapshot())
        self._starter = QTimer(self, singleShot=True, interval=0)
        self._starter.timeout.connect(self._worker.start)
        self._starter.start()
        # A timer of 0 ms fires when what the frame has changed is painted.
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._painted.timeout.connect(self._worker.painted)

    @property
    def snapshot(self) -> Snapshot | None:
        """The last frame shown."""
        return self._snapshot

    def show_at_work(self) -> None:
        """Let the workspace in front show what it is about, for a picture."""
        page = self._area.workspaces.current
        if hasattr(page, "show_at_work"):
            page.show_at_work()

    def show_workspace(self, name: str) -> None:
        """Bring a workspace to the front, by its name in `workspaces`."""
        self._area.workspaces.open(name)

    def post(self, command: Command) -> None:
        """Hand a command to the worker; what was told about earlier ones is over."""
        self._messages.forget()
        self._panels.state.show_message("")
        self._worker.post(command)

    def open(self, path: Path) -> None:
        """Open an experiment, weights or a table of data."""
        self._documents.open(path)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme, and remember it."""
        apply_appearance(theme)
        self._theme = theme
        for view in (*self._panels.views, *self._pages, self._toolbar, self._importing):
            if hasattr(view, "set_theme"):
                view.set_theme(theme)
        self._actions["dark"].setChecked(theme.name == "dark")
        self._settings.setValue("theme", theme.name)

    def came_from(self, path: Path) -> None:
        """Take in that what is shown is the session of a file."""
        self._documents.came_from(path)

    def protect(self, folder: Path) -> None:
        """Save by itself from now on, offer what a sudden end has left, and ask before closing."""
        self._keeping.protect(folder)

    def commit(self) -> None:
        """Keep the session now: the computer is about to end."""
        self._keeping.commit()

    def end(self) -> None:
        """Close in good order without a question."""
        self._keeping.end()

    def hand_over(self) -> TrainingSession:
        """Stop, and return the session as it is, for the window that takes the place of this one."""
        self.post(Ask(frozenset()))  # the other one asks for itself
        self.shut_down()
        self._keeping.stand_down()
        self._geometry.remember(self, self._area.splitters, self._panels.forms)
        return self._worker.session

    def take_over(self, before: "MainWindow") -> None:
        """Go on where another window has stopped: its place, its file, what is unsaved, what is in front."""
        self.setGeometry(before.geometry())
        self.setWindowState(before.windowState())
        self._keeping.take_over(before._keeping)
        self._area.show_pages(before._area.pages_in_front)

    def shut_down(self) -> None:
        """Stop the worker and wait for it; the window can then be deleted."""
        self._starter.stop()
        if self._worker.isRunning():
            self._worker.stop()

    def event(self, event: QEvent) -> bool:
        """Say what a menu's entry does in the place of the last message: the live numbers stay."""
        if isinstance(event, QStatusTipEvent):
            self._panels.state.show_tip(event.tip())
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask where something would be lost, keep the session for next time, stop, remember the geometry."""
        if not self._keeping.may_close():
            event.ignore()
            return
        self.shut_down()
        self._worker.session.cancel_jobs()
        self._keeping.finish()
        self._geometry.remember(self, self._area.splitters, self._panels.forms)
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take whatever has a place: what cannot be opened is told when it is dropped."""
        if are_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped, and say what is left."""
        dropped = choose(event.mimeData())
        event.acceptProposedAction()
        if dropped.path is not None:
            self._documents.open(dropped.path, dropped.source)
        if dropped.said is not None:
            (self._messages.fail if dropped.path is None else self._messages.note)(dropped.said)

    def _own_actions(self) -> Mapping[str, Callable[..., object]]:
        return {
            "open": self._documents.ask_open,
            "restore": self._documents.restore,
            "save": self._documents.save,
            "save_as": self._documents.ask_save,
            "export": self._exports.ask_weights,
            "quit": self.close,
            "run": self._toggle_run,
            "dark": lambda dark: self.set_theme(THEMES["dark" if dark else "light"]),
            "full_screen": lambda full: self.showFullScreen() if full else self.showNormal(),
            "graph": self._picking.show_graph,
            "draw": self._toggle_drawing,
            "paste_table": self._paste,
            "copy_settings": self._exports.copy_settings,
            **{f"workspace_{name}": partial(self.show_workspace, name) for name in WORKSPACES},
            "keys": self._show_keys,
            "about": self._show_about,
        }

    @Slot()
    def _draw(self) -> None:
        self._area.show_right()
        self._panels.output.draw()

    def _toggle_drawing(self) -> None:
        if self._panels.output.isVisible():
            self._panels.output.toggle_drawing()
        else:
            self._draw()

    @Slot(str)
    def _choose_language(self, language: str) -> None:
        if self._keeping.may_hand_over():
            self.language_chosen.emit(language)

    def _show_keys(self) -> None:
        # Imported when asked for: reading the package's version loads half of the standard library's mail package.
        from playground.main_window.dialogs import show_keys

        show_keys(self)

    def _show_about(self) -> None:
        from playground.main_window.dialogs import show_about

        show_about(self)

    def _paste(self) -> None:
        """Take settings or a table from the clipboard, whichever it holds."""
        from playground.files.settings_text import looks_like_settings

        if looks_like_settings(QGuiApplication.clipboard().text()):
            self._documents.paste_settings()
        else:
            self._importing.paste()

    def _toggle_run(self) -> None:
        running = self._snapshot is not None and self._snapshot.running
        self.post(Pause() if running else Run())

    def _wire(self) -> None:
        panels, worker = self._panels, self._worker
        worker.snapshot_ready.connect(self._take_frame)
        worker.refused.connect(self._messages.refuse)
        worker.failed.connect(self._messages.report)
        for view in panels.views:
            self._wishes.hear(view)
        for button, action in (
            (panels.data.new_sample_requested, "new_sample"),
            (panels.settings.new_weights_requested, "new_weights"),
            (panels.settings.reset_requested, "reset"),
        ):
            button.connect(self._actions[action].trigger)
        panels.data.draw_requested.connect(self._draw)
        panels.data.import_requested.connect(self._documents.ask_open)
        panels.data.export_requested.connect(self._exports.ask_data)
        panels.data.table_requested.connect(self._importing.look_again)
        self._undo.travel_requested.connect(self._wishes.travel)
        for teller in (self._importing, self._exports, self._keeping):
            teller.told.connect(self._messages.tell)
            teller.failed.connect(self._messages.fail)
        self._asking.adopt(panels.images)
        panels.network.unit_hovered.connect(panels.output.show_unit)
        panels.network.unit_hovered.connect(self._picking.point)
        panels.network.canvas.opened.connect(self._picking.pick_edge)
        panels.heatmaps.cell_clicked.connect(self._picking.pick)
        self._picking.failed.connect(self._messages.fail)
        self._area.workspaces.built.connect(self._adopt)
        self._area.lower_right.built.connect(self._adopt)
        self._toolbar.pace_chosen.connect(self._wishes.choose_pace)
        self._toolbar.preset_chosen.connect(self._documents.open_preset)
        panels.banner.action_triggered.connect(self._trigger)
        self._documents.table_chosen.connect(self._importing.open)
        self._documents.changed.connect(self._name_window)
        self._recent.chosen.connect(self._documents.open)
        self._languages.chosen.connect(self._choose_language)

    @Slot()
    def _take_frame(self) -> None:
        """Show the newest snapshot; the mailbox is empty again from here on."""
        snapshot = self._worker.take()
        if snapshot is not None:
            self._show_frame(snapshot)
        self._painted.start()

    def _show_frame(self, snapshot: Snapshot) -> None:
        """Hand a snapshot to everything that shows it."""
        begin = time.perf_counter()
        self._snapshot = snapshot
        self._toolbar.show_snapshot(snapshot)
        for view in self._panels.views:
            view.show_snapshot(snapshot)
        for page in self._pages:
            if hasattr(page, "show_snapshot"):
                page.show_snapshot(snapshot)
        self._importing.show_snapshot(snapshot)
        self._exports.show_snapshot(snapshot)
        self._undo.show_entries(snapshot.undo_labels, snapshot.undo_position, snapshot.undo_first)
        rate = self._frame_rate.count(running=snapshot.running)
        if rate is not None:
            self._panels.state.show_frames_per_second(rate)
        self._keeping.show_snapshot(snapshot)
        self.frame_shown.emit(begin)

    @Slot(str, object)
    def _adopt(self, _name: str, page: Any) -> None:
        """Wire a page that was opened for the first time."""
        self._pages.append(page)
        self._asking.adopt(page)
        if hasattr(page, "set_theme"):
            page.set_theme(self._theme)
        self._wishes.hear(page)
        if self._snapshot is not None and hasattr(page, "show_snapshot"):
            page.show_snapshot(self._snapshot)
        self._picking.tell(page)

    def _adopt_panel(self, panel: Any) -> None:
        """Wire a panel with a window of its own."""
        self._asking.adopt(panel)
        self._wishes.hear(panel)

    def _other_wishes(self) -> dict[str, Callable[..., object]]:
        return {
            "preset_requested": self._documents.open_preset,
            "example_chosen": self._picking.walk_through,
            "formula_changed": self._keep_formula,
            "told": self._messages.tell,
            "failed": self._messages.fail,
        }

    @Slot(object)
    def _keep_formula(self, formula: Formula) -> None:
        """Keep what is typed in the chain-rule workspace; what is told about the training stays."""
        self._worker.post(KeepFormula(formula))

    def _experiment(self) -> Experiment | None:
        return None if self._snapshot is None else self._snapshot.experiment

    @Slot()
    def _name_window(self) -> None:
        name = self._documents.name.replace("[*]", "[*][*]")  # twice, it stands for itself
        self.setWindowTitle(self.tr("{name}[*] – Backpropagation Playground").format(name=name))
        self.setWindowModified(self._documents.is_modified)

    @Slot(str)
    def _trigger(self, action: str) -> None:
        """Do what a button of the banner says."""
        if not self._keeping.trigger(action):
            self._actions[action].trigger()

    def report(self, text: str) -> None:
        """Say that something unexpected happened: its traceback, for the log."""
        self._messages.report(text)

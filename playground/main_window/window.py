"""The main window: panels, actions and the worker, and the wires between them."""

import logging
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from playground.bridge import TrainingWorker
from playground.files import Model, presets
from playground.main_window.actions import WORKSPACES, ActionTable
from playground.main_window.documents import Documents
from playground.main_window.keyboard import KeyboardCourtesy
from playground.main_window.layout import CentralArea, make_panels
from playground.main_window.toolbar import TrainingToolBar
from playground.training import Snapshot, TrainingSession
from playground.training.commands import (
    ChangeField,
    Command,
    NewSample,
    NewWeights,
    Pause,
    Run,
    SetPace,
    SetParameter,
)
from playground.views.network.target import Edge
from playground.views.panel_style import wear
from playground.views.theme import LIGHT, THEMES, Theme

DEFAULT_SIZE = QSize(1280, 820)
MINIMUM_SIZE = QSize(960, 640)
RATE_SECONDS = 0.5
OPENABLE = (".json", ".npz", ".csv")
logger = logging.getLogger("playground")


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
    """

    frame_shown = Signal(float)

    def __init__(self, session: TrainingSession, settings: QSettings) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setMinimumSize(MINIMUM_SIZE)
        self.setAcceptDrops(True)
        self._settings = settings
        self._snapshot: Snapshot | None = None
        self._pages: list[Any] = []
        self._picked: tuple[int, int, int] | None = None
        self._pointed: tuple[int, int] | None = None
        self._telling = False
        self._frames, self._frames_since = 0, time.perf_counter()
        theme = THEMES.get(str(settings.value("theme")), LIGHT)
        self._worker = TrainingWorker(session, self)
        self._documents = Documents(self, self.post, settings)
        self._panels = make_panels()
        self._area = CentralArea(self._panels)
        self.setCentralWidget(self._area)
        self._actions = ActionTable(self, self.post, self._own_actions())
        self._actions.fill(self.menuBar())
        self._toolbar = TrainingToolBar(self._actions, presets(), self)
        self.addToolBar(self._toolbar)
        self.statusBar().addWidget(self._panels.state, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._courtesy = KeyboardCourtesy(self)
        self._wire()
        self._restore_geometry()
        self._area.setFocus()
        self.set_theme(theme)
        # The session is not the worker's yet: shown now, the window is painted once, and not empty first.
        self._show_frame(session.snapshot())
        self._starter = QTimer(self, singleShot=True, interval=0)
        self._starter.timeout.connect(self._worker.start)
        self._starter.start()

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
        """Bring a workspace to the front, by its name in `layout.workspaces`."""
        self._area.workspaces.open(name)

    def post(self, command: Command) -> None:
        """Hand a command to the worker; what was told about earlier ones is over."""
        self._forget_problem()
        self._panels.state.show_message("")
        self._worker.post(command)

    def open(self, path: Path) -> None:
        """Open an experiment, weights or a table of data."""
        self._documents.open(path)

    def export(self, path: Path) -> None:
        """Write the weights as last shown to a file."""
        model = self._model()
        if model is not None:
            self._documents.export(path, model)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme, and remember it."""
        wear(theme)
        self._theme = theme
        for view in (*self._panels.views, *self._pages, self._toolbar):
            view.set_theme(theme)
        self._actions["dark"].setChecked(theme.name == "dark")
        self._settings.setValue("theme", theme.name)

    def shut_down(self) -> None:
        """Stop the worker and wait for it; the window can then be deleted."""
        self._starter.stop()
        if self._worker.isRunning():
            self._worker.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop training, keep the session for next time, remember the geometry."""
        self.shut_down()
        self._take_frame()
        model = self._model()
        if model is not None:
            self._documents.autosave(model)
        self._settings.setValue("geometry", self.saveGeometry())
        for splitter in self._area.splitters:
            self._settings.setValue(f"splitter/{splitter.objectName()}", splitter.saveState())
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that can be opened."""
        if any(_can_open(url.toLocalFile()) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first file dropped."""
        names = [url.toLocalFile() for url in event.mimeData().urls() if _can_open(url.toLocalFile())]
        if names:
            self._documents.open(Path(names[0]))
            event.acceptProposedAction()

    def _own_actions(self) -> Mapping[str, Callable[..., object]]:
        return {
            "open": self._documents.ask_open,
            "restore": self._documents.restore,
            "save": lambda: self._with_model(self._documents.save),
            "save_as": lambda: self._with_model(self._documents.ask_save),
            "export": lambda: self._with_model(self._documents.ask_export),
            "quit": self.close,
            "run": self._toggle_run,
            "dark": lambda dark: self.set_theme(THEMES["dark" if dark else "light"]),
            "full_screen": lambda full: self.showFullScreen() if full else self.showNormal(),
            "graph": self._show_graph,
            **{f"workspace_{name}": partial(self.show_workspace, name) for name in WORKSPACES},
            "keys": self._show_keys,
            "about": self._show_about,
        }

    def _show_keys(self) -> None:
        # Imported when asked for: reading the package's version loads half of the standard library's mail package.
        from playground.main_window.dialogs import show_keys

        show_keys(self)

    def _show_about(self) -> None:
        from playground.main_window.dialogs import show_about

        show_about(self)

    def _with_model(self, do: Callable[[Model], None]) -> None:
        model = self._model()
        if model is not None:
            do(model)

    def _model(self) -> Model | None:
        """Return the network as last shown, as files hold it."""
        return None if self._snapshot is None else self._snapshot.model()

    def _toggle_run(self) -> None:
        running = self._snapshot is not None and self._snapshot.running
        self.post(Pause() if running else Run())

    def _wire(self) -> None:
        panels, worker = self._panels, self._worker
        worker.snapshot_ready.connect(self._take_frame)
        worker.refused.connect(self._show_refusal)
        worker.failed.connect(self.report)
        for panel in (panels.data, panels.settings, panels.network):
            panel.field_changed.connect(self._change_field)
        panels.data.new_sample_requested.connect(self._draw_sample)
        panels.settings.new_weights_requested.connect(self._draw_weights)
        panels.network.parameter_edited.connect(self._edit_parameter)
        panels.network.unit_hovered.connect(panels.output.show_unit)
        panels.network.unit_hovered.connect(self._point)
        panels.network.canvas.opened.connect(self._pick_edge)
        panels.heatmaps.cell_clicked.connect(self._pick)
        self._area.workspaces.built.connect(self._adopt)
        self._area.lower_right.built.connect(self._adopt)
        self._toolbar.pace_chosen.connect(self._choose_pace)
        self._toolbar.preset_chosen.connect(self._documents.open_preset)
        self._documents.told.connect(self._show_success)
        self._documents.failed.connect(self._show_error)
        panels.banner.action_triggered.connect(self._trigger)

    @Slot()
    def _take_frame(self) -> None:
        """Show the newest snapshot; the mailbox is empty again from here on."""
        snapshot = self._worker.take()
        if snapshot is not None:
            self._show_frame(snapshot)

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
        self._count_frame(snapshot)
        title = self.tr("{name} – Backpropagation Playground").format(name=snapshot.experiment.name)
        if title != self.windowTitle():
            self.setWindowTitle(title)
        self.frame_shown.emit(begin)

    def _count_frame(self, snapshot: Snapshot) -> None:
        self._frames += 1
        now = time.perf_counter()
        if not snapshot.running:
            self._panels.state.show_frames_per_second(0.0)
            self._frames, self._frames_since = 0, now
        elif now - self._frames_since >= RATE_SECONDS:
            self._panels.state.show_frames_per_second(self._frames / (now - self._frames_since))
            self._frames, self._frames_since = 0, now

    @Slot(str, object)
    def _change_field(self, path: str, value: object) -> None:
        self.post(ChangeField(path, value))

    @Slot()
    def _draw_sample(self) -> None:
        self.post(NewSample())

    @Slot()
    def _draw_weights(self) -> None:
        self.post(NewWeights())

    @Slot(int, int, int, float)
    def _edit_parameter(self, layer: int, row: int, column: int, value: float) -> None:
        self.post(SetParameter(layer, row, column, value))

    @Slot(str, object)
    def _adopt(self, _name: str, page: Any) -> None:
        """Wire a page that was opened for the first time."""
        self._pages.append(page)
        page.set_theme(self._theme)
        for signal, slot in (("command_requested", self.post), ("preset_requested", self._documents.open_preset)):
            if hasattr(page, signal):
                getattr(page, signal).connect(slot)
        if self._snapshot is not None and hasattr(page, "show_snapshot"):
            page.show_snapshot(self._snapshot)
        if self._picked is not None and hasattr(page, "pick"):
            page.pick(*self._picked)

    @Slot(int, int, int)
    def _pick(self, layer: int, row: int, column: int) -> None:
        """Choose the weight that the landscape shows."""
        self._picked = (layer, row, column)
        landscape = self._area.workspaces.page("landscape")
        if landscape is not None:
            landscape.pick(layer, row, column)

    @Slot(object, object)
    def _pick_edge(self, target: object, _point: object) -> None:
        if isinstance(target, Edge):
            self._pick(*target)

    @Slot(object)
    def _point(self, unit: tuple[int, int] | None) -> None:
        self._pointed = unit or self._pointed

    def _show_graph(self) -> None:
        """Open one example's way to the neuron last pointed at as a computational graph."""
        from playground.training.neuron_expression import neuron_expression

        if self._snapshot is None:
            return
        neuron = self._pointed if self._pointed is not None and self._pointed[0] > 0 else None
        written = neuron_expression(self._snapshot, 0, neuron)
        if isinstance(written, str):
            self._show_error(written)
            return
        title = self.tr("The whole network") if neuron is None else self.tr("Neuron {unit} of layer {layer}")
        text, values = written
        chain = self._area.workspaces.open("chain")
        chain.open_text(text, values, title.format(layer=neuron[0], unit=neuron[1] + 1) if neuron else title)

    @Slot(str)
    def _choose_pace(self, name: str) -> None:
        self.post(SetPace(name))

    @Slot(object, str)
    def _show_refusal(self, command: Command, text: str) -> None:
        """Say why something was not done: at its field where it has one on a panel, else in the banner."""
        path = command.path if isinstance(command, ChangeField) else ""
        panel = next((panel for panel in self._panels.forms if path in panel.paths), None)
        if panel is None:
            self._show_error(text)
        else:
            panel.show_error(path, text)

    @Slot(str)
    def _show_error(self, text: str) -> None:
        self._telling = True
        self._panels.banner.show_message("error", text)

    @Slot(str)
    def _show_success(self, text: str) -> None:
        self._forget_problem()
        self._panels.state.show_message(text)

    def _forget_problem(self) -> None:
        """Take away what the banner told; a divergence stays as long as it lasts."""
        if self._telling:
            self._telling = False
            self._panels.banner.clear()

    @Slot(str)
    def _trigger(self, action: str) -> None:
        """Do what a button of the banner says."""
        self._actions[action].trigger()

    @Slot(str)
    def report(self, text: str) -> None:
        """Say that something unexpected happened; the traceback goes to the log, the person's work stays."""
        logger.error("unexpected\n%s", text)
        self.post(Pause())
        self._panels.banner.show_message(
            "error",
            self.tr("Something unexpected went wrong: {reason}. Training has paused; your network is intact.").format(
                reason=text.strip().splitlines()[-1]
            ),
        )

    def _restore_geometry(self) -> None:
        geometry = self._settings.value("geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(DEFAULT_SIZE)
        self._area.set_initial_sizes(self.width())
        for splitter in self._area.splitters:
            state = self._settings.value(f"splitter/{splitter.objectName()}")
            if isinstance(state, QByteArray):
                splitter.restoreState(state)


def _can_open(name: str) -> bool:
    return Path(name).suffix.lower() in OPENABLE

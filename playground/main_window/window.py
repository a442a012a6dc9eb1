"""The main window: panels, actions and the worker, and the wires between them."""

import time
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QStatusTipEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from playground.bridge import TrainingWorker
from playground.files import presets
from playground.lessons.locks import REFUSAL, is_refused
from playground.lessons.prediction import WalkPrediction
from playground.main_window.action_table import ActionTable
from playground.main_window.appearance import Appearance, LanguageMenu
from playground.main_window.exporting import Exporter
from playground.main_window.first_minute import SPEED_KEY, FirstMinute
from playground.main_window.geometry import Geometry, available_size
from playground.main_window.importing import Importing, are_files, choose
from playground.main_window.keyboard import ENTER, KeyboardCourtesy, go_to, tab_neighbour
from playground.main_window.layout import CentralArea
from playground.main_window.lesson_desk import LessonDesk
from playground.main_window.lesson_guide import LessonGuide
from playground.main_window.messages import Messages
from playground.main_window.panels import make_panels
from playground.main_window.parts import Parts, draw
from playground.main_window.presentation import Presentation
from playground.main_window.recent_files import RecentMenu
from playground.main_window.selection import Selection
from playground.main_window.session_guard import SessionGuard
from playground.main_window.toolbar import TrainingToolBar
from playground.main_window.view_signals import ViewSignals
from playground.training import Snapshot, TrainingSession
from playground.training.commands import Ask, Command, GoToMoment, Run, SetSpeedLimit
from playground.views.banner import Banner
from playground.views.kit.appearance import dress
from playground.views.kit.snapshot_view import SnapshotView

MINIMUM_SIZE = QSize(720, 480)


class MainWindow(QMainWindow):
    """The program's window around one training session.

    `session`: from now on it belongs to the worker thread.

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
        self._frame: Snapshot | None = None
        self._appearance = Appearance(settings, self)
        self._worker = TrainingWorker(session, self, rests=True)
        self._panels = panels = make_panels(self)
        self._views: list[SnapshotView] = list(panels.views)
        self._guard = SessionGuard(self, self.post, self._worker.post, settings, panels.banner, self._worker.isRunning)
        self._documents = self._guard.documents
        self._messages = Messages(panels.banner, panels.state, panels.forms, self.post, self)
        self._area = CentralArea(panels)
        self.setCentralWidget(self._area)
        self._selection = Selection(self._area.workspaces, lambda: self._snapshot, self)
        self._signals = ViewSignals(
            self.post, self._worker.post, self._documents, self._selection, self._messages, self
        )
        self._importing = Importing(self, self._adopt)
        self._exporter = Exporter(self, self._worker.post, settings)
        self.lessons = LessonGuide(self, self._area, self._worker.post, settings)
        self.desk = LessonDesk(self, self._area, self.post, self._worker.post, self._documents, settings, panels.banner)
        self._parts = Parts(
            window=self,
            post=self.post,
            panels=panels,
            area=self._area,
            documents=self._documents,
            importing=self._importing,
            exporter=self._exporter,
            selection=self._selection,
            recent=RecentMenu(self._documents.recent, self),
            appearance=self._appearance,
            presentation=Presentation(self, self._area, self._appearance),
            languages=LanguageMenu(settings, self),
            lessons=self.lessons,
            desk=self.desk,
        )
        self._actions = ActionTable(self._parts)
        self._actions.fill(self.menuBar())
        self._toolbar = TrainingToolBar(self._actions, presets(), self)
        self._toolbar.show_speed(session.loop.speed_limit)
        self.first_minute = FirstMinute(
            Banner(),
            {
                "run": lambda: self.post(Run()),
                "follow": self._selection.follow_weight,
                "course": self.lessons.begin_course,
            },
            settings,
            self,
        )
        for line in (self.first_minute.line, self.lessons.line):
            self._area.lead_with(line)
        self.statusBar().addWidget(panels.state, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._courtesy = KeyboardCourtesy(self)
        self._connect()
        self._geometry = Geometry(settings)
        self._geometry.restore_size(self)
        self._geometry.restore_parts(self._area.splitters, panels.foldable)
        self._area.division = self._geometry.division
        self._area.sides_away = self._geometry.sides_away
        self._area.setFocus()
        dress()
        self._show_theme()
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
        return self._snapshot

    @property
    def is_answered(self) -> bool:
        """Whether all that is seen has what it asked for."""
        page = self._area.workspaces.current
        settled = not isinstance(page, SnapshotView) or page.is_settled
        return settled and self._frame is not None and self._signals.are_answered(self._frame)

    def show_at_work(self) -> None:
        """Let the workspace in front show what it is about, for a picture."""
        page = self._area.workspaces.current
        if isinstance(page, SnapshotView):
            page.show_at_work()

    def show_workspace(self, name: str) -> None:
        self._area.workspaces.open(name)

    def post(self, command: Command) -> None:
        """Hand a command to the worker; what was told about earlier ones is over."""
        self._messages.forget()
        self._panels.state.show_message("")
        if is_refused(command, self.lessons.locks):
            self._messages.refuse(command, REFUSAL)
        else:
            self._worker.post(command)

    def open(self, path: Path) -> None:
        self._documents.open(path)

    def came_from(self, path: Path) -> None:
        """Take in that what is shown is the session of a file."""
        self._documents.came_from(path)

    def protect(self, folder: Path) -> None:
        """Save by itself from now on, offer what a sudden end has left, and ask before closing."""
        self._guard.protect(folder)
        self.desk.drafts.protect(folder)

    def commit(self) -> None:
        self.desk.ask_no_more()
        self._guard.commit()

    def end(self) -> None:
        """Close in good order without a question."""
        self.desk.ask_no_more()
        self._guard.end()

    def hand_over(self) -> TrainingSession:
        """Stop, and return the session as it is, for the window that takes the place of this one."""
        self.post(Ask(frozenset()))  # the other one asks for itself
        self.shut_down()
        self._guard.stand_down()
        self.desk.drafts.stand_down()
        self._remember()
        return self._worker.session

    def take_over(self, before: "MainWindow") -> None:
        """Go on where another window has stopped: its place, its file, what is unsaved, what is in front."""
        self.setGeometry(before.geometry())
        self.setWindowState(before.windowState())
        self._guard.take_over(before._guard)
        self._area.show_pages(before._area.pages_in_front)
        self.desk.take_over(before.desk)
        if not before.first_minute.line.isHidden():
            self.first_minute.show()

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
        if not (self.desk.may_leave() and self._guard.may_close()):
            event.ignore()
            return
        self.shut_down()
        self._worker.session.jobs.clear()
        self._guard.finish()
        self.desk.finish()
        self._remember()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the presentation with Esc, and go on in a lesson with Enter, if nothing nearer has taken the key."""
        if event.key() == Qt.Key.Key_Escape and self._parts.presentation.is_on:
            self._actions["present"].trigger()
        elif event.key() not in ENTER or not self.lessons.go_on():
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go on to what is seen next."""
        neighbour = tab_neighbour(self, self.focusWidget(), forward=forward)
        if neighbour is None:
            return False
        go_to(neighbour, forward=forward)
        return True

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

    def _remember(self) -> None:
        self._parts.presentation.toggle(False)
        self._geometry.remember(self, self._area.splitters, self._panels.foldable)
        self._geometry.division = self._area.division
        self._geometry.sides_away = self._area.sides_away
        self.lessons.remember()
        self.desk.remember()

    @Slot(object)
    def _lock(self, names: frozenset[str]) -> None:
        """Make grey what a step of a lesson locks, and nothing else."""
        self._actions.lock(names)
        for view in self._panels.views:
            view.lock(names)

    @Slot(str)
    def _choose_speed(self, name: str) -> None:
        self._settings.setValue(SPEED_KEY, name)
        self.post(SetSpeedLimit(name))

    @Slot(str)
    def _choose_language(self, language: str) -> None:
        if self._guard.may_hand_over():
            self.language_chosen.emit(language)

    def _connect(self) -> None:
        panels, worker, actions = self._panels, self._worker, self._actions
        worker.snapshot_ready.connect(self._take_frame)
        worker.refused.connect(self._messages.refuse)
        worker.failed.connect(self._messages.report)
        for view in panels.views:
            self._connect_view(view)
        panels.data.new_sample_requested.connect(actions["new_sample"].trigger)
        panels.settings.new_weights_requested.connect(actions["new_weights"].trigger)
        panels.settings.reset_requested.connect(actions["reset"].trigger)
        panels.data.draw_requested.connect(lambda: draw(self._parts))
        panels.data.import_requested.connect(self._documents.ask_open)
        panels.data.export_requested.connect(lambda: self._exporter.ask("data"))
        panels.data.table_requested.connect(self._importing.look_again)
        panels.undo.travel_requested.connect(lambda index: self.post(GoToMoment(index)))
        for part in (self._importing, self._exporter, self._guard, self.desk):
            part.told.connect(self._messages.tell)
            part.failed.connect(self._messages.fail)
        panels.network.unit_hovered.connect(panels.output.show_unit)
        panels.network.unit_hovered.connect(self._selection.point)
        panels.network.canvas.opened.connect(self._selection.pick_edge)
        panels.heatmaps.cell_clicked.connect(self._selection.pick)
        panels.timeline.fork_requested.connect(self._selection.fork_here)
        self._selection.neuron_pointed.connect(panels.network.point_neuron)
        self._selection.failed.connect(self._messages.fail)
        self._signals.prediction_changed.connect(self._predict)
        self._area.workspaces.built.connect(self._adopt)
        self.lessons.built.connect(self._adopt)
        self.lessons.failed.connect(self._messages.fail)
        self.lessons.locked.connect(self._lock)
        self.desk.built.connect(self._adopt)
        self.desk.hidden.connect(self._hide)
        self._area.lower_right.built.connect(self._adopt)
        self._toolbar.speed_limit_chosen.connect(self._choose_speed)
        self._toolbar.preset_chosen.connect(self._documents.open_preset)
        panels.banner.action_triggered.connect(self._trigger)
        self._documents.table_chosen.connect(self._importing.open)
        self._documents.changed.connect(self._name_window)
        self._appearance.changed.connect(self._show_theme)
        self._parts.recent.chosen.connect(self._documents.open)
        self._parts.languages.chosen.connect(self._choose_language)

    @Slot()
    def _take_frame(self) -> None:
        snapshot = self._worker.take()
        if snapshot is not None:
            self._show_frame(snapshot)
        self._painted.start()

    def _show_frame(self, snapshot: Snapshot) -> None:
        begin = time.perf_counter()
        self._frame = snapshot  # with all that nothing on screen may tell
        self._snapshot = snapshot = self.lessons.masked(snapshot)
        self._toolbar.show_snapshot(snapshot)
        self._importing.show_snapshot(snapshot)
        for view in self._views:
            view.show_snapshot(snapshot)
        self._exporter.show_snapshot(snapshot)
        self.lessons.show_place()
        self._panels.undo.show_entries(snapshot.undo_labels, snapshot.undo_position, snapshot.undo_first)
        self._guard.show_snapshot(snapshot)
        self.desk.drafts.show_again()
        self.frame_shown.emit(begin)

    @Slot(object)
    def _predict(self, prediction: WalkPrediction | None) -> None:
        """Hide something else: what is to be predicted."""
        self.lessons.predict(prediction)
        self._show_again()

    @Slot(object)
    def _hide(self, names: frozenset[str]) -> None:
        """Hide something else: what a lesson that is being made will hide."""
        self.lessons.hide(names)
        self._show_again()

    def _show_again(self) -> None:
        if self._frame is not None:
            self._show_frame(self._frame)

    @Slot()
    def _show_theme(self) -> None:
        self._actions["dark"].setChecked(self._appearance.theme.name == "dark")

    def _connect_view(self, view: SnapshotView) -> None:
        self._signals.connect_view(view)
        for part in (self.lessons, self.desk):
            view.cell_chosen.connect(part.take_cell)

    @Slot(object)
    def _adopt(self, page: QWidget) -> None:
        """Connect a view that was opened for the first time."""
        if not isinstance(page, SnapshotView) or page in self._views:
            return
        self._views.append(page)
        self._connect_view(page)
        if self._snapshot is not None:
            page.show_snapshot(self._snapshot)
        self._selection.adopt(page)

    @Slot()
    def _name_window(self) -> None:
        name = self._documents.name.replace("[*]", "[*][*]")  # twice, it stands for itself
        self.setWindowTitle(self.tr("{name}[*] – Backpropagation Playground").format(name=name))
        self.setWindowModified(self._documents.is_modified)

    @Slot(str)
    def _trigger(self, action: str) -> None:
        """Do what a button of the banner says."""
        if not (self._guard.trigger(action) or self.desk.drafts.trigger(action)):
            self._actions[action].trigger()

    def report(self, text: str) -> None:
        """Say that something unexpected happened: its traceback, for the log."""
        self._messages.report(text)

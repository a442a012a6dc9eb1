"""Whatever a person does in the window, in whatever order: the session behind it is what its commands make it.

Every command that reaches the worker is written down with the update it found and the update it left, and made again in
a session without window and thread. Where both stand still they must agree to the last bit.
"""

import math
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any, ClassVar

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from PySide6.QtCore import QEvent, QSettings, Qt, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions

from playground.bridge import TrainingWorker
from playground.files import CsvSource, LayerSettings, read_preset
from playground.main_window import documents
from playground.main_window.window import MainWindow
from playground.training import TrainingSession
from playground.training import commands as commands_module
from playground.training import session as session_module
from playground.training.commands import Ask, LoadPin, OpenTarget, Pause, RemovePin, Scrub, SetSpeedLimit
from playground.training.commands.drawing import AddPoints, ErasePoints, JitterPoints, MovePoint, NewDrawing
from playground.training.commands.files import StartImport

EXAMPLES, STEPS = 24, 60
WATCHING_SECONDS = 0.05
SECONDS = 20.0
"""How long anything may take at most."""
FIRST, SIZE = "circles", (960, 640)
PRESETS = ("xor", "moons", "three_spirals", "sine", "blobs")
WORKSPACES = ("train", "backprop", "landscape", "results", "spaces", "images")
LOWER = ("cost", "health", "runs", "history")
FIELDS = (
    ("training.learning_rate", 0.01),
    ("training.learning_rate", 0.3),
    ("training.batch_size", 1),
    ("training.batch_size", 64),
    ("training.optimizer", "momentum"),
    ("training.optimizer", "adam"),
    ("training.l2", 0.01),
    ("training.l1", 0.001),
    ("training.cost", "huber"),
    ("training.cost", "half_squared_error"),
    ("training.cost", "binary_cross_entropy"),
    ("network.output_activation", "tanh"),
    ("network.initializer", "zeros"),
    ("network.hidden", ()),
    ("network.hidden", (LayerSettings(3, "relu"),)),
    ("network.hidden", (LayerSettings(4, "tanh"), LayerSettings(2, "sin"))),
    ("network.hidden", (LayerSettings(2, "sigmoid"), LayerSettings(2, "gelu"), LayerSettings(3, "elu"))),
    ("data.features", ("x1",)),
    ("data.features", ("x1", "x2", "x1*x2")),
    ("data.features", ("sin(x1)", "x1**2")),
    ("data.noise", 0.3),
    ("data.samples", 60),
    ("data.train_fraction", 1.0),
    ("data.train_fraction", 0.5),
    ("data.standardize", True),
    ("data.source", "circles"),
    ("data.source", "plane"),
    ("network.seed", 7),
    ("training.patience", 3),
)
TABLE = "a,b,c,kind\n" + "".join(f"{i % 7},{i * i % 11},{i / 3:.2f},{'xyz'[i % 3]}\n" for i in range(45))
PLACES = (-3.0, -0.5, 0.0, 1.25, 7.0)
ACTIONS = (
    *("run", "run", "step_batch", "step_epoch", "step_back", "undo", "undo", "redo"),
    *("reset", "new_weights", "new_sample", "pin_run"),
)
WISHES = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *["press"] * 4,
                *["change_field"] * 3,
                *("edit_weight", "draw", "draw", "scrub", "scrub", "go_to_moment", "use_pin"),
                *("open_preset", "open_saved", "set_speed_limit"),
            ]
        ),
        st.integers(0, 999),
        st.floats(0, 1),
    ),
    min_size=5,
    max_size=30,
)
"""What is done, a number and a share that say to what."""


@dataclass(frozen=True)
class Done:
    """A command as the worker applied it."""

    command: Any
    found: tuple[int, bool]
    left: tuple[int, bool]
    refused: str


@dataclass
class Look:
    """Asks the worker what its session is; changes nothing."""

    state: Any = None

    def apply(self, session):
        self.state = state_of(session)


def bits(*arrays) -> tuple[bytes, ...]:
    return tuple(b"" if array is None else np.ascontiguousarray(array).tobytes() for array in arrays)


def state_of(session: TrainingSession) -> dict[str, Any]:
    """Return everything that a person could see or go on from, comparable bit for bit."""
    run, snapshot = session.run, session.snapshot()
    state, recorded = run.trainer.state(), snapshot.timeline
    return {
        "experiment": run.experiment,
        "running": session.loop.running,
        "place": (state.epoch, state.update, run.trainer.batch_of_epoch, state.count, state.rng),
        "parameters": bits(state.parameters, state.moments, state.gradient, state.step, run.initial),
        "examples": bits(run.examples.train.X, run.examples.train.Y, run.examples.test.X, run.examples.mean),
        "curves": [
            bits(each.epochs, each.train_cost, each.test_cost, each.gradient_norms)
            for each in (snapshot.curves, *snapshot.branches)
        ],
        "pins": [(pin.number, pin.name, pin.epoch, pin.train_cost) for pin in snapshot.pins],
        "undo": (snapshot.undo_labels, snapshot.undo_position, snapshot.undo_first),
        "records": [
            (record.update, record.experiment, record.begins, bits(record.state.parameters))
            for record in session.timeline.records
        ],
        "position": recorded.position,
        "divergence": snapshot.divergence,
        "plane": session.observer._input_slice,
    }


def difference(one: dict[str, Any], other: dict[str, Any]) -> str:
    return ", ".join(name for name in one if one[name] != other[name])


class Twin:
    """The same session without a window: what was written down is made again here."""

    def __init__(self) -> None:
        self.session = TrainingSession(read_preset(FIRST))
        self.made = 0

    def catch_up(self, log: list[Done]) -> None:
        for done in log[self.made :]:
            self.train(*done.found)
            refused = ""
            try:
                done.command.apply(self.session)
            except ValueError as error:
                refused = str(error)
            assert refused == done.refused, done
            if done.command.kind is StartImport:
                while self.session.jobs.busy:
                    self.session.jobs.advance(math.inf)
            else:
                self.train(*done.left)
        self.made = len(log)

    def train(self, update: int, running: bool) -> None:
        """Train as the other one did: to an update, and until it stops if that one stopped."""
        session, loop = self.session, self.session.loop
        while session.loop.running and (session.update < update or not running):
            last = loop._last(None)
            if last is None or session.epoch < last:
                loop._train(max(1, update - session.update), last)
            elif loop._last_epoch is None:
                break
            if loop._last_epoch is not None and session.epoch >= loop._last_epoch:
                session.pause()


class Person(RuleBasedStateMachine):
    """Does things in a window.

    Attributes
    ----------
    steps
        How many things all of them have done.
    """

    log: ClassVar[list[Done]] = []
    steps: ClassVar[int] = 0
    folder: ClassVar[Path]

    @initialize(preset=st.sampled_from(PRESETS))
    def begin(self, preset):
        self.log.clear()
        self.saved: list[Path] = []
        self.imported = 0
        self.failures: list[str] = []
        self.twin = Twin()
        self.captured = capture_exceptions()
        self.exceptions = self.captured.__enter__()
        settings = QSettings(str(self.folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(TrainingSession(read_preset(FIRST)), settings)
        self.worker = self.window._worker
        self.worker.failed.connect(self.failures.append, Qt.ConnectionType.DirectConnection)
        self.window.resize(*SIZE)
        self.window.show()
        self.window.post(OpenTarget(preset))
        self.wait()

    def teardown(self):
        if not hasattr(self, "window"):
            return
        try:
            self.compare()
        finally:
            self.window.close()
            assert not self.worker.isRunning()
            self.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()
            self.captured.__exit__(None, None, None)
        assert not self.exceptions, self.exceptions[0]

    # What is looked at.

    def wait(self):
        """Wait until the worker has done everything so far, and the window shows it; return the session's state."""
        look, worker = Look(), self.worker
        worker.post(look)

        def shown() -> bool:
            if look.state is None:
                return False
            return worker._session.loop.running or (
                not worker._unseen and self.window.snapshot.number == worker._number
            )

        spin(lambda: shown() or bool(self.exceptions or self.failures))
        self.check()
        return look.state

    def check(self):
        """What must hold at any moment."""
        assert not self.exceptions, self.exceptions[0]
        assert not self.failures, self.failures[0]
        banner = self.window._panels.banner
        assert "unexpected" not in banner.text.lower()
        snapshot = self.window.snapshot
        sizes = snapshot.problem_info.sizes
        assert [w.shape for w in snapshot.W] == list(zip(sizes[1:], sizes[:-1], strict=True))
        assert [b.shape for b in snapshot.b] == [(n, 1) for n in sizes[1:]]
        assert len(snapshot.problem_info.activations) == len(snapshot.W) == len(snapshot.experiment.network.hidden) + 1
        assert snapshot.maps is None or [len(units) for units in snapshot.maps.units] == list(sizes)
        recorded = snapshot.timeline
        assert (np.diff(recorded.updates) > 0).all()
        assert (np.diff(recorded.epochs) >= 0).all()
        assert recorded.position is None or 0 <= recorded.position < len(recorded.epochs)
        assert 0 < recorded.n_bytes <= recorded.budget
        assert (np.diff(snapshot.curves.epochs) > 0).all()
        assert 0 <= snapshot.undo_position <= len(snapshot.undo_labels)
        assert all(np.isfinite(w).all() for w in snapshot.W)

    def compare(self):
        """Stand still, and compare with what the commands make of a session without a window."""
        self.window.post(Pause())
        state = self.wait()
        snapshot, stack = self.window.snapshot, self.window._panels.undo.stack
        assert (stack.count(), stack.index()) == (len(snapshot.undo_labels), snapshot.undo_position)
        self.twin.catch_up(self.log)
        assert difference(state, state_of(self.twin.session)) == ""
        return state

    # What is done.

    @rule(wishes=WISHES)
    def act(self, wishes):
        """Do one thing after another, without a look at what came of it."""
        for name, number, share in wishes:
            Person.steps += 1
            getattr(self, name)(number, share)
            QApplication.processEvents()

    @rule(wishes=WISHES)
    def act_while_it_runs(self, wishes):
        """The same, on the way."""
        self.trigger("run")
        self.act(wishes)

    def trigger(self, name):
        Person.steps += 1
        self.window._actions[name].trigger()
        QApplication.processEvents()

    def press(self, number, _share):
        self.window._actions[ACTIONS[number % len(ACTIONS)]].trigger()

    def change_field(self, number, _share):
        self.window._panels.settings.field_changed.emit(*FIELDS[number % len(FIELDS)])

    def edit_weight(self, number, share):
        W = self.window.snapshot.W  # of the last frame: the worker may hold another network by now, and refuse
        layer = number % len(W)
        rows, columns = W[layer].shape
        row, column = number // 7 % rows, number // 31 % (columns + 1)
        self.window._panels.network.parameters_edited.emit(((layer + 1, row, column, 6 * share - 3),))

    def draw(self, number, share):
        x, y = PLACES[number % len(PLACES)], PLACES[number // 7 % len(PLACES)]
        wishes = (
            AddPoints(((x, y, number % 3), (y, x, number % 2))),
            AddPoints(((y, share, number % 3),), first=False),
            ErasePoints(x, y, 1.0),
            MovePoint(x, y, y, x),
            JitterPoints(share / 10, number),
            NewDrawing(((x, y, 0), (1.0, share, 1), (share, 0.0, 0), (-1.0, y, 1))),
        )
        self.window._panels.output.command_requested.emit(wishes[number // 50 % len(wishes)])

    def open_preset(self, number, _share):
        self.window._toolbar.preset_chosen.emit(PRESETS[number % len(PRESETS)])

    def scrub(self, _number, share):
        epochs = self.window.snapshot.timeline.epochs
        self.window._panels.timeline.command_requested.emit(Scrub(int(epochs[round(share * (len(epochs) - 1))])))

    def go_to_moment(self, _number, share):
        stack = self.window._panels.undo.stack
        stack.setIndex(round(share * stack.count()))

    def use_pin(self, number, share):
        pins = self.window.snapshot.pins
        if pins:
            chosen = pins[number % len(pins)].number
            self.window.post(LoadPin(chosen) if share < 0.7 else RemovePin(chosen))

    def set_speed_limit(self, _number, share):
        self.window.post(SetSpeedLimit("full" if share < 0.8 else "epochs_30"))

    def open_saved(self, number, _share):
        if self.saved:
            self.window.open(self.saved[number % len(self.saved)])

    # What is looked at on the way, and what takes a while.

    @rule(how=st.sampled_from(["compare", "there_and_back", "watch", "save", "import_table"]))
    def pause_for(self, how):
        getattr(self, how)()

    def there_and_back(self):
        """Undo and redo change nothing."""
        before = self.compare()
        if self.window.snapshot.undo_label:
            self.trigger("undo")
            self.wait()
            self.trigger("redo")
            assert difference(before, self.compare()) == ""

    def watch(self):
        """Let time pass."""
        end = perf_counter() + WATCHING_SECONDS
        spin(lambda: perf_counter() >= end)
        self.check()

    @rule(name=st.sampled_from(WORKSPACES), lower=st.sampled_from(LOWER))
    def elsewhere(self, name, lower):
        self.window.show_workspace(name)
        self.window._area.lower_right.open(lower)
        QApplication.processEvents()

    def save(self):
        # The whole session, or its settings alone, in turn.
        ending = (".playground", ".json")[len(self.saved) % 2]
        path = self.folder / f"saved-{len(self.saved)}-{id(self)}{ending}"
        documents.ask_save_name = lambda *_: path
        self.trigger("save_as")
        spin(path.is_file)
        self.saved.append(path)

    def import_table(self):
        self.window.post(Pause())
        self.wait()  # what it begins at the end is no command, and must not come between others
        self.imported += 1
        source = CsvSource(csv=f"table {self.imported}", text=TABLE)
        self.window.post(StartImport(source))
        spin(lambda: self.window.snapshot.experiment.data.source == source)


def spin(condition) -> None:
    """Let the window work until a condition holds."""
    deadline = perf_counter() + SECONDS
    while not condition():
        assert perf_counter() < deadline, "it takes too long"
        QApplication.processEvents()
        QThread.usleep(100)


@pytest.fixture
def log(monkeypatch) -> list[Done]:
    """Everything that the worker applies, as it applies it."""
    log: list[Done] = []
    apply = TrainingWorker._apply

    def place(session):
        return session.update, session.loop.running

    def noted(self, command):
        if isinstance(command, Look) or command.kind is Ask:
            apply(self, command)
            return
        refused: list[str] = []
        connection = self.refused.connect(lambda _, text: refused.append(text), Qt.ConnectionType.DirectConnection)
        found = place(self._session)
        apply(self, command)
        self.refused.disconnect(connection)
        log.append(Done(command, found, place(self._session), "".join(refused)))

    monkeypatch.setattr(TrainingWorker, "_apply", noted)
    return log


def test_whatever_a_person_does_is_what_the_commands_make_of_it(qtbot, log, monkeypatch, tmp_path):
    # What would depend on how quick the machine is: to step by an epoch or back is done in slices, or at once.
    monkeypatch.setattr(commands_module, "AT_ONCE_SECONDS", 0.0)
    monkeypatch.setattr(session_module, "REPLAY_SECONDS", math.inf)
    monkeypatch.setattr(documents, "ask_save_name", documents.ask_save_name)
    Person.folder, Person.log, Person.steps = tmp_path, log, 0
    run_state_machine_as_test(
        Person,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],  # what a thread does is never quite the same again
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert Person.steps > 2000

"""Little is lost however the program ends."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from playground.files import read_preset
from playground.files.disk import OLD_SECONDS
from playground.files.sessions.instance_lock import InstanceLock
from playground.main_window.autosave import Autosave, discard, document_of, left_work
from playground.training import TrainingSession
from playground.training.commands import StepBatch
from playground.training.commands.files import SaveSession
from playground.training.saved import AUTOSAVE, FileProgress
from playground.training.saved.jobs import read_memory


class Worker:
    """Does at once what it is told."""

    def __init__(self):
        self.session = TrainingSession(read_preset("circles"))
        self.commands = []

    def post(self, command):
        self.commands.append(command)
        command.apply(self.session)
        while self.session.jobs.advance(1.0):
            pass

    def write(self, path, number):
        self.post(SaveSession(path, AUTOSAVE, number))

    def snapshot(self):
        return self.session.snapshot()


def show(autosave, snapshot):
    autosave.take(snapshot.changes, snapshot.work.get(AUTOSAVE))


@pytest.fixture
def worker(qapp):
    return Worker()


@pytest.fixture
def autosave(worker, tmp_path):
    made = Autosave(worker.write, tmp_path / "autosave")
    show(made, worker.snapshot())
    yield made
    made.finish()


def work(worker, autosave):
    StepBatch().apply(worker.session)
    show(autosave, worker.snapshot())


def test_only_what_has_changed_is_saved(worker, autosave):
    autosave.save()
    assert worker.commands == []
    work(worker, autosave)
    autosave.save()
    show(autosave, worker.snapshot())
    assert len(worker.commands) == 1
    assert read_memory(str(autosave.path)).run.state.trainer.update == 1
    autosave.save()
    assert len(worker.commands) == 1
    work(worker, autosave)
    autosave.save()
    assert len(worker.commands) == 2


def test_one_at_a_time(worker, autosave):
    work(worker, autosave)
    autosave.save()
    autosave.save()
    assert autosave.is_writing
    assert len(worker.commands) == 1
    show(autosave, worker.snapshot())
    assert not autosave.is_writing


def test_a_clean_exit_leaves_nothing(worker, autosave):
    work(worker, autosave)
    autosave.save()
    assert len(list(autosave.path.parent.iterdir())) == 2
    autosave.finish()
    assert list(autosave.path.parent.iterdir()) == []
    autosave.save()
    assert len(worker.commands) == 1


def test_a_session_can_be_left_for_the_next_start(worker, tmp_path):
    document, last = tmp_path / os.fsdecode(b"\xb0\xa1.playground"), tmp_path / "last.playground"
    last.write_bytes(b"newest")
    autosave = Autosave(worker.write, tmp_path / "autosave", lambda: document)
    show(autosave, worker.snapshot())
    work(worker, autosave)
    autosave.save()
    kept = autosave.path.read_bytes()
    show(autosave, worker.snapshot())
    autosave.leave(None, discarded=True)  # the disk is full
    (left,) = left_work(tmp_path / "autosave")
    assert document_of(left) == document
    assert left.path.with_suffix(".playground").read_bytes() == kept
    autosave.adopt(left)
    autosave.leave(last, discarded=False)
    (left,) = left_work(tmp_path / "autosave")
    assert left.path.with_suffix(".playground").read_bytes() == b"newest"
    discard(left)
    assert last.read_bytes() == b"newest"


def test_of_sessions_that_were_discarded_only_the_last_is_left(worker, tmp_path):
    folder = tmp_path / "autosave"
    for number in range(3):
        last = tmp_path / f"last{number}.playground"
        last.write_bytes(bytes([number]))
        autosave = Autosave(worker.write, folder)
        show(autosave, worker.snapshot())
        work(worker, autosave)
        autosave.save()
        autosave.leave(last, discarded=True)
    (left,) = left_work(folder)
    assert left.path.with_suffix(".playground").read_bytes() == bytes([2])
    assert document_of(left) is None
    left.release()
    assert len(list(folder.iterdir())) == 2


def test_a_living_program_whose_folder_was_deleted_keeps_its_own(worker, autosave):
    work(worker, autosave)
    autosave.save()
    show(autosave, worker.snapshot())
    shutil.rmtree(autosave.folder)
    work(worker, autosave)
    autosave.save()
    show(autosave, worker.snapshot())
    assert autosave.path.is_file()
    assert list(left_work(autosave.folder)) == []


def test_by_itself(qtbot, worker, tmp_path):
    autosave = Autosave(worker.write, tmp_path / "autosave", seconds=0.05)
    show(autosave, worker.snapshot())
    work(worker, autosave)
    qtbot.waitUntil(autosave.path.is_file)
    autosave.finish()


def test_a_full_disk_is_told_once(worker, autosave, monkeypatch, tmp_path):
    told = []
    autosave.failed.connect(told.append)
    work(worker, autosave)
    autosave.save()
    show(autosave, worker.snapshot())
    old = autosave.path.read_bytes()
    fsync = os.fsync

    def no_space(_):
        raise OSError(28, "No space left on device")

    for _ in range(3):
        monkeypatch.setattr(os, "fsync", no_space)
        work(worker, autosave)
        autosave.save()
        show(autosave, worker.snapshot())
        assert autosave.path.read_bytes() == old
    assert len(told) == 1
    assert "the disk is full" in told[0]
    monkeypatch.setattr(os, "fsync", fsync)
    autosave.save()
    show(autosave, worker.snapshot())
    assert autosave.path.read_bytes() != old
    monkeypatch.setattr(os, "fsync", no_space)
    work(worker, autosave)
    autosave.save()
    show(autosave, worker.snapshot())
    assert len(told) == 2


def test_what_a_file_of_the_persons_own_holds_is_not_kept_twice(worker, autosave):
    work(worker, autosave)
    autosave.save()
    show(autosave, worker.snapshot())
    autosave.forget(worker.session.changes)
    assert not autosave.path.exists()
    autosave.save()
    assert not autosave.path.exists()


def test_an_older_autosave_that_comes_late_goes_again(worker, autosave):
    work(worker, autosave)
    autosave.save()
    late = worker.snapshot()
    autosave.forget(worker.session.changes + 5)
    autosave.path.write_bytes(b"old")
    show(autosave, late)
    assert not autosave.path.exists()


def test_progress_of_another_save_is_not_its_own(worker, autosave):
    work(worker, autosave)
    autosave.save()
    other = FileProgress("elsewhere", 99, done=True, problem="no")
    told = []
    autosave.failed.connect(told.append)
    show(autosave, replace(worker.snapshot(), work={AUTOSAVE: other}))
    assert autosave.is_writing
    assert told == []


def left_behind(folder: Path, name: str, age: float = 0.0) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.playground"
    path.write_bytes(name.encode())
    path.with_suffix(".lock").touch()
    os.utime(path, (time.time() - age,) * 2)
    return path


def test_the_newest_is_found_first_and_only_once(tmp_path):
    old, new = left_behind(tmp_path / "a", "old", 100), left_behind(tmp_path / "a", "new")
    found = left_work(tmp_path / "a")
    first = next(found)
    assert first.path == new.with_suffix(".lock")
    # Whoever looks meanwhile finds the other one.
    others = list(left_work(tmp_path / "a"))
    assert [lock.path.stem for lock in others] == ["old"]
    for lock in others:
        lock.release()
    discard(first)
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["old.lock", "old.playground"]
    assert old.is_file()


def test_those_of_living_programs_are_left_alone(worker, autosave):
    work(worker, autosave)
    autosave.save()
    assert list(left_work(autosave.path.parent)) == []
    assert autosave.path.is_file()


def test_what_is_left_besides_is_swept_up(tmp_path):
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "x.lock").touch()
    held = InstanceLock(folder / "held.lock")
    held.acquire()
    (folder / f".playground-{1:016x}.tmp").touch()
    os.utime(folder / f".playground-{1:016x}.tmp", (time.time() - 2 * OLD_SECONDS,) * 2)
    (folder / f".playground-{2:016x}.tmp").touch()  # perhaps of a program that is writing
    assert list(left_work(folder)) == []
    assert sorted(path.name for path in folder.iterdir()) == [f".playground-{2:016x}.tmp", "held.lock"]
    held.remove()


def test_no_folder_at_all(tmp_path):
    assert list(left_work(tmp_path / "nowhere")) == []


PROGRAM = """
import hashlib, sys
from PySide6.QtCore import QTimer
from playground import app
from playground.main_window import autosave, session_guard
from playground.training.commands import Pause, Run, StepEpoch

what = sys.argv[1]
session_guard.SECONDS = 0.3
session_guard.SessionGuard.protect.__defaults__ = (0.3,)

def tell(*words):
    print(*words, flush=True)

def banner(window):
    return window._panels.banner

class Window(app.MainWindow):
    def protect(self, folder):
        super().protect(folder)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        self.timer.start(20)
        self.step = 0
        if what == "train":
            self.post(Run())

    def look(self):
        kept = self._guard._autosave
        if what == "train" and kept.path.is_file() and self.step == 0:
            self.step = 1
            tell("saved", kept.path)
        elif what == "exit" and self.step == 0:
            self.step = 1
            tell("offered" if banner(self).isVisible() else "nothing")
            self.close()
        elif what == "restore" and self.step == 0 and self.isVisible():
            self.step = 1
            tell("offered" if banner(self).isVisible() else "nothing")
            banner(self).action_triggered.emit("restore_session")
        elif what == "restore" and self.step == 1 and not self._guard._recovery.is_pending:
            self.step, self.goal = 2, self.snapshot.epoch + 2
            tell("epoch", self.snapshot.epoch, self.isWindowModified())
            self.post(StepEpoch())
            self.post(StepEpoch())
        elif what == "restore" and self.step == 2 and self.snapshot.epoch == self.goal:
            self.step = 3
            digest = hashlib.sha256()
            for array in (*self.snapshot.W, *self.snapshot.b, self.snapshot.curves.train_cost):
                digest.update(array.tobytes())
            tell("digest", digest.hexdigest())
            self._guard.closing.ask = None
            self.close()

app.MainWindow = Window
sys.exit(app.run_window("spirals"))
"""


def start(home: Path, what: str) -> subprocess.Popen:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home),
    }
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, what],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


def autosaves(home: Path) -> list[str]:
    return sorted(path.name for path in home.glob("data/**/autosave/*.playground"))


def test_after_a_kill_the_next_start_goes_on_to_the_last_bit(tmp_path):
    killed = start(tmp_path, "train")
    assert killed.stdout.readline().startswith("saved")
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    (name,) = autosaves(tmp_path)
    (path,) = tmp_path.glob(f"data/**/{name}")
    session = TrainingSession.from_memory(read_memory(str(path)))
    epoch = session.epoch
    restored = start(tmp_path, "restore")
    out, err = restored.communicate(timeout=60)
    assert "Traceback" not in err
    said = out.split("\n")
    assert said[:2] == ["offered", f"epoch {epoch} True"]
    # As it would have gone on without all this.
    for _ in range(2):
        session.step_epoch()
    digest, snapshot = hashlib.sha256(), session.snapshot()
    for array in (*snapshot.W, *snapshot.b, snapshot.curves.train_cost):
        digest.update(array.tobytes())
    assert said[2] == f"digest {digest.hexdigest()}"
    assert restored.returncode == 0
    # It came to a good end this time, but was saved nowhere: it is offered again.
    assert len(autosaves(tmp_path)) == 1


def test_a_living_program_keeps_its_own(tmp_path):
    living = start(tmp_path, "train")
    assert living.stdout.readline().startswith("saved")
    other = start(tmp_path, "exit")
    out, err = other.communicate(timeout=60)
    assert "Traceback" not in err
    assert out.strip() == "nothing"
    assert len(autosaves(tmp_path)) == 1
    living.kill()
    living.communicate()
    third = start(tmp_path, "exit")
    out, _ = third.communicate(timeout=60)
    assert out.strip() == "offered"
    # Nobody decided: it is offered again.
    assert len(autosaves(tmp_path)) == 1

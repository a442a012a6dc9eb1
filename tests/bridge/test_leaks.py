"""What every test is watched for: a suite of tests that leave things behind fails for just those."""

import subprocess
import sys
from pathlib import Path

LEAKS = """
import threading
import time
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget

KEPT = []


class Endless(QThread):
    ends = False

    def run(self):
        while not self.ends:
            time.sleep(0.01)

    def stop(self):
        self.ends = True
        self.wait()


def test_timer_left(qtbot):
    KEPT.append(QTimer())
    KEPT[-1].start(1000)

def test_widget_left(qtbot):
    KEPT.append(QWidget())

def test_thread_left(qtbot):
    KEPT.append(Endless())
    KEPT[-1].start()

def test_python_thread_left():
    threading.Thread(target=time.sleep, args=(5,), daemon=True, name="sleeper").start()

def test_clean(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    QTimer(widget).start(1000)
    forgotten = QTimer()
    forgotten.start(1000)
    thread = Endless()
    thread.start()
    thread.stop()
    worker = threading.Thread(target=time.sleep, args=(0.05,))
    worker.start()

def test_a_widget_that_only_holds_itself(qtbot):
    widget = QWidget()
    widget.itself = widget
"""


def test_what_is_left_behind_fails_its_test(tmp_path):
    conftest = (Path(__file__).parent.parent / "conftest.py").read_text(encoding="utf-8")
    (tmp_path / "conftest.py").write_text(
        conftest.replace("GRACE_SECONDS = 2.0", "GRACE_SECONDS = 0.2"), encoding="utf-8"
    )
    (tmp_path / "pytest.ini").write_text("[pytest]\nqt_api = pyside6\n")
    (tmp_path / "test_leaking.py").write_text(LEAKS)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    output = result.stdout
    failed = [line.split(" - ")[0].split("::")[1] for line in output.splitlines() if line.startswith("ERROR")]
    assert failed == ["test_timer_left", "test_widget_left", "test_thread_left", "test_python_thread_left"], output
    for left in ("left behind: QTimer", "left behind: QWidget", "left behind: Endless", "threads left behind: sleeper"):
        assert left in output
    assert "6 passed, 4 errors" in output
    assert result.returncode == 1

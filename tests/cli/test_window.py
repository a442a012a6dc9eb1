import os
import signal
import subprocess
import sys
import types

import pytest

from playground.cli import window

SHOWN = """
import sys
from PySide6.QtCore import QTimer
from playground import app
class Window(app.MainWindow):
    def show(self):
        super().show()
        QTimer.singleShot(0, lambda: print("shown", flush=True))
app.MainWindow = Window
from playground.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def opened(monkeypatch):
    """The targets opened, without any window."""
    calls = []
    app = types.SimpleNamespace(
        application=lambda **settings: None, run_window=lambda target, **settings: calls.append(target) or 0
    )
    monkeypatch.setattr(window, "load_app", lambda: app)
    return calls


@pytest.mark.parametrize("target", [None, "xor"])
def test_target(run, opened, qapp, target):
    assert run(*[target] if target else []).code == 0
    assert opened == [target]


def test_signals_are_restored(run, opened, qapp):
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    run()
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


def test_bad_target_opens_nothing(run, opened):
    result = run("nonsense")
    assert result.code == 2
    assert "not a preset" in result.error
    assert opened == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ctrl_c_closes_an_idle_window_in_good_order(here, number):
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(here),
        "XDG_CONFIG_HOME": str(here),
        "XDG_DATA_HOME": str(here),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", SHOWN, "xor"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        assert process.stdout.readline() == "shown\n"
        process.send_signal(number)
        _, err = process.communicate(timeout=20)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 0
    assert "Traceback" not in err
    assert "Error" not in err
    assert len(list(here.rglob("last-session.playground"))) == 1


EARLY = """
import os, signal, sys, threading
from playground.__main__ import main
threading.Timer(float(sys.argv.pop()), os.kill, (os.getpid(), int(sys.argv.pop()))).start()
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("number", "seconds"), [(signal.SIGINT, 0.05), (signal.SIGTERM, 0.5), (signal.SIGHUP, 0.2), (signal.SIGINT, 0.9)]
)
def test_an_early_end_is_quiet_too(here, number, seconds):
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(here), "XDG_CONFIG_HOME": str(here)}
    process = subprocess.run(
        [sys.executable, "-c", EARLY, "xor", str(int(number)), str(seconds)],
        capture_output=True,
        check=False,
        env=environment | {"XDG_DATA_HOME": str(here)},
        timeout=30,
    )
    assert (process.returncode, process.stdout, process.stderr) == (0, b"", b"")

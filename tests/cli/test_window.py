import json
import os
import signal
import subprocess
import sys
import types
from pathlib import Path

import pytest

from playground.cli import window
from playground.files import read_preset, write_experiment

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
        application=lambda **settings: None,
        run_window=lambda target, asked=None, **settings: calls.append(asked or target) or 0,
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


def test_data_far_from_their_experiment_are_left_to_the_windows_question(run, opened, qapp, tmp_path):
    (tmp_path / "near").mkdir()
    path = tmp_path / "near" / "a.json"
    write_experiment(path, read_preset("circles"))
    raw = json.loads(path.read_text("utf-8"))
    raw["data"]["source"] = {"csv": str(tmp_path / "nowhere" / "t.csv"), "label": ["y"]}
    path.write_text(json.dumps(raw), "utf-8")
    assert run(str(path)).code == 0
    assert opened == [path]


UNDECIDED = {
    "marks": "a;b;y\n1,234;2;p\n2,345;3;q\n3,456;4;p\n4,567;5;q\n",
    "missing": "a,b,y\n1,,p\n2,3,q\n3,4,p\n4,5,q\n",
    "labels": "garden,rooms,size\n" + "".join(f"{'yn'[n % 2]},{n % 7}.5,{n * 1.7:.1f}\n" for n in range(30)),
    "nothing to predict": "name,town\n" + "".join(f"n{n},t{n}\n" for n in range(30)),
}
NO_TABLES = {
    "empty.csv": b"",
    "header.csv": b"a,b,c\n",
    "page.csv": b"<html><body>1,2</body></html>",
    "bytes.csv": bytes(range(256)) * 4,
    "letter.txt": b"Dear all,\nthis is a letter, with commas, here and there.\nAnd more\n\nBye, me\n",
    "words.txt": b"one\nword\na\nline\n",
}


@pytest.mark.parametrize("content", UNDECIDED.values(), ids=UNDECIDED)
def test_a_table_that_needs_a_decision_is_asked_about_in_the_window(run, opened, qapp, here, content):
    (here / "data.csv").write_text(content)
    assert run("data.csv").code == 0
    assert opened == [Path("data.csv")]


@pytest.mark.parametrize(("name", "content"), NO_TABLES.items(), ids=NO_TABLES)
def test_what_is_no_table_is_refused_before_there_is_a_window(run, opened, here, name, content):
    (here / name).write_bytes(content)
    result = run(name)
    assert result.code == 2
    assert name in result.error
    assert opened == []


def test_a_decision_is_asked_for_only_where_there_is_a_window(run, here):
    (here / "data.csv").write_text(UNDECIDED["missing"])
    result = run("train", "data.csv")
    assert result.code == 2
    assert "--missing drop" in result.error


ASKED = """
import sys
from PySide6.QtCore import QTimer
from playground import app
def look():
    windows = [w for w in app.QApplication.topLevelWidgets() if isinstance(w, app.MainWindow)]
    panel = windows[0]._importing.panel
    if panel is not None and panel.problems.isVisible():
        print(windows[0].snapshot.experiment.title, panel.problems.way_out.text(), panel.accept.isEnabled(), sep="|")
        timer.stop()
        app.end()
timer = QTimer()
class Window(app.MainWindow):
    def show(self):
        super().show()
        timer.timeout.connect(look)
        timer.start(50)
app.MainWindow = Window
from playground.__main__ import main
sys.exit(main())
"""


def test_the_window_stands_on_its_first_example_with_the_question_before_it(here):
    (here / "data.csv").write_text(UNDECIDED["missing"])
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(here), "XDG_CONFIG_HOME": str(here)}
    process = subprocess.run(
        [sys.executable, "-c", ASKED, "data.csv", "--language", "en"],
        capture_output=True,
        text=True,
        check=False,
        env=environment | {"XDG_DATA_HOME": str(here)},
        timeout=60,
    )
    assert (process.returncode, process.stdout) == (0, "Circles|Leave such rows out|False\n")
    assert "Traceback" not in process.stderr


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

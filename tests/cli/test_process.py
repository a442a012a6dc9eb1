"""What only a process of its own can show: exit codes, signals, pipes, and what is imported."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import numpy as np
import pytest

from playground.__main__ import THREADS

WITHOUT = """
import sys
sys.modules.update(dict.fromkeys(("PySide6", "pyqtgraph", "qtawesome", "PIL", "onnx", "tqdm")))
from playground.__main__ import main
sys.exit(main())
"""


def test_train_needs_neither_qt_nor_the_libraries_of_exports(start, here):
    result = start("train", "xor", "--epochs", "2", "--export", "xor", "--json", program=("-c", WITHOUT))
    assert (result.code, result.err) == (0, "")
    assert result.json["export"] == "xor.npz"
    assert [path.name for path in here.iterdir()] == ["xor.npz"]


@pytest.mark.parametrize(("given", "held"), [(None, "1"), ("3", "3")])
def test_a_product_of_matrices_takes_one_thread_unless_more_are_asked_for(given, held):
    code = """
import os, sys
from playground.__main__ import THREADS, main
assert "numpy" not in sys.modules
sys.argv[1:] = ["presets"]
main()
print(*{os.environ[name] for name in THREADS}, file=sys.stderr)
"""
    environment = {name: value for name, value in os.environ.items() if not name.endswith("_THREADS")}
    environment |= {} if given is None else dict.fromkeys(THREADS, given)
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == held


@pytest.mark.parametrize("arguments", [["export", "xor", "out.svg"], ["screenshot", "xor", "out.png"]])
def test_pictures_without_qt(start, here, arguments):
    result = start(*arguments, program=("-c", WITHOUT))
    assert result.code == 2
    assert "install PySide6-Essentials" in result.error
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("target", [[], ["xor"]])
def test_window_without_a_display(start, target):
    result = start(*target)
    assert result.code == 2
    for name in ("train", "predict", "check", "presets", "export", "screenshot"):
        assert name in result.error


def test_window_with_a_display_that_cannot_be_reached(start):
    result = start("xor", env={"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711"})
    assert result.code == 2
    assert "the window cannot be opened" in result.error


def test_bad_input_of_a_process(start, here):
    (here / "bad.json").write_text('{"schema_version": 1, "nonsense": 2}')
    result = start("train", "bad.json", "--export", "out")
    assert result.code == 2
    assert "bad.json" in result.error
    assert [path.name for path in here.iterdir()] == ["bad.json"]


def read_until(terminal, words, shown=""):
    """Read what a process shows on its terminal until it has shown these words."""
    deadline = time.monotonic() + 30
    while words not in shown:
        ready, _, _ = select.select([terminal], [], [], deadline - time.monotonic())
        assert ready, f"no {words!r} in {shown!r}"
        shown += os.read(terminal, 1000).decode()
    return shown


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_interrupt(here, number):
    """The progress bar on a terminal says when training is under way."""
    terminal, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    command = ["train", "xor", "--epochs", "1000000", "--export", "xor", "--json"]
    process = subprocess.Popen(
        [sys.executable, "-m", "playground", *command], stdout=subprocess.PIPE, stderr=theirs, text=True
    )
    os.close(theirs)
    try:
        shown = read_until(terminal, "cost")
        process.send_signal(number)
        out, _ = process.communicate(timeout=30)
        shown = read_until(terminal, "xor.npz", shown)
    finally:
        process.kill()
        process.wait()
        os.close(terminal)
    assert process.returncode == 1
    assert '"export": "xor.npz"' in out
    assert out.count("\n") == 1
    assert "playground: stopped at epoch" in shown
    assert "Traceback" not in shown
    with np.load("xor.npz") as arrays:
        assert np.isfinite(arrays["W1"]).all()


def test_broken_pipe_is_quiet(start):
    read, write = os.pipe()
    os.close(read)
    process = subprocess.run(
        [sys.executable, "-m", "playground", "presets"], check=False, stdout=write, stderr=subprocess.PIPE, timeout=60
    )
    os.close(write)
    assert (process.returncode, process.stderr) == (1, b"")


def test_full_disk_behind_standard_output():
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [sys.executable, "-m", "playground", "--help"], check=False, stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert process.returncode == 1
    assert process.stderr == b"playground: standard output could not be written: the disk is full\n"


def test_names_that_standard_output_cannot_show(start, here):
    (here / "é한.csv").write_text("a,y\n1,0\n2,1\n3,0\n4,1\n", encoding="utf-8")
    result = start("train", "é한.csv", "--epochs", "1", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("\\xe9\\ud55c: 1 epoch, 1 update in ")


def test_the_lessons_are_read_only_by_their_commands(start):
    code = (
        "import sys, playground.cli; "
        "print(sorted(name for name in sys.modules if name.startswith('playground.lessons')))"
    )
    result = start(program=("-c", code))
    assert result.out.strip() == "['playground.lessons', 'playground.lessons.errors']"

"""For every test: no screen, one BLAS thread, and nothing left running.

Nothing here imports Qt: the rooms to the right of the bridge are tested where it is not installed.
"""

import gc
import importlib.util
import os
import sys
import threading
import time
import weakref
from pathlib import Path

import hypothesis
import pytest

hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None)
hypothesis.settings.register_profile("campaign", max_examples=2000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

FAST_ROOMS = {"engine", "expressions", "messages"}
"""What `pytest -m fast` runs, with the modules that mark themselves `fast`."""
GRACE_SECONDS = 2.0
"""How long a thread that was told to end may take."""
QT_OPTIONS = {"qt_api": "string", "qt_log_level_fail": "string", "qt_log_ignore": "linelist"}
PLATFORM_WIDGETS = {"QTipLabel"}
"""Qt keeps the last tooltip for the next one."""
ABANDONED: list[object] = []
"""A running QThread that is destroyed ends the process: those that could not be stopped stay until the end."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know pytest-qt's options where it is not installed: the same command line then tests the rooms without Qt."""
    if importlib.util.find_spec("pytestqt") is None:
        for name, kind in QT_OPTIONS.items():
            parser.addini(name, "of pytest-qt, which is not installed", type=kind)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the fast rooms."""
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).parts[0] in FAST_ROOMS:
            item.add_marker("fast")


@pytest.fixture(autouse=True)
def no_thread_left():
    """Fail a test that leaves a Python thread behind."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + GRACE_SECONDS
    while (left := python_threads() - before) and time.monotonic() < deadline:
        time.sleep(0.01)
    if left:
        pytest.fail(f"threads left behind: {', '.join(thread.name for thread in left)}")


@pytest.fixture(autouse=True)
def nothing_of_qt_left():
    """Fail a test that leaves a running timer, a running QThread or a top-level widget behind."""
    if "PySide6.QtWidgets" not in sys.modules:
        yield
        return
    core, widgets = sys.modules["PySide6.QtCore"], sys.modules["PySide6.QtWidgets"]
    started: list[weakref.ref] = []
    before = top_level_widgets(widgets).keys()
    with pytest.MonkeyPatch.context() as patch:
        for kind in (core.QTimer, core.QThread):
            patch.setattr(kind, "start", noting(kind.start, started))
        yield

    def left() -> list[object]:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
        found = top_level_widgets(widgets)
        return [found[address] for address in found.keys() - before] + running(core, started)

    if left():
        gc.collect()  # what is held by nothing but a reference cycle goes with it
    if things := left():
        described = "; ".join(f"{type(thing).__name__} {thing.objectName()!r}" for thing in things)
        for thing in things:
            put_an_end_to(core, thing)
        pytest.fail(f"left behind: {described}")


def python_threads() -> set[threading.Thread]:
    # Python makes a stand-in for a foreign thread, such as a QThread, and never takes it back.
    return {thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)}


def noting(start, started: list[weakref.ref]):
    """Return `QTimer.start` or `QThread.start`, noting who is started."""

    def noted(self, *arguments):
        started.append(weakref.ref(self))
        return start(self, *arguments)

    return noted


def running(core, started: list[weakref.ref]) -> list[object]:
    is_valid = sys.modules["shiboken6"].isValid
    things = {id(thing): thing for reference in started if (thing := reference()) is not None and is_valid(thing)}
    return [
        thing
        for thing in things.values()
        if (
            thing.isActive()
            if isinstance(thing, core.QTimer)
            else thing.isRunning() and not thing.wait(int(1000 * GRACE_SECONDS))
        )
    ]


def top_level_widgets(widgets) -> dict[int, object]:
    """Return the top-level widgets by their address."""
    if not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return {}
    pointer = sys.modules["shiboken6"].getCppPointer
    found = widgets.QApplication.topLevelWidgets()
    return {pointer(widget)[0]: widget for widget in found if widget.metaObject().className() not in PLATFORM_WIDGETS}


def put_an_end_to(core, thing) -> None:
    """So that the next test begins in a clean place."""
    if isinstance(thing, core.QTimer):
        thing.stop()
    elif isinstance(thing, core.QThread):
        ABANDONED.append(thing)
        if hasattr(thing, "stop"):
            thing.stop()
    else:
        thing.close()
        thing.deleteLater()

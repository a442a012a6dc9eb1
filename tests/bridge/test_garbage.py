"""Garbage: whatever a training thread makes, what Qt owns is destroyed in the thread of the window."""

import gc
import threading

from playground.training.commands import Run


class Cycle:
    """Something that only a search for cycles finds, and that tells which thread found it."""

    def __init__(self, found: list[int]) -> None:
        self.me, self.found = self, found

    def __del__(self) -> None:
        self.found.append(threading.get_ident())


def test_cycles_are_found_by_the_thread_of_the_window_alone(qtbot, open_window):
    found: list[int] = []
    window = open_window()
    window.worker.post(Run())
    for _ in range(20):
        Cycle(found)
        qtbot.wait(10)
    clutter = [[] for _ in range(3000)]  # as much as makes a search due
    qtbot.waitUntil(lambda: len(found) == 20, timeout=10_000)
    assert set(found) == {threading.get_ident()}
    assert len(clutter) == 3000


def test_python_looks_for_itself_when_nothing_trains(open_window):
    window = open_window()
    assert not gc.isenabled()
    window.worker.stop()
    assert gc.isenabled()

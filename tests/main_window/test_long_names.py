"""Names of columns and classes of any length: shown shortened, kept whole in files, and the window goes on."""

import time
import timeit

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from playground.data.dataset import LONGEST_NAME, short_name, short_names
from playground.files import CsvSource
from playground.main_window.workspaces import WORKSPACES

LONG = 10_000
SECONDS = 0.05
MOST = 2_000
"""Characters that any text of the window may have."""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "long.csv"
    rows = "".join(f"{i},{i % 7},{'k' * LONG}{i % 2}\n" for i in range(20))
    path.write_text(f'"{"x" * LONG}a","{"x" * LONG}b",y\n{rows}')
    return path


def test_short_names_are_bounded_and_differ():
    names = [
        "x" * LONG + "a",
        "x" * LONG + "b",
        "y" * LONG + "mid" + "y" * LONG,
        "y" * LONG + "MID" + "y" * LONG,
        "short",
    ]
    shown = short_names(names)
    assert len(set(shown)) == len(names)
    assert all(len(name) <= LONGEST_NAME + 4 for name in shown)
    assert shown[-1] == "short"
    assert short_name("x" * LONGEST_NAME) == "x" * LONGEST_NAME


def test_a_table_with_endless_names_is_used_without_freezing(qtbot, window, table):
    window._signals.change_field("data.source", CsvSource(csv=str(table), label=("y",)))
    qtbot.waitUntil(lambda: isinstance(window.snapshot.experiment.data.source, CsvSource))
    problem_info = window.snapshot.problem_info
    assert all(len(name) <= LONGEST_NAME for name in problem_info.input_names + problem_info.classes)
    columns = window.snapshot.model().experiment.columns  # in files they are as they were read
    assert len(set(columns)) == 2
    assert all(len(name) > LONGEST_NAME for name in columns)
    assert min(timeit.repeat(window._panels.network._arrange, number=1, repeat=8)) < SECONDS
    for name in WORKSPACES:
        window.show_workspace(name)
        window.show_at_work()
        qtbot.wait(20)
    for widget in window.findChildren(QWidget):
        texts = (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        texts += (widget.text(),) if isinstance(widget, QLabel) else ()
        assert all(len(text) <= MOST for text in texts), widget


def test_the_preview_of_such_a_table_does_not_freeze(qtbot, window, tmp_path):
    def seconds(length: int) -> float:
        path = tmp_path / f"{length}.csv"
        path.write_text(f'"{"x" * length}",b,y\n' + "1,2,0\n2,3,1\n" * 10)
        begin = time.perf_counter()
        window.open(path)
        QApplication.processEvents()
        return time.perf_counter() - begin

    seconds(10)  # what is loaded when it is first needed
    qtbot.wait(200)
    assert seconds(LONG) < seconds(10) + 4 * SECONDS

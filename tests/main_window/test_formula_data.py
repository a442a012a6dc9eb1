"""Data from a typed formula in the real window: entered, refused with the place, undone, saved and opened again."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from playground.files import FormulaSource, open_target
from playground.main_window import documents


@pytest.fixture
def entry(window):
    return window._panels.data.entry


def enter(qtbot, entry, formula, low="-6", high="6"):
    for line, text in ((entry.formula, formula), (entry.low, low), (entry.high, high)):
        line.selectAll()
        line.insert(text)
    qtbot.keyClick(entry.formula, Qt.Key.Key_Return)


def test_a_formula_draws_data_and_undo_brings_the_others_back(qtbot, window, entry):
    before = window.snapshot.experiment
    assert not entry.ends.isVisible()
    enter(qtbot, entry, "sin(x1) > x2", "−pi", "2,5")
    qtbot.waitUntil(lambda: isinstance(window.snapshot.experiment.data.source, FormulaSource))
    snapshot = window.snapshot
    assert snapshot.experiment.data.source.domain == (-np.pi, 2.5)
    X = snapshot.problem_info.train_X
    np.testing.assert_array_equal(snapshot.problem_info.train_labels, np.sin(X[0]) > X[1])
    gallery = window._panels.data.gallery
    assert (gallery.label, gallery.entry.isChecked(), gallery.entry.text()) == ("Formula", True, "sin(x1) > x2")
    window._actions["undo"].trigger()
    qtbot.waitUntil(lambda: window.snapshot.experiment == before)
    assert entry.formula.text() == ""


@pytest.mark.parametrize(
    ("formula", "low", "words"),
    [
        ("sin(x1) >", "-6", "column 10"),
        ("log(x1)", "-6", "no finite value"),
        ("x1 > 0", "wide", "type one number"),
        ("x1 > 0", "7", "two ascending numbers"),
    ],
)
def test_a_formula_is_refused_below_its_line_and_nothing_changes(qtbot, window, entry, formula, low, words):
    before = window.snapshot.experiment
    enter(qtbot, entry, formula, low)
    qtbot.waitUntil(lambda: words in entry.reason.text())
    assert window.snapshot.experiment == before
    marked = entry.low if low == "wide" else entry.formula
    assert marked.property("problem")
    assert words in marked.accessibleDescription()
    assert entry.formula.text() == formula  # it stays to be mended
    qtbot.keyClick(entry.low, Qt.Key.Key_1)
    assert not entry.reason.isVisible()


def test_numbers_from_a_formula_are_kept_in_a_session(qtbot, window, entry, tmp_path, monkeypatch):
    enter(qtbot, entry, "x1*x2 + noise", "0", "2")
    qtbot.waitUntil(lambda: window.snapshot.problem_info.problem == "regression")
    path = tmp_path / "mine.playground"
    monkeypatch.setattr(documents, "ask_save_name", lambda *_: path)
    window._actions["save"].trigger()
    qtbot.waitUntil(lambda: path.exists() and not window._documents.is_saving, timeout=10_000)
    target = open_target(str(path))
    assert target.experiment.data.source == FormulaSource(formula="x1*x2 + noise", domain=(0.0, 2.0))
    np.testing.assert_array_equal(
        np.sort(target.dataset.Y[0]),
        np.sort(np.concatenate([window.snapshot.problem_info.train_Y, window.snapshot.problem_info.test_Y], axis=1)[0]),
    )

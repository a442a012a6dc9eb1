"""The undo stack that is shown is always the session's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.main_window.undo_stack import UndoMirror

ENTRIES = st.lists(st.sampled_from(["Run", "Step", "Learning rate", "Layers"]), max_size=6)


@pytest.fixture
def mirror(qapp):
    return UndoMirror()


def shown(mirror: UndoMirror) -> tuple[list[str], int]:
    return [mirror.stack.text(i) for i in range(mirror.stack.count())], mirror.stack.index()


@given(st.lists(st.tuples(ENTRIES, st.integers(0, 6), st.integers(0, 2)), min_size=1, max_size=8))
def test_it_shows_the_entries_whatever_came_before_and_asks_for_nothing(qapp, states):
    mirror, asked = UndoMirror(), []
    mirror.travel_requested.connect(asked.append)
    for labels, position, first in states:
        position = min(position, len(labels))
        mirror.show_entries(tuple(labels), position, first)
        assert shown(mirror) == (labels, position)
    assert asked == []


def test_moving_along_it_asks_the_session(qtbot, mirror):
    mirror.show_entries(("Run", "Step", "Step"), 3, 7)
    with qtbot.waitSignal(mirror.travel_requested) as signal:
        mirror.stack.undo()
    assert signal.args == [9]
    with qtbot.waitSignal(mirror.travel_requested) as signal:
        mirror.stack.setIndex(0)
    assert signal.args == [7]
    with qtbot.waitSignal(mirror.travel_requested) as signal:
        mirror.stack.redo()
    assert signal.args == [8]


def test_an_older_frame_does_not_ask_again(mirror):
    mirror.show_entries(("Run", "Step"), 2, 0)
    mirror.stack.undo()
    asked = []
    mirror.travel_requested.connect(asked.append)
    mirror.show_entries(("Run", "Step"), 2, 0)
    mirror.show_entries(("Run", "Step"), 1, 0)
    assert asked == []
    assert mirror.stack.index() == 1

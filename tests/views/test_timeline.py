"""The strip over the recorded states."""

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt

from playground.training.commands import Scrub, SetTimelineBudget
from playground.training.results import Recorded
from playground.views.theme import THEMES
from playground.views.timeline import BUDGETS, MEBIBYTE, TimelineStrip, size_text


def recorded(epochs, position=None, n_bytes=3 * MEBIBYTE):
    epochs = np.array(epochs, np.int64)
    return Recorded(epochs, epochs * 20, position, n_bytes, 64 * MEBIBYTE, 2)


@pytest.fixture
def strip(qtbot):
    strip = TimelineStrip()
    qtbot.addWidget(strip)
    strip.resize(900, strip.height())
    strip.show()
    return strip


@pytest.fixture
def show(strip, make_snapshot):
    return lambda *arguments, **more: strip.show_snapshot(
        replace(make_snapshot(), timeline=recorded(*arguments, **more))
    )


def test_nothing_recorded_cannot_be_dragged(strip, make_snapshot):
    strip.show_snapshot(replace(make_snapshot(), timeline=None))
    assert not strip.track.isEnabled()
    assert strip.text == "nothing recorded yet"


def test_it_follows_the_growing_end(strip, show):
    show([0, 2, 4])
    assert (strip.track.value(), strip.track.maximum()) == (2, 2)
    show([0, 2, 4, 6, 1208])
    assert (strip.track.value(), strip.track.maximum()) == (4, 4)
    assert strip.text == "newest state"
    assert not strip.newest.isEnabled()


def test_a_place_further_back_is_shown(strip, show):
    show([0, 2, 4, 6], 1)
    assert strip.track.value() == 1
    assert strip.text == "epoch 2 of 6"
    assert strip.newest.isEnabled()


def test_the_last_states_of_a_run_are_shown_when_it_pauses(strip, make_snapshot):
    running = replace(make_snapshot(), running=True)
    strip.show_snapshot(replace(running, timeline=recorded([0, 2])))
    newest = recorded([0, 2, 4, 6])
    strip.show_snapshot(replace(running, timeline=newest))  # too soon after the one before
    strip.show_snapshot(replace(running, running=False, timeline=newest))
    assert strip.text == "newest state"
    assert strip.track.maximum() == 3


def test_dragging_asks_for_the_latest_place_only(qtbot, strip, show):
    show(list(range(0, 200, 2)))
    asked = []
    strip.command_requested.connect(asked.append)
    track = strip.track
    middle = track.height() // 2
    qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width() // 2, middle))
    for x in range(track.width() // 2, 40, -15):
        qtbot.mouseMove(track, QPoint(x, middle))
    qtbot.waitUntil(lambda: len(asked) >= 1)
    last = track.value()
    qtbot.mouseRelease(track, Qt.MouseButton.LeftButton, pos=QPoint(40, middle))
    qtbot.waitUntil(lambda: asked[-1] == Scrub(2 * track.value()))
    assert len(asked) <= 3
    assert last < 20


def test_a_timeline_may_become_shorter_under_the_hand(qtbot, strip, show):
    show(list(range(0, 200, 2)))
    asked = []
    strip.command_requested.connect(asked.append)
    strip.track.setValue(strip.track.maximum() - 1)
    show(list(range(0, 20, 2)))
    strip.track.setValue(strip.track.maximum())
    qtbot.wait(400)
    assert all(command["epoch"] < 200 for command in asked)
    assert strip.track.maximum() == 9


def test_keys_step_from_state_to_state(qtbot, strip, show):
    show([0, 2, 4, 6], 2)
    strip.track.setFocus()
    with qtbot.waitSignal(strip.command_requested) as signal:
        qtbot.keyClick(strip.track, Qt.Key.Key_Left)
    assert signal.args == [Scrub(2)]
    with qtbot.waitSignal(strip.command_requested) as signal:
        qtbot.keyClick(strip.track, Qt.Key.Key_Home)
    assert signal.args == [Scrub(0)]


def test_the_newest_state_is_one_click_away(qtbot, strip, show):
    show([0, 2, 4, 6], 1)
    with qtbot.waitSignal(strip.command_requested) as signal:
        qtbot.mouseClick(strip.newest, Qt.MouseButton.LeftButton)
    assert signal.args == [Scrub(6)]


def test_the_hand_is_not_moved_by_an_older_frame(strip, show):
    show([0, 2, 4, 6], 3)
    strip.track.setValue(1)
    show([0, 2, 4, 6], 3)
    assert strip.track.value() == 1


@pytest.mark.parametrize("budget", BUDGETS)
def test_every_budget_can_be_chosen(strip, show, budget):
    show([0, 2])
    asked = []
    strip.command_requested.connect(asked.append)
    strip._choices[budget].trigger()
    assert asked == [SetTimelineBudget(budget)]


def test_the_memory_is_told(strip, show):
    show([0, 2], n_bytes=3 * MEBIBYTE + MEBIBYTE // 4)
    assert strip._memory.toolTip().startswith("3.2 of 64 MiB: ")
    assert "2 states, one every 2 epochs" in strip._memory.toolTip()


@pytest.mark.parametrize(("n_bytes", "text"), [(0, "0"), (MEBIBYTE // 2, "0.5"), (12 * MEBIBYTE, "12")])
def test_sizes_read_well(n_bytes, text):
    assert size_text(n_bytes) == text


@pytest.mark.parametrize("theme", THEMES)
def test_it_wears_every_theme(strip, appearance, theme):
    appearance(THEMES[theme])
    strip.newest.setEnabled(True)
    image = strip.newest.icon().pixmap(32).toImage()
    drawn = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert THEMES[theme].text in drawn

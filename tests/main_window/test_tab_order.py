from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QToolButton

from playground.views.controls.number import ScaleSlider


def heard(widget):
    """Return how a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def walked(qtbot, window, stops):
    """Press Tab as often, and return what had the focus each time."""
    seen = []
    for _ in range(stops):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(window.focusWidget())
    return seen


def test_tab_goes_along_what_is_seen_and_comes_round(window, qtbot):
    window._area.setFocus()
    seen = walked(qtbot, window, 1)
    while len(seen) < 200 and (reached := walked(qtbot, window, 1)[0]) is not seen[0]:
        seen.append(reached)
    assert len(set(seen)) == len(seen) < 200
    assert all(widget.isVisible() and widget.isEnabled() for widget in seen)
    places = [heard(widget) for widget in seen]
    about, data, run = (places.index(name) for name in ("About", "Data", "Run"))
    network, cost, memory = (
        places.index(name) for name in ("Network diagram", "Logarithmic scale", "Memory of the timeline")
    )
    assert about < data < network < cost < memory < run, "the tool bar comes round at the end"
    assert places.index("Gradient") < places.index("Heatmaps of every layer")


def test_the_ways_to_begin_are_the_first_that_tab_reaches(window, qtbot):
    window.first_minute.show()
    window._area.setFocus()
    assert [button.text() for button in walked(qtbot, window, 3)] == ["Run", "Follow one weight", "Start the course"]
    assert isinstance(walked(qtbot, window, 1)[0], QToolButton), "its cross is the last of it"


@pytest.mark.parametrize("presented", [False, True])
def test_tab_goes_through_a_page_that_was_opened_later_and_never_stays(window, qtbot, presented):
    window._actions["lessons"].trigger()
    window.show_workspace("backprop")
    if presented:
        window._actions["present"].trigger()
    window._area.workspaces.tabs.setFocus()
    seen = walked(qtbot, window, 40)
    assert all(before is not after for before, after in pairwise(seen))
    assert all(widget.isVisible() for widget in seen)
    texts = [widget.text() for widget in seen if isinstance(widget, QPushButton)]
    assert texts.index("New walk") < texts.index("Begin")


def test_backtab_goes_the_same_way_back(window, qtbot):
    window._area.setFocus()
    there = walked(qtbot, window, 12)
    back = []
    for _ in there[1:]:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
        back.append(window.focusWidget())
    assert back == there[-2::-1]


def test_what_tab_reaches_comes_into_sight(make_window, qtbot):
    window = make_window(size=(1280, 560))
    window._area.setFocus()
    for _ in range(30):
        reached = walked(qtbot, window, 1)[0]
        if isinstance(reached, ScaleSlider):
            assert not reached.visibleRegion().isEmpty()


def test_of_the_data_sets_tab_stops_at_the_one_that_is_chosen(window, qtbot):
    window._area.setFocus()
    gallery = [widget for widget in walked(qtbot, window, 6) if widget.property("role") == "thumbnail"]
    assert [button.accessibleName() for button in gallery] == ["Circles"]

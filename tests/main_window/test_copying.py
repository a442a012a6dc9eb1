"""Every view is copied from the window: as text with Ctrl+C, as text or picture from its menu."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QCursor, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QMenu, QWidget

from playground.main_window.workspaces import LOWER_RIGHT, WORKSPACES
from playground.training.commands import PinRun, StepEpoch
from playground.views.kit.copying import Copyable

VIEWS = (QAbstractItemView, Copyable)


def views(page: QWidget) -> list[QWidget]:
    """Every view on a page that can be seen."""
    return [
        each
        for each in page.findChildren(QWidget)
        if isinstance(each, VIEWS) and not isinstance(each, QHeaderView) and each.isVisible()
    ]


def menu_of(view: QWidget, target: QWidget) -> QMenu | None:
    place = view.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    QApplication.sendEvent(target, event)
    menu = QApplication.activePopupWidget()
    return menu if isinstance(menu, QMenu) else None


def copied_picture(view: QWidget, target: QWidget) -> bool:
    """Whether a right click offers a picture of a view, and makes it."""
    QGuiApplication.clipboard().clear()
    if menu := menu_of(view, target):
        for action in menu.actions():
            if action.text() == "Copy as picture":
                action.trigger()
        menu.close()
    return not QGuiApplication.clipboard().pixmap().isNull()


@pytest.fixture
def learned(qtbot, window):
    window.activateWindow()
    window.post(StepEpoch())
    window.post(PinRun())
    qtbot.waitUntil(lambda: window.snapshot.update > 0 and bool(window.snapshot.pins))
    return window


@pytest.mark.parametrize("name", [*WORKSPACES, *LOWER_RIGHT])
def test_every_view_offers_a_picture(qtbot, learned, name):
    area = learned._area
    page = (area.workspaces if name in WORKSPACES else area.lower_right).open(name)
    qtbot.wait(300)
    without = {
        type(view).__name__
        for view in views(page)  # a text that can be selected keeps its own menu: beside it there is the view's
        if not any(copied_picture(view, target) for target in (view.childAt(view.rect().center()) or view, view))
    }
    assert not without


@pytest.mark.parametrize(("page", "text"), [("runs", "Run\t"), ("history", "Start")])
def test_a_table_with_the_focus_is_copied(qtbot, learned, page, text):
    widget = learned._area.lower_right.open(page)
    table = next(each for each in (widget, *widget.findChildren(QWidget)) if isinstance(each, QAbstractItemView))
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith(text)


def test_what_the_mouse_is_over_is_copied_if_nothing_that_has_a_text_has_the_focus(qtbot, learned):
    learned._area.setFocus()
    network = learned._panels.network.canvas
    QCursor.setPos(network.mapToGlobal(QPoint(5, network.height() // 2)))
    qtbot.keyClick(learned, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == network.as_text()


@pytest.mark.parametrize("name", [*WORKSPACES, *LOWER_RIGHT])
def test_a_page_that_is_opened_leaves_the_keys_with_the_window(qtbot, window, name):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    (window._area.workspaces if name in WORKSPACES else window._area.lower_right).open(name)
    qtbot.wait(50)
    assert window.isActiveWindow()  # no part of the page was a window of its own for a moment

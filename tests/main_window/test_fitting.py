"""The window fits its screen: its size, its sides, and no workspace that makes it larger."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QScrollArea, QToolButton, QVBoxLayout, QWidget

from playground.files import read_preset
from playground.main_window.layout import LEFT_WIDTH, MIDDLE_WIDTH, RIGHT_SHARE, RIGHT_WIDTH
from playground.main_window.pages import LOOSE, Tabs
from playground.main_window.side_dock import RAIL_WIDTH
from playground.main_window.window import MainWindow
from playground.main_window.workspaces import WORKSPACES
from playground.training import TrainingSession
from playground.views.backprop.view import PAGES
from playground.views.kit.appearance import dress

SMALL, PROJECTOR, LAPTOP, DESK = (911, 512), (1024, 700), (1366, 768), (1600, 1000)


@pytest.fixture
def first_window(qtbot, monkeypatch, tmp_path):
    made = []

    def make(size, **remembered):
        monkeypatch.setattr(
            QScreen, "availableGeometry", lambda _self: QRect(QPoint(0, 0), QPoint(*size) - QPoint(1, 1))
        )
        settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
        window = MainWindow(TrainingSession(read_preset("circles")), settings)
        window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


@pytest.mark.parametrize("screen", [SMALL, PROJECTOR, LAPTOP, DESK, (640, 400)])
def test_the_first_window_and_its_minimum_fit_the_screen(first_window, screen):
    window = first_window(screen)
    assert window.width() <= screen[0]
    assert window.height() < screen[1]  # the title bar stands above it
    assert window.minimumWidth() <= screen[0]
    assert window.minimumHeight() < screen[1]
    assert window.minimumSize().expandedTo(window.minimumSizeHint()) == window.minimumSize()


@pytest.mark.parametrize("size", [SMALL, PROJECTOR, LAPTOP, DESK])
def test_nothing_jumps_between_workspaces(qapp, make_window, size):
    window = make_window(size=size)
    window.resize(*size)
    parts = (window._toolbar, window._area.workspaces, window._area._left, window._panels.timeline, window.statusBar())

    def places():
        tab = window._area.workspaces.tabs
        corners = [part.mapTo(window, QPoint(0, 0)) for part in (*parts, tab)]
        return corners, [part.height() for part in parts], window._area._left.width(), window.size()

    qapp.processEvents()  # the toolbar takes its rows when the window has its size
    before, right = places(), window._area._right.width()
    for name in WORKSPACES:
        window.show_workspace(name)
        window.grab()  # lays everything out
        if window._area.workspaces.page_in_front.alone:  # the settings fold, and the timeline is of no use
            assert window._area.workspaces.mapTo(window, QPoint(0, 0)).y() == before[0][1].y()
            assert window.size() == before[-1]
        else:
            assert places() == before, name
    for name in ("landscape", "chain", "train"):
        window.show_workspace(name)
        window.grab()
    assert places() == before
    assert window._area._right.width() == right


@pytest.mark.parametrize("size", [SMALL, PROJECTOR, (720, 440)])
def test_what_does_not_fit_scrolls_and_is_never_squeezed(qtbot, make_window, size):
    window = make_window(size=size)
    for name in WORKSPACES:
        window.show_workspace(name)
        window.grab()
        page = window._area.workspaces.current

        def has_its_room(page=page) -> bool:
            least = page.minimumSizeHint().expandedTo(page.minimumSize())
            return page.size().expandedTo(least) == page.size()

        qtbot.waitUntil(has_its_room)  # what a workspace asked for is still to come, and its layout follows
        seen = window._area.workspaces.currentWidget().viewport().size()
        assert seen.width() >= MIDDLE_WIDTH, name
        assert seen.height() > 200, name


def rail_of(side) -> QToolButton:
    return next(tool for tool in side.findChildren(QToolButton) if tool.parent() is side)


def test_the_sides_fold_where_there_is_no_room_the_left_one_first(qtbot, make_window):
    window = make_window(size=LAPTOP)
    left, right = window._area._left, window._area._right
    assert not left.is_folded
    assert not right.is_folded
    assert rail_of(left).isHidden()
    window.resize(*SMALL)
    window.grab()
    assert left.is_folded
    assert not right.is_folded
    assert left.width() == RAIL_WIDTH
    assert right.width() >= RIGHT_WIDTH
    assert window._area.workspaces.width() >= MIDDLE_WIDTH
    window.resize(720, 440)
    window.grab()
    assert left.is_folded
    assert right.is_folded
    window.resize(*LAPTOP)
    window.grab()
    assert not left.is_folded
    assert not right.is_folded
    assert left.width() >= LEFT_WIDTH
    assert right.width() >= RIGHT_WIDTH


def test_a_folded_side_comes_back_by_its_rail_and_stays(qtbot, make_window):
    window = make_window(size=SMALL)
    left = window._area._left
    rail = rail_of(left)
    assert rail.accessibleName() == "Show data and settings"
    qtbot.mouseClick(rail, Qt.MouseButton.LeftButton)
    window.grab()
    assert not left.is_folded
    assert window._panels.data.isVisible()
    assert left.width() >= LEFT_WIDTH + RAIL_WIDTH
    assert rail.accessibleName() == "Fold data and settings away"
    window.resize(920, 520)
    window.show_workspace("results")
    window.grab()
    assert not left.is_folded
    qtbot.mouseClick(rail, Qt.MouseButton.LeftButton)
    assert left.is_folded


def test_a_window_that_was_larger_than_this_screen_comes_back_smaller(make_window, first_window):
    window = make_window(size=DESK)
    window.close()
    assert first_window(SMALL).minimumWidth() <= SMALL[0]


def test_a_page_without_room_has_scroll_bars(make_window):
    window = make_window(size=SMALL)
    window.show_workspace("backprop")
    window.grab()
    place = window._area.workspaces.currentWidget()
    page = place.widget().tabs.currentWidget()
    assert isinstance(page, QScrollArea)
    assert page.verticalScrollBar().maximum() > 0
    assert place.verticalScrollBar().maximum() == 0  # nothing scrolls within what scrolls


def test_tabs_stand_closer_together_before_any_hides(qtbot, qapp):
    dress()
    page = QWidget()
    qtbot.addWidget(page)
    page.setLayout(QVBoxLayout())
    tabs = Tabs()
    page.layout().addWidget(tabs)
    for name in WORKSPACES:
        tabs.addTab(name)
    page.resize(1200, 100)
    page.show()

    def taken() -> int:
        return tabs.tabRect(tabs.count() - 1).right() + 1

    loose = taken()
    page.resize(page.width() - tabs.width() + loose - 5, 100)
    assert taken() == loose - LOOSE * tabs.count()
    page.resize(1200, 100)
    assert taken() == loose


def test_in_a_low_window_at_a_large_zoom_the_right_side_scrolls(qtbot, make_window):
    window = make_window(size=PROJECTOR)
    window.resize(*PROJECTOR)
    window._appearance.show_at(175)
    area = window._area
    area.show_lower_right("runs")
    output, runs = area._output, area.lower_right
    top = lambda widget: widget.mapTo(area, QPoint(0, 0)).y()  # noqa: E731
    qtbot.waitUntil(lambda: runs.isVisible() and top(runs) + runs.height() <= area._columns.geometry().bottom() + 1)
    assert top(output) + output.height() <= top(runs.tabs)  # neither lies over the other
    assert output.height() >= output.minimumSizeHint().height()
    area.show_right()
    qtbot.waitUntil(lambda: top(output) == top(area._columns))


def test_sides_that_somebody_has_divided_follow_the_zoom(qapp, qtbot, make_window):
    window = make_window(size=DESK)
    window.resize(*DESK)
    qapp.processEvents()
    area = window._area
    area._columns.setSizes([LEFT_WIDTH, 900, 400])
    area.keep_division()
    before = area._left.width(), area._right.width()
    for zoom in (125, 100):
        window._appearance.show_at(zoom)
        wanted = pytest.approx([width * zoom / 100 for width in before], abs=4)
        qtbot.waitUntil(lambda wanted=wanted: [area._left.width(), area._right.width()] == wanted)


@pytest.mark.parametrize("is_divided", [False, True])
def test_after_a_restart_only_columns_that_somebody_has_divided_stay_so(make_window, tmp_path, is_divided):
    def settings() -> QSettings:
        return QSettings(str(tmp_path / "columns.ini"), QSettings.Format.IniFormat)

    before = make_window(size=DESK, settings=settings())
    if is_divided:
        before._area._columns.moveSplitter(DESK[0] - 400, 2)  # as the mouse does
    left, _, right = before._area._columns.sizes()
    before.close()
    before._settings.sync()
    after = make_window(size=DESK, settings=settings())._area
    assert [after._columns.sizes()[0], after._columns.sizes()[2]] == pytest.approx([left, right], abs=2)
    after.window().resize(2560, 1440)
    share = round((2560 - after._left.width()) * RIGHT_SHARE)
    assert (after._right.width() == pytest.approx(share, abs=12)) != is_divided


def test_pages_beside_a_lesson_at_a_large_zoom_do_not_scroll_sideways(make_window):
    window = make_window(size=PROJECTOR)
    window._appearance.show_at(175)
    beside_a_lesson = 630  # of 1024 pixels
    tabs = window._area.workspaces.open("backprop").tabs
    for name in ("follow", "gradient_forms", "check"):
        tabs.setCurrentIndex(PAGES.index(name))
        window.grab()
        assert tabs.currentWidget().widget().minimumSizeHint().width() <= beside_a_lesson, name

"""The whole workspace with a real session behind it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from playground.training.commands import StartCheck, StartWalkthrough
from playground.views.backprop.view import PAGES, BackpropView
from playground.views.kit.appearance import apply_appearance
from playground.views.theme import THEMES


def test_three_tabs_with_names_and_tooltips(make_desk):
    view = make_desk(BackpropView).view
    assert [view.tabs.tabText(index) for index in range(view.tabs.count())] == ["Walk", "Follow", "Three ways", "Check"]
    assert all(view.tabs.tabToolTip(index).endswith(".") for index in range(view.tabs.count()))


def test_a_person_walks_through_an_update_applies_it_and_looks_at_it_in_three_ways(make_desk, qtbot):
    desk = make_desk(BackpropView, "points")
    view = desk.view
    walkthrough = view.walk.position.walkthrough
    view.walk.setFocus()
    for _ in range(view.walk.position.last):
        qtbot.keyClick(view.walk, Qt.Key.Key_Right)
    assert view.walk.position.phase.name == "C_new"
    qtbot.mouseClick(view.walk.examples.apply, Qt.MouseButton.LeftButton)
    snapshot = desk.frame()
    assert snapshot.update == walkthrough.update + 1
    assert snapshot.train_cost == pytest.approx(walkthrough.cost_after)  # the whole data are one mini-batch
    view.tabs.setCurrentIndex(PAGES.index("gradient_forms"))
    assert view.gradient_forms.ways is walkthrough.gradient_forms[0]
    assert view.gradient_forms.ways.difference < 1e-12


def test_in_a_low_window_what_is_computed_stands_first_and_in_a_usual_one_all_is_in_sight(make_desk):
    view = make_desk(BackpropView, size=(758, 560)).view
    walk = view.walk
    assert walk.examples.y() < walk.strip.parentWidget().y() < walk.diagram.parentWidget().y() < walk.equations.y()
    assert walk.minimumSizeHint().height() <= view.height() - view.tabs.tabBar().height()
    view.resize(758, 360)
    QApplication.processEvents()
    assert walk.strip.parentWidget().y() < walk.equations.y() < walk.diagram.parentWidget().y() < walk.examples.y()
    assert walk.equations.y() < 130
    view.resize(758, 560)
    QApplication.processEvents()
    assert walk.diagram.parentWidget().y() < walk.equations.y()


@pytest.mark.parametrize("width", [560, 758])
def test_no_page_scrolls_sideways_and_the_gradient_forms_in_one_place_only(make_desk, width):
    view = make_desk(BackpropView, size=(width, 560)).view
    for index in range(len(PAGES)):
        view.tabs.setCurrentIndex(index)
        QApplication.processEvents()
        page = view.tabs.widget(index)
        assert page.horizontalScrollBar().maximum() == 0
    panel = view.gradient_forms
    assert not [area for area in panel.findChildren(QScrollArea) if panel.chain in area.findChildren(QWidget)]


def test_only_the_panel_on_top_asks(make_desk):
    desk = make_desk(BackpropView, shown=False)
    desk.view.tabs.setCurrentIndex(PAGES.index("gradient_forms"))
    desk.view.show_snapshot(desk.session.snapshot())
    desk.view.show()
    desk.view.show_snapshot(desk.session.snapshot())
    assert desk.commands == [StartWalkthrough(None)]


def test_the_check_belongs_to_the_workspace(make_desk, qtbot):
    desk = make_desk(BackpropView)
    desk.view.tabs.setCurrentIndex(PAGES.index("check"))
    with qtbot.waitSignal(desk.view.command_requested) as signal:
        desk.view.check.command_requested.emit(StartCheck())
    assert signal.args == [StartCheck()]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_it_wears_its_theme(make_desk, theme):
    view = make_desk(BackpropView, size=(1000, 900)).view
    apply_appearance(theme)
    image = view.grab().toImage()
    assert image.pixelColor(view.width() // 2, view.height() - 2).name() == theme.surface

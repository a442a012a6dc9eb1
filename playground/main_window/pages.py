"""Pages under tabs, built when they are first opened."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QTabBar, QWidget

from playground.main_window.panels import Panels
from playground.main_window.workspaces import Page
from playground.views.forms.text import translated, without_key
from playground.views.kit.appearance import pixels
from playground.views.kit.building import in_column, scrolling
from playground.views.panel_style import set_property

LOOSE = 4
"""Pixels by which a tab is narrower where tabs stand close together, at 100 %."""


class Tabs(QTabBar):
    """Where its texts have too little room, they stand closer together before any hides behind arrows."""

    def __init__(self) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def event(self, event: QEvent) -> bool:
        """Measure anew where the width, a text or its size is another."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.StyleChange):
            self._make_room()
        return done

    def _make_room(self) -> None:
        tight = bool(self.property("tight"))
        taken = sum(self.tabSizeHint(index).width() for index in range(self.count()))
        if tight != (taken + self.count() * pixels(LOOSE) * tight > self.width()):
            set_property(self, "tight", not tight)
            QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # lays the tabs out anew


class Pages(QStackedWidget):
    """Tabs whose pages are built when they are first opened: a start pays only for the first.

    Attributes
    ----------
    tabs
        The bar that chooses among them; it stands wherever it is put.
    name
        The page in front.

    Signals
    -------
    built(widget)
        A page was opened for the first time.
    """

    built = Signal(object)
    opened = Signal(object)

    def __init__(self, pages: Mapping[str, Page], panels: Panels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages, self._panels = pages, panels
        self._widgets: dict[str, QWidget] = {}
        self._places: dict[str, QScrollArea] = {}
        self.name = next(iter(pages))
        self.tabs = Tabs()
        for page in pages.values():
            self.tabs.setTabToolTip(self.tabs.addTab(without_key(translated(page.title))), translated(page.tooltip))
        self._open(0)
        self.tabs.currentChanged.connect(self._open)

    def open(self, name: str) -> QWidget:
        self.tabs.setCurrentIndex(self.names.index(name))
        return self._widgets[name]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._pages)

    @property
    def page_in_front(self) -> Page:
        return self._pages[self.name]

    @property
    def current(self) -> QWidget:
        return self._widgets[self.name]

    def page(self, name: str) -> QWidget | None:
        """Return a page's widget, None if it has not been opened yet."""
        return self._widgets.get(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn to the next page, or the one before, with the keys that do so everywhere."""
        for keys, step in ((QKeySequence.StandardKey.NextChild, 1), (QKeySequence.StandardKey.PreviousChild, -1)):
            if event.matches(keys):
                self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
                return
        super().keyPressEvent(event)

    @Slot(int)
    def _open(self, index: int) -> None:
        page = list(self._pages.values())[index]
        if page.name not in self._widgets:
            widget = self._widgets[page.name] = page.build(self._panels)
            self.built.emit(widget)
            # Where a page finds too little room it scrolls: none makes the window, or the other pages, larger.
            self._places[page.name] = scrolling(sideways=True)
            self.addWidget(self._places[page.name])
        place, self.name = self._places[page.name], page.name
        self.setCurrentWidget(place)
        self.opened.emit(page)
        if place.widget() is None:  # only now, when it has its room: it is laid out and drawn once
            place.setWidget(self._widgets[page.name])  # now it is seen, and asks for what it was told to show
        if self.isVisible():
            self._widgets[page.name].setFocus(Qt.FocusReason.TabFocusReason)


def under_tabs(pages: Pages) -> QWidget:
    both = QWidget()
    both.setLayout(in_column(pages.tabs, pages, gap=0))
    return both

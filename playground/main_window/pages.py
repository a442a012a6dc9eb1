"""Tabs whose pages are built when they are first opened: a start pays only for what it shows."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QWidget

from playground.main_window.panels import Panels
from playground.main_window.workspaces import Page
from playground.views.forms.text import translated, without_key


class Pages(QTabWidget):
    """Tabs for a table of pages.

    Parameters
    ----------
    pages
        In the order of the tabs; the first is built at once.
    panels
        What they are built for.

    Signals
    -------
    built(widget)
        A page was opened for the first time.
    opened(page)
        Another page is in front.
    """

    built = Signal(object)
    opened = Signal(object)

    def __init__(self, pages: Mapping[str, Page], panels: Panels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages, self._panels = pages, panels
        self._widgets: dict[str, QWidget] = {}
        self.setDocumentMode(True)
        self.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Where a page finds too little room it scrolls: none makes the window, or the other pages, larger.
        self._places = [_scrolling() for _ in pages]
        for place, page in zip(self._places, pages.values(), strict=True):
            index = self.addTab(place, without_key(translated(page.title)))
            self.setTabToolTip(index, translated(page.tooltip))
        self._open(0)
        self.currentChanged.connect(self._open)

    def open(self, name: str) -> QWidget:
        """Bring a page to the front, and return its widget."""
        self.setCurrentIndex(self.names.index(name))
        return self._widgets[name]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all pages, in the order of the tabs."""
        return tuple(self._pages)

    @property
    def name(self) -> str:
        """The name of the page in front."""
        return self.names[self.currentIndex()]

    @property
    def page_in_front(self) -> Page:
        """The row of the page in front."""
        return self._pages[self.name]

    @property
    def current(self) -> QWidget:
        """The widget of the page in front."""
        return self._widgets[self.name]

    def page(self, name: str) -> QWidget | None:
        """Return a page's widget, None if it has not been opened yet."""
        return self._widgets.get(name)

    @Slot(int)
    def _open(self, index: int) -> None:
        page = list(self._pages.values())[index]
        if page.name not in self._widgets:
            widget = self._widgets[page.name] = page.build(self._panels)
            self.built.emit(widget)
            self._places[index].setWidget(widget)  # now it is seen, and asks for what it was told to show
        self.opened.emit(page)
        if self.isVisible():
            self._widgets[page.name].setFocus(Qt.FocusReason.TabFocusReason)


def _scrolling() -> QScrollArea:
    place = QScrollArea()
    place.setFrameShape(QFrame.Shape.NoFrame)
    place.setWidgetResizable(True)
    place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return place

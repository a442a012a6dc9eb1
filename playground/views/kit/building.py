"""How panels are put together: parts in rows and columns, controls with names and tooltips, tables of whole rows."""

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpacerItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.views.icons import icon
from playground.views.kit.appearance import SPACES, Spaces, icon_size, scaled

Part = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
"""A widget or a layout, alone or with its share of the room; a gap in pixels at 100 %; None for room that is left."""
Edges = int | tuple[int, int, int, int]
B = TypeVar("B", bound=QBoxLayout)
L = TypeVar("L", bound=QLayout)
W = TypeVar("W", bound=QWidget)


def in_row(*parts: Part, gap: int = 6, edges: Edges = 0) -> QHBoxLayout:
    """Return parts side by side, so far apart, with room around them at the edges."""
    return _filled(QHBoxLayout(), parts, gap, edges)


def in_column(*parts: Part, gap: int = 6, edges: Edges = 0) -> QVBoxLayout:
    """Return parts one above the other, as `in_row` does."""
    return _filled(QVBoxLayout(), parts, gap, edges)


def holding(layout: QLayout) -> QWidget:
    """Return a widget with a layout in it: parts that are shown, moved or wrapped as one."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def spaced(layout: L, gap: int | tuple[int, int] | None = None, edges: Edges | None = None) -> L:
    """Return a layout with its parts so far apart and room around them, in pixels at 100 %, at every zoom.

    Parameters
    ----------
    gap
        Between parts; for a grid perhaps across and down. None for that of the style.
    edges
        At all sides, or left, top, right and bottom; None for those of the style.
    """
    spaces = Spaces(gap, (edges,) * 4 if isinstance(edges, int) else edges)
    layout.setProperty(SPACES, spaces)
    spaces.apply(layout)
    return layout


def _filled(layout: B, parts: tuple[Part, ...], gap: int, edges: Edges) -> B:
    spaces = spaced(layout, gap, edges).property(SPACES)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            space = QSpacerItem(0, 0)
            layout.addSpacerItem(space)
            spaces.between.append((space, part))
        else:
            inside, share = part if isinstance(part, tuple) else (part, 0)
            if isinstance(inside, QLayout):
                layout.addLayout(inside, share)
            else:
                layout.addWidget(inside, share)
    spaces.apply(layout)
    return layout


def named(widget: W, name: str, tip: str = "") -> W:
    """Return a control under its name for screen readers, with a tooltip that they read too."""
    widget.setAccessibleName(name)
    widget.setToolTip(tip)
    widget.setAccessibleDescription(tip)
    return widget


def search_field(name: str, invitation: str = "") -> QLineEdit:
    """Return a line to search with, that can be cleared; its name invites where nothing else does."""
    field = named(QLineEdit(), name)
    field.setPlaceholderText(invitation or name)
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(QCoreApplication.translate("SearchField", "Clear"))
    return field


def push_button(text: str, tip: str) -> QPushButton:
    """Return a button with a word on it and a tooltip that screen readers read too."""
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    return button


def captioned(text: str, field: QWidget, share: int = 0) -> QWidget:
    """Return a field with a word before it, as one part of a row that wraps; with a share it fills its line."""
    both = QWidget()
    both.setLayout(in_row(QLabel(text), (field, share)))
    return both


def tool_button(text: str, tip: str, *, checkable: bool = False) -> QToolButton:
    """Return a button with a word on it, that screen readers read."""
    button = QToolButton()
    button.setText(text)
    button.setCheckable(checkable)
    return named(button, text, tip)


def icon_button(name: str, tip: str, picture: str) -> QToolButton:
    """Return a button with an icon and no word."""
    button = named(QToolButton(), name, tip)
    button.setIcon(icon(picture))
    scaled(button, QWidget.setFixedSize, 28, 28)
    scaled(button, icon_size, 18)
    return button


def scrolling(widget: QWidget | None = None, *, sideways: bool = False, down: bool = True) -> QScrollArea:
    """Return a place without a frame in which a widget scrolls; the keys stay the widget's."""
    place = QScrollArea()
    place.setFrameShape(QFrame.Shape.NoFrame)
    place.setWidgetResizable(True)
    place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not sideways:
        place.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if not down:
        place.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if widget is not None:
        place.setWidget(widget)
        widget.setAutoFillBackground(False)
    return place


Table = TypeVar("Table", bound=QTableView)


def of_whole_rows(table: Table) -> Table:
    """Let a table show rows that are chosen whole and only read: no grid, no numbers of rows, no broken lines."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    return table


def sorted_by_clicks(table: Table) -> Table:
    """Let a click on a heading sort a table, and a third one bring back the order in which its rows were given."""
    header = table.horizontalHeader()
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    header.setSortIndicatorClearable(True)
    table.setSortingEnabled(True)
    return table

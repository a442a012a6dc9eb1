"""The way that Tab takes: along what is seen, row by row and from left to right, whenever it was made.

Qt's own way is the order in which widgets were made: a page opened later comes after the tool bar, the line over the
window after everything, and a widget that stands for a hidden one is a stop at which nothing is seen.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

ROOM = 8
"""Pixels that stay in sight around what Tab goes to in a scrolled page."""


def tab_neighbour(window: QWidget, at: QWidget | None, *, forward: bool) -> QWidget | None:
    """Return where Tab leads from a widget of a window, round and round; None where it leads nowhere else."""
    way = list(_in_order(window))
    here = way.index(at) if at in way else -1 if forward else 0
    onward = [*way[here + 1 :], *way[:here]] if forward else [*reversed(way[:here]), *reversed(way[here + 1 :])]
    return next((widget for widget in onward if _is_stop(widget)), None)


def go_to(widget: QWidget, *, forward: bool) -> None:
    """Give a widget the focus, and bring it into sight."""
    widget.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    around = widget.parentWidget()
    while around is not None and not around.isWindow():
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, ROOM, ROOM)
        around = around.parentWidget()


def _is_stop(widget: QWidget) -> bool:
    """Whether Tab stops at a visible widget: of buttons of which one is chosen, only at that one."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive():
        chosen = group.checkedButton()
        if chosen is not None and chosen.isVisible() and chosen.isEnabled():
            return widget is chosen
    takes_tab = (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
    return takes_tab and widget.isEnabled() and widget.focusProxy() is None


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and all that is seen in it."""
    yield widget
    children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for child in _row_by_row([child for child in children if child.isVisible() and not child.isWindow()]):
        yield from _in_order(child)


def _row_by_row(widgets: Sequence[QWidget]) -> list[QWidget]:
    """Return widgets of one parent as they are read: those that stand beside each other are one row."""
    rows: list[list[QWidget]] = []
    for widget in sorted(widgets, key=lambda widget: (widget.y(), widget.x())):
        if rows and _is_beside(rows[-1][0], widget):
            rows[-1].append(widget)
        else:
            rows.append([widget])
    return [widget for row in rows for widget in sorted(row, key=lambda widget: (widget.x(), widget.y()))]


def _is_beside(first: QWidget, other: QWidget) -> bool:
    """Whether one stands next to another: at least half of the lower one is at the height of the other."""
    top, bottom = max(first.y(), other.y()), min(_bottom(first), _bottom(other))
    return bottom - top >= min(first.height(), other.height()) / 2


def _bottom(widget: QWidget) -> int:
    return widget.mapToParent(QPoint(0, widget.height())).y()

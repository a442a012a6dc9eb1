"""Copies of what is shown: as text or as a picture, from every view."""

import math
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import zip_longest
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QTableView, QWidget

from playground.messages.numbers import typed

Columns = Mapping[str, Iterable[float]]
"""Numbers by the names of their columns."""


@runtime_checkable
class Copyable(Protocol):
    """A view that knows its own text."""

    def as_text(self) -> str:
        """Return what is shown as text: tab-separated where it is a table."""


@runtime_checkable
class Pictured(Protocol):
    """A view that holds more than is seen of it, and knows the picture of the whole."""

    def as_picture(self) -> QPixmap:
        """Return everything as a picture."""


def put_text(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def put_picture(view: QWidget) -> None:
    """Put a view on the clipboard: as it is seen, or whole if it knows better."""
    QGuiApplication.clipboard().setPixmap(view.as_picture() if isinstance(view, Pictured) else view.grab())


def copy_menu(view: QWidget, text: Callable[[], str]) -> QMenu:
    """Return a menu that copies a view; it goes when it is closed."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    add_copies(menu, view, text)
    return menu


def add_copies(menu: QMenu, view: QWidget, text: Callable[[], str]) -> None:
    as_text = menu.addAction(QCoreApplication.translate("Canvas", "Copy as text"), lambda: put_text(text()))
    as_text.setShortcut(QKeySequence.StandardKey.Copy)
    as_text.setEnabled(bool(text()))
    menu.addAction(QCoreApplication.translate("Canvas", "Copy as picture"), lambda: put_picture(view))


def offer_copies(view: QWidget, text: Callable[[], str]) -> None:
    """Give a widget that is no `Canvas` a context menu and `Ctrl+C`, while it or a part of it has the focus."""
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(lambda place: copy_menu(view, text).popup(view.mapToGlobal(place)))
    view.installEventFilter(_CopyKey(view, text))


class _CopyKey(QObject):
    """Takes `Ctrl+C` for a view."""

    def __init__(self, view: QWidget, text: Callable[[], str]) -> None:
        super().__init__(view)
        self._text = text

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Say that the key is the view's, then copy."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                put_text(self._text())
                return True
        return False


def columns_text(columns: Columns) -> str:
    """Return columns of numbers under their names, tab-separated, to the last digit; nothing for what is no number."""
    rows = zip_longest(*(map(float, values) for values in columns.values()), fillvalue=math.nan)
    lines = [columns, *([typed(value) if math.isfinite(value) else "" for value in row] for row in rows)]
    return "\n".join("\t".join(line) for line in lines) if columns else ""


def table_text(view: QAbstractItemView) -> str:
    """Return a table or a list with tabs between the columns; a cell that is painted says what it reads aloud."""
    model = view.model()
    cells = [[model.index(row, column) for column in range(model.columnCount())] for row in range(model.rowCount())]
    said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    lines = [[next((str(cell.data(role)) for role in said if cell.data(role)), "") for cell in row] for row in cells]
    return "".join("\t".join(line) + "\n" for line in lines)


def headed_text(table: QTableView) -> str:
    """Return a table below its headings; nothing for one without rows."""
    model = table.model()
    names = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())]
    return "\t".join(names) + "\n" + table_text(table) if model.rowCount() else ""


def copy_shown() -> None:
    """Copy the view that has the focus as text, or else the one under the mouse."""
    focused, pointed = QApplication.focusWidget(), QApplication.widgetAt(QCursor.pos())
    texts = (text() for text in map(_text_around, (focused, pointed)) if text is not None)
    if text := next(filter(None, texts), ""):
        put_text(text)


def _text_around(widget: QWidget | None) -> Callable[[], str] | None:
    """Return what tells the text of the view around a widget; a table that no view speaks for tells its own."""
    table = None
    while widget is not None:
        if isinstance(widget, Copyable):
            return widget.as_text
        if isinstance(widget, QAbstractItemView):
            table = partial(table_text, widget)
        widget = widget.parentWidget()
    return table

"""Copies of what is shown: as text or as a picture, from every view."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget


@runtime_checkable
class Copyable(Protocol):
    """A view that knows its own text."""

    def as_text(self) -> str:
        """Return what is shown as text: tab-separated where it is a table."""


def put_text(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def put_picture(view: QWidget) -> None:
    """Put a view on the clipboard as it is seen."""
    QGuiApplication.clipboard().setPixmap(view.grab())


def copy_menu(view: QWidget, text: Callable[[], str]) -> QMenu:
    """Return a menu that copies a view; it goes when it is closed."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    as_text = menu.addAction(QCoreApplication.translate("Canvas", "Copy as text"), lambda: put_text(text()))
    as_text.setShortcut(QKeySequence.StandardKey.Copy)
    as_text.setEnabled(bool(text()))
    menu.addAction(QCoreApplication.translate("Canvas", "Copy as picture"), lambda: put_picture(view))
    return menu


def offer_copies(view: QWidget, text: Callable[[], str]) -> None:
    """Give a widget that is no `Canvas` a context menu and `Ctrl+C`, while it or a part of it has the focus."""
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(lambda place: copy_menu(view, text).popup(view.mapToGlobal(place)))
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), view)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: put_text(text()))


def copyable_at(place: QPoint) -> QWidget | None:
    """Return the view that can be copied under a place of the screen: for `Ctrl+C` where nothing has the focus."""
    widget = QApplication.widgetAt(place)
    while widget is not None and not isinstance(widget, Copyable):
        widget = widget.parentWidget()
    return widget

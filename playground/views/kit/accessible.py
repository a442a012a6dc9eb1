"""What a screen reader hears of a canvas: a child for each of its items, with name, value, tooltip and place.

Qt asks for them through `offer_items_to_readers`; it owns the interfaces and drops a canvas's with the canvas.
"""

from collections.abc import Sequence
from typing import Any, Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

from playground.views.kit.canvas import Item

_INSTALLED = "canvas_children"
_NOBODY = QRect()


@runtime_checkable
class Readable(Protocol):
    """A widget with items: every `Canvas`, and what tells its items in the same way."""

    @property
    def selected(self) -> object:
        """The key of the item that the arrow keys are at."""

    def items(self) -> Sequence[Item]:
        """Return what can be pointed at."""

    def item_at(self, place: QPointF) -> Item | None:
        """Return the item at a place."""

    def item_of(self, key: Any) -> Item | None:
        """Return the item with a key."""

    def to_canvas(self, place: QPointF | QPoint) -> QPointF:
        """Return a place of the widget as items count it."""

    def to_widget(self, box: QRectF) -> QRect:
        """Return a box of an item in the widget's own pixels."""


class CanvasInterface(QAccessibleWidget):
    """A canvas with its items as children."""

    def __init__(self, canvas: Readable) -> None:
        self._widget = cast(QWidget, canvas)
        super().__init__(self._widget, QAccessible.Role.Canvas)
        self._canvas = canvas
        self._children: dict[int, ItemInterface] = {}

    def childCount(self) -> int:
        """How many items there are."""
        return len(self._canvas.items())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return an item, made when it is first asked for."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._children:
            child = ItemInterface(self._canvas, index)
            QAccessible.registerAccessibleInterface(child)
            self._children[index] = child
        return self._children[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the item at a place of the screen."""
        canvas = self._canvas
        found = canvas.item_at(canvas.to_canvas(self._widget.mapFromGlobal(QPoint(x, y))))
        return None if found is None else self.child(self._index(found))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which item it is; −1 for none."""
        return next((index for index, known in self._children.items() if known == child), -1)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the item that the arrow keys are at."""
        selected = self._canvas.item_of(self._canvas.selected) if self._widget.hasFocus() else None
        return None if selected is None else self.child(self._index(selected))

    def _index(self, wanted: Item) -> int:
        return next((index for index, item in enumerate(self._canvas.items()) if item.key == wanted.key), -1)


class ItemInterface(QAccessibleInterface):
    """One item of a canvas, whatever it is called by now."""

    def __init__(self, canvas: Readable, index: int) -> None:
        super().__init__()
        self._canvas, self._index = canvas, index
        self._widget = cast(QWidget, canvas)

    @property
    def _item(self) -> Item | None:
        items = self._canvas.items()
        return items[self._index] if self._index < len(items) else None

    def isValid(self) -> bool:
        """Whether there still is such an item."""
        return self._item is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        """Return nothing: an item is no widget."""
        return None

    def parent(self) -> QAccessibleInterface:
        """Return the canvas's interface."""
        return QAccessible.queryAccessibleInterface(self._widget)

    def childCount(self) -> int:
        """Nothing is inside an item."""
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Nothing is inside an item."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Nothing is inside an item."""
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Nothing is inside an item."""
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        """Return name, value or tooltip."""
        item = self._item
        if item is None:
            return ""
        return {
            QAccessible.Text.Name: item.name,
            QAccessible.Text.Value: item.value,
            QAccessible.Text.Description: item.tip,
        }.get(kind, "")

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Items are not edited this way."""

    def rect(self) -> QRect:
        """Return where it is on the screen."""
        item = self._item
        if item is None:
            return _NOBODY
        box = self._canvas.to_widget(item.box)
        return QRect(self._widget.mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        """Return what kind of thing it is."""
        return QAccessible.Role.Cell

    def state(self) -> QAccessible.State:
        """Return whether it can be selected, and whether it is."""
        state = QAccessible.State()
        item = self._item
        state.focusable = state.selectable = True
        if item is not None and item.key == self._canvas.selected:
            state.selected = state.focused = True
        return state


def offer_items_to_readers(application: QApplication) -> None:
    """Let Qt ask for the items of every canvas; once for an application."""
    if not application.property(_INSTALLED):
        application.setProperty(_INSTALLED, True)
        QAccessible.installFactory(_interface)


def _interface(_class: str, widget: QObject) -> QAccessibleInterface | None:
    return CanvasInterface(widget) if isinstance(widget, Readable) else None

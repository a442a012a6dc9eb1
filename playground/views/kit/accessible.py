"""What a screen reader hears that Qt would not say by itself.

Of a canvas a child for each of its items, with name, value, tooltip and place. Of a slider its value in its own
numbers, not where its handle stands. Of a choice what is chosen: on Linux Qt calls it by what stands in it.

Qt asks for them through `speak_to_readers`; it owns the interfaces and drops a widget's with the widget.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleValueInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QComboBox, QLabel, QWidget
from shiboken6 import VoidPtr, getCppPointer

from playground.views.kit.canvas import Item

_INSTALLED = "spoken_widgets"
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


@dataclass(frozen=True)
class Reading:
    """What a slider stands at.

    Attributes
    ----------
    value, low, high
        It and its ends, in its own numbers.
    text
        It as it is written, with its unit.
    """

    value: float
    low: float
    high: float
    text: str


@runtime_checkable
class Measured(Protocol):
    """A slider that tells its value in its own numbers."""

    def reading(self) -> Reading:
        """Return what it stands at."""

    def go_to(self, value: float) -> None:
        """Stand as near to a value as can be."""


class MeasuredInterface(QAccessibleWidget):
    """A slider with its value.

    `slider`: which one.
    """

    def __init__(self, slider: Measured) -> None:
        super().__init__(cast(QWidget, slider), QAccessible.Role.Slider)
        self._slider = slider
        self._numbers = _Numbers(slider)

    def text(self, kind: QAccessible.Text) -> str:
        return self._slider.reading().text if kind == QAccessible.Text.Value else super().text(kind)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Return what a reader asks for numbers."""
        if kind == QAccessible.InterfaceType.ValueInterface:
            return VoidPtr(getCppPointer(self._numbers)[0])
        return super().interface_cast(kind)


class _Numbers(QAccessibleValueInterface):
    def __init__(self, slider: Measured) -> None:
        super().__init__()
        self._slider = slider

    def currentValue(self) -> float:
        return self._slider.reading().value

    def minimumValue(self) -> float:
        return self._slider.reading().low

    def maximumValue(self) -> float:
        return self._slider.reading().high

    def minimumStepSize(self) -> float:
        return 0.0  # not the same everywhere

    def setCurrentValue(self, value: Any) -> None:
        self._slider.go_to(float(value))


class NameLabel(QLabel):
    """A label that nobody sees and that tells readers what a choice is called.

    `choice`: the box that is called so.
    """

    def __init__(self, choice: QComboBox) -> None:
        super().__init__(choice.parentWidget())
        self.hide()
        self.setBuddy(choice)
        choice.destroyed.connect(self.deleteLater)


class NameInterface(QAccessibleWidget):
    """What such a label says: the name of its choice by now."""

    def __init__(self, label: NameLabel) -> None:
        super().__init__(label, QAccessible.Role.StaticText)
        self._label = label

    def text(self, kind: QAccessible.Text) -> str:
        return self._label.buddy().accessibleName() if kind == QAccessible.Text.Name else super().text(kind)


def speak_to_readers(application: QApplication) -> None:
    """Let Qt ask for what widgets say; once for an application."""
    if not application.property(_INSTALLED):
        application.setProperty(_INSTALLED, True)
        QAccessible.installFactory(_interface)


def _interface(_class: str, widget: QObject) -> QAccessibleInterface | None:
    if isinstance(widget, QComboBox):
        _label(widget)
        return None
    for kind, interface in _INTERFACES.items():
        if isinstance(widget, kind):
            return interface(widget)
    return None


_INTERFACES: Mapping[type, Callable[[Any], QAccessibleInterface]] = MappingProxyType(
    {Readable: CanvasInterface, Measured: MeasuredInterface, NameLabel: NameInterface}
)


def _label(choice: QComboBox) -> None:
    """Give a choice a label for readers, unless it has one that is seen."""
    parent = choice.parentWidget()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    if parent is not None and all(label.buddy() is not choice for label in parent.findChildren(QLabel, "", direct)):
        NameLabel(choice)

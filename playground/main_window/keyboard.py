"""Who gets a key: the window's shortcuts, unless the control with the focus needs it itself; and the order of Tab."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from playground.main_window.actions import ACTIONS
from playground.views.kit.items import SIDEWAYS, KeepsKeys
from playground.views.network.editor import ParameterField

TEXT = (QLineEdit, QAbstractSpinBox)
NUMBERS = (ParameterField, QAbstractSpinBox)
"""Fields for a number: no letter means anything in them, so that they may keep the focus when the number is in."""
LETTERS = frozenset(Qt.Key[f"Key_{keys}"] for record in ACTIONS.values() for keys in record.shortcuts if len(keys) == 1)
"""The shortcuts that are a single letter."""
KEPT: Mapping[type, frozenset[Qt.Key]] = MappingProxyType(
    {
        QAbstractButton: frozenset({Qt.Key.Key_Space}),
        QAbstractSlider: SIDEWAYS,
        QAbstractItemView: SIDEWAYS,
        QTabBar: SIDEWAYS,
        QComboBox: LETTERS,
        QLineEdit: SIDEWAYS | LETTERS | {Qt.Key.Key_Space},
        QAbstractSpinBox: SIDEWAYS | LETTERS,
    }
)
"""The shortcut keys that each kind of control keeps while it has the focus; views of our own say so themselves, and
buttons of a group, as those of a gallery, keep the arrow keys too."""

GIVEN: Mapping[Qt.Key, tuple[type, ...]] = MappingProxyType({Qt.Key.Key_Space: NUMBERS})
"""Keys that would be typed into a control but mean nothing there: no number has a space in it."""

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})


class KeyboardCourtesy(QObject):
    """Leaves such keys to the control that has the focus: an event filter that moves along with the focus.

    With Enter a person is done with a field: the keys are the window's again. A field for a number keeps the focus for
    the next number; one for a text loses it, since any letter could be meant for it. It is the same with a choice from
    a list.

    (A filter on the whole application would be asked about every event of every widget, thirty times a second.)
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._done = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        self._done = isinstance(new, QComboBox) and old is not None and old.window() is new.view().window()
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say whose key it is before the control and the shortcuts do."""
        if isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            plain = event.modifiers() in _PLAIN
            if event.type() == QEvent.Type.ShortcutOverride:
                keeps = plain and key in kept_keys(watched)
                gives = plain and isinstance(watched, GIVEN.get(key, ()))
                if gives or (keeps and self._done):
                    event.ignore()
                    return True
                if keeps:
                    event.accept()
                    return True
            elif event.type() == QEvent.Type.KeyPress and isinstance(watched, TEXT):
                if key in ENTER:
                    QTimer.singleShot(0, self, self._take_as_done)  # the field has its say first
                elif key not in MODIFIERS:
                    self._done = False
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._done = False
        elif isinstance(event, QFocusEvent) and event.gotFocus() and isinstance(watched, QComboBox):
            self._done = event.reason() == Qt.FocusReason.PopupFocusReason  # its list was open
        return False

    @Slot()
    def _take_as_done(self) -> None:
        """Take Enter as the end of typing, unless what was typed was refused."""
        field = QApplication.focusWidget()
        if not isinstance(field, TEXT) or field.property("problem"):
            return
        if isinstance(field, NUMBERS):
            self._done = True
        elif (around := field.parentWidget()) is not None:
            around.setFocus(Qt.FocusReason.OtherFocusReason)  # Tab goes on from there


def kept_keys(widget: QObject) -> frozenset[Qt.Key]:
    """Return the shortcut keys of the window that a widget keeps while it has the focus."""
    keys = frozenset[Qt.Key]().union(*(keys for kind, keys in KEPT.items() if isinstance(widget, kind)))
    if isinstance(widget, QAbstractButton) and (widget.group() is not None or widget.autoExclusive()):
        keys |= SIDEWAYS
    if isinstance(widget, KeepsKeys):
        keys |= widget.kept_keys
    return keys


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


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

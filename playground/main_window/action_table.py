"""The action table of one window: a Qt action for each record, and the menus they stand in."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from playground.main_window.actions import ACTIONS, MENUS, ActionRecord, translated
from playground.training.commands import Command


class ActionTable:
    """The actions of one window.

    Parameters
    ----------
    window
        Owns the actions; their shortcuts work wherever it has the focus.
    post
        Takes the command of an action.
    own
        What the window itself does, by action name; called with the new state where the action is a switch.
    """

    def __init__(
        self, window: QWidget, post: Callable[[Command], None], own: Mapping[str, Callable[..., object]]
    ) -> None:
        self._actions: dict[str, QAction] = {}
        for record in ACTIONS.values():
            action = QAction(translated(record.text), window)
            action.setObjectName(record.name)
            action.setShortcuts([QKeySequence(keys) for keys in record.shortcuts])
            action.setCheckable(record.checkable)
            _describe(action, record)
            if record.command is not None:
                make = record.command
                action.triggered.connect(lambda _checked=False, make=make: post(make()))
            elif record.checkable:
                action.toggled.connect(own[record.name])
            else:
                action.triggered.connect(lambda _checked=False, do=own[record.name]: do())
            window.addAction(action)
            self._actions[record.name] = action

    def __getitem__(self, name: str) -> QAction:
        """Return an action by name."""
        return self._actions[name]

    def fill(self, bar: QMenuBar, submenus: Mapping[str, QMenu]) -> None:
        """Build the menus.

        Parameters
        ----------
        submenus
            Menus of their own kind, each placed after the action of the name it stands under here.
        """
        menus = {title: bar.addMenu(translated(title)) for title in MENUS}
        for record in ACTIONS.values():
            if record.starts_group:
                menus[record.menu].addSeparator()
            menus[record.menu].addAction(self._actions[record.name])
            if record.name in submenus:
                menus[record.menu].addMenu(submenus[record.name])


def _describe(action: QAction, record: ActionRecord) -> None:
    tooltip = translated(record.tooltip)
    keys = ", ".join(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in record.shortcuts)
    action.setToolTip(f"{tooltip} ({keys})" if keys else tooltip)
    action.setStatusTip(tooltip)

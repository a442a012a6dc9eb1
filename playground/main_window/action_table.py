"""The action table of one window: a Qt action for each row, and the menus they stand in."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar

from playground.main_window.actions import ACTIONS, MENUS, Action
from playground.main_window.dialogs import key_names
from playground.main_window.parts import Parts
from playground.views.forms.text import translated


class ActionTable:
    """The actions of one window, whose parts they act on; their shortcuts work wherever it has the focus."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._actions: dict[str, QAction] = {}
        for row in ACTIONS.values():
            action = QAction(translated(row.text), parts.window)
            action.setObjectName(row.name)
            action.setData(row)
            action.setShortcuts([QKeySequence(keys) for keys in row.shortcuts])
            action.setCheckable(row.switch is not None)
            tooltip, keys = translated(row.tooltip), key_names(action, ", ")
            action.setToolTip(f"{tooltip} ({keys})" if keys else tooltip)
            action.setStatusTip(tooltip)
            if row.switch is not None:
                action.triggered.connect(lambda on, switch=row.switch: switch(parts, on))
            elif row.do is not None:
                action.triggered.connect(lambda _checked=False, do=row.do: do(parts))
            parts.window.addAction(action)
            self._actions[row.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def fill(self, bar: QMenuBar) -> None:
        for title, rows in MENUS.items():
            menu = bar.addMenu(translated(title))
            for row in rows:
                if not isinstance(row, Action):
                    menu.addMenu(row.of(self._parts))
                    continue
                if row.starts_group:
                    menu.addSeparator()
                menu.addAction(self._actions[row.name])

"""The action table of one window: a Qt action for each row, and the menus they stand in."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar

from playground.lessons.locks import REASON, is_locked
from playground.main_window.actions import ACTIONS, MENUS, Action
from playground.main_window.dialogs import key_names
from playground.main_window.parts import Parts
from playground.views.forms.text import translated


class ActionTable:
    """The actions of one window, whose parts they act on; their shortcuts work wherever it has the focus."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._actions: dict[str, QAction] = {}
        self._away: set[str] = set()
        self._locked: frozenset[str] = frozenset()
        for row in ACTIONS.values():
            action = QAction(translated(row.text), parts.window)
            action.setObjectName(row.name)
            action.setData(row)
            action.setShortcuts([QKeySequence(keys) for keys in row.shortcuts])
            action.setCheckable(row.switch is not None)
            action.setStatusTip(translated(row.tooltip))
            action.setToolTip(self._tooltip(action))
            if row.switch is not None:
                action.triggered.connect(lambda on, switch=row.switch: switch(parts, on))
            elif row.do is not None:
                action.triggered.connect(lambda _checked=False, do=row.do: do(parts))
            parts.window.addAction(action)
            self._actions[row.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def enable(self, name: str, on: bool) -> None:
        """Let an action be had, or not, as long as nothing locks it."""
        (self._away.discard if on else self._away.add)(name)
        self._actions[name].setEnabled(on and not is_locked(name, self._locked))

    def lock(self, names: frozenset[str]) -> None:
        """Make grey the actions that a lesson locks, the reason in their tooltips, and no others."""
        for name, action in self._actions.items():
            if is_locked(name, names) != is_locked(name, self._locked):
                action.setToolTip(translated(REASON) if is_locked(name, names) else self._tooltip(action))
                action.setEnabled(name not in self._away and not is_locked(name, names))
        self._locked = names

    def _tooltip(self, action: QAction) -> str:
        tooltip, keys = action.statusTip(), key_names(action)
        return f"{tooltip} ({keys})" if keys else tooltip

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

"""How panels are put together: parts in rows and columns, controls with their names and tooltips."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QLayout, QToolButton, QVBoxLayout, QWidget

Part = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
"""A widget or a layout, alone or with its share of the room; a gap in pixels; None for room that is left."""
Edges = int | tuple[int, int, int, int]
L = TypeVar("L", bound=QBoxLayout)
W = TypeVar("W", bound=QWidget)


def in_row(*parts: Part, gap: int = 6, edges: Edges = 0) -> QHBoxLayout:
    """Return parts side by side, so far apart, with room around them at the edges."""
    return _filled(QHBoxLayout(), parts, gap, edges)


def in_column(*parts: Part, gap: int = 6, edges: Edges = 0) -> QVBoxLayout:
    """Return parts one above the other, as `in_row` does."""
    return _filled(QVBoxLayout(), parts, gap, edges)


def _filled(layout: L, parts: tuple[Part, ...], gap: int, edges: Edges) -> L:
    layout.setSpacing(gap)
    layout.setContentsMargins(*((edges,) * 4 if isinstance(edges, int) else edges))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        else:
            inside, share = part if isinstance(part, tuple) else (part, 0)
            if isinstance(inside, QLayout):
                layout.addLayout(inside, share)
            else:
                layout.addWidget(inside, share)
    return layout


def named(widget: W, name: str, tip: str = "") -> W:
    """Return a control under its name for screen readers, with a tooltip that they read too."""
    widget.setAccessibleName(name)
    widget.setToolTip(tip)
    widget.setAccessibleDescription(tip)
    return widget


def tool_button(text: str, tip: str, *, checkable: bool = False) -> QToolButton:
    """Return a button with a word on it, that screen readers read."""
    button = QToolButton()
    button.setText(text)
    button.setCheckable(checkable)
    return named(button, text, tip)


class ModeButtons(QWidget):
    """Buttons side by side of which one is down: which of a few ways to look.

        modes = ModeButtons({"cost": ("Cost", "Draw the cost over the epochs."), "accuracy": (…)})
        modes.chosen.connect(self._show)     # the name of another one, chosen by whatever hand

    Attributes
    ----------
    buttons
        By name: to hide one, or to disable it.
    """

    chosen = Signal(str)

    def __init__(self, texts: Mapping[str, tuple[str, str]], gap: int = 0) -> None:
        super().__init__()
        self.buttons = {name: tool_button(*text, checkable=True) for name, text in texts.items()}
        group = QButtonGroup(self)
        for button in self.buttons.values():
            group.addButton(button)
        self.choose(next(iter(texts)))
        group.buttonToggled.connect(self._tell)
        self.setLayout(in_row(*self.buttons.values(), gap=gap))

    @property
    def current(self) -> str:
        """The name of the one that is down."""
        return next(name for name, button in self.buttons.items() if button.isChecked())

    def choose(self, name: str) -> None:
        """Press one."""
        self.buttons[name].setChecked(True)

    def set_texts(self, texts: Mapping[str, tuple[str, str]]) -> None:
        """Write other words and tooltips on them: in another language."""
        for name, (text, tip) in texts.items():
            self.buttons[name].setText(text)
            named(self.buttons[name], text, tip)

    def _tell(self, _button: QToolButton, checked: bool) -> None:
        if checked:
            self.chosen.emit(self.current)

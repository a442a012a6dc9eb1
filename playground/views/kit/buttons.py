"""Rows of controls: buttons of which one is down, and a row that breaks where there is too little room."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from playground.views.kit.building import icon_button, in_row, named, tool_button


class ModeButtons(QWidget):
    """Buttons side by side of which one is down: which of a few ways to look.

        modes = ModeButtons({"cost": ("Cost", "Draw the cost over the epochs."), "accuracy": (…)})
        modes.chosen.connect(self._show)     # the name of another one, chosen by whatever hand

    `buttons`: by name: to hide one, or to disable it.
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
        self.setLayout(in_row(*self.buttons.values(), None, gap=gap))

    @property
    def current(self) -> str:
        return next(name for name, button in self.buttons.items() if button.isChecked())

    def choose(self, name: str) -> None:
        self.buttons[name].setChecked(True)

    def set_texts(self, texts: Mapping[str, tuple[str, str]]) -> None:
        """Write other words and tooltips on them: in another language."""
        for name, (text, tip) in texts.items():
            self.buttons[name].setText(text)
            named(self.buttons[name], text, tip)

    def _tell(self, _button: QToolButton, checked: bool) -> None:
        if checked:
            self.chosen.emit(self.current)


PICTURES: Mapping[str, str] = MappingProxyType(
    {"start": "previous", "back": "step_back", "next": "step_batch", "end": "next"}
)
"""The steps in the order of their buttons, each with its icon."""
STEP_KEYS: Mapping[int, str] = MappingProxyType(
    {Qt.Key.Key_Home: "start", Qt.Key.Key_Left: "back", Qt.Key.Key_Right: "next", Qt.Key.Key_End: "end"}
)
"""What the keys of a place with steps mean."""


class Stepper(QWidget):
    """Four buttons: to the start, one back, one on, to the end.

    Attributes
    ----------
    buttons
        By the keys of `PICTURES`; also one by one as `start`, `back`, `next`, `end`.
    row
        Their layout, for what else belongs to them.

    Signals
    -------
    asked(step)
        A key of `PICTURES`.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {step: icon_button("", "", picture) for step, picture in PICTURES.items()}
        self.start, self.back, self.next, self.end = self.buttons.values()
        for step, button in self.buttons.items():
            button.clicked.connect(partial(self.ask, step))
        self.row = in_row(*self.buttons.values(), gap=2)
        self.setLayout(self.row)

    def set_texts(self, texts: Mapping[str, tuple[str, str]]) -> None:
        """Give each step its name and tooltip."""
        for step, text in texts.items():
            named(self.buttons[step], *text)

    def allow(self, **possible: bool) -> None:
        """Offer steps, or not."""
        for step, can in possible.items():
            self.buttons[step].setEnabled(can)

    def ask(self, step: str) -> None:
        """Go a step, as a person wants."""
        self.asked.emit(step)


class Padlock:
    """Locks controls together; a view frees it before it dresses them anew, and closes it again."""

    def __init__(self) -> None:
        self._held: list[tuple[QWidget, bool, str, str]] = []

    def close(self, reason: str, *widgets: QWidget) -> None:
        """Lock some controls more, and all that stands in them; a part of a window of its own stays."""
        for widget in widgets:
            for part in (widget, *widget.findChildren(QWidget)):
                if part is widget or part.window() is widget.window():
                    enabled = not part.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled)
                    self._held.append((part, enabled, part.toolTip(), part.accessibleDescription()))
                    part.setToolTip(reason)
                    part.setAccessibleDescription(reason)
            widget.setEnabled(False)

    def free(self) -> None:
        """Give all of them back as they were."""
        for part, enabled, tip, description in reversed(self._held):  # what stands in two was taken twice
            part.setToolTip(tip)
            part.setAccessibleDescription(description)
            part.setEnabled(enabled)
        self._held.clear()
